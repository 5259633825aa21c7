"""Whose text this is: every line, field and address part that says so, told from what only looks like it.

One strong sign is enough; weak signs count where two of different sorts name the same outlet.
"""

from __future__ import annotations

from audit.lexicon import forms
from audit.model import Credit, Page, Publisher

from .composed import LOOSE, composed
from .contributions import told_apart
from .from_markup import from_markup
from .from_text import SURE, from_text
from .naming import known, plain
from .opening import opening
from .position import Positions

__all__ = ["find_credits"]

MOST_CREDITS = 60
UNNAMED_SURE = 0.6
"""From here on a line that names nobody counts."""
ISSUER = 0.5
"""From here on the issuer in a release's trailer counts, where the wire is credited."""
_PROVIDING = frozenset({"carried", "republished", "release"})


def find_credits(page: Page, publisher: Publisher, positions: Positions | None = None) -> tuple[Credit, ...]:
    """The page's credits in the order of the text, markup last.

    The publisher is never credited for its own text. A step that the page refers to without naming it has an outlet
    without a name, and is given only where no provider is named. `positions` are the page's, where at hand.
    """
    positions = positions or Positions(page)
    by_rows = from_text(page, publisher, positions)
    if not any(credit.slot == "dateline" for credit in by_rows):
        by_rows += opening(page, publisher, positions)
    by_words = composed(page, publisher, positions, by_rows)
    by_rows = [credit for credit in by_rows if credit.form not in LOOSE or not _overlaps(credit, by_words)]
    return told_apart(page, settle([*by_rows, *by_words, *from_markup(page, publisher)]))


def _overlaps(credit: Credit, others: list[Credit]) -> bool:
    """Whether a credit in the text lies on words that another lies on."""
    start, end = credit.start or 0, credit.end or 0
    return any((other.start or 0) < end and start < (other.end or 0) for other in others)


def settle(found: list[Credit]) -> tuple[Credit, ...]:
    """Credits that are sure, alone or together; each form once for one outlet at one place."""
    found = [credit for credit in found if not _only_input(credit, found)]
    wire = any(c.role == "release" and c.strength >= SURE and _is_wire(c) for c in found)
    groups: dict[str, set[str]] = {}
    for sign in found:
        groups.setdefault(plain(sign.outlet.name), set()).add(_sort(sign))
    kept: dict[tuple[str, str, int | None], Credit] = {}
    named = any(c.outlet.name and c.role not in ("photo", "cited") and c.strength >= SURE for c in found)
    for one in sorted(found, key=lambda c: (c.start is None, c.start or 0, -c.strength)):
        # "Adapted from its original source": whose, another line says.
        credit = _named_elsewhere(one, found) if one.outlet.name is None and named else one
        if credit is None or (credit.outlet.name is None and credit.strength < UNNAMED_SURE):
            continue
        key = plain(credit.outlet.name)
        issuer = wire and credit.role == "release" and credit.strength >= ISSUER
        if (
            credit.outlet.name
            and credit.role != "photo"
            and credit.strength < SURE
            and len(groups[key]) < 2
            and not issuer
        ):
            continue
        kept.setdefault((key, credit.role, credit.start), credit)
    return tuple(kept.values())[:MOST_CREDITS]


def _only_input(credit: Credit, found: list[Credit]) -> bool:
    """Whether a line says "with dpa" where a form for the agency's name alone matches in it, too."""
    if credit.role != "carried" or credit.start is None or _group(credit) in ("mixed", ""):
        return False
    return any(
        other.role == "mixed"
        and other.outlet.name == credit.outlet.name
        and other.start is not None
        and other.start < (credit.end or 0)
        and credit.start < (other.end or 0)
        and _group(other) == "mixed"
        for other in found
    )


def _group(credit: Credit) -> str:
    """The group of the row that a credit in the text is by; empty for one that is read from its words."""
    return "" if credit.form.startswith("composed.") else forms.row(credit.form).group


def _is_wire(credit: Credit) -> bool:
    outlet = known(credit.outlet.name or "")
    return outlet is not None and outlet.kind == "release-wire"


def _named_elsewhere(credit: Credit, found: list[Credit]) -> Credit | None:
    """A line that speaks of a provider without naming it, read with the one provider that the page names."""
    providers = {c.outlet.name: c for c in found if c.outlet.name and c.strength >= SURE and c.role in _PROVIDING}
    if len(providers) != 1 or credit.strength < UNNAMED_SURE:
        return None
    (other,) = providers.values()
    return Credit(other.role, other.outlet, credit.form, credit.evidence, credit.start, credit.end, SURE, credit.slot)


def _sort(credit: Credit) -> str:
    """Signs of the same sort do not confirm each other."""
    return credit.slot if credit.start is not None else credit.form
