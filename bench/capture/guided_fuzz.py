"""Fuzz every parser of outside bytes guided by the code that a case reaches (atheris), where atheris installs.

    pip install atheris
    python -m bench.capture.guided_fuzz [seconds]

Each parser gets a process and an equal share of the time, and begins with the seeds of `tests/capture/fuzzing.py`. It ends
at the first crash, with the bytes that caused it in a file `crash-…`; a case of more than five seconds counts as one.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

_RUNS = re.compile(r"Done (\d+) runs|stat::number_of_executed_units: (\d+)")


def one(name: str, arguments: list[str]) -> None:
    """Fuzz the parser `name`, in this process, for good."""
    import atheris

    with atheris.instrument_imports(include=["audit"]):
        from tests.capture.fuzzing import PARSERS, survives

    parse, _ = PARSERS[name]
    atheris.Setup([sys.argv[0], *arguments], lambda data: survives(parse, data))
    atheris.Fuzz()


def main() -> int:
    from tests.capture.fuzzing import PARSERS

    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600.0
    total = 0
    for name, (_, seeds) in PARSERS.items():
        with tempfile.TemporaryDirectory() as corpus:
            for number, seed in enumerate(seeds):
                (Path(corpus) / str(number)).write_bytes(seed)
            share = max(1, round(seconds / len(PARSERS)))
            command = [sys.executable, "-m", "bench.capture.guided_fuzz", "--one", name, corpus]
            options = [f"-max_total_time={share}", "-timeout=5", "-max_len=20000", "-rss_limit_mb=1500"]
            done = subprocess.run([*command, *options], capture_output=True, text=True, errors="replace", check=False)
        runs = sum(int(a or b) for a, b in _RUNS.findall(done.stderr)[-1:])
        print(f"{name:10} {runs:9,} runs", flush=True)
        if done.returncode:
            print(done.stderr[-4_000:])
            return 1
        total += runs
    print(f"{total:,} runs in {seconds:.0f} s, no crash, no hang")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], sys.argv[3:])
    else:
        raise SystemExit(main())
