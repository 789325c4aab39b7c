"""What is pasted and dropped: addresses, words, pictures, files, links with their titles."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.desk import evidence_files
from annotator.ui.acts import keptfiles
from annotator.ui.evidence import pasted
from evidencescreen import ITEMS, LINKS, MAP, section, take
from screens import Screen

FILES = "SELECT sha256, length(bytes) FROM files"


@pytest.fixture(autouse=True)
def no_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    # The offscreen clipboard outlives Python, and would then let go of what Python made.
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may contact anything: there is not even somebody who could."""

    def refuse(*_: object) -> None:
        raise AssertionError("an address was contacted")

    monkeypatch.setattr(QNetworkAccessManager, "get", refuse, raising=False)
    monkeypatch.setattr("socket.socket.connect", refuse)


def paste(screen: Screen, data: QMimeData | str) -> None:
    board = QGuiApplication.clipboard()
    if isinstance(data, str):
        board.setText(data)
    else:
        board.setMimeData(data)
    screen.press("Ctrl+V")


def picture() -> QImage:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def of_picture() -> QMimeData:
    data = QMimeData()
    data.setImageData(picture())
    return data


def of_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def link(title: str = "Survey map") -> QMimeData:
    """As Firefox drags one."""
    data = QMimeData()
    data.setData("text/x-moz-url", f"{MAP}\n{title}".encode("utf-16-le"))
    data.setUrls([QUrl(MAP)])
    data.setText(MAP)
    data.setHtml(f'<a href="{MAP}">{title}</a>')
    return data


def drop(screen: Screen, data: QMimeData, *, on_panel: bool) -> str:
    """Drags it over the window and lets go; gives what the hint said."""
    window = screen.window
    panel = window.room.panel
    at = panel.mapTo(window, QPoint(60, 300)) if on_panel else QPoint(600, 400)
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(at, action, data, left, none))
    QApplication.sendEvent(window, QDragMoveEvent(at, action, data, left, none))
    hint = window.dropping.hint
    said = hint.text() if not hint.isHidden() else ""
    QApplication.sendEvent(window, QDropEvent(QPointF(at), action, data, left, none))
    assert hint.isHidden()
    return said


def test_a_pasted_address_waits_for_what_goes_with_it(screen: Screen) -> None:
    take(screen)
    paste(screen, f" {MAP}\n")
    quick = section(screen).quick
    assert quick.field.hasFocus()
    assert quick.text == f"{MAP} "
    assert screen.saved(ITEMS) == []
    screen.write("- B2")
    screen.press("Enter")
    assert screen.saved(ITEMS) == [(MAP, "", "B", None)]


def test_pasted_words_are_a_quotation_and_wait_for_their_address(screen: Screen) -> None:
    take(screen)
    paste(screen, "The second mark lies 396 m from the tomb.")
    assert section(screen).quick.text == " “The second mark lies 396 m from the tomb.”"
    screen.write(MAP)
    screen.press("Enter")
    assert screen.saved(LINKS) == [("context", "The second mark lies 396 m from the tomb.", "")]
    assert screen.saved("SELECT url FROM items") == [(MAP,)]


def test_a_pasted_picture_is_kept_as_a_file(screen: Screen) -> None:
    take(screen)
    paste(screen, of_picture())
    ((digest, _),) = screen.saved(FILES)
    ((named,),) = screen.saved("SELECT files FROM items")
    assert digest in named
    assert "pasted" in named
    assert "Kept the picture." in screen.said
    assert screen.window.room.page.hasFocus(), "the keys stay where they were"


def test_the_bytes_of_a_picture_are_kept_as_they_came(screen: Screen) -> None:
    take(screen)
    data = QMimeData()
    raw = b"\x89PNG\r\n\x1a\nno other program wrote these"
    data.setData("image/png", raw)
    paste(screen, data)
    assert screen.saved(FILES) == [(hashlib.sha256(raw).hexdigest(), len(raw))]


def test_a_picture_pasted_into_the_entry_is_kept_too(screen: Screen) -> None:
    take(screen)
    screen.press("E")
    paste(screen, of_picture())
    assert len(screen.saved(FILES)) == 1
    assert section(screen).quick.text == ""


def test_pasted_files_are_one_piece(screen: Screen, tmp_path: Path) -> None:
    take(screen)
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    paste(screen, of_files(*paths))
    assert len(screen.saved(FILES)) == 2
    assert screen.saved("SELECT count(*) FROM items") == [(1,)]


def test_a_file_that_vanished_before_it_was_saved_is_said_and_nothing_is_changed(
    screen: Screen, tmp_path: Path
) -> None:
    take(screen)
    paste(screen, of_files(tmp_path / "gone.png"))
    assert "gone.png is not there (any more)" in screen.refused
    assert screen.saved(ITEMS) == []


def test_an_empty_clipboard_says_so(screen: Screen) -> None:
    take(screen)
    QGuiApplication.clipboard().clear()
    screen.press("Ctrl+V")
    assert "nothing in it that could be evidence" in screen.refused


def test_a_text_too_long_for_a_quotation_is_refused_with_a_way_out(screen: Screen) -> None:
    take(screen)
    paste(screen, "word " * 500_000)
    assert "Ctrl+Shift+V" in screen.refused
    assert section(screen).quick.text == ""


