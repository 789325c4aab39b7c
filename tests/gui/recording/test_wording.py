"""The proposed wording: prefilled, kept while it is typed, shown with what is new in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import opening
from annotator.domain.assessment import Wording
from annotator.ui.kit.styled import Look
from recordscreen import go, held, on_page, panel, shown
from screens import Screen, open_screen, shut
from shown import button

LEFT = Qt.MouseButton.LeftButton
SENTENCE = "According to the report, the second explosion took place approximately 2,000 feet away."
DRAFTS = "SELECT field, text FROM drafts"


def test_w_opens_the_sentence_and_escape_keeps_what_it_was_made(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W")
    assert panel(screen).wording.field.plain() == SENTENCE
    screen.press("Backspace")
    screen.write(" from the tomb.")
    screen.press("Escape")
    assert held(screen, 5).wording == Wording(SENTENCE[:-1] + " from the tomb.")
    assert on_page(screen)
    screen.press("Ctrl+Z")
    assert held(screen, 5).wording is None
    assert screen.said.startswith("Undone: proposed a wording")


def test_what_was_left_as_it_was_proposes_nothing(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W", "Escape")
    assert held(screen, 5).wording is None
    assert not panel(screen).wording.field.isVisible()
    assert screen.saved(DRAFTS) == []


def test_the_whole_sentence_is_shown_with_what_is_new_and_what_is_dropped(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W")
    panel(screen).wording.field.selectAll()
    screen.write(SENTENCE.replace("away", "from the tomb"))
    screen.press("Escape")
    pieces = shown(screen).record.wording
    assert [piece.text for piece in pieces if piece.look is Look.DROPPED] == ["away"]
    assert [piece.text for piece in pieces if piece.look is Look.ADDED] == ["from the tomb"]
    assert not panel(screen).wording.field.isVisible()


def test_it_is_a_draft_while_it_is_typed_and_an_edit_after_a_crash(
    qtbot: QtBot, screen: Screen
) -> None:
    go(screen, 5)
    screen.press("W")
    screen.write(" Really?")
    qtbot.waitUntil(
        lambda: screen.saved(DRAFTS) == [("wording", f"{SENTENCE} Really?")], timeout=1500
    )
    beside = opening.open_for(screen.session.library.path, None, create=False)
    second = open_screen(qtbot, beside)
    assert held(second, 5).wording == Wording(f"{SENTENCE} Really?")
    assert second.saved(DRAFTS) == []
    shut(second)


def test_going_on_with_the_mouse_saves_it_to_its_own_claim(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W")
    screen.write(" Mine.")
    go(screen, 9)
    assert held(screen, 5).wording == Wording(f"{SENTENCE} Mine.")
    assert held(screen, 9).wording is None
    assert on_page(screen), "keys must not go on into another claim's wording"


def test_single_keys_are_text_in_it(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W")
    screen.write("vduqoxjk1.")
    assert screen.number == 5
    assert held(screen, 5).tag is None
    screen.press("Escape", "V")
    assert held(screen, 5).wording == Wording(f"{SENTENCE}vduqoxjk1.")
    assert screen.number == 6


def test_typing_is_undone_first_then_the_library(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "W")
    screen.write("x")
    screen.press("Ctrl+Z")
    assert panel(screen).wording.field.plain() == SENTENCE
    assert held(screen, 5).tag is not None
    screen.press("Ctrl+Z")
    QApplication.processEvents()
    assert held(screen, 5).tag is None


def test_whether_the_author_took_it_is_said_by_a_click(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W")
    screen.write(" More.")
    screen.press("Escape")
    for word, taken in (("taken?", True), ("taken", False), ("not taken", None)):
        name = f"Proposed wording, by the author: {word}"
        QTest.mouseClick(button(panel(screen).wording, name), LEFT)
        wording = held(screen, 5).wording
        assert wording is not None
        assert wording.taken is taken
    assert on_page(screen)


def test_w_again_goes_on_with_what_was_proposed_and_emptied_it_goes(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W")
    screen.write(" More.")
    screen.press("Escape", "W")
    assert panel(screen).wording.field.plain() == f"{SENTENCE} More."
    panel(screen).wording.field.selectAll()
    screen.press("Backspace", "Escape")
    assert held(screen, 5).wording is None
    assert not panel(screen).wording.field.isVisible()


def test_a_long_wording_is_cut_by_the_desk_and_its_words_stay_in_the_field(screen: Screen) -> None:
    go(screen, 5)
    screen.press("W")
    field = panel(screen).wording.field
    field.setPlainText("x" * 100_001)
    screen.press("Escape")
    assert "100,000" in screen.refused
    assert held(screen, 5).wording is None
    screen.settle()
    assert len(field.plain()) == 100_001
    field.setPlainText("Short.")
    panel(screen).commit()
    assert held(screen, 5).wording == Wording("Short.")
