"""PDF print-outs of a page: the text, and where the file marks it, the structure.

The file is opened by a process of its own (`child`), within bounds of time and memory. `glyphs` are the characters with
their places; `structure` reads what a tagged file declares, `layout` joins the lines of one that is not tagged;
`margins` takes away what the browser printed at the edges of the paper.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from audit.capture.limits import Limits
from audit.capture.saved_page import web_address
from audit.errors import ContentError, FileTargetError
from audit.model import Frozen

if TYPE_CHECKING:
    from audit.capture.pdf.child import Reading

MEMORY = 512_000_000
"""The most memory, in bytes, that the process which reads a PDF may have, where the system keeps to it."""
_SLACK = 5.0
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)")
_FEW = 40
"""Letters below which a PDF is pictures of text."""


class Printout(Frozen, frozen=True):
    """What a PDF holds: `text` is the page as HTML; `url` is printed on the paper."""

    text: str
    url: str | None = None
    notes: tuple[str, ...] = ()


def read_pdf(content: bytes, name: str, limits: Limits) -> Printout:
    """The print-out in `content`; `name` is what messages call it.

    Raises ContentError for a file that is locked, damaged, too costly to open, or without text, and FileTargetError
    where the library that reads PDFs is not installed.
    """
    from audit.capture.pdf.child import Reading

    if find_spec("pypdfium2") is None:
        raise FileTargetError(
            f"{name} is a PDF, and pypdfium2, which reads PDFs, is not installed", "install it: pip install pypdfium2"
        )
    answer = _ask(content, name, limits)
    try:
        reading = msgspec.json.decode(answer, type=Reading)
    except msgspec.MsgspecError:
        raise _costly(name) from None
    if reading.problem == "password":
        raise ContentError(f"{name} is locked with a password", "open it, and print or save it without the password")
    if reading.problem is not None:
        raise ContentError(f"{name} is damaged: it cannot be opened as a PDF", "get the file again")
    if reading.letters < _FEW:
        raise ContentError(
            f"{name} is a PDF without text, such as a scan: not assessable",
            "audit the web page itself, or have its text recognised (OCR) first",
        )
    return Printout(reading.text, web_address(reading.address), tuple(_notes(reading)))


def _ask(content: bytes, name: str, limits: Limits) -> bytes:
    """What the reading process says of `content`."""
    root = str(Path(__file__).resolve().parents[3])
    program = f"import sys; sys.path.insert(0, {root!r}); from audit.capture.pdf.child import main; main()"
    seconds = max(1, round(limits.timeout))
    command = [sys.executable, "-I", "-c", program, str(MEMORY), str(seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds + _SLACK,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _costly(name) from None
    if done.returncode:
        raise _costly(name)
    return done.stdout


def _costly(name: str) -> ContentError:
    return ContentError(
        f"{name} is a PDF that cannot be opened within the bounds of time and memory: damaged, or made to harm",
        "print the page again, or audit the web page itself",
    )


def _notes(reading: Reading) -> list[str]:
    notes = [
        f"Read out of a PDF of {reading.pages} {'page' if reading.pages == 1 else 'pages'}, "
        + (
            "by the structure that the file declares."
            if reading.tagged
            else "which declares no structure: lines were joined to paragraphs by where they stand."
        )
    ]
    if reading.left_out:
        notes.append(f"The last {reading.left_out} pages of the PDF were not read: it is longer than is read.")
    if reading.outside:
        notes.append(f"{reading.outside} characters stand outside the structure of the PDF and were left out.")
    if printed := _utc(reading.printed):
        notes.append(f"The file says that it was made at {printed}.")
    if web_address(reading.address):
        notes.append("The page's address is the one printed on the paper.")
    return notes


def _utc(date: str | None) -> str | None:
    """A PDF date as RFC 3339 in UTC, so that it does not tell where it was printed; None where it is none."""
    found = _DATE.match(date or "")
    if found is None:
        return None
    try:
        at = datetime.strptime("".join(found.groups()[:6]), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        offset = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
        at += offset if found[7] == "-" else -offset
    except (ValueError, OverflowError):
        return None
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
