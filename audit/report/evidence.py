"""Evidence and quotes as HTML: the words in quote marks, leading to their place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from audit.model import Absence, Address, Evidence, Quoted, Span, Stated
from audit.model import Markup as MarkupEvidence
from audit.report import visible
from audit.report.annotate import Markings
from audit.report.direction import attributes

_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\x9f]{1,2000}", re.IGNORECASE)
EXTERNAL = "noreferrer noopener external"


class Quoter:
    """Writes quotes of one page; every quote it writes is marked on the page, so that its link leads somewhere."""

    def __init__(self, text: str, language: str | None, markings: Markings) -> None:
        self._text = text
        self._language = language
        self._markings = markings

    def words(self, start: int, end: int, limit: int = 280) -> Markup:
        """The page's words from `start` to `end`, in quote marks, as a link to their place."""
        anchor = self._markings.add(start, end)
        quote = self.quote(self._text[max(start, 0) : max(end, 0)], limit)
        if anchor is None:
            return quote
        return Markup('<a class="w" href="#{}">{}</a>').format(anchor, quote)

    def spans(self, spans: Iterable[Span], limit: int = 280) -> Markup:
        """Several stretches of one statement, with an ellipsis between them."""
        return Markup(" … ").join(self.words(s.start, s.end, limit) for s in spans)

    def quote(self, words: str, limit: int = 280) -> Markup:
        """Captured words in quote marks, with their own language and direction; the middle of a long quote is left out."""
        lang, direction = attributes(words, self._language)
        head, tail = visible.excerpt(words, limit)
        shown = visible.html(head)
        if tail:
            shown += Markup('<span class="cut"> […] </span>') + visible.html(tail)
        return Markup('<q lang="{}" dir="{}">{}</q>').format(lang, direction, shown)

    def evidence(self, item: Evidence) -> Markup:
        """One piece of evidence."""
        match item:
            case Quoted():
                return self.words(item.start, item.end)
            case MarkupEvidence():
                return Markup("<code>{}</code> says {}").format(visible.html(item.place), self.value(item.value))
            case Address():
                return Markup("address, {}: {}").format(visible.html(item.part), self.value(item.value))
            case Absence():
                return Markup("looked for {} in {}: not there").format(
                    visible.html(item.looked_for), visible.html(item.where)
                )
            case Stated():
                return Markup("stated by whoever ran the audit, {}: {}").format(
                    visible.html(item.what), self.value(item.value)
                )

    def all_evidence(self, items: Iterable[Evidence]) -> list[Markup]:
        """Each piece once, in order."""
        return list(dict.fromkeys(self.evidence(item) for item in items))

    def value(self, value: str) -> Markup:
        """A value from the markup or the address; a web address can be followed, anything else is text."""
        if _WEB.fullmatch(value):
            return link(value)
        lang, direction = attributes(value, self._language)
        head, tail = visible.excerpt(value, 400)
        cut = Markup(" […] ") if tail else ""
        return Markup('<span class="val" lang="{}" dir="{}">{}{}{}</span>').format(
            lang, direction, visible.html(head), cut, visible.html(tail)
        )


def link(address: str | None) -> Markup:
    """`address` as a link that tells the other side nothing, if it is a web address; else as text."""
    if not address:
        return Markup("")
    if not _WEB.fullmatch(address):
        return Markup('<span class="url">{}</span>').format(visible.html(address))
    return Markup('<a class="url" href="{}" rel="{}">{}</a>').format(address, EXTERNAL, escape(address))
