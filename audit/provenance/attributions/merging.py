"""The rules beside the learned tagger: where news from outside its training speaks in forms that rules know for certain.

The model learned from US political news, in which unnamed, relayed and collective sources are rare. A rule's finding is
added where its cue is a plain verb of saying with a speaker that the lexicon or a name vouches for, and its source is
preferred where the model took a relay's outlet, a relative pronoun or a part of the phrase for the speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.rules.relayed import CITED, RELAYING
from audit.provenance.attributions.tagging import RawAttribution
from audit.provenance.attributions.vouching import vouched

PARTICIPLES = word_set(
    "seen reviewed obtained viewed published released verified shared commissioned provided written drafted"
)
_RULED = word_set("citing quoting quoted according cited cites")
_LONGEST_SOURCE = 140


def merge(
    reading: Reading, learned: Sequence[RawAttribution], ruled: Sequence[RawAttribution]
) -> tuple[RawAttribution, ...]:
    """The learned findings, mended and completed by the rules'."""
    learned = [_whole(reading, one) for one in learned]
    ruled = [_pointed(reading, _said_as(reading, one)) for one in ruled]
    merged = sorted((one for one in learned if one.cue), key=lambda one: one.cue[0].start)
    merged_starts = [one.cue[0].start for one in merged]
    rest = [one for one in learned if not one.cue]
    held = [span for one in learned for span in one.content]
    for rule in ruled:
        if not rule.cue or not rule.source or rule.confidence < 0.7:
            continue
        behind = rule.source[0].start > rule.cue[0].start
        if behind:
            rule = _with_clause(reading, rule, reading.inside(rule.source[-1]))
        if behind and _relaying(reading, rule) and not vouched(reading, rule, held):
            continue  # `citing the strategic importance of the port`: a reason and no voice
        place = _same_cue(merged, merged_starts, rule.cue[0])
        if place is None:
            if vouched(reading, rule, held) and not any(rule.cue == one.cue for one in rest):
                rest.append(_inside_host(reading, rule, learned))
        elif behind and _names_its_own(reading, rule, merged[place]):
            rest.append(_of_the_report(rule, learned))
        elif _longer(reading, rule, merged[place]) or _attributed(reading, rule, merged[place], held):
            merged[place] = rule
        elif _better(reading, rule, merged[place]):
            mended = merged[place]._replace(source=rule.source)
            taken = any(span.meets(rule.source[0]) for span in merged[place].content)
            merged[place] = rule if taken or _relaying(reading, rule) else mended
    said = [cue for one in merged for cue in one.cue[1:]] + [cue for one in rest for cue in one.cue[1:]]
    merged = [one for one in merged if len(one.cue) > 1 or not any(cue.meets(one.cue[0]) for cue in said)]
    return tuple(sorted((*merged, *rest), key=lambda one: min(s.start for s in (*one.source, *one.cue, *one.content))))


def _whole(reading: Reading, one: RawAttribution) -> RawAttribution:
    """`images reviewed by Reuters show`: the agent of a participle is not the speaker; the whole phrase is."""
    one = _pointed(reading, _uncut(reading, _of_age(reading, _unled(reading, _dateless(reading, one)))))
    if not one.source or not one.cue or one.cue[0].start < one.source[0].start:
        return one
    first = reading.inside(one.source[0]).start
    begin, _ = reading.sentences[reading.owner[first]]
    if first - 2 <= begin or reading.lows[first - 1] != "by" or reading.lows[first - 2] not in PARTICIPLES:
        return one
    phrase = phrases.before(reading, begin, first - 2, frozenset())
    if phrase is None or phrase[1] != first - 2:
        return one
    return one._replace(source=(Span(reading.begins[phrase[0]], one.source[0].end), *one.source[1:]))


def _pointed(reading: Reading, one: RawAttribution) -> RawAttribution:
    """`That source said`: with the demonstrative that opens the sentence, which the tagger took for a conjunction."""
    if not one.source:
        return one
    first = reading.inside(one.source[0]).start
    opens = first == reading.sentences[reading.owner[first]][0] + 1 and reading.lows[first - 1] in ("that", "this")
    if not opens or reading.lows[first] not in speech.forms("voices", "head"):
        return one
    return one._replace(source=(Span(reading.begins[first - 1], one.source[0].end), *one.source[1:]))


def _dateless(reading: Reading, one: RawAttribution) -> RawAttribution:
    """`reported Thursday`: the day is no part of the cue."""
    if not one.cue:
        return one
    tokens = reading.inside(one.cue[-1])
    stop = tokens.stop
    while stop - tokens.start > 1 and reading.lows[stop - 1] in phrases.DAYS:
        stop -= 1
    cut = reading.span(tokens.start, stop) if stop < tokens.stop else one.cue[-1]
    return one._replace(cue=(*one.cue[:-1], cut))


