"""Hedges: how sure a claim is said to be, kept with the claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions import modality
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution

_ALIKE, _SLACK = 1.15, 12
"""Claims whose lengths differ by no more than this are over the same words."""
_MODALS = word_set("may might could")
_LIGHT = word_set("it there is was a an")
_BE = word_set("is are was were be been being 's 're")
_BETWEEN = word_set(
    """
    widely generally also now still not largely commonly believed thus long
    """
)
_NO_STATE = word_set("by as in on at for with from to that about and or of")
"""What follows a passive that reports no state: `was reported by`; `was reported missing` does."""
_ADJECTIVES = word_set("alleged suspected purported rumoured rumored unconfirmed")
_BEFORE_ADJECTIVES = word_set(
    "the a an his her their its this that these those of in on for by with from to over about at as and or two three some "
    "several many other such any no is are was were remain remains most"
)
_LIKELY_PEOPLE = word_set(
    "voters voter candidate candidates suspect suspects contender contenders buyers customers lads"
)
_DETERMINED = word_set(
    "the a an his her its their this that these those our my of in by for with from to and or over after"
)
_NO_DOUBTED = word_set(
    "reference nod contradiction reason that to when from in on by swipe dig heir allusion cases figures"
)
"""What is apparent, reported or supposed without any doubt: `an apparent reference to the president`."""
_DEGREES = word_set("very quite rather more less increasingly so far too to be somewhat")
_STATES = word_set(
    "calm tired clear set ready safe sure upset well ill drunk happy sad weak strong close certain likely unlikely healthy "
    "willing keen resigned content asleep alone aware unaware dead alive fine nervous unmoved"
)
_STATE_ENDINGS = ("ed", "ful", "ous", "able", "ible", "ent", "ant")
_NO_NOUNS = word_set("he she they it we i you who which that and or but has have had not n't also to")
_ACTIVE = word_set("claimed known expected considered estimated said reported")
"""Participles that could as well be a finite verb before `to`: `they claimed to be`."""


def find_hedges(reading: Reading) -> tuple[Span, ...]:
    """Every hedge of the text, in order, one word or phrase each; a passive keeps its form of be."""
    found: list[Span] = []
    table = _index()
    lows = reading.lows
    i = 0
    while i < len(lows):
        stop = i + 1
        for form, gives in table.get(lows[i], ()):
            if tuple(lows[i : i + len(form)]) != form:
                continue
            hedge = _weighing(reading, i, form, gives)
            if hedge is not None:
                found.append(reading.span(*hedge))
                stop = hedge[1]
                break
        i = max(stop, i + 1)
    return _joined(reading, found)


def _joined(reading: Reading, hedges: Sequence[Span]) -> tuple[Span, ...]:
    """`could conceivably`, `would most likely`: a modal and the adverb right behind it are one doubt."""
    joined: list[Span] = []
    for hedge in hedges:
        tokens = reading.inside(hedge)
        last = reading.inside(joined[-1]) if joined else range(0)
        doubled = last.stop == tokens.start and len(last) == 1 and reading.lows[last.start] in _MODALS
        if doubled and reading.owner[last.start] == reading.owner[tokens.start]:
            joined[-1] = Span(joined[-1].start, hedge.end)
        else:
            joined.append(hedge)
    return tuple(joined)


def _weighing(reading: Reading, place: int, form: tuple[str, ...], gives: str) -> tuple[int, int] | None:
    """The tokens of the hedge that the words at `place` are, or None where they weigh nothing here."""
    lows = reading.lows
    whole = place, place + len(form)
    if gives == "modal":
        return whole if modality.doubts(reading, place) else None
    if gives in ("passive", "bare-passive"):
        return _passive(reading, place, form, gives)
    if gives == "adjective":
        return whole if _before_noun(reading, place) else None
    if gives == "seem":
        return whole if lows[place].startswith("seem") or _state_behind(lows, place + 1) else None
    if gives == "appear":
        if form[-1] not in ("to", "that", "have"):
            return whole
        head = next((k for k, word in enumerate(form) if word not in _LIGHT), 0)
        return place, place + head + 1  # `appears`, `it is possible`, without what joins the claim
    if lows[place] in ("possible", "probable") and not _possible(lows, place):
        return None
    if lows[place] in _ADJECTIVES and place and lows[place - 1] not in _BEFORE_ADJECTIVES:
        return None
    if form == ("likely",) and place and not _likely(lows, place):
        return None
    return whole


def _passive(reading: Reading, place: int, form: tuple[str, ...], gives: str) -> tuple[int, int] | None:
    """A passive of belief with its form of be, or the participle alone where it follows its noun."""
    lows = reading.lows
    first = _form_of_be(reading, place)
    if first == place and gives == "passive" and _reduced(reading, place, form):
        return place, place + 1
    state = lows[place + 2 : place + 3] in (["be"], ["have"])
    if lows[first] == "be" or (form == ("reported", "to") and not state):
        return None  # `should be reported to the police`
    if form == ("supposed", "to") and lows[place + 2 : place + 3] != ["have"]:
        return None  # `is supposed to hit the siren`: a duty
    if first == place and form in (("reported",), ("presumed",)) and _before_noun(reading, place):
        return place, place + 1
    if first == place or (gives == "bare-passive" and not _state(lows, place + 1)):
        return None
    cut = gives == "passive" and len(form) > 1 and form[-1] in ("to", "that")
    return first, place + len(form) - cut


def _likely(lows: list[str], place: int) -> bool:
    """Whether `likely` weighs a claim: no `likely voters`, and no share (`17 % more likely to die than others`)."""
    before, behind = lows[place - 1], lows[place + 1] if place + 1 < len(lows) else ""
    if before in ("more", "less", "as", "times"):
        return behind not in ("to", "than", "as") and before not in ("as", "times")
    return behind not in _LIKELY_PEOPLE and (before not in ("the", "a") or behind[:1].isalpha())


def _before_noun(reading: Reading, place: int) -> bool:
    """Whether a participle or adjective stands between a determiner and what it casts doubt on: `the reported killing`."""
    lows = reading.lows
    if not place or place + 1 >= len(lows) or lows[place - 1] not in _DETERMINED:
        return False
    noun = reading.words[place + 1]
    plural = lows[place] == "reported" and noun.endswith("s") and not noun.endswith("ss")
    return noun[0].isalpha() and noun[0].islower() and lows[place + 1] not in _NO_DOUBTED and not plural


def _state_behind(lows: list[str], place: int) -> bool:
    """Whether what somebody appeared to be stands behind: `appeared unharmed`; `appeared on stage` is a deed."""
    while place < len(lows) and lows[place] in _DEGREES:
        place += 1
    if place >= len(lows):
        return False
    return lows[place] in _STATES or (len(lows[place]) > 4 and lows[place].endswith(_STATE_ENDINGS))


def expects(reading: Reading, hedge: Span) -> bool:
    """Whether a passive only looks ahead (`is expected to visit`), so that it is no doubt about what somebody says."""
    tokens = reading.inside(hedge)
    lows = reading.lows
    if not tokens or lows[tokens.stop - 1] != "expected":
        return False
    return speech.forms("english", "verb").get(lows[min(tokens.stop + 1, len(lows) - 1)]) not in ("say", "tell", "deny")


def _reduced(reading: Reading, place: int, form: tuple[str, ...]) -> bool:
    """Whether the participle at `place` follows what is believed, without a form of be: `a tanker suspected of carrying oil`."""
    lows = reading.lows
    begin, _ = reading.sentences[reading.owner[place]]
    behind = place + len(form)
    if place - 1 <= begin or form[-1] not in ("to", "of") or lows[place - 1] in _BETWEEN:
        return False
    ahead = lows[place - 1]
    noun = ahead == "," or (ahead[0].isalnum() and ahead not in _NO_NOUNS)
    passive_alone = form[0] in ("suspected", "rumoured", "rumored") or (ahead == "," and form[0] not in _ACTIVE)
    state = lows[behind : behind + 1] in (["be"], ["have"], ["show"], ["depict"], ["belong"])
    thing = ahead == "," or (reading.words[place - 1].islower() and not _speaks(ahead))
    return noun and (passive_alone or (state and (form[0] not in _ACTIVE or (form[0] == "said" and thing))))


def _speaks(noun: str) -> bool:
    """Whether a noun is that of people, of papers or of bodies, who may say something: `a spokesman said to be patient`."""
    return noun in speech.forms("voices", "head")


def _state(lows: list[str], place: int) -> bool:
    """Whether a state is what is believed: `were feared dead`."""
    return place < len(lows) and lows[place][0].isalpha() and lows[place] not in _NO_STATE


def _possible(lows: list[str], place: int) -> bool:
    """Whether `possible` weighs a claim, and is no part of `as soon as possible`, `if possible`, `possible to`."""
    before, behind = lows[place - 1] if place else "", lows[place + 1 : place + 2]
    stands = before in ("is", "was", "be", "remains", "remained", "looks", "seems")
    return (
        before not in ("as", "if", "where", "when", "every", "not", "best", "worst")
        and behind != ["to"]
        and (stands or behind != [","])
    )


def _form_of_be(reading: Reading, place: int) -> int:
    """The form of be before a participle at `place` (`is widely believed`), or `place` itself."""
    begin, _ = reading.sentences[reading.owner[place]]
    first = place - 1
    while first >= begin and place - first < 4:
        if reading.lows[first] in _BE:
            while first - 1 >= begin and reading.lows[first - 1] in ("has", "have", "had", "been"):
                first -= 1
            return first
        if reading.lows[first] not in _BETWEEN and not reading.lows[first].endswith("ly"):
            return place
        first -= 1
    return place


def _index() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    if not _INDEX:
        for form, gives in speech.forms("english", "hedge").items():
            words = tuple(form.split())
            _INDEX.setdefault(words[0], []).append((words, gives))
        for forms in _INDEX.values():
            forms.sort(key=lambda f: -len(f[0]))
    return _INDEX


_INDEX: dict[str, list[tuple[tuple[str, ...], str]]] = {}


def within(hedges: tuple[Span, ...], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The hedges that lie in one of `spans`."""
    found: dict[tuple[int, int], Span] = {}
    for span in spans:
        place = bisect_left(hedges, span.start, key=lambda h: h.start)
        while place < len(hedges) and hedges[place].end <= span.end:
            found[hedges[place].start, hedges[place].end] = hedges[place]
            place += 1
    return tuple(found[k] for k in sorted(found))


