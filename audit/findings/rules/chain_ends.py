"""How long a chain is and whom it ends with."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import SURE, Case
from audit.findings.drafts import about_chain
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import claim, person, step, unnamed
from audit.findings.specimen import specimen
from audit.findings.wording import hand_in_words, path_in_words
from audit.model import Chain


def _ends_anonymous(case: Case) -> Iterator[Draft]:
    for chain in case.provenance.chains:
        steps = case.steps(chain)
        relayed = any(e.relation == "cites" for e in steps)
        if chain.nodes[-1].type != "unnamed" or not relayed or steps[-1].strength < SURE:
            continue  # who is unnamed in the text's own newsroom is ANO202's
        yield about_chain(
            case,
            chain,
            f"The chain ends with nobody who can be asked: {path_in_words(case, chain)}.",
            absent("a name for the end voice", "the whole text"),
            key="chain:" + _nodes(chain),
        )


def _nodes(chain: Chain) -> str:
    return ">".join(n.name or n.type for n in chain.nodes)


CHAIN_ENDS_ANONYMOUS = Rule(
    code="ANO206",
    name="chain-ends-anonymous",
    level="note",
    consumes="chain",
    needs="attributions",
    summary="The page relays another newsroom, whose source has no name.",
    why="Each relay makes a claim look firmer, while its weight remains that of the unnamed source at the end.",
    answer="Give the end of the chain, not its last newsroom: who is said to have said it, to whom, and that it is unnamed.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: say that a claim comes from an anonymous source and not from us",
        "AP, When is it OK to use anonymous sources: the same rules hold for material from other news outlets",
    ),
    false_positives=("A later paragraph names the source and the link between the two was not seen.",),
    check=_ends_anonymous,
    fires=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported. Port sources said repairs were due.",
            claims=[claim("Port sources", "said", "repairs were due", unnamed("Port sources", "G2"))],
            chains=[
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step("attributes-to", "Port sources", "unnamed", "Port sources said", "inferred", 0.6),
                ]
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: Port sources said repairs were due.",
            claims=[claim("Port sources", "said", "repairs were due", unnamed("Port sources", "G2"))],
            chains=[[step("attributes-to", "Port sources", "unnamed", "Port sources said")]],
        ),
        lambda: specimen(
            "body: PORT ELSE (Northwire) - Port sources said repairs were due.",
            kind="wire",
            chains=[
                [
                    step("carries", "Northwire", "provider", "(Northwire)", "declared"),
                    step("attributes-to", "Port sources", "unnamed", "Port sources said"),
                ]
            ],
        ),
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported, citing Ivo Brandt.",
            chains=[
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step("attributes-to", "Ivo Brandt", "person", "citing Ivo Brandt"),
                ]
            ],
        ),
    ),
)


def _third_hand(case: Case) -> Iterator[Draft]:
    deepest: Chain | None = max(case.provenance.chains, key=lambda c: len(case.newsrooms(c)), default=None)
    if deepest is None:
        return
    hands = len(case.newsrooms(deepest))
    if hands < 3:
        return
    hand = hand_in_words(hands).lower()
    nearer = any(len(case.newsrooms(c)) < hands for c in case.provenance.chains)
    where = f"Some of it reaches the reader at {hand} hand" if nearer else f"The reader is at {hand} hand"
    told = f"{where}: {path_in_words(case, deepest)}."
    yield about_chain(case, deepest, told, key="depth:" + _nodes(deepest))


THIRD_HAND = Rule(
    code="CHN301",
    name="third-hand",
    level="note",
    consumes="chain",
    needs="attributions",
    summary="Three newsrooms or more stand between the reader and whoever spoke.",
    why="Nobody on this page heard the source. Every step may have shortened, translated or firmed up what was said.",
    answer="Go to the newsroom nearest to the source, link it, and say what it has that the others repeat.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: prefer first-hand sources",
        "Reuters, Handbook: witnessed before named",
    ),
    false_positives=("Agencies that share one newsroom; a broadcaster and its own website counted as two.",),
    check=_third_hand,
    fires=(
        lambda: specimen(
            "credit: Provided by Northwire",
            "body: The ferry will stop, Coast TV reported.",
            kind="aggregator",
            chains=[
                [
                    step("carries", "Northwire", "provider", "Provided by Northwire"),
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                ]
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported, citing Ivo Brandt.",
            claims=[claim("Ivo Brandt", "citing", "The ferry will stop", person("Ivo Brandt"))],
            chains=[
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step("attributes-to", "Ivo Brandt", "person", "citing Ivo Brandt"),
                ]
            ],
        ),
    ),
)

RULES = (CHAIN_ENDS_ANONYMOUS, THIRD_HAND)
