"""The auditor's hand: what a person adds to an audit, kept apart from what the tool saw.

A TOML file beside the audit, named like `auditor.toml`:

    [[note]]
    text = "The picture is from another storm."
    quote = "the harbour in flames"          # optional: words of the page that it is about

    [[correction]]
    subject = "provider"                     # publisher, provider, author, date, kind or voice
    value = "Khaama Press"
    source = "told by phone"

    [[dismissal]]
    finding = "ANO202"                       # a code, or a fingerprint for one finding of several
    reason = "The name is known to the desk."

    [[reply]]
    from = "MENAFN"
    text = "We have added the provider."
    date = "2026-03-04"                      # optional

Everything enters as *stated*: it stands beside the findings, and never overwrites, removes or renames what was found.
`tracewire review` seals the file and what it says of an audit in an entry of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from audit.errors import UsageError
from audit.findings.registry import rule
from audit.model import REVIEW_SCHEMA, Audit, Evidence, Review, Stated, Statement, StatementKind

SUBJECTS = ("publisher", "provider", "author", "date", "kind", "voice")
LARGEST = 1_000_000
"""Bytes of such a file that are read."""

_REQUIRED: dict[str, tuple[str, ...]] = {
    "note": ("text",),
    "correction": ("subject", "value", "source"),
    "dismissal": ("finding", "reason"),
    "reply": ("from", "text"),
}
_OPTIONAL: dict[str, tuple[str, ...]] = {
    "note": ("quote", "finding"),
    "correction": ("quote",),
    "dismissal": (),
    "reply": ("date", "finding"),
}


class Entry(NamedTuple):
    """One entry of the file as written, and its place (`dismissal 2 of auditor.toml`)."""

    kind: StatementKind
    values: dict[str, str]
    place: str


def read(path: Path) -> bytes:
    """The content of a file. Raises `UsageError`, naming it, where it is missing or too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path.name}: more than {LARGEST:,} bytes", "is this the right file?")
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path.name}: cannot be read: {error.strerror}",
            "give the auditor's file; `tracewire review ENTRY` without a file prints one to begin with",
        ) from error


def entries(content: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a file's content. Raises `UsageError`, naming file and place, where it is broken."""
    import tomllib

    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: not UTF-8 text (byte {error.start})", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: not valid TOML: {error}", "mend the line that is named") from error
    unknown = sorted(set(table) - set(_REQUIRED))
    if unknown:
        raise UsageError(f"{name}: unknown table [[{unknown[0]}]]", f"known are {', '.join(_REQUIRED)}")
    found = tuple(entry for kind in _REQUIRED for entry in _entries(table.get(kind, []), kind, name))
    if not found:
        raise UsageError(
            f"{name}: it states nothing", f"write at least one of {', '.join(f'[[{k}]]' for k in _REQUIRED)}"
        )
    return found


def review(audit: Audit, content: bytes, name: str, *, at: str = "", by: str = "") -> Review:
    """What a file of that content and name states beside an audit; the audit is not changed.

    Raises `UsageError`, naming the entry, where one is broken, is about a finding that the audit does not have, or quotes
    words that are not on the page.
    """
    return Review(REVIEW_SCHEMA, _statements(audit, entries(content, name)), sha256(content).hexdigest(), at, by)


def _statements(audit: Audit, found: Iterable[Entry]) -> tuple[Statement, ...]:
    return tuple(
        Statement(e.kind, _in_words(e), _evidence(audit, e), e.values.get("subject", ""), _about(audit, e))
        for e in found
    )


def _entries(found: Any, kind: str, name: str) -> Iterable[Entry]:
    if not isinstance(found, list):
        raise UsageError(f"{name}: [{kind}] is not a list of tables", f"write [[{kind}]] with two brackets")
    for number, table in enumerate(found, 1):
        place = f"{kind} {number} of {name}"
        if not isinstance(table, dict):
            raise UsageError(f"{place}: not a table", f"write [[{kind}]] and the entries below it")
        values = {key: str(value) for key, value in table.items()}
        missing = [key for key in _REQUIRED[kind] if not values.get(key, "").strip()]
        unknown = sorted(set(values) - {*_REQUIRED[kind], *_OPTIONAL[kind]})
        if missing:
            raise UsageError(f"{place}: {missing[0]} is missing", f"a {kind} has {', '.join(_REQUIRED[kind])}")
        if unknown:
            raise UsageError(
                f"{place}: unknown key {unknown[0]}", f"known are {', '.join((*_REQUIRED[kind], *_OPTIONAL[kind]))}"
            )
        if kind == "correction" and values["subject"] not in SUBJECTS:
            raise UsageError(f"{place}: {values['subject']!r} is no subject", f"known are {', '.join(SUBJECTS)}")
        yield Entry(kind, values, place)  # type: ignore[arg-type]


def _about(audit: Audit, entry: Entry) -> tuple[str, ...]:
    asked = entry.values.get("finding", "")
    if not asked:
        return ()
    known = rule(asked)
    code = known.code if known is not None else asked.upper()
    found = tuple(f.fingerprint for f in audit.findings if f.code == code or f.fingerprint == asked.lower())
    if not found:
        raise UsageError(
            f"{entry.place}: the audit has no finding {asked}",
            "give a code or a fingerprint of this audit; `tracewire review ENTRY` lists them",
        )
    return found


def _evidence(audit: Audit, entry: Entry) -> tuple[Evidence, ...]:
    stated = Stated(f"{entry.kind} by the auditor", _in_words(entry))
    quote = entry.values.get("quote")
    if not quote:
        return (stated,)
    at = audit.page.text.find(quote)
    if at < 0:
        raise UsageError(
            f"{entry.place}: the page does not have the words {quote[:60]!r}", "quote the page letter for letter"
        )
    return (stated, audit.page.quote(at, at + len(quote)))


def _in_words(entry: Entry) -> str:
    values = entry.values
    match entry.kind:
        case "note":
            return values["text"]
        case "correction":
            return f"The {values['subject']} is {values['value']}: {values['source']}"
        case "dismissal":
            return values["reason"]
        case "reply":
            date = f", {values['date']}" if values.get("date") else ""
            return f"{values['from']}{date}: {values['text']}"
