"""Make `table.tsv` from a public list of outlets (tab-separated: name, domain, country, kind).

    python bench/outlets/make_table.py OUTLETS.tsv

Columns of the result: first word of the name (lower case), number of words, 1 where the name is certain without
context, name, domain, and "country kind". A name with a word of the press beside a word of its own ("Aberdeen Times")
is certain; a name that is one word, only words of the press ("Daily News"), or several outlets' is not. A first word `-`
stands for a name that is never looked for in text (a day, a place).
"""
# ruff: noqa: SIM905  # words in running text are easier to read and to extend

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from publicsuffixlist import PublicSuffixList  # noqa: E402

from audit.lexicon.outlets.fold import fold_name, lower  # noqa: E402
from audit.lexicon.outlets.index import WORD  # noqa: E402

PRESS = set(
    "advertiser advocate argus banner bee bugle bulletin chronicle citizen courier daily democrat diario dispatch echo "
    "enquirer enterprise examiner express gazette globe guardian herald inquirer journal leader ledger magazine mail mercury "
    "messenger mirror monitor news newspaper newspapers observer outlook paper patriot pioneer post prensa press radio record "
    "recorder register report reporter republican review sentinel shimbun shopper signal spectator standard star sun telegram "
    "telegraph times today tribune tv union voice weekly world zeitung televisión televisa nieuws".split()
)
FILLER = set(
    "a the and of for in on la el los las las de del le les der die das new north south east west northern southern eastern "
    "western central state national american us usa first our your hometown home local community morning evening sunday "
    "saturday county city metro area free independent public online english people life living business health green big "
    "black white real true daily international global region regional valley center centre sports college campus student "
    "about all every special good best".split()
)
COUNTRIES = dict(
    pair.split("=")
    for pair in (
        "USA=US|United States=US|United Kingdom=GB|UK=GB|Canada=CA|Australia=AU|India=IN|IND=IN|Germany=DE|Russia=RU|France=FR|"
        "Netherlands=NL|Israel=IL|Sweden=SE|Japan=JP|South Africa=ZA|Ireland=IE|China=CN|Italy=IT|Ukraine=UA|Belgium=BE|"
        "Turkey=TR|Philippines=PH|United Arab Emirates=AE|Spain=ES|Romania=RO|Pakistan=PK|Switzerland=CH|South Korea=KR|"
        "Iran=IR|Indonesia=ID|Hong Kong=HK|Egypt=EG|Cyprus=CY|Taiwan=TW|Saudi Arabia=SA|Malaysia=MY|Macedonia=MK|"
        "North Macedonia=MK|Finland=FI|Argentina=AR|Singapore=SG|Serbia=RS|Poland=PL|New Zealand=NZ|Kenya=KE|Iraq=IQ|"
        "Austria=AT|Denmark=DK|Norway=NO|Greece=GR|Portugal=PT|Hungary=HU|Bulgaria=BG|Croatia=HR|Slovenia=SI|Estonia=EE|"
        "Latvia=LV|Lithuania=LT|Iceland=IS|Lebanon=LB|Jordan=JO|Syria=SY|Qatar=QA|Kuwait=KW|Nigeria=NG|Ghana=GH|Tanzania=TZ|"
        "Uganda=UG|Zimbabwe=ZW|Cameroon=CM|Tunisia=TN|Morocco=MA|Algeria=DZ|Ecuador=EC|Uruguay=UY|Mexico=MX|Brazil=BR|"
        "Chile=CL|Colombia=CO|Peru=PE|Venezuela=VE|Cuba=CU|Jamaica=JM|Thailand=TH|Vietnam=VN|Bangladesh=BD|Sri Lanka=LK|"
        "Nepal=NP|Armenia=AM|Georgia=GE|Azerbaijan=AZ|Kazakhstan=KZ|North Korea=KP|Belize=BZ|Malta=MT|Luxembourg=LU|"
        "Vatican City=VA|Bosnia and Herzegovina=BA|Kosovo=XK|Albania=AL|Moldova=MD|Czech Republic=CZ|Slovakia=SK"
    ).split("|")
)
BODIES = set(
    "organization organisation institute center centre association university foundation society department council committee "
    "alliance fund ministry authority commission college school agency coalition federation union church museum library "
    "laboratory hospital academy medicine research proceedings".split()
)
"""Words of bodies that a list of sources names beside newsrooms; their names need context."""
KINDS = {"newspaper": "N", "magazine": "M", "website": "W", "news agency": "A", "broadcaster": "B"}
EDGE = re.compile(r"^[^\w(]+|[^\w)!+]+$")


