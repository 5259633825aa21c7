"""Where tasks run. An engine lends each task a child process and gives results back as they come, in any order.

A task is a function of a module; it and its items are sent to where it runs. It must be safe to run again: what it makes
becomes visible by one rename. `LocalEngine` runs tasks on this machine, `RayEngine` on a Ray cluster whose nodes all see
the folders in question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from audit.corpus.engines.child import Child
from audit.errors import UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[Item, Child], Result]


class Engine(Protocol):
    """A place where tasks run."""

    name: str
    workers: int

    def each(self, task: Task[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
        """The result of `task` for every item, as they come; items are taken only as fast as they are worked off."""
        ...

    def close(self) -> None:
        """Give back what the engine holds on to."""
        ...


def engine(name: str, workers: int | None, memory: int, address: str | None = None) -> Engine:
    """The engine of that name (`local` or `ray`). Raises UsageError where Ray is not installed."""
    if name == "local":
        from audit.corpus.engines.local import LocalEngine

        return LocalEngine(workers, memory)
    if name == "ray":
        from audit.corpus.engines.on_ray import RayEngine

        return RayEngine(workers, memory, address)
    raise UsageError(f"there is no engine {name!r}", "local or ray")
