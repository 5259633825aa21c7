"""What a rule is: a code, what it asks of a page, why, on whose authority, and the examples that prove it.

A rule is a function from a `Case` to `Draft`s. It knows neither its level nor the configuration nor other rules; the
engine adds code, name, level and fingerprint, grounds the evidence and orders the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from audit.findings.case import Case
from audit.model import Basis, Evidence, Level, Page, Provenance

Consumes = Literal["page", "credit", "disclaimer", "attribution", "chain", "pair"]
"""What a rule looks at. `pair` rules compare two audits and are run by the lineage floor."""

Stability = Literal["preview", "stable", "deprecated", "redirected"]
"""preview: only with `--preview`. redirected: the code lives on under `redirected_to`."""

Needs = Literal["page", "text", "attributions", "all-attributions"]
"""When a rule may run. page: always, even on a page that cannot be assessed. text: on every assessable page.
attributions: where the language's attributions are found at least in part. all-attributions: only where they are
covered fully, because the rule concludes from what is missing."""

Merit = Literal["verifiable", "interoperable", "hard to game", "available", "scalable", "promising"]
MERITS: tuple[Merit, ...] = ("verifiable", "interoperable", "hard to game", "available", "scalable", "promising")
"""The six words by which W3C's credibility signals are admitted."""

FAMILIES: dict[str, str] = {
    "ATT": "attribution: claims and who is said to stand behind them",
    "ANO": "anonymity: voices without a name",
    "CHN": "chain: the steps between the reader and somebody who knows",
    "SYN": "syndication: another newsroom's text under this publisher's name",
    "DIS": "disclaimers: what is disowned, by whom, towards whom",
    "DRF": "drift: what a copy says otherwise than its original",
    "EVD": "evidence: how far the page itself can be assessed",
    "TRN": "transparency: what a page says of itself",
}
"""Rule families by the first three letters of the code."""


class Draft(msgspec.Struct, frozen=True):
    """What a rule found. `key` names the subject for the fingerprint where the evidence alone would not be stable."""

    message: str
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    basis: Basis = "observed"
    key: str = ""


class Specimen(msgspec.Struct, frozen=True):
    """A page and its provenance, made up for an example."""

    page: Page
    provenance: Provenance


class Documented(msgspec.Struct, frozen=True, kw_only=True):
    """What every rule says of itself. Texts are plain English sentences; `standards` name body and document."""

    code: str
    name: str
    level: Level
    consumes: Consumes
    summary: str
    why: str
    answer: str
    """What an editor can do about it."""
    standards: tuple[str, ...]
    false_positives: tuple[str, ...]
    needs: Needs = "text"
    stability: Stability = "stable"
    since: str = "2026.1"
    """The rule set in which the rule became what its stability says."""
    preview_because: str = ""
    redirected_to: str = ""
    weak_on: tuple[Merit, ...] = ()
    """Which of the six words the rule meets only in part."""

    @property
    def family(self) -> str:
        """The three letters that open the code."""
        return self.code[:3]


class Rule(Documented, frozen=True, kw_only=True):
    """One rule over a page and its documentation."""

    check: Callable[[Case], Iterator[Draft]]
    fires: tuple[Callable[[], Specimen], ...]
    """Examples on which the rule must fire; built only when asked for."""
    spares: tuple[Callable[[], Specimen], ...]
    """Near misses on which it must not."""
