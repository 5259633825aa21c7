"""What a source phrase is about: its head word, its name, its determiner, its apposition.

`a senior Pakistani security official, who asked not to be named` has the head `official`, no name, the article `a` and a
tail; `Omari, the deputy minister` has the name `Omari` and the apposition `the deputy minister`.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import name_runs, names
from audit.provenance.attributions.voices.holders import holder
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.number import QUANTIFIERS, Article, is_plural
from audit.provenance.attributions.voices.trades import with_trade

_POSSESSIVE = word_set("his her their its our my your whose")
_SPEECH = word_set(
    """
    remarks remark comments comment claim claims words speech testimony allegation allegations accusation accusations voice
    warning warnings assertion assertions view views argument account response reply announcement interview address
    suggestion criticism opinion
    """
)
_POSTMODIFIERS = (
    phrases.PREPOSITIONS
    | {
        "who",
        "which",
        "that",
        "whom",
        "familiar",
        "close",
        "privy",
        "aware",
        "briefed",
        "involved",
        "speaking",
        "asking",
        "requesting",
        "present",
    }
    | {
        "knowledgeable",
        "named",
        "called",
        "calling",
        "living",
        "working",
        "cited",
        "quoted",
        "interviewed",
        "contacted",
        "reached",
        "seen",
        "obtained",
        "published",
        "released",
        "carried",
        "as",
        "attending",
        "whose",
        "linked",
    }
)


class Phrase(NamedTuple):
    """A source phrase taken apart; token positions are those of the reading."""

    first: int
    stop: int
    core_stop: int
    """Where the head's own words end and what follows it begins."""
    head: str
    """The last common noun of the core in lower case, empty where the core ends in a name."""
    gives: str
    """The head's class in the lexicon: `person-office`, `document`, …; empty where it has none."""
    name: Name | None
    """The name that the core ends in or, failing that, the one in the apposition."""
    modifiers: tuple[Name, ...]
    """Names before the head, or behind `of`, `for`, `at`: where somebody belongs."""
    article: Article
    plural: bool
    possessor: tuple[int, int] | None
    """The tokens before `'s`, or the possessive pronoun."""
    speech: bool
    """True where the head is somebody's words: `his remarks`, `the minister's claim`."""


PARTICIPLES = word_set("seen shown sent given taken written held found drawn made known hit struck shot")
_BEHIND_PARTICIPLES = word_set("by in on for at from with to last as near during since after before over of")


def analyse(reading: Reading, first: int, stop: int) -> Phrase:
    """Takes the source phrase at tokens `first` to `stop` apart."""
    start, article = _article(reading, first, stop)
    core_stop = _core_stop(reading, start, stop)
    possessor = _possessor(reading, first, start, core_stop, article)
    if possessor is not None and possessor[1] < core_stop:
        start = possessor[1] + (reading.lows[possessor[1]] in ("'s", "'"))
    low_words = [(i, reading.lows[i]) for i in range(start, core_stop) if reading.words[i][0].isalnum()]
    heads = speech.forms("voices", "head")
    name: Name | None = None
    modifiers: list[Name] = []
    head = ""
    runs = [r for r in name_runs.runs(reading, start, core_stop) if not _common_start(reading, r, core_stop)]
    if low_words:
        last_at, last = low_words[-1]
        in_run = next((r for r in runs if r[0] <= last_at < r[1]), None)
        plain = in_run is not None and in_run[1] - in_run[0] == 1 and last in heads
        alone = len(runs) == 1 and last_at == start == first
        several = last.endswith("s") and heads.get(last, "").startswith("person")
        people = several or heads.get(last) == "government" or article == "quantified"
        common = plain and (alone or (article in ("definite", "quantified") and people))
        if in_run is not None and not common:
            name = names.classify(reading, *in_run)
            if in_run[0] > start:
                name = with_trade(reading, name, start)
            runs.remove(in_run)
        else:
            if last.endswith(("ed", "ing")) and len(low_words) > 1 and low_words[-2][1] in heads and last not in heads:
                core_stop = last_at
                low_words.pop()
                last = low_words[-1][1]
            head = last
    modifiers.extend(names.classify(reading, *r) for r in runs)
    two = " ".join(w for _, w in low_words[-2:]) if head else ""
    gives = heads.get(two) or heads.get(head, "") if head else ""
    if two in heads and head:
        head = two
    if head and not gives and (head in names.offices() or head.rsplit("-", 1)[-1] in names.offices()):
        gives = "person-office"
    if (
        (head == "those" or (head in QUANTIFIERS and not gives))
        and core_stop < stop
        and reading.lows[core_stop] != "of"
    ):
        gives = "person-bare"  # `those close to the mediation`, `two familiar with the plan`
    if core_stop < stop:
        tail = [names.classify(reading, *r) for r in name_runs.runs(reading, core_stop, stop)]
        if name is None and tail and reading.words[core_stop] in (",", "—", "–", "named", "called", "("):
            opening = tail[0]
            people = gives[:6] in ("", "person", "stance", "spokes", "collec")
            bodily = gives in ("organisation", "government") and opening.title  # `the bank, Odier Lachenal`: its name
            if opening.type == "person" and opening.first - core_stop <= 2 and (people or bodily):
                name = opening._replace(title=opening.title or reading.string(start, core_stop))
        modifiers.extend(tail)
    held = holder(reading, start, stop) if name is None or name.type != "person" or not name.string else None
    if held is not None:
        name, head, gives, core_stop = held, "", "", stop
    plural = is_plural(reading, start, core_stop, head, article)
    spoken = head in _SPEECH and possessor is not None
    return Phrase(first, stop, core_stop, head, gives, name, tuple(modifiers), article, plural, possessor, spoken)


