"""Common nouns with an article that go back to whoever spoke before, and those that are several people or somebody else."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions

CASES = [
    ("de", "„Es war laut“, sagte Petra Lang. Die Zeugin erklärte, sie habe den Notruf gewählt.", "Petra Lang"),
    ("de", "„Es war laut“, sagte Petra Lang. Der Betrieb stehe still, sagten die Mitarbeiter.", "die Mitarbeiter"),
    ("de", "„Es war laut“, sagte Petra Lang. Nach Angaben der Mitarbeiter steht der Betrieb still.", "der Mitarbeiter"),
    ("de", "„Es war laut“, sagte Uwe Lang. Der Zeuge erklärte, er habe den Notruf gewählt.", "Uwe Lang"),
    ("de", "„Es war laut“, sagte Petra Lang. Ihren Angaben zufolge kam niemand zu Hilfe.", "Petra Lang"),
    ("fr", "« C'est long », dit Anne Roy. Selon elle, l'État a tardé.", "Anne Roy"),
    ("it", "«È lunga», dice Anna Neri. A suo avviso lo Stato ha tardato.", "Anna Neri"),
    ("pl", "– To długo trwa – mówi Anna Nowak. Jej zdaniem państwo zwlekało.", "Anna Nowak"),
    ("ru", "«Это долго», — сказала Анна Белова. По её словам, государство медлило.", "Анна Белова"),
    ("tr", "Müdür Ayşe Demir, eserin eski olduğunu söyledi. Demir'e göre yazıt okunabilir.", "Ayşe Demir"),
    (
        "de",
        "Am Samstag trifft Alexander Lang auf Tim Roth. Lang fehlt. Der 24-Jährige: „Ich bin traurig.“",
        "Alexander Lang",
    ),
    ("es", "«Fue terrible», dijo Ana Ruiz. La testigo explicó que llamó a la policía.", "Ana Ruiz"),
    ("es", "«Fue terrible», dijo Ana Ruiz. Los testigos explicaron que llamaron a la policía.", "Los testigos"),
]


@pytest.mark.parametrize(("language", "text", "name"), CASES)
def test_who_speaks_again(language: str, text: str, name: str) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], language)
    assert found[-1].voice.name == name


def test_a_body_is_one_voice_in_every_case() -> None:
    text = "Der Verband warnt vor Frost. Nach Angaben des Verbandes ist es kalt. Das teilte der Verband mit."
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "")], "de")
    assert {one.voice.key for one in found} == {"organisation:verband"}
