"""Many rows asked at once whether they lie on a part of a line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from .patterns import expand, options
from .rows import Row, Scope


class Screen:
    """One automaton over the patterns of many rows.

    For rows that share an anchor which is often met (any listed agency): running all of them costs one pass over a part
    of a line instead of one each, and only those that may match are compiled by themselves.
    """

    def __init__(self, rows: Iterable[tuple[int, Row]]) -> None:
        """`rows` are numbered; they are sorted by scope here, and made ready when a scope is first asked for."""
        self._scopes: dict[Scope, list[tuple[int, str]]] = {}
        for number, row in rows:
            self._scopes.setdefault(row.scope, []).append((number, row.pattern))
        self._automaton = cache(self._made)

    @property
    def scopes(self) -> Iterable[Scope]:
        """The scopes that rows are given for."""
        return self._scopes

    def may_match(self, scope: Scope, part: str) -> list[int]:
        """The numbers of the rows of `scope` that match in `part`, wherever a row of that scope has to lie in it."""
        numbers = self._scopes[scope]
        return sorted(numbers[i][0] for i in self._automaton(scope).Match(part) or ())

    def _made(self, scope: Scope) -> Any:
        import re2

        kinds: dict[Scope, Any] = {"line": re2.Set.FullMatchSet, "head": re2.Set.MatchSet}
        made = kinds.get(scope, re2.Set.SearchSet)(options())
        for _, pattern in self._scopes[scope]:
            made.Add(expand(pattern))
        made.Compile()
        return made
