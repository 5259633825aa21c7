"""The `lang` and `dir` of captured text.

A quote has the page's language as long as it is in that language's script. In another script its language is not known:
it then gets `und` with the script (`und-Cyrl`), which is enough for fonts and hyphenation and claims nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LOOKED_AT = 240
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")
_BEYOND_LATIN = re.compile("[^\x00-\u036f\u1e00-\u2bff]")
_LATIN = re.compile("[A-Za-z\xc0-\u024f\u1e00-\u1eff]")
_SCRIPTS = (
    ("Arab", 0x0600, 0x077F), ("Arab", 0x08A0, 0x08FF), ("Arab", 0xFB50, 0xFDFF), ("Arab", 0xFE70, 0xFEFC),
    ("Hebr", 0x0590, 0x05FF), ("Syrc", 0x0700, 0x074F), ("Thaa", 0x0780, 0x07BF), ("Cyrl", 0x0400, 0x052F),
    ("Grek", 0x0370, 0x03FF), ("Armn", 0x0530, 0x058F), ("Geor", 0x10A0, 0x10FF), ("Deva", 0x0900, 0x097F),
    ("Beng", 0x0980, 0x09FF), ("Guru", 0x0A00, 0x0A7F), ("Gujr", 0x0A80, 0x0AFF), ("Taml", 0x0B80, 0x0BFF),
    ("Telu", 0x0C00, 0x0C7F), ("Knda", 0x0C80, 0x0CFF), ("Mlym", 0x0D00, 0x0D7F), ("Sinh", 0x0D80, 0x0DFF),
    ("Thai", 0x0E00, 0x0E7F), ("Laoo", 0x0E80, 0x0EFF), ("Mymr", 0x1000, 0x109F), ("Khmr", 0x1780, 0x17FF),
    ("Ethi", 0x1200, 0x137F), ("Jpan", 0x3040, 0x30FF), ("Hani", 0x3400, 0x9FFF), ("Kore", 0xAC00, 0xD7AF),
    ("Latn", 0x0041, 0x024F), ("Latn", 0x1E00, 0x1EFF),
)  # fmt: skip
_OF_LANGUAGE = {
    "ar": "Arab", "fa": "Arab", "ur": "Arab", "ps": "Arab", "sd": "Arab", "ug": "Arab", "ckb": "Arab",
    "he": "Hebr", "iw": "Hebr", "yi": "Hebr", "dv": "Thaa", "syr": "Syrc",
    "ru": "Cyrl", "uk": "Cyrl", "be": "Cyrl", "bg": "Cyrl", "mk": "Cyrl", "kk": "Cyrl", "ky": "Cyrl", "mn": "Cyrl",
    "tg": "Cyrl", "el": "Grek", "hy": "Armn", "ka": "Geor", "hi": "Deva", "mr": "Deva", "ne": "Deva", "bn": "Beng",
    "as": "Beng", "pa": "Guru", "gu": "Gujr", "ta": "Taml", "te": "Telu", "kn": "Knda", "ml": "Mlym", "si": "Sinh",
    "th": "Thai", "lo": "Laoo", "my": "Mymr", "km": "Khmr", "am": "Ethi", "ti": "Ethi", "ja": "Jpan", "zh": "Hani",
    "yue": "Hani", "ko": "Kore",
}  # fmt: skip
_EITHER = {frozenset(("Jpan", "Hani")), frozenset(("Kore", "Hani"))}
_TWO_SCRIPTS = frozenset({"sr", "uz", "az", "bs", "kk"})
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})


@lru_cache(maxsize=256)
def language_tag(language: str | None) -> tuple[str, bool]:
    """`language` if it is a well-formed BCP 47 tag, else `und`; and whether Latin letters are what it is written in."""
    tag = language if language and _TAG.fullmatch(language) else "und"
    return tag, tag[:2].lower() not in _OF_LANGUAGE


def script(text: str) -> str | None:
    """The ISO 15924 code of the script that most letters at the beginning of `text` are in; `None` without letters."""
    if _BEYOND_LATIN.search(text, 0, _LOOKED_AT) is None:
        return "Latn" if _LATIN.search(text, 0, _LOOKED_AT) else None
    counts: dict[str, int] = {}
    for char in text[:_LOOKED_AT]:
        code = _script_of(char)
        if code:
            counts[code] = counts.get(code, 0) + 1
    if "Jpan" in counts:  # kana beside Han characters: Japanese
        return "Jpan"
    return max(counts, key=lambda code: (counts[code], code)) if counts else None


def attributes(text: str, language: str | None) -> tuple[str, str]:
    """`(lang, dir)` for `text` on a page in `language`."""
    tag, latin = language_tag(language)
    if latin and text[:_LOOKED_AT].isascii():
        return tag, "ltr"
    found = script(text)
    if found is None:
        return tag, "rtl" if _OF_LANGUAGE.get(_primary(tag)) in RIGHT_TO_LEFT else "ltr"
    direction = "rtl" if found in RIGHT_TO_LEFT else "ltr"
    primary = _primary(tag)
    expected = _OF_LANGUAGE.get(primary, "Latn")
    fits = found == expected or primary in _TWO_SCRIPTS or frozenset((found, expected)) in _EITHER
    return (tag if fits or tag == "und" else f"und-{found}"), direction


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


@lru_cache(maxsize=4096)
def _script_of(char: str) -> str | None:
    code = ord(char)
    if not unicodedata.category(char).startswith("L"):
        return None
    return next((name for name, low, high in _SCRIPTS if low <= code <= high), None)
