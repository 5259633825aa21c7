"""Train the weights that tell a notice's sentence from others and write `audit/models/notices.json`.

    TRACEWIRE_SHARED=../shared python -m bench.provenance.train_notices [--without SET] [--misses]

Learns from `notices/wordings.tsv` (language, kinds, wording, of our own making), the wordings on which the rules are tested,
those that `patterns.py` makes, those of another hand (`notices/others_dev.tsv`), the examples of the lexicon's rows, the
labelled notices of the invented pages' `dev` halves and what the rules find on the pages of the extraction benchmark; all
other sentences of those pages that could be notices are its counter-examples, but for the notices among them that
`notices/read.tsv` names by digest and kind, read off `--doubtful`. The pages whose numbers `notices/kept_for_measuring.txt`
lists are kept for measuring: nothing is learned from them. `--without SET` leaves a set out (`pages_of_others_3`, `others`)
and scores its sentences.
Repeatable: the same pages and library versions give the same file. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec
import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from audit.lexicon.forms import rows
from audit.model import DisclaimerKind, Page, Publisher
from audit.page import read_page
from audit.provenance.credits.position import Positions
from audit.provenance.disclaimers.candidates import candidates
from audit.provenance.disclaimers.finding import listed_notices
from audit.provenance.disclaimers.likeness import BUCKETS, KIND_BUCKETS, grams
from audit.provenance.disclaimers.sentences import SENTENCE_END
from bench.page import pages
from bench.page.dates import capture_of

from . import patterns
from .wordings import wordings as wordings_of

HERE = Path(__file__).resolve().parent
TESTED = HERE.parents[1] / "tests/provenance/notices"
"""Wordings on which the rules are tested: kind and words."""
OUT = HERE.parents[1] / "audit/models/notices.json"
SETS = ("pages_of_others", "pages_of_others_2", "pages_of_others_3", "shared")
WEIGHT = 2
"""How much more a notice counts than a counter-example."""
DOUBTFUL = 0.3
"""A counter-example that the other half's round holds likelier than this is left out: pages are not labelled in full."""


class Sentence(NamedTuple):
    text: str
    kinds: tuple[str, ...]
    """Empty for a counter-example."""
    origin: str


