"""Chinese, Japanese and Korean: particles and punctuation, not spaces, part the words, so clauses are read by characters.

Their rows are those of the speech lexicon; each language has its own reader, since what marks a source differs: its
place before the verb in Chinese, a topic particle and a verb at the sentence's end in Japanese and Korean.
"""

from __future__ import annotations

from audit.provenance.attributions.languages.unspaced.chinese import read_chinese
from audit.provenance.attributions.languages.unspaced.japanese import read_japanese
from audit.provenance.attributions.languages.unspaced.korean import read_korean
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution

__all__ = ["read"]

_READERS = {"zh": read_chinese, "ja": read_japanese, "ko": read_korean}


def read(reading: Reading, language: str) -> list[RawAttribution]:
    """The attributions of a text in one of these languages, in text order."""
    return _READERS[language](reading)
