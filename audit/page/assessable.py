"""Whether a page can be assessed at all: an empty or walled-off page is never "clean"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from audit.model import Block, Declared

LITTLE = 25
"""Words of running text below which there is no article to assess."""
STUB = 120
"""Words below which a page that says it is for subscribers shows only its opening."""

_WORD = re.compile(r"\w+")
_BEYOND = re.compile("[^\x00-\u036f\u2000-\u2bff]")
"""Letters beyond Latin; compiled at once, where the class of the scripts without spaces takes milliseconds."""


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def unspaced_in(text: str) -> int:
    """Characters of the scripts that are written without spaces."""
    return len(_cjk().findall(text)) if not text.isascii() and _BEYOND.search(text) else 0


def words_in(text: str) -> int:
    """Runs of letters and digits; in scripts without spaces, two characters count as one word."""
    cjk = unspaced_in(text)
    return len(_WORD.findall(_cjk().sub(" ", text))) + cjk // 2 if cjk else len(_WORD.findall(text))


def reason_not_assessable(text: str, blocks: Sequence[Block], declared: Sequence[Declared], walled: bool) -> str | None:
    """Why nothing may be concluded from the text, in words; None where there is an article.

    `walled`: a notice on the page asks the reader to subscribe, register or sign in to read on.
    """
    if not blocks:
        return "the page has no text"
    running = sum(words_in(text[b.start : b.end]) for b in blocks if b.label in ("body", "quote", "standfirst"))
    if running < LITTLE:
        return f"the page has no article text that could be told apart ({running} words of running text)"
    closed = any(
        d.name == "is-accessible-for-free" and d.value.strip().lower() in ("false", "no", "0") for d in declared
    )
    if running < STUB and (closed or walled):
        said = (
            "declares in its markup that it is not free to read"
            if closed
            else "asks the reader to subscribe or sign in"
        )
        return f"only the opening is visible ({running} words): the page {said}"
    return None
