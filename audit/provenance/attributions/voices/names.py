"""Proper names: runs of capitalised words, and what bears them.

A name says by its own words what it is (`Ministry of Mines`, `Lakeside Group`, `Harbour TV`, `Farid Osmani`); the lexicon
adds states, capitals and bodies whose names do not. Two to four capitalised words that say nothing else are a person.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from audit.lexicon import outlets, speech
from audit.lexicon.closed_classes import word_set
from audit.model import VoiceType
from audit.provenance.attributions.reading.tokens import Reading

INNER = word_set("of for and the & on in")
"""Small words inside the names of bodies."""
PARTICLES = word_set(
    """
    al el bin bint ibn ben l d dell degli des de da do dos das del della di van von der den ter ten la le ul ur uz abu y e
    zu du af och
    """
)
_LOCAL = word_set(
    "city county town borough district municipal village parish provincial regional state metropolitan legislative"
)
_BEYOND_STATES = word_set("international world global european african asian arab inter-american")


_DESKS = word_set("sport sports news business money politics world radio tv online digital africa arabic afrique")
"""What a newsroom's desks and channels are called behind its name."""
_OUTLET_ENDINGS = ("wire", "news", "press", "presse", "post", "radio", "media", "times", "zeitung")


class Name(NamedTuple):
    """A proper name: its tokens, what bears it, the office before it, how sure."""

    first: int
    stop: int
    type: VoiceType | None
    """None where nothing tells, as for a single word."""
    title: str
    """The office in front (`Defence Minister`), empty without one."""
    string: str
    confidence: float


BODY_KINDS: dict[str, VoiceType] = {
    "document": "document",
    "outlet": "outlet",
    "government": "government",
    "organisation": "organisation",
}
"""Classes of head nouns that are kinds of bodies, and papers."""


@cache
def table(family: str) -> frozenset[str]:
    """The forms of a family of bodies, in lower case."""
    return frozenset(speech.forms("bodies", family))


@cache
def offices() -> frozenset[str]:
    """Single words that stand before a name as a title or a trade."""
    return frozenset(f for f in speech.forms("voices", "office") if " " not in f)


def of_a_nation(low: str) -> bool:
    """Whether a word is a nationality, alone or as the last part of a compound: `Dutch`, `Anglo-Japanese`."""
    return low in table("demonym") or ("-" in low and low.rpartition("-")[2] in table("demonym"))


def one_of_a_nation(low: str) -> bool:
    """Whether `the` before a word makes it one person of a nation: `the Swede`, `the Italian`, not `the French`."""
    return low in table("national") or (
        low in table("demonym") and not low.endswith(("ese", "ish", "ench", "utch", "elsh", "swiss"))
    )


def classify(reading: Reading, first: int, stop: int) -> Name:
    """What the name at tokens `first` to `stop` is."""
    known: dict[tuple[int, int], Name] = reading.memo.setdefault("names", {})
    name = known.get((first, stop))
    if name is None:
        name = known[first, stop] = _classified(reading, first, stop)
    return name


