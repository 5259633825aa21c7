"""The small words that bring in who was told, shown or asked: `told`, `seen by`, `in an interview with`, `in a reply to`."""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading

_AGENT = word_set(
    """
    seen quoted obtained cited reviewed published carried reported released viewed contacted interviewed verified conducted
    broadcast aired saying consulted approached reached shown shared run posted relayed examined read heard leaked printed asked
    polled surveyed accessed
    """
)
_ASKED = word_set("asked pressed questioned quizzed")
_PASSED = word_set(
    "according shown declared passed leaked sent reply replies replied response available handed given texted"
)
"""What stands before `to` where a paper or an answer goes to an outlet."""
_QUERIES = word_set("questions question queries query inquiry inquiries enquiry enquiries request requests")
_READ = word_set(
    "asked seen obtained reviewed viewed consulted contacted interviewed reached approached examined verified"
)
_TALKING = word_set(
    """
    statement said interview comments remarks confirmed speaking talking speak talk spoken confirm spoke email message
    talked explained admitted disclosed confided revealed insisted described recounted copied sent given issued provided
    statements declarations confided conceded indicated
    """
)
TOLD = word_set("told tell tells telling informed assured texted messaged emailed e-mailed")
TALK = word_set(
    "interview conversation chat talk phone call exchange programme column article op-ed essay podcast show email"
)
SPEAKING = frozenset(["say", "tell", "loaded", "deny", "find", "think", "judge", "urge"])
"""Kinds of verbs of which an outlet can be the hearer: `conceded to the Courier`."""
OPENERS = TOLD | word_set("to by with on in for from of")


def opens(reading: Reading, token: int) -> bool:
    """Whether the small word at `token` brings in who was spoken to."""
    lows = reading.lows
    low = lows[token]
    last = token - 1
    if last > 0 and lows[last].endswith("ly"):
        last -= 1  # `quoted anonymously by`, `speaking exclusively to`
    before, near = lows[last] if token else "", lows[max(0, token - 6) : token]
    if low in TOLD:
        return True
    if low == "by":
        asked = _asked(reading, token)
        posed = before in ("question", "questions", "query")
        first_told = before == "news" and lows[last - 1 : last] == ["as"]
        phoned = before in ("phone", "telephone", "email") and any(w in _READ for w in near[-4:])
        return before in _AGENT or asked or phoned or posed or first_told
    if low == "to":
        given = before in _TALKING or before in _PASSED or lows[last - 1 : token] == ["read", "out"]
        return given or speech.forms("english", "verb").get(before) in SPEAKING
    if low == "with":
        talk = any(w in TALK or w in ("spoke", "talked", "speaking") for w in near[-4:])
        return before in ("shared", "available") or talk
    if low == "from":
        reporters = before in ("reporters", "journalists", "reporter", "correspondents")
        return (reporters and "told" in near[-4:]) or before in _QUERIES
    if low == "of":
        return lows[token - 3 : token] == ["in", "the", "hands"]
    if low == "on":
        heard = before in ("heard", "seen", "shown", "appearance", "statement", "message", "said") or before == ","
        return heard or before in ("speaking", "interview", "appearing", "broadcast", "aired", "show", "live")
    if low == "for":
        return before in ("op-ed", "column", "article", "essay", "piece", "wrote", "writing")
    carried = before in ("published", "printed", "carried", "report", "writing", "interview", "wrote", "broadcast")
    hinted = speech.forms("english", "verb").get(before) in SPEAKING or before.startswith("hint")
    return carried or (low == "in" and (before in TALK or hinted or "reviewing" in near))


def _asked(reading: Reading, token: int) -> bool:
    """`asked about the letter by`, with no comma between."""
    lows = reading.lows
    verb = next((i for i in range(token - 1, max(0, token - 7), -1) if lows[i] in _ASKED), token)
    return verb < token and "," not in reading.words[verb:token]


def reads(reading: Reading, token: int) -> bool:
    """Whether only an outlet can stand behind the words at `token`: `seen by`, `told the`."""
    lows = reading.lows
    if lows[token] == "by":
        return lows[token - 1] in _READ
    if lows[token] in TOLD:
        return True
    if lows[token - 1 : token + 2] in (["wrote", "in", "the"], ["writes", "in", "the"], ["writing", "in", "the"]):
        return True
    spoken = lows[token - 1] in ("speaking", "spoke", "speak", "spoken", "interview")
    the = lows[token + 1] == "the" and (lows[token] == "with" or lows[token - 1] in _TALKING | _PASSED)
    return lows[token] in ("with", "to") and (the or spoken)
