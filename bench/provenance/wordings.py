"""Notices one by one: how many wordings of a list are told on a page, as which kind, and what else is taken for one.

    python -m bench.provenance.wordings FILE.tsv [--misses]

A line of the file is a language, kinds (`as-is|no-liability`; `-` for a near miss, `other` where no kind of ours fits) and
the words. A notice is put behind the text of an invented page, as its last paragraph, and into the footer; a near miss
into the middle of the text, at its end and behind it. Printed are, of each kind, how many notices of that kind are found
and how many of those are told as that kind; the share of kinds told on what is found, as on labelled pages; and the near
misses that are taken for a notice anywhere.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .invented.cases import Case
from .score import overlap, read

NOTICE: dict[str, str] = {"behind": "tail", "footer": "footer"}
NEAR_MISS: dict[str, str] = {"inside": "inside", "end": "tail", "behind": "footer"}
"""Where the words are put, and the field of a case that puts them there."""
STORIES = frozenset({"en", "de", "fr", "es", "ru", "zh"})


class Wording(NamedTuple):
    """A line of a list."""

    language: str
    kinds: tuple[str, ...]
    """Empty for a near miss."""
    words: str


class Told(NamedTuple):
    """What became of the words in one place: the kinds they are told as; nothing where they are taken for no notice."""

    wording: Wording
    place: str
    kinds: frozenset[str]


def wordings(path: Path) -> list[Wording]:
    """The lines of a list. Raises `ValueError` where one has not three fields."""
    found = []
    for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
        language, kinds, words = line.split("\t")
        found.append(Wording(language, () if kinds == "-" else tuple(kinds.split("|")), words))
    return found


def told(wording: Wording) -> Iterator[Told]:
    """The words in each of their places."""
    for place, field in (NOTICE if wording.kinds else NEAR_MISS).items():
        language = wording.language if wording.language in STORIES else "en"
        put = wording.words if field == "footer" else (wording.words,)
        case = Case(id="wording", skeleton="wordpress", language=language, **{field: put})
        page, found = read(case)
        notices = (d for d in found.disclaimers if overlap(wording.words, page.text[d.start : d.end]))
        yield Told(wording, place, frozenset(kind for notice in notices for kind in notice.kinds))


def report(results: list[Told], *, misses: bool = False) -> None:
    """Print the figures, and what is not right."""
    notices = [one for one in results if one.wording.kinds]
    asked, found, named = Counter[str](), Counter[str](), Counter[str]()
    for one in notices:
        for kind in one.wording.kinds:
            asked[kind] += 1
            found[kind] += bool(one.kinds)
            named[kind] += kind in one.kinds
    for place in NOTICE:
        there = [bool(one.kinds) for one in notices if one.place == place]
        if there:
            print(f"found {place:12} {sum(there) / len(there):6.1%} ({sum(there)}/{len(there)})")
    told_apart = [(k, n) for k, n in found.items() if k != "other"]
    right, of = sum(named[k] for k, _ in told_apart), sum(n for _, n in told_apart)
    print(f"kinds of these     {right / max(1, of):6.1%} ({right}/{of})")
    for kind, count in asked.most_common():
        print(f"  {kind:16} found {found[kind]:3} of {count:3}, told as it {named[kind]:3}")
    for place in NEAR_MISS:
        false = [bool(one.kinds) for one in results if not one.wording.kinds and one.place == place]
        if false:
            print(f"near misses {place:6} {sum(false) / len(false):6.1%} ({sum(false)}/{len(false)})")
    for one in results if misses else ():
        if set(one.wording.kinds) - {"other"} - one.kinds or (one.kinds and not one.wording.kinds):
            wanted = "|".join(one.wording.kinds) or "-"
            print(
                f"{one.place}\t{one.wording.language}\t{wanted}\t{'|'.join(sorted(one.kinds)) or '-'}\t{one.wording.words}"
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what is not right")
    args = parser.parse_args()
    report([one for wording in wordings(args.file) for one in told(wording)], misses=args.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
