"""What the user points at."""

from __future__ import annotations

import pytest

from audit.capture import target_for
from audit.errors import AddressError, UsageError


@pytest.mark.parametrize(
    ("locator", "kind", "name"),
    [
        ("https://example.org/story", "url", "https://example.org/story"),
        (" http://example.org/ ", "url", "http://example.org/"),
        ("HTTPS://EXAMPLE.ORG/a", "url", "HTTPS://EXAMPLE.ORG/a"),
        ("https://münchen.example/ü", "url", "https://münchen.example/ü"),
        ("-", "stdin", "stdin"),
        ("some/folder/page.html", "html-file", "page.html"),
        ("page.HTM", "html-file", "page.HTM"),
        ("story.txt", "text-file", "story.txt"),
        ("story", "text-file", "story"),
        ("C:\\pages\\story.html", "html-file", "story.html"),
        ("notes:monday.txt", "text-file", "notes:monday.txt"),
        ("www.example.org/story", "text-file", "story"),
    ],
)
def test_kinds(locator: str, kind: str, name: str) -> None:
    target = target_for(locator)
    assert (target.kind, target.name) == (kind, name)


@pytest.mark.parametrize(
    ("locator", "says"),
    [
        ("ftp://example.org/a", "http or https"),
        ("file:///etc/hosts", "file address"),
        ("javascript:alert(1)", "http or https"),
        ("mailto:desk@example.org", "http or https"),
        ("gopher://example.org", "http or https"),
        ("https://", "host"),
        ("https:///path", "host"),
        ("https:example.org", "host"),
        ("https://user:secret@example.org/", "user name or password"),
        ("https://user@example.org/", "user name or password"),
        ("https://exa mple.org/", "control"),
        ("https://example.org/\r\nX: y", "control"),
        ("https://[::1/", "web address"),
        ("https://example.org:port/", "web address"),
        ("https://example.org:99999/", "web address"),
        ("https://example.org\\@evil.example/", "user name or password"),
        ("https://example.org/" + "a" * 9000, "longer"),
    ],
)
def test_refused_addresses(locator: str, says: str) -> None:
    with pytest.raises(AddressError) as caught:
        target_for(locator)
    assert says in caught.value.message
    assert caught.value.hint
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_may_be_named_like_a_scheme(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news:monday").write_text("A story.", encoding="utf-8")
    assert target_for("news:monday").kind == "text-file"


def test_stated_address_and_publisher() -> None:
    target = target_for("story.txt", url=" https://example.org/a ", publisher=" The Example ")
    assert (target.stated_url, target.stated_publisher) == ("https://example.org/a", "The Example")
    assert target_for("a", url="", publisher=" ").stated_publisher is None


@pytest.mark.parametrize("url", ["example.org/a", "ftp://example.org/", "https://me:pw@example.org/"])
def test_stated_address_must_be_one(url: str) -> None:
    with pytest.raises(UsageError, match="--url"):
        target_for("story.txt", url=url)


def test_empty_target() -> None:
    with pytest.raises(UsageError):
        target_for("  ")
