"""Whether a described voice is one person or several, by the ending of its word and, in German, its article."""

from __future__ import annotations

_PLURALS = ("s", "en", "n", "e", "i", "ы", "и", "lar", "ler", "ين", "ون", "ات")
_FEMININE = ("in", "ige", "ende", "ete", "ene", "elle", "iche", "igte", "ute")
"""How a German noun for one woman ends behind `die`; adjectives used as nouns end in *-en* for several."""
_SEVERAL = ("en", "leute")


def plural(word: str) -> bool:
    """Whether the ending is one of a plural."""
    return word.endswith(_PLURALS)


def many(article: str, word: str, language: str) -> bool:
    """Whether a noun with a definite article can be more than one person: `die Mitarbeiter`, but not `die Beamtin`."""
    if language != "de":
        return plural(word)
    if article == "die":
        return not word.endswith(_FEMININE)
    return word.endswith(_SEVERAL)


_SEVERAL_BARE = {
    "cs": ("é", "i", "ové", "ů", "ům", "y", "ech", "ích"),
    "pl": ("i", "y", "cy", "rze", "owie", "ów", "om", "ami", "ach"),
    "ru": ("ы", "и", "ов", "ев", "ей", "ам", "ям", "ами", "ями", "ах", "ях", "ие", "ые", "их", "ых"),
    "uk": ("и", "і", "ї", "ів", "їв", "ей", "ам", "ям", "ами", "ями", "ах", "ях"),
}
"""How nouns for several people end in languages whose nouns stand without an article."""


def alone(word: str, language: str) -> bool:
    """Whether a noun without an article is one for one person: `аналитик`, `aktywistka`."""
    if language == "ar":
        return not word.startswith("ال") and not word.endswith(("ون", "ين", "ات", "اء"))
    endings = _SEVERAL_BARE.get(language)
    return endings is not None and not word.endswith(endings)
