"""One outlet, one name: credits, citations and the keys by which names fall together."""

from __future__ import annotations

import pytest

from audit.lexicon.outlets import by_name
from audit.provenance.outlet_names import called, cited_as, common_name, key


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Deutschen Presse-Agentur", "dpa"),
        ("연합뉴스", "Yonhap"),
        ("وكالة الأناضول", "Anadolu"),
        ("THE ASSOCIATED PRESS", "Associated Press"),
        ("The  Quill Courier", "The Quill Courier"),
    ],
)
def test_called(written: str, shown: str) -> None:
    assert called(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Deutschen Presse-Agentur", "dpa"),
        ("Islamic Republic News Agency", "IRNA"),
        ("Коммерсантъ", "Коммерсантъ"),
        ("新京报", "新京报"),
        ("БТА", "BTA"),
        ("Misan", "Misan"),
        ("Xinhua News Agency", "Xinhua"),
        ("Reutersin", "Reuters"),
    ],
)
def test_a_cited_outlet_is_shown_as_written_in_its_own_script(written: str, shown: str) -> None:
    outlet = by_name(written)
    assert outlet is not None
    assert cited_as(outlet, written) == shown


def test_what_tells_namesakes_apart_is_not_shown() -> None:
    outlet = by_name("abc.es") or by_name("RTL")
    assert outlet is not None
    assert "(" not in common_name(outlet)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The New York Times", "New York Times"),
        ("IRNA", "the Islamic Republic News Agency"),
        ("Коммерсантъ", "Kommersant"),
    ],
)
def test_names_of_one_outlet_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)
