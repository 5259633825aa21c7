"""Notices and credits that run on behind the last sentence of a paragraph, or open it, get blocks of their own."""

from __future__ import annotations

import pytest

from audit.lexicon import forms
from audit.model import Block, Link, Span
from audit.page import fused, read_page
from tests.page.conftest import make_capture
from tests.page.test_blocks import assert_tiled
from tests.page.test_labels import PARAGRAPHS, article

STORY = "The two sides agreed to meet again in March."
AS_IS = (
    "Legal Disclaimer: EXAMPLEWIRE provides the information “as is” without warranty of any kind. We do not accept any "
    "responsibility or liability for the accuracy, content, images, videos, licenses, completeness, legality, or "
    "reliability of the information contained in this article."
)
SIGN_OFF = "(Reporting by Jane Roe in Kabul; Editing by John Doe)"
FEED = "This story has not been edited by our staff and is published from a syndicated feed."


def pieces(text: str) -> list[str]:
    block = Block(
        "body", 0, len(text), 0.9, "text", "paragraph", links=(Link("/x", 0, 7), Link("/y", len(text) - 5, len(text)))
    )
    cut = fused.split(text, [block], forms.match(text, [Span(0, len(text))]))
    assert sum(len(piece.links) for piece in cut) == 2
    return [text[piece.start : piece.end] for piece in cut]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{STORY} {AS_IS}", [STORY, AS_IS]),
        (f"{STORY} {SIGN_OFF}", [STORY, SIGN_OFF]),
        (f"{STORY} © 2024 AFP", [STORY, "© 2024 AFP"]),
        (f"{STORY} {FEED}", [STORY, FEED]),
        (f"{FEED} {STORY}", [FEED, STORY]),
        (f"{STORY} (QUAY.TV/mst)", [STORY, "(QUAY.TV/mst)"]),
        (f"{STORY} (jkl)", [STORY, "(jkl)"]),
        (f"{STORY} Subscribe to our newsletter for daily updates.", [STORY, "Subscribe to our newsletter for daily updates."]),
    ],
)  # fmt: skip
def test_what_is_fused_is_cut_off(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "He said the Associated Press contributed to this report in 2012, and that its views were its own. It rained.",
        "The bank gives its figures “as is” without warranty, the minister said. She asked for an inquiry into all of it.",
        "The song, © 1999 by its label, was played twice. The crowd asked for more of it and got it at last.",
        "He joined the European Union (EU)",
        "He was tired, he wrote. (sic)",
        "Reporting by night is hard, said Jane Roe. Editing by day is harder, her colleague answered with a smile.",
    ],
)
def test_a_story_that_uses_such_words_stays_whole(text: str) -> None:
    assert pieces(text) == [text]


def test_the_page_has_a_block_for_each() -> None:
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:-1]) + f"<p>{PARAGRAPHS[-1]} {AS_IS}</p>"
    page = read_page(make_capture(article(body)))
    assert_tiled(page)
    labels = {page.text[b.start : b.end]: b.label for b in page.blocks}
    assert labels[PARAGRAPHS[-1]] == "body"
    assert labels[AS_IS] == "disclaimer"
