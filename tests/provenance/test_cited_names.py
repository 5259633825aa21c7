"""What a cited outlet is called: by its common name, or as the text calls it where readers of the page look for that."""

from __future__ import annotations

import pytest

from audit.model import Absence, Attribution, Block, Credit, Node, Page, Publisher, Span, Voice
from audit.provenance.chain import build
from audit.provenance.citations import carry_over, find_citations


def page_of(text: str, language: str) -> Page:
    return Page(text, "text", (Block("body", 0, len(text), 1.0, "given"),), language=language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The permit is valid, the Philippine News Agency reported.", "Philippine News Agency"),
        ("en", "The permit is valid, the Philippine News Agency (PNA) reported.", "PNA"),
        ("en", "The permit is valid, PNA reported.", "PNA"),
        ("en", "The permit is valid, The Associated Press reported.", "Associated Press"),
        ("en", "Asked by newspaper GP, he laughed.", "GP"),
        ("en", "Asked by Göteborgs-Posten, he laughed. He told GP no more.", "Göteborgs-Posten"),
        ("de", "Das sagte sie der Katholischen Nachrichten-Agentur.", "Katholische Nachrichten-Agentur"),
        ("it", "Due i feriti, riferisce l’Ansa.", "ANSA"),
        ("nl", "De brug is dicht, meldt persbureau ANP.", "ANP"),
    ],
)
def test_shown_as(language: str, text: str, name: str) -> None:
    found = find_citations(page_of(text, language), Publisher(None, None, "inferred"), ())
    assert {c.outlet.name for c in found} == {name}


def cited(page: Page, publisher: Publisher, *credits: Credit, relayed_by: str = "") -> list[str | None]:
    """The names that edges of citation lead to; `relayed_by` relays one claim of the page."""
    span = Span(0, 1)
    said = Attribution((span,), (span,), (span,), "indirect", Voice("person", "A"), relayed_by=(relayed_by,))
    attributions = (said,) if relayed_by else ()
    citations = find_citations(page, publisher, credits, attributions)
    edges, _ = build(page, publisher, credits, (), citations, carry_over(page, citations, attributions))
    return [edge.to.name for edge in edges if edge.relation == "cites"]


def test_an_agency_whose_material_was_used_is_cited_where_it_is_named() -> None:
    page = page_of("Das sagte sie der KNA.", "de")
    publisher = Publisher("Example", "example.com", "observed")
    evidence = Absence("-", "-")
    assert cited(page, publisher, Credit("mixed", Node("KNA", "provider"), "row", evidence)) == ["KNA"]
    assert cited(page, publisher, Credit("carried", Node("KNA", "provider"), "row", evidence)) == []


def test_a_paper_that_calls_itself_by_its_last_word_cites_nobody() -> None:
    page = page_of("A surveyor told the Observer that the company knew.", "en")
    publisher = Publisher("Charlotte Observer", "charlotteobserver.com", "observed")
    assert cited(page, publisher, relayed_by="Observer") == []
    assert cited(page, Publisher("Example", "example.com", "observed"), relayed_by="The Observer") == ["The Observer"]


def test_a_party_relays_nothing() -> None:
    page = page_of("A Reuters spokesperson said in an email that the stringers were paid.", "en")
    publisher = Publisher("Example", "example.com", "observed")
    assert cited(page, publisher, relayed_by="Reuters") == []
