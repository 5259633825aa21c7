"""Claims with a hedge and nobody behind them: `reportedly refused`, `are believed to be`, `it is understood that`.

No tagger that looks for speakers finds them. A hedge counts where no attribution's content holds it: there it belongs to
somebody's claim already.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import STOPS, Reading
from audit.provenance.attributions.rules.impersonal import EMERGED, HEARERS, REPORTING, UNSOURCED, clause_of, impersonal
from audit.provenance.attributions.tagging import RawAttribution

_ADVERBS = word_set("reportedly allegedly supposedly purportedly reputedly presumably apparently")


_TOLD = word_set("told assured informed heard learnt learned gathered established observed noted agreed clear")


def find_unvoiced(
    reading: Reading, hedges: Sequence[Span], known: Sequence[RawAttribution]
) -> tuple[RawAttribution, ...]:
    """Attributions without a source for the hedges that `known` leaves out."""
    known = [raw for raw in known if not held_off(reading, raw)]
    covered = sorted((s.start, s.end) for raw in known for s in (*raw.content, *raw.cue))
    found = _impersonal_claims(reading, known)
    told = [span for one in found for span in one.cue]
    at = 0
    reach = -1
    done = -1
    for place, hedge in enumerate(hedges):
        while at < len(covered) and covered[at][0] <= hedge.start:
            reach = max(reach, covered[at][1])
            at += 1
        tokens = reading.inside(hedge)
        if (hedge.end <= reach and not aside(reading, tokens.start)) or any(span.meets(hedge) for span in told):
            continue
        last = reading.lows[tokens.stop - 1]
        if reading.quote[tokens.start] >= 0 or last == "apparently" or last not in _ADVERBS | REPORTING:
            continue  # `apparently` is the writer's own inference
        verbs = speech.forms("english", "verb")
        saying = reading.lows[tokens.stop : tokens.stop + 2] == ["to", "have"] and tokens.stop + 2 < len(reading.lows)
        if saying and verbs.get(reading.lows[tokens.stop + 2]) in ("say", "tell", "loaded", "deny"):
            continue
        sentence = reading.owner[tokens.start]
        if hedge.start < done:
            continue
        if (
            last in ("known", "said", "claimed")
            and reading.lows[tokens.stop : tokens.stop + 1] != ["to"]
            and "that" not in reading.lows[tokens.stop : tokens.stop + 1]
        ):
            continue
        more = place + 1 < len(hedges) and hedges[place + 1].end <= reading.ends[reading.sentences[sentence][1] - 1]
        content = _claim(reading, sentence, tokens.start, tokens.stop, more=more)
        if content:
            found.append(RawAttribution((), (hedge,), content, 0.9))
            done = max(s.end for s in content)
    return tuple(found)


def _impersonal_claims(reading: Reading, known: Sequence[RawAttribution]) -> list[RawAttribution]:
    found = []
    inside = sorted((s.start, s.end) for raw in known for s in raw.content)
    for first, stop, _ in impersonal(reading):
        sentence = reading.owner[first]
        cue = reading.span(first, stop)
        heard = reading.lows[stop - 1] in ("told", "assured", "informed")
        layer = heard and clause_of(reading, stop, reading.sentences[sentence][1])  # `He said they were told that …`
        if not layer and any(start <= cue.start and cue.end <= end for start, end in inside):
            continue
        content = _claim(reading, sentence, first, stop, more=False)
        behind = tuple(s for s in content if s.start >= cue.end)
        if behind or content:
            found.append(RawAttribution((), (cue,), behind or content, 0.8))
    return found


def tells(cue: str) -> bool:
    """Whether a cue without a speaker casts no doubt: `was told`, `it emerged`, `has been learnt`."""
    return cue.lower().split()[-1] in EMERGED | _TOLD


def hears(reading: Reading, one: RawAttribution) -> bool:
    """Whether what a tagger took for the speaker only heard, or is mere talk: `the court was told`, `rumours are rife`."""
    if not one.cue or not one.source:
        return False
    cue = reading.inside(one.cue[0])
    begin, _ = reading.sentences[reading.owner[cue.start]]
    lows = reading.lows
    last = lows[cue.stop - 1]
    passive = last == "told" and any(
        w in ("was", "were", "been") for w in lows[max(begin, cue.stop - 4) : cue.stop - 1]
    )
    source = reading.inside(one.source[-1])
    after = one.source[-1].start > one.cue[0].end
    if len(source) == 1 and lows[source.start] in UNSOURCED:
        return True
    return not after and (passive or (last == "heard" and lows[source.stop - 1] in HEARERS))


def aside(reading: Reading, token: int) -> bool:
    """Whether a hedge stands in a relative clause of the reporter's own: `, who is reportedly abroad`."""
    begin, _ = reading.sentences[reading.owner[token]]
    for i in range(token - 1, max(begin, token - 8), -1):
        if reading.words[i] in (",", ";", "—"):
            return False
        if reading.lows[i] in ("who", "which", "where", "whose"):
            return reading.words[i - 1] == ","
    return False


