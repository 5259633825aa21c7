"""Datelines taken apart."""

from __future__ import annotations

import pytest

from audit.provenance.dateline import read_dateline
from tests.provenance.credit_pages import article, read_html


@pytest.mark.parametrize(
    ("lead", "place", "date", "agency"),
    [
        ("PORT QUILL (Reuters) - ", "PORT QUILL", None, "Reuters"),
        ("WASHINGTON (AP) — ", "WASHINGTON", None, "AP"),
        ("BEIJING, Sept. 2 (Xinhua) -- ", "BEIJING", "Sept. 2", "Xinhua"),
        ("Bengaluru, Aug 23 (PTI) ", "Bengaluru", "Aug 23", "PTI"),
        ("MOSCOW, November 23. /TASS/. ", "MOSCOW", "November 23.", "TASS"),
        ("МОСКВА, 1 декабря. /ТАСС/. ", "МОСКВА", "1 декабря.", "ТАСС"),
        ("Madrid, 11 may (EFE).- ", "Madrid", "11 may", "EFE"),
        ("(ANSA) - ROMA, 16 APR - ", "ROMA", "16 APR", "ANSA"),
        ("(서울=연합뉴스) 김철수 기자 = ", "서울", None, "연합뉴스"),
        ("新华社北京9月12日电 ", "北京", "9月12日", "新华社"),
        ("【ドーハ共同】", "ドーハ", None, "共同"),
        ("TORONTO, Sept. 2, 2026 /PRNewswire/ -- ", "TORONTO", "Sept. 2, 2026", "PRNewswire"),
        ("LONDON--(BUSINESS WIRE)--", "LONDON", None, "BUSINESS WIRE"),
    ],
)  # fmt: skip
def test_parts(lead: str, place: str, date: str | None, agency: str) -> None:
    line = read_dateline(read_html(article(lead=lead)).page)
    assert line is not None
    assert (line.place, (line.date or "").rstrip(".") or None, line.agency) == (
        place,
        date and date.rstrip("."),
        agency,
    )


@pytest.mark.parametrize("lead", ["", "The Chinese Global Television Network (CGTN) released a film. ", "Monday. "])
def test_none(lead: str) -> None:
    assert read_dateline(read_html(article(lead=lead)).page) is None
