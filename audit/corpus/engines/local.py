"""Tasks on this machine: a thread for each worker, and each thread is the master of one child process."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterable, Iterator

from audit.corpus.engines import Item, Result, Task
from audit.corpus.engines.child import Child


class LocalEngine:
    """As many workers as this process may use processors, unless told otherwise; each takes at most `memory` bytes."""

    name = "local"

    def __init__(self, workers: int | None = None, memory: int | None = None) -> None:
        self.workers = workers or len(os.sched_getaffinity(0))
        self.memory = memory
        self._idle: list[Child] = []

    def each(self, task: Task[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """See `Engine.each`.

        An error of a task is raised here and the children are ended; so they are when the caller stops asking. Else they
        are kept for the next call, with the modules that they have loaded, until `close`.
        """
        left = iter(items)
        taking = threading.Lock()
        results: queue.SimpleQueue[tuple[Result | None, BaseException | None, bool]] = queue.SimpleQueue()
        children = [self._idle.pop() if self._idle else Child(self.memory) for _ in range(self.workers)]
        stopping = threading.Event()

        def work(child: Child) -> None:
            try:
                while not stopping.is_set():
                    with taking:
                        try:
                            item = next(left)
                        except StopIteration:
                            break
                    results.put((task(item, child), None, False))
            except BaseException as problem:
                results.put((None, problem, False))
            finally:
                results.put((None, None, True))

        threads = [threading.Thread(target=work, args=(child,), daemon=True) for child in children]
        for thread in threads:
            thread.start()
        running, well = len(threads), False
        try:
            while running:
                result, problem, ended = results.get()
                if ended:
                    running -= 1
                elif problem is not None:
                    raise problem
                else:
                    yield result  # type: ignore[misc]
            well = True
        finally:
            stopping.set()
            if well:
                self._idle += children[::-1]
            else:
                for child in children:
                    child.close()
                for thread in threads:
                    thread.join(10)
                for child in children:
                    child.end()

    def close(self) -> None:
        """End the children that wait for work."""
        while self._idle:
            self._idle.pop().end()
