"""Whether the page says who wrote the text: no byline, a desk's, or one for machines alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.names import names
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.rules.identity import is_the_publisher
from audit.findings.sites import plain
from audit.findings.sketches import credit
from audit.findings.specimen import specimen
from audit.findings.words import finds, is_one_of
from audit.model import Markup, Quoted

_FIRM = re.compile(
    r"\b(?:GmbH|mbH|AG|KG|e\. ?V\.|Ltd|LLC|Inc|Corp|S\.?A\.?|SpA|S\.r\.l|B\.?V\.?|Verlag|Media|Online|Studio)(?!\w)"
    r"|\w\.(?:com|net|org|de|at|ch|it|fr|es|co|eu|info)\b|[/@|]"
)
"""Signs that a declared author is a firm or a site: its legal form, a domain."""


def _no_byline(case: Case) -> Iterator[Draft]:
    page = case.page
    if page.byline or page.declares("author") or case.bylines or any(f.name == "byline" for f in page.facts):
        return
    if any(c.slot in ("byline", "head", "label", "dateline") for c in case.text_credits):
        return  # the text is signed with its agency's name
    yield Draft(
        "Nobody signs this text: the page has no byline.",
        (absent("a byline", "the lines around headline and text, and the markup's author"),),
        key="no-byline",
    )


NO_BYLINE = Rule(
    code="TRN801",
    name="no-byline",
    level="note",
    consumes="page",
    summary="Neither the page nor its markup says who wrote the text.",
    why="A byline is whom to ask. Without one readers cannot tell a reporter from a desk, a feed or a machine.",
    answer="Print the author, the desk or the agency; where names are withheld for safety, say so.",
    standards=("Journalism Trust Initiative (CWA 17493): authorship is stated", "The Trust Project: author expertise"),
    false_positives=("Publications without bylines by policy.", "Names that stand in a picture."),
    check=_no_byline,
    fires=(lambda: specimen("headline: Ferry stops", "body: The ferry will stop.", byline=None),),
    spares=(
        lambda: specimen("headline: Ferry stops", "byline: By Mira Tolland", "body: The ferry will stop."),
        lambda: specimen(
            "headline: Ferry stops",
            "body: PORT ELSE (Northwire) - The ferry will stop.",
            byline=None,
            kind="wire",
            credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
        ),
    ),
)


def _desk(case: Case) -> Iterator[Draft]:
    byline = case.page.byline
    if not byline or len(byline) > 80 or any(names(byline, n) for n in case.provider_names):
        return
    bare = byline.strip()
    if len(bare.split()) > 5 or _with_person(bare) or not (finds("desk", bare) or is_one_of("role", bare)):
        return
    block = next((b for b in case.bylines if bare in b.span.of(case.text)), None)
    evidence = case.quote(block.span) if block is not None else Markup("author", byline)
    yield Draft(
        "The byline is a desk or a role, not a person.",
        (evidence,),
        confidence=0.8,
        key="desk-byline",
    )


def _with_person(byline: str) -> bool:
    """True where the desk's word only follows a person's name: `By Mira Tolland, Staff Writer`."""
    return "," in byline or "|" in byline or "edited by" in byline.casefold()


DESK_BYLINE = Rule(
    code="TRN806",
    name="desk-byline",
    level="info",
    consumes="page",
    summary="The byline names a desk or a role: Web Desk, Staff Reporter, Redaktion.",
    why="Under a desk's byline stand own reports, agency copy and releases alike; nobody can be asked.",
    answer="Name the reporter, or the agency whose copy it is.",
    standards=("Journalism Trust Initiative (CWA 17493): authorship is stated", "The Trust Project: author expertise"),
    false_positives=("Publications without personal bylines by policy.", "Reporters at risk."),
    check=_desk,
    fires=(lambda: specimen("byline: By Web Desk", "body: The ferry will stop.", byline="By Web Desk"),),
    spares=(
        lambda: specimen("byline: By Desmond Webb", "body: The ferry will stop.", byline="By Desmond Webb"),
        lambda: specimen(
            "byline: By Mira Tolland, Staff Writer",
            "body: The ferry will stop.",
            byline="By Mira Tolland, Staff Writer",
        ),
        lambda: specimen(
            "byline: Post author By Mira Tolland",
            "body: The ferry will stop.",
            byline="Post author By Mira Tolland",
        ),
    ),
)


def _byline_in_markup(case: Case) -> Iterator[Draft]:
    authors = case.page.declares("author")
    if not authors or not case.html or case.bylines:
        return
    author = next(
        (a for a in authors if a.value.strip() and not a.value.startswith(("http://", "https://", "@"))), None
    )
    if author is None or plain(author.value) in plain(case.text):
        return
    if is_the_publisher(case, author.value) or finds("desk", author.value) or is_one_of("role", author.value):
        return  # an account or the house itself, which tells nobody more
    if _FIRM.search(author.value):
        return  # whoever runs the site or made its template
    if any(isinstance(f.evidence, Quoted) for f in case.page.facts if f.name == "byline"):
        return
    if any(c.slot in ("byline", "head") for c in case.text_credits):
        return
    yield Draft(
        f"The markup names {one_line(author.value)} as author; the page shows no such byline.",
        (Markup(author.place, author.value), absent(f"the name {one_line(author.value)}", "the page's whole text")),
        confidence=0.8,
        basis="declared",
        key="byline-only-in-markup",
    )


def one_line(value: str) -> str:
    """A declared name on one line, clipped where it is no name but a text."""
    line = " ".join(value.split())
    return line if len(line) <= 80 else line[:77] + " …"


BYLINE_IN_MARKUP = Rule(
    code="TRN809",
    name="byline-only-in-markup",
    level="info",
    consumes="page",
    summary="The author is named to machines and not to readers.",
    why="Often it is the account that filed a feed's copy; sometimes the author whom readers should know.",
    answer="Print the author where readers see it.",
    standards=("Google, structured data: markup describes what is visible on the page",),
    false_positives=("A byline in a picture, or loaded later.",),
    check=_byline_in_markup,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.", declared=[("author", "Mira Tolland", "json-ld:NewsArticle.author.name")]
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: By Mira Tolland",
            "body: The ferry will stop.",
            declared=[("author", "Mira Tolland", "json-ld:NewsArticle.author.name")],
        ),
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            declared=[("author", "admin", "meta[name=author]")],
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
        ),
        lambda: specimen(
            "body: The ferry will stop.", declared=[("author", "Sund Verlag GmbH, Port Else", "meta[name=author]")]
        ),
    ),
)


RULES = (NO_BYLINE, DESK_BYLINE, BYLINE_IN_MARKUP)
