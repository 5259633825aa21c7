"""The noun phrase before or behind a verb, as far as closed classes of words show its bounds."""

from __future__ import annotations

from audit.lexicon import outlets
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.words import CASELESS, VERB_LAST, VERB_SECOND

_LONGEST = 16
_LONGEST_TOLD = 12
_SHORT_PREPOSITION = 4
_OVER = word_set("über over över")
"""Prepositions that before a number are none: `über 200 Ärzte`."""
_LONGEST_APPOSITION = 30
_SHORT_APPOSITION = 8
_GERMAN_LINKS = word_set(
    "der die das des dem den und von vom zu zum zur in im aus für mit bei beim am an auf über sowie oder gegen namens nach "
    "als unter um eines einer einem einen trotz bis pro ohne rund etwa mehrerer zweier dreier vieler einiger seiner "
    "ihrer dessen deren alte alter alten altes"
)
_TO = word_set("a à al alla ad ao aos à_ alle all' aan till til do la")
_CONJUNCTIONS = word_set(
    "aber jedoch mais pero ma mas maar но однако ale جبکہ und et y e i и а och og en dar însă і й а ali no doch aunque"
)
_WHO = word_set("die qui quien quienes który która którzy która který která kteří който която които који која")
_ADVERBS = word_set("já ya hoy ayer oggi ieri poi ora qui là ici hier déjà così hoje logo")
_PARTICIPIAL = ("te", "ter", "ten", "nde", "nder", "nden")
_DATIVE = word_set("der dem")
_CLOSE_TO = word_set("vertraute vertrauter vertrauten nahestehende nahestehender beteiligte beteiligter")
_OF_ALONE = ("de", "von", "vom")
_OF = word_set("de von vom do da dos das del di du des d' van della dei")
_RELATIVE = word_set(
    "qui que der die das quien quienes che który która którzy кто который которая которые dat wie dont où cuyo cuya som "
    "o_kom która které který jenž care який яка які"
)
_DESCRIBED = (
    "ado",
    "ada",
    "ados",
    "adas",
    "ido",
    "ida",
    "idos",
    "idas",
    "é",
    "ée",
    "és",
    "ées",
    "ato",
    "ata",
    "ati",
    "ate",
)


def after(line: Line, start: int, cues: list[Cue]) -> Tokens | None:
    """The noun phrase that begins at `start` or behind the adverbs and pronouns there, with a short apposition."""
    lows, words = line.lows, line.words
    verbs = {
        c.first
        for c in cues
        if c.family != "place" and (c.first > start or (c.first == start and c.family in ("say", "weak")))
    }
    told = not any(c.family == "pre" and c.stop == start for c in cues)
    start = _addressed(line, start, verbs, told)
    i = start
    while i < line.stop and i - start < _LONGEST and not line.ends(i) and i not in verbs:
        if i > start and lows[i] in words.bound and not (i - start == 1 and _opens_noun(line, start)):
            break
        if i > start and lows[i] in _WHO and words.language != "de":
            break
        if i - start > 1 and _recipient(line, start, i):
            break
        if i > start and (lows[i] in words.finite or (words.language == "de" and _german_verb(line, i, start))):
            break
        i += 1
        if i - start == 1 and lows[start] in words.pronouns:
            break
    if i == start:
        return None
    if words.language == "ar" and start <= line.first + 1 and i == line.stop - 1 and line.reading.words[i] == ".":
        return start, _arabic(line, start, i)
    return start, _with_apposition(line, i) or i


def _arabic(line: Line, start: int, stop: int) -> int:
    """Where nothing parts an Arabic subject from its object: behind the noun and the adjectives with an article."""
    i = start + 1
    while i < stop and line.lows[i].startswith("ال"):
        i += 1
    return i if i < stop else stop


def _opens_noun(line: Line, i: int) -> bool:
    """Whether the word opens a noun phrase that may go on with a preposition: `eine mit der Sache vertraute Person`."""
    return len(line.lows[i]) < 4 or line.lows[i] in line.words.articles


def _recipient(line: Line, start: int, i: int) -> bool:
    """Whether a German dative at `i` names the outlet told, behind a speaker: `Anna Weber der Süddeutschen Zeitung`."""
    lows, near = line.lows, line.lows[i - 1]
    if line.words.language != "de" or lows[i] not in _DATIVE:
        return False
    if not any(low in _CLOSE_TO for low in lows[start:i]):
        named = line.reading.words[i - 2][0].isupper() and near not in line.words.offices
        if not named and (lows[i] == "der" or near in line.words.offices):
            return False  # `die Chefin der Süddeutschen Zeitung`
    return bool(_outlet(line, i + 1)) or line.lows[i + 1 : i + 2] == ["nachrichtenagentur"]


