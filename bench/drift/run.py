"""Alignment and drift on copies made by program: `python -m bench.drift.run [--part held-out|tune|all] [--short]`.

Copies at 0 to 80 % of sentences rewritten, edited one way or several ways at once, each with the gold of what was done.
Printed are, for alignment, F1 on sentence links beside four peers and their CPU time in the same run, and precision and
recall of each kind; for drift, precision and recall of each code on single and on combined edits, and what is reported
on copies that say nothing otherwise. Rules are worked on with `tune`; `held-out` is what is reported.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from audit.lineage.align import align
from audit.lineage.compare import compare
from audit.model import Audit, Comparison, Drift, Quoted
from bench.drift.articles import Article, load
from bench.drift.pages import audited, copy_page, original_page
from bench.drift.peers import PEERS
from bench.drift.versions import Gold, Version, combined, rewritten, singles

SHARES = (0.0, 0.2, 0.4, 0.6, 0.8)


class Counts:
    """True and false positives and misses by name."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def rows(self) -> Iterable[tuple[str, float, float, int]]:
        """Name, precision, recall and how many there are in the gold, by name; then all together."""
        names = sorted({*self.right, *self.wrong, *self.missed})
        for name in [*names, "all"]:
            of = [name] if name != "all" else names
            right, wrong, missed = (sum(c[n] for n in of) for c in (self.right, self.wrong, self.missed))
            yield name, right / max(1, right + wrong), right / max(1, right + missed), right + missed

    def show(self, title: str) -> None:
        """Print the rows."""
        print(f"\n{title}\n{'':<22}{'precision':>10}{'recall':>8}{'gold':>6}")
        for name, precision, recall, gold in self.rows():
            print(f"{name:<22}{precision:10.3f}{recall:8.3f}{gold:6d}")


def texts(version: Version) -> tuple[list[str], list[str]]:
    """The sentences of copy and original."""
    return [u.text for u in version.units], [s.text for s in version.article.sentences]


def alignment(articles: Sequence[Article], seed: int) -> dict[str, dict[float, float]]:
    """Print F1 on links beside peers at every share; give it by peer and share."""
    scores: dict[str, dict[float, float]] = {name: {} for name in PEERS}
    took: dict[str, float] = dict.fromkeys(PEERS, 0.0)
    changed = []
    for share in SHARES:
        versions = [combined(a, share, random.Random(f"{seed}/{a.name}/{share}")) for a in articles]
        changed.append(_words_changed(versions))
        for name, peer in PEERS.items():
            right = given = gold = 0
            for version in versions:
                sides = texts(version)
                start = time.process_time()
                found = peer(*sides)
                took[name] += time.process_time() - start
                right, given, gold = right + len(found & version.links), given + len(found), gold + len(version.links)
            scores[name][share] = 2 * right / max(1, given + gold)
    print("\nAlignment: F1 on sentence links; edits of every kind, then sentences rewritten")
    print(f"{'sentences rewritten':<22}" + "".join(f"{share:8.0%}" for share in SHARES) + f"{'CPU s':>9}")
    print(f"{'(words changed)':<22}" + "".join(f"{c:8.0%}" for c in changed))
    for name, by_share in scores.items():
        print(f"{name:<22}" + "".join(f"{by_share[s]:8.3f}" for s in SHARES) + f"{took[name]:9.3f}")
    return scores


def _words_changed(versions: Iterable[Version]) -> float:
    """Share of the words of aligned sentences of the copies that their originals do not have."""
    new = every = 0
    for version in versions:
        for unit in version.units:
            if unit.origins:
                words = re.findall(r"\w+", unit.text.casefold())
                theirs = " ".join(version.article.sentences[j].text for j in unit.origins).casefold()
                new += sum((Counter(words) - Counter(re.findall(r"\w+", theirs))).values())
                every += len(words)
    return new / max(1, every)


def kinds(versions: Iterable[Version], title: str) -> Counts:
    """Precision and recall of each kind: the same sentences on both sides, and the same kind."""
    counts = Counts()
    for version in versions:
        found = {(m.kind, m.copy, m.original) for m in align(*texts(version))}
        for kind, *_ in found & version.kinds:
            counts.right[kind] += 1
        for kind, *_ in found - version.kinds:
            counts.wrong[kind] += 1
        for kind, *_ in version.kinds - found:
            counts.missed[kind] += 1
    counts.show(title)
    return counts


