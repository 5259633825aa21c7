"""Claims with nobody, or nobody in particular, behind them."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case, VoiceGroup
from audit.findings.described import is_group, said
from audit.findings.drafts import about_voice
from audit.findings.phrasing import absent, clipped
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, nobody, person, unnamed, voice
from audit.findings.specimen import specimen
from audit.findings.words import finds, first


def _unvoiced(case: Case) -> Iterator[Draft]:
    for one in case.claims:
        if one.voice.type != "none":
            continue
        marks = one.hedges or one.cue
        if not marks or finds("no-hedge", " ".join(s.of(case.text) for s in marks)):
            continue
        start, end = one.start, max(one.end, marks[-1].end)
        yield Draft(
            f"“{case.words(start, end)}”: nobody is named, or even described, as the source of this.",
            (*case.quotes(marks[:1]), *case.quotes(one.content[:1]), absent("who says so", "the same sentence")),
            confidence=one.confidence,
        )


CLAIM_WITHOUT_VOICE = Rule(
    code="ATT101",
    name="claim-without-voice",
    level="note",
    consumes="attribution",
    needs="attributions",
    summary="A claim is hedged or put in the passive (“reportedly”, “is believed to”) and no source stands behind it.",
    why="A hedge tells readers that the newsroom does not vouch for the claim. Without a source they cannot tell who does.",
    answer="Name or describe whoever says so, in the same sentence; where nobody can be given, say why, or leave it out.",
    standards=(
        "AP, Statement of News Values: what is disputable and was not witnessed is attributed, in the same sentence",
        "Reuters, Handbook: source every statement that is not established or witnessed",
    ),
    false_positives=(
        "Court reporting, where “allegedly” is a legal duty and the charge sheet is named a paragraph earlier.",
        "General belief that nobody disputes (“is said to bring luck”).",
    ),
    weak_on=("hard to game",),
    check=_unvoiced,
    fires=(
        lambda: specimen(
            "body: The mediators are believed to be pushing for a pause.",
            claims=[
                claim(
                    "",
                    "are believed to be",
                    "The mediators are believed to be pushing for a pause",
                    nobody(),
                    hedges=("are believed to be",),
                )
            ],
        ),
        lambda: specimen(
            "body: The crew reportedly refused to sign.",
            claims=[claim("", "", "The crew reportedly refused to sign", nobody(), hedges=("reportedly",))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The crew is known to sing.",
            claims=[claim("", "is known", "The crew is known to sing", nobody(), hedges=("is known",))],
        ),
        lambda: specimen(
            "body: The crew reportedly refused to sign, harbour master Ivo Brandt said.",
            claims=[
                claim(
                    "Ivo Brandt",
                    "said",
                    "The crew reportedly refused to sign",
                    person("Ivo Brandt"),
                    hedges=("reportedly",),
                )
            ],
        ),
    ),
)


def _collective(case: Case) -> Iterator[Draft]:
    for group in case.groups:
        voiced, claims = group
        if voiced.type != "collective" or not any(said(c, case.text, or_thought=True) for c in claims):
            continue
        if not is_group(case.source_of(claims[0]).quote) or finds("unnamed-media", voiced.name or ""):
            continue  # ATT112 speaks of newsrooms
        yield about_voice(case, group, f"“{case.called(group)}”: which of them said so is not told.", key="collective")


COLLECTIVE_VOICE = Rule(
    code="ATT111",
    name="collective-voice",
    level="info",
    consumes="attribution",
    needs="all-attributions",
    summary="A claim is laid to a group as a whole: observers, the media, critics, a side.",
    why="A group does not speak. The reader cannot tell how many of its members said so, or whether the reporter asked any.",
    answer="Name one or two of the group, or say how the group's view is known: a poll, a statement, a count of reports.",
    standards=("Reuters, Handbook: be as specific as possible about sources",),
    false_positives=("Groups that do speak with one voice through a body that is named nearby.",),
    weak_on=("hard to game",),
    check=_collective,
    fires=(
        lambda: specimen(
            "body: Observers said the pause would not last.",
            claims=[claim("Observers", "said", "the pause would not last", voice("collective", "Observers"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The Harbour Pilots' Union said the pause would not last.",
            claims=[
                claim(
                    "The Harbour Pilots' Union",
                    "said",
                    "the pause would not last",
                    voice("organisation", "The Harbour Pilots' Union"),
                )
            ],
        ),
        lambda: specimen(
            "body: A source said the pause would not last.",
            claims=[claim("A source", "said", "the pause would not last", unnamed("A source", "G0"))],
        ),
    ),
)


def _unnamed_media(case: Case) -> Iterator[Draft]:
    for group in case.groups:
        voiced = group.voice
        if voiced.type not in ("collective", "unnamed") or not voiced.name or not finds("unnamed-media", voiced.name):
            continue
        missing = absent("the name of a newsroom", "the source's words")
        says = f"“{_media(case, group)}”: which newsroom reported this is not said."
        yield about_voice(case, group, says, missing, key="media")


def _media(case: Case, group: VoiceGroup) -> str:
    """The words for the media with the one before them: `local media` of `he told local media`."""
    words = case.source_of(group.attributions[0]).quote
    found = first("unnamed-media", words)
    if found is None:
        return case.called(group)
    before = words[: found.start].split()[-1:]
    return clipped(" ".join([*before, words[found.start : found.end]]))


UNNAMED_MEDIA = Rule(
    code="ATT112",
    name="unnamed-media-reports",
    level="note",
    consumes="attribution",
    needs="attributions",
    summary="A claim is laid to media reports without saying whose.",
    why="“Media reports” may be one post repeated many times. The reader cannot go and look, or count the origins.",
    answer="Name the newsroom that had it first and link its report.",
    standards=("BBC, Editorial Guidelines, accuracy: attribute reports to those who made them",),
    false_positives=("A press review whose newsrooms are all named a sentence later.",),
    check=_unnamed_media,
    fires=(
        lambda: specimen(
            "body: Both sides left the table, according to local media outlets.",
            claims=[
                claim(
                    "local media outlets",
                    "according to",
                    "Both sides left the table",
                    voice("collective", "local media outlets"),
                )
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: Both sides left the table, Coast TV reported.",
            claims=[claim("Coast TV", "reported", "Both sides left the table", voice("outlet", "Coast TV"))],
        ),
        lambda: specimen(
            "body: Both sides left the table, residents said.",
            claims=[claim("residents", "said", "Both sides left the table", voice("collective", "residents"))],
        ),
    ),
)

RULES = (CLAIM_WITHOUT_VOICE, COLLECTIVE_VOICE, UNNAMED_MEDIA)
