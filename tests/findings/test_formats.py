"""Findings in every format, and page text that tries to break out of it."""

from __future__ import annotations

import json
import re

import pytest

from audit.errors import UsageError
from audit.findings.formats import FORMATS, Found, found_in, render
from audit.findings.sketches import claim, unnamed
from audit.findings.specimen import specimen

HOSTILE = "A source\x1b[31m <script>alert(1)</script> [x](javascript:1) ::error:: 100% | @desk \u202eecruos"


@pytest.fixture(scope="module")
def found(make_audit):
    return found_in([make_audit(), make_audit(kind="url", name="https://harbourpost.example/ferry?a=1,2")])


@pytest.fixture(scope="module")
def hostile(make_audit):
    made = specimen(
        f"body: {HOSTILE} said the ferry would stop.",
        claims=[claim(HOSTILE, "said", "the ferry would stop", unnamed(HOSTILE, "G0"))],
        medium="text",
    )
    return found_in([make_audit(made, name="a\x1b:,b.txt")])


@pytest.mark.parametrize("name", [*FORMATS])
def test_every_format_has_every_finding(name: str, found) -> None:
    made = render(name, found)
    for one in found:
        for f in one.findings:
            assert f.code in made
    assert made.endswith("\n")
    assert render(name, found) == made


@pytest.mark.parametrize("name", [*FORMATS])
def test_no_findings(name: str, found) -> None:
    none = [Found(one.audit, (), len(one.findings)) for one in found]
    assert "ANO201" not in render(name, none)
    render(name, [])


@pytest.mark.parametrize("name", ["text", "markdown", "github"])
def test_page_text_does_not_act(name: str, hostile) -> None:
    made = render(name, hostile)
    assert "\x1b" not in made
    assert "\u202e" not in made
    if name == "markdown":
        assert "<script>" not in made
        assert "](" not in made
        assert re.search(r"(?<!\\)@desk", made) is None
    if name == "github":
        assert all(line.startswith(("::warning ", "::notice ", "::error ")) for line in made.splitlines())
        assert "100%25" in made
        assert "file=a\\u001b%3A%2Cb.txt" in made


def test_unknown_format() -> None:
    with pytest.raises(UsageError, match="'xml' is no format"):
        render("xml", [])


def test_json_lines_and_json_say_the_same(found) -> None:
    lines = [json.loads(line) for line in render("jsonl", found).splitlines()]
    document = json.loads(render("json", found))
    assert document["findings"] == lines
    assert {"target", "code", "level", "message", "evidence", "fingerprint"} <= set(lines[0])


def test_sarif_places_what_a_text_file_has(found) -> None:
    run = json.loads(render("sarif", found))["runs"][0]
    ids = [r["id"] for r in run["tool"]["driver"]["rules"]]
    text = found[0].audit.page.text
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert (result["level"] == "none") == (result.get("kind") == "informational")
        place = result["locations"][0]["physicalLocation"]
        region = place.get("region")
        if place["artifactLocation"]["uri"].startswith("https://"):
            assert region is None
        elif region is not None:
            line = text.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"].split("\n")[0])


def test_github_gives_lines_of_text_files_only(found) -> None:
    made = render("github", found).splitlines()
    here = [line for line in made if "file=ferry.txt" in line]
    there = [line for line in made if "file=" not in line]
    assert any("line=3" in line for line in here)
    assert all("https://harbourpost.example/ferry?a=1,2: " in line for line in there)


def test_known_findings_are_counted(found) -> None:
    one = Found(found[0].audit, found[0].findings[:1], 3)
    assert "3 known from the baseline" in render("text", [one])
    assert "3 known from the baseline" in render("markdown", [one])


def test_sarif_has_what_the_standard_requires(found) -> None:
    """The required properties, types and words of SARIF 2.1.0, sections 3.13 to 3.51, for the objects that are used."""
    log = json.loads(render("sarif", found))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", driver["semanticVersion"])
    assert len({r["id"] for r in driver["rules"]}) == len(driver["rules"])
    for one in driver["rules"]:
        assert all(one[name]["text"] for name in ("shortDescription", "fullDescription", "help"))
        assert one["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result.get("kind", "fail") in ("fail", "informational")
        assert all(re.fullmatch(r"\w+/v\d+", name) for name in result["partialFingerprints"])
        place = result["locations"][0]["physicalLocation"]
        assert not re.search(r"\s", place["artifactLocation"]["uri"])
        for name, value in place.get("region", {}).items():
            least = 0 if name.startswith("char") else 1
            assert name == "snippet" or (isinstance(value, int) and value >= least)
