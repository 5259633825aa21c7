"""Work for a child process in which some pages are poison: what `audit_shard` does, but for marked pages."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from audit.corpus.run import shard
from audit.corpus.tables import rows
from audit.model import Capture

_auditor = shard.auditor


def work(beat: Any, job: Any, piece: Any, attempt: str, refused: Any) -> Any:
    """`audit_shard` with pages that crash, hang, are killed, raise, or crash once."""

    def auditor(wanted: Any) -> Callable[[Capture, str, int], rows.Lines]:
        honest = _auditor(wanted)

        def audited(capture: Capture, source: str, position: int) -> rows.Lines:
            once = Path(job.out) / "crashed-once"
            if "CRASHONCE" in capture.text and not once.exists():
                once.parent.mkdir(parents=True, exist_ok=True)
                once.touch()
                os.kill(os.getpid(), signal.SIGSEGV)
            if "ALWAYSCRASH" in capture.text:
                os.kill(os.getpid(), signal.SIGSEGV)
            if "KILLED" in capture.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "HANGS" in capture.text:
                time.sleep(60)
            if "RAISES" in capture.text:
                raise ValueError("what the page did")
            if "EATS" in capture.text:
                hoard = bytearray(3_000_000_000)
                hoard[::4096] = b"x" * len(hoard[::4096])
            return honest(capture, source, position)

        return audited

    shard.auditor = auditor
    return shard.audit_shard(beat, job, piece, attempt, refused)
