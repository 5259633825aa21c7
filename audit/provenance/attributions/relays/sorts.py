"""Outlets told by what they are: their trades, the words that say of what sort they are, outlets without a name or taken up."""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names

TRADES = word_set(
    """
    newspaper channel broadcaster paper station agency daily website magazine network portal weekly outlet tabloid radio tv
    television newswire site newsroom programme program podcast blog
    """
)
_WEAK = word_set("website network agency programme program site podcast blog")
"""Trades of others too: they make a name an outlet's only before it, or with a word of news."""
SURE_TRADES = TRADES - _WEAK
_QUALIFYING = word_set(
    """
    the a an state state-run state-owned state-controlled state-backed pro-government news local private public national us
    opposition independent leading english-language semi-official official main online rival regional sister
    """
)

_NEWSY = word_set("news tv television radio satellite")
_SORTS = word_set("local regional national private public independent opposition rival pro-government community state")
"""What tells one outlet without a name from outlets at large: `local radio`."""
_OCCASIONS = word_set(
    "conference briefing conferences briefings statement release gallery corps office query queries inquiry question questions "
    "attention"
)
_MORE_NOUNS = tuple([w] for w in (*_OCCASIONS, *TRADES, "media", "press", "news", "meeting", "cabinet"))
"""What makes a trade before it an adjective: `the weekly media briefing`."""
_HEARERS = tuple(
    [w]
    for w in (
        *_OCCASIONS,
        "audience",
        "audiences",
        "host",
        "listeners",
        "press",
        "media",
        "news",
        "reporter",
        "interviewer",
        "crew",
    )
)
"""What makes a trade before it the adjective of whoever listens: `a radio audience`."""
MEDIA = word_set("media outlets newspapers press broadcasters channels")


def nameless(reading: Reading, token: int, place: int) -> range:
    """The tokens of an outlet that its sort alone tells of, up to `place`: `state television`, `a private channel`; or none."""
    lows = reading.lows
    stop = next((i for i in range(token, place) if lows[i] in TRADES), None)
    while stop is not None and stop + 1 < place and lows[stop + 1] in TRADES:
        stop += 1  # `a radio station`
    if stop is None or lows[stop + 1 : stop + 2] in _HEARERS:
        return range(0)
    sort = lows[token:stop]
    told = sorted_out(sort)
    one = lows[token] in ("a", "an") and lows[stop] in SURE_TRADES
    if not (told or one) or (lows[token] == "the" and not any(w.startswith("state") for w in sort)):
        return range(0)
    return range(token, stop + 1)


def are_outlets(reading: Reading, first: int, place: int) -> bool:
    """Not `the media` at large, and no `press conference`."""
    lows = reading.lows
    at_large = lows[first:place] in (["the"], [])
    return not at_large and lows[place + 1 : place + 2] not in ([w] for w in _OCCASIONS)


def taken_up(reading: Reading, token: int) -> int:
    """One past `the station`, `the same paper` at `token`, which take up an outlet named before, or 0."""
    lows = reading.lows
    if lows[token : token + 1] != ["the"]:
        return 0
    place = token + 1
    while place < token + 3 and (
        lows[place : place + 1] == ["same"] or _located(reading, place) or _newsy(reading, place)
    ):
        place += 1
    if lows[place : place + 1] and lows[place] in TRADES and lows[place + 1 : place + 2] not in _MORE_NOUNS:
        return 0 if reading.words[place][0].isupper() else place + 1
    return 0


def _newsy(reading: Reading, place: int) -> bool:
    """`news`, `television` before a trade: `the news site`."""
    lows = reading.lows
    trade = lows[place + 1 : place + 2] and lows[place + 1] in TRADES
    return bool(trade) and lows[place] in _NEWSY and reading.words[place][0].islower()


def _located(reading: Reading, place: int) -> bool:
    """`Kurdish`, `Washington-based`, before a trade."""
    low = reading.lows[place] if place < len(reading.lows) else ""
    return low in names.table("demonym") or low.endswith("-based")


def qualifies(reading: Reading, place: int, first: int) -> bool:
    """Whether the word before an outlet's name only says what sort of outlet it is."""
    word, low = reading.words[place], reading.lows[place]
    if word in ("Daily", "Channel", "National", "Public", "Press", "Radio", "State"):
        return False
    if low in names.table("demonym") or low.endswith("-based"):
        return not (place + 1 < len(reading.words) and reading.words[place + 1] in ("News", "TV", "Press", "Radio"))
    return low in _QUALIFYING or (low in TRADES and (word[0].islower() or place == first))


def sorted_out(words: Sequence[str]) -> bool:
    """Whether words before a trade tell one outlet from outlets at large: `local`, `state-run`."""
    return any(w in _SORTS or w.startswith(("state", "pro-")) for w in words)
