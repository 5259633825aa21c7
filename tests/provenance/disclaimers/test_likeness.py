"""What reads like a notice without any rule: wordings unlike those learned from, and what stands around articles beside them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.provenance.disclaimers.learned import SURE
from audit.provenance.disclaimers.likeness import grams, likenesses, normal

NOTICES = [
    ("Nothing on this page should be taken for financial advice; speak to a professional before you invest.", "advice"),
    ("Readers' comments are checked by our moderators, and insults are deleted.", "comments-policy"),
    ("We may receive a commission if you buy through the links on this page.", "affiliate"),
    ("The opinions expressed by our columnists are their own and not those of the newspaper.", "views"),
    ("An earlier version of this article misstated the year in which the bridge was opened.", "correction"),
    ("Die Redaktion behält sich vor, beleidigende Kommentare zu löschen.", "comments-policy"),
    ("Les commentaires injurieux seront supprimés par nos modérateurs.", "comments-policy"),
]
OTHERS = [
    "There are no comments yet.",
    "Sign up for our newsletter to get the news of the day.",
    "All rights reserved.",
    "The mayor said the bridge would be closed until Friday.",
    "Our reporter covers energy and lives in Nairobi.",
    "Melden Sie sich an, um einen Kommentar zu schreiben.",
    "Tous droits réservés.",
]


@pytest.mark.parametrize(("text", "kind"), NOTICES)
def test_reads_like_a_notice(text: str, kind: str) -> None:
    (found,) = likenesses([text])
    assert found.notice >= SURE
    assert found.kinds[0] == kind


@pytest.mark.parametrize("text", OTHERS)
def test_reads_like_none(text: str) -> None:
    (found,) = likenesses([text])
    assert found.notice < SURE


def test_each_sentence_is_read_for_itself() -> None:
    texts = [text for text, _ in NOTICES] + OTHERS
    together = likenesses(texts)
    for text, one in zip(texts, together, strict=True):
        (alone,) = likenesses([text])
        assert abs(alone.notice - one.notice) < 1e-5


def test_more_sentences_than_are_described_at_once() -> None:
    texts = [NOTICES[0][0]] * 300
    assert {one.kinds[0] for one in likenesses(texts)} == {"advice"}
    assert len(likenesses(texts)) == 300


@given(st.lists(st.text(max_size=60), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_letters(texts: list[str]) -> None:
    hashed, owner = grams(texts)
    assert len(hashed) == len(owner)
    assert all(0 <= one.notice <= 1 for one in likenesses(texts))
    assert all(normal(text).startswith(" ") for text in texts)
