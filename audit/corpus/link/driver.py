"""All stages of linking in order, on an engine."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import msgspec
import numpy as np

from audit.corpus.duck import connect, quoted
from audit.corpus.engines import Engine
from audit.corpus.engines.child import Child, ChildDiedError
from audit.corpus.folder import Folder, held, replace
from audit.corpus.link.aligned import choose, decide, fetch
from audit.corpus.link.clusters import Numbers, components
from audit.corpus.link.layout import Layout, lay_out
from audit.corpus.link.near import near
from audit.corpus.link.origins import origins
from audit.corpus.link.sketch import sketch_group
from audit.corpus.link.verify import verify
from audit.corpus.link.wrapper import find_repeated, learn, note_blocks
from audit.errors import ArchiveError, UsageError
from audit.model import Frozen

SILENCE = 3_600.0
"""Seconds that a task of linking may work without a word."""
_TRIES = 3


class Linked(Frozen, frozen=True):
    """What `links/links.json` says.

    How many pages there were, and how many were long enough to be linked; blocks that hosts repeat; pairs that share marks;
    pairs that the aligner took for copies; the rows of each table; the seconds of each stage.
    """

    pages: int
    linked: int
    wrapper: int
    candidates: int
    aligned: int
    rows: dict[str, int]
    seconds: dict[str, float]


def link(root: str, engine: Engine, memory: int, say: Callable[[str], None] | None = None) -> Linked:
    """Link the pages of the corpus at `root`, anew. Raises UsageError where it holds no complete shard."""
    folder = Folder(root)
    connect().close()
    with held(folder):
        counts = _page_counts(folder)
        layout = lay_out(root, counts, memory)
        shutil.rmtree(folder.links, ignore_errors=True)
        layout.work.mkdir(parents=True)
        stages = _Stages(engine, say)
        groups = [(group,) for group in layout.groups]
        parts = [(part,) for part in range(layout.parts)]
        stages.run("blocks", partial(note_blocks, layout=layout), groups, "group")
        stages.run("repeated", partial(find_repeated, layout=layout), parts, "part")
        (wrapper,) = stages.run("wrapper", partial(learn, layout=layout), [()])
        linked = sum(stages.run("sketches", partial(sketch_group, layout=layout), groups, "group"))
        candidates = sum(stages.run("near", partial(near, layout=layout), parts, "part"))
        stages.run("verify", partial(verify, layout=layout), parts, "bucket")
        count = sum(counts.values())
        stages.here("joined", partial(_join, layout, count))
        stages.run("open", partial(choose, layout=layout), parts, "bucket")
        stages.run("texts", partial(fetch, layout=layout), groups, "group")
        aligned = sum(stages.run("aligner", partial(decide, layout=layout), parts, "bucket"))
        stages.here("clusters", partial(_number, layout, count))
        (rows,) = stages.run("origins", partial(origins, layout=layout), [()])
        engine.close()
        done = Linked(count, linked, wrapper, candidates, aligned, rows, stages.seconds)
        replace(folder.links / "links.json", msgspec.json.format(msgspec.json.encode(done), indent=1) + b"\n")
        shutil.rmtree(layout.work, ignore_errors=True)
    return done


class _Stages:
    """Runs the tasks of one stage after another, and keeps how long each stage took."""

    def __init__(self, engine: Engine, say: Callable[[str], None] | None) -> None:
        self._engine = engine
        self._say = say
        self.seconds: dict[str, float] = {}

    def run(self, name: str, function: Callable[..., Any], items: Iterable[tuple[Any, ...]], *names: str) -> list[Any]:
        """The results of `function` for each of `items`, whose values are the arguments `names`."""
        begun = time.monotonic()
        calls = [partial(function, **dict(zip(names, item, strict=True))) for item in items]
        results = list(self._engine.each(_in_child, calls))
        self.seconds[name] = round(time.monotonic() - begun, 3)
        if self._say is not None:
            self._say(f"{name}: {len(calls)} tasks, {self.seconds[name]:.1f} s")
        return results

    def here(self, name: str, function: Callable[[], None]) -> None:
        """Run what needs all pages at once."""
        begun = time.monotonic()
        function()
        self.seconds[name] = round(time.monotonic() - begun, 3)


def _in_child(call: Callable[..., Any], child: Child) -> Any:
    """Run `call` in the child; a child that is lost is replaced, since every task may run again."""
    for _ in range(_TRIES - 1):
        try:
            return child.call(call, silence=lambda _: SILENCE)
        except ChildDiedError:
            continue
    try:
        return child.call(call, silence=lambda _: SILENCE)
    except ChildDiedError as death:
        raise ArchiveError(f"linking failed: {death.why}", "give a worker more memory with --memory") from death


def _page_counts(folder: Folder) -> dict[int, int]:
    from audit.corpus.run.shard import Record

    found = {}
    for path in sorted((folder.path / "done").glob("*.json")):
        record = msgspec.json.decode(path.read_bytes(), type=Record)
        found[record.shard] = record.rows["pages"]
    if not found:
        raise UsageError(f"{folder.root} holds no corpus", "run tracewire corpus run first")
    return found


def _join(layout: Layout, count: int) -> None:
    """Write the clusters that the pairs without an open question make."""
    with connect(layout.memory // 4) as database:
        a, b = _pairs(database, f"SELECT a, b FROM {_every(layout, 'verified')} WHERE copy")
        joined = {"number": np.arange(count, dtype=np.uint32), "cluster": components(count, a, b)}  # noqa: F841 - the query reads it
        database.execute(f"COPY (SELECT * FROM joined) TO {quoted(layout.work / 'joined.parquet')} (format parquet)")


def _number(layout: Layout, count: int) -> None:
    """Write the cluster and the story of every page by its number."""
    with connect(layout.memory // 4) as database:
        same = f"SELECT a, b FROM {_every(layout, 'verified')} WHERE copy UNION ALL SELECT a, b FROM {_every(layout, 'decided')}"
        cluster = components(count, *_pairs(database, same))
        story = components(count, *_pairs(database, f"SELECT a, b FROM {_every(layout, 'verified')}"))
        numbered = {"number": np.arange(count, dtype=np.uint32), "cluster": cluster, "story": story}  # noqa: F841 - the query reads it
        database.execute(
            f"COPY (SELECT * FROM numbered) TO {quoted(layout.work / 'numbered.parquet')} (format parquet)"
        )


def _every(layout: Layout, stage: str) -> str:
    return f"read_parquet({quoted(layout.work / stage / '*.parquet')})"


def _pairs(database: Any, query: str) -> tuple[Numbers, Numbers]:
    found = database.execute(query).fetchnumpy()
    return np.asarray(found["a"]), np.asarray(found["b"])
