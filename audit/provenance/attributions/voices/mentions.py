"""The described people, bodies and papers of one text, asked for those to whom later words go back."""

from __future__ import annotations

from bisect import bisect_left

from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices.described import Described, collect
from audit.provenance.attributions.voices.number import singular

_REACH = 14
"""How many sentences back a described antecedent may stand."""


class DescribedMentions:
    """The described of one text, asked for antecedents."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.all = collect(reading)
        self._places = [d.at for d in self.all]

    def before(self, token: int, *, reach: int = _REACH) -> list[Described]:
        """Those before `token`, the nearest first, not further back than `reach` sentences."""
        place = bisect_left(self._places, token)
        here = self.reading.owner[token]
        return [d for d in reversed(self.all[max(0, place - 60) : place]) if here - self.reading.owner[d.at] <= reach]

    def same_head(self, token: int, head: str, *, plural: bool) -> Described | None:
        """Whom `the source`, `the memo`, `the residents` goes back to: the last phrase with that head, described more."""
        wanted = singular(head)
        last: Described | None = None
        for one in self.before(token):
            if one.head != wanted or one.stop > token or one.plural != plural:
                continue
            if not self._bare(one):
                return one
            last = last or (one if not one.definite else None)
        return last

    def group(self, token: int, head: str | None, *, reach: int = 3) -> Described | None:
        """The last group of people that `one of them`, `both`, `another` can be a part of."""
        wanted = singular(head) if head else None
        for one in self.before(token, reach=reach):
            if one.plural and one.gives.startswith(("person", "stance")) and one.stop <= token and not self._bare(one):
                if wanted is None or one.head == wanted:
                    return one
        return None

    def _bare(self, one: Described) -> bool:
        """Whether the phrase says no more than `the` and its head."""
        return one.definite and one.stop == one.at + 1 and one.at - one.first <= 1
