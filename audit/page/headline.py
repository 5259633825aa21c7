"""Which run is the headline: the top heading, the page's title, or both in agreement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.page.boxes import Run
from audit.page.wrapper_words import fold

_SEPARATOR = re.compile(r"\s+[|–—·•»:\-]\s+|\s*[|»_]\s*")
_PLAIN = re.compile(r"[\W_]+")
LONGEST = 400
"""Characters beyond which a run is no headline."""


def plain(text: str) -> str:
    """Letters and digits of `text` alone, folded: what makes two headlines the same."""
    return _PLAIN.sub("", fold(text))


def plain_of_folded(folded: str) -> str:
    """`plain` for a text that is folded already."""
    return _PLAIN.sub("", folded)


def title_forms(titles: Sequence[str]) -> frozenset[str]:
    """What the headline may read, after the page's titles: each whole, and without the site's name before or after it."""
    forms: set[str] = set()
    for title in titles:
        title = title[:LONGEST]
        forms.add(plain(title))
        cuts = list(_SEPARATOR.finditer(title))
        for cut in cuts:
            forms.add(plain(title[: cut.start()]))
            forms.add(plain(title[cut.end() :]))
        if len(cuts) >= 2:
            forms.add(plain(title[cuts[0].end() : cuts[-1].start()]))
    return frozenset(form for form in forms if len(form) >= 4)


def _may_open(text: str, openings: set[str]) -> bool:
    """False where the first letter or digit of `text` begins none of the forms."""
    for letter in text:
        if letter.isalnum():
            return letter.casefold()[0] in openings
    return False


def headline_runs(runs: Sequence[Run], forms: frozenset[str]) -> list[int]:
    """The indices of the headline's runs (one, or the lines of one heading); empty where there is none."""
    best, best_score, best_key = -1, 0.0, ""
    named: list[tuple[int, str]] = []
    openings = {form[0] for form in forms}
    longest = max(map(len, forms), default=0) * 2  # a form is without the title's blanks and punctuation
    for index, run in enumerate(runs):
        level = run.box.level
        size = len(run.text)
        if size > LONGEST or size < 4 or run.box.hidden:
            continue
        if not level and (index > 400 or size > longest):
            continue
        score = {1: 3.0, 2: 1.0, 3: 0.5}.get(level, 0.0)
        if not level and not _may_open(run.text, openings):
            continue
        key = ""
        if score or (index < 400 and size >= 12):
            key = plain(run.text)
            if len(key) < 4:
                continue
            if key in forms:
                score += 3.0 + min(len(key), 40) / 40
                if level:
                    named.append((index, key))
            elif len(key) >= 12 and any(key in form or (form in key and len(form) >= 12) for form in forms):
                score += 1.5
            elif not level:
                continue
        if not score:
            continue
        if run.link_chars * 2 > size:
            score -= 1.5
        if "headline" in run.box.hints or "headline" in run.hints:
            score += 1.0
        if score > best_score + 0.01:
            best, best_score, best_key = index, score, key
    if best < 0 or best_score < 2.4:
        return []
    other = _other_half(best_key, named, forms)
    best = best if other is None else other
    box = runs[best].box
    if not box.level:
        return [best]
    return [i for i in range(max(0, best - 3), min(len(runs), best + 4)) if runs[i].box is box]


def _other_half(key: str, named: Sequence[tuple[int, str]], forms: frozenset[str]) -> int | None:
    """The heading with which the one that reads `key` makes the whole title, where it is the longer of the two.

    Of “Ferry moves north | Quay Post” a page may set the newspaper's name as its first heading.
    """
    for index, other in named:
        if len(other) > len(key) and (other + key in forms or key + other in forms):
            return index
    return None
