"""Tasks on a Ray cluster whose nodes all see the folders. Ray runs a task again whose worker or node was lost."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from audit.corpus.engines import Item, Result, Task
from audit.corpus.engines.child import Child
from audit.errors import UsageError

_AHEAD = 2
"""Tasks that wait for each worker: enough to keep it busy, few enough not to fill the scheduler."""
_RETRIES = 10
"""How often a task is run again whose worker or node was lost."""


class RayEngine:
    """The cluster at `address`, or one started on this machine. `workers` bounds how many tasks run at once.

    Raises UsageError where Ray is not installed or the cluster does not answer.
    """

    name = "ray"

    def __init__(self, workers: int | None = None, memory: int | None = None, address: str | None = None) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is reported to anybody
        try:
            ray: Any = importlib.import_module("ray")
        except ImportError as problem:
            raise UsageError("Ray is not installed", "pip install 'tracewire[cluster]'") from problem
        self._ray = ray
        if not ray.is_initialized():
            try:
                here = {} if address else {"include_dashboard": False}
                ray.init(address=address, log_to_driver=False, configure_logging=False, **here)
            except (ConnectionError, ValueError, RuntimeError) as problem:
                raise UsageError(f"no Ray cluster at {address}", "start one with ray start --head") from problem
        self.workers = workers or max(int(ray.cluster_resources().get("CPU", 1)), 1)
        self.memory = memory

    def each(self, task: Task[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """See `Engine.each`. At most `_AHEAD` times `workers` tasks are with the cluster at any time."""
        ray = self._ray
        remote = ray.remote(num_cpus=1, max_retries=_RETRIES)(_run)
        running: set[Any] = set()
        left = iter(items)
        try:
            while True:
                while len(running) < _AHEAD * self.workers:
                    try:
                        item = next(left)
                    except StopIteration:
                        break
                    running.add(remote.remote(task, item, self.memory))
                if not running:
                    return
                ready, _ = ray.wait(list(running), num_returns=1)
                running.difference_update(ready)
                yield from ray.get(ready)
        finally:
            for reference in running:
                ray.cancel(reference, force=True)

    def close(self) -> None:
        """Nothing: the cluster is not ours to end, and a worker keeps its child."""


def _run(task: Task[Item, Result], item: Item, memory: int | None) -> Result:
    return task(item, _child(memory))


@cache
def _child(memory: int | None) -> Child:
    """The child of this Ray worker, kept from task to task."""
    return Child(memory)
