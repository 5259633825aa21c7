"""Which languages' rows to try on a text: by its script, then by its commonest little words.

A page's declared language is a hint only; templates declare English over Urdu text often enough.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from audit.model import Block, Page
from audit.provenance.citations.rows import words

_SAMPLE = 3000
_FEW = 12
"""Fewer little words than this do not outvote what the page declares."""
_SCRIPTS: tuple[tuple[str, str, str, str], ...] = (
    ("kana", "\u3040", "\u30ff", "ja"),
    ("hangul", "\uac00", "\ud7a3", "ko"),
    ("han", "\u4e00", "\u9fff", "zh"),
    ("cyrillic", "\u0400", "\u04ff", "ru uk bg sr"),
    ("arabic", "\u0600", "\u06ff", "ar fa ur"),
    ("hebrew", "\u05d0", "\u05ea", "he"),
    ("greek", "\u0370", "\u03ff", "el"),
    ("devanagari", "\u0900", "\u097f", "hi"),
    ("bengali", "\u0980", "\u09ff", "bn"),
    ("thai", "\u0e00", "\u0e7f", "th"),
    ("latin", "\u00c0", "\u024f", ""),
    ("latin", "\u1e00", "\u1eff", ""),
)
"""Scripts, their first and last letter, and the languages written in them."""
_ASCII = re.compile(r"[\x00-\x7f]+")
_LETTERS = re.compile(r"[^A-Za-z]+")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _little_words() -> dict[str, tuple[str, ...]]:
    owners: dict[str, list[str]] = {}
    for known in words().values():
        for word in known.stop.split("|"):
            owners.setdefault(word, []).append(known.language)
    return {word: tuple(languages) for word, languages in owners.items()}


def _scripts(sample: str) -> dict[str, int]:
    """How many letters of each script."""
    counts = dict.fromkeys((name for name, _, _, _ in _SCRIPTS), 0)
    counts["latin"] = len(_LETTERS.sub("", sample))
    for letter, times in Counter(_ASCII.sub("", sample)).items():
        for name, first, last, _ in _SCRIPTS:
            if first <= letter <= last:
                counts[name] += times
    return counts


def reporting_blocks(page: Page) -> list[Block]:
    """The blocks that are read: of reporting, save the teaser of another article, which ends in dots in mid-sentence."""
    return [b for b in page.blocks if b.reporting and not _is_cut_off(page.text[b.start : b.end])]


def _is_cut_off(text: str) -> bool:
    return text.rstrip().endswith(("...", "…")) and text.count(".", 0, -3) < 2 and len(text) < 300


def languages_of(page: Page) -> tuple[str, ...]:
    """The languages of a page's reporting; see `languages`."""
    sample, size = [], 0
    for block in reporting_blocks(page):
        sample.append(page.text[block.start : block.end])
        size += block.end - block.start
        if size >= _SAMPLE:
            break
    return languages("\n".join(sample)[:_SAMPLE], page.language)


@lru_cache(maxsize=8)
def languages(text: str, declared: str | None) -> tuple[str, ...]:
    """The languages of a text, the likeliest first, one or two of them; empty where no rows fit."""
    sample = text[:_SAMPLE]
    counts = _scripts(sample)
    letters = sum(counts.values())
    if not letters:
        return ()
    hint = (declared or "").replace("_", "-").split("-")[0].lower()
    script = max(counts, key=counts.__getitem__)
    if counts.get("kana", 0) * 10 > letters:
        script = "kana"
    candidates = next(owned for name, _, _, owned in _SCRIPTS if name == script).split()
    if len(candidates) == 1:
        return tuple(candidates)
    votes: Counter[str] = Counter()
    owners, hits = _little_words(), 0
    counted = Counter(_WORD.findall(sample.lower()))
    for word in counted.keys() & owners.keys():
        hits += counted[word]
        for language in owners[word]:
            if not candidates or language in candidates:
                votes[language] += counted[word]
    if script == "latin":
        hint = {"sr": "hr", "bs": "hr", "nb": "no", "nn": "no", "ms": "id", "gl": "pt"}.get(hint, hint)
    ranked = sorted(votes, key=lambda language: (-votes[language], language))[:2]
    if len(ranked) == 2 and votes[ranked[1]] * 3 < votes[ranked[0]] * 2:
        ranked.pop()
    fits = hint in words() and (not candidates or hint in candidates)
    if fits and (not ranked or votes[hint] * 2 > votes[ranked[0]] or hits < _FEW):
        ranked = [hint, *(language for language in ranked if language != hint)]
    return tuple(ranked)
