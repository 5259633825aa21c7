"""An audit as rows: JSON lines by table, the encoding of the model's types with the page's key put in front."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from audit.corpus.tables.schema import AttributionWords, BlockRow, PageRow, SetAside
from audit.findings.sites import site_of
from audit.model import Audit, Span

Lines = dict[str, bytes]
"""Table to rows, each row a line with its newline."""

_encoder = msgspec.json.Encoder()


def key(source: str, position: int) -> str:
    """The key of a page: 16 hexadecimal digits, equal for equal arguments."""
    return hashlib.blake2b(f"{source}\0{position}".encode("utf-8", "replace"), digest_size=8).hexdigest()


def rows(audit: Audit, source: str, position: int) -> Lines:
    """All rows of one audited page."""
    page = key(source, position)
    text = audit.page.text
    blocks = [
        BlockRow(
            page, b.label, b.start, b.end, b.confidence, b.why, b.structure, b.path, b.visible, b.level, b.links,
            text[b.start : b.end],
        )
        for b in audit.page.blocks
    ]  # fmt: skip
    words = [
        AttributionWords(_words(text, a.source), _words(text, a.cue), _words(text, a.content))
        for a in audit.attributions
    ]
    head = b'{"page":"' + page.encode("ascii") + b'",'
    attributions = (head + _json(a)[1:-1] + b"," + _json(w)[1:] for a, w in zip(audit.attributions, words, strict=True))
    return {
        "pages": _json(_page(audit, page, source, position)) + b"\n",
        "blocks": _joined(map(_json, blocks)),
        "credits": _keyed(head, audit.credits),
        "disclaimers": _keyed(head, audit.disclaimers),
        "attributions": _joined(attributions),
        "edges": _keyed(head, audit.edges),
        "chains": _keyed(head, audit.chains),
        "findings": _keyed(head, audit.findings),
    }


def aside(row: SetAside) -> Lines:
    """The row of something set aside."""
    return {"aside": _json(row) + b"\n"}


def host_of(url: str | None) -> str | None:
    """The host of an address in lower case, without `www.`; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # a malformed address
        return None
    return (host or "").removeprefix("www.") or None


def _page(audit: Audit, page: str, source: str, position: int) -> PageRow:
    read = audit.page
    host = host_of(read.url)
    return PageRow(
        page=page,
        source=source,
        position=position,
        host=host,
        site=site_of(host) if host else None,
        words=audit.profile.shares.words_reporting,
        schema=audit.schema,
        ruleset=audit.ruleset,
        tool=audit.tool,
        target=audit.target,
        capture=audit.capture,
        medium=read.medium,
        url=read.url,
        language=read.language,
        headline=read.headline,
        byline=read.byline,
        dateline=read.dateline,
        published=read.published,
        modified=read.modified,
        assessable=read.assessable,
        not_assessable_because=read.not_assessable_because,
        facts=read.facts,
        declared=read.declared,
        provenance=audit.provenance,
        profile=audit.profile,
    )


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def _keyed(head: bytes, items: Iterable[Any]) -> bytes:
    return _joined(head + _json(item)[1:] for item in items)


def _joined(lines: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _json(item: Any) -> bytes:
    try:
        return _encoder.encode(item)
    except UnicodeEncodeError:  # half a surrogate pair, which JSON and Parquet lack
        return _encoder.encode(_whole(msgspec.to_builtins(item)))


def _whole(value: Any) -> Any:
    """`value` with U+FFFD for each half of a surrogate pair."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8").replace("\ufffd", "?")
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(v) for v in value]
    return value
