"""Reads the attribution corpus (PolNeAR, brat stand-off) and turns it into labelled tokens.

The corpus is read from where it lies and never copied; its place is the first argument of every script here.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from audit.model import Span
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split
from audit.provenance.attributions.tagging import Sentence

ROLES = ("source", "cue", "content")
Tag = tuple[int, int, str, str]
"""Start, end, part of speech, entity."""
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))


@dataclass(frozen=True)
class Gold:
    """One attribution of the corpus; each role is a list of `(start, end)` in code points."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]

    def spans(self, role: str) -> tuple[tuple[int, int], ...]:
        return tuple(getattr(self, role))


@dataclass(frozen=True)
class Article:
    """A text of the corpus, its tokens, and the attributions of its first annotator (lowest id)."""

    name: str
    tokens: Tokens
    gold: tuple[Gold, ...]

    def labels(self) -> list[int]:
        """One index into `LABELS` per token."""
        out = [0] * len(self.tokens)
        for attribution in self.gold:
            for number, role in enumerate(ROLES):
                for start, end in attribution.spans(role):
                    for offset, i in enumerate(self.tokens.within(start, end)):
                        out[i] = 1 + 2 * number + (offset > 0)
        return out


def sentences(article: Article) -> tuple[Sentence, ...]:
    text = article.tokens.text
    return split(text, [Span(0, len(text))])


def read(directory: Path) -> list[Article]:
    """All articles of a split directory (`text/`, `attributions/`), by name."""
    annotations: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((directory / "attributions").glob("*.ann")):
        annotations[path.stem.rsplit("_", 1)[0]].append(path)
    articles = []
    for name, paths in sorted(annotations.items()):
        text = _read(directory / "text" / f"{name}.txt")
        articles.append(Article(name, Tokens(text, split(text, [Span(0, len(text))])), _gold(_read(paths[0]))))
    return articles


def read_tags(path: Path) -> dict[str, list[Tag]]:
    """Automatic part-of-speech and entity tags by article."""
    tags: dict[str, list[Tag]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        name = ""
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 1 or line.startswith("#"):
                name = fields[0].lstrip("# ")
            else:
                tags[name].append((int(fields[-4]), int(fields[-3]), fields[-2], fields[-1]))
    return tags


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


def _gold(annotation: str) -> tuple[Gold, ...]:
    lines = [fields for fields in (line.split("\t", 2) for line in annotation.split("\n")) if len(fields) >= 2]
    spans: dict[str, list[tuple[int, int]]] = {}
    for fields in lines:
        if re.fullmatch(r"T\d+", fields[0]):
            ranges = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(a), int(b)) for a, b in (r.split() for r in ranges)]
    found = []
    for fields in lines:
        if re.fullmatch(r"E\d+", fields[0]):
            roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
            for argument in fields[1].split()[1:]:
                role, target = argument.split(":")
                role = role.rstrip("0123456789").lower()
                if role in roles:
                    roles[role] += spans[target]
            found.append(Gold(*(tuple(sorted(roles[role])) for role in ROLES)))
    return tuple(g for g in found if g.source or g.cue or g.content)
