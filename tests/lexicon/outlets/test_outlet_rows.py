"""The outlet files: every row validates, agencies have their home script, clashes are marked."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

import msgspec
import pytest
from publicsuffixlist import PublicSuffixList

from audit.lexicon.outlets import RowError, by_host, by_name, extend, find, forget, read_rows
from audit.lexicon.outlets.fold import fold_name
from audit.lexicon.outlets.index import CURATED, DATA, build, index

ROWS = {name: read_rows((DATA / f"{name}.tsv").read_text(encoding="utf-8"), name) for name in CURATED}
ALL = [row for rows in ROWS.values() for row in rows]

HOME_SCRIPT = {
    "ARABIC": "SA AE QA KW BH OM YE JO SY IQ PS EG DZ MA TN LY SD MR",
    "CYRILLIC": "RU UA BY BG KZ KG TJ MN MK",
    "CJK": "CN TW",
    "HANGUL": "KR",
    "ARMENIAN": "AM",
    "GREEK": "GR",
    "THAI": "TH",
}
LATIN_ONLY = {
    "Uganda Network", "Isranews Agency", "UCA News", "RADAR",
    "North Press Agency", "CNS", "Benar News", "National News Service", "Sahara Press Service",
}  # fmt: skip


def scripts(text: str) -> set[str]:
    return {unicodedata.name(c, "?").split()[0] for c in text if c.isalpha()}


def test_every_row_validates() -> None:
    assert len(ALL) > 400


def test_three_hundred_agencies() -> None:
    assert sum(row.outlet.kind == "agency" for row in ALL) >= 300


@pytest.mark.parametrize("script", sorted(HOME_SCRIPT))
def test_every_agency_has_its_home_script(script: str) -> None:
    lacking = [
        row.outlet.name
        for row in ROWS["agencies"]
        if row.outlet.country in HOME_SCRIPT[script].split()
        and row.outlet.name not in LATIN_ONLY
        and not any(script in scripts(name) for name, _ in row.names())
    ]
    assert lacking == []


def test_the_name_of_an_agency_leads_back_to_it() -> None:
    agencies = [row.outlet for row in ROWS["agencies"] if "(" not in row.outlet.name]
    assert [outlet.name for outlet in agencies if by_name(outlet.name) != outlet] == []


def test_an_agency_is_not_called_by_its_full_title_where_it_has_an_acronym() -> None:
    """Where an acronym leads to the agency alone, the field writes the acronym."""
    titled = re.compile(
        r"\b(?:agency of|agence d|agencia de|trust of|presse agentur|nachrichten-agentur)", re.IGNORECASE
    )
    long = [row.outlet for row in ROWS["agencies"] if titled.search(row.outlet.name)]
    acronyms = [(o.name, a) for o in long for a in o.aliases if a.isascii() and a.isupper() and by_name(a) == o]
    assert acronyms == []


def test_names_of_two_outlets_need_context() -> None:
    owners = defaultdict(set)
    certain = defaultdict(bool)
    for row in ALL:
        for name, sure in row.names():
            owners[fold_name(name)].add(row.outlet.name)
            certain[fold_name(name)] |= sure
    assert [name for name, who in owners.items() if len(who) > 1 and certain[name]] == []


def test_no_domain_stands_twice() -> None:
    domains = [domain for row in ALL for domain in row.outlet.domains]
    assert sorted({d for d in domains if domains.count(d) > 1}) == []


def test_no_domain_is_a_public_suffix() -> None:
    suffixes = PublicSuffixList()
    assert [d for d in index().hosts if suffixes.publicsuffix(d) == d] == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Example\tagency", "2 columns"),
        ("Example\tgazette\tstate\tDE\t\t\tknown", "unknown kind"),
        ("Example\tagency\towned\tDE\t\t\tknown", "unknown ownership"),
        ("Example\tagency\tstate\tde\t\t\tknown", "country"),
        ("Example\tagency\tstate\tDE\thttps://example.com\t\tknown", "no domain"),
        ("Example\tagency\tstate\tDE\t\tA | \tknown", "blanks"),
        ("Example\tagency\tstate\tDE\t\tA |  | B\tknown", "empty alias"),
        ("Example\tagency\tstate\tDE\t\tA\tyes", "checked"),
        ("~\tagency\tstate\tDE\t\tA\tknown", "no name"),
    ],
)
def test_a_bad_row_is_named_with_its_line(line: str, problem: str) -> None:
    with pytest.raises(RowError, match=re.escape(problem)) as error:
        read_rows(f"# head\n{line}\n", "newsroom.tsv")
    assert "newsroom.tsv, line 2" in str(error.value)


def test_the_shipped_index_is_made_of_these_rows() -> None:
    names, hosts = build()
    assert msgspec.json.encode(names) + b"\n" == (DATA / "names.json").read_bytes(), "run bench/outlets/make_index.py"
    assert msgspec.json.encode(hosts) + b"\n" == (DATA / "hosts.json").read_bytes(), "run bench/outlets/make_index.py"


def test_two_hundred_portals_and_wires() -> None:
    kinds = ("aggregator", "release-wire", "syndicator", "republisher")
    assert sum(row.outlet.kind in kinds for row in ALL) >= 200


def test_own_rows_win() -> None:
    try:
        assert (
            extend("Khost Sabah\tnewspaper\tcommercial\tAF\treuters.com\t~Reuters | خوست صباح\topen\n", "own.tsv") == 1
        )
        found = [(m.outlet.name, m.certain) for m in find("Reuters und خوست صباح")]
        assert found == [("Khost Sabah", False), ("Khost Sabah", True)]
        assert getattr(by_host("www.reuters.com"), "name", None) == "Khost Sabah"
    finally:
        forget()
    assert getattr(by_host("www.reuters.com"), "name", None) == "Reuters"
