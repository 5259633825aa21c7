"""Whether a noun phrase can be somebody who speaks, in a language that writes every noun with a capital.

Elsewhere a capital inside a sentence shows a name. German shows none: `Solche Verträge stellen`, `Die Schneeoberfläche
zeigte`, `Unter Berücksichtigung der Nutzung` stand where a speaker would. Each rule here turns away one sort of phrase;
languages without rows for its words are left alone.
"""

from __future__ import annotations

from audit.lexicon import outlets
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import given

_ENDINGS_OF_ADJECTIVES = ("e", "en", "er", "es", "em")
_ADJECTIVE = 3
_LONGEST_NAME = 3
_READ = ("say", "weak", "shows")
_SLIGHT = ("weak", "shows")
_ENDING = 7
_NOBLE = "von"
_ONESELF = "sich"


def can_speak(line: Line, cue: Cue, found: Tokens) -> bool:
    """Whether no rule turns the phrase `found` away as the subject of the verb of saying at `cue`."""
    if cue.family not in _READ or not line.words.things:
        return True
    return not (_slight(line, cue, found) or any(rule(line, found) for rule in _RULES))


def _reader(line: Line, found: Tokens) -> bool:
    """The reader, addressed: `Glauben Sie`, `sollst du`."""
    first, stop = found
    if any(line.lows[i] in line.words.reader for i in range(first, stop)):
        return True
    polite = stop - first == 1 and line.reading.words[first] in line.words.polite
    return polite and (first > line.first or _addresses(line))


def _addresses(line: Line) -> bool:
    """Whether the sentence names the reader again, by a pronoun with a capital: `Sie teilen Ihre Meinung`."""
    words = line.reading.words
    return any(words[i].startswith(line.words.polite_forms) for i in range(line.first + 1, line.stop))


def led_by_preposition(line: Line, found: Tokens) -> bool:
    """`Unter Berücksichtigung der Nutzung`: a preposition leads no subject, but names and numbers hold some."""
    first, stop = found
    if line.lows[first] not in line.words.prepositions or first + 1 >= stop:
        return False
    if line.lows[first] in line.words.origin and any(line.lows[i] in line.words.documents for i in range(first, stop)):
        return False  # `Aus dem Schreiben geht hervor`
    following = line.reading.words[first + 1]
    noble = line.lows[first] == _NOBLE and stop - first <= _LONGEST_NAME and line.reading.words[stop - 1][0].isupper()
    return not (noble or following[0].isdigit() or line.lows[first + 1] in line.words.counts)


def _relative(line: Line, found: Tokens) -> bool:
    """`…, die von Gouverneur Cuomo`: a pronoun behind a comma with no noun of its own opens a clause that only describes."""
    first, stop = found
    if first == line.first or line.reading.words[first - 1] != "," or line.lows[first] not in line.words.articles:
        return False
    words = line.words
    clauses = (words.prepositions, words.determiners, words.articles, words.pronouns, words.object)
    return first + 1 < stop and (
        line.lows[first + 1] == _ONESELF or any(line.lows[first + 1] in listed for listed in clauses)
    )


def _infinitive(line: Line, found: Tokens) -> bool:
    """`des Zweitakts zu hören`: what holds an infinitive is a clause."""
    words = line.reading.words
    return any(
        line.lows[i] == "zu" and words[i + 1][0].islower() and line.lows[i + 1].endswith("n") and i + 2 == found[1]
        for i in range(found[0], found[1] - 1)
    )


def _adverb(line: Line, found: Tokens) -> bool:
    """`schlaglichtartig schon wenige Zahlen`: a word in small letters that no noun phrase opens with."""
    word, low = line.reading.words[found[0]], line.lows[found[0]]
    if not word[0].islower() or "-" in word:
        return False
    known = line.words
    opens = (
        known.articles,
        known.determiners,
        known.counts,
        known.pronouns,
        known.heads,
        known.prepositions,
        known.reader,
    )
    return not (
        any(low in listed for listed in opens) or (len(low) > _ADJECTIVE and low.endswith(_ENDINGS_OF_ADJECTIVES))
    )


def _thing(line: Line, found: Tokens) -> bool:
    """`Eine baldige Lösung`, `Die Schneeoberfläche`: by the ending of its head."""
    head = _head(line, found)
    return head >= 0 and not _somebody(line, found) and _ends_as(line.lows[head], line.words.things)


_RULES = (_reader, led_by_preposition, _relative, _infinitive, _adverb, _thing)


def _slight(line: Line, cue: Cue, found: Tokens) -> bool:
    """`Solche Verträge stellen`: verbs that mostly say nothing take a subject known to speak, or a name."""
    slight = (
        cue.family in _SLIGHT
        or line.lows[cue.first] in line.words.slight
        or any(line.lows[cue.first] in listed for listed in line.words.particles.values())
    )
    if not slight and not _plural(line, cue):
        return False
    return not (_somebody(line, found) or _name(line, cue, found))


def _plural(line: Line, cue: Cue) -> bool:
    """Whether the verb is in the plural, which no single name takes."""
    return line.lows[cue.first].endswith("en")


def _head(line: Line, found: Tokens) -> int:
    """The last noun before the first small word behind a noun, as in `Technologien wie Legal Tech`; -1 without one."""
    head = -1
    for i in range(*found):
        word = line.reading.words[i]
        if word[0].isupper() and not (i == found[0] and _small(line, i)):
            head = i
        elif head >= 0:
            break
    return head


def _small(line: Line, i: int) -> bool:
    low = line.lows[i]
    return low in line.words.articles or low in line.words.determiners


def _somebody(line: Line, found: Tokens) -> bool:
    """Whether the phrase holds a pronoun, a known head, an ending of words for people or a known outlet."""
    first, stop = found
    words = line.words
    if any(line.lows[i] in words.pronouns or line.lows[i] in words.counts for i in range(first, stop)):
        return True
    if heads.find(line.reading, line.lows, words.language, first, stop):
        return True
    capital = [i for i in range(first, stop) if line.reading.words[i][0].isupper()]
    if any(heads.agent(line.lows[i], words.language) or _ends_as(line.lows[i], words.people) for i in capital):
        return True
    bare = first + _small(line, first)
    return bare < stop and outlets.by_name(line.reading.string(bare, stop)) is not None


def _name(line: Line, cue: Cue, found: Tokens) -> bool:
    """Whether the phrase reads as a name: a given name in it, capitals side by side, an abbreviation, or a surname alone."""
    first, stop = found
    words = line.reading.words
    if any(line.lows[i] in given(line.words.language) for i in range(first, stop)):
        return True
    if any(words[i][:1].isupper() and any(c.isupper() for c in words[i][1:]) for i in range(first, stop)):
        return True
    start = first + _small(line, first)
    joined = any(line.lows[i] in line.words.joins or words[i] == "," for i in range(first, stop))
    if _plural(line, cue) and not joined:
        return False
    run = next((i for i in range(start, stop) if not words[i][0].isupper()), stop) - start
    opening = start == line.first and run > 1 and line.lows[start] in line.reading.plain
    alone = run == 1 and start == first and stop - first == 1 and line.lows[start] not in line.reading.plain
    return (run > 1 and not opening) or alone or (joined and run > 0)


def _ends_as(low: str, endings: frozenset[str]) -> bool:
    return any(low[-n:] in endings for n in range(2, min(len(low) - 1, _ENDING) + 1))
