"""From bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.charset import declared_in_markup, decode, mojibake
from audit.capture.encodings import decode_as, known, names, python_codec

RUSSIAN = "Мост открылся утром, сообщила мэрия. Движение началось в шесть часов, пробок нет."
GERMAN = "Die Brücke öffnete früh, sagte der Bürgermeister. „Größer als gedacht“, hieß es."
FRENCH = "Le pont a ouvert à l’aube, a déclaré la mairie. « Une fête », dit-elle."
JAPANESE = "橋は朝に開通したと市長は述べた。交通は六時に始まった。渋滞はなかったという。"
CHINESE = "大桥早晨开通，市长说。交通六点开始，没有拥堵。记者在现场看到许多市民。"
KOREAN = "다리가 아침에 열렸다고 시장이 말했다. 교통은 여섯 시에 시작되었다."


def page(text: str, charset: str | None) -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<!doctype html><html><head>{meta}<title>t</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "codec", "bom", "header", "meta", "charset", "source"),
    [
        (GERMAN, "utf-8", b"\xef\xbb\xbf", "windows-1251", "koi8-r", "utf-8", "bom"),
        (GERMAN, "utf-16-le", b"\xff\xfe", None, None, "utf-16le", "bom"),
        (GERMAN, "utf-16-be", b"\xfe\xff", "utf-8", None, "utf-16be", "bom"),
        (RUSSIAN, "cp1251", b"", "windows-1251", "koi8-r", "windows-1251", "header"),
        (RUSSIAN, "koi8-r", b"", None, "KOI8-R", "koi8-r", "meta"),
        (GERMAN, "cp1252", b"", "ISO-8859-1", None, "windows-1252", "header"),
        (FRENCH, "cp1252", b"", None, "latin1", "windows-1252", "meta"),
        (JAPANESE, "cp932", b"", None, "Shift_JIS", "shift_jis", "meta"),
        (JAPANESE, "euc_jp", b"", "EUC-JP", None, "euc-jp", "header"),
        (CHINESE, "gb18030", b"", None, "gb2312", "gbk", "meta"),
        (KOREAN, "cp949", b"", None, "euc-kr", "euc-kr", "meta"),
        (GERMAN, "utf-8", b"", None, "utf-16", "utf-8", "meta"),
        (GERMAN, "utf-8", b"", None, None, "utf-8", "detected"),
        ("Plain.", "ascii", b"", None, None, "utf-8", "default"),
        ("Plain.", "ascii", b"", "us-ascii", None, "windows-1252", "header"),
        (GERMAN, "utf-16-le", b"", None, None, "utf-16le", "detected"),
    ],
)
def test_the_standard_order(text, codec, bom, header, meta, charset, source) -> None:
    got = decode(bom + page(text, meta).encode(codec), header=header)
    assert (got.charset, got.source) == (charset, source)
    assert text in got.text
    assert got.notes == ()


@pytest.mark.parametrize(
    ("text", "codec", "charset"),
    [(RUSSIAN, "cp1251", "windows-1251"), (JAPANESE, "cp932", "shift_jis"), (RUSSIAN, "koi8-r", "koi8-r")],
)
def test_detection(text, codec, charset) -> None:
    got = decode(page(text * 3, None).encode(codec))
    assert text in got.text
    assert (got.charset, got.source) == (charset, "detected")


@pytest.mark.parametrize("html", [True, False])
def test_text_that_says_nothing_of_its_charset(html) -> None:
    got = decode((GERMAN * 3).encode("cp1252"), html=html)
    assert got.source == "detected"
    assert "Brücke öffnete früh" in got.text


@pytest.mark.parametrize(
    ("text", "codec", "header", "meta", "charset", "source", "says"),
    [
        (GERMAN, "utf-8", "iso-8859-1", None, "utf-8", "detected", "valid UTF-8"),
        ("Café.", "utf-8", "iso-8859-1", None, "utf-8", "detected", "valid UTF-8"),
        (RUSSIAN, "utf-8", "windows-1251", "utf-8", "utf-8", "meta", "valid UTF-8"),
        (GERMAN * 2, "cp1252", "utf-8", "windows-1252", "windows-1252", "meta", "not valid"),
        (RUSSIAN, "cp1251", "utf-8", None, "windows-1251", "detected", "not valid"),
        (GERMAN, "utf-8", "klingon", None, "utf-8", "detected", "does not exist"),
        (GERMAN, "utf-8", None, "x-klingon", "utf-8", "detected", "does not exist"),
        (GERMAN, "utf-8", "utf-16", None, "utf-8", "detected", "not"),
    ],
)
def test_labels_that_lie(text, codec, header, meta, charset, source, says) -> None:
    got = decode(page(text, meta).encode(codec), header=header)
    assert (got.charset, got.source) == (charset, source)
    assert text in got.text
    assert any(says in note for note in got.notes), got.notes


def test_some_broken_bytes_do_not_make_a_label_false() -> None:
    content = page(GERMAN * 20, "utf-8").encode() + b"\xff broken \xfe"
    got = decode(content)
    assert (got.charset, got.source) == ("utf-8", "meta")
    assert got.text.count("\ufffd") == 2
    assert any("2 places" in note for note in got.notes)


def test_a_replacement_character_of_the_page_is_no_fault() -> None:
    assert decode("The word \ufffd is in the page.".encode()).notes == ()


def test_open_places_of_windows_1252_are_controls() -> None:
    assert decode_as(b"a\x81\x8db\x93", "windows-1252") == ("a\x81\x8db“", 0)
    assert decode_as(b"\xaa", "windows-1253") == ("\ufffd", 1)


def test_mojibake_is_noted_and_kept() -> None:
    garbled = "â€œThe bridge opened,â€\x9d said the mayorâ€™s office. CafÃ© owners cheered."
    got = decode(page(garbled, "utf-8").encode())
    assert garbled in got.text
    assert any("windows-1252 before" in note for note in got.notes)
    for sound in (GERMAN, FRENCH, RUSSIAN, "Âge d’or, Ãƒ"):
        assert mojibake(sound) < 3


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=KOI8-R'>", "KOI8-R"),
        (b'<!-- <meta charset="koi8-r"> --><meta charset="big5">', "big5"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<meta name=viewport content=width><meta charset = 'euc-jp' />", "euc-jp"),
        (b"<p>charset=utf-8</p>", None),
        (b" " * 5000 + b"<meta charset=utf-8>", None),
    ],
)
def test_prescan(content, label) -> None:
    assert declared_in_markup(content) == label


def test_labels() -> None:
    assert known(" ISO-8859-1 ") == "windows-1252"
    assert known("'utf-8'") == "utf-8"
    assert known("nonsense") is None
    for name in names():
        "a".encode(python_codec(name))


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gbk", "windows-1252", "shift_jis", "utf-16", "x"]))
def test_anything_decodes(content, header) -> None:
    got = decode(content, header=header)
    assert got.charset in names()
    got.text.encode("utf-8")


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_utf8_comes_back_unchanged(text) -> None:
    if text[0] != "\ufeff" and "\x00" not in text and not text.isascii():
        assert decode(text.encode()).text == text
