"""Relays inferred by scope: the listener that a class noun names, the sentence after a report. And where the scope ends."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block, Page, Publisher, Span, Voice
from audit.provenance.citations import carry_over, find_citations

NOBODY = Publisher(None, None, "inferred")


def attribution(text: str, source: str, cue: str, kind: str = "unnamed") -> Attribution:
    at = text.index(source)
    after = text.index(cue, at) + len(cue)
    return Attribution(
        (Span(at, at + len(source)),), (Span(after - len(cue), after),), (Span(after, len(text)),), "indirect",
        Voice(kind, source),  # type: ignore[arg-type]
    )  # fmt: skip


def relay(text: str, language: str, *said: Attribution) -> tuple[tuple[str, ...], str | None, str | None]:
    """The relay of the last of the attributions, its basis and the rule."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("body", start, start + len(part), 1.0, "given"))
        start += len(part) + 2
    page = Page(text, "text", tuple(blocks), language=language)
    last = carry_over(page, find_citations(page, NOBODY, ()), said)[-1]
    return last.relayed_by, last.relay_basis, last.relay_scope


@pytest.mark.parametrize(
    ("language", "outlet", "text", "source", "cue"),
    [
        ("en", "Samaa TV", "They met, according to a report by Samaa TV. Diplomats told the channel.", "Diplomats", "told"),
        ("en", "The Guardian", "It is over, The Guardian reported. Aides told the newspaper they knew.", "Aides", "told"),
        ("de", "Der Spiegel", "Das berichtet der „Spiegel“. Einer sagte dem Magazin, es sei vorbei.", "Einer", "sagte"),
        ("fr", "Le Monde", "C'est fini, selon Le Monde. Une source a déclaré au quotidien que non.", "Une source", "déclaré"),
        ("es", "El País", "Se acabó, según informó El País. Una fuente dijo al periódico que lo sabían.", "Una fuente", "dijo"),
    ],
)  # fmt: skip
def test_a_class_noun_in_an_outlets_place_means_the_outlet_cited_before(
    language: str, outlet: str, text: str, source: str, cue: str
) -> None:
    names, basis, scope = relay(text, language, attribution(text, source, cue))
    assert names == (outlet,)
    assert basis == "inferred"
    assert scope == "the listener, next sentence, same paragraph"


@pytest.mark.parametrize(
    "text",
    [
        "They met, according to a report by Samaa TV. Two diplomats told the court it failed.",
        "They met, according to a report by Samaa TV.\n\nTwo diplomats told the channel it failed.",
        "Samaa TV was founded in 2007. Two diplomats told the channel it failed.",
    ],
)
def test_no_listener(text: str) -> None:
    assert relay(text, "en", attribution(text, "Two diplomats", "told", "person")) == ((), None, None)


REPORT = "Das berichtet die Nachrichtenagentur Reuters. {} Aus Kreisen hieß es, der Hafen werde verkauft."


def test_an_unnamed_source_in_the_sentence_after_a_report() -> None:
    text = REPORT.format("").replace("  ", " ")
    assert relay(text, "de", attribution(text, "Kreisen", "hieß")) == (
        ("Reuters",), "inferred", "next sentence, same paragraph",
    )  # fmt: skip


def test_not_a_named_one_nor_two_sentences_later_nor_behind_another_speaker() -> None:
    text = REPORT.format("").replace("  ", " ")
    assert relay(text, "de", attribution(text, "Kreisen", "hieß", "person"))[0] == ()
    text = REPORT.format("Es regnete.")
    assert relay(text, "de", attribution(text, "Kreisen", "hieß"))[0] == ()
    text = "Das berichtet Reuters, wie Anna Bruck sagte. Aus Kreisen hieß es, der Hafen werde verkauft."
    said = (attribution(text, "Anna Bruck", "sagte", "person"), attribution(text, "Kreisen", "hieß"))
    assert relay(text, "de", *said)[0] == ()


def test_an_outlet_that_was_only_talked_to_has_no_scope() -> None:
    text = "“It is over,” a captain told Reuters. Diplomatic sources said the port would be sold."
    assert relay(text, "en", attribution(text, "Diplomatic sources", "said"))[0] == ()
