"""Hedges and negation: how sure a claim is said to be, kept with the claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading

_ALIKE, _SLACK = 1.15, 12
"""Claims whose lengths differ by no more than this are over the same words."""
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
_SENSES = word_set("see hear feel smell taste remember understand recognise recognize judge afford hardly barely")
_NOBODY = word_set("nobody no none nothing neither never")
_ALLOWED = word_set("apply call enter vote register")
_WHATEVER = word_set("anything whatever whoever wherever whichever anyone")
_NO_NOUNS = word_set("he she they it we i you who which that and or but has have had not n't also to")
_ACTIVE = word_set("claimed known expected considered estimated said reported")
"""Participles that could as well be a finite verb before `to`: `they claimed to be`."""
_NEGATION = word_set("not n't never cannot neither nor without")
_REFUSALS = word_set("declined declines declining decline refused refuses refusing refuse")
TELLING = word_set(
    """
    comment say confirm answer respond discuss disclose elaborate reveal identify speculate give name provide deny
    publish release predict share explain specify interviewed
    """
)
_DEBUNKING = ("debunk", "refut", "rebut", "rubbish")
_SUITS = word_set(
    "appeal motion petition plea bid bail application request lawsuit suit case complaint challenge offer bill"
)
"""What is dismissed or rejected by those who decide and not by those who speak."""
_GIVING = ("gave", "give", "giving", "provid", "offer")
_CLAIMS = word_set(
    """
    claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions
    assertion assertions rumours rumors notion idea accusing toll figure figures account version criticism findings finding
    conclusion conclusions story stories theory statement statements comments blame
    """
)


def find_hedges(reading: Reading) -> tuple[Span, ...]:
    """Every hedge of the text, in order, one word or phrase each; a passive keeps its form of be."""
    found: list[Span] = []
    table = _index()
    lows, words = reading.lows, reading.words
    i = 0
    while i < len(lows):
        stop = i + 1
        for form, gives in table.get(lows[i], ()):
            if tuple(lows[i : i + len(form)]) != form:
                continue
            first = i
            if gives == "modal" and (
                (words[i][0].isupper() and i != reading.sentences[reading.owner[i]][0])
                or not _verb_follows(lows, i + 1)
            ):
                continue
            if gives == "modal" and not _doubts(lows, i):
                continue
            if lows[i] in ("possible", "probable") and gives == "hedge" and not _possible(lows, i):
                continue
            if gives in ("passive", "bare-passive"):
                first = _form_of_be(reading, i)
                if first == i and gives == "passive" and _reduced(reading, i, form):
                    found.append(reading.span(i, i + 1))
                    stop = i + 1
                    break
                if lows[first] == "be" or (
                    form == ("reported", "to") and lows[i + 2 : i + 3] not in (["be"], ["have"])
                ):
                    continue  # `should be reported to the police`
                if first == i or (gives == "bare-passive" and not _state(lows, i + 1)):
                    continue
            if lows[i] in _ADJECTIVES and i and lows[i - 1] not in _BEFORE_ADJECTIVES:
                continue
            if (
                gives == "hedge"
                and lows[i] == "likely"
                and i
                and lows[i - 1] in ("the", "a", "as", "more", "less", "times")
            ):
                continue
            stop = (
                i
                + len(form)
                - (
                    gives in ("passive", "appear")
                    and form[-1] in ("to", "that")
                    and len(form) > 1
                    and gives == "passive"
                )
            )
            if gives == "appear" and form[-1] in ("to", "that", "have"):
                stop = i + 1
            found.append(reading.span(first, stop))
            break
        i = max(stop, i + 1)
    return tuple(found)


def _doubts(lows: list[str], place: int) -> bool:
    """Whether a modal at `place` weighs a claim, and says no ability (`you could hear it`) and no leave (`he may not copy`)."""
    low, behind = lows[place], lows[place + 1 : place + 3]
    before = lows[max(0, place - 4) : place]
    if low == "could":
        able = behind[:1] in (["n't"], ["not"]) or any(w in _SENSES for w in behind) or before[-1:] == ["you"]
        return not able and not any(w in _NOBODY for w in before) and not _purpose(lows, place)
    if low == "may":
        allowed = behind[:1] in ([w] for w in _ALLOWED) or (
            behind[:1] == ["not"] and behind[1:] not in (["be"], ["have"])
        )
        return not allowed and not any(w in _WHATEVER for w in before)
    return True


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
    return noun and (passive_alone or (state and form[0] not in _ACTIVE))


def _state(lows: list[str], place: int) -> bool:
    """Whether a state is what is believed: `were feared dead`."""
    return place < len(lows) and lows[place][0].isalpha() and lows[place] not in _NO_STATE


def _purpose(lows: list[str], place: int) -> bool:
    """Whether `could` stands in a clause of purpose: `so that you could have a balcony`."""
    before = lows[max(0, place - 6) : place]
    return "so" in before and before.index("so") + 1 < len(before) and before[before.index("so") + 1] != "far"


def _possible(lows: list[str], place: int) -> bool:
    """Whether `possible` weighs a claim, and is no part of `as soon as possible`, `if possible`, `possible to`."""
    before, behind = lows[place - 1] if place else "", lows[place + 1 : place + 2]
    stands = before in ("is", "was", "be", "remains", "remained", "looks", "seems")
    return (
        before not in ("as", "if", "where", "when", "every", "not", "best", "worst")
        and behind != ["to"]
        and (stands or behind != [","])
    )


def _verb_follows(lows: list[str], place: int) -> bool:
    """Not the noun or the month: something stands behind the modal that is no number and no stop."""
    return place < len(lows) and (lows[place][0].isalpha() or lows[place] == "n't")


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


def negated(reading: Reading, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Whether the claim is denied or not made: `denied`, `did not say`, `declined to comment`."""
    verbs = speech.forms("english", "verb")
    for span in cue:
        tokens = reading.inside(span)
        begin = reading.sentences[reading.owner[tokens.start]][0] if tokens else 0
        lows = reading.lows[tokens.start : tokens.stop]
        denies = sum(verbs.get(w) == "deny" for w in lows)
        disputes = any(w.startswith(("disput", "contest", "challeng")) for w in lows)
        refuses = any(w in _NEGATION for w in (*lows, *reading.lows[max(begin, tokens.start - 1) : tokens.start]))
        ruled_out = any(w in ("rule", "ruled", "ruling", "excluded", "exclude") for w in lows)
        if denies or refuses or any(w.startswith(_DEBUNKING) for w in lows):
            twice = denies or ruled_out or disputes
            return not (refuses and twice and "neither" not in lows and "nor" not in lows)
        if tokens.start - 1 >= begin and reading.lows[tokens.start - 1] in ("n't", "never", "neither"):
            return True
        opening = reading.lows[tokens.stop : tokens.stop + 3]
        if any(w in _REFUSALS for w in lows):
            return any(w in TELLING for w in (*lows, *opening)) or any(w.startswith("declin") for w in lows)
        start = reading.inside(content[0]) if content else tokens
        early = reading.lows[start.start : start.start + 6]
        if any(w.startswith(("reject", "dismiss", "contest")) for w in lows):
            return not any(w in _SUITS for w in early) or any(w in _CLAIMS for w in early)
        if ruled_out:
            return early[:1] == ["out"] or "out" in (*lows, *opening)
        if early[:1] == ["no"] and any(w.startswith(_GIVING) for w in lows):
            return True
    return False
