"""Names that may be cited: outlets of the lexicon, and names that the text itself introduces as an outlet's.

"the local broadcaster Radio Killid", "Zeitung „Der Bote“", "Khost TV", "صحيفة «الغد»", "《某某日报》": a name beside
a class noun, or ending in a word of the press. A candidate alone is nothing; a row of citation must match around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from audit.lexicon import outlets
from audit.model import Block, Outlet
from audit.provenance.citations.rows import BLANK, EDGE, LETTER, NOUN_FIRST, WORD, words
from audit.provenance.outlet_names import common_name

_NAME = rf"\p{{Lu}}(?:{LETTER}|['’.&-]{LETTER})*"
_JOINER = "of|the|and|&|de|des|du|d['’]|la|le|les|del|della|dello|dei|di|da|do|dos|das|van|het|der|och|og|i|na"
_RUN = rf"{_NAME}(?:{BLANK}(?:(?:{_JOINER}){BLANK}*){{0,2}}{_NAME}){{0,3}}"
_JOINED = re.compile(r"\s+(?:of|de|del|della|dello|dei|di|des|du|do|da|dos|das|van|der)\s+\w")
_HEADS = frozenset(("Radio", "Rádio", "Ràdio", "Radyo", "Canal", "Kanal", "Télé", "Tele"))
"""Words by which a station's name begins, whatever its language."""
_CALLED = "called|named|known as|namens|genannt|genaamd|kallad|kaldet|kalt"
"""What may stand between a class noun and a name where adjectives go before the noun: "a programme called Hour One"."""
_QUOTED = '[„“«「『《"]([^„“”«»「」『』《》"\n]{2,40})[“”»」』》"]'
_HOST = (
    r"(?:^|[\s(„“«'\"])((?:[a-z0-9-]{2,30}\.){1,2}(?:de|com|net|org|fr|it|es|pl|ru|at|ch|nl|be|uk|info|news|tv|eu|tr|br|pt|se|no|dk|hu|ua))"
    r"(?:[^\w@./-]|[.,:;]?(?:\s|$))"
)
"""A site named by its host, as running text writes it: "welt.de", no address and no mailbox."""
_NO_STATIONS = frozenset(
    (
        "WADA",
        "WIPO",
        "KFOR",
        "WWII",
        "WASP",
        "WTTC",
        "KIIT",
        "WEEE",
        "WAFU",
        "KPMG",
        "WLAN",
        "KYIV",
        "WEST",
        "KIDS",
        "WITH",
        "WHAT",
        "WHEN",
        "WILL",
        "WERE",
        "WHO",
    )
)
"""Words of four capitals that are no call signs of US stations, though they begin with K or W."""
_PRESS_HOST = re.compile(
    r"news|zeitung|nachrichten|presse|press\b|post|times|journal|blatt|kurier|insider|today|daily|herald|tribune|gazet|24"
)
_QUOTED_NAME = f"[„“«»'‘\"](\\p{{Lu}}{LETTER}*(?:[ -]{WORD}){{0,4}})[”“»«'’\"]"
_AFTER_NAME = (
    "newspaper|radio|television|news agency|daily|weekly|magazine|tabloid|website|news site|news website|broadcaster"
)
"""English class nouns that may follow a name: "the Khost Sabah newspaper"."""
_HAN = (
    "电视台|電視台|通讯社|通訊社|新闻社|日报|日報|晚报|晚報|时报|時報|邮报|郵報|新闻网|新聞網|周刊|週刊|广播公司|廣播公司|"
    "电台|電台"
)
_UNSPACED = {
    "zh": f"(?:据|據|援引|引述|引用|《)((?:\\p{{Han}}|[A-Za-z]){{2,9}}?(?:{_HAN}))",
    "ja": "((?:\\p{Katakana}|\\p{Han}|[A-Za-zー・]){2,12}(?:通信|新聞|テレビ|放送|ラジオ|タイムズ|ポスト))",
    "ko": "((?:\\p{Hangul}|[A-Za-z]){2,10}(?:통신|신문|방송|일보|타임스|포스트|뉴스|TV|MBC|KBS|SBS|CBS|YTN|저널))",
}
_FUNCTION_CASE = frozenset({"de"})
"""Languages that write every noun large: an unquoted name counts only where it is one word right after the class noun."""
_PRESS_NOUNS = frozenset(
    (
        "radio",
        "radia",
        "radiu",
        "gazeta",
        "gazety",
        "gazecie",
        "dziennik",
        "dziennika",
        "kurier",
        "corriere",
        "giornale",
        "diario",
        "jornal",
        "portal",
        "tygodnik",
        "canal",
        "noticias",
        "france",
        "presse",
        "gazzetta",
        "folha",
        "diário",
        "tv",
        "rádio",
        "echo",
        "express",
        "głos",
        "télé",
        "periódico",
        "tribuna",
        "día",
        "el día",
        "norte",
        "el norte",
        "la voz",
        "la voix",
        "la presse",
        "le petit",
        "l'est",
        "l’est",
        "l'union",
        "l’union",
        "siglo",
        "el siglo",
        "opinión",
        "la opinión",
        "crónica",
        "la provincia",
        "la voce",
        "il giorno",
    )
)
"""Words by which names of the press begin, alone: no names."""
_NO_NAME = re.compile(r"[\W\d_]*\Z")


