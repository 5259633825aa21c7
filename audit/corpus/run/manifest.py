"""The manifest: what was run, over which inputs, with which rules. Two runs that differ in any of it are never mixed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from audit.corpus.folder import Folder, replace
from audit.corpus.run.plan import Job, Shard, fingerprint
from audit.corpus.run.shard import Record
from audit.corpus.tables.schema import described
from audit.errors import UsageError
from audit.findings.ruleset import RULESET
from audit.model import SCHEMA, Frozen
from audit.version import __version__

CORPUS_SCHEMA = "tracewire/corpus/1"


class Counts(Frozen, frozen=True):
    """Pages audited and set aside, files passed over by their names, and rows by table."""

    audited: int = 0
    aside: int = 0
    passed_over: int = 0
    rows: dict[str, int] = msgspec.field(default_factory=dict)


class Manifest(Frozen, frozen=True, kw_only=True):
    """`manifest.json`. `now` is the time of capture that pages without one of their own got; a resumed run keeps it."""

    schema: str
    audit_schema: str
    tool: str
    ruleset: str
    select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    preview: bool
    lexicon: str | None
    """SHA-256 of the newsroom's own lexicon file."""
    learned: str | None
    """SHA-256 of the table of repeated wrapper that was known."""
    max_bytes: int
    now: str
    inputs: str
    """SHA-256 over the names and sizes of all pieces in their shards."""
    shards: int
    bytes: int
    state: str = "running"
    """`running`, then `complete`."""
    engine: str = "local"
    counts: Counts = Counts()
    tables: dict[str, list[dict[str, str]]] = msgspec.field(default_factory=dict)


def begin(folder: Folder, job: Job, plan: Sequence[Shard], engine: str, learned: Path | None) -> tuple[Job, Manifest]:
    """Write the manifest of a new run, or take up the one that is there; the job with the run's time.

    Raises UsageError where the folder holds a run of other inputs, rules or versions.
    """
    new = Manifest(
        schema=CORPUS_SCHEMA,
        audit_schema=SCHEMA,
        tool=f"tracewire {__version__}",
        ruleset=RULESET,
        select=job.select,
        ignore=job.ignore,
        preview=job.preview,
        lexicon=_hash(Path(job.lexicon)) if job.lexicon else None,
        learned=_hash(learned) if learned else None,
        max_bytes=job.max_bytes,
        now=job.now,
        inputs=fingerprint(plan),
        shards=len(plan),
        bytes=sum(shard.size for shard in plan),
        engine=engine,
        tables=described(),
    )
    old = read(folder)
    if old is not None:
        differing = [
            name
            for name in new.__struct_fields__
            if name not in ("now", "state", "engine", "counts") and getattr(new, name) != getattr(old, name)
        ]
        if differing:
            raise UsageError(
                f"{folder.root} holds a run that differs in {', '.join(differing)}", "choose another folder with --out"
            )
        new = msgspec.structs.replace(new, now=old.now)
    elif any((folder.path / table).exists() for table in new.tables):
        raise UsageError(f"{folder.root} holds tables, but no manifest", "choose an empty folder with --out")
    _write(folder, new)
    return msgspec.structs.replace(job, now=new.now), new


def read(folder: Folder) -> Manifest | None:
    """The manifest of the folder; None where there is none. Raises UsageError where it is none of ours."""
    try:
        return msgspec.json.decode(folder.manifest.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (msgspec.MsgspecError, OSError) as problem:
        raise UsageError(f"{folder.root}: manifest.json cannot be read", "choose another folder") from problem


def complete(folder: Folder, manifest: Manifest, records: Sequence[Record], passed_over: int) -> Manifest:
    """Write that the run is complete, with its counts."""
    rows = {table: sum(record.rows.get(table, 0) for record in records) for table in manifest.tables}
    counts = Counts(sum(r.audited for r in records), sum(r.aside for r in records), passed_over, rows)
    done = msgspec.structs.replace(manifest, state="complete", counts=counts)
    _write(folder, done)
    return done


def records(folder: Folder, plan: Sequence[Shard]) -> dict[int, Record]:
    """The shards that are complete."""
    found = {}
    for shard in plan:
        path = folder.done(shard.number)
        if path.exists():
            found[shard.number] = msgspec.json.decode(path.read_bytes(), type=Record)
    return found


def _write(folder: Folder, manifest: Manifest) -> None:
    replace(folder.manifest, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
