"""Writing to the archive's folder: one writer at a time, whole files or none, and errors a person can act on."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.errors import ArchiveError

LOCK = ".lock"
_PATIENCE = 120.0


@contextmanager
def explained(root: Path) -> Iterator[None]:
    """Turn the system's errors about the archive at `root` into `ArchiveError`s."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            message, hint = (
                f"the disk of the archive {root} is full",
                "free some space; what was archived before is unharmed",
            )
        elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
            message, hint = f"no permission to write in the archive {root}", "choose another folder with --out"
        elif isinstance(error, (NotADirectoryError, FileExistsError)):
            message, hint = f"{root} is not a folder", "choose another folder with --out"
        else:
            reason = error.strerror or type(error).__name__
            message, hint = f"the archive {root} cannot be written: {reason}", "choose another folder with --out"
        raise ArchiveError(message, hint) from error


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Be the only writer in `root` inside the block; a lock dies with the process that holds it."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / LOCK).open("a+b") as handle:
        waited_until = time.monotonic() + _PATIENCE
        while not _try_lock(handle.fileno()):
            if time.monotonic() > waited_until:
                message = f"another command has been writing to the archive {root} for {_PATIENCE:.0f} seconds"
                raise ArchiveError(message, "wait for it, or end it")
            time.sleep(0.02)
        try:
            yield
        finally:
            _unlock(handle.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a reader sees the old file or the new one, never a part."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(content)
    os.replace(beside, path)  # noqa: PTH105 - replaces on Windows, too


def append(path: Path, content: bytes, *, sync: bool = False) -> int:
    """Append `content`; returns the file's new length. With `sync` it is on the disk on return.

    Where only a part fits on the disk, the part is taken back.
    """
    with path.open("ab") as handle:
        before = handle.seek(0, os.SEEK_END)
        try:
            handle.write(content)
            handle.flush()
            if sync:
                os.fsync(handle.fileno())
        except OSError:
            handle.truncate(before)
            raise
        return handle.tell()


def truncate(path: Path, length: int) -> None:
    """Cut `path` to `length` bytes if it is longer; a missing file is as good as an empty one."""
    if path.exists() and path.stat().st_size > length:
        os.truncate(path, length)


def remove_tree(path: Path) -> None:
    """Remove a folder if it is there."""
    if path.is_dir():
        shutil.rmtree(path)


if os.name == "nt":  # pragma: no cover - exercised on Windows only
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
