"""Credits in the author field of the markup: an agency, a person of one, a house and an agency.

The field holds whatever a desk types into it: "Jane Doe, Associated Press", "Source: AFP", "PA Environment Correspondent",
"Newsbarn via AP", "By Ann Lee of rnz.co.nz". An agency in it says whose text it is; so does another newsroom where the field
holds its name and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.model import Declared, Outlet, Page, Publisher
from audit.provenance.outlet_names import common_name

from .naming import UNNAMED, is_publisher, known, listed_agency, names_in, others_in, plain, tidy

LONGEST = 160
AGENCY = 0.8
NEWSROOM = 0.72
"""Strength of another newsroom's full name as the author."""
AMBIGUOUS = 0.55
"""Strength of a name that means other things too, or may be a brand of the publisher's own house."""
SUPPLIERS = frozenset({"agency", "release-wire", "syndicator"})
_BEFORE = re.compile(
    r"^(?:source|quelle|fuente|fonte|bron|źródło|kaynak|text|texte|texto|testo|корреспондент|correspondent|por|par|von|by|di|da|"
    r"od|door|av|af)\b\s*:?\s+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",?\s+(?:traduit|übersetzt|translated|traducido|traduzido|tradotto|tłum|adapted|bearbeitet|adapté|adaptado)\b.*$"
    r"|\s*[•|·–—-]\s*(?:updated|mis à jour|actualizado|aktualisiert)\b.*$",
    re.IGNORECASE,
)
_VIA = re.compile(r"\s+via\s+", re.IGNORECASE)
_HOST = re.compile(r"(?:\bof|\bfrom|\bfor|,)\s+((?:[a-z0-9-]+\.)+[a-z]{2,6})$", re.IGNORECASE)
_STAFF = re.compile(
    r"(?:[^\W\d_]+\s+){0,3}(?:correspondent|reporter|writer|editor|staff|journalist|korrespondent(?:in)?|correspondant(?:e)?|corresponsal|corrispondente)s?$",
    re.IGNORECASE,
)


def author_credits(page: Page, publisher: Publisher) -> Iterator[tuple[Declared, str, Outlet | None, bool, float]]:
    """What author fields credit: the field, the outlet's name, the outlet, whether it is joint with the house, how sure."""
    for said in page.declares("author"):
        if "://" in said.value or len(said.value) > LONGEST:
            continue
        words = _BEHIND.sub("", _BEFORE.sub("", said.value.strip())).strip()
        if words.casefold() in UNNAMED:
            continue
        whole = known(words)
        found = [(common_name(whole), whole)] if whole else _named(words)
        others = [(name, outlet) for name, outlet in found if not is_publisher(name, outlet, publisher)]
        more = whole is None and others_in(words)
        for name, outlet in others:
            agency = outlet is None or outlet.kind in SUPPLIERS
            written_for = outlet is not None and outlet.kind == "republisher" and _affiliated(words)
            if not agency and whole is None and not written_for and not _HOST.search(words):
                continue
            # An author field with somebody of the house and an agency in it is joint work.
            joint = len(found) > len(others) or (whole is None and more and not _affiliated(words))
            yield said, name, outlet, joint, AGENCY if agency or written_for else _newsroom(words, outlet, publisher)


def _newsroom(words: str, outlet: Outlet | None, publisher: Publisher) -> float:
    """How sure another newsroom's name is no brand of the house: its site is known, and the names share nothing."""
    own, theirs = plain(publisher.name), plain(words)
    alike = not own or theirs in own or own in theirs
    sure = outlet is not None and bool(outlet.domains) and publisher.domain is not None and not alike
    distinct = len(tidy(words).split()) > 1 or not getattr(outlet, "needs_context", True)
    return NEWSROOM if sure and distinct else AMBIGUOUS


def _named(words: str) -> list[tuple[str, Outlet | None]]:
    found = names_in(words, any_name=False)
    if found:
        return found
    via = _VIA.split(words)
    if len(via) > 1 and (found := [pair for part in via for pair in names_in(part, any_name=False)]):
        agencies = [pair for pair in found if pair[1] is None or pair[1].kind in SUPPLIERS]
        return agencies or found[-1:]  # "AP via Boston Globe": whose text it is, not the way it came
    if (host := _HOST.search(words)) and (outlet := known(host[1])) is not None:
        return [(common_name(outlet), outlet)]
    parts = re.split(r"\s*[,|]\s*|\s+for\s+(?=[A-Z])", words)
    return [pair for part in parts for pair in names_in(part, any_name=False) or _of_staff(part)]


def _of_staff(part: str) -> list[tuple[str, Outlet | None]]:
    """`PA Environment Correspondent`, `ТАСС Иван Лысенко`: an agency and what somebody does there, or who it is."""
    first, _, rest = part.partition(" ")
    if listed_agency(first) and first.isupper() and (_STAFF.fullmatch(rest) or not first.isascii()):
        outlet = known(first)
        return [(common_name(outlet) if outlet else first, outlet)]
    return []


def _affiliated(words: str) -> bool:
    """`Jane Doe, Associated Press`: her affiliation, not a second author."""
    parts = re.split(r"\s*[,|/]\s*|\s+for\s+(?=[A-Z])", words)
    if any(known(part) is not None or listed_agency(part) or _of_staff(part) for part in parts[1:]):
        return True
    return bool(_HOST.search(words) or _VIA.search(words) or _of_staff(words))
