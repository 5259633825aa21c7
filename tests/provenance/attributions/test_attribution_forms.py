"""Forms of attribution, one sentence each: voice, hedges, negation, relays, other languages, and what stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import Attribution, Block, Label
from audit.provenance.attributions import find_attributions


def read(text: str, language: str | None = "en", label: Label = "body") -> tuple[Attribution, ...]:
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(label, place, place + len(line), 1.0, "test"))
        place += len(line) + 1
    return find_attributions(text, blocks, language)[0]


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("Mayor Rui Costa said the road was open.", "person", "Rui Costa"),
        ("The road is open, according to the Ministry of Works.", "government", "Ministry of Works"),
        ("Kestrel Minerals Ltd said the road was open.", "organisation", "Kestrel Minerals Ltd"),
        ("Reuters reported that the road was open.", "outlet", "Reuters"),
        ("The road is open, a report published by the university found.", "document", "report"),
        ("A shopkeeper said the road was open.", "unnamed", "A shopkeeper"),
        ("Critics say the road is unsafe.", "collective", "Critics"),
        ("The road is believed to be open.", "none", ""),
        ("“We are open,” a spokesman for the bank said.", "organisation", "bank"),
        ("Moscow said the road was open.", "government", "Moscow"),
        ("Prof. Ines Duarte, an expert on roads, said the road was unsafe.", "person", "Ines Duarte"),
    ],
)
def test_voice_types(text: str, type_: str, name: str) -> None:
    voices = [a.voice for a in read(text)]
    assert any(v.type == type_ and name.lower() in (v.name or "").lower() for v in voices), voices


@pytest.mark.parametrize(
    ("text", "relayed", "basis"),
    [
        ("Omar Tal told Reuters that the road was open.", ("Reuters",), "observed"),
        ("Omar Tal told reporters that the road was open.", (), None),
        ("Harbour TV reported that the road was open.\nOfficials said it was not.", (), None),
        ("Harbour TV reported that the road was open. Officials said it was not.", ("Harbour TV",), "inferred"),
        ("Harbour TV reported that the road was open. Omar Tal said it was not.", (), None),
    ],
)
def test_relays(text: str, relayed: tuple[str, ...], basis: str | None) -> None:
    last = read(text)[-1]
    assert (last.relayed_by, last.relay_basis) == (relayed, basis)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The minister denied that the road was closed.", True),
        ("The minister did not say when the road would open.", True),
        ("The minister said the road was not open.", False),
        ("The minister said the road was open.", False),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    assert read(text)[0].negated is negated


@pytest.mark.parametrize(
    ("language", "text", "type_"),
    [
        ("de", "„Die Brücke ist zu“, sagte Bürgermeister Karl Weber.", "person"),
        ("de", "Medienberichten zufolge ist die Brücke zu.", "collective"),
        ("fr", "« Le pont est fermé », a déclaré le maire Paul Morel.", "person"),
        ("fr", "Selon des sources diplomatiques, le pont est fermé.", "unnamed"),
        ("es", "Según un informe del ministerio, el puente está cerrado.", "document"),
        ("es", "«El puente está cerrado», dijo la alcaldesa Ana Torres.", "person"),
        ("it", "«Il ponte è chiuso», ha detto il sindaco Marco Rossi.", "person"),
        ("pt", "Segundo a polícia, a ponte está fechada.", "government"),
        ("nl", "Volgens de politie is de brug dicht.", "government"),
        ("pl", "Według policji most jest zamknięty.", "government"),
        ("ru", "По словам экспертов, мост закрыт.", "collective"),
        ("tr", "Polise göre köprü kapalı.", "government"),
        ("ar", "قالت وزارة الداخلية إن الجسر مغلق.", "government"),
        ("ur", "پولیس کے مطابق پل بند ہے۔", "government"),
        ("hi", "पुलिस के मुताबिक पुल बंद है।", "government"),
    ],
)
def test_other_languages(language: str, text: str, type_: str) -> None:
    found, coverage = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], language)
    assert coverage == "partial"
    assert type_ in [a.voice.type for a in found]


def test_a_language_without_a_lexicon_is_not_assessable() -> None:
    text = "Brúin er lokuð, sagði bæjarstjórinn."
    assert find_attributions(text, [Block("body", 0, len(text), 1.0, "")], "is")[1] == "not-assessable"


@pytest.mark.parametrize("label", ["disclaimer", "related", "comments", "share", "credit"])
def test_wrapper_makes_no_claims(label: Label) -> None:
    assert read("The mayor said “the road is open”.", label=label) == ()


@pytest.mark.parametrize(("label", "where"), [("headline", "headline"), ("caption", "caption"), ("standfirst", "body")])
def test_where(label: Label, where: str) -> None:
    assert {a.where for a in read("Mayor Rui Costa said the road was open.", label=label)} == {where}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "de", "fr", "ar", "hi", "tr", None]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    for one in read(text, language):
        for span in (*one.source, *one.cue, *one.content, *one.hedges):
            assert 0 <= span.start < span.end <= len(text)


_TELLING = """Asif said that “the road ” , . the minister told Reuters he she who citing according to officials ' s and ( )
: Mr - because"""
_WORDS = st.lists(st.sampled_from(_TELLING.split()), max_size=60)


@settings(max_examples=150, deadline=None)
@given(_WORDS)
def test_any_order_of_telling_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for one in read(text):
        assert one.content
        assert one.end <= len(text)
