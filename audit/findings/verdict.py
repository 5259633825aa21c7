"""The one sentence: how far the reader is from somebody who knows, and what the publisher says of the text.

Composed from the provenance alone, each part from a fact that the audit shows elsewhere with its evidence.
"""

from __future__ import annotations

from audit.findings.case import INPUT_ROLES, SURE, Case
from audit.findings.names import key, same_newsroom
from audit.findings.phrasing import listed
from audit.findings.rules.editing import disowns_editing
from audit.findings.shares import NAMED, UNNAMED
from audit.findings.wording import hand_in_words, in_figures, node_in_words, step_in_words, unassessable_in_words
from audit.model import Chain, Edge, Node, Quoted

_OPENINGS = {
    "original": "As far as the page shows, the text comes from {publisher} itself",
    "wire": "Second-hand: {publisher} carries another newsroom's copy",
    "aggregator": "{publisher} carries or retells others",
    "press-release": "A press release, shown by {publisher}",
    "republished": "Second-hand: {publisher} republishes another newsroom's article",
    "sponsored": "Paid content on {publisher}",
    "unknown": "What kind of page {publisher} shows here could not be told",
}


PLAINLY = 0.7
"""Strength from which a voice is named in a language that is covered in part."""


def compose(case: Case, chain: Chain | None) -> str:
    """The verdict on a page, one sentence that tells `chain` (the leading one; None where there is none).

    For a page that cannot be assessed it says that, and why.
    """
    if not case.page.assessable:
        because = unassessable_in_words(case.page.not_assessable_because)
        return f"Not assessable: {because}; nothing is concluded from it."
    told = _by_chain(case, chain) if chain is not None else None
    sentence = told or _without_chain(case)
    remarks = _remarks(case)
    if remarks:
        sentence += f"; {case.publisher_name} {listed(remarks, 5)}"
    if case.provenance.attribution_coverage == "not-assessable":
        sentence += "; voices were not assessed in this language"
    return sentence + "."


def leading(case: Case) -> int | None:
    """The index of the chain on which the text's first attributed claim rests; among several the deepest.

    One whose last step is doubtful, or whose end says nothing by its words, leads only where there is no other.
    """
    chains = case.provenance.chains
    chosen = [i for i, chain in enumerate(chains) if not _mixed_in(case, chain)] or range(len(chains))
    return min(chosen, key=lambda i: _rank(case, chains[i]), default=None)


def _rank(case: Case, chain: Chain) -> tuple[bool, int, int, bool]:
    end = chain.nodes[-1]
    doubtful = end.type == "none" or end.name in case.mute or any(e.strength < SURE for e in case.steps(chain)[-1:])
    return doubtful, _begins(case, chain), -len(case.newsrooms(chain)), not chain.ends_anonymous


def _begins(case: Case, chain: Chain) -> int:
    """Where the words stand that first cite a newsroom or a voice of this chain."""
    steps = [e for e in case.steps(chain) if e.relation in ("cites", "attributes-to")]
    starts = [q.start for e in steps for q in e.evidence if isinstance(q, Quoted)]
    return min(starts, default=len(case.text))


def _mixed_in(case: Case, chain: Chain) -> bool:
    """True for the step to an agency whose material went into the publisher's own text: an input, not the text's owner."""
    last = chain.nodes[-1]
    inputs = {c.outlet.name for c in case.provenance.credits if c.role in INPUT_ROLES}
    return (
        len(chain.nodes) == 2
        and last.type == "provider"
        and last.name in inputs
        and last.name not in case.provider_names
    )


def _by_chain(case: Case, chain: Chain) -> str | None:
    """The path of the chain in words; None where it leads to nobody, neither another newsroom nor a voice."""
    newsrooms = case.newsrooms(chain)
    opening = {"press-release": "A press release", "sponsored": "Paid content"}.get(case.provenance.kind)
    said = [case.publisher_name if newsrooms and newsrooms[0].type == "publisher" else node_in_words(chain.nodes[0])]
    for edge in case.steps(chain):
        if edge.to in newsrooms:
            relays = edge.relation == "cites" or edge.to.name is None
            said.append(f"relays {node_in_words(edge.to)}" if relays else _takes(case, edge))
    ends = _ends(case, newsrooms)
    if ends:
        said.append(f"cites {ends}")
    if len(said) == 1:
        return None
    sentence = f"{opening or hand_in_words(len(newsrooms)) + '-hand'}: {said[0]}"
    sentence += " " + ", which ".join(said[1:])
    return sentence + _deeper(case, len(newsrooms))


