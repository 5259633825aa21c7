"""What a page's markup says of the page: tags of the head, structured data, the state of its CMS, traces of republishing.

Everything is kept with the place where it stood and without judging it: a wrong or self-serving value is evidence too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Declared

from .cms_state import cms_state
from .json_ld import json_ld
from .meta_tags import meta_tags
from .traces import traces

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_declared"]

LONGEST_VALUE = 600
MOST_VALUES = 400
_ADDRESSES = frozenset({"canonical", "amphtml", "feed", "site-url", "syndication-source", "original-source"})


def read_declared(tree: _Element, url: str | None, html: str | None = None) -> tuple[Declared, ...]:
    """Every declared value of the page, head first, in the order found, each once.

    `url` is the page's address where it is known; relative addresses are made absolute with it. `html` is what `tree`
    was parsed from: it spares a search for what it does not have, and holds the comments that a parser drops. Values
    are trimmed, white space in them is one space, and none is longer than 600 characters; no more than 400 are kept.
    """
    kept: dict[tuple[str, str, str], Declared] = {}
    for found in (meta_tags(tree), json_ld(tree), cms_state(tree), traces(tree, html)):
        for said in found:
            value = " ".join(said.value.split())[:LONGEST_VALUE]
            if said.name in _ADDRESSES and url:
                value = _absolute(url, value)
            if value:
                kept.setdefault((said.name, value, said.place), Declared(said.name, value, said.place))
            if len(kept) >= MOST_VALUES:
                return tuple(kept.values())
    return tuple(kept.values())


def _absolute(url: str, value: str) -> str:
    from urllib.parse import urljoin

    if value.startswith(("http:", "https:")) or " " in value:
        return value
    try:
        return urljoin(url, value)
    except ValueError:  # a malformed address stays as it is
        return value