def held_off(reading: Reading, raw: RawAttribution) -> bool:
    """Whether a deed and no saying stands behind an adverb of hearsay: `reportedly refused to sign`."""
    if not raw.cue or not raw.source:
        return False
    first = reading.inside(raw.source[-1]).stop
    cue = reading.inside(raw.cue[0])
    region = (
        reading.lows[min(first, cue.start) : cue.stop]
        if 0 <= cue.start - first < 6
        else reading.lows[cue.start : cue.stop]
    )
    if not any(w in _ADVERBS for w in region):
        return False
    verbs = speech.forms("english", "verb")
    return not any(verbs.get(w) in ("say", "tell", "loaded", "deny", "find", "accuse", "judge") for w in region)


def _claim(reading: Reading, sentence: int, first: int, stop: int, *, more: bool) -> tuple[Span, ...]:
    """The clause around the hedge, without the hedge; it ends at `and` where the sentence has `more` hedges."""
    begin, end = reading.sentences[sentence]
    while end > begin and reading.words[end - 1] in STOPS:
        end -= 1
    left = first
    while (
        left > begin
        and reading.words[left - 1] not in (";", "—", "–", ":")
        and not (
            reading.lows[left - 1]
            in (
                "and",
                "but",
                "while",
                "although",
                "because",
                "which",
                "that",
                "after",
                "as",
                "when",
                "where",
                "who",
                "whose",
            )
            and (first - left > 1 or reading.lows[left - 1] in ("who", "which"))
        )
    ):
        left -= 1
    right = stop
    while (
        right < end
        and reading.words[right] not in (";",)
        and not (reading.words[right] in (",", "—") and _turns(reading, right + 1, end, more))
    ):
        right += 1
    if reading.lows[stop : stop + 1] == ["that"]:
        stop += 1
    while left < first and not reading.words[left][0].isalnum():
        left += 1
    while right > stop and not reading.words[right - 1][0].isalnum() and reading.words[right - 1] not in '”"»’)%':
        right -= 1
    spans = []
    if left < first and reading.lows[left:first] != ["it"]:
        spans.append(reading.span(left, first))
    if stop < right:
        spans.append(reading.span(stop, right))
    return tuple(spans)


def _turns(reading: Reading, token: int, end: int, more: bool) -> bool:
    """A comma after which a new clause speaks: `, but`, `, he said`."""
    if token >= end:
        return True
    verbs = speech.forms("english", "verb")
    low = reading.lows[token]
    return (
        (low == "and" and more)
        or low in ("but", "although", "while", "though", "according")
        or (
            low in phrases.PRONOUNS
            and token + 1 < end
            and verbs.get(reading.lows[token + 1]) in ("say", "tell", "loaded")
        )
    )
