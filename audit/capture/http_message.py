"""An HTTP answer as stored in an archive: status line, headers, body, with chunks joined and compression undone."""

from __future__ import annotations

import re

from audit.capture.inflate import decoders, inflate
from audit.errors import ContentError, FetchError
from audit.model import Frozen

_STATUS_LINE = re.compile(rb"HTTP/(\d(?:\.\d)?) (\d{3})(?: ([^\r\n]*))?\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_MOST_HEADERS = 500
_MOST_HEAD = 200_000


class HttpAnswer(Frozen, frozen=True):
    """`body` is as stored; `content` is the page: chunks joined, compression undone."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    content: bytes
    notes: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((v for k, v in self.headers if k.lower() == name), None)


def read_answer(block: bytes, most: int) -> HttpAnswer | None:
    """The answer in `block`; None where there is none. Raises ContentError where it unpacks to more than `most`."""
    status = _STATUS_LINE.match(block)
    end = _HEAD_END.search(block, 0, _MOST_HEAD)
    if status is None or end is None:
        return None
    headers = parse_headers(block[status.end() : end.start()]) if end.start() > status.end() else ()
    body = block[end.end() :]
    fields = {k.lower(): v for k, v in reversed(headers)}
    joined = _dechunk(body) if fields.get("transfer-encoding", "").strip().lower() == "chunked" else body
    content, notes = _unpacked(joined, fields.get("content-encoding"), most)
    reason = (status[3] or b"").decode("latin-1").strip()
    return HttpAnswer(int(status[2]), reason, headers, joined, content, notes)


def parse_headers(head: bytes) -> tuple[tuple[str, str], ...]:
    """Header lines as pairs, in order; folded lines are joined, lines without a colon left out."""
    pairs: list[tuple[str, str]] = []
    for line in head.decode("latin-1").splitlines()[:_MOST_HEADERS]:
        if line[:1] in (" ", "\t") and pairs:
            name, value = pairs[-1]
            pairs[-1] = (name, f"{value} {line.strip()}"[:_MOST_HEAD])
            continue
        name, colon, value = line.partition(":")
        if colon and name.strip():
            pairs.append((name.strip(), value.strip()))
    return tuple(pairs)


def _dechunk(body: bytes) -> bytes:
    """The chunks joined; the body itself where it has none, as some archives join them and keep the header."""
    joined = bytearray()
    at = 0
    while True:
        end = body.find(b"\n", at, at + 200)
        size_field = body[at:end].split(b";", 1)[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size_field):
            return bytes(joined) if joined else body
        size = int(size_field, 16)
        if size == 0:
            return bytes(joined)
        joined += body[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1


def _unpacked(body: bytes, encoding: str | None, most: int) -> tuple[bytes, tuple[str, ...]]:
    if not encoding or not body:
        return body, ()
    content = bytearray()
    try:
        for piece in inflate(body, decoders(encoding)):
            content += piece
            if len(content) > most:
                raise ContentError(
                    f"an archived page unpacks to more than {most:,} bytes", "raise the limit with --max-bytes"
                )
    except FetchError:
        return body, ("The archive says that the page is compressed, but it is stored unpacked.",)
    return bytes(content), ()
