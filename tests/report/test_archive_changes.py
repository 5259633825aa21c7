"""What changed since an address was audited before, and what a withdrawal takes from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from audit.model import Audit
from audit.report import archive
from audit.report.archive import changes
from tests.report import invented
from tests.report.test_archive import three, tree


def test_the_same_address_again_shows_what_changed(tmp_path: Path) -> None:
    first = archive.add(tmp_path, invented.audit(), b"x")
    later = replace(invented.audit().capture, captured_at="2026-12-01T08:00:00Z")
    text = invented.TEXT.replace("collapsed this week", "ended <b>this</b> week")
    page = replace(invented.of_text("x").page, text=text, blocks=invented.blocks(tuple(
        (label, words.replace("collapsed this week", "ended <b>this</b> week")) for label, words in invented.BLOCKS
    )), headline=invented.audit().page.headline)  # fmt: skip
    changed = replace(invented.audit(), capture=later, page=page, findings=invented.FINDINGS[:2], attributions=(), edges=(),
                      chains=(), credits=(), disclaimers=())  # fmt: skip
    second = archive.add(tmp_path, changed, b"y")
    page_text = changes.place(tmp_path, second.path).read_text(encoding="utf-8")
    assert "<del>collapsed</del>" in page_text
    assert "<ins>" in page_text
    assert "<b>this" not in page_text
    assert f"../../{first.path}/report.html" in page_text
    assert f"../../{second.path}/report.html" in page_text
    assert "ANO202" in page_text
    place = changes.place(tmp_path, second.path)
    assert place.relative_to(tmp_path).as_posix() in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert archive.verify(tmp_path).problems == ()
    place.unlink()
    assert [p.where for p in archive.verify(tmp_path).problems] == ["index"]
    archive.rebuild_index(tmp_path, force=True)
    assert place.read_text(encoding="utf-8") == page_text


def version(number: int) -> Audit:
    """The same address again, with other words each time."""
    text = f"Version number {number} of the story."
    page = replace(invented.of_text(text).page, headline=f"Version {number}")
    record = replace(invented.audit().capture, captured_at=f"2026-12-0{number}T08:00:00Z")
    return replace(invented.of_text(text), page=page, capture=record)


@pytest.mark.parametrize("withdrawn", [1, 2, 3])
def test_withdrawn_words_go_from_the_later_page_of_changes_too(tmp_path: Path, withdrawn: int) -> None:
    paths = {n: archive.add(tmp_path, version(n), f"version {n}".encode()).path for n in (1, 2, 3)}
    archive.withdraw(tmp_path, paths[withdrawn], reason="asked", by="desk", at="2026-12-09T00:00:00Z")
    kept = {n: changes.place(tmp_path, path) for n, path in paths.items()}
    left = [n for n in (1, 2, 3) if n != withdrawn]
    assert [n for n, path in kept.items() if path.exists()] == left[1:]  # compared with the one that is left before it
    assert f"Version {left[0]}" in kept[left[1]].read_text(encoding="utf-8")
    everything = b"".join(tree(tmp_path).values())
    for words in (f"Version {withdrawn}", f"number {withdrawn} of"):
        assert words.encode() not in everything
    assert archive.verify(tmp_path).problems == ()
    after = tree(tmp_path)
    archive.rebuild_index(tmp_path, force=True)
    assert {n for n, c in tree(tmp_path).items() if after.get(n) != c} <= {n for n in after if "addresses" in n}


def test_an_index_in_an_older_format_is_made_anew(tmp_path: Path) -> None:
    three(tmp_path)
    before = tree(tmp_path)
    state = tmp_path / "index/state.json"
    state.write_bytes(state.read_bytes().replace(b'"format":2', b'"format":1'))
    archive.rebuild_index(tmp_path)
    assert tree(tmp_path) == before
