"""What kind of page this is: the first that holds of sponsored, press-release, republished, wire, aggregator, original.

A portal whose business is others' text is an aggregator even when the text is an agency's; only a licence or permission
named as such, a paid label and a release come before that.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import forms
from audit.lexicon.word_sets import words_of
from audit.model import Absence, Address, Credit, Disclaimer, Evidence, Mark, Markup, Page, PageKind, Publisher

from .credits.contributions import LISTED
from .credits.from_text import HEAD_OR_TAIL
from .credits.naming import is_publisher, known, path_of, plain
from .credits.position import Positions
from .disclaimers.clauses import LEARNED

_PAID_PATHS = words_of("paid-path")
_RELEASE_PATHS = words_of("release-path")
_PAID_TYPES = frozenset({"advertisercontentarticle"})


def decide_kind(
    page: Page,
    publisher: Publisher,
    credits: Sequence[Credit],
    disclaimers: Sequence[Disclaimer],
    positions: Positions | None = None,
) -> tuple[PageKind, tuple[Evidence, ...]]:
    """The kind and what decided it; `unknown` where the page cannot be assessed and nothing on it says what it is.

    `positions` as in `find_credits`.
    """
    for kind, found in (
        ("sponsored", _paid(page, disclaimers)),
        ("press-release", _release(page, publisher, credits, disclaimers, positions)),
        ("republished", _republished(publisher, credits)),
        ("wire", _wire(publisher, credits)),
        ("aggregator", _aggregator(publisher, credits, disclaimers)),
    ):
        if found:
            return kind, found[:6]  # type: ignore[return-value]  # the kinds of the tuple above
    if not page.assessable:
        return "unknown", (Absence("readable article text", page.not_assessable_because or "the page"),)
    if not any(block.label in ("body", "quote") for block in page.blocks):
        return "unknown", (Absence("article text", "the page"),)
    byline = [block for block in page.blocks if block.label == "byline"]
    evidence: list[Evidence] = [page.quote(block.start, block.end) for block in byline[:1]]
    return "original", (
        *evidence,
        Absence("a credit, notice or label that says the text is another's", "text, markup and address"),
    )


def _paid(page: Page, disclaimers: Sequence[Disclaimer]) -> tuple[Evidence, ...]:
    found: list[Evidence] = [
        Markup(said.place, said.value)
        for said in page.declares("type", "sponsored")
        if said.name == "sponsored" or said.value.casefold().strip() in _PAID_TYPES
    ]
    found += [d.evidence for d in disclaimers if d.placement != "footer" and _says_by_rule(d, "sponsored")]
    found += [Address("path", part) for part in path_of(page).split("/")[:-1] if part in _PAID_PATHS]
    return tuple(found)


def _says_by_rule(notice: Disclaimer, kind: str) -> bool:
    """Whether a rule of the lexicon reads this kind in the notice: that a sentence only reads like one decides no page."""
    return any(clause.kind == kind and clause.row != LEARNED for clause in notice.clauses)


ENOUGH = 0.85
"""Weight of the marks, from at least two groups, that make a text a release."""
WIRE = 0.6
SIGNED = 0.3
"""A wire in the author's place or in the sign-off, not in a dateline, which a report on a release quotes, too."""
_SIGNED = frozenset({"byline", "head", "tail"})


def _release(
    page: Page,
    publisher: Publisher,
    credits: Sequence[Credit],
    disclaimers: Sequence[Disclaimer],
    positions: Positions | None,
) -> tuple[Evidence, ...]:
    """Marks of a release from two groups: a wire's dateline alone is a hint, for reports on releases have it too."""
    for notice in disclaimers:
        if notice.placement != "footer" and _says_by_rule(notice, "press-release"):
            return (notice.evidence,)
    marks: dict[str, tuple[float, Evidence]] = {}

    def add(group: str, weight: float, evidence: Evidence) -> None:
        if weight > marks.get(group, (0.0, evidence))[0]:
            marks[group] = (weight, evidence)

    if publisher.kind == "release-wire" and publisher.evidence:
        add("published by a wire", WIRE, publisher.evidence[0])
        add("a wire's business", WIRE, publisher.evidence[-1])
    for credit in credits:
        if credit.role == "release":
            outlet = known(credit.outlet.name or "")
            if outlet is not None and outlet.kind == "release-wire":
                add(f"wire {credit.slot}", WIRE, credit.evidence)
                if credit.slot in _SIGNED or credit.form == "markup.author":
                    add("signed by a wire", SIGNED, credit.evidence)
            else:
                add("issuer", 1.0 if credit.form == "credit.provided-by" else 0.5, credit.evidence)
                add("issuer credited", 0.5 if credit.strength >= 0.7 else 0.1, credit.evidence)
    positions = positions or Positions(page)
    for mark in page.marks:
        row = forms.row(mark.row)
        if row.family == "release" or row.says in ("issuer", "release-dateline", "release-mark"):
            place = positions.place(mark.start, mark.end)
            if place in ("elsewhere", "caption") or _about_the_house(page, publisher, mark):
                continue
            if row.id in HEAD_OR_TAIL and (place == "inside" or positions.in_list(mark.start)):
                continue
            add(row.group if row.family == "release" else row.says, row.strength, page.quote(mark.start, mark.end))
    for part in path_of(page).split("/")[:-1]:
        if part in _RELEASE_PATHS:
            add("path", 0.5, Address("path", part))
    if len(marks) < 2 or sum(weight for weight, _ in marks.values()) < ENOUGH:
        return ()
    return tuple(dict.fromkeys(evidence for _, evidence in sorted(marks.values(), key=lambda found: -found[0])))


