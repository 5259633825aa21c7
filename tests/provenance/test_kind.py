"""The kind of page: the first that holds, and what decided it."""

from __future__ import annotations

import pytest

from audit.model import Absence
from tests.provenance.credit_pages import BODY, article, read_html, read_text

SITE = "<link rel='canonical' href='https://newsbarn.example/1'><meta property='og:site_name' content='Newsbarn'>"
RELEASE = (
    "Cogworks, a maker of cogs, today announced a new cog. “We are delighted,” said Ann Brook, who runs the company.",
    "The cog turns both ways, and customers may order it from Monday in all shops of the company in the country.",
)


@pytest.mark.parametrize(
    "label",
    [
        *("Sponsored", "Sponsored Content", "Paid Post", "Partner Content", "Advertorial", "Anzeige", "Publireportage"),
        *("Contenido patrocinado", "Informe publicitário", "Publiredazionale", "Materiał partnera", "Sponsorlu içerik"),
        *("На правах рекламы", "محتوى مدفوع", "PR記事", "협찬", "प्रायोजित सामग्री", "Konten bersponsor"),
        *("Annonsinnehåll", "Kommercielt samarbejde", "Komerční sdělení", "Χορηγούμενο περιεχόμενο"),
    ],
)
def test_a_label_above_the_text_makes_it_sponsored(label: str) -> None:
    assert read_html(article(head=label), head=SITE).kind == "sponsored"


def test_a_label_glued_to_the_byline() -> None:
    assert read_html(article(head="Ann BrookSponsored"), head=SITE).kind == "sponsored"


def test_paid_by_address_or_type() -> None:
    assert read_html(article(), url="https://newsbarn.example/brand-post/cogs").kind == "sponsored"
    ad = '<script type="application/ld+json">{"@type":"AdvertiserContentArticle","headline":"h"}</script>'
    assert read_html(article(), head=SITE + ad).kind == "sponsored"


@pytest.mark.parametrize(
    "teaser",
    [
        "<aside class='related'><h3>More</h3><div><span>Sponsored</span><a href='/1'>Ten cogs to buy now</a></div></aside>",
        "<footer><a href='/ads'>Advertisement</a> <a href='/p'>Partner content</a></footer>",
    ],
)
def test_labels_of_other_pages(teaser: str) -> None:
    assert read_html(article() + teaser, head=SITE).kind == "original"


def test_words_of_advertising_in_prose() -> None:
    lines = (
        "The concert, presented by the port authority, was sponsored by the bank.",
        "„Eine Anzeige“, sagte er, werde folgen.",
    )
    assert read_html(article(body=(*BODY, *lines, BODY[0])), head=SITE).kind == "original"


@pytest.mark.parametrize(
    ("lead", "tail"),
    [
        ("SEATOWN, May 3, 2026 /PRNewswire/ -- ", "SOURCE Cogworks"),
        ("SEATOWN--(BUSINESS WIRE)--", "About Cogworks\nCogworks makes cogs.\nMedia Contact: press@cogworks.example"),
        ("SEATOWN, May 3, 2026 (GLOBE NEWSWIRE) -- ", "Forward-Looking Statements\nThis contains forward-looking statements."),
        ("", "###\nMedia Contact: Ann Brook, press@cogworks.example"),
        ("", "-ends-\nNotes to editors:\nCogworks makes cogs."),
        ("", "Distributed by APO Group on behalf of Cogworks."),
        ("", "The above press release has been provided by Cogworks. Newsbarn takes no editorial responsibility for it."),
        ("Seestadt (ots) - ", "Original-Content von: Polizei Seestadt, übermittelt durch news aktuell"),
    ],
)  # fmt: skip
def test_releases(lead: str, tail: str) -> None:
    assert read_html(article(lead=lead, tail=tail, body=RELEASE), head=SITE).kind == "press-release"


def test_a_wire_s_mark_alone_is_a_hint() -> None:
    body = (*BODY[:2], "The company said in a statement on PR Newswire /PRNewswire/ that it would wait.", *BODY[2:])
    assert read_html(article(body=body), head=SITE).kind == "original"


def test_forward_looking_words_alone_make_no_release() -> None:
    assert (
        read_html(article(tail="Forward-looking statements in this report are not guaranteed."), head=SITE).kind
        == "original"
    )


@pytest.mark.parametrize(
    "tail",
    [
        "This article is republished from The Conversation under a Creative Commons license. Read the original article.",
        "This story was originally published by Grist.",
        "Dieser Artikel erschien zuerst im Quiller Tageblatt.",
        "Cet article a été initialement publié sur Le Quai.",
        "Este artículo fue publicado originalmente en El Muelle.",
        "Questo articolo è stato pubblicato originariamente su Il Molo.",
        "Este artigo foi publicado originalmente no O Cais.",
        "Copyright: Project Syndicate, 2025",
    ],
)
def test_republished(tail: str) -> None:
    assert read_html(article(tail=tail), head=SITE).kind == "republished"


def test_wire() -> None:
    assert read_html(article(lead="SEATOWN (Reuters) - "), head=SITE).kind == "wire"
    assert read_html(article(head="Par Le Quai et AFP"), head=SITE).kind == "wire"


@pytest.mark.parametrize(
    "tail", ["With AP", "(With inputs from ANI)", "Additional reporting by Reuters", "mit Material der dpa"]
)
def test_agency_material_as_input_leaves_it_original(tail: str) -> None:
    read = read_html(article(head="By Ann Brook", tail=tail), head=SITE)
    assert read.kind == "original"
    assert read.outlets("contributed")


def test_a_portal_is_an_aggregator_even_with_agency_copy() -> None:
    read = read_html(article(lead="SEATOWN (Reuters) - "), url="https://www.msn.com/en-us/news/x")
    assert read.kind == "aggregator"


def test_a_text_that_sends_complaints_to_its_provider_is_an_aggregator_s() -> None:
    notice = 'Newsbarn provides the information "as is". For complaints about this article, kindly contact the provider above.'
    assert read_text("Port closes\n\n" + "\n".join(BODY) + "\n\nLegal Disclaimer:\n" + notice).kind == "aggregator"


def test_original_and_its_evidence() -> None:
    read = read_html(article(head="By Ann Brook"), head=SITE)
    assert read.kind == "original"
    assert any(isinstance(e, Absence) for e in read.kind_evidence)


def test_an_empty_page_is_not_assessed() -> None:
    read = read_html("<p></p>")
    assert read.kind == "unknown"
    assert not read.credits


def test_a_portal_that_names_the_source_of_each_text_is_an_aggregator() -> None:
    read = read_html(article(head="来源：新京报"), url="https://news.sina.com.cn/c/1.shtml")
    assert (read.publisher.kind, read.kind) == ("aggregator", "aggregator")
    assert read.outlets("republished")


@pytest.mark.parametrize(("source", "kind"), [("Quill Quay Authority", "press-release"), ("Ann Broome", "original")])
def test_a_source_line_that_names_an_institution_the_text_is_about_names_its_issuer(source: str, kind: str) -> None:
    about = f"The harbour will be closed, {source} said. It was {source} that told the ships to wait for three weeks."
    read = read_html(article(tail=f"Source: {source}", body=(about, *BODY[1:])), head=SITE)
    assert read.kind == kind
