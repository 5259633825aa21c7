"""The relay of each attribution: what its sentence says, else what a scope rule carries over to it.

The scope rules, each named in `relay_scope`:

`same sentence`
    A claim inside another's content, or a source that an outlet cites, came through that outlet.
`next sentence, same paragraph`
    Where an outlet was the speaker of a paragraph's first report, sources of whom nothing more is said in the sentences
    behind it (`diplomatic sources`) are taken to be the outlet's, until the page names another speaker. People of whom
    more is said (an official at the port, residents) are as often the publisher's own and stay so.
    Who told an outlet something is taken to go on telling it in the rest of the paragraph.
`the same speaker, next paragraph`
    The same, where the next paragraph goes on with the speaker as a pronoun and no one spoke in between.
`in the same paper`
    Who speaks in a paper (`In it, the treasurer writes`) that an outlet has read is known through that outlet.
`the same voice`
    An unnamed source or a document that the page knows only through an outlet is known through it wherever it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from audit.lexicon.closed_classes import word_set
from audit.model import Attribution, Basis, Span, Voice
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.relays import papers
from audit.provenance.attributions.relays.company import pages_outlets
from audit.provenance.attributions.relays.outlets import Named, Outlets
from audit.provenance.attributions.relays.spoken_to import Observer, Relay

SAME_SENTENCE = "same sentence"
NEXT_SENTENCE = "next sentence, same paragraph"
NEXT_PARAGRAPH = "the same speaker, next paragraph"
SAME_VOICE = "the same voice"
IN_THE_PAPER = "in the same paper"
_CARRIED = frozenset(["unnamed", "collective", "none"])
_MEDIA = word_set("media outlets newspapers press broadcasters channels")
_SOURCES = word_set("source sources officials insiders")
_SENTENCE_OTHERS = 24


class _Open(NamedTuple):
    """An outlet whose report the paragraph is in."""

    paragraph: int
    sentence: int
    name: str
    evidence: Span


def find_relays(reading: Reading, attributions: Sequence[Attribution]) -> list[Relay | None]:
    """The relay of each attribution, in their order, which is the text's."""
    voiced = frozenset(a.voice.name for a in attributions if a.voice.type == "outlet" and a.voice.name)
    observer = Observer(reading, Outlets(reading, voiced | pages_outlets(reading)))
    by_sentence = _by_sentence(reading, attributions)
    relays: list[Relay | None] = []
    known: dict[str, Relay] = {}
    scope: _Open | None = None
    previous = opened = first = -1
    for number, one in enumerate(attributions):
        sentence = reading.owner[_anchor(reading, one)]
        paragraph = reading.paragraph[sentence]
        if scope is not None and paragraph != scope.paragraph:
            scope = None
        others = [attributions[i] for i in by_sentence[sentence] if i != number][:_SENTENCE_OTHERS]
        relay = _observed(observer, one, others)
        if relay is None and one.voice.type in ("unnamed", "document"):
            relay = known.get(_base(one.voice))
        if relay is None and one.voice.type == "unnamed" and number and relays[-1] is not None:
            relay = _same_party(reading, attributions[number - 1], relays[-1], one)
        following = scope is not None and sentence > scope.sentence
        if relay is None and scope is not None and following and _bare(one.voice):
            relay = Relay((scope.name,), "inferred", NEXT_SENTENCE, (scope.evidence,))
        if relay is None:
            held = papers.holder(reading, observer.outlets, sentence) if one.voice.type != "outlet" else None
            relay = Relay((held[0],), "inferred", IN_THE_PAPER, (held[1],)) if held is not None else None
        if relay is None:
            relay = _goes_on(reading, attributions, relays, number)
        relays.append(relay)
        if relay is not None and one.voice.key and one.voice.type in ("unnamed", "document"):
            again = Relay(relay.names, "inferred", SAME_VOICE, relay.evidence)
            if relay.basis == "observed":
                known[_base(one.voice)] = again
            known.setdefault(_base(one.voice), again)
        outlet = _outlet(one.voice)
        if (
            outlet is not None
            and one.source
            and (paragraph != opened or sentence == first)
            and not (relay is not None and relay.basis == "observed" and outlet in relay.names)
        ):
            scope = _Open(paragraph, sentence, outlet, _around(one))
        elif scope is not None and following and one.voice.type not in _CARRIED and sentence != previous:
            scope = None
        if paragraph != opened:
            opened, first = paragraph, sentence
        previous = sentence
    return relays


