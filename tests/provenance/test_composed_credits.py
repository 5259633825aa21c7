"""Credit lines read from their words: what is one, what it says, and lines of the same words that credit nobody."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from audit.lexicon.credit_words import leading, may_be_framed, trailing, words_in
from audit.lexicon.credit_words.classes import FOLDER, FullClass, WordRow, classes
from audit.provenance.credits.line_reading import read_line
from tests.provenance.credit_pages import article, read_html

SITE = "<link rel='canonical' href='https://newsbarn.example/1'>"
CLASSES = msgspec.json.Decoder(FullClass).decode_lines((FOLDER / "classes.jsonl").read_bytes())
WORDS = msgspec.json.Decoder(WordRow).decode_lines((FOLDER / "words.jsonl").read_bytes())


def _lines() -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "composed_lines.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row.id)
def test_every_class_reads_as_its_examples_say(row: FullClass) -> None:
    assert row.note
    assert bool(row.role) == bool(row.positive) == bool(row.near_miss)
    assert [line for line in row.positive if read_line(line) is None] == []
    assert [line for line in row.near_miss if read_line(line) is not None] == []


def test_every_word_of_a_crediting_class_makes_a_credit_line() -> None:
    crediting = {row.id for row in CLASSES if row.role and row.names != "issuer"}
    silent = []
    for row in WORDS:
        assert row.id in classes()
        assert row.words
        if row.id in crediting:
            silent += [
                word for word in row.words if not (read_line(f"{word}: Reuters") or read_line(f"Reuters {word}"))
            ]
    assert silent == []


@pytest.mark.parametrize(("role", "outlets", "line"), _lines())
def test_lines_of_the_worlds_papers(role: str, outlets: str, line: str) -> None:
    reading = read_line(line)
    if role == "-":
        assert reading is None
        return
    assert reading is not None
    assert {name for name, _ in reading.outlets} == set(outlets.split("|"))
    assert reading.role == role


@pytest.mark.parametrize("where", ["head", "tail"])
def test_a_line_counts_above_and_right_behind_the_text(where: str) -> None:
    read = read_html(article(**{where: "Tomado de Cubadebate"}), head=SITE)
    assert read.outlets("republished") == {"Cubadebate"}
    assert read.kind == "republished"


@pytest.mark.parametrize("where", ["caption", "footer"])
def test_a_line_in_a_caption_or_the_footer_credits_no_text(where: str) -> None:
    assert not read_html(article(**{where: "Courtesy of Wyoming News Exchange"}), head=SITE).providers()


def test_what_a_row_reads_is_left_to_the_row() -> None:
    found = read_html(article(tail="Source: Reuters"), head=SITE).credits
    assert [credit.form for credit in found if credit.form.startswith("composed")] == []
    assert found


def test_a_longest_line_and_hostile_ones_are_read_in_no_time() -> None:
    assert read_line("source " * 10_000) is None
    assert read_line("来源" * 59) is None
    assert read_line("(" * 119) is None


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ann Lee 13-10-25, 16:02 Laatste update: 13-10-25, 17:20 Bron: VRT NWS, BELGA", {"VRT", "Belga"}),
        ("2025-11-04 10:26 来源：浙中渔讯 发布于：浙江省", {"浙中渔讯"}),
        ("2025-11-04 10:26 来源：网络 责任编辑：王", set()),
        ("Ann Lee | Updated: May 3, 2026 | Source: Ministry of Quays", set()),
    ],
)
def test_a_label_in_a_line_of_several_above_the_text(line: str, wanted: set[str]) -> None:
    head = SITE + "<meta property='og:site_name' content='Newsbarn'>"
    assert read_html(_under_headline(line), head=head).providers() == wanted


def _under_headline(line: str) -> str:
    return article().replace("</h1>", f"</h1><div class='byline'>{line}</div>")


def test_sources_behind_a_person_s_name_went_into_the_house_s_own_text() -> None:
    line = "Ann Lee 13-10-25, 16:02 Laatste update: 13-10-25, 17:20 Bron: VRT NWS, BELGA"
    read = read_html(_under_headline(line), head=SITE)
    assert (read.outlets("mixed"), read.kind) == ({"VRT", "Belga"}, "original")


@pytest.mark.parametrize(
    "line",
    [
        "source: reuters",
        "reuters, all rights reserved",
        "来源新华社",
        "新华社供稿",
        "the port is closed",
        "more on this topic",
        "a",
        "9",
    ],
)
def test_lines_left_at_a_glance_have_no_phrase_at_either_end(line: str) -> None:
    words = words_in(line)
    met = leading(words, words[0][1]) or trailing(words, words[-1][2])
    assert may_be_framed(words) or met is None


def test_most_words_open_no_credit_line() -> None:
    assert may_be_framed(words_in("source: reuters"))
    assert not may_be_framed(words_in("harbour closed"))
