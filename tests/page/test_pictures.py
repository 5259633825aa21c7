"""Captions without markup, told from sentences that speak of pictures."""

from __future__ import annotations

import pytest

from audit.page import pictures


@pytest.mark.parametrize(
    "text",
    [
        "The old quay at one of the daily low tides. Photo: Jon Nack/AFP",
        "(Credit: Clay Alder / Quay)",
        "Dym nad składowiskiem. Fot. Igor Malik / PAP".replace("Fot. ", "Fot.: "),
        "Der alte Kai im Winter (Foto: Mia Holt)",
        "Photo by Rosa Bal/PNA",
        "The old quay is to be mended in the spring. © Ferry Post",
        "Le vieux quai. Crédit photo : Mia Holt",
        "老街入口处的围挡 图源：视觉中国",
        "Старый причал. Фото: Анна Хвост/ТАСС",
    ],
)
def test_captions(text: str) -> None:
    assert pictures.is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "He posted a photo: it shows a cat on the quay.",
        "She asked for credit from Harbour Bank.",
        "The picture of the crowd had been altered by hand.",
        "Das Bild der Stadt wandelt sich.",
        "The fund is run by Image Works",
        "Below the map stood a line that named its owner: © Mia",
        "照片引起了很多人的注意。",
        "The council voted on Tuesday to move the terminal. " * 4 + "Photo: Mia Holt",
    ],
)
def test_sentences(text: str) -> None:
    assert not pictures.is_caption(text)
