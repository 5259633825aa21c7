"""Who signs a story and who its author is, told from its last sentences."""

from __future__ import annotations

import pytest

from audit.page import last_lines

STORY = [
    "The council of Port Ellery voted on Tuesday to move the ferry terminal to the northern quay, ending four years of talks.",
    "Ada Lane, the mayor, said that work would start in spring and cost about 12 million crowns, according to the plan.",
]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Max Lorn, Quay World Radio News.", "byline"),
        ("Klara Duwe", "byline"),
        ("von Jelko Djuren und Jutta Klau", "byline"),
        ("ms/vd", "byline"),
        ("(jk)", "byline"),
        ("–jd", "byline"),
        ("（完）", "byline"),
        ("Meena Chitre is Associate Professor of Atmospheric Physics, Western University.", "author-bio"),
        ("Jon Ferris covers the harbour for the Ellery Post. He is a reporter of twelve years.", "author-bio"),
        ("Anna Schlamm (*1958) war Professorin für Politik an der Universität Nordhafen.", "author-bio"),
        ("Lev Kuratov – журналист и историк, живёт в Риге.", "author-bio"),
    ],
)  # fmt: skip
def test_a_last_line_that_is_no_story(line: str, label: str) -> None:
    assert [(one.number, one.label) for one in last_lines.told([*STORY, line])] == [(2, label)]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lane is a professor of law, too.",  # the story speaks of her
        "Karim Latif, who teaches maritime economics, said that a reporter had been sent away.",
        "The mayor is an author of crime novels.",
        "Poetic. Justice.",
        "The board meets on 19 March.",
        "Yes",
        "“Nobody will be worse off”, Lane said.",
    ],
)
def test_a_last_sentence_of_the_story(line: str) -> None:
    assert last_lines.told([*STORY, line]) == []


def test_a_name_under_a_short_line_is_part_of_a_list() -> None:
    assert last_lines.told(["Winners", "Ada Lane, Port Ellery", "Jon Ferris, Quay Side"]) == []


def test_a_signature_may_stand_above_the_note_about_its_author() -> None:
    found = last_lines.told([*STORY, "Jon Ferris", "Rosa Bal is a journalist in Ellery."])
    assert {(one.number, one.label) for one in found} == {(2, "byline"), (3, "author-bio")}
