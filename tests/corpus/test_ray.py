"""The same run on a Ray cluster of two nodes on this machine: the same tables, also where a worker and a node are lost.

Needs the extra `cluster`; it is slow to start, so it takes part where `TRACEWIRE_RAY=1` says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from audit.corpus.engines import engine
from audit.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed (the extra `cluster`)")
@pytest.mark.skipif(
    os.environ.get("TRACEWIRE_RAY") != "1", reason="a Ray cluster takes a minute: TRACEWIRE_RAY=1 runs it"
)
def test_two_nodes_give_the_tables_of_one_process_and_survive_losses(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.corpus.on_ray", "--pages", "120", "--folder", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=540, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "row for row the same" in done.stdout
    assert "a node lost" in done.stdout


@pytest.mark.skipif(find_spec("ray") is not None, reason="ray is installed")
def test_without_ray_the_extra_is_named() -> None:
    with pytest.raises(UsageError, match="cluster"):
        engine("ray", 1, 1_000_000_000)


def test_an_engine_that_does_not_exist_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="local or ray"):
        engine("spark", 1, 1_000_000_000)
