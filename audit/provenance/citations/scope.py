"""Relays that a scope rule infers from an outlet cited before: the words of the rule go into `relay_scope`.

`the listener, same paragraph`
    "… according to a report by Harbour TV. Two diplomats told **the channel** …": a class noun with an article in an outlet's
    place, where a row of citation matches around it, means the outlet cited last in the paragraph.
`next sentence, same paragraph`
    Where an outlet's report was given in a sentence, a source in the sentence after that is not named in full (unnamed,
    collective, nobody) is taken to be the report's. Not where the outlet was only talked to ("told Harbour TV").

Both are inferred; the attributions' own rules, which know more of English sentences, go before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from audit.model import Attribution, Block, Citation, Page, Span
from audit.provenance.citations.candidates import Candidate
from audit.provenance.citations.language import languages_of
from audit.provenance.citations.matching import match_around
from audit.provenance.citations.party import are_parties
from audit.provenance.citations.rows import BLANK, EDGE, words

LISTENER = "the listener, next sentence, same paragraph"
NEXT_SENTENCE = "next sentence, same paragraph"
_VAGUE = frozenset({"unnamed", "collective", "none"})
_TALKED_TO = ("told", "interview", "said-on", "auf-sendung", "own-effort", "possessive", "front", "end")
"""Parts of ids of rows in which the outlet gives no report of its own."""
_SENTENCE_END = re.compile(r"[.!?。！？؟।][\"'”’»)\]]*\s+(?=\S)|[。！？]")
REACH = 80
"""Characters between an attribution's cue and the listener it names."""


def carry_over(
    page: Page, citations: Sequence[Citation], attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions, those that a rule carries an outlet over to with `relayed_by` set and marked inferred.

    Outlets that are a party to the story relay nothing.
    """
    attributions = _without_parties(page, attributions)
    named = [c for c in citations if c.outlet.type == "outlet" and c.outlet.name]
    if not named:
        return tuple(attributions)
    tongue = (*languages_of(page), "")[0]
    blocks = {citation: _block(page, citation.start) for citation in named}
    echoes: dict[int, list[Span]] = {}
    result = []
    for one in attributions:
        block = _block(page, one.start)
        if one.relayed_by or one.where != "body" or one.voice.type == "outlet" or block is None:
            result.append(one)
            continue
        before = [c for c in named if blocks[c] is block and c.end <= one.start]
        if not before:
            result.append(one)
            continue
        if block.start not in echoes:
            echoes[block.start] = _listeners(page, block, before[-1].outlet.name or "", tongue) if tongue else []
        heard = next((e for e in echoes[block.start] if one.start <= e.end and e.start <= one.end + REACH), None)
        scope = LISTENER if heard else _next_sentence(page, before[-1], one, attributions)
        result.append(_relayed(one, before[-1], heard, scope) if scope else one)
    return tuple(result)


def _without_parties(page: Page, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    relays = {name for one in attributions for name in one.relayed_by}
    parties = are_parties(page.text, relays, languages_of(page)) if relays else frozenset()
    if not parties:
        return tuple(attributions)
    kept = ((one, tuple(name for name in one.relayed_by if name not in parties)) for one in attributions)
    return tuple(
        one if names == one.relayed_by else msgspec.structs.replace(one, relayed_by=names) for one, names in kept
    )


def _relayed(one: Attribution, citation: Citation, heard: Span | None, scope: str) -> Attribution:
    evidence = (Span(citation.start, citation.end), *((heard,) if heard else ()))
    return msgspec.structs.replace(
        one,
        relayed_by=(citation.outlet.name or "",),
        relay_basis="inferred",
        relay_scope=scope,
        relay_evidence=evidence,
    )


def _block(page: Page, offset: int) -> Block | None:
    return next((b for b in page.blocks if b.start <= offset < b.end), None)


def _next_sentence(page: Page, citation: Citation, one: Attribution, attributions: Sequence[Attribution]) -> str | None:
    """The rule's name where a report stands in the sentence before and nobody else has spoken since."""
    if one.voice.type not in _VAGUE or any(part in citation.row for part in _TALKED_TO):
        return None
    if len(_SENTENCE_END.findall(page.text[citation.end : one.start])) != 1:
        return None
    since = (a for a in attributions if citation.end < a.start < one.start)
    return None if any(a.voice.type not in _VAGUE for a in since) else NEXT_SENTENCE


def _listeners(page: Page, block: Block, name: str, language: str) -> list[Span]:
    """Class nouns with an article in the block that stand where an outlet would be cited."""
    pattern = _pattern(language)
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(block.span.of(page.text)):
        start, end = match.span(1)
        candidate = Candidate(block.start + start, block.start + end, None, True, name)
        if match_around(page.text, block, candidate, language) is not None:
            found.append(Span(candidate.start, candidate.end))
    return found


@cache
def _pattern(language: str) -> Any:
    import re2

    known = words()[language]
    if not known.that or not known.cls:
        return None
    nouns = known.cls.replace("{L}", r"\pL").replace(" ", f"{BLANK}+")
    return re2.compile(f"(?i)(?:^|{EDGE})(?:{known.that}){BLANK}*((?:{nouns}))(?:{EDGE}|$)")
