"""Which rules run: `--select`, `--ignore` and `--preview` turned into rules, or into a clear error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from audit.errors import UsageError
from audit.findings.rule import Documented, Rule

if TYPE_CHECKING:
    from audit.findings.drift.rule import PairRule

_PREFIX = re.compile(r"[A-Z]{3}[0-9]{0,2}")


def choose(
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    *,
    preview: bool = False,
    places: tuple[str, str] = ("--select", "--ignore"),
) -> tuple[Rule, ...]:
    """The rules over a page to run, in the registry's order.

    Rules over two pages may be named too; they take no part here. Raises `UsageError`, which names where the lists come
    from (`places`), for an entry that is no code, beginning of a code or name; for an entry that is both selected and
    ignored; for a preview rule selected by its full code or name without `preview`; where the two lists leave no rule.
    """
    from audit.findings.registry import RULES

    codes = _chosen(RULES, select, ignore, preview, places)
    return tuple(r for r in RULES if r.code in codes)


def choose_pair_rules(
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    *,
    preview: bool = False,
    places: tuple[str, str] = ("--select", "--ignore"),
) -> tuple[PairRule, ...]:
    """The rules over two pages to run; arguments and errors as for `choose`."""
    from audit.findings.registry import pair_rules

    codes = _chosen(pair_rules(), select, ignore, preview, places)
    return tuple(r for r in pair_rules() if r.code in codes)


def _chosen(
    rules: Sequence[Documented],
    select: Iterable[str] | None,
    ignore: Iterable[str] | None,
    preview: bool,
    places: tuple[str, str],
) -> set[str]:
    """Codes of the rules that are selected and not ignored."""
    selected, ignored = _entries(select), _entries(ignore)
    clash = sorted({_canonical(s, places[0]) for s in selected} & {_canonical(i, places[1]) for i in ignored})
    if clash:
        verb = "is" if len(clash) == 1 else "are"
        raise UsageError(f"{', '.join(clash)} {verb} both selected and ignored", f"keep one: {_both(places)}")
    wanted = [r for entry in selected for r in _matching(entry, places[0])] if select is not None else list(rules)
    unwanted = {r.code for entry in ignored for r in _matching(entry, places[1])}
    if not preview:
        _refuse_preview(selected, places[0])
    codes = {
        r.code for r in wanted if r.stability in ("stable", "deprecated") or (preview and r.stability == "preview")
    }
    if codes and not codes - unwanted:
        raise UsageError(
            f"no rule is left to run: {', '.join(ignored)} takes away all that is selected",
            f"select more or ignore less: {_both(places)}",
        )
    return codes - unwanted


def _both(places: tuple[str, str]) -> str:
    return " and ".join(dict.fromkeys(places))


def _entries(given: Iterable[str] | None) -> list[str]:
    """The entries, commas taken apart, blanks dropped."""
    if given is None:
        return []
    if isinstance(given, str):
        given = [given]
    return [part.strip() for entry in given for part in entry.split(",") if part.strip()]


def _canonical(entry: str, place: str) -> str:
    """The code for a full code or name; a beginning of a code as it is."""
    matching = _matching(entry, place)
    return entry.upper() if _PREFIX.fullmatch(entry.upper()) else matching[0].code


def _matching(entry: str, place: str) -> Sequence[Documented]:
    from audit.findings.registry import documented, every

    exact = documented(entry)
    if exact is not None:
        return (exact,)
    if _PREFIX.fullmatch(entry.upper()):
        found = [r for r in every() if r.code.startswith(entry.upper())]
        if found:
            return found
    raise UsageError(f"{place}: {entry!r} is no rule", f"{suggestion(entry)}`tracewire rules` lists codes and names")


def suggestion(entry: str) -> str:
    """`did you mean ANO203? ` for what is nearly a code or name; empty where nothing is near."""
    from difflib import get_close_matches

    from audit.findings.registry import every

    known = [r.code for r in every()] + [r.name for r in every()]
    near = get_close_matches(entry.upper(), known, 1) or get_close_matches(entry.lower(), known, 1)
    return f"did you mean {near[0]}? " if near else ""


def _refuse_preview(selected: list[str], place: str) -> None:
    from audit.findings.registry import documented

    for entry in selected:
        exact = documented(entry)
        if exact is not None and exact.stability == "preview":
            raise UsageError(f"{place}: {exact.code} ({exact.name}) is a preview rule", "add --preview to run it")
