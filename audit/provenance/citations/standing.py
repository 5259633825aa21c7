"""Whether a name is an outlet's where it stands.

A name that means other things too counts only where it stands as an outlet's would: quoted, behind an article or a class
noun, or with a cue that fits nothing else. The business of that name ("le groupe TF1"), a learned journal that the
lexicon does not know and what the text itself explains as another's abbreviation are none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Literal

from audit.lexicon.outlets import by_name
from audit.provenance.citations.candidates import Candidate
from audit.provenance.citations.names import bare_words, common_words
from audit.provenance.citations.rows import BLANK, EDGE, LETTER, words

Standing = Literal["plain", "firm-cue-only", "no-outlet"]


def standing(text: str, name: Candidate, left: str, right: str, language: str) -> Standing:
    """How a name stands between `left` and `right`: as an outlet's, as one's with a firm cue alone, or as none's."""
    written = text[name.start : name.end]
    if (
        is_another(text, name)
        or (language == "de" and _is_an_adjective(written, right))
        or _is_part(written, left, right, language)
        or _is_somebody(text, written, language)
        or (name.outlet is None and _is_learned(left, written))
    ):
        return "no-outlet"
    if name.certain or _stands(name, written, left, right, language):
        return "plain"
    return "no-outlet" if _is_followed(written, right, language) or not _is_curated(name) else "firm-cue-only"


def is_another(text: str, name: Candidate) -> bool:
    """Whether a name of the lexicon is, whatever stands around it, not the outlet's here: a body's, an abbreviation's."""
    if name.outlet is None:
        return False
    written = text[name.start : name.end]
    return (
        name.outlet.kind == "official"
        or (name.outlet.kind == "syndicator" and not name.certain and is_short(written))  # EPA: pictures, no reports
        or _abbreviates_another(text, written, name)
        or _is_the_business(text[max(0, name.start - 40) : name.start])
    )


def _is_the_business(left: str) -> bool:
    """Whether the word before a name means the company: "le groupe TF1 a publié", "Grupo Clarín"."""
    return _business().search(left) is not None


@cache
def _business() -> Any:
    """The words of all languages: a short text's language is not certain, and they mean the same in each."""
    import re2

    listed = "|".join(known.company for known in words().values() if known.company).replace(" ", f"{BLANK}+")
    return re2.compile(f'(?i)(?:^|{EDGE})(?:{listed}){BLANK}+(?:{BLANK}|[„“«"])*$')


def _is_learned(left: str, written: str) -> bool:
    """Whether a name is a learned journal's: called one, or with a study before it in the sentence."""
    sentence = _SENTENCE.split(left)[-1]
    return _JOURNAL.search(sentence) is not None or (
        _STUDY.search(sentence) is not None and _LEARNED.search(written) is not None
    )


_SENTENCE = re.compile(r"[.!?]\s")
_JOURNAL = re.compile(
    r"(?i)(?:medical|scientific|academic|peer-reviewed|learned|science|research) (?:journal|magazine)|\bthe journal|"
    r"fach(?:zeitschrift|journal|magazin|blatt)|wissenschafts(?:journal|magazin|zeitschrift)|"
    r"revue (?:scientifique|médicale|spécialisée)|rivista (?:scientifica|medica|specializzata)|"
    r"revista (?:científica|médica|especializada)|czasopi[sś][mś]\w* naukow|научн\w+ журнал|журнале|"
    r"(?:pubblicat|publié|publicad|published|veröffentlicht|erschien|опубликован)\w*(?: \w+){0,3} "
    r"(?:rivista|revue|revista|zeitschrift|журнал)"
)
_STUDY = re.compile(
    r"(?i)\b(?:stud(?:y|ies|ie|ien|io|i|o|ium)|étude|estudio|estudo|research|paper|badani\w+|исследован\w+|"
    r"araştırma\w*|onderzoek)\b"
)
_LEARNED = re.compile(
    r"\b(?:Journal|Reviews?|Bulletins?|Annals|Letters|Proceedings|Reports|Archives|Transactions|Acta|Advances|Medicine|"
    r"Science|Sciences|Research|Nature|Cell|Lancet|PLOS|BMJ|JAMA)\b"
)


@lru_cache(maxsize=4)
def _expansions(text: str) -> dict[str, str]:
    """What the text says that abbreviations stand for: `ANP` of "Administración Nacional de Puertos (ANP)"."""
    found = {}
    for match in _EXPANDED.finditer(text):
        words = [word for word in re.split(r"[\s-]+", match[1]) if word[:1].isupper()]
        if "".join(word[0] for word in words[-len(match[2]) :]).casefold() == match[2].casefold():
            found[match[2]] = " ".join(words[-len(match[2]) :])
    for match in _EXPLAINED.finditer(text):
        if "".join(word[0] for word in match[2].split()).casefold() == match[1].casefold():
            found.setdefault(match[1], match[2])
    return found


def _abbreviates_another(text: str, written: str, name: Candidate) -> bool:
    """Whether a short name is, by the text's own words, the abbreviation of somebody else's name."""
    if name.outlet is None or not is_short(written):
        return False
    meant = _expansions(text).get(written)
    if meant is None:
        return False
    known = by_name(meant)
    full = (name.outlet.name, *name.outlet.aliases)
    return (known is None or known.name != name.outlet.name) and not any(
        len(alias) > SHORT_NAME and meant.split()[0].casefold()[:4] in alias.casefold() for alias in full
    )


