"""Tags a split of the corpus with the shipped tagger, one JSON line a file, as the scorer reads it.

    python -m bench.attribution.predict CORPUS/dev OUT.jsonl [--model network | --weights FILE]

Prints the time spent: processor milliseconds for an article and for 1,000 words.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from audit.model import Span
from audit.provenance.attributions.learned.tagger import LearnedTagger, load
from audit.provenance.attributions.learned.weights import decode
from audit.provenance.attributions.reading.sentences import split
from bench.attribution.corpus import ROLES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--model", choices=("network", "encoder"))
    given = parser.parse_args()
    tagger = LearnedTagger(decode(given.weights.read_bytes())) if given.weights else load(given.model)
    words, spent = 0, 0.0
    paths = sorted((given.split / "text").glob("*.txt"))
    with given.out.open("w", encoding="utf-8", newline="\n") as out:
        for path in paths:
            with path.open(encoding="utf-8", newline="") as handle:
                text = handle.read()
            started = time.process_time()
            found = tagger.tag(text, split(text, [Span(0, len(text))]))
            spent += time.process_time() - started
            words += len(text.split())
            spans = [{role: [[s.start, s.end] for s in getattr(a, role)] for role in ROLES} for a in found]
            out.write(json.dumps({"file": path.name, "attributions": spans}) + "\n")
    print(f"{1000 * spent / len(paths):.1f} ms an article, {1e6 * spent / words:.1f} ms for 1,000 words")


if __name__ == "__main__":
    main()
