"""Time to align two texts as they grow, beside peers: `python -m bench.drift.speed [--words 50000]`.

The texts are the benchmark's originals one after the other, every sentence made its own by a number and a name of its
own, and a copy of them with a fifth of the sentences rewritten and a tenth moved. CPU time, the median of three runs.
Peers whose time grows with the square are left out where they would take more than a minute.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence

from bench.drift.articles import load
from bench.drift.paraphrase import paraphrase
from bench.drift.peers import PEERS, Links

SIZES = (1_000, 2_500, 5_000, 10_000, 25_000, 50_000)
LIMIT = 60.0


def grown(words: int, seed: int = 3) -> tuple[list[str], list[str]]:
    """A copy and an original of about this many words."""
    rng = random.Random(seed)
    pool = [s.text for a in load() if a.language == "en" for s in a.sentences]
    original: list[str] = []
    count = 0
    while count < words:
        sentence = pool[len(original) % len(pool)]
        own = f"{sentence[:-1]}, near Post {len(original)} at {_name(rng)}."
        original.append(own)
        count += len(own.split())
    copy = [paraphrase(s, "en", rng) if rng.random() < 0.2 else s for s in original]
    for _ in range(len(copy) // 10):
        copy.insert(rng.randrange(len(copy)), copy.pop(rng.randrange(len(copy))))
    return copy, original


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(pair) for pair in ("BDFKLMNRST", "aeiou", "dklmnrst", "aeiou", "klnrst")) + "by"


def seconds(
    peer: Callable[[Sequence[str], Sequence[str]], Links], sides: tuple[list[str], list[str]], runs: int
) -> float:
    """CPU seconds of one alignment, the median of `runs`."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        peer(*sides)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def curve(
    sizes: Sequence[int], runs: int = 3, limit: float = LIMIT, names: Sequence[str] = tuple(PEERS)
) -> dict[str, dict[int, float]]:
    """CPU seconds by peer and size; a peer stops where the next size would take longer than `limit`."""
    found: dict[str, dict[int, float]] = {name: {} for name in names}
    for size in sizes:
        sides = grown(size)
        for name, known in found.items():
            last = max(known, default=0)
            if last and known[last] * (size / last) ** 2 > limit:
                continue
            found[name][size] = seconds(PEERS[name], sides, 1 if known and known[last] > 2 else runs)
    return found


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=SIZES[-1], help="largest text")
    arguments = parser.parse_args()
    sizes = [s for s in SIZES if s <= arguments.words]
    found = curve(sizes)
    print(
        f"{'words a side':<16}" + "".join(f"{s:10,d}" for s in sizes) + "   CPU s for each 10,000 words, first and last"
    )
    for name, by_size in found.items():
        cells = "".join(f"{by_size[s]:10.3f}" if s in by_size else f"{'–':>10}" for s in sizes)
        ends = [by_size[s] / s * 10_000 for s in (min(by_size), max(by_size))]
        print(f"{name:<16}{cells}   {ends[0]:.3f} {ends[1]:.3f}")


if __name__ == "__main__":
    main()
