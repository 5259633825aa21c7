"""Relays: through which outlets a claim came before it reached this page.

Two ways of knowing. *Observed*: the sentence says it (`told Harbour TV`, `Harbour TV reported, citing two officials,`,
`in a report seen by Harbour TV`). *Inferred*: a scope rule carries an outlet's report over to what follows it.

The scope rules, each named in `relay_scope`:

`same sentence`
    A claim inside another's content, or a source that an outlet cites, came through that outlet.
`next sentence, same paragraph`
    Where an outlet was the speaker of a sentence, a source in the following sentences of the same paragraph that is not
    named in full (unnamed, collective or nobody) is taken to be the outlet's, until the page names another speaker.
    A person with a name, an organisation or another outlet speaks for itself and ends the scope.
`next sentence, same paragraph`, the same voice
    Who told an outlet something is taken to go on telling it in the sentence after; an unnamed source that the page calls
    `the source` also in the paragraph after, since nobody else can have reached it.
`the report goes on`
    `it added`, `the channel said`: the outlet is the speaker still, and its scope goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from audit.lexicon import outlets
from audit.model import Attribution, Basis, Span, Voice
from audit.provenance.attributions.reading.tokens import Reading, word_set
from audit.provenance.attributions.voices import names

SAME_SENTENCE = "same sentence"
NEXT_SENTENCE = "next sentence, same paragraph"
_CARRIED = frozenset(["unnamed", "collective", "none"])
_CITING = word_set("citing quoting cited quoted")
_WITHOUT_ADDRESSEE = frozenset(["reporters", "journalists"])
_BEFORE_NAMES = word_set(
    "the a an state state-run news agency local television broadcaster newspaper channel daily private by public national us"
)
_OUTLET_TRADES = word_set(
    "newspaper channel broadcaster paper station agency daily website magazine network portal weekly"
)
_NO_OUTLETS = frozenset(
    ["NATO", "FBI", "CIA", "NASA", "OPEC", "UNHCR", "UNICEF", "IAEA", "IMF", "WHO", "FIFA", "UEFA", "MPS"]
)
"""Bodies that people address as often as agencies, and without an article."""
_MEDIA = word_set("media outlets newspapers press broadcasters channels")


class Relay(NamedTuple):
    """Names of the outlets, outermost first, with how it is known."""

    names: tuple[str, ...]
    basis: Basis
    scope: str
    evidence: tuple[Span, ...]


class _Open(NamedTuple):
    """An outlet whose report the paragraph is in."""

    paragraph: int
    sentence: int
    name: str
    evidence: Span


def find_relays(reading: Reading, attributions: Sequence[Attribution]) -> list[Relay | None]:
    """The relay of each attribution, in their order, which is the text's."""
    relays: list[Relay | None] = []
    scope: _Open | None = None
    by_sentence = _by_sentence(reading, attributions)
    known = frozenset(a.voice.name for a in attributions if a.voice.type == "outlet" and a.voice.name)
    previous = -1
    for number, one in enumerate(attributions):
        sentence = reading.owner[_anchor(reading, one)]
        paragraph = reading.paragraph[sentence]
        if scope is not None and (paragraph != scope.paragraph):
            scope = None
        relay = _observed(reading, one, [attributions[i] for i in by_sentence[sentence] if i != number], known)
        if relay is None and one.voice.type == "unnamed" and number and relays[-1] is not None:
            relay = _same_party(reading, attributions[number - 1], relays[-1], one)
        if (
            relay is None
            and scope is not None
            and sentence > scope.sentence
            and one.voice.type in _CARRIED
            and not _own_media(one.voice)
        ):
            relay = Relay((scope.name,), "inferred", NEXT_SENTENCE, (scope.evidence,))
        if relay is None:
            relay = _goes_on(reading, attributions, relays, number)
        relays.append(relay)
        outlet = _outlet(one.voice)
        if (
            outlet is not None
            and one.source
            and not (relay is not None and relay.basis == "observed" and outlet in relay.names)
        ):
            scope = _Open(paragraph, sentence, outlet, _around(one))
        elif (
            scope is not None and sentence > scope.sentence and one.voice.type not in _CARRIED and sentence != previous
        ):
            scope = None
        previous = sentence
    return relays


