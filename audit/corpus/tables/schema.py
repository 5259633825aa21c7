"""The columns of every table, derived from the types of `audit.model`: a table is what `audit.json` says, by rows.

Each table begins with `page`, the key by which all belong together. A field that is a list of structures stays one
(`STRUCT(…)[]`); evidence, which is one of five sorts, is a structure with the fields of all five. What stands beyond
`audit.json` (the words behind spans, the source of a page) is listed in the classes below.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import inspect

from audit.corpus.duck import name
from audit.model import (
    Attribution,
    CaptureRecord,
    Chain,
    Credit,
    Declared,
    Disclaimer,
    Edge,
    Fact,
    Finding,
    Frozen,
    Label,
    Link,
    Origin,
    Profile,
    Structure,
    TargetRecord,
)


class PageRow(Frozen, frozen=True, kw_only=True):
    """One audited page. Its text is `blocks.text`, in the order of `start`, joined by a blank line."""

    page: str
    """The key of all tables: a hash of `source` and `position`."""
    source: str
    """The input it stood in, as it may be written: a file's name below the folder given, or the address."""
    position: int
    """Its number among the pages of that source's shard."""
    host: str | None
    """The host of `url`, in lower case, without `www.`."""
    site: str | None
    """The registrable domain of `url`."""
    words: int
    """Words of the reporting."""
    schema: str
    ruleset: str
    tool: str
    target: TargetRecord
    capture: CaptureRecord
    medium: str
    url: str | None
    language: str | None
    headline: str | None
    byline: str | None
    dateline: str | None
    published: str | None
    modified: str | None
    assessable: bool
    not_assessable_because: str | None
    facts: tuple[Fact, ...]
    declared: tuple[Declared, ...]
    provenance: Origin
    profile: Profile


class BlockRow(Frozen, frozen=True):
    """One block of a page, with its words."""

    page: str
    label: Label
    start: int
    end: int
    confidence: float
    why: str
    structure: Structure
    path: str
    visible: bool
    level: int
    links: tuple[Link, ...]
    text: str


class AttributionWords(Frozen, frozen=True):
    """The words behind an attribution's spans."""

    source_words: str
    cue_words: str
    content_words: str


class SetAside(Frozen, frozen=True):
    """Something in the inputs that gave no audit, and why.

    `why`: `no-page` (another type of file, empty), `unreadable` (damaged, missing, not fetched), `error` (our failure on
    this page), `timeout`, `memory`, `crash` (the worker ended on it, twice).
    """

    source: str
    position: int | None
    url: str | None
    why: str
    message: str


class Column(Frozen, frozen=True):
    """A column's name and its type in SQL."""

    name: str
    type: str


TABLES: dict[str, tuple[type[Any], ...]] = {
    "pages": (PageRow,),
    "blocks": (BlockRow,),
    "credits": (Credit,),
    "disclaimers": (Disclaimer,),
    "attributions": (Attribution, AttributionWords),
    "edges": (Edge,),
    "chains": (Chain,),
    "findings": (Finding,),
    "aside": (SetAside,),
}
"""Each table and the types whose fields are its columns, beside `page`."""


def columns(table: str) -> tuple[Column, ...]:
    """The columns of `table` in order."""
    found = {} if table == "aside" else {"page": Column("page", "VARCHAR")}
    for type_ in TABLES[table]:
        info = inspect.type_info(type_)
        assert isinstance(info, inspect.StructType)  # noqa: S101 - what TABLES holds
        for field in info.fields:
            found.setdefault(field.encode_name, Column(field.encode_name, sql_type(field.type)))
    return tuple(found.values())


def sql_type(info: inspect.Type) -> str:
    """The SQL type of a `msgspec` type. Raises TypeError for a type that no table has."""
    match info:
        case inspect.StrType() | inspect.LiteralType():
            return "VARCHAR"
        case inspect.IntType():
            return "BIGINT"
        case inspect.FloatType():
            return "DOUBLE"
        case inspect.BoolType():
            return "BOOLEAN"
        case inspect.VarTupleType():
            return sql_type(info.item_type) + "[]"
        case inspect.TupleType():
            return _same(info.item_types) + "[]"
        case inspect.StructType(array_like=True):
            return _same(tuple(field.type for field in info.fields)) + "[]"
        case inspect.StructType():
            return _structure([info])
        case inspect.UnionType():
            kinds = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
            if all(isinstance(kind, inspect.StructType) for kind in kinds):
                return _structure([kind for kind in kinds if isinstance(kind, inspect.StructType)])
            return _same(tuple(kinds))
        case _:
            raise TypeError(f"no SQL type for {info}")


def _same(types: tuple[inspect.Type, ...]) -> str:
    (only,) = {sql_type(type_) for type_ in types}
    return only


def _structure(infos: list[inspect.StructType]) -> str:
    fields: dict[str, str] = {}
    for info in infos:
        if info.tag_field is not None:
            fields[info.tag_field] = "VARCHAR"
        for field in info.fields:
            fields.setdefault(field.encode_name, sql_type(field.type))
    return "STRUCT(" + ", ".join(f"{name(key)} {value}" for key, value in fields.items()) + ")"


def described() -> dict[str, list[dict[str, str]]]:
    """All tables as JSON: name to columns; part of the manifest."""
    return {table: [msgspec.to_builtins(column) for column in columns(table)] for table in TABLES}
