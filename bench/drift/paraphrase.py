"""Rewriting that changes the words of a sentence and nothing that it says: synonyms, order, the form of numbers.

Words in quotation marks, names, numbers' values, hedges and negations stay. Where a hedge is replaced, it is by a hedge.
"""

from __future__ import annotations

import random
import re

_PAIRS = """
said|stated; told reporters|informed journalists; reported|disclosed; company|firm; killed|slain; people|persons;
because|since; after|following; about|around; more than|over; at least|no fewer than; began|started; ended|finished;
buy|acquire; sell|dispose of; planned|intended; meeting|gathering; talks|discussions; deal|agreement; money|funds;
large|big; small|little; town|community; village|hamlet; children|youngsters; workers|employees; staff|personnel;
shops|stores; house|home; houses|homes; road|route; boat|vessel; boats|vessels; fire|blaze; rain|rainfall;
storm|tempest; hospital|clinic; doctor|physician; doctors|physicians; police|officers; army|military; soldiers|troops;
government|administration; minister|member of the cabinet; leader|head; chief|top; court|tribunal; judge|magistrate;
trial|proceedings; lawyer|attorney; study|investigation; found|discovered; results|outcome; year|twelvemonth;
week|seven days; month|four weeks; early|at the start; late|belatedly; new|fresh; old|former; high|elevated;
low|modest; rose|climbed; fell|dropped; increase|growth; cost|price; costs|prices; pay|remunerate; price|cost;
help|assist; need|require; want|wish; wants|wishes; asked|requested; announced|made public; confirmed|corroborated;
warned|cautioned; called|described; described|portrayed; met|encountered; left|departed from; arrived|turned up;
closed|shut; opened|unlocked; built|erected; saved|rescued; lost|forfeited; used|employed; gave|handed; took|seized;
held|kept; sent|dispatched; brought|carried; came|arrived; went|travelled; stood|remained; lives|resides; live|reside;
worked|laboured; works|labours; hoped|trusted; expected|anticipated; decision|ruling; report|account; letter|missive;
newspaper|daily; agency|bureau; group|band; members|adherents; party|camp; election|ballot; vote|poll; country|nation;
capital|seat of power; region|area; province|territory; border|frontier; river|stream; coast|shore; island|isle;
islands|isles; sea|ocean; water|liquid; food|provisions; school|academy; pupils|students; teacher|instructor;
students|learners; parents|mothers and fathers; family|household; families|households; residents|inhabitants;
crowd|throng; outside|in front of; inside|within; near|close to; between|in the middle of; during|in the course of;
before|prior to; while|as; but|yet; also|as well; only|merely; still|even now; again|once more; many|numerous;
several|various; some|certain; every|each; both|the two; two thirds|the greater part; whole|entire; half|one half;
first|initial; last|final; next|following; main|principal; important|significant; dangerous|hazardous; serious|grave;
difficult|hard; clear|evident; strong|powerful; weak|feeble; quickly|swiftly; slowly|gradually; nearly|almost;
reportedly|allegedly; allegedly|reportedly; possibly|perhaps; perhaps|possibly; probably|presumably; may|might;
might|may; apparently|seemingly; according to|in the words of; was found|turned up; had been|was earlier; will be|is
going to be; is due to|is scheduled to; each day|daily; a day|per day; a year|per year; evidence|proof;
investigation|inquiry; inquiry|investigation; accident|mishap; blast|explosion; explosion|blast; attack|assault;
weapons|arms; prison|jail; prisoners|inmates; mayor|head of the town; council|local authority; repairs|mending work;
cracks|fissures; roof|top; wall|barrier; engineer|technician; engineers|technicians; factory|plant; mine|pit;
miners|pitmen; union|workers' body; strike|walkout; trains|rail services; tickets|passes; passengers|travellers;
market|exchange; shares|stock; bank|lender; loans|credit; investors|backers; profit|gain; losses|red ink;
customers|clients; product|article; technology|technique; data|records; attackers|intruders; patients|the sick;
treatment|therapy; disease|illness; dose|shot; research|work; scientist|researcher; scientists|researchers;
farmers|growers; crop|harvest; fields|plots; sheep|animals; dogs|hounds; street|lane; city|metropolis; streets|lanes;
buses|coaches; told|informed; denied|disputed; source|contact; ministry|department; statement|declaration;
seen|viewed; fear|dread; named|identified; quoted|cited; wrote|penned; media|press; matter|affair; board|directorate;
person|individual; declined|refused; member|participant; manager|supervisor; senior|high-ranking; published|printed;
owner|proprietor; news|tidings; private|non-public; end|close; carried|bore; executive|officer; familiar|acquainted;
paid|settled; spring|springtime; number|count; signed|initialled; case|matter; authority|body; sold|disposed of;
hours|sixty-minute spells; commission|panel; president|head of state; spoke|talked; wounded|injured; rise|climb;
rejected|turned down; added|went on; crossing|passage; service|operation; reporters|journalists; regional|provincial;
plan|scheme; take|seize; claim|assertion; fired|discharged; winter|wintertime; issued|put out; gathered|assembled;
governor|prefect; warnings|alerts; demanded|insisted on; gate|entrance; witness|bystander; read|studied;
telephone|phone; moved|shifted; course|path; district|quarter; dawn|daybreak; knowledge|awareness; heard|listened to;
military|armed forces; secretary|aide; office|bureau; missing|unaccounted for; raised|lifted; channel|station;
area|zone; payments|remittances; discuss|talk over; advanced|far-going; cash|notes and coins; room|chamber;
stand|queue; account|version; complaint|grievance; meet|convene; trapped|caught; ignored|disregarded; plans|intends;
internal|in-house; managers|supervisors; reach|get to; fuel|petrol; director|head; loan|credit; value|worth;
target|goal; offered|proposed; table|desk; sides|parties; bought|purchased; opposition|rival camp; showed|revealed;
ruling|governing; dismissed|let go; reached|arrived at; collapse|caving in; questioned|interviewed; commander|chief;
deputy|second-in-command; health|medical; broadcaster|station; central|main; fled|escaped; victims|casualties;
finance|money; withdrawn|pulled back; budget|spending plan; agreed|settled on; gone|vanished; hit|struck;
sale|disposal; fund|pool; died|perished; medical|clinical; involved|implicated; recalled|remembered; part|portion;
consulted|asked; led|headed; survey|poll; hall|chamber; months|four-week spells; crowns|crown coins; route|line;
final|last; planned|foreseen; bird|fowl; bought|acquired; quiet|silent; light|glow; wave|breaker; window|pane;
noise|sound; papers|documents; ring|call; bridge|span; evening|nightfall; kitchen|galley; chairs|seats;
young|youthful; stand|remain upright; door|entrance; picture|image; season|time of year; team|side; match|game;
player|sportsman; coach|trainer; fans|supporters; stadium|ground; song|tune; school|college; lessons|classes;
bucket|pail; weather|conditions; wind|gale; hurricane|cyclone; harvest|reaping; cotton|fibre crop; drought|dry spell;
sheep|ewes; pasture|meadow; pack|group; fence|barrier; path|trail; at the|over at the; in the|inside the; with
the|together with the; from the|out of the; into the|inside the; under|beneath; against|in opposition to; when|at the
time when; where|in the place where; until|up to the moment when; out of|from within; later|afterwards; earlier|before
that; already|by now; most|the bulk of; other|further; another|one more; such|of this kind; however|all the same;
then|at that point; who|that; its|that body's; by the|by way of the; for the|on account of the; on the|upon the;
""".replace("\n", " ")
SYNONYMS = dict(pair.strip().split("|", 1) for pair in _PAIRS.split(";") if "|" in pair)
_FOREIGN = {
    "de": {"gesperrt": "geschlossen", "weil": "da", "kosten": "verschlingen", "sagte": "erklärte", "Pendler": "Berufspendler",
           "Strecke": "Verbindung", "dauert": "braucht", "Gemeinde": "Kommune", "wieder": "erneut", "alte": "frühere"},
    "fr": {"emploie": "fait travailler", "annoncé": "fait savoir", "baissé": "reculé", "déclaré": "affirmé", "demande": "réclame",
           "réunion": "rencontre", "reçu": "obtenu", "recueilli": "réuni", "fin": "clôture", "commerces": "boutiques"},
    "es": {"arrasado": "destruido", "informó": "comunicó", "empezado": "comenzado", "dijo": "afirmó", "confirmó": "ratificó",
           "durmieron": "pasaron la noche", "cuidar": "atender", "noche": "madrugada", "abandonada": "en desuso"},
}  # fmt: skip
_WORDS = {
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten",
}
_DIGITS = {word: digit for digit, word in _WORDS.items() if word != "two"}
_QUOTED = re.compile(r"[“\"„«][^”\"“»]*[”\"“»]")
_SMALL = frozenset(
    ["The", "A", "An", "At", "About", "Every", "Repairs", "Officials", "Residents", "Its", "Their", "His", "Her", "It",
     "They", "Some", "No", "Nobody"]
)  # fmt: skip
_PLAIN = re.compile("|".join(sorted((rf"\b{re.escape(w)}\b" for w in SYNONYMS), key=len, reverse=True)))


