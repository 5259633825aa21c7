"""Where sentences of notices end."""

from __future__ import annotations

import pytest

from audit.provenance.disclaimers.sentences import SENTENCE_END


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("One. Two", ["."]),
        ("He said “no.” Two!", [".”", "!"]),
        ("v1.2 of example.org", []),
        ("第一。 第二", ["。"]),
        ("One\nTwo", []),
        ("One\n \n\nTwo\n", ["\n \n\n"]),
        ("One.\n\nTwo", [".", "\n\n"]),
        ("One\n”) Two", []),
    ],
)
def test_ends(text: str, ends: list[str]) -> None:
    assert [found.group() for found in SENTENCE_END.finditer(text)] == ends
