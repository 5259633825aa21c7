"""A child process that works for its master, is watched, and may die without harm to anybody else.

What runs in it is a function of a module, called with `beat` and arguments. `beat(note)` tells the master what the child
is at; a child that is silent for too long is ended. The child ends by itself when its master is gone.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Literal

Beat = Callable[[Any], None]
_WARM_UP = 120.0
"""Seconds that a new child may take to load its modules."""


class ChildDiedError(Exception):
    """The child ended or had to be ended: why, in words, and the last note it gave."""

    def __init__(self, sort: Literal["crash", "timeout", "memory"], why: str, note: Any) -> None:
        super().__init__(sort, why, note)
        self.sort = sort
        self.why = why
        self.note = note


class ChildFailedError(Exception):
    """The function raised; the message says what."""


class Child:
    """A child process, started when it is first needed and again after it died. `memory` bounds its data in bytes."""

    def __init__(self, memory: int | None = None) -> None:
        self.memory = memory
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None
        self._closed = False

    def call(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        silence: Callable[[Any], float],
        heard: Callable[[Any], None] | None = None,
    ) -> Any:
        """The result of `function(beat, *arguments)` in the child; `heard` gets each note.

        `silence` says how many seconds without a further note are borne after a note, or after None at the beginning.
        Raises ChildDiedError, ChildFailedError, or what of `audit.errors` the function raised.
        """
        line = self._started()
        note: Any = None
        with contextlib.suppress(OSError):  # a dead child is found below
            line.send((function, arguments))
        patience = silence(None) + _WARM_UP
        while True:
            if not line.poll(patience):
                self.end()
                raise ChildDiedError("timeout", f"no result within {patience:g} seconds", note)
            try:
                kind, value = line.recv()
            except (EOFError, OSError):
                raise self._death(note) from None
            if kind == "note":
                note, patience = value, silence(value)
                if heard is not None:
                    heard(value)
            elif kind == "done":
                return value
            elif isinstance(value, Exception):
                raise value
            else:
                raise ChildFailedError(value)

    def end(self) -> None:
        """End the child, at once."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._line is not None:
            self._line.close()
            self._line = None

    def close(self) -> None:
        """End the child for good, from any thread; a call under way raises."""
        self._closed = True
        if self._process is not None:
            self._process.kill()

    def _started(self) -> Connection:
        if self._closed:
            raise ChildFailedError("the engine has stopped")
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self.memory), daemon=True)
            self._process.start()
            theirs.close()
        return self._line

    def _death(self, note: Any) -> ChildDiedError:
        assert self._process is not None  # noqa: S101
        self._process.join(10)
        code = self._process.exitcode
        self.end()
        if code == -signal.SIGKILL:
            return ChildDiedError("memory", "the worker was killed, most likely for want of memory", note)
        ended = f"by signal {-code}" if code is not None and code < 0 else f"with code {code}"
        return ChildDiedError("crash", f"the worker ended {ended}", note)


def _serve(line: Connection, memory: int | None) -> None:
    """The child: take a call, answer it, until the master is gone."""
    from audit.errors import TracewireError

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the master decides
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(100_000, 50, 100)  # as rarely as the command line, for many pages
    threading.Thread(target=_end_with_master, daemon=True).start()
    if memory is not None:
        _bound(memory)
    while True:
        try:
            function, arguments = line.recv()
        except EOFError:
            return
        try:
            answer = ("done", function(lambda note: line.send(("note", note)), *arguments))
        except TracewireError as problem:
            answer = ("failed", problem)
        except BrokenPipeError:
            return
        except Exception as problem:
            answer = ("failed", f"{type(problem).__name__}: {problem}")
        try:
            line.send(answer)
        except BrokenPipeError:
            return


def _end_with_master() -> None:
    master = multiprocessing.parent_process()
    while master is not None and master.is_alive():
        time.sleep(1.0)
    os._exit(3)


def _bound(memory: int) -> None:
    """Let requests for more memory fail, so that one page cannot take the machine down."""
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