def _observed(observer: Observer, one: Attribution, others: Sequence[Attribution]) -> Relay | None:
    """What the sentence itself says."""
    outer: list[tuple[int, Named]] = []
    for other in others:
        name = _outlet(other.voice)
        if name is None or other.voice.key == one.voice.key or not one.cue:
            continue
        if any(c.start <= one.cue[0].start and one.cue[0].end <= c.end for c in other.content):
            outer.append((-sum(c.end - c.start for c in other.content), (name, _around(other))))
    outer.sort(key=lambda layer: layer[0])
    if one.voice.type == "outlet":
        layers = [layer for _, layer in outer]
    else:
        layers = observer.layers(one, others, [layer for _, layer in outer])
    layers = [layer for layer in layers if layer[0] != one.voice.name]
    if not layers:
        return None
    taken_up = any(observer.taken_up(span) for _, span in layers)
    basis: Basis = "inferred" if taken_up else "observed"  # `told the channel`: which one, the sentence before says
    scope = NEXT_SENTENCE if taken_up else SAME_SENTENCE
    return Relay(tuple(n for n, _ in layers), basis, scope, tuple(s for _, s in layers))


def _bare(voice: Voice) -> bool:
    """`diplomatic sources`, `officials`: those of whom nothing is said but their kind."""
    words = (voice.name or "").lower().split()
    return voice.type == "unnamed" and 0 < len(words) < 4 and words[-1] in _SOURCES


def _base(voice: Voice) -> str:
    """A voice's key, or that of the group it is a part of."""
    whole, _, part = voice.key.rpartition("/")
    return whole if whole and part.isdigit() else voice.key


def _goes_on(
    reading: Reading, attributions: Sequence[Attribution], relays: Sequence[Relay | None], number: int
) -> Relay | None:
    """`She told Harbour TV … She said`: the same voice, in this paragraph or as a pronoun at the head of the next one."""
    one = attributions[number]
    here = reading.paragraph[reading.owner[_anchor(reading, one)]]
    for back in range(number - 1, max(-1, number - 4), -1):
        before, relay = attributions[back], relays[back]
        if not one.voice.key or not (before.voice.key == one.voice.key or _same_member(reading, before, one)):
            continue
        there = reading.paragraph[reading.owner[_anchor(reading, before)]]
        on = back == number - 1 and here - there == 1 and not one.negated and _pronoun(reading, one)
        if relay is None or not (here == there or on):
            return None
        return Relay(relay.names, "inferred", NEXT_SENTENCE if here == there else NEXT_PARAGRAPH, relay.evidence)
    return None


def _same_member(reading: Reading, before: Attribution, one: Attribution) -> bool:
    """`One of the scientists told Harbour TV … the scientist said`: of one group, and the second time taken up."""
    both = before.voice.type == one.voice.type == "unnamed" and not (before.voice.plural or one.voice.plural)
    taken_up = bool(one.source) and one.source[0].of(reading.text).lower().startswith("the ")
    return both and taken_up and _base(before.voice) == _base(one.voice)


def _pronoun(reading: Reading, one: Attribution) -> bool:
    return bool(one.source) and one.source[0].of(reading.text).lower() in ("he", "she")


def _same_party(reading: Reading, before: Attribution, relay: Relay, one: Attribution) -> Relay | None:
    """`Two officials told Harbour TV … One official said`: one of those whom the outlet had heard."""
    if (
        one.voice.resolved_from is not None
        or before.voice.type != "unnamed"
        or not before.voice.name
        or not one.voice.name
        or relay.scope == NEXT_SENTENCE
    ):
        return None
    here, there = reading.owner[_anchor(reading, one)], reading.owner[_anchor(reading, before)]
    opens = one.voice.name.lower().split()[0] in ("one", "another", "the", "a", "both", "second")
    mine, theirs = ({w.rstrip("s") for w in name.lower().split()} for name in (one.voice.name, before.voice.name))
    near = here - there == 1 and reading.paragraph[here] == reading.paragraph[there]
    if not opens or not near or not (mine & theirs) - {"one", "the", "of", "a"}:
        return None
    return Relay(relay.names, "inferred", NEXT_SENTENCE, relay.evidence)


def _by_sentence(reading: Reading, attributions: Sequence[Attribution]) -> dict[int, list[int]]:
    table: dict[int, list[int]] = {}
    for number, one in enumerate(attributions):
        table.setdefault(reading.owner[_anchor(reading, one)], []).append(number)
    return table


def _anchor(reading: Reading, one: Attribution) -> int:
    """The token at which an attribution hangs: its cue, else its source, else its content."""
    spans = one.cue or one.source or one.content
    return min(reading.inside(spans[0]).start, len(reading.owner) - 1)


def _outlet(voice: Voice) -> str | None:
    """The outlet's name, where the voice is one that publishes."""
    if voice.type == "outlet" and voice.name:
        return voice.name
    return voice.name if _own_media(voice) else None


def _own_media(voice: Voice) -> bool:
    """`local media`, `Pakistani media outlets`: outlets without a name."""
    return voice.type == "collective" and any(w in _MEDIA for w in (voice.name or "").lower().split())


def _around(one: Attribution) -> Span:
    spans = (*one.source, *one.cue)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
