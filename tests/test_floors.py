"""Data goes one way: no floor imports one above it, and the core imports no command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "audit"
FLOORS = ["lexicon", "capture", "page", "provenance", "findings", "lineage", "report"]


def modules(floor: str) -> list[Path]:
    return sorted((PACKAGE / floor).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return {name for name in names if name == "audit" or name.startswith("audit.")}


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_nothing_above_it(floor: str) -> None:
    allowed = {"model", "errors", "version", "models"} | set(FLOORS[: FLOORS.index(floor) + 1])
    for path in modules(floor):
        for name in imported(path):
            part = name.split(".")[1] if "." in name else ""
            if part in {*FLOORS, "pipeline", "corpus", "cli"}:
                assert part in allowed, f"{path.relative_to(PACKAGE.parent)} imports {name}"


def test_httpx_is_imported_in_one_module() -> None:
    users = [p for p in PACKAGE.rglob("*.py") if "import httpx" in p.read_text(encoding="utf-8")]
    assert len(users) <= 1, users


def test_no_module_without_a_docstring() -> None:
    bare = [p for p in PACKAGE.rglob("*.py") if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert not bare
