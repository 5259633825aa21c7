"""The plain facts of a report: what the page is, what was checked, how it was captured."""

from __future__ import annotations

from datetime import datetime

import msgspec
from markupsafe import Markup

from audit.findings import languages
from audit.model import Audit, Axis, AxisReport, Evidence, Quoted
from audit.report import answers, visible, wording
from audit.report.evidence import Quoter, link
from audit.report.visible import ours, raw

AXES: dict[Axis, str] = {
    "traceability": "Can a reader get from these words to where they came from?",
    "attribution": "Is it clear who says what?",
    "independence": "Do the claims rest on more than one origin?",
    "disclosure": "Does the page say whose text it is, and what it disowns?",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TARGETS = {"url": "an address", "html-file": "a saved page", "text-file": "a text file", "stdin": "standard input"}

_CHARSET_FROM = {
    "bom": "by the byte order mark",
    "header": "by the HTTP header",
    "meta": "by the page's own declaration",
    "detected": "detected from the bytes",
    "default": "by default",
}

Row = tuple[str, Markup, Markup]
"""A term, its value, the evidence for it."""


def moment(stamp: str) -> str:
    """`2026-11-20T09:30:00Z` as `20 November 2026, 09:30 UTC`; a day without a time as a day; anything else as it is."""
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return visible.plain(stamp)
    day = f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    if ":" not in stamp:
        return day
    zone = "UTC" if stamp.endswith("Z") else (when.tzname() or "")
    return f"{day}, {when:%H:%M} {zone}".rstrip()


def percent(share: float) -> str:
    """`0.86` as `86 %`."""
    return f"{round(share * 100)} %"


def about(audit: Audit, quoter: Quoter) -> list[Row]:
    """What this page is."""
    page, origin = audit.page, audit.provenance
    publisher = origin.publisher
    kind, meaning = wording.KINDS[origin.kind]
    sort = wording.OUTLETS[publisher.kind]
    who = f"{raw(publisher.name or 'not named on the page')}{f', {sort}' if sort else ''} <i>{publisher.basis}</i>"
    rows: list[Row] = [
        ("Publisher", ours(who), quoter.listed(publisher.evidence, 5)),
        ("Kind of page", ours(f"{kind}: {meaning}"), quoter.listed(origin.kind_evidence, 5)),
    ]
    text = answers.whose_text(audit)
    if text:
        rows.append(("Whose text", ours(raw("; ".join(text))), ours("")))
    facts: dict[str, list[Evidence]] = {}
    for fact in page.facts:
        # A headline that is quoted as itself needs no second quote.
        if not (isinstance(fact.evidence, Quoted) and fact.evidence.quote == fact.value):
            facts.setdefault(fact.name, []).append(fact.evidence)
    named = (
        ("Headline", page.headline),
        ("Byline", page.byline),
        ("Dateline", page.dateline),
        ("Published", page.published),
        ("Modified", page.modified),
        ("Language", page.language),
    )
    for term, value in named:
        if value:
            evidence = quoter.listed(facts.get(term.lower(), ()), 3)
            rows.append((term, _readable(term, value, quoter), evidence))
        elif term in ("Byline", "Published") and page.assessable:
            none = "none found" if term == "Byline" else "none declared or read as one"
            rows.append((term, ours(f"<i>{none}</i>"), ours("")))
    shares = audit.profile.shares
    total = shares.words_reporting + shares.words_wrapper
    if total:
        part = round(100 * shares.words_reporting / total)
        quoted = wording.count(shares.words_quoted, "word")
        reporting = wording.count(shares.words_reporting, "word")
        words = f"{reporting} of reporting ({part} % of the page), {quoted} inside quote marks"
        rows.append(("Its words", ours(words), ours("")))
    return rows


def _readable(term: str, value: str, quoter: Quoter) -> Markup:
    """A fact as a reader takes it in: a date and time written out, a language by its name beside its code."""
    if term in ("Published", "Modified"):
        written = moment(value)
        return quoter.value(value) if written == value else dated(value)
    name = languages.named(value) if term == "Language" else None
    return ours(f"{name} ({quoter.value(value)})") if name else quoter.value(value)


def dated(stamp: str) -> Markup:
    """`stamp` written out, with its exact value for programs."""
    exact = visible.html(visible.plain(stamp))
    return ours(f'<time datetime="{exact}">{raw(moment(stamp))}</time>')


class CheckView(msgspec.Struct):
    """One check as it is shown."""

    state: str
    word: str
    glyph: str
    name: Markup
    because: Markup
    evidence: Markup


class AxisView(msgspec.Struct):
    """One axis with its checks; `glyphs` are their states at a glance."""

    name: Axis
    asks: str
    glyphs: list[tuple[str, str]]
    counts: str
    checks: list[CheckView]


def axis(report: AxisReport, quoter: Quoter) -> AxisView:
    """The checks on one axis."""
    counts = [(words, report.count(state)) for state, (words, _) in wording.STATES.items()]
    return AxisView(
        report.axis,
        AXES[report.axis],
        [(c.state, wording.STATES[c.state][1]) for c in report.checks],
        ", ".join([f"{n} {words}" for words, n in counts if n]) or "nothing to check",
        [
            CheckView(
                c.state,
                *wording.STATES[c.state],
                visible.html(c.name),
                visible.html(c.because),
                quoter.listed(c.evidence, 3, 110),
            )
            for c in report.checks
        ],
    )


def capture(audit: Audit) -> list[tuple[str, Markup]]:
    """How and when the bytes came, and what they were read by."""
    record, target = audit.capture, audit.target
    rows = [("Audited", f"{_TARGETS[target.kind]}: {raw(target.name)}")]
    if target.stated_url:
        rows.append(("Address as stated", link(target.stated_url)))
    if target.stated_publisher:
        rows.append(("Publisher as stated", raw(target.stated_publisher)))
    rows.append(("Address", link(record.url) if record.url else "<i>none given</i>"))
    rows += [("Redirect", f"{link(r.url)} → {link(r.location)} ({r.status})") for r in record.redirects]
    rows.append(("Captured", dated(record.captured_at)))
    if record.status is not None:
        rows.append(("Status", str(record.status)))
    if record.content_type:
        rows.append(("Content type", raw(record.content_type)))
    rows.append(
        (
            "Character set",
            f"{raw(record.charset)}, {_CHARSET_FROM.get(record.charset_from) or raw(record.charset_from)}",
        )
    )
    rows.append(("Size", wording.count(record.size, "byte")))
    rows.append(("SHA-256 of the bytes", f'<code class="hash">{raw(record.sha256)}</code>'))
    rows += [("Remark", raw(note)) for note in record.notes]
    rows += [("Rule set", raw(audit.ruleset)), ("Program", raw(audit.tool)), ("Schema", raw(audit.schema))]
    return [(term, ours(value)) for term, value in rows]
