"""Tasks run on an engine: all of them, no further ahead than asked for, errors raised, children ended."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from audit.corpus.engines.child import Child, ChildDiedError, ChildFailedError
from audit.corpus.engines.local import LocalEngine
from audit.errors import ArchiveError


def twice(beat: Callable[[Any], None], number: int) -> int:
    beat(number)
    return 2 * number


def fail(beat: Callable[[Any], None], number: int) -> int:
    raise ArchiveError(f"no room for {number}", "make room")


def odd(beat: Callable[[Any], None], number: int) -> int:
    return {}[number]  # type: ignore[return-value]


def sleep(beat: Callable[[Any], None], seconds: float) -> None:
    beat("asleep")
    time.sleep(seconds)


def own_id(beat: Callable[[Any], None]) -> int:
    return os.getpid()


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def in_child(number: int, child: Child) -> int:
    return int(child.call(twice, number, silence=lambda _: 60.0))


def failing(number: int, child: Child) -> int:
    return int(child.call(fail, number, silence=lambda _: 60.0))


def with_id(_: int, child: Child) -> int:
    return int(child.call(own_id, silence=lambda _: 60.0))


def test_every_item_gives_its_result() -> None:
    assert sorted(LocalEngine(2).each(in_child, range(20))) == list(range(0, 40, 2))
    assert list(LocalEngine(2).each(in_child, [])) == []


def test_children_are_kept_from_call_to_call_until_the_engine_is_closed() -> None:
    engine = LocalEngine(1)
    (first,) = engine.each(with_id, [0])
    (second,) = engine.each(with_id, [0])
    assert first == second
    engine.close()
    assert not alive(first)


def test_an_error_of_ours_comes_through_with_its_hint() -> None:
    with pytest.raises(ArchiveError, match=r"no room for 1 \(make room\)"):
        list(LocalEngine(1).each(failing, [1, 2]))


def test_items_are_taken_only_as_they_are_worked_off_and_children_end_with_the_caller() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    results = LocalEngine(1).each(with_id, items())
    process = next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 1_000
    assert not alive(process)


def test_a_child_tells_why_it_ended() -> None:
    child = Child()
    try:
        heard: list[Any] = []
        with pytest.raises(ChildDiedError) as timed_out:
            child.call(sleep, 60.0, silence=lambda note: 60.0 if note is None else 0.2, heard=heard.append)
        assert (timed_out.value.sort, timed_out.value.note, heard) == ("timeout", "asleep", ["asleep"])
        with pytest.raises(ChildFailedError, match="KeyError: 7"):
            child.call(odd, 7, silence=lambda _: 60.0)
        assert child.call(twice, 4, silence=lambda _: 60.0) == 8
    finally:
        child.end()
