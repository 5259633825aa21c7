"""The chain: from credits, citations and attributions to edges and paths."""

from __future__ import annotations

import msgspec
import pytest

from audit.model import (
    Attribution,
    Block,
    Citation,
    Credit,
    CreditRole,
    Disclaimer,
    Edge,
    Node,
    Page,
    Publisher,
    Quoted,
    Span,
    Voice,
)
from audit.provenance.chain import build

TEXT = (
    "The dam will hold, Harbour TV reported. Diplomatic sources said talks resume. "
    "Ana Ruiz said no. By dpa/AFP. Contact the provider above."
)
PAGE = Page(TEXT, "text", (Block("body", 0, len(TEXT), 1.0, "test"),))
PUBLISHER = Publisher("Meridian", "meridian.example", "observed")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def quoted(words: str) -> Quoted:
    span = at(words)
    return PAGE.quote(span.start, span.end)


def credit(name: str | None, role: CreditRole, strength: float = 1.0) -> Credit:
    return Credit(role, Node(name, "outlet"), "test", quoted("By dpa/AFP"), strength=strength)


def citation(name: str) -> Citation:
    span = at("Harbour TV reported")
    return Citation(Node(name, "outlet"), span.start, span.end, at("reported"), "test")


def said(words: str, voice: Voice, relayed_by: tuple[str, ...] = ()) -> Attribution:
    return Attribution(
        (at(words),), (), (at("talks resume"),), "indirect", voice, relayed_by=relayed_by,
        relay_basis="inferred" if relayed_by else None, relay_scope="next sentence, same paragraph" if relayed_by else None,
    )  # fmt: skip


UNNAMED = Voice("unnamed", "Diplomatic sources")
RUIZ = Voice("person", "Ana Ruiz")


def notice() -> Disclaimer:
    span = at("Contact the provider above")
    return Disclaimer(
        ("as-is",), span.start, span.end, quoted("Contact the provider above"), complaints_to="the provider above"
    )


def steps(edges: tuple[Edge, ...]) -> list[tuple[str | None, str, str | None]]:
    return [(e.from_.name, e.relation, e.to.name) for e in edges]


def test_a_provider_that_is_referred_to_but_not_named_is_a_node_without_a_name() -> None:
    edges, chains = build(
        PAGE,
        PUBLISHER,
        (),
        (notice(),),
        (citation("Harbour TV"),),
        (said("Diplomatic sources", UNNAMED, ("Harbour TV",)),),
    )
    assert steps(edges) == [
        ("Meridian", "carries", None), (None, "cites", "Harbour TV"), ("Harbour TV", "attributes-to", "Diplomatic sources"),
    ]  # fmt: skip
    assert [e.basis for e in edges] == ["declared", "observed", "inferred"]
    assert edges[2].why == "next sentence, same paragraph"
    assert edges[2].strength < edges[1].strength
    assert [c.hops for c in chains] == [3]
    assert chains[0].ends_anonymous


def test_own_reporting_has_no_carrying_step() -> None:
    edges, chains = build(PAGE, PUBLISHER, (), (), (), (said("Ana Ruiz", RUIZ),))
    assert steps(edges) == [("Meridian", "attributes-to", "Ana Ruiz")]
    assert not chains[0].ends_anonymous


def test_a_joint_credit_is_one_step() -> None:
    edges, _ = build(
        PAGE, PUBLISHER, (credit("dpa", "carried"), credit("AFP", "carried")), (), (), (said("Ana Ruiz", RUIZ),)
    )
    assert steps(edges) == [("Meridian", "carries", "dpa / AFP"), ("dpa / AFP", "attributes-to", "Ana Ruiz")]


def test_an_intermediary_keeps_its_step() -> None:
    edges, chains = build(
        PAGE, PUBLISHER, (credit("SyndiGate", "distributed"), credit("Press TV", "carried")), (), (), ()
    )
    assert steps(edges) == [("Meridian", "distributed-by", "SyndiGate"), ("SyndiGate", "carries", "Press TV")]
    assert chains[0].hops == 2


def test_a_mixed_credit_leaves_the_text_with_the_publisher() -> None:
    edges, _ = build(PAGE, PUBLISHER, (credit("PTI", "mixed"),), (), (), (said("Ana Ruiz", RUIZ),))
    assert ("Meridian", "attributes-to", "Ana Ruiz") in steps(edges)
    assert ("Meridian", "carries", "PTI") in steps(edges)


