"""The words of the wrapper: what share bars, comment forms, teasers, newsletter boxes… say, in some forty languages.

The rows are data (`wrapper_words.jsonl`): `whole` forms are a block's whole text, `start` forms its first words, both
compared after folding. `near` are sentences that use the same words and are no such block. A hit is a hint: labelling
weighs it with the block's place and length.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

Words = tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]
START_LIMIT = 400
"""Longest text, in characters, whose first words are compared."""

_FOLDED = (
    ("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u00a0", " "), ("\u200b", ""), ("\u00ad", ""),
    ("\ufeff", ""),
)  # fmt: skip
_EDGES = " \t.:…!»›>|*•·–—-→«‹+[]()\u200e\u200f,;/"
_SHARING = (
    "facebook", "twitter", "whats", "telegram", "linked", "mail", "print", "pinterest", "reddit", "share", "teilen", "微",
    "фейсбук", "فيسبوك", "פייסבוק",
)  # fmt: skip
_TOKEN = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+(?![^\W\dA-Z_])|\d+")


def fold(text: str) -> str:
    """`text` for comparison: case folded, quotes straightened, soft hyphens and zero-width marks dropped."""
    if "`" in text:
        text = text.replace("`", "'")
    if text.isascii():
        return text.lower()
    for mark, plain in _FOLDED:
        if mark in text:
            text = text.replace(mark, plain)
    return text.casefold()


@cache
def rows() -> tuple[dict[str, object], ...]:
    """The data rows as they stand."""
    source = (Path(__file__).parent / "wrapper_words.jsonl").read_text(encoding="utf-8")
    decode = msgspec.json.Decoder().decode
    return tuple(decode(line) for line in source.splitlines() if line)


@cache
def words() -> Words:
    """(whole form to family, first two characters to (start form, family), longest first)."""
    whole: dict[str, str] = {}
    starts: dict[str, list[tuple[str, str]]] = {}
    for row in rows():
        family = str(row["family"])
        for form in row["whole"]:  # type: ignore[attr-defined]
            whole.setdefault(fold(form).strip(_EDGES), family)
        for form in row["start"]:  # type: ignore[attr-defined]
            folded = fold(form)
            starts.setdefault(folded[:2], []).append((folded, family))
    return whole, {key: tuple(sorted(forms, key=lambda f: -len(f[0]))) for key, forms in starts.items()}


def family_of(text: str) -> tuple[str, bool] | None:
    """The family whose form `text` is (True) or begins with (False); None where no row knows it."""
    return family_of_folded(fold(text)) if len(text) <= START_LIMIT else None


def family_of_folded(folded: str) -> tuple[str, bool] | None:
    """`family_of` for a text that is folded already."""
    size = len(folded)
    if size > START_LIMIT:
        return None
    whole, starts = words()
    if size <= 80:
        family = whole.get(folded.strip(_EDGES))
        if family is not None:
            return family, True
    for form, family in (*starts.get(folded[:2], ()), *starts.get(folded[:1], ())):
        if folded.startswith(form):
            if _ends_a_word(folded, form):
                return family, False
    return None


def is_share_bar(text: str) -> bool:
    """True for share buttons whose names ran together: `ShareFacebook Twitter WhatsApp Email`."""
    if len(text) > 300:
        return False
    lower = text.lower()
    if not any(word in lower for word in _SHARING):
        return False
    whole, _ = words()
    tokens = _TOKEN.findall(text)
    if len(tokens) < 2:
        return False
    folded = [token.casefold() for token in tokens]
    known = unknown = index = 0
    while index < len(folded):
        for size in (3, 2, 1):  # a name may be several tokens: Whats-App, E-Mail
            if whole.get("".join(folded[index : index + size])) == "share":
                known += 1
                index += size
                break
        else:
            unknown += 1
            index += 1
    return known >= 2 and known * 2 >= unknown * 3


@cache
def _walls() -> tuple[str, ...]:
    return tuple(fold(form) for row in rows() for form in row.get("anywhere", ()))  # type: ignore[attr-defined]


def asks_to_subscribe(text: str) -> bool:
    """True where a short notice asks the reader to subscribe, register or sign in to read on."""
    if len(text) > START_LIMIT:
        return False
    folded = fold(text)
    return any(form in folded for form in _walls())


def _ends_a_word(folded: str, form: str) -> bool:
    """Whether `form`, which opens `folded`, ends at a word's end; scripts that write no spaces have none to respect."""
    end = len(form)
    return not (end < len(folded) and form[-1].isalnum() and folded[end].isalnum() and form[-1] < "\u0e00")


def without_opening(text: str, family: str) -> str:
    """`text` without the opening words that rows of `family` know: "By Ada Lane" gives "Ada Lane"."""
    folded = fold(text)
    if len(folded) == len(text):
        for form, its_family in words()[1].get(folded[:2], ()):
            if its_family == family and folded.startswith(form) and _ends_a_word(folded, form):
                return text[len(form) :].strip()
    return text.strip()
