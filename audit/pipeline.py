"""The only place where the floors meet: a capture in, an audit out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from audit.model import SCHEMA, Attribution, Audit, Block, Capture, Chain, Frozen, Origin, Page, Provenance
from audit.version import __version__

if TYPE_CHECKING:
    from audit.capture import Fetcher, Limits
    from audit.lineage.upstream import Found

__all__ = ["Rules", "article_attributions", "audit_capture", "audit_page", "audit_target", "trace_upstream"]


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


def trace_upstream(
    locator: str,
    *,
    now: datetime,
    url: str | None = None,
    captures: Sequence[Path] = (),
    limits: Limits | None = None,
    fetcher: Fetcher | None = None,
    polite: Callable[[Fetcher], Fetcher] | None = None,
    hops: int = 4,
) -> Iterator[Found]:
    """The steps upstream of a page, each with its audit and capture where it was captured; the first is the page itself.

    With `captures` nothing is fetched: steps are looked up among the pages of these files and folders. `polite` makes the
    fetcher that the steps are fetched with; by default one that obeys robots.txt and leaves a host time between two
    requests. Raises the errors of `audit.errors` for the page itself; a step that cannot be had is a step that says so.
    """
    import contextlib

    from audit.capture import capture, target_for
    from audit.lineage.given import Given
    from audit.lineage.upstream import follow

    def audited(captured: Capture) -> tuple[Audit, Capture]:
        return audit_capture(captured), captured

    with contextlib.ExitStack() as stack:
        if captures:
            given = Given(captures, now, limits)
            target = target_for(locator, url=url)
            first = given.at(locator) if target.kind == "url" else capture(target, now=now, limits=limits)
            yield from follow(audit_capture(first), first, lambda address: audited(given.at(address)), hops=hops)
            return
        if fetcher is None:
            from audit.capture.fetch import HttpFetcher

            fetcher = stack.enter_context(HttpFetcher())
        if polite is None:
            from audit.capture.many import polite as with_manners

            polite = with_manners
        gentle = polite(fetcher)
        first = capture(target_for(locator, url=url), now=now, limits=limits, fetcher=fetcher)

        def read(address: str) -> tuple[Audit, Capture]:
            return audited(capture(target_for(address), now=now, limits=limits, fetcher=gentle))

        yield from follow(audit_capture(first), first, read, hops=hops)


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
