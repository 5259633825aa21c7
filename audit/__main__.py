"""`python -m audit` and the `tracewire` command."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # A command makes many objects that live as long as it does. Looking through them again and again for rubbish was a
    # tenth of its time; with these thresholds an article is audited without, and a long run is still swept.
    gc.set_threshold(300_000, 20, 100)
    # One thread does the small products of the tagger faster than several that first have to start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from audit.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line itself listens for it
        code = 130
    # At the end the interpreter looks through every object once more; what is kept aside it does not, and the system takes
    # all memory back at that moment anyway.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
