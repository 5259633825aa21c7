"""What is marked in the page's own words: credits, claims, disclaimers and findings, each with a note at its side."""

from __future__ import annotations

from audit.model import Audit, Finding, Quoted
from audit.report import anchors, visible, wording
from audit.report.annotate import Markings
from audit.report.reading import Notes
from audit.report.visible import raw

_LONGEST_LOOK = 120
"""Characters; a longer stretch that a finding quotes is not painted, only referred to behind its end."""


def mark(audit: Audit, markings: Markings, notes: Notes) -> None:
    """Mark everything that `audit` found, in place."""
    _credits(audit, markings, notes)
    _claims(audit, markings, notes)
    _disclaimers(audit, markings, notes)
    for finding, anchor in zip(audit.findings, anchors.findings(audit.findings), strict=True):
        _finding(finding, anchor, markings, notes)


def _reference(anchor: str, label: str, says: str, look: str = "ref") -> str:
    """A reference set behind words; `label` is a number or a plain code, never captured text."""
    return f'<a class="{look}" href="#{anchor}" aria-label="{says}">{label}</a>'


def _credits(audit: Audit, markings: Markings, notes: Notes) -> None:
    for credit in audit.credits:
        if markings.add(credit.start, credit.end, "crd" if credit.role != "cited" else "cit"):
            name = raw(wording.node_name(credit.outlet))
            notes.add(credit.start, f"<b>Credit</b> {wording.CREDITS[credit.role]}: {name} <i>({raw(credit.slot)})</i>")


def _claims(audit: Audit, markings: Markings, notes: Notes) -> None:
    for number, item in enumerate(audit.attributions, 1):
        for spans, look in (
            (item.content, "say quo" if item.kind == "direct" else "say"),
            (item.source, "src"),
            (item.cue, "cue"),
            (item.hedges, "hdg"),
        ):
            for span in spans:
                markings.add(span.start, span.end, look)
        every = [*item.source, *item.cue, *item.content]
        if not every:
            continue
        anchor = anchors.claim(number)
        last = (item.source or item.hedges or item.content or item.cue)[0]
        markings.add(last.start, last.end, ref=_reference(anchor, str(number), f"claim {number}"))
        voice = item.voice
        sort = [] if voice.type == "none" or not voice.name else [wording.VOICES[voice.type]]
        if voice.grade:
            sort.append(voice.grade)
        who = f" <i>({', '.join(sort)})</i>" if sort else ""
        relay = f"; through {raw(', '.join(item.relayed_by))}" if item.relayed_by else ""
        note = f'<a href="#{anchor}">{number}</a> {raw(wording.voice_name(item))}{who}{relay}'
        notes.add(min(s.start for s in every), note)


def _disclaimers(audit: Audit, markings: Markings, notes: Notes) -> None:
    for number, item in enumerate(audit.disclaimers, 1):
        markings.add(item.start, item.end, "dis")
        for clause in item.clauses:
            markings.add(clause.start, clause.end, "cls")
        kinds = ", ".join(wording.DISCLAIMERS[kind][0].lower() for kind in item.kinds)
        notes.add(item.start, f'<a href="#{anchors.disclaimer(number)}"><b>Disclaimer</b></a> {kinds}')


def _finding(finding: Finding, anchor: str, markings: Markings, notes: Notes) -> None:
    quotes = [e for e in finding.evidence if isinstance(e, Quoted)]
    if not quotes:
        return
    # Set where it is most exact, so that a remark does not stand behind a whole notice.
    place = min(quotes, key=lambda e: (e.end - e.start, -e.start))
    code = anchors.code(finding)
    look = "fnd" if place.end - place.start <= _LONGEST_LOOK else ""
    markings.add(place.start, place.end, look, _reference(anchor, code, f"finding {code}", "ref fin"))
    first = anchors.group(finding)
    name = visible.html(visible.plain(finding.name).replace("-", " "))
    notes.add(place.start, f'<a class="fin" href="#{first}">{code}</a> {name}')
