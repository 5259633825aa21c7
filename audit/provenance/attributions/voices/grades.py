"""The grade of an unnamed source: a ladder over the facts that the page gives of it.

The grades follow the standards of the large agencies and describe what readers are told:

| grade | the facts |
|---|---|
| G5 | why the source is not named |
| G4 | how the source knows |
| G3 | close to somebody; one certain body; an institution with a name, a country, a rank or a place |
| G2 | an institution, a trade or a body; a kind of person with a country or a name |
| G1 | a kind of person (a man, a resident), or any word of description |
| G0 | nothing |

People of the street stay at G1 whatever is said of where they are, people of a trade have its field, G2, and with a rank G3.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.model import Grade
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices.anonymity import formula_for
from audit.provenance.attributions.voices.description import Parts, descriptions
from audit.provenance.attributions.voices.formulas import Formula
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.knowledge import knows_how


class Anonymity(NamedTuple):
    """The facts about an unnamed source and the grade."""

    grade: Grade
    knows_how: str | None
    reason: str | None
    rote: bool


def assess(reading: Reading, phrase: Phrase, given: list[Formula]) -> Anonymity:
    """Grades the unnamed source of `phrase`; `given` are the formulas of the page."""
    end = reading.sentences[reading.owner[phrase.first]][1]
    knows = knows_how(reading, phrase, end)
    formula = formula_for(reading, phrase, given)
    reason = reading.string(*formula.reason) if formula is not None and formula.reason is not None else None
    if reason:
        grade: Grade = "G5"
    elif knows:
        grade = "G4"
    else:
        grade = max(described(one) for one in descriptions(reading, phrase))
    return Anonymity(grade, knows, reason, formula is not None and reason is not None and formula.rote)


def described(what: Parts) -> Grade:
    """G0 to G3 by one description alone."""
    if what.gives == "person-local":
        return "G1"
    if what.gives == "person-field" and what.rank:
        return "G3"
    if what.gives == "person-field":
        return max("G2", described(what._replace(gives="person-office")))
    institution = what.institution or what.attached
    specific = what.named or what.rank or what.country or what.seat
    if what.close or what.one_body or (institution and specific) or (what.gives == "person-office" and what.of_state):
        return "G3"
    if institution or (what.gives != "person-bare" and (what.named or what.country)):
        return "G2"
    if what.gives == "person-bare":
        return "G1" if what.kind or what.qualified or what.named or what.country or what.rank else "G0"
    return "G1"
