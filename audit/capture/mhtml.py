"""MHTML (RFC 2557), as browsers save a page in one file: the page's own part, its address and time of saving."""

from __future__ import annotations

import binascii
import quopri
import re

from audit.capture.http_message import parse_headers
from audit.capture.mediatype import media_type
from audit.capture.saved_page import SavedPage, web_address

_MOST_PARTS = 5_000
_MOST_DEPTH = 3
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_PARAMETER = re.compile(r""";\s*([A-Za-z0-9-]{1,40})\s*=\s*(?:"([^"]{0,400})"|([^\s;"]{1,400}))""")
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_mhtml(content: bytes) -> SavedPage | None:
    """The page of an MHTML file; None where it has none.

    The page is the part that the `start` parameter names, or else the first HTML part.
    """
    head, body = _split(content.lstrip())
    fields = dict(reversed([(k.lower(), v) for k, v in head]))
    parameters = _parameters(fields.get("content-type", ""))
    found = _page_part(body, parameters, _MOST_DEPTH)
    if found is None:
        return None
    part, raw = found
    url = web_address(fields.get("snapshot-content-location")) or web_address(part.get("content-location"))
    notes = ["Taken from an MHTML file: the page as the browser had built it, after its scripts ran."]
    if date := fields.get("date", "").strip():
        notes.append(f"The file says that it was saved at {_plain(date)}.")
    if url is not None:
        notes.append("The page's address is the one in the MHTML file.")
    return SavedPage(_decoded(raw, part), url, media_type(part.get("content-type")), notes=tuple(notes))


def _split(entity: bytes) -> tuple[tuple[tuple[str, str], ...], bytes]:
    if entity[:2] == b"\r\n" or entity[:1] == b"\n":
        return (), entity
    end = _HEAD_END.search(entity, 0, 200_000)
    if end is None:
        return (), b""
    return parse_headers(entity[: end.start()]), entity[end.end() :]


def _parameters(content_type: str) -> dict[str, str]:
    return {k.lower(): quoted or bare for k, quoted, bare in _PARAMETER.findall(content_type[:2000])}


def _page_part(body: bytes, parameters: dict[str, str], depth: int) -> tuple[dict[str, str], bytes] | None:
    boundary = parameters.get("boundary")
    if not boundary or depth == 0:
        return None
    start = parameters.get("start", "").strip("<>")
    first: tuple[dict[str, str], bytes] | None = None
    for raw_part in _parts(body, boundary.encode("latin-1", "replace")):
        head, raw = _split(raw_part)
        part = dict(reversed([(k.lower(), v) for k, v in head]))
        kind = part.get("content-type", "").partition(";")[0].strip().lower()
        found: tuple[dict[str, str], bytes] | None = None
        if kind in _PAGE_TYPES:
            found = (part, raw)
        elif kind.startswith("multipart/"):
            found = _page_part(raw, _parameters(part["content-type"]), depth - 1)
        if found is None:
            continue
        if start and part.get("content-id", "").strip("<> ") == start:
            return found
        first = first or found
        if not start:
            break
    return first


def _parts(body: bytes, boundary: bytes) -> list[bytes]:
    """The parts between the lines that begin with `--boundary`."""
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    parts: list[bytes] = []
    begin: int | None = None
    for found in line.finditer(body):
        if begin is not None:
            parts.append(body[begin : found.start()])
        begin = None if found[1] else found.end()
        if found[1] or len(parts) >= _MOST_PARTS:
            break
    if begin is not None and len(parts) < _MOST_PARTS:
        parts.append(body[begin:])
    return parts


def _decoded(raw: bytes, part: dict[str, str]) -> bytes:
    coding = part.get("content-transfer-encoding", "").strip().lower()
    if coding == "quoted-printable":
        return quopri.decodestring(raw)
    if coding == "base64":
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4] + _tail(letters))
    return raw


def _tail(letters: bytes) -> bytes:
    """The last group of base 64, padded; a single letter left over means nothing."""
    rest = letters[len(letters) // 4 * 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""


def _plain(value: str) -> str:
    return "".join(c for c in value if c.isprintable())[:80]
