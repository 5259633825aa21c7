"""A finding keeps its fingerprint wherever its words move, and two findings never share one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.findings import check
from audit.findings.fingerprints import fingerprint
from audit.findings.rule import Specimen
from audit.findings.sketches import claim, notice, step, unnamed, voice
from audit.findings.specimen import specimen
from audit.model import Absence, Evidence, Markup, Quoted

TOLD = (
    "body: A source said the ferry would stop.",
    "body: Diplomatic sources said talks would resume, Coast TV reported.",
    "body: Observers said the pause would not last.",
    "disclaimer: Harbour Post provides the information “as is” without warranty of any kind.",
)
UNRELATED = st.lists(st.text("abcdefghi ", min_size=1, max_size=40).map(lambda t: f"body: X{t.strip()}."), max_size=4)


def made(*beside: list[str]) -> Specimen:
    lines = [line for number, told in enumerate(TOLD) for line in (*beside[number], told)]
    return specimen(
        "headline: Ferry stops",
        *lines,
        *beside[len(TOLD)],
        claims=[
            claim("A source", "said", "the ferry would stop", unnamed("A source", "G0")),
            claim("Diplomatic sources", "said", "talks would resume", unnamed("Diplomatic sources", "G2", plural=True)),
            claim("Observers", "said", "the pause would not last", voice("collective", "Observers")),
        ],
        notices=[notice(("as-is",), "Harbour Post provides the information “as is” without warranty of any kind.")],
        chains=[
            [
                step("cites", "Coast TV", "outlet", "Coast TV reported"),
                step("attributes-to", "Diplomatic sources", "unnamed", "Diplomatic sources said", "inferred", 0.6),
            ]
        ],
    )


def marks(example: Specimen) -> set[str]:
    found = check(example.page, example.provenance, preview=True)
    assert len({f.fingerprint for f in found}) == len(found)
    return {f.fingerprint for f in found}


STILL = marks(made([], [], [], [], []))


@settings(deadline=None, max_examples=40)
@given(st.tuples(UNRELATED, UNRELATED, UNRELATED, UNRELATED, UNRELATED))
def test_fingerprints_hold_wherever_unrelated_text_is_put(beside: tuple[list[str], ...]) -> None:
    assert len(STILL) >= 9
    assert marks(made(*beside)) == STILL


@given(st.integers(0, 1000), st.text(" \n\t", min_size=1, max_size=4))
def test_neither_place_nor_white_space_nor_case_is_part_of_it(start: int, space: str) -> None:
    words = f"the{space}Ferry{space}stops"
    one: Evidence = Quoted(start, start + len(words), words)
    assert fingerprint("ANO201", (one,)) == fingerprint("ANO201", (Quoted(0, 15, "The ferry stops"),))


def test_what_it_rests_on_is_part_of_it() -> None:
    words, markup, absence = Quoted(0, 3, "one"), Markup("title", "one"), Absence("one", "the page")
    made_of = [fingerprint("ANO201", (e,)) for e in (words, markup, absence, Quoted(0, 3, "two"))]
    made_of += [
        fingerprint("ANO202", (words,)),
        fingerprint("ANO201", (words,), nth=1),
        fingerprint("ANO201", (), "one"),
    ]
    assert len(set(made_of)) == len(made_of)
