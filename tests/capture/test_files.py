"""Files and standard input."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest

from audit.capture import Limits, capture, target_for
from audit.errors import ContentError, FileTargetError
from audit.model import Capture

NOW = datetime(2026, 5, 1, 12, 30, 15, 999, tzinfo=timezone(timedelta(hours=2)))
PAGE = "<!doctype html><html><head><title>Bridge opens</title></head><body><p>The bridge opened.</p></body></html>"
ARTICLE = "Bridge opens\n\nThe span is 3 < 4 km, and <b> is a tag, the mayor said.\n"


def captured(path: Path, **options) -> Capture:
    return capture(target_for(str(path), **options), now=NOW)


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    ("name", "content", "medium", "kind"),
    [
        ("page.html", PAGE, "html", "html-file"),
        ("page.txt", PAGE, "html", "html-file"),
        ("story.txt", ARTICLE, "text", "text-file"),
        ("story.html", ARTICLE, "text", "text-file"),
    ],
)
def test_the_bytes_decide_the_medium(tmp_path, name, content, medium, kind) -> None:
    got = captured(written(tmp_path, name, content))
    assert (got.record.medium, got.target.kind, got.target.name) == (medium, kind, name)
    assert got.text == content
    assert got.content == content.encode()
    assert got.record.sha256 == hashlib.sha256(got.content).hexdigest()
    assert got.record.size == len(got.content)
    assert got.record.captured_at == "2026-05-01T10:30:15Z"


def test_nothing_local_is_recorded(tmp_path) -> None:
    got = captured(written(tmp_path, "page.html", PAGE))
    kept = msgspec.json.encode((got.target, got.record)).decode()
    assert str(tmp_path) not in kept
    assert tmp_path.name not in kept


def test_stated_address_is_the_address(tmp_path) -> None:
    got = captured(written(tmp_path, "a.txt", ARTICLE), url="https://example.org/a", publisher="The Example")
    assert got.record.url == got.target.stated_url == "https://example.org/a"
    assert got.target.stated_publisher == "The Example"
    assert got.record.status is None


def test_missing(tmp_path) -> None:
    with pytest.raises(FileTargetError, match="does not exist"):
        captured(tmp_path / "none.html")


def test_a_missing_file_that_looks_like_an_address() -> None:
    with pytest.raises(FileTargetError) as caught:
        capture(target_for("www.example.org/story"), now=NOW)
    assert "https://" in caught.value.hint


def test_directory(tmp_path) -> None:
    with pytest.raises(FileTargetError, match="directory"):
        captured(tmp_path)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(FileTargetError):
        capture(target_for("a\0b.html"), now=NOW)


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="permissions do not bind here"
)
def test_no_permission(tmp_path) -> None:
    path = written(tmp_path, "page.html", PAGE)
    path.chmod(0)
    with pytest.raises(FileTargetError, match="may not be read"):
        captured(path)


def test_no_permission_as_the_system_says_it(tmp_path, monkeypatch) -> None:
    path = written(tmp_path, "page.html", PAGE)

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileTargetError, match="may not be read"):
        captured(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, "binary"),
        (b"PK\x03\x04" + bytes(30), "ZIP"),
        (bytes(range(32)) * 100, "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "binary"),
        (b'{"headline": "Bridge opens"}', "JSON"),
    ],
)
def test_what_is_no_page(tmp_path, content, says) -> None:
    with pytest.raises(FileTargetError, match=says) as caught:
        captured(written(tmp_path, "page.html", content))
    assert caught.value.hint


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \r\n"])
def test_empty_is_not_assessable(tmp_path, content) -> None:
    with pytest.raises(ContentError, match="not assessable"):
        captured(written(tmp_path, "page.html", content))


def test_too_large_names_the_limit_and_the_option(tmp_path) -> None:
    path = written(tmp_path, "page.html", PAGE + "x" * 5000)
    with pytest.raises(ContentError, match=r"2,000 bytes.*--max-bytes"):
        capture(target_for(str(path)), now=NOW, limits=Limits(max_bytes=2000))
    assert capture(target_for(str(path)), now=NOW, limits=Limits(max_bytes=10_000)).text.startswith("<!doctype")


def test_the_default_limit_stops_a_page_of_50_mb(tmp_path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as stream:
        stream.write(PAGE.encode())
        stream.truncate(50_000_000)
    with pytest.raises(ContentError, match="20 MB"):
        captured(path)


def test_stdin(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    got = capture(target_for("-", publisher="The Example"), now=NOW)
    assert (got.target.kind, got.target.name, got.record.medium) == ("stdin", "stdin", "text")
    assert got.text == ARTICLE


def test_stdin_closed(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(FileTargetError, match="closed"):
        capture(target_for("-"), now=NOW)


def test_a_time_needs_a_zone(tmp_path) -> None:
    with pytest.raises(ValueError, match="zone"):
        capture(target_for(str(written(tmp_path, "a.html", PAGE))), now=datetime(2026, 5, 1))


def test_a_file_never_loads_the_network(tmp_path) -> None:
    path = written(tmp_path, "page.html", PAGE)
    program = (
        "import sys; from datetime import datetime, UTC; from audit.capture import capture, target_for;"
        "capture(target_for(sys.argv[1]), now=datetime.now(UTC));"
        "print([m for m in ('httpx', 'httpcore', 'charset_normalizer', 'lxml', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_httpx_is_imported_by_one_module() -> None:
    package = Path(__file__).resolve().parents[2] / "audit"
    users = [p.name for p in package.rglob("*.py") if "import httpx" in p.read_text(encoding="utf-8")]
    assert users == ["transport.py"]


def test_real_pages(shared_path) -> None:
    pages = sorted(shared_path("data/pages").glob("*.html"))
    assert pages
    for page in pages:
        got = captured(page)
        assert got.record.medium == "html", page.name
    article = captured(shared_path("data/menafn-pakistan-kabul.txt"))
    assert article.record.medium == "text"
    assert article.text == shared_path("data/menafn-pakistan-kabul.txt").read_bytes().decode()
