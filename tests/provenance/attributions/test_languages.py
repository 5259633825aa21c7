"""Attributions outside English: who speaks, of what type, and sentences in which nobody does."""

from __future__ import annotations

import time

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions

VOICES = [
    ("zh", "“桥已经关了三天。”林阿姨对本报记者说。", "林阿姨", "person"),
    ("zh", "据市气象台介绍，降雨将持续到周五。", "市气象台", "government"),
    ("zh", "一名要求匿名的船厂工人告诉记者，工资拖欠了半年。", "工人", "unnamed"),
    ("zh", "一份内部合同显示，工期只有九个月。", "合同", "document"),
    ("ja", "村役場の担当者によると、道は来月開く。", "担当者", "unnamed"),
    ("ja", "漁協の浜田健一さん（58）は「網が破れた」と話した。", "浜田健一", "person"),
    ("ja", "県の防災計画では、避難所を「各地区に置く」と定めている。", "防災計画", "document"),
    ("ko", '어민 박순애(70) 씨는 "사흘째 배를 못 띄웠다"고 말했다.', "박순애", "person"),
    ("ko", "익명을 요구한 조선소 관계자는 임금이 밀렸다고 전했다.", "관계자", "unnamed"),
    ("ko", "감사보고서에 따르면 공사비는 두 배로 늘었다.", "감사보고서", "document"),
    ("fa", "به گفته پلیس، پل بسته است.", "پلیس", "government"),
    ("fa", "ماهیگیران می‌گویند که پل بسته است.", "ماهیگیران", "collective"),
    ("ru", "В управлении порта сообщили, что мост закрыт до весны.", "управлении порта", "government"),
    ("ru", "В договоре с подрядчиком сказано, что мост закроют.", "договоре", "document"),
    ("uk", "Рибалки стверджують, що міст зачинено.", "Рибалки", "collective"),
    ("pl", "Z protokołu wynika, że most jest zamknięty.", "protokołu", "document"),
    ("pl", "Historycy przypominają, że most stał tu już w 1900 roku.", "Historycy", "collective"),
    ("cs", "Podle policie je most zavřený.", "policie", "government"),
    ("es", "Un obrero que trabajó en el puente y que pidió reserva afirma que falta acero.", "Un obrero", "unnamed"),
    ("es", "Para la ingeniera Berta Lizano, el puente “aguanta diez años”.", "Berta Lizano", "person"),
    ("pt", "Um estudo publicado em maio por duas universidades concluiu que a ponte aguenta.", "Um estudo", "document"),
    ("it", "Da fonti della prefettura si apprende che il ponte regge.", "fonti della prefettura", "unnamed"),
    ("fr", "« Le pont tiendra », résume Odile Marchand, ingénieure du chantier.", "Odile Marchand", "person"),
    ("sv", "Enligt polisen är bron stängd.", "polisen", "government"),
    ("no", "Ifølge politiet er broen stengt.", "politiet", "government"),
    ("da", "Fiskere hævder, at broen er usikker.", "Fiskere", "collective"),
    ("tr", "Balıkçılar ise köprünün kapandığını dile getirdi.", "Balıkçılar", "collective"),
    ("id", "Menurut polisi, jembatan itu ditutup.", "polisi", "government"),
    ("vi", "Theo cảnh sát, cây cầu bị đóng.", "cảnh sát", "government"),
    ("el", "Σύμφωνα με την αστυνομία, η γέφυρα είναι κλειστή.", "αστυνομία", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who", "kind"), VOICES)
def test_the_voice_of_a_sentence(language: str, text: str, who: str, kind: str) -> None:
    found, coverage = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], language)
    assert coverage == "partial"
    assert any(who in source.of(text) for one in found for source in one.source)
    assert not kind or any(one.voice.type == kind for one in found)


