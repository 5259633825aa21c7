"""Credits in the page's words: marks of the lexicon, judged by where they stand.

A row says what its form means; the place decides whether it means it here (`_COUNTS`). A form of its own strength of
0.7 or more is enough; weaker ones count where another form of another group names the same outlet.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.lexicon import forms
from audit.lexicon.credit_words import only_labels
from audit.lexicon.word_sets import holds
from audit.model import Credit, CreditRole, Mark, Node, Outlet, Page, Publisher
from audit.provenance.outlet_names import common_name

from .doubts import (
    can_prefix,
    in_andhra,
    institution,
    is_subject,
    may_be_a_surname,
    means_other_things,
    named_in_full,
    newsy,
)
from .naming import UNNAMED, is_publisher, known, names_in, others_in, tidy
from .position import Place, Positions
from .source_lists import listed_sources

ANYWHERE: frozenset[Place] = frozenset({"head", "lead", "inside", "end", "tail"})
_COUNTS: dict[str, frozenset[Place]] = {
    "dateline": frozenset({"head", "lead"}),
    "prefix": frozenset({"head", "lead"}),
    "byline": frozenset({"head", "lead", "tail", "end"}),
    "label": frozenset({"head", "lead", "tail", "end"}),
    "tail": frozenset({"end", "tail", "head"}),
    "source": frozenset({"head", "tail", "end"}),
    "release-source": frozenset({"head", "tail", "end", "inside"}),
    "release-head": frozenset({"head"}),
    "copyright": frozenset({"tail", "end"}),
    "mixed": frozenset({"head", "tail", "end"}),
    "signoff": ANYWHERE,
    "syndicator": frozenset({"head", "tail", "end", "inside"}),
    "republished": frozenset({"head", "lead", "tail", "end", "inside"}),
    "notice": ANYWHERE,
}
"""Where a form of each group is a credit."""
_NAMES_SOURCE = frozenset({"source", "tail", "label", "republished"})
"""Groups that may name whence a figure or a picture is, as well as whose text this is."""
_OWN_LINE = frozenset({"byline", "label", "source", "copyright", "mixed", "syndicator"})
"""Groups that count inside the text, too, where they have a block for themselves that is labelled as wrapper."""
_SLOT_NAMES: dict[Place, str] = {
    "head": "head", "lead": "lead", "inside": "inline", "end": "tail", "tail": "tail", "caption": "caption",
}  # fmt: skip
SURE = 0.7
SUBJECT = 0.75
"""Strength of a source line that names whom the text is about: the issuer of what is printed."""
FAR_OFF = 0.5
"""Strength of an agency's name alone that stands among other things behind the text."""
_CREDITING = frozenset({"credit", "dateline", "release", "photo", "byline"})
_OF_ITSELF = frozenset({"republished", "mixed", "signoff"})
"""Groups whose forms speak of "this story"; a page's template often files them with the teasers right under the text."""
WEAK_DATELINE = 0.75
_HOUSE_AND_AGENCY = "credit.house-and-agency"
_JOINED = frozenset({_HOUSE_AND_AGENCY, "credit.person-agency"})
_CREDIT_LABELS = frozenset({"byline", "credit", "author-bio", "dateline"})
_LOOSE = frozenset({"credit.tail-outlet", "credit.person-outlet"})
"""Forms so short that only a full name will do."""
_BEHIND = frozenset({"credit.tail-outlet", "credit.person-brackets"})
"""Forms that are a credit behind the text alone: above it a name and an agency in brackets may be a picture's."""
_HOST_LINE = "credit.host-line"
HEAD_OR_TAIL = frozenset(
    {"credit.release-submitted", "credit.submitted-by", "credit.release-of.world", "credit.rueckfragen"}
)
"""Forms of an issuer that inside a text may be a part's heading: "Statement from the Governor"."""
_RELEASE_KINDS = frozenset({"release-wire"})
_NEWSROOMS = frozenset({"newspaper", "magazine", "website"})
_BETWEEN_KINDS = frozenset({"syndicator", "republisher", "aggregator"})


def from_text(page: Page, publisher: Publisher, positions: Positions) -> list[Credit]:
    """Credits found in the text, weak ones among them; see `settle`."""
    found: list[Credit] = []
    for mark in page.marks:
        row = forms.row(mark.row)
        names_issuer = row.family == "disclaimer" and row.says == "issuer"
        if not names_issuer and (row.role is None or row.family not in _CREDITING):
            continue
        place = positions.place(mark.start, mark.end)
        if place == "caption":
            found += _photo(page, mark, row)
            continue
        if not _counts(page, positions, mark, row, place):
            continue
        if row.says == "source-heading":
            found += listed_sources(page, publisher, positions, mark, row)
        else:
            found += _credits(page, publisher, positions, mark, row, place)
    return found


