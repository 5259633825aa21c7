"""The questions that the profile puts to every page, axis by axis.

A question is answered by rules (failed where one of them fires) or by a fact of the provenance. Rules are asked here
directly, so what `--select` and `--ignore` leave out of the findings never turns a failed check into a passed one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from audit.findings.case import Case
from audit.findings.engine import runs
from audit.findings.registry import rule
from audit.findings.shares import origins
from audit.findings.wording import count
from audit.model import Axis, Check, CheckState, Evidence

Answer = tuple[CheckState, str, tuple[Evidence, ...]]

EVIDENCE_LIMIT = 6
"""Pieces of evidence that one check shows."""


class Question(NamedTuple):
    """A question by rules: it fails where one of them fires, passes where all could run and none does.

    `applies` says why the question cannot be put to this page, or None where it can.
    """

    axis: Axis
    name: str
    codes: tuple[str, ...]
    passed: str
    applies: Callable[[Case], str | None] | None = None


class Fact(NamedTuple):
    """A question that a fact of the provenance answers."""

    axis: Axis
    name: str
    answer: Callable[[Case], Answer]


def put(question: Question | Fact, case: Case) -> Check:
    """The check that results from putting a question to a page."""
    if not case.page.assessable:
        because = case.page.not_assessable_because or "the page has no readable text"
        return Check(question.name, "not-assessable", because)
    if isinstance(question, Fact):
        state, because, evidence = question.answer(case)
        return Check(question.name, state, because, evidence[:EVIDENCE_LIMIT])
    why_not = question.applies(case) if question.applies else None
    if why_not is not None:
        return Check(question.name, "not-assessable", why_not)
    unasked = 0
    for code in question.codes:
        asked = rule(code)
        if asked is None or not runs(asked.needs, case):
            unasked += 1
            continue
        drafts = case.once(asked.check)
        if drafts:
            more = f" There are {len(drafts) - 1} more." if len(drafts) > 1 else ""
            evidence = tuple(e for d in drafts for e in d.evidence)[:EVIDENCE_LIMIT]
            return Check(question.name, "failed", f"{drafts[0].message}{more}", evidence)
    if unasked == len(question.codes):
        return Check(question.name, "not-assessable", "attributions are not fully recognised in this page's language")
    return Check(question.name, "passed", question.passed)


# --- when a question can be put -------------------------------------------------------------------------------------


def _has_chains(case: Case) -> str | None:
    return None if case.provenance.chains else "no chain from the publisher to a voice was found"


def _has_claims(case: Case) -> str | None:
    return None if case.claims else "no attributed claim was found"


def _has_quotations(case: Case) -> str | None:
    found = any(mark in b.span.of(case.text) for b in case.paragraphs for mark in '“„«"「')
    return None if found else "the text has no quotation"


def _has_unnamed(case: Case) -> str | None:
    return None if case.unnamed else "no unnamed voice was found"


def _is_anothers(case: Case) -> str | None:
    if case.text_credits or case.unnamed_provider is not None:
        return None
    return "no credit says that the text is another's"


def _has_notices(case: Case) -> str | None:
    return None if case.provenance.disclaimers else "the page has no notice"


def _sends_complaints(case: Case) -> str | None:
    return None if any(d.complaints_to for d in case.provenance.disclaimers) else "no notice sends complaints anywhere"


def _was_paid_or_issued(case: Case) -> str | None:
    if case.provenance.kind in ("sponsored", "press-release"):
        return None
    return "the text is neither paid for nor issued by its subject, as far as the page shows"


def _cites_outlets_in_html(case: Case) -> str | None:
    if not case.html:
        return "plain text has no links"
    if not any(e.relation == "cites" for e in case.provenance.edges):
        return "no other outlet is cited"
    return None


# --- questions that facts answer ------------------------------------------------------------------------------------


def _publisher_known(case: Case) -> Answer:
    publisher = case.provenance.publisher
    if publisher.name:
        how = {"stated": "as stated by the user", "inferred": "inferred from the page"}.get(
            publisher.basis, "by its own word"
        )
        return "passed", f"The publisher is {publisher.name}, {how}.", publisher.evidence
    if publisher.domain:
        return "passed", f"The publisher is known by its address, {publisher.domain}.", publisher.evidence
    return "failed", "The page does not show who publishes it.", publisher.evidence


_KINDS_OF_OTHERS = {
    "wire": "The text is an agency's or another newsroom's copy.",
    "aggregator": "The text is carried or retold from others.",
    "republished": "The text is another newsroom's article, republished.",
    "press-release": "The text was issued by its subject.",
    "sponsored": "Somebody paid for the text.",
}


def _own_reporting(case: Case) -> Answer:
    kind = case.provenance.kind
    if kind == "unknown":
        return "not-assessable", "What kind of page this is could not be told.", case.provenance.kind_evidence
    if kind == "original":
        return "passed", "Nothing on the page says that the text is another's.", case.provenance.kind_evidence
    return "failed", _KINDS_OF_OTHERS[kind], case.provenance.kind_evidence


def _origins(case: Case) -> Answer:
    found = origins(case)
    if not found:
        return "not-assessable", "No chain from the publisher to a voice was found.", ()
    edges = [step for chain in case.provenance.chains[:EVIDENCE_LIMIT] for step in case.steps(chain)]
    evidence = tuple(dict.fromkeys(e.evidence[0] for e in edges if e.evidence))
    if len(found) == 1 and found[0] != case.publisher_name:
        return "failed", f"Everything on the page comes through {found[0]}.", evidence
    return "passed", f"{count(len(found), 'origin')}: {', '.join(found[:5])}.", evidence


def _no_interest(case: Case) -> Answer:
    kind = case.provenance.kind
    if kind in ("sponsored", "press-release"):
        return "failed", _KINDS_OF_OTHERS[kind], case.provenance.kind_evidence
    return "passed", "Nothing shows that the text was paid for or issued by its subject.", ()


QUESTIONS: tuple[Question | Fact, ...] = (
    Fact("traceability", "The publisher is known", _publisher_known),
    Question(
        "traceability",
        "Whose text it is can be told",
        ("CHN307", "SYN409"),
        "Those whose text it is are named.",
        _is_anothers,
    ),
    Question(
        "traceability",
        "Chains end with a name",
        ("ANO206",),
        "No relayed chain ends with an unnamed source.",
        _has_chains,
    ),
    Question(
        "traceability",
        "At most one newsroom in between",
        ("CHN301",),
        "The reader is at first or second hand.",
        _has_chains,
    ),
    Question(
        "traceability", "Cited newsrooms are linked", ("CHN302",), "Cited newsrooms are linked.", _cites_outlets_in_html
    ),
    Question("traceability", "The text is dated", ("TRN802", "TRN803"), "The page gives one date of publication."),
    Question(
        "attribution", "Claims have a voice", ("ATT101",), "Every hedged claim has somebody behind it.", _has_claims
    ),
    Question(
        "attribution",
        "Quotations have a speaker",
        ("ATT104",),
        "Every quotation of some length has a speaker.",
        _has_quotations,
    ),
    Question(
        "attribution", "Unnamed sources are described", ("ANO201",), "Each unnamed source is described.", _has_unnamed
    ),
    Question(
        "attribution", "Anonymity is explained", ("ANO202", "ANO203"), "Each unnamed source has a reason.", _has_unnamed
    ),
    Question(
        "attribution",
        "Named voices carry the text",
        ("ANO211", "ANO210"),
        "At least as many claims rest on named voices as on unnamed ones.",
        _has_claims,
    ),
    Fact("independence", "The publisher's own reporting", _own_reporting),
    Fact("independence", "Does not rest on one other newsroom", _origins),
    Question("independence", "More than one voice", ("ATT150",), "Claims rest on several voices.", _has_claims),
    Fact("independence", "Nobody interested wrote or paid for it", _no_interest),
    Question("disclosure", "The text is signed", ("TRN801",), "The text has a byline or an agency's signature."),
    Question(
        "disclosure",
        "Readers see whose text it is",
        ("CHN307", "SYN402", "SYN403", "SYN401"),
        "The credit stands where readers meet it.",
        _is_anothers,
    ),
    Question(
        "disclosure",
        "Paid and issued text is labelled",
        ("DIS503", "DIS504", "TRN805"),
        "A label says so.",
        _was_paid_or_issued,
    ),
    Question(
        "disclosure", "The publisher answers for it", ("DIS501", "DIS512", "DIS502"), "No notice disowns the text."
    ),
    Question(
        "disclosure", "Notices fit the text", ("DIS508", "DIS510"), "No notice contradicts the page.", _has_notices
    ),
    Question(
        "disclosure", "Complaints have an address", ("DIS511",), "Complaints go to somebody named.", _sends_complaints
    ),
)
"""All questions, in the order in which a report shows them."""
