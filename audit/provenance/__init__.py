"""Who says what, on whose word: `Page` → `Provenance`.

`trace` is the floor's one door. It asks, in this order and each with what the former found: who publishes, whose text
it is, what is disowned, what kind of page it is, which outlets the text relays, whose claims it carries; and makes of
the answers the attribution chain.
"""

from __future__ import annotations

from audit.model import Page, Provenance, TargetRecord

__all__ = ["trace"]


def trace(page: Page, target: TargetRecord) -> Provenance:
    """Find everything that says whose words `page` carries; `target` holds what the user stated of it.

    Of a page that shows only its opening the lines that say whose text it is are read nevertheless, for they stand; its claims
    are not, and nothing is concluded from what is missing.
    """
    from audit.provenance.attributions import find_attributions
    from audit.provenance.chain import build
    from audit.provenance.citations import carry_over, find_citations
    from audit.provenance.credits import find_credits
    from audit.provenance.credits.position import Positions
    from audit.provenance.disclaimers import find_disclaimers
    from audit.provenance.kind import decide_kind
    from audit.provenance.publisher import find_publisher

    publisher = find_publisher(page, target)
    if not page.assessable and not any(block.label in ("body", "quote") for block in page.blocks):
        return Provenance("unknown", (), publisher, attribution_coverage="not-assessable")
    positions = Positions(page)
    credits = find_credits(page, publisher, positions)
    disclaimers = find_disclaimers(page, publisher, positions)
    kind, kind_evidence = decide_kind(page, publisher, credits, disclaimers, positions)
    if not page.assessable:
        edges, chains = build(page, publisher, credits, disclaimers, (), ())
        return Provenance(kind, kind_evidence, publisher, credits, disclaimers, (), "not-assessable", edges, chains)
    attributions, coverage = find_attributions(page.text, page.blocks, page.language)
    citations = find_citations(page, publisher, credits, attributions)
    attributions = carry_over(page, citations, attributions)
    edges, chains = build(page, publisher, credits, disclaimers, citations, attributions)
    return Provenance(kind, kind_evidence, publisher, credits, disclaimers, attributions, coverage, edges, chains)
