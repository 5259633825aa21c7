"""Bytes from a file or from standard input."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from audit.capture.limits import Limits
from audit.errors import ContentError, FileTargetError


@contextlib.contextmanager
def opened(locator: str) -> Iterator[BinaryIO]:
    """The file at `locator`, the saved page in the folder there, or standard input for `-`, for reading.

    Raises FileTargetError, also for what fails while it is read.
    """
    if locator == "-":
        stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
        if stream is None:
            raise FileTargetError("standard input is closed", "pipe the page in, or give a file or an address")
        yield stream
        return
    path = Path(locator)
    try:
        if path.is_dir():
            from audit.capture.saved_folder import page_of

            path = page_of(path)
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise FileTargetError(f"{locator} does not exist", _missing_hint(locator)) from error
    except PermissionError as error:
        raise FileTargetError(f"{locator} may not be read", "check its permissions") from error
    except OSError as error:
        raise FileTargetError(f"{locator} cannot be read: {error.strerror or error}", "check the path") from error
    except ValueError as error:
        if "null" not in str(error):
            raise
        raise FileTargetError("a file name has a NUL character", "check the path") from error


def too_large(name: str, limits: Limits) -> ContentError:
    """The error for more than `limits.max_bytes`."""
    return ContentError(
        f"{name} is larger than the limit of {size_in_words(limits.max_bytes)}",
        "raise the limit with --max-bytes if this is one page",
    )


def size_in_words(size: int) -> str:
    """`20 MB`, `1,500 bytes`."""
    return f"{size / 1_000_000:g} MB" if size >= 1_000_000 else f"{size:,} bytes"


def _missing_hint(locator: str) -> str:
    first = locator.replace("\\", "/").split("/", 1)[0].lower()
    if first.startswith("www.") or ("/" in locator and "." in first.strip(".") and not locator.startswith((".", "/"))):
        return "if it is a web address, put https:// in front of it"
    return "check the path"
