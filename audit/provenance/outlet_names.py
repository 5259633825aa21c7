"""One outlet, one name: how outlets are called in credits, citations, publishers and the chain.

An outlet of the lexicon goes by its common name, the one by which the field and its own credit lines know it, in Latin
script (`dpa`, `AFP`, `PTI`, `Yonhap`, `RIA Novosti`), whatever the page calls it; an outlet that the lexicon does not
know goes by the name that the page gives it first. So a corpus can join credits and publishers by name. The words as
written stay in the evidence.

One exception: an outlet that a text cites in another script than Latin, or in its language's own transcription from one,
is shown as the text writes it (`Коммерсантъ`, `新京报`, German `Misan` for Mizan), for that is what a reader of the page
looks for; `key` leads from either name to the one outlet.
"""

from __future__ import annotations

import re
from functools import lru_cache

from audit.lexicon.closed_classes import word_set
from audit.lexicon.outlets import by_name
from audit.model import Outlet

LATIN_END = "\u024f"
"""The last letter of Latin script, extensions included."""
SHORT = 4
OTHER_SCRIPTS = word_set(
    "RU UA BY BG RS MK KZ KG TJ MN AM GE GR CY IL IR AF PK IN BD LK NP CN TW HK JP KR KP TH MM LA KH SA AE QA "
    "KW BH OM YE JO SY LB IQ PS EG LY SD TN DZ MA MR"
)
"""Countries whose press is written in another script than Latin, in whole or in good part."""
ALIKE = 0.65
"""How alike two spellings of one name are, at least; `difflib` ratio. Not measured, set by a dozen pairs of spellings."""

_ARTICLE = re.compile(r"(?:the|der|die|das|dem|den|le|la|les|l'|l’|el|il|lo|o|a|de|het)\s+|l['’]", re.IGNORECASE)


def common_name(outlet: Outlet) -> str:
    """The name that an outlet goes by, without what tells its row from a namesake's: `ABC (España)`."""
    return outlet.name.partition(" (")[0]


def cited_as(outlet: Outlet, written: str) -> str:
    """What a cited outlet is shown as: its common name, or the text's words in another script or transcribed from one."""
    as_written = _is_native(written) or _is_transcription(outlet, written)
    return " ".join(written.split()) if as_written else common_name(outlet)


def _is_transcription(outlet: Outlet, written: str) -> bool:
    """Whether the words spell a name of another script otherwise than the common name does: `Iswestija`, `Misan`."""
    name = common_name(outlet)
    if written.isupper() or letters(written) == letters(name) or len(written.split()) != len(name.split()):
        return False
    if outlet.country not in OTHER_SCRIPTS:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, written.casefold(), name.casefold()).ratio() >= ALIKE


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
