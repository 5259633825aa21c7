"""Chromium for the tests of pages: offline, watched for requests, console messages and sideways scrolling."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files as resource_files
from pathlib import Path
from typing import Any

import pytest

from tests.browser_setup import chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Watch:
    """What a page did: messages on its console and addresses that it asked for."""

    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def launched() -> Iterator[Any]:
    """A headless Chromium; the test is skipped without one, and fails in CI."""
    path = chromium()
    if path is None:
        message = "no Chromium on this machine (set TRACEWIRE_CHROMIUM)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Any, address: str, *, width: int = 1280, theme: str = "light", script: bool = True
) -> Iterator[Any]:
    """`(page, watch)` with `address` loaded."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=theme,
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    page, watch = context.new_page(), Watch()
    page.on("console", lambda message: watch.console.append(message.text))
    page.on("pageerror", lambda error: watch.console.append(str(error)))
    page.on("request", lambda request: watch.requests.append(request.url))
    try:
        page.goto(address, wait_until="load")
        yield page, watch
    finally:
        context.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` on a server of ours on loopback."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def sideways(page: Any) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def axe(page: Any) -> list[str]:
    """What axe-core has to say against the page: rule, how bad, where."""
    source = resource_files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(source)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    return [f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


def save(folder: Path, name: str, content: str) -> str:
    """Write a page and return its file address."""
    path = folder / name
    path.write_bytes(content.encode("utf-8"))
    return path.as_uri()
