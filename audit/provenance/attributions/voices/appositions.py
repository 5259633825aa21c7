"""Names that stand behind a description: `A spokesman for the police, Hamid Sarwari`, `Its manager, Oceanline SA`.

A name closes a description where it fills what stands between commas, alone or behind its trade (`the film-maker Luc
Verhaegen`), or where somebody gives it (`who gave his name only as Aslam`).
"""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import VoiceType
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import heads, name_runs, names
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.trades import PEOPLE_TOO

_COMPANIES = word_set(
    "operator maker developer producer parent charterer insurer builder supplier contractor vendor lender retailer provider"
    " distributor exporter importer wholesaler manufacturer carrier employer subcontractor processor underwriter licensee"
)
"""Heads that are mostly companies', whatever their names look like."""
_BODILY = _COMPANIES | word_set(
    "manager owner publisher buyer seller rival backer sponsor bidder competitor customer client partner landlord investor"
    " shareholder broker auditor advertiser tenant organiser organizer promoter handler customers suppliers clients rivals"
)
"""Heads that companies have as well as people."""
_PRACTICES = word_set(
    "lawyers solicitors barristers attorneys auditors accountants brokers architects consultants bankers publishers agents"
    " advisers advisors underwriters insurers creditors administrators liquidators"
)
"""Trades that, in the plural before one name, are a firm's: `The women's lawyers, Tennant Shaw`."""
_GIVEN = word_set("name named identified himself herself introduced known called calls surnamed")
_INTRODUCING = word_set("who whose identified identifying giving named known")
_ORIGIN = frozenset((",", ")", "—", "–", ".")) | word_set("of from")


def apposed(cast: Cast, phrase: Phrase) -> Name | None:
    """The name that closes a description: `A spokesman for the police, Hamid Sarwari`, `Its manager, Oceanline SA`."""
    people = phrase.gives in ("spokesperson", "stance") or phrase.gives.startswith("person-")
    if not people and not phrase.gives and phrase.head:
        name = _closing(cast, phrase)  # `The mover of the motion, Ward MCA Elkana Rono`
        return name if name is not None and name.type == "person" and (name.title or name.confidence > 0.9) else None
    if not people:
        return None
    if phrase.plural:
        return _practice(cast, phrase)
    return _closing(cast, phrase) or first_name_given(cast, phrase) or _cut_off(cast, phrase)


def _practice(cast: Cast, phrase: Phrase) -> Name | None:
    """`The women's lawyers, Tennant Shaw`: several who are a firm, by its one name."""
    owned = phrase.article in ("definite", "possessive") or phrase.possessor is not None
    reading = cast.reading
    if phrase.head not in _PRACTICES or not owned or reading.words[phrase.core_stop : phrase.core_stop + 1] != [","]:
        return None
    if "and" in reading.lows[phrase.core_stop : phrase.stop]:
        return None
    name = _behind(cast, phrase.core_stop, phrase.stop, bodies=True)
    return None if name is None or name.title else name._replace(type="organisation", confidence=0.7)


def _cut_off(cast: Cast, phrase: Phrase) -> Name | None:
    """`according to the administrator, Colonel Mbuyi.`: the holder's name, where a source was cut at the comma."""
    reading = cast.reading
    _, end = reading.sentences[reading.owner[phrase.first]]
    owned = phrase.article in ("definite", "possessive") or phrase.possessor is not None
    if not owned or phrase.stop + 2 >= end or reading.words[phrase.stop] != ",":
        return None
    kin = phrase.article == "possessive" or phrase.possessor is not None
    name = _behind(cast, phrase.stop, min(end, phrase.stop + 8), bodies=False, one=kin)
    if name is None or name.type != "person":
        return None
    return name if kin or name.title or name.confidence >= 0.75 else None


def body_with_name(cast: Cast, phrase: Phrase) -> Name | None:
    """`A little-known group, Saraya al-Ghadab`, `The terminal's operator, Maasdelta`: the name of a body described."""
    if phrase.plural or phrase.core_stop >= phrase.stop:
        return None
    words = cast.reading.words
    comma = next((i for i in range(phrase.core_stop, phrase.stop) if words[i] == ","), None)
    if comma is None or (comma > phrase.core_stop and "," in words[comma + 1 : phrase.stop]):
        return None
    name = _behind(cast, comma, phrase.stop, bodies=True)
    if name is None or (name.type == "person" and (name.title or name.confidence > 0.9)):
        return None
    kind: VoiceType = (
        "outlet" if phrase.gives == "outlet" else "government" if phrase.gives == "government" else "organisation"
    )
    return name if name.type in ("outlet", "government", "organisation") else name._replace(type=kind, confidence=0.8)


