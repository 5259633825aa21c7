"""Reasons that are an order of silence or could be anybody's: what makes a reason for anonymity a formula."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading

NEGATION = word_set("not n't never cannot no nor without neither none")
PERMISSION = word_set(
    "authorised authorized permitted allowed cleared entitled unauthorised unauthorized mandated empowered"
)
BARRED = word_set("barred forbidden prohibited banned")
SPEECH = word_set(
    """
    speak talk comment brief discuss describe detail disclose give address reveal share release be make grant answer
    speaking talking commenting briefing discussing disclosing sharing giving
    """
)
RELUCTANCE = word_set(
    """
    decline declined declines declining refuse refused refuses refusing afraid scared reluctant unwilling unable only
    nervous terrified hesitant wary condition barred forbidden prohibited withhold withheld withholding conceal concealed
    conceals hide hid hidden protect changed change altered pseudonym alias avoid simply just balked baulked
    """
)
ASKING = word_set(
    """
    ask asked asking asks request requested requesting decline declined declining refuse refused refusing want wanted
    wish wished insist insisted speak spoke speaking talk talked talking prefer preferred do did would could can seek sought
    seeking give gave given granted crave craved beg begged plead pleaded demand demanded choose chose chosen opt opted
    """
)


def restricted(reading: Reading, first: int, stop: int) -> bool:
    """`due to restrictions on talking to the media`: a rule of silence, which is no more than a lacking permission."""
    lows = reading.lows[first:stop]
    return any(w in _RULES for w in lows) and any(w in SPEECH for w in lows)


def forbidden(reading: Reading, first: int, stop: int) -> bool:
    """`as he had been told not to give interviews`, `since staff are not allowed to talk`: an order of silence."""
    lows = reading.lows[first:stop]
    ordered = next((i for i, w in enumerate(lows) if w in _ORDERED), None)
    if ordered is None:
        return False
    denied = lows[ordered] in _FORBIDDING or any(w in NEGATION or w == "only" for w in lows)
    routed = lows[ordered] in ("instructed", "ordered", "told") and "refer" in lows[ordered:]
    return (denied or routed) and any(w in SPEECH or w in _TO_THE_PRESS for w in lows[ordered:])


_FORBIDDING = BARRED | word_set("forbid forbids forbade bar bars ban bans prohibit prohibits prevented")

_ORDERED = (
    _FORBIDDING
    | PERMISSION
    | word_set("allow allows permit permits told instructed ordered supposed authorise authorize")
)

_TO_THE_PRESS = word_set("interview interviews press media reporters journalists queries newspapers")

FRANKLY = word_set("frankly candidly freely openly")
"""What everybody who is not named could say: `to speak frankly`."""

_RULES = word_set("restrictions restriction rules rule policy protocol protocols regulations ban prohibition")
