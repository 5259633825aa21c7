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
_AFTER = BLANK + r"\s?(?:이라|라)?고\s(\S[^,.]{0,40}?)(께서는|은|는|이|가)\s(?:[가-힣]{1,6}\s)?(<say>)(?=[.!,]?\s*$)"
"""`"…"고 한 주민은 말했다`: the speaker between the quotation and the verb."""
_TOPIC = re.compile(r"(\S{1,30}?)(께서는|은|는|이|가|도)(?=\s|,|" + BLANK + r"|$)")
_VIEWS = "분석|지적|우려|비판|목소리|전망|주장|관측|의견|반응|해석|평가"
_HELD = re.compile(
    r"^(\S[^,.]{0,30}?)(에서는|에서도|에선|에서|에게서는)\s.{2,200}?(?:는|은|이란|라는|다는)\s("
    + _VIEWS
    + r")[이가도]\s"
)
_STANDS = re.compile(
    r"^(\S[^,.]{0,40}?)(에는|에도|엔|에)\s.{2,200}?((?:명시|기재|기록|포함)(?:돼|되어)|적혀|담겨|쓰여|나와)\s있"
)
_NAMED = re.compile(r"^([^,." + BLANK + r"]{2,30}?\(\d{1,3}\)\s?씨)(가|는|도)\s")
_LEAD = r"^(?:<lead>),?\s+"
_LONGEST = 60


def read_korean(reading: Reading) -> list[RawAttribution]:
    """The attributions of a Korean text."""
    found: list[RawAttribution] = []
    for said in sentences(reading):
        one = _according(said) or _after(said) or _says(said) or _held(said) or _beside(said)
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


def _after(said: Said) -> RawAttribution | None:
    match = last_verb(said, "ko", _AFTER)
    if match is None:
        return None
    source = _trimmed(said.shown, match.start(1), match.end(1))
    return attribution(said, source, match.span(3), 0.8, len(match.group(2)))


def _says(said: Said) -> RawAttribution | None:
    verb = last_verb(said, "ko", _SAYS) or _QUOTES.search(said.shown)
    if verb is None:
        return None
    topics = [
        (topic.start(1), topic.end(1), topic.group(2))
        for topic in _TOPIC.finditer(said.shown, 0, verb.start(1))
        if _headed(topic.group(1)) or not topic.group().endswith(tuple(speech.forms("ko", "adnominal")))
    ]
    marked = [t for t in topics if t[2] in ("은", "는", "께서는")] or [
        t for t in topics if _headed(said.shown[t[0] : t[1]])
    ]
    marked.sort(key=lambda t: not _headed(said.shown[t[0] : t[1]]))  # `박지은 교수는`: the name ends like a topic
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


def _held(said: Said) -> RawAttribution | None:
    """`업계에서는 …는 분석이 나온다`, `문건에는 …라고 적혀 있다`: where a view is held, and what stands in a document."""
    for form, documents in ((_HELD, False), (_STANDS, True)):
        match = form.search(said.shown)
        if match is None:
            continue
        source = _trimmed(said.shown, match.start(1), match.end(1))
        words = said.shown[source[0] : source[1]]
        if _headed(words) and (not documents or _gives(words) == "document"):
            return attribution(said, source, match.span(3), 0.7, len(match.group(2)))
    return None


def _beside(said: Said) -> RawAttribution | None:
    """`"…." 상인 최순자(70)씨가 한숨을 쉬었다.`: the person named behind a quotation that nothing else claims."""
    match = _NAMED.match(said.shown) if said.before is not None else None
    if match is None or said.before is None:
        return None
    one = attribution(said, match.span(1), match.span(2), 0.7)
    return one._replace(content=(said.before,)) if one is not None else None


def _gives(words: str) -> str:
    heads = speech.forms("ko", "head")
    return next((heads[words[-n:]] for n in range(min(8, len(words)), 0, -1) if words[-n:] in heads), "")


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
