"""Pages for the benchmarks: real ones of the shared folder, and as many as are wanted made from them.

A made page is a real page in which every capitalised word and every number between tags is varied by the copy's number, and
its address with it: markup, length, language and the share of reporting are those of the real page, while names, figures
and hashes are new, so that whatever keeps words or texts would grow.
"""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TRACEWIRE_SHARED", ROOT.parent / "shared"))

_TEXT = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>)", re.S | re.I)
_VARIED = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{4,}\b|\b\d{3,}\b")
_SYLLABLES = (
    "an",
    "bel",
    "cor",
    "dun",
    "es",
    "far",
    "gil",
    "hol",
    "in",
    "jor",
    "kel",
    "lun",
    "mar",
    "nor",
    "ost",
    "pel",
)


def real(every: int = 1) -> list[str]:
    """The pages of the extraction benchmark and the syndicated pages, decoded; every n-th of them."""
    folder = SHARED / "data"
    found = [gzip.decompress(path.read_bytes()) for path in sorted((folder / "extraction/pages").glob("*.gz"))]
    found += [path.read_bytes() for path in sorted((folder / "pages").glob("*.html"))]
    if not found:
        found = [(ROOT / "examples" / "harbour-talks.html").read_bytes()]
    return [raw.decode("utf-8", "replace") for raw in found[::every]]


def made(templates: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    """`count` pages with their addresses, from the templates in turn."""
    for number in range(count):
        template = templates[number % len(templates)]
        yield f"https://www.outlet{number % 400}.example/story-{number}", varied(template, number // len(templates))


def varied(page: str, copy: int) -> str:
    """`page` with its names and numbers varied; copy 0 is the page itself."""
    if copy == 0:
        return page
    suffix = _SYLLABLES[copy % 16] + _SYLLABLES[copy // 16 % 16] + _SYLLABLES[copy // 256 % 16]

    def other(found: re.Match[str]) -> str:
        word = found[0]
        return str(int(word) + copy)[-len(word) :] if word.isdigit() else word[: max(3, len(word) - 3)] + suffix

    parts = _TEXT.split(page)
    return "".join(part if part.startswith("<") else _VARIED.sub(other, part) for part in parts)