def wordings() -> Iterator[Sentence]:
    for line in (HERE / "notices/wordings.tsv").read_text(encoding="utf-8").splitlines():
        _, kinds, text = line.split("\t")
        yield Sentence(text, tuple(kinds.split(",")), "wordings")
    for file in sorted(TESTED.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines() if file.stem != "near_misses" else ():
            kind, _, text = line.partition("\t")
            yield Sentence(text, (kind,), "wordings")


def made_up() -> Iterator[Sentence]:
    """Sentences made from patterns; a near miss has no kinds."""
    for one in patterns.made():
        yield Sentence(one.words, one.kinds, "patterns")


def others() -> Iterator[Sentence]:
    """Wordings by other hands."""
    for one in wordings_of(HERE / "notices/others_dev.tsv"):
        if "other" not in one.kinds:
            yield Sentence(one.words, one.kinds, "others")


def near_misses() -> Iterator[Sentence]:
    files = (HERE / "notices/near_misses.tsv", TESTED / "near_misses.tsv")
    for line in (line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line):
        yield Sentence(line.partition("\t")[2], (), "near misses")


def examples() -> Iterator[Sentence]:
    for file in sorted(rows.FOLDER.glob("disclaimers-*.jsonl")):
        for row in msgspec.json.Decoder(rows.FullRow).decode_lines(file.read_bytes()):
            for text in row.positive if row.kind else ():
                yield Sentence(text, (str(row.kind),), "rows")


def labelled(name: str) -> Iterator[Sentence]:
    folder = pages.SHARED / "data/pages" if name == "shared" else HERE / name / "dev"
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        raw = (folder / label["file"]).read_bytes()
        notices = [(" ".join(d["text"].split()), tuple(d["kinds"])) for d in label["disclaimers"]]
        page = read_page(capture_of(_decoded(raw)))
        for text in (*_candidates(page), *_reporting(page)):
            kinds = next((k for notice, k in notices if text in notice or notice in text), ())
            acts = tuple(k for k in kinds if k not in ("credit", "other"))
            if acts or not kinds or "credit" in kinds:  # a line that only credits is a counter-example
                yield Sentence(text, acts, name)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1251", "replace")


def real() -> Iterator[Sentence]:
    """Sentences of the benchmark's pages; what the rules hold for a notice is one."""
    read = dict(line.split("\t") for line in (HERE / "notices/read.tsv").read_text(encoding="utf-8").splitlines())
    kept = set((HERE / "notices/kept_for_measuring.txt").read_text(encoding="utf-8").split())
    for number, one in enumerate(page for page in pages.labelled_pages() if page.benchmark):
        if one.name.partition(".")[0] in kept:
            continue
        page = read_page(capture_of(one.html))
        positions = Positions(page)
        found = listed_notices(page, Publisher(None, None, "observed"), positions)
        text = page.text
        for span in candidates(page, positions):
            kinds = next((d.kinds for d in found if d.start <= span.start and span.end <= d.end), ())
            sentence = " ".join(span.of(text).split())
            if not kinds and (kind := read.get(digest(sentence))):
                kinds = (cast("DisclaimerKind", kind),)
            yield Sentence(sentence, tuple(kinds), f"real{number % 2}")
        if number % 4 == 0:
            yield from (Sentence(text, (), f"real{number % 2}") for text in _reporting(page))


def _candidates(page: Page) -> list[str]:
    return [" ".join(span.of(page.text).split()) for span in candidates(page, Positions(page))]


def _reporting(page: Page) -> Iterator[str]:
    """The sentences of the article's own text."""
    for block in page.blocks:
        if block.label in ("body", "quote"):
            yield from (" ".join(s.split()) for s in SENTENCE_END.split(block.span.of(page.text)) if s.strip())


def matrix(texts: Sequence[str]) -> csr_matrix:
    parts = []
    for first in range(0, len(texts), 2000):
        part = texts[first : first + 2000]
        hashed, owner = grams(part)
        counts = csr_matrix((np.ones(len(hashed), np.float32), (owner, hashed)), (len(part), BUCKETS))
        size = np.sqrt(np.maximum(np.bincount(owner, minlength=len(part)), 1)).astype(np.float32)
        parts.append(counts.multiply(1 / size[:, None]).tocsr())
    return vstack(parts).tocsr()


def fit(x: csr_matrix, y: np.ndarray[Any, Any], c: float = 30.0) -> LogisticRegression:
    # The library's own tolerance ends after thirty steps, when known counter-examples still count as notices.
    return LogisticRegression(C=c, max_iter=600, tol=1e-7, class_weight={True: WEIGHT, False: 1}).fit(x, y)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--without", default="")
    options.add_argument("--misses", action="store_true")
    options.add_argument("--doubtful", action="store_true", help="print what the rounds leave out, to be read")
    options.add_argument("-c", type=float, default=100.0)
    args = options.parse_args()
    known = [*wordings(), *made_up(), *near_misses(), *examples(), *real()]
    apart: list[Sentence] = []
    for name in SETS:
        (apart if name == args.without else known).extend(labelled(name))
    (apart if args.without == "others" else known).extend(others())
    known = list({(s.text, bool(s.kinds)): s for s in known}.values())
    x, y = matrix([s.text for s in known]).astype(np.float64), np.array([bool(s.kinds) for s in known])
    if args.doubtful:
        return list_doubtful(known, x, y, args.c)
    model = fit(x, y, args.c)
    print(f"{y.sum()} notices, {(~y).sum()} others")
    pairs = [(i, kind) for i, s in enumerate(known) if s.kinds for kind in s.kinds]
    small = matrix_of_kinds(x[[i for i, _ in pairs]])
    kinds = LogisticRegression(C=10.0, max_iter=400, class_weight="balanced").fit(small, [k for _, k in pairs])
    if args.without:
        return score(model, kinds, apart, args.misses)
    write(model, kinds)
    return 0


def list_doubtful(known: Sequence[Sentence], x: csr_matrix, y: np.ndarray[Any, Any], c: float) -> int:
    """Print the counter-examples of real pages that the other half's round holds for notices: to be read for `read.tsv`."""
    half = np.array([s.origin[4:] if s.origin.startswith("real") else "" for s in known])
    for one in ("0", "1"):
        at = np.flatnonzero((half == one) & ~y)
        likely = fit(x[half != one], y[half != one], c).predict_proba(x[at])[:, 1]
        for i in at[likely > DOUBTFUL]:
            print(f"{digest(known[i].text)}\t{known[i].text}")
    return 0


def digest(text: str) -> str:
    """How `read.tsv` names a sentence of somebody else's page."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def matrix_of_kinds(x: csr_matrix) -> csr_matrix:
    coo = x.tocoo()
    return csr_matrix((coo.data, (coo.row, coo.col % KIND_BUCKETS)), (x.shape[0], KIND_BUCKETS))


def score(model: LogisticRegression, kinds: LogisticRegression, apart: Sequence[Sentence], misses: bool) -> int:
    x = matrix([s.text for s in apart])
    likely = model.predict_proba(x)[:, 1]
    named = kinds.predict(matrix_of_kinds(x))
    truth = np.array([bool(s.kinds) for s in apart])
    for least in (0.2, 0.3, 0.5, 0.7, 0.8, 0.9):
        taken = likely >= least
        right = np.array([n in s.kinds for n, s in zip(named, apart, strict=True)])
        found, others, named_right = (taken & truth).sum(), (taken & ~truth).sum(), (taken & truth & right).sum()
        print(f"at {least}: {found} of {truth.sum()} found, {others} others, kind right {named_right}")
    if misses:
        for p, s, n in sorted(zip(likely, apart, named, strict=True), key=lambda r: -r[0]):
            if (p >= 0.3) != bool(s.kinds):
                print(f"{p:.2f} {'missed' if s.kinds else 'false'} {n} {s.text[:150]}")
    return 0


def packed(values: np.ndarray[Any, Any]) -> tuple[str, float]:
    unit = float(f"{np.abs(values).max() / 127:.4g}")
    return base64.b64encode(np.rint(values / unit).clip(-127, 127).astype(np.int8).tobytes()).decode(), unit


def write(model: LogisticRegression, kinds: LogisticRegression) -> None:
    weights, unit = packed(model.coef_[0])
    kind_weights, kind_unit = packed(kinds.coef_)
    data = {
        "kinds": list(kinds.classes_), "bias": round(float(model.intercept_[0]), 4), "weights_unit": unit,
        "kind_bias": [round(float(b), 4) for b in kinds.intercept_], "kind_weights_unit": kind_unit,
        "weights": weights, "kind_weights": kind_weights,
    }  # fmt: skip
    OUT.write_text(json.dumps(data) + "\n", encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
