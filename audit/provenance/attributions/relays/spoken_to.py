"""What a sentence itself says of a relay: who was told, who cites, by whom a paper was seen.

Pattern families, each one function: an addressee (`told Harbour TV`, `in an interview with Harbour TV`); a participle with
its agent (`seen by Harbour TV`, `in comments carried by Harbour TV`); an outlet that cites (`Harbour TV reported, citing
two officials`, `Harbour TV, which cited …`, `Citing two officials, Harbour TV said`, `Harbour TV quoted him as saying`);
a claim inside an outlet's claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Attribution, Basis, Span
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.relays import sorts
from audit.provenance.attributions.relays.openings import OPENERS, SPEAKING, TALK, opens, reads
from audit.provenance.attributions.relays.outlets import Named, Outlets

_CITES = word_set(
    "citing quoting cited quoted cites quotes cite quote attributing attributed referencing crediting credited"
)
_HELD = word_set(
    "obtained seen saw reviewed viewed published broadcast aired posted printed verified examined cited quoted"
)
_GIVEN = (
    "describ",
    "confirm",
    "explain",
    "recount",
    "repeat",
    "den",
    "admit",
    "disclos",
    "reveal",
    "hint",
    "confid",
    "complain",
    "declin",
    "refus",
    "reject",
    "disput",
    "corroborat",
    "dismiss",
)
"""Beginnings of verbs of which the hearer may stand behind what is said: `confirmed the signing to`."""


class Relay(NamedTuple):
    """Names of the outlets, outermost first, with how it is known."""

    names: tuple[str, ...]
    basis: Basis
    scope: str
    evidence: tuple[Span, ...]


def _same_words(one: Attribution, other: Attribution) -> bool:
    return any(a.meets(b) for a in one.content for b in other.content)


class Observer:
    """Reads relays off the sentences of one text."""

    def __init__(self, reading: Reading, outlets: Outlets) -> None:
        self.reading = reading
        self.outlets = outlets

    def layers(self, one: Attribution, others: Sequence[Attribution], outer: Sequence[Named]) -> list[Named]:
        """The outlets that `one` came through as its sentence says, outermost first.

        `others` are the attributions of the same sentence; `outer` the outlets whose claims hold this one.
        """
        found: dict[str, Named] = {}
        for layer in (*outer, self.cited(one, others), self.told(one), *self._holders(one, others)):
            if layer is not None:
                name, span = self.outlets.resolved(layer)
                found.setdefault(name.removeprefix("The ").removeprefix("the "), (self.outlets.spelled(name), span))
        return list(found.values())

    # --- who was told -----------------------------------------------------------------------------------------------

    def told(self, one: Attribution) -> Named | None:
        """`told Harbour TV`, `in an interview with Harbour TV`, `seen by Harbour TV`, `quoted by Harbour TV as saying`."""
        for region in self._regions(one):
            for token in region:
                if self.reading.lows[token] in ("which", "that"):
                    named = self._had_it(token)
                    if named is not None:
                        return named
                if self.reading.lows[token] not in OPENERS or token + 1 >= len(self.reading.words):
                    continue
                if opens(self.reading, token) and not self._own(one, token):
                    named = self.outlets.at(token + 1, reader=reads(self.reading, token)) or self._again(token + 1)
                    if named is not None:
                        return named
        return self._through_content(one) or self._their_own(one)

    def _own(self, one: Attribution, token: int) -> bool:
        """Whether the words at `token` bring in the source itself, or only the second part of it.

        `according to NHK's poll` is NHK's own; of `two aides and a memo seen by the Courier` only the memo was seen.
        """
        reading = self.reading
        if reading.lows[token - 1] == "according" and any(token in reading.inside(span) for span in one.cue):
            return True
        source = reading.inside(one.source[0]) if one.source else range(0)
        if token not in source or one.voice.type != "unnamed" or "and" not in reading.lows[source.start : token]:
            return False
        return speech.forms("voices", "head").get(reading.lows[token - 2]) == "document"

    def _had_it(self, token: int) -> Named | None:
        """`which Harbour TV obtained on Monday`, `that the paper has seen`."""
        named = self.outlets.at(token + 1, reader=True) or self._again(token + 1)
        if named is None:
            return None
        stop = self.reading.inside(named[1]).stop
        verb = next((w for w in self.reading.lows[stop : stop + 4] if w not in ("has", "have", "had")), "")
        return named if verb in _HELD or verb == "access" else None

    def _through_content(self, one: Attribution) -> Named | None:
        """`described the meeting to Harbour TV`, `denied it in an interview with it`: named in words that are no clause."""
        lows = self.reading.lows
        verbs = speech.forms("english", "verb")
        spoken = [w for span in one.cue for w in span.of(self.reading.text).lower().split()]
        heard = any(w.startswith(_GIVEN) or verbs.get(w) in SPEAKING for w in spoken)
        for span in one.content:
            content = self.reading.inside(span)
            _, end = self.reading.sentences[self.reading.owner[content.start]]
            if (
                not one.cue
                or span.start < one.cue[0].end
                or lows[content.start] in ("that", "how", "whether", "he", "she")
            ):
                continue
            for token in range(content.start, min(content.stop, content.start + 16, end - 1)):
                if self.reading.quote[token] >= 0 or lows[token] in ("that", "who", "which", "whose"):
                    break
                told = lows[token] in ("with", "to") and any(w in TALK for w in lows[token - 3 : token])
                asked = lows[token] == "by" and lows[token - 1] in ("asked", "contacted", "approached")
                if told or asked or (heard and lows[token] == "to"):
                    named = self.outlets.at(token + 1, reader=asked) or self._again(token + 1)
                    if named is not None:
                        return named
        return None

    def _their_own(self, one: Attribution) -> Named | None:
        """`Bloomberg's Mark Gurley reported`: one who writes for the outlet."""
        if one.voice.type != "person" or not one.source:
            return None
        tokens = self.reading.inside(one.source[0])
        mark = next((i for i in tokens if self.reading.lows[i] == "'s"), None)
        if mark is None or mark + 1 >= tokens.stop or not self.reading.words[mark + 1][0].isupper():
            return None
        named = self.outlets.at(tokens.start)
        return named if named is not None and self.reading.inside(named[1]).stop == mark else None

    def _regions(self, one: Attribution) -> list[range]:
        """The words around an attribution that can name whom it was said to: not those of its content."""
        reading = self.reading
        regions: list[range] = []
        if one.cue:
            cue = reading.inside(one.cue[0])
            _, end = reading.sentences[reading.owner[cue.start]]
            stop = min([reading.inside(c).start for c in one.content if c.start >= one.cue[0].end], default=end)
            regions.append(range(cue.start, min(stop, cue.stop + 16, end)))
        for span in one.source[:1]:
            source = reading.inside(span)
            regions.append(source)
            begin, end = reading.sentences[reading.owner[source.start]]
            if 0 < source.start - begin < 24:
                regions.append(range(begin, source.start))
            if one.cue and one.cue[0].start > span.end:
                regions.append(range(source.stop, reading.inside(one.cue[0]).start))
            elif reading.words[source.stop : source.stop + 1] in ([","], ["to"], ["which"], ["that"]) or reading.lows[
                source.stop : source.stop + 1
            ] == ["quoted"]:
                regions.append(range(source.stop, min(end, source.stop + 12)))
        return regions

    def _again(self, token: int) -> Named | None:
        """`told the station`: the outlet that the text named last."""
        stop = sorts.taken_up(self.reading, token)
        named = self.outlets.last(token) if stop else None
        return (named[0], self.reading.span(token, stop)) if named is not None else None

    def taken_up(self, span: Span) -> bool:
        """Whether the words only take up an outlet that was named before: `the channel`."""
        tokens = self.reading.inside(span)
        return bool(tokens) and sorts.taken_up(self.reading, tokens.start) == tokens.stop

    # --- who cites --------------------------------------------------------------------------------------------------

    def cited(self, one: Attribution, others: Sequence[Attribution]) -> Named | None:
        """The outlet that names `one` as its source."""
        reading = self.reading
        place = self._citing(one)
        if place is None:
            return self._rested_on(one, others)
        low = reading.lows[place]
        begin, _ = reading.sentences[reading.owner[place]]
        if reading.lows[place + 1 : place + 2] == ["by"]:
            return None  # the passive is the agent's: `quoted by Harbour TV`
        be = ("was", "were", "been", "is", "are")
        passive = low in ("cited", "quoted") and any(w in be for w in reading.lows[place - 2 : place])
        if passive:
            return None
        ahead = [o for o in (self.outlets.before(place, reach=24), self.outlets.described(place)) if o is not None]
        if ahead:
            nearest = max(ahead, key=lambda o: o[1].end)
            if len(ahead) > 1 and 0 <= nearest[1].start - ahead[0][1].end <= 1:
                nearest = ahead[0]  # `the Vesna news agency`: the name, not the trade behind it
            common = sorts.taken_up(reading, reading.inside(nearest[1]).start)
            return (self.outlets.last(reading.inside(nearest[1]).start) if common else None) or nearest
        if place - begin <= 2:
            source = reading.inside(one.source[0]) if one.source else range(place, place + 1)
            behind = self.outlets.behind(source.stop)
            if behind is not None:
                return behind
        outlet = next((o for o in others if o.voice.type == "outlet" and o.voice.name), None)
        if outlet is not None and outlet.voice.name:
            return outlet.voice.name, outlet.source[0] if outlet.source else outlet.cue[0]
        subject = reading.lows[begin:place]
        return self.outlets.last(begin) if any(w in ("it", "which") for w in subject) else None

    def _rested_on(self, one: Attribution, others: Sequence[Attribution]) -> Named | None:
        """`Vesna TV reported that …, according to two engineers`: whose claim it was that rests on this one."""
        if not one.cue or one.cue[0].of(self.reading.text).lower() != "according to":
            return None
        for other in others:
            before = bool(other.cue) and other.cue[0].end < one.cue[0].start
            if before and other.voice.type == "outlet" and other.voice.name and _same_words(one, other):
                return other.voice.name, other.source[0] if other.source else other.cue[0]
        return None

    def _citing(self, one: Attribution) -> int | None:
        """The citing verb of which the source is the object."""
        reading = self.reading
        for span in one.cue:
            if one.source and one.source[0].start < span.start and not span.of(reading.text).lower().startswith("as "):
                continue  # `The letter cites`: the subject's own words
            tokens = reading.inside(span)
            for i in tokens:
                behind = reading.lows[i + 1 : i + 2]
                learnt = reading.lows[i] in ("learned", "learnt", "heard") and behind == ["from"]
                grounds = i == tokens.start and reading.lows[i] == "on" and reading.lows[tokens.stop - 1] == "of"
                if (
                    reading.lows[i] in _CITES
                    or learnt
                    or grounds
                    or (reading.lows[i] == "referring" and behind == ["to"])
                ):
                    return i
        if one.source:
            before = reading.inside(one.source[0]).start - 1
            if before >= 0 and reading.lows[before] in _CITES:
                return before
        return None

    # --- whose claim it stands in -----------------------------------------------------------------------------------

    def _holders(self, one: Attribution, others: Sequence[Attribution]) -> list[Named | None]:
        """The outlets that somebody told whose claim holds this one: `X told Harbour TV that Y had said`."""
        found: list[Named | None] = []
        for other in others[:24]:
            if other.voice.type == "outlet" or not other.cue or not one.cue:
                continue
            if any(c.start <= one.cue[0].start and one.cue[0].end <= c.end for c in other.content):
                found.append(self.told(other))
        return found
