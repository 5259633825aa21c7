"""The rows of citation: patterns around an `[outlet]` slot, with the words of each language filled in.

`words.jsonl` has a line a language: determiners, adjectives, class nouns ("news agency", "Sender"), adverbs, verbs of
reporting, words for the press as a whole. `rows.jsonl` has a line a pattern, with its examples. In patterns,

    [outlet]       the slot; what stands before it is matched up to the name, what follows from its end
    {np}           what may stand between a cue and the name: determiner, adjectives, a class noun, a quotation mark
    {gap}          what may stand after the name: a closing quotation mark, a bracket, an apposition between commas
    {adv}          up to five adverbs ("also", "on Friday")
    {said} …       the language's words of that name
    {L}            one letter, digit or mark
    a blank        one or more blanks

Patterns are run by RE2, case ignored, on at most `REACH` characters on either side of a name.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

REACH = 160
LETTER = r"[^\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f\x{a0}“”„«»‹›‘’…–—、。，：；！？「」『』（）《》،؛؟।۔]"
EDGE = "[" + LETTER[2:]
BLANK = r"[\s\x{a0}\x{202f}\x{2009}]"
WORD = rf"{LETTER}(?:{LETTER}|['’.-]{LETTER})*"
QUOTE = "[\"'“”„‟«»‹›‘’「『《(]"
CLOSE = "[\"'“”„‟«»‹›‘’」』》]"
ELISION = "(?:l|d|qu|dell|all|dall|nell|sull|un)['’]"
NOUN_FIRST = frozenset("fr es pt it ro ca pl cs sk ru uk bg hr sr".split())  # noqa: SIM905
"""Languages in which words may stand between a class noun and the name: "le quotidien économique RBC"."""
UNSPACED = frozenset({"zh", "ja", "ko", "th", "bn"})
"""Languages in which a cue need not end where a word ends."""

_BETWEEN = re.compile(r"^(?:(?:\{(?:gap|adv|mid)\}| )(?!\?))*")
_OPEN = re.compile(r"\{(?:W|np|gap|adv|mid|cls2?|adj|det_)\}|\$")
_NP = (
    "(?:(?:{det_}{elision})?(?:{W} ){0,4}?(?:{cls}) {mid}|(?:{det_}{elision})?(?:(?:{adj}) ){0,3})"
)  # fmt: skip


class Words(msgspec.Struct, frozen=True):
    """The words of one language; each field is an alternation."""

    language: str
    det: str = ""
    adj: str = ""
    cls: str = ""
    adv: str = ""
    said: str = ""
    and_: str = ""
    coll: str = ""
    colladj: str = ""
    collorder: str = "before"
    collhead: dict[str, str] = {}
    stop: str = ""
    that: str = ""
    """Definite articles and demonstratives: with a class noun ("the channel") they mean an outlet named before."""
    np: str = ""
    cls2: str = ""
    collpost: str = ""
    heads: str = ""
    """How names of the press begin ("Le Courrier …", "Gazeta …")."""
    ends: str = ""
    """How names of the press end ("… Tribune", "… Anzeiger")."""
    speak: str = ""
    """Verbs of a person who speaks on a station or in a paper."""
    ends2: str = ""
    """Ends of English names of the press that are no words of the language."""
    bare: str = ""
    """Words by which names of the press begin, alone: no names."""
    no_name: str = ""
    """What looks like a name of the press or a call sign and is none."""
    weak: str = ""
    """Class nouns that alone introduce no unknown outlet: as often other bodies have them (`agency`, `service`)."""
    company: str = ""
    """What before a name means the business, which reports nothing: `groupe`, `شركة`."""
    noadj: str = ""
    """Words that look like an adjective of nation before words for the press and are none."""
    quoted: str = ""
    """Words of reporting behind which a name in quotation marks is an outlet's, whatever it is called."""
    reports: str = ""
    """Verbs of newsrooms alone, behind which a name in quotation marks is an outlet's; not those of speech."""
    party: str = ""
    """Who speaks for an outlet that is a party to the story ("a Reuters spokesperson"): it answers, and relays nothing."""


