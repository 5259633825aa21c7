"""`capture.warc.gz`: the captured bytes in the web's archive format (WARC 1.1, ISO 28500).

What came over HTTP is a `response` record; a file or pasted text is a `resource` record. The body is stored as it was
captured, with transfer and content encodings already undone, so the headers that described these are kept under
`X-Archive-Orig-`, as other archivers do.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from http import HTTPStatus

from audit.model import CaptureRecord, TargetRecord

_UNDONE = frozenset({"content-encoding", "transfer-encoding", "content-length"})


def encode(target: TargetRecord, record: CaptureRecord, content: bytes, tool: str) -> bytes:
    """Two gzip members: `warcinfo` and the capture. Equal arguments give equal bytes."""
    info = f"software: {_line(tool)}\r\nformat: WARC File Format 1.1\r\n".encode()
    address = record.url or target.stated_url or f"urn:sha256:{record.sha256}"
    fields = [("WARC-Target-URI", _line(address)), ("WARC-Payload-Digest", _digest(content))]
    if target.kind == "url" and record.status is not None:
        kind, block, media = "response", _http(record, content), "application/http;msgtype=response"
    else:
        kind, block, media = "resource", content, _line(record.content_type or "application/octet-stream")
    about = _record("warcinfo", record.captured_at, info, "application/warc-fields", [])
    return b"".join(
        gzip.compress(part, 6, mtime=0) for part in (about, _record(kind, record.captured_at, block, media, fields))
    )


def _record(kind: str, date: str, block: bytes, media: str, fields: list[tuple[str, str]]) -> bytes:
    identity = hashlib.sha256(kind.encode() + date.encode() + repr(fields).encode() + block).hexdigest()
    # A name-based UUID (version 8, RFC 9562), so that the same capture gives the same record.
    uuid = f"{identity[:8]}-{identity[8:12]}-8{identity[13:16]}-a{identity[17:20]}-{identity[20:32]}"
    head = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:{uuid}>"),
        ("WARC-Date", _line(date)),
        *fields,
        ("WARC-Block-Digest", _digest(block)),
        ("Content-Type", media),
        ("Content-Length", str(len(block))),
    ]
    lines = "".join(f"{name}: {value}\r\n" for name, value in head)
    return f"WARC/1.1\r\n{lines}\r\n".encode("utf-8", "surrogatepass") + block + b"\r\n\r\n"


def _http(record: CaptureRecord, content: bytes) -> bytes:
    status = record.status or 0
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown"
    lines = [f"HTTP/1.1 {status} {phrase}"]
    for name, value in record.headers:
        prefix = "X-Archive-Orig-" if name.casefold() in _UNDONE else ""
        lines.append(f"{prefix}{_line(name)}: {_line(value)}")
    lines.append(f"Content-Length: {len(content)}")
    return "\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n\r\n" + content


def _digest(block: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(block).digest()).decode("ascii").rstrip("=")


def _line(value: str) -> str:
    return " ".join(value.split()) or "-"
