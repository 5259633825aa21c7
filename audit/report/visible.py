"""Captured text made safe to look at: invisible and direction-changing characters are shown by name.

A page can hide words, or turn their order round, with characters that nobody sees. In a report such a character
appears as a small tag with its code (`U+202E`) and has no effect of its own. Left as they are: characters that do the
plain work they were made for, such as a joiner inside a Persian or Hindi word, the variation selector of an
emoji, a soft hyphen between two letters, and line breaks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import escape

from markupsafe import Markup

# One character class over untrusted text: linear, no backtracking.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
# What a text must hold to be anything else than itself in HTML: most pieces of a report hold none of it.
_CHANGED = re.compile("[&<>\"'\r" + _HIDDEN.pattern[1:-1])
_NEWLINES = re.compile("\r\n?")
_LONGEST_WORD = 10_000
_WORD = re.compile(r"\S+")
_JOINERS = "\u200c\u200d"
_MARKS_OF_DIRECTION = "\u200e\u200f\u061c"
_LONGEST_RUN = 8
_CONTROL_NAMES = {0: "NULL", 8: "BACKSPACE", 11: "LINE TABULATION", 12: "FORM FEED", 27: "ESCAPE", 127: "DELETE"}


def hidden_count(text: str) -> int:
    """How many characters of `text` a report would show by their code."""
    return sum(len(_unseen(text, m.start(), m.end())) for m in _HIDDEN.finditer(text))


def raw(text: str) -> str:
    """`text` as HTML text: escaped, with hidden characters as tags."""
    if len(text) > _LONGEST_WORD:
        pieces = _broken(text)
        if len(pieces) > 1:
            return "<wbr>".join(map(raw, pieces))
    if text.isascii() and text.isprintable():  # most text is, and is told so far sooner than by a pattern
        return escape(text)
    changed = _CHANGED.search(text)
    if changed is None:
        return text
    if "\r" in text:
        text = _NEWLINES.sub("\n", text)
    if _HIDDEN.search(text, changed.start()) is None:
        return escape(text)
    return _replace(text, _tag, escape)


def writer(text: str) -> Callable[[str], str]:
    """`raw` for pieces of `text`; where the whole has nothing hidden, its pieces are not searched again."""
    return raw if "\r" in text or _HIDDEN.search(text) is not None else _escaped


def _escaped(text: str) -> str:
    return raw(text) if len(text) > _LONGEST_WORD else escape(text)


def html(text: str) -> Markup:
    """`text` as `raw` gives it, for a template."""
    return ours(raw(text))


def ours(markup: str) -> Markup:
    """HTML that this package wrote, with every captured piece in it escaped by `raw` or `plain`."""
    # Markup's own constructor asks the string for its HTML first: a report holds so many pieces that it shows.
    return str.__new__(Markup, markup)


def plain(text: str) -> str:
    """`text` on one line, for attributes, terminals and plain files: hidden characters as `⟨U+202E⟩`."""
    if _HIDDEN.search(text) is not None:
        text = _replace(text, _bracket, str)
    return " ".join(text.split())


def inert(value: object) -> object:
    """`value` for a template: a bare string with hidden characters as `⟨U+202E⟩`, still to be escaped; anything else as it is."""
    if type(value) is not str or (value.isascii() and value.isprintable()):
        return value
    if _HIDDEN.search(value) is not None:
        return _replace(value, _bracket, str)
    return value


def excerpt(text: str, limit: int = 280) -> tuple[str, str]:
    """`text` where it is at most `limit` characters long, else its beginning and end: `(head, tail)`."""
    if len(text) <= limit:
        return text, ""
    head, tail = text[: limit * 2 // 3], text[-limit // 3 :]
    cut_head, cut_tail = head.rfind(" "), tail.find(" ")
    if cut_head > limit // 3:
        head = head[:cut_head]
    if 0 <= cut_tail < limit // 6:
        tail = tail[cut_tail + 1 :]
    return head, tail


def _broken(text: str) -> list[str]:
    """`text` in pieces, cut inside words that are too long for a browser to break by itself."""
    cuts = [0]
    for word in _WORD.finditer(text):
        cuts.extend(range(word.start() + _LONGEST_WORD, word.end(), _LONGEST_WORD))
    return [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _replace(text: str, show: Callable[[str], str], keep: Callable[[str], str]) -> str:
    out: list[str] = []
    position = 0
    for match in _HIDDEN.finditer(text):
        start, end = match.span()
        unseen = _unseen(text, start, end)
        if not unseen:
            continue
        out.append(keep(text[position:start]))
        out.append(show(unseen))
        position = end
    out.append(keep(text[position:]))
    return "".join(out)


def _unseen(text: str, start: int, end: int) -> str:
    """The run if it is to be shown by code, or nothing if it does its plain work."""
    run = text[start:end]
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if len(run) == 1:
        if run in _JOINERS and before and after and not (before.isascii() or after.isascii()):
            return ""
        if run == "\xad" and before.isalpha() and after.isalpha():
            return ""
        if "\ufe00" <= run <= "\ufe0f" and before and not before.isalpha() and not before.isspace():
            return ""
    elif run in ("\ufe0f\u200d", "\ufe0f\u20e3") and before and after:
        return ""
    return run


def _name(char: str) -> str:
    code = ord(char)
    return unicodedata.name(char, "") or _CONTROL_NAMES.get(code, "control or unassigned character")


def _tag(run: str) -> str:
    shown = run[:_LONGEST_RUN]
    tags = "".join(
        f'<span class="inv" title="{_name(c).lower()}">U+{ord(c):04X}</span>'
        # Direction marks only lean on their neighbours: they keep working, so that honest right-to-left text reads well.
        + (c if c in _MARKS_OF_DIRECTION else "")
        for c in shown
    )
    more = len(run) - len(shown)
    return tags + (f'<span class="inv">{more} more hidden</span>' if more else "")


def _bracket(run: str) -> str:
    more = len(run) - _LONGEST_RUN
    codes = " ".join(f"U+{ord(c):04X}" for c in run[:_LONGEST_RUN])
    return f"⟨{codes}{f' and {more} more' if more > 0 else ''}⟩"
