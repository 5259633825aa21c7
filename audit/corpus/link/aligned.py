"""The pairs that shingles leave open, decided by the aligner of `tracewire compare`.

A shingle is five words in a row, so a text with every fifth word changed shares few of them and is a copy all the same. The
sentences of both are aligned, and the words that aligned sentences have in common decide. Pairs whose pages other pairs have
joined already are not asked about: two copies that were cut at different ends meet in their original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.child import Beat
from audit.corpus.link.layout import Group, Layout
from audit.corpus.link.shingles import unquoted
from audit.corpus.link.sketch import texts
from audit.corpus.link.verify import Pair, save

ALIGNED = 0.5
"""Share of the shorter text's words that the aligner must find in sentences of the longer one."""
_SENTENCE = re.compile(r"(?<=[.!?。！？।؟])\s+|\n+")
_MOST_SENTENCES = 60
"""Sentences of each text that are aligned."""


def choose(beat: Beat, layout: Layout, bucket: int) -> int:
    """Choose the open pairs of `bucket` between pages that are not joined yet; how many.

    Reads the clusters so far from `work/joined.parquet`; of several open pairs between two clusters the best two are asked.
    """
    beat(bucket)
    layout.chosen(bucket).parent.mkdir(parents=True, exist_ok=True)
    with connect(layout.memory // 4) as database:
        found = database.execute(
            f"""
            COPY (
                WITH verified AS (FROM read_parquet({quoted(layout.verified(bucket))}) WHERE open),
                joined AS (FROM read_parquet({quoted(layout.work / "joined.parquet")}))
                SELECT v.* FROM verified v JOIN joined a ON a.number = v.a JOIN joined b ON b.number = v.b
                WHERE a.cluster <> b.cluster
                QUALIFY row_number() OVER (
                    PARTITION BY least(a.cluster, b.cluster), greatest(a.cluster, b.cluster)
                    ORDER BY containment DESC, v.a, v.b) <= 2
                ORDER BY v.a, v.b
            ) TO {quoted(layout.chosen(bucket))} (format parquet)
            """
        ).fetchone()
    return int(found[0]) if found else 0


def fetch(beat: Beat, layout: Layout, group: Group) -> int:
    """Bring the texts of the group's pages that stand in chosen pairs to the buckets of those pairs; how many."""
    beat(group.number)
    with connect(layout.memory // 4) as database:
        wanted: dict[int, set[int]] = {}
        for bucket in range(layout.parts):
            found = database.execute(
                f"""SELECT DISTINCT unnest([a, b]) AS page FROM read_parquet({quoted(layout.chosen(bucket))})
                WHERE a BETWEEN {group.first} AND {group.first + group.pages - 1}
                    OR b BETWEEN {group.first} AND {group.first + group.pages - 1}"""
            ).fetchall()
            wanted[bucket] = {page for (page,) in found if group.first <= page < group.first + group.pages}
        places = sorted({page - group.first for pages in wanted.values() for page in pages})
        found_texts = (
            {group.first + place: _text(blocks) for place, blocks in texts(layout, group, places)} if places else {}
        )
        for bucket, pages in wanted.items():
            here = sorted(page for page in pages if page in found_texts)
            rows: dict[str, npt.NDArray[Any]] = {  # noqa: F841 - the query reads it
                "page": np.array(here, np.uint32),
                "text": np.array([found_texts[page] for page in here], object),
            }
            path = layout.texts(bucket, group.number)
            path.parent.mkdir(parents=True, exist_ok=True)
            query = "SELECT * FROM rows" if here else "SELECT 0::UINTEGER AS page, '' AS text WHERE false"
            database.execute(f"COPY ({query}) TO {quoted(path)} (format parquet, compression zstd)")
    return len(places)


def decide(beat: Beat, layout: Layout, bucket: int) -> int:
    """Decide the chosen pairs of `bucket`; how many turned out to be copies."""
    beat(bucket)
    with connect(layout.memory // 4) as database:
        pairs = database.execute(f"FROM read_parquet({quoted(layout.chosen(bucket))})").fetchall()
        files = quoted(Path(layout.texts(bucket, 0)).parent / "*.parquet")
        found = database.execute(f"SELECT page, text FROM read_parquet({files})").fetchall() if pairs else []
    decided = list(_decided([Pair(*row) for row in pairs], dict(found), beat))
    save(layout, layout.decided(bucket), decided)
    return len(decided)


def _decided(pairs: Sequence[Pair], text_of: Mapping[int, str], beat: Beat) -> Iterator[Pair]:
    """Those of `pairs` that carry the same text."""
    if not pairs:
        return
    from audit.lineage.align import align

    for pair in pairs:
        beat((pair.a, pair.b))
        sides = [_sentences(text_of.get(page, "")) for page in (pair.a, pair.b)]
        short, long = sorted(sides, key=lambda sentences: sum(map(len, sentences)))
        words = [len(sentence.split()) for sentence in short]
        found = sum(
            match.similarity * sum(words[i] for i in match.copy)
            for match in align(short, long)
            if match.copy and match.original
        )
        if found >= ALIGNED * max(sum(words), 1):
            yield pair._replace(copy=True, open=False)


def _text(blocks: Sequence[str]) -> str:
    return "\n".join("\n".join(unquoted(block)) for block in blocks)


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()][:_MOST_SENTENCES]
