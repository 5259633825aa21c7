"""Names in running text: scripts, particles, traps, offsets."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon.outlets import by_host, by_name, find
from audit.model import Span


def named(text: str) -> list[tuple[str, str, bool]]:
    return [(text[m.start : m.end], m.outlet.name, m.certain) for m in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A minister told Reuters on Friday.", [("Reuters", "Reuters", True)]),
        ("ASSOCIATED PRESS", [("ASSOCIATED PRESS", "Associated Press", True)]),
        (
            "wie der Deutschen Presse-Agentur aus Kreisen",
            [("Deutschen Presse-Agentur", "dpa", True)],
        ),
        ("l’AFP a appris", [("AFP", "AFP", True)]),
        ("MOSCOW, November 23. /TASS/.", [("TASS", "TASS", True)]),
        ("передаёт РИА\u00a0Новости", [("РИА\u00a0Новости", "RIA Novosti", True)]),
        ("据新华社报道", [("新华社", "Xinhua", True)]),
        ("(서울=연합뉴스) 홍길동 기자 =", [("연합뉴스", "Yonhap", True)]),
        ("연합뉴스에 따르면", [("연합뉴스", "Yonhap", True)]),
        ("ロイターによると", [("ロイター", "Reuters", True)]),
        ("نقلاً عن وكالة الأناضول", [("وكالة الأناضول", "Anadolu", True)]),
        ("وقال لرويترز", [("رويترز", "Reuters", True)]),
        ("لوكالة فر\u0640انس برس", [("وكالة فر\u0640انس برس", "AFP", True)]),
        ("Anadolu Ajansı'na konuşan", [("Anadolu Ajansı", "Anadolu", True)]),
        ("রয়টার্সকে জানান", [("রয়টার্স", "Reuters", True)]),
        ("told AP in Kabul", [("AP", "Associated Press", False)]),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "la AP2 está cortada",
        "el capó y el mapa",
        "el ap y la efe",
        "sign a data-processing agreement",
        "Reutersville is a town",
        "sent via email",
        "contassium",
    ],
)
def test_traps_give_nothing_certain(text: str) -> None:
    assert [m for m in named(text) if m[2]] == []


@pytest.mark.parametrize(
    "text", ["The DPA binds the processor.", "CCTV footage shows", "CMG rose 3 %", "PTI's chairman"]
)
def test_traps_that_need_context(text: str) -> None:
    assert all(not sure for _, _, sure in named(text))


def test_a_span_of_the_text() -> None:
    text = "Reuters. AFP. TASS."
    assert [(m.start, m.end) for m in find(text, Span(9, 13))] == [(9, 12)]


@given(
    st.text(alphabet=st.sampled_from("Reuters AFP/TASS'’\u00ad\u0640新华社연합뉴스روترز و.\n"), max_size=60),
    st.integers(0, 20),
)
def test_offsets_point_at_the_name(noise: str, at: int) -> None:
    text = noise[:at] + " Reuters " + noise[at:]
    mentions = find(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert any("Reuters" in text[m.start : m.end] for m in mentions)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("AP", "Associated Press"), ("the associated press", "Associated Press"), ("新华社", "Xinhua"), ("ansa", "ANSA")],
)
def test_by_name(name: str, outlet: str) -> None:
    found = by_name(name)
    assert found is not None
    assert found.name == outlet


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("www.reuters.com", "Reuters"),
        ("reuters.com:443", "Reuters"),
        ("REUTERS.COM.", "Reuters"),
        ("agenciabrasil.ebc.com.br", "Agência Brasil"),
    ],
)
def test_by_host(host: str, outlet: str) -> None:
    found = by_host(host)
    assert found is not None
    assert found.name == outlet


@pytest.mark.parametrize("host", ["notreuters.com", "com", "", "localhost", "reuters.com.example.org"])
def test_hosts_of_nobody(host: str) -> None:
    assert by_host(host) is None


@pytest.mark.parametrize(
    ("official", "common"),
    [
        ("Deutsche Presse-Agentur", "dpa"),
        ("Agence France-Presse", "AFP"),
        ("Press Trust of India", "PTI"),
        ("Austria Presse Agentur", "APA"),
        ("Norsk Telegrambyrå", "NTB"),
        ("Yonhap News Agency", "Yonhap"),
        ("Česká tisková kancelář", "ČTK"),
        ("Islamic Republic News Agency", "IRNA"),
        ("News Agency of Nigeria", "NAN"),
        ("The Associated Press", "Associated Press"),
    ],
)
def test_an_agency_goes_by_its_common_name(official: str, common: str) -> None:
    assert getattr(by_name(official), "name", None) == common
