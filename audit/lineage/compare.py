"""A copy beside an original: aligned, its drift found, and who was first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from audit.findings.drift.engine import check_pair
from audit.findings.ruleset import RULESET
from audit.lineage.family import family
from audit.lineage.precedence import precedence
from audit.lineage.side_by_side import align_pages
from audit.model import (
    COMPARISON_SCHEMA,
    Alignment,
    Audit,
    ComparedPage,
    Comparison,
    Drift,
    Overlap,
    Page,
    Provenance,
)


def compare(
    copy: Audit,
    original: Audit,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    preview: bool = False,
) -> Comparison:
    """Compare two audits; equal audits give equal comparisons.

    A page that cannot be assessed is compared with nothing, and `not_assessable_because` says why. Raises `UsageError`
    for what is no rule.
    """
    why_not = next((f"{a.target.name}: {_why_not(a.page)}" for a in (copy, original) if not a.page.assessable), None)
    alignment = Alignment((), Overlap(0, 0, 0, 0))
    if why_not is None and not _one_language(copy.page, original.page):
        languages = f"{copy.page.language}, {original.page.language}"
        why_not = f"the pages are in different languages ({languages}); sentences are not aligned"
    elif why_not is None:
        alignment = align_pages(copy.page, original.page)
    found: tuple[Drift, ...] = ()
    if copy.page.assessable and original.page.assessable:
        found = check_pair(
            (copy.page, _provenance(copy)),
            (original.page, _provenance(original)),
            alignment,
            select=select,
            ignore=ignore,
            preview=preview,
        )
    return Comparison(
        schema=COMPARISON_SCHEMA,
        ruleset=RULESET,
        tool=copy.tool,
        copy=page_of(copy),
        original=page_of(original),
        alignment=alignment,
        findings=found,
        precedence=precedence(copy, original),
        not_assessable_because=why_not,
    )


def page_of(audit: Audit) -> ComparedPage:
    """What a comparison says of a page."""
    return ComparedPage(
        name=audit.target.name,
        sha256=audit.capture.sha256,
        captured_at=audit.capture.captured_at,
        url=audit.page.url,
        publisher=audit.provenance.publisher.name or audit.provenance.publisher.domain,
        headline=audit.page.headline,
        language=audit.page.language,
        published=audit.page.published,
    )


def _why_not(page: Page) -> str:
    return page.not_assessable_because or "no article text found"


def _one_language(one: Page, other: Page) -> bool:
    """Whether both are in one language; a page that does not say counts as in the other's."""
    mine, theirs = ((p.language or "").split("-")[0].split("_")[0].lower() for p in (one, other))
    return not mine or not theirs or mine == theirs


def _provenance(audit: Audit) -> Provenance:
    origin = audit.provenance
    return Provenance(
        kind=origin.kind,
        kind_evidence=origin.kind_evidence,
        publisher=origin.publisher,
        credits=audit.credits,
        disclaimers=audit.disclaimers,
        attributions=audit.attributions,
        attribution_coverage=origin.attribution_coverage,
        edges=audit.edges,
        chains=audit.chains,
    )


def compare_all(
    copy: Audit,
    originals: Sequence[Audit],
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    preview: bool = False,
) -> tuple[Comparison, ...]:
    """The copy beside each of `originals`; with two and more, each comparison carries the family of all pages."""
    rules = (tuple(select) if select is not None else None, tuple(ignore) if ignore is not None else None)
    found = [compare(copy, one, select=rules[0], ignore=rules[1], preview=preview) for one in originals]
    if len(originals) > 1:
        whole = family((copy, *originals))
        found = [msgspec.structs.replace(one, family=whole) for one in found]
    return tuple(found)
