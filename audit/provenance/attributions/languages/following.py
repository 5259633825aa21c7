"""The noun phrase behind a verb or a word for *according to*, as far as closed classes of words show its bounds."""

from __future__ import annotations

from audit.lexicon import outlets
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import phrases

_LONGEST = 16
_ASIDE = 8
_SPEAKER = 4
_PEOPLE = frozenset(["local", "office", "spokesperson", "stance", "unnamed"])
_LONGEST_ARABIC_NAME = 5
_LONGEST_TOLD = 12
_SHORT_PREPOSITION = 4
_SHORT_APPOSITION = 8
_ADJECTIVE_FIRST = frozenset(["da", "nl", "no", "sv"])
_GERMAN_LINKS = word_set(
    "der die das des dem den und von vom zu zum zur in im aus für mit bei beim am an auf über sowie oder gegen namens nach "
    "als unter um eines einer einem einen trotz bis pro ohne rund etwa mehrerer zweier dreier vieler einiger seiner "
    "ihrer dessen deren alte alter alten altes of for and the de du la le les del della di da do dos"
)
"""Small words that may stand behind a noun inside a phrase, those inside foreign names among them."""
_GERMAN_OBJECTS = word_set(
    "den dem das die einen einem eine seinen seinem seine ihren ihrem ihre keinen keinem keine diesen diesem diese"
)
"""Determiners that are no genitive: right behind a noun they open another phrase (`erzählt Döring den Prozess`)."""
_GERMAN_AND = word_set("und sowie oder")
_DATED = word_set("vom bis seit")
_ADJECTIVAL = ("e", "en", "er", "es", "em")
_TO = word_set("a à al alla ad ao aos à_ alle all' aan till til do la")
_WHO = word_set("die qui quien quienes który która którzy która který která kteří който която които који која")
_PARTICIPIAL = ("te", "ter", "ten", "nde", "nder", "nden")
_DATIVE = word_set("der dem")
_CLOSE_TO = word_set("vertraute vertrauter vertrauten nahestehende nahestehender beteiligte beteiligter")
_OF_ALONE = ("de", "von", "vom")


def after(line: Line, start: int, cues: list[Cue]) -> Tokens | None:
    """The noun phrase that begins at `start` or behind the adverbs and pronouns there, with a short apposition."""
    lows, words = line.lows, line.words
    verbs = {
        c.first
        for c in cues
        if c.family != "place" and (c.first > start or (c.first == start and c.family in ("say", "weak")))
    }
    told = not any(c.family == "pre" and c.stop == start for c in cues)
    within = any(c.family == "inside" and c.last == start for c in cues)  # `résume-t-on dans l'entourage du candidat`
    start = _addressed(line, start, verbs, told)
    start = start if within else _behind_aside(line, start)
    i = start
    while i < line.stop and i - start < _LONGEST and not line.ends(i) and i not in verbs:
        goes_on = (i - start == 1 and _opens_noun(line, start)) or lows[i - 1] in words.close
        if i > start and lows[i] in words.bound and not goes_on:
            break
        if i > start and lows[i] in _WHO and words.language != "de":
            break
        if i - start > 1 and _recipient(line, start, i):
            break
        if i > start and _behind_head(line, i):
            break
        if i > start and (lows[i] in words.finite or (words.language == "de" and _german_end(line, start, i))):
            break
        i += 1
        if i - start == 1 and lows[start] in words.pronouns:
            break
    while words.language == "de" and i - start > 1 and lows[i - 1] in words.prepositions:
        i -= 1  # `führt Kastner aus`
    if i == start:
        return None
    if words.language == "ar" and start <= line.first + 1 and i == line.stop - 1 and line.reading.words[i] == ".":
        return start, _arabic(line, start, i)
    i = _with_abbreviation(line, i)
    return start, _with_apposition(line, i) or i


