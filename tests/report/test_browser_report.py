"""The report in a browser: from disk, without script, in both themes, at three widths, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from audit.report import archive, html
from audit.report.archive import changes
from tests.report import invented
from tests.report.browser import axe, launched, opened, save, served, sideways

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save(tmp_path_factory.mktemp("report"), "report.html", html.render(invented.audit()))


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save(tmp_path_factory.mktemp("closed"), "report.html", html.render(invented.not_assessable()))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 768, 1440])
def test_it_fits_asks_for_nothing_and_says_nothing(browser: Any, report: str, width: int, theme: str) -> None:
    with opened(browser, report, width=width, theme=theme) as (page, watch):
        assert sideways(page) == 0
        assert watch.console == []
        assert watch.requests == [report]


@pytest.mark.parametrize("script", [True, False])
def test_over_http_it_asks_for_nothing_but_itself(browser: Any, tmp_path: Path, script: bool) -> None:
    save(tmp_path, "report.html", html.render(invented.audit()))
    with served(tmp_path) as address, opened(browser, f"{address}/report.html", script=script) as (page, watch):
        assert page.locator(".sentence").is_visible()
        assert watch.console == []
        assert [request for request in watch.requests if not request.endswith("/favicon.ico")] == [
            f"{address}/report.html"
        ]


@pytest.mark.parametrize("width", [320, 1280])
def test_changes_and_tombstones_are_as_readable(browser: Any, tmp_path: Path, width: int) -> None:
    entries = [
        archive.add(tmp_path, replace(audit, capture=replace(audit.capture, captured_at=f"2026-12-0{day}T08:00:00Z")), b"x")
        for day, audit in ((1, invented.audit()), (2, replace(invented.audit(), findings=())))
    ]  # fmt: skip
    changed = changes.place(tmp_path, entries[1].path).as_uri()
    with opened(browser, changed, width=width, theme="dark") as (page, watch):
        assert (sideways(page), axe(page), watch.console, watch.requests) == (0, [], [], [changed])
        page.get_by_role("link", name="Report before").click()
        assert page.url == entries[0].report.as_uri()
    archive.withdraw(tmp_path, entries[0].path, reason="asked", by="desk", at="2026-12-09T00:00:00Z")
    with opened(browser, entries[0].report.as_uri(), width=width) as (page, watch):
        assert (sideways(page), axe(page), watch.console) == (0, [], [])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_has_nothing_to_say(browser: Any, report: str, closed: str, width: int, theme: str) -> None:
    for address in (report, closed):
        with opened(browser, address, width=width, theme=theme) as (page, _):
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert axe(page) == []


def test_it_is_complete_without_script(browser: Any, report: str) -> None:
    with opened(browser, report, script=True) as (page, _):
        with_script = page.inner_text("main")
    with opened(browser, report, script=False) as (page, _):
        assert page.locator("main").inner_text() == with_script


def test_verdict_chain_and_first_finding_are_on_the_first_screen_of_a_phone(browser: Any, report: str) -> None:
    with opened(browser, report, width=375) as (page, _):
        for selector in (".sentence", ".path", ".lead-finding"):
            box = page.locator(selector).bounding_box()
            assert box["y"] + box["height"] < 667, selector


def test_only_one_drawing_is_shown_at_a_time(browser: Any, report: str) -> None:
    for width, shown, hidden in ((375, "tall", "wide"), (1280, "wide", "tall")):
        with opened(browser, report, width=width) as (page, _):
            assert page.locator(f"svg.{shown}").is_visible()
            assert not page.locator(f"svg.{hidden}").is_visible()


def test_a_link_leads_to_its_words(browser: Any, report: str) -> None:
    with opened(browser, report) as (page, _):
        page.locator("#e-2 a.w q").click(position={"x": 40, "y": 8})
        target = page.evaluate("document.querySelector(':target').textContent.replace(/\\d/g, '')")
        assert "Harbour TV" in target
        assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 800


def test_the_page_can_be_walked_through_with_the_keyboard(browser: Any, report: str) -> None:
    with opened(browser, report) as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.locator(".skip").bounding_box()["width"] > 20
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_printed_it_is_open_numbered_and_carries_its_hash(browser: Any, report: str, tmp_path: Path) -> None:
    with opened(browser, report) as (page, _):
        page.emulate_media(media="print")
        assert page.locator("summary", has_text="Headers of the answer").is_visible()
        height = page.evaluate("document.querySelector('#evidence details dl').getBoundingClientRect().height")
        assert height > 10
        assert not page.locator(".toc").is_visible()
        printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 2


def test_a_right_to_left_page_keeps_its_direction(browser: Any, tmp_path: Path) -> None:
    audit = invented.of_text("قال مصدر دبلوماسي «نحن مستعدون» Reuters", language="ar")
    with opened(browser, save(tmp_path, "rtl.html", html.render(audit)), width=375) as (page, watch):
        assert page.evaluate("getComputedStyle(document.querySelector('.rep .txt')).direction") == "rtl"
        assert page.evaluate("document.querySelector('.rep .txt').lang") == "ar"
        assert sideways(page) == 0
        assert axe(page) == []
        assert watch.console == []
