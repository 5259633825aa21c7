"""Which of the rules' findings are added to the tagger's: those whose verb and speaker leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.rules.relayed import RELAYING
from audit.provenance.attributions.rules.words import FIGURES, GIVING, SILENCES, VIEWS
from audit.provenance.attributions.tagging import RawAttribution
from audit.provenance.attributions.voices import heads

_CERTAIN = frozenset(["say", "tell", "loaded", "deny", "according", "cite", "reject"])
_PRONOUNS = word_set("he she it they i we")
_BARE = frozenset(["say", "find", "that", "loaded", "think"])
_DEEDS = ("promis", "pledg", "threat", "vow", "swor", "claim")
"""Beginnings of verbs that with a mere noun are deeds or demands: `had pledged 1.3 billion euros`."""
_REFUSING = ("not", "n't", "neither", "never", "no", "disagreed", "disagrees")
_WILLING = ("would", "did", "will", "wo", "does")
_OUTSIDE = frozenset(["say", "judge", "find"])
"""Kinds of verbs that, unseen by the tagger, report only with a clause or a quotation."""
_WEIGHING = frozenset(["think", "judge", "urge", "accuse"])


def vouched(reading: Reading, rule: RawAttribution, held: Sequence[Span]) -> bool:
    """Whether verb and speaker are both beyond doubt; `held` are the words that others say."""
    verbs = speech.forms("english", "verb")
    cue = reading.inside(rule.cue[0])
    certain = any(verbs.get(low) in _CERTAIN for low in reading.lows[cue.start : cue.stop])
    phrasal = any(
        low in FIGURES or low in GIVING or low.startswith("spoke") for low in reading.lows[cue.start : cue.stop]
    )
    phrasal = phrasal or any(low in _REFUSING for low in reading.lows[cue.start : cue.stop])
    seems = any(low in phrases.SEEMING for low in reading.lows[cue.start : cue.stop - 1])
    that = reading.lows[cue.stop : cue.stop + 1] == ["that"]
    prepositional = reading.lows[cue.start] in ("as", "per", "in", "by") or reading.lows[cue.start] in VIEWS
    prepositional = prepositional or (reading.lows[cue.start] in RELAYING and rule.source[0].start > rule.cue[0].start)
    weighing = any(verbs.get(low) in _WEIGHING for low in reading.lows[cue.start : cue.stop])
    spoken = not weighing and bool(rule.content) and quoted_whole(reading, rule.content[0])
    if not (certain or phrasal or seems or that or prepositional or spoken or _reduced(reading, rule, cue.start)):
        inside = any(span.meets(rule.cue[0]) for span in held)
        if (inside and not _paper(reading, rule)) or not _leads(reading, rule):
            return False
    source = reading.inside(rule.source[0])
    if not source or len(source) > 24 or not _layer(reading, rule, held):
        return False
    if len(source) == 1:
        low = reading.lows[source.start]
        return (
            low in ("he", "she", "they", "it")
            or bool(speech.forms("voices", "head").get(low))
            or phrases.capitalised(reading.words[source.start])
        )
    phrase = heads.analyse(reading, source.start, source.stop)
    return bool(phrase.gives) or (phrase.name is not None and phrase.name.type is not None)


def _layer(reading: Reading, rule: RawAttribution, held: Sequence[Span]) -> bool:
    """Whether the finding stands by itself, or is a report inside what somebody else says.

    Measured on annotated articles of several hands. Inside others' words, a pronoun's `it noted the outcome`, what somebody
    thinks, or promises without a that-clause is mostly a deed of the story; outside them, a verb that the tagger left alone
    (`posted photographs`, `could not verify`) reports only with a clause or a quotation behind it.
    """
    verbs = speech.forms("english", "verb")
    cue = reading.inside(rule.cue[0])
    lows = reading.lows[cue.start : cue.stop]
    kinds = {verbs[low] for low in lows if low in verbs}
    first = reading.inside(rule.content[0]).start if rule.content else cue.stop
    clause = reading.lows[first] == "that" or reading.quote[first] >= 0
    if any(span.meets(rule.cue[0]) for span in held):
        pronoun = rule.source[0].of(reading.text).lower() in _PRONOUNS
        if pronoun and (not kinds or kinds & _BARE):
            return False
        if "think" in kinds or (
            any(low.startswith(_DEEDS) for low in lows) and not clause and not _short(reading, rule)
        ):
            return False
        return "judge" not in kinds or _paper(reading, rule) or any(low.startswith("descri") for low in lows)
    related = reading.lows[cue.start - 1] in ("that", "which")  # `issued a statement that described the files`
    refused = lows[0] in _WILLING and lows[-1] in SILENCES | {"name", "identify", "deny", "mention"}
    refused = refused and any(low in _REFUSING for low in lows)
    return clause or related or refused or not kinds & _OUTSIDE


def _short(reading: Reading, rule: RawAttribution) -> bool:
    """`Ekstra Bladet claims Bali`, `had warned him`: nothing but a name or a pronoun behind the verb."""
    first = reading.inside(rule.content[0]).start if rule.content else 0
    return reading.lows[first] in ("him", "her", "them") or phrases.capitalised(reading.words[first])


def quoted_whole(reading: Reading, span: Span) -> bool:
    """Whether a span is a quotation from mark to mark."""
    tokens = reading.inside(span)
    return len(tokens) > 2 and reading.quote[tokens.start] == reading.quote[tokens.stop - 1] >= 0


def _reduced(reading: Reading, rule: RawAttribution, cue: int) -> bool:
    """`what it calls a shadow fleet`: words that are said to be somebody's."""
    source = reading.inside(rule.source[0])
    called = reading.lows[cue].startswith(("call", "describ", "term", "dub", "label", "brand"))
    return called and source.stop == cue and source.start > 0 and reading.lows[source.start - 1] == "what"


def _paper(reading: Reading, rule: RawAttribution) -> bool:
    """`The memo described it as unlawful, the magazine said`: a paper at the head of what somebody else says of it."""
    source = reading.inside(rule.source[0])
    begin, _ = reading.sentences[reading.owner[source.start]]
    paper = len(source) > 1 and heads.analyse(reading, source.start, source.stop).gives == "document"
    return paper and source.start - begin < 2


def _leads(reading: Reading, rule: RawAttribution) -> bool:
    """Whether the source is the subject that its sentence begins with, a clause or an adjunct before it at most."""
    source = reading.inside(rule.source[0])
    begin, _ = reading.sentences[reading.owner[source.start]]
    related = reading.lows[source.stop : source.stop + 1] in (
        ["that"],
        ["which"],
    )  # `issued a statement that described`
    return related or source.start - begin < 2 or reading.words[source.start - 1] in (",", ";", ":", "—", "–")
