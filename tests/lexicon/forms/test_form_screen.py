"""A screen names every row that its patterns match by themselves."""

from __future__ import annotations

import pytest

from audit.lexicon import forms
from audit.lexicon.forms.matcher import AGENCY
from audit.lexicon.forms.patterns import STAND_IN, compile_pattern
from audit.lexicon.forms.screen import Screen

ROWS = [(number, row) for number, row in enumerate(forms.active_rows()) if AGENCY in row.anchors]


@pytest.mark.parametrize(
    "part",
    [
        f"by {STAND_IN}",
        STAND_IN,
        f"london, may 4 ({STAND_IN}) - the port is closed",
        f"he said they would return. ({STAND_IN})",
        f"the port said {STAND_IN} had asked",
        "nobody is named here",
        "",
    ],
)
@pytest.mark.parametrize("scope", ["line", "head", "tail"])
def test_the_screen_agrees_with_each_pattern(part: str, scope: str) -> None:
    way = {"line": "fullmatch", "head": "match", "tail": "search"}[scope]
    alone = [n for n, row in ROWS if row.scope == scope and getattr(compile_pattern(row.pattern), way)(part)]
    assert Screen(ROWS).may_match(scope, part) == alone
