"""What lower-case words before a name say of its bearer: `airport spokesman Ali Noor`, `the charity Refugee North`."""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.names import Name

_NEWS = word_set("news press wire information state-run photo")

PEOPLE_TOO = word_set(
    "producer miner maker refiner brewer grocer builder grower developer distiller insurer lender contractor publisher"
    " supplier operator importer exporter distributor maker retailer"
)
"""Trades that before a name are a company's where nothing shows a person: `Chilean producer Minera Cerro Alto`."""

_PRINTING = word_set("agency newspaper channel station broadcaster website site portal daily magazine blog")
"""What outlets are called before their names."""

_SOURCES_BY_NAME = word_set("database dataset survey index tracker study dashboard barometer census catalogue dossier")
"""Documents that have a name of their own: `the shipping database Equasis`."""


def with_trade(reading: Reading, name: Name, start: int) -> Name:
    """`airport spokesman Ali Noor`, `the charity Refugee North`: what lower-case words before a name say of its bearer."""
    before = reading.lows[name.first - 1]
    kind = speech.forms("voices", "head").get(before, "")
    personal = bool(set(names.name_words(name.string)[:-1]) & speech.forms("names", "given").keys())
    acronym = name.string.isupper() and " " not in name.string
    if name.title and kind == "organisation" and before not in PEOPLE_TOO and before not in names.offices():
        return name._replace(type="organisation", title="", string=f"{name.title} {name.string}", confidence=0.7)
    if name.title or not (name.type in ("person", None) or (acronym and name.type == "outlet")):
        return name
    if before == "agency" and not set(reading.lows[start : name.first]) & _NEWS:
        return name if name.type == "outlet" else name._replace(type="government", confidence=0.8)
    if kind == "outlet" or before in _PRINTING:
        return name._replace(type="outlet", confidence=0.9)
    if before in PEOPLE_TOO:
        if not personal:
            return name._replace(type="organisation", confidence=0.7)
    elif kind == "document":
        return name._replace(type="document", confidence=0.8) if before in _SOURCES_BY_NAME else name
    elif kind == "organisation" or (acronym and kind == "stance"):
        return name._replace(type="organisation", confidence=0.8)
    elif kind == "collective":
        return name
    elif kind == "government" and before not in names.offices():
        return name._replace(type="government", confidence=0.8)
    elif not kind and before not in names.offices() and not (personal and before.endswith(("ist", "ian", "er", "or"))):
        return name
    return name._replace(type="person", title=reading.string(start, name.first), confidence=0.95)
