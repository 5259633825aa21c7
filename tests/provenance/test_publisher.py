"""Who publishes: the host, what the page calls itself, who speaks in pasted text; never who is named in canonical."""

from __future__ import annotations

import pytest

from tests.provenance.credit_pages import article, read_html, read_text

CANONICAL = "<link rel='canonical' href='https://www.theharbourpost.example/2026/quay'>"


def test_the_user_s_word_comes_first_and_is_marked_as_such() -> None:
    read = read_html(article(), url="https://www.quillnews.example/a", publisher="The Quill Courier")
    assert (read.publisher.name, read.publisher.domain, read.publisher.basis) == (
        "The Quill Courier",
        "quillnews.example",
        "stated",
    )


def test_the_address_wins_over_canonical_and_the_disagreement_is_kept() -> None:
    read = read_html(article(), head=CANONICAL, url="https://portal.example/x")
    assert read.publisher.domain == "portal.example"
    assert any("theharbourpost" in getattr(e, "value", "") for e in read.publisher.evidence)


def test_on_a_saved_page_the_site_s_own_links_outvote_a_foreign_canonical() -> None:
    links = "".join(f"<a href='https://www.portal.example/{i}'>more {i}</a>" for i in range(25))
    read = read_html(article() + links, head=CANONICAL)
    assert read.publisher.domain == "portal.example"


def test_canonical_names_the_host_where_nothing_else_does() -> None:
    read = read_html(article(), head=CANONICAL + "<meta property='og:site_name' content='The Harbour Post'>")
    assert (read.publisher.name, read.publisher.domain) == ("The Harbour Post", "theharbourpost.example")


def test_a_name_that_its_own_host_bears_is_not_another_outlet_of_that_name() -> None:
    head = (
        "<link rel='canonical' href='https://www.losandes.example/a'><meta property='og:site_name' content='Los Andes'>"
    )
    assert read_html(article(), head=head).publisher.name == "Los Andes"


def test_a_site_name_that_is_only_the_headline_is_none() -> None:
    head = CANONICAL + "<meta name='application-name' content='Port Quill closes its harbour for three weeks'>"
    assert read_html(article(), head=head).publisher.name is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('Newsbarn provides the information "as is" without warranty of any kind.', "Newsbarn"),
        ("Legal Disclaimer:\nNewsbarn provides this news content “as is” without warranty of any kind.", "Newsbarn"),
        ("(This story has not been edited by Newsbarn staff and is auto-generated from a syndicated feed.)", "Newsbarn"),
        ("© 2026 Newsbarn. All rights reserved.", "Newsbarn"),
        ("© 2026 St. Anne Courier. All rights reserved.", "St. Anne Courier"),
        ("Copyright © 2026. All rights reserved.", None),
        ("Newsbarn.example provides all content on an 'as is' basis, without any warranty.", "Newsbarn.example"),
    ],
)  # fmt: skip
def test_pasted_text_is_published_by_who_speaks_in_it(line: str, name: str | None) -> None:
    read = read_text(
        "Port Quill closes its harbour\n\nThe harbour will be closed, the authority said.\n\n" + line + "\n"
    )
    assert read.publisher.name == name
    assert read.publisher.domain is None


def test_nobody_speaks() -> None:
    read = read_text(
        "Port Quill closes its harbour\n\nThe harbour will be closed. We do not accept liability for it, he said.\n"
    )
    assert read.publisher.name is None


def test_the_running_example(shared_path) -> None:
    read = read_text(shared_path("data/menafn-pakistan-kabul.txt").read_text(encoding="utf-8"))
    assert read.publisher.name == "MENAFN"


SAVED_AT = "<link rel='canonical' href='https://www.harbourradio.example/2026/quay'>"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<title>Port Quill closes | Harbour Radio</title>", "Harbour Radio"),
        ("<title>Port Quill closes - HR</title>", None),  # nothing shows that two letters are the site
        ("<title>Port Quill closes | Politics</title>", None),  # a section
        ("<title>Port Quill closes | 02.11.2026</title>", None),
        ("<title>Port Quill closes – Then The Star Confirmed It To All</title>", None),
        ("<title>Port Quill closes | راديو الميناء</title>", "راديو الميناء"),  # no host has its letters
        ("<meta property='og:site_name' content='{$plugin.site_name}'>", None),
        ("<title>Port Quill closes | Page 3</title><meta name='copyright' content='© Quill Media'>", "Quill Media"),
    ],
)  # fmt: skip
def test_a_title_s_part_is_the_site_where_its_host_shows_it(head: str, name: str | None) -> None:
    assert read_html(article(), head=SAVED_AT + head).publisher.name == name


def test_many_feeds_on_another_host_are_one_vote() -> None:
    feeds = "".join(
        f"<link rel='alternate' type='application/rss+xml' href='https://pod{i}.example.org/f'>" for i in range(5)
    )
    assert read_html(article(), head=CANONICAL + feeds).publisher.domain == "theharbourpost.example"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Harbour Radio - News from all the quays", "Harbour Radio"),
        ("News from all the quays | Harbour Radio", "Harbour Radio"),
        ("www.harbourradio.example | The portal of the quays", "www.harbourradio.example"),
        ("Harbour Radio: the voice of the quays", "Harbour Radio"),
        ("Hafenamt für Radio - HARBOURRADIO", "HARBOURRADIO"),
        ("Hafen-Rundfunk am Kai - Quellen und Fische", "Hafen-Rundfunk am Kai - Quellen und Fische"),
        ("Harbour-Radio", "Harbour-Radio"),
    ],
)
def test_a_slogan_is_no_part_of_the_name(said: str, name: str) -> None:
    head = f"{SAVED_AT}<meta property='og:site_name' content='{said}'>"
    assert read_html(article(), head=head).publisher.name == name


def test_the_full_name_is_taken_where_the_host_is_called_by_the_short_one() -> None:
    head = (
        "<link rel='canonical' href='https://www.baf.example/a'>"
        "<meta property='og:site_name' content='Bundesamt für Fischerei - BAF'>"
    )
    assert read_html(article(), head=head).publisher.name == "Bundesamt für Fischerei"
