"""From blocks to attributions: the order of the steps, and where each kind of block goes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from audit.lexicon.closed_classes import word_set
from audit.model import Attribution, Block, Span, SpeechKind, Voice
from audit.provenance.attributions import hedges, relays
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.words import LANGUAGES, SAME, UNSPACED, phrases
from audit.provenance.attributions.merging import merge
from audit.provenance.attributions.negation import negated
from audit.provenance.attributions.reading.sentences import split
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.rules import coordination, unvoiced
from audit.provenance.attributions.rules.tagger import RuleTagger
from audit.provenance.attributions.tagging import Model, RawAttribution, Sentence
from audit.provenance.attributions.voices.anonymity import asks_for_anonymity
from audit.provenance.attributions.voices.resolver import Resolver

if TYPE_CHECKING:
    from audit.provenance.attributions.languages.unspaced.voices import SuffixResolver
    from audit.provenance.attributions.languages.voices import LexiconResolver

_ENGLISH = word_set("the of and to in a that is was for on with said by as has have from at are")
_WHERE = {"body": "body", "quote": "body", "standfirst": "body", "headline": "headline", "caption": "caption"}


def find(
    text: str, blocks: Sequence[Block], language: str | None, model: Model | None = None
) -> tuple[tuple[Attribution, ...], Literal["full", "partial", "not-assessable"]]:
    """See `find_attributions`."""
    coverage: Literal["full", "partial", "not-assessable"]
    spans = [b.span for b in blocks if b.label in _WHERE and b.visible]
    spoken = (language or guess(text, spans) or "").split("-")[0].split("_")[0].lower()
    spoken = SAME.get(spoken, spoken)
    sentences = split(text, spans, spoken if spoken in LANGUAGES or spoken in UNSPACED else "en")
    reading = Reading(text, sentences)
    if spoken == "en":
        found, coverage = read(reading, _tagged(reading, sentences, model)), "full"
    elif spoken in LANGUAGES or spoken in UNSPACED:
        found, coverage = read_by_lexicon(reading, spoken), "partial"
    else:
        found, coverage = [], "not-assessable"
    places = sorted((b.start, b.end, _WHERE[b.label]) for b in blocks if b.label in _WHERE and b.visible)
    return tuple(_placed(found, places)), coverage


def _tagged(reading: Reading, sentences: Sequence[Sentence], model: Model | None) -> tuple[RawAttribution, ...]:
    """What the learned tagger finds, the rules' findings among its candidates; it is loaded here, when it is needed."""
    from audit.provenance.attributions.learned.tagger import load

    ruled = RuleTagger().read(reading)
    return merge(reading, load(model).tag(reading.text, sentences, ruled), ruled)


def read(reading: Reading, raw: Sequence[RawAttribution]) -> list[Attribution]:
    """Raw spans with everything that is said of them: kind, voice, hedges, negation, relays."""
    doubts = tuple(h for h in hedges.find_hedges(reading) if not hedges.expects(reading, h))
    raw = [
        _in_paragraph(reading, part, doubts)
        for one in raw
        for part in coordination.parted(reading, one)
        if not unvoiced.held_off(reading, one) and not unvoiced.hears(reading, one)
    ]
    spans = sorted((*raw, *unvoiced.find_unvoiced(reading, doubts, raw)), key=_order)
    resolver = Resolver(reading)
    spans = [one for one in spans if not asks_for_anonymity(reading, one, resolver.given)]
    doubts = _with_hearsay(reading, doubts, spans)
    owned = hedges.shared_out(doubts, [(_weighed(reading, one, spans), bool(one.source)) for one in spans])
    owned = hedges.of_asides(reading, doubts, spans, owned)
    found = []
    for number, one in enumerate(spans):
        denied = negated(reading, one.cue, one.content)
        weighing = hedges.within(owned[number], (*one.cue, *_gap(one))) if denied else owned[number]
        found.append(_attribution(reading, one, resolver.voice(one.source), weighing, negated=denied))
    return [_relayed(one, relay) for one, relay in zip(found, relays.find_relays(reading, found), strict=True)]


