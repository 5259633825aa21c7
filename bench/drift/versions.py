"""Copies made of the originals by program, with the gold: which sentence comes from which, and what was changed."""

from __future__ import annotations

import random
import re
from typing import NamedTuple

from bench.drift.articles import Article, Place, tidy
from bench.drift.paraphrase import paraphrase

ADDITIONS = [
    "The old market hall has stood empty ever since the cinema across the square burned down.",
    "Visitors to the valley have doubled over the past decade, and so have the rents.",
    "The plan follows a pattern that has been seen in half of the neighbouring districts.",
    "Two earlier projects of the same kind ended in bankruptcy within a few winters.",
    "The affair has shaken confidence in an institution that was once above suspicion.",
    "Insurance premiums along the whole stretch have tripled since the autumn.",
    "Critics of the scheme lost their seats when the budget was passed in the spring.",
    "The warehouse beside it belongs to a cousin of the contractor.",
]
SOURCED = [
    "“I knew it from the first day,” said Edda Rohm, a retired engineer who lives nearby.",
    "Edda Rohm, a retired engineer, said the whole matter should have been settled in private.",
]


class Unit(NamedTuple):
    """A sentence of a copy, the sentences of the original it comes from, and what became of it."""

    text: str
    origins: tuple[int, ...]
    kind: str
    paragraph: int


class Gold(NamedTuple):
    """One drift: its code, and the words of the copy or the original that it is about."""

    code: str
    copy: str
    original: str


class Version(NamedTuple):
    """A copy: its sentences, its headline, its gold."""

    article: Article
    headline: str
    units: tuple[Unit, ...]
    golds: tuple[Gold, ...]
    lost: str = ""
    """`c2pa` or `correction`: what goes with the original and not with the copy."""

    @property
    def links(self) -> set[tuple[int, int]]:
        """Every sentence of the copy with every sentence of the original that it comes from."""
        return {(i, j) for i, unit in enumerate(self.units) for j in unit.origins}

    @property
    def kinds(self) -> set[tuple[str, tuple[int, ...], tuple[int, ...]]]:
        """The alignment as the aligner gives it: kind, sentences of the copy, sentences of the original."""
        found = set()
        split: dict[int, list[int]] = {}
        for i, unit in enumerate(self.units):
            if unit.kind == "split":
                split.setdefault(unit.origins[0], []).append(i)
            else:
                found.add((unit.kind, (i,), unit.origins))
        found |= {("split", tuple(copies), (j,)) for j, copies in split.items()}
        used = {j for unit in self.units for j in unit.origins}
        return found | {("dropped", (), (j,)) for j in range(len(self.article.sentences)) if j not in used}


class Draft:
    """A copy in the making."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.headline = article.headline
        self.units = [Unit(s.text, (i,), "verbatim", s.paragraph) for i, s in enumerate(article.sentences)]
        self.golds: list[Gold] = []
        self.lost = ""

    def done(self) -> Version:
        """The copy as it is now."""
        return Version(self.article, self.headline, tuple(self.units), tuple(self.golds), self.lost)

    def find(self, sentence: int) -> int:
        """Where the original's sentence stands in the copy; -1 where it does not, or not alone."""
        return next(
            (k for k, u in enumerate(self.units) if u.origins == (sentence,) and u.kind in ("verbatim", "edited")), -1
        )

    def change(self, sentence: int, place: Place) -> None:
        """Make the change at `place`."""
        k = self.find(sentence)
        text = self.units[k].text
        new = tidy(text[: place.start] + place.new + text[place.end :])
        self.units[k] = self.units[k]._replace(text=new, kind="edited")
        self.golds.append(Gold(place.code, new, self.article.sentences[sentence].text))

    def rewrite(self, share: float, rng: random.Random) -> None:
        """Rewrite this share of the sentences."""
        whole = [k for k, u in enumerate(self.units) if u.origins and _closed(u.text)]
        for k in sorted(rng.sample(whole, min(len(whole), round(share * len(self.units))))):
            unit = self.units[k]
            new = tidy(paraphrase(unit.text, self.article.language, rng))
            if new != unit.text:
                self.units[k] = unit._replace(text=new, kind="edited" if unit.kind == "verbatim" else unit.kind)
                self.golds = [g._replace(copy=new) if g.copy == unit.text else g for g in self.golds]

    def move(self, rng: random.Random) -> bool:
        """Move a sentence at least four places."""
        alone = [
            k
            for k, u in enumerate(self.units)
            if len(u.origins) == 1 and u.kind in ("verbatim", "edited") and len(u.text.split()) > 6
        ]
        if len(self.units) < 8 or not alone:
            return False
        k = rng.choice(alone)
        targets = [t for t in range(len(self.units)) if abs(t - k) >= 4]
        unit = self.units.pop(k)
        at = rng.choice(targets)
        near = self.units[min(at, len(self.units) - 1)].paragraph
        self.units.insert(at, unit._replace(kind="moved", paragraph=near))
        return True

    def merge(self, rng: random.Random) -> bool:
        """Join two neighbouring sentences with `and`."""
        pairs = [k for k in range(len(self.units) - 1) if all(self._plain(u) for u in self.units[k : k + 2])]
        if not pairs:
            return False
        k = rng.choice(pairs)
        one, other = self.units[k], self.units[k + 1]
        joined = f"{one.text[:-1]}, and {_inside(other.text)}"
        self.units[k : k + 2] = [Unit(joined, one.origins + other.origins, "merged", one.paragraph)]
        return True

    def split(self, rng: random.Random) -> bool:
        """Cut a sentence in two at a comma with a conjunction."""
        cuts = [
            (k, m) for k, u in enumerate(self.units) if self._plain(u)
            for m in re.finditer(r", (but|and|while|because|after) (?=\w)", u.text)
            if min(len(u.text[: m.start()].split()), len(u.text[m.end() :].split())) >= 5
        ]  # fmt: skip
        if not cuts:
            return False
        k, cut = rng.choice(cuts)
        unit = self.units[k]
        first, second = unit.text[: cut.start()] + ".", unit.text[cut.end() :]
        halves = [unit._replace(text=t, kind="split") for t in (first, second[:1].upper() + second[1:])]
        self.units[k : k + 1] = halves
        return True

    def _plain(self, unit: Unit) -> bool:
        return (
            unit.kind == "verbatim"
            and len(unit.origins) == 1
            and not re.search(r"[“”\"„«]", unit.text)
            and len(unit.text.split()) > 5
        )

    def add(self, rng: random.Random, *, sourced: bool = False) -> None:
        """Put in a sentence of our own, on nobody's word or on somebody's."""
        text = rng.choice(SOURCED if sourced else ADDITIONS)
        at = rng.randrange(1, len(self.units) + 1)
        near = self.units[at - 1].paragraph
        self.units.insert(at, Unit(text, (), "added", near))
        if not sourced and self.article.language == "en":  # the rule needs attributions that are covered fully
            self.golds.append(Gold("DRF609", text, ""))

    def cut(self, rng: random.Random) -> bool:
        """Leave out a whole paragraph that nothing was done to."""
        touched = {u.paragraph for u in self.units if u.kind != "verbatim"}
        paragraphs: dict[int, list[int]] = {}
        for i, s in enumerate(self.article.sentences):
            paragraphs.setdefault(s.paragraph, []).append(i)
        free = [
            p for p, members in paragraphs.items()
            if p not in touched and p > 0 and all(self.find(i) >= 0 for i in members)
            and sum(len(self.article.sentences[i].text.split()) for i in members) >= 10
        ]  # fmt: skip
        if not free:
            return False
        p = rng.choice(free)
        gone = {self.find(i) for i in paragraphs[p]}
        words = " ".join(self.article.sentences[i].text for i in paragraphs[p])
        self.units = [u for k, u in enumerate(self.units) if k not in gone]
        self.golds.append(Gold("DRF607", "", words))
        return True

    def harden(self) -> bool:
        """Make the headline stronger."""
        if not self.article.harder:
            return False
        self.headline = self.article.harder
        self.golds.append(Gold("DRF608", self.headline, self.article.headline))
        return True


