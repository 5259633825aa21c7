"""Which noun phrase speaks: what stands beside the verb tells on which side its subject is."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.languages import cues as forms
from audit.provenance.attributions.languages import following, opening, places, preceding
from audit.provenance.attributions.languages.line import MARKS, Cue, Line, Tokens
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import AS, TELLERS, VERB_FIRST, VERB_LAST, VERB_SECOND
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS

_RELATIVE = word_set("qui que der die das quien quienes che który która którzy кто который которые dat wie")
_IT = word_set("le lo la l' il")
_ROMANCE = frozenset(["es", "fr", "it", "pt"])
_TO_WHOM = word_set("al alla allo ai agli alle ao aos à às au aux")
_OBLIQUE = word_set("dem den")
_FEMININE = ("zeitung", "agentur", "presse", "rundschau")
_THINGS = word_set("isso isto esto eso ello ciò questo cela ceci ça")
"""Pronouns for a thing, that open a sentence as the subject of no speech: `Isso explica que …`."""
_LONGEST_OBJECT = 9
_SHORT_SPEAKER = 5
_AGENT = ("ने", "نے")
"""Marks the speaker in Hindi and Urdu, where a verb of saying follows."""


def source(line: Line, cue: Cue, cues: list[Cue]) -> Tokens | None:
    """The tokens of the speaker of `cue`, or None."""
    if cue.family in ("say", "weak") and cue.first == line.first + 1 and line.lows[line.first] in _THINGS:
        return None
    if cue.family == "place":
        return places.place(line, cue.first)
    if cue.family == "seen":
        return opening.document(line, cue.first)
    if cue.family == "pre":
        return following.after(line, cue.stop, cues)
    if cue.family == "post":
        if line.lows[cue.first] in _AGENT and not any(
            c.family in ("say", "weak") and c.first > cue.first for c in cues
        ):
            return None
        return preceding.before(line, cue.first, cues, marked=line.words.language not in VERB_LAST)
    if line.words.language in VERB_LAST:
        return None if any(c.family == "post" for c in cues) else opening.leading(line, cue, line.words.offices)
    return _as(line, cue, cues) or _subject(line, cue, cues)


def _as(line: Line, cue: Cue, cues: list[Cue]) -> Tokens | None:
    """`как сообщил X`, `das sagte X`, `wie die Polizei mitteilte`."""
    pointed = cue.first - 1 > line.first and line.lows[cue.first - 1] in _IT and line.lows[cue.first - 2] in AS
    if cue.first > line.first and (pointed or line.lows[cue.first - 1] in AS or points(line, cue)):
        return following.after(line, cue.last, cues)
    behind = _pointed(line, cue)
    if behind > cue.last:
        return following.after(line, behind, cues)
    start = forms.leads_with_as(line, cue)
    if start < 0 or not forms.last_of_clause(line, cue):
        return None
    found = following.after(line, start, cues)
    return found if found is not None and found[1] <= cue.first else None


def _subject(line: Line, cue: Cue, cues: list[Cue]) -> Tokens | None:
    reading, language = line.reading, line.words.language
    if language == "fa":
        return opening.led(line, cue) or preceding.before(line, cue.first, cues)
    opens = cue.last < line.stop and (line.lows[cue.last] in line.words.that or reading.words[cue.last] == ":")
    if opens or (cue.last < line.stop and reading.quote[cue.last] >= 0):
        headed = opening.described(line, cue)
        if headed is not None:
            return headed
    previous = reading.words[cue.first - 1] if cue.first > line.first else "^"
    ahead = following.after(line, cue.last, cues)
    if language in VERB_FIRST:
        return ahead or preceding.before(line, cue.first, cues)
    near = reading.quote[cue.first - 1] if cue.first > line.first else -1
    quoted = (previous in QUOTE_MARKS and not (near >= 0 and line.titled(near))) or (
        previous in (",", "—", "–", "-") and cue.first - 2 >= line.first and reading.quote[cue.first - 2] >= 0
    )
    if previous == "^" or quoted:
        return ahead or preceding.before(line, cue.first, cues)
    if previous in (",", "—", "–"):
        apposed = preceding.apposed(line, cue.first, cues)
        if apposed is not None and language in VERB_SECOND and _clause(line, apposed):
            apposed = None  # `Er gehe davon aus, dass es hält, sagte X.`
        opens = apposed is not None and apposed[0] == line.first and _short_lead(line)
        if apposed is not None and ahead is not None and _titled(line, apposed) and not line.upper(*ahead):
            return apposed
        if apposed is not None and opens and reading.words[cue.last : cue.last + 1] != ["."]:
            return apposed
        if apposed is not None and (ahead is None or not _speaker(line, ahead)):
            return apposed
        return ahead if ahead is not None and not _object(line, ahead) else apposed
    found = preceding.before(line, cue.first, cues)
    if found is not None and ahead is not None and (_addressee(line, found) or _manner(line, found, ahead)):
        return ahead
    return found or (ahead if ahead is not None and not _object(line, ahead) else None)


def _manner(line: Line, found: Tokens, ahead: Tokens) -> bool:
    """Whether one German word that opens the sentence says how, and somebody known follows: `Stolz vermeldet die Partei`."""
    if (
        line.words.language != "de"
        or found != (line.first, line.first + 1)
        or line.lows[line.first] in line.words.pronouns
    ):
        return False
    return not _speaks(line, found) and line.lows[ahead[0]] in line.words.articles and _speaks(line, ahead)


def _speaks(line: Line, found: Tokens) -> bool:
    return any(h.gives != "document" for h in heads.find(line.reading, line.lows, line.words.language, *found))


def _addressee(line: Line, found: Tokens) -> bool:
    """Whether German names by its case the one who is told: `Der Nachrichtenagentur AFP sagte ein Diplomat`."""
    if line.words.language != "de" or found[1] - found[0] < 2:
        return False
    dative = line.lows[found[0]] == "der" and any(line.lows[i].endswith(_FEMININE) for i in range(*found))
    return dative or line.lows[found[0]] in _OBLIQUE


def _titled(line: Line, found: Tokens) -> bool:
    """Whether the phrase holds an office and a name: `la procureure, Solenn Kerzaon, confirme l'ouverture`."""
    return any(line.lows[i] in line.words.offices for i in range(*found)) and line.upper(*found)


def _clause(line: Line, found: Tokens) -> bool:
    """Whether a word that opens a clause with its verb at the end stands in the phrase."""
    return any(line.lows[i] in line.words.that or line.lows[i] in line.words.sub for i in range(*found))


def points(line: Line, cue: Cue) -> bool:
    """Whether pronouns that point back are all that opens the sentence beside the verb: `Das sagte X`, `Potvrdil to X`."""
    if cue.first == line.first:
        return _pointed(line, cue) > cue.last
    return all(low in line.words.back for low in line.lows[line.first : cue.first])


def _pointed(line: Line, cue: Cue) -> int:
    """The token behind the pronouns that point back right behind a verb that opens its sentence: `Poinformowała o tym X`."""
    i = cue.last
    while cue.first == line.first and not line.words.articles and i < line.stop and line.lows[i] in line.words.back:
        i += 1
    return i


def _short_lead(line: Line) -> bool:
    """Whether the sentence opens with a name or a noun phrase before its first comma."""
    return any(line.reading.words[i] == "," for i in range(line.first + 1, min(line.first + 16, line.stop)))


def _object(line: Line, found: Tokens) -> bool:
    """Whether the words behind a verb are its object and not its subject."""
    return found[1] - found[0] > _LONGEST_OBJECT or line.lows[found[0]] in line.words.that


def _speaker(line: Line, found: Tokens) -> bool:
    """Whether a name or a head word shows that the words can speak."""
    known = (line.words.heads, line.words.pronouns)
    return line.upper(*found) or any(line.lows[i] in listed for i in range(*found) for listed in known)


def nominal(line: Line, cue: Cue, found: Tokens) -> bool:
    """Whether the words can be a speaker: no finite verb among them, and more than a small word."""
    first, stop = found
    lows, words = line.lows, line.words
    relative = next((i for i in range(first, stop) if line.reading.words[i] == "," or lows[i] in _RELATIVE), stop)
    if any(lows[i] in words.finite for i in range(first, relative)):
        return False
    if stop - first == 1 and _someone(line, cue, first):
        return True
    if stop - first == 1 and any(
        lows[first] in small for small in (words.articles, words.bound, words.joins, words.lead)
    ):
        return False
    if cue.family in ("say", "weak") and lows[first] in _TO_WHOM and words.language in _ROMANCE:
        return False
    pronoun = lows[first] in words.nobody and (stop - first == 1 or lows[first] not in words.articles)
    if pronoun or lows[first] in words.joins or lows[first] in words.own:
        return False
    if cue.family == "pre" and (
        lows[first] + "'" in words.that or (words.language == "de" and not line.upper(first, stop))
    ):
        return False
    if cue.family in ("pre", "post") and any(lows[i] in words.measures for i in range(first, min(stop, first + 2))):
        return False
    if cue.family == "pre" and stop - first < 6 and lows[first] not in words.that:
        return not _by_what(line, cue, found)
    if cue.family == "shows" and not _document(line, first, min(stop, first + 4)):
        return False
    known = any(lows[i] in words.heads or lows[i] in words.pronouns for i in range(first, stop))
    known = known or (words.language in heads.COMPOUNDING and _headed(line, found))
    if (
        words.language == "de"
        and not known
        and stop - first > 1
        and not line.upper(first + (first == line.first), stop)
    ):
        return False  # `Politisch jedoch`: German writes every noun with a capital
    if forms.caseless(line) or known or _behind(line, cue, found):
        return True
    opening = first == line.first and lows[first] in words.articles  # `Los hechos revelan`: no capital of a name
    return line.upper(first + opening, stop) or (opening and (_shows(line, cue, stop) or _acts(line, first, stop)))


def _someone(line: Line, cue: Cue, first: int) -> bool:
    """`sagt einer, der am Tisch saß`: a word for one, and a clause behind it that tells who."""
    described = line.reading.words[first + 1 : first + 2] == [","] and line.lows[first + 2 : first + 3] != []
    return described and first >= cue.stop and line.lows[first] in line.words.one and line.lows[first + 2] in _RELATIVE


def _headed(line: Line, found: Tokens) -> bool:
    """Whether a head word stands in the phrase, be it the end of a compound: `kabinetsbronnen`."""
    return bool(heads.find(line.reading, line.lows, line.words.language, *found))


def _document(line: Line, first: int, stop: int) -> bool:
    found = heads.find(line.reading, line.lows, line.words.language, first, stop)
    return any(head.gives == "document" for head in found)


def _shows(line: Line, cue: Cue, stop: int) -> bool:
    """Whether an opened clause or a quotation stands behind, as speech and few other things have it."""
    return line.opens(max(stop, cue.last)) or any(line.reading.quote[i] >= 0 for i in range(line.first, line.stop))


def _acts(line: Line, first: int, stop: int) -> bool:
    """Whether a word of the phrase is one for people by its ending."""
    return any(heads.agent(line.lows[i], line.words.language) for i in range(first + 1, min(stop, first + 3)))


def _by_what(line: Line, cue: Cue, found: Tokens) -> bool:
    """Whether what something depends on follows, and nobody's word: `cambia según la temporada`."""
    first, stop = found
    if cue.first == line.first or line.reading.words[cue.first - 1] in MARKS or forms.caseless(line):
        return False
    known = any(line.lows[i] in line.words.heads or line.lows[i] in line.words.pronouns for i in range(first, stop))
    return not (known or line.upper(first, stop) or _acts(line, first - 1, stop))


