"""Voices of pronouns, relative pronouns among them."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.model import Voice, VoiceType
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import heads
from audit.provenance.attributions.voices.again import Resolved, again
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.unnamed import richer

PERSONAL = word_set("he she they it his her their its him them")
STYLES = ("Excellency", "Majesty", "Highness", "Holiness", "Eminence", "Honour", "Honor", "Lordship", "Ladyship")


def pronoun(cast: Cast, token: int, word: str) -> Resolved:
    """The voice of a personal pronoun; without a name where two fit."""
    string = cast.reading.words[token]
    found = cast.pronoun(token, word)
    gender = "m" if word in ("he", "his", "him") else "f" if word in ("she", "her") else ""
    if found is None:
        several = word in ("they", "their", "them")
        kind: VoiceType = "person" if gender else "collective" if several else "organisation"
        return Voice(kind, None, "", confidence=0.3, plural=several, resolved_from=string), gender, several
    voice, confidence = found
    return again(voice, confidence, string), gender, voice.plural


def said_more(cast: Cast, first: int, stop: int, known: Resolved) -> Resolved:
    """`They, who work at the terminal, asked not to be named …`: what the page adds of an unnamed voice at a pronoun."""
    voice, gender, plural = known
    phrase = heads.Phrase(first, stop, first + 1, "", "person-bare", None, (), "none", plural, None, False)
    return richer(cast, phrase, voice), gender, plural


def before_relative(reading: Reading, token: int) -> tuple[int, int] | None:
    """The noun phrase that `who` or `which` at `token` speaks of."""
    begin, _ = reading.sentences[reading.owner[token]]
    stop = token - 1 if token > begin and reading.words[token - 1] == "," else token
    return phrases.before(reading, begin, stop, set()) if stop > begin else None


def sentence_leads(reading: Reading) -> list[int]:
    """Sentence-initial pronouns that stand for a person: they keep the thread where nobody speaks."""
    leads = []
    for first, stop in reading.sentences:
        place = first
        while place < stop and place - first < 2 and not reading.words[place][0].isalnum():
            place += 1
        spoken = place < stop and reading.quote[place] >= 0  # `"She's right," he said`: whom the speaker means
        if place < stop and not spoken and reading.lows[place] in ("he", "she", "his", "her"):
            leads.append(place)
    return leads