def _goes_on(
    reading: Reading, attributions: Sequence[Attribution], relays: Sequence[Relay | None], number: int
) -> Relay | None:
    """`She told Harbour TV … She said`: the same voice in the sentence after, or `the source` in the paragraph after."""
    one = attributions[number]
    here = reading.owner[_anchor(reading, one)]
    for back in range(number - 1, max(-1, number - 4), -1):
        before, relay = attributions[back], relays[back]
        there = reading.owner[_anchor(reading, before)]
        if not one.voice.key or before.voice.key != one.voice.key or here - there > 1:
            continue
        if relay is None or (one.voice.type != "unnamed" and reading.paragraph[here] != reading.paragraph[there]):
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
    shared = {w.rstrip("s") for w in one.voice.name.lower().split()} & {
        w.rstrip("s") for w in before.voice.name.lower().split()
    }
    if (
        not opens
        or here - there != 1
        or reading.paragraph[here] != reading.paragraph[there]
        or not shared - {"one", "the", "of", "a"}
    ):
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
    tokens = reading.inside(spans[0])
    return min(tokens.start, len(reading.owner) - 1)


def _outlet(voice: Voice) -> str | None:
    """The outlet's name, where the voice is one that publishes."""
    if voice.type == "outlet" and voice.name:
        return voice.name
    if _own_media(voice):
        return voice.name
    return None


def _own_media(voice: Voice) -> bool:
    """`local media`, `Pakistani media outlets`: outlets without a name."""
    return (
        voice.type == "collective" and bool(voice.name) and any(w in _MEDIA for w in (voice.name or "").lower().split())
    )


def _around(one: Attribution) -> Span:
    spans = (*one.source, *one.cue)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _observed(reading: Reading, one: Attribution, others: Sequence[Attribution], known: frozenset[str]) -> Relay | None:
    """What the sentence itself says: who was told, who cites, inside whose claim this one stands."""
    found: list[tuple[int, str, Span]] = []
    cue_text = " ".join(s.of(reading.text) for s in one.cue).lower()
    for other in others[:24]:
        name = _outlet(other.voice)
        if name is None or other.voice.key == one.voice.key:
            continue
        inside = bool(one.cue) and any(c.start <= one.cue[0].start and one.cue[0].end <= c.end for c in other.content)
        quoted = any(w in _CITING for w in cue_text.split()) and (
            _shares(one.content, other.content) or _reports_before(reading, other, one)
        )
        if inside or quoted:
            width = sum(c.end - c.start for c in other.content)
            found.append((-width, name, _around(other)))
    reporter = _reporter(reading, one)
    if reporter is not None:
        found.append((0, *reporter))
    told = _told(reading, one, known)
    if told is not None:
        found.append((1, *told))
    for addressed in others[:24]:
        if addressed.voice.type in ("outlet",) or not addressed.cue or not one.cue:
            continue
        if any(c.start <= one.cue[0].start and one.cue[0].end <= c.end for c in addressed.content):
            outer = _told(reading, addressed, known)
            if outer is not None:
                found.append((0, *outer))
    if not found:
        return None
    found.sort(key=lambda f: f[0])
    unique: dict[str, Span] = {}
    for _, name, span in found:
        unique.setdefault(name, span)
    return Relay(tuple(unique), "observed", SAME_SENTENCE, tuple(unique.values()))


def _reports_before(reading: Reading, other: Attribution, one: Attribution) -> bool:
    """`Harbour TV reported, citing …`: the outlet's verb stands right before the citing, a comma between."""
    if not other.cue or not one.cue:
        return False
    report, citing = reading.inside(other.cue[-1]), reading.inside(one.cue[0])
    return 0 <= citing.start - report.stop <= 6 and reading.words[citing.start - 1] == ","


def _reporter(reading: Reading, one: Attribution) -> tuple[str, Span] | None:
    """`Harbour TV reported, citing …`: the outlet whose verb the citing hangs on, an attribution of its own or not."""
    cue = reading.inside(one.cue[0]) if one.cue else range(0)
    if len(cue) == 0 or reading.lows[cue.start] not in ("citing", "quoting"):
        return None
    begin, _ = reading.sentences[reading.owner[cue.start]]
    verb = cue.start - 2
    if (
        verb <= begin
        or reading.words[verb + 1] != ","
        or reading.lows[verb] not in ("reported", "reports", "said", "claimed")
    ):
        return None
    for run in names.runs(reading, max(begin, verb - 8), verb):
        name = names.classify(reading, *run)
        if run[1] == verb and name.type == "outlet":
            return name.string, reading.span(*run)
    return None


