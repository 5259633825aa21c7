"""From a row's pattern to RE2: our own words expanded, spaces made elastic.

    {outlet}    slot `outlet`: a name of any sort          {agency}    slot `outlet`: one agency of `names.json`
    {via}       slot `via`: a name in between              {agencies}  slot `outlet`: one or several, joined
    {place}     slot `place`                               {issuer}    slot `issuer`: who issued a release
    {person}    slot `person`: one or more people          {speaker}   slot `speaker`: who disclaims
    {to}        slot `to`: who takes complaints            {objects}   slot `objects`: a list of what is disclaimed
    {date}      a date in words or digits                  {year}      a year
    {dash}      one to three dashes                        {stop}      closing punctuation and the end of the line
    {piece}     what a page calls its own text: story, article, report…

A single space stands for any run of white space, ` ?` for none or any. Slots that make no sense as what they are named
for are refused after the match, on the words as captured (`plausible`). Literals are folded as the text is, so they may
be written as they look on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from .folding import fold

LONGEST_NAME = 64
_WORD = r"a-z0-9_\x{80}-\x{10ffff}"
STAND_IN = "\ue000"
"""A private code point that stands for the name of a listed agency: short patterns instead of hundreds of names."""
_NAMES = Path(__file__).parent / "names.json"
_IN_CLASS = re.compile(r"\\.|[^\\ ]+| ", re.DOTALL)
_PIECES = re.compile(r"\\.|\(\?P<[^>]*>|\[(?:\\.|[^\]\\])*\]|\{[a-z]+\}| \??|[^\\(\[{ ]+|.", re.DOTALL)
"""What a pattern is made of, for its expansion: escapes, names of groups, classes, our own words, spaces, the rest."""
_NAME = r"[^\s()\[\]{}<>|:;\"](?:[^()\[\]{}<>|;\n\"]*?[^\s()\[\]{}<>|:;,\"])?"
_PIECE = (
    "(?:story|article|report|piece|post|content|material|news item|item|text|copy|commentary|column|essay|op-ed|interview|"
    "analysis|editorial|press release|news release|release|dispatch|feature|blog post|excerpt|page)"
)
_EXPANSIONS = {
    "outlet": f"(?P<outlet>{_NAME})",
    "via": f"(?P<via>{_NAME})",
    "issuer": f"(?P<issuer>{_NAME})",
    # A full stop belongs to a speaker only inside a word: "EINPresswire.com".
    "speaker": r"(?P<speaker>[^\s()\[\]{}<>|:;,.!?\"](?:(?:[^()\[\]{}<>|:;,.!?\"]|\.[a-z])*?[^\s()\[\]{}<>|:;,.!?\"])?)",
    "person": r"(?P<person>[^\s()\[\]{}<>|:;/\d\"](?:[^()\[\]{}<>|:;/\n\d\"]*?[^\s()\[\]{}<>|:;/\d\"])?)",
    "place": r"(?P<place>[^\s()\[\]{}<>|:;!?\"=\d](?:[^()\[\]{}<>|:;!?\n\"=]*?[^\s()\[\]{}<>|:;!?,\"=-])?)",
    "to": r"(?P<to>[^\n.;:!?]+?)",
    "objects": r"(?P<objects>[^.;:!?]+?)",
    "date": r"(?P<date>[^()\[\]{}<>|:;!?\n\"/=]*?\d[^()\[\]{}<>|:;!?\n\"/=-]*?)",
    "year": r"(?:19|20)\d\d",
    "dash": "-{1,3}",
    "stop": r"[\s.!)\]*\"'|]*$",
    "piece": _PIECE,
}


class _Listed(msgspec.Struct, frozen=True):
    """`names.json`: names that credit wherever a form asks for an agency, and names that mean other things, too."""

    anywhere: list[str]
    marked: list[str]


@cache
def _listed() -> _Listed:
    return msgspec.json.decode(_NAMES.read_bytes(), type=_Listed)


_OWN: list[str] = []


def own_names(added: Iterable[str]) -> None:
    """Set a newsroom's own names beside the shipped ones, for the rest of the process."""
    _OWN[:] = added
    names.cache_clear()
    folded_names.cache_clear()
    sure_names.cache_clear()


@cache
def names() -> tuple[str, ...]:
    """The names by which agencies are credited, of `names.json`, in their usual spelling."""
    return (*_listed().anywhere, *_listed().marked, *_OWN)


@cache
def marked_names() -> frozenset[str]:
    """Those that mean other things, too (`MENA`, `SPA`), folded: a line that is only such a name credits nobody."""
    return frozenset(fold(name) for name in _listed().marked)


@cache
def sure_names() -> frozenset[str]:
    """Those that mean nothing else as they are written: `EFE`, where `Efe` is a given name."""
    return frozenset((*_listed().anywhere, *_OWN))


@cache
def folded_names() -> frozenset[str]:
    """The same, folded."""
    return frozenset(fold(name) for name in names())


def expand(pattern: str) -> str:
    """The RE2 pattern of a row's pattern. Raises `KeyError` for a word in braces that does not exist."""
    return _numbered("".join(map(_expanded, _PIECES.findall(pattern))))


def _expanded(piece: str) -> str:
    first = piece[0]
    if first == "\\":
        # The engine's own \w knows ASCII alone.
        return f"[{_WORD}]" if piece == r"\w" else piece
    if first == " ":
        return r"\s*" if piece == " ?" else r"\s+"
    if len(piece) == 1 or piece.startswith("(?P<"):
        return fold(piece) if len(piece) == 1 else piece
    if first == "{":
        return _word(piece[1:-1])
    if first == "[":
        # A space in a class stands for a line break, too: notices are wrapped anywhere.
        return "".join(
            _WORD if part == r"\w" else r"\s" if part == " " else part if part[0] == "\\" else fold(part)
            for part in _IN_CLASS.findall(piece)
        )
    return fold(piece)


def _numbered(pattern: str) -> str:
    """Groups of one name told apart (`outlet`, `outlet2`), as the engine wants it."""
    parts = pattern.split("(?P<")
    seen: dict[str, int] = {}
    for i, part in enumerate(parts[1:], 1):
        name, rest = part.split(">", 1)
        base = name.rstrip("0123456789")
        seen[base] = seen.get(base, 0) + 1
        parts[i] = f"{base}{seen[base] if seen[base] > 1 else ''}>{rest}"
    return "(?P<".join(parts)


def _word(word: str) -> str:
    if word == "agency":
        return f"(?P<outlet>{STAND_IN})"
    if word == "agencies":
        joint = r"(?:[/,+&|-]|and|und|et|y|e|en|och|og|i|ve|та|и|و)"
        return rf"(?P<outlet>{STAND_IN}(?:\s*{joint}\s*{STAND_IN})*)"
    return _EXPANSIONS[word]


def wants_agency(pattern: str) -> bool:
    """True for a pattern that runs on the copy in which `STAND_IN` stands for every agency's name."""
    return "{agency}" in pattern or "{agencies}" in pattern


def options() -> Any:
    """The engine's settings for all patterns."""
    import re2

    made = re2.Options()
    made.max_mem = 16 << 20
    made.log_errors = False
    return made


def compile_pattern(pattern: str) -> Any:
    """The compiled form. Raises `ValueError` with the engine's reason."""
    import re2

    try:
        return re2.compile(expand(pattern), options())
    except re2.error as problem:
        reason = problem.args[0] if problem.args else problem
        raise ValueError(reason.decode() if isinstance(reason, bytes) else str(reason)) from None
