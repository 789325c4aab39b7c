"""What is typed and what is searched are taken apart alike, in every script and however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.findwords import LONGEST, fold, joined, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two explosions in Kerman.", "two explosions in kerman"),
        ("Café, Straße, ÇOK, İstanbul, ısı, Søren", "cafe strasse cok istanbul isi soren"),
        ("caf\u0065\u0301 ﬁre Ａ１ 10²", "cafe fire a1 102"),
        ("don’t “quote” — state-owned a_b", "don t quote state owned a b"),
        ("ایران گفت ۸۴ نفر", "ایران گفت 84 نفر"),
        ("مي\u200cخواهد كتابـــ مُحَمَّد", "میخواهد کتاب محمد"),
        ("Москва, Ёлка", "москва елка"),
        ("हिन्दी भाषा। किताब", "हिन्दी भाषा किताब"),
        ("習近平の", "習近 近平 平の の"),
        ("国", "国"),
        ("テロ ｶﾞｽ か\u3099", "テロ ロ ガス ス が"),
        ("테러는", "테러 러는 는"),
        ("กา", "กา า"),
        ("COVID病毒x_y", "covid 病毒 毒 x y"),
        ("Bang 💥 now", "bang 💥 now"),
        ("😀😀😀 ❤\ufe0f", "😀 ❤"),
        ("👩\u200d👩\u200d👧", "👩 👩 👧"),
        ("€5 $5bn 25°C", "€ 5 $ 5bn 25 ° c"),
        ("ﷺ", "صلیاللهعلیهوسلم"),
        ("⑳", "20"),
        ("\u064b \u200d", ""),
        ("\u064b国_\u064b", "国"),
        ("´ ¨ 。、！", ""),
        ("\ud800 a\0b", "a b"),
        ("", ""),
    ],
)
def test_the_words_of_a_text(text: str, found: str) -> None:
    assert joined(text) == found


def test_a_word_stands_for_a_stretch_of_the_text() -> None:
    text = "Kerman’s 💥 習近平 مي\u200cخواهد"
    assert [(word.text, text[word.start : word.end]) for word in words(text)] == [
        ("kerman", "Kerman"),
        ("s", "s"),
        ("💥", "💥"),
        ("習近", "習近"),
        ("近平", "近平"),
        ("平", "平"),
        ("میخواهد", "مي\u200cخواهد"),
    ]


def test_a_long_word_is_compared_by_its_beginning() -> None:
    assert joined("x" * 10_000) == "x" * LONGEST
    assert [word.text for word in words("é" * 10_000)] == ["e" * LONGEST]
    assert [(word.text, word.end) for word in words("x" * 99)] == [("x" * LONGEST, 99)]


@given(st.text())
def test_words_are_apart_by_single_blanks_and_lie_in_the_text_in_order(text: str) -> None:
    taken = words(text)
    assert joined(text) == " ".join(word.text for word in taken)
    assert joined(text).split(" ") == [word.text for word in taken] or not taken
    for word in taken:
        assert word.text
        assert '"' not in word.text
        assert 0 <= word.start < word.end <= len(text)
        word.text.encode()
    assert [word.start for word in taken] == sorted(word.start for word in taken)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
