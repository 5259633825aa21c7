"""A full audit of an invented article, made by hand: what the report is rendered from in these tests."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from audit.model import (
    AXES,
    SCHEMA,
    Absence,
    Address,
    Attribution,
    Audit,
    AxisReport,
    Block,
    CaptureRecord,
    Chain,
    Check,
    Clause,
    Credit,
    Declared,
    Disclaimer,
    Edge,
    Fact,
    Finding,
    Label,
    Markup,
    Node,
    Origin,
    Page,
    Profile,
    Publisher,
    Quoted,
    Redirect,
    Shares,
    Span,
    TargetRecord,
    Voice,
)

BLOCKS: tuple[tuple[Label, str], ...] = (
    ("navigation", "Home World Business Sport"),
    ("headline", "Valdoria ready to resume talks with Kestria after harbour deadlock"),
    ("dateline", "LUNDE"),
    (
        "body",
        (
            "Valdoria is ready to return to negotiations with Kestria after talks in Lunde collapsed this week, Harbour TV "
            "reported Thursday. Diplomatic sources said the Valdorian team agreed to come back at the request of mediators."
        ),
    ),
    (
        "body",
        (
            "Defence Minister Tomas Alder warned that Valdoria“could close the strait within a day” if raids went on. He "
            "claimed that the movement had become a“tool of foreign ports.”"
        ),
    ),
    ("body", "Kestrian negotiators reportedly refused to sign a written pledge."),
    ("body", "Премьер-министр сказал: «Мы готовы». Observers were silent."),
    ("share", "ShareFacebook Twitter WhatsApp Email Print Telegram"),
    (
        "disclaimer",
        (
            "Legal Disclaimer:\nMERIDIANFEED provides the\ninformation “as is” without warranty of any kind. We do not accept "
            "any responsibility or liability for the accuracy, content, images, videos, licenses, completeness, legality, or "
            "reliability of the information. If you have any complaints, kindly contact the provider above."
        ),
    ),
    ("comments", "Comments"),
    ("comments", "No comment"),
)
TEXT = "\n\n".join(words for _, words in BLOCKS)


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where `words` stand in `text`, the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def quoted(words: str, text: str = TEXT) -> Quoted:
    place = span(words, text)
    return Quoted(place.start, place.end, words)


def blocks(parts: tuple[tuple[Label, str], ...]) -> tuple[Block, ...]:
    out, position = [], 0
    for label, words in parts:
        out.append(Block(label, position, position + len(words), 0.9, f"stands where a {label} stands"))
        position += len(words) + 2
    return tuple(out)


def attribution(source: str, cue: str, content: str, **more: object) -> Attribution:
    return Attribution(
        source=(span(source),) if source else (),
        cue=(span(cue),) if cue else (),
        content=(span(content),),
        **more,  # type: ignore[arg-type]
    )


def voice(kind: str, name: str | None, **more: object) -> Voice:

    return Voice(kind, name, key=(name or "").casefold(), **more)  # type: ignore[arg-type]


MERIDIAN = Node("MERIDIANFEED", "publisher")
PROVIDER = Node(None, "provider")
HARBOUR = Node("Harbour TV", "outlet")
DIPLOMATS = Node("Diplomatic sources", "unnamed")
ALDER = Node("Tomas Alder", "person")
NOBODY = Node(None, "none")

EDGES = (
    Edge(MERIDIAN, "carries", PROVIDER, "inferred", 0.8, (quoted("the provider above"),), "sent to it with complaints"),
    Edge(PROVIDER, "cites", HARBOUR, "observed", 0.95, (quoted("Harbour TV reported Thursday"),)),
    Edge(
        HARBOUR,
        "attributes-to",
        DIPLOMATS,
        "inferred",
        0.6,
        (quoted("Diplomatic sources said"), quoted("Harbour TV reported Thursday")),
        "next sentence, same paragraph",
    ),
    Edge(PROVIDER, "attributes-to", ALDER, "observed", 0.9, (quoted("Defence Minister Tomas Alder warned"),)),
    Edge(PROVIDER, "attributes-to", NOBODY, "observed", 0.9, (quoted("reportedly"),)),
)
CHAINS = (
    Chain((MERIDIAN, PROVIDER, HARBOUR, DIPLOMATS), (0, 1, 2), 3, True),
    Chain((MERIDIAN, PROVIDER, NOBODY), (0, 4), 2, True),
    Chain((MERIDIAN, PROVIDER, ALDER), (0, 3), 2, False),
)
ATTRIBUTIONS = (
    attribution(
        "Harbour TV",
        "reported",
        "Valdoria is ready to return to negotiations with Kestria after talks in Lunde collapsed this week",
        kind="indirect",
        voice=voice("outlet", "Harbour TV"),
    ),
    attribution(
        "Diplomatic sources",
        "said",
        "the Valdorian team agreed to come back at the request of mediators",
        kind="indirect",
        voice=voice("unnamed", "Diplomatic sources", grade="G2", plural=True),
        relayed_by=("Harbour TV",),
        relay_basis="inferred",
        relay_scope="next sentence, same paragraph",
        relay_evidence=(span("Harbour TV reported Thursday"),),
    ),
    attribution(
        "Defence Minister Tomas Alder",
        "warned",
        "Valdoria“could close the strait within a day” if raids went on",
        kind="mixed",
        voice=voice("person", "Tomas Alder", role="Defence Minister"),
    ),
    attribution(
        "He",
        "claimed",
        "the movement had become a“tool of foreign ports.”",
        kind="mixed",
        voice=voice("person", "Tomas Alder", role="Defence Minister", resolved_from="He", confidence=0.86),
    ),
    attribution(
        "",
        "",
        "Kestrian negotiators reportedly refused to sign a written pledge",
        kind="indirect",
        voice=voice("none", None),
        hedges=(span("reportedly"),),
    ),
    attribution("Премьер-министр", "сказал", "«Мы готовы»", kind="direct", voice=voice("person", "Премьер-министр")),
)
NOTICE = span(BLOCKS[8][1])
DISCLAIMER = Disclaimer(
    ("as-is", "no-liability"),
    NOTICE.start,
    NOTICE.end,
    Quoted(NOTICE.start, NOTICE.end, BLOCKS[8][1]),
    speaker="MERIDIANFEED",
    complaints_to="the provider above",
    clauses=(
        Clause("as-is", span("information “as is” without").start, span("warranty of any kind").end),
        Clause(
            "no-liability",
            span("We do not accept any responsibility").start,
            span("reliability of the information").end,
            ("accuracy", "content", "images", "videos", "licences", "completeness", "legality", "reliability"),
        ),
    ),
)
FINDINGS = (
    Finding(
        "CHN306",
        "provider-not-named",
        "warning",
        0.9,
        "The page sends complaints to “the provider above” but names no provider.",
        (quoted("the provider above"), Absence("a credit line", "byline, head, tail")),
        "a" * 16,
        "inferred",
    ),
    Finding(
        "ANO206",
        "chain-ends-anonymous",
        "warning",
        0.85,
        "The chain ends with diplomatic sources, whom nobody names.",
        (quoted("Diplomatic sources said"),),
        "b" * 16,
        "observed",
    ),
    Finding(
        "ANO202",
        "no-reason-for-anonymity",
        "note",
        0.8,
        "No reason is given why the diplomatic sources are not named.",
        (quoted("Diplomatic sources"),),
        "c" * 16,
    ),
    Finding(
        "TRN802",
        "no-date",
        "info",
        1.0,
        "The page gives no date of publication.",
        (Absence("a date of publication", "markup and head of the text"),),
        "d" * 16,
    ),
)


def profile() -> Profile:
    checks = (
        Check("the provider is named", "failed", "“the provider above” has no name", (quoted("the provider above"),)),
        Check("cited outlets are named", "passed", "Harbour TV is named"),
        Check("cited outlets are linked", "not-assessable", "a pasted text has no links"),
    )
    return Profile(
        "An aggregator, MERIDIANFEED, carries a text whose provider it does not name; the news rests on Harbour TV, which "
        "relays diplomatic sources nobody names.",
        tuple(AxisReport(axis, checks[: 2 + i % 2]) for i, axis in enumerate(AXES)),
        Shares(88, 60, 14, 4, 1, 1, 3, 1),
    )


def audit() -> Audit:
    """The example, whole."""
    page = Page(
        text=TEXT,
        medium="text",
        blocks=blocks(BLOCKS),
        url="https://meridianfeed.example/2026/11/talks?id=1&x=<2>",
        language="en",
        headline=BLOCKS[1][1],
        dateline="LUNDE",
        facts=(Fact("headline", BLOCKS[1][1], quoted(BLOCKS[1][1])), Fact("dateline", "LUNDE", quoted("LUNDE"))),
        declared=(
            Declared("canonical", "https://other.example/talks", "link[rel=canonical]"),
            Declared("site-name", "MeridianFeed", "meta[property=og:site_name]"),
            Declared("author", "Staff Reporter", "json-ld:NewsArticle.author.name"),
            Declared("published", "2026-11-19T10:00:00Z", "meta[property=article:published_time]"),
        ),
    )
    return Audit(
        schema=SCHEMA,
        ruleset="2026.11.1",
        tool="tracewire 0.1.0",
        target=TargetRecord("text-file", "talks.txt", stated_url="https://meridianfeed.example/2026/11/talks"),
        capture=CaptureRecord(
            "text",
            hashlib.sha256(TEXT.encode()).hexdigest(),
            len(TEXT.encode()),
            "2026-11-20T09:30:00Z",
            url="https://meridianfeed.example/2026/11/talks?id=1&x=<2>",
            status=200,
            content_type="text/plain",
            redirects=(Redirect("http://meridianfeed.example/t/1", 301, "https://meridianfeed.example/2026/11/talks"),),
            headers=(("server", "example"), ("x-odd", "<script>alert(1)</script>")),
            notes=("2 replacement characters",),
        ),
        page=page,
        provenance=Origin(
            "aggregator",
            Publisher(
                "MERIDIANFEED",
                "meridianfeed.example",
                "observed",
                "aggregator",
                (quoted("MERIDIANFEED provides the"), Address("host", "meridianfeed.example")),
            ),
            (quoted("MERIDIANFEED provides the"),),
        ),
        credits=(
            Credit(
                "cited",
                HARBOUR,
                "en.reported",
                quoted("Harbour TV reported Thursday"),
                span("Harbour TV reported Thursday").start,
                span("Harbour TV reported Thursday").end,
                0.9,
                "lead",
            ),
            Credit("carried", PROVIDER, "markup", Markup("meta[name=source]", "wire"), slot="markup"),
        ),
        disclaimers=(DISCLAIMER,),
        attributions=ATTRIBUTIONS,
        edges=EDGES,
        chains=CHAINS,
        findings=FINDINGS,
        profile=profile(),
    )


def of_text(words: str, label: Label = "body", language: str | None = "en") -> Audit:
    """An audit of one block of `words`: for hostile and unusual text."""
    base = audit()
    page = Page(
        words, "text", blocks(((label, words),)) if words else (), language=language, headline=words[:200] or None
    )
    return replace(
        base,
        page=page,
        credits=(),
        disclaimers=(),
        attributions=(),
        edges=(),
        chains=(),
        findings=(),
        provenance=Origin("unknown", Publisher(None, None, "inferred")),
    )


def not_assessable() -> Audit:
    """An audit of a page behind a paywall."""
    base = of_text("Subscribe to read on", "promo")
    checks = (Check("claims are attributed", "not-assessable", "the page has no article text"),)
    return replace(
        base,
        page=replace(base.page, assessable=False, not_assessable_because="only a subscription notice was served"),
        profile=Profile(
            "Not assessable: only a subscription notice was served.",
            tuple(AxisReport(a, checks) for a in AXES),
            Shares(),
        ),
    )
