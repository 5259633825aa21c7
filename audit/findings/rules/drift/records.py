"""What goes with a text and was lost on the way: its correction, its signed provenance, the way back to its language."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.drift.pair import Pair
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.drift.told import Told
from audit.findings.phrasing import absent
from audit.findings.sites import host_of, same_site
from audit.findings.sketches import credit
from audit.lexicon.forms.folding import fold
from audit.model import Markup, Span

_SHARED = 5
"""Names and numbers that two texts in different languages must share to be taken for one text."""
_SHARE = 0.5
_COUNTED, _COUNTED_LETTERS = 12, 3
"""Numbers up to twelve and words up to three letters are shared by chance."""


def _wrapper_lost(two: Pair) -> Iterator[PairDraft]:
    declared = two.original.case.page.declares("c2pa-text")
    if declared and not two.copy.case.page.declares("c2pa-text") and (two.related or not two.one_language):
        yield PairDraft(
            "The original carries a C2PA manifest in its text; the copy carries none.",
            (absent("a C2PA manifest", "the copy's text"),),
            (Markup(declared[0].place, declared[0].value),),
            basis="declared",
            key="c2pa-lost",
        )


WRAPPER_LOST = PairRule(
    code="DRF610",
    name="provenance-wrapper-lost",
    level="info",
    consumes="pair",
    summary="The original's text carries a C2PA manifest, and the copy's does not.",
    why="The manifest is what lets a reader check who signed the text and whether it was changed.",
    answer="Copy the text with its manifest, or link the signed original.",
    standards=("C2PA, Technical Specification: embedding manifests into unstructured text",),
    false_positives=("A system that strips invisible characters from everything it stores.",),
    check=_wrapper_lost,
    fires=(
        lambda: pair(
            ["body: The ferry will stop in summer."],
            ["body: The ferry will stop in summer."],
            theirs={"declared": [("c2pa-text", "manifest store of 812 bytes", "text")]},
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The ferry will stop in summer."],
            ["body: The ferry will stop in summer."],
            mine={"declared": [("c2pa-text", "manifest store of 812 bytes", "text")]},
            theirs={"declared": [("c2pa-text", "manifest store of 812 bytes", "text")]},
        ),
    ),
)


def _correction_lost(two: Pair) -> Iterator[PairDraft]:
    corrections = _corrections(two.original)
    if not corrections or _corrections(two.copy) or not two.related:
        return
    case = two.original.case
    yield PairDraft(
        f"The original was corrected: “{case.words(corrections[0].start, corrections[0].end)}”. The copy has no such note.",
        (absent("a correction", "the copy"),),
        case.quotes(corrections[:3]),
        confidence=0.8,
        key="correction-lost",
    )


CORRECTION_LOST = PairRule(
    code="DRF612",
    name="correction-not-carried-over",
    level="warning",
    consumes="pair",
    summary="The original has a note of correction, and the copy has none.",
    why="The mistake goes on living in the copy, or was mended there without a word.",
    answer="Take over the correction and its note.",
    standards=(
        "AP, Statement of News Values: a correction goes to everybody who had the mistake",
        "IPSO, Editors' Code, clause 1: corrections with due prominence",
    ),
    false_positives=("A copy that was made after the correction and has the right words.",),
    check=_correction_lost,
    fires=(
        lambda: pair(
            ["body: The ferry will stop in summer.", None],
            [
                "body: The ferry will stop in summer.",
                "correction: Correction: an earlier version gave the wrong name of the ferry.",
            ],
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The ferry will stop in summer.", "correction: Corrected on 3 March: the name of the ferry."],
            ["body: The ferry will stop in summer.", "correction: Correction: the name of the ferry was wrong."],
        ),
        lambda: pair(
            ["body: Wheat prices rose in the spring.", None],
            [None, "correction: Correction: an earlier version gave the wrong name of the ferry."],
        ),
    ),
)


def _corrections(told: Told) -> list[Span]:
    """The page's notes of correction, told by their label or by their words."""
    labelled = [b.span for b in told.case.labelled("correction")]
    return labelled or [Span(n.start, n.end) for n in told.case.disclaiming("correction")]


def _translation(two: Pair) -> Iterator[PairDraft]:
    if two.one_language or not two.copy.case.page.language or not two.original.case.page.language:
        return
    mine, theirs = _facts(two.copy), _facts(two.original)
    shared = mine & theirs
    if len(shared) < _SHARED or len(shared) < _SHARE * min(len(mine), len(theirs)) or _leads_back(two):
        return
    at = next(iter(two.copy.case.reporting))
    yield PairDraft(
        f"The copy tells in {two.copy.language} what the original tells in {two.original.language}, "
        "and neither says that it is translated nor leads to the original.",
        (two.copy.case.quote(at.span), absent("a note of translation, or a link to the original", "the copy")),
        (two.original.case.quote(next(iter(two.original.case.reporting)).span),),
        confidence=0.6,
        basis="inferred",
        key="translation-without-original",
    )


def _facts(told: Told) -> set[str]:
    """What two languages write alike: words with a capital, as names are, and numbers."""
    values = {f"{v:g}" for n in told.numbers for v in n.values if v > _COUNTED}
    return values | {fold(w) for w in told.reading.words if w[0].isupper() and len(w) > _COUNTED_LETTERS}


def _leads_back(two: Pair) -> bool:
    case = two.copy.case
    if any(c.role == "translated" for c in case.provenance.credits) or case.page.declares("translation-of"):
        return True
    home = two.original.case.host
    links = [link.href for block in case.page.blocks for link in block.links]
    links += [d.value for d in case.page.declares("canonical", "original-source", "syndication-source", "is-based-on")]
    return home is not None and any((host := host_of(link)) is not None and same_site(host, home) for link in links)


TRANSLATION = PairRule(
    code="DRF613",
    name="translation-unmarked",
    level="note",
    consumes="pair",
    needs="text",
    summary="The copy tells the original in another language and neither says so nor leads to it.",
    why="Without the original nobody can see what the translation did to it.",
    answer="Say from which language and whose text it is translated, and link it.",
    standards=("IFJ, Global Charter of Ethics for Journalists: the origin of a text is not concealed",),
    false_positives=("Two reports of one event by the same parties, with the same names and figures.",),
    check=_translation,
    fires=(
        lambda: pair(
            [
                "body: Kapitän Ivo Brandt steuerte die Fähre Karsund mit 340 Leuten am Riff von Tolvik vorbei nach Orlen."
            ],
            ["body: Captain Ivo Brandt steered the ferry Karsund with 340 people past the reef of Tolvik to Orlen."],
            mine={"language": "de"},
        ),
    ),
    spares=(
        lambda: pair(
            [
                "body: Kapitän Ivo Brandt steuerte die Fähre Karsund mit 340 Leuten am Riff von Tolvik vorbei nach Orlen.",
            ],
            ["body: Captain Ivo Brandt steered the ferry Karsund with 340 people past the reef of Tolvik to Orlen."],
            mine={"language": "de", "credits": [credit("translated", "Harbour Post", markup="json-ld:translator")]},
        ),
        lambda: pair(
            ["body: Die Weizenpreise stiegen im Frühjahr um 14 Prozent."],
            ["body: Captain Ivo Brandt steered the ferry Karsund with 340 people past the reef of Tolvik to Orlen."],
            mine={"language": "de"},
        ),
    ),
)

RULES = (WRAPPER_LOST, CORRECTION_LOST, TRANSLATION)
