"""Text that somebody paid for, or that its subject issued."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import credit, notice
from audit.findings.specimen import specimen
from audit.findings.words import finds
from audit.model import Address, Block, Quoted


def _above(case: Case, name: str) -> Block | None:
    """A short block at or above the first paragraph of the text that has a word of list `name`."""
    first = case.paragraphs[0].start if case.paragraphs else len(case.text)
    for block in case.page.blocks:
        if block.start > first:
            return None
        if block.end - block.start <= 200 and finds(name, block.span.of(case.text)):
            return block
    return None


def _paid(case: Case) -> Iterator[Draft]:
    notices = case.disclaiming("sponsored")
    if case.provenance.kind != "sponsored" and not notices:
        return
    evidence = tuple(d.evidence for d in notices[:2]) or case.provenance.kind_evidence[:2]
    if not evidence:
        return
    yield Draft("Somebody paid for this text or its place.", evidence, confidence=0.9, key="paid")


PAID_CONTENT = Rule(
    code="DIS518",
    name="paid-content",
    level="note",
    consumes="disclaimer",
    summary="The page says, somewhere, that somebody paid.",
    why="What is paid for serves whoever pays. It looks like an article and is an advertisement.",
    answer="Treat it as a statement of the payer, and name the payer when citing it.",
    standards=(
        "FTC, guides on native advertising (16 CFR 255)",
        "Journalism Trust Initiative (CWA 17493): sponsored content is labelled",
    ),
    false_positives=("A label of a neighbouring box taken for the article's.",),
    check=_paid,
    fires=(
        lambda: specimen(
            "disclaimer: Sponsored content",
            "headline: A better ferry",
            "body: The new ferry is the best.",
            kind="sponsored",
            notices=[notice(("sponsored",), "Sponsored content", placement="before")],
        ),
    ),
    spares=(lambda: specimen("body: The sponsored content on that site was removed, Ivo Brandt said."),),
)


def _label_too_late(case: Case) -> Iterator[Draft]:
    notices = case.disclaiming("sponsored")
    if case.provenance.kind != "sponsored" or not notices or not case.paragraphs:
        return
    if any(d.placement == "before" for d in notices) or _above(case, "paid-label") is not None:
        return
    last = case.paragraphs[-1].end
    late = [d for d in notices if d.start >= last or d.placement in ("after", "footer")]
    if len(late) != len(notices):
        return
    yield Draft(
        "That somebody paid is said only after the text.",
        (late[0].evidence, absent("a label", "the lines up to the first paragraph")),
        confidence=0.8,
        key="label-too-late",
    )


LABEL_TOO_LATE = Rule(
    code="DIS503",
    name="paid-label-not-near-headline",
    level="warning",
    consumes="disclaimer",
    summary="The label of a paid text stands below it and not at the headline.",
    why="Readers who do not reach the end take an advertisement for reporting.",
    answer="Put the label at the headline, in words that everybody understands.",
    standards=("FTC, Native Advertising: A Guide for Businesses: disclosures stand near the headline",),
    false_positives=("A label in a picture or a coloured bar at the top.",),
    check=_label_too_late,
    fires=(
        lambda: specimen(
            "headline: A better ferry",
            "body: The new ferry is the best.",
            "disclaimer: This content was paid for by Ferry Lines.",
            kind="sponsored",
            notices=[notice(("sponsored",), "This content was paid for by Ferry Lines.", placement="after")],
        ),
    ),
    spares=(
        lambda: specimen(
            "other: Sponsored",
            "headline: A better ferry",
            "body: The new ferry is the best.",
            "disclaimer: This content was paid for by Ferry Lines.",
            kind="sponsored",
            notices=[notice(("sponsored",), "This content was paid for by Ferry Lines.", placement="after")],
        ),
    ),
)


def _release_as_news(case: Case) -> Iterator[Draft]:
    if case.provenance.kind != "press-release":
        return
    if case.provenance.publisher.kind in ("release-wire", "syndicator", "official"):
        return
    if not case.text_credits and _issues_it(case):
        return  # a body that shows its own release on its own site
    if case.disclaiming("press-release", "sponsored") or _above(case, "release-label") or _above(case, "paid-label"):
        return
    visible = [c for c in case.provenance.credits if isinstance(c.evidence, Quoted)]
    if any(c.role == "release" and c.slot in ("byline", "head", "label") for c in visible):
        return
    evidence = tuple(c.evidence for c in case.text_credits[:2]) or case.provenance.kind_evidence[:2]
    if not evidence:
        return
    yield Draft(
        "The text was issued by its subject, and no label at its head says so.",
        (*evidence, absent("a label such as “press release”", "the lines up to the first paragraph")),
        confidence=0.6,
        key="release-as-news",
    )


def _issues_it(case: Case) -> bool:
    """True where what shows the page to be a release stands in its address, as in a body's own press section."""
    return any(isinstance(e, Address) for e in case.provenance.kind_evidence)


RELEASE_AS_NEWS = Rule(
    code="DIS504",
    name="press-release-as-news",
    level="note",
    consumes="credit",
    summary="A release stands on the page like an article, without a label.",
    why="Whoever issued it wrote about itself. Nobody independent asked a question.",
    answer="Label it at the top as a release and name the issuer.",
    standards=("Journalism Trust Initiative (CWA 17493): third-party content is labelled",),
    false_positives=("Portals that publish nothing but releases and are known for it.",),
    check=_release_as_news,
    fires=(
        lambda: specimen(
            "headline: Ferry Lines opens route",
            "body: PORT ELSE /Relwire/ -- Ferry Lines today announced a route.",
            kind="press-release",
            credits=[credit("release", "Relwire", "/Relwire/", "dateline")],
        ),
    ),
    spares=(
        lambda: specimen(
            "other: Press release",
            "headline: Ferry Lines opens route",
            "body: PORT ELSE /Relwire/ -- Ferry Lines today announced a route.",
            kind="press-release",
            credits=[credit("release", "Relwire", "/Relwire/", "dateline")],
        ),
        lambda: specimen(
            "headline: Ferry Lines opens route",
            "body: PORT ELSE /Relwire/ -- Ferry Lines today announced a route.",
            kind="press-release",
            publisher_kind="release-wire",
            credits=[credit("release", "Relwire", "/Relwire/", "dateline")],
        ),
    ),
)

RULES = (PAID_CONTENT, LABEL_TOO_LATE, RELEASE_AS_NEWS)
