"""Where a sentence holds a formula of saying: verbs, words for *according to*, verbs whose speaker is a place.

What looks like a verb of saying is none as a noun, as an infinitive that hangs on another verb, as a participle of a
passive or inside a clause that only describes: each has its rule.
"""

from __future__ import annotations

import re

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.languages.line import MARKS, Cue, Line
from audit.provenance.attributions.languages.places import impersonal
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import AS, CASELESS, VERB_SECOND, phrases

_FAMILIES = ("other", "his", "pre", "post", "say", "weak", "seen", "shows")
_LONGEST = 16
_PERFECT = 18
"""Tokens between an auxiliary and its participle where the object stands between them, as in German."""
_CLOSE = 5
"""The same where only adverbs do."""
_BRACKETED = frozenset(["de", "nl"])
_CARRIED = 8
_THUS = frozenset(["così", "so"])
"""Adverbs that stand for a verb of saying behind a quotation and its comma."""
_REACH = 40
"""Tokens within which a separable verb has its particle."""
ASKED = re.compile(r"^(.+?)-(?:t-)?(il|elle|on|ils|elles)$")
_SECOND = word_set("secondo segundo")
_BEFORE_SECOND = word_set("il un al del nel dal sul o ao do no em pelo el en")
"""Words before `secondo` as a number: `al secondo piano`."""
_FRONTED = frozenset(["von", "vom"])
"""Prepositions of a verb that may open its sentence: `Von einem Fehler spricht die Kammer`."""
_WILL = word_set("will wollen")
_TO_HAVE = word_set("haben sein")
_FAR = 3
_GE = ("ge", "be", "er", "ent", "ver", "ein", "aus", "an", "ab", "auf", "mit", "vor")
"""How the participles begin that such a claim ends in."""
_COMMA = frozenset(["es", "fr", "it", "pt"])
"""Languages that set a comma behind whoever holds an opinion."""
_HOLDERS = frozenset(["government", "organisation", "outlet"])
_NEAR = 2
_RELATIVE = word_set("der die das den dem denen dessen deren welche welcher welches welchen dat wat")
_BETWEEN = word_set("und oder aber sondern en of maar og eller men och")


def find_cues(line: Line) -> list[Cue]:
    """The formulas of a sentence, in order, quotations left out."""
    found: list[Cue] = []
    i = line.first
    if line.words.opinion and _holds(line):
        found.append(Cue(line.first, line.first + 1, "pre"))
        i += 1
    while i < line.stop:
        cue = _at(line, i) if line.reading.quote[i] < 0 else None
        if cue is None or cue.family == "other":
            i = cue.stop if cue is not None else i + 1
            continue
        if not any(c.first == cue.first for c in found):
            found.append(cue)
        i = max(cue.last if cue.family == "inside" else cue.stop, i + 1)
    return found


def _at(line: Line, i: int) -> Cue | None:
    low = line.lows[i]
    if low in line.words.starts or (line.words.language == "fr" and "-" in low):
        return _thinks(line, i) or _cue(line, i)
    return _thinks(line, i) if low in line.words.opinion else None


def _cue(line: Line, i: int) -> Cue | None:
    if line.words.language in _BRACKETED and line.lows[i] in line.words.participles:
        perfect = _perfect(line, i)
        if perfect is not None:
            return perfect
    cue = (
        _claims_to_have(line, i)
        or impersonal(line, i)
        or _carried(line, i)
        or _sourced(line, i)
        or _phrase(line, i)
        or _inverted(line, i)
    )
    if cue is None and (
        line.lows[i] in line.words.participles or " ".join(line.lows[i : i + 2]) in line.words.participles
    ):
        return _perfect(line, i)
    return cue


def _phrase(line: Line, i: int) -> Cue | None:
    """The longest form of any family that stands at token `i`."""
    best: Cue | None = None
    for family in _FAMILIES:
        for form in phrases(line.words.language, family).get(line.lows[i], ()):
            longest = len(form) - (family == "shows")  # a verb of saying that a document can be the subject of is one
            if best is not None and longest <= best.stop - best.first:
                break
            if tuple(line.lows[i : min(line.stop, i + len(form))]) == form:
                cue = Cue(i, i + len(form), family)
                best = cue if family not in ("say", "weak", "shows") or _says(line, cue) else best
                break
    if best is not None and line.lows[i] in _SECOND and line.lows[i - 1] in _BEFORE_SECOND and i > line.first:
        return None
    return _reflexive(line, best) if best is not None and line.words.language == "fr" else best


def _reflexive(line: Line, cue: Cue) -> Cue:
    """French `s'est emporté`: the participle belongs to the verb."""
    behind = cue.stop < line.stop and line.lows[cue.stop].endswith(("é", "ée", "és", "ées", "it", "ite", "i", "ie"))
    reflexive = (
        behind and line.lows[cue.stop - 1] in ("est", "était", "sont") and line.lows[cue.first] in ("s", "s'", "se")
    )
    joined = behind and line.lows[cue.first] in ("s'est", "s'était")
    return cue._replace(stop=cue.stop + 1) if reflexive or joined else cue