class Audits:
    """Originals are audited once."""

    def __init__(self) -> None:
        self._known: dict[str, Audit] = {}

    def compared(self, version: Version) -> Comparison:
        """The copy beside its original."""
        page = original_page(version)
        if page not in self._known:
            self._known[page] = audited(page, "original")
        return compare(audited(copy_page(version), "copy"), self._known[page], preview=True)


def drift(named: Iterable[tuple[str, Version]], title: str, audits: Audits, verbose: bool) -> Counts:
    """Precision and recall of each code: the code, on the sentence that was changed."""
    counts = Counts()
    for name, version in named:
        found = audits.compared(version).findings
        _score(version, found, counts, f"{version.article.name} [{name}]", verbose)
    counts.show(title)
    return counts


def _score(version: Version, found: Sequence[Drift], counts: Counts, where: str, verbose: bool) -> None:
    open_golds = list(version.golds)
    for one in found:
        hit = next((g for g in open_golds if g.code == one.code and _meets(g, one)), None)
        again = any(g.code == one.code and _meets(g, one) for g in version.golds)
        if hit is not None:
            open_golds.remove(hit)
            counts.right[one.code] += 1
        elif not again:
            counts.wrong[one.code] += 1
            if verbose:
                print(
                    f"FALSE  {where} {one.code} {one.message}\n       {_first(one.copy)}\n       {_first(one.original)}"
                )
    for gold in open_golds:
        counts.missed[gold.code] += 1
        if verbose:
            print(f"MISSED {where} {gold.code}\n       {gold.copy}\n       {gold.original}")


def _first(evidence: Sequence[object]) -> str:
    return next((e.quote for e in evidence[::-1] if isinstance(e, Quoted)), "")


def _meets(gold: Gold, one: Drift) -> bool:
    """Whether a finding's words are those that were changed."""
    if gold.original in ("c2pa", "correction"):
        return True
    for words, evidence in ((gold.copy, one.copy), (gold.original, one.original)):
        quotes = [" ".join(e.quote.split()) for e in evidence if isinstance(e, Quoted)]
        if words and any(len(q) > 12 and (q in words or words in q or _overlap(q, words)) for q in quotes):
            return True
    return False


def _overlap(quote: str, words: str) -> bool:
    """Whether a quotation that runs over two sentences ends in these words."""
    return any(len(piece) > 8 and piece in words for piece in re.split(r"(?<=[.!?]) ", quote)[1:])


def chosen(part: str, short: bool) -> list[Article]:
    """The articles of a part; a few of them for a short run."""
    found = [a for a in load() if part == "all" or a.held_out == (part == "held-out")]
    return found[:3] if short else found


def measure(articles: Sequence[Article], *, seed: int = 7, verbose: bool = False) -> dict[str, Counts]:
    """Run everything on `articles`; the counts of each part by its name."""
    rng = random.Random(seed)
    ones = [(name, v) for a in articles for name, v in singles(a, random.Random(f"{seed}/{a.name}"))]
    several = [
        (f"{share:.0%}", combined(a, share, random.Random(f"{seed}/{a.name}/{share}")))
        for a in articles
        for share in SHARES
    ]
    same = [("same", rewritten(a, 0.0, rng)) for a in articles]
    reworded = [
        (f"{s:.0%}", rewritten(a, s, random.Random(f"{seed}/{a.name}/r"))) for a in articles for s in (0.4, 0.8)
    ]
    alignment(articles, seed)
    result = {
        "kinds, single": kinds((v for _, v in ones), "Alignment, single edits"),
        "kinds, combined": kinds((v for _, v in several), "Alignment, combined edits at 0 to 80 %"),
    }
    audits = Audits()
    result["single"] = drift(ones, "Drift, single edits", audits, verbose)
    result["combined"] = drift(several, "Drift, combined edits at 0 to 80 %", audits, verbose)
    result["untouched"] = drift(
        same, "Drift reported on untouched copies (precision says nothing here)", audits, verbose
    )
    result["reworded"] = drift(
        reworded, "Drift reported on copies that are only reworded, 40 and 80 %", audits, verbose
    )
    return result


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("held-out", "tune", "all"), default="held-out")
    parser.add_argument("--short", action="store_true", help="three articles")
    parser.add_argument("--verbose", action="store_true", help="print each mistake")
    arguments = parser.parse_args()
    articles = chosen(arguments.part, arguments.short)
    print(f"{len(articles)} originals ({arguments.part}), {sum(len(a.sentences) for a in articles)} sentences")
    result = measure(articles, verbose=arguments.verbose)
    for name in ("untouched", "reworded"):
        print(f"{name}: {sum(result[name].wrong.values())} reported, {dict(result[name].wrong)}")


if __name__ == "__main__":
    main()
