"""The counts behind the profile: words of reporting and wrapper, words quoted, claims by voice, depth, origins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audit.findings.case import Case
from audit.findings.names import key
from audit.model import Chain, Shares, Span

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile('“[^”]{1,2000}”|"[^"]{1,2000}"|«[^»]{1,2000}»|„[^“”]{1,2000}[“”]|「[^」]{1,2000}」')

NAMED = frozenset({"person", "organisation", "government", "outlet", "document"})
"""Voice types that can be asked or looked up."""
UNNAMED = frozenset({"unnamed", "collective"})
"""Voice types that cannot: the unnamed, and groups of nobody in particular."""


def count_shares(case: Case) -> Shares:
    """The counts for a page; a page that cannot be assessed has none."""
    if not case.page.assessable:
        return Shares()
    text = case.text
    types = [c.voice.type for c in case.claims]
    return Shares(
        words_reporting=sum(count_words(b.span.of(text)) for b in case.page.blocks if b.reporting),
        words_wrapper=sum(count_words(b.span.of(text)) for b in case.page.blocks if not b.reporting),
        words_quoted=sum(count_words(s.of(text)) for s in quoted_spans(case)),
        claims_named=sum(t in NAMED for t in types),
        claims_unnamed=sum(t in UNNAMED for t in types),
        claims_unvoiced=sum(t == "none" for t in types),
        longest_chain=max((c.hops for c in case.provenance.chains), default=0),
        independent_origins=len(origins(case)) or None,
    )


def count_words(text: str) -> int:
    """Runs of letters and digits."""
    return len(_WORD.findall(text))


def quoted_spans(case: Case) -> tuple[Span, ...]:
    """Attributed words that stand in quotation marks, without overlaps, in order."""
    found: list[Span] = []
    for claim in case.claims:
        if claim.kind == "indirect":
            continue
        for content in claim.content:
            start, end = max(0, content.start - 1), min(len(case.text), content.end + 1)
            inside = [Span(start + m.start(), start + m.end()) for m in _QUOTED.finditer(case.text[start:end])]
            found.extend(inside or ([content] if claim.kind == "direct" else []))
    return _merged(found)


def origins(case: Case) -> tuple[str, ...]:
    """The newsrooms nearest to the end voices, once each: what stands behind a claim before anybody repeated it.

    Two chains that pass through the same last newsroom have one origin, however many publishers carry it.
    """
    named = [_origin(case, chain) for chain in case.provenance.chains]
    return tuple({key(name): name for name in reversed(named)}.values())[::-1]


def _origin(case: Case, chain: Chain) -> str:
    last = case.newsrooms(chain)[-1:]
    if not last:
        return case.publisher_name
    return last[0].name or f"an unnamed {last[0].type}"


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
