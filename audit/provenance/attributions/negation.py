"""Negation: whether a source denies a claim, or does not make it."""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading

_NEGATION = word_set("not n't never cannot neither nor without")
_REFUSALS = word_set("declined declines declining decline refused refuses refusing refuse")
TELLING = word_set(
    """
    comment say confirm answer respond discuss disclose elaborate reveal identify speculate give name provide deny
    publish release predict share explain specify interviewed
    """
)
_DEBUNKING = ("debunk", "refut", "rebut", "rubbish")
_SUITS = word_set(
    "appeal motion petition plea bid bail application request lawsuit suit case complaint challenge offer bill"
)
"""What is dismissed or rejected by those who decide and not by those who speak."""
_GIVING = ("gave", "give", "giving", "provid", "offer")
_CLAIMS = word_set(
    """
    claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions
    assertion assertions rumours rumors notion idea accusing toll figure figures account version criticism findings finding
    conclusion conclusions story stories theory statement statements comments blame
    """
)


def negated(reading: Reading, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Whether the claim is denied or not made: `denied`, `did not say`, `declined to comment`."""
    verbs = speech.forms("english", "verb")
    for span in cue:
        tokens = reading.inside(span)
        begin = reading.sentences[reading.owner[tokens.start]][0] if tokens else 0
        lows = reading.lows[tokens.start : tokens.stop]
        denies = sum(verbs.get(w) == "deny" for w in lows)
        disputes = any(w.startswith(("disput", "contest", "challeng")) for w in lows)
        refuses = any(w in _NEGATION for w in (*lows, *reading.lows[max(begin, tokens.start - 1) : tokens.start]))
        ruled_out = any(w in ("rule", "ruled", "ruling", "excluded", "exclude") for w in lows)
        if lows[-1:] == ["no"] or any(w.startswith("disagree") for w in lows):
            return True  # `had no comment`, `the opposition disagrees`
        if denies or refuses or any(w.startswith(_DEBUNKING) for w in lows):
            twice = denies or ruled_out or disputes
            return not (refuses and twice and "neither" not in lows and "nor" not in lows)
        if tokens.start - 1 >= begin and reading.lows[tokens.start - 1] in ("n't", "never", "neither"):
            return True
        opening = reading.lows[tokens.stop : tokens.stop + 3]
        if any(w in _REFUSALS for w in lows):
            return any(w in TELLING for w in (*lows, *opening)) or any(w.startswith("declin") for w in lows)
        start = reading.inside(content[0]) if content else tokens
        early = reading.lows[start.start : start.start + 6]
        if any(w.startswith(("reject", "dismiss", "contest")) for w in lows):
            return not any(w in _SUITS for w in early) or any(w in _CLAIMS for w in early)
        if ruled_out:
            return early[:1] == ["out"] or "out" in (*lows, *opening)
        if early[:1] == ["no"] and any(w.startswith(_GIVING) for w in lows):
            return True
    return False
