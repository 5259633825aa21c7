"""`tracewire corpus link`: which pages carry the same text, whose it is, and who carries whom.

shingles.py  a text as hashes of five words in a row, and the few of them by which it is found
wrapper.py   text that a host repeats on page after page: learned here, known to the next run
sketch.py    map: every page's shingles to the disk, its marks to the part of the index they belong to
near.py      reduce: pages that share marks, from each part of the index
verify.py    pairs of pages compared exactly, by shingles
aligned.py   what those leave open, decided by the aligner
clusters.py  pairs joined to clusters (the same text) and stories (text in common)
origins.py   whose text a cluster is, first seen, independent origins, who carries whom
driver.py    all of it in order, on an engine

The stages hand over through files, so the same tasks run on one machine, a few at a time and out of core, and on a cluster,
where the files of a stage are its shuffle.
"""

from __future__ import annotations

from audit.corpus.link.driver import Linked, link

__all__ = ["Linked", "link"]
