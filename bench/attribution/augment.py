"""Training articles recast: other word orders, verbs, sources, none. No new facts, only forms that the corpus has too few of.

"The senator said that X." also trains as "X, the senator said.", "According to the senator, X." and "X, according to
the senator."; named people become others from other parts of the world, or ministries, residents, unnamed officials;
"said" becomes "recounted", "argued", "cautioned", so that the frame speaks for a cue and not the verb alone.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from audit.model import Span
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split
from bench.attribution.corpus import ROLES, Article, Gold

RECAST, RESOURCE, RECUE = 0.6, 0.25, 0.4
"""How often a sentence that can be recast is, and how often a named source or a plain verb of saying is exchanged."""

GIVEN = """Amina Rao Farid Kofi Ngozi Chidi Wanjiru Sipho Thandi Ahmed Fatima Hassan Leila Yusuf Khalid Mariam Omar
Rajesh Priya Sanjay Anil Sunita Imran Nadia Bilal Shahid Asif Chen Wei Jun Mei Hiroshi Yuki Min-jun Nguyen Siti Budi
Ivan Olga Dmitri Natalia Piotr Anna Jan Marta Giulia Marco Lars Ingrid Pierre Claire Hans Greta Sofia Mateo Lucia
Diego Camila Rafael Beatriz Abiy Tedros Aung Thiha Zoran Elif Mehmet Ayse Kwame Abena Zawadi"""
FAMILY = """Rahman Khan Sharif Malik Qureshi Chaudhry Singh Sharma Patel Banerjee Iyer Fernando Perera Karim Haddad
Nasser Mansour Al-Sabah al-Masri Barakat Okafor Adeyemi Mensah Mwangi Otieno Dlamini Nkosi Abebe Traore Diallo Wang
Li Zhang Tanaka Suzuki Kim Park Tran Wibowo Santos Reyes Petrov Ivanova Kowalski Novak Horvat Rossi Bianchi Muller
Schneider Dubois Laurent Larsen Garcia Fernandez Silva Costa Yilmaz Demir Hossain Thapa Gurung Nazari"""
OFFICES = (
    "Foreign Minister", "Prime Minister", "Defence Minister", "Interior Minister", "President", "Information Minister",
    "police chief", "army spokesman", "ministry spokeswoman", "opposition leader", "Governor", "Ambassador", "Dr.",
    "Professor", "Justice", "Chief Minister", "Home Secretary", "analyst", "aid worker", "shopkeeper", "Sheikh",
)  # fmt: skip
OTHERS = (
    "the foreign ministry", "the interior ministry", "the army", "police", "the prime minister's office", "officials",
    "a senior official", "a government official familiar with the talks", "two people familiar with the matter",
    "diplomatic sources", "security sources", "a source close to the family", "sources", "a diplomat",
    "an official at the ministry", "residents", "witnesses", "a resident", "local residents", "aid agencies",
    "the United Nations", "state television", "state media", "local media", "Reuters", "AFP", "Xinhua", "the newspaper",
    "a spokesman for the group", "the rebels", "opposition parties", "activists", "rights groups", "analysts",
    "observers", "critics", "experts", "health workers", "the statement", "the report", "the military", "the court",
    "a Western diplomat", "the central bank", "the company", "survivors", "the union", "farmers", "traders",
)  # fmt: skip
SOURCELESS = (
    ("It", "is believed"), ("It", "is widely believed"), ("It", "was reported"), ("It", "is understood"),
    ("It", "is said"), ("It", "has been reported"), ("It", "was alleged"), ("It", "is thought"),
)  # fmt: skip
OBJECTS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us"}
LOWERED_WORDS = """
the a an some many most several his her their its our my one two three other another both he she they it we these
those officials critics sources experts people police residents analysts supporters
"""
LOWERED = frozenset(LOWERED_WORDS.split())
SPOKEN_WORDS = "said says added told noted argued claimed believes thinks warned explained wrote stressed"
SPOKEN = frozenset(SPOKEN_WORDS.split())


VERBS = """
accept acknowledge add admit advise affirm allege announce argue assert aver believe boast calculate caution charge claim
clarify comment complain concede conclude confess confide confirm contend counter declare deny detail determine disclose
doubt elaborate emphasise emphasize estimate expect explain fear flag forecast grumble guarantee guess hint hope imply
indicate infer insinuate insist joke lament maintain mention muse narrate note notice object observe opine outline
pledge point-out posit predict proclaim profess promise propose protest quip reason recall reckon recount reiterate
relate relay remark remember remind repeat reply report respond retort reveal rule signal specify speculate state stress
submit suggest surmise suspect testify theorise underline underscore urge venture vow warn whisper worry write
"""
"""Verbs that a clause can follow or precede, put in for `said` and `says`."""
IRREGULAR = {"write": "wrote", "outline": "outlined"}


def inflected(verb: str, form: str) -> str:
    """`verb` in the form of `said` or `says`."""
    lemma, _, particle = verb.partition("-")
    if form == "says":
        word = lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s")
        word = lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeou" else word
    elif lemma in IRREGULAR:
        word = IRREGULAR[lemma]
    elif lemma in ("infer", "aver", "quip", "admit", "submit"):
        word = lemma + lemma[-1] + "ed"
    else:
        word = lemma + "d" if lemma.endswith("e") else lemma + "ed"
        word = lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2] not in "aeou" else word
    return f"{word} {particle}".strip()


@dataclass
class Edit:
    """`text[start:end]` becomes `words`; `gold` places attributions inside `words`."""

    start: int
    end: int
    words: str
    gold: dict[int, Gold] = field(default_factory=dict)


def recast(article: Article, draw: random.Random) -> Article:
    """A variant of the article; the same draws give the same variant."""
    text = article.tokens.text
    edits: list[Edit] = []
    for first, last in article.tokens.bounds:
        start, end = article.tokens.starts[first], article.tokens.ends[last - 1]
        edit = _reordered(article, start, end, draw)
        if edit is not None and draw.random() < RECAST:
            edits.append(edit)
    covered = [(e.start, e.end) for e in edits]
    for start, end in sorted({g.source[0] for g in article.gold if len(g.source) == 1}):
        if draw.random() < RESOURCE and not any(s < end and start < e for s, e in covered):
            source = text[start:end]
            if source[0].isupper() and source.lower() not in OBJECTS and not any(c in source for c in ",\n"):
                opening = not text[:start].rstrip() or text[:start].rstrip()[-1] in ".!?" or text[start - 1] == "\n"
                edits.append(Edit(start, end, _other(draw, opening)))
    for start, end in sorted({g.cue[0] for g in article.gold if len(g.cue) == 1 and g.source and g.content}):
        plain = text[start:end] in ("said", "says")
        if plain and draw.random() < RECUE and not any(s < end and start < e for s, e in covered):
            edits.append(Edit(start, end, inflected(draw.choice(VERBS.split()), text[start:end])))
    return _rebuilt(article, sorted(edits, key=lambda e: e.start))


def _other(draw: random.Random, opening: bool) -> str:
    if draw.random() < 0.5:
        name = f"{draw.choice(GIVEN.split())} {draw.choice(FAMILY.split())}"
        words = f"{draw.choice(OFFICES)} {name}" if draw.random() < 0.4 else name
    else:
        words = draw.choice(OTHERS)
    return words[0].upper() + words[1:] if opening else words


def _reordered(article: Article, start: int, end: int, draw: random.Random) -> Edit | None:
    """The sentence in another order, where it is source, cue, content and nothing else."""
    text = article.tokens.text
    inside = [
        (number, gold)
        for number, gold in enumerate(article.gold)
        if any(s < end and start < e for role in ROLES for s, e in gold.spans(role))
    ]
    if len(inside) != 1 or any(c in text[start:end] for c in '"“”:;\n'):
        return None
    number, gold = inside[0]
    if not (len(gold.source) == len(gold.cue) == len(gold.content) == 1):
        return None
    (source,), (cue,), (content,) = gold.source, gold.cue, gold.content
    if not (start == source[0] < source[1] <= cue[0] < cue[1] <= content[0] < content[1] <= end):
        return None
    if (
        cue[0] - source[1] > 1
        or content[0] - cue[1] > 6
        or text[content[1] : end].strip(" .")
        or text[cue[1] : content[0]].strip() not in ("", "that", ",")
    ):
        return None
    said = text[slice(*content)].strip().rstrip(".")
    who, verb = text[slice(*source)], text[slice(*cue)]
    clause = "that" in (said.split()[0], text[cue[1] : content[0]].strip(), verb.split()[-1]) or verb.lower() in SPOKEN
    said = said.removeprefix("that ").strip()
    first = who.split()[0]
    if not clause or len(said) < 12 or not said[0].isalnum() or first.lower() in ("this", "that", "it", "which", "who"):
        return None
    if first.lower() in LOWERED and first not in ("I",):
        who = who[0].lower() + who[1:]
    if draw.random() < 0.3:
        who = _other(draw, opening=False)
    upper = said[0].upper() + said[1:]
    form = draw.randrange(8)
    if form <= 2 and verb.split()[0].lower() in SPOKEN:
        return _edit(
            start,
            end,
            number,
            [("content", upper), ", ", ("source", who), " ", ("cue", verb.removesuffix(" that")), "."],
        )
    whom = OBJECTS.get(who.lower(), who)
    if form <= 4:
        return _edit(start, end, number, [("cue", "According to"), " ", ("source", whom), ", ", ("content", said), "."])
    if form <= 6:
        return _edit(
            start, end, number, [("content", upper), ", ", ("cue", "according to"), " ", ("source", whom), "."]
        )
    it, passive = draw.choice(SOURCELESS)
    return _edit(start, end, number, [it + " ", ("cue", passive), " that ", ("content", said), "."])


def _edit(start: int, end: int, number: int, parts: Sequence[str | tuple[str, str]]) -> Edit:
    words, spans = "", dict.fromkeys(ROLES, ())
    for part in parts:
        if isinstance(part, str):
            words += part
        else:
            spans[part[0]] = ((len(words), len(words) + len(part[1])),)
            words += part[1]
    return Edit(start, end, words, {number: Gold(spans["source"], spans["cue"], spans["content"])})


def _rebuilt(article: Article, edits: list[Edit]) -> Article:
    text = article.tokens.text
    ends, grown = [e.end for e in edits], [0]
    pieces, position = [], 0
    for edit in edits:
        pieces += [text[position : edit.start], edit.words]
        position = edit.end
        grown.append(grown[-1] + len(edit.words) - (edit.end - edit.start))
    new = "".join([*pieces, text[position:]])

    def moved(place: int) -> int:
        return place + grown[bisect_right(ends, place)]

    placed = {number: (moved(e.start), gold) for e in edits for number, gold in e.gold.items()}
    golds = []
    for number, gold in enumerate(article.gold):
        base, kept = placed.get(number, (None, gold))
        roles = []
        for role in ROLES:
            if base is None:
                roles.append(tuple((moved(s), moved(e)) for s, e in kept.spans(role)))
            else:
                roles.append(tuple((base + s, base + e) for s, e in kept.spans(role)))
        golds.append(Gold(*roles))
    return Article(article.name, Tokens(new, split(new, [Span(0, len(new))])), tuple(golds))
