"""The questions that the profile puts to every page, axis by axis: when each can be put, and what answers it."""

from __future__ import annotations

from audit.findings import shown
from audit.findings.case import Case
from audit.findings.question import EVIDENCE_LIMIT, Answer, Fact, Question
from audit.findings.shares import origins
from audit.findings.wording import count, in_figures

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
    more = f" and {in_figures(len(found) - 5)} more" if len(found) > 5 else ""
    return "passed", f"{count(len(found), 'origin')}: {', '.join(found[:5])}{more}.", evidence


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
        shown.credit_lines,
        _is_anothers,
    ),
    Question(
        "traceability",
        "Chains end with a name",
        ("ANO206",),
        "No relayed chain ends with an unnamed source.",
        shown.steps,
        _has_chains,
    ),
    Question(
        "traceability",
        "At most one newsroom in between",
        ("CHN301",),
        "The reader is at first or second hand.",
        shown.steps,
        _has_chains,
    ),
    Question(
        "traceability",
        "Cited newsrooms are linked",
        ("CHN302",),
        "Cited newsrooms are linked.",
        shown.citations,
        _cites_outlets_in_html,
    ),
    Question(
        "traceability",
        "The text is dated",
        ("TRN802", "TRN803"),
        "The page gives one date of publication.",
        shown.dates,
    ),
    Question(
        "attribution",
        "Claims have a voice",
        ("ATT101",),
        "Every hedged claim has somebody behind it.",
        shown.hedged_claims,
        _has_claims,
    ),
    Question(
        "attribution",
        "Quotations have a speaker",
        ("ATT104",),
        "Every quotation of some length has a speaker.",
        shown.speakers,
        _has_quotations,
    ),
    Question(
        "attribution",
        "Unnamed sources are described",
        ("ANO201",),
        "Each unnamed source is described.",
        shown.unnamed_sources,
        _has_unnamed,
    ),
    Question(
        "attribution",
        "Anonymity is explained",
        ("ANO202", "ANO203"),
        "Each unnamed source has a reason.",
        shown.reasons,
        _has_unnamed,
    ),
    Question(
        "attribution",
        "Named voices carry the text",
        ("ANO211", "ANO210"),
        "At least as many claims rest on named voices as on unnamed ones.",
        shown.voices,
        _has_claims,
    ),
    Fact("independence", "The publisher's own reporting", _own_reporting),
    Fact("independence", "Does not rest on one other newsroom", _origins),
    Question(
        "independence", "More than one voice", ("ATT150",), "Claims rest on several voices.", shown.voices, _has_claims
    ),
    Fact("independence", "Nobody interested wrote or paid for it", _no_interest),
    Question(
        "disclosure",
        "The text is signed",
        ("TRN801",),
        "The text has a byline or an agency's signature.",
        shown.signatures,
    ),
    Question(
        "disclosure",
        "Readers see whose text it is",
        ("CHN307", "SYN402", "SYN403", "SYN401"),
        "The credit stands where readers meet it.",
        shown.credit_lines,
        _is_anothers,
    ),
    Question(
        "disclosure",
        "Paid and issued text is labelled",
        ("DIS503", "DIS504", "TRN805"),
        "A label says so.",
        shown.labels,
        _was_paid_or_issued,
    ),
    Question(
        "disclosure",
        "The publisher answers for it",
        ("DIS501", "DIS512", "DIS502"),
        "No notice disowns the text.",
        shown.no_disowning_notice,
    ),
    Question(
        "disclosure",
        "Notices fit the text",
        ("DIS508", "DIS510"),
        "No notice contradicts the page.",
        shown.notices,
        _has_notices,
    ),
    Question(
        "disclosure",
        "Complaints have an address",
        ("DIS511",),
        "Complaints go to somebody named.",
        shown.notices,
        _sends_complaints,
    ),
)
"""All questions, in the order in which a report shows them."""