def _about_the_house(page: Page, publisher: Publisher, mark: Mark) -> bool:
    """`About Newsbarn` on Newsbarn is the site's own page."""
    issuer = mark.slot("issuer")
    return issuer is not None and is_publisher(issuer.of(page.text), None, publisher)


_PORTALS_OWN = frozenset(
    {
        "markup.canonical",
        "credit.read-original-bare",
        "credit.chinese-source",
        "composed.source",
        "composed.by",
        "composed.via",
    }
)
"""Forms by which a portal says whence it has its texts, all of them."""


def _republished(publisher: Publisher, credits: Sequence[Credit]) -> tuple[Evidence, ...]:
    if publisher.kind == "aggregator":
        # A portal's canonical address and provider line are its business, not a permission.
        return tuple(
            c.evidence for c in credits if c.role == "republished" and c.form not in _PORTALS_OWN and c.outlet.name
        )
    found = [c for c in credits if c.role == "republished" and c.outlet.name]
    if all(c.form == "markup.canonical" for c in found) and any(
        c.role == "carried" and c.start is not None for c in credits
    ):
        found = []  # agency copy that a sister title published first is still agency copy
    return tuple(c.evidence for c in found) or _syndicate(credits)


def _syndicate(credits: Sequence[Credit]) -> tuple[Evidence, ...]:
    """Copy of a syndicate of columns is licensed, not wired."""
    return tuple(
        c.evidence
        for c in credits
        if c.role in ("carried", "translated")
        and (outlet := known(c.outlet.name or "")) is not None
        and outlet.kind in ("republisher",)
    )


_NEWSROOMS = frozenset({"newspaper", "broadcaster", "magazine", "agency"})


def _wire(publisher: Publisher, credits: Sequence[Credit]) -> tuple[Evidence, ...]:
    if publisher.kind == "aggregator":
        # A portal that puts its own name beside the agency's into the dateline carries the copy under its brand.
        return tuple(c.evidence for c in credits if c.role == "carried" and _own_brand(publisher, c))
    carried = [c for c in credits if c.role == "carried"]
    if carried:
        return tuple(c.evidence for c in carried)
    # Who stands between is credited alone: a service's copy, under the brand of a house that is known for its own.
    between = tuple(c.evidence for c in credits if c.role == "distributed" and c.outlet.name)
    if between and publisher.kind in _NEWSROOMS:
        return between
    # House and agency in one line and no person: the agency's copy, touched up. With a person it is `contributed`.
    # A list of sources is what went into the house's own text.
    return tuple(c.evidence for c in credits if c.role == "mixed" and c.outlet.name and c.form not in LISTED)


def _own_brand(publisher: Publisher, credit: Credit) -> bool:
    words = plain(getattr(credit.evidence, "quote", ""))
    return (
        credit.slot == "dateline"
        and "prefix" not in credit.form
        and bool(publisher.name)
        and plain(publisher.name) in words
    )


def _aggregator(
    publisher: Publisher, credits: Sequence[Credit], disclaimers: Sequence[Disclaimer]
) -> tuple[Evidence, ...]:
    if publisher.kind == "aggregator":
        supplied = tuple(c.evidence for c in credits if c.role in ("carried", "distributed", "republished", "release"))
        return (*supplied, *publisher.evidence[:2]) or (Absence("own reporting", "a portal of others' texts"),)
    referred = tuple(
        d.evidence
        for d in disclaimers
        if "as-is" in d.kinds and d.complaints_to and "provider" in d.complaints_to.casefold()
    )
    between = tuple(c.evidence for c in credits if c.role == "distributed")
    return referred or between
