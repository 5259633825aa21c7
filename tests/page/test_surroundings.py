"""Lines that are no reporting for what stands around them, on whole pages; each with a page on which they are."""

from __future__ import annotations

import pytest

from audit.model import Label
from audit.page import surroundings
from audit.page.walk import walk_html
from tests.page.test_labels import PARAGRAPHS, article, labels_of, paragraphs

LEAD = "You find the whole paper here:"
POLL = "Have you ever missed the last ferry home?"
POINT = "The council moves the terminal to the north"
CALL = "Our work on this coast has a price. If you trust it, give sixty crowns a year."
STREET = "Quay Street 114"
ANSWERS = "<li>Yes, more than once.</li><li>Yes, once.</li><li>No, I live on the quay.</li>"
ALSO = "Also on the Ferry Post"
LINK = "<a href='https://ferry.example/boats'>The boats of the old line, and what became of them since</a>"
FIELD = "Your address (is needed and will not be published)"
SLIDE = "The first boats of the line were built of oak, and three of them sank in the winter of their first year."
SLIDES = f"<li><h4><a href='/boats'>The boats of the old line, in pictures</a></h4><p>{SLIDE}</p></li>" + "".join(
    f"<li><h4><a href='/boats/{i}'>The boats of the old line, in pictures</a></h4></li>" for i in range(3)
)
MACHINE = "This summary was made with AI and may have errors."


@pytest.mark.parametrize(
    ("markup", "line", "label"),
    [
        (f"<p>{LEAD}</p><p><a href='/plan'>The plan for the northern quay, in full</a></p>", LEAD, "related"),
        (f"<div><h3>{POLL}</h3><ul>{ANSWERS}</ul></div>", POLL, "other"),
        (f"<div><p>{MACHINE}</p><ul><li>{POINT}</li><li>The county has to approve it</li></ul></div>", POINT, "other"),
        (f"<div><h4>Support our journalism</h4><p>{CALL}</p></div>", CALL, "promo"),
        (f"<div>Sign up for our newsletter<p>{CALL}</p></div>", CALL, "newsletter"),
        (f"<ul class='slides'>{SLIDES}</ul>", SLIDE, "related"),
        (f"<form><label>{FIELD}</label><input name='mail'></form>", FIELD, "other"),
        (f"<p>Press contact:<br>Ellery Ferries Ltd<br>{STREET}<br>Phone: 05725 / 000 00-12</p>", STREET, "other"),
    ],
)
def test_no_reporting(markup: str, line: str, label: str) -> None:
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3]) + markup + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[3:])
    found = labels_of(article(body))
    assert found[line] == label
    assert all(found[p] == "body" for p in PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor named three things that matter here:",
        "Who will pay for all of this in the end?",
        "The plan says how it wants to reach that:",
    ],
)
def test_the_same_words_without_such_surroundings_are_the_story(line: str) -> None:
    html = article(
        paragraphs(line, "A wall of two metres, a bus every ten minutes, and a roof for those who wait in rain.")
    )
    assert labels_of(html)[line] == "body"


@pytest.mark.parametrize(
    ("markup", "labels", "taken"),
    [
        (f"<h2>{ALSO}</h2><p>{LINK}</p><p>{LINK}</p>", ("body", "related", "related"), {ALSO: "related"}),
        (f"<h2>{ALSO}:</h2><p>{LINK}</p><p>{LINK}</p>", ("body", "related", "related"), {}),
        (f"<h2>{ALSO}</h2><p>{LINK}</p><p>{SLIDE}</p>", ("body", "related", "body"), {}),
        (f"<h2>{LINK}</h2><p>{SLIDE}</p><p>{LINK}</p>", ("related", "body", "related"), {SLIDE: "related"}),
        (f"<h2>{LINK}</h2><p>{SLIDE}</p><p>{CALL}</p>", ("related", "body", "body"), {}),
        (f"<p>3 comments</p><p>{ALSO}</p><p>Log in</p>", ("comments", "body", "comments"), {ALSO: "comments"}),
        (f"<p>3 comments</p><p>{ALSO}</p><p>Log in</p>", ("comments", "body", "promo"), {}),
    ],
)
def test_lines_by_the_labels_around_them(markup: str, labels: tuple[Label, ...], taken: dict[str, Label]) -> None:
    _, found = walk_html(f"<html><body><article>{markup}</article></body></html>")
    assert {found.runs[one.number].text: one.label for one in surroundings.seen(found.runs, labels)} == taken


def test_a_heading_with_text_below_is_the_story_s() -> None:
    body = f"<p>{PARAGRAPHS[0]}</p><h2>{ALSO}</h2>" + paragraphs(*PARAGRAPHS[1:]) + f"<p>{LINK}</p>"
    assert labels_of(article(body))[ALSO] == "body"


def test_a_list_of_the_story_is_no_list_of_teasers_for_a_link_in_it() -> None:
    item = "The council moves the terminal to the north quay, which it bought from the county in 2019."
    links = "<li><a href='/plan'>The plan for the northern quay, in full</a></li>"
    found = labels_of(
        article(
            paragraphs(*PARAGRAPHS) + f"<ul><li>{item}</li>{links}</ul>" + paragraphs(PARAGRAPHS[0] + " So it was.")
        )
    )
    assert found[item] == "body"


def test_a_note_about_the_issuer_under_its_heading() -> None:
    about = "Ellery Ferries Ltd builds and runs boats on four coasts. Founded in 1913, it is at home in Port Ellery and Lund."
    long = paragraphs(*(p.replace("quay", "pier") for p in PARAGRAPHS))
    assert labels_of(article(f"{long}<p>About Ellery Ferries</p><p>{about}</p>"))[about] == "author-bio"
    assert labels_of(article(f"{long}<p>Other boats</p><p>{about}</p>"))[about] == "body"


def test_a_note_that_a_machine_wrote_the_article_leaves_the_article() -> None:
    note = "This article was generated with the help of AI and reviewed by an editor."
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3]) + f"<p>{note}</p>"
    found = labels_of(article(body))
    assert found[note] == "disclaimer"
    assert all(found[p] == "body" for p in PARAGRAPHS[:3])
