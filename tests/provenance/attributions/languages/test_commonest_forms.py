"""Direct speech and the commonest formulas of languages that are covered in part."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions


@pytest.mark.parametrize(
    ("language", "text", "source", "kind"),
    [
        ("de", "„Wir bleiben hier“, sagte Bürgermeisterin Anna Weber.", "Bürgermeisterin Anna Weber", "direct"),
        ("de", "Laut dem Innenministerium wurden drei Menschen verletzt.", "dem Innenministerium", "indirect"),
        (
            "de",
            "Ein Sprecher der Polizei erklärte, dass die Straße gesperrt sei.",
            "Ein Sprecher der Polizei",
            "indirect",
        ),
        ("fr", "« Nous resterons ici », a déclaré la maire Anne Weber.", "la maire Anne Weber", "direct"),
        ("fr", "Selon le ministère, trois personnes ont été blessées.", "le ministère", "indirect"),
        ("fr", "Le ministre a affirmé que la route était fermée.", "Le ministre", "indirect"),
        ("es", "«Nos quedaremos aquí», dijo la alcaldesa Ana Pérez.", "la alcaldesa Ana Pérez", "direct"),
        ("es", "Según el ministerio, tres personas resultaron heridas.", "el ministerio", "indirect"),
        ("es", "El ministro aseguró que la carretera estaba cerrada.", "El ministro", "indirect"),
        ("ar", "«سنبقى هنا»، قال المتحدث باسم الجيش.", "المتحدث باسم الجيش", "direct"),
        ("ar", "قال الوزير أحمد علي إن الطريق مغلق.", "الوزير أحمد علي", "indirect"),
        ("ar", "وفقا لوزارة الصحة، أصيب ثلاثة أشخاص.", "لوزارة الصحة", "indirect"),
        ("ur", "”ہم یہیں رہیں گے،“ وزیر احمد علی نے کہا۔", "وزیر احمد علی", "direct"),
        ("ur", "وزیر احمد علی نے کہا کہ سڑک بند ہے۔", "وزیر احمد علی", "indirect"),
        ("ur", "ذرائع کے مطابق تین افراد زخمی ہوئے۔", "ذرائع", "indirect"),
        ("hi", "“हम यहीं रहेंगे,” मंत्री अहमद अली ने कहा।", "मंत्री अहमद अली", "direct"),
        ("hi", "मंत्री अहमद अली ने कहा कि सड़क बंद है।", "मंत्री अहमद अली", "indirect"),
        ("hi", "सूत्रों के अनुसार तीन लोग घायल हुए।", "सूत्रों", "indirect"),
    ],
)
def test_form(language: str, text: str, source: str, kind: str) -> None:
    found, coverage = find_attributions(text, [Block("body", 0, len(text), 1.0, "test")], language)
    assert coverage == "partial"
    assert [(a.source[0].of(text), a.kind) for a in found] == [(source, kind)]


def test_elsewhere_nothing_is_claimed() -> None:
    text = "„Me jääme siia,“ ütles linnapea."
    assert find_attributions(text, [Block("body", 0, len(text), 1.0, "test")], "et") == ((), "not-assessable")
