"""Settings and where they come from; errors that name the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.findings.configuration import KEYS, find, read, resolve, show


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    deep = tmp_path / "desk" / "stories"
    deep.mkdir(parents=True)
    return deep


def test_defaults(folder: Path) -> None:
    settings = resolve()
    assert {s.origin for s in settings.values()} == {"default"}
    assert [*settings] == [k.name for k in KEYS]


def test_nearest_file_upwards(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "tracewire.toml").write_text('ignore = ["TRN801"]\n', encoding="utf-8")
    assert find(folder) == tmp_path / "tracewire.toml"
    (folder.parent / "pyproject.toml").write_text('[tool.tracewire]\nignore = ["TRN802"]\n', encoding="utf-8")
    assert resolve(start=folder)["ignore"] == (("TRN802",), "../pyproject.toml")
    (folder / "pyproject.toml").write_text('[project]\nname = "tracewire-like"\n', encoding="utf-8")
    assert find(folder) == folder.parent / "pyproject.toml"


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ('[tool."tracewire"]\nscore = true\n', True),
        ("tool.tracewire.score = true\n", True),
        ("[tool]\ntracewire = {score = true}\n", True),
        ("[ tool . tracewire ]\nscore = true\n", True),
        ('[project.scripts]\ntracewire = "tracewire.cli:main"\n', False),
        ('[project]\nname = "tracewire', False),  # not valid, and none of our business
    ],
)
def test_a_pyproject_is_ours_only_with_our_table(folder: Path, text: str, ours: bool) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert (find(folder) == folder / "pyproject.toml") is ours
    assert resolve(start=folder)["score"].value is ours


def test_order_of_origins(folder: Path) -> None:
    (folder / "tracewire.toml").write_text('fail-on = "note"\npreview = true\nselect = "DIS"\n', encoding="utf-8")
    environment = {"TRACEWIRE_FAIL_ON": "warning", "TRACEWIRE_PREVIEW": "0"}
    settings = resolve({"fail-on": "error", "preview": None}, environment=environment, start=folder)
    assert settings["fail-on"] == ("error", "--fail-on")
    assert settings["preview"] == (False, "TRACEWIRE_PREVIEW")
    assert settings["select"] == (("DIS",), "tracewire.toml")
    shown = show(settings)
    assert "error  (--fail-on)" in shown
    assert "DIS  (tracewire.toml)" in shown


def test_paths_are_relative_to_the_file(folder: Path) -> None:
    (folder.parent / "tracewire.toml").write_text('baseline = "known.txt"\n', encoding="utf-8")
    assert resolve(start=folder)["baseline"].value == str(folder.parent / "known.txt")
    assert resolve({"baseline": "here.txt"}, start=folder)["baseline"].value == "here.txt"


def test_explicit_file_wins(folder: Path, tmp_path: Path) -> None:
    (folder / "tracewire.toml").write_text("preview = true\n", encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text("score = true\n", encoding="utf-8")
    settings = resolve(start=folder, explicit=other)
    assert settings["score"] == (True, "../../other.toml")
    assert settings["preview"].origin == "default"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ingore = []\n", "unknown key 'ingore'"),
        ("fail-on = 3\n", "fail-on of tracewire.toml: 3 is not text"),
        ('fail-on = "fatal"\n', "one of never, info, note, warning, error"),
        ("preview = 1\n", "true or false"),
        ("select = [1]\n", "list of words"),
        ('select = ["ANO999"]\n', "'ANO999' is no rule"),
        ('select = ["DIS501"]\nignore = ["as-is-notice"]\n', "both selected and ignored"),
        ('select = ["ANO204"]\n', "preview"),
        ("select = [\n", "not valid TOML"),
    ],
)
def test_errors_name_the_file(folder: Path, text: str, told: str) -> None:
    (folder / "tracewire.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        resolve(start=folder)
    assert "tracewire.toml" in str(error.value)
    assert told in str(error.value)
    assert error.value.exit_code == 2


def test_two_files_in_one_folder_clash(folder: Path) -> None:
    (folder / "tracewire.toml").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.tracewire]\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"both tracewire\.toml and"):
        find(folder)


def test_a_clash_names_both_places_and_an_error_its_own(folder: Path) -> None:
    (folder.parent / "tracewire.toml").write_text('ignore = ["ANO"]\n', encoding="utf-8")
    with pytest.raises(
        UsageError, match=r"ANO is both selected and ignored .*--select and ignore of \.\./tracewire\.toml"
    ):
        resolve({"select": ["ANO"]}, start=folder)
    with pytest.raises(
        UsageError, match=r"no rule is left to run: ANO takes away all .*TRACEWIRE_SELECT and ignore of"
    ):
        resolve(environment={"TRACEWIRE_SELECT": "ANO203"}, start=folder)
    with pytest.raises(UsageError, match=r"^TRACEWIRE_SELECT: 'XYZ' is no rule"):
        resolve(environment={"TRACEWIRE_SELECT": "XYZ"}, start=folder)


def test_errors_of_option_and_environment_name_it() -> None:
    with pytest.raises(UsageError, match="--fail-on: 'loud' is none of never, info"):
        resolve({"fail-on": "loud"})
    with pytest.raises(UsageError, match="TRACEWIRE_PREVIEW"):
        resolve(environment={"TRACEWIRE_PREVIEW": "perhaps"})
    with pytest.raises(UsageError, match=r"DIS501 is both selected and ignored .*--select and TRACEWIRE_IGNORE"):
        resolve({"select": ["DIS501"]}, environment={"TRACEWIRE_IGNORE": "DIS501"})


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.toml"):
        read(tmp_path / "gone.toml")
    (tmp_path / "tracewire.toml").write_bytes(b"\xff")
    with pytest.raises(UsageError, match="not UTF-8"):
        read(tmp_path / "tracewire.toml")
