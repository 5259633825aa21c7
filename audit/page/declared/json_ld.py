"""Structured data: JSON-LD, repaired where it is broken, and microdata.

Only what is said of the page's article and of who publishes it is kept; what is said of pictures, videos, breadcrumbs
and teasers is not, for their rights are not the text's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from audit.model import Declared

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_SCRIPT = 2_000_000
MOST_NODES = 4_000
DEEPEST = 12

ARTICLE: dict[str, str] = {
    "headline": "headline", "author": "author", "creator": "author", "publisher": "publisher", "provider": "provider",
    "sourceOrganization": "source-organization", "copyrightHolder": "copyright-holder", "copyrightNotice": "rights",
    "creditText": "credit-text", "isBasedOn": "is-based-on", "isBasedOnUrl": "is-based-on", "citation": "citation",
    "translationOfWork": "translation-of", "datePublished": "published", "dateModified": "modified",
    "inLanguage": "language", "articleSection": "section", "dateline": "dateline", "license": "rights",
    "usageInfo": "rights", "acquireLicensePage": "rights", "isAccessibleForFree": "is-accessible-for-free",
    "genre": "type", "digitalSourceType": "digital-source-type", "correction": "correction", "backstory": "backstory",
    "keywords": "keywords", "description": "description", "url": "canonical", "mainEntityOfPage": "canonical",
    "sameAs": "same-as", "maintainer": "maintainer", "sponsor": "sponsor", "funder": "sponsor", "translator": "translator",
    "contributor": "contributor", "editor": "contributor", "locationCreated": "location-created",
    "publishingPrinciples": "policy", "contentLocation": "location-created", "producer": "provider",
    "sdPublisher": "markup-publisher", "isPartOf": "is-part-of", "accountablePerson": "contributor",
}  # fmt: skip
"""Properties of an article and our word for each."""
ORGANISATION: dict[str, str] = {
    "name": "site-name", "legalName": "legal-name", "url": "site-url", "parentOrganization": "owner",
    "unnamedSourcesPolicy": "policy", "correctionsPolicy": "policy", "ethicsPolicy": "policy",
    "verificationFactCheckingPolicy": "policy", "ownershipFundingInfo": "policy", "actionableFeedbackPolicy": "policy",
    "masthead": "policy", "missionCoveragePrioritiesPolicy": "policy", "noBylinesPolicy": "policy",
    "diversityPolicy": "policy", "publishingPrinciples": "policy",
}  # fmt: skip
_PAGE: dict[str, str] = {
    "publisher": "publisher",
    "isPartOf": "is-part-of",
    "inLanguage": "language",
    "copyrightHolder": "copyright-holder",
    "datePublished": "published",
    "dateModified": "modified",
}
_ARTICLE_TYPE = re.compile(
    r"Article|BlogPosting|NewsItem|LiveBlogPosting|SocialMediaPosting|CreativeWork$|^Report$|^Review$|OpinionNews"
)
_NO_ARTICLE = frozenset(
    {"ImageObject", "VideoObject", "BreadcrumbList", "ListItem", "Person", "ItemList", "Product", "Comment"}
)
_PUBLISHERS = re.compile(
    r"Organization$|^Corporation$|^NewsMedia|^WebSite$|^Newspaper$|^Periodical$|^RadioStation$|^TelevisionStation$"
)
_ADDRESSES = frozenset({"canonical", "is-based-on", "site-url", "policy", "same-as"})
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_CONTROL = re.compile(r"[\x00-\x1f]")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")


def json_ld(tree: _Element) -> Iterator[Declared]:
    """Values of JSON-LD scripts, then of microdata."""
    roots: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= LONGEST_SCRIPT:
            roots += parse(script.text)
    named: dict[str, dict[str, Any]] = {}
    nodes = list(_nodes(roots, named))
    articles = [node for node in nodes if is_article(node)]
    for node in articles[:1] or []:
        yield from _article(node, named)
    for node in articles[1:]:
        # Further articles are mostly teasers; what names the same headline or none is the same one, said again.
        if node.get("headline") in (None, articles[0].get("headline")):
            yield from _article(node, named)
    for node in nodes:
        kind = type_of(node)
        if _PUBLISHERS.search(kind):
            yield from _properties(node, ORGANISATION, kind, named)
        elif kind.endswith("WebPage"):
            yield from _properties(node, _PAGE, kind, named)
    yield from _microdata(tree)


def parse(script: str) -> list[Any]:
    """The values in a script; comments, trailing commas, raw line breaks and glued objects are mended."""
    text = script.strip()
    if text[:1] in ("<", "/") or text[-1:] in (">", "/", ";"):  # as a comment's marks are, at either end
        text = _COMMENT.sub("", text).strip().rstrip(";").strip()
    if "&quot;" in text and '"' not in text:
        text = text.replace("&quot;", '"').replace("&amp;", "&")
    for mend in (
        lambda said: said,
        lambda said: _CONTROL.sub(" ", said),
        lambda said: _TRAILING_COMMA.sub("", _BAD_ESCAPE.sub(r"\\\\", _CONTROL.sub(" ", said))),
    ):
        try:
            return [msgspec.json.decode(mend(text).encode("utf-8", "replace"))]
        except (msgspec.MsgspecError, RecursionError):
            continue
    return _glued(_TRAILING_COMMA.sub("", _CONTROL.sub(" ", text)))


def _glued(text: str) -> list[Any]:
    """Values one after the other, or one followed by rubbish."""
    import json

    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while at < len(text) and len(found) < 20:
        start = min((i for i in (text.find("{", at), text.find("[", at)) if i >= 0), default=-1)
        if start < 0:
            break
        try:
            value, at = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            break
        found.append(value)
    return found


def _nodes(roots: list[Any], named: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every typed object that stands for itself: at the top, in a list, in a graph, as a page's main entity."""
    queue: list[tuple[Any, int]] = [(root, 0) for root in roots]
    seen = 0
    while queue and seen < MOST_NODES:
        value, depth = queue.pop(0)
        seen += 1
        if isinstance(value, list):
            queue += [(item, depth + 1) for item in value[:500]] if depth < DEEPEST else []
        elif isinstance(value, dict):
            if isinstance(value.get("@id"), str) and len(value) > 2:
                named.setdefault(value["@id"], value)
            if "@type" in value:
                yield value
            if depth < DEEPEST:
                queue += [
                    (value[key], depth + 1)
                    for key in ("@graph", "mainEntity", "hasPart", "mainEntityOfPage")
                    if key in value
                ]


