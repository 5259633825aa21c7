"""What an act is made of: its classes of words, in a language, ready to be searched for.

A file of `words/` is an object: `order` is `given` where the classes of an act follow one another as the act lists
them, `any` where the language is free to turn them round; every other member is a class, a list of words in the
notation of globs:

    word        a whole word or several, with any white space between
    stem*       what begins so; `*stem` what ends so, `*stem*` what holds it
    a ~ b       up to three words may stand between
    {class}     any member of another class

Scripts that write no spaces between words, and Korean, have no ends of words: there every member is searched inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from audit.lexicon.forms.folding import fold
from audit.lexicon.forms.rows import Row
from audit.model import DisclaimerKind

FOLDER = Path(__file__).parent
_LETTER = r"a-z0-9_\x{aa}\x{b5}\x{c0}-\x{60b}\x{60d}-\x{1fff}\x{2c00}-\x{2fff}\x{3040}-\x{10ffff}"
"""Letters of the folded copy: all but punctuation and signs, in few ranges, which the engine compiles quicker than \\p{L}."""
_UNSPACED = (
    ("\u0e00", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\ua4cf"), ("\uac00", "\ud7ff"), ("\uf900", "\ufaff"),
)  # fmt: skip
"""The first and last letter of the scripts that write no spaces between words. As a class of characters they would take
`re` milliseconds to compile."""
_REFERENCE = re.compile(r"\{([a-z-]+)\}")
_PARTS = re.compile(r" ?~ ?|\*|\{[a-z-]+\}")


class Skeleton(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `acts.jsonl`: `needs` are classes, `anchor` the one of them whose words are rare in ordinary text."""

    id: str
    kind: DisclaimerKind
    needs: tuple[str, ...]
    anchor: str
    strength: float = 0.9
    order: Literal["", "any"] = ""
    """`any` for an act whose classes may come in any order in every language."""
    says: str = ""


class Anchor(NamedTuple):
    """A folded literal, and whether a word begins where it begins and ends where it ends."""

    words: str
    begins: bool
    ends: bool


class Vocabulary:
    """The classes of words of one language; what is made of a class is made once, when an act asks for it."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """`words` are the members of each class, folded."""
        self._words = words
        self.expression = cache(self._expression)
        self.literals = cache(self._literals)
        self.anchors = cache(self._anchors)

    def has(self, names: Iterable[str]) -> bool:
        """Whether the language has words for all these classes."""
        return self._words.keys() >= set(names)

    def _expression(self, name: str) -> str:
        """What finds a member of the class, in the syntax of RE2."""
        return rf"(?:^|[^{_LETTER}])({_members(self._words, name)})(?:$|[^{_LETTER}])"

    def _literals(self, name: str) -> tuple[str, ...]:
        """Literals, one of which stands wherever the class matches."""
        return tuple(dict.fromkeys(_literals(self._words, name)))

    def _anchors(self, name: str) -> tuple[Anchor, ...]:
        """A literal of each member of the class."""
        return tuple(map(_anchor, self._words[name]))


@dataclass(frozen=True, eq=False)
class Act:
    """An act in one language. Its expressions are made when a text has one of its anchors: a text has those of few."""

    row: Row
    skeleton: Skeleton
    vocabulary: Vocabulary
    in_order: bool

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Expressions, in the syntax of RE2."""
        return tuple(map(self.vocabulary.expression, self.skeleton.needs))

    @cached_property
    def hints(self) -> tuple[tuple[str, ...], ...]:
        """For each class but the anchor's literals, one of which stands wherever it matches: what can be asked at no cost."""
        others = (name for name in self.skeleton.needs if name != self.skeleton.anchor)
        return tuple(map(self.vocabulary.literals, others))

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """One of them stands in every sentence that does the act."""
        return self.vocabulary.anchors(self.skeleton.anchor)


@cache
def acts() -> tuple[Act, ...]:
    """Every act in every language that has the words for it."""
    skeletons = msgspec.json.Decoder(Skeleton).decode_lines((FOLDER / "acts.jsonl").read_bytes())
    found = []
    for path in sorted((FOLDER / "words").glob("*.json")):
        words: dict[str, Any] = msgspec.json.decode(path.read_bytes())
        fixed = words.pop("order") == "given"
        vocabulary, language = Vocabulary(_folded(words)), path.stem
        for skeleton in skeletons:
            if not vocabulary.has(skeleton.needs):
                continue
            row = Row(
                f"act.{skeleton.id}.{language}", "disclaimer", "", (), "passage", None, skeleton.kind, (language,),
                skeleton.strength, "none", "outside" if skeleton.id.startswith("outside.") else "act", says=skeleton.says,
            )  # fmt: skip
            found.append(Act(row, skeleton, vocabulary, fixed and skeleton.order != "any"))
    return tuple(found)


def _folded(words: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The classes with their members folded, all in one go: one by one that takes as long as all else here."""
    members = iter(fold("\n".join(chain.from_iterable(words.values()))).split("\n"))
    return {name: tuple(islice(members, len(listed))) for name, listed in words.items()}


def rows() -> tuple[Row, ...]:
    """What the acts' marks mean."""
    return tuple(act.row for act in acts())


def _members(words: Mapping[str, Sequence[str]], name: str) -> str:
    return "|".join(_member(words, member) for member in words[name])


def _member(words: Mapping[str, Sequence[str]], member: str) -> str:
    out = []
    for part in re.split(r"( ?~ ?|\*|\{[a-z-]+\}| )", member):
        if not part:
            continue
        if reference := _REFERENCE.fullmatch(part):
            out.append(f"(?:{_members(words, reference[1])})")
        elif part.strip() == "~":
            out.append(rf"(?:\s+[{_LETTER}'-]+){{0,3}}\s+")
        elif part == "*":
            out.append(f"[{_LETTER}]*")
        else:
            out.append(r"\s+" if part == " " else re.escape(part))
    made = "".join(out)
    return f"[{_LETTER}]*{made}[{_LETTER}]*" if _is_unspaced(member) else made


def _is_unspaced(member: str) -> bool:
    """Whether a letter of such a script stands in a member."""
    return (
        not member.isascii()
        and max(member) >= _UNSPACED[0][0]
        and any(first <= letter <= last for letter in member for first, last in _UNSPACED)
    )


def _anchor(member: str) -> Anchor:
    """The longest part of a member that is all letters and spaces of its own."""
    spaced = not _is_unspaced(member)
    if not ("*" in member or "~" in member or "{" in member):  # most are: no expression need look
        return Anchor(member.strip(), spaced, spaced)
    parts = _PARTS.split(member)
    i = max(range(len(parts)), key=lambda i: len(parts[i]))
    return Anchor(parts[i].strip(), spaced and i == 0, spaced and i == len(parts) - 1)


def _literals(words: Mapping[str, Sequence[str]], name: str) -> Iterator[str]:
    """A literal of each member of a class; of a member that is only a reference those of the class referred to."""
    for member in words[name]:
        parts = [part.strip() for part in re.split(r" |~|\*|\{[a-z-]+\}", member)]
        longest = max(parts, key=len)
        if longest:
            yield longest
        else:
            for reference in _REFERENCE.findall(member):
                yield from _literals(words, reference)
