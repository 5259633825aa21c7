"""German writes every noun with a capital: what stands where a speaker would, and cannot speak."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions

SPEAK = [
    ("Die IG Metall fordert, dass die Aufträge im Land bleiben.", "Die IG Metall"),
    ("Der Club teilte mit, dass der Trainer bleibt.", "Der Club"),
    ("Von der Leyen sagte, die Brücke sei zu.", "Von der Leyen"),
    ("Über 200 Ärzte fordern, dass die Klinik bleibt.", "Über 200 Ärzte"),
    ("Die Landesregierung stellt klar, dass die Brücke zu ist.", "Die Landesregierung"),
    ("Zwei Winzer klagen: „Der Frost hat alles zerstört.“", "Zwei Winzer"),
    ("Die Studie zeigt, dass die Brücke zu ist.", "Die Studie"),
    ("Anna Kessler findet, dass die Brücke weg muss.", "Anna Kessler"),
    ("Diese Frau sagte, die Brücke sei zu.", "Diese Frau"),
    ("Sie teilten mit, dass die Brücke zu ist.", "Sie"),
]
SILENT = [
    "Solche Verträge stellen die teuerste Form der Versorgung dar.",
    "Unter Berücksichtigung der Kosten gehen wir davon aus, dass es reicht.",
    "Die Schneeoberfläche zeigte, dass der Wind stark war.",
    "Glauben Sie, dass die Haushalte das bezahlen?",
    "Sie teilen Ihre Meinung mit, dass es reicht.",
    "Falls du zornig bist, sollst du einen Brief schreiben: „So nicht.“",
    "Die Sache, die von der Nachbarin erklärt wird, dass sie stimmt, bleibt.",
    "Seitdem teilen Menschen Fotos mit dem Satz „Wir erinnern“.",
    "Dieser Druck führte dazu, dass jeder an sich dachte.",
    "Baureihen bezeichneten die Wagen, dass man sie erkannte.",
]


@pytest.mark.parametrize(("text", "source"), SPEAK)
def test_who_can_speak(text: str, source: str) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], "de")
    assert source in [one.source[0].of(text) for one in found if one.source]


@pytest.mark.parametrize("text", SILENT)
def test_what_cannot(text: str) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], "de")
    assert [one.source for one in found] == []
