"""The full-text index, as script files that load from disk.

The newest entries stand in `words-tail.js`, a line each with their words. After every `PER_GROUP` entries these lines are turned
into an inverted index: one file for each first letter, so that a search loads only the files of the words it asks for.
A word's entries are written as differences between their numbers, in base 36.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import msgspec

from audit.model import Audit
from audit.report.archive import files

PER_GROUP = 500
_WORD = re.compile(r"\w+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_WORD, _MOST_WORDS, _MOST_TEXT = 40, 4000, 400_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
BUCKETS = (*_LETTERS, *(f"u{n:x}" for n in range(16)))
"""The files of a group: one for each Latin letter, sixteen for all other first characters."""


def words(audit: Audit) -> list[str]:
    """The words that an entry is found by: of its reporting, its names and its findings."""
    page = audit.page
    parts = [
        page.text[b.start : b.end] for b in page.blocks if b.reporting or b.label in ("byline", "credit", "caption")
    ]
    parts += [audit.provenance.publisher.name or "", audit.capture.url or "", audit.target.name]
    parts += [a.voice.name or "" for a in audit.attributions]
    parts += [e.to.name or "" for e in audit.edges]
    parts += [f"{f.code} {f.name}" for f in audit.findings]
    return sorted(fold("\n".join(parts)[:_MOST_TEXT]))[:_MOST_WORDS]


def fold(text: str) -> set[str]:
    """The distinct words of `text`, without case, accents and vowel signs; the script of the index page folds in the same way."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if unicodedata.category(c)[0] != "M") if not plain.isascii() else plain
    found: set[str] = set()
    for word in _WORD.findall(plain):
        if "\u2e7f" < word[0] < "\uac00":  # written without spaces: pairs of characters stand for words
            found.update(word[i : i + 2] for i in range(max(len(word) - 1, 1)))
        elif len(word) > 1:
            found.add(word[:_LONGEST_WORD])
    return found


def bucket(word: str) -> str:
    """The file in which a word is looked up."""
    return word[0] if word[0] in _LETTERS else f"u{ord(word[0]) % 16:x}"


def tail(root: Path) -> Path:
    """The words of the entries that are in no group yet."""
    return root / "index" / "words-tail.js"


def encode(number: int, found: list[str]) -> bytes:
    """The line of one entry."""
    return f"T.doc({number},".encode() + _script(" ".join(found)) + b")\n"


def read_tail(root: Path) -> list[tuple[int, str]]:
    """The lines of the tail: number of the entry, its words."""
    path = tail(root)
    lines = path.read_bytes().splitlines() if path.exists() else []
    out = []
    for line in lines:
        number, _, rest = line.removeprefix(b"T.doc(").partition(b",")
        out.append((int(number), msgspec.json.decode(rest[:-1], type=str)))
    return out


def write_group(root: Path, group: int, documents: list[tuple[int, str]]) -> None:
    """Write the inverted index of one group, from 1; `documents` are in the order of their numbers."""
    postings: dict[str, list[int]] = {}
    for number, line in documents:
        for word in line.split():
            postings.setdefault(word, []).append(number)
    buckets: dict[str, dict[str, str]] = {
        name: {} for name in BUCKETS
    }  # all, so that no search asks for a missing file
    first = (group - 1) * PER_GROUP
    for word in sorted(postings):
        buckets[bucket(word)][word] = _differences(postings[word], first)
    folder = root / "index" / f"words-{group:03}"
    files.remove_tree(folder)
    folder.mkdir(parents=True)
    for name, content in sorted(buckets.items()):
        (folder / f"{name}.js").write_bytes(f'T.words({group},"{name}",'.encode() + _script(content) + b")\n")


def _differences(numbers: list[int], before: int) -> str:
    out = []
    for number in numbers:
        out.append(_base36(number - before))
        before = number
    return " ".join(out)


def _base36(number: int) -> str:
    out = ""
    while True:
        number, digit = divmod(number, 36)
        out = _DIGITS[digit] + out
        if not number:
            return out


def _script(value: object) -> bytes:
    return msgspec.json.encode(value).replace(b"<", b"\\u003c")
