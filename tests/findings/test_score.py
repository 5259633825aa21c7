"""A total only with its formula, and none for what was not assessed."""

from __future__ import annotations

import pytest

from audit.findings import profile
from audit.findings.score import FORMULA, in_words, score
from audit.findings.specimen import specimen
from audit.model import AxisReport, Check, Profile, Shares


def axis(name, passed: int, failed: int, other: int = 0) -> AxisReport:
    states = ["passed"] * passed + ["failed"] * failed + ["not-assessable"] * other
    return AxisReport(name, tuple(Check(str(n), s, "so") for n, s in enumerate(states)))


def test_the_mean_of_the_axes_that_could_be_assessed() -> None:
    made = score(
        Profile(
            "",
            (
                axis("traceability", 3, 1),
                axis("attribution", 0, 0, 5),
                axis("independence", 1, 1),
                axis("disclosure", 1, 0, 3),
            ),
            Shares(),
        )
    )
    assert made.axes == {"traceability": 0.75, "attribution": None, "independence": 0.5, "disclosure": 1.0}
    assert made.total == 75
    assert FORMULA in in_words(made)
    assert "attribution not assessable" in in_words(made)


@pytest.mark.parametrize("assessable", [False])
def test_nothing_assessed_is_no_zero(assessable: bool) -> None:
    example = specimen(assessable=assessable)
    made = score(profile(example.page, example.provenance))
    assert made.total is None
    assert in_words(made).startswith("Score         not assessable\n")
