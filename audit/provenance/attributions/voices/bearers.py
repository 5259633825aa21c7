"""What bears a name whose own words do not tell: the company of the name, over all its places in the text.

`Hanbit Semicon` could be a person. `the chipmaker Hanbit Semicon`, `analysts at Hanbit Semicon`, `Hanbit Semicon, which
…`, a later `Hanbit` alone each say that it is none. Every place votes; a kind that leads clearly wins.
"""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import VoiceType
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names

_TRADES = word_set(
    """
    newspaper daily broadcaster channel station weekly tabloid website magazine newswire portal outlet television tv radio
    agency network paper broadsheet
    """
)
_NEWS = word_set("news press wire information state-run photo")
_STAFF = word_set(
    """
    executive head director spokesman spokeswoman spokesperson analyst analysts manager founder boss president chairman
    chairwoman employees workers shares owner economist strategist engineers researcher researchers professor partner
    shareholders investors lawyers headquarters subsidiary unit stake shareholder ceo editor lecturer
    """
)
_OWNED = word_set(
    """
    shares board headquarters chief chairman executive spokesman spokeswoman factory factories plant plants profits profit
    revenue sales customers website newsroom management directors investors share stock offices branches shareholders parent
    """
)
_CARRIED = word_set(
    "seen reviewed obtained quoted cited published carried broadcast aired reported verified consulted run"
)
_BANDS = word_set(
    "outlawed banned proscribed militant separatist ruling listed jihadist insurgent state-owned privately-held"
)
"""Words that stand before the names of bodies and not of people."""
_FIRMS = word_set(
    "grocer brewer builder miner producer grower broker baker publisher distiller housebuilder bookmaker vendor"
)
"""Trades that people have too, and that before a name are mostly a company's."""
_REPORTED = word_set("reported reports")
_BETWEEN = word_set("has had have also first later earlier previously separately on")
_KINDS: dict[str, VoiceType] = {"organisation": "organisation", "outlet": "outlet", "government": "government"}
_ENOUGH = 1.5
_LEAD = 0.5


