"""What a source phrase is about: its head word, its name, its determiner, its apposition.

`a senior Pakistani security official, who asked not to be named` has the head `official`, no name, the article `a` and a
tail; `Omari, the deputy minister` has the name `Omari` and the apposition `the deputy minister`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.names import Name

Article = Literal["definite", "indefinite", "possessive", "quantified", "none"]

_QUANTIFIERS = word_set(
    """
    some many several most few all both no any each two three four five six seven eight nine ten dozens various
    other another one
    """
)
_POSSESSIVE = word_set("his her their its our my your whose")
_SPEECH = word_set(
    """
    remarks remark comments comment statement statements claim claims words speech testimony allegation allegations
    accusation accusations voice warning warnings assertion assertions view views tweet tweets post posts message argument
    account response reply announcement complaint letter interview address suggestion criticism opinion
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
_BEHIND_PARTICIPLES = word_set("by in on for at from with to last as near during since after over of")
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife"}


def singular(noun: str) -> str:
    """A noun's singular, roughly: enough to tell that `officials` and `official` are one head."""
    known = _IRREGULAR.get(noun)
    if known is not None:
        return known
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


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
    runs = [r for r in names.runs(reading, start, core_stop) if not _common_start(reading, r, core_stop)]
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
                name = _with_trade(reading, name, start)
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
        (head == "those" or (head in _QUANTIFIERS and not gives))
        and core_stop < stop
        and reading.lows[core_stop] != "of"
    ):
        gives = "person-bare"  # `those close to the mediation`, `two familiar with the plan`
    if core_stop < stop:
        tail = [names.classify(reading, *r) for r in names.runs(reading, core_stop, stop)]
        if name is None and tail and reading.words[core_stop] in (",", "—", "–", "named", "called", "("):
            opening = tail[0]
            people = gives[:6] in ("", "person", "stance", "spokes", "collec")
            bodily = gives in ("organisation", "government") and opening.title  # `the bank, Odier Lachenal`: its name
            if opening.type == "person" and opening.first - core_stop <= 2 and (people or bodily):
                name = opening._replace(title=opening.title or reading.string(start, core_stop))
        modifiers.extend(tail)
    plural = _plural(reading, start, core_stop, head, article)
    spoken = head in _SPEECH and possessor is not None
    return Phrase(first, stop, core_stop, head, gives, name, tuple(modifiers), article, plural, possessor, spoken)


def _article(reading: Reading, first: int, stop: int) -> tuple[int, Article]:
    place = first
    article: Article = "none"
    while place < stop - 1:
        low = reading.lows[place]
        if low in _QUANTIFIERS | {"those"} and reading.lows[place + 1] in _POSTMODIFIERS:
            break
        if low in ("the", "this", "that", "these", "those"):
            article = "definite"
        elif low in ("a", "an", "another"):
            article = "indefinite"
        elif low in _POSSESSIVE:
            article = "possessive"
        elif low == "same" and article == "definite":
            pass  # `the same newspaper`: the newspaper
        elif low in _QUANTIFIERS or low.isdigit():
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
        glued = reading.lows[i - 1] in BEFORE_ARTICLES or reading.lows[i - 1].endswith("ing")
        if i > start and low in OPENING and word[0].islower() and not glued:
            return i
        if low in _POSTMODIFIERS and i > start and not _inside_name(reading, start, i, stop):
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


_CONTACT = word_set("i we he she they there")
"""Subjects of a clause without a pronoun (`workers I spoke to`), and the place behind a noun (`an inspector there`)."""
OPENING = word_set("the a an his her its their")
"""What opens a clause without a pronoun behind a noun: `a study the district commissioned`."""
BEFORE_ARTICLES = phrases.PREPOSITIONS | word_set("all both half such many quite and or than the a an not only even")
_MARKED = word_set("dated signed addressed entitled titled marked headed stamped")


def _inside_name(reading: Reading, start: int, token: int, stop: int) -> bool:
    """Whether the small word at `token` belongs to a name: `Ministry of Mines`."""
    return any(a < token < b for a, b in names.runs(reading, start, stop)) and reading.lows[token] in (
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


_NEWS = word_set("news press wire information state-run photo")
PEOPLE_TOO = word_set(
    "producer miner maker refiner brewer grocer builder grower developer distiller insurer lender contractor publisher"
    " supplier operator importer exporter distributor maker retailer"
)
"""Trades that before a name are a company's where nothing shows a person: `Chilean producer Minera Cerro Alto`."""
_PRINTING = word_set("agency newspaper channel station broadcaster website site portal daily magazine blog")
"""What outlets are called before their names."""
_SOURCES_BY_NAME = word_set("database dataset survey index tracker study dashboard barometer census catalogue dossier")
"""Documents that have a name of their own: `the shipping database Equasis`."""


def _with_trade(reading: Reading, name: Name, start: int) -> Name:
    """`airport spokesman Ali Noor`, `the charity Refugee North`: what lower-case words before a name say of its bearer."""
    before = reading.lows[name.first - 1]
    kind = speech.forms("voices", "head").get(before, "")
    personal = bool(set(names.name_words(name.string)[:-1]) & speech.forms("names", "given").keys())
    acronym = name.string.isupper() and " " not in name.string
    if name.title and kind == "organisation" and before not in PEOPLE_TOO and before not in names.offices():
        return name._replace(type="organisation", title="", string=f"{name.title} {name.string}", confidence=0.7)
    if name.title or not (name.type in ("person", None) or (acronym and name.type == "outlet")):
        return name
    if before == "agency" and not set(reading.lows[start : name.first]) & _NEWS:
        return name if name.type == "outlet" else name._replace(type="government", confidence=0.8)
    if kind == "outlet" or before in _PRINTING:
        return name._replace(type="outlet", confidence=0.9)
    if before in PEOPLE_TOO:
        if not personal:
            return name._replace(type="organisation", confidence=0.7)
    elif kind == "document":
        return name._replace(type="document", confidence=0.8) if before in _SOURCES_BY_NAME else name
    elif kind == "organisation" or (acronym and kind == "stance"):
        return name._replace(type="organisation", confidence=0.8)
    elif kind == "collective":
        return name
    elif kind == "government" and before not in names.offices():
        return name._replace(type="government", confidence=0.8)
    elif not kind and before not in names.offices() and not (personal and before.endswith(("ist", "ian", "er", "or"))):
        return name
    return name._replace(type="person", title=reading.string(start, name.first), confidence=0.95)


def _plural(reading: Reading, start: int, stop: int, head: str, article: Article) -> bool:
    if article == "indefinite":
        return False
    last = head.split()[-1] if head else ""
    if last in (
        "people",
        "men",
        "women",
        "police",
        "many",
        "some",
        "those",
        "others",
        "few",
        "most",
        "several",
        "both",
        "media",
        "spokespeople",
        "staff",
        "family",
        "couple",
        "crowd",
    ):
        return True
    joined = any(reading.lows[i] == "and" for i in range(start, stop))
    if any(
        reading.lows[i] == "and"
        and (reading.lows[i + 1] in ("a", "an", "the", "another") or reading.lows[i + 1] in _QUANTIFIERS)
        for i in range(start, stop - 1)
    ):
        return True  # `two shipping sources and a port official`
    if last.endswith(("men", "folk", "people")):
        return True
    return (last.endswith("s") and not last.endswith("ss")) or (not head and joined)
