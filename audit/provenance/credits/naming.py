"""From the words of a slot to the outlets they name: joint credits split, wrapping taken off, the publisher told apart."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from audit.lexicon.word_sets import words_of
from audit.model import Outlet, Page, Publisher
from audit.provenance.outlet_names import common_name

_JOINT = re.compile(
    r"\s*[/|;]\s*"
    r"|\s+(?:and|und|et|y|e|en|och|og|i|ve|and the|sowie|with|avec|mit|con|com)\s+(?=[A-ZА-ЯΑ-Ω\u0590-\u06ff\u4e00-\u9fff])"
    r"|\s*,\s*(?=[A-Z\u0590-\u06ff]|(?:dpa|epd|kna|sid|sda|ats|awp|apa|afp|dts|ritzau|tt|ntb)\b)|\s*[+&]\s*|\s+[–—-]\s+"
)
_WRAPPING = re.compile(
    r"^(?:the|la|le|les|el|die|der|das|il|by|from|von|par|por|via)\s+"
    r"|^(?:agency|agencia de noticias|agence de presse|agenzia di stampa|agência de notícias|agence|agencia|agentur|news agency|"
    r"agência|agenzia|nachrichtenagentur|redazione)\s+"
    r"|^[\s(\[\"'“”‘’«»—–-]+"
    r"|(?:,?\s+(?:inc|llc|ltd|limited|l\.p|s\.a|gmbh|ag|plc|corp|co)\.?)$"
    r"|[\s)\].,:;\"'“”‘’«»*|-]+$"
    r"|\s+(?:staff|reporters?|writers?|correspondents?|news service|newsroom|inputs?|feed|staff writers?|service)$"
    r"|\s*\((?:[A-Z]{2,6}|[^\s()]{1,8})\)$"
    r"|(?:®|™)$",
    re.IGNORECASE,
)
_DESK = re.compile(r"^([^\W\d_]{2,5})-[a-z]{2,4}$")
_CODES = re.compile(r"(?:\s*[,/]\s*[a-z]{2,4})+$")
_DATE_TAIL = re.compile(r"[\s,|–—-]+(?:\w+\s+)?\d[\w\s.,:/-]*$")
UNNAMED = words_of("unnamed-outlet")
"""Words in an outlet's place that name nobody."""


@lru_cache(maxsize=2048)
def tidy(words: str) -> str:
    """A name without articles, brackets, company forms and the like around it."""
    words = " ".join(words.replace("\u200b", "").replace("\u00ad", "").split())
    for _ in range(6):
        shorter = _WRAPPING.sub("", words, count=1).strip()
        if shorter == words or not shorter:
            break
        words = shorter
    return words


_DESKS = words_of("desk")
"""What stands behind an outlet's name for one of its desks or services."""
_WRITTEN_AS_ONE = {
    "AFP時事": ("AFP", "時事通信"), "AFP=時事": ("AFP", "時事通信"), "AP共同": ("AP", "共同通信"), "AP=共同": ("AP", "共同通信"),
    "新華社=共同": ("新華社", "共同通信"), "共同": ("共同通信",), "時事": ("時事通信",),
}  # fmt: skip
"""Japanese credits in short: joint ones without a joint, and names that mean other things outside a credit."""
_DESK_CODES = {"reu": "Reuters", "rtr": "Reuters"}
"""Agencies as the desks of German-language papers abbreviate them in a list: `sda/dpa/reu`."""
_SERVICES = {"ots": "news aktuell"}
"""Services that are credited by their own name, and the house that runs them."""


def known(words: str) -> Outlet | None:
    """The outlet of the table that these words name, with or without wrapping."""
    from audit.lexicon.outlets import by_host, by_name

    for form in dict.fromkeys((words.strip(), tidy(words))):
        if not form:
            continue
        outlet = by_name(form)
        if outlet is None and "." in form.strip(".") and " " not in form:
            outlet = by_host(form)
        if outlet is not None:
            return outlet
    return None


def listed_agency(words: str) -> bool:
    """Whether the words are a name by which agencies are credited."""
    from audit.lexicon.forms.folding import fold
    from audit.lexicon.forms.patterns import folded_names

    return fold(words) in folded_names() or fold(tidy(words)) in folded_names()


def names_in(words: str, *, any_name: bool) -> list[tuple[str, Outlet | None]]:
    """Each outlet named by the words: its name in the table, or its words where `any_name` and it is not there.

    A joint credit gives each of its outlets ("dpa/AFP"); codes beside an agency ("dpa/tmn") give none.
    """
    whole = known(words)
    if whole is not None:
        return [(common_name(whole), whole)]
    if as_one := _WRITTEN_AS_ONE.get(words.replace("＝", "=")):
        return [pair for part in as_one for pair in names_in(part, any_name=False)]
    found: list[tuple[str, Outlet | None]] = []
    parts = [part for part in _JOINT.split(words) if part and part.strip()]
    for part in parts:
        part = _without_codes(_DATE_TAIL.sub("", part))
        part = _DESK_CODES.get(part, part)
        outlet = known(part)
        if outlet is not None:
            found.append((common_name(outlet), outlet))
        elif listed_agency(part):
            found.append((_SERVICES.get(tidy(part).casefold(), tidy(part)), None))
        elif pairs := _by_desk(part) or _hyphenated(part):
            found += pairs
    if not found and any_name:
        name = tidy(_DATE_TAIL.sub("", words))
        if name.casefold() not in UNNAMED and any(char.isalpha() for char in name):
            found.append((name, None))
    return list(dict.fromkeys(found))


