"""Chinese: the source stands right before the verb, in a clause of its own, or between `according to` and a verb."""

from __future__ import annotations

import re

from audit.lexicon import speech
from audit.provenance.attributions.languages.unspaced.clauses import BLANK, Said, attribution, pattern, sentences
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution

_CLAUSE = re.compile(r"[^，,。；;：:！？!?]{1,80}")
_ACCORDING = (
    r"^(?:<lead>)?(<pre>)([^，,。：:]{2,30}?)的?(?:此前|日前|近日|今日|昨日|最新|\d+日|早前)?(?:发布的?|公布的?)?"
    r"(<say>|<shown>)(?=[，,：:" + BLANK + r"]|$)"
)
_TEXT = r"^(?:<lead>)?(<pre>)([^，,。：:]{2,30})$"
_SAYS = r"(<say>|<shown>)(?=$|" + BLANK + r")|(<strong>)(?!<object>)(?=[^\s]{3})|(<light>)(?!<object>)(?=[^\s]{3})"
_VIEWED = r"^(?:<lead>)?[在用按照]([^，,。：:" + BLANK + r"]{2,30}?)(看来|眼里|眼中|心目中|的话说|的话来说|的说法)$"
"""`在X看来`, `用X的话说`: a clause of its own that holds nobody but the voice."""
_AWAY = r"<away>|\d+[月日年时点]|[一二三四五六七八九十]+月"
_NO_SOURCE = (
    "的",
    "了",
    "被",
    "不",
    "未",
    "没有",
    "可以",
    "所",
    "俗",
    "简",
    "号",
    "职",
    "名",
    "堪",
    "自",
    "统",
    "戏",
    "昵",
)
"""What no source ends in; with the verb behind it some are other words: `俗称`, `职称`."""
_WHERE = frozenset("在")
_BEFORE = r"(?:<adverb>)+$"
_LEAD = r"^(?:<lead>)+"


def read_chinese(reading: Reading) -> list[RawAttribution]:
    """The attributions of a Chinese text."""
    found: list[RawAttribution] = []
    for said in sentences(reading):
        for clause in _CLAUSE.finditer(said.shown):
            one = _according(said, clause) or _viewed(said, clause) or _says(said, clause)
            if one is not None and not (found and one.source == found[-1].source):
                found.append(one)
                break
    return found


def _according(said: Said, clause: re.Match[str]) -> RawAttribution | None:
    """`据X介绍，…`, `根据《…》，…`."""
    match = pattern("zh", _ACCORDING).match(clause.group())
    if match is None:
        match = pattern("zh", _TEXT).match(clause.group())
        if match is None or not (_is(match.group(2), "document") or match.group(2).startswith(("《", BLANK))):
            return None
        at = clause.start()
        return attribution(
            said, (at + match.start(2), at + match.end(2)), (at + match.start(1), at + match.end(1)), 0.8
        )
    at = clause.start()
    stop = at + match.end(2)
    if match.group(2) in speech.forms("zh", "nobody"):
        return None
    _, cited, who = match.group(2).partition("援引")
    if cited:  # `据法新社援引知情人士的话报道`
        who = who.removesuffix("的话")
        start = at + match.start(2) + match.group(2).index("援引") + 2
        return attribution(said, (start, start + len(who)), (at + match.start(3), at + match.end(3)), 0.8)
    return attribution(said, (at + match.start(2), stop), (at + match.start(3), at + match.end(3)), 0.8)


def _viewed(said: Said, clause: re.Match[str]) -> RawAttribution | None:
    match = pattern("zh", _VIEWED).match(clause.group())
    if match is None:
        return None
    at = clause.start()
    return attribution(said, (at + match.start(1), at + match.end(1)), (at + match.start(2), at + match.end(2)), 0.8)


def _says(said: Said, clause: re.Match[str]) -> RawAttribution | None:
    """`X对记者表示，…`, `“…。”X说。`, `X认为…`."""
    shown = clause.group()
    for match in pattern("zh", _SAYS).finditer(shown):
        if said.shown[clause.end() : clause.end() + 1] in (";", "；"):
            continue
        low = shown.rfind(BLANK, 0, match.start()) + 1
        source = _source(shown, low, match.start())
        if source is None:
            continue
        if match.group(3) and not _known(shown[slice(*source)]):
            continue
        verb = match.start(match.lastindex or 0)
        at = clause.start()
        one = attribution(said, (at + source[0], at + source[1]), (at + verb, at + match.end()), 0.8)
        if one is not None:
            low_end = said.start + at + match.end()
            quoted = low > 0
            content = tuple(
                s for s in one.content if s.start >= low_end or (quoted and s.end <= said.start + at + source[0])
            ) or ((said.before,) if said.before is not None else ())
            if content:
                return one._replace(content=content)
    return None


def _source(shown: str, low: int, stop: int) -> tuple[int, int] | None:
    """The words before the verb, from the clause's start to whatever says to whom, where or when it was said."""
    lead = pattern("zh", _LEAD).match(shown[low:stop])
    start = low + (lead.end() if lead else 0)
    adverb = pattern("zh", _BEFORE).search(shown[start:stop])
    end = start + adverb.start() if adverb else stop
    away = pattern("zh", _AWAY).search(shown, start + 2, end)
    while away is not None and shown[away.start() - 1 : away.start() + 1] in speech.forms("zh", "word"):
        away = pattern("zh", _AWAY).search(shown, away.end(), end)
    if away is not None and (away.group() in _WHERE or not _is(shown[start:end], "document")):
        end = away.start()
        adverb = pattern("zh", _BEFORE).search(shown[start:end])
        end = start + adverb.start() if adverb else end
    asked = shown.rfind("记者从", start, end)
    start = asked + 3 if asked >= 0 else start
    words = shown[start:end]
    if not 2 <= len(words.strip("《》“”")) <= 32 and words not in speech.forms("zh", "pronoun"):
        return None
    if words in speech.forms("zh", "nobody") or words.endswith(_NO_SOURCE):
        return None
    if any(mark in words for mark in speech.forms("zh", "finite")) and not _is(words, "unnamed", "document"):
        return None
    return start, end


def _known(words: str) -> bool:
    """Whether the words end in a head of people or a body, in an honorific, or are a name by their first character."""
    if words.endswith(tuple(speech.forms("zh", "honorific"))) or words in speech.forms("zh", "pronoun"):
        return True
    name = len(words) in (2, 3) and words[0] in speech.forms("zh", "surname")
    return name or _is(
        words, "unnamed", "local", "stance", "collective", "government", "organisation", "spokesperson", "office"
    )


def _is(words: str, *classes: str) -> bool:
    heads = speech.forms("zh", "head")
    return any(heads.get(words[-length:]) in classes for length in range(min(8, len(words)), 0, -1))
