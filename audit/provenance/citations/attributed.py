"""Outlets that an attribution takes for its source and no row of citation has found.

An outlet that does something ("sued", "moved") relays nothing: the cue must be one of reporting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from audit.lexicon import outlets
from audit.model import Attribution, Citation, Node, Page, Span
from audit.provenance.citations.candidates import Candidate
from audit.provenance.citations.namesakes import without_namesakes
from audit.provenance.citations.own import is_own
from audit.provenance.citations.rows import words
from audit.provenance.citations.standing import is_another
from audit.provenance.outlet_names import cited_as, letters

NEAR = 3
"""Characters between a source and a name found already that make them one: the source `-Zeitung` behind `„Bild“`."""
_CUES = (
    "according|citing|cites|cited|quotes|quoted|quoting|confirmed|confirms|disclosed|discloses|claimed|claims|noted|notes|"
    "found|finds|showed|shows|estimated|estimates|wrote|writes|described|describes|argued|argues|called|calls|listed|"
    "detailed|explained|per|in a"
)


def attributed(
    page: Page,
    attributions: Sequence[Attribution],
    own: frozenset[str],
    found: Sequence[Citation],
    languages: Sequence[str],
) -> Iterator[Citation]:
    """A citation for each such attribution: of the lexicon's outlets in its source, else of the voice's own name."""
    taken = [Span(max(0, c.start - NEAR), c.end + NEAR) for c in found]
    for attribution in attributions:
        if (
            attribution.voice.type != "outlet"
            or attribution.where == "caption"
            or not _reports(page, attribution, languages)
        ):
            continue
        for source in attribution.source:
            if any(source.meets(span) for span in taken):
                continue
            for candidate in _named(page, attribution, source):
                span = Span(candidate.start, candidate.end)
                if (
                    is_own(candidate, page.text, own)
                    or is_another(page.text, candidate)
                    or any(span.meets(t) for t in taken)
                ):
                    continue
                cue = attribution.cue[0] if attribution.cue else source
                taken.append(span)
                yield Citation(Node(candidate.name, "outlet"), span.start, span.end, cue, "attribution", 0.8)


def _named(page: Page, attribution: Attribution, source: Span) -> Iterator[Candidate]:
    known = outlets.find(page.text, source)
    mentions = without_namesakes(page.text, known, page.language)
    for mention in mentions:
        if not mention.certain and _GOES_ON.match(page.text, mention.end, source.end):
            continue
        shown = cited_as(mention.outlet, page.text[mention.start : mention.end], page.text, mention.end)
        yield Candidate(mention.start, mention.end, mention.outlet, mention.certain, shown)
    name = attribution.voice.name
    if not known and name and _may_be_a_name(name) and letters(name) in letters(source.of(page.text)):
        name = _CLASS_BEHIND.sub("", name).rstrip("'’")
        yield Candidate(source.start, source.end, None, True, name)


def _may_be_a_name(name: str) -> bool:
    """False for a description: "members of the press", "the university's student newspaper", "X's station in Y"."""
    cased = any(char.isupper() or char.upper() == char for char in name if char.isalpha())
    return cased and not _DESCRIBED.search(name)


_DESCRIBED = re.compile(r"['’]s\s+[^\W\d_]*[a-z]\b.*\s|['’]s\s+[a-z]|^(?:the|a|an)?\s*[a-z][^A-Z]*$")
_GOES_ON = re.compile(
    r"[ \xa0-](?!(?:reporters?|correspondents?|journalists?|newspaper|magazine|report|story)\b)[^\W\d_]"
)
"""A source that goes on behind a name which means other things too: "one DNA strand"."""
_CLASS_BEHIND = re.compile(
    r"(?<=\w) (?:television|newspaper|daily|radio|magazine|news agency|news site|website|broadcaster)$"
)


def _reports(page: Page, attribution: Attribution, languages: Sequence[str]) -> bool:
    """Whether the cue is a word of reporting, or what follows is speech; of a language without a list any cue is."""
    cue = " ".join(span.of(page.text) for span in attribution.cue).casefold()
    patterns = [_cues(language) for language in languages[:1] if words()[language].said]
    if not cue or not patterns or any(pattern.search(cue) for pattern in patterns):
        return True
    return any(_SPEECH.search(page.text, max(0, c.start - 3), min(c.end, c.start + 6)) for c in attribution.content)


_SPEECH = re.compile('[:"“„«»「『]|\\bthat\\b')
"""What opens speech: a colon, a quotation mark, "that"."""


@cache
def _cues(language: str) -> Any:
    import re2

    said = words()[language].said
    return re2.compile(rf"(?i)(?:^|[^\pL])(?:{said}|{_CUES})" if language == "en" else rf"(?i)(?:^|[^\pL])(?:{said})")
