"""From an `Audit` to what the report's template shows, section by section."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from audit.model import LEVELS as LEVEL_ORDER
from audit.model import Attribution, Audit, AxisReport, Evidence, Finding, Quoted
from audit.report import anchors, chain_graph, chain_svg, declared_shown, reading, visible, wording
from audit.report.annotate import Markings
from audit.report.evidence import Quoter, link
from audit.report.guidance import Guidance, guidance

_LONGEST_LOOK = 120
"""Characters; a longer stretch that a finding quotes is not painted, only referred to behind its end."""
AXES = {
    "traceability": "Can a reader get from these words to where they came from?",
    "attribution": "Is it clear who says what?",
    "independence": "Do the claims rest on more than one origin?",
    "disclosure": "Does the page say whose text it is, and what it disowns?",
}


@dataclass(slots=True)
class FindingView:
    """One finding as it is shown."""

    anchor: str
    level: str
    level_word: str
    code: str
    message: Markup
    evidence: list[Markup]
    basis: str
    confidence: str


@dataclass(slots=True)
class FindingGroup:
    """All findings of one rule, with what the rule says about them."""

    code: str
    name: str
    level: str
    level_word: str
    guidance: Guidance | None
    findings: list[FindingView] = field(default_factory=list)


@dataclass(slots=True)
class Step:
    """One step of the chain in a line of text."""

    name: Markup
    type: str
    hollow: bool
    relation: str = ""
    basis: str = ""
    anchor: str = ""


@dataclass(slots=True)
class EdgeView:
    """One edge in the list of steps."""

    anchor: str
    from_: Markup
    relation: str
    to: Markup
    from_hollow: bool
    to_hollow: bool
    basis: str
    strength: str
    why: Markup
    evidence: list[Markup]


@dataclass(slots=True)
class ClaimView:
    """One attribution in the table of claims."""

    anchor: str
    number: int
    content: Markup
    voice: Markup
    detail: Markup
    source: Markup
    grade: str
    hedges: Markup
    speech: str
    relay: Markup
    negated: bool


@dataclass(slots=True)
class VoiceView:
    """One voice and the claims that rest on it."""

    name: Markup
    type: str
    detail: Markup
    grade: str
    grade_words: str
    reason: Markup
    claims: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class ClauseView:
    """One thing a disclaimer does."""

    title: str
    effect: str
    words: Markup
    objects: str


@dataclass(slots=True)
class DisclaimerView:
    """One notice."""

    anchor: str
    kinds: str
    speaker: Markup
    complaints_to: Markup
    placement: str
    words: Markup
    clauses: list[ClauseView]


def view(audit: Audit) -> dict[str, object]:
    """Everything the template needs, by name."""
    page = audit.page
    markings = Markings(page.text, page.blocks)
    notes = reading.Notes(markings, page.blocks)
    quoter = Quoter(page.text, page.language, markings)
    _mark_credits(audit, markings, notes)
    _mark_claims(audit, markings, notes)
    _mark_disclaimers(audit, markings, notes)
    findings = _findings(audit, markings, notes, quoter)
    graph = chain_graph.graph(audit)
    values: dict[str, object] = {
        "audit": audit,
        "title": visible.plain(page.headline or audit.target.name),
        "headline": quoter.value(page.headline) if page.headline else visible.html(audit.target.name),
        "verdict": visible.html(audit.profile.verdict),
        "publisher": visible.html(audit.provenance.publisher.name or "publisher not named"),
        "kind": wording.KINDS[audit.provenance.kind],
        "captured": moment(audit.capture.captured_at),
        "axes": [_axis(axis, quoter) for axis in audit.profile.axes],
        "path": _path(audit),
        "groups": findings,
        "first": findings[0].findings[0] if findings else None,
        "finding_count": len(audit.findings),
        "levels": _level_counts(audit.findings),
        "about": _about(audit, quoter),
        "wide": chain_svg.wide(graph, audit.edges, _href),
        "tall": chain_svg.tall(graph, audit.edges, _href),
        "left_out": graph.left_out,
        "chains": _chains(audit),
        "edges": _edges(audit, quoter),
        "claims": [_claim(number, a, quoter) for number, a in enumerate(audit.attributions, 1)],
        "voices": _voices(audit),
        "disclaimers": _disclaimers(audit, quoter),
        "declared_shown": declared_shown.rows(audit, quoter),
        "declared": declared_shown.everything(audit, quoter),
        "capture": _capture(audit),
        "headers": [(visible.html(k), visible.html(v)) for k, v in audit.capture.headers],
        "grades": wording.GRADES,
        "bases": wording.BASES,
        "coverage": audit.provenance.attribution_coverage,
        "shares": audit.profile.shares,
    }
    # Last: writing the sections above is what marks the words they lead to.
    values["passages"] = reading.passages(audit, markings, notes)
    return values


def moment(stamp: str) -> str:
    """`2026-11-20T09:30:00Z` as `20 November 2026, 09:30 UTC`; anything else as it is."""
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return visible.plain(stamp)
    zone = "UTC" if stamp.endswith("Z") else (when.tzname() or "")
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}, {when:%H:%M} {zone}".rstrip()


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _ref(anchor: str, label: str, says: str, look: str = "") -> str:
    """A reference set behind words; `label` is ours or a number, never captured text."""
    return f'<a class="ref {look}" href="#{anchor}" aria-label="{says}">{label}</a>'


def _mark_credits(audit: Audit, markings: Markings, notes: reading.Notes) -> None:
    for credit in audit.credits:
        if markings.add(credit.start, credit.end, "crd" if credit.role != "cited" else "cit"):
            words = Markup("<b>Credit</b> {}: {} <i>({})</i>").format(
                wording.CREDITS[credit.role], visible.html(wording.node_name(credit.outlet)), visible.html(credit.slot)
            )
            notes.add(credit.start, words)


def _mark_claims(audit: Audit, markings: Markings, notes: reading.Notes) -> None:
    for number, item in enumerate(audit.attributions, 1):
        anchor = anchors.claim(number)
        reference = _ref(anchor, str(number), f"claim {number}")
        for span in item.content:
            markings.add(span.start, span.end, "say quo" if item.kind == "direct" else "say")
        for span in item.source:
            markings.add(span.start, span.end, "src")
        for span in item.cue:
            markings.add(span.start, span.end, "cue")
        for span in item.hedges:
            markings.add(span.start, span.end, "hdg")
        spans = [*item.source, *item.cue, *item.content]
        if not spans:
            continue
        last = (item.source or item.hedges or item.content or item.cue)[0]
        markings.add(last.start, last.end, ref=reference)
        voice = item.voice
        sort = [wording.VOICES[voice.type]] if voice.type != "none" else []
        if voice.grade:
            sort.append(voice.grade)
        who = Markup(" <i>({})</i>").format(", ".join(sort)) if sort else Markup("")
        relay = Markup("; through {}").format(visible.html(", ".join(item.relayed_by))) if item.relayed_by else ""
        note = Markup('<a href="#{}">{}</a> {}{}{}').format(
            anchor, number, visible.html(wording.voice_name(item)), who, relay
        )
        notes.add(min(s.start for s in spans), note)


def _mark_disclaimers(audit: Audit, markings: Markings, notes: reading.Notes) -> None:
    for number, item in enumerate(audit.disclaimers, 1):
        anchor = anchors.disclaimer(number)
        markings.add(item.start, item.end, "dis")
        for clause in item.clauses:
            markings.add(clause.start, clause.end, "cls")
        kinds = ", ".join(wording.DISCLAIMERS[kind][0].lower() for kind in item.kinds)
        notes.add(item.start, Markup('<a href="#{}"><b>Disclaimer</b></a> {}').format(anchor, kinds))


def _findings(audit: Audit, markings: Markings, notes: reading.Notes, quoter: Quoter) -> list[FindingGroup]:
    groups: dict[str, FindingGroup] = {}
    beside: dict[tuple[int, str], tuple[int, Markup]] = {}
    for finding, anchor in zip(audit.findings, anchors.findings(audit.findings), strict=True):
        code = anchors.code(finding)
        word = wording.LEVELS[finding.level]
        name = visible.plain(finding.name).replace("-", " ")
        quotes = [e for e in finding.evidence if isinstance(e, Quoted)]
        if quotes:  # set where it is most exact, so that a remark does not stand behind a whole notice
            place = min(quotes, key=lambda e: (e.end - e.start, -e.start))
            look = "fnd" if place.end - place.start <= _LONGEST_LOOK else ""
            markings.add(place.start, place.end, look, _ref(anchor, code, f"finding {code}", "fin"))
            block = markings.block_at(place.start)
            count, note = beside.get((block, code), (0, Markup("")))
            note = note or Markup('<a class="fin" href="#{}">{}</a> {}').format(anchor, code, name)
            if not count:
                notes.add(place.start, note)
            else:
                notes.replace(place.start, _counted(note, count), _counted(note, count + 1))
            beside[block, code] = (count + 1, note)
        shown = FindingView(
            anchor,
            finding.level,
            word,
            code,
            visible.html(finding.message),
            quoter.all_evidence(finding.evidence),
            finding.basis,
            _percent(finding.confidence),
        )
        group = groups.get(code)
        if group is None:
            group = groups[code] = FindingGroup(code, name, finding.level, word, guidance(finding.code))
        group.findings.append(shown)
    return sorted(groups.values(), key=lambda g: -LEVEL_ORDER.index(g.level))


def _counted(note: Markup, count: int) -> Markup:
    return note if count == 1 else Markup("{}, {} times").format(note, count)


def _level_counts(findings: tuple[Finding, ...]) -> str:
    counts = [(level, sum(f.level == level for f in findings)) for level in reversed(LEVEL_ORDER)]
    words = {"error": "error", "warning": "warning", "note": "note", "info": "remark"}
    return ", ".join(wording.count(n, words[level]) for level, n in counts if n)


def _axis(axis: AxisReport, quoter: Quoter) -> dict[str, object]:
    counts = [(words, axis.count(state)) for state, (words, _) in wording.STATES.items()]
    return {
        "name": axis.axis,
        "asks": AXES[axis.axis],
        "glyphs": [(c.state, wording.STATES[c.state][1]) for c in axis.checks],
        "counts": ", ".join(f"{n} {words}" for words, n in counts if n) or "nothing to check",
        "checks": [
            {
                "state": c.state,
                "word": wording.STATES[c.state][0],
                "glyph": wording.STATES[c.state][1],
                "name": visible.html(c.name),
                "because": visible.html(c.because),
                "evidence": quoter.all_evidence(c.evidence)[:3],
            }
            for c in axis.checks
        ],
    }


def _path(audit: Audit) -> list[Step]:
    out = []
    for node, index in chain_graph.main_path(audit):
        step = Step(visible.html(wording.node_name(node)), wording.NODE_TYPES[node.type], chain_graph.hollow(node))
        if index is not None and 0 <= index < len(audit.edges):
            edge = audit.edges[index]
            step.relation, step.basis, step.anchor = wording.RELATIONS[edge.relation], edge.basis, anchors.edge(index)
        out.append(step)
    return out


def _chains(audit: Audit) -> list[dict[str, object]]:
    out = []
    for chain in audit.chains:
        steps = []
        for node, index in zip(chain.nodes, (None, *chain.edges), strict=False):
            step = Step(visible.html(wording.node_name(node)), wording.NODE_TYPES[node.type], chain_graph.hollow(node))
            if index is not None and 0 <= index < len(audit.edges):
                edge = audit.edges[index]
                step.relation, step.basis = wording.RELATIONS[edge.relation], edge.basis
                step.anchor = anchors.edge(index)
            steps.append(step)
        out.append({"steps": steps, "hops": wording.count(chain.hops, "step"), "anonymous": chain.ends_anonymous})
    return out


def _edges(audit: Audit, quoter: Quoter) -> list[EdgeView]:
    return [
        EdgeView(
            anchors.edge(index),
            visible.html(wording.node_name(edge.from_)),
            wording.RELATIONS[edge.relation],
            visible.html(wording.node_name(edge.to)),
            chain_graph.hollow(edge.from_),
            chain_graph.hollow(edge.to),
            edge.basis,
            _percent(edge.strength),
            visible.html(edge.why),
            quoter.all_evidence(edge.evidence),
        )
        for index, edge in enumerate(audit.edges)
    ]


def _href(index: int) -> str:
    return f"#{anchors.edge(index)}"


def _about(audit: Audit, quoter: Quoter) -> list[tuple[str, Markup, list[Markup]]]:
    page, origin = audit.page, audit.provenance
    publisher = origin.publisher
    kind, meaning = wording.KINDS[origin.kind]
    name = visible.html(publisher.name or "not named on the page")
    sort = wording.OUTLETS[publisher.kind]
    who = Markup("{}{} <i>{}</i>").format(name, f", {sort}" if sort else "", publisher.basis)
    rows: list[tuple[str, Markup, list[Markup]]] = [
        ("Publisher", who, quoter.all_evidence(publisher.evidence)),
        ("Kind of page", Markup("{}: {}").format(kind, meaning), quoter.all_evidence(origin.kind_evidence)),
    ]
    facts: dict[str, list[Evidence]] = {}
    for fact in page.facts:
        facts.setdefault(fact.name, []).append(fact.evidence)
    named = (
        ("Headline", "headline", page.headline),
        ("Byline", "byline", page.byline),
        ("Dateline", "dateline", page.dateline),
        ("Published", "published", page.published),
        ("Modified", "modified", page.modified),
        ("Language", "language", page.language),
    )
    for term, key, value in named:
        if value:
            rows.append((term, quoter.value(value), quoter.all_evidence(facts.get(key, ()))[:3]))
        elif key in ("byline", "published") and page.assessable:
            rows.append((term, Markup("<i>none found</i>"), []))
    shares = audit.profile.shares
    total = shares.words_reporting + shares.words_wrapper
    if total:
        part = round(100 * shares.words_reporting / total)
        quoted = wording.count(shares.words_quoted, "word")
        text = f"{wording.count(shares.words_reporting, 'word')} of reporting ({part} % of the page), {quoted} inside quote marks"
        rows.append(("Its words", Markup(text), []))  # noqa: S704 - numbers and our words
    return rows


def _claim(number: int, item: Attribution, quoter: Quoter) -> ClaimView:
    voice = item.voice
    relay = Markup("")
    if item.relayed_by:
        scope = f", {item.relay_scope}" if item.relay_scope else ""
        relay = Markup("{} <i>{}{}</i>").format(
            visible.html(", ".join(item.relayed_by)), item.relay_basis or "", visible.html(scope)
        )
    return ClaimView(
        anchors.claim(number),
        number,
        quoter.spans(item.content),
        visible.html(wording.voice_name(item)),
        _voice_detail(item),
        quoter.spans((*item.source, *item.cue), 120),
        voice.grade or "",
        quoter.spans(item.hedges, 80),
        wording.SPEECH[item.kind],
        relay,
        item.negated,
    )


def _voice_detail(item: Attribution) -> Markup:
    voice = item.voice
    parts = [Markup(wording.VOICES[voice.type])] if voice.type != "none" else []  # noqa: S704
    if voice.role:
        parts.append(visible.html(voice.role))
    if voice.resolved_from:
        sure = f" ({_percent(voice.confidence)} sure)" if voice.confidence < 0.995 else ""
        parts.append(Markup("read from “{}”{}").format(visible.html(voice.resolved_from), sure))
    return Markup(", ").join(parts)


def _voices(audit: Audit) -> list[VoiceView]:
    out: dict[str, VoiceView] = {}
    for number, item in enumerate(audit.attributions, 1):
        voice = item.voice
        key = f"{voice.type} {voice.key or voice.name or ''}"
        shown = out.get(key)
        if shown is None:
            reason = visible.html(voice.reason) if voice.reason else Markup("")
            grade_words = wording.GRADES[voice.grade] if voice.grade else ""
            role = visible.html(voice.role) if voice.role else Markup("")
            name = visible.html(wording.voice_name(item))
            shown = VoiceView(name, wording.VOICES[voice.type], role, voice.grade or "", grade_words, reason)
            out[key] = shown
        shown.claims.append((number, anchors.claim(number)))
    return list(out.values())


def _disclaimers(audit: Audit, quoter: Quoter) -> list[DisclaimerView]:
    out = []
    for number, item in enumerate(audit.disclaimers, 1):
        clauses = [
            ClauseView(
                *wording.DISCLAIMERS[clause.kind],
                quoter.words(clause.start, clause.end, 400),
                visible.plain(", ".join(clause.objects)),
            )
            for clause in item.clauses
        ]
        out.append(
            DisclaimerView(
                anchors.disclaimer(number),
                ", ".join(wording.DISCLAIMERS[kind][0] for kind in item.kinds),
                visible.html(item.speaker or "not named"),
                visible.html(item.complaints_to or ""),
                item.placement,
                quoter.words(item.start, item.end, 600),
                clauses,
            )
        )
    return out


def _capture(audit: Audit) -> list[tuple[str, Markup]]:
    record, target = audit.capture, audit.target
    rows: list[tuple[str, Markup]] = []
    sorts = {"url": "an address", "html-file": "a saved page", "text-file": "a text file", "stdin": "standard input"}
    rows.append(("Audited", Markup("{}: {}").format(sorts[target.kind], visible.html(target.name))))
    if target.stated_url:
        rows.append(("Address as stated", link(target.stated_url)))
    if target.stated_publisher:
        rows.append(("Publisher as stated", visible.html(target.stated_publisher)))
    rows.append(("Address", link(record.url) if record.url else Markup("<i>none</i>")))
    rows += [
        ("Redirect", Markup("{} → {} ({})").format(link(r.url), link(r.location), r.status)) for r in record.redirects
    ]
    stamp = Markup('<time datetime="{}">{}</time>').format(
        visible.plain(record.captured_at), moment(record.captured_at)
    )
    rows.append(("Captured", stamp))
    if record.status is not None:
        rows.append(("Status", visible.html(str(record.status))))
    if record.content_type:
        rows.append(("Content type", visible.html(record.content_type)))
    charset = Markup("{}, decided by {}").format(visible.html(record.charset), visible.html(record.charset_from))
    rows.append(("Character set", charset))
    rows.append(("Size", Markup(wording.count(record.size, "byte"))))  # noqa: S704
    rows.append(("SHA-256 of the bytes", Markup('<code class="hash">{}</code>').format(visible.plain(record.sha256))))
    rows += [("Remark", visible.html(note)) for note in record.notes]
    rows.append(("Rule set", visible.html(audit.ruleset)))
    rows.append(("Program", visible.html(audit.tool)))
    rows.append(("Schema", visible.html(audit.schema)))
    return rows


def _percent(share: float) -> str:
    return f"{round(share * 100)} %"