def _article(reading: Reading, first: int, stop: int) -> tuple[int, Article]:
    place = first
    article: Article = "none"
    while place < stop - 1:
        low = reading.lows[place]
        if low in QUANTIFIERS | {"those"} and reading.lows[place + 1] in _POSTMODIFIERS:
            break
        if low in ("the", "this", "that", "these", "those"):
            article = "definite"
        elif low in ("a", "an", "another"):
            article = "indefinite"
        elif low in _POSSESSIVE:
            article = "possessive"
        elif low == "same" and article == "definite":
            pass  # `the same newspaper`: the newspaper
        elif low in QUANTIFIERS or low.isdigit():
            article = "quantified" if article == "none" else article
        elif not (
            (
                low in ("at", "least", "about", "only", "almost", "nearly", "around", "of", "than", "more")
                and article == "quantified"
            )
            or (low in ("at", "about", "nearly", "more") and place == first)
        ):
            break
        place += 1
    return place, article


def _core_stop(reading: Reading, start: int, stop: int) -> int:
    for i in range(start, stop):
        low, word = reading.lows[i], reading.words[i]
        if word in (",", "(", "—", "–", "--", ":", ";") and i > start:
            return i
        if i > start and (low in _CONTACT or low in _MARKED) and word[0].islower() | (low == "i"):
            return i
        if i > start and _busy(reading, i):
            return i
        glued = reading.lows[i - 1] in BEFORE_ARTICLES or reading.lows[i - 1].endswith("ing")
        if i > start and low in OPENING and word[0].islower() and not glued:
            return i
        acronym = word.isupper() and len(word) > 2  # `the WHO`
        if low in _POSTMODIFIERS and i > start and not acronym and not _inside_name(reading, start, i, stop):
            return i
        participle = low.endswith("ed") or low in PARTICIPLES
        if (
            participle
            and i > start
            and i + 1 < stop
            and reading.lows[i + 1] in _BEHIND_PARTICIPLES
            and word[0].islower()
        ):
            return i
    return stop


def _busy(reading: Reading, token: int) -> bool:
    """`a woman selling fruit`, `a nurse treating the wounded`: whether a participle says what the person before it does."""
    low, before = reading.lows[token], reading.lows[token - 1]
    kinds = speech.forms("voices", "head")
    return (
        len(low) > 5 and low.endswith("ing") and low not in kinds and reading.words[token][0].islower()
        and kinds.get(before, "").startswith("person")
    )  # fmt: skip


_CONTACT = word_set("i we he she they there")
"""Subjects of a clause without a pronoun (`workers I spoke to`), and the place behind a noun (`an inspector there`)."""
OPENING = word_set("the a an his her its their")
"""What opens a clause without a pronoun behind a noun: `a study the district commissioned`."""
BEFORE_ARTICLES = phrases.PREPOSITIONS | word_set("all both half such many quite and or than the a an not only even")
_MARKED = word_set("dated signed addressed entitled titled marked headed stamped")


def _inside_name(reading: Reading, start: int, token: int, stop: int) -> bool:
    """Whether the small word at `token` belongs to a name: `Ministry of Mines`."""
    return any(a < token < b for a, b in name_runs.runs(reading, start, stop)) and reading.lows[token] in (
        "of",
        "for",
        "on",
        "in",
    )


def _possessor(reading: Reading, first: int, start: int, stop: int, article: Article) -> tuple[int, int] | None:
    for i in range(stop - 1, start, -1):
        if reading.lows[i] == "'s" or (reading.words[i] in ("’", "'") and reading.words[i - 1].endswith("s")):
            return first, i
    if article == "possessive":
        place = next(i for i in range(first, start) if reading.lows[i] in _POSSESSIVE)
        return place, place + 1
    return None


def _common_start(reading: Reading, run: tuple[int, int], stop: int) -> bool:
    """Whether a run is only a sentence's capital on a common word: `Diplomatic sources`, `Residents`."""
    first, last = run
    if last - first != 1 or first != reading.sentences[reading.owner[first]][0]:
        return reading.lows[first] in ("police", "authorities", "officials") and last - first == 1
    low = reading.lows[first]
    known = speech.forms("voices", "head")
    describing = speech.forms("voices", "descriptor")
    ranks = speech.forms("voices", "seniority")
    if low in known or low in describing or low in ranks:
        return True
    if (
        low in names.table("demonym")
        or low in names.table("country")
        or low in names.table("capital")
        or low in names.table("known-organisation")
    ):
        return False
    if (
        last < stop
        and not reading.words[last][0].isupper()
        and reading.lows[last] not in names.offices()
        and reading.lows[stop - 1] in known
    ):
        return not reading.words[first].isupper() and _seen_lower(reading, low)
    return False


def _seen_lower(reading: Reading, low: str) -> bool:
    """Whether the page writes the word without a capital too, or nothing tells that it is a name."""
    return (
        low.endswith(("al", "ed", "ing", "ic", "ern", "ary", "ive", "less", "ous", "ly", "ant", "ent"))
        or low in reading.plain
    )
