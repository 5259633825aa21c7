"""Pages side by side: offsets, wrapper, and the words that count as copied."""

from __future__ import annotations

from audit.findings.specimen import specimen
from audit.lineage.side_by_side import align_pages

BODY = (
    "body: The bridge at Orlen was closed on Monday. Two hundred people live on the far bank.",
    "body: “We were told nothing until the barriers stood there,” said Maria Tesk.",
)


def pages(copy, original=BODY):
    one, other = specimen(*copy).page, specimen(*original).page
    return one, other, align_pages(one, other)


def test_spans_are_the_sentences_of_each_page() -> None:
    copy, original, found = pages(["share: Share this", "headline: Bridge shut", *BODY, "related: More news"])
    assert {p.kind for p in found.pairs} == {"verbatim"}
    for pair in found.pairs:
        assert [s.of(copy.text) for s in pair.copy] == [s.of(original.text) for s in pair.original]


def test_quotations_are_not_counted_as_copying() -> None:
    copy = ["body: Nobody had warned the town.", BODY[1]]
    _, _, found = pages(copy)
    assert found.overlap.quoted == 9
    assert found.overlap.copy_words == 8  # no word of the quotation
    assert found.overlap.copy_shared == 3


def test_boilerplate_is_not_counted_as_copying() -> None:
    notice = "body: This story has not been edited by our staff and is published from a syndicated feed."
    _, _, found = pages([*BODY, notice], [*BODY, notice])
    assert found.overlap.boilerplate == 16
    assert found.overlap.copy_words == found.overlap.copy_shared


def test_both_directions() -> None:
    _, _, found = pages([BODY[0]], [BODY[0], "body: A ferry runs every hour. A second bridge has never been paid for."])
    assert found.overlap.copy_share == 1.0
    assert 0.4 < found.overlap.original_share < 0.6
