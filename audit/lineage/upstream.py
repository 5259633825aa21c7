"""The way upstream: from a page along what it declares and links, capture by capture, until nothing leads further.

Every step says how it was found and what became of it. Hops and captures are bounded, and a page that was seen already
is not captured again: where it lies on the way that led here, that is a loop.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from audit.errors import TargetError
from audit.lineage.addresses import bare
from audit.lineage.pointers import pointers
from audit.model import Audit, Capture, Pointer, TraceState, TraceStep

HOPS = 4
"""Steps from the page that the trace began at."""
CAPTURES = 12
"""Pages that one trace captures."""

Read = Callable[[str], tuple[Audit, Capture]]
"""Captures and audits what stands at an address; raises TargetError."""


class Found(NamedTuple):
    """A step, and the audit and capture of it where it was captured."""

    step: TraceStep
    audit: Audit | None = None
    capture: Capture | None = None


class _Open(NamedTuple):
    """A captured page whose own steps are still to be followed."""

    number: int
    audit: Audit
    way: frozenset[str]
    """The addresses on the way to it, its own among them."""
    depth: int


def follow(
    start: Audit, capture: Capture, read: Read, *, hops: int = HOPS, captures: int = CAPTURES
) -> Iterator[Found]:
    """Every step upstream of `start`, breadth first; the first is the page itself."""
    yield Found(_step(0, None, None, "captured", "where the trace begins", start), start, capture)
    addresses = _addresses(start)
    seen = dict.fromkeys(addresses, 0)
    queue = deque([_Open(0, start, addresses, 0)])
    number = taken = 0
    while queue:
        at = queue.popleft()
        for pointer in pointers(at.audit):
            number += 1
            state, because = _before(pointer, at, seen, hops, taken, captures)
            if state is not None:
                yield Found(_step(number, at.number, pointer, state, because))
                continue
            taken += 1
            try:
                audit, captured = read(str(pointer.url))
            except TargetError as problem:
                yield Found(_step(number, at.number, pointer, "not-captured", str(problem)))
                continue
            own = _addresses(audit) | {bare(str(pointer.url))}
            again = next((a for a in sorted(own) if a in seen), None)
            if again is not None:
                looped: TraceState = "loop" if again in at.way else "seen"
                yield Found(_step(number, at.number, pointer, looped, f"leads to step {seen[again] + 1}"))
                continue
            seen.update(dict.fromkeys(own, number))
            yield Found(_step(number, at.number, pointer, "captured", pointer.why, audit), audit, captured)
            queue.append(_Open(number, audit, at.way | own, at.depth + 1))


def _before(
    pointer: Pointer, at: _Open, seen: dict[str, int], hops: int, taken: int, captures: int
) -> tuple[TraceState | None, str]:
    """What is known of a step before anything is captured; no state where it is to be captured."""
    if pointer.url is None:
        return "not-linked", pointer.why
    address = bare(pointer.url)
    if address in at.way:
        return "loop", f"leads back to step {seen[address] + 1}"
    if address in seen:
        return "seen", f"leads to step {seen[address] + 1}"
    if urlsplit(pointer.url).path in ("", "/") and not urlsplit(pointer.url).query:
        return "not-followed", "leads to a front page and to no text"
    if at.depth >= hops:
        return "not-followed", f"{hops} hops are the bound"
    if taken >= captures:
        return "not-followed", f"{captures} captures are the bound"
    return None, ""


def _addresses(audit: Audit) -> frozenset[str]:
    """The addresses a page is known by: where it was fetched, and each redirect on the way."""
    known = [audit.page.url, audit.capture.url, *(hop.url for hop in audit.capture.redirects)]
    return frozenset(bare(address) for address in known if address)


def _step(
    number: int,
    came_from: int | None,
    pointer: Pointer | None,
    state: TraceState,
    because: str,
    audit: Audit | None = None,
) -> TraceStep:
    from audit.lineage.compare import page_of

    return TraceStep(number, came_from, pointer, state, because, page_of(audit) if audit is not None else None)
