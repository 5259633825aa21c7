"""The English names of languages, for messages and reports."""

from __future__ import annotations

import re

_ROWS = """
    af:Afrikaans am:Amharic ar:Arabic az:Azerbaijani be:Belarusian bg:Bulgarian bn:Bengali bs:Bosnian ca:Catalan cs:Czech
    cy:Welsh da:Danish de:German el:Greek en:English es:Spanish et:Estonian eu:Basque fa:Persian fi:Finnish fr:French
    ga:Irish gl:Galician gu:Gujarati ha:Hausa he:Hebrew hi:Hindi hr:Croatian hu:Hungarian hy:Armenian id:Indonesian
    is:Icelandic it:Italian ja:Japanese ka:Georgian kk:Kazakh km:Khmer kn:Kannada ko:Korean ku:Kurdish ky:Kyrgyz lo:Lao
    lt:Lithuanian lv:Latvian mk:Macedonian ml:Malayalam mn:Mongolian mr:Marathi ms:Malay my:Burmese nb:Norwegian ne:Nepali
    nl:Dutch nn:Norwegian no:Norwegian pa:Punjabi pl:Polish ps:Pashto pt:Portuguese ro:Romanian ru:Russian si:Sinhala
    sk:Slovak sl:Slovenian so:Somali sq:Albanian sr:Serbian sv:Swedish sw:Swahili ta:Tamil te:Telugu th:Thai tl:Tagalog
    tr:Turkish uk:Ukrainian ur:Urdu uz:Uzbek vi:Vietnamese zh:Chinese
"""
_NAMES: dict[str, str] = dict(re.findall(r"(\w+):(\w+)", _ROWS))
"""ISO 639-1 codes and the names by which English-language newsrooms call these languages."""


def named(tag: str | None) -> str | None:
    """`German` for `de`, `de-AT` and `de_AT`; None for no language or one without a name here."""
    return _NAMES.get((tag or "").replace("_", "-").partition("-")[0].casefold())
