"""A newsroom is named under any of its names, as whole words."""

from __future__ import annotations

import pytest

from audit.findings.names import names, same_newsroom
from audit.findings.sites import host_of, same_site, site_of


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Le Figaro et AFP", "Agence France-Presse", True),
        ("By Mira Tolland, Associated Press", "Associated Press", True),
        ("By Mira Tolland, AP", "Associated Press", True),
        ("By Appelby Stone", "Associated Press", False),
        ("dpa", "dpa / AFP", True),
        ("By Mira Tolland", "Northwire", False),
        ("Northwire desk", "Northwire", True),
        ("By Mira Tolland", None, False),
        ("", "Northwire", False),
    ],
)
def test_names(text: str, name: str | None, found: bool) -> None:
    assert names(text, name) is found


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.harbourpost.example/a?b#c", "harbourpost.example"),
        ("HTTPS://M.HarbourPost.Example:443/", "m.harbourpost.example"),
        ("/path", None),
        ("#top", None),
        ("mailto:desk@harbourpost.example", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_hosts(address: str, host: str | None) -> None:
    assert host_of(address) == host


def test_sites() -> None:
    assert site_of("news.harbour.co.uk") == "harbour.co.uk"
    assert same_site("m.harbour.example", "harbour.example")
    assert not same_site("bay.co.uk", "harbour.co.uk")
    assert not same_site(None, "harbour.example")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Agence France-Presse", "AFP", True),
        ("The New York Times", "New York Times", True),
        ("die NASA", "NASA", True),
        ("Coast TV", "coast tv", True),
        ("Reuters", "Associated Press", False),
        ("Coast TV", None, False),
    ],
)
def test_two_names_of_one_newsroom(one: str, other: str | None, same: bool) -> None:
    assert same_newsroom(one, other) is same
