"""How a command ends: with nothing lost, and with the code of what it came to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FULL = Path("/dev/full")
PAGE = Path(__file__).parents[2] / "examples" / "harbour-talks.html"
AUDIT = ["audit", "--json", "-", str(PAGE)]
_COMMAND = """
import atexit, sys
atexit.register(print, "told of the end")
sys.argv = ["tracewire", *sys.argv[1:]]
{before}
from audit.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("arguments", "before", "code"),
    [
        (["--version"], "", 0),
        (["text", "no-such-file.html"], "", 3),
        (["--no-such-option"], "", 2),
        (["--version"], "sys.stderr = None", 0),  # as where it was closed
    ],
)
def test_what_is_buffered_and_what_was_asked_for_comes_out(arguments: list[str], before: str, code: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _COMMAND.format(before=before), *arguments], capture_output=True, text=True, check=False
    )
    assert ended.returncode == code
    assert "told of the end" in ended.stdout
    assert ("tracewire" in ended.stdout) == (code == 0)
    assert bool(ended.stderr) == (code != 0)


def ended(arguments: list[str], **streams: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "audit", *arguments]
    return subprocess.run(command, text=True, check=False, **{"stderr": subprocess.PIPE, **streams})


@pytest.mark.skipif(not FULL.exists(), reason="needs a full device")
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--version"], 3, "cannot write: No space left on device"),  # fits the buffer: the last flush fails
        (AUDIT, 3, "cannot write: No space left on device"),
        (["text", "no-such-file.html"], 3, "no-such-file.html"),
        (["--no-such-option"], 2, "no-such-option"),
    ],
)
def test_a_full_device_is_an_error_with_its_code(arguments: list[str], code: int, message: str) -> None:
    with FULL.open("wb") as full:
        told = ended(arguments, stdout=full)
        untold = ended(arguments, stdout=full, stderr=full)
    assert (told.returncode, untold.returncode) == (code, code)
    assert message in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 141),
        (AUDIT, 141),
        (["--no-such-option"], 2),
    ],
)
def test_a_reader_that_is_gone_ends_a_command_as_other_tools_end(arguments: list[str], code: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        came_to = ended(arguments, stdout=writing)
    finally:
        os.close(writing)
    assert came_to.returncode == code
    assert "Traceback" not in came_to.stderr
    assert "BrokenPipe" not in came_to.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes streams")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)])
def test_a_stream_closed_from_the_start_takes_nothing_down(closed: str, code: int) -> None:
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "audit", *AUDIT]
    came_to = subprocess.run(command, capture_output=True, text=True, check=False)
    assert came_to.returncode == code
    assert not came_to.stderr
