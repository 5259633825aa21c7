"""The wordings made from patterns, and the scorer that tells how many wordings of a list are found."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from audit.model import DisclaimerKind
from bench.provenance.patterns import made
from bench.provenance.wordings import Wording, report, told, wordings

LIST = Path(__file__).parents[2] / "bench/provenance/notices/others_dev.tsv"


def test_patterns_give_the_same_sentences_each_time() -> None:
    once = list(made(2))
    assert once == list(made(2))
    assert len({one.language for one in once}) >= 19


def test_patterns_are_of_known_kinds_and_leave_no_choice_open() -> None:
    for one in made(2):
        assert set(one.kinds) <= set(get_args(DisclaimerKind))
        assert not set("[]<>|") & set(one.words), one.words


def test_a_list_of_wordings() -> None:
    listed = wordings(LIST)
    assert {kind for one in listed for kind in one.kinds} <= {*get_args(DisclaimerKind), "other"}
    assert any(not one.kinds for one in listed)


def test_a_wording_is_told_in_each_place(capsys: pytest.CaptureFixture[str]) -> None:
    notice = Wording("en", ("affiliate",), "We may earn a commission if you buy through the links on this page.")
    miss = Wording("en", (), "The council will vote on the plan for the harbour on Tuesday.")
    found = [*told(notice), *told(miss)]
    assert [(one.place, one.kinds) for one in found] == [
        ("behind", {"affiliate"}),
        ("footer", {"affiliate"}),
        ("inside", set()),
        ("end", set()),
        ("behind", set()),
    ]
    report(found)
    printed = capsys.readouterr().out
    assert "found behind       100.0% (1/1)" in printed
    assert "near misses behind   0.0% (0/1)" in printed


def test_a_line_that_is_no_wording(tmp_path: Path) -> None:
    (tmp_path / "bad.tsv").write_text("en\tviews\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not enough values"):
        wordings(tmp_path / "bad.tsv")