def test_a_photo_credit_is_no_step() -> None:
    assert build(PAGE, PUBLISHER, (credit("Getty Images", "photo"),), (), (), ()) == ((), ())


@pytest.mark.parametrize("name", ["Meridian", "dpa"])
def test_who_names_itself_in_its_own_copy_is_not_cited(name: str) -> None:
    joint = (credit("dpa", "carried"), credit("AFP", "carried"))
    edges, _ = build(PAGE, PUBLISHER, joint, (), (citation(name),), ())
    assert steps(edges) == [("Meridian", "carries", "dpa / AFP")]


def test_the_same_step_twice_is_one_edge_with_both_quotes() -> None:
    edges, chains = build(PAGE, PUBLISHER, (), (), (), (said("Ana Ruiz", RUIZ), said("Ana Ruiz said", RUIZ)))
    assert len(edges) == len(chains) == 1
    assert len(edges[0].evidence) == 2


def test_an_outlet_that_speaks_is_cited_where_a_citation_says_that_it_reports() -> None:
    voice = Voice("outlet", "Harbour TV")
    edges, _ = build(PAGE, PUBLISHER, (), (), (citation("Harbour TV"),), (said("Harbour TV", voice),))
    assert steps(edges) == [("Meridian", "cites", "Harbour TV")]
    assert build(PAGE, PUBLISHER, (), (), (), (said("Harbour TV", voice),)) == ((), ())


def test_an_outlet_is_one_node_under_all_its_names() -> None:
    edges, _ = build(
        PAGE, PUBLISHER, (), (), (citation("Harbour TV"),), (said("Diplomatic sources", UNNAMED, ("The Harbour TV",)),)
    )
    assert steps(edges) == [("Meridian", "cites", "Harbour TV"), ("Harbour TV", "attributes-to", "Diplomatic sources")]


def test_a_loop_is_cut() -> None:
    relayed = said("Diplomatic sources", UNNAMED, ("Harbour TV", "Coast Radio"))
    back = said("Ana Ruiz", RUIZ, ("Coast Radio", "Harbour TV"))
    _, chains = build(PAGE, PUBLISHER, (), (), (), (relayed, back))
    for chain in chains:
        assert len(set(chain.nodes)) == len(chain.nodes)


def test_edges_of_a_chain_join_its_nodes() -> None:
    edges, chains = build(
        PAGE, PUBLISHER, (credit("dpa", "carried"),), (), (citation("Harbour TV"),),
        (said("Diplomatic sources", UNNAMED, ("Harbour TV",)), said("Ana Ruiz", RUIZ)),
    )  # fmt: skip
    assert len(chains) == 2
    for chain in chains:
        assert chain.nodes[0] == Node("Meridian", "publisher")
        for index, (one, other) in zip(chain.edges, zip(chain.nodes, chain.nodes[1:], strict=False), strict=True):
            assert (edges[index].from_, edges[index].to) == (one, other)


def test_a_collective_that_relays_is_no_outlet() -> None:
    media = said("Harbour TV", Voice("collective", "local media"))
    relayed = said("Ana Ruiz", RUIZ, ("local media",))
    edges, chains = build(PAGE, PUBLISHER, (), (), (), (relayed, media))
    assert steps(edges) == [("Meridian", "attributes-to", "local media"), ("local media", "attributes-to", "Ana Ruiz")]
    assert [c.hops for c in chains] == [2]


@pytest.mark.parametrize("where", ["headline", "caption"])
def test_headlines_and_captions_are_no_steps(where: str) -> None:
    short = msgspec.structs.replace(said("Ana Ruiz", RUIZ), where=where)
    assert build(PAGE, PUBLISHER, (), (), (), (short,)) == ((), ())


def test_a_nations_media_are_cited_once_whichever_way_they_are_found() -> None:
    span = at("Harbour TV reported")
    media = Citation(Node("Valdorian media", "collective"), span.start, span.end, at("reported"), "test")
    voice = said("Harbour TV", Voice("collective", "Valdorian media"))
    relayed = said("Ana Ruiz", RUIZ, ("Valdorian media",))
    edges, _ = build(PAGE, PUBLISHER, (), (), (media,), (voice, relayed))
    assert steps(edges) == [("Meridian", "cites", "Valdorian media"), ("Valdorian media", "attributes-to", "Ana Ruiz")]
    assert edges[0].to.type == "collective"
