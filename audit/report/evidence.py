"""Evidence and quotes as HTML: the words in quote marks, leading to their place on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from audit.model import Absence, Address, Evidence, Quoted, Span, Stated
from audit.model import Markup as MarkupEvidence
from audit.report import visible
from audit.report.annotate import Markings
from audit.report.direction import attributes
from audit.report.visible import ours, raw

if TYPE_CHECKING:
    from markupsafe import Markup

_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\x9f]{1,2000}", re.IGNORECASE)
EXTERNAL = "noreferrer noopener external"


class Quoter:
    """Writes quotes of one page; every quote it writes is marked on the page, so that its link leads somewhere.

    With `whole` false, quotes are kept short and lead nowhere: for a report that goes without the page's text.
    """

    def __init__(self, text: str, language: str | None, markings: Markings, *, whole: bool = True) -> None:
        self._text = text
        self._language = language
        self._markings = markings
        self._whole = whole
        self._write = visible.writer(text)
        self._written: dict[tuple[int, int, int], str] = {}

    def words(self, start: int, end: int, limit: int = 280) -> str:
        """The page's words from `start` to `end`, in quote marks, as a link to their place."""
        key = (start, end, limit)
        written = self._written.get(key)
        if written is None:
            written = self._quote(self._text[max(start, 0) : max(end, 0)], limit, self._write)
            anchor = self._markings.add(start, end) if self._whole else None
            if anchor is not None:
                written = f'<a class="w" href="#{anchor}">{written}</a>'
            self._written[key] = written
        return written

    def spans(self, spans: Iterable[Span], limit: int = 280) -> Markup:
        """Several stretches of one statement, with an ellipsis between them."""
        return ours(" … ".join([self.words(s.start, s.end, limit) for s in spans]))

    def quote(self, words: str, limit: int = 280) -> str:
        """Captured words in quote marks, with their own language and direction; the middle of a long quote is left out."""
        return self._quote(words, limit, raw)

    def _quote(self, words: str, limit: int, write: Callable[[str], str]) -> str:
        lang, direction = attributes(words, self._language)
        head, tail = visible.excerpt(words, limit if self._whole else min(limit, SHARED))
        shown = write(head)
        if tail:
            shown += f'<span class="cut"> […] </span>{write(tail)}'
        own = ' class="own"' if _in_marks(words) else ""
        return f'<q{own} lang="{lang}" dir="{direction}">{shown}</q>'

    def evidence(self, item: Evidence, limit: int = 280) -> str:
        """One piece of evidence."""
        match item:
            case Quoted():
                return self.words(item.start, item.end, limit)
            case MarkupEvidence(place="text"):
                return f"read from the text: {self.value(item.value)}"
            case MarkupEvidence(place="a[href]"):
                host, _, times = item.value.rpartition(" ")
                return f"links on the page to {self.value(host)}: {raw(times)}" if host else self.value(item.value)
            case MarkupEvidence():
                return f"<code>{raw(item.place)}</code> says {self.value(item.value)}"
            case Address():
                return f"address, {raw(item.part)}: {self.value(item.value)}"
            case Absence():
                return f"looked for {raw(item.looked_for)} in {raw(item.where)}: not there"
            case Stated():
                return f"stated by whoever ran the audit, {raw(item.what)}: {self.value(item.value)}"

    def listed(self, items: Sequence[Evidence], most: int = 50, limit: int = 280) -> Markup:
        """A list with each piece once, in order; nothing where there is none."""
        if not items:
            return ours("")
        pieces = list(dict.fromkeys([self.evidence(item, limit) for item in items]))[:most]
        return ours('<ul class="ev"><li>' + "</li><li>".join(pieces) + "</li></ul>")

    def value(self, value: str) -> Markup:
        """A value from the markup or the address; a web address can be followed, anything else is text."""
        if _WEB.fullmatch(value):
            return link(value)
        lang, direction = attributes(value, self._language)
        head, tail = visible.excerpt(value, 400)
        cut = f" […] {raw(tail)}" if tail else ""
        return ours(f'<span class="val" lang="{lang}" dir="{direction}">{raw(head)}{cut}</span>')


_MARKS = re.compile('["“”„«»]')


def _in_marks(words: str) -> bool:
    """True for one quotation with its own marks round it, which would stand doubled within ours."""
    bare = words.strip()
    return len(bare) > 2 and bare[0] in '"“„«»' and bare[-1] in '"”“«»' and not _MARKS.search(bare[1:-1])


SHARED = 160
"""Characters of a quote, at most, in a report that goes without the page's text."""


def link(address: str | None) -> Markup:
    """`address` as a link that tells the other side nothing, if it is a web address; else as text."""
    if not address:
        return ours("")
    if not _WEB.fullmatch(address):
        return ours(f'<span class="url">{raw(address)}</span>')
    shown = escape(address)
    return ours(f'<a class="url" href="{shown}" rel="{EXTERNAL}">{raw(address)}</a>')
