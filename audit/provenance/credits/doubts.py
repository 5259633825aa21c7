"""Where a name in a credit's form may be none: a word of common use, a surname, an institution, a name in brackets."""

from __future__ import annotations

import re

from audit.lexicon.forms.folding import fold
from audit.lexicon.forms.patterns import marked_names, sure_names
from audit.lexicon.word_sets import words_of
from audit.model import Mark, Outlet, Page, Publisher, Span

from .naming import is_publisher, known

_AT_HOME = {"Associated Press": "", "TT": "sv", "Anadolu": "tr"}
"""Agencies with a name of two letters, and the language on whose pages it is one by itself; `AP` is it anywhere."""


def means_other_things(words: str, name: str, language: str | None) -> bool:
    """Whether a name alone on its line may be no agency: `AA`, the button for the size of letters; `MENA`, a section.

    Names of that sort in another script than Latin count on pages of their language, where they stand in a byline.
    """
    if words.isascii() and len(words) == 2:
        return not (language or "").startswith(_AT_HOME.get(name, "-"))
    return words.isascii() and fold(words) in marked_names() and words not in sure_names()


def named_in_full(slot: Span, text: str, outlet: Outlet | None) -> bool:
    """Whether a slot names an outlet beyond doubt without a form that asks for one."""
    words = slot.of(text)
    return outlet is not None and known(words) is outlet and (not outlet.needs_context or len(words.split()) >= 2)


def may_be_a_surname(text: str, slot: Span) -> bool:
    """`Jason Bloomberg`: one word with a capital directly behind a name, no comma and no article between."""
    words = slot.of(text)
    before = text[max(0, slot.start - 5) : slot.start]
    return (
        words.isalpha()
        and words.istitle()
        and before.endswith(" ")
        and before.rstrip()[-1:].isalpha()
        and "the" not in before.lower()
    )


def can_prefix(words: str, outlet: Outlet | None, publisher: Publisher) -> bool:
    """A prefix is an aggregator's or the publisher's own; two names in brackets are much else."""
    if is_publisher(words, outlet, publisher):
        return True
    return outlet is not None and outlet.kind in ("aggregator", "syndicator", "republisher", "release-wire")


_INSTITUTION = words_of("institution")


def institution(name: str) -> bool:
    """Whether a name that no table knows is a company's or an institution's, to judge by its words."""
    words = name.casefold().replace(",", " ").split()
    return not _INSTITUTION.isdisjoint(words) and not {"news", "press", "media"} & set(words)


_NEWSY = re.compile(
    r"news|times|post|press|herald|tribune|gazette|journal|daily|observer|zeitung|blatt|nachrichten|kurier|presse|actu|info|"
    r"noticia|diario|periodico|jornal|giornale|notizie|haber|gazete|wiadomosci|radio|tv|media|online|report|today|courant|krant"
)


def newsy(host: str) -> bool:
    """Whether a host that no table knows is called what news sites are: `bvinews.com`."""
    return _NEWSY.search(host.casefold().rpartition(".")[0]) is not None


_ANDHRA = words_of("andhra-place")


def in_andhra(text: str, mark: Mark) -> bool:
    """Whether the AP behind a place is Andhra Pradesh: `Vijayawada (AP):`."""
    place = mark.slot("place")
    return place is not None and place.of(text).casefold().strip(" ,.") in _ANDHRA


SUBJECT_BLOCKS = 4
SUBJECT_MENTIONS = 3
INSTITUTION_MENTIONS = 2
"""Mentions that will do where a name's own words show that it is a company's or an institution's."""


def is_subject(page: Page, name: str) -> bool:
    """Whether a text is about whoever a source line names: named in its first blocks, and again later."""
    known_as = name.split(" (")[0]
    if len(known_as) < 4 or known(name) is not None:
        return False
    told = [page.text[b.start : b.end] for b in page.blocks if b.label in ("headline", "standfirst", "body", "quote")]
    enough = INSTITUTION_MENTIONS if institution(name) else SUBJECT_MENTIONS
    return any(known_as in part for part in told[:SUBJECT_BLOCKS]) and (
        sum(part.count(known_as) for part in told) >= enough
    )
