"""Attributions: who says it, on whose word, how sure.

Reporting blocks are cut into sentences, a tagger finds the spans of source, cue and content, and every source is given
its voice, its hedges and the outlets it came through. English is covered in full; other languages by lexicon, in part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from audit.model import Attribution, Block
    from audit.provenance.attributions.tagging import Model

__all__ = ["Coverage", "find_attributions"]

Coverage = Literal["full", "partial", "not-assessable"]


def find_attributions(
    text: str, blocks: Sequence[Block], language: str | None, model: Model | None = None
) -> tuple[tuple[Attribution, ...], Coverage]:
    """The attributions of the reporting in `blocks`, in text order, and how far the language is covered.

    `language` is a BCP 47 tag or None. Offsets are those of `text`. Headlines and captions are read apart from the
    body and say so in `where`; wrapper, disclaimers among it, is not read at all. In a language without a lexicon
    only direct speech set in quotation marks behind a colon or before a dash is given, as `not-assessable`.

    `model` chooses the tagger of English; by default the encoder where onnxruntime is installed, else the network.
    """
    from audit.provenance.attributions.finding import find

    return find(text, blocks, language, model)
