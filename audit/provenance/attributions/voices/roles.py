"""What offices a text gives somebody beside the name: behind a comma, before one, or in front; and roles as words."""

from __future__ import annotations

from audit.lexicon import speech
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.names import Name

_BREAKS = frozenset((",", ";", "—", "–", "-", "--", ")", "“", '"'))
_OWNING = frozenset(("his", "her", "its", "their", "the"))


def behind(reading: Reading, name: Name) -> str:
    """`Omari, the deputy interior minister,`: the office behind a name."""
    _, stop = reading.sentences[reading.owner[name.first]]
    place = name.stop
    if place + 2 >= stop or reading.words[place] != ",":
        return ""
    end = place + 1
    while end < stop and reading.words[end] not in (",", ";", ".", "—", "–") and end - place < 14:
        end += 1
    words = reading.lows[place + 1 : end]
    opens = words and (
        words[0] in ("a", "an", "the", "another", "one") or words[0] in names.offices() or words[0].endswith("'s")
    )
    trade = any(w in names.offices() or w.endswith(("ist", "ologist", "ian", "er", "or")) for w in words[:5])
    return reading.string(place + 1, end) if opens and trade and words[0] not in ("who", "which") else ""


def before(reading: Reading, name: Name) -> str:
    """`The Minister of Works, Dr. Omari`: the office before a name, a comma between."""
    begin, _ = reading.sentences[reading.owner[name.first]]
    comma = name.first - 1
    if comma <= begin or reading.words[comma] != ",":
        return ""
    first = comma
    while first > begin and comma - first < 10 and reading.words[first - 1] not in _BREAKS:
        first -= 1
    office = reading.lows[first] == "the" and any(w in names.offices() for w in reading.lows[first + 1 : first + 4])
    nearest = (k for k in range(comma - 2, max(first, comma - 6) - 1, -1) if reading.lows[k] in _OWNING)
    first = next(nearest, first) if not office else first
    trade = reading.lows[first] in _OWNING and speech.forms("voices", "head").get(
        reading.lows[comma - 1], ""
    ).startswith("person")
    return reading.string(first, comma) if office or trade else ""


def alone(reading: Reading, first: int, stop: int) -> bool:
    """Whether nothing but an office stands before a name: `Leader of the Opposition Rana Gondal` leads its sentence."""
    lows = reading.lows[first:stop]
    if lows and lows[0] in phrases.PREPOSITIONS:
        return False
    office = bool(lows) and (reading.words[first][0].isupper() or lows[0] in phrases.DETERMINERS)
    if any(not w[0].isalnum() and w not in ("'s", "'", ".", ",", "-") for w in lows):
        return False
    if any(w in phrases.AUXILIARIES or w in phrases.CLAUSE for w in lows) or lows.count(",") > 1:
        return False
    return not any(w in phrases.PREPOSITIONS for w in lows) or (office and any(w in names.offices() for w in lows[:4]))


def bare(role: str) -> str:
    """A role without its article."""
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        role = role.removeprefix(article)
    return role.strip(" ,.")


def role_words(role: str) -> list[str]:
    """The words of a role by which a later mention can call it."""
    return role.lower().replace("-", " ").replace(",", " ").replace("’", " ").replace("'", " ").split() or [""]


def honorific(role: str) -> bool:
    """Whether a title is only a form of address: `Mr`, `Shri`."""
    return role.lower().strip(". ") in ("mr", "mrs", "ms", "miss", "mx", "sir", "dr", "herr", "frau", "shri", "smt")
