"""The pairs that shingles leave open, decided by the aligner of `tracewire compare`.

A shingle is five words in a row, so a text with every fifth word changed shares few of them and is a copy all the same. The
sentences of both are aligned, and the words that aligned sentences have in common decide. Pairs whose pages other pairs have
joined already are not asked about: two copies that were cut at different ends meet in their original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.child import Beat
from audit.corpus.link.layout import Layout
from audit.corpus.link.shingles import unquoted
from audit.corpus.link.sketch import texts
from audit.corpus.link.verify import Pair, save

ALIGNED = 0.5
"""Share of the shorter text's words that the aligner must find in sentences of the longer one."""
_SENTENCE = re.compile(r"(?<=[.!?。！？।؟])\s+|\n+")
_MOST_SENTENCES = 60
"""Sentences of each text that are aligned."""


def decide(beat: Beat, layout: Layout, bucket: int) -> int:
    """Decide the open pairs of `bucket` between pages that are not joined yet; how many turned out to be copies.

    Reads the clusters so far from `work/joined.parquet`; of several open pairs between two clusters the best two are asked.
    """
    beat(bucket)
    with connect(layout.memory // 4) as database:
        found = database.execute(
            f"""
            WITH verified AS (FROM read_parquet({quoted(layout.verified(bucket))}) WHERE open),
            joined AS (FROM read_parquet({quoted(layout.work / "joined.parquet")}))
            SELECT v.* FROM verified v JOIN joined a ON a.number = v.a JOIN joined b ON b.number = v.b
            WHERE a.cluster <> b.cluster
            QUALIFY row_number() OVER (
                PARTITION BY least(a.cluster, b.cluster), greatest(a.cluster, b.cluster) ORDER BY containment DESC, v.a, v.b) <= 2
            ORDER BY v.a, v.b
            """
        ).fetchall()
    decided = list(_decided(layout, [Pair(*row) for row in found], beat))
    save(layout, layout.decided(bucket), decided)
    return len(decided)


def _decided(layout: Layout, pairs: Sequence[Pair], beat: Beat) -> Iterator[Pair]:
    """Those of `pairs` that carry the same text."""
    if not pairs:
        return
    from audit.lineage.align import align

    wanted = sorted({page for pair in pairs for page in (pair.a, pair.b)})
    sentences = dict(_sentences(layout, wanted))
    for pair in pairs:
        beat((pair.a, pair.b))
        short, long = sorted((sentences.get(pair.a, []), sentences.get(pair.b, [])), key=lambda s: sum(map(len, s)))
        words = [len(sentence.split()) for sentence in short]
        found = sum(
            match.similarity * sum(words[i] for i in match.copy)
            for match in align(short, long)
            if match.copy and match.original
        )
        if found >= ALIGNED * max(sum(words), 1):
            yield pair._replace(copy=True, open=False)


def _sentences(layout: Layout, pages: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    for group in layout.groups:
        only = [page - group.first for page in pages if group.first <= page < group.first + group.pages]
        if only:
            for place, blocks in texts(layout, group, only):
                passages = "\n".join("\n".join(unquoted(block)) for block in blocks)
                yield group.first + place, [s for s in _SENTENCE.split(passages) if s.strip()][:_MOST_SENTENCES]
