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
from audit.provenance.attributions.tagging import RawAttribution

_ADVERBS = word_set("reportedly allegedly supposedly purportedly reputedly presumably apparently")
_REPORTING = word_set(
    """
    believed thought said reported alleged understood rumoured rumored feared suspected claimed estimated known
    presumed
    """
)


_LEARNT = word_set("gathered learnt learned established observed suggested assumed noted hoped expected agreed clear")
_EMERGED = word_set("emerged emerges transpired transpires")
_TOLD = word_set("told assured informed heard learnt learned gathered established observed noted agreed clear")
_BE = word_set("is was are were has have had been being")
_HEARERS = word_set(
    "court inquest jury tribunal hearing inquiry trial commission parliament jurors panel inquisition assembly"
)
_RUMOUR = word_set("rumour rumor rumours word legend gossip")
_TALK = word_set("reports rumours rumors talk speculation suggestions whispers")
_UNSOURCED = word_set("rumours rumors speculation talk gossip whispers")
"""What nobody stands behind, whatever verb follows: `rumours are rife that`."""
_RIFE = word_set("is are was were has have had grew grows spread spreads swirled circulated circulate mounted emerged")
_IMPERSONAL = _UNSOURCED | _HEARERS | _RUMOUR | word_set("it there told assured informed heard")


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
        if reading.quote[tokens.start] >= 0 or last == "apparently" or last not in _ADVERBS | _REPORTING:
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
        layer = heard and _clause(reading, stop, reading.sentences[sentence][1])  # `He said they were told that …`
        if not layer and any(start <= cue.start and cue.end <= end for start, end in inside):
            continue
        content = _claim(reading, sentence, first, stop, more=False)
        behind = tuple(s for s in content if s.start >= cue.end)
        if behind or content:
            found.append(RawAttribution((), (cue,), behind or content, 0.8))
    return found


def tells(cue: str) -> bool:
    """Whether a cue without a speaker casts no doubt: `was told`, `it emerged`, `has been learnt`."""
    return cue.lower().split()[-1] in _EMERGED | _TOLD


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
    if len(source) == 1 and lows[source.start] in _UNSOURCED:
        return True
    return not after and (passive or (last == "heard" and lows[source.stop - 1] in _HEARERS))


def aside(reading: Reading, token: int) -> bool:
    """Whether a hedge stands in a relative clause of the reporter's own: `, who is reportedly abroad`."""
    begin, _ = reading.sentences[reading.owner[token]]
    for i in range(token - 1, max(begin, token - 8), -1):
        if reading.words[i] in (",", ";", "—"):
            return False
        if reading.lows[i] in ("who", "which", "where", "whose"):
            return reading.words[i - 1] == ","
    return False


def impersonal(reading: Reading) -> list[tuple[int, int, tuple[int, int] | None]]:
    """Cues of claims that somebody heard or was told and nobody says: `It was gathered that`, `the inquest heard`.

    Each with the tokens of the cue and, where it is a body that heard, of its name: that is no speaker.
    """
    found: list[tuple[int, int, tuple[int, int] | None]] = []
    lows = reading.lows
    for begin, end in reading.sentences:
        for i in range(begin, end):
            low = lows[i]
            if low not in _IMPERSONAL or reading.quote[i] >= 0:
                continue
            if low == "there" and i + 3 < end and lows[i + 1] in _BE:
                noun = next((j for j in range(i + 2, min(end - 1, i + 6)) if lows[j] in _TALK), None)
                if noun is not None and (
                    noun + 1 >= end or lows[noun + 1] in ("of", "that", "late", "on", "in", "about")
                ):
                    found.append((i, noun + 1, None))
            elif low == "it" and i + 2 < end:
                stop = _gathered(lows, i + 1, min(end, i + 6))
                timed = lows[stop : stop + 3] == ["at", "the", "time"]
                if stop and (timed or lows[stop : stop + 1] not in (["by"], ["to"], ["as"], ["for"], ["at"], ["in"])):
                    found.append((i + 1, stop, None))
            elif low in _HEARERS and i + 1 < end:
                stop = _heard(lows, i + 1, min(end, i + 6))
                if stop and lows[stop : stop + 1] not in (["by"], ["from"], ["of"], ["to"], ["in"]):
                    found.append((i + 1, stop, (i, i + 1)))
            elif (
                low in ("told", "assured", "informed")
                and _passive(lows, begin, i)
                and not {"by", "off"} & set(lows[i : min(end, i + 4)])
            ):
                first = i - 1
                while first > begin and lows[first - 1] in _BE:
                    first -= 1
                found.append((first, i + 1, (begin, first)))
            elif (
                low == "heard"
                and lows[i + 1 : i + 2] == ["that"]
                and lows[i - 1] in ("has", "have", "had")
                and i - 1 > begin
            ):
                found.append((i - 1, i + 1, (begin, i - 1)))
            elif low in _RUMOUR and lows[i + 1 : i + 3] == ["has", "it"]:
                found.append((i, i + 3, None))
            elif low in _UNSOURCED and i + 2 < end and lows[i + 1] in _RIFE:
                that = next((j for j in range(i + 2, min(end, i + 8)) if lows[j] == "that"), None)
                if that is not None:
                    found.append((i, that, None))
    return found


def _gathered(lows: list[str], place: int, end: int) -> int:
    """One past `was also learnt`, or 0."""
    first = place
    while place < end and (lows[place] in _BE or lows[place] in ("also", "later", "since", "then", "now", "soon")):
        place += 1
    if place < end and lows[place] in _EMERGED:
        return place + 1 if lows[place + 1 : place + 2] == ["that"] else 0
    place = first
    if lows[place] not in _BE:
        return 0
    while place < end and (lows[place] in _BE or lows[place] in ("also", "widely", "now", "further", "generally")):
        place += 1
    return place + 1 if place < end and lows[place] in _REPORTING | _LEARNT else 0


def _heard(lows: list[str], place: int, end: int) -> int:
    """One past `has heard`, `was told`, or 0."""
    first = place
    while place < end and (lows[place] in _BE or lows[place] in ("also", "later", "then", "earlier")):
        place += 1
    if place >= end or (lows[place] != "heard" and not (lows[place] == "told" and place > first)):
        return 0
    return place + 1


def _clause(reading: Reading, place: int, end: int) -> bool:
    """Whether a clause is what was told: no order (`told to wait`), and no mere matter (`informed of the threat`)."""
    if place >= end:
        return False
    low, word = reading.lows[place], reading.words[place]
    return low in phrases.DETERMINERS | phrases.PRONOUNS | {"that", "there"} or word[0].isupper() or word in ":“"


def _passive(lows: list[str], begin: int, i: int) -> bool:
    """Whether `told` at `i` is somebody's who was told: `they have been told`."""
    return i - 1 > begin and lows[i - 1] in ("was", "were", "been", "being", "is", "are")


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
