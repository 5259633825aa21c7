"""The annotated articles, held to the figures that were reached: a change that loses some must say so."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = HERE.parents[2] / "bench" / "attribution" / "score_voices.py"
    spec = importlib.util.spec_from_file_location("score_voices", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["score_voices"] = module
    spec.loader.exec_module(module)
    return module


def test_articles(scorer: ModuleType) -> None:
    tallies = scorer.score(HERE / "articles")
    least = {
        "found": 0.95,
        "type": 0.95,
        "resolution": 0.95,
        "grade": 0.95,
        "negation": 0.98,
        "plural": 0.95,
        "reason": 0.95,
    }
    for name, share in least.items():
        assert tallies[name].hit >= share * tallies[name].wanted, name
    assert tallies["hedges"].hit >= 0.95 * tallies["hedges"].wanted
    assert tallies["relays"].hit >= 0.85 * tallies["relays"].wanted


def test_articles_of_other_hands(scorer: ModuleType) -> None:
    """Articles annotated by people who had not seen the rules; the floors are what was reached, not what is aimed at."""
    tallies = scorer.score(HERE / "articles_of_others")
    least = {
        "found": 0.9,
        "type": 0.93,
        "resolution": 0.84,
        "grade": 0.8,
        "negation": 0.98,
        "plural": 0.93,
        "reason": 0.75,
        "hedges": 0.85,
        "relays": 0.8,
    }
    for name, share in least.items():
        assert tallies[name].hit >= share * tallies[name].wanted, name
