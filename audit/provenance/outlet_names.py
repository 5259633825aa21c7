"""One outlet, one node: names compared across articles, aliases, spacing and case.

`The New York Times` and `New York Times` are one outlet; so are `GLOBE NEWSWIRE` and `GlobeNewswire`, `IRNA` and
`the Islamic Republic News Agency`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from audit.lexicon.outlets import by_name

_ARTICLE = re.compile(r"(?:the|der|die|das|dem|den|le|la|les|l'|l’|el|il|lo|o|a|de|het)\s+|l['’]", re.IGNORECASE)


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The key under which all names of an outlet fall together; empty where the name has neither letter nor digit."""
    outlet = by_name(name)
    plain = (outlet.name if outlet else " ".join(name.split())).partition(" (")[0]
    return letters(plain)


@lru_cache(maxsize=4096)
def letters(name: str) -> str:
    """The letters and digits of a name, without an article before it."""
    low = name.casefold()
    return "".join(char for char in _ARTICLE.sub("", low, count=1) if char.isalnum()) or low.strip()


class Canonical:
    """Names as they are first met: whoever comes later under another name of the same outlet gets the first one."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def name(self, name: str) -> str:
        """The name that the outlet goes by here."""
        return self._first.setdefault(key(name), name)