def _takes(case: Case, edge: Edge) -> str:
    """`carries Reuters`; for what its subject issued, `carries a release from Acme`."""
    if case.provenance.kind == "press-release" and edge.relation == "carries":
        return f"carries a release from {node_in_words(edge.to)}"
    return step_in_words(edge)


def _deeper(case: Case, hand: int) -> str:
    """`; in part third-hand, through Coast TV`, where other claims come from farther away."""
    farther = [c for c in case.provenance.chains if len(case.newsrooms(c)) > hand and not _mixed_in(case, c)]
    if not farther:
        return ""
    deepest = max(len(case.newsrooms(c)) for c in farther)
    last = [case.newsrooms(c)[-1] for c in farther if len(case.newsrooms(c)) == deepest]
    through = {key(n.name) if n.name else n.type: node_in_words(n) for n in reversed(last)}
    return f"; in part {hand_in_words(deepest).lower()}-hand, through {_some(list(through.values())[::-1])}"


def _some(names: list[str]) -> str:
    """Two of several names, and how many more there are."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]}, {names[1]} and {in_figures(len(names) - 2)} more"


def _ends(case: Case, newsrooms: tuple[Node, ...]) -> str:
    """Who speaks at the end of the chains that take this path: one by name, several by number.

    Unnamed ends are counted where somebody spoke. Where the language is covered in part, a single voice is named only
    when it is sure to be one, and numbers are the least there are.
    """
    paths = [c for c in case.provenance.chains if case.newsrooms(c) == newsrooms and c.nodes]
    strengths = {c.nodes[-1]: max((e.strength for e in case.steps(c)[-1:]), default=0.0) for c in paths}
    sure = [n for n in strengths if strengths[n] >= SURE] or list(strengths)
    ends = [n for n in sure if n.type in NAMED | UNNAMED and n not in newsrooms]
    ends = [n for n in ends if n.name not in case.mute and not any(same_newsroom(n.name, o.name) for o in newsrooms)]
    partial = case.provenance.attribution_coverage == "partial"
    if len(ends) == 1 and (not partial or strengths[ends[0]] >= PLAINLY):
        return node_in_words(ends[0])
    unnamed = sum(n.type in UNNAMED for n in ends)
    counts = [(len(ends) - unnamed, "named"), (unnamed, "unnamed")]
    small = max(number for number, _ in counts) < 10
    told = [f"{in_figures(number) if small else number} {kind}" for number, kind in counts if number]
    voices = "voice" if (unnamed or len(ends)) == 1 else "voices"
    least = "at least " if partial else ""
    return f"{least}{' and '.join(told)} {voices}" if told else ""


def _without_chain(case: Case) -> str:
    opening = _OPENINGS[case.provenance.kind].format(publisher=case.publisher_name)
    names = case.provider_names
    if names and case.provenance.kind != "original":
        opening += f", credited to {listed(names, 3)}"
    match case.provenance.attribution_coverage:
        case "not-assessable":
            return opening
        case "partial":
            return opening + "; no cited voice was found (this language is covered in part)"
        case _:
            return opening + "; no cited voice was found"


def _remarks(case: Case) -> list[str]:
    """What the publisher does about the text, as predicates."""
    remarks = []
    disowning = case.disclaiming("as-is", "no-liability")
    if disowning:
        accuracy = any("accuracy" in clause.objects for d in disowning for clause in d.clauses)
        as_is = any("as-is" in d.kinds for d in disowning)
        remarks.append("disclaims accuracy" if accuracy else "gives it as is" if as_is else "takes no liability for it")
    inputs = [c.outlet.name for c in case.provenance.credits if c.role in INPUT_ROLES and c.outlet.name]
    inputs = [name for name in inputs if name not in case.provider_names]
    if inputs:
        remarks.append(f"uses material of {listed(list(dict.fromkeys(inputs)), 3)}")
    if any(disowns_editing(case, d) for d in case.disclaiming("not-edited")):
        remarks.append("says that its staff did not edit it")
    if case.unnamed_provider is not None and not case.provider_names:
        remarks.append("does not name its provider")
    return remarks
