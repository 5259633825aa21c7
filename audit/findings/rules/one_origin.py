"""How many beginnings the chains have, and which steps are our own conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import step
from audit.findings.specimen import specimen
from audit.findings.wording import count, node_in_words, voice_in_words


def _one_newsroom(case: Case) -> Iterator[Draft]:
    chains = [c for c in case.provenance.chains if c.edges]
    if len(chains) < 2:
        return
    cited: set[str] | None = None
    for chain in chains:
        names = {e.to.name for e in case.steps(chain) if e.relation == "cites" and e.to.name}
        cited = names if cited is None else cited & names
    if not cited:
        return
    for name in sorted(cited):
        edge = next(e for e in case.provenance.edges if e.relation == "cites" and e.to.name == name)
        yield Draft(
            f"All {count(len(chains), 'chain')} to an end voice pass through one cited newsroom, {name}.",
            edge.evidence,
            confidence=edge.strength,
            key=f"one-origin:{name}",
        )


ONE_ORIGIN = Rule(
    code="CHN306",
    name="one-origin",
    level="note",
    consumes="chain",
    needs="all-attributions",
    summary="Whatever the page attributes, it has from one other newsroom's report.",
    why="Several voices look like several sources. Here one newsroom heard them all, and this page heard none.",
    answer="Say at the top whose report this retells, and add what the newsroom could find out itself.",
    standards=("Reuters, Handbook: two sources are two only where they are independent",),
    false_positives=("Own reporting without attributions beside the retelling.",),
    check=_one_newsroom,
    fires=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported, citing Ivo Brandt. Ada Moore told Coast TV the port would close.",
            chains=[
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step("attributes-to", "Ivo Brandt", "person", "citing Ivo Brandt"),
                ],
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step("attributes-to", "Ada Moore", "person", "Ada Moore told"),
                ],
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported, citing Ivo Brandt. Ada Moore said the port would close.",
            chains=[
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step("attributes-to", "Ivo Brandt", "person", "citing Ivo Brandt"),
                ],
                [step("attributes-to", "Ada Moore", "person", "Ada Moore said")],
            ],
        ),
    ),
)


def _inferred(case: Case) -> Iterator[Draft]:
    for edge in case.provenance.edges:
        if edge.basis != "inferred" or edge.from_.type not in ("outlet",):
            continue
        why = f" ({edge.why})" if edge.why else ""
        yield Draft(
            f"The page does not say that {voice_in_words(edge.to)} spoke to {node_in_words(edge.from_)}; it is inferred{why}.",
            edge.evidence,
            confidence=edge.strength,
            basis="inferred",
            key=f"inferred:{edge.from_.name}>{edge.to.name}",
        )


INFERRED_STEP = Rule(
    code="CHN308",
    name="inferred-step",
    level="info",
    consumes="chain",
    needs="attributions",
    summary="The page does not say whose source a voice is; the step was inferred from where the words stand.",
    why="After “Coast TV reported”, readers take the next source for Coast TV's. The text leaves it open.",
    answer="Say in the sentence whose source it is.",
    standards=("AP, Statement of News Values: attribution in the same sentence",),
    false_positives=("None known: the statement is about the inference, which the chain shows with its reason.",),
    check=_inferred,
    fires=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported. Port sources said repairs were due.",
            chains=[
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step(
                        "attributes-to",
                        "Port sources",
                        "unnamed",
                        "Port sources said",
                        "inferred",
                        0.6,
                        "next sentence",
                    ),
                ]
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported, citing port sources.",
            chains=[
                [
                    step("cites", "Coast TV", "outlet", "Coast TV reported"),
                    step("attributes-to", "port sources", "unnamed", "citing port sources"),
                ]
            ],
        ),
    ),
)

RULES = (ONE_ORIGIN, INFERRED_STEP)
