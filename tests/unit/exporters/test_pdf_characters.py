from __future__ import annotations

import pytest

from annotator.exporters import pdf_fonts
from annotator.exporters.pdf_characters import Drawable, Printed
from annotator.exporters.pdf_ink import alone, run

LETTERS = frozenset(range(0x20, 0x250)) | {0x301, 0x5D0, 0x627}
MARKS = frozenset({ord("z"), 0x489})


def drawable(*texts: str) -> Drawable:
    """What one font of Latin letters, and one of z with an enclosing sign, can draw of these."""
    found = Printed()
    found.gather(list(texts))
    return Drawable.of(found, (LETTERS, MARKS))


def pieces(text: str) -> list[object]:
    return drawable(text).pieces(text)


def mark(code: str) -> object:
    return run("u", [code])


def test_what_every_font_has_stays_one_string() -> None:
    assert pieces("plain words") == ["plain words"]
    assert drawable("plain words").plain


def test_a_character_without_a_font_becomes_its_code_point() -> None:
    assert pieces("a\U0001f692b") == ["a", mark("U+1F692"), "b"]
    assert drawable("a\U0001f692b").missing == {0x1F692}


def test_controls_surrogates_and_noncharacters_are_code_points_whatever_a_font_has() -> None:
    found = pieces("a\x00\ud800\ufffe\ufeff")
    assert found == ["a", *map(mark, ("U+0000", "U+D800", "U+FFFE", "U+FEFF"))]


def test_the_end_of_a_line_is_one_and_a_tab_is_a_blank() -> None:
    assert pieces("a\r\nb\tc") == ["a", run("br", []), "b c"]


def test_a_combining_mark_stays_where_one_font_has_it_with_its_letter() -> None:
    assert pieces("e\u0301") == ["e\u0301"]
    assert pieces("z\u0489") == ["z\u0489"]
    assert pieces("e\u0489") == ["e", mark("U+0489")]


def test_joiners_of_what_cannot_be_drawn_leave_nothing_behind() -> None:
    assert pieces("\U0001f469\u200d\U0001f467") == [mark("U+1F469"), mark("U+1F467")]


def test_overrides_and_what_is_left_open_are_shown_and_turn_nothing() -> None:
    assert pieces("a\u202eb\u202cc") == ["a", mark("U+202E"), "b", mark("U+202C"), "c"]
    assert pieces("a\u2067b") == ["a", mark("U+2067"), "b"]
    assert pieces("a\u2069b") == ["a", mark("U+2069"), "b"]
    assert pieces("\u2067a\nb\u2069")[0] == mark("U+2067")


def test_isolates_that_are_closed_stay() -> None:
    assert pieces("a \u2067b\u2069 c") == ["a \u2067b\u2069 c"]


def test_a_word_longer_than_a_line_may_be_broken() -> None:
    found = drawable("x" * 100)
    assert not found.plain
    assert found.pieces("x" * 100) == [
        "\u200b".join(("x" * 100)[at : at + 16] for at in range(0, 100, 16))
    ]


def test_only_what_stands_in_lists_is_printed() -> None:
    found = Printed()
    found.gather([{"k": "Q", "r": ["ab", {"look": "Z", "r": ["c"]}], "to": "W"}])
    assert found.characters == {"a", "b", "c"}


def test_text_from_right_to_left_stands_alone_in_our_lines() -> None:
    assert alone("plain") == "plain"
    assert alone("شاهد") == "\u2068شاهد\u2069"


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ((), ""),
        (
            (0x1F692,),
            (
                "1 character has no font and is printed as its code point: U+1F692 \U0001f692; "
                "install Noto Color Emoji (Debian: fonts-noto-color-emoji)."
            ),
        ),
        (
            (0x4E2D, 0x0F40),
            (
                "2 characters have no font and are printed as their code points: U+0F40 \u0f40, U+4E2D \u4e2d; "
                "install Noto Sans CJK (Debian: fonts-noto-cjk) and Noto Sans Tibetan (Debian: fonts-noto-core)."
            ),
        ),
        ((0x07,), "1 character has no font and is printed as its code point: U+0007."),
    ],
)
def test_the_font_a_character_wants_is_named(missing: tuple[int, ...], said: str) -> None:
    assert pdf_fonts.notice(frozenset(missing)) == said


def test_many_characters_are_counted_and_a_few_named() -> None:
    said = pdf_fonts.notice(frozenset(range(0x4E00, 0x4E00 + 2000)))
    assert said.startswith(
        "2,000 characters have no font and are printed as their code points: U+4E00 "
    )
    assert " and 1,992 more; install Noto Sans CJK (Debian: fonts-noto-cjk)." in said


def test_of_the_system_s_fonts_only_what_is_needed_is_taken() -> None:
    assert pdf_fonts.faces(frozenset(map(ord, "Latin, Ελληνικά, кириллица"))).files == ()
    rare = pdf_fonts.faces(frozenset({0x378}))
    assert rare.files == ()
    assert rare.serif[0] == "Source Serif 4"
    assert rare.sans[0] == "Source Sans 3"
