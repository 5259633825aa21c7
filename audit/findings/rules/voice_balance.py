"""How many voices a text rests on, and how many of them have a name."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.shares import NAMED
from audit.findings.sketches import claim, person, unnamed
from audit.findings.specimen import specimen
from audit.findings.wording import count

ENOUGH = 4
"""Attributed claims from which a balance of voices means something."""


def _single(case: Case) -> Iterator[Draft]:
    if len(case.groups) != 1 or case.provenance.kind in ("press-release", "sponsored"):
        return
    (group,) = case.groups
    if len(group.attributions) < ENOUGH or len(case.claims) != len(group.attributions):
        return
    name = group.voice.name or "one voice"
    yield Draft(
        f"All {len(case.claims)} attributed claims rest on one voice, {name}.",
        (*(case.source_of(c) for c in group.attributions[:3]), absent("a second voice", "the whole text")),
        confidence=min(0.8, group.voice.confidence),
        key="single-voice",
    )


SINGLE_VOICE = Rule(
    code="ATT150",
    name="single-voice",
    level="note",
    consumes="attribution",
    needs="all-attributions",
    summary="Everything that is attributed is attributed to one voice.",
    why="One voice is one side. The text does not show that anybody else was asked.",
    answer="Ask whoever is affected or knows better, or say that they did not answer.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: reluctant to rely on one source",
        "SPJ Code of Ethics: seek a response",
    ),
    false_positives=("Interviews, obituaries, short notices of what an office announced.",),
    check=_single,
    fires=(
        lambda: specimen(
            "body: Ivo Brandt said the hull broke. Ivo Brandt said the engine failed.",
            "body: Ivo Brandt said the crew left. Ivo Brandt said the port closed.",
            claims=[
                claim("Ivo Brandt", "said", what, person("Ivo Brandt"))
                for what in ("the hull broke", "the engine failed", "the crew left", "the port closed")
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: Ivo Brandt said the hull broke. Ivo Brandt said the engine failed.",
            "body: Ivo Brandt said the crew left. Ada Moore said the port closed.",
            claims=[
                *(
                    claim("Ivo Brandt", "said", what, person("Ivo Brandt"))
                    for what in ("the hull broke", "the engine failed", "the crew left")
                ),
                claim("Ada Moore", "said", "the port closed", person("Ada Moore")),
            ],
        ),
    ),
)


def _majority(case: Case) -> Iterator[Draft]:
    unnamed_claims = [c for g in case.unnamed for c in g.attributions]
    named = sum(len(g.attributions) for g in case.groups if g.voice.type in NAMED)
    if len(unnamed_claims) + named < ENOUGH or len(unnamed_claims) <= named or not named:
        return
    yield Draft(
        f"{count(len(unnamed_claims), 'claim')} rest on unnamed voices, {named} on named ones.",
        tuple(case.source_of(c) for c in unnamed_claims[:4]),
        confidence=0.8,
        key="unnamed-majority",
    )


UNNAMED_MAJORITY = Rule(
    code="ANO210",
    name="unnamed-majority",
    level="note",
    consumes="attribution",
    needs="all-attributions",
    summary="More claims rest on unnamed voices than on named ones.",
    why="Unnamed sources are the weakest there are; here they carry most of the text.",
    answer="Put named sources and documents beside them, or say why none could be had.",
    standards=("Reuters, Handbook: unnamed sources are the weakest sources",),
    false_positives=("Reports from places where nobody can speak by name.",),
    check=_majority,
    fires=(
        lambda: specimen(
            "body: A pilot said the hull broke. A pilot said the engine failed.",
            "body: A pilot said the crew left. Ada Moore said the port closed.",
            claims=[
                *(
                    claim("A pilot", "said", what, unnamed("A pilot"))
                    for what in ("the hull broke", "the engine failed", "the crew left")
                ),
                claim("Ada Moore", "said", "the port closed", person("Ada Moore")),
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: A pilot said the hull broke. Ivo Brandt said the engine failed.",
            "body: Ivo Brandt said the crew left. Ada Moore said the port closed.",
            claims=[
                claim("A pilot", "said", "the hull broke", unnamed("A pilot")),
                *(
                    claim("Ivo Brandt", "said", what, person("Ivo Brandt"))
                    for what in ("the engine failed", "the crew left")
                ),
                claim("Ada Moore", "said", "the port closed", person("Ada Moore")),
            ],
        ),
    ),
)


def _only_unnamed(case: Case) -> Iterator[Draft]:
    if not case.unnamed or any(g.voice.type in NAMED for g in case.groups):
        return
    names = [g.voice.name or "a source" for g in case.unnamed]
    sources = f"one, “{names[0]}”" if len(names) == 1 else f"{len(names)}, “{names[0]}” among them"
    yield Draft(
        f"No voice in this text has a name; the unnamed are {sources}.",
        (*(case.source_of(g.attributions[0]) for g in case.unnamed[:4]), absent("a named voice", "the whole text")),
        confidence=0.8,
        key="only-unnamed",
    )


ONLY_UNNAMED = Rule(
    code="ANO211",
    name="only-unnamed-voices",
    level="note",
    consumes="attribution",
    needs="all-attributions",
    summary="No voice in the text has a name.",
    why="Nothing in the text can be taken up with anybody: the newsroom's word for its sources is all there is.",
    answer="Seek one named source or document; where there is none, say what was done to verify.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: a single anonymous source is a matter for senior editors",
        "AP, When is it OK to use anonymous sources: seek more than one source",
    ),
    false_positives=("Short notices that rest on what the reporter saw and one passer-by's remark.",),
    check=_only_unnamed,
    fires=(
        lambda: specimen(
            "body: A pilot said the hull broke.",
            claims=[claim("A pilot", "said", "the hull broke", unnamed("A pilot"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: A pilot said the hull broke. Ada Moore said the port closed.",
            claims=[
                claim("A pilot", "said", "the hull broke", unnamed("A pilot")),
                claim("Ada Moore", "said", "the port closed", person("Ada Moore")),
            ],
        ),
    ),
)

RULES = (SINGLE_VOICE, UNNAMED_MAJORITY, ONLY_UNNAMED)
