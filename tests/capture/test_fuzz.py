"""No bytes crash a parser. The long form is `bench/capture/fuzz.py`."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.capture.fuzzing import PARSERS, damaged, survives


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=60, deadline=2_000, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_documents(name, data) -> None:
    parse, seeds = PARSERS[name]
    survives(parse, data.draw(damaged(seeds)))


@pytest.mark.parametrize("name", PARSERS)
def test_the_seeds_themselves(name) -> None:
    parse, seeds = PARSERS[name]
    for seed in seeds:
        survives(parse, seed)
