"""The archive's index in a browser: from disk and over HTTP, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from audit.report import archive
from audit.report.archive import index
from audit.report.archive import rows as row_files
from tests.report.browser import axe, launched, opened, served, sideways
from tests.report.test_archive import numbered

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        for module in (index, row_files):
            patch.setattr(module, "PER_FILE", 20)
        patch.setattr(index.words, "PER_GROUP", 30)
        patch.setattr(index, "NEWEST", 10)
        for number in range(70):
            audit = numbered(number)
            if number % 7 == 0:
                audit = replace(audit, provenance=replace(audit.provenance, kind="wire"), findings=())
            if number == 3:
                words = audit.page.text.replace("harbour", "Mühlenbach").replace("Valdoria", "西班牙政府")
                audit = replace(audit, page=replace(audit.page, text=words + " " * (len(audit.page.text) - len(words))))
            archive.add(folder, audit, b"x")
        yield folder


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[str]:
    with served(root) as address:
        yield f"{address}/index.html"


def titles(page: Any) -> list[str]:
    return page.locator("#rows tbody tr td:nth-child(2) > a:first-child").all_inner_texts()


def search(page: Any, words: str) -> list[str]:
    page.fill("#q", words)
    page.wait_for_timeout(500)
    return titles(page)


@pytest.mark.parametrize("way", ["disk", "http"])
def test_it_sorts_filters_and_searches(browser: Any, root: Path, server: str, way: str) -> None:
    address = (root / "index.html").as_uri() if way == "disk" else server
    with opened(browser, address) as (page, watch):
        page.wait_for_selector("#find:not([hidden])")
        assert len(titles(page)) == 70
        assert titles(page)[0] == "Story number 69"
        assert search(page, "number 41") == ["Story number 41"]
        assert search(page, "Mühlenbach") == search(page, "muhlenb") == ["Story number 3"]
        assert search(page, "班牙政") == ["Story number 3"]
        assert len(search(page, "diplomatic sources")) == 70
        assert len(search(page, "ano206")) == 60
        assert search(page, "nowhere") == []
        assert "0 of 70" in page.inner_text("#status")
        page.fill("#q", "")
        page.wait_for_timeout(300)
        page.select_option("#kind", "wire")
        assert len(titles(page)) == 10
        page.select_option("#level", "none")
        assert len(titles(page)) == 10
        page.select_option("#kind", "")
        page.select_option("#level", "1")
        assert len(titles(page)) == 60
        page.select_option("#level", "")
        page.get_by_role("button", name="Headline").click()
        assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Headline")
        assert titles(page)[:3] == ["Story number 0", "Story number 1", "Story number 10"]
        assert watch.console == []
        start = address.rpartition("/")[0]
        # Browsers ask servers for an icon on their own account.
        assert [a for a in watch.requests if not a.startswith(start) and "favicon" not in a] == []


def test_without_script_the_newest_and_the_pages_are_there(browser: Any, root: Path) -> None:
    with opened(browser, (root / "index.html").as_uri(), script=False) as (page, watch):
        assert titles(page) == [f"Story number {n}" for n in range(69, 59, -1)]
        assert not page.locator("#find").is_visible()
        page.get_by_role("link", name="1–20").click()
        assert page.locator("h1").inner_text() == "Reports 1 to 20"
        page.get_by_role("link", name="Story number 5").click()
        assert page.locator("h1").inner_text() == "Story number 5"
        assert watch.console == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_it_fits_and_axe_has_nothing_to_say(browser: Any, root: Path, width: int, theme: str) -> None:
    for name in ("index.html", "index/page-0001.html"):
        with opened(browser, (root / name).as_uri(), width=width, theme=theme) as (page, watch):
            page.wait_for_timeout(200)
            assert sideways(page) == 0
            assert axe(page) == []
            assert watch.console == []
