"""Saved formats: which one a file is, and the pages in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from audit.capture.limits import Limits
from audit.capture.mediatype import refuse
from audit.capture.reading import too_large
from audit.capture.saved_html import saved_from
from audit.capture.saved_page import SavedPage
from audit.capture.sniff import sniff

UNPACKED = 200
"""An archive may hold this many times `max_bytes` in all when unpacked; it is read as a stream, one record at a time."""


SNIFFED = 65_536
"""How many bytes of a file are looked at to say what it is."""


def is_container(head: bytes) -> bool:
    """True where a file that begins with `head` is not simply the page itself.

    A page that a browser saved with a remark about its origin counts too: it keeps its address.
    """
    sort = sniff(head)
    return sort in ("warc", "gzip", "zip", "mhtml", "webarchive") or (sort == "html" and saved_from(head) != (None, ()))


def saved_pages(head: bytes, stream: BinaryIO, name: str, limits: Limits) -> Iterator[SavedPage]:
    """The pages of a file that begins with `head` and goes on with `stream`: one, but for WARC and WACZ files.

    Raises FileTargetError where it has no page, ContentError where it is larger than the limits or damaged.
    """
    joined = cast("BinaryIO", _Joined(head, stream))
    sort = sniff(head)
    if sort == "warc" or (sort == "gzip" and _inside(head, name).startswith(b"WARC/")):
        yield from _some(_warc(joined, name, limits), name)
    elif sort == "gzip":
        from audit.capture.byte_source import ByteSource

        content = ByteSource(joined, name, limits.max_bytes + 1).read(limits.max_bytes + 1)
        yield from _single(_within(content, name, limits), name, ("Unpacked from a gzip file.",))
    elif sort == "zip":
        whole = io.BytesIO(_within(joined.read(limits.max_bytes * UNPACKED + 1), name, limits, UNPACKED))
        from audit.capture.wacz import is_wacz, read_wacz

        if not is_wacz(whole):
            raise refuse("zip", name)
        yield from _some(read_wacz(whole, name, limits, limits.max_bytes * UNPACKED), name)
    else:
        yield from _single(_within(joined.read(limits.max_bytes + 1), name, limits), name, ())


class _Joined(io.RawIOBase):
    """What was read for a look, and the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        taken, self._head = (self._head, b"") if size < 0 else (self._head[:size], self._head[size:])
        if size >= 0 and len(taken) == size:
            return taken
        return taken + self._rest.read(size - len(taken) if size >= 0 else -1)


def _within(content: bytes, name: str, limits: Limits, times: int = 1) -> bytes:
    if len(content) > limits.max_bytes * times:
        raise too_large(name, limits)
    return content


def _inside(head: bytes, name: str) -> bytes:
    from audit.capture.byte_source import ByteSource

    return ByteSource(io.BytesIO(head), name, 1_000_000).read(5)


def _warc(stream: BinaryIO, name: str, limits: Limits) -> Iterator[SavedPage]:
    from audit.capture.byte_source import ByteSource
    from audit.capture.warc_pages import pages
    from audit.capture.warc_read import records

    source = ByteSource(stream, name, limits.max_bytes * UNPACKED)
    return pages(records(source, name, limits.max_bytes), limits.max_bytes)


def _some(found: Iterator[SavedPage], name: str) -> Iterator[SavedPage]:
    """All of `found`, which must be one at least."""
    none = True
    for page in found:
        none = False
        yield page
    if none:
        raise refuse("warc", name)


def _single(content: bytes, name: str, notes: tuple[str, ...]) -> Iterator[SavedPage]:
    sort = sniff(content)
    page: SavedPage | None
    if sort == "mhtml":
        from audit.capture.mhtml import read_mhtml

        page = read_mhtml(content)
    elif sort == "webarchive":
        from audit.capture.webarchive import read_webarchive

        page = read_webarchive(content)
    else:
        url, said = saved_from(content) if sort == "html" else (None, ())
        page = SavedPage(content, url, notes=said)
    if page is None:
        raise refuse(sort, name)
    yield SavedPage(page.content, page.url, page.media, page.saved_at, page.fetched, (*notes, *page.notes))
