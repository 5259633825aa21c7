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
import unicodedata
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

GERMAN_ARTICLES = word_set("der die das dem den")
ARTICLES = GERMAN_ARTICLES | word_set("the le la les el il lo o a de het")
"""Articles by which names of the press begin, in lower case; `l'` aside, which is written onto its name."""
_ARTICLE = re.compile(rf"\A(?:(?:{'|'.join(sorted(ARTICLES))}|l['’])\s+|l['’])", re.IGNORECASE)


def common_name(outlet: Outlet) -> str:
    """The name that an outlet goes by, without what tells its row from a namesake's: `ABC (España)`."""
    return outlet.name.partition(" (")[0]


def cited_as(outlet: Outlet, written: str, text: str = "", end: int = 0) -> str:
    """What a cited outlet is shown as: its common name, or the words of `text`, whose mention `written` ends at `end`.

    The words are shown in another script or transcribed from one; where they are the long form of a common name that is an
    abbreviation or an address, and do not explain it at once; and where they are the abbreviation of a name that `text`
    has nowhere.
    """
    common = common_name(outlet)
    if unicodedata.normalize("NFKC", written[-len(common) :]) == common:  # `米ＣＮＮ`
        return common
    if _is_native(written) or _is_transcription(outlet, written):
        return " ".join(written.split())
    if not text or common in _BY_ABBREVIATION or letters(common) == letters(written) or not _opens_in_latin(written):
        return common
    if _ADDRESS.match(common):
        return common if _ADDRESS.match(written) else written
    if _ABBREVIATION.match(common):
        explained = common in text[end : end + len(common) + 3]
        return common if explained or _ABBREVIATION.match(written) else _uninflected(outlet, written)
    return common if not _ABBREVIATION.match(written) or common in text else written


_BY_ABBREVIATION = word_set("AP AFP dpa DPA PTI ANI IANS EFE TASS AAP BBC PA AA SID TNS CNN")
"""Outlets that everybody calls by their abbreviation, also where a text spells them out."""
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ0-9]{2,6}\Z")
_ADDRESS = re.compile(r"[\w-]+\.\w{2,4}\Z")


def _opens_in_latin(written: str) -> bool:
    """Whether a name begins with a Latin capital: not `БТА`, and not `persbureau ANP`, which has the common name."""
    return written[0].isupper() and written[0] <= LATIN_END


def _uninflected(outlet: Outlet, written: str) -> str:
    """The words as the lexicon lists them first: `Katholische Nachrichten-Agentur` for `Katholischen …`."""
    words = " ".join(_ARTICLE.sub("", " ".join(written.split()), count=1).split())
    alike = (a for a in outlet.aliases if len(a.split()) == len(words.split()) and a[:5] == words[:5])
    return next(alike, words)


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