def _addressed(line: Line, start: int, verbs: set[int], told: bool = True) -> int:
    """Behind what stands between a verb and its subject: time, place, the one who was `told`, whom no *according to* has."""
    lows, words = line.lows, line.words
    if not words.articles:  # `powiedział PAP rzecznik`: the outlet told stands there without a preposition
        behind = _outlet(line, start)
        if behind and behind < line.stop and (lows[behind] in words.heads or _capital(line, behind)):
            start = behind
    while start < line.stop - 1 and start not in verbs:
        quote = line.reading.quote[start]
        if quote >= 0 and line.titled(quote):  # `сообщили «Ленте.ру» в пресс-службе`
            behind = line.reading.quotation(quote)[1]
            if not told or behind >= line.stop or line.ends(behind):
                break
            start = behind
            continue
        if lows[start] in _TO or (lows[start] in words.articles and lows[start - 1] in _TO):
            behind = _outlet(line, start + 1)
            if behind:
                start = behind
                continue
        if lows[start] in _TO and (behind := _told(line, start)):
            start = behind
            continue
        timed = lows[start] in words.bound and lows[start + 1] in words.bound  # `este lunes`
        article = lows[start] in words.articles and words.language != "pt" and not timed
        if not article and (lows[start] in words.object or lows[start] in words.bound or lows[start] in _OF_ALONE):
            start += 1
            start = _channel(line, start)
            if start + 1 < line.stop and lows[start + 1] in words.articles and _place(line, start):
                start += 1
            continue
        break
    return start


def _told(line: Line, start: int) -> int:
    """The article of an office behind the one who was told: `à nos confrères de L'Observateur la procureure`; 0 without."""
    for i in range(start + 2, min(line.stop - 1, start + _LONGEST_TOLD)):
        if line.ends(i):
            return 0
        if line.lows[i] in line.words.articles and line.reading.words[i - 1][0].isupper():
            return i if line.lows[i + 1] in line.words.offices else 0
    return 0


def _channel(line: Line, i: int) -> int:
    """Behind `in einer Mitteilung`, `w komunikacie`: by what it was said, where the speaker follows."""
    if len(line.lows[i - 1]) > _SHORT_PREPOSITION:
        return i
    at = i + 1 if line.lows[i] in line.words.articles else i
    follows = at + 1 < line.stop and not line.ends(at + 1)
    return at + 1 if follows and line.lows[at] in line.words.documents else i


def _place(line: Line, i: int) -> bool:
    """`sur Facebook le porte-parole`: one name behind a preposition, with an article behind it."""
    return line.reading.words[i][0].isupper() and len(line.lows[i - 1]) < 5 and line.lows[i] not in line.words.heads


def _capital(line: Line, i: int) -> bool:
    return line.reading.words[i][0].isupper() and line.reading.words[i - 1].isupper()


def _outlet(line: Line, start: int) -> int:
    """The token behind an outlet's name at `start`, 0 without one; an article may stand before it."""
    for first in (start, start + 1) if start < line.stop and line.lows[start] in line.words.articles else (start,):
        for stop in range(min(line.stop, first + 4), first, -1):
            name = line.reading.string(first, stop)
            if name[:1].isupper() and outlets.by_name(name) is not None:
                return stop
    return 0


def _with_apposition(line: Line, i: int) -> int | None:
    """The end of an apposition with a name that a comma joins to the phrase before token `i`."""
    words = line.reading.words
    if i + 1 >= line.stop or words[i] != ",":
        return None
    end = i + 1
    while end < line.stop and end - i < _SHORT_APPOSITION and not line.ends(end):
        end += 1
    closed = end == line.stop or words[end] in (",", ".", "(")
    return end if words[i + 1][0].isupper() and closed and end - i < _SHORT_APPOSITION else None


def _german_verb(line: Line, start: int, i: int) -> bool:
    """A small word right behind a noun that joins nothing: German's finite verb, unless it bears on a noun behind it."""
    words = line.reading.words
    if i - start > 1 and line.lows[start + 1] in line.words.prepositions and i + 1 < line.stop:
        if line.lows[i].endswith(_PARTICIPIAL) and words[i + 1][0].isupper():
            return False  # `eine mit der Sache vertraute Person`
    return words[i][0].islower() and words[i - 1][0].isupper() and line.lows[i] not in _GERMAN_LINKS


