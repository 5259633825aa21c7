"""Linking made-up pages whose clusters are known: quality, and how the time grows; beside datasketch's LSH.

    python -m bench.corpus.linking [--sizes 10000,100000,1000000] [--peer 10000] [--workers 1]

Prints for each size CPU seconds (all processes) of linking, pair precision and recall, and the exponent between sizes: the
slope of log time over log pages. `--peer N` gives datasketch.MinHashLSH (128 permutations, five-word shingles, threshold
0.5 and 0.3) the same N pages, and compares CPU time and recall.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import tempfile
import time
from pathlib import Path

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.local import LocalEngine
from audit.corpus.link import link
from bench.corpus import synthetic


def cpu() -> float:
    """CPU seconds of this process and of its children that ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def ours(root: Path, workers: int) -> tuple[float, float, float]:
    """CPU seconds, precision and recall of linking the corpus at `root`."""
    before = cpu()
    done = link(str(root), LocalEngine(workers), 2_000_000_000)
    spent = cpu() - before
    print("    " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in done.seconds.items()), flush=True)
    precision, recall, _ = synthetic.score(root)
    return spent, precision, recall


def peer(root: Path, threshold: float) -> tuple[float, float, float]:
    """The same by datasketch: signatures of all pages, then a query for each; clusters are the components."""
    from datasketch import MinHash, MinHashLSH

    with connect(2_000_000_000) as database:
        pages = database.execute(
            f"""SELECT any_value(p.position), string_agg(b.text, ' ' ORDER BY b.start)
            FROM read_parquet({quoted(root / "blocks" / "*.parquet")}) b
            JOIN read_parquet({quoted(root / "pages" / "*.parquet")}) p USING (page) GROUP BY page ORDER BY page"""
        ).fetchall()
    begun = time.process_time()
    index = MinHashLSH(threshold=threshold, num_perm=128)
    signatures = []
    for number, (_, text) in enumerate(pages):
        words = text.lower().split()
        signature = MinHash(num_perm=128)
        signature.update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
        index.insert(number, signature)
        signatures.append(signature)
    parent = list(range(len(pages)))

    def root_of(page: int) -> int:
        while parent[page] != page:
            parent[page] = parent[parent[page]]
            page = parent[page]
        return page

    for number, signature in enumerate(signatures):
        for other in index.query(signature):
            parent[root_of(other)] = root_of(number)
    spent = time.process_time() - begun
    both: dict[tuple[int, int], int] = {}
    truth: dict[int, int] = {}
    found: dict[int, int] = {}
    for number, (cluster, _) in enumerate(pages):
        mine = root_of(number)
        both[mine, cluster] = both.get((mine, cluster), 0) + 1
        truth[cluster] = truth.get(cluster, 0) + 1
        found[mine] = found.get(mine, 0) + 1
    hits, linked, wanted = (sum(n * (n - 1) // 2 for n in d.values()) for d in (both, found, truth))
    return spent, hits / max(linked, 1), hits / max(wanted, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--peer", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="linking-"))
    print(f"{'pages':>10} {'CPU s':>8} {'us a page':>10} {'precision':>10} {'recall':>8} {'exponent':>9}")
    last: tuple[int, float] | None = None
    for size in map(int, arguments.sizes.split(",")):
        root = folder / str(size)
        if not root.exists():
            synthetic.write(root, size)
        spent, precision, recall = ours(root, arguments.workers)
        exponent = f"{math.log(spent / last[1]) / math.log(size / last[0]):9.3f}" if last else ""
        print(
            f"{size:>10,} {spent:>8.1f} {1e6 * spent / size:>10.0f} {precision:>10.4f} {recall:>8.4f} {exponent}",
            flush=True,
        )
        last = (size, spent)
        if size == arguments.peer:
            for threshold in (0.5, 0.3):
                theirs, precision, recall = peer(root, threshold)
                print(f"  datasketch {threshold}: {theirs:.1f} CPU s, precision {precision:.4f}, recall {recall:.4f};"
                      f" {theirs / spent:.1f} times our time", flush=True)  # fmt: skip
    if arguments.folder is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
