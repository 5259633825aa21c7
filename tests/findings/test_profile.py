"""The profile: checks with reasons, counts, and one sentence that follows from the facts."""

from __future__ import annotations

import pytest

from audit.findings import profile
from audit.findings.case import Case
from audit.findings.question import Question
from audit.findings.questions import QUESTIONS
from audit.findings.registry import rule
from audit.findings.sketches import claim, credit, nobody, notice, person, step, unnamed, voice
from audit.findings.specimen import specimen
from audit.model import AXES, Profile


def profiled(example) -> Profile:
    return profile(example.page, example.provenance)


def state(made: Profile, name: str) -> str:
    return next(c.state for axis in made.axes for c in axis.checks if c.name == name)


def test_every_question_asks_rules_that_exist() -> None:
    for question in QUESTIONS:
        if isinstance(question, Question):
            assert all((found := rule(c)) and found.stability == "stable" for c in question.codes), question


def test_all_axes_are_there_and_every_check_has_a_reason() -> None:
    made = profiled(specimen("headline: Ferry stops", "body: The ferry will stop, Ivo Brandt said."))
    assert [a.axis for a in made.axes] == list(AXES)
    assert all(c.because for a in made.axes for c in a.checks)
    assert all(a.count("passed") + a.count("failed") + a.count("not-assessable") == len(a.checks) for a in made.axes)


def test_a_page_that_cannot_be_assessed_is_never_clean() -> None:
    made = profiled(specimen(assessable=False))
    assert {c.state for a in made.axes for c in a.checks} == {"not-assessable"}
    assert made.verdict == "Not assessable: the page has no text; nothing is concluded from it."
    assert made.shares.words_reporting == 0
    assert made.shares.independent_origins is None


def test_a_language_without_coverage_is_said_to_be_so() -> None:
    made = profiled(specimen("body: Фериботът спира.", language="bg", coverage="not-assessable"))
    assert state(made, "Claims have a voice") == "not-assessable"
    assert state(made, "Unnamed sources are described") == "not-assessable"
    assert state(made, "The text is signed") == "passed"
    assert made.verdict.endswith("voices were not assessed in this language.")


def test_counts() -> None:
    example = specimen(
        "headline: Ferry stops",
        "body: “The hull is gone,” Ivo Brandt said. A pilot said the port “could close”.",
        "body: The crew reportedly left.",
        "share: Facebook WhatsApp",
        claims=[
            claim("Ivo Brandt", "said", "“The hull is gone,”", person("Ivo Brandt"), "direct"),
            claim("A pilot", "said", "the port “could close”", unnamed("A pilot"), "mixed"),
            claim("", "", "The crew reportedly left", nobody(), hedges=("reportedly",)),
        ],
        chains=[[step("attributes-to", "Ivo Brandt", "person", "Ivo Brandt said")]],
    )
    shares = profiled(example).shares
    assert (shares.words_reporting, shares.words_wrapper, shares.words_quoted) == (20, 2, 6)
    assert (shares.claims_named, shares.claims_unnamed, shares.claims_unvoiced) == (1, 1, 1)
    assert (shares.longest_chain, shares.independent_origins) == (1, 1)


def test_copies_are_one_origin() -> None:
    through = step("cites", "Coast TV", "outlet", "Coast TV reported")
    example = specimen(
        "body: The ferry will stop, Coast TV reported, citing Ivo Brandt and Ada Moore.",
        chains=[
            [through, step("attributes-to", "Ivo Brandt", "person", "Ivo Brandt")],
            [through, step("attributes-to", "Ada Moore", "person", "Ada Moore")],
        ],
    )
    made = profiled(example)
    assert made.shares.independent_origins == 1
    assert state(made, "Does not rest on one other newsroom") == "failed"


