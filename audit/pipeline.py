"""The only place where the floors meet: a capture in, an audit out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Literal

from audit.model import SCHEMA, Attribution, Audit, Block, Capture, Chain, Frozen, Origin, Page, Provenance
from audit.version import __version__

__all__ = ["Rules", "article_attributions", "audit_capture", "audit_page", "audit_target"]


class Rules(Frozen, frozen=True):
    """Which rules run: codes or prefixes of codes to select and to ignore, and whether previews take part."""

    select: Collection[str] | None = None
    ignore: Collection[str] | None = None
    preview: bool = False


_ALL_RULES = Rules()


def audit_target(
    locator: str,
    *,
    url: str | None = None,
    publisher: str | None = None,
    now: datetime | None = None,
    rules: Rules = _ALL_RULES,
) -> Audit:
    """Audit a URL, a file or `-` for standard input.

    `url` and `publisher` are what you know of a saved page; they are kept as stated. `now` is the time of capture that
    the audit records (default: the present). Raises the errors of `audit.errors`.
    """
    from audit.capture import capture, target_for

    target = target_for(locator, url=url, publisher=publisher)
    return audit_capture(capture(target, now=now or datetime.now(UTC)), rules)


def audit_capture(capture: Capture, rules: Rules = _ALL_RULES) -> Audit:
    """Audit what was captured: the page, its provenance, findings and profile."""
    from audit.page import read_page

    return audit_page(read_page(capture), capture, rules)


def audit_page(page: Page, capture: Capture, rules: Rules = _ALL_RULES) -> Audit:
    """Audit a page that has been read already; `capture` is where it came from."""
    import msgspec

    from audit import findings
    from audit.provenance import trace

    provenance, dropped = _grounded(page, trace(page, capture.target))
    found, profile = findings.assess(page, provenance, select=rules.select, ignore=rules.ignore, preview=rules.preview)
    return Audit(
        schema=SCHEMA,
        ruleset=findings.RULESET,
        tool=f"tracewire {__version__}",
        target=capture.target,
        capture=capture.record,
        page=msgspec.structs.replace(page, marks=()),
        provenance=Origin(
            provenance.kind,
            provenance.publisher,
            provenance.kind_evidence,
            provenance.attribution_coverage,
            _tagger(provenance),
        ),
        credits=provenance.credits,
        disclaimers=provenance.disclaimers,
        attributions=provenance.attributions,
        edges=provenance.edges,
        chains=provenance.chains,
        findings=found,
        profile=msgspec.structs.replace(profile, ungrounded_dropped=profile.ungrounded_dropped + dropped),
    )


def _tagger(provenance: Provenance) -> str | None:
    """The tagger that is used by itself here: another one may give other attributions."""
    if provenance.attribution_coverage != "full":
        return None
    from audit.provenance.attributions.learned.tagger import available

    return available()


def article_attributions(
    text: str, language: str | None, model: Literal["network", "encoder"] | None = None
) -> tuple[Attribution, ...]:
    """Who says what in `text`, the whole of which is taken as an article's body; offsets are code points of it.

    `model` chooses the tagger of English; by default the best one installed.
    """
    from audit.provenance.attributions import find_attributions

    found, _ = find_attributions(text, tuple(_paragraphs(text)), language, model)
    return found


def _paragraphs(text: str) -> Iterator[Block]:
    """Every line that is not blank, as a block of body text."""
    at = 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if start < end:
            yield Block("body", start, end, 1.0, "the file is taken as article text")
        at += len(line)


def _grounded(page: Page, provenance: Provenance) -> tuple[Provenance, int]:
    """Provenance without anything that quotes words which are not on the page, and how much was dropped."""
    import msgspec

    from audit.findings import ground

    credits, bad_credits = ground(page, provenance.credits)
    disclaimers, bad_disclaimers = ground(page, provenance.disclaimers)
    attributions, bad_attributions = ground(page, provenance.attributions)
    edges, bad_edges = ground(page, provenance.edges)
    dropped = bad_credits + bad_disclaimers + bad_attributions + bad_edges
    if not dropped:
        return provenance, 0
    place = {edge: index for index, edge in enumerate(edges)}
    chains = tuple(
        Chain(chain.nodes, tuple(place[provenance.edges[i]] for i in chain.edges), chain.hops, chain.ends_anonymous)
        for chain in provenance.chains
        if all(provenance.edges[i] in place for i in chain.edges)
    )
    kept = msgspec.structs.replace(
        provenance, credits=credits, disclaimers=disclaimers, attributions=attributions, edges=edges, chains=chains
    )
    return kept, dropped
