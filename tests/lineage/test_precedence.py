"""Who was first, as the pages say it, and the traps."""

from __future__ import annotations

import pytest

from audit.findings.sketches import credit
from audit.findings.specimen import specimen
from audit.lineage.pointers import original_of_counter, pointers
from audit.lineage.precedence import precedence

PUBLISHED = "meta[property=article:published_time]"


def dated(make_audit, *published: str, **more):
    given = {"published": None, **more}
    declared = [*given.pop("declared", ()), *(("published", p, PUBLISHED) for p in published)]
    return make_audit(specimen("body: The ferry will stop in summer.", declared=declared, **given))


def other(make_audit, *published: str, **more):
    return dated(make_audit, *published, publisher="Coast Courier", domain="coastcourier.example", **more)


TIMES = [
    ("2026-03-02T08:00:00Z", "2026-03-02T06:00:00Z", "original"),
    ("2026-03-02T06:00:00Z", "2026-03-02T08:00:00Z", "copy"),
    ("2026-03-02T08:00:00+05:00", "2026-03-02T06:00:00+01:00", "copy"),  # 03:00 and 05:00 UTC
    ("2026-03-02T08:00:00Z", "2026-03-02T09:00:00+01:00", "unknown"),  # the same instant
    ("2026-03-02", "2026-03-01", "unknown"),  # may be one hour apart
    ("2026-03-02", "2026-02-26", "original"),
    ("2026-03-02T08:00:00", "2026-03-02T06:00:00Z", "unknown"),  # no zone
    ("", "2026-03-02T06:00:00Z", "unknown"),
]


@pytest.mark.parametrize(("mine", "theirs", "first"), TIMES)
def test_times(make_audit, mine: str, theirs: str, first: str) -> None:
    copy = dated(make_audit, *([mine] if mine else []))
    assert precedence(copy, other(make_audit, theirs)).first == first


def test_a_page_with_two_dates_may_have_been_dated_anew(make_audit) -> None:
    copy = dated(make_audit, "2026-03-02T08:00:00Z", "2025-01-05T08:00:00Z")
    found = precedence(copy, other(make_audit, "2026-02-01T08:00:00Z"))
    assert found.first == "unknown"
    assert "dated anew" in found.because


def test_a_time_after_the_capture_is_not_believed(make_audit) -> None:
    found = precedence(dated(make_audit, "2027-01-01T08:00:00Z"), other(make_audit, "2026-03-01T08:00:00Z"))
    assert found.first == "unknown"
    assert "after its capture" in found.because


def test_what_is_declared_goes_before_times(make_audit) -> None:
    copy = dated(
        make_audit,
        "2026-03-01T06:00:00Z",
        declared=[("canonical", "https://www.coastcourier.example/news/story", "link[rel=canonical]")],
    )
    found = precedence(copy, other(make_audit, "2026-03-02T08:00:00Z"))
    assert (found.first, found.basis) == ("original", "declared")


def test_a_credit_is_a_declaration(make_audit) -> None:
    line = credit("carried", "Coast Courier", "Coast Courier", "byline")
    copy = make_audit(specimen("byline: Coast Courier", "body: The ferry stops.", credits=[line]))
    assert precedence(copy, other(make_audit)).first == "original"


def test_two_that_point_at_each_other_say_nothing(make_audit) -> None:
    copy = dated(make_audit, declared=[("canonical", "https://coastcourier.example/news/story", "link[rel=canonical]")])
    original = other(
        make_audit, declared=[("original-source", "https://harbourpost.example/1", "meta[name=original-source]")]
    )
    assert precedence(copy, original).first == "unknown"


@pytest.mark.parametrize(
    ("address", "original"),
    [
        (
            "https://counter.theconversation.com/content/123456/count.gif?distributor=republish",
            "https://theconversation.com/123456",
        ),
        ("https://news.example/?republication-pixel=true&post=77&ga=UA-1", "https://news.example/?p=77"),
        ("//pixel.example/p.gif?canonical=https://news.example/story", "https://news.example/story"),
        ("https://counter.example/count.gif", None),
        ("https://[broken/count.gif", None),
    ],
)
def test_counters_carry_the_original(address: str, original: str | None) -> None:
    assert original_of_counter(address) == original


def test_pointers_say_what_is_named_and_not_linked(make_audit) -> None:
    audit = make_audit(
        specimen(
            "byline: Northwire",
            "body: The ferry stops. Read more.",
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
            declared=[("canonical", "https://northwire.example/1", "link[rel=canonical]")],
        )
    )
    found = pointers(audit)
    assert [(p.name, p.url, p.basis) for p in found] == [
        (None, "https://northwire.example/1", "declared"),
        ("Northwire", None, "declared"),
    ]


def test_a_link_in_the_credit_line_is_a_step(make_audit) -> None:
    audit = make_audit(
        specimen(
            "credit: This article was originally published by Northwire.",
            "body: The ferry stops.",
            credits=[credit("republished", "Northwire", "originally published by Northwire", "tail")],
            links=[("Northwire", "https://northwire.example/ferry")],
        )
    )
    assert [(p.name, p.url) for p in pointers(audit)] == [("Northwire", "https://northwire.example/ferry")]
