"""Frames in which languages say who speaks: word orders, inversion, places, documents; and sentences that only look so."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions
from audit.provenance.attributions.languages.words import LANGUAGES

VOICES = [
    ("de", "„Niemand hat uns gewarnt“, seufzt der Landwirt Josef Huber.", "der Landwirt Josef Huber", "person"),
    ("de", "Wie die Polizei am Montag mitteilte, ist die Brücke zu.", "die Polizei", "government"),
    ("de", "Aus dem Schreiben geht hervor, dass der Vertrag gekündigt wurde.", "Aus dem Schreiben", "document"),
    ("de", "Der CDU-Abgeordnete Jens Möller sprach von einem „Skandal“.", "Der CDU-Abgeordnete Jens Möller", "person"),
    ("de", "Mehrere mit der Sache vertraute Personen sagten, der Verkauf stehe bevor.",
     "Mehrere mit der Sache vertraute Personen", "unnamed"),
    ("de", "Dem Bericht zufolge steigen die Kosten.", "Dem Bericht", "document"),
    ("de", "Die Ermittler gehen davon aus, dass der Täter allein handelte.", "Die Ermittler", "unnamed"),
    ("de", "Der Minister hat am Montag gesagt, die Brücke sei zu.", "Der Minister", "person"),
    ("de", "Der Bürgermeister zeigt sich erleichtert: „Wir haben es endlich geschafft.“",
     "Der Bürgermeister", "person"),
    ("de", "In einer Mitteilung des Unternehmens hieß es, der Betrieb laufe weiter.",
     "einer Mitteilung des Unternehmens", "document"),
    ("de", "„Wir brauchen mehr Personal“, klagt eine Pflegerin, die anonym bleiben möchte.",
     "eine Pflegerin", "unnamed"),
    ("fr", "« C'est une catastrophe », souffle Moussa Traoré, cultivateur à Ségou.", "Moussa Traoré", "person"),
    ("fr", "« C'est fini », a-t-il ajouté.", "il", "person"),
    ("fr", "Trois soldats ont été tués, a-t-on appris vendredi de sources diplomatiques.",
     "sources diplomatiques", "unnamed"),
    ("fr", "Pour Amadou Diallo, chercheur à Dakar, cette décision « n'a aucun sens ».", "Amadou Diallo", "person"),
    ("fr", "Un courriel du 3 mars, consulté par Ouest-France, semble l'attester.", "Un courriel du 3 mars", "document"),
    ("fr", "Comme l'explique Sophie Martin, hydrologue, les nappes se rechargent lentement.",
     "Sophie Martin", "person"),
    ("fr", "Contacté, le directeur du site, Bertrand Quéméneur, réfute toute négligence.",
     "le directeur du site, Bertrand Quéméneur", "person"),
    ("fr", "Un agent de l'hôpital, qui préfère taire son nom, décrit des couloirs bondés.",
     "Un agent de l'hôpital, qui préfère taire son nom", "unnamed"),
    ("fr", "Au sein de l'exécutif, on assure que « tout est sur la table ».", "sein de l'exécutif", "government"),
    ("es", "Así lo ha anunciado este lunes la consejera de Sanidad, Marta López, en rueda de prensa.",
     "la consejera de Sanidad, Marta López", "person"),
    ("es", "El detenido tenía antecedentes, según han informado fuentes policiales a Europa Press.",
     "fuentes policiales", "unnamed"),
    ("es", "La CNMC, que emitió un dictamen en octubre, ya avisó de que el límite es alto.",
     "La CNMC, que emitió un dictamen en octubre", "organisation"),
    ("es", "Un guardaparque que prefirió reservar su nombre matiza: «Se mata menos, o se cuenta menos».",
     "Un guardaparque", "unnamed"),
    ("es", "El estudio, publicado en una revista, concluye que el hielo se derrite.",
     "El estudio, publicado en una revista", "document"),
    ("es", "Desde el sindicato señalan que no hay acuerdo.", "el sindicato", "organisation"),
    ("it", "Lo rende noto l'assessorato regionale alla Sanità.", "l'assessorato regionale", "government"),
    ("it", "\"Nessun allevatore sarà lasciato solo\", assicura l'assessora Bonaria Melis, che quantifica il fondo.",
     "l'assessora Bonaria Melis", "person"),
    ("it", "Dal Viminale fanno sapere che i controlli continueranno.", "Viminale", "government"),
    ("it", "A dirlo è il procuratore capo, Luigi Bianchi.", "il procuratore capo", "person"),
    ("it", "Un dipendente, che chiede l'anonimato, parla di turni massacranti.",
     "Un dipendente, che chiede l'anonimato", "unnamed"),
    ("it", "L'avvocato della famiglia, Marco Verdi, annuncia ricorso.",
     "L'avvocato della famiglia, Marco Verdi", "person"),
    ("pt", "\"O cheiro era muito forte\", relatou a aposentada Ivonete Bispo dos Anjos, que viajava ali.",
     "aposentada Ivonete Bispo dos Anjos", "person"),
    ("pt", "Em nota, a prefeitura informou que as obras serão concluídas em junho.", "a prefeitura", "government"),
    ("pt", "Interlocutores do presidente afirmam, sob reserva, que a troca está decidida.",
     "Interlocutores do presidente", "unnamed"),
    ("pt", "O documento, a que o Público teve acesso, prevê cortes de 5%.", "O documento", "document"),
    ("pt", "Testemunhas relataram ter ouvido vários disparos.", "Testemunhas", "unnamed"),
    ("nl", "\"Het is een schande\", aldus wethouder Jan de Boer.", "wethouder Jan de Boer", "person"),
    ("nl", "Uit stukken die in handen zijn van de krant blijkt dat de directie op de hoogte was.",
     "stukken", "document"),
    ("nl", "Critici wijzen erop dat de regels te streng zijn.", "Critici", "collective"),
    ("nl", "Dat zegt minister Van Weel in een interview.", "minister Van Weel", "person"),
    ("pl", "– Nikt nas nie pytał – denerwuje się sołtys Adam Wróbel.", "sołtys Adam Wróbel", "person"),
    ("pl", "W oświadczeniu spółka zapewniła, że klienci nie ucierpią.", "spółka", "organisation"),
    ("pl", "Z raportu NIK wynika, że pieniądze wydano niezgodnie z prawem.", "raportu NIK", "document"),
    ("pl", "Jak poinformował rzecznik straży pożarnej st. kpt. Karol Kierzkowski, w akcji brało udział 20 zastępów.",
     "rzecznik straży pożarnej st. kpt. Karol Kierzkowski", "person"),
    ("pl", "Osoba z otoczenia premiera przyznaje, że decyzja już zapadła.", "Osoba z otoczenia premiera", "unnamed"),
    ("ru", "— Это позор, — возмущается депутат Иван Сидоров.", "депутат Иван Сидоров", "person"),
    ("ru", "Источник, близкий к Кремлю, рассказал «Медузе», что решение принято.",
     "Источник, близкий к Кремлю", "unnamed"),
    ("ru", "Президент Украины Владимир Зеленский заявил, что переговоры продолжатся.",
     "Президент Украины Владимир Зеленский", "person"),
    ("ru", "Согласно отчёту ООН, голодают 300 млн человек.", "отчёту ООН", "document"),
    ("ru", "В сообщении компании говорится, что производство остановлено.", "сообщении компании", "document"),
    ("tr", "Bakanlıktan yapılan açıklamada, üretimin durduğu belirtildi.",
     "Bakanlıktan yapılan açıklamada", "document"),
    ("tr", "\"Her şeyimizi kaybettik\" diyen Ayşe Yılmaz, yardım beklediklerini söyledi.", "Ayşe Yılmaz", "person"),
    ("tr", "TÜİK verilerine göre enflasyon yüzde 3 arttı.", "TÜİK verilerine", "document"),
    ("tr", "Adının açıklanmasını istemeyen bir yetkili, kararın alındığını söyledi.",
     "Adının açıklanmasını istemeyen bir yetkili", "unnamed"),
    ("tr", "CHP Genel Başkanı Özgür Özel, hükümeti eleştirdi.", "CHP Genel Başkanı Özgür Özel", "person"),
    ("ar", "ونقلت وكالة رويترز عن مصادر مطلعة أن الصفقة قريبة.", "مصادر مطلعة", "unnamed"),
    ("ar", "وأعلن الجيش الإسرائيلي مقتل جنديين.", "الجيش الإسرائيلي", "government"),
    ("ar", "وجاء في بيان للشركة أن الإنتاج توقف.", "بيان للشركة", "document"),
    ("ar", "وقال شهود عيان لوكالة فرانس برس إنهم سمعوا انفجارا.", "شهود عيان", "unnamed"),
    ("ja", "「ここで続けたい」と語るのは、店主の田中花子さん（48）だ。", "店主の田中花子さん（48）", "person"),
    ("ja", "住民からは「説明が足りない」との声が上がる。", "住民", "unnamed"),
    ("ja", "被告の弁護人は控訴する方針を示した。", "被告の弁護人", "unnamed"),
    ("ja", "原告団の鈴木一郎団長は判決後、「不当判決だ」と憤った。", "原告団の鈴木一郎団長", "person"),
    ("ko", "전문가들은 재발 가능성이 있다고 경고한다.", "전문가들", "collective"),
    ("ko", "업계에서는 가격 인상이 불가피하다는 분석이 나온다.", "업계", "collective"),
    ("ko", "소방당국은 3억원의 재산 피해가 난 것으로 추산했다.", "소방당국", "government"),
    ("zh", "不过，也有业内人士质疑鱼的品种。", "业内人士", "unnamed"),
    ("zh", "一份流传于网络的检测单显示结果为“待定”。", "一份流传于网络的检测单", "document"),
    ("ro", "Surse din cadrul ministerului Energiei au afirmat că mina se închide.",
     "Surse din cadrul ministerului Energiei", "unnamed"),
    ("ro", "Analiștii energetici avertizează că prețul crește.", "Analiștii energetici", "collective"),
    ("fi", "Vesilaitoksen mukaan pumppaamo vikaantui.", "Vesilaitoksen", "government"),
    ("fi", "Tutkijat arvioivat, että hinta nousee.", "Tutkijat", "collective"),
    ("hu", "A miniszter közölte, hogy a híd zárva van.", "A miniszter", "person"),
    ("bg", "Експертите предупреждават, че цената расте.", "Експертите", "collective"),
    ("hr", "Stručnjaci upozoravaju da cijena raste.", "Stručnjaci", "collective"),
    ("sr", "Stručnjaci upozoravaju da cena raste.", "Stručnjaci", "collective"),
    ("sr", "Министар је изјавио да је мост затворен.", "Министар", "person"),
    ("sk", "Podľa polície je most zatvorený.", "polície", "government"),
    ("sk", "Odborníci varujú, že cena rastie.", "Odborníci", "collective"),
    ("uk", "Експерти попереджають, що ціна зростає.", "Експерти", "collective"),
    ("uk", "За словами речниці поліції, міст зачинено.", "речниці поліції", "government"),
    ("cs", "Odborníci varují, že cena roste.", "Odborníci", "collective"),
    ("cs", "Podle policie je most zavřený.", "policie", "government"),
    ("sv", "Forskare varnar för att bron rasar.", "Forskare", "collective"),
    ("bn", "পুলিশ জানায়, সেতু বন্ধ।", "পুলিশ", "government"),
    ("he", "לדברי המשטרה, הגשר סגור.", "המשטרה", "government"),
]  # fmt: skip


def found(language: str, text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, [Block("body", 0, len(text), 1.0, "")], language)[0]


@pytest.mark.parametrize(("language", "text", "who", "kind"), VOICES)
def test_the_speaker_and_the_type_of_voice(language: str, text: str, who: str, kind: str) -> None:
    voices = [(source.of(text), one.voice.type) for one in found(language, text) for source in one.source]
    assert (who, kind) in voices


NOBODY = [
    ("de", "Zeugen, die Hinweise geben können, melden sich bitte bei der Wache."),
    ("de", "Ich sagte ihm, dass die Brücke zu ist."),  # the writer is no source
    ("de", "Der Bau, der sich Vorteile davon verspricht, ruht."),  # a clause that describes
    ("de", "Die Brücke wird in Büchern oft zitiert."),  # a participle of the passive
    ("de", "Man darf das laut sagen."),  # an infinitive behind a modal verb
    ("de", "Das Haus »Sonnenhof« einen Sommer lang mieten."),  # a name in quotation marks, and no verb behind it
    ("fr", "Les prix varient selon qu'il pleut."),
    ("es", "Nadie dijo nada."),
    ("pl", "Za mostem stoi dom."),
    ("ja", "橋は「老橋」と呼ばれる。"),
    ("ko", "다리는 사흘째 닫혀 있다."),
    ("fi", "Silta on suljettu."),
    ("ro", "Podul este închis de trei zile."),
    ("hu", "A híd három napja zárva van."),
    ("bg", "Мостът е затворен от три дни."),
    ("hr", "Most je zatvoren tri dana."),
    ("sr", "Мост је затворен три дана."),
    ("sk", "Most je zatvorený tri dni."),
    ("he", "הגשר סגור שלושה ימים."),
    ("bn", "সেতুটি তিন দিন বন্ধ।"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_speaks(language: str, text: str) -> None:
    assert not found(language, text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "El ministro Juan Pérez dijo que no. “Seguiremos aquí”, añadió.", "Juan Pérez"),
        ("it", "La sindaca Anna Bianchi ha detto di no. «Restiamo qui», ha aggiunto.", "Anna Bianchi"),
        ("fr", "Le préfet Jean Morel a parlé d'un accident. « Le pont tiendra », a-t-il ajouté.", "Jean Morel"),
        ("de", "Minister Hans Weber sagte ab. „Wir bleiben hier“, betonte der Minister.", "Hans Weber"),
    ],
)
def test_a_pronoun_a_title_and_a_subject_left_out_go_back_to_the_name(language: str, text: str, name: str) -> None:
    assert found(language, text)[-1].voice.name == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Laut Dr. Anna Weber bleibt die Brücke ab 3. Mai zu."),
        ("fr", "Selon M. Morel, le pont est fermé."),
        ("pl", "Według prof. Nowaka most jest zamknięty."),
    ],
)
def test_abbreviations_and_ordinals_end_no_sentence(language: str, text: str) -> None:
    (one,) = found(language, text)
    assert one.content[-1].end == len(text) - 1


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_its_verbs_and_head_words(language: str) -> None:
    from audit.lexicon import speech

    ids = [row.id for row in speech.rows(language)]
    assert len(ids) == len(set(ids))
    assert speech.forms(language, "say")
    assert {"unnamed", "local", "stance", "collective", "document", "government"} <= set(
        speech.forms(language, "head").values()
    )
