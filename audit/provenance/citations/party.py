"""Outlets that are a party to the story: sued, sold or accused, they answer through a spokesperson and relay nothing.

"A Reuters spokesperson said in an email", "AFP's lawyers": whoever is spoken for so is not cited for a report anywhere in the
text, for what it says there is its own answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from audit.model import Citation
from audit.provenance.citations.rows import BLANK, EDGE, words
from audit.provenance.outlet_names import key

REACH = 40
"""Characters before and behind a name in which its speaker must stand."""
MOST = 40
"""Mentions of one name that are looked at."""


def not_parties(text: str, found: Sequence[Citation], languages: Sequence[str]) -> Iterable[Citation]:
    """The citations of outlets that no spokesperson answers for in the text."""
    named: dict[str, set[str]] = {}
    for citation in found:
        if citation.outlet.type == "outlet":
            named.setdefault(key(citation.outlet.name or ""), set()).add(text[citation.start : citation.end])
    parties = {name for name, forms in named.items() if any(_is_spoken_for(text, form, languages) for form in forms)}
    return (c for c in found if c.outlet.type != "outlet" or key(c.outlet.name or "") not in parties)


def are_parties(text: str, names: Iterable[str], languages: Sequence[str]) -> frozenset[str]:
    """Those of `names`, as the text writes them, that a spokesperson answers for."""
    return frozenset(name for name in names if _is_spoken_for(text, name, languages))


def _is_spoken_for(text: str, form: str, languages: Sequence[str]) -> bool:
    """Whether a speaker stands beside an outlet's name, in the form in which the text cites it, at its first mentions."""
    before, behind = _patterns(languages[0]) if languages else (None, None)
    if behind is None:
        return False
    at = -1
    for _ in range(MOST):
        at = text.find(form, at + 1)
        if at < 0:
            return False
        end = at + len(form)
        if behind.match(text[end : end + REACH]) or (before and before.search(text[max(0, at - REACH) : at])):
            return True
    return False


@cache
def _patterns(language: str) -> tuple[Any, Any]:
    """What stands before a name and behind it. In German the name before is as often the one who was told."""
    import re2

    known = words()[language]
    if not known.party:
        return None, None
    behind = re2.compile(f"(?i)(?:['’]s|[-‑])?{BLANK}*(?:{known.party})(?:{EDGE}|$)")
    if language == "de":
        return None, behind
    small = f"(?:of|for|de|del|della|da|do|di|du|van){BLANK}+"
    article = f"(?:the|la|le|el|il|o|a|l['’]){BLANK}*"
    return re2.compile(f"(?i)(?:^|{EDGE})(?:{known.party}){BLANK}+(?:{small})(?:{article})?$"), behind
