"""Citations: every row's examples, article-like sentences in many languages, traps, scope, cost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon import outlets
from audit.model import Absence, Attribution, Block, Citation, Credit, Label, Node, Page, Publisher, Span, Voice
from audit.provenance.citations import find_citations
from audit.provenance.citations.namesakes import without_namesakes
from audit.provenance.citations.rows import rows, words

NOWHERE = Absence("-", "-")


def page_of(text: str, language: str | None, label: Label = "body") -> Page:
    return Page(text, "text", (Block(label, 0, len(text), 1.0, "given"),), language=language)


def cited(
    text: str, language: str | None = None, label: Label = "body", publisher: str | None = None
) -> list[str | None]:
    found = find_citations(page_of(text, language, label), Publisher(publisher, None, "stated"), ())
    return [c.outlet.name for c in found]


EXAMPLES = [(row.id, language, row.where, text) for row in rows() for language in row.languages[:1] for text in row.yes]
NEAR_MISSES = [
    (row.id, language, row.where, text) for row in rows() for language in row.languages[:1] for text in row.no
]


@pytest.mark.parametrize(("row", "language", "where", "text"), EXAMPLES)
def test_examples_are_found(row: str, language: str, where: str, text: str) -> None:
    assert cited(text, None if language == "*" else language, "headline" if where else "body"), row


@pytest.mark.parametrize(("row", "language", "where", "text"), NEAR_MISSES)
def test_near_misses_are_not(row: str, language: str, where: str, text: str) -> None:
    assert cited(text, None if language == "*" else language, "headline" if where else "body") == [], row


def test_every_row_has_examples_and_a_language_with_words() -> None:
    assert len({row.id for row in rows()}) == len(rows())
    for row in rows():
        assert row.yes, row.id
        assert row.languages == ("*",) or set(row.languages) & set(words()), row.id


def test_thirteen_languages_and_more() -> None:
    assert len(words()) >= 30


SENTENCES = [
    ("en", "Talks will resume next week, Samaa TV reported Thursday.", ["Samaa TV"]),
    ("en", "Nobody claimed the attack, according to a report by Pajhwok Afghan News.", ["Pajhwok Afghan News"]),
    ("en", "Sky News reported, citing two officials, that the deal was close.", ["Sky News"]),
    ("en", "A spokesman told AFP the road was closed.", ["AFP"]),
    ("en", "The plan, first reported by Axios, would cost billions.", ["Axios"]),
    ("en", "As reported by Dawn, the court adjourned.", ["Dawn"]),
    ("en", "The draft, seen by Reuters, names no date.", ["Reuters"]),
    ("en", "In an interview with Geo News he denied it.", ["Geo News"]),
    ("en", "The local broadcaster Radio Nawbahar reported two dead.", ["Radio Nawbahar"]),
    ("en", "The Khost Sabah newspaper reported that the bridge had fallen.", ["Khost Sabah"]),
    ("en", "Zerin News said the mayor would step down.", ["Zerin News"]),
    ("en", "The road was reopened, according to the news site Hindukush Monitor.", ["Hindukush Monitor"]),
    ("en", "State news agency SANA and Al Mayadeen reported explosions.", ["SANA", "Al Mayadeen"]),
    ("en", "The two sides walked away, according to Pakistani media outlets.", ["Pakistani media outlets"]),
    ("en", "Iranian state media reported blasts in Isfahan.", ["Iranian state media"]),
    ("en", "The Times reported that the bank knew.", ["The Times"]),
    ("de", "Dies ging aus Akten hervor, wie der britische Sender BBC am Dienstag berichtete.", ["BBC"]),
    ("de", "Der Termin steht, erfuhr die APA aus informierten Kreisen.", ["APA"]),
    ("de", "Der Spieler verletzte sich spanischen Medienberichten zufolge am Fuß.", ["spanische Medien"]),
    ("de", "„Wir warten ab“, sagte die Ministerin der „Rheinischen Post“.", ["Rheinische Post"]),
    ("de", "Nach Angaben der Agentur Interfax gab es keine Verletzten.", ["Interfax"]),
    ("de", "Die Zeitung „Elbinger Bote“ berichtet von drei Festnahmen.", ["Elbinger Bote"]),
    ("fr", "Le ministre l’a dit dans une interview à l’agence RIA Novosti.", ["RIA Novosti"]),
    ("fr", "Selon le quotidien Le Monde, le texte est prêt.", ["Le Monde"]),
    ("fr", "Le cabinet démissionne, a appris l’AFP de sources diplomatiques.", ["AFP"]),
    ("fr", "Deux corps ont été trouvés, rapporte l’agence Tasnim.", ["Tasnim"]),
    ("fr", "Selon des médias israéliens, l’armée se retire.", ["médias israéliens"]),
    ("es", "El puente está cerrado, según informó EFE.", ["EFE"]),
    ("es", "El presidente lo negó en una entrevista con la cadena CNN.", ["CNN"]),
    ("es", "La agencia estatal rusa TASS informó de dos heridos.", ["TASS"]),
    ("es", "Según medios locales, hay tres detenidos.", ["medios locales"]),
    ("pt", "A ponte está fechada, segundo a agência Lusa.", ["Lusa"]),
    ("pt", "“Não vamos recuar”, disse o ministro à Reuters.", ["Reuters"]),
    ("pt", "O jornal Folha de S.Paulo revelou o contrato.", ["Folha de S.Paulo"]),
    ("it", "Due i feriti, riferisce l’Ansa.", ["ANSA"]),
    ("it", "In un’intervista al Corriere della Sera ha smentito.", ["Corriere della Sera"]),
    ("it", "Secondo l’emittente Al Jazeera il convoglio è fermo.", ["Al Jazeera"]),
    ("nl", "De brug is dicht, meldt persbureau ANP.", ["ANP"]),
    ("nl", "‘We wachten af’, zei hij tegen de NOS.", ["NOS"]),
    ("pl", "Jak podaje irańska państwowa agencja prasowa IRNA, decyzja zapadła.", ["IRNA"]),
    ("pl", "Według „Gazety Wyborczej” plan upadł.", ["Gazeta Wyborcza"]),
    ("cs", "Podle agentury Reuters je most zavřený.", ["Reuters"]),
    ("ru", "Мост закрыт, сообщает ТАСС со ссылкой на полицию.", ["ТАСС"]),
    ("ru", "Об этом передаёт РИА Новости.", ["РИА Новости"]),
    ("ru", "По данным агентства Reuters, ранены двое.", ["Reuters"]),
    ("uk", "Міст закрито, повідомляє Укрінформ.", ["Укрінформ"]),
    ("bg", "Мостът е затворен, съобщава БТА.", ["BTA"]),
    ("ar", "نقلاً عن وكالة رويترز، فإن الجسر مغلق.", ["رويترز"]),
    ("ar", "وفقاً لقناة الجزيرة سقط جرحى.", ["قناة الجزيرة"]),
    ("ar", "بحسب صحيفة نيويورك تايمز، وافق الطرفان.", ["صحيفة نيويورك تايمز"]),
    ("fa", "به گزارش خبرگزاری تسنیم، پل بسته شد.", ["خبرگزاری تسنیم"]),
    ("ur", "روئٹرز کے مطابق پل بند ہے۔", ["روئٹرز"]),
    ("hi", "समाचार एजेंसी एएनआई के मुताबिक पुल बंद है।", ["एएनआई"]),
    ("bn", "রয়টার্স জানিয়েছে, সেতু বন্ধ।", ["রয়টার্স"]),
    ("tr", "Anadolu Ajansı'nın haberine göre köprü kapalı.", ["Anadolu"]),
    ("id", "Menurut kantor berita Reuters, jembatan ditutup.", ["Reuters"]),
    ("zh", "据新华社报道，大桥已关闭。", ["新华社"]),
    ("zh", "路透社援引两名官员的话称，协议接近达成。", ["路透社"]),
    ("ja", "ロイター通信によると、橋は閉鎖された。", ["ロイター通信"]),
    ("ko", "연합뉴스에 따르면 다리가 폐쇄됐다.", ["연합뉴스"]),
    ("sv", "Enligt nyhetsbyrån Reuters är bron stängd.", ["Reuters"]),
    ("no", "Broen er stengt, melder NTB.", ["NTB"]),
    ("da", "Broen er lukket, skriver Berlingske.", ["Berlingske"]),
    ("fi", "Silta on suljettu, kertoo uutistoimisto AFP.", ["AFP"]),
    ("el", "Σύμφωνα με το Reuters, η γέφυρα έκλεισε.", ["Reuters"]),
    ("he", "לפי סוכנות הידיעות רויטרס הגשר נסגר.", ["רויטרס"]),
    ("ro", "Podul este închis, relatează agenția TASS.", ["TASS"]),
    ("hu", "A hidat lezárták – jelentette az MTI.", ["MTI"]),
    ("vi", "Theo hãng tin Reuters, cây cầu đã đóng.", ["Reuters"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_sentences(language: str, text: str, expected: list[str]) -> None:
    assert cited(text, language) == expected


@pytest.mark.parametrize("text", [text for language, text, _ in SENTENCES if language not in ("cs", "no", "da", "en")])
def test_a_wrong_declared_language_does_no_harm(text: str) -> None:
    padding = (text + "\n") * 8
    assert cited(padding, "en") == cited(padding, None)


@pytest.mark.parametrize(
    "text",
    [
        "CMG rose 3 % in Toronto after the company cut its forecast.",
        "CCTV footage shows the van leaving.",
        "The DPA binds the processor, the lawyer said.",
        "The AP2 motorway was closed, police said.",
        "PTI chairman Gohar Khan said the rally would go ahead.",
        "Reuters shares fell two percent.",
        "The former BBC presenter was arrested.",
        "She was born in Boulder, the family said.",
        "He posted on Facebook and Instagram.",
        "According to Michael Bloomberg, the city can wait.",
        "Media reports said nothing about it.",
        "Reports in the media were wrong.",
        "Bloomberg denied that he ever said it, Bloomberg said. Michael R. Bloomberg was mayor then.",
        "The levels fell, according to a study published in The\xa0Journal\xa0of Nutrition.",
        "The vote was close, according to the Spokesman-Review.",
    ],
)
def test_traps(text: str) -> None:
    assert cited(text, "en") == []


@pytest.mark.parametrize("blank", [" ", "\xa0"])
def test_a_word_before_a_name_makes_it_another_s_across_any_blank(blank: str) -> None:
    text = f"It was Kelso{blank}Stern again.{blank}Stern wrote of it."
    kept = without_namesakes(text, outlets.find(text), "en")
    assert [mention.start for mention in kept] == [text.rindex("Stern")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor resigned, Bloomberg reported. Michael Stone was mayor then.", "Bloomberg News"),
        ("On Monday The Sun reported that the mayor had resigned.", "The Sun"),
        ("The firm was sold, according to Forbes.", "Forbes"),
    ],
)
def test_a_name_stays_an_outlet_s_where_nobody_bears_it(text: str, name: str) -> None:
    assert cited(text, "en") == [name]


def test_an_agency_does_not_cite_itself() -> None:
    text = "The road was closed, a witness told Reuters. CNN reported the same."
    credit = Credit("carried", Node("Reuters", "provider"), "row", NOWHERE)
    found = find_citations(page_of(text, "en"), Publisher("Example", "example.com", "observed"), (credit,))
    assert [c.outlet.name for c in found] == ["CNN"]


@pytest.mark.parametrize(("name", "domain"), [("BBC News", None), ("BBC", "bbc.co.uk"), (None, "www.bbc.com")])
def test_a_publisher_does_not_cite_itself(name: str | None, domain: str | None) -> None:
    found = find_citations(
        page_of("A witness told the BBC it was over.", "en"), Publisher(name, domain, "observed"), ()
    )
    assert found == ()


@pytest.mark.parametrize("label", ["caption", "related", "disclaimer", "byline", "credit"])
def test_only_reporting_is_read(label: Label) -> None:
    assert cited("According to Reuters, the bridge is closed.", "en", label) == []


def test_an_attribution_adds_its_outlet() -> None:
    text = "Quoth Reuters: the bridge is closed."
    attribution = Attribution(
        (Span(6, 13),), (Span(0, 5),), (Span(15, 35),), "indirect", Voice("outlet", "Reuters"), confidence=0.9
    )
    found = find_citations(page_of(text, "en"), Publisher(None, None, "inferred"), (), (attribution,))
    assert [(c.outlet.name, c.row, text[c.start : c.end]) for c in found] == [("Reuters", "attribution", "Reuters")]


def test_the_running_example(shared_path) -> None:
    text = shared_path("data/menafn-pakistan-kabul.txt").read_text(encoding="utf-8")
    end = text.index("ShareFacebook")
    page = Page(text, "text", (Block("body", 0, end, 1.0, "given"), Block("disclaimer", end, len(text), 1.0, "given")))
    found = find_citations(page, Publisher("MENAFN", "menafn.com", "observed"), ())
    assert [(c.outlet.name, c.outlet.type) for c in found] == [
        ("Samaa TV", "outlet"),
        ("Pakistani media outlets", "collective"),
    ]
    assert "reported" in found[0].cue.of(text)


def spans_hold(text: str, found: tuple[Citation, ...]) -> bool:
    return all(0 <= c.start < c.end <= len(text) and 0 <= c.cue.start <= c.cue.end <= len(text) for c in found)


@given(st.text(alphabet=st.sampled_from("Reuters told AFP,.“”\n said by the 据路透社 رويترز"), max_size=80))
def test_spans_stay_in_the_text(text: str) -> None:
    assert spans_hold(text, find_citations(page_of(text, "en"), Publisher(None, None, "inferred"), ()))


@pytest.mark.parametrize("line", ["the " * 60_000, "Reuters " * 30_000, "«" * 200_000, "a’" * 100_000, "A" * 250_000])
def test_long_hostile_lines_take_linear_time(line: str) -> None:
    def cost(text: str) -> float:
        begin = time.process_time()
        find_citations(page_of(text, "en"), Publisher(None, None, "inferred"), ())
        return time.process_time() - begin

    cost(line[:1000])
    quarter, whole = cost(line[: len(line) // 4]), cost(line)
    assert whole < 16 * quarter + 0.5
