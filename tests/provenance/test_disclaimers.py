"""Notices: joined over lines and blocks, taken apart into clauses, told from reporting that sounds like them."""

from __future__ import annotations

import itertools

import pytest

from tests.provenance.credit_pages import BODY, article, read_html, read_text

AS_IS = (
    "{speaker} provides the information {q}as is{p} without warranty of any kind.",
    (
        "We do not accept any responsibility or liability for the accuracy, content, images, videos, licenses, completeness, "
        "legality, or reliability of the information contained in this article."
    ),
    "If you have any complaints or copyright issues related to this article, kindly contact the provider above.",
)
OBJECTS = {"accuracy", "content", "images", "videos", "licenses", "completeness", "legality", "reliability"}
STORY = "Port Quill closes its harbour\n\n" + "\n".join(BODY)


def wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def test_the_running_example(shared_path) -> None:
    read = read_text(shared_path("data/menafn-pakistan-kabul.txt").read_text(encoding="utf-8"))
    assert len(read.disclaimers) == 1
    notice = read.disclaimers[0]
    assert {"as-is", "no-liability"} <= set(notice.kinds)
    assert notice.speaker == "MENAFN"
    assert notice.complaints_to == "the provider above"
    assert notice.placement == "after"
    words = read.page.text[notice.start : notice.end]
    assert words.startswith("Legal Disclaimer:")
    assert words.endswith("provider above.")
    assert {thing for clause in notice.clauses for thing in clause.objects} >= OBJECTS
    assert read.kind == "aggregator"
    assert not read.providers()


@pytest.mark.parametrize("speaker", ["EIN Presswire", "Newsbarn", "The Quill Courier", "Newsbarn.example"])
@pytest.mark.parametrize(("q", "p"), ["“”", '""', "''", "‘’", ("", "")])
@pytest.mark.parametrize("width", [38, 70, 2000])
def test_variants_of_the_as_is_notice(speaker: str, q: str, p: str, width: int) -> None:
    notice = wrapped(" ".join(AS_IS).format(speaker=speaker, q=q, p=p), width)
    read = read_text(f"{STORY}\nShare Email Print\nLegal Disclaimer:\n{notice}\n\nComments\n")
    assert len(read.disclaimers) == 1
    found = read.disclaimers[0]
    assert {"as-is", "no-liability"} <= set(found.kinds)
    assert (found.speaker, found.complaints_to) == (speaker, "the provider above")
    assert {thing for clause in found.clauses for thing in clause.objects} >= OBJECTS


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_reordered(order: tuple[int, ...]) -> None:
    notice = " ".join(AS_IS[i] for i in order).format(speaker="Newsbarn", q="“", p="”")
    read = read_text(f"{STORY}\n\nDisclaimer: {notice}\n")
    assert len(read.disclaimers) == 1
    assert read.disclaimers[0].complaints_to == "the provider above"
    assert {"as-is", "no-liability"} <= set(read.disclaimers[0].kinds)


def test_reworded() -> None:
    read = read_text(
        f"{STORY}\n\nNote:\nAll content on this page is supplied on an “as-is” basis; no warranty is given. Newsbarn assumes "
        "no liability for the completeness or reliability of any information in this report. Complaints about this "
        "article should be directed to the source named above.\n"
    )
    assert len(read.disclaimers) == 1
    notice = read.disclaimers[0]
    assert {"as-is", "no-liability"} <= set(notice.kinds)
    assert notice.complaints_to == "the source named above"


def test_list_items_and_blocks_are_one_notice() -> None:
    tail = (
        "<h4>Disclaimer</h4><ul><li>This content is provided “as is” without warranty of any kind.</li><li>Newsbarn accepts no "
        "responsibility for the accuracy of this article.</li><li>If you have complaints about this article, kindly contact "
        "the provider above.</li></ul>"
    )
    read = read_html(article() + tail)
    assert len(read.disclaimers) == 1
    assert read.disclaimers[0].complaints_to == "the provider above"


@pytest.mark.parametrize(
    "line",
    [
        "The minister said the government does not accept responsibility for the loss of the ships.",
        "The views expressed by the captains did not reflect the mood in the town, the mayor said.",
        "The port authority is not responsible for the weather, a spokesman said.",
        "The bank said it could not guarantee the accuracy of the port's books.",
        "She told the court the report had been written without review.",
        "Parking on the quay is prohibited, and reproduction of the keys is a crime, police said.",
        "The trade union brought to you by the tide, as sailors joke, presented by its leader, met on Sunday.",
        "He said the harbour was sold as is.",
    ],
)
def test_reporting_that_sounds_like_a_notice(line: str) -> None:
    read = read_html(article(body=(BODY[0], line, *BODY[1:])))
    assert not read.disclaimers


def test_a_bare_copyright_line_is_no_disclaimer() -> None:
    assert not read_html(article(footer="© 2026 Newsbarn Media Ltd. All rights reserved.")).disclaimers


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Die Kommentare geben nicht notwendigerweise die Meinung der Redaktion wieder.", "views"),
        ("As mensagens são da responsabilidade dos seus autores e não reflectem as opiniões do jornal.", "views"),
        ("Comments are the views of the commenters and do not reflect the views of The Post.", "views"),
        ("I think your comment does not reflect the views of the people.", None),  # a reader's own words
    ],
)
def test_a_house_s_notice_on_comments_stands_among_them(line: str, kind: str | None) -> None:
    comments = (
        f"<section id='comments' class='comments'><h3>Comments</h3><div class='comment'><p>{line}</p></div></section>"
    )
    found = read_html(article() + comments, url="https://www.quillpost.example/a").disclaimers
    assert kind in found[0].kinds if kind else not found
