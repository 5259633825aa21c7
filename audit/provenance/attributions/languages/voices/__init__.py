"""Voices in the languages that are read by lexicon: the head word, the name beside it, and little guessing."""

from audit.provenance.attributions.languages.voices.resolver import LexiconResolver

__all__ = ["LexiconResolver"]
