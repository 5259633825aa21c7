"""How people say that somebody said something: cues, hedges, source nouns, offices, formulas of anonymity, names.

The knowledge is rows in the JSON Lines files beside this module. A row is one class of words: `forms` are the words or
phrases, `gives` what they tell the reader of a sentence, `examples` sentences in which the row must speak and
`near_misses` sentences in which it must not. English verbs are given as lemmas; `lemma:form,form` lists the forms that do
not follow the rule. Elsewhere `stem~class` stands for the stem with each ending of the language's paradigm of that name:
a row of the family `paradigm`, whose endings with a star make participles.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

__all__ = ["Row", "forms", "inflect", "loaded", "participles", "plural", "rows", "spelled"]


class Row(msgspec.Struct, frozen=True):
    """One class of words. `id` is never used again for something else."""

    id: str
    family: str
    languages: tuple[str, ...]
    forms: tuple[str, ...]
    gives: str = ""
    note: str = ""
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()


_TAKEN_FOR = {"da": "no", "no": "da"}
"""Written languages that detection takes for each other: each reads the other's rows behind its own."""


@cache
def rows(file: str) -> tuple[Row, ...]:
    """The rows of `file`, such as `english`, in order."""
    content = (Path(__file__).parent / f"{file}.jsonl").read_bytes()
    return tuple(msgspec.json.Decoder(Row).decode_lines(content))


@cache
def forms(file: str, family: str) -> Mapping[str, str]:
    """Each form of a family, in lower case, and what its row gives; the first row that has a form wins.

    Heads of English sources are listed in the singular; a plural that no row lists is made by rule.
    """
    table: dict[str, str] = {}
    for source in (file, _TAKEN_FOR[file]) if file in _TAKEN_FOR else (file,):
        for row in rows(source):
            for form in row.forms if row.family == family else ():
                for variant in inflect(form) if family == "verb" else spelled(source, form):
                    table.setdefault(variant, row.gives)
    if (file, family) == ("voices", "head"):
        for noun, gives in list(table.items()):
            table.setdefault(plural(noun), gives)
    return table


def plural(noun: str) -> str:
    """The regular plural of an English noun or of a compound's last word: `lady`: `ladies`, `policeman`: `policemen`."""
    if noun.endswith("man") and noun not in ("human", "german"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


@cache
def participles(file: str) -> frozenset[str]:
    """The participles that a language's rows of saying list, and those that their paradigms make."""
    made = [v for f in ("say", "weak") for r in rows(file) if r.family == f for v in _starred(file, r.forms)]
    return frozenset(made) | forms(file, "part").keys()


def spelled(file: str, form: str) -> tuple[str, ...]:
    """`form` in lower case, or the stem with the finite endings of its paradigm: `afirm~ar`, `teil~te+mit`."""
    stem, mark, rest = form.lower().partition("~")
    if not mark:
        return (stem,)
    name = rest[: next((i for i, c in enumerate(rest) if not c.isalnum()), len(rest))]
    return tuple(stem + ending + rest[len(name) :] for ending in _paradigms(file)[name] if not ending.startswith("*"))


def _starred(file: str, listed: tuple[str, ...]) -> list[str]:
    inflected = [form.lower().partition("~") for form in listed]
    return [
        stem + ending[1:]
        for stem, mark, name in inflected
        if mark and name.isalnum()
        for ending in _paradigms(file)[name]
        if ending.startswith("*")
    ]


@cache
def _paradigms(file: str) -> Mapping[str, tuple[str, ...]]:
    return {row.gives: row.forms for row in rows(file) if row.family == "paradigm"}


def inflect(verb: str) -> tuple[str, ...]:
    """The forms of an English verb: `admit:admitted,admits,admitting` lists its own, else the rule makes them."""
    lemma, _, listed = verb.partition(":")
    if listed:
        return (lemma, *listed.split(","))
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    return (lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"), lemma + "ed", lemma + "ing")


def loaded(cue: str) -> bool:
    """Whether an English cue judges the saying (`claimed`, `admitted`) and does not only report it."""
    table = forms("english", "verb")
    return any(table.get(word) == "loaded" for word in cue.lower().split())
