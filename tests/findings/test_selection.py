"""`--select`, `--ignore`, `--preview`: which rules run, and clear errors."""

from __future__ import annotations

import msgspec
import pytest

from audit.errors import UsageError
from audit.findings import registry, selection
from audit.findings.registry import RULES, rule
from audit.findings.selection import choose


def codes(*args, **kwargs) -> set[str]:
    return {r.code for r in choose(*args, **kwargs)}


def test_everything_stable_by_default() -> None:
    assert codes() == {r.code for r in RULES if r.stability == "stable"}


def test_preview_adds_the_preview_rules() -> None:
    assert codes(preview=True) == {r.code for r in RULES}


@pytest.mark.parametrize("entry", ["ANO202", "ano202", "no-reason-for-anonymity", " ANO202 "])
def test_by_code_or_name(entry: str) -> None:
    assert codes([entry]) == {"ANO202"}


def test_by_the_beginning_of_a_code() -> None:
    assert codes(["DIS"]) == {r.code for r in RULES if r.code.startswith("DIS") and r.stability == "stable"}
    assert codes(["ANO21"]) == {"ANO210", "ANO211", "ANO212", "ANO213"}


def test_lists_and_commas() -> None:
    assert codes(["ANO202,DIS501", "TRN801"]) == {"ANO202", "DIS501", "TRN801"}
    assert codes("ANO202") == {"ANO202"}


def test_ignore_takes_away() -> None:
    assert "DIS501" not in codes(ignore=["DIS501"])
    assert codes(["ANO20"], ["ANO202"]) == {"ANO201", "ANO203", "ANO206"}


@pytest.mark.parametrize(
    ("select", "ignore", "named", "hint"),
    [
        (["ANO299"], None, "ANO299", "tracewire rules"),
        (["ANO20Z"], None, "ANO20Z", "did you mean"),
        (None, ["rote-anonimity-reason"], "rote-anonimity-reason", "rote-anonymity-reason"),
        (["XYZ"], None, "XYZ", "tracewire rules"),
        (["ANO202"], ["no-reason-for-anonymity"], "both selected and ignored", "ANO202"),
        (["DIS"], ["DIS"], "both selected and ignored", "DIS"),
        (["ANO204"], None, "preview", "--preview"),
        (["ANO202"], ["ANO"], "no rule is left to run", "--select and --ignore"),
    ],
)
def test_clear_errors(select, ignore, named: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        choose(select, ignore)
    assert named in str(error.value)
    assert hint in str(error.value)
    assert error.value.exit_code == 2


def test_redirected_codes_live_on(monkeypatch: pytest.MonkeyPatch) -> None:
    old = msgspec.structs.replace(
        RULES[0], code="ATT199", name="old-name", stability="redirected", redirected_to="ANO202"
    )
    monkeypatch.setitem(registry._BY_CODE, "ATT199", old)
    assert rule("ATT199").code == "ANO202"
    assert codes(["ATT199"]) == {"ANO202"}


def test_suggestions() -> None:
    assert selection.suggestion("ANO20") != ""
    assert selection.suggestion("qqqqqqqq") == ""
