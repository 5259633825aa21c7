"""WARC files (ISO 28500), plain or gzipped, read record by record in bounded memory."""

from __future__ import annotations

import hashlib
from base64 import b32decode
from collections.abc import Iterator

from audit.capture.byte_source import ByteSource
from audit.capture.http_message import parse_headers
from audit.errors import ContentError
from audit.model import Frozen

_MOST_HEADER_LINES = 200


class Record(Frozen, frozen=True):
    """One WARC record. `block` is None where the record is longer than was asked for."""

    kind: str
    uri: str | None
    date: str
    identity: str
    content_type: str
    block: bytes | None
    fields: tuple[tuple[str, str], ...] = ()

    def field(self, name: str) -> str | None:
        """The first WARC header of that name."""
        return next((v for k, v in self.fields if k.lower() == name.lower()), None)


def records(source: ByteSource, name: str, most: int) -> Iterator[Record]:
    """The records of a WARC file in order; blocks of more than `most` bytes are passed over.

    Raises ContentError for a file that is no WARC, is cut off, or whose record does not match its own digest.
    """
    while (line := _first_line(source)) is not None:
        if not line.startswith(b"WARC/"):
            raise ContentError(f"{name} is damaged: a record does not begin where it should", "get the file again")
        fields = _fields(source, name)
        values = {k.lower(): v for k, v in reversed(fields)}
        length = values.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            raise ContentError(f"{name} is damaged: a record has no length", "get the file again")
        size = int(length)
        block: bytes | None = None
        if size <= most:
            block = source.read(size)
            got = len(block)
        else:
            got = source.skip(size)
        if got < size:
            raise ContentError(f"{name} is cut off in a record", "get the file again")
        if block is not None:
            _check(block, values.get("warc-block-digest"), name, values.get("warc-target-uri"))
        yield Record(
            kind=values.get("warc-type", ""),
            uri=values["warc-target-uri"].strip("<>") if "warc-target-uri" in values else None,
            date=values.get("warc-date", ""),
            identity=values.get("warc-record-id", "").strip("<>"),
            content_type=values.get("content-type", ""),
            block=block,
            fields=fields,
        )


def _first_line(source: ByteSource) -> bytes | None:
    """The next line that is not blank."""
    while line := source.line():
        if line.strip():
            return line
    return None


def _fields(source: ByteSource, name: str) -> tuple[tuple[str, str], ...]:
    lines: list[bytes] = []
    while (line := source.line()).strip():
        lines.append(line)
        if len(lines) > _MOST_HEADER_LINES:
            raise ContentError(f"{name} is damaged: a record's header does not end", "get the file again")
    return tuple((k, _utf8(v)) for k, v in parse_headers(b"".join(lines)))


def _utf8(value: str) -> str:
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def _check(block: bytes, labelled: str | None, name: str, uri: str | None) -> None:
    """Compare a block with its digest, where we know the algorithm; both base 32 and hexadecimal are in use."""
    algorithm, _, value = (labelled or "").strip().partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in ("sha1", "sha256") or not value:
        return
    found = hashlib.new(algorithm, block, usedforsecurity=False).digest()
    try:
        stated = (
            bytes.fromhex(value) if len(value) == 2 * len(found) else b32decode(value.upper() + "=" * (-len(value) % 8))
        )
    except ValueError:
        stated = b""
    if stated != found:
        raise ContentError(
            f"{name}: the record of {uri or 'a page'} does not match its digest",
            "the file was altered or damaged: get it again",
        )
