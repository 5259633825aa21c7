"""Japanese: `Xによると`, and a topic whose verb of saying ends the sentence behind `と`."""

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

_ACCORDING = r"([^、。,\s" + BLANK + r"]{1,40}?)(<post>)(?=[、,]|\S)"
_SAYS = r"([とをはが]|" + BLANK + r")[、,]?(?:[^、。とを\s" + BLANK + r"]{0,14}?)(<say>)(?=[。！]?$|[、,])"
_OPINES = r"(を|が)?(<opine>)(?=[。！]?$|[、,])"
"""`検討する考えを示した`: the noun of the opinion closes the claim."""
_QUOTES = re.compile(BLANK + r"(と)[^、。" + BLANK + r"]{2,24}[。！]?$")
"""`「…」と肩を落とす`: whatever the verb, the quotation is the topic's."""
_CLEFT = re.compile(
    BLANK + r"と([^、。" + BLANK + r"]{1,12}?)のは、?([^、。" + BLANK + r"]{2,40}?)(?:だ|です|である)[。！]?$"
)
_FROM = re.compile(
    r"([^、。,\s" + BLANK + r"]{1,30}?)から(?:は|も)?[、,]?" + BLANK + r"+(と(?:の|いう|いった)[^、。]{0,6}声)"
)
_TOPIC = re.compile(r"([^、。,\s" + BLANK + r"]{1,44}?)(では|は|が|も)(?=[、," + BLANK + r"]|[^、。]|$)")
_HELD = re.compile(
    r"([^、。" + BLANK + r"]{1,30}?)(?:の間で|の間から|の中から|の中に|内で|内から|から)[はも]?[、,]?.{2,200}?"
    r"((?:との|という|といった)(?:見方|声|意見|指摘|批判|懸念|不満|分析|期待|疑問|反発|評価))[がもを]"
)
"""`党内では…との見方が出ている`: where a view is held."""
_SO = r"(?:そう|こう)(<say>)"
_COMPANY = re.compile(r"[\u4e00-\u9fff\u30a0-\u30ff]{3,8}")
_COUNT = re.compile(r"(?<=.)(?:ら?[0-9０-９]+人|ら)$")
"""How many there are, behind a noun for people: `目撃者2人`."""
_LEAD = r"^(?:<lead>)+[、,]?"
_NAMED = r"[^\s、。" + BLANK + r"]{1,24}(?:<honorific>)(?:[（(]\d{1,3}[）)])?$"


def read_japanese(reading: Reading) -> list[RawAttribution]:
    """The attributions of a Japanese text."""
    found: list[RawAttribution] = []
    for said in sentences(reading):
        one = _cleft(said) or _according(said) or _voices(said) or _says(said) or _held(said) or _beside(said)
        if one is not None:
            found.append(one)
    return found


def _according(said: Said) -> RawAttribution | None:
    match = pattern("ja", _ACCORDING).search(said.shown)
    if match is None or match.group(1) in speech.forms("ja", "nobody"):
        return None
    start, stop = _trimmed(said.shown, match.start(1), match.end(1))
    return attribution(said, (start, stop), (match.start(2), match.end(2)), 0.8) if start < stop else None


def _cleft(said: Said) -> RawAttribution | None:
    """`「…」と語るのは、店主の田中花子さんだ`: the speaker closes the sentence."""
    match = _CLEFT.search(said.shown)
    return attribution(said, match.span(2), match.span(1), 0.8) if match is not None else None


def _voices(said: Said) -> RawAttribution | None:
    """`住民からは「…」との声が上がる`."""
    match = _FROM.search(said.shown)
    if match is None or not _speaks(match.group(1), "は"):
        return None
    start, stop = _trimmed(said.shown, match.start(1), match.end(1))
    return attribution(said, (start, stop), match.span(2), 0.8) if start < stop else None