def _unled(reading: Reading, one: RawAttribution) -> RawAttribution:
    """`However, Reuters reported`: the adverb that leads the sentence is no part of its speaker."""
    if not one.source:
        return one
    tokens = reading.inside(one.source[0])
    begin, _ = reading.sentences[reading.owner[tokens.start]]
    led = tokens.start == begin and reading.words[begin + 1 : begin + 2] == [","] and len(tokens) > 2
    if not led or not phrases.leads(reading.lows[begin]):
        return one
    return one._replace(source=(Span(reading.begins[begin + 2], one.source[0].end), *one.source[1:]))


def _of_age(reading: Reading, one: RawAttribution) -> RawAttribution:
    """`The 45-year-old`, of which the tagger's own tokens are several; `neither` in the cue; no `this from` before."""
    if not one.source:
        return one
    last = reading.inside(one.source[-1]).stop - 1
    alone = reading.inside(one.source[-1]).start == last  # `Neither would say`
    if reading.lows[last] == "neither" and not alone and one.cue and one.cue[0].start > one.source[-1].end:
        held = Span(one.source[-1].start, reading.ends[last - 1])
        one = one._replace(
            source=(*one.source[:-1], held), cue=(Span(reading.begins[last], one.cue[0].end), *one.cue[1:])
        )
    first = reading.inside(one.source[0]).start
    if reading.lows[first : first + 2] == ["this", "from"] and one.source[0].end > reading.ends[first + 1]:
        return one._replace(source=(Span(reading.begins[first + 2], one.source[0].end), *one.source[1:]))
    begin, _ = reading.sentences[reading.owner[first]]
    if first - 2 < begin or reading.words[first - 1] != "-" or reading.ends[first - 1] != reading.begins[first]:
        return one
    first -= 2
    if first > begin and reading.lows[first - 1] in phrases.DETERMINERS:
        first -= 1
    return one._replace(source=(Span(reading.begins[first], one.source[0].end), *one.source[1:]))


def _uncut(reading: Reading, one: RawAttribution) -> RawAttribution:
    """`the news magazine Der Kurier`, where the model stopped behind `the news`: up to the phrase's own end."""
    if not one.source:
        return one
    tokens = reading.inside(one.source[-1])
    if one.cue and one.cue[0].start < one.source[0].start:
        return _with_clause(reading, one, tokens)
    if not tokens or reading.lows[tokens.stop - 1] in phrases.PRONOUNS or tokens.stop >= len(reading.words):
        return one
    limit = reading.inside(one.cue[0]).start if one.cue else tokens.stop + 6
    stop = tokens.stop
    nouns = speech.forms("voices", "head")
    while stop < min(limit, tokens.stop + 6) and (
        reading.lows[stop] in nouns or phrases.capitalised(reading.words[stop])
    ):
        stop += 1
    if stop == tokens.stop or (stop < limit and stop == tokens.stop + 6):
        return one
    last = Span(one.source[-1].start, reading.ends[stop - 1])
    return one if any(last.meets(c) for c in one.content) else one._replace(source=(*one.source[:-1], last))


def _with_clause(reading: Reading, one: RawAttribution, tokens: range) -> RawAttribution:
    """`according to two people who were in the meeting`, where the model stopped behind `who`: up to the clause's end."""
    if len(tokens) < 2 or reading.lows[tokens.stop - 1] not in ("who", "which"):
        return one
    _, end = reading.sentences[reading.owner[tokens.start]]
    stop = tokens.stop
    while stop < end and reading.words[stop] not in phrases.BREAKS:
        stop += 1
    last = Span(one.source[-1].start, reading.ends[stop - 1])
    return one if any(last.meets(c) for c in one.content) else one._replace(source=(*one.source[:-1], last))


def _same_cue(merged: Sequence[RawAttribution], starts: Sequence[int], cue: Span) -> int | None:
    place = bisect_left(starts, cue.end)
    for i in range(place - 1, max(-1, place - 4), -1):
        if any(span.meets(cue) for span in merged[i].cue):
            return i
    return None


