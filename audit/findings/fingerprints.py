"""Fingerprints: the same finding has the same name in the next audit, wherever its words have moved.

A fingerprint is made of the rule's code and of what the finding rests on, the quoted words with white space and case
folded, never of positions. A second finding of one rule on the same words gets the next number of its own. It says
*what* was found; *where* (which target) is for the baseline to keep.
"""

from __future__ import annotations

from hashlib import sha256

from audit.model import Absence, Address, Evidence, Markup, Quoted

LENGTH = 16
"""Hex digits; 64 bits tell the findings of one page apart."""


def fingerprint(code: str, evidence: tuple[Evidence, ...], key: str = "", nth: int = 0) -> str:
    """The fingerprint of a finding of rule `code`; `key` replaces the evidence where a rule gives one."""
    parts = [code, key] if key else [code, *map(_words, evidence)]
    if nth:
        parts.append(str(nth))
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _words(item: Evidence) -> str:
    match item:
        case Quoted():
            return "q:" + " ".join(item.quote.split()).casefold()
        case Markup():
            return f"m:{item.place}={item.value}"
        case Address():
            return f"a:{item.part}={item.value}"
        case Absence():
            return f"n:{item.looked_for}"
        case _:
            return f"s:{item.what}={item.value}"