class Row(msgspec.Struct, frozen=True):
    """One pattern of citation with its examples."""

    id: str
    languages: tuple[str, ...]
    pattern: str
    strength: float
    note: str = ""
    where: str = ""
    firm: bool = False
    """The cue fits an outlet so well that a name which is a common word too counts without article or class noun."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Before:
    """What stands before a name.

    The whole pattern has every word that may introduce a name and takes milliseconds to compile, so that is done only
    once the cue with which it begins has been met.
    """

    def __init__(self, cue: str, pattern: str) -> None:
        import re2

        self._cue = re2.compile(cue)
        self._pattern = pattern

    @cached_property
    def _whole(self) -> Any:
        import re2

        return re2.compile(self._pattern)

    def search(self, text: str) -> Any:
        """The match in `text`, or None."""
        return self._whole.search(text) if self._cue.search(text) is not None else None


class After:
    """What follows a name. As `Before`, the whole is compiled once a text has the words that must stand in it."""

    def __init__(self, cue: str, pattern: str) -> None:
        import re2

        self._cue = re2.compile(cue) if cue else None
        self._pattern = pattern

    @cached_property
    def _whole(self) -> Any:
        import re2

        return re2.compile(self._pattern)

    def match(self, text: str) -> Any:
        """The match at the start of `text`, or None."""
        if self._cue is not None and self._cue.search(text) is None:
            return None
        return self._whole.match(text)


class Compiled(msgspec.Struct, frozen=True):
    """A row ready to run in one language."""

    row: Row
    before: Before | None
    after: After | None


@cache
def words() -> dict[str, Words]:
    """The words of each language."""
    decode = msgspec.json.Decoder(Words).decode
    return {w.language: w for w in map(decode, _lines("words.jsonl"))}


@cache
def rows() -> tuple[Row, ...]:
    """All rows, in the order of the file."""
    return tuple(map(msgspec.json.Decoder(Row).decode, _lines("rows.jsonl")))


def _lines(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()


def expand(pattern: str, known: Words) -> str:
    """A pattern with the language's words filled in, as RE2 reads it."""
    det_ = f"(?:{known.det}) |" if known.det else ""
    adv = rf"(?:{BLANK}*(?:{known.adv}),?){{0,5}} " if known.adv else " "
    text = pattern.replace("{np}", f"(?:{known.np or _NP}(?:{QUOTE} ?)?)")
    text = text.replace("{gap}", f"(?: ?{CLOSE})?(?: ?\\([^()]{{1,40}}\\))?(?:, ?(?:[^,.;:!?]|\\d[.,]\\d){{1,80}},)?")
    text = (
        text.replace("{mid}", "(?:{W} ){0,2}?" if known.language in NOUN_FIRST else "")
        .replace("{adv}", adv)
        .replace("{said}", f"(?:{known.said})")
        .replace("{speak}", known.speak)
        .replace("{cls2}", f"(?:(?:{known.cls}) )")
    )
    text = text.replace("{det_}", det_).replace("{elision}", ELISION).replace("{W}", WORD)
    text = text.replace("{cls}", known.cls).replace("{adj}", known.adj or WORD)
    text = text.replace("[A-Z]", r"(?-i:\p{Lu})").replace("{L}", LETTER)
    return text.replace(" ?", f"{BLANK}*").replace(" ", f"{BLANK}+")


def _cue_of(pattern: str, known: Words) -> str:
    """The words behind a name and what may stand between; none where they have a place for any word, which costs as much."""
    words = _BETWEEN.sub("", pattern.partition("[outlet]")[2])
    return f"(?i){expand(words, known)}" if words and not _OPEN.search(words) else ""


@cache
def compiled(language: str) -> tuple[Compiled, ...]:
    """The rows of a language, compiled at first use."""
    known = words()[language]
    found = []
    for row in rows():
        if language not in row.languages and row.languages != ("*",):
            continue
        before, _, after = expand(row.pattern, known).partition("[outlet]")
        cue = expand(row.pattern.partition("[outlet]")[0].partition("{np}")[0], known)
        start, stop = ("", "") if language in UNSPACED else (f"(?:^|{EDGE})", f"(?:{EDGE}|$)")
        if row.pattern.startswith((",", "\\(")):  # a mark may follow a word at once
            start = ""
        found.append(
            Compiled(
                row,
                Before(f"(?i){start}{cue}", f"(?i){start}{before}(?:{QUOTE}{BLANK}?)?$") if before else None,
                After(_cue_of(row.pattern, known), f"(?i){after}{stop}") if after else None,
            )
        )
    return tuple(found)
