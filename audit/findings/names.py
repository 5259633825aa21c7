"""The names newsrooms go by: whether a text names one, and whether two names are one newsroom's."""

from __future__ import annotations

import re

from audit.findings.words import tokens

_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|los|il|de|het|o|a) |^l['’]")
"""By which a newsroom's name may begin in a sentence: `die NASA`."""


def names(text: str, name: str | None) -> bool:
    """True where `text` has the newsroom's name or one of its aliases as whole words: `Le Figaro et AFP` names AFP's owner.

    A joint name (`dpa / AFP`) is named where one of its parts is.
    """
    if not name:
        return False
    words = tokens(text)
    parts = [part.strip() for part in name.split(" / ")]
    return any(_has(words, tokens(form)) for part in parts for form in _forms(part))


def same_newsroom(one: str | None, other: str | None) -> bool:
    """True where two names are one newsroom's: equal, or names of one outlet that is known."""
    if not one or not other:
        return False
    return one.casefold() == other.casefold() or key(one) == key(other)


def key(name: str) -> str:
    """One word for all names of a newsroom: that of the outlet where it is known, else the name without its article."""
    from audit.lexicon.outlets import by_name

    known = by_name(name)
    return _ARTICLE.sub("", (known.name if known is not None else name).casefold())


def _forms(name: str) -> tuple[str, ...]:
    from audit.lexicon.outlets import by_name

    known = by_name(name)
    return (name, known.name, *known.aliases) if known is not None else (name,)


def _has(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    length = len(form)
    return bool(form) and any(words[i : i + length] == form for i in range(len(words) - length + 1))
