"""Putting facts into plain English: chains, voices and counts, always describing, never judging."""

from __future__ import annotations

from audit.findings.case import Case
from audit.findings.phrasing import clipped
from audit.model import Chain, Edge, Node, Relation

_VERBS: dict[Relation, str] = {
    "publishes": "publishes",
    "carries": "carries",
    "distributed-by": "has it through",
    "republished-from": "republishes",
    "translated-from": "translates",
    "cites": "cites",
    "attributes-to": "attributes it to",
    "links-to": "links to",
}

_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth")


def hand_in_words(newsrooms: int) -> str:
    """`Third` for three newsrooms between the reader and the voice; `9th` beyond the sixth."""
    return _ORDINALS[newsrooms] if 0 < newsrooms < len(_ORDINALS) else f"{newsrooms}th"


def path_in_words(case: Case, chain: Chain) -> str:
    """`MENAFN carries an unnamed provider, which cites Samaa TV, which attributes it to unnamed “Diplomatic sources”`."""
    steps = case.steps(chain)
    if not steps:
        return node_in_words(chain.nodes[0]) if chain.nodes else case.publisher_name
    said = [node_in_words(steps[0].from_)]
    for number, edge in enumerate(steps):
        said.append(("" if number == 0 else "which ") + step_in_words(edge))
    return said[0] + " " + ", ".join(said[1:])


def step_in_words(edge: Edge) -> str:
    """`cites Samaa TV`; the words that a relation and its two ends take in a sentence."""
    if edge.relation == "attributes-to" and edge.from_.type in ("publisher", "provider", "intermediary", "outlet"):
        return f"cites {node_in_words(edge.to)}"
    return f"{_VERBS[edge.relation]} {node_in_words(edge.to)}"


def voice_in_words(node: Node) -> str:
    """As `node_in_words`, where the sentence need not say that the source is unnamed: `“port sources”`."""
    return f"“{clipped(node.name, 60)}”" if node.type == "unnamed" and node.name else node_in_words(node)


def node_in_words(node: Node) -> str:
    """A node as a sentence names it: its name; for what has none, what it is."""
    if node.type == "unnamed":
        if not node.name:
            return "an unnamed source"
        says_so = node.name.casefold().startswith(("unnamed ", "anonymous "))
        return ("" if says_so else "unnamed ") + f"“{clipped(node.name, 60)}”"
    if node.type == "collective" and node.name:
        return f"“{clipped(node.name, 60)}”"
    if node.name:
        described = node.name[0].islower() and node.type in ("organisation", "government", "document", "person")
        return f"“{clipped(node.name, 60)}”" if described else node.name
    return {
        "provider": "an unnamed provider",
        "intermediary": "an unnamed intermediary",
        "publisher": "the publisher",
        "none": "nobody in particular",
    }.get(node.type, "an unnamed voice")


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_figures(number: int) -> str:
    """`five`, `12`: as newspapers set numbers, in words up to nine."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def more_in_words(number: int, of_what: str = "") -> str:
    """What was left out: `There is one more.`, or `There are 12 more of this kind.` with words for what it is."""
    kind = f" {of_what}" if of_what else ""
    return f"There is one more{kind}." if number == 1 else f"There are {in_figures(number)} more{kind}."


def unassessable_in_words(because: str | None) -> str:
    """Why a page cannot be assessed, as the middle of a sentence with one colon of its own at most."""
    return (because or "the page has no readable text").rstrip(".").replace("): ", "), since ")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 claim`, `3 claims`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
