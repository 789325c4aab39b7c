"""Sending: what is ticked, what is said of it, and the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.domain.article import ArticleId
from annotator.ui.exchange.send_page import SendPage
from annotator.ui.exchange.ticks import HIGH
from annotator.ui.exchange.view import Sending, SendView
from annotator.ui.theme import DARK
from exchanging import IRAN, PORT

KEY = Qt.Key


def test_the_article_on_the_page_is_ticked(send: SendPage) -> None:
    assert list(send.asked.articles) == [IRAN.id]
    assert send.list.hasFocus()


def test_the_only_article_is_ticked_of_itself(send: SendPage) -> None:
    send.show_view(SendView((PORT,), "Anna"))
    assert list(send.asked.articles) == [PORT.id]
    send.show_view(SendView((IRAN, PORT), "Anna"))
    assert list(send.asked.articles) == []


def test_space_and_a_click_tick_and_untick(send: SendPage) -> None:
    QTest.keyClick(send.list, KEY.Key_Down)
    QTest.keyClick(send.list, KEY.Key_Space)
    assert list(send.asked.articles) == [IRAN.id, PORT.id]
    where = QPoint(60, HIGH // 2)
    QTest.mouseClick(send.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert list(send.asked.articles) == [PORT.id]
    QTest.mouseClick(send.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert list(send.asked.articles) == [IRAN.id, PORT.id]


def test_it_says_exactly_what_is_in_it_and_what_is_not(send: SendPage) -> None:
    assert send.in_it.text == (
        "In it: “At Least 95 Killed”: its text and where its claims begin and end; your tags and "
        "decisions, notes, comments and reasons, evidence and attribution, original files; "
        "your name, Anna."
    )
    assert send.not_in_it.text == (
        "Not in it: what colleagues hold; anything whose audience is “me”; any login name, any path."
    )
    send.notes.setChecked(False)
    assert "notes" not in send.in_it.text
    assert "notes, comments and reasons, in any earlier wording either" in send.not_in_it.text
    send.under.setChecked(True)
    QTest.keyClicks(send.pseudonym, "Colleague 7")
    assert "“Colleague 7” instead of your name" in send.in_it.text
    assert "your name" in send.not_in_it.text
    assert send.asked == Sending((IRAN.id,), notes=False, pseudonym="Colleague 7")


def test_blind_takes_everything_else_away_and_gives_it_back(send: SendPage) -> None:
    send.files.setChecked(False)
    send.blind.setChecked(True)
    assert send.asked == Sending((IRAN.id,), notes=False, evidence=False, files=False, blind=True)
    assert send.in_it.text == (
        "In it: “At Least 95 Killed”: its text and where its claims begin and end."
    )
    assert "sees no colleague’s tag" in send.not_in_it.text
    assert not send.notes.isEnabled()
    send.blind.setChecked(False)
    assert send.asked == Sending((IRAN.id,), files=False)


def test_without_an_article_or_a_name_it_says_what_is_missing(qtbot: QtBot, send: SendPage) -> None:
    QTest.keyClick(send.list, KEY.Key_Space)
    assert "nothing yet" in send.in_it.text
    with qtbot.assertNotEmitted(send.wanted):
        QTest.keyClick(send.list, KEY.Key_Return)
    assert "Tick at least one article" in send.result.text()
    QTest.keyClick(send.list, KEY.Key_Space)
    assert not send.result.text()
    send.under.setChecked(True)
    with qtbot.assertNotEmitted(send.wanted):
        send.save.click()
    assert "Type the name" in send.result.text()
    assert not send.findChildren(QFileDialog)


def test_enter_asks_for_a_file_and_a_name_gets_its_ending(
    qtbot: QtBot, send: SendPage, tmp_path: Path
) -> None:
    QTest.keyClick(send.list, KEY.Key_Return)
    (dialog,) = send.findChildren(QFileDialog)
    assert not dialog.isModal() or dialog.windowModality() is not Qt.WindowModality.ApplicationModal
    with qtbot.waitSignal(send.wanted) as told:
        dialog.fileSelected.emit(str(tmp_path / "to-ben"))
    asked, target, replace = told.args
    assert asked.articles == (IRAN.id,)
    assert (target, replace) == (tmp_path / "to-ben.annotations", False)
    dialog.close()


def test_a_file_that_is_there_is_replaced_by_a_second_press(
    qtbot: QtBot, send: SendPage, tmp_path: Path
) -> None:
    target = tmp_path / "there.annotations"
    send.exists(target)
    assert "is there already" in send.result.text()
    with qtbot.waitSignal(send.wanted) as told:
        send.save.click()
    assert told.args[1:] == [target, True]
    send.exists(target)
    send.notes.setChecked(False)
    assert send.save.text().startswith("Save as"), "it is another file now"


def test_the_file_that_was_made_can_be_dragged_and_copied(send: SendPage, tmp_path: Path) -> None:
    made = tmp_path / "made.annotations"
    made.write_bytes(b"x" * 3_000)
    send.made(made, "Made: 48 claims.")
    assert send.chip.isVisible()
    assert send.chip.hasFocus()
    assert send.chip.accessibleName() == "The file made.annotations, 3 kB: drag it out, or Ctrl+C"
    (url,) = send.chip.mime().urls()
    assert Path(url.toLocalFile()) == made
    QTest.keyClick(send.chip, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData().urls()
    assert [Path(url.toLocalFile()) for url in copied] == [made]
    # The offscreen clipboard outlives Python, and would then let go of what Python made.
    QGuiApplication.clipboard().clear()
    send.blind.setChecked(True)
    assert not send.chip.isVisible(), "that would be another file"


def test_escape_leaves_and_letters_do_nothing(qtbot: QtBot, send: SendPage) -> None:
    before = send.asked
    for stop in (send.list, send.notes, send.save):
        stop.setFocus()
        QTest.keyClicks(stop, "vdux")
        with qtbot.waitSignal(send.left):
            QTest.keyClick(stop, KEY.Key_Escape)
    assert send.asked == before


def test_every_line_of_the_list_is_said(send: SendPage) -> None:
    index = send.articles.index(0)
    said = send.articles.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "At Least 95 Killed, 48 claims and the title"
    state = send.articles.data(index, Qt.ItemDataRole.CheckStateRole)
    assert state is Qt.CheckState.Checked


@pytest.mark.parametrize("width", [806, 640, 318])
def test_it_fits_its_width(send: SendPage, width: int) -> None:
    send.resize(width, 330)
    QApplication.processEvents()
    inside = send.column.parentWidget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= width


def test_a_theme_is_worn(send: SendPage) -> None:
    before = send.grab().toImage()
    send.set_theme(DARK)
    assert send.grab().toImage() != before


def test_an_article_nobody_has_is_not_ticked(send: SendPage) -> None:
    send.show_view(SendView((IRAN, PORT), "Anna", ArticleId("gone")))
    assert list(send.asked.articles) == []
