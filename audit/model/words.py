"""The words of the vocabulary: closed lists of labels, kinds, roles and grades."""

from __future__ import annotations

from typing import Literal

Label = Literal[
    "headline", "standfirst", "byline", "dateline", "credit", "body", "quote", "caption", "disclaimer", "correction",
    "share", "related", "promo", "comments", "newsletter", "copyright", "author-bio", "navigation", "other",
]  # fmt: skip
REPORTING: frozenset[Label] = frozenset({"headline", "standfirst", "dateline", "body", "quote"})
"""Labels whose blocks are the outlet's reporting; all others are wrapper."""

Structure = Literal["paragraph", "heading", "list-item", "table-cell", "caption", "quotation", "preformatted", "line"]
Basis = Literal["declared", "observed", "inferred", "stated"]
"""declared: the page says so of itself. observed: its words show it. inferred: we conclude it. stated: the user said so."""
Relation = Literal[
    "publishes", "carries", "distributed-by", "republished-from", "translated-from", "cites", "attributes-to", "links-to",
]  # fmt: skip
CreditRole = Literal[
    "carried", "mixed", "contributed", "distributed", "republished", "release", "translated", "photo", "cited",
]  # fmt: skip
"""Whose the text is by a credit. `mixed` is joint copy of house and agency ("Le Monde avec AFP"); `contributed` is material
that went into the house's own report ("With inputs from PTI"), whose text stays the house's."""
PageKind = Literal["original", "wire", "aggregator", "press-release", "republished", "sponsored", "unknown"]
OutletKind = Literal[
    "agency", "newspaper", "broadcaster", "magazine", "website", "aggregator", "release-wire", "syndicator", "republisher",
    "official", "unknown",
]  # fmt: skip
Ownership = Literal["cooperative", "commercial", "state", "public", "non-profit", "unknown"]
VoiceType = Literal[
    "person", "organisation", "government", "outlet", "document", "unnamed", "collective", "none",
]  # fmt: skip
Grade = Literal["G0", "G1", "G2", "G3", "G4", "G5"]
SpeechKind = Literal["direct", "indirect", "mixed"]
DisclaimerKind = Literal[
    "as-is", "no-liability", "not-edited", "views", "sponsored", "press-release", "advice", "conflict", "ugc",
    "automated", "translation", "copyright", "correction", "unverified", "state-media", "affiliate", "comments-policy",
]  # fmt: skip
Level = Literal["error", "warning", "note", "info"]
LEVELS: tuple[Level, ...] = ("info", "note", "warning", "error")
"""Levels from the least to the most serious."""
Axis = Literal["traceability", "attribution", "independence", "disclosure"]
AXES: tuple[Axis, ...] = ("traceability", "attribution", "independence", "disclosure")
CheckState = Literal["passed", "failed", "not-assessable"]
NodeType = Literal[
    "publisher", "provider", "intermediary", "outlet", "person", "organisation", "government", "document", "unnamed",
    "collective", "none", "page",
]  # fmt: skip
AlignmentKind = Literal["verbatim", "edited", "moved", "merged", "split", "added", "dropped"]
"""What became of a sentence between an original and a copy of it."""
StatementKind = Literal["note", "correction", "dismissal", "reply"]
TargetKind = Literal["url", "html-file", "text-file", "stdin"]
Medium = Literal["html", "text", "print"]
"""`print` is a print-out (PDF): it keeps paragraphs, headings and links, but nothing that a page declares in markup."""
