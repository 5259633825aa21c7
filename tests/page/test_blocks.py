"""Blocks are in order, disjoint, never empty, and tile the page's text but for separators."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import Page
from audit.page import read_page
from tests.page.conftest import make_capture

TAGS = [
    "div", "p", "span", "a", "b", "br", "li", "ul", "table", "td", "h1", "h2", "blockquote", "script", "pre", "figcaption",
    "section", "button", "q",
]  # fmt: skip
WORDS = st.text(alphabet="aB é\u00a0\u200b\n\t.:؟中<&\x00\x1f\u2028😀", max_size=12)
PIECES = st.one_of(
    WORDS,
    st.sampled_from([f"<{t}>" for t in TAGS] + [f"</{t}>" for t in TAGS]),
    st.sampled_from(['<a href="/x">link</a>', '<p style="display:none">', "<!-- c -->", "&nbsp;", "Share", "Comments"]),
)


def assert_tiled(page: Page) -> None:
    position = 0
    for number, block in enumerate(page.blocks):
        gap = page.text[position : block.start]
        assert block.start >= position
        assert not gap.strip()
        if page.medium == "html":
            # a blank line between elements; between the pieces of one, the white space that the page has there
            assert gap == ("\n\n" if number else "") or (number and block.path == page.blocks[number - 1].path)
        assert page.text[block.start : block.end].strip()
        assert 0 <= block.confidence <= 1
        assert block.why
        for link in block.links:
            assert block.start <= link.start < link.end <= block.end
        position = block.end
    assert not page.text[position:].strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_html_is_tiled(pieces: list[str]) -> None:
    assert_tiled(read_page(make_capture("".join(pieces))))


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(WORDS, st.sampled_from(["\n", "\r\n", "\n\n", "word " * 12, "\x0b", "\x85"])), max_size=30))
def test_plain_text_is_tiled_and_unchanged(pieces: list[str]) -> None:
    text = "".join(pieces)
    page = read_page(make_capture(text, "text"))
    assert page.text == text
    assert_tiled(page)


@pytest.mark.parametrize("count", [3_000, 200_000])
def test_deep_nesting_keeps_what_follows(count: int) -> None:
    html = (
        "<body><p>Before the deep part.</p>"
        + "<div>" * count
        + "deep"
        + "</div>" * count
        + "<p>After the deep part.</p>"
    )
    page = read_page(make_capture(html))
    assert "Before the deep part." in page.text
    assert "After the deep part." in page.text
    assert_tiled(page)


def test_a_break_starts_a_new_block_and_space_collapses() -> None:
    page = read_page(make_capture("<div>One\n  line<br>two\u00a0words <b>bold </b> end</div><pre>a\n b</pre>"))
    assert [page.text[b.start : b.end] for b in page.blocks] == ["One line", "two\u00a0words bold end", "a", "b"]


def test_links_stand_where_their_words_are() -> None:
    page = read_page(
        make_capture('<p>See  <a href="b.html" rel="nofollow">this <i>page</i></a> now</p>', url="https://x.test/a/")
    )
    (link,) = page.blocks[0].links
    assert page.text[link.start : link.end] == "this page"
    assert (link.href, link.rel) == ("https://x.test/a/b.html", "nofollow")