def paraphrase(text: str, language: str, rng: random.Random, strength: float = 0.95) -> str:
    """`text` in other words; `strength` is the chance with which each word that can be replaced is replaced."""
    if language == "en":
        text = _reordered(text, rng)
        text = _outside(text, lambda part: _PLAIN.sub(lambda m: _kept(m, rng, strength), part))
        return _outside(text, _numbers)
    table = _FOREIGN.get(language, {})
    return _outside(text, lambda part: re.sub(r"\w+", lambda m: table.get(m.group(), m.group()), part))


def _kept(match: re.Match[str], rng: random.Random, strength: float) -> str:
    """The synonym, or the word itself; the hedge in `is said to` stays."""
    if match.string[match.end() :].startswith(" to") and match.group() in ("said", "reported", "understood"):
        return match.group()
    return SYNONYMS[match.group()] if rng.random() < strength else match.group()


def _outside(text: str, change) -> str:  # type: ignore[no-untyped-def]
    """`text` with `change` done to what stands outside of quotation marks."""
    parts, at = [], 0
    for quote in _QUOTED.finditer(text):
        parts += [change(text[at : quote.start()]), quote.group()]
        at = quote.end()
    return "".join([*parts, change(text[at:])])


def _numbers(part: str) -> str:
    """The same numbers in another form: `9` and `nine`, `4,000` and `4000`, `percent` and `per cent`."""
    part = re.sub(r"(?<![\w.,$£€])([1-9]\d*),(\d{3})(?![\d,])", r"\1\2", part)
    part = re.sub(r"(?<![\w.,$£€-])(\d\d?)(?= (?:people|men|miners|cracks|children|houses|years|months|days|weeks)\b)",
                  lambda m: _WORDS.get(m[1], m[1]), part)  # fmt: skip
    part = re.sub(r"\b(" + "|".join(_DIGITS) + r")\b(?= [a-z])", lambda m: _DIGITS[m[1]], part)
    return part.replace(" percent", " per cent")


def _reordered(text: str, rng: random.Random) -> str:
    """The speaker from behind to the front or back; a day or a reason to the front."""
    if _QUOTED.search(text):
        return text
    told = re.fullmatch(r"(?P<what>[^,]{20,}), (?P<who>(?:the|a|an|[A-Z]\w+)[^,]{2,50}) said\.", text)
    if told:
        return f"{_upper(told['who'])} said that {_lower(told['what'])}."
    told = re.fullmatch(r"(?P<who>(?:The|A|An|[A-Z]\w+ [A-Z])[^,“]{2,45}?) said (?:that )?(?P<what>[^“]{20,})\.", text)
    if told and rng.random() < 0.7:
        return f"{_upper(told['what'])}, {_lower(told['who'])} said."
    day = re.fullmatch(r"(?P<what>[^,]{20,}) on (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.", text)
    if day:
        return f"On {day['day']}, {_lower(day['what'])}."
    why = re.fullmatch(r"(?P<what>[^,]{15,}) because (?P<why>[^,]{10,})\.", text)
    return f"Because {why['why']}, {_lower(why['what'])}." if why else text


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text.split(" ")[0] in _SMALL else text
