"""Names that the text itself introduces as an outlet's, though no list knows them.

"the local broadcaster Radio Killid", "Zeitung „Der Bote“", "Khost TV", "Seven Days, the Vermont weekly", "صحيفة «الغد»",
"《某某日报》": a name beside a class noun, or one that begins or ends as names of the press do.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from audit.lexicon import outlets
from audit.provenance.citations.names import HEADS, bare_words, is_name, without_lead
from audit.provenance.citations.rows import BLANK, EDGE, LETTER, NOUN_FIRST, WORD, Words, words

_NAME = rf"\p{{Lu}}(?:{LETTER}|['’.&-]{LETTER})*"
_JOINER = "of|the|and|&|de|des|du|d['’]|la|le|les|del|della|dello|dei|di|da|do|dos|das|van|het|der|och|og|i|na|sin|con"
_RUN = rf"{_NAME}(?:{BLANK}(?:(?:{_JOINER}){BLANK}*){{0,2}}{_NAME}){{0,3}}"
_FREQUENCY = rf"(?:{BLANK}\d{{1,3}}(?:[.,]\d)?)?"
"""A number that ends a station's or a programme's name: `Coral 94.7`, `Rule 41`."""
_CALLED = "called|named|known as|namens|genannt|genaamd|kallad|kaldet|kalt"
"""What may stand between a class noun and a name where adjectives go before the noun: "a programme called Hour One"."""
_QUOTED = '[„“«「『《"](?P<name>[^„“”«»「」『』《》"\n]{2,40})[“”»」』》"]'
_HOST = (
    r"(?:^|[\s(„“«'\"])(?P<name>(?:[a-z0-9-]{2,30}\.){1,2}(?:de|com|net|org|fr|it|es|pl|ru|at|ch|nl|be|uk|info|news|tv|eu|tr|br|pt|se|no|dk|hu|ua))"
    r"(?:[^\w@./-]|[.,:;]?(?:\s|$))"
)
"""A site named by its host, as running text writes it: "welt.de", no address and no mailbox."""
_PRESS_HOST = re.compile(
    r"news|zeitung|nachrichten|presse|press\b|post|times|journal|blatt|kurier|insider|today|daily|herald|tribune|gazet|24"
)
_QUOTED_NAME = f"[„“«»'‘\"]{BLANK}?(?P<name>\\p{{Lu}}{LETTER}*(?:[ -]{WORD}){{0,4}}){BLANK}?[”“»«'’\"]"
_AFTER_NAME = (
    "newspaper|radio|television|news agency|daily|weekly|magazine|tabloid|website|news site|news website|broadcaster"
)
"""English class nouns that may follow a name: "the Khost Sabah newspaper"."""
_CAMEL = r"\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+"
"""Two words in one, as sites are called: "As TechCrunch reports,"; not `McDonald`, `OpenAI`."""
_RELATES = f"(?:(?:first|also|has|previously){BLANK}+)*(?:reports?|reported|notes?|noted|writes|wrote|put it|points out|explains)"
_OF_A_PLACE = "Times|Herald|Tribune|Star|Post|Voice|Standard|Observer|Chronicle|Radio|Gazette|Daily News"
"""English words of the press that a place follows: `The Times of Malta`."""
_HAN = (
    "电视台|電視台|通讯社|通訊社|新闻社|日报|日報|晚报|晚報|时报|時報|邮报|郵報|新闻网|新聞網|周刊|週刊|广播公司|廣播公司|"
    "电台|電台"
)
_NORDIC = "bladet|posten|tidningen|tidning|tidende|avisen|kuriren|allehanda|sanomat|lehti|stiftstidende"
"""How one-word names of newspapers end in the north, where a class noun grows into the name: `Smålandsposten`."""
_IN_THE_NORTH = frozenset({"sv", "da", "no", "nb", "fi", "en"})
_UNSPACED = {
    "zh": f"(?:据|據|援引|引述|引用|《)(?P<name>(?:\\p{{Han}}|[A-Za-z]){{2,9}}?(?:{_HAN}))",
    "ja": "(?P<name>(?:\\p{Katakana}|\\p{Han}|[A-Za-zー・]){2,12}(?:通信|新聞|テレビ|放送|ラジオ|タイムズ|ポスト))",
    "ko": "(?P<name>(?:\\p{Hangul}|[A-Za-z]){2,10}(?:통신|신문|방송|일보|타임스|포스트|뉴스|TV|MBC|KBS|SBS|CBS|YTN|저널))",
}
_NATIONS = "米英仏独露中韓伊印"
"""Japanese abbreviations of nations, which stand before a name: `米ＣＮＮ`."""
_FUNCTION_CASE = frozenset({"de"})
"""Languages that write every noun large: an unquoted name counts only where it is one word right after the class noun."""
_NO_NAME = re.compile(r"[\W\d_]*\Z")


class _Introduction(NamedTuple):
    """A pattern whose group `name` is a name; groups `noun` and `between` are the class noun and what follows it."""

    pattern: Any
    checked: bool
    """Whether the name must be asked for words that are none."""


def introduced(part: str, language: str) -> list[tuple[int, int]]:
    """Where `part` has names that it introduces as an outlet's, in the order of the patterns."""
    found = []
    for pattern, checked in _introductions(language):
        has = pattern.groupindex
        for match in pattern.finditer(part):
            if "noun" in has and _is_weak(match.group(has["noun"]), language):
                continue
            if "between" in has and _is_another_phrase(match.group(has["between"]), language):
                continue
            start, end = match.span(has["name"])
            name = part[start:end]
            if checked:
                lead = without_lead(name, language)
                start, name = start + lead, name[lead:]
                if lead and not (" " in name or "-" in name):
                    continue
            if (checked and not is_name(name, language)) or _NO_NAME.match(name) or name.lower() in bare_words():
                continue
            if name.islower() and not _a_site(name):
                continue
            if language == "ja" and name[0] in _NATIONS and len(name) > 2:
                start += 1
            first, comma, _ = name.partition(
                ", "
            )  # „STOL, Nachrichten für Südtirol“: the name and what it calls itself
            found.append((start, start + len(first) if comma else end))
    return found