class Bearers:
    """Votes for what bears a name, keyed by the folded name."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._votes: dict[str, dict[VoiceType, float]] = {}
        self._alone: dict[str, int] = {}

    def look(self, first: int, stop: int) -> None:
        """Notes what stands around the name at tokens `first` to `stop`."""
        string = self.reading.string(first, stop)
        votes = self._votes.setdefault(names.fold(string), {})
        if stop - first == 1:
            low = self.reading.lows[first]
            self._alone[low] = self._alone.get(low, 0) + 1
        self._before(first, votes)
        self._behind(stop, votes)

    def kind(self, string: str) -> VoiceType | None:
        """What bears the name; `None` where the text does not tell."""
        folded = names.fold(string)
        votes = dict(self._votes.get(folded, {}))
        words = names.name_words(string)
        if len(words) > 1:
            given = speech.forms("names", "given")
            if any(w in given for w in words[:-1]):
                votes["person"] = votes.get("person", 0.0) + 2.0
            if self._alone.get(words[-1]):
                votes["person"] = votes.get("person", 0.0) + 1.0
            if self._alone.get(words[0]) and words[0] not in given:
                votes["organisation"] = votes.get("organisation", 0.0) + 1.0
        ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
        if not ranked or ranked[0][1] < _ENOUGH:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD:
            return None
        return ranked[0][0]

    def _before(self, first: int, votes: dict[VoiceType, float]) -> None:
        lows = self.reading.lows
        begin, _ = self.reading.sentences[self.reading.owner[first]]
        if first <= begin:
            return
        low = lows[first - 1]
        earlier = lows[first - 2] if first - 2 >= begin else ""
        heads = speech.forms("voices", "head")
        if low == "agency" and earlier not in _NEWS:
            _vote(votes, "government", 1.5)
        elif low in _TRADES:
            _vote(votes, "outlet", 3.0)
        elif low in _BANDS or low in _FIRMS:
            _vote(votes, "organisation", 1.6)
        elif low in heads and low not in ("source", "sources"):
            acronym = heads[low] == "stance" and self.reading.words[first].isupper()
            _vote_head(votes, "organisation" if acronym else heads[low], 2.0)  # `the conflict monitor ACLED`
        elif low in names.offices():
            _vote(votes, "person", 2.0)
        elif low == ",":
            self._called(begin, first - 1, votes)
        elif low == "the":
            _vote(votes, "person", -2.0)
            _vote(votes, "organisation", 0.6)
        elif (low == "by" and earlier in _CARRIED) or (low in ("in", "by") and earlier == "report"):
            _vote(votes, "outlet", 2.0)
        elif low in ("of", "at", "for", "from", "in") and earlier in _STAFF:
            _vote(votes, "organisation", 2.0)
        elif low == "at":
            _vote(votes, "person", -2.0)
            _vote(votes, "organisation", 1.0)

    def _called(self, begin: int, comma: int, votes: dict[VoiceType, float]) -> None:
        """`The operator, Tumbul Joint Venture,`: a body's common noun that opens the sentence before its name."""
        opening = self.reading.lows[begin:comma]
        if not 1 < len(opening) < 5 or opening[0] not in ("the", "its"):
            return
        gives = speech.forms("voices", "head").get(opening[-1])
        if gives in _KINDS:
            _vote_head(votes, gives, 1.6)

    def _behind(self, stop: int, votes: dict[VoiceType, float]) -> None:
        reading = self.reading
        _, end = reading.sentences[reading.owner[stop - 1]]
        lows = reading.lows
        if stop >= end:
            return
        low = lows[stop]
        nxt = lows[stop + 1] if stop + 1 < end else ""
        heads = speech.forms("voices", "head")
        if low in _TRADES:
            _vote(votes, "outlet", 3.0)
        elif (low in ("'s", "’") and nxt in _OWNED) or (low in heads and heads[low] == "organisation"):
            _vote(votes, "organisation", 1.5)
        elif reading.words[stop] == ",":
            if nxt == "who" or (nxt.isdigit() and lows[stop + 2 : stop + 3] == [","]):
                _vote(votes, "person", 3.0)
            elif nxt == "which":
                _vote(votes, "organisation", 1.6)
                _vote(votes, "person", -2.0)
            elif nxt in ("a", "an", "the", "one", "his", "her"):
                self._apposed(stop + 2, end, votes)
        if low == "has" and nxt in ("learned", "learnt", "seen", "reviewed", "obtained"):
            _vote(votes, "outlet", 1.6)  # `Deadline has learned`
        place = stop
        while place < min(end, stop + 3) and lows[place] in _BETWEEN:
            place += 1
        if place < end and lows[place] in _REPORTED and lows[place + 1 : place + 2] != ["to"]:
            _vote(votes, "outlet", 1.5)

    def _apposed(self, place: int, end: int, votes: dict[VoiceType, float]) -> None:
        """`X, a maker of tools`, `X, the opposition leader`: the first head noun of the apposition."""
        heads = speech.forms("voices", "head")
        for i in range(place, min(end, place + 6)):
            low = self.reading.lows[i]
            if not self.reading.words[i][0].isalnum() or low in phrases.PREPOSITIONS:
                return
            nxt = self.reading.lows[i + 1] if i + 1 < end else ""
            if nxt in heads or nxt in names.offices():
                continue
            if low in _TRADES:
                _vote(votes, "outlet", 2.0)
            elif low in names.offices() or "year-old" in low:
                _vote(votes, "person", 2.0)
            elif low in heads:
                doing = (
                    low.endswith(("er", "or"))
                    and heads[low] == "organisation"
                    and nxt not in ("of", "for", "that", "which")
                )
                if not doing:  # `Shilpi Akter, an operator`: a trade of people too
                    _vote_head(votes, heads[low], 2.0)
            else:
                continue
            return


def _vote(votes: dict[VoiceType, float], kind: VoiceType, weight: float) -> None:
    votes[kind] = votes.get(kind, 0.0) + weight


def _vote_head(votes: dict[VoiceType, float], gives: str, weight: float) -> None:
    if gives in _KINDS:
        _vote(votes, _KINDS[gives], weight)
    elif gives.startswith("person") or gives in ("stance", "spokesperson"):
        _vote(votes, "person", weight)
