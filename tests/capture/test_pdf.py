"""PDF print-outs: structure where it is declared, layout where it is not, and files that mean harm."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.capture import Limits, capture, target_for
from audit.capture.warc_write import write_warc
from audit.errors import ContentError, TargetError
from audit.model import Capture
from tests.capture.loopback import serving
from tests.capture.pdf_maker import Text, bomb, locked, pdf

pytest.importorskip("pypdfium2")
NOW = datetime(2026, 6, 1, tzinfo=UTC)
STORY = [
    Text("Ferry Line Halts Night Crossings", y=760, size=22, tag="H1"),
    Text("By Ada Moor", y=730, tag="P"),
    Text(
        "The ferry line has halted its night crossings, the harbour office said on Monday. The ships will",
        y=700,
        tag="P",
    ),
    Text("rest until the quay is safe, it added.", y=685),
    Text("Read the notice of the harbour office", y=650, tag="P", href="https://harbour.example/notice"),
]


def captured(tmp_path: Path, content: bytes, name: str = "print.pdf", **options) -> Capture:
    (tmp_path / name).write_bytes(content)
    limits = options.pop("limits", None)
    return capture(target_for(str(tmp_path / name), **options), now=NOW, limits=limits)


def test_declared_structure(tmp_path) -> None:
    story = [text._replace(tag=text.tag or "P") for text in STORY]
    got = captured(tmp_path, pdf(story, title="Ferry Line Halts | Harbour News"))
    assert got.text.startswith('<!DOCTYPE html><html lang="en-GB"><head><title>Ferry Line Halts | Harbour News</title>')
    assert "<h1> Ferry Line Halts Night Crossings</h1><p> By Ada Moor</p>" in got.text
    assert '<a href="https://harbour.example/notice">Read the notice of the harbour office</a>' in got.text
    assert (got.record.medium, got.record.content_type, got.target.kind) == ("print", "application/pdf", "html-file")
    assert any("by the structure that the file declares" in note for note in got.record.notes)
    assert any("made at 2026-05-01T10:00:00Z" in note for note in got.record.notes)


def test_layout_where_nothing_is_declared(tmp_path) -> None:
    got = captured(tmp_path, pdf(STORY, tagged=False))
    assert "<h1> Ferry Line Halts Night Crossings</h1>" in got.text
    assert "said on Monday. The ships will rest until the quay is safe, it added.</p>" in got.text
    assert "<p> By Ada Moor</p>" in got.text
    assert any("declares no structure" in note for note in got.record.notes)


def test_structure_that_holds_little_is_not_relied_on(tmp_path) -> None:
    tagged_heading_alone = [STORY[0], *(text._replace(tag="") for text in STORY[1:])]
    got = captured(tmp_path, pdf(tagged_heading_alone))
    assert "it added." in got.text
    assert any("declares no structure" in note for note in got.record.notes)


@pytest.mark.parametrize("tagged", [True, False])
def test_a_paragraph_goes_on_over_the_page(tmp_path, tagged) -> None:
    before = Text("The ferry line has halted its night crossings and the ships will rest until", y=80, tag="P")
    after = Text("the quay is safe, the harbour office said.", y=790, tag="P")
    new = Text("Nobody was hurt, and the day crossings go on as they did before.", y=740, tag="P")
    got = captured(tmp_path, pdf([before], [after, new], tagged=tagged))
    assert "will rest until the quay is safe, the harbour office said.</p><p> Nobody" in got.text


def edges(number: int) -> list[Text]:
    return [
        Text("5/1/26, 12:00 PM", y=820, size=8),
        Text("https://news.example/story?id=7", y=20, size=8),
        Text(f"{number}/2", x=520, y=20, size=8),
    ]


@pytest.mark.parametrize("tagged", [True, False])
def test_what_the_browser_printed_at_the_edges(tmp_path, tagged) -> None:
    got = captured(tmp_path, pdf([*STORY, *edges(1)], [STORY[2]._replace(y=600), *edges(2)], tagged=tagged))
    assert got.record.url == "https://news.example/story?id=7"
    assert "12:00 PM" not in got.text
    assert "id=7" not in got.text
    assert any("printed on the paper" in note for note in got.record.notes)
    stated = captured(tmp_path, pdf([*STORY, *edges(1)]), url="https://other.example/")
    assert stated.record.url == "https://other.example/"


def test_a_printed_path_does_not_leave_the_machine(tmp_path) -> None:
    path = Text("file:///home/ada/draft.html", y=20, size=8)
    got = captured(tmp_path, pdf([*STORY, path], tagged=False, title="file:///home/ada/draft.html"))
    assert got.record.url is None
    assert "ada/draft" not in got.text


def test_markup_in_a_print_out_is_text(tmp_path) -> None:
    got = captured(
        tmp_path, pdf([*STORY, Text("<script>alert(1)</script> & more words here", y=500, tag="P")], title="<b>")
    )
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in got.text
    assert "<title>&lt;b&gt;</title>" in got.text


def test_the_evidence_is_the_file_and_gives_the_same_again(tmp_path) -> None:
    content = pdf(STORY)
    got = captured(tmp_path, content)
    again = captured(tmp_path, write_warc(got), "capture.warc.gz")
    assert (again.content, again.text, again.record.sha256) == (content, got.text, got.record.sha256)
    assert (again.record.medium, again.record.content_type) == ("print", "application/pdf")


def test_a_pdf_at_an_address(tmp_path) -> None:
    with serving(lambda c: c.answer(pdf(STORY), "Content-Type: text/html")) as server:
        limits = Limits(allow_private=True)
        got = capture(target_for(server.url("/a.pdf")), now=NOW, limits=limits)
        again = captured(tmp_path, write_warc(got), "capture.warc.gz")
    assert "<p> By Ada Moor</p>" in got.text
    assert any("but it is a PDF" in note for note in got.record.notes)
    assert (again.content, again.text, again.record.url) == (got.content, got.text, got.record.url)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (locked(), "locked with a password"),
        (b"%PDF-1.7\n" + bytes(500), "damaged"),
        (pdf(STORY)[:300], "damaged"),
        (pdf([Text("3")]), "without text, such as a scan"),
        (pdf(), r"damaged|without text"),
    ],
    ids=["locked", "rubbish", "cut off", "scan", "no pages"],
)
def test_no_print_out_of_a_page(tmp_path, content, says) -> None:
    with pytest.raises(ContentError, match=says) as caught:
        captured(tmp_path, content)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bound on memory is kept by Linux")
def test_a_bomb_is_stopped(tmp_path) -> None:
    import resource

    with pytest.raises(TargetError, match=r"bounds of time and memory|without text"):
        captured(tmp_path, bomb(300_000_000), limits=Limits(timeout=2))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < 850_000_000


def test_endless_elements_end(tmp_path) -> None:
    content = pdf(STORY, catalog=b"/Extra 1 0 R").replace(b"/K 0 >>", b"/K [0 5 0 R 5 0 R 4 0 R] >>")
    assert "Ferry Line Halts" in captured(tmp_path, content).text
