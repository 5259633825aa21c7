"""Nothing leaves that quotes words which are not there."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.findings import check, ground, profile
from audit.findings import engine as engine_module
from audit.findings.rule import Draft
from audit.findings.rules.unvoiced import CLAIM_WITHOUT_VOICE
from audit.findings.sketches import claim, unnamed
from audit.findings.specimen import specimen
from audit.model import (
    Absence,
    Attribution,
    Check,
    Clause,
    Credit,
    Disclaimer,
    Edge,
    Finding,
    Markup,
    Node,
    Page,
    Quoted,
    Span,
    Voice,
)

PAGE = Page("A source said the ferry would stop.", "text", ())
HERE = Quoted(0, 8, "A source")
NOT_HERE = Quoted(0, 8, "A lawyer")
BEYOND = Quoted(30, 300, PAGE.text[30:])


def finding(*evidence, message="A source is not described.") -> Finding:
    return Finding("ANO201", "bare-source", "note", 1.0, message, evidence, "0" * 16)


@pytest.mark.parametrize(
    "item",
    [
        finding(HERE),
        finding(HERE, Absence("a reason", "the sentence")),
        finding(Markup("meta[name=author]", "Northwire"), message="The markup names “Northwire”."),
        finding(HERE, message="“a  Source said …” is bare."),
        Check("Claims have a voice", "passed", "they do"),
        Credit("carried", Node("Northwire", "provider"), "form", HERE, 0, 8),
        Edge(Node("Post", "publisher"), "attributes-to", Node("A source", "unnamed"), "observed", 1.0, (HERE,)),
        Attribution((Span(0, 8),), (Span(9, 13),), (Span(14, 34),), "indirect", Voice("unnamed")),
        Disclaimer(("as-is",), 0, 8, HERE, clauses=(Clause("as-is", 0, 8),)),
    ],
)
def test_keeps_what_is_there(item) -> None:
    assert ground(PAGE, [item]) == ((item,), 0)


@pytest.mark.parametrize(
    "item",
    [
        finding(NOT_HERE),
        finding(BEYOND),
        finding(Quoted(8, 0, "")),
        finding(Quoted(3, 3, "")),
        finding(HERE, NOT_HERE),
        finding(),
        finding(HERE, message="“The minister” is bare."),
        Check("Claims have a voice", "failed", "one has not", (NOT_HERE,)),
        Credit("carried", Node("Northwire", "provider"), "form", NOT_HERE, 0, 8),
        Credit("carried", Node("Northwire", "provider"), "form", HERE, 0, 800),
        Edge(Node("Post", "publisher"), "cites", Node("A", "outlet"), "observed", 1.0, (NOT_HERE,)),
        Edge(Node("Post", "publisher"), "cites", Node("A", "outlet"), "observed", 1.0, ()),
        Attribution((Span(0, 8),), (), (Span(14, 36),), "indirect", Voice("unnamed")),
        Attribution((), (), (), "indirect", Voice("none")),
        Disclaimer(("as-is",), 0, 8, HERE, clauses=(Clause("as-is", 0, 99),)),
    ],
)
def test_drops_and_counts_what_is_not(item) -> None:
    kept, dropped = ground(PAGE, [finding(HERE), item])
    assert kept == (finding(HERE),)
    assert dropped == 1


def test_a_rule_that_invents_words_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def invents(case):
        yield Draft("The minister denied it.", (Quoted(0, 12, "The minister"),))
        yield Draft("“A source” said so.", (case.quote(Span(0, 8)),))

    false_rule = msgspec.structs.replace(CLAIM_WITHOUT_VOICE, check=invents, needs="text")
    monkeypatch.setattr(engine_module, "choose", lambda *_, **__: (false_rule,))
    example = specimen("body: A source said the ferry would stop.")
    found, dropped = engine_module.check_counted(example.page, example.provenance)
    assert [f.message for f in found] == ["“A source” said so."]
    assert dropped == 1
    assert profile(example.page, example.provenance, found, dropped=dropped).ungrounded_dropped == 1


def test_the_profile_counts_false_findings_handed_to_it() -> None:
    example = specimen("body: A source said the ferry would stop.")
    false = finding(Quoted(0, 8, "A lawyer"))
    assert profile(example.page, example.provenance, (false,)).ungrounded_dropped == 1


@given(start=st.integers(-5, 60), length=st.integers(-3, 60), words=st.text(max_size=12))
def test_a_quotation_passes_exactly_when_it_stands_there(start: int, length: int, words: str) -> None:
    end = start + length
    kept, _ = ground(PAGE, [finding(Quoted(start, end, words))])
    assert bool(kept) == (0 <= start < end <= len(PAGE.text) and PAGE.text[start:end] == words)


def test_each_finding_of_a_page_quotes_it() -> None:
    example = specimen(
        "body: He waited.",
        "body: A source said the ferry would stop.",
        claims=[claim("A source", "said", "the ferry would stop", unnamed("A source", "G0"))],
    )
    for one in check(example.page, example.provenance):
        for item in one.evidence:
            if isinstance(item, Quoted):
                assert example.page.text[item.start : item.end] == item.quote
