"""Pages that carry the same text, whose it is, and what does not count: quotes, boilerplate, copies of the same publisher."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest
from click.testing import CliRunner

from audit.cli.corpus_commands import corpus
from audit.corpus.engines.local import LocalEngine
from audit.corpus.link import link
from audit.corpus.link.clusters import components
from audit.corpus.link.shingles import containment, sketches, unquoted
from audit.corpus.run import Job, run
from audit.errors import UsageError
from bench.corpus import synthetic
from tests.corpus.conftest import NOW, table
from tests.corpus.stories import linked_corpus, sentence


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return linked_corpus(tmp_path_factory.mktemp("linked"))


def rows(root: Path, name: str) -> list[dict[str, Any]]:
    with duckdb.connect() as database:
        result = database.execute(f"FROM '{root}/links/{name}.parquet'")
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def hosts_of_clusters(root: Path) -> list[list[str]]:
    clusters: dict[str, list[str]] = {}
    for row in rows(root, "pages"):
        clusters.setdefault(row["cluster"], []).append(row["site"].removesuffix(".example"))
    return sorted(sorted(hosts) for hosts in clusters.values() if len(hosts) > 1)


def test_copies_are_found_and_nothing_else(linked: Path) -> None:
    assert hosts_of_clusters(linked) == [
        ["copycat", "copycat", "original", "original"],
        ["wireone", "wiretwo"],
    ]


def test_the_origin_is_the_named_provider_or_the_first_publisher(linked: Path) -> None:
    origins = {(row["publisher"], row["origin"], row["basis"]) for row in rows(linked, "pages")}
    assert ("Copycat", "Original", "observed") in origins
    assert ("Original", "Original", "own") in origins
    assert ("Wireone", "Reuters", "declared") in origins
    assert ("Wiretwo", "Reuters", "observed") in origins


def test_stories_count_publishers_and_independent_origins(linked: Path) -> None:
    stories = {tuple(row["origin_names"]): row for row in rows(linked, "stories")}
    assert (stories["Original",]["publishers"], stories["Original",]["origins"], stories["Original",]["pages"]) == (
        2,
        1,
        4,
    )
    assert stories["Original",]["first_publisher"] == "Original"
    assert (stories["Reuters",]["publishers"], stories["Reuters",]["origins"]) == (2, 1)


def test_copies_of_the_same_publisher_carry_nobody(linked: Path) -> None:
    assert {(row["carrier"], row["origin"], row["pages"]) for row in rows(linked, "carries")} == {
        ("Copycat", "Original", 2), ("Wireone", "Reuters", 1), ("Wiretwo", "Reuters", 1),
    }  # fmt: skip
    assert {row["same_publisher"] for row in rows(linked, "pairs")} == {True, False}


def test_what_a_host_repeats_is_learned_and_known_to_the_next_run(linked: Path, tmp_path: Path) -> None:
    (learned,) = [row for row in rows(linked, "wrapper") if row["wrapper"]]
    assert (learned["host"], learned["pages"], learned["of"]) == ("notices.example", 12, 12)
    again = tmp_path / "again"
    run(Job(out=str(again), now=NOW, learned=str(linked)), [str(linked.parent / "c.warc")], LocalEngine(1))
    labels = {row[1]: row[5] for row in table(again, "blocks") if row[-1] == learned["text"]}
    assert labels == {"other": "notices.example repeats it: it stood on 12 of its 12 pages in the corpus learned from"}
    assert {row[1] for row in table(linked, "blocks") if row[-1] == learned["text"]} != {"other"}
    with pytest.raises(UsageError, match="not linked"):
        run(Job(out=str(tmp_path / "x"), now=NOW, learned=str(again)), [str(linked.parent / "c.warc")], LocalEngine(1))


def test_synthetic_clusters_are_found_again(tmp_path: Path) -> None:
    synthetic.write(tmp_path, 1_500, seed=3)
    done = CliRunner().invoke(corpus, ["link", str(tmp_path), "--workers", "1", "--quiet"], standalone_mode=False)
    assert "stories" in done.output
    precision, recall, pairs = synthetic.score(tmp_path)
    assert pairs > 500
    assert precision >= 0.99
    assert recall >= 0.97


def test_nothing_to_link_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no corpus"):
        link(str(tmp_path), LocalEngine(1), 1_000_000_000)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("The quick brown fox jumps over it", "the QUICK, brown fox — jumps over it!", 1.0),
        ("The quick brown fox jumps over it", "quick brown fox jumps over it", 1.0),
        ("The quick brown fox jumps over it", "The quick brown cat jumps over it", 0.0),
        ("东京电视台周四报道说", "东京电视台周四报道说", 1.0),
        ("one two three four", "one two three four", 0.0),
    ],
)
def test_shingles_are_words_in_a_row(one: str, other: str, share: float) -> None:
    found = sketches([[one], [other]])
    first, second = np.split(found.shingles, [found.sizes[0]])
    assert containment(first, second)[1] == share


def test_a_sketch_does_not_depend_on_the_pages_beside_it_and_no_shingle_crosses_a_passage() -> None:
    texts = [sentence(40), sentence(60), "", sentence(30)]
    together = sketches([[t] for t in texts])
    for number, text in enumerate(texts):
        alone = sketches([[text]])
        here = slice(together.sizes[:number].sum(), together.sizes[: number + 1].sum())
        assert np.array_equal(together.shingles[here], alone.shingles)
        assert np.array_equal(together.marks[together.owners == number], alone.marks)
    assert sketches([["a b c", "d e f g"]]).sizes.tolist() == [0]


def test_twenty_words_in_common_give_a_mark_in_common() -> None:
    for _ in range(30):
        shared = sentence(21)
        one, other = f"{sentence(90)} {shared} {sentence(50)}", f"{sentence(30)} {shared} {sentence(70)}"
        found = sketches([[one], [other]])
        assert set(found.marks[found.owners == 0].tolist()) & set(found.marks[found.owners == 1].tolist())


def test_quoted_speech_is_left_out_and_a_term_in_quotes_is_not() -> None:
    assert unquoted("He said “we are all glad about it today” on Monday.") == ["He said ", " on Monday."]
    assert unquoted("“We are all glad about it today,” he said.") == ["", " he said."]
    assert unquoted("The “so-called” plan failed.") == ["The “so-called” plan failed."]


def test_components_are_those_of_a_graph() -> None:
    chance = np.random.default_rng(2)
    for _ in range(20):
        a, b = chance.integers(0, 60, (2, 40)).astype(np.uint32)
        parent = list(range(60))
        for _ in range(60):
            for x, y in zip(a.tolist(), b.tolist(), strict=True):
                parent[x] = parent[y] = min(parent[x], parent[y])
            parent = [parent[p] for p in parent]
        assert components(60, a, b).tolist() == parent
