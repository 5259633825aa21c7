"""Credits by form, position and language; and all that looks like a credit and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.lexicon.outlets import by_name
from tests.provenance.credit_pages import BODY, Read, article, read_html, read_text

FEED = "(This story has not been edited by Newsbarn staff and is auto-generated from a syndicated feed.)"


def canonical(name: str) -> str:
    outlet = by_name(name)
    return outlet.name if outlet else name


def providers(read: Read) -> set[str]:
    return {name for name in read.providers() if name}


def _forms() -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "credit_lines.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


@pytest.mark.parametrize(("where", "outlets", "line"), _forms())
def test_forms(where: str, outlets: str, line: str) -> None:
    wanted = {canonical(name) for name in outlets.split("|") if name}
    if where == "lead":
        body = article(lead=line + " ")
    elif where == "end":
        body = article(body=(*BODY[:-1], f"{BODY[-1]} {line}"))
    else:
        body = article(**{where: line})
    read = read_html(body, head="<link rel='canonical' href='https://newsbarn.example/1'>")
    assert providers(read) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Chinese Global Television Network (CGTN) released a film about the port.",
        "CCTV cameras on the quay recorded the storm, and the DPA was signed on Friday.",
        "The AP2 motorway to the port is open, Computer Modelling Group (CMG) said.",
        "The train was delayed, according to a report by Reuters and AFP on Monday.",
        "The minister told AFP that the work would start soon.",
        "Xinhua reported that grain prices had risen.",
        "Reuters could not independently verify the figures.",
        "The ambassador of Freedonia, a former editor of TASS, welcomed the news.",
        "They travelled via Reuters Plaza to the old harbour.",
    ],
)
def test_citations_in_the_text_are_no_credits(line: str) -> None:
    read = read_html(article(body=(BODY[0], line, *BODY[1:])))
    assert not providers(read)
    assert read.kind == "original"


@pytest.mark.parametrize(
    "caption",
    [
        "The harbour on Sunday. Photo: Xinhua", "The harbour (AP Photo/Ann Brook)", "사진: 신화통신",
        "Ann Brook/WANA via REUTERS",
        "A ship waits. (Reuters)", "Foto: dpa", "© AFP", "Getty Images", "FILE - The harbour / AFP via Getty Images",
        "写真：共同",
        "사진=연합뉴스", "Фото: ТАСС", "صورة: رويترز",
    ],
)  # fmt: skip
def test_photo_credits_are_never_text_credits(caption: str) -> None:
    read = read_html(article(caption=caption))
    assert not providers(read)
    assert read.kind == "original"


@pytest.mark.parametrize(
    "footer",
    [
        "Associated Press articles: Copyright © 2016 The Associated Press. All rights reserved.",
        "Some content by AFP, dpa and Reuters. © 2026 Newsbarn",
        "For reprint rights: Newsbarn Syndication Service",
        "© 2026 AFP. All rights reserved.",
    ],
)
def test_the_site_s_footer_says_nothing_of_this_text(footer: str) -> None:
    links = "".join(f"<li><a href='/t{i}'>Another story of the day, number {i}</a></li>" for i in range(30))
    related = f"<section class='related'><h3>More stories</h3><ul>{links}</ul></section>"
    read = read_html(article() + related + f"<footer><p>{footer}</p></footer>")
    assert not providers(read)


def test_teasers_with_datelines_of_their_own_say_nothing_of_this_text() -> None:
    teasers = "".join(
        f"<div class='related-item'><h4><a href='/r{i}'>Storm {i}</a></h4><p>SEATOWN (Reuters) - A storm came.</p></div>"
        for i in range(6)
    )
    read = read_html(article() + f"<aside class='related'><h3>Related stories</h3>{teasers}</aside>")
    assert not providers(read)


@pytest.mark.parametrize(
    "credit", ["Reuters", "Ann Brook / AFP", "KESTRA: A storm came to the islands at noon. - Reuters"]
)
def test_a_teaser_s_own_credit_is_not_the_article_s(credit: str) -> None:
    """Links that no label gives away, with the credit of the last one beside them."""
    linked = "".join(f"<div><h4><a href='/r{i}'>Storm number {i} reached the coast</a></h4></div>" for i in range(3))
    read = read_html(
        article() + f"<div class='x7'>{linked}<div><h4><a href='/r'>Ferries stop</a></h4><p>{credit}</p></div></div>"
    )
    assert not providers(read)


def test_a_house_that_names_itself_credits_nobody() -> None:
    head = "<meta property='og:site_name' content='ANSA'>"
    read = read_html(article(lead="(ANSA) - ROMA, 16 APR - "), head=head, url="https://www.ansa.it/x")
    assert not providers(read)
    assert read.kind == "original"


def test_an_aggregator_s_prefix_gives_every_step() -> None:
    text = "Bank reports profit\n\n(MENAFN - GlobeNewsWire - Nasdaq) The bank said on Monday it had made a profit.\n"
    read = read_text(text, publisher="MENAFN")
    assert {c.outlet.name for c in read.credits} >= {canonical("Nasdaq")}
    assert len(providers(read)) == 2


@pytest.mark.parametrize("dash", ["-", " - ", " -", "- ", "–", " — "])
def test_the_prefix_with_any_spacing(dash: str) -> None:
    read = read_text(
        f"Talks resume\n\n(MENAFN{dash}Khaama Press) The talks will be resumed on Monday, officials said.\n"
    )
    assert read.publisher.name == canonical("MENAFN")
    assert read.outlets() == {"Khaama Press"}


def test_a_feed_that_is_not_named_is_a_step_without_a_name() -> None:
    assert read_html(article(tail=FEED)).providers() == {None}


def test_a_named_agency_makes_the_unnamed_step_needless() -> None:
    assert read_html(article(lead="SEATOWN (Reuters) - ", tail=FEED)).providers() == {"Reuters"}


@pytest.mark.parametrize(
    ("head", "outlet", "role"),
    [
        ("<meta name='author' content='Reuters'>", "Reuters", "carried"),
        ("<meta name='author' content='Jane Doe, Associated Press'>", "AP", "carried"),
        ("<meta name='author' content='Newsbarn and AFP'>", "AFP", "mixed"),
        ("<meta name='syndication-source' content='https://www.reuters.com/x'>", "Reuters", "republished"),
        ("<script type='application/ld+json'>{'a':1}</script>", "", ""),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","provider":{"@type":"Thing","name":"AFP"},}</script>',
            "AFP", "carried",
        ),
        (
            '<script>Fusion.globalContent={"a":1,"distributor":{"name":"Reuters","category":"wires"}};Fusion.x={};</script>',
            "Reuters", "carried",
        ),
        (
            '<script>Fusion.globalContent={"type":"story","distributor":{"name":"Newsbarn","category":"staff"}};</script>',
            "", "",
        ),
        ("<script>dataLayer=[{'contentSource':'AFP','x':1}];</script>", "AFP", "carried"),
        ("<script>dataLayer=[{'contentSource':'(not set)','x':1}];</script>", "", ""),
    ],
)  # fmt: skip
def test_markup(head: str, outlet: str, role: str) -> None:
    site = "<link rel='canonical' href='https://newsbarn.example/1'><meta property='og:site_name' content='Newsbarn'>"
    read = read_html(article(), head=site + head)
    assert providers(read) == ({canonical(outlet)} if outlet else set())
    if role:
        assert {c.role for c in read.credits} == {role}


def test_a_counter_of_republished_stories() -> None:
    pixel = "<img src='https://counter.theconversation.com/content/12345/count.gif?distributor=republish' width='1' height='1'>"
    read = read_html(article() + pixel, head="<link rel='canonical' href='https://newsbarn.example/1'>")
    assert providers(read) == {"The Conversation"}
    assert read.kind == "republished"


def test_a_foreign_canonical_is_a_declared_copy() -> None:
    head = "<link rel='canonical' href='https://www.reuters.com/world/x'>"
    read = read_html(article(), head=head, url="https://newsbarn.example/x")
    assert providers(read) == {"Reuters"}


def test_a_folder_of_the_address_is_only_a_hint() -> None:
    assert not providers(read_html(article(), url="https://newsbarn.example/ap/port-quill"))
    read = read_html(article(tail="AP"), url="https://newsbarn.example/ap/port-quill")
    assert providers(read) == {canonical("AP")}


def test_every_credit_quotes_the_page() -> None:
    read = read_html(
        article(lead="SEATOWN (Reuters) - ", tail="(Reporting by Ann Lee; Editing by Bo Ek)\n© 2026 Reuters")
    )
    assert read.credits
    for credit in read.credits:
        assert credit.start is not None
        assert read.page.text[credit.start : credit.end] == getattr(credit.evidence, "quote", None)


@pytest.mark.parametrize(
    ("path", "credited"), [("ap-us-news", {"Associated Press"}), ("dpa-politics", {"dpa"}), ("map-us-news", set())]
)
def test_a_section_of_an_agencys_desk_is_a_credit(path: str, credited: set[str]) -> None:
    found = read_html(article(), url=f"https://newsbarn.example/news/{path}/harbour-closed", publisher="Newsbarn")
    assert providers(found) == credited
