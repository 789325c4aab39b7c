from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import RemarkKind
from annotator.importers.composing import Composer

BODY, ITEM, TITLE = PassageKind.BODY, PassageKind.LIST_ITEM, PassageKind.TITLE


def test_passages_stand_apart_by_a_blank_line_and_items_of_a_list_by_a_line_end() -> None:
    composer = Composer()
    for kind, words in [(TITLE, "Port strike"), (BODY, "It began."), (ITEM, "one"), (ITEM, "two")]:
        composer.begin(kind)
        composer.add(words)
    found = composer.composed()
    assert found.text == "Port strike\n\nIt began.\n\none\ntwo"
    assert [found.text[start:end] for _, start, end in found.passages] == [
        "Port strike",
        "It began.",
        "one",
        "two",
    ]


def test_blanks_run_together_across_pieces_and_none_is_left_at_the_ends() -> None:
    composer = Composer()
    composer.begin()
    for piece in ("\n  The ", " port\t", "\n", "handles", " a third.  "):
        composer.add(piece)
    assert composer.composed().text == "The port handles a third."


def test_no_break_spaces_are_characters_of_the_text() -> None:
    composer = Composer()
    composer.begin()
    composer.add("5\u00a0km \u00a0away")
    assert composer.composed().text == "5\u00a0km \u00a0away"


def test_a_passage_without_anything_to_see_leaves_no_trace() -> None:
    composer = Composer()
    composer.begin()
    composer.add("One.")
    composer.begin()
    composer.add(" \n ")
    composer.begin()
    composer.add("Two.")
    found = composer.composed()
    assert (found.text, len(found.passages)) == ("One.\n\nTwo.", 2)


def test_line_ends_inside_a_passage_are_kept() -> None:
    composer = Composer()
    composer.begin()
    composer.add("Roses are red, ")
    composer.break_line()
    composer.add(" violets are blue")
    composer.break_line()
    assert composer.composed().text == "Roses are red,\nviolets are blue"


def test_a_link_covers_the_words_that_lead_there_also_in_several_pieces() -> None:
    composer = Composer()
    composer.begin()
    composer.add("As ")
    composer.add("the ", "https://example.org/")
    composer.add("report", "https://example.org/")
    composer.add(" says.")
    found = composer.composed()
    assert [(found.text[one.start : one.end], one.target) for one in found.links] == [
        ("the report", "https://example.org/")
    ]


def test_a_link_does_not_begin_with_the_blank_before_its_words() -> None:
    composer = Composer()
    composer.begin()
    composer.add("As")
    composer.add(" the report ", "https://example.org/")
    composer.add("says")
    found = composer.composed()
    assert [found.text[one.start : one.end] for one in found.links] == ["the report"]
    assert found.text == "As the report says"


def test_places_that_are_noted_while_reading_are_places_of_the_whole_text() -> None:
    composer = Composer()
    composer.begin()
    composer.add("First.")
    composer.begin()
    composer.add("The port handles ")
    start = composer.at
    composer.add("a third")
    composer.remark(RemarkKind.COMMENT, start, composer.end_at, " Which third? ", author="Ada")
    composer.add(" of it.")
    found = composer.composed()
    (remark,) = found.remarks
    assert found.text[remark.start : remark.end] == "a third"
    assert (remark.text, remark.author) == ("Which third?", "Ada")


def test_the_place_of_a_mark_before_any_word_is_inside_the_text() -> None:
    composer = Composer()
    composer.begin()
    composer.remark(RemarkKind.FOOTNOTE, composer.at, composer.at, "A note on nothing.")
    assert composer.composed().remarks[0][1:3] == (0, 0)


def test_halves_of_a_pair_are_joined_and_controls_go() -> None:
    composer = Composer()
    composer.begin()
    composer.add("\ud83d\ude00 ok\x00\x07 \udc80.")
    assert composer.composed().text == "\U0001f600 ok \ufffd."


PIECES = st.lists(
    st.one_of(
        st.text(alphabet=" \n\u00a0ab\ud800\x00😀", max_size=6).map(lambda text: ("add", text)),
        st.text(alphabet=" \na", max_size=6).map(lambda text: ("link", text)),
        st.text(alphabet=" \na", max_size=6).map(lambda text: ("exactly", text)),
        st.sampled_from([("br", ""), ("body", ""), ("item", ""), ("note", "")]),
    ),
    max_size=30,
)


@pytest.mark.hypothesis
@given(PIECES)
def test_whatever_is_composed_its_places_fit(pieces: list[tuple[str, str]]) -> None:
    composer = Composer()
    for what, text in pieces:
        match what:
            case "add":
                composer.add(text)
            case "link":
                composer.add(text, "https://example.org/")
            case "exactly":
                composer.add_exactly(text)
            case "br":
                composer.break_line()
            case "body":
                composer.begin()
            case "item":
                composer.begin(ITEM)
            case "note":
                composer.remark(RemarkKind.COMMENT, composer.at, composer.at, "words")
    found = composer.composed()
    found.text.encode()
    last = 0
    for _, start, end in found.passages:
        assert last <= start < end <= len(found.text)
        assert not found.text[start].isspace()
        assert not found.text[end - 1].isspace()
        last = end
    assert all(0 <= one.start < one.end <= len(found.text) for one in found.links)
    assert all(0 <= one.start <= one.end <= len(found.text) for one in found.remarks)