def _held(said: Said) -> RawAttribution | None:
    match = _HELD.search(said.shown)
    if match is None:
        return None
    start, stop = _trimmed(said.shown, match.start(1), match.end(1))
    if start >= stop or not _speaks(said.shown[start:stop], "は"):
        return None
    return attribution(said, (start, stop), match.span(2), 0.7)


def _says(said: Said) -> RawAttribution | None:
    """`Xは「…」と話した`, `「…」とXは話す`, `計画では…と明記している`."""
    opinion = last_verb(said, "ja", _OPINES)
    verb = opinion or last_verb(said, "ja", _SAYS) or _QUOTES.search(said.shown)
    if verb is None or verb.re is _QUOTES:
        return _quotes(said, verb)
    if opinion is None and verb.group(1) in "をはが" and BLANK not in said.shown:
        if verb.group(2) not in speech.forms("ja", "strong"):
            return None
    strong = opinion is None and verb.group(2) in speech.forms("ja", "strong")
    spoken = BLANK in said.shown[: verb.start(2)] and verb.group(1) in ("と", BLANK)
    for topic in _TOPIC.finditer(said.shown, 0, verb.start(2)):
        start, stop = _trimmed(said.shown, topic.start(1), topic.end(1))
        words = said.shown[start:stop]
        if _speaks(words, topic.group(2)):
            return attribution(said, (start, stop), verb.span(2), 0.8, len(topic.group(2)))
        if strong and topic.group(2) == "は" and start == 0 and _COMPANY.fullmatch(words):
            return attribution(said, (start, stop), verb.span(2), 0.7, 1)  # `日本製鉄は…を求めた`
        if (
            spoken
            and topic.group(2) == "は"
            and start < stop <= said.shown.find(BLANK)
            and words not in speech.forms("ja", "nobody")
        ):
            return attribution(said, (start, stop), verb.span(2), 0.7, 1)  # whoever it is, the quotation is theirs
    return None


def _quotes(said: Said, mark: re.Match[str] | None) -> RawAttribution | None:
    for topic in _TOPIC.finditer(said.shown, 0, mark.start()) if mark is not None else ():
        start, stop = _trimmed(said.shown, topic.start(1), topic.end(1))
        if mark is not None and topic.group(2) == "は" and _speaks(said.shown[start:stop], "は"):
            return attribution(said, (start, stop), mark.span(1), 0.8, 1)
    return None


def _beside(said: Said) -> RawAttribution | None:
    """`「…」。Xさん（81）は…`: the person whose name follows a quotation that nothing else claims."""
    if said.before is None:
        return None
    topic = _TOPIC.match(said.shown)
    if topic is None or topic.group(2) != "は":
        return None
    so = pattern("ja", _SO).match(said.shown, topic.end()) is not None and _speaks(topic.group(1), "は")
    if not so and not pattern("ja", _NAMED).match(topic.group(1)):
        return None
    one = attribution(said, topic.span(1), topic.span(2), 0.7)
    return one._replace(content=(said.before,)) if one is not None else None


def _trimmed(shown: str, start: int, stop: int) -> tuple[int, int]:
    if start and shown[start - 1] == BLANK and shown[start] == "と":
        start += 1
    lead = pattern("ja", _LEAD).match(shown[start:stop])
    return start + (lead.end() if lead else 0), stop


def _speaks(words: str, particle: str) -> bool:
    """Whether a topic can be a voice: a name with its honorific, or a phrase that ends in a head of the lexicon."""
    bare = _COUNT.sub("", re.sub(r"[（(][^（）()]*[）)]$", "", words))
    heads = speech.forms("ja", "head")
    ends = [bare[-length:] for length in range(min(10, len(bare)), 0, -1)]
    gives = next((heads[end] for end in ends if end in heads), "")
    if particle == "では":
        return gives == "document"
    if bare.endswith(tuple(speech.forms("ja", "honorific"))) or bare in speech.forms("ja", "pronoun"):
        return True
    latin = bare.isascii() and len(bare) > 1 and bare[0].isupper()
    return bool(gives) or latin or bare.endswith(tuple(speech.forms("ja", "body")))
