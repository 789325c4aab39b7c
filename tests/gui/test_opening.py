"""Articles come in: by dialog, paste, drop and command line; and what is refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.ui.action import ActionId
from annotator.ui.window import AnnotatorWindow
from importing import page, shown, words
from screens import Screen

TEXT = "A headline\n\nOne sentence. Another sentence.\n"


def titles(screen: Screen) -> list[str]:
    model = screen.window.room.shelf.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]  # type: ignore[misc]


def is_open(screen: Screen, title: str) -> bool:
    snapshot = screen.window.room.desk.snapshot
    return snapshot is not None and snapshot.article.title == title


def drop(window: AnnotatorWindow, data: QMimeData) -> bool:
    """Drags something over the window and lets it go; says whether the hint showed."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), copy, data, left, none))
    shown = not window.dropping.hint.isHidden()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    assert window.dropping.hint.isHidden()
    return shown


def test_an_empty_library_says_how_to_begin(empty: Screen) -> None:
    frame = empty.window.frame
    assert frame.stack.currentWidget() is frame.start
    assert empty.said == "Ready · nothing to save yet"
    assert empty.window.windowTitle() == "Annotator"


def test_the_sample_is_one_click_away(qtbot: QtBot, empty: Screen) -> None:
    card = empty.window.frame.start.cards[ActionId.SAMPLE]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: empty.window.room.desk.snapshot is not None)
    assert empty.number == 0
    assert empty.window.windowTitle().endswith(" – Annotator")
    empty.press("V")
    assert empty.saved("SELECT tag FROM assessments") == [("verified",)]


def test_tab_reaches_the_cards_and_then_the_name(empty: Screen) -> None:
    start = empty.window.frame.start
    reached = []
    for _ in range(6):
        reached.append(QApplication.focusWidget())
        empty.press("Tab")
    assert reached == [*start.cards.values(), *start.others.values(), start.name]


def test_enter_presses_the_card_that_has_the_focus(qtbot: QtBot, empty: Screen) -> None:
    empty.press("Tab", "Tab", "Enter")
    qtbot.waitUntil(lambda: empty.window.room.desk.snapshot is not None)


def test_ctrl_v_pastes_an_article_only_into_an_empty_library(qtbot: QtBot, empty: Screen) -> None:
    QApplication.clipboard().setText(TEXT)
    empty.window.frame.start.cards[ActionId.OPEN].setFocus()
    empty.press("Ctrl+V")
    qtbot.waitUntil(lambda: is_open(empty, "A headline"))
    QApplication.clipboard().setText("Other\n\nWords here.")
    empty.press("Ctrl+V")
    assert not empty.window.room.imports.busy
    empty.press("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: is_open(empty, "Other"))
    qtbot.waitUntil(lambda: titles(empty) == ["A headline", "Other"])


def test_what_came_in_is_current_in_the_list_and_stays_so(qtbot: QtBot, screen: Screen) -> None:
    shelf = screen.window.room.shelf
    QApplication.clipboard().setText(TEXT)
    screen.press("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: is_open(screen, "A headline"))
    screen.settle()
    assert shelf.model.article_at(shelf.list.currentIndex()) == screen.window.room.article
    screen.window.room.refresh.whole_list()
    assert shelf.model.article_at(shelf.list.currentIndex()) == screen.window.room.article


def test_pasting_nothing_says_so(empty: Screen) -> None:
    QApplication.clipboard().clear()
    empty.press("Ctrl+Shift+V")
    assert "no text" in empty.refused


def test_files_dropped_anywhere_are_opened(qtbot: QtBot, empty: Screen, tmp_path: Path) -> None:
    files = []
    for name in ("one", "two"):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(TEXT.replace("A headline", name.title()), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    assert drop(empty.window, data)
    qtbot.waitUntil(lambda: is_open(empty, "One"))
    qtbot.waitUntil(lambda: titles(empty) == ["One", "Two"])


def test_a_dropped_folder_gives_the_articles_in_it(
    qtbot: QtBot, empty: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    (folder / "deeper").mkdir(parents=True)
    for name in ("a.txt", "b.txt", ".hidden", "deeper/c.txt"):
        (folder / name).write_text(TEXT.replace("A headline", f"About {name}"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    drop(empty.window, data)
    qtbot.waitUntil(lambda: len(titles(empty)) == 2)
    assert sorted(titles(empty)) == ["About a.txt", "About b.txt"]


def test_a_dropped_folder_without_a_file_is_refused_in_words(
    qtbot: QtBot, empty: Screen, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "none"))])
    (tmp_path / "none").mkdir()
    drop(empty.window, data)
    qtbot.waitUntil(lambda: shown(empty) and "it is a folder" in words(page(empty)))
    assert titles(empty) == []


def test_dropped_text_becomes_an_article(qtbot: QtBot, screen: Screen) -> None:
    data = QMimeData()
    data.setText(TEXT)
    drop(screen.window, data)
    qtbot.waitUntil(lambda: is_open(screen, "A headline"))


def test_the_same_text_again_is_opened_and_said(qtbot: QtBot, screen: Screen) -> None:
    edits = screen.saved("SELECT count(*) FROM edits")
    screen.window.bring([paths.sample()])
    qtbot.waitUntil(lambda: "was here already" in screen.said)
    assert screen.saved("SELECT count(*) FROM edits") == edits
    assert len(titles(screen)) == 1


def test_what_is_no_article_is_refused_in_place_and_tagging_goes_on(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"text with \x00 in it")
    screen.window.bring([broken, tmp_path / "missing.txt"])
    qtbot.waitUntil(lambda: "0 of 2" in words(page(screen)))
    assert words(page(screen)).count("Not read: ") == 2, "the last does not hide the one before"
    screen.press("Escape", "V")
    assert screen.saved("SELECT tag FROM assessments") == [("verified",)]
    screen.press("Ctrl+Shift+I")
    assert "missing.txt" in words(page(screen)), "it can be read again"


def test_ctrl_o_lets_one_choose_files_without_stopping_the_window(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    chosen = tmp_path / "chosen.txt"
    chosen.write_text(TEXT, encoding="utf-8")
    screen.press("Ctrl+O")
    dialog = screen.window.findChild(QFileDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(chosen))
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_open(screen, "A headline"))


def test_an_import_is_shown_and_can_be_cancelled(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"Headline {number}\n\nWords.", encoding="utf-8")
    screen.window.bring(sorted(tmp_path.glob("*.txt")))
    assert screen.said.startswith("Importing 1 of 30")
    screen.window.frame.bottom.cancel_wanted.emit()
    qtbot.waitUntil(lambda: not screen.window.room.imports.busy)
    assert len(titles(screen)) < 31


def test_removing_takes_it_off_the_list_and_importing_brings_it_back(
    qtbot: QtBot, screen: Screen
) -> None:
    screen.press("V")
    screen.window.menus.actions[ActionId.REMOVE].trigger()
    screen.settle()
    assert titles(screen) == []
    assert screen.window.frame.stack.currentWidget() is screen.window.frame.start
    screen.window.bring([paths.sample()])
    qtbot.waitUntil(lambda: len(titles(screen)) == 1)
    assert screen.window.room.desk.held.done == 1
