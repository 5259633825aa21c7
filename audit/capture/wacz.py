"""WACZ (Web Archive Collection Zipped): WARC files with a list of the pages that were archived on purpose."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from audit.capture.byte_source import ByteSource
from audit.capture.limits import Limits
from audit.capture.saved_page import SavedPage
from audit.capture.warc_pages import pages
from audit.capture.warc_read import records
from audit.errors import ContentError

_MOST_MEMBERS = 10_000
_MOST_LIST = 20_000_000


def is_wacz(stream: BinaryIO) -> bool:
    """True for a ZIP file with WARC files in it."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return bool(_warcs(archive))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return False


def read_wacz(stream: BinaryIO, name: str, limits: Limits, unpacked: int) -> Iterator[SavedPage]:
    """The pages of a WACZ file: those its page list names, or all where it has no list.

    Each WARC file is compared with its hash in `datapackage.json`, where that gives one. Raises ContentError.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            wanted = _listed(archive)
            hashes = _hashes(archive)
            for member in _warcs(archive):
                _check(archive, member, hashes.get(member), name, unpacked)
                with archive.open(member) as warc:
                    source = ByteSource(cast("BinaryIO", warc), name, unpacked)
                    for page in pages(records(source, name, limits.max_bytes), limits.max_bytes):
                        if not wanted or page.url in wanted:
                            yield page
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise ContentError(f"{name} is damaged: {error}", "get the file again") from error


def _warcs(archive: zipfile.ZipFile) -> list[str]:
    names = archive.namelist()[:_MOST_MEMBERS]
    return [n for n in names if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))]


def _read(archive: zipfile.ZipFile, member: str) -> bytes:
    if member not in archive.namelist()[:_MOST_MEMBERS]:
        return b""
    with archive.open(member) as stream:
        return stream.read(_MOST_LIST)


def _listed(archive: zipfile.ZipFile) -> frozenset[str]:
    """The addresses of `pages/pages.jsonl`."""
    urls: set[str] = set()
    for line in _read(archive, "pages/pages.jsonl").splitlines():
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict) and isinstance(entry.get("url"), str):
            urls.add(entry["url"].partition("#")[0])
    return frozenset(urls)


def _hashes(archive: zipfile.ZipFile) -> dict[str, str]:
    try:
        package = json.loads(_read(archive, "datapackage.json") or b"{}")
    except (ValueError, RecursionError):
        return {}
    resources = package.get("resources") if isinstance(package, dict) else None
    found: dict[str, str] = {}
    for entry in resources if isinstance(resources, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("path"), str) and isinstance(entry.get("hash"), str):
            found[entry["path"]] = entry["hash"]
    return found


def _check(archive: zipfile.ZipFile, member: str, labelled: str | None, name: str, most: int) -> None:
    algorithm, _, value = (labelled or "").partition(":")
    if algorithm != "sha256" or not value:
        return
    engine = hashlib.sha256()
    left = most
    with archive.open(member) as stream:
        while left > 0 and (piece := stream.read(65_536)):
            engine.update(piece)
            left -= len(piece)
    if left > 0 and engine.hexdigest() != value.lower():
        raise ContentError(f"{name}: {member} does not match its hash", "the file was altered or damaged: get it again")