def before(line: Line, stop: int, cues: list[Cue], marked: bool = False) -> Tokens | None:
    """The noun phrase that ends at `stop`, without the words that open its clause; `marked` by what stands behind it."""
    lows, words, reading = line.lows, line.words, line.reading
    end = stop
    while end > line.first and (
        lows[end - 1] in words.aux
        or lows[end - 1] in words.object
        or lows[end - 1] in ("s'est", "se", "sich", "is", "si", "ne", "n'")
    ):
        end -= 1
    if end - 1 > line.first and lows[end - 1] == "'" and len(lows[end - 2]) == 1:  # `un proche l'assure`
        end -= 2
    if end > line.first and reading.words[end - 1] == ")":
        opening = next((j for j in range(end - 2, max(line.first, end - 10), -1) if reading.words[j] == "("), None)
        inner = before(line, opening, cues) if opening is not None else None
        return (inner[0], end) if inner is not None else None
    i = end
    floors = {c.stop for c in cues if c.stop <= end}
    while i > line.first and end - i < _LONGEST and not line.ends(i - 1) and i not in floors:
        i -= 1
    if i == end:
        return apposed(line, end, cues) if end > line.first and reading.words[end - 1] == "," else None
    if marked:
        return bare(line, (i, end))
    adverbs = (
        end - i < 3
        and not line.upper(i, end)
        and not any(lows[j] in words.heads or lows[j] in words.articles for j in range(i, end))
    )
    if (
        adverbs
        and i - 1 > line.first
        and reading.words[i - 1] == ","
        and not any(lows[j] in words.pronouns for j in range(i, end))
    ):
        return apposed(line, i, cues)  # `La CNMC, que emitió un dictamen, ya avisó`
    return _subject(line, i, end)


def bare(line: Line, found: Tokens) -> Tokens:
    """The noun phrase alone, where `post` marks it: behind the last pronoun or verb of the clause that it stands in."""
    words, lows = line.words, line.lows
    small = (words.pronouns, words.object, words.finite, words.aux, words.bound, words.lead)
    last = next(
        (
            i
            for i in range(found[1] - 2, found[0] - 1, -1)
            if lows[i] not in words.articles and any(lows[i] in listed for listed in small)
        ),
        None,
    )
    return found if last is None or words.language in VERB_LAST else (last + 1, found[1])


def _subject(line: Line, i: int, end: int) -> Tokens | None:
    """The subject among tokens `i` to `end` of a clause: what conjunctions and adverbs open is cut, a preposition opens none."""
    lows, words = line.lows, line.words
    if words.language in VERB_LAST or words.language in CASELESS:
        while i < end and (lows[i] in words.bound or lows[i] in words.lead):
            i += 1
        return (i, end) if i < end else None
    while i < end and lows[i] in _CONJUNCTIONS and not (words.language == "pt" and lows[i] in ("a", "o", "e")):
        i += 1
    if words.language == "pt" and i < end and lows[i] == "e":
        i += 1
    if i == end:
        return None
    article = words.language == "pt" and lows[i] in ("a", "o")
    counted = i + 2 < end and lows[i] in _OVER and line.reading.words[i + 1][0].isdigit()
    if (lows[i] not in words.bound and lows[i] not in words.lead) or article or counted:
        return i, end
    if words.language in VERB_SECOND:
        return None
    if not words.articles:
        return _headed(line, i, end)
    for j in range(i + 1, end):
        loose = lows[j - 1] not in words.origin and lows[j - 1] not in _OF and lows[j - 1] not in words.joins
        adverb = lows[j - 1] in words.lead or lows[j - 1] in words.bound
        if lows[j] in words.articles and loose and (j - i > 1 or adverb) and not _preposition(line, j - 1):
            return j, end
        if (
            j == i + 1
            and adverb
            and not _preposition(line, i)
            and lows[j] not in words.bound
            and lows[j] not in words.lead
        ):
            return j, end
    return None


def _headed(line: Line, i: int, end: int) -> Tokens | None:
    """Without articles: the last head word of people or a body before the verb, behind the phrase of a preposition."""
    lows, words = line.lows, line.words
    start = next(
        (j for j in range(end - 1, i + 1, -1) if lows[j] in words.heads and lows[j] not in words.documents), None
    )
    return (start, end) if start is not None else None


def _preposition(line: Line, i: int) -> bool:
    """Whether the word takes a noun: short, of the class that ends noun phrases, and no adverb."""
    return line.lows[i] in line.words.bound and len(line.lows[i]) < 5 and line.lows[i] not in _ADVERBS


