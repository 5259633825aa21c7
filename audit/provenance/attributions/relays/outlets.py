"""Where a sentence names an outlet: by the lexicon, by a word in its name, by the trade beside it, or as known on the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from audit.lexicon import outlets, speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.relays import sorts
from audit.provenance.attributions.relays.lettering import past_apostrophe, past_lead, with_signs
from audit.provenance.attributions.voices import name_runs, names

Named = tuple[str, Span]
"""An outlet as the text names it, with its words."""

_NO_OUTLETS = frozenset(
    ["NATO", "FBI", "CIA", "NASA", "OPEC", "UNHCR", "UNICEF", "IAEA", "IMF", "WHO", "FIFA", "UEFA", "MPS", "UN", "EU"]
)
"""Bodies that people address as often as agencies, and without an article."""
_BOOKS = word_set("bible koran quran qur'an talmud constitution")
_PAPERS = word_set("sports times news affairs")
"""Last words of outlets' names that look like plurals of people."""
_PLACES = ("country", "demonym", "capital", "metonym", "known-organisation")
_HOST = re.compile(r"\w\.[a-z]")
"""A name that is an address: `Actualité.cd`."""
_CONSONANTS = re.compile("[b-df-hj-np-tv-xz]{3,4}")
"""An agency's letters as it writes them: `dpa`."""
_TELLING = 0.8
"""Confidence from which a name's own words tell what bears it."""