def telling(line: Line, found: Tokens) -> bool:
    """Whether the phrase opens with a head word of people or documents: what such a voice *describes* or *shows* is a claim."""
    near = found[0], min(found[1], found[0] + 3)
    if any(line.lows[i] in line.words.tellers for i in range(*near)):
        return True
    language = line.words.language
    compounds = heads.find(line.reading, line.lows, language, *near) if language in heads.COMPOUNDING else ()
    return any(head.gives in TELLERS for head in compounds)


def _behind(line: Line, cue: Cue, found: Tokens) -> bool:
    """Whether a common noun with its article stands behind a verb that a quotation leads to: a speaker of any trade."""
    if cue.family not in ("say", "weak") or found[0] < cue.stop:
        return False
    if found[1] - found[0] < 2:  # `— говорит таксист`
        return not line.words.articles and bool(heads.agent(line.lows[found[0]], line.words.language))
    quoted = any(line.reading.quote[i] >= 0 for i in range(max(line.first, cue.first - 3), cue.first))
    if not line.words.articles and line.words.language not in VERB_LAST:
        return quoted and found[1] - found[0] <= _SHORT_SPEAKER  # `— вспоминает 64-летняя пенсионерка`
    first = line.lows[found[0]]
    return (first in line.words.articles or first + "'" in line.words.articles) and (quoted or points(line, cue))
