"""Which run is the headline."""

from __future__ import annotations

import pytest

from audit.page import headline, walk


def found(html: str) -> list[str]:
    _, walked = walk.walk_html(html)
    forms = headline.title_forms([walked.title])
    return [walked.runs[i].text for i in headline.headline_runs(walked.runs, forms)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<title>Ferry moves - Post</title><h1>Post</h1><h1>Ferry moves</h1>", ["Ferry moves"]),
        ("<title>Ferry moves | Post</title><div class=t>Ferry moves</div><p>Text.</p>", []),
        (
            "<title>The ferry moves north | Post</title><div class=t>The ferry moves north</div>",
            ["The ferry moves north"],
        ),
        (
            "<title>Ferry moves north | Quay Post</title><h1>Quay Post</h1><h2>Ferry moves north</h2>",
            ["Ferry moves north"],
        ),
        (
            "<title>Ferry moves north | Quay Post</title><h1>Ferry moves north</h1><h2>Quay Post</h2>",
            ["Ferry moves north"],
        ),
        ("<title>X</title><h1>The ferry<br>moves</h1>", ["The ferry", "moves"]),
        ("<p>No heading at all, only a paragraph of text.</p>", []),
    ],
)
def test_headline(html: str, expected: list[str]) -> None:
    assert found(html) == expected