class Candidate(NamedTuple):
    """A name at `start` to `end`; `outlet` is None where only the text knows it."""

    start: int
    end: int
    outlet: Outlet | None
    certain: bool
    name: str


def candidates(text: str, block: Block, language: str, mentions: Sequence[outlets.Mention]) -> list[Candidate]:
    """The candidates of a block from left to right, without overlaps; the lexicon's names before the text's own.

    `mentions` are the lexicon's names in this block.
    """
    mentions = [m for m in mentions if m.end - m.start > 1]  # the newspaper "i", and every Italian "i"
    known = [Candidate(m.start, m.end, m.outlet, m.certain, common_name(m.outlet)) for m in mentions]
    firm = [c for c in known if c.certain or _short(text[c.start : c.end])]
    soft = [c for c in known if not (c.certain or _short(text[c.start : c.end]))]
    part = text[block.start : block.end]
    named = [
        Candidate(block.start + a, block.start + b, None, True, " ".join(part[a:b].split()))
        for a, b in _introduced(part, language)
    ]
    longer = [n for n in named if any(_continues(text, n, c) for c in firm)]
    firm = [c for c in firm if not any(n.start <= c.start and c.end <= n.end for n in longer)]
    return _without_overlaps(_without_overlaps([*firm, *longer], named), soft)


def _continues(text: str, name: Candidate, known: Candidate) -> bool:
    """Whether a name that the text introduces takes a known one in: `La Voce del Lario`, `Radio Caracol`."""
    return (
        name.start <= known.start
        and known.end < name.end
        and _JOINED.match(text[known.end : name.end]) is not None
        and not text[name.start : known.start].strip()
    ) or (name.end == known.end and text[name.start : known.start].strip() in _HEADS)


def _without_overlaps(first: list[Candidate], then: list[Candidate]) -> list[Candidate]:
    """Both lists from left to right; of two that overlap, the one of the first list, or the earlier one."""
    first = sorted(first, key=lambda c: c.start)
    kept = list(first)
    starts = [c.start for c in kept]
    reached = -1
    for candidate in sorted(then, key=lambda c: (c.start, -c.end)):
        at = bisect_right(starts, candidate.start)
        before = first[at - 1].end if at else -1
        after = first[at].start if at < len(first) else candidate.end
        if candidate.start >= max(before, reached) and candidate.end <= after:
            kept.append(candidate)
            reached = candidate.end
    return sorted(kept, key=lambda c: c.start)


def _short(name: str) -> bool:
    return name.isupper() and len(name) < 6