def _carried(line: Line, i: int) -> Cue | None:
    """Arabic `نقلت رويترز عن مصادر`: the preposition behind a verb of relaying leads to the source."""
    if line.lows[i] not in phrases(line.words.language, "carrier"):
        return None
    verbs = phrases(line.words.language, "carried")
    relayed = any(line.lows[j] in verbs for j in range(max(line.first, i - _CARRIED), i))
    return Cue(i, i + 1, "pre") if relayed else None


def _sourced(line: Line, i: int) -> Cue | None:
    """`de source policière`, `aus Kreisen`: the last word of the formula is the source's own head."""
    for form in phrases(line.words.language, "sourced").get(line.lows[i], ()):
        if tuple(line.lows[i : min(line.stop, i + len(form))]) == form:
            return Cue(i, i + len(form) - 1, "pre")
    if (
        line.lows[i] == "nach"
        and i + 1 < line.stop
        and line.words.tails
        and line.lows[i + 1].endswith(line.words.tails)
    ):
        return Cue(i, i + 1, "pre")
    return None


def _says(line: Line, cue: Cue) -> bool:
    """Whether the form is a verb here, with its particle, and not a noun, an infinitive or a participle."""
    lows, words = line.lows, line.words
    low = lows[cue.first]
    behind = lows[cue.first - 1] if cue.first > line.first else "^"
    if low in _THUS and not _thus(line, cue, behind):
        return False
    before = lows[cue.first - 2] if cue.first - 2 >= line.first else "^"
    if cue.stop - cue.first == 1 and behind in words.articles and behind not in words.back and before not in AS:
        return False
    if any(w in words.own for w in (behind, *lows[cue.stop : cue.stop + 1])):
        return False
    if cue.first > line.first and line.reading.words[cue.first][0].isupper() and line.reading.quote[cue.first - 1] < 0:
        return False
    needed = words.particles.get(cue.family, {}).get(low) if cue.stop - cue.first == 1 else None
    if needed is not None and not _completed(line, cue, needed):
        return False
    return words.language not in VERB_SECOND or _finite(line, cue)


def _completed(line: Line, cue: Cue, needed: frozenset[str]) -> bool:
    """Whether the particle that makes the verb one of saying follows, all its words where it has several (`geht von … aus`)."""
    ahead = line.lows[line.first : line.first + 1] if line.lows[line.first] in _FRONTED else []
    later = {*ahead, *line.lows[cue.stop : min(line.stop, cue.stop + _REACH)]}
    if "vom" in later:
        later.add("von")
    return any(particle in later or later.issuperset(particle.split("+")) for particle in needed)


def _thus(line: Line, cue: Cue, behind: str) -> bool:
    """Whether an adverb stands for a verb of saying: behind a quotation, or before a subject that closes its clause."""
    if cue.first == line.first and line.words.language == "it" and line.stop - line.first < _LONGEST:
        start = cue.stop + (line.lows[cue.stop] in line.words.articles)
        return line.upper(start, start + 1) and not any(w in line.words.finite for w in line.lows[start : line.stop])
    if behind != "," or cue.first - 2 < line.first:
        return False
    if line.reading.quote[cue.first - 2] >= 0:
        return True
    words, lows = line.reading.words, line.lows
    start = cue.stop + (cue.stop < line.stop and lows[cue.stop] in line.words.articles)
    if start >= line.stop or not words[start][0].isupper() or lows[start] in line.words.pronouns:
        return False
    end = next((i for i in range(start, line.stop) if line.ends(i) or lows[i] in line.words.bound), line.stop)
    return end - start < _LONGEST // 2 and not any(lows[i] in line.words.finite for i in range(start, line.stop))


def _finite(line: Line, cue: Cue) -> bool:
    """Whether the verb is its clause's finite one: in these languages no other stands before it, unless it closes the clause."""
    words, lows = line.words, line.lows
    start = line.clause(cue.first)
    start = next((j + 1 for j in range(cue.first - 1, start - 1, -1) if lows[j] in _BETWEEN), start)
    if (
        words.modal
        and lows[cue.first].endswith(("n", "a", "e"))
        and any(w in words.modal for w in lows[start : cue.first])
    ):
        return False
    pointed = cue.first == start + 1 and lows[start] in words.back
    if start < cue.first and lows[start] in words.sub and lows[start] not in AS and not pointed:
        return False
    if _relative(line, cue, start):
        return False
    return not any(w in words.finite and w not in words.aux for w in lows[start : cue.first])


def _relative(line: Line, cue: Cue, start: int) -> bool:
    """Whether the clause describes a noun, its verb at the end: `…, die sich Vorteile verspricht`."""
    if start <= line.first or line.lows[start] not in _RELATIVE or line.reading.words[start - 1] != ",":
        return False
    far = cue.first - start > 2 or (cue.first > start + 1 and not line.reading.words[start + 1][0].isupper())
    return far and last_of_clause(line, cue)


