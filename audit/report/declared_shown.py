"""What a page declares of itself in its markup against what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import msgspec

from audit.model import Audit, Declared, Quoted
from audit.report.evidence import Quoter
from audit.report.visible import ours, raw
from audit.report.wording import DECLARED, node_name

if TYPE_CHECKING:
    from markupsafe import Markup

Verdict = Literal["agrees", "differs", "declared only", "shown only"]
_SOURCES = (
    "provider", "source-organization", "distributor", "syndication-source", "original-source", "is-based-on",
    "credit-text", "copyright-holder",
)  # fmt: skip


class Row(msgspec.Struct):
    """One matter: the values declared, the values shown, and how they stand to each other."""

    matter: str
    declared: list[Markup]
    shown: list[Markup]
    verdict: Verdict


def rows(audit: Audit, quoter: Quoter) -> list[Row]:
    """The matters on which the markup or the page says something."""
    page = audit.page
    publisher = audit.provenance.publisher
    out = [
        _row("Publisher", page.declares("publisher", "site-name"), [publisher.name], quoter),
        _row("Headline", page.declares("headline"), _quoted(audit, "headline"), quoter),
        _row("Author", page.declares("author"), _quoted(audit, "byline") or [page.byline], quoter),
        _row("Published", page.declares("published"), _quoted(audit, "published"), quoter, _day),
        _row("Address", page.declares("canonical"), [audit.capture.url], quoter, _address),
        _row("Language", page.declares("language"), [page.language], quoter, _primary),
        _row("Source of the text", page.declares(*_SOURCES), _credits(audit), quoter),
    ]
    return [row for row in out if row is not None]


def everything(audit: Audit, quoter: Quoter) -> Markup:
    """Every declared value as rows of a table: our name for it, the value, the place where it stood."""
    return ours(
        "\n".join(
            f'<tr role="row"><th scope="row" role="rowheader">{raw(DECLARED.get(d.name, d.name.replace("-", " ")))}</th>'
            f'<td role="cell">{quoter.value(d.value)}</td><td role="cell"><code>{raw(d.place)}</code></td></tr>'
            for d in audit.page.declared
        )
    )


def _row(
    matter: str, declared: tuple[Declared, ...], shown: Iterable[str | None], quoter: Quoter, key: object = None
) -> Row | None:
    values = [v for v in dict.fromkeys(shown) if v]
    if not declared and not values:
        return None
    fold = key if callable(key) else _letters
    said = {fold(d.value) for d in declared} - {""}
    seen = {fold(v) for v in values} - {""}
    verdict: Verdict
    if not said:
        verdict = "shown only"
    elif not seen:
        verdict = "declared only"
    else:
        verdict = "agrees" if any(a == b or _within(a, b) for a in said for b in seen) else "differs"
    cells = [
        ours(f"{quoter.value(value)} <code>{raw(', '.join(places))}</code>")
        for value, places in _places(declared).items()
    ]
    return Row(matter, cells, [quoter.value(v) for v in values], verdict)


def _places(declared: Iterable[Declared]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for item in declared:
        out.setdefault(item.value, []).append(item.place)
    return out


def _quoted(audit: Audit, name: str) -> list[str | None]:
    return [f.value for f in audit.page.facts if f.name == name and isinstance(f.evidence, Quoted)]


def _credits(audit: Audit) -> list[str | None]:
    return [
        node_name(c.outlet)
        for c in audit.credits
        if isinstance(c.evidence, Quoted) and c.role not in ("photo", "cited")
    ]  # fmt: skip


def _letters(value: str) -> str:
    return "".join(c for c in value.casefold() if c.isalnum())


def _within(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and short in long


def _day(value: str) -> str:
    return value[:10]


def _primary(value: str) -> str:
    return value.partition("-")[0].partition("_")[0].casefold()


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        return value
    return f"{(parts.netloc or '').removeprefix('www.').casefold()}{parts.path.rstrip('/')}"
