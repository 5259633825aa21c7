"""The corpus's pages: the numbers of the tables, hostile names shown as text, nothing run or asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.corpus.engines.local import LocalEngine
from audit.corpus.folder import Folder
from audit.corpus.report import figures, write
from audit.corpus.report.numbers import ask
from audit.corpus.report.pages import PAGES
from audit.corpus.run import Job, run
from audit.errors import UsageError
from tests.corpus.conftest import NOW, write_pages
from tests.corpus.stories import linked_corpus
from tests.report.browser import axe, launched, opened, sideways

HOSTILE = "</text><script>alert(1)</script>\u202e&\"'"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = linked_corpus(tmp_path_factory.mktemp("reported"))
    write(str(root))
    return root


def test_the_numbers_are_those_of_the_tables(corpus: Path) -> None:
    numbers = ask(Folder(str(corpus)))
    assert {(c.carrier, c.origin, c.pages, c.declared) for c in numbers.carries} == {
        ("Copycat", "Original", 2, 0), ("Wireone", "Reuters", 1, 1), ("Wiretwo", "Reuters", 1, 0),
    }  # fmt: skip
    shares = {s.publisher: s for s in numbers.shares}
    assert shares["Wiretwo"].agency == shares["Wiretwo"].words > 0
    assert shares["Copycat"].others == shares["Copycat"].words
    assert shares["Original"].agency == shares["Original"].others == 0
    assert {(s.origin, s.publishers) for s in numbers.stories} == {
        ("Original", ("Copycat", "Original")), ("Reuters", ("Wireone", "Wiretwo")),
    }  # fmt: skip
    assert numbers.stories_in_all == 2


def test_every_page_says_its_numbers_and_allows_nothing(corpus: Path) -> None:
    for name, title in PAGES.items():
        page = (corpus / "report" / f"{name}.html").read_text(encoding="utf-8")
        assert f"<h1>{title}</h1>" in page
        assert "default-src 'none'; style-src 'sha256-" in page
        assert "<script" not in page
        assert str(corpus) not in page
        assert not re.search(r"(?:src|href)=\"(?!#|[a-z]+\.html\")", page)
    assert "Copycat" in (corpus / "report" / "carries.html").read_text(encoding="utf-8")


def test_equal_corpora_give_equal_pages(corpus: Path) -> None:
    before = {name: (corpus / "report" / f"{name}.html").read_bytes() for name in PAGES}
    write(str(corpus))
    assert {name: (corpus / "report" / f"{name}.html").read_bytes() for name in PAGES} == before


def test_a_corpus_that_is_not_linked_is_a_usage_error(tmp_path: Path) -> None:
    run(Job(out=str(tmp_path / "c"), now=NOW), [str(write_pages(tmp_path / "in", 1))], LocalEngine(1))
    with pytest.raises(UsageError, match="not linked"):
        write(str(tmp_path / "c"))


@pytest.mark.parametrize(
    "figure",
    [
        figures.bars(HOSTILE, [figures.Bar(HOSTILE, [(0.5, HOSTILE), (0.25, "b")], HOSTILE)], ["part", "part second"]),
        figures.matrix(HOSTILE, [HOSTILE], [HOSTILE], {(0, 0): (3, HOSTILE)}, HOSTILE),
        figures.graph(HOSTILE, [(HOSTILE, HOSTILE * 3, 3, 0.2, HOSTILE)]),
        figures.bars("empty", [], ["part"]),
        figures.matrix("empty", [], [], {}, "pages"),
        figures.graph("empty", []),
    ],
)
def test_figures_are_well_formed_whatever_names_say(figure: str) -> None:
    from lxml import etree

    root = etree.fromstring(figure)
    assert root.tag == "svg"
    assert not root.findall(".//script")
    assert "\u202e" not in figure


@pytest.mark.browser
def test_the_pages_are_quiet_narrow_and_accessible(corpus: Path) -> None:
    with launched() as browser:
        for name in PAGES:
            address = (corpus / "report" / f"{name}.html").as_uri()
            for width, theme in ((1280, "light"), (390, "dark")):
                with opened(browser, address, width=width, theme=theme) as (page, watch):
                    assert sideways(page) <= 0
                    assert watch.requests == [address]
                    assert not watch.console
                    if width == 1280:
                        assert axe(page) == []
