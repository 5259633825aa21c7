"""One page a rule, generated from the rule: `python -m audit.findings.documentation docs/findings`.

With `--check` nothing is written; the command ends with 1 where a page is missing, superfluous or not what the rule says.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from audit.findings.catalogue import example_lines, merits, messages
from audit.findings.drift.rule import PairRule
from audit.findings.registry import RULES, every, pair_rules
from audit.findings.reserved import RESERVED
from audit.findings.rule import FAMILIES, Rule
from audit.findings.ruleset import RULESET

INDEX = "README.md"


def pages() -> dict[str, str]:
    """File name → Markdown for every rule, and for the index."""
    all_rules: tuple[Rule | PairRule, ...] = (*RULES, *pair_rules())
    return {INDEX: index_page(), **{f"{r.code}.md": rule_page(r) for r in all_rules}}


def index_page() -> str:
    """The list of all rules by family."""
    lines = [
        "# Findings",
        "",
        f"Rule set {RULESET}. Generated from the rules by `python -m audit.findings.documentation`; not edited by hand.",
        "",
        "A finding says what a desk should know, with the words it rests on. Levels: *error* and *warning* ask for a look",
        "before the text is used, *note* for a thought, *info* is evidence only. Codes are never reused.",
    ]
    for family, about in FAMILIES.items():
        lines += [
            "",
            f"## {family}: {about}",
            "",
            "| code | name | level | stability | what it says |",
            "|---|---|---|---|---|",
        ]
        lines += [
            f"| [{r.code}]({r.code}.md) | {r.name} | {r.level} | {r.stability} | {r.summary} |"
            for r in every()
            if r.family == family
        ]
    lines += ["", "## Codes kept free", "", "| code | stands for | why no rule |", "|---|---|---|"]
    lines += [f"| {r.code} | {r.name} | {r.told} |" for r in RESERVED]
    return "\n".join(lines) + "\n"


def rule_page(one: Rule | PairRule) -> str:
    """The page of one rule."""
    lines = [
        f"# {one.code} {one.name}",
        "",
        f"*{one.level}, {one.stability} since {one.since}; looks at: {one.consumes}*",
        "",
    ]
    lines += [one.summary]
    if one.preview_because:
        lines += ["", f"**Preview**, because: {one.preview_because}"]
    if one.redirected_to:
        lines += ["", f"**Redirected** to [{one.redirected_to}]({one.redirected_to}.md)."]
    lines += ["", "## Why it matters", "", one.why, "", "## How to answer it", "", one.answer]
    lines += ["", "## Rests on", "", *(f"- {s}" for s in one.standards)]
    lines += ["", "## Known false positives", "", *(f"- {f}" for f in one.false_positives)]
    lines += ["", "## Fires on"]
    for number, build in enumerate(one.fires):
        lines += ["", "```", *example_lines(build()), "```", "", *(f"> {m}" for m in messages(one, number))]
    lines += ["", "## Does not fire on"]
    for build in one.spares:
        lines += ["", "```", *example_lines(build()), "```"]
    lines += ["", "## As a signal", "", f"Of the six words of W3C's credibility signals: {merits(one)}."]
    return "\n".join(lines) + "\n"


def write(folder: Path) -> int:
    """Write all pages into `folder`, remove pages of rules that are gone; the number of files changed."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    stale = differences(folder, made)
    for name in stale:
        if name in made:
            (folder / name).write_text(made[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return len(stale)


def differences(folder: Path, made: Mapping[str, str] | None = None) -> list[str]:
    """Names of pages in `folder` that are missing, superfluous or other than the rules say."""
    made = pages() if made is None else made
    there = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.md")}
    return sorted(name for name in {*made, *there} if made.get(name) != there.get(name))


def main(arguments: list[str]) -> int:
    """The command: `[--check] FOLDER`."""
    folders = [a for a in arguments if a != "--check"]
    if len(folders) != 1:
        sys.stderr.write("usage: python -m audit.findings.documentation [--check] FOLDER\n")
        return 2
    folder = Path(folders[0])
    if "--check" in arguments:
        stale = differences(folder)
        sys.stderr.writelines(f"{name} is not what the rules say\n" for name in stale)
        return 1 if stale else 0
    sys.stderr.write(f"{write(folder)} pages changed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
