"""Charsets that nothing declares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.charset import decode
from audit.capture.detect import detect
from audit.capture.encodings import names

TEXTS = [
    ("cp1252", "Die Brücke öffnete früh, sagte der Bürgermeister. Größer als gedacht, hieß es."),
    ("cp1252", "Le pont a ouvert très tôt, a déclaré la mairie. Une fête a été organisée près de la rivière."),
    ("cp1252", "El puente se abrió temprano, según dijo el alcalde. ¿Quién lo pagó? Los niños cantaron una canción."),
    ("cp1252", "Bron öppnade tidigt på fredagen, sade borgmästaren. Många människor åkte över vattnet."),
    ("cp1252", "A ponte abriu cedo, disse o prefeito. As crianças cantaram canções junto ao rio, à noite não."),
    ("cp1252", "“The bridge,” he said – the mayor’s brother – “opened early…”"),
    ("cp1251", "Мост открылся рано утром в пятницу, сообщил мэр города. Дети пели песни у реки."),
    ("koi8-r", "Мост открылся рано утром в пятницу, сообщил мэр города. Дети пели песни у реки."),
    ("cp1251", "Міст відкрили рано вранці в п’ятницу, повідомив мер міста. Їхні батьки теж співали."),
    ("iso8859-2", "Most otwarto wcześnie w piątek, powiedział burmistrz miasta. Dzieci śpiewały pieśni nad rzeką."),
    ("cp1250", "Most otwarto wcześnie w piątek, powiedział burmistrz miasta. Dzieci śpiewały pieśni nad rzeką."),
    ("cp1250", "Most byl otevřen brzy ráno v pátek, řekl starosta města. Děti zpívaly písně u řeky."),
    ("cp1253", "Η γέφυρα άνοιξε νωρίς το πρωί της Παρασκευής, είπε ο δήμαρχος της πόλης."),
    ("cp1254", "Köprü cuma sabahı erken açıldı, dedi belediye başkanı. Çocuklar şarkı söyledi."),
    ("cp1255", "הגשר נפתח מוקדם בבוקר יום שישי, אמר ראש העיר. הילדים שרו שירים ליד הנהר."),
    ("cp1256", "افتتح الجسر في وقت مبكر من صباح يوم الجمعة، بحسب رئيس البلدية. غنى الأطفال بجانب النهر."),
    ("cp874", "สะพานเปิดแต่เช้าวันศุกร์ นายกเทศมนตรีกล่าว เด็กร้องเพลงริมแม่น้ำ"),
    ("cp932", "橋は金曜日の朝早く開通したと市長は述べた。子供たちは川のそばで歌を歌った。"),
    ("euc_jp", "橋は金曜日の朝早く開通したと市長は述べた。子供たちは川のそばで歌を歌った。"),
    ("iso2022_jp", "橋は金曜日の朝早く開通したと市長は述べた。"),
    ("gb18030", "大桥星期五早晨开通，市长说。孩子们在河边唱歌，记者在现场看到许多市民。"),
    ("big5", "大橋星期五早晨開通，市長說。孩子們在河邊唱歌，記者在現場看到許多市民。"),
    ("cp949", "다리가 금요일 아침 일찍 열렸다고 시장이 말했다. 아이들은 강가에서 노래를 불렀다."),
]


@pytest.mark.parametrize(("codec", "text"), TEXTS, ids=[f"{n}-{c}" for n, (c, _) in enumerate(TEXTS)])
@pytest.mark.parametrize(
    "frame", ["{}", "<html><head><title>x</title></head><body><p class='a'>{}</p><i>b</i></body></html>"]
)
def test_the_text_is_read_as_written(codec, text, frame) -> None:
    got = decode(frame.format(text).encode(codec))
    assert text in got.text, got.charset
    assert got.source == "detected"


def test_the_declared_language_tips_the_scale() -> None:
    text = "Az autó elment, ő és ű nélkül".encode("cp1250")
    assert detect(text, b'<html lang="hu">') == "windows-1250"


@given(st.binary(max_size=200))
def test_any_bytes_have_a_charset(sample) -> None:
    assert detect(sample, sample) in names()
