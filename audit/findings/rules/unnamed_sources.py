"""How an unnamed source is described, and whether the reader is told why it has no name."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case, VoiceGroup
from audit.findings.drafts import about_voice
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, person, unnamed, voice
from audit.findings.specimen import specimen
from audit.findings.words import finds
from audit.model import Absence

_AP = (
    "AP, When is it OK to use anonymous sources: describe the source as precisely as possible and say why it is unnamed"
)
_NYT = "The New York Times, policy on confidential sources: tell readers how the source knows and why it is not named"


def _bare(case: Case) -> Iterator[Draft]:
    for group in case.unnamed:
        if group.voice.grade == "G0" and _introduces_a_source(case, group):
            yield _about(case, group, "tells nothing of who that is.", absent("a description", "the source's words"))


_TAKING_UP = frozenset({"the", "this", "that", "these", "those", "same", "another"})


def _introduces_a_source(case: Case, group: VoiceGroup) -> bool:
    """True for “a source”, “sources”; not for “the source”, which takes up one that was described before."""
    words = case.source_of(group.attributions[0]).quote.casefold().split()
    return finds("sources", group.voice.name or "") and not _TAKING_UP.intersection(words[:1])


BARE_SOURCE = Rule(
    code="ANO201",
    name="bare-source",
    level="note",
    consumes="attribution",
    needs="all-attributions",
    summary="An unnamed source is called a source and nothing more.",
    why="“A source” may be a minister or a passer-by. Readers can give its word no weight at all.",
    answer="Say what the source is: whose official, close to what, present at what, as precisely as its safety allows.",
    standards=(f"{_AP}; a bare “a source” is almost always barred", "Reuters, Handbook: be as specific as possible"),
    false_positives=("A source described earlier in the text and here only taken up again.",),
    weak_on=("hard to game",),
    check=_bare,
    fires=(
        lambda: specimen(
            "body: A source said the ferry would stop.",
            claims=[claim("A source", "said", "the ferry would stop", unnamed("A source", "G0"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The source said the ferry would stop.",
            claims=[claim("The source", "said", "the ferry would stop", unnamed("The source", "G0"))],
        ),
        lambda: specimen(
            "body: One said the ferry would stop.",
            claims=[claim("One", "said", "the ferry would stop", unnamed("One", "G0"))],
        ),
        lambda: specimen(
            "body: A senior port official said the ferry would stop.",
            claims=[
                claim("A senior port official", "said", "the ferry would stop", unnamed("A senior port official", "G3"))
            ],
        ),
    ),
)


def _no_reason(case: Case) -> Iterator[Draft]:
    for group in case.unnamed:
        if any(claim.voice.reason for claim in group.attributions):
            continue
        missing = absent("why the source is not named", "every sentence in which it speaks")
        yield _about(case, group, f"{_is(group)} not named, and no reason is given for it.", missing)


NO_REASON = Rule(
    code="ANO202",
    name="no-reason-for-anonymity",
    level="note",
    consumes="attribution",
    needs="all-attributions",
    summary="An unnamed source speaks and the page does not say why it may not be named.",
    why="The reason for anonymity tells readers what the source risks, or wants. Without it they cannot weigh what it says.",
    answer="Ask the source what may be said about the reason, and say it; where the copy is another's, ask its newsroom.",
    standards=(_AP, _NYT, "BBC, Editorial Guidelines, accuracy: give what description can be given without misleading"),
    false_positives=(
        "Passers-by in words that are not listed as such.",
        "A person introduced by name before, whom the words take up in a form that was not recognised.",
        "Reasons given in an earlier part of a series or in a note beside the text.",
    ),
    check=_no_reason,
    fires=(
        lambda: specimen(
            "body: Diplomatic sources said talks would resume.",
            claims=[
                claim(
                    "Diplomatic sources", "said", "talks would resume", unnamed("Diplomatic sources", "G2", plural=True)
                )
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: A spokeswoman for the harbour said talks would resume.",
            claims=[
                claim("A spokeswoman for the harbour", "said", "talks would resume", unnamed("A spokeswoman", "G3"))
            ],
        ),
        lambda: specimen(
            "body: Local residents said talks would resume.",
            claims=[
                claim("Local residents", "said", "talks would resume", unnamed("Local residents", "G1", plural=True))
            ],
        ),
        lambda: specimen(
            "body: One might expect that talks would resume.",
            claims=[claim("One", "might expect", "talks would resume", unnamed("One", "G0"))],
        ),
        lambda: specimen(
            "body: The teacher told him that talks would resume.",
            claims=[claim("The teacher", "told him", "talks would resume", unnamed("The teacher", "G1"))],
        ),
        lambda: specimen(
            "body: My husband said talks would resume.",
            claims=[claim("My husband", "said", "talks would resume", unnamed("My husband", "G1"))],
        ),
        lambda: specimen(
            "body: A harbour pilot, who feared for his licence and asked not to be named, said talks would resume.",
            claims=[
                claim(
                    "A harbour pilot",
                    "said",
                    "talks would resume",
                    unnamed("A harbour pilot", "G5", reason="feared for his licence"),
                )
            ],
        ),
        lambda: specimen(
            "body: Ivo Brandt said talks would resume.",
            claims=[claim("Ivo Brandt", "said", "talks would resume", person("Ivo Brandt"))],
        ),
    ),
)


def _rote(case: Case) -> Iterator[Draft]:
    for group in case.unnamed:
        given = next((c.voice for c in group.attributions if c.voice.rote_reason), None)
        if given is None:
            continue
        yield _about(case, group, f"{_is(group)} unnamed for a reason that says little: “{_clean(given.reason)}”.")


ROTE_REASON = Rule(
    code="ANO203",
    name="rote-anonymity-reason",
    level="note",
    consumes="attribution",
    needs="attributions",
    summary="The reason given for anonymity is a formula: not authorised to speak, sensitive, private talks.",
    why="A formula fits every source. It tells readers neither what the source risks nor what it wants.",
    answer="Say what would happen to the source, or what it hopes to gain; where only the formula is true, say how it knows.",
    standards=("The New York Times, memo on anonymity: rote formulas are worse than nothing",),
    false_positives=("Sources of whom the formula is exactly true and already explained.",),
    check=_rote,
    fires=(
        lambda: specimen(
            "body: An official who was not authorised to speak to the media said the ferry would stop.",
            claims=[
                claim(
                    "An official",
                    "said",
                    "the ferry would stop",
                    unnamed("An official", "G5", reason="was not authorised to speak to the media", rote=True),
                )
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: An official who feared dismissal said the ferry would stop.",
            claims=[
                claim(
                    "An official",
                    "said",
                    "the ferry would stop",
                    unnamed("An official", "G5", reason="feared dismissal"),
                )
            ],
        ),
    ),
)


def _plural(case: Case) -> Iterator[Draft]:
    for group in case.unnamed:
        if group.voice.plural and finds("sources", group.voice.name or "") and not _counted(group):
            yield _about(case, group, "are several; how many, and whether each knows it independently, is not said.")


PLURAL_SOURCES = Rule(
    code="ATT110",
    name="plural-sources-unsupported",
    level="info",
    consumes="attribution",
    needs="all-attributions",
    summary="“Sources” in the plural, without a number or differing descriptions.",
    why="The plural promises corroboration. The text alone does not show that more than one person was asked.",
    answer="Give the number, or describe the sources apart; where there is one, use the singular.",
    standards=("Reuters, Handbook: never use the plural when there is one source",),
    false_positives=("Nearly every plural is honest; the text cannot show it, so this is for information only.",),
    weak_on=("hard to game", "verifiable"),
    check=_plural,
    fires=(
        lambda: specimen(
            "body: Security sources said the road was closed.",
            claims=[
                claim("Security sources", "said", "the road was closed", unnamed("Security sources", "G2", plural=True))
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: Residents said the road was closed.",
            claims=[claim("Residents", "said", "the road was closed", unnamed("Residents", "G1", plural=True))],
        ),
        lambda: specimen(
            "body: Two security sources said the road was closed.",
            claims=[
                claim(
                    "Two security sources",
                    "said",
                    "the road was closed",
                    unnamed("Two security sources", "G2", plural=True),
                )
            ],
        ),
        lambda: specimen(
            "body: Residents' groups said the road was closed.",
            claims=[
                claim("Residents' groups", "said", "the road was closed", voice("collective", "Residents' groups"))
            ],
        ),
    ),
)


def _is(group: VoiceGroup) -> str:
    return "are" if group.voice.plural else "is"


def _counted(group: VoiceGroup) -> bool:
    """True where the source's own words, or those before it on the page, give a number."""
    return finds("number", group.voice.name or "")


def _clean(reason: str | None) -> str:
    return " ".join((reason or "").split()).strip(" ,.;")


def _about(case: Case, group: VoiceGroup, says: str, *missing: Absence) -> Draft:
    return about_voice(case, group, f"“{case.called(group)}” {says}", *missing)


RULES = (BARE_SOURCE, NO_REASON, ROTE_REASON, PLURAL_SOURCES)
