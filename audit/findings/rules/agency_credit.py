"""Another newsroom's copy: where its name stands, and whose name stands in its place."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import UP_FRONT, Case
from audit.findings.names import names
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sites import plain
from audit.findings.sketches import credit
from audit.findings.specimen import specimen
from audit.findings.words import finds
from audit.model import Quoted


def _named_up_front(case: Case, name: str) -> bool:
    if any(c.slot in UP_FRONT and c.outlet.name == name for c in case.visible_credits):
        return True
    return names(case.page.byline or "", name)


def _at_the_end(case: Case) -> Iterator[Draft]:
    if case.provenance.kind not in ("wire", "republished"):
        return
    visible = case.visible_credits
    if not visible or any(_named_up_front(case, c.outlet.name) for c in visible if c.outlet.name):
        return
    last = next((c for c in visible if c.slot == "tail" and c.outlet.name), None)
    first = next(iter(case.paragraphs), None)
    if last is None or (first is not None and last.start is not None and last.start < first.start):
        return
    yield Draft(
        f"That this is the copy of {last.outlet.name} is said only after the text.",
        (last.evidence, absent(f"the name of {last.outlet.name}", "the byline, the head lines and the dateline")),
        confidence=last.strength,
        key=f"credit-at-the-end:{last.outlet.name}",
    )


CREDIT_AT_THE_END = Rule(
    code="SYN401",
    name="agency-copy-not-in-byline",
    level="info",
    consumes="credit",
    summary="The agency whose copy this is is named only below the text.",
    why="Most readers never reach the last line; they take the text for this newsroom's own.",
    answer="Put the agency's name into the byline.",
    standards=(
        "AP, terms for members: AP copy carries AP's byline or credit",
        "schema.org, NewsArticle.sourceOrganization",
    ),
    false_positives=("An agency named in a logo at the top.",),
    check=_at_the_end,
    fires=(
        lambda: specimen(
            "byline: By Mira Tolland",
            "body: The ferry will stop.",
            "credit: Northwire",
            kind="wire",
            credits=[credit("carried", "Northwire", "Northwire", "tail")],
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: By Mira Tolland, Northwire",
            "body: The ferry will stop.",
            "credit: Northwire",
            byline="By Mira Tolland, Northwire",
            kind="wire",
            credits=[credit("carried", "Northwire", "Northwire", "tail")],
        ),
        lambda: specimen(
            "body: PORT ELSE (Northwire) - The ferry will stop.",
            "credit: © Northwire",
            kind="wire",
            credits=[
                credit("carried", "Northwire", "(Northwire)", "dateline"),
                credit("carried", "Northwire", "© Northwire", "tail"),
            ],
        ),
    ),
)


def _only_in_markup(case: Case) -> Iterator[Draft]:
    hidden = [c for c in case.text_credits if c.outlet.name and not isinstance(c.evidence, Quoted)]
    if not hidden or case.visible_credits or not case.html:
        return
    for one in hidden:
        name = one.outlet.name or ""
        if plain(name) not in plain(case.text) and not names(case.text, name):
            yield Draft(
                f"The markup gives this text to {name}; the page itself does not name {name}.",
                (one.evidence, absent(f"the name {name}", "the page's whole text")),
                confidence=one.strength,
                basis="declared",
                key=f"only-in-markup:{name}",
            )
            return


ONLY_IN_MARKUP = Rule(
    code="SYN402",
    name="provider-only-in-markup",
    level="note",
    consumes="credit",
    summary="The provider of the text is named to machines and not to readers.",
    why="The publisher knows whose text it is and tells search engines. Readers see the publisher's page alone.",
    answer="Print the provider's name where readers see it.",
    standards=(
        "schema.org, NewsArticle.provider; Google, structured data: markup describes what is visible on the page",
    ),
    false_positives=("A name that stands in a logo or a picture.", "Markup copied from another article's template."),
    check=_only_in_markup,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            kind="wire",
            credits=[credit("carried", "Northwire", markup="json-ld:NewsArticle.provider.name")],
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            kind="wire",
            credits=[credit("carried", "Northwire", markup="json-ld:NewsArticle.provider.name")],
        ),
    ),
)


def _own_byline(case: Case) -> Iterator[Draft]:
    byline = case.page.byline
    if not byline or case.provenance.kind != "wire":
        return
    strong = [c for c in case.visible_credits if c.role == "carried" and c.outlet.name]
    if not strong or any(names(byline, c.outlet.name) for c in strong):
        return
    name = case.provenance.publisher.name
    own = bool(name) and plain(name or "") in plain(byline)
    if not own and not finds("staff-edit", byline):
        return
    block = next((b for b in case.bylines if byline.strip() and byline.strip() in b.span.of(case.text)), None)
    signed = (case.quote(block.span),) if block is not None else ()
    yield Draft(
        f"The byline signs with “{' '.join(byline.split())}” what the page elsewhere credits to {strong[0].outlet.name}."
        if block is not None
        else f"The byline names this publisher's own people; the page elsewhere credits the text to {strong[0].outlet.name}.",
        (*signed, strong[0].evidence),
        confidence=0.8 * strong[0].strength,
        key="own-byline-on-agency-copy",
    )


OWN_BYLINE = Rule(
    code="SYN403",
    name="own-byline-on-agency-copy",
    level="note",
    consumes="credit",
    summary="The byline names the publisher or its staff over text that the page credits to an agency.",
    why="The byline says “our people reported this”; the credit says that another newsroom did.",
    answer="Let the byline name the agency, and say what the desk did, if it did anything.",
    standards=("AP, Statement of News Values: bylines tell who did the reporting",),
    false_positives=("Joint work of desk and agency, where a mixed credit stands elsewhere.",),
    check=_own_byline,
    fires=(
        lambda: specimen(
            "byline: Harbour Post Staff Reporter",
            "body: PORT ELSE (Northwire) - The ferry will stop.",
            byline="Harbour Post Staff Reporter",
            kind="wire",
            credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: By Mira Tolland",
            "body: PORT ELSE (Northwire) - The ferry will stop.",
            kind="wire",
            credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
        ),
        lambda: specimen(
            "byline: Harbour Post Staff Reporter",
            "body: The ferry will stop.",
            byline="Harbour Post Staff Reporter",
        ),
    ),
)


RULES = (CREDIT_AT_THE_END, ONLY_IN_MARKUP, OWN_BYLINE)