def apposed(line: Line, stop: int, cues: list[Cue]) -> Tokens | None:
    """`X, maire de Y, a déclaré`: over the apposition to the name, and over a relative clause."""
    comma = stop - 1
    words, quote = line.reading.words, line.reading.quote
    i = comma - 1
    while i > line.first and comma - i < _LONGEST_APPOSITION:
        if (quote[i] >= 0 and not line.titled(quote[i])) or words[i] in ":;":
            return None
        if words[i] == ",":
            name = before(line, i, cues) if i > line.first else None
            told = name is not None and any(line.lows[t] in line.words.finite for t in range(*name))
            if (
                name is not None
                and not told
                and name[1] == i
                and (comma - i < _LONGEST or line.lows[i + 1] in _RELATIVE)
            ):
                return (name[0], comma) if comma - i < _LONGEST else name
            if comma - i >= _LONGEST:
                return None
        i -= 1
    return None


def described(line: Line, cue: Cue) -> Tokens | None:
    """`Un ingeniero que trabajó allí y que pidió reserva afirma que`: the head whose description parts it from its verb."""
    lows, words, first = line.lows, line.words, line.first
    if words.language in VERB_LAST or words.language == "ar":
        return None
    comma = next((i for i in range(first, min(first + 4, cue.first)) if line.reading.words[i] == ","), None)
    start = comma + 1 if comma is not None else first
    head = next((i for i in range(start, min(start + 3, cue.first)) if lows[i] in words.heads), None)
    if head is None and lows[start] in words.articles and lows[start + 2 : start + 3] and lows[start + 2] in _RELATIVE:
        head = start + 1
    if head is None or head != start + (lows[start] in words.articles) or cue.first - head < 4:
        return None
    small = line.reading.words[head + 1][0].islower()
    telling = lows[head + 1] in _RELATIVE or (small and lows[head + 1].endswith(_DESCRIBED))
    relative = next(
        (
            i
            for i in range(head + 1, min(head + 7, cue.first))
            if lows[i] in _RELATIVE or (lows[i].endswith(_DESCRIBED) and len(lows[i]) > 4 and lows[i].islower())
        ),
        None,
    )
    if any(line.reading.quote[i] >= 0 for i in range(head, cue.first)) or not (telling or relative is not None):
        return None
    end = head + 1 if telling or relative is None else relative
    return start, end - (line.reading.words[end - 1] == ",")


def leading(line: Line, cue: Cue, persons: frozenset[str]) -> Tokens | None:
    """The noun phrase that leads a sentence whose verb comes last: to its first comma or quotation."""
    lows, words, first = line.lows, line.words, line.first
    while first < cue.first and lows[first] in words.lead:
        first += 1
    i = first
    while i < cue.first and i - first < 12:
        if line.ends(i):
            return (first, i) if i > first else None
        i += 1
    if words.language == "tr":
        person = next((j for j in range(first, min(first + 8, cue.first)) if lows[j] in persons), None)
        if person is not None and not line.upper(first + 1, person + 1):
            return first, person + 1
    i = first
    while i < cue.first and (line.reading.words[i][0].isupper() or lows[i] in words.heads):
        i += 1
    return (first, i) if i > first else None


def document(line: Line, cue: int) -> Tokens | None:
    """The nearest document named before `cue`, with its article: `los planos … a los que accedió El Comercio`."""
    words, lows = line.words, line.lows
    head = next(
        (i for i in range(cue - 1, max(line.first, cue - _LONGEST) - 1, -1) if lows[i] in words.documents), None
    )
    if head is None or line.reading.quote[head] >= 0:
        return None
    start = head
    while start > line.first and head - start < _SHORT_APPOSITION // 2 and not line.ends(start - 1):
        start -= 1
        if lows[start] in words.articles:
            break
    if lows[start] not in words.articles:
        start = head
    stop = next(
        (i for i in range(head + 1, cue) if line.ends(i) or lows[i] in _RELATIVE or lows[i] in words.bound), cue
    )
    return start, stop


def led(line: Line, cue: Cue) -> Tokens | None:
    """Persian: the name or noun phrase that opens the sentence, up to its apposition or relative clause."""
    lows, words, first = line.lows, line.words, line.first
    if lows[first] in words.bound or lows[first] in words.origin:
        return None
    end = next((i for i in range(first, min(first + 9, cue.first)) if line.ends(i)), None)
    return (first, end) if end is not None and end > first else None
