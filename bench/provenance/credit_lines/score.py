"""Credit lines of the world's pages, and lines that only look like one: who is credited for the text of a page with the line.

    python -m bench.provenance.credit_lines.score FILE... [--misses]

A file has a line each: language, slot, line, outlets (`/` or `|` between them, `-` for none), role; tab-separated. The files
beside this one were written from memory, by somebody who knew neither the rules nor what they find: `dev.tsv` to learn from,
`heldout.tsv` for totals alone. The line is put where its slot says into a page of our own making in its language
(`bench/provenance/invented`), and the page is read as any other. Slots: author-field (the author of the markup), head-line,
label (above the headline), lead, tail-line, tail-paragraph, caption, footer.

Figures: precision and recall over credited outlets, each once a page; `false alarms`, lines that credit nobody and on whose
page somebody is credited; `roles`, the share of the found outlets whose role is the one expected (`carried` and
`distributed` count as one).
"""

from __future__ import annotations

import argparse
import html
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.provenance.invented.cases import Case
from bench.provenance.score import read, same

CREDITING = frozenset({"carried", "mixed", "distributed", "republished", "release"})
"""Roles by which the text is somebody's; what only went into the house's own text (`contributed`) is not among them."""
ALIKE = {"distributed": "carried", "translated": "republished"}
NONE = frozenset({"none", "photo", "cited"})
STANDS_FOR = {
    "sk": "cs",
    "hr": "ro",
    "sr": "ru",
    "bg": "ru",
    "ca": "es",
    "et": "fi",
    "lt": "pl",
    "lv": "pl",
    "th": "en",
    "ms": "id",
}
"""Languages without an invented story, and one whose story does."""


class Line(NamedTuple):
    """One line of a file."""

    language: str
    slot: str
    words: str
    outlets: tuple[str, ...]
    role: str


class Counts:
    """What was asked and what was right."""

    def __init__(self) -> None:
        self.hit = self.wanted = self.found = self.right = self.roles = self.none = self.alarms = 0

    def __str__(self) -> str:
        def share(part: int, of: int) -> str:
            return f"{part / of:6.1%} ({part}/{of})" if of else "   n/a"

        return "\n".join(
            (
                f"precision       {share(self.right, self.found)}",
                f"recall          {share(self.hit, self.wanted)}",
                f"false alarms    {share(self.alarms, self.none)}",
                f"roles           {share(self.roles, self.hit)}",
            )
        )


def lines(path: Path) -> Iterator[Line]:
    """The lines of a file."""
    for raw in path.read_text(encoding="utf-8").splitlines():
        if raw and not raw.startswith("#"):
            language, slot, words, outlets, role = raw.split("\t")
            named = () if role in NONE or outlets == "-" else _split(outlets)
            yield Line(language, slot, words, named, role)


def _split(outlets: str) -> tuple[str, ...]:
    parts = outlets.split("|") if "|" in outlets else [outlets] if outlets == "RFE/RL" else outlets.split("/")
    return tuple(part.strip() for part in parts if part.strip() not in ("", "-"))


def case(line: Line) -> Case:
    """The page around a line."""
    words = html.escape(line.words, quote=False)
    language = STANDS_FOR.get(line.language, line.language)
    slots: dict[str, dict[str, object]] = {
        "author-field": {"head": _author(line.words)},
        "head-line": {"above": (words,)},
        "label": {"label": words},
        "lead": {"lead": words + " "},
        "tail-line": {"tail": (words,)},
        "tail-paragraph": {"tail": (words,)},
        "caption": {"caption": words},
        "footer": {"footer": words},
    }
    return Case(id=line.slot, skeleton="wordpress", language=language, **slots[line.slot])  # type: ignore[arg-type]


def _author(words: str) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "author": {"@type": "Person", "name": words}}
    return (
        f'<meta name="author" content="{html.escape(words)}">'
        f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    )


def score(line: Line, counts: Counts) -> list[str]:
    """Count what the page of a line gives; what is wrong, in words."""
    _, found = read(case(line))
    credited = {c.outlet.name: c.role for c in found.credits if c.role in CREDITING and c.outlet.name}
    wrong = []
    for outlet in line.outlets:
        role = next((role for name, role in credited.items() if same(name, outlet)), None)
        counts.wanted += 1
        counts.hit += role is not None
        counts.roles += role is not None and ALIKE.get(role, role) == ALIKE.get(line.role, line.role)
        if role is None:
            wrong.append(f"missed {outlet}")
        elif ALIKE.get(role, role) != ALIKE.get(line.role, line.role):
            wrong.append(f"role {role} != {line.role}")
    for name in credited:
        ok = any(same(name, outlet) for outlet in line.outlets)
        if not ok and line.role in ("release", "distributed") and credited[name] == "release":
            continue  # a wire beside the issuer, an issuer beside the wire
        counts.found += 1
        counts.right += ok
        if not ok:
            wrong.append(f"wrong {name}")
    if not line.outlets:
        counts.none += 1
        counts.alarms += bool(credited)
    return wrong


def main() -> None:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    for path in args.files:
        counts = Counts()
        for line in lines(path):
            wrong = score(line, counts)
            if wrong and args.misses:
                print(f"  {line.language} {line.slot:14} {line.role:11} {'; '.join(wrong):50} {line.words}")
        print(f"{path.name}\n{counts}")


if __name__ == "__main__":
    main()
