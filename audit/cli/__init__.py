"""The command line: parse, call, print. What happens is decided elsewhere; here it is said.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 usage or
configuration, 3 a target could not be read or assessed (the others were), 4 integrity failure, 130 interrupted.
"""

from __future__ import annotations

import errno
import importlib
import io
import os
import sys
from collections.abc import Sequence
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


class ReaderGoneError(Exception):
    """Nobody reads stdout any more (`| head`)."""


class LazyGroup(click.Group):
    """A group that imports a command's module only to run or describe that command."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. click would end a broken pipe with 1, which here says that findings were reached."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as problem:
            raise ReaderGoneError from problem

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
    """Run the command line and return the exit code; the one place where errors become codes."""
    _bear_any_character(sys.stdout)
    try:
        code = tracewire.main(args=list(arguments), prog_name="tracewire", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("tracewire: interrupted; what was finished is kept", err=True)
        return 130
    except TracewireError as problem:
        click.echo(f"tracewire: {problem}", err=True)
        return problem.exit_code
    except (ReaderGoneError, BrokenPipeError):
        _discard_stdout()
        return 0
    except OSError as problem:
        if problem.errno not in (errno.ENOSPC, errno.EIO, errno.EFBIG):
            raise
        _discard_stdout()
        click.echo(f"tracewire: cannot write: {problem.strerror} (make room, or write elsewhere)", err=True)
        return 3


def _discard_stdout() -> None:
    """Point stdout elsewhere, so that the interpreter's last flush of it is silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bear_any_character(stream: TextIO) -> None:
    """Print `?` for what the terminal's charset lacks, such as an arrow in windows-1252, instead of failing."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="replace")
