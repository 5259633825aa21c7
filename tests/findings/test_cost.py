"""The rules' cost grows with the page, not with its square."""

from __future__ import annotations

import time

from audit.findings import check, profile
from audit.findings.sketches import claim, person, unnamed
from audit.findings.specimen import specimen
from audit.model import Attribution, Block, Page, Provenance, Span


def grown(times: int) -> tuple[Page, Provenance]:
    """A page of `times` copies of one paragraph with its claims."""
    small = specimen(
        "body: “The hull of the old ferry is gone for good,” a pilot said, and Ivo Brandt claimed it was sound.",
        claims=[
            claim("a pilot", "said", "“The hull of the old ferry is gone for good,”", unnamed("a pilot"), "direct"),
            claim("Ivo Brandt", "claimed", "it was sound", person("Ivo Brandt")),
        ],
    )
    one = small.page.text
    step = len(one) + 2
    blocks = [Block("body", n * step, n * step + len(one), 1.0, "") for n in range(times)]

    def moved(a: Attribution, by: int) -> Attribution:
        def shift(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            return tuple(Span(s.start + by, s.end + by) for s in spans)

        return Attribution(shift(a.source), shift(a.cue), shift(a.content), a.kind, a.voice)

    claims = [moved(a, n * step) for n in range(times) for a in small.provenance.attributions]
    page = Page("\n\n".join([one] * times), "html", tuple(blocks), headline="Ferry", published="2026-03-02")
    return page, Provenance(
        small.provenance.kind, small.provenance.kind_evidence, small.provenance.publisher, attributions=tuple(claims)
    )


def seconds(page: Page, provenance: Provenance) -> float:
    best = 9.0
    for _ in range(3):
        begun = time.process_time()
        profile(page, provenance, check(page, provenance, preview=True))
        best = min(best, time.process_time() - begun)
    return best


def test_cost_is_linear() -> None:
    seconds(*grown(10))  # word lists are read once
    assert seconds(*grown(2000)) < 25 * seconds(*grown(200))


def test_many_findings_are_counted_not_dropped_in_silence() -> None:
    page, provenance = grown(100)
    found = check(page, provenance, select=["ATT120"])
    assert len(found) == 40
    assert "There are 60 more of this kind." in found[-1].message or any("60 more" in f.message for f in found)
