"""A voice met again under other words."""

from __future__ import annotations

from msgspec import structs

from audit.model import Voice

Resolved = tuple[Voice, str, bool]
"""A voice, its gender (`m`, `f` or empty) and whether the words stand for several."""


def again(voice: Voice, confidence: float, string: str) -> Voice:
    """The same voice, by the words `string`."""
    return structs.replace(voice, confidence=min(confidence, 0.95), resolved_from=string)


def with_role(voice: Voice, role: str | None) -> Voice:
    """The same voice with an office, where one is given."""
    return structs.replace(voice, role=role or voice.role)


def without_article(string: str) -> str:
    """A name without the article before it."""
    for article in ("the ", "The "):
        string = string.removeprefix(article)
    return string
