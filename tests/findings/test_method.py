"""The method's page says what the program does."""

from __future__ import annotations

from pathlib import Path

from audit.findings.engine import MOST_PER_RULE
from audit.findings.rule import MERITS
from audit.findings.score import FORMULA
from audit.model import AXES

METHOD = (Path(__file__).resolve().parents[2] / "docs" / "method.md").read_text(encoding="utf-8")


def test_formula_and_numbers() -> None:
    assert FORMULA.split(";")[0] in METHOD
    assert f"At most {MOST_PER_RULE} findings" in METHOD


def test_axes_and_words() -> None:
    assert all(f"| {axis} |" in METHOD for axis in AXES)
    assert all(f"*{word.capitalize()}*" in METHOD.replace("\n", " ") for word in MERITS)
