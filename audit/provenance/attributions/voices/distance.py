"""How far two places of a text lie apart for those who are spoken of."""

from __future__ import annotations

from audit.provenance.attributions.reading.tokens import Reading

_FARTHEST = 9


def sentences_apart(reading: Reading, there: int, here: int) -> int:
    """Sentences from `there` to `here`, those apart that begin within a quotation between: they go on with one voice."""
    between = range(there + 1, min(here, there + _FARTHEST))
    return here - there - sum(reading.quote[reading.sentences[k][0]] >= 0 for k in between)
