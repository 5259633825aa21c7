"""A folder as "webpage, complete" leaves it: a page, and beside it a folder with what the page shows."""

from __future__ import annotations

from pathlib import Path

from audit.errors import FileTargetError

_PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".webarchive"})
_MOST = 10_000
_NAMED = 5


def page_of(folder: Path) -> Path:
    """The one saved page of `folder`: the only one in it, or the only one with a folder of its own, or `index.html`.

    Browsers name the second folder after the page: `story.html` and `story_files`, `story-Dateien`, `story_fichiers`.
    Raises FileTargetError where there is none, or several that it could be. What the page shows is not read.
    """
    if beside := _beside(folder):
        raise FileTargetError(f"{folder} holds the parts of a page that was saved beside it", f"give {beside} itself")
    inside = sorted(path for _, path in zip(range(_MOST), folder.iterdir(), strict=False))
    pages = [path for path in inside if path.suffix.lower() in _PAGES and path.is_file()]
    folders = [path.name for path in inside if path.is_dir()]
    saved = [page for page in pages if any(_belongs(name, page) for name in folders)]
    index = [page for page in pages if page.stem.lower() == "index"]
    for found in (pages, saved, index):
        if len(found) == 1:
            return found[0]
    if not pages:
        raise FileTargetError(f"{folder} is a directory without a saved page", "give a page, or the folder it is in")
    named = ", ".join(page.name for page in pages[:_NAMED]) + (" …" if len(pages) > _NAMED else "")
    raise FileTargetError(f"{folder} holds {len(pages)} pages: {named}", "give those you mean one by one")


def _belongs(folder: str, page: Path) -> bool:
    """True where a folder of that name belongs to `page`: its name, a mark and a word such as `files`."""
    rest = folder.removeprefix(page.stem)
    return rest != folder and rest[:1] in ("_", "-", ".", " ") and rest[1:].isalpha()


def _beside(folder: Path) -> Path | None:
    """The page that `folder` belongs to."""
    absolute = folder.absolute()
    for mark in ("_", "-", ".", " "):
        stem, found, _ = absolute.name.rpartition(mark)
        for suffix in sorted(_PAGES):
            if found and (page := absolute.with_name(stem + suffix)).is_file() and _belongs(absolute.name, page):
                return folder.parent / page.name
    return None
