"""The word lists, and guessing which of them to take."""

from dataclasses import fields

import pytest

from annotator.text.language import Language, codes, language, read
from annotator.text.recognise import recognise

SAID = {
    "en": "The president said on Monday that it was not for him to say what they would do.",
    "de": "Der Präsident sagte am Montag, dass er nicht mit ihnen sprechen wird.",
    "fr": "Le président a dit lundi que ce n’est pas à lui de parler avec les autres.",
    "es": "El presidente dijo el lunes que no es para él hablar con los demás.",
    "it": "Il presidente ha detto lunedì che non è per lui parlare con gli altri.",
    "pt": "O presidente disse na segunda-feira que não é para ele falar com os outros.",
    "nl": "De president zei maandag dat het niet aan hem is om met de anderen te spreken.",
    "pl": "Prezydent powiedział, że nie jest to dla niego i że już był w domu.",
    "tr": "Cumhurbaşkanı bu konuda bir şey söylemedi, ancak daha sonra çok iyi olduğunu belirtti.",
    "id": "Presiden mengatakan bahwa hal itu tidak untuk dia dan akan ada di sini.",
    "ru": "Президент сказал в понедельник, что это не так.",
    "he": "הנשיא אמר ביום שני כי זה לא כך.",
    "ar": "قال الرئيس يوم الاثنين إن ذلك ليس صحيحا في الحقيقة.",
    "fa": "رئیس جمهور روز دوشنبه گفت که این درست نیست.",
    "hi": "राष्ट्रपति ने सोमवार को कहा कि यह सच नहीं है।",
    "zh": "总统星期一说，这不是真的。",
    "ja": "大統領は月曜日に、これは本当ではないと述べた。",
}


@pytest.mark.parametrize("code", SAID)
def test_a_language_is_recognised(code):
    assert recognise(SAID[code]) == code


def test_a_language_without_a_file_is_unknown():
    finnish = (
        "Presidentti sanoi maanantaina että uudet harjoitukset ovat tarpeen kaikille kansalaisille "
    )
    assert recognise(finnish * 3) == ""
    assert recognise("Xyzzy " * 30) == ""


def test_kana_tell_japanese_from_chinese():
    assert recognise("東京都知事選挙結果発表の日程") == "ja"
    assert recognise("東京都知事選舉結果發表日程") == "zh"


def test_every_language_has_a_sentence_here():
    assert sorted(SAID) == list(codes())


@pytest.mark.parametrize("text", ["", "123 456 !", "안녕하세요"])
def test_an_unknown_script_has_no_language(text):
    assert recognise(text) == ""


@pytest.mark.parametrize("text", ["Xyzzy", "OK", "Gen. Smith"])
def test_too_few_words_are_taken_for_english(text):
    assert recognise(text) == "en"


@pytest.mark.parametrize("code", ["pt-BR", "pt_PT", "PT", "pt"])
def test_a_region_makes_no_difference(code):
    assert language(code) is language("pt")


@pytest.mark.parametrize("code", [None, "", "xx", "common", "furniture", "../../etc"])
def test_an_unknown_language_has_what_is_common(code):
    assert language(code) is language(None)
    assert "Dr" in language(code).always


def test_the_files_hold_nothing_else():
    known = {field.name for field in fields(Language)} - {"abbreviations"}
    for code in ("common", *codes()):
        assert set(read(code)) <= known, code


@pytest.mark.parametrize("code", ["common", *codes()])
def test_lists_are_clean(code):
    for name, value in read(code).items():
        if not isinstance(value, list):
            continue
        assert len(set(value)) == len(value), (
            name,
            sorted({v for v in value if value.count(v) > 1}),
        )
        for entry in value:
            assert entry.strip() == entry != "", (name, entry)
            if name in ("always", "number", "unless_opener", "ends"):
                assert not entry.endswith("."), (name, entry)
                assert " " not in entry or name == "always", (name, entry)


def test_entries_in_small_letters_may_have_a_capital():
    english = language("en")
    assert {"fig", "Fig"} <= english.number
    assert {"Gen", "GEN"} <= english.always
    assert "gen" not in english.always
