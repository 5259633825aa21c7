"""Which language a text is in: by script, then by its commonest small words.

Enough for labels, lexicons and the report, and it costs no import; a page's own `lang` attribute comes first, as a
declaration, and is overruled only by the script.
"""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 4_000
"""Characters looked at."""

_SCRIPTS = (
    ("ja", "\u3040-\u30ff"), ("ko", "\uac00-\ud7af"), ("zh", "\u4e00-\u9fff"), ("th", "\u0e00-\u0e7f"),
    ("he", "\u0590-\u05ff"), ("el", "\u0370-\u03ff"), ("bn", "\u0980-\u09ff"), ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"), ("hi", "\u0900-\u097f"), ("ka", "\u10a0-\u10ff"), ("hy", "\u0530-\u058f"),
    ("arabic", "\u0600-\u06ff"), ("cyrillic", "\u0400-\u04ff"), ("latin", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
)  # fmt: skip
_SMALL_WORDS = {
    "latin": {
        "en": "the of and to in that is was for on with as by at from it said has have be are were this which their",
        "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden wurde nach bei",
        "fr": "le la les de des et du en un une que dans pour par sur est pas au avec plus qui ce sont été cette",
        "es": "el la los las de del que en y un una por con para se su al es como más fue ha este pero sus",
        "it": "il la di che e del della in un per non con una sono al dei alla le da nel anche ha più si gli",
        "pt": "o a os as de do da que e em um uma para com não no na por mais foi dos das ao se são",
        "nl": "de het een van en in is dat op te voor met zijn niet aan er om ook door bij naar uit wordt werd",
        "sv": "och att det i som en på är av för med den till inte har om ett var de men från kan sig",
        "no": "og å det i som en på er av for med den til ikke har om et var de men fra kan seg jeg etter",
        "da": "og at det i som en på er af for med den til ikke har om et var de men fra kan sig der efter blev",
        "fi": "ja on ei että oli se mukaan myös hän ovat mutta kun kuin joka sen tai ole jo vuoden sekä",
        "pl": "w i na z do nie się że to jest o jak za po od przez są dla który które oraz ale ze było",
        "cs": "a se v na je že o s z do to k by pro jsou jako ale podle které který po při od už byl",
        "sk": "a sa v na je že o s z do to k by pre sú ako ale podľa ktoré ktorý po pri od už bol",
        "hu": "a az és hogy is nem egy meg ez azt volt csak de már el még mint szerint lesz vagy",
        "ro": "de și în a la cu pe care nu o din că mai un să pentru este au fost prin al după sunt",
        "hr": "i je u na se da su za od što kako koji ali će te bi iz nije kao s koja o sam po",
        "tr": "ve bir bu da de için ile olarak çok daha olan ne gibi kadar sonra dedi en var olduğu ise",
        "id": "yang dan di dari ini untuk dengan pada itu tidak dalam akan ke tersebut juga oleh adalah telah sebagai",
        "vi": "và của là các có cho không được trong người một những với đã này khi đến ở ra vào",
    },
    "cyrillic": {
        "ru": "и в не на что с по это он как из за к его но от для о при были также заявил года было",
        "uk": "і в не на що з до та це як за від про у але його для є також або під було який року",
        "bg": "и на в за се да от че е с по са като не ще му до към които при но това каза",
        "sr": "и је у на се да су за од што како који али ће те би из није као са која о",
    },
    "arabic": {
        "ar": "في من على إلى أن عن مع التي الذي هذا هذه بعد كما قال بين كان خلال ما لا أو",
        "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شود",
        "ur": "کے کی میں ہے کا اور سے نے کو پر کہ یہ اس ہیں بھی تھا گیا کیا ایک",
    },
}  # fmt: skip
_BEYOND_LATIN = re.compile("[^\x00-\u036f\u1e00-\u2bff]")
"""Finds every letter of the scripts but Latin; where there is none, no other class need be compiled and counted."""
_LATIN = re.compile(f"[{dict(_SCRIPTS)['latin']}]")
_WORD = re.compile(r"[^\W\d_]+")


def script_of(text: str) -> str | None:
    """The script most letters of `text` are in: a language code where one language owns it, else the script's name."""
    if _BEYOND_LATIN.search(text) is None:
        return "latin" if _LATIN.search(text) else None
    counts: dict[str, int] = {}
    for name, letters in _SCRIPTS:
        found = len(re.findall(f"[{letters}]", text))
        if name == "ja" and found * 20 > len(text):
            return "ja"  # kana among Chinese characters decides
        counts[name] = found
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def language_of(text: str, declared: str | None = None) -> str | None:
    """The two-letter code of the language of `text`; `declared` is the page's word for it. None where too little is there."""
    sample = text[:SAMPLE]
    script = script_of(sample)
    said = declared.strip().replace("_", "-").split("-")[0].lower() if declared else ""
    if not 2 <= len(said) <= 3 or not said.isalpha():
        said = ""
    if script is None:
        return said or None
    if script not in _SMALL_WORDS:
        return said if said == "yi" or (script == "hi" and said in ("mr", "ne")) else script
    counts = Counter(word.casefold() for word in _WORD.findall(sample))
    scores = {code: sum(counts[word] for word in words.split()) for code, words in _SMALL_WORDS[script].items()}
    best = max(scores, key=lambda code: scores[code])
    total = sum(counts.values())
    if said in scores and (scores[said] * 10 >= scores[best] * 9 or total < 30):
        return said
    if scores[best] * 12 >= total and total >= 10:
        return best
    return said or None
