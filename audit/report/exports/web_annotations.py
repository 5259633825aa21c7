"""Claims, credits, disclaimers and findings as W3C Web Annotations, each with a quote and a position selector.

Positions are code points of the page's text as `page.txt` has it; the quote selector, with the words around it, finds the place
in the live page too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from audit.model import Audit, Quoted
from audit.report import wording

_AROUND = 32


def collection(audits: Sequence[Audit]) -> str:
    """An `AnnotationCollection` of all `audits`, ending in a line feed."""
    items = [item for audit in audits for item in _annotations(audit)]
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:tracewire:annotations",
        "type": "AnnotationCollection",
        "label": "tracewire",
        "total": len(items),
        "first": {"id": "urn:tracewire:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode("utf-8") + "\n"


def _annotations(audit: Audit) -> Iterator[dict[str, object]]:
    number = 0
    for start, end, words, tag in _remarks(audit):
        if not 0 <= start < end <= len(audit.page.text):
            continue
        number += 1
        yield {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:tracewire:{audit.capture.sha256[:64]}:{number}",
            "type": "Annotation",
            "motivation": "describing",
            "generator": {"type": "Software", "name": audit.tool},
            "created": audit.capture.captured_at,
            "body": [
                {
                    "type": "TextualBody",
                    "value": words,
                    "format": "text/plain",
                    "language": "en",
                    "purpose": "describing",
                },
                {"type": "TextualBody", "value": tag, "purpose": "tagging"},
            ],
            "target": _target(audit, start, end),
        }


def _remarks(audit: Audit) -> Iterator[tuple[int, int, str, str]]:
    for credit in audit.credits:
        if credit.start is not None and credit.end is not None:
            name = wording.node_name(credit.outlet)
            yield credit.start, credit.end, f"Credit, {wording.CREDITS[credit.role]}: {name}", "credit"
    for item in audit.attributions:
        voice = wording.voice_name(item)
        grade = f", {item.voice.grade}" if item.voice.grade else ""
        through = f"; through {', '.join(item.relayed_by)}" if item.relayed_by else ""
        words = f"Claim of {voice} ({wording.VOICES[item.voice.type]}{grade}), {wording.SPEECH[item.kind]}{through}"
        for span in item.content:
            yield span.start, span.end, words, "claim"
    for notice in audit.disclaimers:
        kinds = ", ".join(wording.DISCLAIMERS[k][0].lower() for k in notice.kinds)
        yield notice.start, notice.end, f"Disclaimer: {kinds}", "disclaimer"
    for finding in audit.findings:
        for evidence in finding.evidence:
            if isinstance(evidence, Quoted):
                yield evidence.start, evidence.end, f"{finding.code} ({finding.level}): {finding.message}", finding.code


def _target(audit: Audit, start: int, end: int) -> dict[str, object]:
    text = audit.page.text
    return {
        "source": audit.capture.url or f"urn:sha256:{audit.capture.sha256}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(start - _AROUND, 0) : start],
                "suffix": text[end : end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
