"""The finder: candidates of each block of reporting, kept where a row of citation matches around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from audit.lexicon import outlets
from audit.model import Attribution, Block, Citation, Credit, Node, Page, Publisher, Span
from audit.provenance.citations.attributed import attributed
from audit.provenance.citations.candidates import candidates
from audit.provenance.citations.collective import collective_voices
from audit.provenance.citations.language import languages_of, reporting_blocks
from audit.provenance.citations.matching import cited
from audit.provenance.citations.namesakes import without_namesakes
from audit.provenance.citations.own import is_own, own_names
from audit.provenance.citations.party import not_parties
from audit.provenance.citations.rows import compiled
from audit.provenance.outlet_names import Canonical

_MOST = 4000
"""Names looked at on one page; beyond it a page is a directory, not an article."""


def find_citations(
    page: Page,
    publisher: Publisher,
    credits: Sequence[Credit],
    attributions: Sequence[Attribution] = (),
) -> tuple[Citation, ...]:
    """The outlets that the page's reporting relays, in the order of the text; one citation a mention that is cited.

    `attributions` add the outlets that they take for a source. Collective voices with a nation or class to their name
    ("Pakistani media", "spanischen Medienberichten") are given with node type `collective`.
    """
    own = own_names(publisher, credits)
    reporting = reporting_blocks(page)
    tongues = languages_of(page)
    found: list[Citation] = []
    seen = 0
    for block, named in _by_block(page.text, reporting):
        mentions = without_namesakes(page.text, named, page.language)
        for tongue in tongues:
            listed = candidates(page.text, block, tongue, mentions)[: _MOST - seen]
            names = [c for c in listed if not is_own(c, page.text, own)]
            seen += len(names)
            found.extend(cited(page.text, block, names, tongue, by_surroundings=tongue == tongues[0]))
            found.extend(collective_voices(page.text, block, tongue, compiled(tongue)))
        if seen >= _MOST:
            break
    found.extend(attributed(page, attributions, own, found, tongues))
    return _one_name_each(not_parties(page.text, list(_distinct(found)), tongues))


def _by_block(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, list[outlets.Mention]]]:
    """Each block with the lexicon's names in it; adjoining blocks are searched in one go."""
    found = iter(outlets.find(text, Span(blocks[0].start, blocks[-1].end)) if blocks else ())
    mention = next(found, None)
    for block in blocks:
        inside = []
        while mention is not None and mention.start < block.end:
            if mention.start >= block.start and mention.end <= block.end:
                inside.append(mention)
            mention = next(found, None)
        yield block, inside


def _one_name_each(found: Iterable[Citation]) -> tuple[Citation, ...]:
    """Mentions of one outlet under several names ("IRNA", "the Islamic Republic News Agency") as one node: the first."""
    names = Canonical()
    named = []
    for citation in found:
        node = Node(names.name(citation.outlet.name or ""), citation.outlet.type)
        named.append(citation if node == citation.outlet else msgspec.structs.replace(citation, outlet=node))
    return tuple(named)


def _distinct(found: Sequence[Citation]) -> Iterator[Citation]:
    """In the order of the text, one citation a place."""
    reached = -1
    for citation in sorted(found, key=lambda c: (c.start, -c.end, -c.strength, c.row)):
        if citation.start >= reached:
            yield citation
            reached = citation.end
