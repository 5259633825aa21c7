"""What a page's markup says its text is: titles, summary and, on some pages, the whole article body (JSON-LD).

Each is kept as letters and digits alone, folded, so that a run of the page can be looked up in it whatever the CMS did to
quotes, spaces and tags. A hint among others: descriptions are cut short, and an `articleBody` may be a teaser or a copy of
another page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from audit.page.headline import plain, title_forms

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = frozenset({"og:title", "twitter:title", "title", "dc.title", "headline"})
_SUMMARIES = frozenset({"description", "og:description", "twitter:description"})
_LEAST_BODY = 300
"""Characters below which a declared body is a teaser."""
_MOST = 400_000
"""Characters of a script that are read."""
_BODY = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")', re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,400}>")


_ARTICLE, _SITE, _PRODUCT = 2, -1, -2
_KINDS = {"article": _ARTICLE, "website": _SITE, "blog": _SITE, "product": _PRODUCT, "og:product": _PRODUCT}


class Said(NamedTuple):
    """`titles` are the forms the headline may have; `summary` and `body` are "" where the markup has none.

    `kind` is 2 for a page that OpenGraph calls an article, -1 for a site, -2 for a product, 1 for anything else, 0 for none.
    """

    titles: frozenset[str]
    summary: str = ""
    body: str = ""
    kind: int = 0


def read(root: _Element, title: str) -> Said:
    """What the markup below `root` says, whose `<title>` reads `title`."""
    titles = [title]
    summaries: list[str] = []
    kind = 0
    scripts: list[_Element] = []
    for meta in root.iter("meta", "script"):
        if meta.tag == "script":
            scripts.append(meta)
            continue
        content = meta.get("content")
        if not content:
            continue
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _TITLES and len(titles) < 7:
            titles.append(content)
        elif name in _SUMMARIES and len(summaries) < 4:
            summaries.append(content[:1_000])
        elif name == "og:type" and not kind:
            kind = _KINDS.get(content.strip().lower(), 1)
    return Said(title_forms(titles), "|".join(map(plain, dict.fromkeys(summaries))), _body(scripts), kind)


def _body(scripts: Iterable[_Element]) -> str:
    for script in scripts:
        source = script.text
        if not source or "articleBody" not in source:
            continue
        found = _BODY.search(source[:_MOST])
        if found is None:
            continue
        try:
            said = json.loads(found.group(1), strict=False)
        except ValueError:
            continue
        body = plain(_TAG.sub(" ", html.unescape(html.unescape(said))))
        if len(body) >= _LEAST_BODY:
            return body
    return ""
