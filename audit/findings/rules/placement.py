"""Where in the text the attribution stands: in the same sentence, early, anywhere at all."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, person
from audit.findings.specimen import specimen
from audit.findings.words import finds
from audit.model import Span

LONG_ENOUGH = 250
"""Words of reporting from which a text without one attribution is worth a word."""

LATE = 3
"""Paragraphs without an attribution at the start that are late (the fourth has the first)."""

_AP = "AP, Statement of News Values: what is disputable and was not witnessed is attributed, in the same sentence"


def _other_sentence(case: Case) -> Iterator[Draft]:
    from audit.provenance.attributions.reading.sentences import split

    for one in case.claims:
        if one.kind != "indirect" or not one.cue or not one.content or one.voice.type == "none":
            continue
        block = case.block_at(one.start)
        content, cue = one.content[0], one.cue[0]
        if block is None or not block.span.covers(content) or not block.span.covers(cue):
            continue
        between = Span(min(content.start, cue.start), max(content.end, cue.end))
        if not any(mark in between.of(case.text) for mark in ".!?。！？।۔"):
            continue
        sentences = [Span(s.start, s.end) for s in split(case.text, [block.span], case.page.language)]
        if any(s.meets(content) and s.meets(cue) for s in sentences):
            continue
        yield Draft(
            f"“{case.words(content.start, content.end)}” is attributed only in another sentence.",
            (case.quote(content), case.quote(cue)),
            confidence=one.confidence,
        )


OTHER_SENTENCE = Rule(
    code="ATT102",
    name="attribution-in-another-sentence",
    level="info",
    consumes="attribution",
    needs="attributions",
    stability="preview",
    preview_because="It depends on where sentences end and on links across them, both of which are still being improved.",
    summary="A claim and its attribution stand in different sentences.",
    why="Whoever quotes the sentence, or stops reading, has a bare fact.",
    answer="Move the attribution into the sentence that makes the claim.",
    standards=(_AP,),
    false_positives=("A run of sentences plainly from one speech, introduced once.",),
    check=_other_sentence,
    fires=(
        lambda: specimen(
            "body: The ferry will stop in May. That is what Ivo Brandt announced.",
            claims=[claim("Ivo Brandt", "announced", "The ferry will stop in May", person("Ivo Brandt"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop in May, Ivo Brandt announced.",
            claims=[claim("Ivo Brandt", "announced", "The ferry will stop in May", person("Ivo Brandt"))],
        ),
    ),
)


def _late(case: Case) -> Iterator[Draft]:
    if not case.claims or case.provenance.kind in ("sponsored", "press-release", "unknown"):
        return
    paragraphs = [p for p in case.paragraphs if len(p.span.of(case.text).split()) >= 12]
    if len(paragraphs) <= LATE:
        return
    first = next((n for n, p in enumerate(paragraphs) if case.spoken_in(p)), None)
    opening = next((c for c in case.claims if first is not None and c.end > paragraphs[first].start), None)
    if first is None or first < LATE or opening is None:
        return
    voiced = [g for g in case.groups if not finds("nobody", case.source_of(g.attributions[0]).quote)]
    if len(voiced) < 2 or not any(opening in g.attributions for g in voiced):
        return  # an essay or a guide that quotes in passing, not a report that rests on others' word
    yield Draft(
        f"The first attribution comes in paragraph {first + 1}; what stands above it has no source.",
        (case.source_of(opening), absent("an attribution", f"the first {first} paragraphs")),
        confidence=0.7,
        key="late-attribution",
    )


LATE_ATTRIBUTION = Rule(
    code="ATT103",
    name="late-first-attribution",
    level="info",
    consumes="attribution",
    needs="all-attributions",
    summary="Three paragraphs or more pass before anybody is said to have said anything.",
    why="Readers who stop early have taken everything as established, though it rests on somebody's word.",
    answer="Give the source high up, in the first or second paragraph.",
    standards=("Reuters, Handbook: give the source high up",),
    false_positives=("Features, reviews and reports by an eyewitness.", "Sources in a form that was not recognised."),
    check=_late,
    fires=(
        lambda: specimen(
            "body: The ferry between the two shores will stop running in May for the whole summer.",
            "body: Commuters will have to drive around the bay, which takes more than two hours each way.",
            "body: The line has run for ninety years and was never closed for more than a week.",
            "body: The hull is beyond repair and no yard will take the order, harbour master Ivo Brandt said.",
            "body: Ada Moore said the mail boat would go on.",
            claims=[
                claim("Ivo Brandt", "said", "The hull is beyond repair", person("Ivo Brandt")),
                claim("Ada Moore", "said", "the mail boat would go on", person("Ada Moore")),
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry between the two shores is the oldest thing that I remember of that town.",
            "body: Nobody takes it in winter any more, and in summer it carries more dogs than people.",
            "body: My aunt used to sit on the upper deck with her knitting, whatever the weather was like.",
            "body: The deck was the best place in the whole of the bay, she told me once, and I agree.",
            claims=[claim("she", "told me", "The deck was the best place", person("she"))],
        ),
        lambda: specimen(
            "body: The ferry between the two shores will stop in May, harbour master Ivo Brandt said on Monday.",
            "body: Commuters will have to drive around the bay, which takes more than two hours each way.",
            "body: The line has run for ninety years and was never closed for more than a week.",
            "body: The hull is beyond repair and no yard has taken the order for a new one so far.",
            claims=[claim("Ivo Brandt", "said", "will stop in May", person("Ivo Brandt"))],
        ),
    ),
)


def _nowhere(case: Case) -> Iterator[Draft]:
    if case.provenance.attributions or case.reporting_words < LONG_ENOUGH:
        return
    if case.provenance.kind in ("sponsored", "press-release"):
        return
    yield Draft(
        f"No attribution was found in {case.reporting_words} words of reporting.",
        (absent("somebody who is said to have said something", "the whole text"),),
        confidence=0.6,
        key="no-attribution",
    )


NO_ATTRIBUTION = Rule(
    code="ATT151",
    name="no-attribution-anywhere",
    level="info",
    consumes="attribution",
    needs="all-attributions",
    summary="A text of some length in which nobody is said to have said anything.",
    why="Either the reporter saw it all, or the sources were left out. The page does not say which.",
    answer="Say on whose word each claim rests, or that the reporter was there.",
    standards=(_AP, "Reuters, Handbook: source every statement that is not established or witnessed"),
    false_positives=("Opinion, reviews, recipes, explainers, first-person reporting.",),
    weak_on=("verifiable",),
    check=_nowhere,
    fires=(
        lambda: specimen("body: " + "The ferry crosses the bay four times a day in all weathers. " * 25 + "It stops."),
    ),
    spares=(
        lambda: specimen("body: The ferry crosses the bay."),
        lambda: specimen(
            "body: "
            + "The ferry crosses the bay four times a day in all weathers. " * 25
            + "It stops, Ivo Brandt said.",
            claims=[claim("Ivo Brandt", "said", "It stops", person("Ivo Brandt"))],
        ),
    ),
)

RULES = (OTHER_SENTENCE, LATE_ATTRIBUTION, NO_ATTRIBUTION)
