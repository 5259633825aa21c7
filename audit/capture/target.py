"""What the user pointed at: a web address, a file, or `-`."""

from __future__ import annotations

import re
from pathlib import Path

from audit.capture.addresses import check_url, redacted
from audit.errors import AddressError, UsageError
from audit.model import Target

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")  # two letters at least: C:\ is a drive
_OPAQUE = frozenset(
    {
        "about", "blob", "chrome", "data", "dav", "file", "ftp", "ftps", "gopher", "http", "https", "imap", "irc",
        "javascript", "ldap", "magnet", "mailto", "news", "nntp", "rtsp", "sftp", "sms", "ssh", "tel", "urn",
        "view-source", "ws", "wss", "x-apple",
    }
)  # fmt: skip
HTML_SUFFIXES = frozenset(
    {
        ".html",
        ".htm",
        ".xhtml",
        ".xht",
        ".shtml",
        ".mhtml",
        ".mht",
        ".webarchive",
        ".warc",
        ".wacz",
        ".gz",
        ".php",
        ".asp",
    }
)


def target_for(locator: str, *, url: str | None = None, publisher: str | None = None) -> Target:
    """The target that `locator` names: a URL, the path of a file, or `-` for standard input.

    `url` and `publisher` are what the user states of a pasted or saved page. The kind of a file is a guess from its
    suffix; `capture` looks at the bytes and records what they are.

    Raises AddressError for an address that is not fetched (another scheme, credentials, no host) and UsageError for a
    `url` that is none.
    """
    stated = _stated(url)
    named = publisher.strip() if publisher else None
    if locator == "-":
        return Target("stdin", "-", stated, named or None)
    if not locator.strip():
        raise UsageError("a target is empty", "give an address, a file, or - for standard input")
    address = locator.strip()
    found = _SCHEME.match(address)
    if found and (address[found.end() :].startswith("//") or _is_scheme(found[1], locator)):
        _refuse_file_address(address, found[1])
        check_url(address)
        return Target("url", address, stated, named or None)
    kind = "html-file" if Path(locator).suffix.lower() in HTML_SUFFIXES else "text-file"
    return Target("html-file" if kind == "html-file" else "text-file", locator, stated, named or None)


def _is_scheme(word: str, locator: str) -> bool:
    """True where `word:` opens an address; a file may be named `notes:monday.txt`, and then it is a file."""
    return word.lower() in _OPAQUE and not Path(locator).exists()


def _refuse_file_address(address: str, scheme: str) -> None:
    if scheme.lower() == "file":
        raise AddressError(f"{redacted(address)} is a file address", "give the path of the file itself")


def _stated(url: str | None) -> str | None:
    if url is None or not url.strip():
        return None
    try:
        check_url(url.strip())
    except AddressError as error:
        raise UsageError(f"--url: {error.message}", error.hint) from error
    return url.strip()
