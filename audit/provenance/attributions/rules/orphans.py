"""Quotations that no frame explains: who goes on speaking."""

from __future__ import annotations

from audit.provenance.attributions.reading.tokens import STOPS, Reading
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.words import LONGEST_SPEECH


def find_orphans(reading: Reading, found: list[Found]) -> list[Found]:
    """Quotations that no frame explains: the paragraph's last speaker goes on, or the paragraph before's."""
    taken: set[int] = set()
    speakers: list[tuple[int, Found]] = []
    for f in found:
        for first, stop in f.content:
            taken.update(reading.quote[i] for i in range(first, stop))
        if f.source is not None and f.cue is not None:
            speakers.append((f.cue[0], f))
    speakers.sort(key=lambda s: s[0])
    more: list[Found] = []
    at = 0
    last: Found | None = None
    for number, quotation in enumerate(reading.quotations):
        if number in taken or quotation.scare(reading.text):
            continue
        tokens = reading.inside(quotation.span)
        if len(tokens) < 5:
            continue
        first, stop = tokens.start, tokens.stop
        while at < len(speakers) and speakers[at][0] < first:
            last = speakers[at][1]
            at += 1
        sentence = reading.owner[first]
        begin, finish = reading.bounds(sentence)
        whole = first - begin <= 1 and finish - stop <= 1
        own = reading.sentences[sentence][0] == first or reading.words[first - 1] in STOPS
        if last is None or last.cue is None or not own:
            continue
        gap = reading.paragraph[sentence] - reading.paragraph[reading.owner[last.cue[0]]]
        direct = any(reading.quote[c[0]] >= 0 for c in last.content)
        if gap == 0 or (gap == 1 and whole and (direct or quotation.continues)):
            extended = Found(last.source, last.cue, [(first, min(stop, first + LONGEST_SPEECH))], 0.5)
            more.append(extended)
    return more
