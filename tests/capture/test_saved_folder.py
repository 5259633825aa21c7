"""A folder with a saved page as a target."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.capture import capture, target_for
from audit.errors import FileTargetError

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PAGE = b"<!doctype html><html><body><p>The bridge opened.</p></body></html>"
OTHER = b"<!doctype html><html><body><p>An advertisement.</p></body></html>"


def folder(root: Path, *names: str) -> Path:
    """`root` with files and, for names that end in `/`, folders; each folder holds a frame."""
    for name in names:
        if name.endswith("/"):
            (root / name).mkdir(parents=True)
            (root / name / "saved_resource.html").write_bytes(OTHER)
        else:
            (root / name).write_bytes(PAGE if name.startswith(("story", "index")) else OTHER)
    return root


@pytest.mark.parametrize(
    "names",
    [
        ("story.html",),
        ("story.html", "story_files/"),
        ("Story one.htm", "notes.txt", "Story one-Dateien/"),
        ("story.html", "other.html", "story_fichiers/"),
        ("index.html", "other.html"),
        ("story.mhtml",),
    ],
)
def test_the_page_of_a_folder(tmp_path, names) -> None:
    got = capture(target_for(str(folder(tmp_path, *names))), now=NOW)
    assert got.content == (OTHER if names[0].startswith("Story one") else PAGE)
    assert got.target.name == tmp_path.name
    assert (got.target.kind, got.record.medium) == ("html-file", "html")


@pytest.mark.parametrize(
    ("names", "says", "hint"),
    [
        ((), "without a saved page", "the folder it is in"),
        (("notes.txt", "a.css"), "without a saved page", "the folder it is in"),
        (("story.html", "other.html"), r"holds 2 pages: other\.html, story\.html", "one by one"),
        (("story.html", "other.html", "story_files/", "other_files/"), "holds 2 pages", "one by one"),
        (tuple(f"{n}.html" for n in range(9)), r"holds 9 pages: .* …", "one by one"),
    ],
)
def test_folders_without_one_page(tmp_path, names, says, hint) -> None:
    with pytest.raises(FileTargetError, match=says) as caught:
        capture(target_for(str(folder(tmp_path, *names))), now=NOW)
    assert hint in caught.value.hint


def test_the_parts_of_a_page_point_to_it(tmp_path) -> None:
    folder(tmp_path, "story.html", "story_files/")
    with pytest.raises(FileTargetError, match="parts of a page") as caught:
        capture(target_for(str(tmp_path / "story_files")), now=NOW)
    assert str(tmp_path / "story.html") in caught.value.hint