def _classified(reading: Reading, first: int, stop: int) -> Name:
    string = reading.string(first, stop)
    low = string.lower().replace("’", "'")
    for family, kind in (
        ("country", "government"),
        ("metonym", "government"),
        ("capital", "government"),
        ("known-organisation", "organisation"),
    ):
        if low in table(family):
            return Name(first, stop, _voice(kind), "", string, 0.9 if family != "capital" else 0.7)
    outlet = outlets.by_name(string)
    if outlet is not None and not (outlet.needs_context and stop - first == 1 and not string.isupper()):
        return Name(first, stop, "outlet", "", string, 0.95)
    lows = reading.lows[first:stop]
    if stop - first > 1 and lows[-1] in _DESKS and outlets.by_name(reading.string(first, stop - 1)) is not None:
        return Name(first, stop, "outlet", "", string, 0.85)  # `BBC Sport`
    if stop - first > 1 and lows[0].endswith("-based"):
        rest = classify(reading, first + 1, stop)
        if rest.type == "person" and rest.confidence <= 0.75:
            rest = rest._replace(type="organisation", confidence=0.7)
        return rest  # `Athens-based Kalliste Marine`
    if stop - first > 2 and lows[1] in ("of", "for") and lows[0] in table("government-word"):
        beyond = any(w in _BEYOND_STATES for w in lows)
        return Name(
            first, stop, "organisation" if beyond else "government", "", string, 0.9
        )  # `Office of the Attorney General`
    if stop - first > 1 and any(w in table("outlet-word") for w in lows) and not _titled(lows):
        return Name(first, stop, "outlet", "", string, 0.85)
    if (
        stop - first > 1
        and first
        and reading.lows[first - 1] == "the"
        and lows[-1] in _MASTHEADS - (_NO_MASTHEADS if reading.words[first - 1] == "the" else frozenset())
    ):
        return Name(first, stop, "outlet", "", string, 0.8)  # `The Sheffield Star`
    last_title = _titled(lows)
    if last_title:
        if last_title == stop - first:
            return Name(first, stop, "person", string, "", 0.6)
        title = reading.string(first, first + last_title)
        return Name(first, stop, "person", title, reading.string(first + last_title, stop), 0.95)
    if stop - first > 3 and first > 1 and _office_in(reading, first):
        holder = _holder(reading, first, stop)
        if holder is not None:
            return holder
    if (
        lows[0] in ("us", "u.s.", "u.k.", "uk")
        and lows[-1] in _COMMITTEES | {"mission", "embassy"}
        and stop - first > 2
    ):
        return Name(first, stop, "government", "", string, 0.8)  # `the U.S. Geological Survey`
    if lows[0] in _STATEWIDE and lows[-1] in _COMMITTEES and stop - first > 2:
        return Name(first, stop, "government", "", string, 0.75)  # `the National Produce Board`
    if stop - first > 2 and lows[0] == "board" and lows[1] == "of":
        return Name(first, stop, "government" if lows[2] in _PUBLIC_BOARDS else "organisation", "", string, 0.8)
    if lows[:2] == ["central", "bank"] or (lows[-2:] == ["national", "bank"] and lows[0] in table("demonym")):
        return Name(first, stop, "government", "", string, 0.9)
    if stop - first > 1 and own_head(lows) in _PRIVATE:
        return Name(first, stop, "organisation", "", string, 0.9)  # `the Police Officers' Union`
    for family, kind in (("government-word", "government"), ("organisation-word", "organisation")):
        if any(w in table(family) for w in lows) and (stop - first > 1 or family == "government-word"):
            if kind == "government" and any(w in _BEYOND_STATES for w in lows):
                kind = "organisation"
            elif lows[-1] == "council" and (any(w in _LOCAL for w in lows) or _of_a_place(lows)):
                kind = "government"
            return Name(first, stop, _voice(kind), "", string, 0.9)
    if lows[0] in table("demonym") and stop - first > 1:
        return classify(reading, first + 1, stop)._replace(first=first)
    if lows[0] in table("country") | table("known-organisation") and stop - first > 2:
        return classify(reading, first + 1, stop)._replace(first=first)
    if stop - first == 1:
        word = reading.words[first]
        if lows[0] in table("organisation-word") and lows[0].endswith("s"):
            return Name(first, stop, "organisation", "", string, 0.8)  # `Rovers`
        if word[0] == "@":
            return Name(first, stop, "person", "", string, 0.6)
        if lows[0].endswith(("-tv", "-fm", "-am")):
            return Name(first, stop, "outlet", "", string, 0.85)
        if word.isupper() and 2 <= len(word) <= 7:
            return Name(first, stop, "organisation", "", string, 0.7)
        if first > 0 and reading.words[first - 1] == "The" and first - 1 > reading.sentences[reading.owner[first]][0]:
            return Name(first, stop, "outlet", "", string, 0.6)  # `according to The Athletic`
        if lows[0] in table("outlet-word") and first > 0 and reading.lows[first - 1] == "the":
            return Name(first, stop, "outlet", "", string, 0.8)  # `the Courier`
        if lows[0].endswith(_OUTLET_ENDINGS) and len(word) > 6:
            return Name(first, stop, "outlet", "", string, 0.6)
        return Name(first, stop, None, "", string, 0.4)
    if stop - first == 2 and reading.words[first].isupper() and 1 < len(lows[0]) < 6 and lows[1] in table("country"):
        return Name(first, stop, "organisation", "", string, 0.8)  # `NFU Scotland`
    given = speech.forms("names", "given")
    if any(w in given for w in lows[:-1]):
        return Name(first, stop, "person", "", string, 0.95)
    if lows[0] in table("country") and lows[1] in speech.forms("english", "verb"):
        return Name(first, stop, "government", "", reading.words[first], 0.7)  # `Pakistan Signals`, in a headline
    if lows[-1].isdigit() and stop - first > 1:
        return Name(first, stop, "outlet", "", string, 0.6)
    if stop - first > 5 or any(w in INNER for w in lows):
        return Name(first, stop, "organisation", "", string, 0.6)
    if first and reading.lows[first - 1] == "the" and reading.owner[first - 1] == reading.owner[first]:
        return Name(first, stop, "organisation", "", string, 0.55)  # people's names stand without an article
    return Name(first, stop, "person", "", string, 0.75)


