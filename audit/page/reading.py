"""From a capture to a page: tree, runs, labels, facts, in one pass over each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from audit.capture import walls
from audit.lexicon import forms
from audit.model import REPORTING, Block, Capture, Declared, Label, Link, Mark, Page, Span
from audit.page import (
    assessable,
    dates,
    fused,
    headline,
    labels,
    language,
    marked,
    metadata,
    model,
    paths,
    reference,
    said,
    tree,
    walk,
    wrapper_words,
)  # fmt: skip
from audit.page.boxes import Run, Walk
from audit.page.declared import read_declared

if TYPE_CHECKING:
    from lxml.etree import _Element

SEPARATOR = "\n\n"
LITTLE = 60
"""Characters of reporting below which the reference extractor is asked."""
SHORT, ENDS = 300, 3
"""Characters up to which a run is always searched for a notice, and how many runs are at each end of the text."""
LARGEST_FOR_REFERENCE = 100_000
"""Boxes beyond which it is not."""


class Reading(NamedTuple):
    """An HTML page walked and labelled; `labelled` goes with `found.runs`."""

    root: _Element | None
    found: Walk
    labelled: list[labels.Labelled]


def read_html(html: str, *, whole: bool = True) -> Reading:
    """Walk and label `html`.

    Without `whole`, what kind of wrapper a run is stays open (`other`), and the reference extractor is not asked.
    """
    root, found = walk.walk_html(html)
    if root is None or not found.runs:
        return Reading(root, found, [])
    declared = said.read(root, found.title)
    heads = headline.headline_runs(found.runs, declared.titles)
    probabilities, because = _reporting(html if whole else "", found, heads, declared)
    return Reading(root, found, labels.label_runs(found.runs, probabilities, heads, because, wrapper=whole))


def _reporting(html: str, found: Walk, heads: Sequence[int], declared: said.Said) -> tuple[list[float], str]:
    """For each run the probability that it is reporting, and where that comes from.

    The reference extractor is asked where the model finds next to nothing on a page that has text, if `html` is given.
    """
    runs = found.runs
    probabilities = model.reporting(found, heads, declared, model.shipped())
    kept = sum(len(run.text) for run, p in zip(runs, probabilities, strict=True) if p >= labels.THRESHOLD)
    if (
        html
        and kept < LITTLE
        and sum(len(run.text) - run.link_chars for run in runs) > 8 * LITTLE
        and fit_for_reference(found)
    ):
        covered = reference.coverage(html, [run.text for run in runs])
        if any(covered):
            raised = [max(p, 0.1 + 0.5 * share) for p, share in zip(probabilities, covered, strict=True)]
            return raised, "the reference extractor"
    return probabilities, "text, markup and place"


def fit_for_reference(found: Walk) -> bool:
    """True where the tree is neither so large nor so deep that the reference extractor, which recurses, may fail."""
    return len(found.boxes) <= LARGEST_FOR_REFERENCE and found.deepest <= tree.REFERENCE_DEPTH


def extract(html: str, *, headline: bool = False) -> str:
    """See `audit.page.extract`."""
    reading = read_html(html, whole=False)
    kept = REPORTING if headline else REPORTING - {"headline"}
    return "\n".join(kept_texts(reading.found.runs, reading.labelled, kept))


def kept_texts(runs: Sequence[Run], labelled: Sequence[labels.Labelled], kept: frozenset[Label]) -> list[str]:
    """The texts of the runs whose label is in `kept`, once the lexicon's marks have taken notices and credits out.

    Marks are looked for in short runs and in those at either end: a long paragraph amid the text is no notice.
    """
    chosen = [(run, one) for run, one in zip(runs, labelled, strict=True) if one.label in kept]
    texts = [run.text for run, _ in chosen]
    asked = [
        number for number, text in enumerate(texts)
        if len(text) <= SHORT or number < ENDS or number >= len(texts) - ENDS or "©" in text
    ]  # fmt: skip
    blocks: list[Block] = []
    position = 0
    for number in asked:
        run, one = chosen[number]
        end = position + len(run.text)
        blocks.append(Block(one.label, position, end, one.confidence, one.why, run.box.structure))
        position = end + 1
    text = "\n".join([texts[number] for number in asked])
    marks = forms.match(text, [block.span for block in blocks])
    if not marks and "©" not in text:
        return texts
    left: dict[int, list[str]] = {number: [] for number in asked}
    starts = [block.start for block in blocks]
    blocks, marks = _split(text, blocks, marks)
    for block in marked.relabel(blocks, marks):
        if block.label in kept:
            left[asked[bisect_right(starts, block.start) - 1]].append(text[block.start : block.end])
    return [piece for number, text in enumerate(texts) for piece in left.get(number, (text,))]


def _split(text: str, blocks: list[Block], marks: tuple[Mark, ...]) -> tuple[list[Block], tuple[Mark, ...]]:
    """The blocks with fused notices cut off, and the marks, looked for again where a cut made new lines."""
    cut = fused.split(text, blocks, marks)
    return (cut, forms.match(text, lines_of(text, cut))) if len(cut) > len(blocks) else (blocks, marks)


def read_page(capture: Capture) -> Page:
    """See `audit.page.read_page`."""
    if capture.record.medium == "text":
        return _read_text(capture)
    return _read_html(capture)


def _read_html(capture: Capture) -> Page:
    reading = read_html(capture.text)
    url = capture.record.url
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0
    steps = paths.paths_of(reading.found)
    for run, one in zip(reading.found.runs, reading.labelled, strict=True):
        start = position
        end = start + len(run.text)
        links = tuple(Link(_absolute(url, href), start + s, start + e, rel) for s, e, href, rel in run.links if s < e)
        box = run.box
        blocks.append(
            Block(
                one.label, start, end, round(one.confidence, 3), one.why, box.structure, steps[box.index],
                not box.hidden, box.level, links,
            )
        )  # fmt: skip
        pieces.append(run.text)
        position = end + len(SEPARATOR)
    text = SEPARATOR.join(pieces)
    declared = (*_declared(reading.root, url, capture.text), *_listed(capture))
    return _finish(capture, text, blocks, declared, reading.root)


def _read_text(capture: Capture) -> Page:
    text = capture.text
    from audit.page import plain_labels, plain_text

    spans = plain_text.blocks_of(text)
    labelled = plain_labels.label_blocks(text, spans)
    blocks = [
        Block(one.label, span.start, span.end, round(one.confidence, 3), one.why, "line")
        for span, one in zip(spans, labelled, strict=True)
    ]
    return _finish(capture, text, blocks, (), None)


def _finish(
    capture: Capture, text: str, blocks: list[Block], declared: tuple[Declared, ...], root: _Element | None
) -> Page:
    blocks, marks = _split(text, blocks, forms.match(text, lines_of(text, blocks)))
    blocks = marked.relabel(blocks, marks)
    running = "\n".join(text[b.start : b.end] for b in blocks if b.reporting)
    code = language.language_of(running or text, metadata.said_language(root))
    facts = metadata.facts(text, blocks, declared, marks, code)
    if metadata.first(facts, "published") is None:
        canonical = [said for said in declared if said.name == "canonical"]
        facts += tuple(dict.fromkeys(dates.stated(text, blocks, root, capture.record.url, canonical, code)))
    walled = any(
        b.label in ("promo", "newsletter") and wrapper_words.asks_to_subscribe(text[b.start : b.end]) for b in blocks
    )
    because = assessable.reason_not_assessable(text, blocks, declared, walled)
    because = walls.wall(capture) or because
    first = metadata.first
    return Page(
        text, capture.record.medium, tuple(blocks), capture.record.url, code,
        first(facts, "headline"), first(facts, "byline"), first(facts, "dateline"), first(facts, "published"),
        first(facts, "modified"), facts, declared, marks, because is None, because,
    )  # fmt: skip


def _absolute(url: str | None, href: str) -> str:
    if not url or href.startswith(("http:", "https:")):
        return href
    try:
        return urljoin(url, href)
    except ValueError:  # a malformed address on the page stays as it is
        return href


def _declared(root: _Element | None, url: str | None, html: str) -> tuple[Declared, ...]:
    if root is None:
        return ()
    return read_declared(root, url, html)


def _listed(capture: Capture) -> tuple[Declared, ...]:
    """The source that the publisher's own feed declares for the page. What another's feed says is on record only."""
    listing = capture.target.listing
    if listing is None or not listing.own or not listing.source:
        return ()
    return (Declared("source-organization", listing.source, "feed:item.source"),)


def lines_of(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The lines of the blocks: a block of several lines (hard-wrapped plain text) gives each of them."""
    lines: list[Span] = []
    for block in blocks:
        start = block.start
        while start < block.end:
            end = text.find("\n", start, block.end)
            end = block.end if end < 0 else end
            if text[start:end].strip():
                lines.append(Span(start, end))
            start = end + 1
    return lines
