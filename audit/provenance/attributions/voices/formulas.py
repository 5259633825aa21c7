"""Formulas of anonymity, wherever they stand.

A formula is known by its grammar and not by its wording: the noun *anonymity*; a name or identity that is withheld; a
naming that is negated, refused or feared; a permission to speak that is lacking; speech off the record.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import reasons, withheld
from audit.provenance.attributions.voices.silence import (
    ASKING,
    BARRED,
    FRANKLY,
    NEGATION,
    PERMISSION,
    RELUCTANCE,
    SPEECH,
    forbidden,
    restricted,
)

NAMING = word_set("named identified quoted cited mentioned published disclosed revealed used printed described")
_OF_THINGS = ("mention", "publish", "disclos", "reveal", "use", "print", "describ")
"""What happens to facts as well as to names: `was not mentioned on the call`."""
_TO_NAME = word_set("name naming identify identifying")
NAMES = word_set("name names surname surnames identity identities initials")
LICENCE = word_set("permission authorisation authorization authority clearance approval")
_NEEDING = word_set("need needs needed require requires required ask asks asked seek sought")
_LEFT_OUT = word_set("left omitted kept suppressed")
UNNAMED = word_set("unnamed anonymous unidentified undisclosed nameless")
_RECORD = word_set("background attribution record")
_OWNERS = word_set("his her their its whose my our a the full real first last own given family true")
ANONYMOUS = word_set("anonymity anonymously incognito")
_CONDITION = word_set("on condition of the under guise speaking spoke speak")
_BE = frozenset(("be", "being", "been", "was", "were", "is"))
_TELLING = (
    {"out"} | ANONYMOUS | UNNAMED | NAMING | NAMES | PERMISSION | LICENCE | _RECORD | _TO_NAME | BARRED | {"calling"}
)
"""Words one of which every formula holds."""
_BREAKS = frozenset((";", ":", "—", "“", '"'))


class Formula(NamedTuple):
    """A formula of anonymity on the page: its tokens, and the reason given, if one is."""

    first: int
    stop: int
    reason: tuple[int, int] | None
    rote: bool


def formulas(reading: Reading) -> list[Formula]:
    """Every formula of anonymity in the text with its reason; one pass over the tokens."""
    found: list[Formula] = []
    for i, low in enumerate(reading.lows):
        if low not in _TELLING:
            continue
        spread = _formula_at(reading, i)
        if spread is None:
            continue
        if reading.quote[i] >= 0:
            if reading.lows[i - 1] == "my":  # `“Don't use my name, they will sack me,” he said`
                found.append(Formula(*spread, reasons.spoken(reading, spread[1], reading.quote[i]), False))
            continue
        if found and _within(found[-1], spread[0]) and reading.owner[found[-1].first] == reading.owner[i]:
            last = found[-1]
            if last.reason is None:
                found[-1] = _with_reason(reading, last.first, max(last.stop, spread[1]))
            continue
        found.append(_with_reason(reading, *spread))
    return found


def _within(formula: Formula, first: int) -> bool:
    """Whether a formula at `first` is part of the one before, or of its reason."""
    return first < formula.stop + 4 or (formula.reason is not None and first < formula.reason[1])


def _formula_at(reading: Reading, i: int) -> tuple[int, int] | None:
    """The tokens of the formula whose telling word stands at `i`."""
    low = reading.lows[i]
    begin = reading.sentences[reading.owner[i]][0]
    if low in ANONYMOUS:
        first = i
        while first > begin and i - first < 6:
            if reading.lows[first - 1] not in _CONDITION and reading.lows[first - 1] not in ASKING:
                break
            first -= 1
        return first, i + 1
    if low in UNNAMED:
        return i, i + 1
    if low == "calling":
        whom = next((k for k in range(max(begin, i - 5), i) if reading.lows[k] == "whom"), None)
        return (whom, i + 2) if whom is not None else None  # `whom we are calling Thoko`
    if low in NAMING and reading.lows[i - 2 : i] not in (["if", "i"], ["if", "we"]):
        return _naming(reading, begin, i)
    if low in NAMES:
        found = _name_withheld(reading, begin, i)
        if found is not None or low != "name":
            return found
    if (
        low in ("named", "name")
        and i - 2 > begin
        and reading.lows[i - 2] == "if"
        and reading.lows[i - 1] in ("i", "we")
    ):
        return i - 2, i + 1  # `who would lose their jobs if I named them`
    if low in _TO_NAME:
        return _not_to_name(reading, begin, i) or withheld.by_us(reading, begin, i)
    if low == "out":
        return withheld.out_of(reading, begin, i)
    if low in PERMISSION or low in LICENCE or low in BARRED:
        return _no_permission(reading, begin, i)
    return _off_the_record(reading, begin, i) if low in _RECORD else None


def _naming(reading: Reading, begin: int, i: int) -> tuple[int, int] | None:
    """`asked not to be named`, `identified only as`, `feared arrest if identified`."""
    lows = reading.lows
    behind = lows[i + 1 : i + 2]
    if any(w in _BE for w in lows[max(begin, i - 3) : i]):
        opens = _held_back(reading, begin, i, 9)
        wished = not lows[i].startswith(_OF_THINGS) or bool({"to", *NAMES} & set(lows[max(begin, i - 9) : i]))
        if (opens is not None and wished) or lows[i + 1 : i + 3] == ["by", "name"]:
            return (opens if opens is not None else i), i + 1
        if behind in (["only"], ["simply"], ["just"]):
            return i, i + 2
    if lows[i] == "identified" and behind in (["only"], ["himself"], ["herself"], ["themselves"], ["simply"]):
        return i, i + 2
    if lows[i] == "described" and behind in (["only"], ["simply"], ["just"]):
        return i, i + 2
    if lows[i - 1] == "if" and i > begin:
        afraid = next((k for k in range(max(begin, i - 12), i) if lows[k] in reasons.FEAR), None)
        return (afraid, i + 1) if afraid is not None else None
    return None


def _name_withheld(reading: Reading, begin: int, i: int) -> tuple[int, int] | None:
    """`would not give his name`, `whose name has been changed`, `asked for her name to be left out`."""
    lows = reading.lows
    end = reading.sentences[reading.owner[i]][1]
    if i <= begin or lows[i - 1] not in _OWNERS | {"by"}:
        return None
    opens = _held_back(reading, begin, i, 9)
    if opens is None and lows[i + 1 : i + 2] == ["out"]:
        return i - 1, i + 2  # `would prefer to leave his name out`
    if opens is not None:
        return opens, i + 1
    behind = lows[i + 1 : min(end, i + 6)]
    if any(w in RELUCTANCE | NEGATION | _LEFT_OUT for w in behind):
        held = next(k for k, w in enumerate(behind) if w in RELUCTANCE | NEGATION | _LEFT_OUT)
        return i - 1, i + 2 + held + (behind[held : held + 2] in (["left", "out"], ["kept", "out"]))
    return None


def _not_to_name(reading: Reading, begin: int, i: int) -> tuple[int, int] | None:
    """`whom the Courier agreed not to name`, `who is not being identified`: the page itself holds a name back."""
    lows = reading.lows
    if not any(w in NEGATION for w in lows[max(begin, i - 3) : i]):
        return None
    if not any(w in ("whom", "who") for w in lows[max(begin, i - 10) : i]):
        return None
    opens = _held_back(reading, begin, i, 4)
    return (opens, i + 1) if opens is not None else None


def _no_permission(reading: Reading, begin: int, i: int) -> tuple[int, int] | None:
    """`not authorised to speak`, `without clearance to talk`, `barred from speaking to the press`."""
    lows = reading.lows
    low = lows[i]
    clause = lows[max(begin, i - 5) : i]
    if low in BARRED:
        return (
            (i, i + 1)
            if lows[i + 1 : i + 2] == ["from"] and lows[i + 2 : i + 3][0:1] and lows[i + 2] in SPEECH
            else None
        )
    if low in PERMISSION:
        lacking = low.startswith("un") or any(w in NEGATION for w in clause)
        return (max(begin, i - 2), i + 1) if lacking and any(w in SPEECH for w in lows[i + 1 : i + 5]) else None
    lacking = any(w in NEGATION or w.startswith("lack") for w in clause) and not _NEEDING & set(clause)
    if lacking and lows[i + 1 : i + 2] in (["to"], ["for"], ["from"]):
        return i - 1, i + 1
    return None


def _off_the_record(reading: Reading, begin: int, i: int) -> tuple[int, int] | None:
    """`on background`, `off the record`, `not for attribution`, `would not go on the record`."""
    lows = reading.lows
    low = lows[i]
    before = lows[i - 1 : i] if low != "record" else lows[i - 2 : i - 1]
    if (low, before) in (("background", ["on"]), ("record", ["off"])):
        return i - 2, i + 1
    if low == "attribution" and lows[i - 2 : i] == ["not", "for"]:
        return i - 2, i + 1
    if low == "record" and before == ["on"] and _held_back(reading, begin, i, 10) is not None:
        return i - 2, i + 1
    return None


def _held_back(reading: Reading, begin: int, i: int, reach: int) -> int | None:
    """The token of a negation or reluctance in the clause before `i`."""
    for k in range(i - 1, max(begin, i - reach) - 1, -1):
        if reading.words[k] in _BREAKS:
            return None
        low = reading.lows[k]
        if low in NEGATION or low in RELUCTANCE:
            while k > begin and reading.lows[k - 1] in ASKING:
                k -= 1
            return k
    return None


def _with_reason(reading: Reading, first: int, stop: int) -> Formula:
    """The formula with the reason that stands beside it; a permission that is lacking is a reason itself."""
    _, end = reading.sentences[reading.owner[first]]
    itself = any(w in PERMISSION or w in LICENCE or w in BARRED or w in reasons.FEAR for w in reading.lows[first:stop])
    if reading.lows[first] == "if" and reading.lows[first + 1] in ("i", "we"):
        begin = reading.sentences[reading.owner[first]][0]
        clause = next((k for k in range(first - 1, begin, -1) if reading.lows[k] in ("who", ",")), first)
        return Formula(first, stop, (clause + 1, stop + 1), False)
    if itself:
        reason: tuple[int, int] | None = (_subject(reading, first), reasons.clause_end(reading, stop, end))
    else:
        reason = reasons.beside(reading, first, stop)
    if reason is None:
        return Formula(first, stop, None, False)
    words = " ".join(reading.lows[reason[0] : reason[1]]).replace(" n't", " not")
    words = words.replace("confidentiality", "").replace("price-sensitive", "").replace("price - sensitive", "")
    rote = (
        any(form in words for form in speech.forms("voices", "rote"))
        or _lacks_permission(reading, *reason)
        or restricted(reading, *reason)
        or forbidden(reading, *reason)
        or reading.lows[reason[1] - 1] in FRANKLY
    )
    return Formula(first, stop, reason, rote)


def _subject(reading: Reading, first: int) -> int:
    """Where the clause of a lacking permission opens: `who was not allowed`, `as he is not authorised`."""
    begin = reading.sentences[reading.owner[first]][0]
    place = first
    while place > begin and first - place < 4 and reading.lows[place - 1] in _OPENING:
        place -= 1
    return place


_OPENING = word_set("who he she they because as since is was are were been had has have being")


def _lacks_permission(reading: Reading, first: int, stop: int) -> bool:
    begin = reading.sentences[reading.owner[first]][0]
    telling = PERMISSION | LICENCE | BARRED
    return any(reading.lows[i] in telling and _no_permission(reading, begin, i) is not None for i in range(first, stop))