def _is_weak(noun: str, language: str) -> bool:
    """Whether a class noun means other bodies as often: `agency` (UNICEF), `Dienst` (FSB), `programme`."""
    weak = _weak(language)
    return weak is not None and weak.match(noun) is not None


def ends_in_a_weak_noun(left: str, language: str) -> bool:
    """Whether the words before a name end in such a noun."""
    weak = _weak(language)
    last = left.split()[-1:] if weak is not None else []
    return bool(last) and weak.match(last[0].strip("„“«»\"'‘’(")) is not None


@cache
def _weak(language: str) -> Any:
    import re2

    weak = words()[language].weak.replace("{L}", r"[\pL-]")
    return re2.compile(f"(?i)(?:{weak})$") if weak else None


def _is_another_phrase(between: str | None, language: str) -> bool:
    """Whether the words between class noun and name make of the name somebody else: "le site de la Ville"."""
    return any(word in _little(language) for word in (between or "").lower().split())


@cache
def _little(language: str) -> frozenset[str]:
    return frozenset(words()[language].stop.split("|")) | frozenset(words()[language].det.split("|"))


def _a_site(host: str) -> bool:
    """Whether a host in running text is an outlet's: of the table, or called like one."""
    outlet = outlets.by_host(host) if "." in host else None
    return (outlet is not None and outlet.kind != "official") or _PRESS_HOST.search(host) is not None


@cache
def _introductions(language: str) -> tuple[_Introduction, ...]:
    import re2

    known = words()[language]
    listed = [*_beside_a_class_noun(known), *_of_english(language), *_by_its_own_words(known)]
    return tuple(_Introduction(re2.compile(pattern), checked) for pattern, checked in listed)


def _beside_a_class_noun(known: Words) -> list[tuple[str, bool]]:
    language = known.language
    if language in _UNSPACED:
        return [(_UNSPACED[language], False)]
    if not known.cls:
        return []
    cls = known.cls.replace("{L}", LETTER).replace(" ", f"{BLANK}+")
    noun = f"(?:^|{EDGE})(?P<noun>(?i:{cls}))"
    few = 3 if language in NOUN_FIRST else 1
    found = [(f"{noun}(?P<between>(?:{BLANK}+{WORD}){{0,{few}}}?){BLANK}+{_QUOTED}", False)]
    if language == "tr":
        found.append((f"{_QUOTED}{BLANK}+(?:{cls})", False))
    if language in _FUNCTION_CASE:
        found.append((f"{noun}{BLANK}+(?P<name>{_NAME}{_FREQUENCY})(?:[.,;:)]|{BLANK}+\\p{{Ll}}|$)", True))
        # Names of a station are two words: `der Sender Life Radio`.
        found.append((f"{noun}{BLANK}+(?P<name>(?:{_NAME}{BLANK})?(?:Radio|Antenne|FM|TV)(?:{BLANK}{_NAME})?)", True))
    elif language in ("ar", "fa", "ur"):
        found.append((f"{noun}{BLANK}+(?P<name>{WORD}(?:{BLANK}+ال{WORD})?)", True))
    elif language not in ("hi", "bn", "he"):
        adjectives = f"(?P<between>(?:{BLANK}+\\p{{Ll}}{LETTER}*){{0,2}}?)"
        between = adjectives if language in NOUN_FIRST else f"(?:{BLANK}+(?:{_CALLED}))?"
        found.append((f"{noun}{between}{BLANK}+(?P<name>{_RUN}{_FREQUENCY})", True))
        det = f"(?:(?i:{known.det}){BLANK}*)?" if known.det else ""
        what = f"{det}(?:{WORD}{BLANK}+){{0,4}}?(?P<noun>(?i:{cls}))(?:[,.;:)]|{BLANK}+\\p{{Ll}}|$)"
        found.append((f"(?:^|{EDGE})(?P<name>{_RUN}),{BLANK}+{what}", True))
    return found


