"""The one sentence: how far the reader is from somebody who knows, and what the publisher says of the text.

Composed from the provenance alone, each part from a fact that the audit shows elsewhere with its evidence.
"""

from __future__ import annotations

from audit.findings.case import Case, listed
from audit.findings.shares import NAMED, UNNAMED
from audit.findings.wording import ORDINALS, count, node_in_words
from audit.model import Chain, Node

_OPENINGS = {
    "original": "Own reporting of {publisher}",
    "wire": "Another newsroom's copy under the name of {publisher}",
    "aggregator": "{publisher} carries or retells others",
    "press-release": "A release issued by its subject, shown by {publisher}",
    "republished": "Another newsroom's article, republished by {publisher}",
    "sponsored": "Paid content on {publisher}",
    "unknown": "A page of {publisher} whose kind could not be told",
}


def compose(case: Case) -> str:
    """The verdict on a page, one sentence; for a page that cannot be assessed, that it cannot and why."""
    if not case.page.assessable:
        because = (case.page.not_assessable_because or "the page has no readable text").rstrip(".")
        return f"Not assessable: {because}; nothing is concluded from it."
    chain = _deepest(case)
    sentence = _by_chain(case, chain) if chain is not None else _without_chain(case)
    remarks = _remarks(case)
    if remarks:
        sentence += f"; {case.publisher_name} {listed(remarks, 5)}"
    if case.provenance.attribution_coverage == "not-assessable":
        sentence += "; voices were not assessed in this language"
    return sentence + "."


def _deepest(case: Case) -> Chain | None:
    """The chain through the most newsrooms; among equals one that ends with the unnamed; then the first."""
    chains = [c for c in case.provenance.chains if not _mixed_in(case, c)] or case.provenance.chains
    return max(chains, key=lambda c: (len(case.newsrooms(c)), c.ends_anonymous), default=None)


def _mixed_in(case: Case, chain: Chain) -> bool:
    """True for the step to an agency whose material went into the publisher's own text: an input, not the text's owner."""
    last = chain.nodes[-1]
    inputs = {c.outlet.name for c in case.provenance.credits if c.role == "mixed"}
    return (
        len(chain.nodes) == 2
        and last.type == "provider"
        and last.name in inputs
        and last.name not in case.provider_names
    )


def _by_chain(case: Case, chain: Chain) -> str:
    newsrooms = case.newsrooms(chain)
    hand = len(newsrooms)
    opening = f"{ORDINALS[hand]}-hand" if 0 < hand < len(ORDINALS) else f"{hand}th-hand"
    if case.provenance.kind in ("press-release", "sponsored"):
        opening = "Issued by its subject" if case.provenance.kind == "press-release" else "Paid for"
    said = [case.publisher_name if newsrooms and newsrooms[0].type == "publisher" else node_in_words(chain.nodes[0])]
    for node in newsrooms[1:]:
        verb = "relays" if node.type == "outlet" or node.name is None else "carries"
        said.append(f"{verb} {node_in_words(node)}")
    ends = _ends(case, newsrooms)
    if ends:
        said.append(f"cites {ends}")
    return f"{opening}: {said[0]} " + ", which ".join(said[1:]) if len(said) > 1 else f"{opening}: {said[0]}"


def _ends(case: Case, newsrooms: tuple[Node, ...]) -> str:
    """Who speaks at the end of the chains that take this path: one by name, several by number."""
    ends = [c.nodes[-1] for c in case.provenance.chains if case.newsrooms(c) == newsrooms and c.nodes]
    ends = [n for n in dict.fromkeys(ends) if n.type in NAMED | UNNAMED and n not in newsrooms]
    if len(ends) <= 1:
        return "".join(node_in_words(n) for n in ends)
    unnamed = sum(n.type in UNNAMED for n in ends)
    named = len(ends) - unnamed
    if not unnamed:
        return count(named, "named voice")
    if not named:
        return count(unnamed, "unnamed voice")
    return f"{named} named and {count(unnamed, 'unnamed voice')}"


def _without_chain(case: Case) -> str:
    opening = _OPENINGS[case.provenance.kind].format(publisher=case.publisher_name)
    names = case.provider_names
    if names and case.provenance.kind != "original":
        opening += f", credited to {listed(names, 3)}"
    if case.provenance.attribution_coverage == "not-assessable":
        return opening
    return opening + "; no chain to a voice was found"


def _remarks(case: Case) -> list[str]:
    """What the publisher does about the text, as predicates."""
    remarks = []
    disowning = case.disclaiming("as-is", "no-liability")
    if disowning:
        accuracy = any("accuracy" in clause.objects for d in disowning for clause in d.clauses)
        as_is = any("as-is" in d.kinds for d in disowning)
        remarks.append("disclaims accuracy" if accuracy else "gives it as is" if as_is else "takes no liability for it")
    inputs = [c.outlet.name for c in case.provenance.credits if c.role == "mixed" and c.outlet.name]
    if inputs:
        remarks.append(f"uses material of {listed(list(dict.fromkeys(inputs)), 3)}")
    if case.disclaiming("not-edited"):
        remarks.append("says that its staff did not edit it")
    if case.unnamed_provider is not None and not case.provider_names:
        remarks.append("does not name its provider")
    return remarks
