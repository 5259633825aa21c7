"""What the markup says the text is."""

from __future__ import annotations

import json

import pytest

from audit.page import said, tree
from audit.page.headline import plain

BODY = "The council of Port Ellery voted on Tuesday to move the ferry terminal to the northern quay. " * 5


def read(head: str) -> said.Said:
    root = tree.parse(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert root is not None
    return said.read(root, "Ferry moves | Post")


def script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize("body", [BODY, f"<p>{BODY}</p>", f"&lt;p&gt;{BODY}&lt;/p&gt;", BODY.replace(" ", "\n")])
def test_a_declared_body_is_read_whatever_the_cms_did_to_it(body: str) -> None:
    assert plain("voted on Tuesday to move") in read(script({"@type": "NewsArticle", "articleBody": body})).body


@pytest.mark.parametrize(
    "head",
    [
        "",
        script({"articleBody": "A teaser."}),
        '<script>{"articleBody": "broken \\x' + BODY,
        script({"articleBody": None}),
    ],
)
def test_a_teaser_or_a_broken_script_is_no_body(head: str) -> None:
    assert read(head).body == ""


def test_titles_and_summary() -> None:
    found = read(
        '<meta property="og:description" content="Four years of talks end."><meta property="og:title" content="The ferry">'
    )
    assert found.summary == plain("Four years of talks end.")
    assert {plain("Ferry moves"), plain("The ferry")} <= found.titles
