"""The labelled pages of the shared folder, and which of their runs are known to be reporting or wrapper.

`segments.json` names short texts of the main text (`with`) and of the wrapper (`without`); each is found among the runs.
`pages/labels.jsonl` has snippets of both kinds for twenty syndicated pages. `hand_labels.jsonl` beside this file adds
judgements on single runs, known by a hash of their text, so that no third-party text is kept here.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TRACEWIRE_SHARED", HERE.parents[2] / "shared"))
HAND = HERE / "hand_labels.jsonl"


class LabelledPage(NamedTuple):
    """One page: its name, markup, and the texts that must and must not be in its reporting."""

    name: str
    html: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    benchmark: bool
    """True for the 481 pages of the extraction benchmark."""


def labelled_pages(shared: Path = SHARED) -> Iterator[LabelledPage]:
    """Every labelled page, decoded as the extraction benchmark does it."""
    segments = json.loads((shared / "data/extraction/segments.json").read_text(encoding="utf-8"))
    for name in sorted(segments):
        raw = gzip.decompress((shared / "data/extraction/pages" / name).read_bytes())
        yield LabelledPage(name, _decode(raw), tuple(segments[name]["with"]), tuple(segments[name]["without"]), True)
    for line in (shared / "data/pages/labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        html = _decode((shared / "data/pages" / label["file"]).read_bytes())
        yield LabelledPage(label["file"], html, tuple(label["body_snippets"]), tuple(label["wrapper_snippets"]), False)


def _decode(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        guess = from_bytes(raw[:100_000]).best()
        return raw.decode(guess.encoding if guess else "latin-1", "replace")


def collapsed(text: str) -> str:
    """`text` with its white space collapsed, as the benchmark compares."""
    return re.sub(r"\s+", " ", text).strip()


def places(segment: str, texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where `segment` occurs among collapsed run texts joined by blanks: (first run, last run) of each place."""
    offsets, position = [], 0
    for text in texts:
        offsets.append(position)
        position += len(text) + 1
    joined = " ".join(texts)
    wanted = collapsed(segment)
    found = []
    start = joined.find(wanted) if wanted else -1
    while start >= 0:
        found.append((bisect_right(offsets, start) - 1, bisect_right(offsets, start + len(wanted) - 1) - 1))
        start = joined.find(wanted, start + len(wanted))
    return found


def known_runs(
    page: LabelledPage, texts: Sequence[str], covered: Sequence[float], heads: Sequence[int]
) -> dict[int, int]:
    """Run index to 1 (reporting) or 0 (wrapper); -1 for headline runs, which are not in question.

    `covered` is the reference extractor's share of each run: it chooses among several copies of a wanted segment.
    """
    known: dict[int, int] = {}
    for segment in page.wanted:
        where = places(segment, texts)
        if len(where) > 1:
            where = [(a, b) for a, b in where if covered[a] > 0.5] or where[:1]
        for a, b in where:
            known.update(dict.fromkeys(range(a, b + 1), 1))
    wanted = set(known)
    for segment in page.unwanted:
        where = places(segment, texts)
        for a, b in where:
            for index in range(a, b + 1):
                long_enough = len(collapsed(segment)) * 2 >= len(texts[index])
                if index not in wanted and (len(where) == 1 or long_enough or covered[index] < 0.5):
                    known[index] = 0
    known.update(dict.fromkeys(heads, -1))
    return known


def run_key(text: str) -> str:
    """What a run is known by in `hand_labels.jsonl`."""
    return hashlib.sha256(collapsed(text).encode("utf-8")).hexdigest()[:16]


def hand_labels() -> dict[str, dict[str, int]]:
    """Page name to run key to 1 (reporting) or 0 (wrapper)."""
    labels: dict[str, dict[str, int]] = {}
    for line in HAND.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels[row["page"]] = dict.fromkeys(row["reporting"], 1) | dict.fromkeys(row["wrapper"], 0)
    return labels
