"""Two hands' annotations of one text, fact by fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.attribution.agreement import agreement
from bench.attribution.score_voices import Gold

TEXT = "Two clerks at the ministry told Radio Kest it may close, and Ana Lund denied that.\nShe said no more. It is feared."
FIRST = """\
{0}
> Two clerks at the ministry | told | unnamed grade=G3 relay=Radio Kest hedge=may plural
> Ana Lund | denied | person neg
{1}
> She | said | person name=Ana Lund
> | is feared | none
"""


def hands(folder: Path, second: str) -> tuple[Path, Path]:
    one, two = folder / "one", folder / "two"
    for hand, annotated in ((one, FIRST), (two, second)):
        hand.mkdir()
        (hand / "a.txt").write_text(annotated.format(*TEXT.split("\n")), encoding="utf-8")
    return one, two


def test_a_hand_agrees_with_itself(tmp_path: Path) -> None:
    tallies = agreement(*hands(tmp_path, FIRST))
    assert all(tally.hit == tally.wanted for tally in tallies.values())
    assert {fact: tally.wanted for fact, tally in tallies.items()} == {
        **dict.fromkeys(("found", "found by first", "type", "negation"), 4),
        **dict.fromkeys(("resolution", "grade", "hedges", "relays", "plural"), 1),
        "reason": 0,
    }


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ("> | is feared | none\n", "", "found"),
        ("> Ana Lund | denied", "> that | denied", "found"),
        ("person neg", "organisation neg", "type"),
        ("person neg", "person", "negation"),
        ("name=Ana Lund", "name=-", "resolution"),
        ("name=Ana Lund", "", "resolution"),
        ("grade=G3", "grade=G2", "grade"),
        ("hedge=may", "", "hedges"),
        ("relay=Radio Kest", "relay=Kestrel", "relays"),
        (" plural", "", "plural"),
    ],
)
def test_one_difference_counts_once(tmp_path: Path, old: str, new: str, fact: str) -> None:
    seen: list[str] = []

    def differ(fact: str, one: Gold | None, _other: Gold | None) -> None:
        if one is not None:
            seen.append(fact)

    tallies = agreement(*hands(tmp_path, FIRST.replace(old, new)), differ)
    assert tallies[fact].hit == tallies[fact].wanted - 1
    assert seen == [fact]


def test_more_words_of_the_same_source_name_and_reason_agree(tmp_path: Path) -> None:
    longer = FIRST.replace("> Ana Lund | denied", "> and Ana Lund | denied that").replace(
        "name=Ana", "name=Minister Ana"
    )
    assert all(tally.hit == tally.wanted for tally in agreement(*hands(tmp_path, longer)).values())


def test_what_only_the_second_found(tmp_path: Path) -> None:
    tally = agreement(*hands(tmp_path, FIRST + "> She | told | person\n"))["found by first"]
    assert (tally.hit, tally.wanted) == (4, 5)


def test_other_texts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a\.txt"):
        agreement(*hands(tmp_path, FIRST.replace("{1}", "{1} More.")))