def type_of(node: dict[str, Any]) -> str:
    """The first type of a node, without the vocabulary's address."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    named = [str(kind).rsplit("/", 1)[-1] for kind in kinds if isinstance(kind, str)]
    return next((kind for kind in named if _ARTICLE_TYPE.search(kind)), named[0] if named else "")


def is_article(node: dict[str, Any]) -> bool:
    """Whether a node is a piece of text of its own."""
    kind = type_of(node)
    return bool(_ARTICLE_TYPE.search(kind)) and kind not in _NO_ARTICLE


def _article(node: dict[str, Any], named: dict[str, dict[str, Any]]) -> Iterator[Declared]:
    kind = type_of(node)
    yield Declared("type", kind, f"json-ld:{kind}.@type")
    yield from _properties(node, ARTICLE, kind, named)


def _properties(
    node: dict[str, Any], wanted: dict[str, str], kind: str, named: dict[str, dict[str, Any]]
) -> Iterator[Declared]:
    for key, value in node.items():
        name = wanted.get(key)
        if name:
            for words, place in _values(value, name, f"json-ld:{kind}.{key}", named, 0):
                yield Declared(name, words, place)


def _values(
    value: Any, name: str, place: str, named: dict[str, dict[str, Any]], depth: int
) -> Iterator[tuple[str, str]]:
    if isinstance(value, bool):
        yield str(value).lower(), place
    elif isinstance(value, (str, int, float)):
        yield str(value), place
    elif isinstance(value, list):
        for item in value[:30]:
            yield from _values(item, name, place, named, depth)
    elif isinstance(value, dict) and depth < 3:
        if set(value) <= {"@id", "@type"} and value.get("@id") in named:
            value = named[value["@id"]]
        keys = ("url", "@id", "name") if name in _ADDRESSES else ("name", "headline", "legalName", "text", "url", "@id")
        kind = type_of(value)
        for key in keys:
            if isinstance(value.get(key), (str, list)) and value[key]:
                where = f"{place}[{kind}].{key}" if kind else f"{place}.{key}"
                yield from _values(value[key], name, where, named, depth + 1)
                break
        if name in ("is-based-on", "translation-of") and isinstance(value.get("publisher"), dict):
            yield from _values(value["publisher"], "publisher", f"{place}.publisher", named, depth + 1)


def _microdata(tree: _Element) -> Iterator[Declared]:
    """`itemprop`s directly in an article; what belongs to a nested picture or person is left out but for its name."""
    count = 0
    for element in _itemprops()(tree):
        count += 1
        if count > 600:
            return
        for prop in (element.get("itemprop") or "").split():
            name = ARTICLE.get(prop)
            if not name or (element.tag == "meta" and prop in ("headline", "description")) or not _in_article(element):
                continue
            value = element.get("content") or element.get("datetime") or ""
            if not value and element.get("itemscope") is not None:
                inner = element.find(".//*[@itemprop='name']")
                value = (inner.get("content") or "".join(map(str, inner.itertext()))) if inner is not None else ""
            elif not value and name in _ADDRESSES:
                value = element.get("href") or ""
            elif not value:
                value = "".join(map(str, element.itertext()))
            if value.strip() and len(value) < 300:
                yield Declared(name, value, f"microdata:{prop}")


@cache
def _itemprops() -> Any:
    from lxml.etree import XPath

    return XPath("//@itemprop/..")


def _in_article(element: _Element) -> bool:
    parent = element.getparent()
    while parent is not None:
        kind = parent.get("itemtype")
        if kind is not None or parent.get("itemscope") is not None:
            return bool(_ARTICLE_TYPE.search((kind or "").rsplit("/", 1)[-1]))
        parent = parent.getparent()
    return False
