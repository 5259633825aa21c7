"""`tracewire corpus run`: every page of the inputs audited exactly once, in parallel, into tables.

plan.py         the inputs cut into shards, always in the same way
inputs.py       what the user named, as pieces: files, parts of a WARC file, addresses
members.py      where a gzipped WARC file may be cut
reading.py      a piece's pages
shard.py        one shard in a child process: read, audit, spool, write, commit
supervision.py  the master of that child: takes care of pages that crash it, hang it or eat its memory
manifest.py     what was run, with which rules; refuses to mix two runs
progress.py     how far, how fast, how long still; the structured log
driver.py       all of it together
"""

from __future__ import annotations

from audit.corpus.run.driver import Totals, run
from audit.corpus.run.plan import Job

__all__ = ["Job", "Totals", "run"]
