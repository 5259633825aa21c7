"""Joint copy told from a contribution: whose text it is when a line names the house and an agency.

"Le Monde avec AFP" in the byline, and nobody else: the agency's copy, touched up, so the text is joint (`mixed`). Where a
person signs ("Ann Lee with AAP") or a line only says what went in ("With inputs from PTI", "The Associated Press contributed
to this report"), the text is the house's own and the agency's part in it is a contribution (`contributed`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from audit.model import Credit, Page, Quoted

from .naming import known, names_in

_UP_FRONT = frozenset({"byline", "head", "markup", "dateline"})
_JOINT_FORMS = frozenset({"credit.house-and-agency", "credit.joint-source", "credit.house-with-agency-brackets"})
"""Forms that name the house beside the agency wherever they stand: `Źródło: PAP, Onet`."""
LISTED = frozenset({"credit.source-heading", "composed.inputs-of-person"})
"""Forms that list the sources of a house's own text: each on a line of its own under a heading, or behind who wrote it."""
_PERSON = re.compile(r"\b[^\W\d_]{2,}\s+[^\W\d_]{2,}")
_INPUT = re.compile(r"\s+(?:and|with|et|avec|und|mit|y|con|e|com|en|met)\s+|\s*[/|,]\s*", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por|di|da|door|av|af)\s+", re.IGNORECASE)
_WITH = re.compile(r"(?:with|avec|mit|con|com|met|med)\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){2,3}")
_CAPITALS = re.compile(r"(?:[^\W\d_][\w'’.-]+ ){1,3}[^\W\d_][\w'’.-]+")
_APART = re.compile(r"\s*[|·•,:;\n]\s*|\s+(?=\d)|\d[\d.:/-]*\s*")
_HOUSE = re.compile(
    r"\b(?:the|le|la|les|l['’]|el|los|das|der|die|il|lo|redaktion|rédaction|redacción|redação|redazione|redactie|newsroom|staff|desk|news|"
    r"tv|radio|online|agence|agencia|agentur|team)\b|\d",
    re.IGNORECASE,
)


def told_apart(page: Page, credits: Sequence[Credit]) -> tuple[Credit, ...]:
    """The credits, those of role `mixed` made `contributed` where the text is the house's own."""
    mixed = [credit for credit in credits if credit.role == "mixed"]
    if not mixed:
        return tuple(credits)
    signed = _signed(page, mixed)
    return tuple(
        msgspec.structs.replace(credit, role="contributed")
        if credit.role == "mixed" and not _joint(credit, signed)
        else credit
        for credit in credits
    )


def _joint(credit: Credit, signed: bool) -> bool:
    if credit.outlet.name is None:
        return False
    if credit.form in LISTED:
        return True
    if credit.slot in _UP_FRONT:
        return not signed
    if credit.form == "credit.house-with-agency-brackets" and not _names_house(credit):
        return False  # "(with AFP)" says what went in, "(FRANCE 24 with AFP)" whose it is
    return credit.form in _JOINT_FORMS and not _opens_with_person(credit)


def _names_house(credit: Credit) -> bool:
    words = credit.evidence.quote.lstrip(" .!?\"'):;([") if isinstance(credit.evidence, Quoted) else ""
    return not _WITH.match(words)


def _opens_with_person(credit: Credit) -> bool:
    return isinstance(credit.evidence, Quoted) and names_person(credit.evidence.quote)


def _signed(page: Page, credits: Sequence[Credit]) -> bool:
    """Whether a person is named as author, beside houses and agencies."""
    quoted = [c.evidence for c in credits if isinstance(c.evidence, Quoted)]
    if any(names_person(q.quote) for q in quoted):
        return True
    for block in page.blocks:
        if block.label == "byline" and not any(q.start < block.end and block.start < q.end for q in quoted):
            if _PERSON.search(page.text[block.start : block.end]):
                return True
    for said in page.declares("author"):
        if known(said.value) is None and "://" not in said.value and _PERSON.search(said.value):
            if not names_in(said.value, any_name=False):
                return True
    return False


def has_person(words: str) -> bool:
    """Whether words with dates and labels among them name a person: `Ann Lee 13-10-25, 16:02`."""
    return any(names_person(part) for part in _APART.split(words) if part)


def names_person(line: str) -> bool:
    """Whether a byline of somebody and an agency begins with a person: "Ann Lee with AAP", "A. D. avec AFP"."""
    first = _BY.sub("", _INPUT.split(line.strip(" ()[]"))[0]).strip()
    if _INITIALS.fullmatch(first):
        return True
    return bool(_CAPITALS.fullmatch(first)) and first.istitle() and not _HOUSE.search(first) and known(first) is None
