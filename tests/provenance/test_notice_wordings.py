"""Notices in many wordings, by language, wherever they stand; and reporting that uses the same words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from audit.lexicon.forms import acts
from tests.provenance.credit_pages import BODY, Read, article, read_html

NOTICES = Path(__file__).parent / "notices"
"""A file a language; a line holds the kind and the words, which are of our own making."""
EVERY = 6
"""One line of so many is tried in further places, too."""
PLACES: dict[str, Callable[[str], str]] = {
    "list": lambda words: article() + f"<ul class='meta'><li>{words}</li></ul>",
    "footer": lambda words: article(footer=f"{words}\n© 2026 Newsbarn Media Ltd."),
    "box": lambda words: article().replace("</article>", f"<aside class='note-box'><p>{words}</p></aside></article>"),
    "emphasis": lambda words: article(tail=f"<em>{words}</em>"),
}


def lines_of(name: str) -> list[tuple[str, str]]:
    lines = (NOTICES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(first, words) for first, _, words in (line.partition("\t") for line in lines if line)]


def kinds(read: Read) -> set[str]:
    return {kind for notice in read.disclaimers for kind in notice.kinds}


def at(html: str) -> Read:
    return read_html(html, url="https://newsbarn.example/a", publisher="Newsbarn")


@cache
def behind(words: str) -> Read:
    """The page with the words behind its text."""
    return at(article(tail=words))


LANGUAGES = sorted(path.stem for path in NOTICES.glob("*.tsv") if path.stem != "near_misses")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_behind_the_text_is_found_and_told(language: str) -> None:
    missed = [words for kind, words in lines_of(language) if kind not in kinds(behind(words))]
    assert not missed


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_found_in_lists_boxes_and_footers(language: str, place: str) -> None:
    some = lines_of(language)[::EVERY]
    # A bare label of paid content in a footer is said of no article.
    some = [(kind, words) for kind, words in some if not (kind == "sponsored" and place == "footer")]
    found = sum(kind in kinds(at(PLACES[place](words))) for kind, words in some)
    assert found >= 0.85 * len(some)


@pytest.mark.parametrize(("language", "words"), lines_of("near_misses"))
def test_reporting_in_a_notice_s_words_is_none(language: str, words: str) -> None:
    inside = at(article(body=(BODY[0], words, *BODY[1:])))
    last = at(article(body=(*BODY, words)))
    assert not inside.disclaimers
    assert not last.disclaimers
    start = inside.page.text.index(words[:40])
    assert inside.page.blocks[[b.start <= start < b.end for b in inside.page.blocks].index(True)].label == "body"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("no-liability", "Whoever lands here is responsible, not the Courier."),
        ("views", "What columnists put forward as their opinion is for them alone to defend."),
        ("as-is", "Figures shown here need be neither accurate nor complete."),
        ("comments-policy", "Whatever readers post here in anger and is defamatory goes out."),
        ("views", "Die Meinung der Leser steht hier für sich."),
        ("no-liability", "Verantwortlich ist dafür nicht der Kurier."),
    ],
)
def test_a_few_words_are_enough_in_the_small_print_only(kind: str, words: str) -> None:
    small_print = article() + f"<div class='legal'><p>{words}</p></div>"
    assert kind in kinds(at(small_print))
    assert not at(article(body=(BODY[0], words, *BODY[1:]))).disclaimers


def test_every_act_has_a_wording_that_does_it() -> None:
    done = {
        mark.row.rpartition(".")[0]
        for language in LANGUAGES
        for _, words in lines_of(language)
        for mark in behind(words).page.marks
        if mark.row.startswith("act.")
    }
    assert {row.id.rpartition(".")[0] for row in acts.rows() if row.group == "act"} <= done
