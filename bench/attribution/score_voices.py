"""Scores voices on annotated articles: type, resolution, grade, hedges, negation, relays.

    python bench/attribution/score_voices.py tests/provenance/attributions/articles [--misses]

An article file is text, one paragraph a line, each followed by the attributions in it, one a line:

    > source | cue | type key=value … flag …

`source` is empty where nobody speaks. Keys: `name` (the voice's name; `-` for a pronoun that must stay open), `role`,
`grade`, `hedge` (several with commas), `relay` (outermost first, joined by `>`), `knows`, `reason`. Flags: `neg`,
`plural`, `rote`. A predicted attribution answers an annotated one of its paragraph when source and cue share their words.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass, field
from pathlib import Path

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions
from audit.provenance.attributions.tagging import Model


@dataclass
class Gold:
    """One annotated attribution."""

    source: str
    cue: str
    type: str
    start: int
    end: int
    keys: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)


def read_article(path: Path) -> tuple[str, list[Gold]]:
    """The text without its annotation lines, and the annotations with the paragraph they belong to."""
    lines: list[str] = []
    gold: list[Gold] = []
    place = start = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(">"):
            lines.append(line)
            start, place = place, place + len(line) + 1
            continue
        source, cue, rest = (part.strip() for part in line[1:].split("|"))
        kind, _, facts = rest.partition(" ")
        keys = dict(re.findall(r"(\w+)=(.*?)(?=\s+\w+=|\s+(?:neg|plural|rote)\b|$)", facts))
        flags = {word for word in ("neg", "plural", "rote") if re.search(rf"(?:^|\s){word}(?:\s|$)", facts)}
        gold.append(Gold(source, cue, kind, start, place - 1, keys, flags))
    return "\n".join(lines), gold


@dataclass
class Tally:
    """Right, given and wanted, for precision and recall or for a plain share."""

    hit: int = 0
    given: int = 0
    wanted: int = 0

    def share(self) -> str:
        return f"{self.hit / self.wanted:6.1%} ({self.hit}/{self.wanted})" if self.wanted else "   n/a"

    def f1(self) -> str:
        p = self.hit / self.given if self.given else 0.0
        r = self.hit / self.wanted if self.wanted else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return f"P {p:5.1%} R {r:5.1%} F1 {f:5.1%} ({self.hit}/{self.given}/{self.wanted})"


_ARTICLES = {"the", "a", "an"}
"""A body's name counts with or without its article: conventions differ."""


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def answers(text: str, one: Attribution, gold: Gold) -> bool:
    if not gold.start <= one.start < gold.end:
        return False
    return same_words(" ".join(s.of(text) for s in one.source), " ".join(s.of(text) for s in one.cue), gold)


def same_words(source: str, cue: str, gold: Gold) -> bool:
    """Whether source and cue stand for the annotated ones: cues share a word, sources most words of the shorter."""
    if not words(cue) & words(gold.cue):
        return False
    if not gold.source or not source:
        return not gold.source and not source
    a, b = words(source), words(gold.source)
    return len(a & b) / min(len(a), len(b)) > 0.6


def score(*folders: Path, misses: bool = False, model: Model | None = None) -> dict[str, Tally]:
    """The tallies over all articles of `folders`; an article file may stand for a folder."""
    t = {
        k: Tally() for k in ("found", "type", "resolution", "grade", "hedges", "relays", "negation", "plural", "reason")
    }
    paths = [path for folder in folders for path in (sorted(folder.glob("*.txt")) if folder.is_dir() else [folder])]
    for path in paths:
        text, gold = read_article(path)
        blocks, place = [], 0
        for line in text.split("\n"):
            blocks.append(Block("body", place, place + len(line), 1.0, "article"))
            place += len(line) + 1
        found, _ = find_attributions(text, blocks, "en", model)
        used: set[int] = set()
        for g in gold:
            pick = next((i for i, a in enumerate(found) if i not in used and answers(text, a, g)), None)
            for tally in (t["found"],):
                tally.wanted += 1
                tally.hit += pick is not None

            def miss(what: str, got: object, g: Gold = g, path: Path = path) -> None:
                if misses:
                    print(
                        f"  {path.stem}\t{what}\t{g.source!r} {g.cue!r}\twanted {g.type} {g.keys} {g.flags}\tgot {got}"
                    )

            if pick is None:
                miss(
                    "missed",
                    [
                        (" ".join(s.of(text) for s in a.source), " ".join(s.of(text) for s in a.cue))
                        for a in found
                        if g.start <= a.start < g.end
                    ],
                )
                for key, name in (("hedge", "hedges"), ("relay", "relays")):
                    t[name].wanted += len(re.split(r"[,>]", g.keys[key])) if key in g.keys else 0
                continue
            used.add(pick)
            a = found[pick]
            check(t, "type", a.voice.type == g.type, miss, a.voice.type)
            if "name" in g.keys:
                ok = (
                    a.voice.name is None
                    if g.keys["name"] == "-"
                    else words(g.keys["name"]) - _ARTICLES <= words(a.voice.name or "")
                )
                check(t, "resolution", ok, miss, a.voice.name)
            if "grade" in g.keys:
                check(t, "grade", a.voice.grade == g.keys["grade"], miss, a.voice.grade)
            check(t, "negation", a.negated == ("neg" in g.flags), miss, a.negated)
            if "plural" in g.flags:
                check(t, "plural", a.voice.plural, miss, a.voice.plural)
            if "reason" in g.keys or "rote" in g.flags:
                ok = g.keys.get("reason", "") in (a.voice.reason or "") and a.voice.rote_reason == ("rote" in g.flags)
                check(t, "reason", ok, miss, (a.voice.reason, a.voice.rote_reason))
            for key, name, got in (
                ("hedge", "hedges", [h.of(text) for h in a.hedges]),
                ("relay", "relays", list(a.relayed_by)),
            ):
                wanted = [w.strip() for w in re.split(r"[,>]", g.keys.get(key, "")) if w.strip()]
                if (
                    not g.source and name == "hedges"
                ):  # the cue of a claim without a speaker is its hedge, listed or not
                    got = [x for x in got if words(x) & words(g.keys.get(key, "")) or not words(x) & words(g.cue)]
                left = list(got)
                for w in wanted:
                    match = next((x for x in left if words(w) & words(x)), None)
                    if match is not None:
                        left.remove(match)
                        t[name].hit += 1
                t[name].wanted += len(wanted)
                t[name].given += len(got)
                if sorted(wanted) != sorted(got):
                    miss(name, got)
    return t


def check(t: dict[str, Tally], name: str, ok: bool, miss: object, got: object) -> None:
    t[name].wanted += 1
    t[name].hit += ok
    if not ok:
        miss(name, got)  # type: ignore[operator]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--model", choices=("network", "encoder"))
    arguments = parser.parse_args()
    for name, tally in score(*arguments.folder, misses=arguments.misses, model=arguments.model).items():
        print(f"{name:12} {tally.f1() if name in ('hedges', 'relays') else tally.share()}")


if __name__ == "__main__":
    main()
