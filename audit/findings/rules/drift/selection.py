"""What the copy leaves out, and what it adds on nobody's word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from audit.findings.drift.pair import Pair, Passage
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.drift.told import spans_within
from audit.findings.phrasing import absent, listed
from audit.findings.sketches import claim, person
from audit.findings.wording import count
from audit.findings.words import finds
from audit.lexicon import forms
from audit.model import Block

_LEAST = 8
"""Words of a paragraph or an added sentence below which it is not spoken of."""
_SHOWN = 6


def _context_cut(two: Pair) -> Iterator[PairDraft]:
    if not two.related:
        return
    for run in _runs(list(_paragraphs(two))):
        text = two.original.case.text
        words = sum(len(b.span.of(text).split()) for b in run)
        if words < _LEAST:
            continue
        inside = _what_is_in(two, run)
        yield PairDraft(
            f"The copy leaves out {count(len(run), 'paragraph')} of the original, {words} words{inside}.",
            (absent("these paragraphs", "the copy's reporting"),),
            two.original.case.quotes(b.span for b in run[:_SHOWN]),
            confidence=0.9,
        )


def _paragraphs(two: Pair) -> Iterator[tuple[Block, bool]]:
    """The original's paragraphs, each with whether all of its sentences are missing from the copy."""
    blocks = two.original.case.paragraphs
    gone = [0] * len(blocks)
    kept = [0] * len(blocks)
    for aligned in two.alignment.pairs:
        for span in aligned.original:
            at = bisect_right(blocks, span.start, key=lambda b: b.start) - 1
            if at >= 0 and blocks[at].span.covers(span):
                (kept if aligned.copy else gone)[at] += 1
    for number, block in enumerate(blocks):
        yield block, gone[number] > 0 and not kept[number]


def _runs(paragraphs: Sequence[tuple[Block, bool]]) -> Iterator[list[Block]]:
    """Paragraphs that are missing one after the other."""
    run: list[Block] = []
    for block, missing in paragraphs:
        if missing:
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _what_is_in(two: Pair, run: Sequence[Block]) -> str:
    """What a reader misses: a denial, a note that nobody could check, a voice heard nowhere else."""
    case = two.original.case
    claims = [a for a in two.original.claims if any(b.span.covers(s) for b in run for s in (*a.source, *a.cue))]
    parts = []
    if any(a.negated for a in claims):
        parts.append("a denial or a refusal to speak")
    if any(finds("verification", b.span.of(case.text)) for b in run):
        parts.append("what could not be verified")
    heard = {a.voice.key for a in two.copy.claims}
    unheard = [a.voice.name for a in claims if a.voice.name and a.voice.key and a.voice.key not in heard]
    names = list(dict.fromkeys(n for n in unheard if n in case.text))
    if names:
        parts.append(f"the voice of {listed(names, 3)}")
    return f", among them {listed(parts)}" if parts else ""


CONTEXT_CUT = PairRule(
    code="DRF607",
    name="context-cut",
    level="note",
    consumes="pair",
    summary="Whole paragraphs of the original are not in the copy.",
    why="What is cut is often the answer of those accused, the doubt, or the history that makes sense of the rest.",
    answer="Read what is missing, and restore what a fair account needs; link the original.",
    standards=(
        "SPJ, Code of Ethics: provide context; take special care not to misrepresent or oversimplify",
        "BBC, Editorial Guidelines, accuracy: do not distort known facts by leaving some out",
    ),
    false_positives=("A shortened version that says so.", "A text of which only the opening was captured."),
    check=_context_cut,
    fires=(
        lambda: pair(
            ["body: The ferry will stop in summer.", None],
            [
                "body: The ferry will stop in summer.",
                "body: The company denied this, and said the timetable had been printed already.",
            ],
            theirs={
                "claims": [
                    claim("The company", "denied", "this", person("The company")),
                ]
            },
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The ferry will stop in summer.", "body: The company denied this."],
            [
                "body: The ferry will stop in summer.",
                "body: The company denied this, and said more about the timetable.",
            ],
        ),
        lambda: pair(
            ["body: Wheat prices rose in the spring.", None],
            [None, "body: The ferry will stop in summer, and nobody in the harbour was told of it."],
        ),
    ),
)


def _claim_added(two: Pair) -> Iterator[PairDraft]:
    if not two.related or not two.one_language:
        return
    told = two.copy
    for passage in two.added:
        text = passage.text
        if len(text.split()) < _LEAST or text.rstrip().endswith(("?", ":")):
            continue
        block = told.case.block_at(passage.spans[0].start)
        if block is None or block.label not in ("body", "quote") or block.structure == "heading":
            continue
        if (
            passage.sourced
            or spans_within(told.saying_words, passage.spans)
            or passage.quotations
            or passage.hedges
            or _boilerplate(passage)
        ):
            continue
        yield PairDraft(
            f"“{told.case.words(passage.spans[0].start, passage.spans[0].end)}” is not in the original and is laid to nobody.",
            passage.evidence,
            (absent("this statement", "the original's reporting"),),
            confidence=0.7,
        )


def _boilerplate(passage: Passage) -> bool:
    return bool(forms.match(passage.told.case.text, passage.spans))


CLAIM_ADDED = PairRule(
    code="DRF609",
    name="claim-added-without-source",
    level="note",
    consumes="pair",
    needs="all-attributions",
    summary="The copy states something that the original does not have, and says from nobody where it has it.",
    why="Under another newsroom's credit a reader takes the addition for that newsroom's reporting.",
    answer="Say who added it and from where, or mark what is whose.",
    standards=(
        "Reuters, Handbook of Journalism: every statement that is open to dispute is attributed",
        "AFP, copy that is changed by a client is to be marked as such",
    ),
    false_positives=("Background of common knowledge.", "A sentence reworded beyond recognition."),
    check=_claim_added,
    fires=(
        lambda: pair(
            ["body: The ferry will stop in summer.", "body: The town has lost a third of its shops since the spring."],
            ["body: The ferry will stop in summer.", None],
        ),
    ),
    spares=(
        lambda: pair(
            [
                "body: The ferry will stop in summer.",
                "body: The town has lost a third of its shops since the spring, Ivo Brandt said.",
            ],
            ["body: The ferry will stop in summer.", None],
            mine={
                "claims": [
                    claim(
                        "Ivo Brandt",
                        "said",
                        "The town has lost a third of its shops since the spring",
                        person("Ivo Brandt"),
                    )
                ]
            },
        ),
        lambda: pair(
            ["body: The ferry will stop in summer.", "body: Will anybody in the town miss the old boat?"],
            ["body: The ferry will stop in summer.", None],
        ),
    ),
)

RULES = (CONTEXT_CUT, CLAIM_ADDED)
