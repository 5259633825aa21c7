"""A run from its inputs to its complete tables."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from audit.corpus.duck import connect
from audit.corpus.engines import Engine
from audit.corpus.engines.child import Child
from audit.corpus.folder import Folder, held
from audit.corpus.link.wrapper import repeated
from audit.corpus.run import manifest as manifests
from audit.corpus.run.inputs import Inputs
from audit.corpus.run.manifest import Manifest
from audit.corpus.run.plan import SHARD_BYTES, Job, Shard, shards
from audit.corpus.run.progress import Progress
from audit.corpus.run.shard import Record
from audit.corpus.run.supervision import Watcher, supervise

Totals = Manifest
"""What a run ends with: its manifest, complete, with the counts."""


def run(
    job: Job,
    named: Sequence[str],
    engine: Engine,
    *,
    lists: Sequence[Path] = (),
    shard_bytes: int = SHARD_BYTES,
    say: Callable[[str], None] | None = None,
) -> Totals:
    """Audit all pages of the inputs `named` and of the `lists` into the folder `job.out`; what is complete is kept.

    Raises UsageError for inputs that do not exist, or a folder that holds another run, and ArchiveError where nothing can
    be written. `say` gets a line about how far the run is every few seconds.
    """
    connect().close()  # says what is missing before any work is done
    folder = Folder(job.out)
    inputs = Inputs(named, lists, shard_bytes)
    plan = list(shards(inputs.pieces, shard_bytes))
    with held(folder):
        learned = repeated(Path(job.learned)) if job.learned else None
        job, manifest = manifests.begin(folder, job, plan, engine.name, learned)
        with folder.log.open("ab") as log:
            progress = Progress(manifest.bytes, log, say)
            progress.event("begin", tool=manifest.tool, ruleset=manifest.ruleset, shards=len(plan), engine=engine.name)
            records = manifests.records(folder, plan)
            progress.resumed(list(records.values()))
            left = (shard for shard in plan if shard.number not in records)
            for record in engine.each(_task(job, engine, progress), left):
                progress.shard(record)
                records[record.shard] = record
            engine.close()
            done = manifests.complete(folder, manifest, list(records.values()), inputs.skipped)
            progress.event("complete", audited=done.counts.audited, aside=done.counts.aside)
        shutil.rmtree(folder.work, ignore_errors=True)
    return done


def _task(job: Job, engine: Engine, watcher: Watcher) -> Callable[[Shard, Child], Record]:
    """On this machine, a killed run's spools are taken up again; elsewhere another attempt may still be at work on them."""
    if engine.name == "local":
        return partial(_audit_here, job, watcher)
    return partial(_audit_anywhere, job)


def _audit_here(job: Job, watcher: Watcher, shard: Shard, child: Child) -> Record:
    return supervise(job, shard, child, "here", watcher)


def _audit_anywhere(job: Job, shard: Shard, child: Child) -> Record:
    return supervise(job, shard, child, uuid.uuid4().hex[:12])
