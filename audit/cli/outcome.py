"""What becomes of each audit of one command: archived, written as JSON, told on stdout, kept as a baseline."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click
import msgspec

from audit.errors import ArchiveError
from audit.model import LEVELS, Audit, Capture, Finding

if TYPE_CHECKING:
    from audit.findings.baseline import Baseline
    from audit.findings.configuration import Settings


class Outcome:
    """Takes audits one by one and tells them as the settings say.

    Raises `UsageError` for a baseline or a format that is none, and `ArchiveError` where nothing can be written.
    """

    def __init__(
        self,
        settings: Settings,
        json_file: str | None,
        write_baseline: Path | None,
        open_report: bool,
        stamp: Callable[[bytes], bytes] | None = None,
    ) -> None:
        from audit.findings.formats import FORMATS, render

        self._archive = Path(settings["out"].value)
        self._quiet = bool(settings["quiet"].value)
        self._score = bool(settings["score"].value)
        self._format: str = settings["format"].value
        if self._format not in FORMATS:
            render(self._format, [])  # says which there are
        self._known = self._baseline(settings["baseline"].value)
        self._write_baseline = write_baseline
        self._open_report = open_report
        self._json_file = json_file
        self._json: IO[bytes] | None = None
        self._all: list[tuple[Audit, Audit, int]] = []
        self._worst = -1
        self._told = False
        self._stamp = stamp
        self.unstamped = False
        """True where an entry has no time-stamp, although one was asked for."""

    @staticmethod
    def _baseline(name: str | None) -> Baseline | None:
        if not name:
            return None
        from audit.findings import baseline

        return baseline.read(Path(name))

    def take(self, result: Audit, captured: Capture) -> None:
        """Archive or write one audit, and tell it."""
        told, known = self._unknown(result)
        self._worst = max([self._worst, *(LEVELS.index(f.level) for f in told.findings)])
        if self._json_file is not None:
            self._write_json(told)
        else:
            self._add_to_archive(result, told, captured)
        if self._format != "text" or self._write_baseline is not None:
            self._all.append((result, told, known))

    def finish(self) -> None:
        """Write what is told of all audits together: findings in a format, the baseline."""
        if self._json is not None and self._json is not sys.stdout.buffer:
            self._json.close()
        if self._write_baseline is not None:
            from audit.findings import baseline

            pairs: list[tuple[str, Finding]] = [(a.target.name, f) for a, _, _ in self._all for f in a.findings]
            _written(self._write_baseline, baseline.encode(pairs))
        if self._format != "text":
            from audit.findings import formats

            found = [formats.Found(a, a.findings, known) for _, a, known in self._all]
            click.echo(formats.render(self._format, found), nl=False)

    def reached(self, level: str) -> bool:
        """True where a finding that was told is at or above `level`; never for `never`."""
        return level in LEVELS and self._worst >= LEVELS.index(level)

    def _unknown(self, result: Audit) -> tuple[Audit, int]:
        if self._known is None:
            return result, 0
        new, known = self._known.split(result.target.name, result.findings)
        return msgspec.structs.replace(result, findings=new), known

    def _add_to_archive(self, result: Audit, told: Audit, captured: Capture) -> None:
        from audit.report import archive

        entry = archive.add(self._archive, result, captured, stamp=self._stamp)
        if entry.unstamped is not None:
            self.unstamped = True
            click.echo(f"tracewire: {entry.path} is archived without a time-stamp: {entry.unstamped}", err=True)
        if not self._quiet and self._format == "text":
            self._tell(told, entry.report)
        if self._open_report:
            click.launch(entry.report.resolve().as_uri())

    def _tell(self, told: Audit, report: Path) -> None:
        from audit.report import summary

        if self._told:
            click.echo()
        self._told = True
        click.echo(summary.render(told, colour=_colourful()))
        if self._score:
            from audit.findings import score

            click.echo(score.in_words(score.score(told.profile)))
        click.echo(f"Report        {report}")

    def _write_json(self, told: Audit) -> None:
        from audit.report import json_document

        if self._json is None:
            self._json = sys.stdout.buffer if self._json_file == "-" else _opened(Path(str(self._json_file)))
        self._json.write(json_document.encode(told).rstrip(b"\n") + b"\n")
        self._json.flush()


def _colourful() -> bool:
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("wb")
    except OSError as problem:
        raise ArchiveError(
            f"{path}: cannot be written: {problem.strerror}", "choose another file with --json"
        ) from problem


def _written(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise ArchiveError(f"{path}: cannot be written: {problem.strerror}", "choose another file") from problem
