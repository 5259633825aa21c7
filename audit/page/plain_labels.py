"""Labels for the blocks of a plain-text input, which has no markup: words, lengths and order decide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.model import DATE_LINE, Label, Span
from audit.page.labels import _FAMILIES, Labelled
from audit.page.wrapper_words import family_of, is_share_bar

_ENDS = re.compile(r"[.!?…。！？؟।][\"”’»'」』)\]]*$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s*(?:19|20)\d\d|copyright\b)", re.IGNORECASE)
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[./:]\d{1,2}|\d{1,2}[年月日]")
_RUNNING = 120
"""Characters from which a block counts as running text."""
_OPENING_FAMILIES = frozenset(
    {"comments", "newsletter", "related", "share", "copyright", "disclaimer", "correction", "author-bio"}
)


def label_blocks(text: str, blocks: Sequence[Span]) -> list[Labelled]:
    """The labels of `blocks`, which tile `text`."""
    words = [text[b.start : b.end] for b in blocks]
    running = [i for i, w in enumerate(words) if len(w) >= _RUNNING or (_ENDS.search(w) and len(w) >= 40)]
    first = running[0] if running else len(words)
    labelled: list[Labelled] = []
    section: Label | None = None
    for index, line in enumerate(words):
        one = _label(line, index, first, bool(running))
        if one.label in ("comments", "related", "newsletter") and len(line) < 60 and index > first:
            section = one.label
        elif section is not None and one.label == "body":
            if len(line) >= _RUNNING * 2 and section != "comments":
                section = None
            else:
                one = Labelled(section, 0.6, f"follows a heading of {section}")
        labelled.append(one)
    return labelled


def _label(line: str, index: int, first: int, has_text: bool) -> Labelled:
    if is_share_bar(line):
        return Labelled("share", 0.95, "names of share buttons run together")
    hit = family_of(line)
    if hit is not None and (
        hit[1]
        or (hit[0] in _OPENING_FAMILIES and (hit[0] in ("disclaimer", "copyright", "correction") or len(line) < 160))
    ):
        label, why = _FAMILIES[hit[0]]
        return Labelled(label, 0.9 if hit[1] else 0.8, why)
    if _COPYRIGHT.match(line) and len(line) < 300:
        return Labelled("copyright", 0.9, "a copyright line")
    if index < first and has_text:
        if index == 0 and len(line) <= 300:
            return Labelled("headline", 0.85, "the first line, short, with running text below it")
        if hit is not None and hit[0] in _FAMILIES:
            label, why = _FAMILIES[hit[0]]
            return Labelled(label, 0.8, why)
        if _DATE.search(line) and len(line) <= 80:
            return Labelled("byline", 0.7, DATE_LINE)
        if len(line) >= 40:
            return Labelled("standfirst", 0.6, "stands between headline and text")
        return Labelled("other", 0.5, "a short line above the text")
    if hit is not None and hit[0] in ("photo", "promo") and len(line) < 160:
        label, why = _FAMILIES[hit[0]]
        return Labelled(label, 0.7, why)
    if index == 0 and len(line) < _RUNNING and not _ENDS.search(line):
        return Labelled("headline", 0.6, "the first line, short")
    return Labelled(
        "body", 0.9 if len(line) >= _RUNNING else 0.7, "running text" if len(line) >= 40 else "a line of the text"
    )
