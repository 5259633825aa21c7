"""Invented pages: reporting told from wrapper, each block's label, what is left out of the extract."""

from __future__ import annotations

import pytest

import audit
from audit.model import REPORTING
from audit.page import read_page, reporting_text
from tests.page.conftest import make_capture

PARAGRAPHS = [
    "The council of Port Ellery voted on Tuesday to move the ferry terminal to the northern quay, ending four years of talks.",
    "“We have listened to everyone who lives by the harbour,” said the mayor, Ada Lane, after the meeting in the town hall.",
    "Residents of the old quay had complained about noise since a second berth opened, and asked for a wall along the road.",
    "Work will start in spring and cost about 12 million crowns, according to the plan, which the county still has to approve.",
    "Three members voted against it. They said that the new quay lies too far from the railway station for many travellers.",
]


def article(body: str, before: str = "", after: str = "", lang: str = "en") -> str:
    menu = "".join(
        f'<li><a href="/{w}">{w}</a></li>' for w in ("News", "Sport", "Weather", "Culture", "Opinion", "Jobs")
    )
    teasers = "".join(
        f'<div class="teaser"><h3><a href="/{n}">{t}</a></h3></div>'
        for n, t in enumerate(
            ("Storm closes two schools on the coast", "Ferry company names a new director", "Bakery reopens")
        )
    )
    return (
        f'<html lang="{lang}"><head><title>Council moves the ferry terminal - Ellery Post</title></head><body>'
        f'<header><nav class="menu"><ul>{menu}</ul></nav></header><main><article class="article">'
        f'<h1>Council moves the ferry terminal</h1><p class="standfirst">The northern quay gets the boats, and a wall.</p>'
        f'<div class="byline">By Jon Ferris</div>{before}<div class="article-body">{body}</div></article>{after}'
        f'<aside class="related"><h2>More on this</h2>{teasers}</aside></main>'
        f"<footer><ul>{menu}</ul><p>© 2026 Ellery Post. All rights reserved.</p></footer></body></html>"
    )


def paragraphs(*more: str) -> str:
    return "".join(f"<p>{p}</p>" for p in (*PARAGRAPHS, *more))


def labels_of(html: str) -> dict[str, str]:
    page = read_page(make_capture(html))
    return {page.text[b.start : b.end]: b.label for b in page.blocks}


def test_the_parts_of_an_ordinary_page() -> None:
    found = labels_of(article(paragraphs()))
    assert found["Council moves the ferry terminal"] == "headline"
    assert found["By Jon Ferris"] == "byline"
    assert all(found[p] == "body" for p in PARAGRAPHS)
    assert found["Weather"] == "navigation"
    assert found["Storm closes two schools on the coast"] == "related"
    assert found["© 2026 Ellery Post. All rights reserved."] == "copyright"


def test_extract_gives_the_body_and_leaves_headline_and_wrapper_out() -> None:
    html = article(paragraphs())
    text = audit.extract(html)
    assert all(p in text for p in PARAGRAPHS)
    assert "Council moves the ferry terminal" not in text
    assert audit.extract(html, headline=True).startswith("Council moves the ferry terminal")
    for wrapper in ("Weather", "Storm closes", "All rights reserved", "More on this"):
        assert wrapper not in text


@pytest.mark.parametrize(
    "wrapper",
    [
        '<div class="share-bar">ShareFacebook Twitter WhatsApp Email</div>',
        '<p class="newsletter">Sign up for our newsletter and get the best of the week delivered to your inbox.</p>',
        '<div class="ad">Advertisement</div>',
        '<section id="comments"><h2>Comments</h2><p>No comments yet</p></section>',
        '<figure><img src="a.jpg"><figcaption>The old quay. Photo: Mia Holt</figcaption></figure>',
    ],
)
def test_wrapper_between_paragraphs_stays_out(wrapper: str) -> None:
    body = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>{wrapper}" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[2:])
    text = audit.extract(article(body))
    assert all(p in text for p in PARAGRAPHS)
    for words in ("Facebook", "newsletter", "Advertisement", "No comments yet", "Mia Holt"):
        assert words not in text


def test_lists_quotes_and_tables_of_the_text_are_kept() -> None:
    body = (
        paragraphs()
        + "<p>The plan has three parts, which the council will discuss one by one before the end of the year:</p>"
        + "<ul><li>a wall of two metres along the northern quay</li><li>a bus every ten minutes to the station</li></ul>"
        + "<blockquote><p>Nobody will be worse off than today, whatever happens on the northern quay.</p></blockquote>"
        + f"<p>{PARAGRAPHS[2]} It will be asked for again.</p>"
    )
    text = audit.extract(article(body))
    assert "a wall of two metres along the northern quay" in text
    assert "Nobody will be worse off than today" in text


def test_every_block_has_a_label_a_reason_and_its_place() -> None:
    page = read_page(make_capture(article(paragraphs())))
    for block in page.blocks:
        assert block.why
        assert block.path.startswith("body")
        assert 0.0 <= block.confidence <= 1.0
    assert reporting_text(page).count("\n\n") == sum(b.label in REPORTING for b in page.blocks) - 1


@pytest.mark.parametrize("html", ["", "   ", "<!-- nothing -->", "<html><body></body></html>", "<p>Hi</p>"])
def test_pages_without_an_article_are_not_assessable(html: str) -> None:
    page = read_page(make_capture(html))
    assert not page.assessable
    assert page.not_assessable_because
    assert isinstance(audit.extract(html), str)


def test_right_to_left_and_chinese_pages() -> None:
    arabic = (
        "صوت مجلس المدينة يوم الثلاثاء لصالح نقل محطة العبارات إلى الرصيف الشمالي، "
        "منهيا أربع سنوات من المحادثات بين السكان والشركة."
    )
    chinese = (
        "市议会周二投票决定将渡轮码头迁至北岸，结束了居民与公司之间长达四年的谈判。"
        "市长表示，工程将于春季开始，耗资约一千二百万。"
    )
    for lang, text, share in (("ar", arabic, "مشاركة"), ("zh", chinese, "分享到")):
        html = article(f"<p>{text}</p><p>{text[5:]}</p><p>{text[9:]}</p><div>{share}</div>", lang=lang)
        page = read_page(make_capture(html))
        assert text in reporting_text(page)
        assert page.language == lang
        assert next(b.label for b in page.blocks if page.text[b.start : b.end] == share) == "share"