class Outlets:
    """The outlets of one text; `known` are those that its voices and its names show to be outlets."""

    def __init__(self, reading: Reading, known: frozenset[str]) -> None:
        self.reading = reading
        self.known = frozenset(names.fold(name) for name in known)
        self._by_fold = {names.fold(name): name for name in sorted(known)}

    @cached_property
    def named(self) -> list[tuple[int, Named]]:
        """Every outlet that the text names, in order: its token and how it is named there."""
        found: list[tuple[int, Named]] = []
        for run in name_runs.sentence_runs(self.reading):
            named = self._name(run[0], run, trade=False)
            if named is not None:
                found.append((run[0], named))
        return found

    def _letters(self, place: int) -> bool:
        """Whether the lower-case word at `place` is an agency's letters: `dpa`, `efe`."""
        word = self.reading.words[place]
        common = word in speech.forms("voices", "head") or len(word) > 4
        return not common and bool(_CONSONANTS.fullmatch(word) or outlets.by_name(word))

    def last(self, token: int, *, reach: int = 5) -> Named | None:
        """The outlet named last before `token`, not further back than `reach` sentences; mere letters come second."""
        owner = self.reading.owner
        place = bisect_left(self.named, token, key=lambda n: n[0])
        near: list[Named] = []
        while place and owner[token] - owner[self.named[place - 1][0]] <= reach:
            near.append(self.named[place - 1][1])
            place -= 1
        return next((named for named in near if self._publishes(named[0])), near[0] if near else None)

    def _publishes(self, name: str) -> bool:
        """Whether a name is an outlet's for more than its capitals, which a body's short name has too."""
        bare = name.removeprefix("The ").removeprefix("the ")
        return not bare.isupper() or outlets.by_name(bare) is not None or names.fold(name) in self.known

    def at(self, token: int, *, reader: bool = False) -> Named | None:
        """An outlet, or media at large, that begins at `token`.

        `reader`: the words before leave nobody but an outlet (`seen by`, `told the`), so that an unknown name is one.
        """
        reading = self.reading
        if token >= len(reading.owner):
            return None
        _, end = reading.sentences[reading.owner[token]]
        place = past_lead(reading, token, end, sorts.TRADES)
        signed = with_signs(reading, place, end)
        while place < end and sorts.qualifies(reading, place, token):
            place += 1
        trade = any(w in sorts.TRADES for w in reading.lows[token:place])
        signed = signed or with_signs(reading, place, end)
        if signed is not None:
            return reading.string(*signed), reading.span(*signed)
        run = next((r for r in name_runs.runs(reading, place, min(end, place + 8)) if r[0] == place), None)
        if (
            reader
            and reading.lows[place : place + 1] in (["sunday"], ["saturday"])
            and reading.words[place + 1][0].isupper()
        ):
            return reading.string(place, place + 2), reading.span(place, place + 2)  # `the Sunday Leader`
        if run == (place, place + 1) and reading.lows[place] == "tv":
            return self._nameless(token, place + 1)
        if run is not None:
            run = run[0], past_apostrophe(reading, run[1], end)
            named = self._name(token, run, trade, addressed=True)
            return named if named is not None or not reader else self._unknown(run)
        lettered = (
            place < end and reading.words[place][0].islower() and reading.words[place].lower() != reading.words[place]
        )
        agency = place < end and self._letters(place)
        if lettered or (agency and (reader or _CONSONANTS.fullmatch(reading.words[place]))):
            return reading.words[place], reading.span(place, place + 1)
        stop = place
        while stop < end and stop - token < 4 and reading.words[stop][0].isalpha():
            low = reading.lows[stop]
            if (low in sorts.MEDIA and sorts.are_outlets(reading, token, stop)) or (
                low in sorts.SURE_TRADES and reading.lows[token] == "another"
            ):
                return reading.string(token, stop + 1), reading.span(token, stop + 1)
            stop += 1
        return self._nameless(token, place)

    def _nameless(self, token: int, place: int) -> Named | None:
        """An outlet that its sort alone tells of: `local radio`."""
        tokens = sorts.nameless(self.reading, token, place)
        if not tokens:
            return None
        return self.reading.string(tokens.start, tokens.stop), self.reading.span(tokens.start, tokens.stop)

    @cached_property
    def _surnames(self) -> dict[str, set[str]]:
        """Last words of longer names, with these: whoever is called by one of them is a person."""
        reading = self.reading
        table: dict[str, set[str]] = {}
        for first, stop in name_runs.sentence_runs(reading):
            if stop - first > 1 and names.classify(reading, first, stop).type == "person":
                table.setdefault(reading.lows[stop - 1], set()).add(reading.string(first, stop))
        return table

    def _unknown(self, run: tuple[int, int]) -> Named | None:
        """A name that nothing tells of, where only an outlet can stand."""
        reading = self.reading
        name = names.classify(reading, *run)
        given = reading.lows[run[0]] in speech.forms("names", "given")
        kind = speech.forms("voices", "head").get(reading.lows[run[1] - 1], "")
        last = reading.lows[run[1] - 1]
        common = (
            kind in ("government", "organisation")
            or (kind == "document" and run[1] - run[0] == 1)
            or (last.endswith("s") and last not in _PAPERS and not (len(last) == 3 and reading.words[run[0]].istitle()))
            or last in _BOOKS
            or name.string in _NO_OUTLETS
            or name.type in ("government", "organisation")
            or any(whole != name.string for whole in self._surnames.get(last, ()))
            or any(last in names.table(family) for family in _PLACES)
        )
        if name.title or name.confidence >= _TELLING or given or common:
            return None
        return reading.string(*run), reading.span(*run)

    def resolved(self, named: Named) -> Named:
        """`the newspaper`: the outlet that was named before it."""
        words = named[0].removeprefix("The ").removeprefix("the ").split()
        told = words[0] in ("a", "an") or sorts.sorted_out(words)
        if len(words) > 2 or words[-1] not in sorts.TRADES or told:
            return named  # a capital, as in `Harbour TV`, is a name's
        before = self.last(self.reading.inside(named[1]).start)
        return (before[0], named[1]) if before is not None else named

    def described(self, token: int) -> Named | None:
        """`the state broadcaster`, `another outlet`: the last outlet without a name before `token`, in its sentence."""
        reading = self.reading
        begin, _ = reading.sentences[reading.owner[token]]
        for i in range(token - 1, max(begin, token - 8) - 1, -1):
            if (
                reading.lows[i] in sorts.TRADES | sorts.MEDIA
                and not reading.words[i][0].isupper()
                and reading.quote[i] < 0
            ):
                first = i
                while first > begin and (
                    sorts.qualifies(reading, first - 1, begin) or reading.lows[first - 1] == "another"
                ):
                    first -= 1
                if first < i:
                    return reading.string(first, i + 1), reading.span(first, i + 1)
        return None

    def before(self, token: int, *, reach: int = 14) -> Named | None:
        """The last outlet that a name gives in the `reach` tokens before `token`, in its sentence."""
        begin, _ = self.reading.sentences[self.reading.owner[token]]
        return self._among(max(begin, token - reach), token, last=True)

    def behind(self, token: int, *, reach: int = 30) -> Named | None:
        """The first outlet that a name gives in the `reach` tokens from `token` on, in its sentence."""
        _, end = self.reading.sentences[self.reading.owner[token]]
        return self._among(token, min(end, token + reach), last=False)

    def _among(self, first: int, stop: int, *, last: bool) -> Named | None:
        reading = self.reading
        runs = [r for r in name_runs.runs(reading, first, stop) if reading.quote[r[0]] < 0]
        for run in reversed(runs) if last else runs:
            start = run[0]
            while start > first and sorts.qualifies(reading, start - 1, first):
                start -= 1
            trade = any(w in sorts.TRADES for w in reading.lows[start : run[0]])
            named = self._name(start, run, trade)
            if named is not None:
                return named
        return None

    def _name(self, token: int, run: tuple[int, int], trade: bool, *, addressed: bool = False) -> Named | None:
        """The outlet that the capitals of `run` name; `addressed`: the words before them say that one is spoken to."""
        reading = self.reading
        if run[1] - run[0] > 1 and reading.lows[run[0]].endswith("-based"):
            run = run[0] + 1, run[1]
        address = self._address(run)
        if address is not None:
            return address
        name = names.classify(reading, *run)
        string = reading.string(*run)
        if addressed and outlets.by_name(string) is None:  # `Deutsche Welle Amharic`
            longest = next((i for i in range(run[1] - 1, run[0], -1) if self._begins(run[0], i)), None)
            if longest is not None:
                return reading.string(run[0], longest), reading.span(run[0], longest)
        first = run[0] - (run[0] > token and reading.words[run[0] - 1] == "The")
        owner = reading.string(first, run[1])
        behind = reading.lows[run[1] : run[1] + 2]
        trade = trade or behind[:1] in ([w] for w in sorts.SURE_TRADES)
        trade = trade or behind in (["news", "agency"], ["news", "website"], ["news", "site"], ["news", "channel"])
        if string.lower() == "state" and behind[:1] and behind[0] in sorts.TRADES:
            return reading.string(first, run[1] + 1), reading.span(first, run[1] + 1)
        if trade or name.type == "outlet":
            return owner, reading.span(first, run[1])
        outlet = outlets.by_name(string)
        listed = outlet is not None and (addressed or not outlet.needs_context or owner.isupper())
        acronym = run[0] == token and run[1] - run[0] == 1 and owner.isupper() and 2 < len(owner) < 6
        kind = speech.forms("voices", "head").get(reading.lows[run[0]], "")
        several = kind.startswith("person") and reading.lows[run[0]].endswith("s")
        common = run[1] - run[0] == 1 and (several or kind in ("government", "organisation"))
        if common:
            return None
        own = acronym and owner.isalpha() and name.type in (None, "organisation") and owner not in _NO_OUTLETS
        located = owner.lower().endswith("-based")
        mixed = run[1] - run[0] == 1 and name.type is None and any(c.isupper() for c in owner[1:]) and not located
        hosted = bool(_HOST.search(owner))
        kin = names.fold(owner) in self.known or names.fold(string) in self.known
        if kin or own or listed or mixed or hosted:
            return owner, reading.span(first, run[1])
        return None

    def _begins(self, first: int, stop: int) -> bool:
        """Whether the words are a listed outlet's name, which an edition's may follow: `BBC Burmese`."""
        glued = self.reading.ends[stop - 1] == self.reading.begins[stop]  # `Sana'a Post`
        return (
            not glued
            and bool(outlets.by_name(self.reading.string(first, stop)))
            and (stop - first > 1 or self.reading.words[first].isupper())
        )

    def _address(self, run: tuple[int, int]) -> Named | None:
        """`Gazeta.uz`, whose full stop is none: the name with its ending."""
        reading, dot = self.reading, run[1]
        if (
            reading.words[dot : dot + 1] != ["."]
            or dot + 1 >= len(reading.words)
            or reading.ends[dot - 1] != reading.begins[dot]
        ):
            return None
        ending = reading.words[dot + 1]
        joined = reading.ends[dot] == reading.begins[dot + 1]
        if not joined or not ending.islower() or not ending.isalpha() or not 2 <= len(ending) <= 4:
            return None
        return reading.string(run[0], dot + 2), reading.span(run[0], dot + 2)

    def spelled(self, name: str) -> str:
        """The name as the page's voices have it, where they do."""
        return self._by_fold.get(names.fold(name), name)
