"""Characters that a reader does not see, or that are not what was written; and text that stops too early."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.specimen import specimen
from audit.findings.wording import count
from audit.model import Block, Span

# Zero-width space, word joiner, byte order mark inside text, bidi embeddings, overrides and isolates, tag characters
# and supplementary variation selectors (text watermarks). Soft hyphens and joiners (U+00AD, U+200C, U+200D) belong to
# ordinary spelling in many languages; bidi marks (U+200E, U+200F, U+061C) to right-to-left text.
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f\U000e0100-\U000e01ef]")

_BROKEN = re.compile("\ufffd|[ÃÂ][\u0080-\u00bf]|â€[\u0080-\u00bf™œ\u009d“”˜]")

_SIGNS = ("\ufffd", "Ã", "Â", "â€")
"""One of these is in whatever `_BROKEN` finds; looking for them first costs next to nothing."""

WIDTH = 40
"""Characters of context on either side that the evidence shows."""


def _around(block: Block, at: int) -> Span:
    return Span(max(block.start, at - WIDTH), min(block.end, at + WIDTH))


def _unseen(case: Case) -> Iterator[Draft]:
    if _UNSEEN.search(case.text) is None:
        return
    found = [(b, b.start + m.start()) for b in case.reporting for m in _UNSEEN.finditer(b.span.of(case.text))]
    if not found:
        return
    if all(case.text[at] in "\u202a\u202b\u202c\u2066\u2067\u2068\u2069" for _, at in found):
        return  # embeddings and isolates set a name or a quotation in its own direction; they hide nothing
    codes = sorted({f"U+{ord(case.text[at]):04X}" for _, at in found})
    yield Draft(
        f"The text holds {count(len(found), 'invisible character')} ({', '.join(codes[:6])}).",
        tuple(case.quote(_around(block, at)) for block, at in found[:3]),
        confidence=0.9,
        key="invisible:" + ",".join(codes),
    )


INVISIBLE_CHARACTERS = Rule(
    code="EVD705",
    name="invisible-characters",
    level="info",
    consumes="page",
    summary="The reporting holds characters that a reader does not see.",
    why="They come from copying between systems, mark a text so that copies can be traced, or hide words from a search.",
    answer="Compare with the original; keep the bytes, since the characters may be evidence of where the text came from.",
    standards=(
        "Unicode, UAX #9 and UTR #36: invisible and directional characters",
        "C2PA, embedding manifests into text",
    ),
    false_positives=("Zero-width spaces as line-break hints, common in some editors and in Thai and Khmer.",),
    weak_on=("promising",),
    check=_unseen,
    fires=(
        lambda: specimen("body: The ferry\u200b will stop."),
        lambda: specimen("body: The \u202eyrref\u202c will stop."),
    ),
    spares=(
        lambda: specimen("body: The ferry will stop."),
        lambda: specimen("body: A post by \u2066@harbour\u2069 on the ferry."),
        lambda: specimen("body: Die Fähr\u00adverbindung endet."),
        lambda: specimen("body: کتاب\u200cها", language="fa"),
    ),
)


def _garbled(case: Case) -> Iterator[Draft]:
    if not any(sign in case.text for sign in _SIGNS):
        return
    found = [(b, b.start + m.start()) for b in case.reporting for m in _BROKEN.finditer(b.span.of(case.text))]
    if not found:
        return
    yield Draft(
        f"Characters were lost or garbled in {count(len(found), 'place')}; quotations there are not letter for letter.",
        tuple(case.quote(_around(block, at)) for block, at in found[:3]),
        confidence=0.95 if len(found) > 1 else 0.8,
        key="garbled",
    )


GARBLED_CHARACTERS = Rule(
    code="EVD711",
    name="garbled-characters",
    level="note",
    consumes="page",
    summary="Letters or quotation marks were lost in decoding, on the page or on its way here.",
    why="Where quotation marks are lost nobody can tell what was quoted; names come out wrong.",
    answer="Fetch the page again with the right character set, or compare with the original.",
    standards=("WHATWG, Encoding Standard",),
    false_positives=("Text about character sets that shows such characters on purpose.",),
    check=_garbled,
    fires=(lambda: specimen("body: He said â€œthe hull is goneâ€\u009d."), lambda: specimen("body: F\ufffdhre endet.")),
    spares=(lambda: specimen("body: Die Fähre “endet”."), lambda: specimen("body: São Tomé e Âncora.")),
)

_MARK_OF_A_CUT = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|(?<=\s)(?:…|(?<!\.)\.{3}))\s*$")
"""What a teaser puts where it stops: an ellipsis in brackets, or one after a space."""
_IN_A_SENTENCE = re.compile(r"(?:^|[\s’'-])[^\W\d_]+,?\s*$")


def _cut(text: str) -> bool:
    """True where the last words stop inside a sentence; a name, an address or a sign-off at the end is no such word."""
    if _MARK_OF_A_CUT.search(text):
        return True
    last = _IN_A_SENTENCE.search(text)
    return last is not None and last.group().strip(" ,’'-\n").islower()


def _stops(case: Case) -> Iterator[Draft]:
    paragraphs = [p for p in case.paragraphs if p.structure == "paragraph"]
    if len(paragraphs) < 2:
        return
    last = paragraphs[-1]
    text = last.span.of(case.text).rstrip()
    if (
        len(text.split()) < 8
        or not _cut(text)
        or any(c.end and last.start < c.end <= last.end for c in case.text_credits)
    ):
        return
    end = Span(max(last.start, last.end - 60), last.end)
    yield Draft(
        f"The text stops at “{case.words(end.start, end.end)}”, without an end.",
        (case.quote(end), absent("the end of the sentence", "the last paragraph")),
        confidence=0.5,
        key="stops-early",
    )


STOPS_EARLY = Rule(
    code="EVD708",
    name="text-stops-early",
    level="note",
    consumes="page",
    stability="preview",
    preview_because="A last paragraph may be a list, a sign-off or wrapper that was taken for text.",
    summary="The last paragraph ends in the middle of a sentence.",
    why="The page may show a teaser, or the copy may have been cut; what is missing may be the denial.",
    answer="Look for the whole text, at the publisher or at the provider.",
    standards=("This method: an incomplete text is not assessed as a whole",),
    false_positives=("Languages and styles without a closing mark.", "A sign-off or a credit in the last line."),
    check=_stops,
    fires=(
        lambda: specimen(
            "body: The ferry will stop in May.",
            "body: The harbour master said that the line between the two shores would …",
        ),
        lambda: specimen(
            "body: The ferry will stop in May.",
            "body: The harbour master said that the line between the two shores, which has",
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop in May.",
            "body: The harbour master said that the line between the shores would close.",
        ),
        lambda: specimen(
            "body: The ferry will stop in May.",
            "body: The line between the two shores would then close for good, Ivo Brandt said. PTI",
        ),
        lambda: specimen(
            "body: The ferry will stop in May.",
            "body: All the times of the ferry and of the mail boat are at https://ferry.example/times",
        ),
        lambda: specimen(
            "body: The ferry will stop in May.",
            "body: That is how it is with ferries, and nobody knows it better than my aunt ....",
        ),
    ),
)

RULES = (INVISIBLE_CHARACTERS, GARBLED_CHARACTERS, STOPS_EARLY)
