"""Whether a text names a newsroom, under any of the names it goes by."""

from __future__ import annotations

from audit.findings.words import tokens


def names(text: str, name: str | None) -> bool:
    """True where `text` has the newsroom's name or one of its aliases as whole words: `Le Figaro et AFP` names AFP's owner.

    A joint name (`dpa / AFP`) is named where one of its parts is.
    """
    if not name:
        return False
    words = tokens(text)
    parts = [part.strip() for part in name.split(" / ")]
    return any(_has(words, tokens(form)) for part in parts for form in _forms(part))


def _forms(name: str) -> tuple[str, ...]:
    from audit.lexicon.outlets import by_name

    known = by_name(name)
    return (name, known.name, *known.aliases) if known is not None else (name,)


def _has(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    length = len(form)
    return bool(form) and any(words[i : i + length] == form for i in range(len(words) - length + 1))
