"""A story that an aggregator relays from a provider it does not name: what a desk is told of it."""

from __future__ import annotations

import pytest

from audit.findings import assess, check, profile
from audit.findings.sketches import claim, nobody, notice, person, step, unnamed, voice
from audit.findings.specimen import specimen
from audit.model import Quoted


def relayed(*, before: str = "", outlet: str = "Coast TV", source: str = "Harbour sources"):
    """Built as the common case is: aggregator, unnamed provider, cited outlet, unnamed source."""
    lines = [f"body: {before}"] if before else []
    return specimen(
        "headline: Port Signals Readiness To Resume Talks",
        *lines,
        f"body: The port is ready to resume talks, {outlet} reported Thursday. {source} said the team agreed to return.",
        "body: Minister Anton Reyl claimed that the crews were puppets.",
        "body: The mediators are believed to be pushing for a pause.",
        "disclaimer: Newsrelay provides the information “as is” without warranty of any kind. We do not accept any "
        "liability for the accuracy of this article. If you have any complaints, kindly contact the provider above.",
        publisher="Newsrelay",
        domain="newsrelay.example",
        kind="aggregator",
        byline=None,
        published=None,
        claims=[
            claim(outlet, "reported", "The port is ready to resume talks", voice("outlet", outlet)),
            claim(
                source, "said", "the team agreed to return", unnamed(source, "G2", plural=True), relayed_by=(outlet,)
            ),
            claim("Minister Anton Reyl", "claimed", "the crews were puppets", person("Anton Reyl", "Minister")),
            claim("", "are believed", "to be pushing for a pause", nobody(), hedges=("are believed",)),
        ],
        notices=[
            notice(
                ("as-is", "no-liability"),
                "Newsrelay provides the information “as is” without warranty of any kind. We do not accept any "
                "liability for the accuracy of this article. If you have any complaints, kindly contact the provider above.",
                "Newsrelay",
                "the provider above",
            )
        ],
        chains=[
            [
                step("carries", None, "provider", "the provider above"),
                step("cites", outlet, "outlet", f"{outlet} reported Thursday"),
                step(
                    "attributes-to",
                    source,
                    "unnamed",
                    f"{source} said",
                    "inferred",
                    0.6,
                    "next sentence, same paragraph",
                ),
            ],
            [
                step("carries", None, "provider", "the provider above"),
                step("attributes-to", "Anton Reyl", "person", "Anton Reyl claimed"),
            ],
        ],
    )


def test_the_desk_is_told() -> None:
    page, provenance = relayed().page, relayed().provenance
    codes = {f.code for f in check(page, provenance)}
    assert {"CHN307", "ANO206", "ANO202", "ATT101", "DIS501", "DIS511", "TRN801", "TRN802", "CHN301"} <= codes
    ends = next(f for f in check(page, provenance) if f.code == "ANO206")
    assert ends.basis == "inferred"
    assert ends.confidence == pytest.approx(0.6)


def test_the_verdict_is_one_sentence_of_facts() -> None:
    example = relayed()
    assert profile(example.page, example.provenance).verdict == (
        "Third-hand: Newsrelay relays an unnamed provider, which relays Coast TV, which cites unnamed “Harbour sources”; "
        "Newsrelay gives it as is and does not name its provider."
    )


def test_made_together_or_apart_is_the_same() -> None:
    page, provenance = _parts(relayed())
    found, made = assess(page, provenance)
    assert found == check(page, provenance)
    assert made == profile(page, provenance, found)


def test_names_and_order_do_not_matter() -> None:
    plain = {f.code for f in check(*_parts(relayed()))}
    assert {
        f.code for f in check(*_parts(relayed(outlet="Radio Sund", source="Union sources", before="It rained.")))
    } == plain


def test_fingerprints_hold_when_unrelated_text_moves() -> None:
    before = check(*_parts(relayed()))
    after = check(*_parts(relayed(before="A paragraph that was not there before, with a source of wonder.")))
    assert {f.fingerprint for f in before} == {f.fingerprint for f in after}
    starts = [[e.start for f in found for e in f.evidence if isinstance(e, Quoted)] for found in (before, after)]
    assert starts[0] != starts[1]


def test_the_same_words_twice_have_two_fingerprints() -> None:
    hedge = claim("", "", "the boat reportedly sank", nobody(), hedges=("reportedly",))
    example = specimen("body: In the east the boat reportedly sank.", claims=[hedge, hedge])
    found = check(example.page, example.provenance, select=["ATT101"])
    assert len({f.fingerprint for f in found}) == len(found) == 2


def _parts(example):
    return example.page, example.provenance
