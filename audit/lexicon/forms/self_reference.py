"""Whether a sentence speaks of the page it stands on: "this article", "die Redaktion", "本文".

The expressions are data (`self_reference.json`); they tell a notice from reporting that uses a notice's words.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from .folding import fold
from .patterns import compile_pattern

_EXPRESSIONS = Path(__file__).parent / "self_reference.json"


@cache
def _pattern() -> Any:
    expressions = msgspec.json.decode(_EXPRESSIONS.read_bytes(), type=list[str])
    return compile_pattern("|".join(f"(?:{expression})" for expression in expressions))


def speaks_of_itself(words: str) -> bool:
    """True where the words refer to the text, the page or the newsroom that they belong to."""
    return _pattern().search(fold(words)) is not None
