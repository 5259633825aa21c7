"""Map: the pages of a group of shards sketched; their shingles to the disk, each mark to the part of the index it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.child import Beat
from audit.corpus.link.layout import Group, Layout
from audit.corpus.link.shingles import sketches, unquoted

FEWEST = 20
"""Shingles of the shortest text that is linked: less is a caption or a notice."""
_AT_ONCE = 200
"""Pages that are sketched at once: enough for numpy, few enough for the processor's cache."""


def sketch_group(beat: Beat, layout: Layout, group: Group) -> int:
    """Write the group's shingles and postings; how many of its pages are long enough to be linked."""
    sizes = np.zeros(group.pages, np.int64)
    marks: list[npt.NDArray[np.uint64]] = [np.empty(0, np.uint64)]
    places: list[npt.NDArray[np.int64]] = [np.empty(0, np.int64)]
    layout.shingles(group.number).parent.mkdir(parents=True, exist_ok=True)
    with layout.shingles(group.number).open("wb") as file:
        for batch in _batches(texts(layout, group)):
            beat((group.number, batch[0][0]))
            numbers = np.array([place for place, _ in batch])
            found = sketches([_passages(blocks) for _, blocks in batch])
            long = found.sizes >= FEWEST
            sizes[numbers[long]] = found.sizes[long]
            file.write(found.shingles[np.repeat(long, found.sizes)].tobytes())
            marks.append(found.marks[long[found.owners]])
            places.append(numbers[found.owners[long[found.owners]]])
    np.save(layout.offsets(group.number), np.concatenate([[0], np.cumsum(sizes)]))
    place = np.concatenate(places)
    page, size = (place + group.first).astype(np.uint32), sizes[place].astype(np.uint32)
    _write(layout, group, np.concatenate(marks), page, size)
    return int(np.count_nonzero(sizes))


def _write(
    layout: Layout, group: Group, marks: npt.NDArray[Any], pages: npt.NDArray[Any], sizes: npt.NDArray[Any]
) -> None:
    part_of = marks % np.uint64(layout.parts)
    with connect(layout.memory // 4) as database:
        for part in range(layout.parts):
            here = part_of == part
            posting = {"mark": marks[here], "page": pages[here], "size": sizes[here]}  # noqa: F841 - the query reads it
            path = layout.postings(part, group.number)
            path.parent.mkdir(parents=True, exist_ok=True)
            database.execute(f"COPY (SELECT * FROM posting) TO {quoted(path)} (format parquet)")


def _batches(pages: Iterator[tuple[int, list[str]]]) -> Iterator[list[tuple[int, list[str]]]]:
    while batch := list(islice(pages, _AT_ONCE)):
        yield batch


def _passages(blocks: list[str]) -> list[str]:
    """What of a page is not quoted, as passages; one goes on from paragraph to paragraph."""
    passages = [""]
    for block in blocks:
        kept = unquoted(block)
        passages[-1] += "\n" + kept[0]
        passages += kept[1:]
    return passages


def texts(layout: Layout, group: Group, only: list[int] | None = None) -> Iterator[tuple[int, list[str]]]:
    """The reporting of the group's pages, block by block, without what their hosts repeat; `only` at these places."""
    pages, blocks = layout.tables("pages", group), layout.tables("blocks", group)
    wrapper = layout.folder.links / "wrapper.parquet"
    chosen = "" if only is None else f"AND place IN ({', '.join(map(str, only)) or 'NULL'})"
    with connect(layout.memory // 2, spill=layout.work / "spill") as database:
        database.execute(
            f"""
            CREATE TEMP TABLE page AS
                SELECT page, host, (row_number() OVER (ORDER BY file_index, file_row_number)) - 1 AS place
                FROM (SELECT *, list_position({pages}, filename) AS file_index
                      FROM read_parquet({pages}, filename = true, file_row_number = true));
            CREATE TEMP TABLE wrapper AS
                SELECT host, text FROM {quoted(wrapper)} WHERE host IN (SELECT host FROM page)
            """
        )
        found = database.execute(
            f"""
            SELECT place, list(b.text ORDER BY b.start)
            FROM read_parquet({blocks}) b JOIN page USING (page)
            WHERE b.label IN ('body', 'quote') {chosen}
                AND NOT EXISTS (SELECT 1 FROM wrapper w WHERE w.host = page.host AND w.text = b.text)
            GROUP BY place ORDER BY place
            """
        )
        while rows := found.fetchmany(_AT_ONCE):
            yield from rows
