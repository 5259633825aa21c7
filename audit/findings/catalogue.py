"""The rule set for people and programs: the table, the document, and one rule explained."""

from __future__ import annotations

import textwrap
from typing import Any

from audit.errors import UsageError
from audit.findings.drift.rule import PairRule, PairSpecimen
from audit.findings.registry import documented, every
from audit.findings.reserved import reserved
from audit.findings.rule import FAMILIES, MERITS, Documented, Rule
from audit.findings.ruleset import RULESET
from audit.findings.selection import suggestion

WIDTH = 100
"""Columns of an explanation."""


def table() -> str:
    """All rules as an aligned table: code, level, stability, name, summary."""
    rows = [("code", "level", "stability", "name", "summary")]
    rows += [(r.code, r.level, r.stability, r.name, r.summary) for r in every()]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows
    ]
    stable = sum(r.stability == "stable" for r in every())
    lines.append(f"rule set {RULESET}: {len(every())} rules, {stable} of them stable; preview rules run with --preview")
    return "\n".join(lines) + "\n"


def document() -> dict[str, Any]:
    """The rule set as plain data, for `--format json`."""
    return {
        "schema": "tracewire/rules/1",
        "ruleset": RULESET,
        "families": FAMILIES,
        "rules": [describe(r) for r in every()],
    }


def encode() -> bytes:
    """The rule set as JSON, UTF-8, one document with a newline at its end."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(document()), indent=2) + b"\n"


def describe(one: Documented) -> dict[str, Any]:
    """One rule as plain data; arrays are empty, never null."""
    return {
        "code": one.code,
        "name": one.name,
        "family": one.family,
        "level": one.level,
        "consumes": one.consumes,
        "needs": one.needs,
        "stability": one.stability,
        "since": one.since,
        "preview_because": one.preview_because,
        "redirected_to": one.redirected_to,
        "summary": one.summary,
        "why": one.why,
        "answer": one.answer,
        "standards": list(one.standards),
        "false_positives": list(one.false_positives),
        "weak_on": list(one.weak_on),
    }


def find(code_or_name: str) -> Rule | PairRule:
    """The rule of that code or name, redirects followed. Raises `UsageError` where there is none."""
    found = documented(code_or_name)
    if not isinstance(found, (Rule, PairRule)):
        raise UsageError(
            f"{code_or_name!r} is no rule", f"{suggestion(code_or_name)}`tracewire rules` lists codes and names"
        )
    return found


def explain(code_or_name: str) -> str:
    """All that is known of a rule, as plain text. Raises `UsageError` for what is no rule."""
    asked = code_or_name.upper()
    kept = reserved(asked)
    if kept is not None:
        return f"{kept.code} {kept.name}\nkept free: no rule has this code, none will have it for another thing\n\n{kept.told}\n"
    one = find(code_or_name)
    lines = [f"{one.code} {one.name}", f"{one.level}, {one.stability} since {one.since}, looks at: {one.consumes}"]
    if asked != one.code and asked != one.name.upper():
        lines.append(f"{asked} was redirected to {one.code}.")
    lines += ["", one.summary]
    if one.preview_because:
        lines += ["", f"Preview, because: {one.preview_because}"]
    for title, items in (
        ("Why it matters", [one.why]),
        ("How to answer it", [one.answer]),
        ("Rests on", one.standards),
        ("Known false positives", one.false_positives),
        ("Fires on", [*example_lines(one.fires[0]()), *(f"→ {message}" for message in messages(one, 0))]),
        ("Does not fire on", example_lines(one.spares[0]())),
    ):
        lines += ["", title, *(f"  {item}" for item in items)]
    lines += ["", f"Signal quality (W3C): {merits(one)}"]
    return "\n".join(row for line in lines for row in _rows(line)) + "\n"


def _rows(line: str) -> list[str]:
    """A line as rows of a terminal; what goes on is set in by two more."""
    indent = line[: len(line) - len(line.lstrip())] + "  "
    return textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]


def merits(one: Documented) -> str:
    """The six words of W3C's credibility signals, as the rule meets them."""
    met = ", ".join(m for m in MERITS if m not in one.weak_on)
    return f"{met}; only in part {', '.join(one.weak_on)}" if one.weak_on else met


def messages(one: Rule | PairRule, example: int) -> tuple[str, ...]:
    """What the rule says of its own example."""
    if isinstance(one, PairRule):
        from audit.findings.drift.engine import check_pair

        two = one.fires[example]()
        sides = [(side.page, side.provenance) for side in (two.copy, two.original)]
        told = check_pair(sides[0], sides[1], two.alignment, select=[one.code], preview=True)
        return tuple(f.message for f in told)
    from audit.findings.engine import check

    shown = one.fires[example]()
    found = check(shown.page, shown.provenance, select=[one.code], preview=True)
    return tuple(f.message for f in found)


def example_lines(shown: Any) -> list[str]:
    """An example's page as `label: text` lines; markup and circumstances that matter follow."""
    if isinstance(shown, PairSpecimen):
        return ["copy:", *_indented(shown.copy), "original:", *_indented(shown.original)]
    page, provenance = shown.page, shown.provenance
    lines = [f"{b.label}: {_short(b.span.of(page.text))}" for b in page.blocks]
    lines += [f"link on “{link.span.of(page.text)}”: {link.href}" for b in page.blocks for link in b.links][:4]
    lines += [f"markup {d.place}: {d.value}" for d in page.declared]
    lines += [f"markup {c.evidence.place}: {c.evidence.value}" for c in provenance.credits if c.slot == "markup"]
    if provenance.kind not in ("original", "unknown"):
        lines.append(f"kind of page: {provenance.kind}")
    if not page.assessable:
        lines.append("(an empty page)")
    if not page.published:
        lines.append("(no date)")
    if not page.byline and not any(b.signs for b in page.blocks):
        lines.append("(no byline)")
    return lines


def _indented(shown: Any) -> list[str]:
    return [f"  {line}" for line in example_lines(shown)]


def _short(text: str) -> str:
    return text if len(text) <= 240 else text[:237] + "…"
