"""A notice taken apart: one clause for each kind and stretch of text, with the objects that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.lexicon import forms
from audit.model import Clause, Mark, Page

LEARNED = "learned"
"""What stands for a lexicon row in the clauses of notices that no row knows and that only read like one."""


def clauses_of(page: Page, group: Sequence[Mark]) -> list[Clause]:
    """One clause a kind and stretch of text; of overlapping ones of a kind the longest."""
    clauses: list[Clause] = []
    for mark in group:
        row = forms.row(mark.row)
        if row.kind is None:
            continue
        span = mark.slot("objects")
        objects = objects_in(span.of(page.text)) if span else ()
        same = next((c for c in clauses if c.kind == row.kind and c.start < mark.end and mark.start < c.end), None)
        if same is None:
            clauses.append(Clause(row.kind, mark.start, mark.end, objects, row.id))
            continue
        joined = tuple(dict.fromkeys((*same.objects, *objects)))
        longer = same.end - same.start >= mark.end - mark.start
        start, end = (same.start, same.end) if longer else (mark.start, mark.end)
        clauses[clauses.index(same)] = Clause(row.kind, start, end, joined, same.row if longer else row.id)
    return sorted(clauses, key=lambda c: (c.start, c.end))


_CONTENT = re.compile(
    r"accura|error|omission|complete|reliab|correct|delay|timel|quality|truth|exact|richtig|vollständig|fehler|exactitude|erreur|exactitud|esattezza|juistheid|точност|достоверност|صحة|دقة|准确|准確|完整|정확|正確",
    re.IGNORECASE,
)


def content_not_vouched_for(clauses: Sequence[Clause]) -> list[Clause]:
    """To decline responsibility for errors or accuracy is to give the content as it is."""
    if any(clause.kind == "as-is" for clause in clauses):
        return []
    wanted = (c for c in clauses if c.kind == "no-liability" and any(_CONTENT.search(thing) for thing in c.objects))
    return [Clause("as-is", c.start, c.end, c.objects, c.row) for c in wanted][:1]


_LIST = re.compile(
    r"\s*(?:,|;|/|\band/or\b|\band\b|\bor\b|\bund\b|\boder\b|\bsowie\b|\bet\b|\bou\b|\by\b|\bo\b|\be\b|\bi\b|\blub\b|\ben\b|\bof\b|\bили\b|\bи\b|\bve\b|\bveya\b|、|，|和|或|و)\s*"
)
_LIST_EDGES = re.compile(
    r"^(?:the|any|all|its|their|such|this|of|for|der|die|das|den|la|le|les|el|los|las|de|het|il|l')\s+|"
    r"\s+(?:of|in|contained|on|from|that|which|arising|resulting|made|or|presented|provided|caused|der|des|de|du|del|di)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def objects_in(words: str) -> tuple[str, ...]:
    """The things a clause lists: "accuracy, content, images … or reliability of the information" gives each noun."""
    found = []
    for part in _LIST.split(" ".join(words.split())):
        for _ in range(3):
            part = _LIST_EDGES.sub("", part).strip(" .:\"'“”")
        if 2 <= len(part) <= 40 and len(part.split()) <= 4:
            found.append(part.casefold())
    return tuple(dict.fromkeys(found))[:24]
