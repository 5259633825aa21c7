"""How a claim is introduced, and what a document is that speaks."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import SURE, Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, person, voice
from audit.findings.specimen import specimen
from audit.findings.words import first
from audit.model import Span


def _loaded(case: Case) -> Iterator[Draft]:
    for one in case.claims:
        if one.confidence < SURE:
            continue
        for cue in one.cue:
            found = first("loaded", cue.of(case.text))
            if found is None:
                continue
            verb = Span(cue.start + found.start, cue.start + found.end)
            yield Draft(
                f"“{case.words(verb.start, verb.end)}” takes a side where ‘said’ would not.",
                (case.quote(verb), *case.quotes(one.source[:1])),
                confidence=one.confidence,
            )
            break


LOADED_VERB = Rule(
    code="ATT120",
    name="loaded-attribution-verb",
    level="info",
    consumes="attribution",
    needs="attributions",
    summary="The verb of attribution takes a side: claimed, admitted, insisted.",
    why="“Claimed” doubts, “admitted” finds guilty, “insisted” hints at resistance; readers take it for the reporter's finding.",
    answer="Write “said”, unless the doubt or the admission is itself reported and shown.",
    standards=("AP Stylebook and Reuters, Handbook: “said” is neutral; “claimed” and “admitted” are not",),
    false_positives=("Admissions in court, claims in the sense of lawsuits and responsibility for an attack.",),
    check=_loaded,
    fires=(
        lambda: specimen(
            "body: Ivo Brandt claimed the hull was sound.",
            claims=[claim("Ivo Brandt", "claimed", "the hull was sound", person("Ivo Brandt"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: Ivo Brandt said the hull was sound.",
            claims=[claim("Ivo Brandt", "said", "the hull was sound", person("Ivo Brandt"))],
        ),
    ),
)


def _document(case: Case) -> Iterator[Draft]:
    if not case.html:
        return
    for group in case.groups:
        voiced, claims = group
        if voiced.type != "document":
            continue
        blocks = [b for c in claims if (b := case.block_at(c.start)) is not None]
        if any(b.links for b in blocks):
            continue
        at = case.source_of(claims[0])
        yield Draft(
            f"“{case.called(group)}” is cited and not linked.",
            (at, absent("a link", "the paragraphs that rest on it")),
            confidence=min(voiced.confidence, claims[0].confidence),
            key=f"document:{voiced.key or voiced.name}",
        )


DOCUMENT_NOT_LINKED = Rule(
    code="ATT130",
    name="document-not-linked",
    level="info",
    consumes="attribution",
    needs="all-attributions",
    summary="A claim rests on a document, and the page has no link where it says so.",
    why="A document can be read by everybody; a link lets readers do so.",
    answer="Link the report, filing or statement, or say that it is not public.",
    standards=(
        "Journalism Trust Initiative (CWA 17493): sources are disclosed",
        "The Trust Project: citations and references",
    ),
    false_positives=("Documents that are not public or not online.", "Copy from a wire, which has no links."),
    check=_document,
    fires=(
        lambda: specimen(
            "body: The survey report said the hull was sound.",
            claims=[claim("The survey report", "said", "the hull was sound", voice("document", "The survey report"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The survey report said the hull was sound.",
            claims=[claim("The survey report", "said", "the hull was sound", voice("document", "The survey report"))],
            links=[("survey report", "https://surveys.example/hull.pdf")],
        ),
        lambda: specimen(
            "body: The survey report said the hull was sound.",
            claims=[claim("The survey report", "said", "the hull was sound", voice("document", "The survey report"))],
            medium="text",
        ),
    ),
)

RULES = (LOADED_VERB, DOCUMENT_NOT_LINKED)
