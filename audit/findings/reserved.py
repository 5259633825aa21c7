"""Codes of the field's list that are no rules here, and where what they stand for is told. They are given to nothing else."""

from __future__ import annotations

from typing import NamedTuple


class Reserved(NamedTuple):
    """A code that is kept free: what it stands for, and where that is told instead."""

    code: str
    name: str
    told: str


RESERVED: tuple[Reserved, ...] = (
    Reserved("CHN305", "upstream-unreachable", "it needs the network; a rule looks at a captured page alone"),
    Reserved(
        "EVD702", "refused", "what robots.txt or the server refuses is not audited: the command says so and ends with 3"
    ),
    Reserved(
        "EVD703", "digest-mismatch", "`tracewire verify` finds what an archive's manifests and ledger do not match"
    ),
    Reserved("EVD704", "markup-text-differs", "the article's text in the markup is not kept with the page"),
    Reserved("EVD706", "capture-older-than-claim", "it needs a second capture; a rule looks at one page alone"),
)


def reserved(code: str) -> Reserved | None:
    """The reserved code, whatever its case; None for any other."""
    return next((r for r in RESERVED if r.code == code.upper()), None)
