"""`python -m audit` and the `tracewire` command."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import NoReturn


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
    _end(code)


def _end(code: int) -> NoReturn:
    """End the process: what asked to be told of its end is told, and what was written is sent off.

    The interpreter would look through every object once more and take them apart one by one: up to a sixth of an audit's
    time, for memory that the system takes back at that moment anyway.
    """
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):  # either is None where it was closed
        stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
