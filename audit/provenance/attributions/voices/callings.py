"""By which common nouns a body is called again: `the regulator`, `the company`, `the agency`."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.voices import names

POLICE = frozenset(("police", "constabulary", "gendarmerie"))

ANY_BODY = word_set("agency body group organisation organization institution")
"""Heads that stand for a body of any sort."""

FIRMS = word_set("company firm operator lender developer retailer carrier maker manufacturer producer startup start-up")

NO_FIRM = word_set(
    """
    organization organisation union association foundation university institute council party federation court league nations
    agency mission church hospital school committee commission society centre center
    """
)
"""Words of names that no company bears."""

NAMED_ONLY = word_set("court police hospital university school council government parliament church office")
"""Heads so common that they go back only to a body whose name has the word."""


def called(name: str, head: str) -> bool:
    """Whether a body's name has the word that it is called by, alone or as the beginning of a compound."""
    words = name.split()
    return head in words or (len(head) > 5 and any(w.startswith(head) and w != head + "s" for w in words))


_ORGANS = {
    "regulator": "regulator authority commission office watchdog",
    "watchdog": "watchdog commission authority ombudsman office inspectorate",
    "department": "department",
    "authority": "authority",
    "commission": "commission",
    "service": "service",
    "force": "force police army",
    "council": "council",
    "ministry": "ministry",
    "institute": "institute",
    "bureau": "bureau",
}
"""Heads that stand for a state's organ of many names, and the words of names that they can stand for."""


def organ(head: str, name: str) -> bool:
    """Whether `the regulator` may mean a state's organ: a name that says what it is, or initials that say nothing."""
    allowed = _ORGANS.get(head)
    if allowed is None:
        return False
    words = name.lower().split()
    silent = len(words) == 1 and words[0] not in names.table("country") | names.table("capital") | _SEATS
    return (silent and head in ("regulator", "watchdog")) or any(w in allowed.split() for w in words)


_SEATS = word_set(
    "kremlin pentagon police army navy parliament congress senate government treasury whitehall knesset duma"
)
