"""Papers and pictures that seem to show something."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions


@pytest.mark.parametrize(
    ("text", "source", "cue", "hedge"),
    [
        (
            "Internal emails seen by this paper appear to confirm this.",
            "Internal emails",
            "appear to confirm",
            "appear",
        ),
        (
            "Film discovered in an attic in 1994 appeared to settle the matter.",
            "Film discovered",
            "appeared to settle",
            "appeared",
        ),
        (
            "Families reacted after a leaked draft appeared to clear the managers.",
            "a leaked draft",
            "clear",
            "appeared",
        ),
        ("A video is going round that purports to show a burning bridge.", "A video", "purports to show", "purports"),
        ("The outlet published footage that appears to show a direct hit.", "footage", "appears to show", "appears"),
        ("The site published an image said to show his car.", "an image", "said to show", ""),
        ("Pictures taken by Vesna Labs, however, appear to show the ship.", "Pictures", "appear to show", "appear"),
        ("The bank later issued a statement that described the files as forged.", "a statement", "described", ""),
    ],
)
def test_papers_seem_to_show(text: str, source: str, cue: str, hedge: str) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], "en", "network")
    papers = [a for a in found if a.source and a.source[0].of(text).startswith(source)]
    assert any(cue in a.cue[0].of(text) and hedge in " ".join(h.of(text) for h in a.hedges) for a in papers)


@pytest.mark.parametrize(
    "text",
    [
        "A tanker said to belong to the company sank.",
        "The bridge appeared to sway in the wind.",
        "Internal walls appear to hold.",
    ],
)
def test_things_that_say_nothing(text: str) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], "en", "network")
    assert not any(a.voice.type == "document" for a in found)