def _shares(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(x.meets(y) for x in a for y in b)


def _told(reading: Reading, one: Attribution, known: frozenset[str]) -> tuple[str, Span] | None:
    """`told Harbour TV`, `in an interview with Harbour TV`, `seen by Harbour TV`, `quoted by Harbour TV as saying`."""
    regions: list[range] = []
    if one.cue:
        cue = reading.inside(one.cue[0])
        _, end = reading.sentences[reading.owner[cue.start]]
        stop = min([reading.inside(c).start for c in one.content if c.start >= one.cue[0].end], default=end)
        regions.append(range(cue.start, min(stop, cue.stop + 16, end)))
    for span in one.source[:1]:
        source = reading.inside(span)
        regions.append(source)
        begin, _ = reading.sentences[reading.owner[source.start]]
        if 0 < source.start - begin < 24:
            regions.append(range(begin, source.start))
        if one.cue and one.cue[0].start > span.end:
            regions.append(range(source.stop, reading.inside(one.cue[0]).start))
    for region in regions:
        for token in region:
            low = reading.lows[token]
            opens = low in ("told", "tell", "tells", "telling", "to", "by", "with", "on")
            if not opens or token + 1 >= len(reading.words):
                continue
            if low == "to" and reading.lows[token - 1] not in (
                "statement",
                "said",
                "interview",
                "comments",
                "remarks",
                "confirmed",
                "speaking",
                "talking",
                "confirm",
                "spoke",
                "email",
                "message",
            ):
                continue
            if (
                low == "with"
                and "interview" not in reading.lows[max(0, token - 4) : token]
                and "conversation" not in reading.lows[max(0, token - 4) : token]
            ):
                continue
            if low == "by" and reading.lows[token - 1] not in (
                "seen",
                "quoted",
                "obtained",
                "cited",
                "reviewed",
                "published",
                "carried",
                "reported",
                "released",
                "viewed",
                "contacted",
                "interviewed",
                "verified",
                "conducted",
                "broadcast",
                "aired",
                "saying",
            ):
                continue
            if low == "on" and reading.lows[token - 1] not in ("speaking", "interview", "said", "appearing"):
                continue
            named = _named_at(reading, token + 1, known)
            if named is not None:
                return named
    return None


def _named_at(reading: Reading, token: int, known: frozenset[str]) -> tuple[str, Span] | None:
    """An outlet, or media at large, right at `token`."""
    place = token
    _, end = reading.sentences[reading.owner[min(token, len(reading.owner) - 1)]]
    while (
        place < end
        and reading.words[place] not in ("Daily", "Channel", "National", "Public")
        and (reading.lows[place] in _BEFORE_NAMES or reading.lows[place] in names.table("demonym"))
    ):
        place += 1
    trade = any(w in _OUTLET_TRADES for w in reading.lows[token:place])
    run = next((r for r in names.runs(reading, place, min(end, place + 8)) if r[0] == place), None)
    if run is not None:
        name = names.classify(reading, *run)
        first = run[0] - (reading.words[run[0] - 1] == "The")
        owner = reading.string(first, run[1])
        behind = reading.lows[run[1] : run[1] + 2]
        trade = trade or behind[:1] == ["newspaper"] or behind in (["news", "agency"], ["television", "channel"])
        outlet = outlets.by_name(reading.string(*run))
        listed = outlet is not None and (not outlet.needs_context or owner.isupper())
        acronym = place == token and run[1] - run[0] == 1 and owner.isupper() and 2 < len(owner) < 6
        own = acronym and name.type in (None, "organisation") and owner not in _NO_OUTLETS
        if name.type == "outlet" or own or listed or trade or owner in known or reading.string(*run) in known:
            return owner, reading.span(first, run[1])
        return None
    stop = place
    while stop < end and stop - token < 4 and reading.words[stop][0].isalpha():
        if reading.lows[stop] in _MEDIA or (reading.lows[stop] in _OUTLET_TRADES and reading.lows[token] == "the"):
            return reading.string(token, stop + 1), reading.span(token, stop + 1)
        stop += 1
    return None
