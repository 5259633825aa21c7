"""What the publishing system ships to the browser about its own story: Arc, Next.js, data layers.

Arc XP says outright whether a story is staff or wire copy (`distributor.category`) and whose (`distributor.name`). Other
systems have fields of many names for it. They are read where they stand for the page's own story, not for teasers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from audit.model import Declared

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_SCRIPT = 4_000_000
_STATE = re.compile(
    r"Fusion\.globalContent\s*=\s*|window\.__(?:PRELOADED_STATE|INITIAL_STATE|NUXT|APP_STATE|DATA)__\s*=\s*"
)
_STATE_WORDS = ("globalContent", "_STATE__", "__NUXT__", "__DATA__")
_LAYERS = (
    "dataLayer", "digitalData", "utag_data", "_satellite", "page_data", "pageData", "DataLayer", "trackingData",
)  # fmt: skip
_FIELDS: dict[str, str] = {
    "contentsource": "distributor", "contentprovider": "distributor", "articlesource": "distributor",
    "content_source": "distributor", "article_source": "distributor", "content_provider": "distributor",
    "newsagency": "distributor", "news_agency": "distributor", "wireservice": "distributor",
    "wire_service": "distributor", "storysource": "distributor", "story_source": "distributor", "agency": "distributor",
    "agencyname": "distributor", "sourceagency": "distributor", "articleprovider": "distributor",
    "articleagency": "distributor", "article_agency": "distributor", "content_partner": "distributor",
    "contentpartner": "distributor", "syndicationpartner": "distributor", "syndicator": "distributor",
    "providername": "distributor", "provider_name": "distributor", "sourcename": "distributor",
    "source_name": "distributor", "newssource": "distributor", "news_source": "distributor",
    "copyrightholder": "copyright-holder", "issyndicated": "syndicated", "is_syndicated": "syndicated",
    "syndicated": "syndicated", "iswire": "syndicated", "is_wire": "syndicated", "wirestory": "syndicated",
    "isagency": "syndicated", "issponsored": "sponsored", "is_sponsored": "sponsored", "sponsored": "sponsored",
    "sponsoredcontent": "sponsored", "isadvertorial": "sponsored", "advertorial": "sponsored", "ispaid": "sponsored",
    "sponsorname": "sponsor", "sponsor_name": "sponsor", "isbrandedcontent": "sponsored", "is_native": "sponsored",
}  # fmt: skip
"""Field names (lower case) and our word for each; `sponsored` and `syndicated` only where their value says yes."""
_VALUE = r"""["']?\s*:\s*(?:"([^"\\\n]+)"|'([^'\\\n]+)'|(true)\b)"""
LONGEST_VALUE = 80
BEFORE_LAYER, BEHIND_LAYER = 4_000, 30_000
"""How far around the name of a data layer its fields are looked for; what is farther off in a bundle is program."""
_EMPTY = frozenset(
    {
        "",
        "null",
        "undefined",
        "none",
        "n/a",
        "na",
        "false",
        "0",
        "no",
        "unknown",
        "not set",
        "(not set)",
        "other",
        "default",
    }
)
_STORY = (
    "globalContent",
    "article",
    "story",
    "content",
    "post",
    "page",
    "pageProps",
    "props",
    "data",
    "initialState",
    "news",
    "item",
    "doc",
)
MOST_STEPS = 3_000


def cms_state(tree: _Element) -> Iterator[Declared]:
    """Values from the state objects and data layers of the page's scripts."""
    for script in tree.iter("script"):
        text = script.text
        if not text or len(text) > LONGEST_SCRIPT or "ld+json" in (script.get("type") or ""):
            continue
        if script.get("id") == "__NEXT_DATA__":
            yield from _state(_decode(text, 0), "script:__NEXT_DATA__")
            continue
        # Scripts are long and mostly program: one pass says whether any of the names stands there.
        if _names().search(text) is None:
            continue
        found = _STATE.search(text) if any(word in text for word in _STATE_WORDS) else None
        if found:
            brace = text.find("{", found.end(), found.end() + 4)
            if brace >= 0:
                name = found.group().split("=")[0].strip()
                yield from _state(_decode(text, brace), f"script:{name}")
                continue
        at, name = min(((at, name) for name in _LAYERS if (at := text.find(name)) >= 0), default=(-1, ""))
        if at >= 0:
            yield from _layer(text[max(0, at - BEFORE_LAYER) : at + BEHIND_LAYER], f"script:{name}")


def _decode(text: str, at: int) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text.lstrip() if not at else text, at)[0]
    except (ValueError, RecursionError):
        return None


def _state(state: Any, place: str) -> Iterator[Declared]:
    """Walks objects only: a list in such a state is other stories."""
    queue: list[tuple[Any, str, int]] = [(state, place, 0)]
    steps = 0
    while queue and steps < MOST_STEPS:
        node, path, depth = queue.pop(0)
        steps += 1
        if not isinstance(node, dict):
            continue
        distributor = node.get("distributor")
        if isinstance(distributor, dict):
            if isinstance(distributor.get("name"), str):
                yield Declared("distributor", distributor["name"], f"{path}.distributor.name")
            if isinstance(distributor.get("category"), str):
                yield Declared("distributor-category", distributor["category"], f"{path}.distributor.category")
            source = node.get("source")
            if (
                isinstance(source, dict)
                and isinstance(source.get("name"), str)
                and source.get("source_type") != "staff"
            ):
                yield Declared("source-organization", source["name"], f"{path}.source.name")
            credits = node.get("credits")
            for by in (
                credits.get("by", ())[:10] if isinstance(credits, dict) and isinstance(credits.get("by"), list) else ()
            ):
                if isinstance(by, dict) and isinstance(by.get("org"), str):
                    yield Declared("author-organization", by["org"], f"{path}.credits.by.org")
            owner = node.get("owner")
            if isinstance(owner, dict) and owner.get("sponsored") is True:
                yield Declared("sponsored", "true", f"{path}.owner.sponsored")
        for key, value in node.items():
            name = _FIELDS.get(key.lower()) if isinstance(key, str) else None
            if name and isinstance(value, (str, bool)):
                yield from _said(name, str(value).lower() if isinstance(value, bool) else value, f"{path}.{key}")
            if (
                isinstance(value, dict)
                and depth < 7
                and (depth < 2 or key in _STORY or key.lower().endswith(("article", "story", "content")))
            ):
                queue.append((value, f"{path}.{key}", depth + 1))


def _layer(text: str, place: str) -> Iterator[Declared]:
    """The fields of a data layer, which is a script's object and seldom JSON."""
    for found in _field().finditer(text):
        key, value = found.group(1), found.group(2) or found.group(3) or found.group(4) or ""
        if len(value) <= LONGEST_VALUE:
            yield from _said(_FIELDS[key.lower()], value, f"{place}.{key}")


@cache
def _names() -> Any:
    import re2

    return re2.compile("|".join((*_STATE_WORDS, *_LAYERS)))


@cache
def _field() -> Any:
    import re2

    names = "|".join(_FIELDS)
    return re2.compile(rf"(?i)\b({names}){_VALUE}")


def _said(name: str, value: str, place: str) -> Iterator[Declared]:
    folded = value.strip().lower()
    if folded in _EMPTY:
        return
    if name in ("syndicated", "sponsored") and folded not in (
        "true",
        "yes",
        "1",
        "y",
        "sponsored",
        "syndicated",
        "wire",
        "agency",
    ):
        return
    if name == "distributor" and (folded.isdigit() or folded.startswith(("http", "{{"))):
        return
    yield Declared(name, value, place)
