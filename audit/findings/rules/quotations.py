"""Words in quotation marks: whether they have a speaker, an end, and somebody here who heard them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.names import key
from audit.findings.phrasing import absent, listed
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, person
from audit.findings.specimen import specimen
from audit.model import Block, Span

SPEECH = 7
"""Words from which a quotation is speech rather than a title, a term or a scare quote."""

_QUOTED = re.compile('“[^“”]{1,2000}”|"[^"]{1,2000}"|«[^«»]{1,2000}»|„[^„“”]{1,2000}[“”]')
# Marks that close a quotation where the right one was not to hand; an apostrophe inside a word closes nothing.
_OTHER_END = re.compile(r"[\"″»]|['’‘`](?!\w)")
_OPENING = '“„«"'
_CLOSED_BY_IT = frozenset({"bg", "cs", "da", "de", "et", "is", "lt", "mk", "sk", "sl"})
"""Languages in which “ closes a quotation."""

_MARKS = re.compile("[“”„\"″»’'‘`]")
_CLOSING = frozenset('”"″»“')
FOLLOWED = 8
"""Paragraphs in which the end of a speech is looked for."""

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
        if "“" not in text and "„" not in text:
            continue
        mark = "„" if "„" in text else "“"
        if mark == "“" and (case.page.language or "")[:2] in _CLOSED_BY_IT:
            continue
        open_at = _open_at(text, mark)
        if (
            open_at is None or len(text[open_at + 1 :].split()) < 2
        ):  # a mark at the very end closes, the wrong way round
            continue
        if _goes_on([b.span.of(case.text) for b in blocks[number + 1 : number + 1 + FOLLOWED]], mark):
            continue
        at = block.start + open_at
        yield Draft(
            f"A quotation opens at “{case.words(at + 1, min(block.end, at + 60), 50)}” and is not closed.",
            (case.quote(Span(at, min(block.end, at + 60))), absent("a closing quotation mark", "the paragraph")),
            confidence=0.9,
        )


def _open_at(text: str, mark: str) -> int | None:
    """Where the quotation opens that no mark of a paragraph closes."""
    open_at: int | None = None
    for found in _MARKS.finditer(text):
        sign, at = found.group(), found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        closing = not before.isspace() and before != "" and before not in "(["
        if sign == mark and not (closing and not after.isalnum()):
            open_at = at  # the one before it stays open only where this one does, too: a mark was lost
        elif sign in _CLOSING or sign == mark or _OTHER_END.match(text, at):
            open_at = None
    return open_at


def _goes_on(following: list[str], mark: str) -> bool:
    """True where the next paragraph opens again, or a later one closes what is open: one speech over several of them."""
    if following and following[0].lstrip().startswith((*_OPENING, "”")):
        return True
    for text in following:
        found = next((m.group() for m in _MARKS.finditer(text) if m.group() in '“”„"»'), None)
        if found is not None:
            return found != mark and found in _CLOSING
    return False


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
    fires=(
        lambda: specimen("body: Brandt said that “the hull is gone and the engine too. The ferry stays in port."),
        lambda: specimen("body: „Der Rumpf ist hin, sagte Brandt und ging.", "body: Dann kam Moore.", language="de"),
    ),
    spares=(
        lambda: specimen("body: Brandt said that “the hull is gone” and left."),
        lambda: specimen("body: Brandt said that “the hull isn't gone' and left."),
        lambda: specimen(
            "body: “The hull is gone,” Brandt said. “It cannot be saved.", "body: “The engine too,” he said."
        ),
        lambda: specimen("body: Brandt sagte, der Rumpf sei “hin.", language="de"),
        lambda: specimen("body: “The hull is gone, Brandt said.", "body: The engine too, and the mast.”"),
        lambda: specimen("body: The hull is gone, said Brandt. “", "body: Then he left."),
        lambda: specimen("body: Die „Rote Möwe„, das Schiff der Brandts, liegt im Hafen.", language="de"),
        lambda: specimen('body: Er rief „hin" und dann „La Farfalla!“ über das Deck.', language="de"),
        lambda: specimen("body: Brandt said that “the hull is gone“ and left."),
        lambda: specimen("body: „Der Rumpf ist hin“, sagte Brandt.", language="de"),
    ),
)


def _second_hand(case: Case) -> Iterator[Draft]:
    own = {key(n) for n in (*case.provider_names, case.publisher_name)}
    for one in case.claims:
        through = [n for n in one.relayed_by if key(n) not in own]
        if one.kind == "indirect" or not through or not one.content:
            continue
        at = one.content[0]
        yield Draft(
            f"“{case.words(at.start, at.end)}” was heard or reported by {listed(through)}; this page has it from there.",
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
