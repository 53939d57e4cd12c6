"""What is measured about Spanish: syllables, ease, *usted*, and what it shares with its English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.content.prose import spanish

#: Words as the Academy’s spelling parts them (a weak vowel joins whatever the ear says), by hand, hard ones first.
PARTED = """
a-é-re-o ca-er le-ó-n pa-ís ma-íz ra-íz ba-úl a-ho-ra al-co-hol prohi-bir pro-hí-be bú-ho a-hí ve-hí-cu-lo re-hén co-he-te
a-ho-rrar al-ba-ha-ca za-na-ho-ria o-í-do o-ír ca-í-da le-í-do cre-er cre-í-do le-er po-se-er pe-or te-a-tro po-e-ta hé-ro-e
lí-ne-a á-re-a i-dó-ne-o o-cé-a-no ca-o-ba a-ta-úd trans-e-ún-te re-ú-ne reu-nir ciu-dad ciu-da-da-no viu-da rui-do
cui-da-do je-sui-ta rei-na rey ley le-yes hoy hay muy es-toy voy soy buey Pa-ra-guay U-ru-guay y ma-yo a-yu-da ya yo
yer-no in-yec-tar con-yu-gal gue-rra gui-ta-rra que qui-so quie-re a-quí quin-ce gua-po a-gua len-gua len-gua-je pin-güi-no
ver-güen-za an-ti-güe-dad bi-lin-güe gue-to guar-dia guar-dia-nes cua-tro cuen-to cues-tión ac-ción de-ten-ción de-por-ta-ción
in-mi-gra-ción au-dien-cia pa-cien-cia li-cen-cia po-li-cí-a te-ní-a ha-bí-a dí-a Ma-rí-a o-fi-cial ju-di-cial es-pe-cial
a-sun-to au-to au-tor au-la eu-ro deu-da Eu-ro-pa bou le-ja-no fian-za fian-zas dia-rio via-je via-jar cam-bio cam-bie
es-tu-diáis es-tu-dia a-ve-ri-gua a-ve-ri-güe con-ti-nú-a con-ti-nuo ac-tú-a ac-tua-ción ac-tuar e-va-lú-a san-tua-rio
le-al re-al re-a-li-dad cam-pe-ón le-ón cu-bo-a ca-no-a bo-a tí-o tí-a rí-o rí-e rí-en son-rí-e frí-o en-ví-o en-ví-e
con-fí-e fiel pie pier-de bien tie-ne tie-nen vie-ne siem-pre puer-ta pue-de pue-den jue-ves juez jue-ces jui-cio
ruin hui-da huir hu-yó cons-truir cons-tru-yó flui-do gra-tui-to cir-cui-to in-clui-do in-clu-ye o-es-te No-é
a-e-ro-puer-to a-e-ro-lí-ne-a so-li-ci-tud re-ten-ción de-te-ni-do a-bo-ga-do or-den cár-cel fe-de-ral mi-gra
con-su-la-do re-pre-sen-tan-te a-cre-di-ta-do com-pa-re-cen-cia pro-ba-to-ria de-sa-yu-no mue-stra i-gual i-gua-les
ar-güir sil-bé hé-ro-es li-cua-do co-o-pe-rar zo-o al-co-ho-les re-em-pla-zar le-en ve-en cre-en po-se-en
ví-a a-ún aun-que oi-go oi-ga trai-go trái-gan-lo a-vi-sa-re-mos bai-le pei-ne seis vein-te trein-ta
sa-úl e-go-ís-ta prohi-bi-ción rehu-sar re-hú-sa des-ahu-cio des-a-ho-go
"""  # fmt: skip
TABLE = {word.replace("-", ""): word.count("-") + 1 for word in PARTED.split()}


def test_the_table_of_hard_words_is_long():
    assert len(TABLE) >= 150


@pytest.mark.parametrize(("word", "count"), TABLE.items())
def test_syllables(word, count):
    assert spanish.syllables(word) == count


EASY = (
    "No abra la puerta. Pida ver la orden. Diga que no. Llame a un abogado hoy, y no firme nada antes de hablar con él."
)
HARD = (
    "La implementación administrativa de procedimientos gubernamentales extraordinarios correspondientes a autoridades "
    "departamentales internacionales imposibilita sistemáticamente consideraciones humanitarias individuales de las comunidades."
)


def test_short_words_and_sentences_read_easily():
    assert spanish.ease(EASY) > 80
    assert spanish.ease(HARD) < 20
    assert spanish.measured(HARD) == (len(HARD.split()) >= spanish.MEASURED_WORDS)
    assert spanish.ease("") == 100


def test_references_and_marks_do_not_count():
    assert spanish.ease("Vea a un *abogado*. Vea [[8 CFR 287.7(d)]].") == spanish.ease("Vea a un abogado. Vea .")


TU = (
    ("Usted puede callar. No firme.", []), ("No firmes nada.", ["No firmes"]), ("Eso te dicen.", ["te"]), ("tus papeles", ["tus"]),
    ("No los abras.", ["No los abras"]), ("Avísanos antes.", ["Avísanos"]), ("Ve a un abogado.", ["Ve"]), ("Si usted ve a un agente.", []),
    ("La cita es hoy.", []), ("Dos citas y las firmas.", []), ("no más tres antes", []), ("¿Qué debes decir?", ["debes"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "found"), TU)
def test_who_is_spoken_to(text, found):
    assert spanish.familiar(text) == found


FACTS = (
    ("Within 48 hours.", "Dentro de 48 horas.", ""),
    ("Within 48 hours.", "Dentro de 72 horas.", "the number 48"),
    ("On November 22, 2026.", "El 22 de noviembre de 2026.", ""),
    ("On November 22, 2026.", "El 22 de octubre de 2026.", "November must say noviembre"),
    ("You may ask in 2026.", "En 2026 puede preguntar.", ""),
    ("Two years.", "Más de 2 años.", ""),
    ("A year.", "Más de 2 años.", "the number 2 is not in the English"),
    ("See 8 CFR 287.7(d).", "Vea 8 CFR 287.7(a).", "the citation 287.7(d)"),
    ("Form I-205.", "El formulario I-200, no el 205.", "the citation I-205"),
    ("A warrant.", "El formulario I-205.", ""),
    ("See [[8 USC 1357]].", "Vea [[la ley|8 USC 1357]].", ""),
    ("See [[8 USC 1357]].", "Vea [[8 USC 1226]].", "references"),
    ("Call 855-435-7693.", "Llame al 855-435-7639.", "phone number 855-435-7693"),
)


@pytest.mark.parametrize(("english", "words", "fault"), FACTS)
def test_what_both_languages_share(english, words, fault):
    found = list(spanish.faults(english, words))
    assert bool(found) == bool(fault)
    assert any(fault in one for one in found) or not fault


FORBIDDEN = (
    ("Una orden de expulsión.", ["orden de expulsión"]), ("la Orden de Expulsión", ["orden de expulsión"]),
    ("Se llama “orden de expulsión”.", []), ("dice *orden de expulsión*", []), ("una orden de expulsión rápida", []),
    ("la ley TRUST", ["ley TRUST"]), ("La Ley TRUST", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FORBIDDEN)
def test_words_that_are_not_ours(text, found):
    assert spanish.forbidden(text, ["orden de expulsión", "ley TRUST"], ["orden de expulsión rápida"]) == found


@given(st.text())
def test_any_text_can_be_measured(text):
    assert spanish.ease(text) <= 300
    assert spanish.syllables(text) >= 1
    assert not list(spanish.faults(text, text)) or "date" in next(spanish.faults(text, text))
    spanish.familiar(text)