def _by_desk(part: str) -> list[tuple[str, Outlet | None]]:
    """An outlet with its desk's country, language or subject behind it: `AFP Deutschland`, `dpa Regional`, `DW Español`."""
    name, _, desk = tidy(part).rpartition(" ")
    if not name or desk.casefold() not in _DESKS:
        return []
    outlet = known(name)
    if outlet is not None and (outlet.kind in ("agency", "broadcaster") or not outlet.needs_context):
        return [(common_name(outlet), outlet)]
    return []


def _hyphenated(part: str) -> list[tuple[str, Outlet | None]]:
    """Two agencies joined by a hyphen: `AFP-JIJI PRESS`."""
    names = re.split("[-–]", part)
    if len(names) != 2 or not all(listed_agency(name) for name in names):
        return []
    return [pair for name in names for pair in names_in(name, any_name=False)]


def _without_codes(part: str) -> str:
    """An agency without its desk's code and the editors' behind it: `dapd-nrd`, `AFP, ces`."""
    short = _CODES.sub("", part)
    if short != part and listed_agency(short):
        part = short
    desk = _DESK.match(part)
    return desk[1] if desk and listed_agency(desk[1]) and not listed_agency(part) else part


def others_in(words: str) -> bool:
    """Whether a joint line names somebody beside the outlets that are known: a person, an unknown house."""
    parts = [part for part in _JOINT.split(words) if part and part.strip()]
    return any(
        known(part) is None and not listed_agency(part) and not _by_desk(part) and not _hyphenated(part)
        for part in parts
    )


def host_of(address: str) -> str:
    """The host of an address, lower case, without port; empty where there is none."""
    rest = address.partition("//")[2] if "//" in address else ""
    return (
        rest.partition("/")[0].partition("?")[0].partition("#")[0].rsplit("@", 1)[-1].partition(":")[0].strip().lower()
    )


_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "nom", "in", "gen"})


@lru_cache(maxsize=1024)
def site(host: str) -> str:
    """What tells one site from another: the last two labels of a host, three under `co.uk` and the like."""
    labels = host.strip(".").split(".")
    keep = 3 if len(labels) >= 3 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


@lru_cache(maxsize=4096)
def plain(name: str | None) -> str:
    """A name for comparison: letters and digits alone, no article, no top-level domain."""
    low = (name or "").casefold().strip()
    low = re.sub(r"^(?:the|le|la|el|die|der|das|il)\s+", "", low)
    low = re.sub(r"\.(?:com|org|net|info|[a-z]{2}|co\.[a-z]{2})$", "", low)
    return "".join(char for char in low if char.isalnum())


def is_publisher(name: str, outlet: Outlet | None, publisher: Publisher) -> bool:
    """Whether a name is the publisher's own."""
    own = publisher.name or ""
    key = plain(name)
    if key and key in (plain(own), plain(publisher.domain)):
        return True
    domain = site(publisher.domain) if publisher.domain else ""
    if domain and key and key == plain(domain):
        return True
    if outlet is None:
        mark = plain(domain) or plain(own)
        if len(mark) >= 5 and mark in key:
            return True  # "Blog Newsbarn" on newsbarn.example
        return bool(domain and "." in name and site(name.casefold().removeprefix("www.")) == domain)
    if domain and any(site(held) == domain for held in outlet.domains):
        return True
    if own in (outlet.name, common_name(outlet), *outlet.aliases):
        return True
    mine = known(own) if own else None
    return mine is not None and mine.name == outlet.name


_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]*(?:by\s+)?(?:\d{4}(?:\s*[-–—/]\s*\d{2,4})?)?[\s,]*(?:by\s+)?(?P<name>[^\d|•·,;(){}\n©]{2,60}?)"
    r"(?=\s*(?:[|•·,;(){}\n©]|(?<!\bSt)(?<!\be)(?<!\bDr)\.|"  # St. Anne Courier, Verein e. V.
    r"\d{4}|[-–—]\s|all rights|alle rechte|tous droits|todos los|todos os|tutti i|reserved|$))",
    re.IGNORECASE,
)


_NO_HOLDER = re.compile(
    r"\b(?:rights|reserved|is|are|this|content|issues?|related|notice|policy|vorbehalten|réservés)\b", re.IGNORECASE
)


def copyright_name(words: str) -> str:
    """The holder that a © line names, or nothing."""
    found = _COPYRIGHT.search(words[:300])
    if not found:
        return ""
    name = tidy(found.group("name"))
    if len(name) < 2 or (name[0].islower() and "." not in name) or _NO_HOLDER.search(name):
        return ""
    return name


def path_of(page: Page) -> str:
    """The path of the page's address, lower case: as fetched or stated, else as the page gives it."""
    addresses = [page.url] if page.url else [d.value for d in page.declares("canonical") if d.value.startswith("http")]
    for address in addresses:
        try:
            return urlsplit(address).path.lower()
        except ValueError:  # a malformed address has no path
            continue
    return ""
