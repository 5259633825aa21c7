"""The relay of each attribution: what its sentence says, else what a scope rule carries over to it.

The scope rules, each named in `relay_scope`:

`same sentence`
    A claim inside another's content, or a source that an outlet cites, came through that outlet.
`next sentence, same paragraph`
    Where an outlet was the speaker of a sentence, a source in the following sentences of the same paragraph that is not
    named in full (unnamed, collective or nobody) is taken to be the outlet's, until the page names another speaker.
    A person with a name, an organisation or another outlet speaks for itself and ends the scope.
    Who told an outlet something is taken to go on telling it in the sentence after.
`the same voice`
    An unnamed source or a document that the page knows only through an outlet is known through it wherever it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from audit.lexicon.closed_classes import word_set
from audit.model import Attribution, Basis, Span, Voice
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.relays.outlets import Named, Outlets, pages_outlets
from audit.provenance.attributions.relays.spoken_to import Observer, Relay

SAME_SENTENCE = "same sentence"
NEXT_SENTENCE = "next sentence, same paragraph"
SAME_VOICE = "the same voice"
_CARRIED = frozenset(["unnamed", "collective", "none"])
_MEDIA = word_set("media outlets newspapers press broadcasters channels")
_SENTENCE_OTHERS = 24


class _Open(NamedTuple):
    """An outlet whose report the paragraph is in."""

    paragraph: int
    sentence: int
    name: str
    evidence: Span
    collective: bool
    """Whether it is `local media` and no outlet with a name."""


def find_relays(reading: Reading, attributions: Sequence[Attribution]) -> list[Relay | None]:
    """The relay of each attribution, in their order, which is the text's."""
    voiced = frozenset(a.voice.name for a in attributions if a.voice.type == "outlet" and a.voice.name)
    observer = Observer(reading, Outlets(reading, voiced | pages_outlets(reading)))
    by_sentence = _by_sentence(reading, attributions)
    relays: list[Relay | None] = []
    known: dict[str, Relay] = {}
    scope: _Open | None = None
    previous = -1
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
        if (
            relay is None
            and scope is not None
            and following
            and one.voice.type in _CARRIED
            and not (one.voice.type == "none" and scope.collective)
            and not _own_media(one.voice)
        ):
            relay = Relay((scope.name,), "inferred", NEXT_SENTENCE, (scope.evidence,))
        if relay is None:
            relay = _goes_on(reading, attributions, relays, number)
        relays.append(relay)
        if relay is not None and one.voice.key and one.voice.type in ("unnamed", "document"):
            known.setdefault(_base(one.voice), Relay(relay.names, "inferred", SAME_VOICE, relay.evidence))
        outlet = _outlet(one.voice)
        if (
            outlet is not None
            and one.source
            and not (relay is not None and relay.basis == "observed" and outlet in relay.names)
        ):
            scope = _Open(paragraph, sentence, outlet, _around(one), one.voice.type == "collective")
        elif scope is not None and following and one.voice.type not in _CARRIED and sentence != previous:
            scope = None
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


def _base(voice: Voice) -> str:
    """A voice's key, or that of the group it is a part of."""
    whole, _, part = voice.key.rpartition("/")
    return whole if whole and part.isdigit() else voice.key


def _goes_on(
    reading: Reading, attributions: Sequence[Attribution], relays: Sequence[Relay | None], number: int
) -> Relay | None:
    """`She told Harbour TV … She said`: the same voice in the sentence after."""
    one = attributions[number]
    here = reading.owner[_anchor(reading, one)]
    for back in range(number - 1, max(-1, number - 4), -1):
        before, relay = attributions[back], relays[back]
        there = reading.owner[_anchor(reading, before)]
        if not one.voice.key or before.voice.key != one.voice.key or here - there > 1:
            continue
        if relay is None or reading.paragraph[here] != reading.paragraph[there]:
            return None
        return Relay(relay.names, "inferred", NEXT_SENTENCE, relay.evidence)
    return None


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
