"""`audit.json`: the encoding of an `Audit`, its schema, and reading it back, also from older versions.

The document is one line of UTF-8 JSON in the order of the model's fields, so equal audits give equal bytes. Lexicon
marks are working material and are left out; credits and disclaimers say what came of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from audit.errors import FileTargetError
from audit.model import SCHEMA, Audit

_PREFIX, _, _NUMBER = SCHEMA.rpartition("/")
VERSION = int(_NUMBER)

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From schema version n to n + 1, by n. A document is taken through all that follow its own version."""


class _Head(msgspec.Struct):
    schema: str = ""


def encode(audit: Audit) -> bytes:
    """`audit` as one line of JSON, without a newline at its end."""
    document: dict[str, Any] = msgspec.to_builtins(audit)
    del document["page"]["marks"]
    return msgspec.json.encode(document)


def decode(data: bytes) -> Audit:
    """The audit that `data` encodes; documents of older schema versions are brought up to today's.

    Raises `FileTargetError` where `data` is no audit, is broken, or comes from a newer version.
    """
    try:
        version = _version(msgspec.json.decode(data, type=_Head).schema)
        if version == VERSION:
            return msgspec.json.decode(data, type=Audit)
        document: dict[str, Any] = msgspec.json.decode(data)
        for step in range(version, VERSION):
            document = MIGRATIONS[step](document)
        return msgspec.convert(document, type=Audit)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"this is no audit: {error}"
        raise FileTargetError(message, "give an audit.json as tracewire wrote it") from error


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `audit.json`."""
    document = msgspec.json.schema(Audit)
    document["$defs"]["Page"]["properties"].pop("marks")
    for unused in ("Mark", "Slot"):
        document["$defs"].pop(unused, None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A tracewire audit",
        **document,
    }


def _version(name: str) -> int:
    prefix, _, number = name.rpartition("/")
    if prefix != _PREFIX or not (number.isascii() and number.isdigit()):
        message = f"this is no audit: its schema is {name[:80]!r}, not {SCHEMA!r}"
        raise FileTargetError(message, "give an audit.json as tracewire wrote it")
    version = int(number[:9])
    if version > VERSION:
        message = f"this audit has schema version {version}; this tracewire knows versions up to {VERSION}"
        raise FileTargetError(message, "use a newer tracewire to read it")
    if any(step not in MIGRATIONS for step in range(version, VERSION)):
        message = f"this is no audit: there never was a schema version {version}"
        raise FileTargetError(message, "give an audit.json as tracewire wrote it")
    return version
