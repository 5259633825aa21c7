"""What the lexicons and the markup's own words say of the open runs: forms and stems of the wrapper, dates, the declared text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from audit.page import marker_words
from audit.page.headline import plain_of_folded
from audit.page.said import Said
from audit.page.wrapper_words import family_of_folded, fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

READ = 1_000
"""Characters of a run that are looked at."""
_DATED = 200
_DATE = re.compile(
    r"\d{1,2}\s?[./\-年월月:]\s?\d{1,2}|\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d+ (?:min|hour|day|stund|minut|tag|heure|hora)",
    re.IGNORECASE,
)


def names() -> list[str]:
    """The names of the columns."""
    return [
        "date", "family_whole", "family_start", "in_summary", "in_said_body",
        *(f"marker_{row['group']}" for row in marker_words.rows()), "markers",
    ]  # fmt: skip


def columns(texts: Sequence[str], digits: Sequence[bool], said: Said) -> NDArray[np.float64]:
    """One row for each of `texts`; `digits` says which have any."""
    folded = [fold(text if len(text) <= READ else text[:READ]) for text in texts]
    found = np.zeros((len(texts), 5))
    found[:, 4] = -1.0
    for index, (text, has_digits) in enumerate(zip(texts, digits, strict=True)):
        if has_digits and len(text) < _DATED and _DATE.search(text) is not None:
            found[index, 0] = 1.0
        hit = family_of_folded(folded[index])
        if hit is not None:
            found[index, 1 if hit[1] else 2] = 1.0
    if said.summary or said.body:
        for index, text in enumerate(folded):
            key = plain_of_folded(text[:100])
            found[index, 3] = len(key) >= 24 and key[:50] in said.summary
            if said.body:
                found[index, 4] = len(key) >= 4 and key in said.body
    return np.column_stack([found, marker_words.counts(folded)])
