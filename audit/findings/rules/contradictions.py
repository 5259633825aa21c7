"""Notices that contradict the page they stand on, or stand where nobody meets them."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.names import names
from audit.findings.notice_scope import of_this_text
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.rules.editing import disowns_editing
from audit.findings.sites import plain
from audit.findings.sketches import credit, notice
from audit.findings.specimen import specimen
from audit.findings.words import finds
from audit.model import Block, DisclaimerKind, Evidence, Markup, Quoted


def _views_under_agency(case: Case) -> Iterator[Draft]:
    if case.provenance.kind != "wire":
        return
    carried = next(
        (c for c in case.text_credits if c.role == "carried" and c.outlet.name and isinstance(c.evidence, Quoted)), None
    )
    if carried is None or any(finds("opinion-label", b.span.of(case.text)) for b in _labels(case)):
        return
    for one in case.disclaiming("views"):
        if one.placement == "footer":
            continue  # the site's own line for all its pages, comments and columns among them
        yield Draft(
            f"The notice speaks of an author's views; the text is credited to {carried.outlet.name}.",
            (one.evidence, carried.evidence),
            confidence=0.9 * carried.strength,
            key="views-under-agency-copy",
        )
        return


def _labels(case: Case) -> list[Block]:
    """Short blocks above the first paragraph, where a section or a genre is named."""
    first = case.paragraphs[0].start if case.paragraphs else 0
    return [b for b in case.page.blocks if b.start < first and b.end - b.start <= 60]


SPEAKER_MISMATCH = Rule(
    code="DIS508",
    name="views-notice-under-agency-copy",
    level="warning",
    consumes="disclaimer",
    summary="“The views are the author's” under news copy of an agency.",
    why="The notice makes a report look like opinion, and takes from the publisher what it should answer for.",
    answer="Take the notice off agency copy.",
    standards=("BBC, Editorial Guidelines, impartiality: news and opinion are told apart",),
    false_positives=("Commentary that an agency does distribute.",),
    check=_views_under_agency,
    fires=(
        lambda: specimen(
            "body: PORT ELSE (Northwire) - The ferry will stop.",
            "disclaimer: The views and opinions expressed herein are those of the author.",
            kind="wire",
            credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
            notices=[notice(("views",), "The views and opinions expressed herein are those of the author.")],
        ),
    ),
    spares=(
        lambda: specimen(
            "other: Opinion",
            "body: PORT ELSE (Northwire) - The ferry must stay.",
            "disclaimer: The views and opinions expressed herein are those of the author.",
            kind="wire",
            credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
            notices=[notice(("views",), "The views and opinions expressed herein are those of the author.")],
        ),
        lambda: specimen(
            "body: The ferry must stay.",
            "disclaimer: The views and opinions expressed herein are those of the author.",
            notices=[notice(("views",), "The views and opinions expressed herein are those of the author.")],
        ),
    ),
)


def _not_edited_own_byline(case: Case) -> Iterator[Draft]:
    notices = [d for d in case.disclaiming("not-edited") if disowns_editing(case, d)]
    byline = case.page.byline
    if not notices or not byline:
        return
    if any(names(byline, n) for n in case.provider_names) or finds("agencies", byline):
        return
    name = case.provenance.publisher.name
    if not (name and plain(name) in plain(byline)) and not finds("staff-edit", byline):
        return
    block = next((b for b in case.bylines if byline.strip() in b.span.of(case.text)), None)
    signed: Evidence = case.quote(block.span) if block is not None else Markup("author", byline)
    yield Draft(
        "The notice says that staff did not edit this text; the byline names the publisher's own staff.",
        (notices[0].evidence, signed),
        confidence=0.9,
        key="not-edited-own-byline",
    )


NOT_EDITED_OWN_BYLINE = Rule(
    code="DIS510",
    name="not-edited-under-own-byline",
    level="warning",
    consumes="disclaimer",
    summary="“Not edited by our staff” stands under the publisher's own byline.",
    why="One of the two statements is untrue of this text, and readers cannot tell which.",
    answer="Give the byline to whoever wrote the text, or take the notice away.",
    standards=("AP, Statement of News Values: bylines tell who did the reporting",),
    false_positives=("“Edited by” for the headline alone, where the notice says so.",),
    check=_not_edited_own_byline,
    fires=(
        lambda: specimen(
            "byline: Edited by Mira Tolland",
            "body: The ferry will stop.",
            "disclaimer: This story has not been edited by our staff.",
            byline="Edited by Mira Tolland",
            kind="wire",
            notices=[notice(("not-edited",), "This story has not been edited by our staff.")],
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: Edited by Mira Tolland",
            "body: The ferry will stop.",
            "disclaimer: News is information that was checked first-hand by the reporter.",
            byline="Edited by Mira Tolland",
            notices=[notice(("not-edited",), "News is information that was checked first-hand by the reporter.")],
        ),
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            "disclaimer: This story has not been edited by our staff.",
            byline="Northwire",
            kind="wire",
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
            notices=[notice(("not-edited",), "This story has not been edited by our staff.")],
        ),
        lambda: specimen(
            "byline: By Mira Tolland",
            "body: The ferry will stop.",
            "disclaimer: This story has not been edited by our staff.",
            kind="wire",
            notices=[notice(("not-edited",), "This story has not been edited by our staff.")],
        ),
    ),
)

_MATTERS: tuple[DisclaimerKind, ...] = (
    "as-is",
    "not-edited",
    "sponsored",
    "press-release",
    "automated",
    "translation",
    "ugc",
)


def _out_of_sight(case: Case) -> Iterator[Draft]:
    wrapper = [b.start for b in case.labelled("comments", "related", "newsletter")]
    last = max((b.end for b in case.paragraphs), default=0)
    after_text = [s for s in wrapper if s >= last]
    for one in case.disclaiming(*_MATTERS):
        below = any(s < one.start for s in after_text) and one.start >= last
        if not below and one.placement != "footer":
            continue
        if not any(of_this_text(case, one, kind) for kind in one.kinds if kind in _MATTERS):
            continue
        where = "in the page's footer" if one.placement == "footer" else "below the comments or related links"
        yield Draft(
            f"A notice that bears on the whole text stands {where}.",
            (one.evidence, absent("the notice", "the text and the lines next to it")),
            confidence=0.8,
        )


NOTICE_OUT_OF_SIGHT = Rule(
    code="DIS509",
    name="notice-out-of-sight",
    level="info",
    consumes="disclaimer",
    summary="A notice that changes what the text is stands below comments, related links, or in the footer.",
    why="A reader of the article does not meet it.",
    answer="Put it at the text: above it, or in its last line.",
    standards=("FTC, Native Advertising: A Guide for Businesses, on where disclosures stand",),
    false_positives=("A second copy of a notice that also stands at the text.",),
    check=_out_of_sight,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "related: Ten boats to see",
            "disclaimer: This story has not been edited by our staff.",
            notices=[notice(("not-edited",), "This story has not been edited by our staff.")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This story has not been edited by our staff.",
            "related: Ten boats to see",
            notices=[notice(("not-edited",), "This story has not been edited by our staff.")],
        ),
    ),
)


def _advertisement_in_markup(case: Case) -> Iterator[Draft]:
    for one in case.page.declares("type"):
        if "advertisercontentarticle" not in plain(one.value):
            continue
        if case.disclaiming("sponsored") or any(finds("paid-label", b.span.of(case.text)) for b in _labels(case)):
            continue
        yield Draft(
            "The markup declares an advertiser's content; no label on the page says so.",
            (Markup(one.place, one.value), absent("a label", "the page's notices and the lines above the text")),
            confidence=0.8,
            basis="declared",
            key="advertisement-in-markup",
        )
        return


TYPE_CONTRADICTED = Rule(
    code="TRN805",
    name="paid-type-only-in-markup",
    level="note",
    consumes="page",
    summary="The markup declares an advertiser's article; readers see no label.",
    why="Machines are told that somebody paid, and people are not.",
    answer="Label the page as the markup does.",
    standards=("schema.org, AdvertiserContentArticle", "FTC, Native Advertising: A Guide for Businesses"),
    false_positives=("A label in a picture.",),
    check=_advertisement_in_markup,
    fires=(
        lambda: specimen(
            "body: The new ferry is the best.",
            declared=[("type", "AdvertiserContentArticle", "json-ld:@type")],
        ),
    ),
    spares=(
        lambda: specimen(
            "other: Sponsored",
            "body: The new ferry is the best.",
            declared=[("type", "AdvertiserContentArticle", "json-ld:@type")],
        ),
        lambda: specimen("body: The ferry will stop.", declared=[("type", "NewsArticle", "json-ld:@type")]),
    ),
)

RULES = (SPEAKER_MISMATCH, NOT_EDITED_OWN_BYLINE, NOTICE_OUT_OF_SIGHT, TYPE_CONTRADICTED)
