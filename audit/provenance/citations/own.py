"""Who cites nobody by naming itself: the page's publisher and everybody whose text it carries.

Where material of an agency was used ("mit Material der KNA"), the text is not the agency's, and what was said to it is cited.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import outlets
from audit.model import Credit, Outlet, Publisher
from audit.provenance.citations.candidates import Candidate
from audit.provenance.outlet_names import LATIN_END, letters

SHORTENED = 4
"""Letters of the least name by which a house calls itself in short: "the Observer", of The Charlotte Observer."""
_OWN_ROLES = frozenset({"carried", "distributed", "republished", "release", "translated"})


def own_names(publisher: Publisher, credited: Sequence[Credit]) -> frozenset[str]:
    """The letters of the names of the publisher and of those credited for the text, with the lexicon's aliases."""
    known: list[Outlet | None] = [outlets.by_host(publisher.domain) if publisher.domain else None]
    plain = [publisher.name, *(c.outlet.name for c in credited if c.role in _OWN_ROLES)]
    known.extend(outlets.by_name(name) for name in plain if name)
    names = {name for name in plain if name}
    for outlet in known:
        if outlet is not None:
            names.update((outlet.name, *outlet.aliases))
    return frozenset(letters(name) for name in names)


def is_own(candidate: Candidate, text: str, own: frozenset[str]) -> bool:
    """Whether a candidate is one of them, as the lexicon or as the page writes it."""
    written = letters(text[candidate.start : candidate.end])
    if letters(candidate.name) in own:
        return True
    if written[:1] > LATIN_END and any(_inflected(written, name) for name in own):
        return True
    return is_own_name(written, own)


def is_own_name(written: str, own: frozenset[str]) -> bool:
    """Whether the letters of a name are one of them, or its last word: "the Observer", of The Charlotte Observer."""
    return written in own or (len(written) >= SHORTENED and any(name.endswith(written) for name in own))


def _inflected(one: str, other: str) -> bool:
    """Whether two names differ in their endings alone: `Фонтанке`, `Фонтанка`."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= SHORTENED and max(len(one), len(other)) - same <= 2
