"""Closed classes of words, written as the lines of words that they are."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The words of `listed`, which white space parts."""
    return frozenset(listed.split())
