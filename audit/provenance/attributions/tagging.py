"""The seam between finding an attribution's spans and saying whose voice it is.

A tagger reads sentences and returns spans: source, cue, content. Everything after it (voices, hedges, relays, grades)
is the same whichever tagger ran. The rule tagger is the first implementation, a learned one the second.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from audit.model import Span

Model = Literal["network", "encoder"]
"""The learned taggers: the small network that is always there, and the encoder of the extra `ml`."""


class Sentence(NamedTuple):
    """A sentence: code point offsets into the text, and the running number of the paragraph it stands in.

    Sentences come in text order, do not overlap, lie inside one line each, and carry no white space at their ends.
    """

    start: int
    end: int
    paragraph: int


class RawAttribution(NamedTuple):
    """Spans of one attribution, sorted; `source` is empty where nobody is named as speaking ("are believed to be").

    A source or a content may be interrupted, and a content may run over several sentences of one paragraph or of
    two neighbouring ones. `confidence` is the tagger's own, from 0 to 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0
