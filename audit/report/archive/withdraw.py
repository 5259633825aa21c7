"""Taking an entry's content down, for instance when its publisher asks: what stays says that it was there, and why it went."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from audit.errors import UsageError
from audit.report import templating, visible
from audit.report.about import moment
from audit.report.archive import files, index, journal, ledger, manifest, names


def withdraw(root: Path, entry: str, *, reason: str, by: str, at: str) -> str:
    """Replace the content of `entry` by a tombstone signed off by `by` at the time `at` (RFC 3339); returns its path.

    The tombstone keeps the manifest of what was there, so that a copy can still be recognised, and none of the content.
    Raises `UsageError` for an entry that the archive does not have or that is withdrawn already, or without reason or name;
    `ArchiveError` where the archive cannot be written.
    """
    path = entry.replace("\\", "/").strip("/").removesuffix("/report.html")
    if not reason.strip() or not by.strip():
        raise UsageError("a withdrawal needs a reason and the name of who signs it off", "give --reason and --by")
    if not names.ENTRY.fullmatch(path):
        raise UsageError(f"{entry} is no entry", "give its path in the archive, such as 2026/11/some-words-0123abcd")
    with files.explained(root), files.locked(root):
        journal.recover(root)
        index.catch_up(root)
        before = _latest(root, path)
        if before is None:
            raise UsageError(f"the archive has no entry {path}", "give its path in the archive, as index.html shows it")
        if before.event == "withdrawn":
            raise UsageError(f"{path} was withdrawn before, on {before.at}", "nothing is left to withdraw")
        beside = root / journal.BESIDE
        files.remove_tree(beside)
        beside.mkdir()
        was = (root / path / manifest.NAME).read_bytes()
        (beside / "withdrawn-manifest.sha256").write_bytes(was)
        (beside / "report.html").write_bytes(_tombstone(before, reason, by, at))
        seq, previous = ledger.following(root)
        line = ledger.Line(
            seq, "withdrawn", before.row, path, manifest.write(beside), at, previous, by.strip(), reason.strip()
        )  # fmt: skip
        journal.begin(root, line)
        journal.finish(root, line)
        journal.end(root)
        files.remove_tree(root / journal.ASIDE)
        index.catch_up(root)
    return path


def _latest(root: Path, entry: str) -> ledger.Line | None:
    found = None
    for line, _ in ledger.read(root):
        if line.entry == entry:
            found = line
    return found


def _tombstone(before: ledger.Line, reason: str, by: str, at: str) -> bytes:
    style = templating.source("report.css")
    page = templating.template("withdrawn.html.j2").render(
        entry=before.entry,
        captured=moment(before.at),
        at=moment(at),
        reason=visible.html(reason),
        by=visible.html(by),
        manifest=before.manifest,
        style=Markup(style),  # noqa: S704 - our own stylesheet
        style_hash=templating.source_hash(style),
    )
    return page.encode("utf-8")
