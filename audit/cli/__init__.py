"""The command line: parse, call, print. What happens is decided elsewhere; here it is said.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 usage or
configuration, 3 a target could not be read or assessed (the others were) or a result not be written, 4 integrity failure,
130 interrupted, 141 nobody read the result to its end (`| head`), as a shell says it of other tools.
"""

from __future__ import annotations

import errno
import importlib
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from audit.errors import TracewireError
from audit.version import __version__

__all__ = ["run"]

COMMANDS = {
    "audit": "audit.cli.audit_command",
    "text": "audit.cli.text_command",
    "attributions": "audit.cli.attributions_command",
    "compare": "audit.cli.compare_command",
    "trace": "audit.cli.trace_command",
    "report": "audit.cli.archive_commands",
    "index": "audit.cli.archive_commands",
    "verify": "audit.cli.archive_commands",
    "withdraw": "audit.cli.archive_commands",
    "review": "audit.cli.review_command",
    "export": "audit.cli.export_command",
    "rules": "audit.cli.rule_commands",
    "explain": "audit.cli.rule_commands",
    "schema": "audit.cli.rule_commands",
    "config": "audit.cli.rule_commands",
    "corpus": "audit.cli.corpus_commands",
}
"""Command → the module that holds it, imported when it is asked for."""


_READER_GONE = 128 + 13
"""As of a process that the signal of a broken pipe ended."""
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class ReaderGoneError(Exception):
    """Nobody reads stdout any more (`| head`)."""


@contextmanager
def _telling_of_gone_readers() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as problem:
        raise ReaderGoneError from problem


class LazyGroup(click.Group):
    """A group that imports a command's module only to run or describe that command.

    click would end a broken pipe with 1, which here says that findings were reached.
    """

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parse the arguments; `--help` and `--version` are told here."""
        with _telling_of_gone_readers():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _telling_of_gone_readers():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All command names, in the order of the registry."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(importlib.import_module(module), cmd_name.replace("-", "_"))
        return command


_HELP = """Audit where a news page's words come from.

\b
tracewire audit https://news.example/story     write a report into ./reports
tracewire audit saved-page.html --url https://…
pbpaste | tracewire audit -                    an article from the clipboard
tracewire text saved-page.html                 the reporting alone, wrapper removed
"""


@click.group(
    cls=LazyGroup,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="tracewire")
def tracewire() -> None:
    """Everything behind the command `tracewire`."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code; the one place where errors become codes.

    When it returns, all that was told is sent off: what the interpreter still flushes at its end cannot change the code.
    """
    _open_closed_streams()
    _bear_any_character(sys.stdout)
    return _sent_off(_carried_out(arguments))


def _carried_out(arguments: Sequence[str]) -> int:
    try:
        code = tracewire.main(args=list(arguments), prog_name="tracewire", standalone_mode=False)
    except click.ClickException as problem:
        _tell(problem.show)
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("tracewire: interrupted; what was finished is kept")
        return 130
    except TracewireError as problem:
        _say(f"tracewire: {problem}")
        return problem.exit_code
    except ReaderGoneError:
        _discard(sys.stdout)
        return _READER_GONE
    except OSError as problem:
        if problem.errno not in _NO_ROOM:
            raise
        return _not_written(problem)
    return code if isinstance(code, int) else 0


def _sent_off(code: int) -> int:
    """Flush both streams. A command that has come to its end keeps its code where only the reader is gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as problem:
        code = code or _not_written(problem)
    try:
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)
    return code


def _not_written(problem: OSError) -> int:
    _discard(sys.stdout)
    _say(f"tracewire: cannot write: {problem.strerror} (make room, or write elsewhere)")
    return TracewireError.exit_code


def _say(message: str) -> None:
    _tell(lambda: click.echo(message, err=True))


def _tell(told: Callable[[], None]) -> None:
    """Tell stderr, where it can be told: the code says it anyway."""
    try:
        told()
    except OSError:
        _discard(sys.stderr)


def _discard(stream: TextIO) -> None:
    """Point a stream elsewhere, so that the interpreter's last flush of it is silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_closed_streams() -> None:
    """Let what is told to a stream that was closed from the start (`>&-`) go nowhere; Python has None in its place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _bear_any_character(stream: TextIO) -> None:
    """Print `?` for what the terminal's charset lacks, such as an arrow in windows-1252, instead of failing."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="replace")