def test_a_long_quotation_is_taken_whole(screen: Screen) -> None:
    take(screen)
    words = ("word " * 50_000).strip()
    paste(screen, words)
    screen.press("Enter")
    assert screen.saved("SELECT quote FROM links") == [(words,)]


def test_a_dropped_link_brings_its_title_wherever_it_is_dropped(screen: Screen) -> None:
    take(screen)
    assert drop(screen, link(), on_panel=False) == "Drop as evidence for claim 5"
    assert screen.saved(ITEMS) == [(MAP, "Survey map", "", None)]
    assert screen.saved(LINKS) == [("context", "", "")]


@pytest.mark.parametrize(
    ("form", "coding"), [("text/x-moz-url", "utf-16-le"), ("_NETSCAPE_URL", "utf-8")]
)
def test_each_browsers_way_to_say_the_title_is_understood(
    screen: Screen, form: str, coding: str
) -> None:
    take(screen)
    data = QMimeData()
    data.setData(form, f"{MAP}\nسه مأمور <b>&amp;\x07".encode(coding))
    drop(screen, data, on_panel=True)
    assert screen.saved("SELECT url, title FROM items") == [(MAP, "سه مأمور <b>&amp;")]


def test_a_link_in_html_alone_brings_its_words(screen: Screen) -> None:
    take(screen)
    data = QMimeData()
    data.setText(MAP)
    data.setHtml(f'<p>see <a href="{MAP}">the <i>survey</i> map</a></p>')
    drop(screen, data, on_panel=True)
    assert screen.saved("SELECT url, title FROM items") == [(MAP, "the survey map")]


def test_a_dropped_picture_is_evidence_wherever_it_is_dropped(screen: Screen) -> None:
    take(screen)
    drop(screen, of_picture(), on_panel=False)
    assert len(screen.saved(FILES)) == 1


def test_a_file_dropped_on_the_panel_is_evidence_and_on_the_page_an_article(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    take(screen)
    path = tmp_path / "map.txt"
    path.write_text("A headline\n\nOne sentence.\n", encoding="utf-8")
    assert drop(screen, of_files(path), on_panel=True) == "Drop as evidence for claim 5"
    assert len(screen.saved(FILES)) == 1
    assert drop(screen, of_files(path), on_panel=False) == "Drop to open as an article"
    qtbot.waitUntil(lambda: screen.window.windowTitle().startswith("A headline"))


def test_a_large_file_asks_in_place_and_is_kept_only_then(
    qtbot: QtBot, screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_files, "ASKED", 1000)
    take(screen)
    path = tmp_path / "video.mp4"
    path.write_bytes(b"x" * 2000)
    drop(screen, of_files(path), on_panel=True)
    assert "video.mp4" in screen.refused
    assert screen.saved(FILES) == []
    buttons = screen.window.frame.notice.findChildren(QPushButton)
    keep = next(one for one in buttons if one.text() == "Keep it")
    keep.click()
    assert screen.saved(FILES) == [(hashlib.sha256(b"x" * 2000).hexdigest(), 2000)]


def test_a_larger_file_is_kept_beside_the_window(
    qtbot: QtBot, screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.acts.keptfiles.QUICK", 10)
    take(screen)
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"x" * 2000)
    drop(screen, of_files(path), on_panel=True)
    assert screen.said == "Keeping scan.pdf…"
    qtbot.waitUntil(lambda: screen.said == "Kept scan.pdf.")
    screen.settle()
    assert section(screen).pieces.isVisible()
    screen.window.room.page.setFocus()
    screen.press("Ctrl+Z")
    assert screen.saved(ITEMS) == []


def test_several_claims_in_hand_get_what_is_dropped(screen: Screen) -> None:
    screen.press("J", "Shift+J", "Shift+J")
    assert drop(screen, link(), on_panel=True) == "Drop as evidence for 3 claims"
    assert screen.saved("SELECT count(*) FROM links") == [(3,)]


def test_what_is_dropped_on_a_field_goes_to_the_window(screen: Screen) -> None:
    take(screen)
    screen.press("E")
    field = section(screen).quick.field
    assert not field.acceptDrops()
    assert not field.viewport().acceptDrops()


def test_what_is_dropped_while_the_library_is_held_is_kept_when_it_is_free(
    qtbot: QtBot, screen: Screen
) -> None:
    take(screen)
    screen.session.library.wait = 0.0
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    data = link()
    drop(screen, data, on_panel=True)
    shiboken6.delete(data)  # as Qt does when a drag is over
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: screen.saved("SELECT title FROM items") == [("Survey map",)])


def test_what_only_calls_itself_a_picture_is_refused(screen: Screen) -> None:
    take(screen)
    data = QMimeData()
    data.setData("image/png", b"no picture at all")
    paste(screen, data)
    assert "nothing in it that could be evidence" in screen.refused
    assert screen.saved(ITEMS) == []


def test_a_large_picture_is_made_a_file_beside_the_window(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def as_file(image: QImage) -> tuple[str, bytes]:
        threads.append(QThread.currentThread())
        return pasted.as_file(image)

    monkeypatch.setattr(keptfiles, "as_file", as_file)
    take(screen)
    large = QImage(1200, 1000, QImage.Format.Format_RGB32)
    large.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(large)
    paste(screen, data)
    qtbot.waitUntil(lambda: len(screen.saved(FILES)) == 1)
    assert threads[0] is not screen.window.thread()
    qtbot.waitUntil(lambda: "Kept the picture." in screen.said)