def variants(name: str) -> list[str]:
    """The name and what it holds: `9News - KUSA`, `Central News Agency / Focus Taiwan`, `Die Tageszeitung (taz)`."""
    found = [name]
    if match := re.match(r"(.{3,}?) \(([^()]+)\)$", name):
        found = [match[1], match[2]]
    elif " / " in name or " - " in name:
        found = re.split(r" [/-] ", name)
    elif re.search(r"/[A-Z]{3,4}(-TV)?$", name):
        found = name.rsplit("/", 1)
    return [v for f in found if len(v := EDGE.sub("", f.strip())) > 1]


def certain(words: list[str], outlets: int) -> bool:
    if BODIES.intersection(words) and not {"news", "press"} & set(words):
        return False
    proper = [w for w in words if w not in PRESS and w not in FILLER and not w.isdigit() and w not in COUNTRIES_LOW]
    return outlets == 1 and len(words) > 1 and bool(proper) and any(w in PRESS for w in words)


COUNTRIES_LOW = {c.lower() for c in COUNTRIES}


PLACES = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin "
    "wyoming america africa asia europe atlanta boston chicago dallas denver detroit houston miami philadelphia phoenix "
    "portland sacramento seattle baltimore buffalo charlotte cincinnati cleveland columbus austin orlando pittsburgh tampa "
    "telegram facebook twitter instagram youtube whatsapp greenpeace congress state nation government people life".split()
)
"""Days, months and places that are also somebody's title: such a title is known by its domain alone."""


def main() -> None:
    suffixes = PublicSuffixList()
    rows: list[tuple[str, str, str]] = []
    hosts: set[str] = set()
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[1:]:
        name, domain, country, kind = [*line.split("\t"), "", "", ""][:4]
        country = country if re.fullmatch("[A-Z]{2}", country) else COUNTRIES.get(country, "-")
        kind = kind.lower()
        letter = KINDS.get(kind) or (
            "B" if re.search("tv|radio|broadcast", kind) else "W" if "website" in kind else "U"
        )
        domain = domain.lower().removeprefix("www.").split("/")[0]
        if (
            not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain)
            or domain in hosts
            or suffixes.publicsuffix(domain) == domain
        ):
            domain = ""
        hosts.add(domain)
        for i, variant in enumerate(variants(name)):
            rows.append((fold_name(variant), domain if i == 0 else "", f"{country} {letter}"))
    count = Counter(name for name, _, _ in rows)
    lines, shared = [], set()
    for name, domain, rest in sorted(rows):
        words = WORD.findall(lower(name))
        if not words or (not domain and count[name] > 1):
            continue
        if len(words) == 1 and (words[0] in PLACES or words[0] in COUNTRIES_LOW or words[0].isdigit()):
            words, name = ["-"], f"- {name}"
        sure = certain(words, count[name])
        if count[name] > 1 and name not in shared:
            shared.add(name)
            lines.append("\t".join((words[0], str(len(words)), "0", name, "", "- " + rest[-1])))
        lines.append("\t".join((words[0], str(len(words)), str(int(sure)), name, domain, rest)))
    head = "# Made by bench/outlets/make_table.py from public lists; do not edit.\n"
    out = ROOT / "audit/lexicon/outlets/data/table.tsv"
    out.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(
        len(lines), "rows,", sum(line.split("\t")[2] == "1" for line in lines), "certain,", out.stat().st_size, "bytes"
    )


if __name__ == "__main__":
    main()
