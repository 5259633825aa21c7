"""One outlet, one name: how outlets are called in credits, citations, publishers and the chain.

An outlet of the lexicon goes by its common name, the one by which the field and its own credit lines know it, in Latin
script (`dpa`, `AFP`, `PTI`, `Yonhap`, `RIA Novosti`), whatever the page calls it; an outlet that the lexicon does not
know goes by the name that the page gives it first. So a corpus can join credits and publishers by name. The words as
written stay in the evidence.

One exception: an outlet that a text cites in another script than Latin is shown as the text writes it (`Коммерсантъ`,
`新京报`), for that is what a reader of the page looks for; `key` leads from either name to the one outlet.
"""

from __future__ import annotations

import re
from functools import lru_cache

from audit.lexicon.outlets import by_name
from audit.model import Outlet

LATIN_END = "\u024f"
"""The last letter of Latin script, extensions included."""
SHORT = 4

_ARTICLE = re.compile(r"(?:the|der|die|das|dem|den|le|la|les|l'|l’|el|il|lo|o|a|de|het)\s+|l['’]", re.IGNORECASE)


def common_name(outlet: Outlet) -> str:
    """The name that an outlet goes by, without what tells its row from a namesake's: `ABC (España)`."""
    return outlet.name.partition(" (")[0]


def cited_as(outlet: Outlet, written: str) -> str:
    """What a cited outlet is shown as: its common name, or the words of the text where they are in another script."""
    return " ".join(written.split()) if _is_native(written) else common_name(outlet)


def _is_native(written: str) -> bool:
    """Whether a name is written in a script of its own; a short one in capitals (`АП`) is as ambiguous as in Latin."""
    first = next((char for char in written if char.isalpha()), "a")
    return first > LATIN_END and not (len(written) < SHORT and written.isupper())


@lru_cache(maxsize=4096)
def called(name: str) -> str:
    """What the outlet of this name goes by: its common name, or the words themselves where the lexicon has none."""
    outlet = by_name(name)
    return common_name(outlet) if outlet is not None else " ".join(name.split())


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The key under which all names of an outlet fall together; empty where the name has neither letter nor digit.

    `The New York Times` and `New York Times` are one outlet; so are `GLOBE NEWSWIRE` and `GlobeNewswire`, `IRNA` and
    `the Islamic Republic News Agency`.
    """
    return letters(called(name).partition(" (")[0])


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