def read_by_lexicon(reading: Reading, language: str) -> list[Attribution]:
    """The same for a language that is covered in part; its readers are loaded here, when they are needed."""
    if language in UNSPACED:
        from audit.provenance.attributions.languages import unspaced
        from audit.provenance.attributions.languages.unspaced.voices import SuffixResolver

        raw = sorted(unspaced.read(reading, language), key=_order)
        voiced = partial(_said_by, SuffixResolver(reading, language))
    else:
        from audit.provenance.attributions.languages.formulas import FormulaTagger
        from audit.provenance.attributions.languages.voices import LexiconResolver

        raw = sorted(FormulaTagger(language).read(reading), key=_order)
        voiced = partial(_voiced, reading, LexiconResolver(reading, language))
    doubts = doubts_in(reading, language)
    denials = {words for listed in phrases(language, "negation").values() for words in listed}
    found = [
        _attribution(
            reading,
            one,
            voice,
            hedges.within(doubts, one.content),
            negated=any(tuple(fold(s.of(reading.text)).split()) in denials for s in one.cue),
        )
        for one, voice in ((one, voiced(one)) for one in raw)
        if (one.confidence > 0.6 or voice.confidence > 0.4) and (one.source or voice.type != "none")
    ]
    return [_relayed(one, relay) for one, relay in zip(found, relays.find_relays(reading, found), strict=True)]


def _said_by(resolver: SuffixResolver, one: RawAttribution) -> Voice:
    return resolver.voice(one.source)


def _voiced(reading: Reading, resolver: LexiconResolver, one: RawAttribution) -> Voice:
    if not one.source:
        return resolver.unsaid(one.cue[0])
    return resolver.voice(one.source, quoting=any(_quoted(reading, span) for span in one.content))


def doubts_in(reading: Reading, language: str) -> tuple[Span, ...]:
    """The hedges of a text in a language covered in part."""
    table = phrases(language, "hedge")
    lows = [fold(w) for w in reading.words]
    found = []
    for i, low in enumerate(lows):
        for words in table.get(low, ()):
            if tuple(lows[i : i + len(words)]) == words:
                found.append(reading.span(i, i + len(words)))
                break
    return tuple(found)


def guess(text: str, spans: Sequence[Span]) -> str | None:
    """English where its commonest words are frequent; `None` else: a language that nobody stated is not invented."""
    words = [w.strip(".,“”\"'").lower() for s in spans[:40] for w in text[s.start : s.end].split()][:600]
    common = sum(w in _ENGLISH for w in words)
    return "en" if words and common / len(words) > 0.1 else None


def _order(one: RawAttribution) -> tuple[int, int]:
    spans = one.source or one.cue or one.content
    return spans[0].start, min(s.start for s in (*one.cue, *one.content))


def _with_hearsay(reading: Reading, doubts: tuple[Span, ...], claims: Sequence[RawAttribution]) -> tuple[Span, ...]:
    """The hedges, with the cues of claims that are only believed, rumoured or understood; what was told is not hedged."""
    bare = [c.cue[0] for c in claims if not c.source and c.cue and not unvoiced.tells(c.cue[0].of(reading.text))]
    cues = [cue for cue in bare if not any(cue.meets(d) for d in doubts)]
    return tuple(sorted((*doubts, *cues), key=lambda s: s.start)) if cues else doubts


def _in_paragraph(reading: Reading, one: RawAttribution, doubts: Sequence[Span]) -> RawAttribution:
    """Without words of a paragraph before the cue's, if it has a claim of its own; only a quotation reaches over else."""
    if not one.cue:
        return one
    one = _in_sentence(reading, one, doubts)
    here = _paragraph(reading, one.cue[0])
    own = any(_paragraph(reading, s) == here for s in one.content)
    kept = tuple(
        s
        for s in one.content
        if (there := _paragraph(reading, s)) == here
        or (there > here and _mostly_quoted(reading, s))
        or (there < here and not own and _quoted(reading, s))
    )
    return one._replace(content=kept) if kept and len(kept) < len(one.content) else one


