"""The comparison as a page: self-contained, safe, readable on a phone and for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.lineage.compare import compare_all
from audit.report import comparison
from tests.lineage.comparing import DRIFTED, OTHER, STORY, audit_of, page, published
from tests.report.browser import axe, launched, opened, save, sideways


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("pages")
    copy = audit_of(
        folder, "courier", page("courier", DRIFTED, headline="Ferry stops", head=published("2026-03-06T09:00:00Z"))
    )
    rest = [
        audit_of(folder, "northwire", page("northwire", STORY, head=published("2026-03-06T06:00:00Z"))),
        audit_of(folder, "echo", page("echo", OTHER, headline="Wheat rises")),
    ]
    return comparison.render(compare_all(copy, rest), copy, rest)


def test_changes_are_marked_by_text_as_well(rendered: str) -> None:
    assert "<ins>9.2</ins>" in rendered
    assert "<del>4.2</del>" in rendered
    for word in ("edited", "only in the original", "not in the copy"):
        assert word in rendered
    assert "2 independent origins" in rendered


def test_nothing_is_loaded_and_nothing_runs(rendered: str) -> None:
    assert "<script" not in rendered
    assert "default-src &#39;none&#39;" in rendered
    assert "style=" not in rendered.replace("<style>", "")


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    evil = [
        "The ferry “&lt;script&gt;alert(1)&lt;/script&gt;” will stop in summer, and nobody was told of it at all.",
        *STORY[1:],
    ]
    copy = audit_of(tmp_path, "courier", page("courier", evil))
    original = audit_of(tmp_path, "northwire", page("northwire", STORY))
    written = comparison.render(compare_all(copy, [original]), copy, [original])
    assert "<script" not in written
    assert "&lt;script&gt;" in written


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as found:
        yield found


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_it_fits_and_axe_has_nothing_to_say(
    browser: Any, rendered: str, tmp_path: Path, width: int, theme: str
) -> None:
    address = save(tmp_path, "compare.html", rendered)
    with opened(browser, address, width=width, theme=theme) as (shown, watch):
        assert (sideways(shown), axe(shown), watch.console, watch.requests) == (0, [], [], [address])
        columns = shown.evaluate(
            "getComputedStyle(document.querySelector('.pair')).gridTemplateColumns.split(' ').length"
        )
        assert columns == (1 if width == 375 else 2)


@pytest.mark.browser
def test_it_prints(browser: Any, rendered: str, tmp_path: Path) -> None:
    with opened(browser, save(tmp_path, "compare.html", rendered)) as (shown, _):
        shown.emulate_media(media="print")
        assert shown.pdf(format="A4").startswith(b"%PDF")