def _behind_aside(line: Line, start: int) -> int:
    """Behind what stands between a verb that a quotation leads to and its subject: `admitiu, à saída, um autarca`."""
    words, lows, known = line.reading.words, line.lows, line.words
    if start >= line.stop or not any(line.reading.quote[i] >= 0 for i in range(max(line.first, start - 4), start)):
        return start
    opens = (known.articles, known.one, known.heads, known.pronouns)
    if (
        any(lows[start] in listed for listed in opens)
        or lows[start] + "'" in known.articles
        or words[start][0].isupper()
    ):
        return start
    comma = words[start] == ","
    if comma:
        close = next((i for i in range(start + 1, min(line.stop, start + _ASIDE)) if words[i] == ","), None)
        at = [close + 1] if close is not None and close + 1 < line.stop else []
    else:
        end = next(
            (i for i in range(start, min(line.stop, start + _ASIDE)) if line.ends(i)), min(line.stop, start + _ASIDE)
        )
        at = [i for i in range(start + 1, end) if lows[i] in known.articles or lows[i] in known.one]
    for i in at:
        listed = heads.find(line.reading, lows, known.language, i, min(line.stop, i + _SPEAKER))
        if any(head.gives in _PEOPLE for head in listed):
            return i
    return start


def _behind_head(line: Line, i: int) -> bool:
    """Whether a small word follows a head where adjectives stand before it: a verb (`volgens de aanklacht handelde`)."""
    if line.words.language not in _ADJECTIVE_FIRST or line.lows[i - 1] not in line.words.heads:
        return False
    word = line.reading.words[i]
    known = (line.words.heads, line.words.joins, line.words.articles)
    return (
        word.isalpha()
        and word[0].islower()
        and len(word) > _SHORT_PREPOSITION
        and not any(line.lows[i] in c for c in known)
    )


def _with_abbreviation(line: Line, i: int) -> int:
    """Behind an abbreviation or a party in brackets: `die Bundesagentur für Arbeit (BA)`."""
    words = line.reading.words
    return i + 3 if words[i : i + 1] == ["("] and words[i + 2 : i + 3] == [")"] and i + 3 <= line.stop else i


def _arabic(line: Line, start: int, stop: int) -> int:
    """Where nothing parts an Arabic subject from its object: behind the noun and the adjectives with an article."""
    i = start + 1
    while i < stop and line.lows[i].startswith("ال"):
        i += 1
    if i == stop == start + 2:  # `ونفت الشركة الاتهامات`
        return start + 1
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
    return bool(outlet(line, i + 1)) or line.lows[i + 1 : i + 2] == ["nachrichtenagentur"]


def _addressed(line: Line, start: int, verbs: set[int], told: bool = True) -> int:
    """Behind what stands between a verb and its subject: time, place, the one who was `told`, whom no *according to* has."""
    lows, words = line.lows, line.words
    if not words.articles:  # `powiedział PAP rzecznik`: the outlet told stands there without a preposition
        behind = outlet(line, start) if told else 0
        if behind and behind < line.stop and (lows[behind] in words.heads or _capital(line, behind)):
            start = behind
    while start < line.stop - 1 and start not in verbs:
        quote = line.reading.quote[start]
        if quote >= 0 and line.titled(quote):  # `сообщили «Ленте.ру» в пресс-службе`
            behind = line.reading.quotation(quote)[1]
            asked = told or (lows[start - 1] in phrases(words.language, "say") and lows[behind : behind + 1] == ["в"])
            if not asked or behind >= line.stop or line.ends(behind):
                break
            start = behind
            continue
        to = lows[start] in _TO and (lows[start] not in words.articles or words.language == "ro")
        if to or (lows[start] in words.articles and lows[start - 1] in _TO):
            behind = outlet(line, start + 1) if told else 0
            if behind:
                start = behind
                continue
        if to and (behind := _told(line, start)):
            start = behind
            continue
        timed = lows[start] in words.bound and lows[start + 1] in words.bound  # `este lunes`
        article = lows[start] in words.articles and words.language != "pt" and not timed
        if not article and (lows[start] in words.object or lows[start] in words.bound or lows[start] in _OF_ALONE):
            start += 1
            start = _channel(line, start) if told else start
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
            if line.lows[i + 1] in line.words.offices:
                return i
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


