"""`html.render`: sections, anchors, determinism, and that quotes are the page's words."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from audit.report import html, json_document, templating
from tests.report import invented


@pytest.fixture(scope="module")
def report() -> str:
    return html.render(invented.audit())


def parsed(report: str):
    return lxml_html.document_fromstring(report)


def words_of(element) -> str:
    """The captured text of an element: without references, with hidden characters put back."""
    out = [element.text or ""]
    for child in element:
        look = (child.get("class") or "").split()
        if "inv" in look:
            code = child.text_content()
            # Direction marks keep working behind their tag, so they are there already.
            out.append(
                chr(int(code[2:], 16)) if code.startswith("U+") and code[2:] not in ("200E", "200F", "061C") else ""
            )
        elif "ref" not in look:
            out.append(words_of(child))
        out.append(child.tail or "")
    return "".join(out)


def test_equal_audits_give_equal_bytes(report: str) -> None:
    again = json_document.decode(json_document.encode(invented.audit()))
    assert html.render(again) == report


@pytest.mark.parametrize(
    "section",
    ["verdict", "about", "chain", "page", "claims", "disclaimers", "findings", "declared", "evidence", "method"],
)
def test_sections_stand_in_the_order_a_reader_asks(report: str, section: str) -> None:
    order = parsed(report).xpath("//main/section/@id")
    assert section in order
    assert order == [
        "verdict",
        "about",
        "chain",
        "page",
        "claims",
        "disclaimers",
        "findings",
        "declared",
        "evidence",
        "method",
    ]


def test_ids_are_unique_and_every_inner_link_leads_somewhere(report: str) -> None:
    document = parsed(report)
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = {href[1:] for href in document.xpath("//@href") if href.startswith("#")}
    assert inner <= set(ids)


def test_nothing_is_requested_and_nothing_runs(report: str) -> None:
    document = parsed(report)
    assert not document.xpath("//script | //link | //img | //iframe | //object | //form | //@style | //@src")
    assert not list(document.xpath("//@*[starts-with(name(), 'on')]"))
    for anchor in document.xpath("//a[not(starts-with(@href, '#'))]"):
        assert anchor.get("href").startswith(("https://", "http://"))
        assert anchor.get("rel") == "noreferrer noopener external"
    policy = document.xpath("//meta[@http-equiv]/@content")[0]
    style = re.search("<style>(.*?)</style>", report, re.DOTALL)
    assert style is not None
    assert templating.source_hash(style[1]) in policy
    assert policy.startswith("default-src 'none';")


def test_the_whole_text_is_there_letter_for_letter(report: str) -> None:
    page = invented.audit().page
    shown = parsed(report).xpath("//section[@id='page']//div[starts-with(@class, 'blk')]/div[@class='txt']")
    assert [words_of(b) for b in shown] == [page.text[b.start : b.end] for b in page.blocks]


def test_every_quote_that_leads_to_the_page_is_what_stands_there(report: str) -> None:
    page = invented.audit().page
    links = parsed(report).xpath("//a[@class='w']")
    assert len(links) > 20
    for link in links:
        start, end = map(int, link.get("href").removeprefix("#s-").split("-"))
        head, _, tail = words_of(link).partition(" […] ")
        quote = page.text[start:end]
        assert quote.startswith(head)
        assert quote.endswith(tail)
        assert tail or head == quote


def test_edges_say_how_they_are_known(report: str) -> None:
    edges = parsed(report).xpath("//ol[@class='edges']/li")
    assert [e.get("id") for e in edges] == ["e-1", "e-2", "e-3", "e-4", "e-5"]
    assert "inferred" in edges[2].text_content()
    assert "next sentence, same paragraph" in edges[2].text_content()


def test_both_drawings_have_every_step(report: str) -> None:
    for name in ("wide", "tall"):
        (drawing,) = parsed(report).xpath(f"//*[local-name()='svg'][contains(@class, '{name}')]")
        words = " ".join(drawing.itertext())
        for step in ("MERIDIANFEED", "provider not named", "Harbour TV", "Diplomatic sources", "Tomas Alder"):
            assert step in words
        assert words.count("attributes to") == 3


def test_a_quote_in_another_script_says_so(report: str) -> None:
    assert parsed(report).xpath("//q[@lang='und-Cyrl' and contains(., 'готовы')]")


def test_finding_anchors_are_stable(report: str) -> None:
    assert {"f-CHN306-1", "f-ANO206-1", "f-ANO202-1"} <= set(parsed(report).xpath("//article//li/@id"))


def test_a_page_that_cannot_be_assessed_says_so() -> None:
    text = parsed(html.render(invented.not_assessable())).text_content()
    assert "Not assessable." in text
    assert "No disclaimers were found" not in text


def test_a_language_without_lexicon_is_not_called_free_of_claims() -> None:
    base = invented.of_text("Habari za leo", language="sw")
    audit = replace(base, provenance=replace(base.provenance, attribution_coverage="not-assessable"))
    text = parsed(html.render(audit)).text_content()
    assert "There is no lexicon for this page's language" in text
    assert "No attributed claims were found" not in text


def test_a_report_to_send_has_the_evidence_and_not_the_text() -> None:
    audit = invented.audit()
    report = html.render(audit, whole=False)
    document = parsed(report)
    ids = set(document.xpath("//@id"))
    assert {href[1:] for href in document.xpath("//@href") if href.startswith("#")} <= ids
    shown = " ".join(document.text_content().split())
    assert "Diplomatic sources said" in shown
    assert "not the whole text" in shown
    assert not document.xpath("//div[starts-with(@class, 'blk')]")
    for block in audit.page.blocks:
        if block.end - block.start > 200:
            assert " ".join(audit.page.text[block.start : block.end].split()) not in shown
    for quote in document.xpath("//q"):
        assert len(words_of(quote)) <= 180
