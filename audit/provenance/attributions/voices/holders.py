"""Who holds an office told with `of`: `Minister of Health Ruth Osei`, `Superintendent of Police (Rural) Anan Topo`.

No comma parts the office from its holder, so that the capitals run on from the one to the other. What the office is of
ends in the word of a body or a field of government; the two or three capitalised words behind it are the name.
"""

from __future__ import annotations

from functools import cache

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.names import Name

_FIELDS = word_set(
    """
    opposition state staff affairs works roads bridges transport trade industry commerce culture sport sports tourism labour
    labor environment communications information planning development home fisheries housing women youth house chamber
    parliament republic nation treasury exchequer operations mission
    """
)
"""What offices are of, beside bodies and the fields that sources are of."""
_JOINING = word_set("of for the and & ( ) -")
_MEMBERS = ("member", "members")
_LONGEST = 16


def holder(reading: Reading, first: int, stop: int) -> Name | None:
    """The person whose name closes the office at `first`; `None` where none does."""
    lows, words = reading.lows, reading.words
    of = next((i for i in range(first + 1, min(stop, first + 5)) if lows[i] in ("of", "for")), None)
    if of is None or not (lows[of - 1] in names.offices() or lows[of - 1] in _MEMBERS) or stop - first > _LONGEST:
        return None
    if any(not words[i][0].isupper() and lows[i] not in _JOINING for i in range(of + 1, stop)):
        return None
    start = stop
    while start - 1 > of and words[start - 1][0].isupper() and not _of_an_office(lows[start - 1]):
        start -= 1
    if not 2 <= stop - start <= 3 or start - 1 <= of or lows[start - 1] in ("the", "and", "of", "for"):
        return None
    if any(_places(lows[i]) for i in range(start, stop)):
        return None
    return Name(start, stop, "person", reading.string(first, start), reading.string(start, stop), 0.85)


def _of_an_office(low: str) -> bool:
    return low in _closing_words() or low in names.offices()


def _places(low: str) -> bool:
    return any(low in names.table(family) for family in ("country", "demonym", "capital", "known-organisation"))


@cache
def _closing_words() -> frozenset[str]:
    """The words that what an office is of can end in."""
    kinds = speech.forms("voices", "head")
    bodies = {w for w, gives in kinds.items() if gives in names.BODY_KINDS}
    fields = speech.forms("voices", "descriptor").keys()
    return _FIELDS | bodies | fields | names.table("government-word") | names.table("organisation-word")