def _inverted(line: Line, i: int) -> Cue | None:
    """French `a-t-il ajouté`, `affirme-t-on`, `dit-elle`: verb and pronoun are one word."""
    match = ASKED.match(line.lows[i]) if line.words.language == "fr" and "-" in line.lows[i] else None
    if match is None:
        return None
    verb = match.group(1).removesuffix("-t")
    if verb in line.words.aux:
        end = next(
            (j for j in range(i + 1, min(line.stop, i + _CLOSE)) if line.lows[j] in line.words.participles), None
        )
        return Cue(i, i + 1, "inside", end, True) if end is not None else None
    known = phrases("fr", "say").get(verb) or phrases("fr", "weak").get(verb)
    return Cue(i, i + 1, "inside") if known and (verb,) in known else None


def _claims_to_have(line: Line, i: int) -> Cue | None:
    """German `will ein Techniker gewarnt haben`: the modal verb that reports what somebody says of himself."""
    if line.words.language != "de" or line.lows[i] not in _WILL:
        return None
    end = next((j for j in range(i + 1, line.stop) if line.reading.words[j] in MARKS), line.stop)
    told = line.lows[end - 1] in _TO_HAVE and end - i > _FAR and line.lows[end - 2].endswith(("t", "en"))
    return Cue(i, i + 1, "say") if told and line.lows[end - 2].startswith(_GE) else None


def _perfect(line: Line, participle: int) -> Cue | None:
    """`hatten der Darstellung widersprochen`, `a, lui, déclaré`: the auxiliary stands where a simple verb would."""
    bracketed = line.words.language in _BRACKETED
    participle += line.lows[participle] not in line.words.participles  # `fait savoir`: the second word closes it
    needed = line.words.closing.get(line.lows[participle])
    if needed is not None and needed.isdisjoint(
        (line.lows[participle - 1], *line.lows[participle + 2 : participle + 3])
    ):
        return None
    for i in range(participle - 1, max(line.first, participle - (_PERFECT if bracketed else _CLOSE)) - 1, -1):
        if line.reading.words[i] in MARKS and line.reading.words[i] not in "(),":
            return None
        if line.lows[i] in line.words.aux and (
            "," not in line.reading.words[i:participle] or line.reading.words[i + 1] == ","
        ):
            return Cue(i, i + 1, "say", participle, not bracketed or participle == i + 1)
        if line.reading.words[i] == "," and bracketed:
            return None
    return None


def _holds(line: Line) -> bool:
    """`Para el economista X, esa meta …`: a preposition before somebody with a title, up to a comma."""
    first, reading = line.first, line.reading
    if line.stop - first < 6 or line.lows[first] not in line.words.opinion:
        return False
    if any(line.lows[i] in line.words.stances for i in range(first + 1, first + 3)):
        return True
    comma = next(
        (i for i in range(first + 2, min(line.stop, first + 10)) if reading.words[i] == "," or reading.quote[i] >= 0),
        None,
    )
    if comma is None:
        return False
    if line.words.language in _COMMA and reading.words[comma] == "," and _body(line, first + 1, comma):
        return True
    return line.upper(first + 1, comma) and (
        any(line.lows[i] in line.words.offices for i in range(first + 1, min(first + 4, comma)))
        or (all(w[0].isupper() for w in reading.words[first + 1 : comma]) and 1 < comma - first - 1 < 4)
    )


def _body(line: Line, first: int, stop: int) -> bool:
    """`Pour la préfecture, la loi suffit`: a body of the state or with a name, and nothing before it but its article."""
    found = heads.find(line.reading, line.lows, line.words.language, first, stop)
    if not found or found[0].gives not in _HOLDERS or found[0].first - first >= _NEAR:
        return False
    return found[0].gives == "government" or line.upper(first, stop)


def _thinks(line: Line, i: int) -> Cue | None:
    """`…: per il presidente Gavino Sechi “…”`: a preposition, somebody with a title, and a quotation right behind."""
    if i == line.first or line.lows[i] not in line.words.opinion or line.reading.words[i - 1] not in (":", ";", ","):
        return None
    end = next((j for j in range(i + 1, min(line.stop, i + _LONGEST // 2 + 1)) if line.ends(j)), line.stop)
    titled = any(line.lows[j] in line.words.offices for j in range(i + 1, min(i + 4, end)))
    quoted = end < line.stop and line.reading.quote[end] >= 0
    return Cue(i, i + 1, "pre") if titled and quoted and line.upper(i + 1, end) else None


def last_of_clause(line: Line, cue: Cue) -> bool:
    """Whether nothing but punctuation follows the verb in its clause."""
    return cue.stop >= line.stop or line.reading.words[cue.stop] in MARKS


def leads_with_as(line: Line, cue: Cue) -> int:
    """The token behind the word for *as* that opens the clause of `cue`, or -1: `wie die Polizei mitteilte`."""
    start = line.clause(cue.first)
    return start + 1 if start < cue.first and line.lows[start] in AS else -1


def caseless(line: Line) -> bool:
    """Whether the script shows no names."""
    return line.words.language in CASELESS