def _of_english(language: str) -> list[tuple[str, bool]]:
    if language != "en":
        return []
    behind = f"{BLANK}+(?:{_AFTER_NAME})(?:{BLANK}+[^\\p{{Lu}}\\s]|[^\\pL\\s'’-]|$)"
    return [
        (f"(?:^|{EDGE})(?P<name>[KW][A-Z]{{2,3}}-(?:TV|FM|AM|DT)|[KW][A-Z]{{3}})(?:{EDGE}|$)", True),
        # "the Vermont weekly": one word before the noun is a place
        (f"(?:[Tt]he{BLANK}+)?(?P<name>{_NAME}{BLANK}{_RUN}){behind}", True),
        (f"(?:^|{EDGE})[Aa]s{BLANK}(?P<name>{_CAMEL}){BLANK}(?:{_RELATES}),", True),
        (f"(?:^|{EDGE})(?:reported|revealed|noted|spotted){BLANK}by{BLANK}(?P<name>{_CAMEL})(?:{EDGE}|$)", True),
        (f"\\((?:[Vv]ia|[Ss]ource:|[Hh]/[Tt]){BLANK}(?P<name>{_RUN})\\)", True),
        (f"(?:^|{EDGE})(?P<name>(?:The{BLANK})?(?:{_OF_A_PLACE}){BLANK}of{BLANK}(?:the{BLANK})?{_NAME})", False),
    ]


def _by_its_own_words(known: Words) -> list[tuple[str, bool]]:
    """Names that begin or end as names of the press do, stand in quotation marks behind a report, or are a host."""
    english = words()["en"].ends
    ends = "|".join(filter(None, (known.ends, english if known.language != "de" else words()["de"].ends2)))
    ends = "|".join(sorted(ends.split("|"), key=len, reverse=True)).replace(" ", BLANK)
    tail = f"(?:-(?:{ends}))?" if known.language in _FUNCTION_CASE else f"(?:-{_NAME})?"
    found = [(f"(?P<name>{_NAME}(?:{BLANK}{_NAME}){{0,3}}{BLANK}(?:{ends}){tail})(?:{EDGE}|$)", True)]
    if known.language in _FUNCTION_CASE:
        found.append((f"(?P<name>{_NAME.replace('.&-', '.&')}-(?:Mediengruppe|Zeitungen))(?:{EDGE}|$)", True))
    if known.heads:
        heads = known.heads.replace(" ?", f"{BLANK}?").replace("( )?", f"{BLANK}?").replace(" ", BLANK)
        more = f"(?:{BLANK}(?:(?:{_JOINER}){BLANK}*){{0,2}}{_NAME}){{0,3}}"
        found.append((f"(?:^|{EDGE})(?P<name>(?:{heads}){more})", True))
    if known.quoted:
        article = f"(?:(?:{known.det}){BLANK}+)?" if known.det else ""
        cue = known.quoted.replace("{W}", WORD).replace(" ", f"{BLANK}+")
        found.append((f"(?:^|{EDGE})(?i:{cue}){BLANK}+(?i:{article}){_QUOTED_NAME}", True))
    if known.reports:
        found.append(
            (f"{_QUOTED_NAME}{BLANK}+(?:{known.reports.replace('{W}', WORD).replace(' ', BLANK)})(?:{EDGE}|$)", True)
        )
    if known.language in _IN_THE_NORTH:
        found.append((f"(?:^|{EDGE})(?P<name>\\p{{Lu}}{LETTER}{{3,30}}(?:{_NORDIC}))(?:{EDGE}|$)", True))
    found.append((_HOST, True))
    found.append((f"(?:^|{EDGE})(?P<name>(?:{'|'.join(sorted(HEADS))}){BLANK}{_NAME}{_FREQUENCY})", True))
    return found
