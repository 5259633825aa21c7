"""The words in which reports speak: one table for each of the model's vocabularies. They describe, they do not judge."""

from __future__ import annotations

from audit.model import (
    Attribution,
    Basis,
    CheckState,
    CreditRole,
    DisclaimerKind,
    Grade,
    Label,
    Level,
    Node,
    NodeType,
    OutletKind,
    PageKind,
    Relation,
    SpeechKind,
    Voice,
    VoiceType,
)

KINDS: dict[PageKind, tuple[str, str]] = {
    "original": ("Original", "own reporting; agency material is at most an input"),
    "wire": ("Wire copy", "an agency's or another newsroom's copy under this publisher's brand"),
    "aggregator": ("Aggregator", "a portal that carries or retells others and does no reporting on the page"),
    "press-release": ("Press release", "issued by the party it is about"),
    "republished": ("Republished", "another newsroom's article, by licence or permission, named as such"),
    "sponsored": ("Sponsored", "somebody paid for it"),
    "unknown": ("Kind not settled", "the page gives too little to say what kind of page it is"),
}
LABELS: dict[Label, str] = {
    "headline": "headline",
    "standfirst": "standfirst",
    "byline": "byline",
    "dateline": "dateline",
    "credit": "credit line",
    "body": "body",
    "quote": "quotation",
    "caption": "caption",
    "disclaimer": "disclaimer",
    "correction": "correction",
    "share": "share bar",
    "related": "related links",
    "promo": "promotion",
    "comments": "comments",
    "newsletter": "newsletter",
    "copyright": "copyright line",
    "author-bio": "about the author",
    "navigation": "navigation",
    "other": "other",
}
RELATIONS: dict[Relation, str] = {
    "publishes": "publishes",
    "carries": "carries",
    "distributed-by": "receives through",
    "republished-from": "republishes",
    "translated-from": "translates",
    "cites": "cites",
    "attributes-to": "attributes to",
    "links-to": "links to",
}
BASES: dict[Basis, tuple[str, str]] = {
    "declared": ("declared", "the publisher says so of its own page"),
    "observed": ("observed", "the words of the text show it"),
    "inferred": ("inferred", "a reading rule concludes it; the rule is named"),
    "stated": ("stated", "the person who ran the audit said so"),
}
UNNAMED_STEPS: dict[NodeType, str] = {
    "publisher": "publisher not named",
    "provider": "provider not named",
    "intermediary": "intermediary not named",
    "outlet": "outlet not named",
    "person": "person not identified",
    "organisation": "organisation not identified",
    "government": "authority not identified",
    "document": "document not identified",
    "unnamed": "unnamed source",
    "collective": "several, not identified",
    "none": "nobody",
    "page": "this page",
}
NODE_TYPES: dict[NodeType, str] = {
    "publisher": "publisher",
    "provider": "provider",
    "intermediary": "intermediary",
    "outlet": "outlet",
    "person": "named person",
    "organisation": "organisation",
    "government": "authority",
    "document": "document",
    "unnamed": "unnamed source",
    "collective": "collective",
    "none": "no source given",
    "page": "page",
}
VOICES: dict[VoiceType, str] = {
    "person": "named person",
    "organisation": "organisation",
    "government": "authority",
    "outlet": "outlet",
    "document": "document",
    "unnamed": "unnamed source",
    "collective": "collective",
    "none": "nobody",
}
UNIDENTIFIED: dict[VoiceType, str] = {
    "person": "person not identified",
    "organisation": "organisation not identified",
    "government": "authority not identified",
    "outlet": "outlet not identified",
    "document": "document not identified",
    "unnamed": "unnamed source",
    "collective": "several, not identified",
    "none": "nobody",
}
"""Voices without a name: the words that stand for them (`he`, `they`) were not led back to one."""
OUTLETS: dict[OutletKind, str] = {
    "agency": "news agency",
    "newspaper": "newspaper",
    "broadcaster": "broadcaster",
    "magazine": "magazine",
    "website": "website",
    "aggregator": "aggregator",
    "release-wire": "release wire",
    "syndicator": "syndicator",
    "republisher": "republisher",
    "official": "official body",
    "unknown": "",
}
CREDITS: dict[CreditRole, str] = {
    "carried": "carried text",
    "mixed": "joint text",
    "contributed": "material worked in",
    "distributed": "distributed by",
    "republished": "republished from",
    "release": "issued by",
    "translated": "translated from",
    "photo": "picture",
    "cited": "cited",
}
GRADES: dict[Grade, str] = {
    "G0": "no description at all",
    "G1": "a generic word only (“sources”, “officials”)",
    "G2": "an institution or field",
    "G3": "an institution with country, branch or rank",
    "G4": "also how the source knows",
    "G5": "also why the source is not named",
}
SPEECH: dict[SpeechKind, str] = {"direct": "direct quote", "indirect": "indirect", "mixed": "partly quoted"}
DISCLAIMERS: dict[DisclaimerKind, tuple[str, str]] = {
    "as-is": ("As is", "gives the content with no warranty"),
    "no-liability": ("No liability", "takes no responsibility or liability"),
    "not-edited": ("Not edited", "says that it did not edit or check the text"),
    "views": ("Views", "says that the views are the author's"),
    "sponsored": ("Sponsored", "says that somebody paid"),
    "press-release": ("Press release", "says that the text was issued by its subject"),
    "advice": ("No advice", "says that this is no advice to act on"),
    "conflict": ("Interest", "discloses an interest of its own"),
    "ugc": ("User content", "says that users or guests wrote it"),
    "automated": ("Automated", "says that a machine had a part in it"),
    "translation": ("Translation", "says that it is a translation"),
    "copyright": ("Copyright", "says who may reuse it"),
    "correction": ("Correction", "says that the text was changed"),
    "unverified": ("Unverified", "says that it could not verify something"),
    "state-media": ("State media", "says that a government is behind it"),
    "affiliate": ("Affiliate", "says that links earn a commission"),
    "comments-policy": ("Comments", "sets rules for readers' comments"),
}
LEVELS: dict[Level, str] = {"error": "Error", "warning": "Warning", "note": "Note", "info": "Remark"}
STATES: dict[CheckState, tuple[str, str]] = {
    "passed": ("passed", "✓"),
    "failed": ("failed", "✕"),
    "not-assessable": ("not assessable", "?"),
}
DECLARED: dict[str, str] = {
    "canonical": "canonical address",
    "site-name": "site",
    "source-organization": "source organisation",
    "copyright-holder": "copyright holder",
    "credit-text": "credit",
    "is-based-on": "based on",
    "syndication-source": "syndication source",
    "original-source": "original source",
    "distributor-category": "distributor category",
    "republish-counter": "republishing counter",
    "counter-address": "address of a republishing counter",
    "translation-of": "translation of",
    "amphtml": "AMP address",
    "is-accessible-for-free": "free to read",
}


def node_name(node: Node) -> str:
    """The name of a step, or what stands for it where it has none."""
    return node.name or UNNAMED_STEPS[node.type]


def node_sort(node: Node) -> str:
    """What a step is; a person whose name was not found is not called a named one."""
    return "person" if node.type == "person" and not node.name else NODE_TYPES[node.type]


def voice_name(attribution: Attribution) -> str:
    """Who is behind a claim, in words."""
    voice = attribution.voice
    if voice.name:
        return voice.name
    return "nobody is named" if voice.type == "none" else UNIDENTIFIED[voice.type]


def voice_sort(voice: Voice) -> str:
    """What a voice is; a person whose name was not found is not called a named one."""
    return "person" if voice.type == "person" and not voice.name else VOICES[voice.type]


def count(number: int, one: str, many: str = "") -> str:
    """`1 claim`, `3 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
