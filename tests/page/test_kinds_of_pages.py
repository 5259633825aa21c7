"""Pages built in unusual ways: AMP, live blogs, pages in parts, hidden text, ruby, right-to-left, interleaved wrapper."""

from __future__ import annotations

import pytest

import audit
from audit.page import read_page, reporting_text
from tests.page.conftest import make_capture
from tests.page.test_labels import PARAGRAPHS, article, labels_of, paragraphs

MENU = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("News", "Sport", "Weather", "Culture", "Jobs"))


def test_an_amp_page() -> None:
    html = (
        "<!doctype html><html ⚡ lang=en><head><title>Council moves the ferry terminal</title></head><body>"
        f"<amp-sidebar id=menu layout=nodisplay><ul>{MENU}</ul></amp-sidebar><header class=top>Ellery Post</header>"
        f"<article class=amp-wp-article><h1>Council moves the ferry terminal</h1><div class=amp-wp-article-content>{paragraphs()}"
        "<amp-social-share type=twitter></amp-social-share></div></article><amp-consent id=c><div>We use cookies and ask you "
        "to agree.</div><button>Agree</button></amp-consent><footer>© 2026 Ellery Post</footer></body></html>"
    )
    text = audit.extract(html)
    assert all(p in text for p in PARAGRAPHS)
    assert not any(words in text for words in ("Weather", "cookies", "Agree", "©"))


def test_a_live_blog_keeps_its_entries() -> None:
    entries = "".join(
        f'<li class="live-entry"><div class="entry-meta"><time datetime="2026-03-1{n}T10:00Z">1{n}:00</time>'
        f' <a href="#e{n}">Share</a></div>'
        f'<h3 class="entry-title">Entry {n}: the council goes on</h3><div class="entry-body"><p>{p}</p></div></li>'
        for n, p in enumerate(PARAGRAPHS)
    )
    text = audit.extract(article(f'<ul class="live-blog">{entries}</ul>'))
    assert all(p in text for p in PARAGRAPHS)
    assert "Share" not in text


def test_a_page_in_parts() -> None:
    pager = '<div class="pagination">Page 1 of 3 <a href="?p=2">2</a> <a href="?p=3">3</a> <a href="?p=2">Next page</a></div>'
    text = audit.extract(article(paragraphs() + pager))
    assert all(p in text for p in PARAGRAPHS)
    assert "Next page" not in text


@pytest.mark.parametrize("way", ["hidden", 'style="display:none"', 'style="color:red; visibility: hidden"'])
def test_hidden_search_engine_text_is_kept_as_a_block_and_not_as_reporting(way: str) -> None:
    seo = "Ferry tickets cheap, ferry timetable, harbour hotel, parking at the quay, best price for the terminal transfer."
    page = read_page(make_capture(article(f"{paragraphs()}<div {way}>{seo}</div>")))
    block = next(b for b in page.blocks if page.text[b.start : b.end] == seo)
    assert not block.visible
    assert not block.reporting


def test_wrapper_between_paragraphs() -> None:
    between = (
        '<p class="article-label">Article content</p>',
        '<div class="ad"><span>Advertisement</span></div>',
        (
            '<form class="newsletter-signup"><h4>Get the morning letter</h4><label>Email address</label>'
            "<button>Sign up</button></form>"
        ),
        (
            '<div class="related-inline"><strong>Read also:</strong> '
            '<a href="/storm">Storm closes two schools on the coast</a></div>'
        ),
    )
    text = audit.extract(article("".join(f"<p>{p}</p>{w}" for p, w in zip(PARAGRAPHS, (*between, ""), strict=True))))
    assert all(p in text for p in PARAGRAPHS)
    for words in ("Article content", "Advertisement", "morning letter", "Sign up", "Storm closes"):
        assert words not in text


def test_ruby_is_read_once() -> None:
    line = (
        "<p>東京都は<ruby>渋谷<rp>(</rp><rt>しぶや</rt><rp>)</rp></ruby>区で火曜日に会議を開き、港の移転を決めた。</p>"
    )
    text = audit.extract(
        article(
            line * 1
            + "".join(
                f"<p>{n}年の計画によると、工事は春に始まり、費用は一億円になる見込みだと市長は述べた。</p>"
                for n in range(2021, 2026)
            ),
            lang="ja",
        )
    )
    assert "東京都は渋谷区で" in text
    assert "しぶや" not in text


def test_right_to_left_share_bar_and_copyright() -> None:
    lines = (
        "אישר מועצת העיר ביום שלישי את העברת מסוף המעבורות לרציף הצפוני, לאחר ארבע שנים של שיחות עם התושבים.",
        "העבודות יתחילו באביב ויעלו כשנים עשר מיליון כתר, על פי התוכנית שהמחוז עדיין צריך לאשר בחודש הבא.",
        "שלושה חברים הצביעו נגד ואמרו כי הרציף החדש רחוק מדי מתחנת הרכבת עבור רבים מן הנוסעים בקיץ.",
    )
    html = article(
        "".join(f"<p>{line}</p>" for line in lines),
        after="<div class=share>שתף</div><div>כל הזכויות שמורות © 2026</div>",
        lang="he",
    )
    page = read_page(make_capture(html))
    assert all(line in reporting_text(page) for line in lines)
    assert page.language == "he"
    assert labels_of(html)["שתף"] == "share"


def test_embedded_scripts_and_forms_give_no_text() -> None:
    html = article(
        paragraphs() + "<script>var x = 'not text';</script><textarea>draft</textarea><iframe>frame</iframe>"
    )
    text = read_page(make_capture(html)).text
    assert not any(words in text for words in ("not text", "draft", "frame"))
