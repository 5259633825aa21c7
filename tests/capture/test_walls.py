"""Pages that stand in an article's place."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture import Fetched, capture, target_for
from audit.capture.walls import Row, matches, outline, rows, wall
from audit.model import Redirect

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ARTICLE = (
    "<title>Bridge opens</title><body>" + "<p>The bridge opened early on Friday, the mayor of the town said.</p>" * 60
)


class Answer:
    """A fetcher that gives one answer."""

    def __init__(
        self, html: str, *, headers=(), url: str = "https://news.example/2026/05/bridge", came_from: str = ""
    ) -> None:
        self.answer = Fetched(
            url,
            200,
            (("Content-Type", "text/html"), *headers),
            html.encode(),
            (Redirect(came_from, 302, url),) if came_from else (),
        )

    def fetch(self, url, limits):
        return self.answer


def judged(html: str, **how) -> str | None:
    return wall(capture(target_for("https://news.example/2026/05/bridge"), now=NOW, fetcher=Answer(html, **how)))


def speaks(row: Row, example: str) -> bool:
    if row.where == "host":
        return matches(row, outline(""), "", "", example)
    if row.where == "header":
        return matches(row, outline(""), "", example, "")
    return matches(row, outline(example), example, "", "")


@pytest.mark.parametrize("row", rows(), ids=lambda r: r.id)
def test_each_row_has_examples_that_hold(row: Row) -> None:
    assert row.positive
    assert row.near_miss
    assert row.note
    assert all(words == words.lower() for words in row.any)
    for example in row.positive:
        assert speaks(row, example), example
    for example in row.near_miss:
        assert not speaks(row, example), example


def test_ids_are_unique() -> None:
    assert len({r.id for r in rows()}) == len(rows())


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (
            "<!doctype html><html><head><title>Just a moment...</title></head><body><h1>news.example</h1></body></html>",
            "robots",
        ),
        ("<html><head><title>Before you continue</title></head><body><form>Accept all</form></body></html>", "consent"),
        (
            "<html><body><noscript>Please enable JavaScript</noscript><div id='x'></div><script src=a></script></body></html>",
            "scripts",
        ),
        (
            "<html><head><title>Page not found | The Example</title></head><body>" + "<li>Other story</li>" * 500,
            "does not exist",
        ),
    ],
)
def test_walls(html, says) -> None:
    assert says in (judged(html) or "")


def test_headers_and_hosts() -> None:
    assert "consent" in (
        judged("<html><body><p>Accept?</p></body></html>", url="https://consent.news.example/collect") or ""
    )
    assert "front page" in (
        judged(ARTICLE, url="https://news.example/", came_from="https://news.example/2026/05/bridge") or ""
    )
    assert judged(ARTICLE, url="https://news.example/", came_from="https://news.example/home") is None


@pytest.mark.parametrize(
    "title", ["Access denied: how firewalls work", "Are you a robot? A column", "Just a moment... of fame"]
)
def test_articles_about_walls_are_articles(title) -> None:
    assert judged(ARTICLE.replace("Bridge opens", title)) is None


def test_real_pages_are_no_walls(shared_path) -> None:
    for path in sorted(shared_path("data/pages").glob("*.html")):
        got = capture(target_for(str(path)), now=NOW)
        assert wall(got) is None, path.name


@given(st.text(st.sampled_from("<>/!-scriptnoelabm =\"'Ş中"), max_size=300))
def test_any_text_has_an_outline(html) -> None:
    assert len(outline(html).text) <= 3_001


@pytest.mark.parametrize("piece", ["<", "<!--", "<script>", "<script", "<title>", "<noscript>x", "</", "<p>", "a<b "])
def test_hostile_repetition_is_quick(piece) -> None:
    began = time.process_time()
    outline(piece * 400_000)
    assert time.process_time() - began < 3