def _in_sentence(reading: Reading, one: RawAttribution, doubts: Sequence[Span]) -> RawAttribution:
    """Without a sentence behind the claim's own that nobody quotes and that has a hearsay of its own (`They allegedly left`)."""
    here = reading.owner[reading.inside(one.cue[0]).start]
    _, end = reading.sentences[here]
    last = one.content[-1]
    if last.end <= reading.ends[end - 1] or not any(reading.ends[end - 1] <= d.start < last.end for d in doubts):
        return one
    cut: list[Span] = []
    for span in one.content:
        tokens = reading.inside(span)
        if tokens.start >= end and reading.quote[tokens.start] < 0:
            continue
        if tokens.start < end < tokens.stop and all(reading.quote[i] < 0 for i in (end - 1, min(end, tokens.stop - 1))):
            span = Span(span.start, reading.ends[end - 1])
        cut.append(span)
    return one._replace(content=tuple(cut)) if cut and tuple(cut) != one.content else one


def _paragraph(reading: Reading, span: Span) -> int:
    return reading.paragraph[reading.owner[min(reading.inside(span).start, len(reading.owner) - 1)]]


def _quoted(reading: Reading, span: Span) -> bool:
    return any(reading.quote[token] >= 0 for token in reading.inside(span))


def _mostly_quoted(reading: Reading, span: Span) -> bool:
    """Whether a span is a quotation that goes on, and not a sentence with some word in marks."""
    tokens = [t for t in reading.inside(span) if reading.words[t][0].isalnum()]
    return 2 * sum(reading.quote[t] >= 0 for t in tokens) > len(tokens)


def _weighed(reading: Reading, one: RawAttribution, claims: Sequence[RawAttribution]) -> tuple[Span, ...]:
    """The words in which a hedge is the claim's: none where a speaker says what was told (`They said they were told …`)."""
    told = not one.source and bool(one.cue) and unvoiced.tells(one.cue[0].of(reading.text))
    if told and any(span.covers(one.cue[0]) for other in claims if other.source for span in other.content):
        return ()
    return (*one.content, *one.cue, *_gap(one))


def _gap(one: RawAttribution) -> tuple[Span, ...]:
    """The words between source and cue: `negotiators reportedly refused`."""
    if one.source and one.cue and 0 < one.cue[0].start - one.source[-1].end < 40:
        return (Span(one.source[-1].end, one.cue[0].start),)
    return ()


def speech_kind(reading: Reading, content: Sequence[Span]) -> SpeechKind:
    """Direct where every word of the content stands in quotation marks, mixed where some do."""
    quoted = plain = 0
    for span in content:
        for token in reading.inside(span):
            if reading.words[token][0].isalnum():
                if reading.quote[token] >= 0:
                    quoted += 1
                elif reading.lows[token] != "that":
                    plain += 1
    return "indirect" if not quoted else "mixed" if plain else "direct"


def _attribution(
    reading: Reading, one: RawAttribution, voice: Voice, doubts: tuple[Span, ...], *, negated: bool
) -> Attribution:
    """Raw spans with what is known of them; sure as the finding and the voice are together."""
    return Attribution(
        source=one.source,
        cue=one.cue,
        content=one.content,
        kind=speech_kind(reading, one.content),
        voice=voice,
        hedges=doubts,
        negated=negated,
        confidence=round(one.confidence * voice.confidence, 2),
    )


def _relayed(one: Attribution, relay: relays.Relay | None) -> Attribution:
    if relay is None:
        return one
    return Attribution(
        one.source, one.cue, one.content, one.kind, one.voice, one.hedges, one.negated, relay.names, relay.basis,
        relay.scope, relay.evidence, one.confidence, one.where,
    )  # fmt: skip


def _placed(found: Sequence[Attribution], places: Sequence[tuple[int, int, str]]) -> list[Attribution]:
    """Each attribution with the sort of block that it stands in, in text order."""
    placed: list[Attribution] = []
    at = 0
    for one in sorted(found, key=lambda a: (a.start, a.end)):
        while at + 1 < len(places) and places[at][1] <= one.start:
            at += 1
        where = places[at][2] if places else "body"
        placed.append(
            one if where == "body" else Attribution(
                one.source, one.cue, one.content, one.kind, one.voice, one.hedges, one.negated, one.relayed_by,
                one.relay_basis, one.relay_scope, one.relay_evidence, one.confidence, where,
            )
        )  # fmt: skip
    return placed
