"""What is put into the mouth of an unnamed source: judgements, grave accusations, exact words."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, person, unnamed
from audit.findings.specimen import specimen
from audit.findings.words import finds, first
from audit.model import Attribution, Span


def _word_in(case: Case, name: str, one: Attribution) -> Span | None:
    for content in one.content:
        found = first(name, content.of(case.text))
        if found is not None:
            return Span(content.start + found.start, content.start + found.end)
    return None


def _opinion(case: Case) -> Iterator[Draft]:
    for group in case.unnamed:
        for one in group.attributions:
            word = _word_in(case, "evaluative", one)
            if word is not None:
                at = case.source_of(one)
                yield Draft(
                    f"“{case.words(at.start, at.end)}” judges (“{case.words(word.start, word.end)}”) without a name.",
                    (at, case.quote(word)),
                    confidence=0.6 * one.confidence,
                )


OPINION = Rule(
    code="ANO204",
    name="opinion-behind-anonymity",
    level="note",
    consumes="attribution",
    needs="attributions",
    stability="preview",
    preview_because="Whether a word judges depends on its sentence; the word list alone is too coarse.",
    summary="An unnamed source gives an opinion or attacks somebody.",
    why="Anonymity is for information that cannot be had otherwise. Behind it, an attack costs nothing.",
    answer="Ask the source to say it by name, or leave the judgement out and keep the facts.",
    standards=(
        "AP, When is it OK to use anonymous sources: information, not opinion or speculation",
        "Reuters, Handbook: no personal attack or vituperation behind anonymity",
    ),
    false_positives=("Reports of a harmed person's feelings.", "Judging words inside a quoted name or title."),
    check=_opinion,
    fires=(
        lambda: specimen(
            "body: An official said the harbour master was incompetent.",
            claims=[claim("An official", "said", "the harbour master was incompetent", unnamed("An official"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: An official said the harbour master was in Lund.",
            claims=[claim("An official", "said", "the harbour master was in Lund", unnamed("An official"))],
        ),
        lambda: specimen(
            "body: Ada Moore said the harbour master was incompetent.",
            claims=[claim("Ada Moore", "said", "the harbour master was incompetent", person("Ada Moore"))],
        ),
    ),
)


def _grave(case: Case) -> Iterator[Draft]:
    for group in case.unnamed:
        if group.voice.plural:
            continue
        for one in group.attributions:
            word = _word_in(case, "serious", one)
            if word is None or _repeated(case, one, word.of(case.text)):
                continue
            block = case.block_at(one.start)
            if block is not None and finds("verification", block.span.of(case.text)):
                continue
            at = case.source_of(one)
            yield Draft(
                f"“{case.words(word.start, word.end)}” rests on one unnamed source, “{case.words(at.start, at.end)}”.",
                (
                    at,
                    case.quote(word),
                    absent("a second voice or a word on verification", "the paragraph and other claims"),
                ),
                confidence=0.6 * one.confidence,
            )


def _repeated(case: Case, one: Attribution, word: str) -> bool:
    """True where another voice's claim has the same grave word."""
    stem = word.casefold()[:5]
    others = (c for c in case.claims if c.voice.key != one.voice.key and c.voice.type != "none")
    return any(stem in s.of(case.text).casefold() for c in others for s in c.content)


GRAVE_ALLEGATION = Rule(
    code="ANO205",
    name="grave-allegation-single-unnamed",
    level="warning",
    consumes="attribution",
    needs="all-attributions",
    stability="preview",
    preview_because="A grave word may be a topic rather than an accusation; only reading tells.",
    summary="A grave accusation rests on one unnamed source and nothing else.",
    why="If it is wrong, somebody is ruined and nobody can be asked.",
    answer="Find a second source or a document; say that it is an allegation, by an unnamed source, and whether it is verified.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: a single anonymous source making a serious allegation goes to senior editors",
    ),
    false_positives=(
        "Casualty figures and events that nobody disputes.",
        "The grave word names a court case already public.",
    ),
    check=_grave,
    fires=(
        lambda: specimen(
            "body: A clerk said the harbour master took bribes.",
            claims=[claim("A clerk", "said", "the harbour master took bribes", unnamed("A clerk"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: A clerk said the harbour master took bribes. Ada Moore said the bribes were paid in May.",
            claims=[
                claim("A clerk", "said", "the harbour master took bribes", unnamed("A clerk")),
                claim("Ada Moore", "said", "the bribes were paid in May", person("Ada Moore")),
            ],
        ),
        lambda: specimen(
            "body: A clerk said the harbour master took bribes. This could not be independently verified.",
            claims=[claim("A clerk", "said", "the harbour master took bribes", unnamed("A clerk"))],
        ),
    ),
)


def _unverified(case: Case) -> Iterator[Draft]:
    if not case.unnamed or case.disclaiming("unverified"):
        return
    if any(finds("verification", b.span.of(case.text)) for b in case.paragraphs):
        return
    yield Draft(
        "Unnamed sources speak, and the text does not say what was done to verify them.",
        (case.source_of(case.unnamed[0].attributions[0]), absent("a word on verification", "the whole text")),
        confidence=0.5,
        key="no-verification",
    )


NO_VERIFICATION = Rule(
    code="ANO207",
    name="no-word-on-verification",
    level="info",
    consumes="attribution",
    needs="all-attributions",
    stability="preview",
    preview_because="Words on verification take too many forms for their absence to be sure.",
    summary="Unnamed sources are used, and nothing is said of a check, a second source or a refusal to comment.",
    why="What the newsroom could confirm itself is what an unnamed source's word is worth to the reader.",
    answer="Say what was checked, with whom, and what could not be.",
    standards=("BBC, Editorial Guidelines, accuracy: say whether it has been corroborated",),
    false_positives=("Statements in words that the list does not know.",),
    check=_unverified,
    fires=(
        lambda: specimen(
            "body: A clerk said the port closed.",
            claims=[claim("A clerk", "said", "the port closed", unnamed("A clerk"))],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: A clerk said the port closed. The harbour master declined to comment.",
            claims=[claim("A clerk", "said", "the port closed", unnamed("A clerk"))],
        ),
    ),
)


def _exact_words(case: Case) -> Iterator[Draft]:
    for group in case.unnamed:
        direct = [c for c in group.attributions if c.kind != "indirect" and c.content]
        if not direct:
            continue
        at, words = case.source_of(direct[0]), direct[0].content[0]
        yield Draft(
            f"“{case.called(group)}” is quoted word for word and not named.",
            (at, case.quote(words)),
            confidence=min(group.voice.confidence, direct[0].confidence),
            key=f"quoted:{group.voice.key or group.voice.name}",
        )


UNNAMED_QUOTED = Rule(
    code="ANO212",
    name="unnamed-quoted-directly",
    level="info",
    consumes="attribution",
    needs="attributions",
    summary="An unnamed source is quoted word for word.",
    why="Exact words lend colour and weight to somebody whom nobody can ask whether they were spoken.",
    answer="Paraphrase, unless the very words are the news.",
    standards=("The New York Times, policy on confidential sources: not for trivial or colourful quotations",),
    false_positives=("Passers-by and residents whose words are the point.",),
    check=_exact_words,
    fires=(
        lambda: specimen(
            "body: “The port is a swamp,” an official said.",
            claims=[claim("an official", "said", "The port is a swamp", unnamed("an official"), "direct")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: An official said the port was closed.",
            claims=[claim("An official", "said", "the port was closed", unnamed("An official"))],
        ),
    ),
)

RULES = (OPINION, GRAVE_ALLEGATION, NO_VERIFICATION, UNNAMED_QUOTED)