def _counts(page: Page, positions: Positions, mark: Mark, row: forms.Row, place: Place) -> bool:
    if place in ("lead", "inside", "end") and row.group in _OWN_LINE | {"tail"} and positions.is_heading(mark.start):
        return False  # "Xinhua" above a paragraph about Xinhua
    if row.family == "dateline" and row.strength < WEAK_DATELINE and not positions.opens_text(mark.start):
        return False
    if place == "elsewhere" and row.group in _OF_ITSELF:
        beside = positions.next_to_text(mark.start) or positions.above_text(mark.start)
        return beside and positions.whole_block(mark.start, mark.end)
    if place in _COUNTS.get(row.group, ANYWHERE):
        if row.id == "credit.tail-agency-bare":
            return place == "end"
        if row.id == "dateline.bare-agency":
            return place == "lead"  # above it, `UNI: Athletics` is a section's name
        if row.id == _HOST_LINE:
            return _only_host(page, positions, mark) and _signs_text(positions, mark)
        if row.group == "release-source" and row.id != "credit.source-issuer" and positions.in_list(mark.start):
            return False
        if row.id in HEAD_OR_TAIL and place == "inside":
            return False
        if row.group == "byline" and place == "tail" and positions.in_list(mark.start):
            return False  # `source_lists` reads it
        if row.id in _BEHIND:
            return place == "tail" and positions.whole_block(mark.start, mark.end)
        if row.says == "agencies" or (row.id in _JOINED and place in ("tail", "end")):
            # Words of common use, and names that might be any list: only where the block is taken for a credit, too.
            return page.blocks[positions.block_at(mark.start)].label in _CREDIT_LABELS
        if place == "lead" and row.group == "byline":
            return positions.whole_block(mark.start, mark.end)
        if row.group == "tail" and place == "head":
            return positions.whole_block(mark.start, mark.end)
        return True
    if place == "inside" and row.group in _OWN_LINE | {"tail"}:
        block = page.blocks[positions.block_at(mark.start)]
        if row.id == _HOST_LINE:
            return block.label in ("credit", "byline", "other") and _only_host(page, positions, mark)
        return block.label in ("credit", "byline") and positions.whole_block(mark.start, mark.end)
    return False


def _credits(
    page: Page, publisher: Publisher, positions: Positions, mark: Mark, row: forms.Row, place: Place
) -> Iterator[Credit]:
    quote = page.quote(mark.start, mark.end)

    def credit(role: CreditRole, name: str | None, kind: str = "provider", strength: float = row.strength) -> Credit:
        node = Node(name, "intermediary" if kind == "intermediary" else "provider")
        return Credit(role, node, row.id, quote, mark.start, mark.end, round(strength, 2), _slot(row, place))

    steps: list[tuple[str, Outlet | None]] = []
    via = mark.slot("via")
    if via:
        words = tidy(via.of(page.text))
        outlet = known(words)
        name = common_name(outlet) if outlet else words
        if row.group == "prefix" and not can_prefix(words, outlet, publisher):
            return
        if row.id == _HOUSE_AND_AGENCY and only_labels(words):
            return  # "Source - X": no house, `composed` reads it
        if name.casefold() not in UNNAMED and not is_publisher(name, outlet, publisher):
            role: CreditRole = "release" if outlet is not None and outlet.kind in _RELEASE_KINDS else "distributed"
            if row.id != _HOUSE_AND_AGENCY and (outlet is not None or row.resolve == "any"):
                yield credit(role if role == "release" else "distributed", name, "intermediary")
    slot = mark.slot("outlet")
    if slot:
        words = slot.of(page.text)
        parts = words.split(" - ") if row.group == "prefix" else [words]
        for part in parts:
            steps += names_in(part, any_name=row.resolve == "any")
    elif row.names:
        outlet = known(row.names)
        steps.append((common_name(outlet) if outlet else row.names, outlet))
    elif row.resolve == "none" and row.says in ("unnamed-provider", "agencies"):
        if row.role != "mixed":
            yield credit(row.role or "carried", None)
        return
    issuer = mark.slot("issuer")
    if issuer:
        name = tidy(issuer.of(page.text))
        if name and not is_publisher(name, known(name), publisher):
            yield credit("release", name, strength=max(row.strength, _issuer_strength(page, row, mark, name)))
    named_agencies = [name for name, _ in steps]
    for i, (name, outlet) in enumerate(steps):
        if is_publisher(name, outlet, publisher):
            continue
        if row.group in _NAMES_SOURCE and holds("platform", name):
            continue
        if row.id == _HOST_LINE and (quote.quote[:4].lower() == "www." or (outlet is None and not newsy(name))):
            continue
        if row.id == "credit.joint-outlets" and (len(steps) < 2 or others_in(words)):
            return
        if name == "Associated Press" and row.family == "dateline" and in_andhra(page.text, mark):
            continue
        if row.id in _LOOSE and not (slot and named_in_full(slot, page.text, outlet)):
            continue
        role = _role(row, outlet, publisher, name)
        if row.group == "prefix" and i + 1 < len(steps) and role == "carried":
            role = "distributed"
        strength = row.strength
        if (
            row.group == "copyright"
            and outlet is not None
            and outlet.kind != "syndicator"
            and positions.next_to_text(mark.start)
        ):
            strength = max(strength, 0.8)
        if row.id == "credit.bare-agency" and slot and means_other_things(slot.of(page.text), name, page.language):
            strength = 0.5 if not _closes_text(page, positions, mark, place) else SURE
        if row.group == "byline" and place == "tail" and not _signs_text(positions, mark):
            strength = min(strength, FAR_OFF)
        if row.id == "credit.person-agency" and slot and may_be_a_surname(page.text, slot):
            strength = 0.5
        if outlet is None and row.resolve == "known" and row.scope == "line" and len(named_agencies) == 1:
            strength *= 0.95
        yield credit(role, name, "intermediary" if role == "distributed" else "provider", strength)


