"""How a command ends: at once, and with nothing lost."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
