"""What the headline does with a claim's source and its hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, nobody, person, unnamed
from audit.findings.specimen import specimen
from audit.model import Attribution, Quoted

_WORD = re.compile(r"[^\W\d_]{4,}")
_ATTRIBUTED = re.compile(
    r"[:“”\"‘’'«»„?]|\b(?:says?|said|reports?|sources?|claims?|alleged\w*|reported\w*|may|might|could|would)\b", re.I
)

ALIKE = 0.6
"""Share of the headline's longer words that must stand in the claim for the two to say the same."""


def _headline(case: Case) -> Quoted | None:
    block = next(iter(case.labelled("headline")), None)
    return case.quote(block.span) if block is not None else None


def _firm(case: Case) -> Iterator[Draft]:
    headline = _headline(case)
    if headline is None or _ATTRIBUTED.search(headline.quote):
        return
    if any(a.where == "headline" for a in case.provenance.attributions):
        return
    words = _stems(headline.quote)
    if len(words) < 3:
        return
    for one in case.claims:
        if not (one.hedges or one.voice.type in ("unnamed", "none")) or not one.content:
            continue
        content = _stems(" ".join(s.of(case.text) for s in one.content))
        if len(words & content) < ALIKE * len(words):
            continue
        yield Draft(
            f"The headline states “{case.words(headline.start, headline.end)}”; the text {_has_it(case, one)}.",
            (headline, *case.quotes(one.content[:1]), *case.quotes((*one.hedges, *one.source)[:1])),
            confidence=0.5,
            key="firm-headline",
        )
        return


def _has_it(case: Case, one: Attribution) -> str:
    if one.hedges:
        return f"only says “{case.words(one.hedges[0].start, one.hedges[0].end)}”"
    at = case.source_of(one)
    return f"has it from “{case.words(at.start, at.end)}”"


def _stems(text: str) -> set[str]:
    return {w.casefold()[:5] for w in _WORD.findall(text)}


FIRM_HEADLINE = Rule(
    code="ATT140",
    name="headline-firmer-than-text",
    level="note",
    consumes="attribution",
    needs="attributions",
    stability="preview",
    preview_because="That headline and claim say the same is judged by shared words, which is too coarse to be sure.",
    summary="The headline states as fact what the text hedges or lays to somebody unnamed.",
    why="Most readers see only the headline, and every copy of the page carries it on.",
    answer="Put the source or the hedge into the headline.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: headlines reflect the content",
        "Reuters, Handbook: source the headline",
    ),
    false_positives=("A fact that other paragraphs establish with named sources.",),
    check=_firm,
    fires=(
        lambda: specimen(
            "headline: Ferry Company Stops Summer Service",
            "body: The ferry company stops its summer service, port sources said.",
            claims=[
                claim(
                    "port sources", "said", "The ferry company stops its summer service", unnamed("port sources", "G2")
                )
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "headline: Ferry company stops summer service, sources say",
            "body: The ferry company stops its summer service, port sources said.",
            claims=[
                claim(
                    "port sources", "said", "The ferry company stops its summer service", unnamed("port sources", "G2")
                )
            ],
        ),
        lambda: specimen(
            "headline: Ferry Company Stops Summer Service",
            "body: The ferry company stops its summer service, Ivo Brandt said.",
            claims=[claim("Ivo Brandt", "said", "The ferry company stops its summer service", person("Ivo Brandt"))],
        ),
    ),
)


def _unnamed_in_headline(case: Case) -> Iterator[Draft]:
    for one in case.provenance.attributions:
        if one.where != "headline" or one.voice.type not in ("unnamed", "none") or not (one.source or one.hedges):
            continue
        at = case.quote((one.source or one.hedges)[0])
        yield Draft(
            f"The headline rests on “{case.words(at.start, at.end)}”.",
            (at, absent("a named voice", "the headline")),
            confidence=one.confidence,
        )


UNNAMED_IN_HEADLINE = Rule(
    code="ANO213",
    name="unnamed-source-in-headline",
    level="info",
    consumes="attribution",
    needs="attributions",
    summary="The headline itself rests on somebody unnamed.",
    why="A headline on an unnamed source's word gives that word the most room there is.",
    answer="See that the text says how many sources there are, how they know, and why they are unnamed.",
    standards=("AP, When is it OK to use anonymous sources: only where the information is vital",),
    false_positives=("None known: the statement is of fact.",),
    check=_unnamed_in_headline,
    fires=(
        lambda: specimen(
            "headline: Ferry to stop, sources say",
            "body: The ferry will stop.",
            claims=[claim("sources", "say", "Ferry to stop", unnamed("sources", "G0"), where="headline")],
        ),
        lambda: specimen(
            "headline: Ferry reportedly stops",
            "body: The ferry will stop.",
            claims=[claim("", "", "Ferry reportedly stops", nobody(), hedges=("reportedly",), where="headline")],
        ),
    ),
    spares=(
        lambda: specimen(
            "headline: Ferry to stop, minister says",
            "body: The ferry will stop, sources say.",
            claims=[
                claim("minister", "says", "Ferry to stop", person("Anton Reyl"), where="headline"),
                claim("sources", "say", "The ferry will stop", unnamed("sources", "G0")),
            ],
        ),
    ),
)

RULES = (FIRM_HEADLINE, UNNAMED_IN_HEADLINE)
