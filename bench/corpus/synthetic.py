"""A corpus of made-up pages whose clusters are known, as `corpus run` would have left it, of any size.

Some half of the pages stand alone. The others are clusters of 2 to 10 pages, now and then of 100: an original of 200 to 450
words, and copies of it that are cut to between 40 and 100 % of its length (from the end, the beginning or both), with three
words in a hundred changed. Words are drawn with the frequencies of a language (Zipf). What must not link pages is put in on
purpose: every host puts a notice of its own under all its pages, an agency's line of 15 words stands under a third of all
pages, every tenth page quotes one of a few statements of 40 words, and some are digests with the first paragraph of five
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from audit.corpus.duck import connect, quoted
from audit.corpus.folder import Folder, replace
from audit.corpus.run.shard import Record

SHARD = 10_000
_WORDS = 40_000
_PARAGRAPH = 60


class Maker:
    """Makes pages; equal seeds give equal pages."""

    def __init__(self, pages: int, seed: int = 11) -> None:
        self.rng = np.random.default_rng(seed)
        syllables = np.array(
            [a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "os")]
        )
        picked = self.rng.integers(0, len(syllables), (_WORDS, 3))
        self.vocabulary = np.array(["".join(syllables[row]) + str(n % 97) for n, row in enumerate(picked)], object)
        frequencies = 1 / np.arange(3, _WORDS + 3)
        self.cumulated = np.cumsum(frequencies / frequencies.sum())
        self.hosts = max(20, min(5_000, pages // 50))
        self.notices = [self.sentence(20) for _ in range(self.hosts)]
        self.agency = self.sentence(15)
        self.statements = [self.sentence(40) for _ in range(50)]
        self.openings: list[str] = [self.sentence(_PARAGRAPH) for _ in range(5)]

    def words(self, count: int) -> np.ndarray[Any, Any]:
        return np.searchsorted(self.cumulated, self.rng.random(count)).clip(0, _WORDS - 1)

    def sentence(self, count: int) -> str:
        return " ".join(self.vocabulary[self.words(count)]) + "."

    def pages(self, count: int) -> Iterator[tuple[int, str, list[str]]]:
        """`count` times a cluster's number, a host's name and the blocks of a page; a digest is a cluster of its own."""
        done = cluster = 0
        while done < count:
            cluster += 1
            original = self.words(int(self.rng.integers(200, 450)))
            chance = self.rng.random()
            size = 1 if chance < 0.8 else int(self.rng.integers(2, 11)) if chance < 0.9995 else 100
            hosts = self.rng.choice(self.hosts, size=min(size, self.hosts), replace=False)
            for copy in range(min(size, count - done, self.hosts)):
                text = original if copy == 0 else self.copied(original)
                yield cluster, f"outlet{hosts[copy]}.example", self.blocks(text, int(hosts[copy]), digest=size == 1)
                done += 1

    def copied(self, original: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        kept = int(len(original) * self.rng.uniform(0.4, 1.0))
        spare = len(original) - kept
        start = 0 if self.rng.random() < 0.6 else int(self.rng.integers(0, spare + 1))
        text = original[start : start + kept].copy()
        changed = self.rng.random(kept) < 0.03
        text[changed] = self.words(int(changed.sum()))
        return text

    def blocks(self, text: np.ndarray[Any, Any], host: int, *, digest: bool) -> list[str]:
        found = [" ".join(self.vocabulary[text[at : at + _PARAGRAPH]]) + "." for at in range(0, len(text), _PARAGRAPH)]
        if self.rng.random() < 0.1:
            found.insert(1, f"“{self.statements[int(self.rng.integers(0, 50))]}” the spokesperson said.")
        if digest and self.rng.random() < 0.006:
            found += self.openings
        if self.rng.random() < 0.05:
            self.openings[int(self.rng.integers(0, 5))] = found[0]
        if self.rng.random() < 0.33:
            found.append(self.agency)
        found.append(self.notices[host])
        return found


def write(root: Path, count: int, seed: int = 11) -> None:
    """Write a corpus of `count` pages to `root`; `pages.position` is the number of a page's cluster."""
    folder = Folder(str(root))
    maker = Maker(count, seed)
    rows: list[tuple[int, str, list[str]]] = []
    shard = 0
    for total, page in enumerate(maker.pages(count), 1):
        rows.append(page)
        if len(rows) == SHARD or total == count:
            _write_shard(folder, shard, rows)
            rows, shard = [], shard + 1


def _write_shard(folder: Folder, shard: int, rows: list[tuple[int, str, list[str]]]) -> None:
    keys = np.array([f"{shard:08x}{n:08x}" for n in range(len(rows))], object)
    counts = [len(blocks) for _, _, blocks in rows]
    page = {  # noqa: F841 - the query reads it
        "page": keys,
        "host": np.array([host for _, host, _ in rows], object),
        "position": np.array([cluster for cluster, _, _ in rows], np.int64),
    }
    block = {  # noqa: F841 - the query reads it
        "page": np.repeat(keys, counts),
        "start": np.concatenate([np.arange(n) for n in counts]),
        "text": np.array([text for _, _, blocks in rows for text in blocks], object),
    }
    for table in ("pages", "blocks", "edges"):
        folder.table(table, shard).parent.mkdir(parents=True, exist_ok=True)
    with connect(1_000_000_000) as database:
        database.execute(
            f"""
            COPY (SELECT page, host, host AS site, position, true AS assessable, NULL::VARCHAR AS published, 'h' AS headline,
                    'https://' || host || '/' || page AS url, {{'captured_at': '2026-01-01T00:00:00Z'}} AS capture,
                    {{'publisher': {{'name': host}}}} AS provenance FROM page)
                TO {quoted(folder.table("pages", shard))} (format parquet);
            COPY (SELECT page, 'body' AS label, start, text FROM block)
                TO {quoted(folder.table("blocks", shard))} (format parquet, compression zstd);
            COPY (SELECT '' AS page, 'carries' AS relation, {{'name': ''}} AS "to", 1.0 AS strength WHERE false)
                TO {quoted(folder.table("edges", shard))} (format parquet)
            """
        )
    replace(folder.done(shard), msgspec.json.encode(Record(shard, len(rows), 0, 0, {"pages": len(rows)})))


def score(root: Path) -> tuple[float, float, int]:
    """Precision and recall of the pairs of pages that linking put into one cluster, and how many pairs there are in truth."""
    with connect(2_000_000_000) as database:
        found = database.execute(
            f"""
            WITH page AS (
                SELECT l.cluster, p.position AS truth FROM read_parquet({quoted(root / "links" / "pages.parquet")}) l
                JOIN read_parquet({quoted(root / "pages" / "*.parquet")}) p USING (page)
            ), pairs AS (SELECT n * (n - 1) / 2 AS pairs, sort FROM (
                SELECT count(*) AS n, 'found' AS sort FROM page GROUP BY cluster
                UNION ALL SELECT count(*), 'truth' FROM page GROUP BY truth
                UNION ALL SELECT count(*), 'both' FROM page GROUP BY cluster, truth))
            SELECT sum(pairs) FILTER (sort = 'both'), sum(pairs) FILTER (sort = 'found'), sum(pairs) FILTER (sort = 'truth')
            FROM pairs
            """
        ).fetchone()
    assert found is not None
    both, linked, truth = (float(value or 0) for value in found)
    return both / max(linked, 1.0), both / max(truth, 1.0), int(truth)
