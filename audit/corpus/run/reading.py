"""A piece's pages, one after another: each a capture, or the reason why it is none. One bad page does not end a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

from audit.capture import Fetcher, Limits, target_for
from audit.capture.assemble import capture_all, page_capture
from audit.capture.containers import SNIFFED, is_container, saved_pages
from audit.corpus.run.plan import Job, Piece
from audit.errors import ContentError, FileTargetError, TargetError, TracewireError, UsageError
from audit.model import Capture, Target

Found = Capture | TracewireError


def pages(piece: Piece, job: Job, fetcher: Callable[[], Fetcher]) -> Iterator[Found]:
    """What `piece` holds, in order. `fetcher` is asked for only where there is something to fetch."""
    limits = Limits(max_bytes=job.max_bytes, offline=job.offline, allow_private=job.allow_private)
    try:
        target = target_for(piece.locator)
        if piece.kind == "address":
            yield from capture_all(target, now=datetime.now(UTC), limits=limits, fetcher=fetcher())
        else:
            yield from _saved(piece, target, datetime.fromisoformat(job.now), limits)
    except (TargetError, UsageError) as problem:
        yield problem


def why(problem: TracewireError) -> str:
    """The sort of reason, as the table `aside` has it."""
    return (
        "no-page"
        if isinstance(problem, ContentError | FileTargetError) and "damaged" not in str(problem)
        else "unreadable"
    )


def _saved(piece: Piece, target: Target, now: datetime, limits: Limits) -> Iterator[Found]:
    with _opened(piece) as stream:
        head = stream.read(SNIFFED)
        if not is_container(head):
            content = head + stream.read(max(0, limits.max_bytes + 1 - len(head)))
            if len(content) > limits.max_bytes:
                raise ContentError(f"{piece.name} is larger than the limit", "raise the limit with --max-bytes")
            yield page_capture(target, content, name=piece.name, now=now, url=None, limits=limits)
            return
        for page in saved_pages(head, stream, piece.name, limits):
            try:
                yield page_capture(
                    target, page.content, name=page.url or piece.name, now=now, url=page.url, limits=limits,
                    declared_type=page.media, fetched=page.fetched, saved_at=page.saved_at, notes=page.notes,
                )  # fmt: skip
            except TargetError as problem:
                yield problem


def _opened(piece: Piece) -> BinaryIO:
    try:
        file = Path(piece.locator).open("rb")  # noqa: SIM115 - the caller closes it
    except OSError as problem:
        raise FileTargetError(f"{piece.name} cannot be read: {problem.strerror}", "check the path") from problem
    return file if piece.kind == "file" else cast("BinaryIO", _Part(file, piece.start, piece.end))


class _Part(io.RawIOBase):
    """The bytes of a file from one offset to another."""

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        self._file = file
        self._left = end - start
        file.seek(start)

    def read(self, size: int = -1) -> bytes:
        taken = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(taken)
        return taken

    def close(self) -> None:
        self._file.close()
        super().close()
