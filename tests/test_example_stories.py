"""The running example comes out as a careful reader would have it; so do its variants, from the same general rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.model import Attribution, Audit, Node

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def audit_of(path: Path) -> Audit:
    from audit.capture import capture, target_for
    from audit.pipeline import audit_capture

    return audit_capture(capture(target_for(str(path)), now=NOW))


def audit_of_text(tmp_path: Path, text: str) -> Audit:
    path = tmp_path / "pasted.txt"
    path.write_text(text, encoding="utf-8", newline="\n")
    return audit_of(path)


def said_by(audit: Audit, words: str) -> Attribution:
    """The one attribution whose content, source and cue hold `words`."""
    found = [a for a in audit.attributions if words in audit.page.text[a.start : a.end]]
    assert found, f"nothing attributed around {words!r}"
    return min(found, key=lambda a: a.end - a.start)


def content(audit: Audit, attribution: Attribution) -> str:
    return " … ".join(s.of(audit.page.text) for s in attribution.content)


def codes(audit: Audit) -> set[str]:
    return {f.code for f in audit.findings}


class Story:
    """What a reader finds in a story of this build; the names differ from variant to variant."""

    def __init__(self, publisher: str, outlet: str, defence: str, deputy: str, his: str, her: str, side: str) -> None:
        self.publisher, self.outlet, self.defence, self.deputy = publisher, outlet, defence, deputy
        self.his, self.her, self.side = his, her, side


MENAFN = Story(
    "MENAFN", "Samaa TV", "Khawaja Muhammad Asif", "Mohammad Nabi Omari", "His remarks", "He insisted", "Pakistani side"
)
HARBOUR = Story(
    "MERIDIANFEED", "Harbour TV", "Tomas Alder", "Mira Sandoval", "His remarks", "She insisted", "The Valdorian side"
)


@pytest.fixture(scope="module")
def menafn_text(shared_path: Callable[[str], Path]) -> str:
    return shared_path("data/menafn-pakistan-kabul.txt").read_text(encoding="utf-8")


def renamed(text: str) -> str:
    """Other people, places and outlets in the same sentences."""
    for old, new in {
        "MENAFN": "NEWSHARBOR", "Samaa TV": "Aurora News", "Khawaja Muhammad Asif": "Farid Nazari",
        "Mohammad Nabi Omari": "Yusuf Okello",
        "Pakistani": "Kenyan", "Pakistan": "Kenya", "Afghanistan": "Somalia", "Taliban": "Council",
        "Istanbul": "Djibouti", "Kabul": "Mogadishu",
    }.items():  # fmt: skip
        text = text.replace(old, new)
    return text


def reordered(text: str) -> str:
    """The second to sixth paragraphs in another order; each keeps its own pronouns."""
    lines = text.split("\n")
    lines[2:7] = [lines[6], lines[4], lines[3], lines[2], lines[5]]
    return "\n".join(lines)


def reworded(text: str) -> str:
    """The same facts in other words: other cues, other quote marks, another relay formula."""
    for old, new in {
        "earlier this week, Samaa TV reported Thursday.": "earlier this week, according to a report by Samaa TV.",
        "Diplomatic sources said": "Diplomatic sources told the channel that",
        "Taliban negotiators reportedly refused": "Taliban negotiators allegedly refused",
        "The mediators are believed to be": "The mediators are said to be",
        "“": '"', "”": '"',
    }.items():  # fmt: skip
        text = text.replace(old, new)
    return text


VARIANTS: dict[str, tuple[Callable[[str], str], Story]] = {
    "as it is": (lambda text: text, MENAFN),
    "renamed": (
        renamed,
        Story("NEWSHARBOR", "Aurora News", "Farid Nazari", "Yusuf Okello", "His remarks", "He insisted", "Kenyan side"),
    ),
    "reordered": (reordered, MENAFN),
    "reworded": (reworded, MENAFN),
}


@pytest.fixture(scope="module", params=[*VARIANTS, "harbour text", "harbour page"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Audit, Story]:
    if request.param == "harbour text":
        return audit_of(EXAMPLES / "harbour-talks.txt"), HARBOUR
    if request.param == "harbour page":
        return audit_of(EXAMPLES / "harbour-talks.html"), HARBOUR
    vary, story = VARIANTS[request.param]
    return audit_of_text(tmp_path_factory.mktemp("story"), vary(request.getfixturevalue("menafn_text"))), story


def test_the_publisher_names_itself_and_not_its_provider(case: tuple[Audit, Story]) -> None:
    audit, story = case
    assert (audit.provenance.publisher.name or "").casefold() == story.publisher.casefold()
    assert audit.provenance.kind == "aggregator"
    assert Node(None, "provider") in [e.to for e in audit.edges if e.relation == "carries"]
    assert any(f.code.startswith("CHN") or f.code.startswith("SYN") or f.code.startswith("DIS") for f in audit.findings)


def test_the_chain_runs_to_the_diplomatic_sources(case: tuple[Audit, Story]) -> None:
    audit, story = case
    chain = next(c for c in audit.chains if (c.nodes[-1].name or "").casefold() == "diplomatic sources")
    assert [n.name for n in chain.nodes[1:-1]] == [None, story.outlet]
    assert chain.nodes[-1].type == "unnamed"
    assert chain.ends_anonymous
    assert chain.hops == 3
    assert [audit.edges[i].relation for i in chain.edges] == ["carries", "cites", "attributes-to"]


def test_the_last_step_is_inferred_and_says_so(case: tuple[Audit, Story]) -> None:
    audit, _ = case
    last = next(e for e in audit.edges if (e.to.name or "").casefold() == "diplomatic sources")
    assert last.basis == "inferred"
    assert "next sentence" in last.why
    assert "same paragraph" in last.why


def test_the_anonymous_end_is_a_finding(case: tuple[Audit, Story]) -> None:
    audit, _ = case
    assert "ANO202" in codes(audit)
    assert "ANO206" in codes(audit)


def test_the_other_voices(case: tuple[Audit, Story]) -> None:
    audit, story = case
    page = audit.page.text
    outlets = next(a for a in audit.attributions if any("media outlets" in s.of(page) for s in a.source))
    assert outlets.voice.type == "collective"
    side = next(
        a for a in audit.attributions if any(story.side in s.of(page) or story.side[4:] in s.of(page) for s in a.source)
    )
    assert side.voice.type in ("collective", "government")
    observers = next(a for a in audit.attributions if any("observers" in s.of(page).casefold() for s in a.source))
    assert observers.voice.type == "unnamed"


def test_pronouns_go_to_the_people_they_mean(case: tuple[Audit, Story]) -> None:
    audit, story = case
    minister = said_by(audit, "claimed that")
    assert (minister.voice.name, minister.voice.type) == (story.defence, "person")
    assert minister.voice.resolved_from
    deputy = said_by(audit, story.her.split()[1])
    assert (deputy.voice.name, deputy.voice.type) == (story.deputy, "person")
    named = next(a for a in audit.attributions if a.voice.name == story.defence and not a.voice.resolved_from)
    assert "Minister" in (named.voice.role or "")


def test_claims_with_a_hedge_and_nobody_behind_them(case: tuple[Audit, Story]) -> None:
    audit, _ = case
    page = audit.page.text
    voiceless = [a for a in audit.attributions if a.voice.type == "none"]
    hedges = {s.of(page).casefold() for a in voiceless for s in (*a.hedges, *a.cue)}
    assert any("reportedly" in h or "allegedly" in h for h in hedges), hedges
    assert any("believed" in h or "are said" in h for h in hedges), hedges


def test_quotes_are_found_without_a_space_before_the_mark(case: tuple[Audit, Story]) -> None:
    audit, story = case
    quoted = {content(audit, a): a.voice.name for a in audit.attributions if a.kind in ("direct", "mixed")}
    first, second, third = (
        ("could destroy the", "proxy for", "foreign-backed elements")
        if "proxy for" in audit.page.text
        else ("could close the strait", "tool of foreign ports", "paid provocateurs")
    )
    for words, name in ((first, story.defence), (second, story.defence), (third, story.deputy)):
        assert any(words in text and who == name for text, who in quoted.items()), (words, quoted)


def test_the_wrapper_is_told_from_the_reporting(case: tuple[Audit, Story]) -> None:
    audit, _ = case
    page = audit.page
    by_label: dict[str, str] = {}
    for block in page.blocks:
        by_label[block.label] = by_label.get(block.label, "") + "\n" + block.span.of(page.text)
    assert "Facebook" in by_label["share"]
    assert "No comment" in by_label["comments"]
    assert "without warranty" in by_label["disclaimer"]
    reporting = "".join(b.span.of(page.text) for b in page.blocks if b.reporting)
    assert "allow further dialogue" in reporting
    for wrapper in ("Facebook", "as is", "No comment", "warranty", "Legal Disclaimer"):
        assert wrapper not in reporting


def test_the_disclaimer_is_one_with_its_clauses(case: tuple[Audit, Story]) -> None:
    audit, story = case
    notices = [d for d in audit.disclaimers if "as-is" in d.kinds]
    assert len(notices) == 1
    notice = notices[0]
    assert "no-liability" in notice.kinds
    assert (notice.speaker or "").casefold() == story.publisher.casefold()
    assert notice.complaints_to
    assert "provider above" in notice.complaints_to
    named = {o.casefold() for clause in notice.clauses for o in clause.objects}
    assert {"accuracy", "content", "images", "videos", "licenses", "completeness", "legality", "reliability"} <= named


def test_every_span_quotes_the_page(case: tuple[Audit, Story]) -> None:
    audit, _ = case
    text = audit.page.text
    for finding in audit.findings:
        for evidence in finding.evidence:
            if hasattr(evidence, "quote"):
                assert text[evidence.start : evidence.end] == evidence.quote
    assert audit.profile.ungrounded_dropped == 0


def test_a_headlines_capitals_are_no_name(case: tuple[Audit, Story]) -> None:
    audit, _ = case
    assert not [n.name for c in audit.chains for n in c.nodes if "Signals" in (n.name or "")]
