"""What is said on the page: claims, the voices behind them, and disclaimers clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.model import Attribution, Audit
from audit.report import anchors, visible, wording
from audit.report.about import percent
from audit.report.evidence import Quoter
from audit.report.visible import ours, raw

if TYPE_CHECKING:
    from markupsafe import Markup


class ClaimView(msgspec.Struct):
    """One attribution in the table of claims."""

    anchor: str
    number: int
    content: Markup
    source: Markup
    voice: Markup
    hedges: Markup
    form: str


class VoiceView(msgspec.Struct):
    """One voice and the claims that rest on it."""

    name: Markup
    who: Markup
    grade: Markup
    numbers: list[int] = []

    @property
    def claims(self) -> Markup:
        """Links to its claims."""
        return ours(" ".join([f'<a href="#{anchors.claim(n)}">{n}</a>' for n in self.numbers]))


class ClauseView(msgspec.Struct):
    """One thing a disclaimer does."""

    title: str
    effect: str
    words: Markup
    objects: str


class DisclaimerView(msgspec.Struct):
    """One notice."""

    anchor: str
    kinds: str
    speaker: Markup
    complaints_to: Markup
    placement: str
    words: Markup
    clauses: list[ClauseView]


def claims(audit: Audit, quoter: Quoter) -> list[ClaimView]:
    """Every attribution, in the order of the audit."""
    return [_claim(number, item, quoter) for number, item in enumerate(audit.attributions, 1)]


def voices(audit: Audit) -> list[VoiceView]:
    """Every voice once, in the order in which they first speak."""
    out: dict[str, VoiceView] = {}
    for number, item in enumerate(audit.attributions, 1):
        voice = item.voice
        key = f"{voice.type} {voice.key or voice.name or ''}"
        shown = out.get(key)
        if shown is None:
            who = wording.voice_sort(voice)
            who += f", {raw(voice.role)}" if voice.role else ""
            who += f"; reason given: {raw(voice.reason)}" if voice.reason else ""
            grade = f"<b>{voice.grade}</b> {wording.GRADES[voice.grade]}" if voice.grade else "–"
            shown = out[key] = VoiceView(visible.html(wording.voice_name(item)), ours(who), ours(grade))
        shown.numbers.append(number)
    return list(out.values())


def disclaimers(audit: Audit, quoter: Quoter) -> list[DisclaimerView]:
    """Every notice, clause by clause."""
    out = []
    for number, item in enumerate(audit.disclaimers, 1):
        clauses = [
            ClauseView(
                *wording.DISCLAIMERS[clause.kind],
                ours(quoter.words(clause.start, clause.end, 400)),
                visible.plain(", ".join(clause.objects)),
            )
            for clause in item.clauses
        ]
        kinds = ", ".join(wording.DISCLAIMERS[kind][0] for kind in item.kinds)
        speaker, to = visible.html(item.speaker or "not named"), visible.html(item.complaints_to or "")
        words = ours(quoter.words(item.start, item.end, 600))
        out.append(DisclaimerView(anchors.disclaimer(number), kinds, speaker, to, item.placement, words, clauses))
    return out


def _claim(number: int, item: Attribution, quoter: Quoter) -> ClaimView:
    hedges = quoter.spans(item.hedges, 80)
    return ClaimView(
        anchors.claim(number),
        number,
        quoter.spans(item.content),
        quoter.spans((*item.source, *item.cue), 120),
        _voice(item),
        hedges or ours("–"),
        wording.SPEECH[item.kind] + (", denied or declined" if item.negated else ""),
    )


def _voice(item: Attribution) -> Markup:
    voice = item.voice
    parts = [f"<b>{raw(wording.voice_name(item))}</b>"]
    if voice.type != "none" and voice.name:
        parts.append(wording.VOICES[voice.type])
    if voice.role:
        parts.append(raw(voice.role))
    if voice.resolved_from:
        sure = f" ({percent(voice.confidence)} sure)" if voice.confidence < 0.995 else ""
        parts.append(f"read from “{raw(voice.resolved_from)}”{sure}")
    grade = f' <span class="tag">{voice.grade}</span>' if voice.grade else ""
    relay = ""
    if item.relayed_by:
        scope = f", {raw(item.relay_scope)}" if item.relay_scope else ""
        names = raw(", ".join(item.relayed_by))
        relay = f'<div class="small">through {names} <i>{item.relay_basis or ""}{scope}</i></div>'
    return ours(", ".join(parts) + grade + relay)
