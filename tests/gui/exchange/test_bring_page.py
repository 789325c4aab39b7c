"""Bringing in: what would come, what it asks, and what came."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.exchange.boxes import QuestionBox, TextBox
from annotator.ui.exchange.bring_lines import ArticleRow, FileRow
from annotator.ui.exchange.bring_page import BringPage, Stage
from annotator.ui.exchange.matches import BATCH
from annotator.ui.exchange.view import Arrived, BringView, MatchKind
from annotator.ui.kit.styled import Styled
from annotator.ui.theme import DARK, LIGHT
from exchanging import CHANGED, MOVED, Lines, copy_of, preview

KEY = Qt.Key


def words(page: BringPage) -> str:
    """Everything the page says, wherever."""
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*labels, *(each.text for each in page.findChildren(Styled))])


def test_it_asks_for_files_first(bring: BringPage) -> None:
    assert bring.stage is Stage.ASKING
    assert bring.drop.isVisible()
    assert not bring.bring.isVisible()
    QTest.keyClick(bring.drop, KEY.Key_Return)
    assert bring.findChildren(QFileDialog)


def test_what_is_dropped_on_it_is_looked_at(qtbot: QtBot, bring: BringPage, tmp_path: Path) -> None:
    file = tmp_path / "anna.annotations"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/x")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(bring, QDragEnterEvent(QPoint(100, 100), copy, data, left, none))
    with qtbot.waitSignal(bring.files_wanted) as told:
        QApplication.sendEvent(bring, QDropEvent(QPointF(100, 100), copy, data, left, none))
    assert told.args == [[file]], "an address is not contacted"


def test_reading_shows_progress_and_can_be_cancelled(qtbot: QtBot, bring: BringPage) -> None:
    bring.show_working("Reading anna.annotations…", 0.4)
    assert bring.progress.isVisible()
    assert bring.progress.text == "Reading anna.annotations…"
    assert bring.progress.line.accessibleName() == "40 % done"
    with qtbot.waitSignal(bring.cancel_wanted):
        QTest.keyClick(bring.progress.cancel, KEY.Key_Escape)
    with qtbot.waitSignal(bring.cancel_wanted):
        bring.progress.cancel.click()
    bring.show_working("Reading…")
    assert bring.progress.line.accessibleName() == "working"


def test_the_preview_says_everything(previewed: BringPage) -> None:
    said = words(previewed)
    assert "Anna’s tags on 2 articles" in said
    assert "45 new, 3 changed, 120 the same, 2 conflict with yours." in said
    assert "notes.txt   Not read: it is no library and no Annotator file." in said
    assert "3 changed, 120 the same · new here" in said
    assert "Their claims lie outside the text." in said
    assert "Ben’s clock was 412 days ahead." in said
    assert len(previewed.findChildren(FileRow)) == 2
    assert len(previewed.findChildren(ArticleRow)) == 2


def test_enter_brings_in_and_escape_leaves_everything_as_it_is(
    qtbot: QtBot, previewed: BringPage
) -> None:
    assert previewed.bring.hasFocus()
    with qtbot.waitSignal(previewed.bring_wanted):
        QTest.keyClick(previewed, KEY.Key_Return)
    with qtbot.assertNotEmitted(previewed.bring_wanted), qtbot.waitSignal(previewed.left):
        QTest.keyClick(previewed.bring, KEY.Key_Escape)


def test_enter_in_the_list_of_claims_brings_in_too(qtbot: QtBot, previewed: BringPage) -> None:
    (box,) = previewed.findChildren(TextBox)
    box.list.setFocus()
    with qtbot.waitSignal(previewed.bring_wanted):
        QTest.keyClick(box.list, KEY.Key_Return)


def test_where_nothing_would_come_there_is_nothing_to_press(qtbot: QtBot, bring: BringPage) -> None:
    bring.show_view(preview(nothing=True))
    assert not bring.bring.isVisible()
    with qtbot.assertNotEmitted(bring.bring_wanted):
        QTest.keyClick(bring, KEY.Key_Return)


def test_who_somebody_is_is_answered_by_a_button(qtbot: QtBot, previewed: BringPage) -> None:
    (box,) = previewed.findChildren(QuestionBox)
    with qtbot.waitSignal(previewed.answered) as told:
        box.same.click()
    assert told.args == ["anna-2", True]
    assert box.same.isChecked()
    with qtbot.waitSignal(previewed.answered) as told:
        box.other.click()
    assert told.args == ["anna-2", False]
    assert not box.same.isChecked()


def test_nothing_of_another_copy_is_confirmed_silently(previewed: BringPage) -> None:
    (box,) = previewed.findChildren(TextBox)
    assert box.model.chosen == ()
    assert "0 of 2 confirmed" in words(previewed)


def test_claims_are_confirmed_one_by_one_or_all(qtbot: QtBot, previewed: BringPage) -> None:
    (box,) = previewed.findChildren(TextBox)
    box.list.setFocus()
    QTest.keyClick(box.list, KEY.Key_Down)
    with qtbot.waitSignal(previewed.confirmed) as told:
        QTest.keyClick(box.list, KEY.Key_Space)
    assert told.args == ["port2", (1,)]
    with qtbot.waitSignal(previewed.confirmed) as told:
        box.buttons[MatchKind.MOVED].click()
    assert told.args == ["port2", (0, 1)]
    first = box.list.visualRect(box.model.index(0)).center()
    with qtbot.waitSignal(previewed.confirmed) as told:
        QTest.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, first.y()))
    assert told.args == ["port2", (1,)]


def test_a_changed_claim_says_what_was_dropped_and_what_is_new(previewed: BringPage) -> None:
    (box,) = previewed.findChildren(TextBox)
    said = box.model.data(box.model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "claim 14, changed: The port handles, dropped: a third, new: about a quarter, "
        "of the country’s grain. Worded otherwise."
    )


def test_only_claims_that_are_seen_are_read(bring: BringPage) -> None:
    text = copy_of(*([MOVED, CHANGED] * 5_000))
    box = TextBox(text, LIGHT, bring)
    assert isinstance(text.matches, Lines)
    assert len(text.matches.read) <= BATCH
    box.buttons[MatchKind.CHANGED].click()
    assert len(box.model.chosen) == 5_000
    assert len(text.matches.read) <= BATCH


def test_what_came_can_be_taken_back_or_reviewed(qtbot: QtBot, bring: BringPage) -> None:
    bring.show_arrived(Arrived("Anna’s tags on 2 articles are in", "45 new, 3 changed."))
    assert "Anna’s tags on 2 articles are in" in words(bring)
    with qtbot.waitSignal(bring.review_wanted):
        QTest.keyClick(bring, KEY.Key_Return)
    with qtbot.waitSignal(bring.take_back_wanted):
        bring.take_back.click()
    bring.show_taken_back("The library is as it was before.")
    assert not bring.take_back.isVisible()
    with qtbot.waitSignal(bring.left):
        bring.close_button.click()


def test_it_begins_anew(previewed: BringPage) -> None:
    previewed.begin()
    assert previewed.stage is Stage.ASKING
    assert not previewed.findChildren(ArticleRow) or not any(
        row.isVisible() for row in previewed.findChildren(ArticleRow)
    )


@pytest.mark.parametrize("width", [806, 640, 318])
def test_it_fits_its_width(previewed: BringPage, width: int) -> None:
    previewed.resize(width, 330)
    QApplication.processEvents()
    inside = previewed.column.parentWidget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= width
    assert previewed.bring.isVisible(), "the buttons are always seen"
    foot = previewed.bring.mapTo(previewed, QPoint(0, previewed.bring.height()))
    assert foot.y() <= previewed.height()


def test_a_theme_is_worn(previewed: BringPage) -> None:
    before = previewed.grab().toImage()
    previewed.set_theme(DARK)
    assert previewed.grab().toImage() != before


def test_markup_in_a_colleagues_words_is_shown_as_it_is(bring: BringPage) -> None:
    head = "<b>Anna</b>’s tags"
    bring.show_view(BringView(head, "<i>none</i>"))
    assert bring.heading.textFormat() is Qt.TextFormat.PlainText
    assert bring.heading.text() == head
