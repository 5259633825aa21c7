"""Bytes from a file or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from audit.capture.limits import Limits
from audit.errors import ContentError, FileTargetError, TracewireError


def read_file(locator: str, limits: Limits) -> bytes:
    """The bytes of the file at `locator`. Raises FileTargetError, or ContentError where it is too large."""
    path = Path(locator)
    try:
        if path.is_dir():
            raise FileTargetError(f"{locator} is a directory", "give the files in it, one by one or with a wildcard")
        with path.open("rb") as stream:
            return _bounded(stream, locator, limits)
    except TracewireError:
        raise
    except FileNotFoundError as error:
        raise FileTargetError(f"{locator} does not exist", _missing_hint(locator)) from error
    except PermissionError as error:
        raise FileTargetError(f"{locator} may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FileTargetError(f"{locator} cannot be read: {reason}", "check the path") from error


def read_stdin(limits: Limits) -> bytes:
    """The bytes of standard input, to its end."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise FileTargetError("standard input is closed", "pipe the page in, or give a file or an address")
    try:
        return _bounded(stream, "standard input", limits)
    except OSError as error:
        raise FileTargetError(f"standard input cannot be read: {error.strerror}", "pipe the page in") from error


def too_large(name: str, limits: Limits) -> ContentError:
    """The error for more than `limits.max_bytes`."""
    return ContentError(
        f"{name} is larger than the limit of {size_in_words(limits.max_bytes)}",
        "raise the limit with --max-bytes if this is one page",
    )


def size_in_words(size: int) -> str:
    """`20 MB`, `1,500 bytes`."""
    return f"{size / 1_000_000:g} MB" if size >= 1_000_000 else f"{size:,} bytes"


def _bounded(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    content = stream.read(limits.max_bytes + 1)
    if len(content) > limits.max_bytes:
        raise too_large(name, limits)
    return content


def _missing_hint(locator: str) -> str:
    first = locator.replace("\\", "/").split("/", 1)[0].lower()
    if first.startswith("www.") or ("/" in locator and "." in first.strip(".") and not locator.startswith((".", "/"))):
        return "if it is a web address, put https:// in front of it"
    return "check the path"
