"""Markings that nest, coincide and cross: the words stay the page's words, the elements nest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from audit.model import Block
from audit.report.annotate import Markings, paint

TEXT = "One two three four five six seven.\n\nEight nine ten, <eleven> & twelve."
BLOCKS = (Block("body", 0, 34, 1.0, ""), Block("body", 36, len(TEXT), 1.0, ""))


def painted(*spans: tuple[int, int, str]) -> list[str]:
    markings = Markings(TEXT, BLOCKS)
    for start, end, look in spans:
        markings.add(start, end, look, f'<a class="ref" href="#x">{look}</a>')
    return [str(paint(TEXT, block, found)) for block, found in zip(BLOCKS, markings.by_block(), strict=True)]


def test_nested() -> None:
    assert painted((0, 13, "a"), (4, 7, "b"))[0].startswith(
        '<span id="s-0-13" class="a">One <span id="s-4-7" class="b">two</span><a class="ref" href="#x">b</a> three</span>'
    )


def test_coinciding_spans_are_one_element() -> None:
    assert '<span id="s-4-7" class="b a">two</span>' in painted((4, 7, "b"), (4, 7, "a"))[0]


def test_of_two_that_cross_the_later_is_cut() -> None:
    first = painted((0, 7, "a"), (4, 13, "b"))[0]
    assert (
        '<span id="s-0-7" class="a">One <span id="s-4-13" class="b">two</span></span><a class="ref" href="#x">a</a>'
        '<span class="b"> three</span><a class="ref" href="#x">b</a>'
    ) in first


def test_a_span_over_two_blocks_has_one_address_and_one_reference() -> None:
    both = "".join(painted((29, 41, "a")))
    assert both.count('id="s-29-41"') == 1
    assert both.count('class="ref"') == 1


def test_a_span_outside_the_text_is_refused() -> None:
    markings = Markings(TEXT, BLOCKS)
    assert [markings.add(*p) for p in ((5, 5), (9, 4), (-1, 4), (0, 999), (None, None), (34, 36))] == [None] * 6


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=40))
def test_any_spans_leave_the_words_alone(pairs: list[tuple[int, int]]) -> None:
    parts = painted(*((a, b, "x") for a, b in pairs))
    shown = []
    for part in parts:
        element = lxml_html.fragment_fromstring(part, create_parent="div")
        for reference in element.xpath(".//a"):
            reference.drop_tree()
        shown.append(element.text_content())
        ids = element.xpath(".//@id")
        assert len(ids) == len(set(ids))
    assert shown == [TEXT[b.start : b.end] for b in BLOCKS]
