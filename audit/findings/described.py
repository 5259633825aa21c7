"""Whether the words for a voice are those of somebody who spoke and is not named, so that a name could be asked for.

Attributions are found by form: “One might expect”, “Major wanted”, “the teacher told him” have the form of an unnamed
voice and are none. What stands here decides, from the words for the source and from the verb, whether a rule on unnamed
sources has anything to say. It reads English, the one language in which the absence of a name is concluded from.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from audit.findings.words import finds, tokens
from audit.model import Attribution, Voice

_INDEFINITE = frozenset({"a", "an", "one", "another", "any", "no", "some", "someone", "somebody"})
"""By which an English phrase in the singular introduces somebody; without one it is a name, a title or a fragment."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "both"})
"""By which a phrase takes up somebody of whom the text has spoken before."""
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "you",
        "we",
        "i",
        "who",
        "which",
        "that",
        "this",
        "these",
        "it's",
        "it’s",
        "what",
        "there",
    }
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "president", "saint"})
_ALONE = frozenset({"one", "another", "others", "some", "many", "most", "few", "either", "neither", "none"})
_ADDING = frozenset(
    {
        "of",
        "to",
        "at",
        "in",
        "from",
        "with",
        "for",
        "near",
        "on",
        "by",
        "close",
        "familiar",
        "who",
        "that",
        "during",
        "about",
    }
)
_POSSIBLE = frozenset({"may", "might", "can", "could", "would", "will", "should", "must", "shall", "need"})
_SAYING = frozenset({"say", "find", "loaded", "deny", "tell", "urge", "accuse", "judge", "according", "cite", "reject"})
"""Classes of verbs of the lexicon by which something is said; thought and wish are none."""


def is_source(voice: Voice, claims: Iterable[Attribution], text: str) -> bool:
    """True where an unnamed voice is somebody who spoke and whom the writer could have named.

    `claims` are all that the voice says in `text`. One about whom the page says why it has no name, or how it knows, and
    one that is called a source always is. One that speaks for a body on the record, a passer-by, one that takes up a person
    introduced before, and the subject of a verb that is no saying never are.
    """
    claims = tuple(claims)
    if voice.reason or voice.knows_how or any(c.voice.reason or c.voice.knows_how for c in claims):
        return True
    phrases = [c.source[0].of(text) for c in claims if c.source]
    if any(finds("sources", p) for p in phrases):
        return any(said(c, text) for c in claims)
    if any(finds("speaks-for", p) or finds("bystanders", _head(p)) for p in phrases):
        return False
    return any(said(c, text) and c.source and _introduces(c.source[0].of(text), plural=voice.plural) for c in claims)


def said(claim: Attribution, text: str, *, or_thought: bool = False) -> bool:
    """True where a claim's verb reports something as said (with `or_thought`, or as thought), not as possible or wished."""
    words = [w for cue in claim.cue for w in tokens(cue.of(text))]
    if words and words[0] in _POSSIBLE:
        return False
    verbs = _verbs()
    kinds = {verbs[w] for w in words if w in verbs}
    if kinds & _SAYING or (or_thought and "think" in kinds):
        return True
    # A colon, a dash, nothing at all beside quotation marks, or a noun: “in a statement”, “remarks”.
    return not words or claim.kind == "direct" or any(w in _nouns() for w in words)


def speaks(claim: Attribution, text: str) -> bool:
    """True where the source of one claim is words for people and its verb a saying or a thought."""
    phrase = claim.source[0].of(text) if claim.source else ""
    if not said(claim, text, or_thought=True) or finds("nobody", phrase):
        return False
    if claim.voice.type == "collective":
        return is_group(phrase)
    marked = claim.voice.reason or claim.voice.knows_how or finds("sources", phrase) or finds("speaks-for", phrase)
    return bool(marked) or _introduces(phrase, plural=claim.voice.plural)


def is_group(phrase: str) -> bool:
    """True where words for a collective are those of people, and not a pronoun that was taken for them."""
    words = tokens(phrase)
    return bool(words) and words[0] not in _PRONOUNS


def _introduces(phrase: str, *, plural: bool) -> bool:
    words = tokens(phrase)
    if not words or words[0] in _PRONOUNS | _DEFINITE or (len(words) == 1 and words[0] in _ALONE):
        return False
    if words[0] in _TITLES:
        return False
    return plural or words[0] in _INDEFINITE or words[0].isdigit()


def _head(phrase: str) -> str:
    """The words before the first that begins what is added: `a port official` of `a port official close to residents`."""
    words = tokens(phrase)
    end = next((i for i, w in enumerate(words) if w in _ADDING), len(words))
    return " ".join(words[:end])


@cache
def _verbs() -> dict[str, str]:
    from audit.lexicon import speech

    return dict(speech.forms("english", "verb"))


@cache
def _nouns() -> frozenset[str]:
    from audit.lexicon import speech

    return frozenset(speech.forms("english", "cue-noun"))