NOBODY = {
    "zh": ["这座桥俗称“老桥”。", "据此，工程继续进行。", "他对结果表示满意。", "屏幕上显示了时间。", "孩子们学会了说话。"],
    "ja": ["これによって橋が揺れた。", "男性は英語を話す。", "住民は船で病院に通う。", "計画では橋が二本かかる。"],
    "ko": ["다리는 사흘째 닫혀 있다.", "아이는 이름을 종이에 적었다.", "시는 오는 20일 설명회를 연다."],
    "fa": ["پل سه روز است که بسته است.", "در خیابان برف آمده بود."],
    "ru": ["В городе стоит мост.", "На мосту лежал снег.", "По дороге шли рыбаки."],
    "uk": ["У місті стоїть міст.", "Рибалки пішли на берег."],
    "pl": ["Z mostu widać rzekę.", "Rybacy wyszli na brzeg."],
    "cs": ["Z mostu je vidět řeka.", "Rybáři vyšli na břeh."],
    "es": ["Para el pueblo, el puente abrió en 1990.", "Los pescadores salieron al mar.", "El puente está cerrado."],
    "pt": ["A conta do mês chegou.", "Os pescadores saíram ao mar."],
    "it": ["Da lontano il ponte pare nuovo.", "I pescatori sono usciti in mare."],
    "fr": ["Il soulève le couvercle de la caisse.", "Les pêcheurs sont partis en mer."],
    "de": ["Die Fischer fuhren aufs Meer.", "Die Brücke ist seit Montag zu."],
    "nl": ["De vissers voeren naar zee.", "De brug is dicht."],
    "sv": ["Fiskarna gick till sjöss.", "Bron är stängd sedan måndag."],
    "no": ["Fiskerne dro til sjøs.", "Broen er stengt siden mandag."],
    "da": ["Fiskerne tog til søs.", "Broen er lukket siden mandag."],
    "tr": ["Balıkçılar denize açıldı.", "Köprü üç gündür kapalı."],
    "ar": ["خرج الصيادون إلى البحر.", "الجسر مغلق منذ الاثنين."],
    "ur": ["ماہی گیر سمندر کو گئے۔"],
    "hi": ["मछुआरे समुद्र में गए।"],
    "id": ["Nelayan pergi ke laut.", "Jembatan itu ditutup tiga hari."],
    "vi": ["Ngư dân ra khơi.", "Cây cầu bị đóng."],
    "el": ["Οι ψαράδες βγήκαν στη θάλασσα."],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in NOBODY.items() for text in texts])
def test_nobody_speaks(language: str, text: str) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], language)
    assert not found


REPEATED = [
    ("zh", "据港务局介绍，码头恢复运营。"),
    ("ja", "港湾局によると、岸壁は開く。"),
    ("ko", "기상청에 따르면 비가 온다. "),
]


@pytest.mark.parametrize(("language", "sentence"), REPEATED)
def test_time_is_linear(language: str, sentence: str) -> None:
    def seconds(times: int) -> float:
        text = "\n".join([sentence * 5] * times)
        start = time.process_time()
        find_attributions(text, [Block("body", 0, len(text), 1.0, "")], language)
        return time.process_time() - start

    seconds(5)
    assert seconds(400) < 40 * max(seconds(40), 0.01)


def test_norwegian_has_one_set_of_rows() -> None:
    text = "Ifølge politiet er broen stengt."
    for tag in ("nb", "nn-NO", "no"):
        assert find_attributions(text, [Block("body", 0, len(text), 1.0, "")], tag)[0]


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("de", "Die Bahn fährt ab Mai wieder.", "Das teilte die Stadtbahn-Gesellschaft am Dienstag mit."),
        ("it", "Il ponte riapre a maggio.", "Lo riferisce la polizia."),
        ("sv", "Bron öppnar på måndag.", "Det skriver Dagens Nyheter."),
    ],
)
def test_a_pronoun_gives_the_sentence_before_to_its_speaker(language: str, before: str, text: str) -> None:
    whole = f"{before} {text}"
    found, _ = find_attributions(whole, [Block("body", 0, len(whole), 1.0, "")], language)
    assert [span.of(whole) for one in found for span in one.content] == [before]