def shared_out(hedges: tuple[Span, ...], claims: Sequence[tuple[tuple[Span, ...], bool]]) -> list[tuple[Span, ...]]:
    """The hedges of each claim, given as its words and whether it has a speaker.

    A hedge belongs to the innermost claim that holds it, so that of `A said B may go, warning that C could stay` each
    has its own; claims over the very same words, as of an outlet and the source that it cites, share it. A claim
    without a speaker takes its hedge from the claim around it.
    """
    taken: dict[Span, list[tuple[int, int]]] = {}
    for number, (spans, _) in enumerate(claims):
        for hedge in within(hedges, spans):
            size = sum(s.end - s.start for s in spans if s.start <= hedge.start and hedge.end <= s.end)
            taken.setdefault(hedge, []).append((size, number))
    owned: list[list[Span]] = [[] for _ in claims]
    for hedge in hedges:
        holders = sorted(taken.get(hedge, ()))
        for size, number in holders:
            unvoiced = not claims[holders[0][1]][1]
            if size <= holders[0][0] * (1.0 if unvoiced else _ALIKE) + (0 if unvoiced else _SLACK):
                owned[number].append(hedge)
    return [tuple(listed) for listed in owned]


def of_asides(
    reading: Reading, hedges: tuple[Span, ...], claims: Sequence[RawAttribution], owned: list[tuple[Span, ...]]
) -> list[tuple[Span, ...]]:
    """`owned`, with the hedges that no claim holds given to the one speaker of their sentence: `Most, NASA says, could fall`.

    The speaker of an aside answers for the whole sentence around it, also where its claim was cut short.
    """
    held = {hedge for listed in owned for hedge in listed}
    speakers: dict[int, list[int]] = {}
    for number, one in enumerate(claims):
        if one.cue:
            speakers.setdefault(reading.owner[reading.inside(one.cue[0]).start], []).append(number)
    given = list(owned)
    for hedge in hedges:
        first = reading.inside(hedge).start
        alone = speakers.get(reading.owner[first], ())
        if hedge in held or reading.quote[first] >= 0 or len(alone) != 1 or not _aside(reading, claims[alone[0]]):
            continue
        given[alone[0]] = tuple(sorted((*given[alone[0]], hedge), key=lambda h: h.start))
    return given


def _aside(reading: Reading, one: RawAttribution) -> bool:
    """Whether source and cue stand between commas, inside the sentence: `…, the agency estimates, …`."""
    if not one.source or one.source[0].start > one.cue[0].start:
        return False
    first, stop = reading.inside(one.source[0]).start, reading.inside(one.cue[-1]).stop
    begin, end = reading.sentences[reading.owner[first]]
    return begin < first and stop < end and reading.words[first - 1] == "," and reading.words[stop] == ","