def _better(reading: Reading, rule: RawAttribution, learned: RawAttribution) -> bool:
    """Whether the rule's source is to be preferred for the same cue."""
    if not learned.source:
        return True
    mine, theirs = rule.source[0], learned.source[0]
    if theirs.covers(mine) and mine.end == theirs.end and _placed_before(reading, theirs, mine):
        return True
    if _relaying(reading, rule):
        return True
    lead = reading.inside(mine)
    paper = speech.forms("voices", "head").get(reading.lows[lead.stop - 1]) == "document"
    if paper and theirs.end <= mine.start and reading.lows[lead.stop : lead.stop + 1] in (["that"], ["which"]):
        return True  # `The bank issued a statement that described …`
    if theirs.of(reading.text).lower().split(" ")[0].strip(",") in ("who", "which", "that"):
        return True
    beside = lead.stop == reading.inside(rule.cue[0]).start
    if beside and theirs.end <= mine.start and any(span.covers(mine) for span in learned.content):
        return True  # `As reported by the Courier, an engineer had warned`: the subject is the nearer one
    if (
        mine.start < theirs.start
        and reading.lows[lead.start].endswith("ing")
        and reading.words[lead.start + 1 : lead.start + 2] == [","]
    ):
        return False  # `Prosecuting, Daniel Asquith said`
    trimmed = Span(theirs.start, theirs.start + len(theirs.of(reading.text).rstrip(" ,")))
    return mine.covers(trimmed) and mine.end - mine.start < _LONGEST_SOURCE


def _placed_before(reading: Reading, theirs: Span, mine: Span) -> bool:
    """`On Little Kadam, residents`: whether the longer phrase begins with a place where the shorter one is."""
    first, start = reading.inside(theirs).start, reading.inside(mine).start
    return first > 0 and reading.lows[first - 1] in phrases.PREPOSITIONS and reading.words[start - 1] == ","


def _attributed(reading: Reading, rule: RawAttribution, learned: RawAttribution, held: Sequence[Span]) -> bool:
    """`The paper attributed this to a director`: the director speaks, whom the tagger left in the content."""
    first = reading.lows[reading.inside(rule.cue[0]).start]
    behind = rule.source[0].start > rule.cue[0].start
    inner = behind and any(span.covers(rule.source[0]) for span in learned.content)
    return first in RELAYING and inner and vouched(reading, rule, held)


def _inside_host(reading: Reading, rule: RawAttribution, learned: Sequence[RawAttribution]) -> RawAttribution:
    """`The memo described it as unlawful, the magazine said`: what the memo says ends where the magazine's words do."""
    mine = (rule.source[0], rule.cue[0])
    hosts = [one.content[-1].end for one in learned if any(s.covers(part) for s in one.content for part in mine)]
    end = min(hosts, default=None)
    if end is None or not any(span.start < end < span.end for span in rule.content):
        return rule
    stop = end - (reading.text[end - 1] == ",")
    return rule._replace(content=tuple(Span(s.start, min(s.end, stop)) for s in rule.content if s.start < stop))


def _said_as(reading: Reading, rule: RawAttribution) -> RawAttribution:
    """`quoted an official as saying`: a cue of two parts, so that the second begins no attribution of its own."""
    if not rule.cue or not rule.content or rule.source[:1] == () or rule.source[0].start < rule.cue[0].start:
        return rule
    stop = reading.inside(rule.source[0]).stop
    if rule.cue[0].of(reading.text).lower() not in _QUOTING or reading.lows[stop : stop + 1] != ["as"]:
        return rule
    said = reading.span(stop, stop + 2)
    return rule._replace(cue=(*rule.cue, said)) if said.end <= rule.content[0].start else rule


_QUOTING = CITED | {"citing", "quoting"}


def _names_its_own(reading: Reading, rule: RawAttribution, learned: RawAttribution) -> bool:
    """`The newspaper cited two officials.`: the newspaper speaks, and so do they."""
    finite = len(rule.cue) == 1 and rule.cue[0].of(reading.text).lower() in CITED
    return finite and bool(learned.source) and learned.source[0].end <= learned.cue[0].start < rule.source[0].start


def _of_the_report(rule: RawAttribution, learned: Sequence[RawAttribution]) -> RawAttribution:
    """With the claim that the sentence before reports, instead of that whole sentence."""
    told = next((one for one in learned if one.cue and rule.content[0].covers(one.cue[0]) and one.content), None)
    return rule._replace(content=told.content) if told is not None else rule


def _longer(reading: Reading, rule: RawAttribution, learned: RawAttribution) -> bool:
    """`appear to confirm`, `said to show`, of which the tagger took one word alone."""
    rules, learnt = reading.inside(rule.cue[0]), reading.inside(learned.cue[0])
    seems = any(low in phrases.SEEMING for low in reading.lows[rules.start : rules.stop])
    shows = reading.lows[rules.start + 1 : rules.start + 2] == ["to"]
    return (seems or shows) and rule.cue[0].covers(learned.cue[0]) and len(rules) > len(learnt)


def _relaying(reading: Reading, rule: RawAttribution) -> bool:
    """Whether the cue is one of the forms that name a source inside a relay."""
    cue = reading.inside(rule.cue[0])
    return any(low in _RULED for low in reading.lows[cue.start : cue.stop])