@cache
def _patterns(language: str) -> tuple[tuple[Any, bool], ...]:
    """Patterns whose first group is a name, and whether it must be checked for words that are none."""
    import re2

    known = words()[language]
    patterns = []
    if language in _UNSPACED:
        patterns.append((re2.compile(_UNSPACED[language]), False))
    if known.cls:
        cls = known.cls.replace("{L}", LETTER).replace(" ", f"{BLANK}+")
        edge = f"(?:^|{EDGE})"
        patterns.append((re2.compile(f"(?i){edge}(?:{cls})(?:{BLANK}+{WORD}){{0,3}}?{BLANK}+{_QUOTED}"), False))
        if language == "tr":
            patterns.append((re2.compile(f"{_QUOTED}{BLANK}+(?:{cls})"), False))
        if language in _FUNCTION_CASE:
            patterns.append((re2.compile(f"{edge}(?i:{cls}){BLANK}+({_NAME})(?:[.,;:)]|{BLANK}+\\p{{Ll}}|$)"), True))
        elif language in ("ar", "fa", "ur"):
            patterns.append((re2.compile(f"{edge}(?:{cls}){BLANK}+({WORD}(?:{BLANK}+ال{WORD})?)"), True))
        elif language not in ("hi", "bn", "he"):
            between = (
                f"(?:{BLANK}+\\p{{Ll}}{LETTER}*){{0,2}}?" if language in NOUN_FIRST else f"(?:{BLANK}+(?:{_CALLED}))?"
            )
            patterns.append((re2.compile(f"{edge}(?i:{cls}){between}{BLANK}+({_RUN})"), True))
    if language == "en":
        patterns.append(
            (re2.compile(f"(?:^|{EDGE})([KW][A-Z]{{2,3}}-(?:TV|FM|AM|DT)|[KW][A-Z]{{3}})(?:{EDGE}|$)"), True)
        )
        article = f"(?:[Tt]he{BLANK}+)?"
        behind = f"{BLANK}+(?:{_AFTER_NAME})(?:{BLANK}+[^\\p{{Lu}}\\s]|[^\\pL\\s'’-]|$)"
        patterns.append((re2.compile(f"{article}({_RUN}){behind}"), True))
    ends = "|".join(filter(None, (known.ends, words()["en"].ends))).replace(" ", BLANK)
    patterns.append(
        (re2.compile(f"({_NAME}(?:{BLANK}{_NAME}){{0,3}}{BLANK}(?:{ends})(?:-{_NAME})?)(?:{EDGE}|$)"), True)
    )
    if known.heads:
        heads = known.heads.replace(" ?", f"{BLANK}?").replace("( )?", f"{BLANK}?").replace(" ", BLANK)
        patterns.append(
            (re2.compile(f"(?:^|{EDGE})((?:{heads})(?:{BLANK}(?:(?:{_JOINER}){BLANK}*){{0,2}}{_NAME}){{0,3}})"), True)
        )
    if known.quoted:
        article = f"(?:(?:{known.det}){BLANK}+)?" if known.det else ""
        cue = known.quoted.replace(" ", f"{BLANK}+")
        patterns.append((re2.compile(f"(?:^|{EDGE})(?i:{cue}){BLANK}+(?i:{article}){_QUOTED_NAME}"), True))
    patterns.append((re2.compile(_HOST), True))
    patterns.append((re2.compile(f"(?:^|{EDGE})((?:{'|'.join(sorted(_HEADS))}){BLANK}{_NAME})"), True))
    return tuple(patterns)


def _introduced(part: str, language: str) -> list[tuple[int, int]]:
    found = []
    for pattern, check in _patterns(language):
        for match in pattern.finditer(part):
            start, end = match.span(1)
            name = part[start:end]
            if check and not _is_name(name, language):
                continue
            if _NO_NAME.match(name):
                continue
            if name in _NO_STATIONS or name.lower() in _PRESS_NOUNS or (name.islower() and not _a_site(name)):
                continue
            later = name.find(" The ")
            start += later + 1 if later > 0 else 0  # "Then The Star": a word before the name
            found.append((start, end))
    return found


def _a_site(host: str) -> bool:
    """Whether a host in running text is an outlet's: of the table, or called like one."""
    outlet = outlets.by_host(host) if "." in host else None
    return (outlet is not None and outlet.kind != "official") or _PRESS_HOST.search(host) is not None


@cache
def common_words(language: str) -> tuple[frozenset[str], Any]:
    """Words of a language that are no name though they begin one, and its adjectives of nation."""
    import re2

    known = words()[language]
    listed = {w.lower() for field in (known.det, known.adv, known.stop, known.and_) for w in field.split("|")}
    adjective = known.adj.replace("[A-Z]", r"\p{Lu}").replace("{L}", LETTER)
    return frozenset(listed), re2.compile(f"(?:{adjective})$") if adjective and adjective != f"{LETTER}+" else None


@cache
def _little(language: str) -> frozenset[str]:
    known = words()[language]
    return frozenset((*known.det.lower().split("|"), *known.stop.split("|")))


@cache
def _class_nouns(language: str) -> frozenset[str]:
    return frozenset(words()[language].cls.lower().split("|"))


def _is_name(name: str, language: str) -> bool:
    """False for a day, an adjective of nation, a common word that only begins with a capital."""
    listed, adjective = common_words(language)
    bare = " ".join(name.split())
    if (
        bare.lower() in _class_nouns(language)
        or bare.lower() in listed
        or (" " not in bare and bare.lower() in _little(language))
        or (language == "en" and bare.split(" ")[0].lower() in _little(language))
    ):
        return False
    return not (" " not in bare and adjective is not None and adjective.match(bare))
