"""`tracewire compare` for people: the two texts side by side, what differs, what it means, and the family of the text.

Like a report it is one file that runs nothing, asks for nothing and gives equal bytes for equal input.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from audit.model import AlignedPair, Audit, ComparedPage, Comparison, Drift, Evidence, Quoted, Span
from audit.report import family_svg, templating, visible, wording
from audit.report.about import moment
from audit.report.annotate import Markings
from audit.report.direction import attributes
from audit.report.evidence import Quoter

KINDS = {
    "verbatim": ("=", "the same in both"),
    "edited": ("±", "edited"),
    "moved": ("↕", "moved"),
    "merged": ("⊃", "merged from several sentences"),
    "split": ("⊂", "split into several sentences"),
    "added": ("+", "only in the copy"),
    "dropped": ("−", "only in the original"),
}
"""The sign and the word of each kind; the two say the same."""
FIRST = {
    "copy": "The page given as the copy was first",
    "original": "The page given as the original was first",
    "unknown": "Who was first is not known",
}
_MOST_WORDS = 600
"""Words of a passage that are compared one by one; of longer ones each side is shown as a whole."""


class Cell(NamedTuple):
    """One side of a row: its words with the changes marked, language and direction."""

    text: Markup
    lang: str
    dir: str


class Row(NamedTuple):
    """A stretch of the two texts that belongs together."""

    kind: str
    sign: str
    word: str
    copy: Cell | None
    original: Cell | None
    findings: tuple[tuple[str, str, str], ...]
    """Code, name, anchor of each finding that rests on it."""


def render(comparisons: Sequence[Comparison], copy: Audit, originals: Sequence[Audit]) -> str:
    """The page on `comparisons` of `copy` with each of `originals`, in their order."""
    style = templating.source("report.css") + templating.source("compare.css")
    sections = [
        _section(number, one, copy, original)
        for number, (one, original) in enumerate(zip(comparisons, originals, strict=True), 1)
    ]
    family = comparisons[0].family
    pages = [comparisons[0].copy, *(c.original for c in comparisons)]
    return templating.template("compare.html.j2").render(
        title=visible.plain(comparisons[0].copy.headline or comparisons[0].copy.name),
        tool=comparisons[0].tool,
        ruleset=comparisons[0].ruleset,
        pages=[_page(number, page) for number, page in enumerate(pages)],
        sections=sections,
        several=len(comparisons) > 1,
        tree=family_svg.draw(family, pages) if family else None,
        origins=len(family.origins) if family else 0,
        merges=[visible.html(m) for m in family.merges] if family else [],
        style=Markup(style),  # noqa: S704 - our own stylesheets
        policy=f"default-src 'none'; style-src '{templating.source_hash(style)}'; base-uri 'none'; form-action 'none'",
    )


def _page(number: int, page: ComparedPage) -> dict[str, object]:
    return {
        "number": number + 1,
        "role": "copy" if number == 0 else "original",
        "publisher": visible.html(page.publisher or "publisher not named"),
        "headline": visible.html(page.headline or page.name),
        "published": visible.html(page.published or "not given"),
        "captured": moment(page.captured_at),
        "url": visible.html(page.url) if page.url else None,
        "sha256": visible.html(page.sha256),
    }


def _section(number: int, one: Comparison, copy: Audit, original: Audit) -> dict[str, object]:
    overlap = one.alignment.overlap
    quoters = [
        Quoter(a.page.text, a.page.language, Markings(a.page.text, a.page.blocks), whole=False)
        for a in (copy, original)
    ]
    anchors = {drift.fingerprint: f"f-{number}-{n}" for n, drift in enumerate(one.findings, 1)}
    return {
        "number": number,
        "name": visible.html(one.original.publisher or one.original.name),
        "not_assessable": visible.html(one.not_assessable_because) if one.not_assessable_because else None,
        "copy_share": f"{overlap.copy_share:.0%}",
        "original_share": f"{overlap.original_share:.0%}",
        "counted": (overlap.copy_shared, overlap.copy_words, overlap.original_shared, overlap.original_words),
        "left_out": (overlap.quoted, overlap.boilerplate),
        "counts": _counts(one.alignment.pairs),
        "first": FIRST[one.precedence.first],
        "because": visible.html(one.precedence.because),
        "basis": wording.BASES[one.precedence.basis][0],
        "findings": [_finding(drift, anchors, quoters) for drift in one.findings],
        "headlines": (_cell(copy, copy.page.headline or "–"), _cell(original, original.page.headline or "–")),
        "rows": _rows(one, copy, original, anchors),
    }


def _counts(pairs: Iterable[AlignedPair]) -> list[tuple[str, str, int]]:
    counted = dict.fromkeys(KINDS, 0)
    for pair in pairs:
        counted[pair.kind] += 1
    return [(KINDS[kind][0], KINDS[kind][1], n) for kind, n in counted.items() if n]


def _finding(drift: Drift, anchors: dict[str, str], quoters: Sequence[Quoter]) -> dict[str, object]:
    return {
        "anchor": anchors[drift.fingerprint],
        "code": drift.code,
        "name": drift.name.replace("-", " "),
        "level": drift.level,
        "serious": drift.level in ("error", "warning"),
        "message": visible.html(drift.message),
        "confidence": f"{drift.confidence:.0%}",
        "in_copy": quoters[0].listed(drift.copy),
        "in_original": quoters[1].listed(drift.original),
    }


def _rows(one: Comparison, copy: Audit, original: Audit, anchors: dict[str, str]) -> list[Row]:
    marked = _marked(one)
    rows: list[Row] = []
    numbered = list(enumerate(one.alignment.pairs))
    for same, run in groupby(
        numbered, key=lambda item: item[1].kind if item[1].kind in ("verbatim", "dropped") else item[0]
    ):
        members = list(run)
        pairs = [pair for _, pair in members]
        drifts = [d for number, _ in members for d in marked.get(number, ())]
        found = tuple(dict.fromkeys((d.code, d.name.replace("-", " "), anchors[d.fingerprint]) for d in drifts))
        kind = pairs[0].kind
        sign, word = KINDS[kind]
        mine = _words(copy.page.text, [s for p in pairs for s in p.copy])
        theirs = _words(original.page.text, [s for p in pairs for s in p.original])
        if kind == "moved" and pairs[0].similarity < 1.0:
            word = "moved and edited"
        if same == "verbatim" or not mine or not theirs or pairs[0].similarity == 1.0:
            left, right = visible.html(mine), visible.html(theirs)
        else:
            left, right = _changes(mine, theirs)
        rows.append(
            Row(
                kind,
                sign,
                word,
                _cell(copy, mine, left) if mine else None,
                _cell(original, theirs, right) if theirs and kind != "verbatim" else None,
                found,
            )
        )
    return rows


def _marked(one: Comparison) -> dict[int, list[Drift]]:
    """The findings that rest on the words of each aligned pair, by its number."""
    marked: dict[int, list[Drift]] = {}
    mine = sorted((s.start, s.end, n) for n, p in enumerate(one.alignment.pairs) for s in p.copy)
    theirs = sorted((s.start, s.end, n) for n, p in enumerate(one.alignment.pairs) for s in p.original)
    for drift in one.findings:
        numbers = [*_at(mine, drift.copy), *_at(theirs, drift.original)]
        for number in dict.fromkeys(numbers):
            marked.setdefault(number, []).append(drift)
    return marked


def _at(places: Sequence[tuple[int, int, int]], evidence: Iterable[Evidence]) -> list[int]:
    found = []
    for quoted in (e for e in evidence if isinstance(e, Quoted)):
        at = max(0, bisect_right(places, quoted.start, key=lambda p: p[0]) - 1)
        while at < len(places) and places[at][0] < quoted.end:
            if places[at][1] > quoted.start:
                found.append(places[at][2])
            at += 1
    return found


def _words(text: str, spans: Sequence[Span]) -> str:
    """The words at `spans`, a new line where the page has one between them."""
    out = ""
    for number, span in enumerate(spans):
        if number:
            out += "\n" if "\n" in text[spans[number - 1].end : span.start] else " "
        out += span.of(text)
    return out


def _cell(audit: Audit, words: str, shown: Markup | None = None) -> Cell:
    return Cell(visible.html(words) if shown is None else shown, *attributes(words, audit.page.language))


def _changes(mine: str, theirs: str) -> tuple[Markup, Markup]:
    """Both texts, the words that only one of them has marked: `ins` in the copy, `del` in the original."""
    a, b = theirs.split(), mine.split()
    if max(len(a), len(b)) > _MOST_WORDS:
        return visible.html(mine), visible.html(theirs)
    left: list[Markup] = []
    right: list[Markup] = []
    for tag, i, j, k, m in SequenceMatcher(
        None, [_plain(w) for w in a], [_plain(w) for w in b], autojunk=False
    ).get_opcodes():
        gone, come = visible.html(" ".join(a[i:j])), visible.html(" ".join(b[k:m]))
        if tag == "equal":
            right.append(gone)
            left.append(come)
            continue
        if i < j:
            right.append(Markup("<del>{}</del>").format(gone))
        if k < m:
            left.append(Markup("<ins>{}</ins>").format(come))
    return Markup(" ").join(left), Markup(" ").join(right)


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:“”\"'’‘„«»()")


def summary(comparisons: Sequence[Comparison]) -> str:
    """A few lines for the terminal: shares, who was first, and every finding."""
    lines: list[str] = []
    for one in comparisons:
        overlap = one.alignment.overlap
        name, headline = one.original.publisher or one.original.name, one.original.headline or ""
        lines.append(f"Beside        {visible.plain(name)}: {visible.plain(headline)}")
        if one.not_assessable_because:
            lines.append(f"Not compared  {visible.plain(one.not_assessable_because)}")
        else:
            counts = ", ".join(f"{n} {word}" for _, word, n in _counts(one.alignment.pairs))
            lines.append(
                f"Shared        {overlap.copy_share:.0%} of the copy, {overlap.original_share:.0%} of the original"
            )
            lines.append(f"Sentences     {counts}")
        lines.append(f"First         {FIRST[one.precedence.first]}: {visible.plain(one.precedence.because)}")
        lines += [f"{d.code:<13} {d.level}: {visible.plain(d.message)}" for d in one.findings]
    family = comparisons[0].family
    if family is not None:
        lines.append(f"Origins       {len(family.origins)} independent in {len(comparisons) + 1} pages")
    return "\n".join(lines)
