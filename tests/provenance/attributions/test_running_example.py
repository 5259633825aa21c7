"""The chain and the voices of the running example, in the user's sample and in stories of the same build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def paragraphs(text: str, stop: str | None = None) -> list[Block]:
    """A body block a line, up to the line that starts with `stop`."""
    blocks: list[Block] = []
    place = 0
    for line in text.split("\n"):
        if stop is not None and line.startswith(stop):
            break
        if line.strip():
            blocks.append(Block("body", place, place + len(line), 1.0, "test"))
        place += len(line) + 1
    return blocks


def by_cue(text: str, blocks: list[Block]) -> dict[tuple[str, str], Attribution]:
    found, coverage = find_attributions(text, blocks, "en")
    assert coverage == "full"
    return {(" ".join(s.of(text) for s in a.source), " ".join(s.of(text) for s in a.cue)): a for a in found}


@pytest.fixture
def sample(shared_path: Callable[[str], Path]) -> tuple[str, dict[tuple[str, str], Attribution]]:
    text = shared_path("data/menafn-pakistan-kabul.txt").read_text(encoding="utf-8")
    return text, by_cue(text, paragraphs(text, "ShareFacebook"))


def test_sample_relay(sample: tuple[str, dict[tuple[str, str], Attribution]]) -> None:
    _, found = sample
    outlet = found["Samaa TV", "reported"]
    assert (outlet.voice.type, outlet.voice.name) == ("outlet", "Samaa TV")
    sources = found["Diplomatic sources", "said"]
    assert sources.voice.type == "unnamed"
    assert sources.voice.grade == "G2"
    assert sources.voice.plural
    assert sources.voice.reason is None
    assert (sources.relayed_by, sources.relay_basis) == (("Samaa TV",), "inferred")
    assert sources.relay_scope == "next sentence, same paragraph"


@pytest.mark.parametrize(
    ("source", "cue", "type_", "name", "resolved"),
    [
        ("Pakistani media outlets", "according to", "collective", "Pakistani media outlets", None),
        ("Defence Minister Khawaja Muhammad Asif", "warning", "person", "Khawaja Muhammad Asif", None),
        ("he", "claimed", "person", "Khawaja Muhammad Asif", "he"),
        ("Taliban Deputy Interior Minister Mohammad Nabi Omari", "said", "person", "Mohammad Nabi Omari", None),
        ("He", "insisted", "person", "Mohammad Nabi Omari", "He"),
        ("Pakistani side", "stated", "collective", "Pakistani side", None),
        ("Diplomatic observers", "said", "unnamed", "Diplomatic observers", None),
    ],
)
def test_sample_voices(
    sample: tuple[str, dict[tuple[str, str], Attribution]],
    source: str,
    cue: str,
    type_: str,
    name: str,
    resolved: str | None,
) -> None:
    _, found = sample
    voice = found[source, cue].voice
    assert (voice.type, voice.name, voice.resolved_from) == (type_, name, resolved)


def test_sample_claims_without_a_voice(sample: tuple[str, dict[tuple[str, str], Attribution]]) -> None:
    text, found = sample
    refused = found["", "reportedly"]
    believed = found["", "are believed"]
    assert refused.voice.type == believed.voice.type == "none"
    assert refused.content[0].of(text) == "Taliban negotiators"
    assert [h.of(text) for h in refused.hedges] == ["reportedly"]
    assert [h.of(text) for h in believed.hedges] == ["are believed"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("“could destroy the Taliban completely”", "Khawaja Muhammad Asif"),
        ("“proxy for India,”", "Khawaja Muhammad Asif"),
        ("“foreign-backed elements”", "Mohammad Nabi Omari"),
    ],
)
def test_sample_quotations_without_a_space(
    sample: tuple[str, dict[tuple[str, str], Attribution]], words: str, name: str
) -> None:
    text, found = sample
    place = text.index(words)
    holders = {
        a.voice.name for a in found.values() for c in a.content if c.start <= place and place + len(words) <= c.end
    }
    assert name in holders
    assert all(
        a.kind == "mixed"
        for a in found.values()
        if a.voice.name == name and any(c.start <= place < c.end for c in a.content)
    )


STORY = (Path(__file__).parent / "stories" / "reworded.txt").read_text(encoding="utf-8")

REORDERED = (Path(__file__).parent / "stories" / "reordered.txt").read_text(encoding="utf-8")


def test_reworded() -> None:
    found = by_cue(STORY, paragraphs(STORY))
    officials = found["Security officials", "said"]
    assert (officials.voice.type, officials.voice.grade, officials.relayed_by) == ("unnamed", "G2", ("Harbour News",))
    assert found["Foreign Minister Ilsa Marent", "warning"].voice.name == "Ilsa Marent"
    assert found["she", "alleged"].voice.name == "Ilsa Marent"
    assert found["Militia Commander Oren Tal", "said"].voice.type == "person"
    assert found["He", "maintained"].voice.name == "Oren Tal"
    assert found["The Norland side", "said"].voice.type == "collective"
    assert found["Western observers", "said"].voice.type == "unnamed"
    assert found["", "allegedly"].voice.type == found["", "are thought"].voice.type == "none"


def test_reordered() -> None:
    found = by_cue(REORDERED, paragraphs(REORDERED))
    assert found["Security officials", "said"].relayed_by == ()
    assert found["A diplomatic source", "said"].relayed_by == ("Harbour News",)
    assert found["Veltanian media outlets", "According to"].voice.type == "collective"
    quoted = found["Foreign Minister Ilsa Marent", "said"]
    assert (quoted.kind, quoted.voice.role) == ("direct", "Foreign Minister")
    assert found["She", "claimed"].voice.name == "Ilsa Marent"
    assert found["", "is understood"].voice.type == "none"