def _is_an_adjective(written: str, right: str) -> bool:
    """`der Süddeutschen Zuchtverbände`, `der Deutschen Presse-Agentur`: an inflected adjective before its noun."""
    return written.endswith(("en", "er", "em", "es")) and " " not in written and _NOUN_AFTER.match(right) is not None


_CALL_SIGN = re.compile(r"[KW][A-Z]{3}\Z")
SHORT_NAME = 6
_EXPANDED = re.compile(r"((?:[^\W\d_][\w'’-]*[ \xa0]+){2,8})\(([A-ZÄÖÜ]{2,5})\)")
_EXPLAINED = re.compile(r"\b([A-ZÄÖÜ]{2,5})[ \xa0]\(((?:[^\W\d_][\w'’-]*[ \xa0]?){2,6})\)")
_NOUN_AFTER = re.compile(r"[ \xa0](?-i:[A-ZÄÖÜ])[a-zäöüß]{3,}")
_WORD_BEFORE = re.compile(r"(\w[\w'’.-]*)[^\S\n]\Z")
_WORD_AFTER = re.compile(r"[^\S\n](?:of\s+)?(\w+)")
_QUOTED_BEFORE = re.compile('(?:[„“»「『《"]|«\\s?)\\Z')
_QUOTED_AFTER = re.compile("[^\\S\\n]?[\"“”»」』》'’]")


def is_short(written: str) -> bool:
    """Whether a name is a short one in capitals: `AP`, `DPA`."""
    return len(written) < 6 and written.isupper()


def _is_word(written: str) -> bool:
    """One capitalised word of a script with cases: what a surname or a common word at a sentence's start looks like."""
    return written.isalpha() and written[:1].isupper() and not written.isupper()


def _is_part(written: str, left: str, right: str, language: str) -> bool:
    """Whether the name is a piece of a longer one: `Michael Bloomberg`, `AP2`, `Sun Valley`."""
    if is_short(written):
        return re.match(r"[-’'.,]?\d", right) is not None
    if not _is_word(written):
        return False
    before = _WORD_BEFORE.search(left)
    return before is not None and _is_name_word(before[1], language) and not _starts_sentence(left, before.start())


def _starts_sentence(left: str, at: int) -> bool:
    earlier = left[:at].rstrip("\"'“„«»‘’” ")
    return not earlier or earlier[-1] in ".!?:…\n"


@cache
def _is_name_word(word: str, language: str) -> bool:
    """A capitalised word that is no day, article, class noun or adjective of nation of the language."""
    if not word[:1].isupper() or word.isupper():
        return False
    if language == "de":
        return False  # every noun is written so
    listed, adjective = common_words(language)
    return word.lower() not in listed and not (adjective is not None and adjective.match(word))


@cache
def _is_somebody(text: str, written: str, language: str) -> bool:
    """Whether the text has somebody of that name: `Jason Bloomberg`, then `Mr. Bloomberg`."""
    if not _is_word(written) or language == "de":
        return False
    for match in re.finditer(rf"\b([^\W\d_]+\.?)[^\S\n]{re.escape(written)}\b", text):
        if _is_name_word(match[1].rstrip("."), language) and not _starts_line(text, match.start()):
            return True
    return False


def _starts_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _stands(name: Candidate, written: str, left: str, right: str, language: str) -> bool:
    """Whether a name that means other things too stands as an outlet's would.

    A short name in capitals (AP, DPA) needs only its cue. A common word ("Sun", "Time") must be quoted, or follow an
    article or a class noun, and must not be followed by another name.
    """
    if is_short(written):
        if _CALL_SIGN.match(written) and written.lower() not in bare_words():
            return True
        return _is_curated(name) or bool(introduces(language, nouns_only=True).search(left))
    if not written[:1].isupper():
        return not written.isascii()
    if _QUOTED_BEFORE.search(left) and _QUOTED_AFTER.match(right):  # not a word that only opens somebody's speech
        return True
    if written.startswith("The ") and (_is_curated(name) or written.count(" ") >= 2):
        return not _is_followed(written, right, language)
    nouns_only = language == "de" or not _is_curated(name)
    return not _is_followed(written, right, language) and bool(introduces(language, nouns_only=nouns_only).search(left))


def _is_followed(written: str, right: str, language: str) -> bool:
    """Whether another name follows a common word at once: `Herb Lash`, `Sun Valley`, `Times of Elbonia`."""
    after = _WORD_AFTER.match(right) if _is_word(written.removeprefix("The ")) else None
    return after is not None and _is_name_word(after[1], language)


def _is_curated(name: Candidate) -> bool:
    """Whether the lexicon knows more of the outlet than a list's name and domain."""
    return name.outlet is not None and name.outlet.ownership != "unknown"


@cache
def introduces(language: str, *, nouns_only: bool) -> Any:
    """A class noun right before a name, or an article.

    German articles stand before common nouns, which are written like names; a name that only a list knows may be any
    word: there only a class noun tells.
    """
    import re2

    known = words()[language]
    listed = "|".join(filter(None, (known.cls,) if nouns_only else (known.cls, "the", known.det)))
    listed = listed.replace("{L}", LETTER).replace(" ", f"{BLANK}+") or "news agency"
    return re2.compile(f"(?i)(?:^|{EDGE})(?:{listed}){BLANK}+$")