_MASTHEADS = word_set(
    "star sun record standard independent leader world age nation argus citizen republic state verge hill"
)
_NO_MASTHEADS = word_set("leader world age nation citizen republic state verge hill standard record")
"""Mastheads that, behind a small `the`, are mostly something else."""
_STATEWIDE = word_set("national federal state central provincial municipal")
_PRIVATE = word_set(
    "association federation union league society foundation fund party front movement alliance coalition network group company"
    " bank university college club trust chamber confederation guild syndicate brotherhood"
)
"""Head words of names that are no state's, whatever stands before them."""
_PUBLIC_BOARDS = word_set("education elections election governors supervisors health trade revenue investment aldermen")


def own_head(lows: list[str]) -> str:
    """The head word of a body's name: the last one before `of` or `for`."""
    stop = next((i for i, w in enumerate(lows) if w in ("of", "for", "on", "in") and i), len(lows))
    return lows[stop - 1]


_SECTORS = word_set(
    "works employers press refugee refugees muslim islamic jewish christian church student students medical nursing bar"
    " research design british atlantic world olympic dairy trade trades business arts security supreme privy governing"
    " national global international african asian arab european youth women women's workers farmers traders pharmacy shura"
    " media energy sports cricket football tourism export industry social economic religious interfaith clerics scholars"
)


def _of_a_place(lows: list[str]) -> bool:
    """`Strathallan Council`: a council that no word before it makes one of a trade, a faith or the world."""
    return 1 < len(lows) < 4 and not any(w in _SECTORS or w.endswith(("s'", "'s")) for w in lows[:-1])


_COMMITTEES = word_set(
    "center centre board council survey observatory laboratory institute registry corporation archive archives"
)


def _office_in(reading: Reading, first: int) -> bool:
    """Whether an office with `of` leads to the run at `first`: `Member of the Legislative Assembly`."""
    lows = reading.lows
    of = first - 2 if lows[first - 1] == "the" else first - 1
    return lows[of] == "of" and (lows[of - 1] in offices() or lows[of - 1] == "member")


def _holder(reading: Reading, first: int, stop: int) -> Name | None:
    """The person whose name closes a run that opens with a body's: `Legislative Assembly Teslyn Barnfield`."""
    words = table("organisation-word") | table("government-word") | {"opposition"}
    last = max((i for i in range(first, stop) if reading.lows[i] in words), default=-1)
    if last < first or not 2 <= stop - last - 1 <= 3:
        return None
    return Name(last + 1, stop, "person", reading.string(first, last + 1), reading.string(last + 1, stop), 0.8)


def _voice(kind: str) -> VoiceType:
    return "government" if kind == "government" else "organisation"


_STYLES = word_set(
    "sheikh sheik shah haji hajj don mullah maulana sardar begum sultan emir prince lord khan malik mirza"
)


def _titled(lows: list[str]) -> int:
    """How many leading words are a title: up to the last office word that a name can follow."""
    titles = offices()
    last = 0
    for i, word in enumerate(lows):
        if word in _STYLES and last < i and i:
            continue  # `Abdirahman Sheikh Nur`, `Hasan Shah Kazmi`: part of a name, where no title stands right before
        if word in titles or ("-" in word and word.rsplit("-", 1)[-1] in titles):
            last = i + 1
            if last < len(lows) and lows[last] == ".":
                last += 1
        elif last and (word in ("for", "of", "and", "the") or i - last > 3):
            break
    if last and last < len(lows) and lows[last] in ("of", "for"):
        return 0
    if last == len(lows) - 1 and lows[last - 1] == "don" and last > 1:
        return last - 1  # `Police Chief Don Squires`
    return last


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name as a key: lower case, one space, no article."""
    low = " ".join(name.lower().replace("’", "'").split())
    for article in ("the ", "a ", "an "):
        low = low.removeprefix(article)
    return low


def name_words(name: str) -> list[str]:
    """The words of a person's name by which a later mention can call it."""
    return [w for w in fold(name).replace(".", " ").replace("-", " ").split() if len(w) > 1 and w not in PARTICLES]