def outlet(line: Line, start: int) -> int:
    """The token behind an outlet's name at `start`, 0 without one; an article may stand before it."""
    for first in (start, start + 1) if start < line.stop and line.lows[start] in line.words.articles else (start,):
        for stop in range(min(line.stop, first + 4), first, -1):
            name = line.reading.string(first, stop)
            if name[:1] == "l" and name[1:2] in ("'", "’"):  # `à l'AFP`
                name = name[2:]
            if name[:1].isupper() and outlets.by_name(name) is not None:
                return stop
    return 0


def _with_apposition(line: Line, i: int) -> int | None:
    """The end of an apposition with a name that a comma joins to the phrase before token `i`."""
    words = line.reading.words
    if line.words.language == "ar":
        return _arabic_apposition(line, i)
    if i + 1 >= line.stop or words[i] != ",":
        return None
    end = i + 1
    while end < line.stop and end - i < _SHORT_APPOSITION and not line.ends(end):
        end += 1
    closed = end == line.stop or words[end] in (",", ".", "(")
    return end if words[i + 1][0].isupper() and closed and end - i < _SHORT_APPOSITION else None


def _arabic_apposition(line: Line, i: int) -> int | None:
    """`نقيب الفلاحين، عبد التواب حسانين، أن`: a name of two to four words between commas or before the claim."""
    if line.reading.words[i : i + 1] != ["،"]:
        return None
    end = i + 1
    while end < line.stop and not line.ends(end) and end - i <= _LONGEST_ARABIC_NAME:
        end += 1
    named = (
        2 < end - i <= _LONGEST_ARABIC_NAME and line.lows[i + 1] not in line.words.bound and line.lows[i + 1][0] != "و"
    )
    closed = end < line.stop and (line.reading.words[end] in ("،", ":") or line.lows[end] in line.words.that)
    return end if named and closed and line.reading.words[i - 1][0].isalpha() else None


def _german_end(line: Line, start: int, i: int) -> bool:
    """Whether German shows that the phrase from `start` ends before `i`: a verb, an object, a date, a second verb."""
    if not line.reading.words[i - 1][0].isupper() or (i - start == 1 and line.lows[start] in line.words.articles):
        return False
    dated = line.lows[i] in _DATED and i + 1 < line.stop and not line.reading.words[i + 1][0].isupper()
    ends = dated or line.lows[i] in _GERMAN_OBJECTS or _infinitive(line, i)
    return ends or _german_verb(line, start, i) or _joined_verb(line, i)


def _infinitive(line: Line, i: int) -> bool:
    """`gibt Ingmar de Vos zu bedenken`."""
    return (
        line.lows[i] == "zu"
        and line.reading.words[i + 1 : i + 2] != []
        and line.lows[i + 1].endswith("n")
        and (line.reading.words[i + 1][0].islower())
    )


def _joined_verb(line: Line, i: int) -> bool:
    """`sagt Stenger und greift die Bahn an`: the word behind *and* is written small and leads to no noun."""
    words, known = line.reading.words, line.words
    if line.lows[i] not in _GERMAN_AND or i + 2 >= line.stop or not words[i + 1][0].islower():
        return False
    low = line.lows[i + 1]
    if low in known.articles or low in known.determiners or low in known.prepositions or low in known.counts:
        return False
    return not low.endswith(_ADJECTIVAL) or not words[i + 2][0].isupper()


def _genitive(line: Line, i: int) -> bool:
    """Whether an adjective in the genitive plural leads to a noun: `der Verband kommunaler Unternehmen`."""
    return (
        line.lows[i].endswith("er")
        and line.lows[i] not in line.words.counts
        and i + 1 < line.stop
        and line.reading.words[i + 1][0].isupper()
    )


def _german_verb(line: Line, start: int, i: int) -> bool:
    """A small word right behind a noun that joins nothing: German's finite verb, unless it bears on a noun behind it."""
    words = line.reading.words
    if i - start > 1 and line.lows[start + 1] in line.words.prepositions and i + 1 < line.stop:
        if line.lows[i].endswith(_PARTICIPIAL) and words[i + 1][0].isupper():
            return False  # `eine mit der Sache vertraute Person`
    small = words[i][0].islower() and words[i - 1][0].isupper()
    return small and line.lows[i] not in _GERMAN_LINKS and not _genitive(line, i)