def instead(phrase: Phrase, name: Name) -> Phrase:
    """The phrase with `name` in the place of the description that it closes."""
    if name.type == "person":
        return phrase._replace(name=name)
    return phrase._replace(name=name, first=name.first, core_stop=name.stop, possessor=None, article="none")


def together(cast: Cast, first: int, stop: int) -> bool:
    """`Senators Boyd Hollander and Rita Escamilla`: whether two people are named who speak together."""
    reading = cast.reading
    found = name_runs.runs(reading, first, stop)
    joint = next((i for i in range(first + 1, stop - 1) if reading.lows[i] == "and"), None)
    if joint is None or len(found) < 2:
        return False
    before = next((r for r in found if r[1] == joint), None)
    behind = found[-1] if found[-1][1] == stop and found[-1][0] > joint else None
    if before is None or behind is None or behind[0] - joint > 5:
        return False
    pair = [cast.people.told(names.classify(reading, *run)) for run in (before, behind)]
    return all(n.type == "person" and n.string and n.confidence >= 0.75 for n in pair)


def office_with_name(cast: Cast, phrase: Phrase) -> Name | None:
    """`the Head of Communications of the Union, Mr Kolapo Adesanmi`: an office in capitals, and behind it its holder."""
    held = phrase.name is not None and phrase.name.type == "person" and phrase.name.string
    if phrase.name is None or held or phrase.core_stop >= phrase.stop:
        return None
    lows = cast.reading.lows[phrase.first : phrase.core_stop]
    if not any(w in names.offices() for w in lows):
        return None
    name = _closing(cast, phrase)
    return name if name is not None and name.type == "person" else None


def part_with_name(cast: Cast, first: int, stop: int) -> Name | None:
    """`One of them, Nurit Shalem of Metula`, `One of its customers, the chain Fairmile`: one of a group, by name."""
    reading = cast.reading
    if reading.lows[first] not in ("one", "another", "a"):
        return None
    comma = next((i for i in range(first + 1, min(stop, first + 8)) if reading.words[i] == ","), None)
    if comma is None:
        return None
    if reading.lows[comma + 1] == "who" and {"name", "names"} & set(reading.lows[comma + 2 : comma + 6]):
        return first_name_given(cast, heads.analyse(reading, first, stop))  # `one, who gave his name as Tareq`
    if "of" not in reading.lows[first:comma]:  # `one passenger, Elena Marchetti,`
        alone = _behind(cast, comma, stop, bodies=False) if reading.lows[first] == "one" and comma - first < 4 else None
        return alone if alone is not None and alone.confidence >= _BY_CAPITALS else None
    if reading.lows[comma + 1] in _INTRODUCING:
        return first_name_given(cast, heads.analyse(reading, first, stop))
    name = _behind(cast, comma, stop, bodies=reading.lows[comma - 1] in _BODILY)
    return name._replace(type="organisation") if name is not None and name.type is None else name


def _closing(cast: Cast, phrase: Phrase) -> Name | None:
    reading = cast.reading
    head = phrase.head.split()[-1] if phrase.head else ""
    one = phrase.article in ("definite", "possessive") or phrase.possessor is not None
    commas = [i for i in range(phrase.core_stop, phrase.stop - 1) if reading.words[i] == ","]
    for comma in commas[:4]:
        bodies = head in _BODILY or phrase.gives == "spokesperson"
        name = _behind(cast, comma, phrase.stop, bodies=bodies, one=one and comma == phrase.core_stop)
        if name is None:
            continue
        before = speech.forms("voices", "head").get(reading.lows[comma - 1])
        if before in ("organisation", "outlet") and phrase.gives == "spokesperson" and " " not in name.string:
            return name._replace(type="organisation", confidence=0.7)  # `A spokesman for one such company, Tapline`
        by_capitals = name.type in (None, "person") and not name.title and name.confidence <= _BY_CAPITALS
        if by_capitals and (
            head in _COMPANIES or (head in _BODILY and not name.string[1:].islower() and name.type is None)
        ):
            return name._replace(type="organisation", confidence=0.7)
        return name
    return None


_BY_CAPITALS = 0.75
"""Confidence of a name that nothing but its capitals shows to be a person's."""


