"""Which outlet a phrase names, as the page writes it: whole, in quotation marks, inside, or in another case."""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import outlets, speech
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.words import CASELESS
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, Reading
from audit.provenance.attributions.voices import name_runs

_SHORT = 3
_LONGEST_NAME = 4
_REACH = 6


def common_noun(reading: Reading, lows: Sequence[str], language: str, first: int, stop: int) -> str | None:
    """A word that names an outlet by how it is written: `o Observador` by a capital, `SPIEGEL-Informationen` by its end."""
    paper, tail = reading.words[first].partition("-")[::2]
    if stop - first == 1 and "-" + fold(tail) in speech.forms(language, "tail"):  # `nach SPIEGEL-Informationen`
        return paper if outlets.by_name(paper) is not None else None
    articles = frozenset(fold(w) for w in speech.forms(language, "article"))
    bare = first + (lows[first] in articles)
    begins = first == reading.sentences[reading.owner[first]][0]
    if begins or stop - bare != 1 or language == "de" or not reading.words[bare][0].isupper():
        return None
    name = reading.string(bare, stop)
    return name if outlets.by_name(name) is not None else None


def named(reading: Reading, language: str, first: int, stop: int, lead: str) -> str | None:
    """A known outlet in tokens `first` to `stop`, whose first head word is of class `lead`."""
    whole = reading.string(first, stop)
    shown = language in CASELESS or any(c.isupper() for c in whole)  # `selon les jours`
    known = outlets.by_name(whole) if shown else None
    if known is not None and (not known.needs_context or stop - first > 1 or whole.isupper()):
        return whole
    marked = next((i for i in range(first, stop) if reading.words[i] in QUOTE_MARKS), stop)
    if stop - marked > 2 and reading.words[stop - 1] in QUOTE_MARKS:
        name = reading.string(marked + 1, stop - 1)  # marks set a name off as a word of the language would
        if outlets.by_name(name) is not None:
            return name
    if language in CASELESS:
        return _within(reading, first, stop)
    if language == "de" and (nominative := _nominative(reading.words[first:stop])) is not None:
        return nominative
    for a, b in name_runs.runs(reading, first, stop):
        for start in range(a, b):
            name = reading.string(start, b)
            found = outlets.by_name(name)
            if found is not None and (not found.needs_context or lead == "outlet" or name.isupper()):
                return name
    return None


def _within(reading: Reading, first: int, stop: int) -> str | None:
    """Where no capital shows a name: the longest run of words that is an outlet's."""
    for a in range(first, min(stop, first + _REACH)):
        for b in range(min(stop, a + _LONGEST_NAME), a, -1):
            name = reading.string(a, b).strip("\"'“”«»")
            found = outlets.by_name(name) if len(name) > _SHORT else None
            if found is not None and not found.needs_context:
                return name
    return None


def _nominative(words: Sequence[str]) -> str | None:
    """The outlet that a German genitive or dative names, in its own form: `des Bayerischen Rundfunks`."""
    bare = [w for w in words if w[0].isupper()]
    if not 1 < len(bare) < _LONGEST_NAME or len(words) - len(bare) > 1 or not bare[0].endswith("en"):
        return None
    last = bare[-1].removesuffix("s")
    forms = (" ".join((bare[0][:-2] + ending, *bare[1:-1], last)) for ending in ("er", "e", "es"))
    return next((form for form in forms if outlets.by_name(form) is not None), None)