@pytest.mark.parametrize(
    ("example", "verdict"),
    [
        (
            specimen(
                "body: The ferry will stop, Ivo Brandt said.",
                chains=[[step("attributes-to", "Ivo Brandt", "person", "Ivo Brandt said")]],
            ),
            "First-hand: Harbour Post cites Ivo Brandt.",
        ),
        (
            specimen(
                "body: PORT ELSE (Northwire) - The ferry will stop, Ivo Brandt said. A pilot agreed. A clerk agreed.",
                kind="wire",
                credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
                chains=[
                    [
                        step("carries", "Northwire", "provider", "(Northwire)"),
                        step("attributes-to", "Ivo Brandt", "person", "Ivo Brandt said"),
                    ],
                    [
                        step("carries", "Northwire", "provider", "(Northwire)"),
                        step("attributes-to", "A pilot", "unnamed", "A pilot"),
                    ],
                    [
                        step("carries", "Northwire", "provider", "(Northwire)"),
                        step("attributes-to", "A clerk", "unnamed", "A clerk"),
                    ],
                ],
            ),
            "Second-hand: Harbour Post carries Northwire, which cites one named and two unnamed voices.",
        ),
        (
            specimen(
                "body: The ferry will stop, Coast TV reported.",
                chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
                claims=[claim("Coast TV", "reported", "The ferry will stop", voice("outlet", "Coast TV"))],
            ),
            "Second-hand: Harbour Post relays Coast TV.",
        ),
        (
            specimen(
                "body: The ferry will stop, Ivo Brandt said.",
                "credit: With inputs from Northwire",
                credits=[credit("mixed", "Northwire", "With inputs from Northwire", "tail")],
                chains=[
                    [step("carries", "Northwire", "provider", "Northwire")],
                    [step("attributes-to", "Ivo Brandt", "person", "Ivo Brandt said")],
                ],
            ),
            "First-hand: Harbour Post cites Ivo Brandt; Harbour Post uses material of Northwire.",
        ),
        (
            specimen("body: The ferry will stop."),
            "As far as the page shows, the text comes from Harbour Post itself; no cited voice was found.",
        ),
        (
            specimen(
                "body: The ferry will stop.",
                "disclaimer: This story has not been edited by our staff.",
                kind="wire",
                credits=[credit("carried", "Northwire", markup="json-ld:provider")],
                notices=[notice(("not-edited",), "This story has not been edited by our staff.")],
            ),
            (
                "Second-hand: Harbour Post carries another newsroom's copy, credited to Northwire; no cited voice was found; "
                "Harbour Post says that its staff did not edit it."
            ),
        ),
    ],
)
def test_the_verdict_follows_from_the_facts(example, verdict: str) -> None:
    assert profiled(example).verdict == verdict


def test_deselecting_a_rule_does_not_pass_its_check() -> None:
    example = specimen("body: The ferry will stop.", published=None)
    made = profile(example.page, example.provenance, ())
    assert state(made, "The text is dated") == "failed"


@pytest.mark.parametrize("question", [q for q in QUESTIONS if isinstance(q, Question)], ids=lambda q: q.name)
def test_a_passed_check_shows_what_decided_it(question: Question) -> None:
    example = specimen(
        "headline: Ferry stops",
        "byline: By Mira Tolland",
        "body: “The ferry will stop in May for good,” said Ivo Brandt. A pilot, who feared dismissal, reportedly agreed.",
        "body: Ada Moore said the line was old, Coast TV reported.",
        "credit: Northwire",
        "disclaimer: Sponsored content. Complaints go to Northwire.",
        kind="sponsored",
        links=[("Coast TV", "https://coasttv.example/ferry")],
        declared=[("published", "2026-03-02T08:00:00Z", "meta[property=article:published_time]")],
        claims=[
            claim("Ivo Brandt", "said", "The ferry will stop in May for good", person("Ivo Brandt"), "direct"),
            claim("A pilot", "agreed", "", unnamed("A pilot", "G5", reason="feared dismissal"), hedges=("reportedly",)),
            claim("Ada Moore", "said", "the line was old", person("Ada Moore")),
        ],
        credits=[credit("carried", "Northwire", "Northwire", "tail")],
        notices=[notice(("sponsored",), "Sponsored content. Complaints go to Northwire.", complaints_to="Northwire")],
        chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
    )
    case = Case(example.page, example.provenance)
    assert list(question.shown(case)) != []


def test_a_check_passes_only_where_all_its_rules_could_run() -> None:
    """ANO203 can be asked of a page in a language covered in part, ANO202 cannot: that none has a reason stays unseen."""
    example = specimen(
        "body: Un responsable a déclaré que le port fermerait.",
        language="fr",
        coverage="partial",
        claims=[claim("Un responsable", "a déclaré", "le port fermerait", unnamed("Un responsable", "G1"))],
    )
    assert state(profiled(example), "Anonymity is explained") == "not-assessable"


def test_a_release_is_carried_as_one() -> None:
    example = specimen(
        "credit: Provided by Acme",
        "body: The ferry will stop, Ivo Brandt said.",
        kind="press-release",
        claims=[claim("Ivo Brandt", "said", "The ferry will stop", person("Ivo Brandt"))],
        chains=[
            [
                step("carries", "Acme", "provider", "Provided by Acme", "declared"),
                step("attributes-to", "Ivo Brandt", "person", "Ivo Brandt said"),
            ]
        ],
    )
    assert profiled(example).verdict.endswith("carries a release from Acme, which cites Ivo Brandt.")


def test_the_chain_that_the_verdict_tells_is_named() -> None:
    """The first claim's, unless its end is nobody or a doubtful voice; none where no chain is told."""
    example = specimen(
        "body: Reportedly the ferry will stop. A judge rules. The port may close, Coast TV reported.",
        chains=[
            [step("attributes-to", None, "none", "Reportedly")],
            [step("attributes-to", "A judge", "unnamed", "A judge rules", strength=0.3)],
            [step("cites", "Coast TV", "outlet", "Coast TV reported")],
        ],
    )
    made = profiled(example)
    assert made.leading == 2
    assert made.verdict.startswith("Second-hand: Harbour Post relays Coast TV")
    assert profiled(specimen("body: The ferry will stop.")).leading is None