def _only_host(page: Page, positions: Positions, mark: Mark) -> bool:
    """Whether a site's address is all that its block says, in no list of sources, and no other line of the page is one."""
    others = {page.text[m.start : m.end].casefold() for m in page.marks if m.row == _HOST_LINE}
    return len(others) == 1 and positions.whole_block(mark.start, mark.end) and not positions.in_list(mark.start)


def _issuer_strength(page: Page, row: forms.Row, mark: Mark, name: str) -> float:
    """A source line names the issuer for sure where the text is about it, or where only an issuer is named so."""
    if not row.group.startswith("release-"):
        return 0.0
    trailer = row.id == "credit.source-issuer" and page.text.startswith("SOURCE ", mark.start)
    sent = row.id in ("credit.submitted-by", "credit.rueckfragen") and institution(name)
    return SUBJECT if trailer or sent or is_subject(page, name) else 0.0


def _closes_text(page: Page, positions: Positions, mark: Mark, place: Place) -> bool:
    """Whether a name of three letters or more in capitals, no link, is the line right under the text: `APS`."""
    words = page.text[mark.start : mark.end].strip(" .")
    block = positions.block_at(mark.start)
    alone = len(words) >= 3 and words.isupper() and not page.blocks[block].links
    return alone and place == "tail" and block == positions.last + 1 and positions.whole_block(mark.start, mark.end)


def _signs_text(positions: Positions, mark: Mark) -> bool:
    """Whether a name alone behind the text is near it, with no heading between."""
    return positions.next_to_text(mark.start) and not positions.behind_heading(mark.start)


def _role(row: forms.Row, outlet: Outlet | None, publisher: Publisher, name: str) -> CreditRole:
    role = row.role or "carried"
    if role == "carried" and outlet is not None:
        if outlet.kind in _RELEASE_KINDS:
            return "release"
        if outlet.kind in _BETWEEN_KINDS and outlet.kind != publisher.kind and row.group != "copyright":
            return "distributed"  # whose the copyright is, theirs is the text
    if row.group == "source" and role == "carried" and outlet is not None and outlet.kind in _NEWSROOMS:
        return "republished"  # a text that has a newsroom for its source is that newsroom's
    if row.id == "credit.chinese-source" and outlet is not None and outlet.kind == "agency":
        return "carried"
    if row.group == "label" and (institution(name) if outlet is None else outlet.kind == "official"):
        return "release"
    return role


def _photo(page: Page, mark: Mark, row: forms.Row) -> Iterator[Credit]:
    """In a caption every credit is the picture's."""
    slot = mark.slot("outlet")
    if slot and row.role != "republished":
        for name, _ in names_in(slot.of(page.text), any_name=False):
            quote = page.quote(mark.start, mark.end)
            yield Credit("photo", Node(name, "provider"), row.id, quote, mark.start, mark.end, 0.9, "caption")


def _slot(row: forms.Row, place: Place) -> str:
    if row.family == "dateline":
        return "dateline"
    if row.group == "byline":
        return "byline" if place in ("head", "lead") else "tail"
    if row.group == "label":
        return "label"
    return _SLOT_NAMES.get(place, "inline")
