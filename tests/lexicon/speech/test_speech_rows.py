"""Every row of the speech lexicon speaks in its own examples."""

from __future__ import annotations

import pytest

from audit.lexicon import speech
from audit.lexicon.speech import Row
from audit.model import Block
from audit.provenance.attributions import find_attributions

ROWS = [row for file in ("english", "voices", "bodies", "names") for row in speech.rows(file)]


def test_ids_are_unique() -> None:
    ids = [row.id for row in ROWS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.id)
def test_rows_are_whole(row: Row) -> None:
    assert row.forms
    assert row.note.endswith(".")
    assert all(form == form.strip() for form in row.forms)


@pytest.mark.parametrize("row", [r for r in ROWS if r.family == "verb" and r.examples], ids=lambda r: r.id)
def test_verbs_in_their_examples(row: Row) -> None:
    forms = {variant for form in row.forms for variant in speech.inflect(form)}
    for example in row.examples:
        found, _ = find_attributions(example, [Block("body", 0, len(example), 1.0, "")], "en")
        cues = {word for a in found for s in a.cue for word in s.of(example).lower().split()}
        assert cues & forms, example
    for near_miss in row.near_misses:
        found, _ = find_attributions(near_miss, [Block("body", 0, len(near_miss), 1.0, "")], "en")
        cues = {word for a in found for s in a.cue for word in s.of(near_miss).lower().split()}
        assert not cues & forms, near_miss


@pytest.mark.parametrize("row", [r for r in ROWS if r.family == "hedge"], ids=lambda r: r.id)
def test_hedges_in_their_examples(row: Row) -> None:
    from audit.provenance.attributions.hedges import find_hedges
    from audit.provenance.attributions.reading.sentences import split
    from audit.provenance.attributions.reading.tokens import Reading

    for example, expected in [*((e, True) for e in row.examples), *((e, False) for e in row.near_misses)]:
        from audit.model import Span

        reading = Reading(example, split(example, [Span(0, len(example))]))
        assert bool(find_hedges(reading)) is expected, example


HEADS = {
    "person-bare": {"unnamed"},
    "person-office": {"unnamed"},
    "person-institution": {"unnamed"},
    "person-local": {"unnamed"},
    "person-field": {"unnamed"},
    "stance": {"collective"},
    "collective": {"collective"},
    "document": {"document"},
    "government": {"government"},
    "organisation": {"organisation"},
    "outlet": {"outlet"},
    "spokesperson": {"government", "organisation"},  # the voice is that of the body spoken for
}


@pytest.mark.parametrize("row", [r for r in ROWS if r.family == "head"], ids=lambda r: r.id)
def test_heads_in_their_examples(row: Row) -> None:
    for example in row.examples:
        found, _ = find_attributions(example, [Block("body", 0, len(example), 1.0, "")], "en")
        assert any(a.voice.type in HEADS[row.gives] for a in found), example
    for near_miss in row.near_misses:
        found, _ = find_attributions(near_miss, [Block("body", 0, len(near_miss), 1.0, "")], "en")
        assert not found, near_miss


LANGUAGES = (
    "ar", "cs", "da", "de", "el", "es", "fa", "fr", "hi", "id", "it", "ja",
    "ko", "nl", "no", "pl", "pt", "ru", "sv", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
FOREIGN = [row for language in LANGUAGES for row in speech.rows(language) if row.examples]


@pytest.mark.parametrize("row", [r for r in FOREIGN if r.family != "hedge"], ids=lambda r: r.id)
def test_formulas_in_their_examples(row: Row) -> None:
    (language,) = row.languages
    for example, expected in [*((e, True) for e in row.examples), *((e, False) for e in row.near_misses)]:
        found, _ = find_attributions(example, [Block("body", 0, len(example), 1.0, "")], language)
        assert bool(found) is expected, example