def _behind(cast: Cast, comma: int, stop: int, *, bodies: bool, one: bool = False) -> Name | None:
    """The name right behind a comma, where it ends what stands between commas.

    `bodies`: a body may bear it. `one`: the description is of one certain person, whom a single word may name.
    """
    reading = cast.reading
    found = name_runs.runs(reading, comma + 1, stop)
    run = _run_behind(reading, comma, found, bodies=bodies)
    if run is None:
        return None
    if run[1] < stop and reading.words[run[1]] == "(":
        run = next((r for r in found if run[1] < r[0] <= run[1] + 4 and reading.words[r[0] - 1] == ")"), run)
    if run[1] < stop and reading.words[run[1]] not in _ORIGIN:
        return None
    name = cast.people.told(names.classify(reading, *run))
    trade = speech.forms("voices", "head").get(reading.lows[run[0] - 1], "") if run[0] > comma + 1 else ""
    if (
        trade in ("organisation", "outlet", "government")
        and not name.title
        and reading.lows[run[0] - 1] not in PEOPLE_TOO
    ):
        return name._replace(type=name.type if name.type in _BODY_TYPES else names.BODY_KINDS[trade], confidence=0.8)
    if name.type == "person" and name.string:
        return name
    if name.type is None and 1 < len(names.name_words(name.string)) < 5:
        return name._replace(type="person")
    if bodies and name.type in (None, *_BODY_TYPES):
        return name
    single = one and name.type is None and name.string.lower() not in _places()
    return name._replace(type="person", confidence=0.7) if single and name.string[1:].islower() else None


def _places() -> frozenset[str]:
    return names.table("country") | names.table("capital") | names.table("demonym")


_BODY_TYPES = ("organisation", "outlet", "government")


def _run_behind(
    reading: Reading, comma: int, found: list[tuple[int, int]], *, bodies: bool = False
) -> tuple[int, int] | None:
    """The name that opens behind a comma, or follows its trade there: `the film-maker Luc Verhaegen`, `Dutch firm Vectiva`.

    Over a nationality or an owner before it: `Labour's Yusuf Amini`.
    """
    for run in found:
        behind = reading.lows[run[1] : run[1] + 1]
        owner = behind in (["'s"], ["'"]) and any(r[0] == run[1] + 1 for r in found)
        demonym = run[1] - run[0] == 1 and names.of_a_nation(reading.lows[run[0]])
        nation = demonym and run[1] < len(reading.lows) and reading.lows[run[1]].isalpha()
        if owner or nation:
            continue
        between = [i for i in range(comma + 1, run[0]) if not any(a <= i < b for a, b in found)]
        lows = [reading.lows[i] for i in between if reading.lows[i] not in ("'s", "'")]
        if not lows:
            return run
        nominal = all(w not in _NOT_NOMINAL and not _inflected(w) for w in lows)
        lower = not any(reading.words[i][0].isupper() for i in between)
        if bodies and lows == ["the"]:
            return run  # `The teachers' union, the FTA`
        return run if nominal and lower and len(lows) <= 4 and lows[-1] not in phrases.DETERMINERS else None
    return None


def _inflected(word: str) -> bool:
    """Whether a word looks like a participle or an adverb: `fed`, `seed` are too short to tell."""
    return len(word) > 5 and word.endswith(("ing", "ed", "ly")) and word not in speech.forms("voices", "seniority")


_NOT_NOMINAL = (phrases.PREPOSITIONS | phrases.CLAUSE | phrases.AUXILIARIES | phrases.PRONOUNS) - phrases.DETERMINERS


def first_name_given(cast: Cast, phrase: Phrase) -> Name | None:
    """`who gave his name only as Aslam`, `identified only by her first name, Karin`: the name that somebody gave."""
    reading = cast.reading
    _, end = reading.sentences[reading.owner[phrase.first]]
    nxt = reading.lows[phrase.stop : min(end, phrase.stop + 2)]
    behind = nxt[:1] in (["only"], ["as"], ["simply"]) or (nxt[:1] == [","] and nxt[1:] and nxt[1] in _INTRODUCING)
    for i in range(phrase.core_stop, min(end - 1, phrase.stop + 14 * bool(behind))):
        if reading.lows[i] in ("said", "told", "says"):
            return None
        opens = reading.lows[i] in ("as", "called", "named", "surnamed", "himself", "herself", "themselves") or (
            reading.words[i] == "," and reading.lows[i - 1] == "name"
        )
        if not opens or not reading.words[i + 1][0].isupper():
            continue
        if not _GIVEN & set(reading.lows[max(phrase.first, i - 5) : i + 1]):
            continue
        run = next((r for r in name_runs.runs(reading, i + 1, end) if r[0] == i + 1), (i + 1, i + 2))
        if run[1] - run[0] > 4:
            continue
        name = names.classify(reading, *run)
        if name.type in ("person", None):
            return name._replace(type="person", title="")
    return None
