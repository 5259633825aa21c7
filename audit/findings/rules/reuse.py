"""Republished and translated text: whether the way back to the original is open."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sites import host_of, same_site
from audit.findings.sketches import credit, notice
from audit.findings.specimen import specimen
from audit.model import Evidence, Quoted


def _links_out(case: Case) -> bool:
    """True where a block of reporting, credit, byline or notice links to another site, or the markup names an original."""
    labels = (
        "byline",
        "credit",
        "disclaimer",
        "body",
        "quote",
        "standfirst",
        "author-bio",
        "copyright",
        "correction",
        "other",
    )
    for block in case.labelled(*labels):
        for link in block.links:
            host = host_of(link.href)
            if host is not None and not same_site(host, case.host):
                return True
    declared = case.page.declares("canonical", "original-source", "syndication-source", "is-based-on", "translation-of")
    return any(not same_site(host_of(d.value), case.host) and host_of(d.value) for d in declared)


def _republished(case: Case) -> Iterator[Draft]:
    if not case.html or _links_out(case):
        return
    for one in case.provenance.credits:
        if one.role == "republished" and isinstance(one.evidence, Quoted) and one.outlet.name:
            yield Draft(
                f"The text is republished from {one.outlet.name}; the page has no link to the original.",
                (one.evidence, absent("a link to the original", "the text, its head and tail lines and the markup")),
                confidence=0.8 * one.strength,
                key=f"republished-without-link:{one.outlet.name}",
            )
            return


REPUBLISHED_WITHOUT_LINK = Rule(
    code="SYN407",
    name="republished-without-link",
    level="note",
    consumes="credit",
    summary="The text is republished from another newsroom, and nothing links the original.",
    why="Most licences for republishing ask for a link, and without one a reader cannot see what was changed.",
    answer="Link the original at the top, as its licence asks.",
    standards=(
        "Creative Commons BY and BY-ND, section 3(a): a link to the material",
        "Republishing guidelines of non-profit newsrooms",
    ),
    false_positives=("Print originals without an address.", "A licence that asks for no link."),
    check=_republished,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: This article was first published by The Sound and is republished under a Creative Commons licence.",
            kind="republished",
            credits=[credit("republished", "The Sound", "first published by The Sound", "tail")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: This article was first published by The Sound. Read the original article.",
            kind="republished",
            links=[("original article", "https://thesound.example/ferry")],
            credits=[credit("republished", "The Sound", "first published by The Sound", "tail")],
        ),
    ),
)


def _translated(case: Case) -> Iterator[Draft]:
    if not case.html or _links_out(case):
        return
    evidence = [c.evidence for c in case.provenance.credits if c.role == "translated"]
    evidence += [d.evidence for d in case.disclaiming("translation")]
    if not evidence:
        return
    yield Draft(
        f"{_notice(case, evidence[0])}; the page has no link to the original.",
        (evidence[0], absent("a link to the original", "the text, its head and tail lines and the markup")),
        confidence=0.8,
        key="translation-without-original",
    )


def _notice(case: Case, evidence: Evidence) -> str:
    if isinstance(evidence, Quoted):
        return f"“{case.words(evidence.start, evidence.end)}”"
    return "The markup says that the text is a translation"


TRANSLATION_WITHOUT_ORIGINAL = Rule(
    code="DIS506",
    name="translation-without-original",
    level="note",
    consumes="disclaimer",
    summary="The page says that the text is a translation or adaptation and does not link the original.",
    why="Quotations in a translation are nobody's exact words. Only the original has them.",
    answer="Link the original and name the translator, or the machine.",
    standards=(
        "schema.org, CreativeWork.translationOfWork",
        "Journalism Trust Initiative (CWA 17493): sources are disclosed",
    ),
    false_positives=("Originals in print only.",),
    check=_translated,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This article has been translated from Danish.",
            notices=[notice(("translation",), "This article has been translated from Danish.")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: This article has been translated from Danish. Here is the original.",
            links=[("original", "https://sundposten.example/1")],
            notices=[notice(("translation",), "This article has been translated from Danish.")],
        ),
    ),
)

RULES = (REPUBLISHED_WITHOUT_LINK, TRANSLATION_WITHOUT_ORIGINAL)
