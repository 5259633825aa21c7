"""Acts of speech: notices told by who disowns what, and how, in whatever words and order a language puts it.

A row of `rows/` is one form of words. An act is what such forms have in common: `acts.jsonl` says which classes of
words must meet in one sentence (a piece of text, a negation, a verb of editing), `words/` gives the classes of each
language. An act holds in every language that has all its classes.
"""

from __future__ import annotations

from .finder import Finder
from .grammar import Act, acts, rows

__all__ = ["Act", "Finder", "acts", "rows"]
