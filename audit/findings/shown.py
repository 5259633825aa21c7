"""What shows that a check passed: the words, the markup or the absence by which it was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from audit.findings.case import UP_FRONT, Case
from audit.findings.phrasing import absent
from audit.model import Evidence, Markup

Shown = Callable[[Case], Iterable[Evidence]]


def dates(case: Case) -> Iterator[Evidence]:
    """The dates of publication."""
    yield from (f.evidence for f in case.page.facts if f.name == "published")
    yield from (Markup(d.place, d.value) for d in case.page.declares("published"))


def signatures(case: Case) -> Iterator[Evidence]:
    """The byline, or the credit that stands in its place."""
    yield from (case.quote(b.span) for b in case.bylines)
    yield from (f.evidence for f in case.page.facts if f.name == "byline")
    yield from (c.evidence for c in case.text_credits if c.slot in UP_FRONT)


def credit_lines(case: Case) -> Iterator[Evidence]:
    """The credits that make the text somebody else's, those that readers see first."""
    yield from (c.evidence for c in case.visible_credits)
    yield from (c.evidence for c in case.text_credits)


def steps(case: Case) -> Iterator[Evidence]:
    """The words of each step of the chains."""
    for chain in case.provenance.chains:
        yield from (e.evidence[0] for e in case.steps(chain) if e.evidence)


def citations(case: Case) -> Iterator[Evidence]:
    """The words that cite other newsrooms."""
    yield from (e.evidence[0] for e in case.provenance.edges if e.relation == "cites" and e.evidence)


def voices(case: Case) -> Iterator[Evidence]:
    """The first words of each voice, the named first."""
    groups = sorted(case.groups, key=lambda g: g.voice.type in ("unnamed", "collective"))
    yield from (case.source_of(g.attributions[0]) for g in groups)


def unnamed_sources(case: Case) -> Iterator[Evidence]:
    """The first words of each unnamed source."""
    yield from (case.source_of(g.attributions[0]) for g in case.unnamed)


def reasons(case: Case) -> Iterator[Evidence]:
    """The first words of each unnamed source for which a reason is given."""
    for group in case.unnamed:
        yield from [case.source_of(c) for c in group.attributions if c.voice.reason][:1]


def speakers(case: Case) -> Iterator[Evidence]:
    """Who speaks what is quoted word for word."""
    yield from (case.source_of(c) for c in case.claims if c.kind != "indirect" and c.source)


def hedged_claims(case: Case) -> Iterator[Evidence]:
    """Whoever stands behind each hedged claim, or the voices where nothing is hedged."""
    hedged = [case.source_of(c) for c in case.claims if c.hedges and c.source]
    yield from hedged or voices(case)


def notices(case: Case) -> Iterator[Evidence]:
    """The notices on the page."""
    yield from (d.evidence for d in case.provenance.disclaimers)


def labels(case: Case) -> Iterator[Evidence]:
    """What says that the text was paid for or issued by its subject."""
    yield from (d.evidence for d in case.disclaiming("sponsored", "press-release"))
    yield from case.provenance.kind_evidence


def no_disowning_notice(case: Case) -> Iterator[Evidence]:  # noqa: ARG001
    """That no notice disowns the text."""
    yield absent("a notice that disowns the text", "the whole page")
