"""Korean: `X에 따르면`, and a topic whose verb of saying ends the sentence behind `-고` or `-며`."""

from __future__ import annotations

import re

from audit.lexicon import speech
from audit.provenance.attributions.languages.unspaced.clauses import (
    BLANK,
    Said,
    attribution,
    last_verb,
    pattern,
    sentences,
)
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution

_ACCORDING = r"([^,.\n" + BLANK + r"]{1,60}?)\s?(<post>)"
_SAYS = r"(?:고|" + BLANK + r"|다며|라며|것으로|을|를)\s*(?:[가-힣]{1,6}\s)?(<say>)(?=[.!,]?\s*$|,)"
_QUOTES = re.compile(BLANK + r"\s?((?:이라|라)?(?:고|며|면서))\s")
"""`"…"며 눈물을 흘렸다`: whatever the verb, the quotation is the topic's."""
_TOPIC = re.compile(r"(\S{1,30}?)(께서는|은|는|이|가|도)(?=\s|,|" + BLANK + r"|$)")
_LEAD = r"^(?:<lead>),?\s+"
_LONGEST = 60


def read_korean(reading: Reading) -> list[RawAttribution]:
    """The attributions of a Korean text."""
    found: list[RawAttribution] = []
    for said in sentences(reading):
        one = _according(said) or _says(said)
        if one is not None:
            found.append(one)
    return found


def _according(said: Said) -> RawAttribution | None:
    match = pattern("ko", _ACCORDING).search(said.shown)
    if match is None:
        return None
    source = _trimmed(said.shown, match.start(1), match.end(1))
    if said.shown[source[0] : source[1]] in speech.forms("ko", "nobody"):
        return None
    return attribution(said, source, match.span(2), 0.8)


def _says(said: Said) -> RawAttribution | None:
    verb = last_verb(said, "ko", _SAYS) or _QUOTES.search(said.shown)
    if verb is None:
        return None
    topics = [
        (topic.start(1), topic.end(1), topic.group(2))
        for topic in _TOPIC.finditer(said.shown, 0, verb.start(1))
        if not topic.group().endswith(tuple(speech.forms("ko", "adnominal")))
    ]
    marked = [t for t in topics if t[2] in ("은", "는", "께서는")] or [
        t for t in topics if _headed(said.shown[t[0] : t[1]])
    ]
    for _, stop, mark in marked[:3]:
        low = max(said.shown.rfind(stroke, 0, stop) for stroke in (",", BLANK)) + 1
        start, end = _trimmed(said.shown, low, stop)
        words = said.shown[start:end]
        if not words or end - start > _LONGEST or not (_headed(words) or start == _trimmed(said.shown, 0, stop)[0]):
            continue
        if words in speech.forms("ko", "nobody"):
            continue
        strength = 0.8 if _headed(words) or BLANK in said.shown else 0.7
        return attribution(said, (start, end), verb.span(1), strength, len(mark))
    return None


def _trimmed(shown: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and shown[start].isspace():
        start += 1
    while (lead := pattern("ko", _LEAD).match(shown[start:stop])) is not None:
        start += lead.end()
    return start, stop


def _headed(words: str) -> bool:
    """Whether a phrase ends in a head of the lexicon or in an honorific behind a name."""
    bare = re.sub(r"\([^()]*\)", "", words).rstrip()
    heads = speech.forms("ko", "head")
    return bare.endswith(tuple(speech.forms("ko", "honorific"))) or any(
        bare[-length:] in heads for length in range(min(8, len(bare)), 0, -1)
    )
