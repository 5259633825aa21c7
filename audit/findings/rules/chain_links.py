"""Whether a reader can follow the chain: links to cited newsrooms, and chains that bite their tail."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.drafts import about_chain
from audit.findings.names import key
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sites import host_of, same_site
from audit.findings.sketches import step
from audit.findings.specimen import specimen
from audit.findings.wording import path_in_words
from audit.findings.words import finds
from audit.model import Edge, Link, Quoted


def _citations(case: Case) -> Iterator[tuple[Edge, Quoted]]:
    """Cited newsrooms and the words that cite them, each newsroom once; never the publisher, or the media at large."""
    seen = {key(case.publisher_name)}
    for edge in case.provenance.edges:
        if edge.relation != "cites" or not edge.to.name or key(edge.to.name) in seen:
            continue
        words = next((e for e in edge.evidence if isinstance(e, Quoted)), None)
        if words is not None and not finds("unnamed-media", edge.to.name):
            seen.add(key(edge.to.name))
            yield edge, words


def _links_near(case: Case, words: Quoted) -> tuple[Link, ...]:
    block = case.block_at(words.start)
    return block.links if block is not None else ()


def _not_linked(case: Case) -> Iterator[Draft]:
    if not case.html:
        return
    for edge, words in _citations(case):
        elsewhere = [link for link in _links_near(case, words) if _outside(case, link)]
        if elsewhere:
            continue
        yield Draft(
            f"{edge.to.name} is cited and not linked.",
            (words, absent("a link to another site", "the paragraph that cites it")),
            confidence=edge.strength,
            key=f"not-linked:{edge.to.name}",
        )


def _outside(case: Case, link: Link) -> bool:
    host = host_of(link.href)
    return host is not None and not same_site(host, case.host)


CITED_NOT_LINKED = Rule(
    code="CHN302",
    name="cited-outlet-not-linked",
    level="info",
    consumes="chain",
    needs="attributions",
    summary="Another newsroom is cited, and the paragraph has no link that leaves this site.",
    why="With a link readers reach what was really reported in one step; without it they have to take the retelling.",
    answer="Link the report itself, not the newsroom's front page.",
    standards=(
        "AP, Statement of News Values: credit and link other news organisations",
        "The Trust Project: citations and references",
    ),
    false_positives=("Broadcasts and print editions without an address.", "Wire copy, which travels without links."),
    check=_not_linked,
    fires=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported.",
            chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported.",
            links=[("reported", "https://coasttv.example/ferry")],
            chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
        ),
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported.",
            medium="text",
            chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
        ),
    ),
)


def _linked_home(case: Case) -> Iterator[Draft]:
    for edge, words in _citations(case):
        block = case.block_at(words.start)
        if block is None or not edge.to.name or any(_outside(case, link) for link in block.links):
            continue
        for link in block.links:
            anchor = link.span.of(case.text)
            named = edge.to.name.casefold() in anchor.casefold() or anchor.casefold().strip() in edge.to.name.casefold()
            if anchor.strip() and named and same_site(host_of(link.href), case.host):
                yield Draft(
                    f"The name of {edge.to.name} links to a page of this site, not to {edge.to.name}.",
                    (case.quote(link.span),),
                    confidence=edge.strength,
                    key=f"linked-home:{edge.to.name}",
                )
                break


LINKED_HOME = Rule(
    code="CHN303",
    name="link-leads-home",
    level="info",
    consumes="chain",
    needs="attributions",
    summary="A cited newsroom's name carries a link, and the link leads back to this site.",
    why="The reader expects the source behind the name and gets a list of the site's own articles.",
    answer="Let the name link to the report that is cited.",
    standards=("The Trust Project: citations and references",),
    false_positives=("Sister titles of one house that share a site.",),
    check=_linked_home,
    fires=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported.",
            links=[("Coast TV", "https://harbourpost.example/tag/coast-tv")],
            chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported.",
            links=[("Coast TV", "https://coasttv.example/ferry")],
            chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
        ),
        lambda: specimen(
            "body: The ferry will stop, Coast TV reported.",
            links=[("ferry", "https://harbourpost.example/tag/ferry")],
            chains=[[step("cites", "Coast TV", "outlet", "Coast TV reported")]],
        ),
    ),
)


def _loop(case: Case) -> Iterator[Draft]:
    for chain in case.provenance.chains:
        names = [n.name.casefold() for n in case.newsrooms(chain) if n.name]
        if len(set(names)) == len(names) or len(set(names)) < 2:
            continue  # who names itself in its own copy makes no loop
        again = next(n for n in case.newsrooms(chain) if n.name and names.count(n.name.casefold()) > 1)
        told = f"The chain comes back to {again.name}: {path_in_words(case, chain)}."
        yield about_chain(case, chain, told, key=f"loop:{again.name}")
        return


CHAIN_LOOP = Rule(
    code="CHN304",
    name="chain-loop",
    level="note",
    consumes="chain",
    needs="attributions",
    summary="A newsroom stands twice on one chain: it is, through others, its own source.",
    why="A report that returns to where it came from looks confirmed and is not.",
    answer="Find the first report and cite that one.",
    standards=("Reuters, Handbook: two sources are two only where they are independent",),
    false_positives=("Two services of one house that share a name.",),
    check=_loop,
    fires=(
        lambda: specimen(
            "credit: Provided by Northwire",
            "body: The ferry will stop, Northwire reported, citing Harbour Post.",
            kind="aggregator",
            chains=[
                [
                    step("carries", "Northwire", "provider", "Provided by Northwire"),
                    step("cites", "Harbour Post", "outlet", "citing Harbour Post"),
                ]
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop, Harbour Post has learned.",
            chains=[[step("cites", "harbour post", "outlet", "Harbour Post has learned")]],
        ),
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
)

RULES = (CITED_NOT_LINKED, LINKED_HOME, CHAIN_LOOP)
