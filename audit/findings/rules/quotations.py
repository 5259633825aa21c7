"""Words in quotation marks: whether they have a speaker, an end, and somebody here who heard them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.findings.case import Case, absent, listed
from audit.findings.rule import Draft, Rule
from audit.findings.specimen import claim, person, specimen
from audit.model import Block, Span

SPEECH = 7
"""Words from which a quotation is speech rather than a title, a term or a scare quote."""

_QUOTED = re.compile('“[^“”]{1,2000}”|"[^"]{1,2000}"|«[^«»]{1,2000}»|„[^„“”]{1,2000}[“”]')
# Marks that close a quotation where the right one was not to hand; an apostrophe inside a word closes nothing.
_OTHER_END = re.compile(r"[\"″»]|['’‘`](?!\w)")
_OPENING = '“„«"'
_CLOSED_BY_IT = frozenset({"bg", "cs", "da", "de", "et", "is", "lt", "mk", "sk", "sl"})
"""Languages in which “ closes a quotation."""

_STRAIGHT = re.compile(r'(?<![0-9])"')


def _speeches(case: Case, block: Block) -> Iterator[Span]:
    text = block.span.of(case.text)
    if _STRAIGHT.search(text) and len(_STRAIGHT.findall(text)) % 2:
        return  # with an odd mark nobody can say which words are inside (ATT105)
    for match in _QUOTED.finditer(text):
        if len(match.group().split()) >= SPEECH:
            yield Span(block.start + match.start(), block.start + match.end())


def _without_speaker(case: Case) -> Iterator[Draft]:
    blocks = case.paragraphs
    for number, block in enumerate(blocks):
        if case.text[block.start] not in _OPENING:
            continue
        beside = blocks[max(0, number - 1) : number + 2]
        if any(case.spoken_in(b) for b in beside) or (number and _QUOTED.search(blocks[number - 1].span.of(case.text))):
            continue  # the speaker stands in this paragraph or next to it, or an earlier quotation goes on
        for quote in _speeches(case, block):
            rest = case.text[quote.end : block.end]
            if quote.start != block.start or case.text[quote.end - 2] in ",،、" or len(rest.split()) > 2:
                continue  # words around the quotation introduce somebody, in whatever form
            yield Draft(
                f"“{case.words(quote.start + 1, quote.end - 1)}”: who said this is told neither here nor next to it.",
                (case.quote(quote), absent("a speaker", "the paragraph of the quotation and those next to it")),
                confidence=0.6,
            )


QUOTE_WITHOUT_SPEAKER = Rule(
    code="ATT104",
    name="quote-without-speaker",
    level="note",
    consumes="attribution",
    needs="all-attributions",
    summary="Words stand in quotation marks and nobody is said to have spoken them.",
    why="Quotation marks promise somebody's exact words. Without a speaker the promise cannot be checked.",
    answer="Name the speaker in the same sentence.",
    standards=(
        "AP, Statement of News Values: attribution in the same sentence",
        "Reuters, Handbook: source quickly in a quote",
    ),
    false_positives=(
        "A second paragraph of one speech, introduced before.",
        "Slogans, headlines and lines of songs that are quoted as such.",
    ),
    check=_without_speaker,
    fires=(
        lambda: specimen(
            "body: The lights went out.", "body: “We shall not leave the harbour before the wages are paid.”"
        ),
    ),
    spares=(
        lambda: specimen(
            "body: “We shall not leave the harbour before the wages are paid,” Ivo Brandt said.",
            claims=[
                claim(
                    "Ivo Brandt",
                    "said",
                    "We shall not leave the harbour before the wages are paid",
                    person("Ivo Brandt"),
                    "direct",
                )
            ],
        ),
        lambda: specimen("body: The banner “Wages now” hung from the crane."),
        lambda: specimen("body: “We shall not leave the harbour before the wages are paid,” comments Ivo Brandt."),
        lambda: specimen("body: Ivo has left. “I was living in a flat with five others and was not happy there.”"),
        lambda: specimen(
            "body: Ivo Brandt was angry about it, he said.",
            "body: “We shall not leave the harbour before the wages are paid.”",
            claims=[claim("he", "said", "Ivo Brandt was angry about it", person("Ivo Brandt"))],
        ),
    ),
)


def _unclosed(case: Case) -> Iterator[Draft]:
    blocks = case.paragraphs
    for number, block in enumerate(blocks):
        text = block.span.of(case.text)
        opens, closes = (
            (text.count("„"), text.count("“") + text.count("”")) if "„" in text else (text.count("“"), text.count("”"))
        )
        mark = "„" if "„" in text else "“"
        if opens <= closes or (closes == 0 and opens % 2 == 0):
            continue  # where “ stands at both ends nothing is open
        if mark == "“" and (case.page.language or "")[:2] in _CLOSED_BY_IT:
            continue
        following = blocks[number + 1].span.of(case.text).lstrip() if number + 1 < len(blocks) else ""
        if following.startswith(("“", "„", "”", '"')):
            continue  # a speech over several paragraphs is closed only in its last
        if _OTHER_END.search(text, text.rindex(mark)):
            continue
        at = block.start + text.rindex(mark)
        yield Draft(
            f"A quotation opens at “{case.words(at + 1, min(block.end, at + 60), 50)}” and is not closed.",
            (case.quote(Span(at, min(block.end, at + 60))), absent("a closing quotation mark", "the paragraph")),
            confidence=0.9,
        )


UNCLOSED_QUOTE = Rule(
    code="ATT105",
    name="unclosed-quote",
    level="info",
    consumes="page",
    summary="A quotation mark opens and no mark closes it.",
    why="Where the quotation ends is where the speaker's words end and the reporter's begin. Here nobody can tell.",
    answer="Close the quotation where the speaker's words end.",
    standards=("AP and Reuters style: quotations are the speaker's exact words",),
    false_positives=("A mark lost in conversion, of a quotation whose end is plain from the sentence.",),
    check=_unclosed,
    fires=(lambda: specimen("body: Brandt said that “the hull is gone and the engine too. The ferry stays in port."),),
    spares=(
        lambda: specimen("body: Brandt said that “the hull is gone” and left."),
        lambda: specimen("body: Brandt said that “the hull isn't gone' and left."),
        lambda: specimen(
            "body: “The hull is gone,” Brandt said. “It cannot be saved.", "body: “The engine too,” he said."
        ),
        lambda: specimen("body: Brandt sagte, der Rumpf sei “hin.", language="de"),
        lambda: specimen("body: Brandt said that “the hull is gone“ and left."),
        lambda: specimen("body: „Der Rumpf ist hin“, sagte Brandt.", language="de"),
    ),
)


def _second_hand(case: Case) -> Iterator[Draft]:
    own = {n.casefold() for n in (*case.provider_names, case.publisher_name)}
    for one in case.claims:
        through = [n for n in one.relayed_by if n.casefold() not in own]
        if one.kind == "indirect" or not through or not one.content:
            continue
        at = one.content[0]
        yield Draft(
            f"“{case.words(at.start, at.end)}” was spoken to, or reported by, {listed(through)}; this page has it from there.",
            (case.quote(at), *case.quotes(one.relay_evidence[:2])),
            confidence=one.confidence,
            basis=one.relay_basis or "observed",
        )


RELAYED_QUOTE = Rule(
    code="ATT141",
    name="relayed-quote",
    level="info",
    consumes="attribution",
    needs="attributions",
    summary="A direct quotation was heard by another newsroom, not by this one.",
    why="A quotation copied from a copy may have been cut or translated on the way.",
    answer="Check the words against the first newsroom's text or recording, and link it.",
    standards=(
        "AP, Statement of News Values: credit other news organisations that broke a story or had the interview",
    ),
    false_positives=("Two newsrooms that share one reporter.",),
    check=_second_hand,
    fires=(
        lambda: specimen(
            "body: “The hull is beyond repair,” Ivo Brandt told Coast TV.",
            claims=[
                claim(
                    "Ivo Brandt",
                    "told",
                    "The hull is beyond repair",
                    person("Ivo Brandt"),
                    "direct",
                    relayed_by=("Coast TV",),
                    relay_basis="observed",
                )
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: “The hull is beyond repair,” Ivo Brandt told Harbour Post.",
            claims=[
                claim(
                    "Ivo Brandt",
                    "told",
                    "The hull is beyond repair",
                    person("Ivo Brandt"),
                    "direct",
                    relayed_by=("Harbour Post",),
                )
            ],
        ),
    ),
)

RULES = (QUOTE_WITHOUT_SPEAKER, UNCLOSED_QUOTE, RELAYED_QUOTE)
