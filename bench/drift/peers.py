"""What others would align two texts with: each takes two lists of sentences and gives pairs of numbers, copy first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from importlib.util import find_spec
from itertools import pairwise

Links = set[tuple[int, int]]


def ours(copy: Sequence[str], original: Sequence[str]) -> Links:
    """The product's aligner."""
    from audit.lineage.align import align

    return {(i, j) for m in align(copy, original) for i in m.copy for j in m.original}


def difflib_pairs(copy: Sequence[str], original: Sequence[str]) -> Links:
    """Equal runs of sentences by `SequenceMatcher`; in what it calls replaced, pairs in order that are half alike."""
    found: Links = set()
    for tag, a, b, c, d in SequenceMatcher(None, original, copy, autojunk=False).get_opcodes():
        if tag == "equal":
            found |= {(c + k, a + k) for k in range(b - a)}
        elif tag == "replace":
            j = a
            for i in range(c, d):
                for k in range(j, b):
                    if SequenceMatcher(None, original[k], copy[i], autojunk=False).ratio() >= 0.5:
                        found.add((i, k))
                        j = k + 1
                        break
    return found


def rapidfuzz_pairs(copy: Sequence[str], original: Sequence[str]) -> Links:
    """For each sentence the most alike one by `token_set_ratio`, at 70 of 100 and above."""
    from rapidfuzz import fuzz, process

    found: Links = set()
    for i, sentence in enumerate(copy):
        best = process.extractOne(sentence, original, scorer=fuzz.token_set_ratio, score_cutoff=70)
        if best is not None:
            found.add((i, best[2]))
    return found


def minhash_pairs(copy: Sequence[str], original: Sequence[str]) -> Links:
    """For each sentence the most alike one among those that MinHash LSH gives: pairs of words, 64 permutations, 0.3."""
    from datasketch import MinHash, MinHashLSH

    def sketch(sentence: str) -> MinHash:
        words = _words(sentence)
        made = MinHash(num_perm=64)
        made.update_batch([" ".join(pair).encode() for pair in pairwise(words)] or [sentence.encode()])
        return made

    index = MinHashLSH(threshold=0.3, num_perm=64)
    theirs = [sketch(s) for s in original]
    for j, made in enumerate(theirs):
        index.insert(j, made)
    found: Links = set()
    for i, sentence in enumerate(copy):
        mine = sketch(sentence)
        near = index.query(mine)
        if near:
            found.add((i, max(near, key=lambda j: (mine.jaccard(theirs[j]), -j))))
    return found


def hash_pairs(copy: Sequence[str], original: Sequence[str]) -> Links:
    """Sentences that are equal but for case and punctuation, the first of each."""
    place: dict[tuple[str, ...], int] = {}
    for j, sentence in enumerate(original):
        place.setdefault(tuple(_words(sentence)), j)
    return {(i, place[w]) for i, s in enumerate(copy) if (w := tuple(_words(s))) in place}


def _words(sentence: str) -> list[str]:
    return re.findall(r"\w+", sentence.casefold())


PEERS: dict[str, Callable[[Sequence[str], Sequence[str]], Links]] = {
    "tracewire": ours,
    "difflib": difflib_pairs,
    "rapidfuzz": rapidfuzz_pairs,
    "datasketch": minhash_pairs,
    "sentence hash": hash_pairs,
}
"""By name; datasketch, which brings scipy, takes part where it is installed (`pip install datasketch`)."""
if find_spec("datasketch") is None:
    del PEERS["datasketch"]
