"""A page that attacks its report stays text: in the report, the archive's pages and the summary."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from lxml import html as lxml_html
from msgspec.structs import replace

from audit.model import Attribution, Span
from audit.report import archive, html, summary, templating
from tests.report import hostile, invented
from tests.report.browser import launched, opened, save, sideways
from tests.report.test_report_html import words_of

ALLOWED = frozenset(
    [
        "a",
        "article",
        "b",
        "body",
        "caption",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "head",
        "header",
        "html",
        "i",
        "li",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "q",
        "section",
        "span",
        "style",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "time",
        "title",
        "tr",
        "ul",
        "wbr",
        "svg",
        "path",
        "rect",
        "circle",
        "text",
        "g",
        "desc",
    ]
)
ATTRIBUTES = frozenset(
    [
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "charset",
        "class",
        "content",
        "cx",
        "cy",
        "d",
        "data-h",
        "datetime",
        "dir",
        "height",
        "href",
        "http-equiv",
        "id",
        "lang",
        "name",
        "r",
        "rel",
        "role",
        "rx",
        "scope",
        "title",
        "viewbox",
        "width",
        "x",
        "y",
    ]
)


@pytest.fixture(params=hostile.TEXTS, scope="module")
def text(request: pytest.FixtureRequest) -> str:
    return hostile.TEXTS[request.param]


def test_only_our_own_markup(text: str) -> None:
    report = html.render(hostile.everywhere(text))
    document = lxml_html.document_fromstring(report)
    for element in document.iter():
        assert element.tag in ALLOWED, element.tag
        assert set(element.attrib) <= ATTRIBUTES, element.attrib
        href = element.get("href", "#")
        assert href.startswith(("#", "https://", "http://")), href
    assert len(document.xpath("//style")) == 1
    assert len(document.xpath("//meta[@http-equiv]")) == 1
    assert "49" not in words_of(document.xpath("//h1")[0])
    style = re.search("<style>(.*?)</style>", report, re.DOTALL)
    assert style is not None
    assert templating.source_hash(style[1]) in report
    assert not set(report) & set("\x00\x01\x1b\u2028\u2029\u202a\u202d\u202e\u2066\u2067\u2068\ufffe\uffff")


def test_the_words_are_still_the_words(text: str) -> None:
    audit = hostile.everywhere(text)
    document = lxml_html.document_fromstring(html.render(audit))
    (block,) = document.xpath("//section[@id='page']//div[@class='txt']")
    shown = words_of(block)
    if "more hidden" not in block.text_content():
        assert shown == audit.page.text


def test_the_archive_takes_it(text: str, tmp_path: Path) -> None:
    for _ in range(2):
        entry = archive.add(tmp_path, hostile.everywhere(text), text.encode())
        assert tmp_path in entry.folder.resolve().parents
    for name in ("index.html", "index/page-0001.html", f"{entry.path}/changes.html"):
        if not (tmp_path / name).exists():
            continue
        document = lxml_html.document_fromstring((tmp_path / name).read_text(encoding="utf-8"))
        assert len(document.xpath("//script")) == (1 if name == "index.html" else 0)
        assert not document.xpath("//img | //*[starts-with(name(@*), 'on')] | //base | //iframe")
        assert all(not h.startswith(("javascript", "data")) for h in document.xpath("//@href"))
    for script in (tmp_path / "index").glob("*.js"):
        assert b"<" not in script.read_bytes()
        assert all(line.startswith(b"T.") and line.endswith(b")") for line in script.read_bytes().splitlines())
    assert archive.verify(tmp_path).problems == ()


def test_the_summary_prints_no_control(text: str) -> None:
    printed = summary.render(hostile.everywhere(text))
    assert not [c for c in printed if c != "\n" and (ord(c) < 32 or c in "\x7f\u2028\u202e\u2066")]


@pytest.mark.browser
def test_nothing_runs_in_a_browser(tmp_path: Path) -> None:
    root = tmp_path / "reports"
    with launched() as browser:
        for number, words in enumerate(hostile.TEXTS.values()):
            archive.add(root, hostile.everywhere(words), b"x")
            address = save(tmp_path, f"{number}.html", html.render(hostile.everywhere(words)))
            with opened(browser, address, width=320) as (page, watch):
                assert page.evaluate("window.owned === undefined")
                assert (watch.console, watch.requests) == ([], [address])
                assert sideways(page) == 0, words
        with opened(browser, (root / "index.html").as_uri()) as (page, watch):
            page.wait_for_selector("#find:not([hidden])")
            page.fill("#q", "script")
            page.wait_for_timeout(400)
            assert page.evaluate("window.owned === undefined")
            assert watch.console == []
            assert all(address.startswith("file://") for address in watch.requests)


def test_a_word_of_five_megabytes(tmp_path: Path) -> None:
    audit = invented.of_text("x" * 5_000_000)
    started = time.process_time()
    report = html.render(audit)
    assert time.process_time() - started < 30
    assert len(report) < 5_200_000
    archive.add(tmp_path, audit, b"x")


def test_thousands_of_crossing_spans_stay_cheap() -> None:
    words = "word " * 4000
    base = invented.of_text(words)
    claims = tuple(
        Attribution((Span(i, i + 40),), (), (Span(i + 20, i + 400),), "indirect", invented.voice("unnamed", "x"))
        for i in range(0, 18_000, 6)
    )
    started = time.process_time()
    report = html.render(replace(base, attributions=claims))
    assert time.process_time() - started < 60
    assert len(report) < 60 * len(words) + 3000 * 1500


@pytest.mark.browser
def test_a_word_of_five_megabytes_opens(tmp_path: Path) -> None:
    address = save(tmp_path, "long.html", html.render(invented.of_text("x" * 5_000_000)))
    with launched() as browser, opened(browser, address, width=375) as (page, watch):
        assert sideways(page) == 0
        assert watch.console == []
