"""Who speaks as the publisher in a text without a host: in notices, an aggregator's prefix, the © line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.lexicon import forms
from audit.lexicon.closed_classes import word_set
from audit.model import Evidence, Page, Publisher
from audit.provenance.credits.naming import copyright_name, known, tidy
from audit.provenance.outlet_names import common_name

_NOT_A_SPEAKER = re.compile(
    r"\b(?:we|you|our|us|author|writer|publisher|editors?|company|website|site|page|newspaper|article|they|it|he|she|who|"
    r"which|that|provider|source|terms|information|content|staff|team|readers?|users?)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = word_set(
    "das die der dieser diese dieses wie nach auch in im mit von für bei wenn es this these those all any "
    "some in on for by if as and but no please note le les ce cet cette il elle nous este esta el los las os "
    "as lo gli i"
)
_HEADING = re.compile(
    r"^(?:(?:legal|general|important)\s+)?(?:disclaimers?|notice|note|advertorial disclaimer)\s*[:.-]*\s*",
    re.IGNORECASE,
)
_Candidate = tuple[str, tuple[Evidence, str]]


def publisher_of_text(page: Page) -> Publisher:
    """The publisher of a text without a host, from who speaks in it."""
    candidates = [*_prefixes(page), *_speakers(page), *_own_marks(page), *_copyright_lines(page)]
    for name, evidence in candidates:
        outlet = known(name)
        if (
            outlet is not None
            and outlet.kind in ("agency", "syndicator", "release-wire")
            and evidence[1] == "copyright"
        ):
            continue
        return Publisher(
            common_name(outlet) if outlet else name,
            None,
            "declared",
            outlet.kind if outlet else "unknown",
            (evidence[0],),
        )
    return Publisher(None, None, "inferred", "unknown", ())


def _prefixes(page: Page) -> Iterator[_Candidate]:
    """`(MENAFN- Provider)`: the first name is the aggregator itself."""
    for mark in page.marks:
        if mark.row.startswith("dateline.prefix") and mark.start < 3_000:
            via = mark.slot("via")
            if via:
                words = tidy(via.of(page.text))
                outlet = known(words)
                if (
                    outlet is not None and outlet.kind in ("aggregator", "republisher", "syndicator", "website")
                ) or words.isupper():
                    yield words, (page.quote(mark.start, mark.end), "prefix")


def _speakers(page: Page) -> Iterator[_Candidate]:
    """Who disclaims speaks as the publisher: "X provides the information as is", "not edited by X staff"."""
    for wanted in ("as-is", "not-edited", "no-liability", "press-release", "views"):
        for mark in page.marks:
            row = forms.row(mark.row)
            span = mark.slot("speaker")
            if row.kind != wanted or span is None:
                continue
            name = speaker_name(span.of(page.text))
            if name:
                yield name, (page.quote(mark.start, mark.end), "speaker")


def speaker_name(words: str) -> str:
    """The party that a speaker slot names, or nothing where it is only "we" or "the publisher"."""
    last = words.replace("\r", "").rsplit("\n", 1)
    if len(last) == 2 and _HEADING.fullmatch(last[0].strip() + " "):
        words = last[1]
    words = _HEADING.sub("", " ".join(words.split()))
    words = re.sub(r"['’]s?$", "", words).strip(" ,.*-–—")
    if not words or len(words) > 50 or len(words.split()) > 6 or not words[0].isalnum():
        return ""
    if words[0].islower() and words[0].upper() != words[0] and known(words) is None and "." not in words:
        return ""
    first = words.split()[0].casefold()
    if first in _FUNCTION_WORDS or (len(words.split()) == 1 and first in ("the", "a", "an")):
        return ""
    return "" if _NOT_A_SPEAKER.search(words) else words


def _own_marks(page: Page) -> Iterator[_Candidate]:
    for mark in page.marks:
        row = forms.row(mark.row)
        if row.says == "own-publication":
            span = mark.slot("outlet")
            if span:
                yield tidy(span.of(page.text)), (page.quote(mark.start, mark.end), "own")


def _copyright_lines(page: Page) -> Iterator[_Candidate]:
    for block in reversed(page.blocks):
        if block.label == "copyright":
            name = copyright_name(page.text[block.start : block.end])
            if name:
                yield name, (page.quote(block.start, block.end), "copyright")
