"""A date at the head of a line, printed in one piece with what follows: "May 4, 2026AFP", "2026-05-04 来源：新华社".

Information lines under a headline are spans side by side, often with no blank between. Forms that lie on a whole line are
tried on what stands behind the date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

LONGEST_LINE = 140
"""An information line; a longer one is a paragraph, whose date belongs to its dateline."""
FIRST_DIGIT = 40
_DIGIT = re.compile(r"\d")
_LIKE_DAY = re.compile(r"\d{4}|\d[./-] ?\d{1,2}[./-] ?\d\d")
"""What every `_DAY` has, for a look that costs little."""
_WORD = r"[^\s\d,.:|/()-]{2,14}"
_DAY = (
    r"(?:\d{4}[./-] ?\d{1,2}[./-] ?\d{1,2}|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}"
    r"|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.)? (?:de |d')?{_WORD}\.?,? (?:de |del )?\d{{4}}|{_WORD}\.? \d{{1,2}},? \d{{4}})"
)
_TIME = (
    r"(?:[\s,|•·-]*(?:at |um |à |às |a las |alle |kl\.? |klo |г\.?,? |в |о |,)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?(?:uhr|ist|gmt|utc|est|edt|et|cet|cest|pkt|hrs|h|мск|wib)\b)?)?"
)
_HEAD = rf"(?:{_WORD}[:,.]? ?){{0,3}}?{_DAY}{_TIME}[\s|,•·/-]*"


@cache
def _pattern() -> Any:
    import re2

    return re2.compile(_HEAD)


def behind_date(line: str) -> int:
    """How many characters of a folded line are a date and time at its head; 0 where there is none, or nothing behind it."""
    if len(line) > LONGEST_LINE or _DIGIT.search(line, 0, FIRST_DIGIT) is None or _LIKE_DAY.search(line) is None:
        return 0
    match = _pattern().match(line)
    end = int(match.end()) if match else 0
    # A bracket behind the date goes on with it: "May 4 (UPI) --" is a dateline.
    return end if end < len(line) and line[end] not in "(:" else 0
