"""The press as a whole: "Pakistani media outlets", "spanischen Medienberichten zufolge", "местные СМИ".

A nation or class must be named ("Iranian state media"); bare "media reports" name nobody and are left to the voices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from audit.model import Block, Citation, Node, Span
from audit.provenance.citations.rows import BLANK, EDGE, LETTER, REACH, UNSPACED, Compiled, words


def collective_voices(text: str, block: Block, language: str, rows: Sequence[Compiled]) -> Iterator[Citation]:
    """The collective voices that a block relays."""
    part = text[block.start : block.end]
    for start, end in _named(part, language):
        left, right = part[max(0, start - REACH) : start], part[end : end + REACH]
        for candidate in rows:
            if candidate.row.where:
                continue
            before = candidate.before.search(left) if candidate.before is not None else None
            after = candidate.after.match(right) if candidate.after is not None else None
            if (candidate.before is None) != (before is None) or (candidate.after is None) != (after is None):
                continue
            first, last = block.start + start, block.start + end
            cue = Span(last, last + after.end()) if after else Span(first - len(left) + _start(before), first)
            name = _base_form(" ".join(part[start:end].split()), language)
            strength = round(candidate.row.strength * 0.8, 3)
            yield Citation(Node(name, "collective"), first, last, cue, candidate.row.id, strength)
            break


def _start(match: Any) -> int:
    return 0 if match is None else int(match.start())


def _named(part: str, language: str) -> Iterator[tuple[int, int]]:
    pattern = _pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(part):
        start, end = match.span(1)
        # "der Deutschen Presse-Agentur": a piece of a name.
        if part[start:end].split()[0].lower() not in _no_adjectives(language) and part[end : end + 1] not in ("-", "‑"):
            yield start, end


@cache
def _no_adjectives(language: str) -> frozenset[str]:
    return frozenset(words()[language].noadj.split("|"))


@cache
def _pattern(language: str) -> Any:
    import re2

    known = words()[language]
    if not (known.coll and known.colladj):
        return None
    press = "|".join(sorted(known.coll.split("|"), key=len, reverse=True)).replace(" ", f"{BLANK}+")
    quality = known.colladj.replace("[A-Z]", r"(?-i:\p{Lu})").replace("{L}", LETTER).replace(" ", f"{BLANK}+")
    if language in UNSPACED:
        return re2.compile(f"((?:{quality})+ ?(?:{press}))")
    first = f"(?:(?:{quality}){BLANK}+)+(?:{press})"
    second = f"(?:{press})(?:{BLANK}+(?:{quality}))+"
    order = {"before": first, "after": second}.get(known.collorder, f"{first}|{second}")
    return re2.compile(f"(?i)(?:^|{EDGE})({order})(?:{EDGE}|$)")


def _base_form(name: str, language: str) -> str:
    """The name as a dictionary would have it, where the language says how (`spanischen Medienberichten`: spanische Medien)."""
    heads = words()[language].collhead
    if not heads:
        return name
    first, _, last = name.rpartition(" ")
    head = heads.get(last.lower(), last)
    return re.sub(r"(isch|lich|lokal|regional|international)e[nrms]\b", r"\1e", first) + " " + head
