"""Words that credit lines are made of, in classes: what a line says that no row of `forms` has a frame for.

`classes.jsonl` says what a class means: the role that it gives to the outlet named beside it, and which names will do.
`words.jsonl` fills the classes in, a row for a class and a language; words are lower case, and a phrase is several words. A
line whose words are all of these classes or names of outlets is a credit, whatever its order: `Source: X`, `X से साभार`,
`Text by X, edited by our desk`. Who reads it so, and where on a page, is decided above (`audit.provenance.credits`).
"""

from __future__ import annotations

from .classes import Names, WordClass, classes
from .phrases import Phrase, Word, is_picture, leading, may_be_framed, only_labels, trailing, words_in

__all__ = [
    "Names",
    "Phrase",
    "Word",
    "WordClass",
    "classes",
    "is_picture",
    "leading",
    "may_be_framed",
    "only_labels",
    "trailing",
    "words_in",
]
