"""The ranking of a pronoun's antecedents: its numbers, its weights, what it leaves open, and that it can be trained again."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions
from audit.provenance.attributions.voices import ranking
from bench.attribution.train_antecedents import Example, share, train


def names(text: str) -> list[str | None]:
    blocks, place = [], 0
    for line in text.split("\n"):
        blocks.append(Block("body", place, place + len(line), 1.0, "test"))
        place += len(line) + 1
    found, _ = find_attributions(text, blocks, "en", "network")
    return [a.voice.name for a in found]


def test_a_weight_for_each_number() -> None:
    assert len(ranking.weights()) == len(ranking.FEATURES) + len(ranking.NOBODY) == len(ranking.nobody("it"))


def test_chances_add_up_and_follow_the_sums() -> None:
    chances = ranking.probabilities([(1.0, 0.0), (0.0, 1.0)], (2.0, 1.0))
    assert sum(chances) == pytest.approx(1.0)
    assert chances[0] > chances[1]


def test_the_paragraph_counts_for_more_than_the_distance() -> None:
    text = (
        "Omar Haddad said the road was closed. He said it would stay so.\n"
        "Peter Lund came to the bridge on Friday. The lock had been changed, he said."
    )
    assert names(text)[-1] == "Peter Lund"


def test_who_speaks_goes_on_speaking() -> None:
    text = "Ana Sorin said the bridge was closed. “We waited all night,” she said. “Nobody came,” she added."
    assert names(text) == ["Ana Sorin"] * 3


def test_gender_rules_out() -> None:
    text = "Chairman Karel Novotny met Chairwoman Ana Sorin on Friday. She said the talks were over."
    assert names(text) == ["Ana Sorin"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ivo Marek said Per Holm had resigned. He said the file was thin.", "Ivo Marek"),
        ("The harbour master, Per Holm, met Ivo Marek’s widow. He said the file was thin.", "Per Holm"),
        ("Residents fled on Monday. He said the water rose fast.", None),
        ("Mary Berg, the finance minister, resigned on Monday. He said the file was thin.", None),
        ("Tom Ray and Per Holm met on Monday. He said the file was thin.", None),
    ],
)
def test_where_nobody_or_two_fit_the_pronoun_stays_open(text: str, name: str | None) -> None:
    assert names(text)[-1] == name


def test_nobody_competes_with_the_candidates() -> None:
    weighed = [1.0, *[0.0] * (len(ranking.FEATURES) - 1), 0.5, 0.0, 0.0]
    near = (1.0, *[0.0] * (len(weighed) - 1))
    far = (-1.0, *[0.0] * (len(weighed) - 1))
    shares = ranking.probabilities([near, far, ranking.nobody("he")], weighed)
    assert sum(shares) == pytest.approx(1.0)
    assert shares[0] > shares[2] > shares[1]


def test_training_finds_what_tells_and_when_nobody_does() -> None:
    width = len(ranking.FEATURES) + len(ranking.NOBODY)
    telling, plain = (1.0, *[0.0] * (width - 1)), (0.0,) * width
    clear = Example("a", "x", [telling, plain, ranking.nobody("he")], [True, False, False], [True, False, False])
    vague = Example("a", "y", [plain, plain, ranking.nobody("he")], [False] * 3, [False, False, True])
    given = [clear, vague] * 10
    weighed = train(given)
    assert weighed == train(given)
    assert share([clear], weighed) == (1, 0)
    assert share([vague], weighed) == (0, 0), "nobody is guessed"
