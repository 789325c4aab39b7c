"""Finding words, and going to a claim by its number."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.domain.article import Span
from annotator.ui import finding
from screens import Screen


def count(screen: Screen) -> str:
    return screen.window.frame.top.search.line.accessibleDescription()


def test_find_counts_and_steps_and_comes_round(screen: Screen) -> None:
    screen.press("/")
    screen.write("kerman")
    text = screen.window.room.desk.held.article.text.lower()
    total = text.count("kerman")
    assert count(screen) == f"1 of {total}"
    screen.press("Enter", "Enter")
    assert count(screen) == f"3 of {total}"
    for _ in range(total - 2):
        screen.press("F3")
    assert count(screen) == f"1 of {total}"


def test_a_step_takes_the_claim_in_hand_and_escape_goes_back_to_it(screen: Screen) -> None:
    screen.press("Ctrl+F")
    screen.write("quds force")
    screen.press("Enter", "Escape")
    claim = screen.window.room.hand.claim
    assert claim is not None
    assert "Quds Force" in claim.text
    assert screen.window.room.page.hasFocus()
    screen.press("/")
    assert screen.window.frame.top.search.line.text() == "quds force"


def test_nothing_found_says_none(screen: Screen) -> None:
    screen.press("/")
    screen.write("zebra")
    assert count(screen) == "none"
    screen.press("Enter")
    assert screen.number == 0


def test_a_number_goes_to_its_claim(screen: Screen) -> None:
    screen.press("#")
    screen.write("25")
    screen.press("Enter")
    assert screen.number == 25
    assert screen.window.room.page.hasFocus()
    screen.press("#")
    screen.write("t")
    screen.press("Enter")
    assert screen.number == 0


def test_a_number_that_is_not_there_is_said(screen: Screen) -> None:
    screen.press("#")
    screen.write("99")
    screen.press("Enter")
    assert screen.said == "There is no claim 99 here: claims run from 1 to 48, and T is the title."


def test_asking_for_a_number_keeps_the_words_one_was_finding(screen: Screen) -> None:
    screen.press("/")
    screen.write("iran")
    screen.press("Escape", "#")
    assert screen.window.frame.top.search.line.text() == ""
    screen.press("Escape")
    assert screen.window.frame.top.search.line.text() == "iran"


def test_the_arrows_beside_the_field_step_too(screen: Screen) -> None:
    screen.press("/")
    screen.write("iran")
    first = count(screen)
    QTest.mouseClick(screen.window.frame.top.search._next, Qt.MouseButton.LeftButton)
    assert count(screen) != first


def test_ten_megabytes_are_searched_while_one_types() -> None:
    text = "Ein Satz ohne das Wort, und noch einer. " * 250_000 + "Nadel"
    low = finding.lowered(text)
    begun = time.perf_counter()
    assert finding.places(text, low, "nadel") == [Span(len(text) - 5, len(text))]
    assert time.perf_counter() - begun < 0.25


@given(st.text(alphabet="aAİıßſKKé\u0301 x", max_size=30), st.text(alphabet="aAkK xé", max_size=3))
def test_every_place_found_says_the_words(text: str, words: str) -> None:
    low = finding.lowered(text)
    for span in finding.places(text, low, words):
        assert len(text[span.start : span.end]) == len(words)
        assert text[span.start : span.end].casefold() == words.casefold() or low is None
