"""Whose text this is: every line, field and address part that says so, told from what only looks like it.

One strong sign is enough; weak signs count where two of different sorts name the same outlet.
"""

from __future__ import annotations

from audit.model import Credit, Page, Publisher

from .from_markup import from_markup
from .from_text import SURE, from_text
from .naming import plain
from .position import Positions

__all__ = ["find_credits"]

MOST_CREDITS = 60


def find_credits(page: Page, publisher: Publisher) -> tuple[Credit, ...]:
    """The page's credits in the order of the text, markup last.

    The publisher is never credited for its own text. A step that the page refers to without naming it has an outlet
    without a name, and is given only where no provider is named.
    """
    positions = Positions(page)
    return settle([*from_text(page, publisher, positions), *from_markup(page, publisher)])


def settle(found: list[Credit]) -> tuple[Credit, ...]:
    """Credits that are sure, alone or together; each form once for one outlet at one place."""
    groups: dict[str, set[str]] = {}
    for credit in found:
        groups.setdefault(plain(credit.outlet.name), set()).add(_sort(credit))
    kept: dict[tuple[str, str, int | None], Credit] = {}
    named = any(c.outlet.name and c.role not in ("photo", "cited") and c.strength >= SURE for c in found)
    for credit in sorted(found, key=lambda c: (c.start is None, c.start or 0, -c.strength)):
        key = plain(credit.outlet.name)
        if credit.outlet.name is None and (named or credit.strength < 0.6):
            continue
        if credit.outlet.name and credit.role != "photo" and credit.strength < SURE and len(groups[key]) < 2:
            continue
        kept.setdefault((key, credit.role, credit.start), credit)
    return tuple(kept.values())[:MOST_CREDITS]


def _sort(credit: Credit) -> str:
    """Signs of the same sort do not confirm each other."""
    return credit.slot if credit.start is not None else credit.form
