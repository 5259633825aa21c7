"""Real pages, read by a careful reader: what they were found to deserve, and nothing graver."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from audit.model import LEVELS, Audit, Quoted
from audit.pipeline import Rules, audit_target

NOW = datetime(2026, 1, 1, tzinfo=UTC)

GRAVE: dict[str, set[str]] = {}
"""Page → codes of level warning or error that reading the page confirmed. Any other is a false alarm."""

DESERVED = {
    "001": {"ANO202"},  # "two people familiar with the matter", no reason given
    "019": {"SYN403"},  # the publisher's own name over a text that ends with "PTI"
    "076": {"DIS502"},  # third-party notice below agency copy
    "089": {"DIS518"},  # sponsored content
}
"""Page → findings that its careful reader would miss if they were not there."""


@pytest.fixture(scope="module")
def audits(shared_path) -> dict[str, Audit]:
    folder = shared_path("data/pages")
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    rules = Rules()
    return {
        one["id"]: audit_target(str(folder / one["file"]), url=one["canonical_url"], now=NOW, rules=rules)
        for one in labels
    }


def test_no_grave_finding_is_a_false_alarm(audits: dict[str, Audit]) -> None:
    grave = {id_: {f.code for f in a.findings if LEVELS.index(f.level) >= 2} for id_, a in audits.items()}
    assert {id_: codes - GRAVE.get(id_, set()) for id_, codes in grave.items() if codes - GRAVE.get(id_, set())} == {}


def test_what_a_careful_reader_finds(audits: dict[str, Audit]) -> None:
    found = {id_: {f.code for f in audits[id_].findings} for id_ in DESERVED}
    assert {id_: DESERVED[id_] - found[id_] for id_ in DESERVED if DESERVED[id_] - found[id_]} == {}


def test_everything_is_grounded(audits: dict[str, Audit]) -> None:
    for audit in audits.values():
        text = audit.page.text
        checks = [c for axis in audit.profile.axes for c in axis.checks]
        for evidence in [e for item in (*audit.findings, *checks) for e in item.evidence]:
            if isinstance(evidence, Quoted):
                assert text[evidence.start : evidence.end] == evidence.quote


def test_verdicts_say_who_and_how_far(audits: dict[str, Audit]) -> None:
    verdicts = {id_: a.profile.verdict for id_, a in audits.items()}
    assert all(v.endswith(".") and len(v) < 400 for v in verdicts.values()), verdicts
    assert verdicts["001"].startswith("Second-hand: VentureBeat carries Reuters, which cites ")
    assert verdicts["053"].startswith("Second-hand: Salon republishes Grist, which cites ")
    assert verdicts["014"].startswith("Second-hand: New York Post relays Xinhua")


def test_the_running_example(shared_path) -> None:
    audit = audit_target(str(shared_path("data/menafn-pakistan-kabul.txt")), now=NOW)
    assert audit.profile.verdict == (
        "Third-hand: MENAFN relays an unnamed provider, which relays Samaa TV, which cites unnamed “Diplomatic sources”; "
        "MENAFN disclaims accuracy and does not name its provider."
    )
    by_code: dict[str, list[str]] = {}
    for finding in audit.findings:
        by_code.setdefault(finding.code, []).append(finding.message)
    assert {"CHN307", "DIS511", "DIS501", "ANO206", "ANO202", "ATT101", "TRN801", "TRN802"} <= set(by_code)
    assert len(by_code["ATT101"]) == 2
    assert any("Diplomatic sources" in m for m in by_code["ANO202"])
    relayed = next(f for f in audit.findings if f.code == "ANO206")
    assert relayed.basis == "inferred"
    assert {f.level for f in audit.findings if f.code in ("CHN307", "DIS511")} == {"warning"}
