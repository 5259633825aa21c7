"""Which charset bytes are in that say nothing of it and are not UTF-8.

General detectors guess badly on a few hundred bytes, which is what a page leaves once its markup is ASCII. So each
charset of the web's common ones is tried, and its reading judged as text: characters that its languages use often
speak for it; symbols and control characters inside words, and capitals after small letters, speak against it. The
page's own language, where it is declared, tips the scale. The order below settles what is still even.
"""

from __future__ import annotations

import re
from itertools import pairwise

from audit.capture.encodings import decode_as
from audit.model import Frozen

_HANZI = frozenset(
    "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對可里裡后後小么心多"
    "天而能好都然没於于起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头面公同三已老从從动動两兩长長知民样樣现現分将將外"
    "但身些与與高意进進把法此实實回二理点點月明其种全工己话話者向情部正名定问問力机機给給等几很业業最间間新"
)
_KANA = frozenset(map(chr, range(0x3041, 0x30FF)))
_HANGUL = frozenset("이다는을의에가고하지은로한도를서기사자어니인시아라리해것대정나수부일들과으여전스보그")
_LANGUAGE = re.compile(rb"<html[^>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})", re.I)
_WORDS = re.compile(r"[^\s<>=\"/&;]*[^\x00-\x7f\s][^\s<>=\"/&;]*")
_MARKS = frozenset("«»“”„‘’‚‹›–—…•€©®™°·§\u00a0¿¡№£×²³¹±½µ¥\u00ad")


_BINDING = frozenset("’\u00a0–—\u00ad·")
"""Marks that stand between letters."""


class Model(Frozen, frozen=True):
    """A charset, the characters beyond ASCII that its languages use often, and those languages.

    `most` are the commonest of `often`. `latin` tells whether its words may have ASCII letters in them too.
    """

    charset: str
    often: frozenset[str]
    languages: frozenset[str]
    most: frozenset[str] = frozenset()
    latin: bool = False


def _model(charset: str, often: str, languages: str) -> Model:
    """A single-byte charset; its fifteen commonest characters stand first in `often`."""
    return Model(charset, frozenset(often), frozenset(languages.split()), frozenset(often[:15]), often[0] < "\u0370")


_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўџљњћђѓќ"
_CENTRAL = "áéíąęłżšřčěćńóśźďňťúůýžőűöüäßăâîşţđôçŁŚŻŹĆČŘŠŽÁÉÍÓÖÜŞŢÂÎÚ"
_SINGLE = (
    _model(
        "windows-1252",
        "äöüßéèàêñáíóçâôëúîïôûùåøæãõœìòÄÖÜÉÀÅØÆÇÑÓÁÍÊ",
        "de fr es pt it nl sv da no nb nn fi en ca gl eu is ga",
    ),
    _model("windows-1251", _CYRILLIC, "ru uk be bg sr mk mn kk ky tg"),
    _model("koi8-r", _CYRILLIC, ""),
    _model("koi8-u", _CYRILLIC, ""),
    _model("iso-8859-5", _CYRILLIC, ""),
    _model("windows-1250", _CENTRAL, "pl cs sk hu ro sl hr bs sq"),
    _model("iso-8859-2", _CENTRAL, ""),
    _model("windows-1254", "ışüçğöİŞÇÖÜâîû", "tr az"),
    _model("windows-1253", "αειοτνσηρπκμλυςάέίόήύώωγδθφχβξζψϊΑΕΙΟΤΝΣΗΠΚΜΑΓΔΘ", "el"),
    _model("windows-1255", "יוהלאמרתבשנגדזחטכךםןסעפףצץק", "he iw yi"),
    _model("windows-1256", "ايلمنوترهةبعتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآئءؤپچژگ،؟", "ar fa ur ps"),
    _model("windows-1257", "āčēģīķļņšūžąęėįųõäöüŠŽČ", "lt lv et"),
    _model("windows-874", "".join(map(chr, range(0x0E01, 0x0E5B))), "th"),
)
_MULTI = (
    Model("shift_jis", _KANA, frozenset({"ja"})),
    Model("euc-jp", _KANA, frozenset({"ja"})),
    Model("gbk", _HANZI, frozenset({"zh"})),
    Model("big5", _HANZI, frozenset({"zh"})),
    Model("euc-kr", _HANGUL, frozenset({"ko"})),
)


def detect(sample: bytes, head: bytes = b"") -> str:
    """The charset in which `sample` reads most like text; `head` is the page's beginning, for its language."""
    if b"\x1b$" in sample and decode_as(sample, "iso-2022-jp")[1] == 0:
        return "iso-2022-jp"
    found = _LANGUAGE.search(head[:4_096])
    language = found[1].decode("ascii").lower() if found else ""
    best = max(_MULTI, key=lambda model: _multi_score(sample, model))
    if _multi_score(sample, best) > 0:
        return best.charset
    scored = [(_single_score(sample, model, language), -rank, model.charset) for rank, model in enumerate(_SINGLE)]
    first = scored[0][0]
    score, rank, charset = max(scored)
    margin = 0.0 if language in _SINGLE[-rank].languages else max(1.0, 0.03 * abs(first))
    return charset if score > first + margin else _SINGLE[0].charset


def _multi_score(sample: bytes, model: Model) -> float:
    """The share of the charset's frequent characters; 0 where the bytes are not in it, or hardly read as text."""
    text, replaced = decode_as(sample, model.charset)
    beyond = [c for c in text if c > "\x7f" and c not in _MARKS]
    if not beyond or replaced * 50 > len(beyond):
        return 0.0
    together = sum(1 for pair in pairwise(text) if min(pair) > "\x7f")
    if together * 2 < len(beyond):
        return 0.0  # ideographs come in rows; alone between letters, they are accents of another charset
    halfwidth = sum(1 for c in beyond if "\uff61" <= c <= "\uff9f")  # what other charsets turn into in Shift JIS
    share = (sum(1 for c in beyond if c in model.often) - halfwidth) / len(beyond)
    return share if share > 0.2 else 0.0


def _single_score(sample: bytes, model: Model, language: str) -> float:
    text, _ = decode_as(sample, model.charset)
    score = 0.0
    count = 0
    for word in _WORDS.findall(text):
        mixed = any("a" <= c <= "z" for c in word)
        for at, c in enumerate(word):
            if c <= "\x7f":
                continue
            count += 1
            inside = 0 < at < len(word) - 1 and word[at - 1].isalpha() and word[at + 1].isalpha()
            if c in model.often and not model.latin and not _beside_letter(word, at):
                continue  # a letter that stands alone is as good as a mark in another charset
            if c in model.often:
                score += 1.1 if c in model.most else 0.9
                score -= 2.0 if mixed and not model.latin else 0.0
            elif c in _MARKS:
                opens = c in "¿¡" and at == 0
                score += 1.2 if opens else -1.0 if inside and c not in _BINDING else 0.0 if c == "\u00ad" else 0.5
            elif c.isalpha():
                score += 0.3 if c.lower() in model.often and (at == 0 or word[at - 1].isupper()) else -1.0
            else:
                score -= 3.0 if inside or not c.isprintable() else 1.0
            if c.isupper() and at and word[at - 1].islower():
                score -= 2.0
    return score + (0.15 * count if language in model.languages else 0.0)


def _beside_letter(word: str, at: int) -> bool:
    """True where a letter stands before or after position `at`."""
    return (at > 0 and word[at - 1].isalpha()) or (at + 1 < len(word) and word[at + 1].isalpha())
