"""Which of two pages was first, as far as they say it themselves. Where they do not, nobody is said to have been.

What a page declares of the other goes before any time. Times are compared only where both are sure: a date without a
time may be yesterday's or tomorrow's elsewhere, a time without a zone half a day off, and a page that gives two dates
of publication, or one after its capture, may have been dated anew.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from audit.findings.names import same_newsroom
from audit.findings.sites import host_of, same_site
from audit.lineage.addresses import bare
from audit.lineage.pointers import home, pointers
from audit.model import Audit, Evidence, Fact, Markup, Pointer, Precedence

_ZONES = timedelta(hours=14)
"""How far a time without a zone can be off."""
_DAY = timedelta(days=1)
_ANEW = timedelta(days=2)
"""Two dates of publication on one page that are further apart than this are not one date in two zones."""


class Moment:
    """When a page says it was published: the earliest and the latest instant it can mean, and where it says so."""

    def __init__(self, earliest: datetime, latest: datetime, evidence: Evidence, words: str) -> None:
        self.earliest, self.latest = earliest, latest
        self.evidence = evidence
        self.words = words


def precedence(copy: Audit, original: Audit) -> Precedence:
    """Which of the two was first, on what basis, and why nobody can tell where nobody can."""
    forth, back = points_at(copy, original), points_at(original, copy)
    if forth and back:
        why = "each of the two names the other as its origin"
        return Precedence("unknown", "declared", why, (forth.evidence,), (back.evidence,))
    if forth:
        return Precedence("original", "declared", f"the copy leads to the original: {forth.why}", (forth.evidence,))
    if back:
        return Precedence("copy", "declared", f"the original leads to the copy: {back.why}", (), (back.evidence,))
    mine, theirs = moment(copy), moment(original)
    for side, found in (("copy", mine), ("original", theirs)):
        if isinstance(found, str):
            return Precedence("unknown", "inferred", f"the {side} {found}")
    if not isinstance(mine, Moment) or not isinstance(theirs, Moment):
        return Precedence("unknown", "inferred", "the times cannot be compared")
    evidence = ((mine.evidence,), (theirs.evidence,))
    if mine.earliest == theirs.earliest and mine.latest == theirs.latest == mine.earliest:
        return Precedence("unknown", "declared", f"both give the same time, {mine.words}", *evidence)
    times = f"the copy gives {mine.words}, the original {theirs.words}"
    if theirs.latest < mine.earliest:
        return Precedence("original", "declared", times, *evidence)
    if mine.latest < theirs.earliest:
        return Precedence("copy", "declared", times, *evidence)
    return Precedence(
        "unknown", "declared", f"{times}; the times are too near to each other, or lack a zone", *evidence
    )


def points_at(one: Audit, other: Audit) -> Pointer | None:
    """The step by which page `one` declares page `other`, or its publisher, as where its text comes from."""
    address, host = other.page.url, home(other)
    name = other.provenance.publisher.name
    declared = [p for p in pointers(one) if p.basis == "declared"]
    exact = next((p for p in declared if p.url and address and bare(p.url) == bare(address)), None)
    if exact is not None:
        return exact
    for pointer in declared:
        if pointer.url and host and same_site(host_of(pointer.url), host):
            return pointer
        if same_newsroom(pointer.name, name) or _names_host(pointer, host):
            return pointer
    return None


def _names_host(pointer: Pointer, host: str | None) -> bool:
    from audit.lexicon import outlets

    known = outlets.by_name(pointer.name) if pointer.name else None
    return known is not None and any(same_site(host, domain) for domain in known.domains)


def moment(audit: Audit) -> Moment | str:
    """When the page was published, or in words why that cannot be relied on."""
    published = [m for m in map(_read, _stated(audit, "published")) if m is not None]
    if not published:
        return "does not say when it was published"
    first = min(published, key=lambda m: m.earliest)
    last = max(published, key=lambda m: m.latest)
    if last.earliest - first.latest > _ANEW:
        return f"gives two dates of publication, {first.words} and {last.words}, and may have been dated anew"
    surest = min(published, key=lambda m: (m.latest - m.earliest, m.earliest))
    captured = _instant(audit.capture.captured_at)
    if captured is not None and surest.earliest > captured + _DAY:
        return f"gives a time of publication, {surest.words}, that is after its capture"
    changed = [m for m in map(_read, _stated(audit, "modified")) if m is not None]
    if changed and max(m.latest for m in changed) < surest.earliest - _DAY:
        return f"was changed before it was published, as it says ({surest.words}), and may have been dated anew"
    return surest


def _stated(audit: Audit, name: str) -> list[tuple[str, Evidence]]:
    found: list[tuple[str, Evidence]] = [(d.value, Markup(d.place, d.value)) for d in audit.page.declares(name)]
    found += [(f.value, f.evidence) for f in audit.page.facts if isinstance(f, Fact) and f.name == name]
    return found


def _read(stated: tuple[str, Evidence]) -> Moment | None:
    words, evidence = stated[0].strip(), stated[1]
    day_only = len(words) <= 10
    try:
        read = datetime.fromisoformat(words.replace("Z", "+00:00"))
    except ValueError:
        return None
    if read.tzinfo is not None and not day_only:
        instant = read.astimezone(UTC)
        return Moment(instant, instant, evidence, words)
    naive = read.replace(tzinfo=UTC)
    return Moment(naive - _ZONES, naive + _ZONES + (_DAY if day_only else timedelta(0)), evidence, words)


def _instant(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words.replace("Z", "+00:00"))
    except ValueError:
        return None