def _closed(text: str) -> bool:
    """Whether every quotation that opens in a sentence ends in it; the words of others are left alone."""
    return text.count('"') % 2 == 0 and text.count("“") + text.count("„") == text.count("”") + text.count("“") * (
        "„" in text
    )


def _inside(text: str) -> str:
    """A sentence as it reads behind `and`: a small word loses its capital."""
    first = text.split(" ")[0]
    small = first in (
        "The",
        "A",
        "An",
        "It",
        "He",
        "She",
        "They",
        "His",
        "Her",
        "Its",
        "In",
        "At",
        "Nobody",
        "About",
        "Two",
        "Repairs",
        "Side",
        "Shops",
    )
    return text[:1].lower() + text[1:] if small else text


def singles(article: Article, rng: random.Random) -> list[tuple[str, Version]]:
    """One copy for each kind of edit that the article allows, nothing else touched."""
    made: list[tuple[str, Version]] = []
    by_code: dict[str, list[tuple[int, Place]]] = {}
    for i, sentence in enumerate(article.sentences):
        for place in sentence.places:
            by_code.setdefault(place.code, []).append((i, place))
    for code, places in sorted(by_code.items()):
        for i, place in rng.sample(places, min(2, len(places))):
            draft = Draft(article)
            draft.change(i, place)
            made.append((code, draft.done()))
    for name, edit in (("moved", Draft.move), ("merged", Draft.merge), ("split", Draft.split), ("DRF607", Draft.cut)):
        draft = Draft(article)
        if edit(draft, rng):
            made.append((name, draft.done()))
    draft = Draft(article)
    draft.add(rng)
    made.append(("DRF609", draft.done()))
    draft = Draft(article)
    draft.add(rng, sourced=True)
    made.append(("added with a source", draft.done()))
    draft = Draft(article)
    if draft.harden():
        made.append(("DRF608", draft.done()))
    for lost, code in (("c2pa", "DRF610"), ("correction", "DRF612")):
        draft = Draft(article)
        draft.lost = lost
        draft.golds.append(Gold(code, "", lost))
        made.append((code, draft.done()))
    return made


def combined(article: Article, share: float, rng: random.Random) -> Version:
    """A copy with several edits at once, then this share of its sentences rewritten."""
    draft = Draft(article)
    places = [(i, p) for i, s in enumerate(article.sentences) for p in s.places]
    seen: set[int] = set()
    for i, place in rng.sample(places, len(places)):
        if i not in seen and len(seen) < 4:  # one change a sentence, so that each can be told from the others
            seen.add(i)
            draft.change(i, place)
    if rng.random() < 0.5:
        draft.harden()
    draft.cut(rng)
    draft.merge(rng)
    draft.split(rng)
    draft.move(rng)
    draft.add(rng)
    draft.rewrite(share, rng)
    return draft.done()


def rewritten(article: Article, share: float, rng: random.Random) -> Version:
    """A copy in other words that says nothing otherwise."""
    draft = Draft(article)
    draft.rewrite(share, rng)
    return draft.done()
