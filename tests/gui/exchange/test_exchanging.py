"""Two colleagues, two libraries, one file between them; by real keys in a real window."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.desk import colleagues, importing, sending, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edits.form import AnalystId
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.write import Author
from annotator.ui.acts import articles
from annotator.ui.acts import colleagues as acts
from annotator.ui.exchange.boxes import QuestionBox, TextBox
from annotator.ui.exchange.bring_page import BringPage, Stage
from annotator.ui.exchange.bringing import Bringing
from annotator.ui.exchange.view import MatchKind
from annotator.ui.views import View
from factories import BEN, new_library
from screens import Screen

V, D, U = Tag.VERIFIED, Tag.DISPUTED, Tag.UNATTRIBUTED
Judge = Callable[[OpenLibrary, ArticleId, Sequence[Tag]], None]


def judge(library: OpenLibrary, article: ArticleId, tags: Sequence[Tag]) -> None:
    """The first claims of the article are tagged so, each with a note."""
    snapshot = reading.snapshot(library.store, article, library.me)
    for index, tag in enumerate(tags):
        tagging.tag(library, article, [snapshot.id_at(index)], tag, note=f"because of {index}")


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[OpenLibrary]:
    """Ben, on his own machine, with the sample."""
    opened = OpenLibrary(new_library(tmp_path / "ben.db"), BEN)
    importing.import_file(opened, paths.sample())
    yield opened
    opened.close()


@pytest.fixture
def sent(ben: OpenLibrary, sample: ArticleId, tmp_path: Path) -> Path:
    """What Ben sent: he holds two claims otherwise than the one before the screen."""
    judge(ben, sample, [V, D, D])
    return sending.send(ben, [sample], tmp_path / "ben.annotations").path


def page_of(screen: Screen) -> BringPage:
    return screen.window.room.exchange.pages.bring_page()


def bringing(screen: Screen) -> Bringing:
    return screen.window.room.exchange.bringing


def look(qtbot: QtBot, screen: Screen, *files: Path) -> BringPage:
    """Opens the files as the command line and the dialog do, and waits for the preview."""
    with qtbot.waitSignal(bringing(screen).looked, timeout=20_000):
        screen.window.bring(files)
    QApplication.processEvents()
    return page_of(screen)


def come(qtbot: QtBot, screen: Screen) -> None:
    with qtbot.waitSignal(bringing(screen).came, timeout=20_000):
        screen.press("Enter")
    QApplication.processEvents()


def test_a_file_is_made_from_the_page_and_holds_what_was_ticked(
    qtbot: QtBot, screen: Screen, sample: ArticleId, tmp_path: Path
) -> None:
    screen.press("V", "Ctrl+Shift+E")
    page = screen.window.room.exchange.pages.send_page()
    assert page.isVisible()
    assert page.asked.articles == (sample,)
    page.notes.setChecked(False)
    page.save_to(tmp_path / "to-ben")
    qtbot.waitUntil(page.chip.isVisible, timeout=20_000)
    made = tmp_path / "to-ben.annotations"
    assert page.chip.path == made
    assert made.stat().st_size > 0
    page.save_to(made)
    assert "is there already" in page.result.text()
    screen.press("Escape")
    assert not page.isVisible()
    assert screen.window.room.page.hasFocus()


def test_what_goes_wrong_is_said_on_the_page(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    screen.press("Ctrl+Shift+E")
    page = screen.window.room.exchange.pages.send_page()
    page.save_to(tmp_path / "no such folder" / "x.annotations")
    qtbot.waitUntil(lambda: page.result.text() not in ("", "Writing…"), timeout=20_000)
    assert "no such folder" in page.result.text()
    assert not page.chip.isVisible()


def test_a_blind_file_holds_no_tag(
    qtbot: QtBot, screen: Screen, tmp_path: Path, ben: OpenLibrary
) -> None:
    screen.press("V", "Ctrl+Shift+E")
    page = screen.window.room.exchange.pages.send_page()
    page.blind.setChecked(True)
    page.save_to(tmp_path / "blind")
    qtbot.waitUntil(page.chip.isVisible, timeout=20_000)
    assert b'"tag":"verified"' not in page.chip.path.read_bytes()


def kept(library: OpenLibrary) -> list[str]:
    """All that is in the file, but where one was on the page, which the window keeps later."""
    with closing(sqlite3.connect(library.path)) as file:
        return [line for line in file.iterdump() if 'INTO "local"' not in line]


def test_first_one_sees_what_would_come_and_nothing_is_changed(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sample: ArticleId, sent: Path
) -> None:
    judge(library, sample, [V, V, D])

    def held() -> list[str]:
        """All that is in the file, but where one was on the page, which the window keeps."""
        with closing(sqlite3.connect(library.path)) as file:
            return [line for line in file.iterdump() if 'INTO "local"' not in line]

    before = held()
    page = look(qtbot, screen, sent)
    assert page.stage is Stage.PREVIEW
    assert page.heading.text() == "Ben’s tags on 1 article"
    assert page.summary.text().startswith("3 new, 1 in conflict.")
    screen.press("Escape")
    assert not page.isVisible()
    assert kept(library) == before


def test_enter_brings_in_and_review_shows_where_they_differ(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sample: ArticleId, sent: Path
) -> None:
    judge(library, sample, [V, V, D])
    page = look(qtbot, screen, sent)
    come(qtbot, screen)
    assert page.heading.text() == "Ben’s tags on 1 article are in"
    assert page.summary.text() == "3 new, 1 in conflict."
    screen.press("Enter")
    assert screen.window.room.switch.view is View.REVIEW
    assert not page.isVisible()
    assert [one.analyst.name for one in colleagues.everybody(library)] == ["Ben"]


def test_it_is_taken_back_as_long_as_nothing_else_changed(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sample: ArticleId, sent: Path
) -> None:
    judge(library, sample, [V])
    page = look(qtbot, screen, sent)
    come(qtbot, screen)
    page.take_back.click()
    assert page.heading.text() == "Taken back"
    assert colleagues.everybody(library) == ()
    assert screen.standing(0) is Standing.VERIFIED
    screen.press("Escape")
    screen.press("D")
    assert screen.standing(0) is Standing.DISPUTED


def test_what_came_in_last_can_be_taken_back_later(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sent: Path
) -> None:
    page = look(qtbot, screen, sent)
    come(qtbot, screen)
    screen.press("Escape", "Ctrl+Shift+O")
    assert page.take_back.isVisible()
    assert page.take_back.text() == "Take back ben.annotations"
    page.take_back.click()
    assert colleagues.everybody(library) == ()
    screen.press("Escape", "Ctrl+Shift+O")
    assert not page.take_back.isVisible()


def test_after_another_change_taking_back_is_refused_in_a_sentence(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sample: ArticleId, sent: Path
) -> None:
    page = look(qtbot, screen, sent)
    come(qtbot, screen)
    judge(library, sample, [U])
    page.take_back.click()
    assert screen.refused
    assert len(colleagues.everybody(library)) == 1


def test_the_same_file_again_brings_nothing(qtbot: QtBot, screen: Screen, sent: Path) -> None:
    look(qtbot, screen, sent)
    come(qtbot, screen)
    page = look(qtbot, screen, sent)
    assert "here already" in page.summary.text()
    assert not page.bring.isVisible()


def test_what_is_no_library_is_refused_on_the_page(
    qtbot: QtBot, screen: Screen, sent: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.annotations"
    broken.write_bytes(sent.read_bytes()[:5_000])
    page = look(qtbot, screen, broken)
    assert page.heading.text() == "Nothing can be brought in"
    assert not page.bring.isVisible()
    page = look(qtbot, screen, broken, sent)
    assert page.heading.text() == "Ben’s tags on 1 article"
    assert page.bring.isVisible()


def test_ones_own_library_is_refused(qtbot: QtBot, screen: Screen, library: OpenLibrary) -> None:
    page = look(qtbot, screen, library.path)
    assert page.heading.text() == "Nothing can be brought in"


def test_a_file_that_is_dropped_is_told_from_an_article_by_what_it_holds(
    qtbot: QtBot, screen: Screen, sent: Path, tmp_path: Path
) -> None:
    renamed = tmp_path / "from Ben.txt"
    renamed.write_bytes(sent.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(renamed))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, window = Qt.KeyboardModifier.NoModifier, screen.window
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), copy, data, left, none))
    assert window.dropping.hint.text() == "Drop to bring in a colleague’s tags"
    with qtbot.waitSignal(bringing(screen).looked, timeout=20_000):
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    QApplication.processEvents()
    assert page_of(screen).heading.text() == "Ben’s tags on 1 article"


def test_claims_of_another_copy_are_matched_only_when_confirmed(
    qtbot: QtBot,
    screen: Screen,
    library: OpenLibrary,
    ben: OpenLibrary,
    tmp_path: Path,
) -> None:
    text = paths.sample().read_text(encoding="utf-8").replace("95", "103")
    other = importing.save(ben, importing.prepare(text.encode(), "copy.txt")).article
    judge(ben, other, [D, D, D])
    sent = sending.send(ben, [other], tmp_path / "copy.annotations").path
    page = look(qtbot, screen, sent)
    (box,) = page.findChildren(TextBox)
    assert box.model.chosen == ()
    line = box.text.matches.line(0)
    assert line.kind is MatchKind.CHANGED
    assert "dropped: 95" in line.spoken
    assert "new: 103" in line.spoken
    box.list.setFocus()
    screen.press("Space")
    come(qtbot, screen)
    kinds = [row[0] for row in screen.saved("SELECT kind FROM edits WHERE kind = 'AddRevision'")]
    assert kinds == ["AddRevision"]
    body = str(screen.saved("SELECT body FROM parts WHERE body LIKE '%changed%'"))
    assert body.count('"changed"') == 1, "one was confirmed, and no other"


def test_somebody_with_ones_name_is_asked_about_once(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sample: ArticleId, tmp_path: Path
) -> None:
    namesake = Author(AnalystId("dddddddd-0000-4000-8000-00000000000d"), library.author.name)
    laptop = OpenLibrary(new_library(tmp_path / "laptop.db"), namesake)
    importing.import_file(laptop, paths.sample())
    judge(laptop, sample, [V, V])
    sent = sending.send(laptop, [sample], tmp_path / "laptop.annotations").path
    laptop.close()
    judge(library, sample, [D])
    page = look(qtbot, screen, sent)
    (box,) = page.findChildren(QuestionBox)
    box.same.click()
    page.bring.setFocus()
    come(qtbot, screen)
    assert all(one.same for one in colleagues.everybody(library))
    page = look(qtbot, screen, sent)
    assert not [box for box in page.findChildren(QuestionBox) if box.isVisible()]


def test_cancel_leaves_everything_as_it_was(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sent: Path
) -> None:
    before = kept(library)
    screen.window.bring([sent])
    assert page_of(screen).stage is Stage.WORKING
    with qtbot.waitSignal(bringing(screen).cancelled, timeout=20_000):
        screen.press("Escape")
        assert page_of(screen).progress.text.startswith("Stopping")
    assert page_of(screen).stage is Stage.ASKING
    assert screen.said.startswith("Stopped")
    assert kept(library) == before


def test_colleagues_are_hidden_and_shown(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sent: Path
) -> None:
    look(qtbot, screen, sent)
    come(qtbot, screen)
    screen.press("Escape")
    room = screen.window.room
    acts.open_or_shut(room)
    page = room.exchange.pages.colleagues_page()
    assert page.isVisible()
    assert page.lines[0].accessibleName() == "Ben, 3 claims done in 1 article"
    page.lines[0].hiding.click()
    assert page.lines[0].who.hidden
    assert colleagues.everybody(library)[0].hidden
    page.lines[0].hiding.click()
    assert not colleagues.everybody(library)[0].hidden
    page.lines[0].same.click()
    assert any(line.who.same for line in page.lines)
    next(line for line in page.lines if line.who.same).same.click()
    assert not any(line.who.same for line in page.lines)
    acts.open_or_shut(room)
    assert not page.isVisible()


def test_no_key_does_anything_to_the_article_behind_the_page(screen: Screen) -> None:
    screen.press("J", "V", "Ctrl+Shift+E")
    before = screen.saved("SELECT count(*) FROM edits")
    screen.press("Ctrl+Z", "Ctrl+Enter", "D")
    assert screen.saved("SELECT count(*) FROM edits") == before
    assert screen.standing(1) is Standing.VERIFIED
    screen.press("Escape", "Ctrl+Z")
    assert screen.standing(1) is Standing.UNTAGGED


def test_another_article_takes_the_place_of_the_page(screen: Screen) -> None:
    screen.press("Ctrl+Shift+O")
    page = page_of(screen)
    assert page.isVisible()
    assert page.drop.isVisible()
    screen.window.room.switch.show(View.REVIEW)
    assert not page.isVisible()


def test_taking_back_an_article_that_is_on_the_page(
    qtbot: QtBot, screen: Screen, sample: ArticleId, ben: OpenLibrary, tmp_path: Path
) -> None:
    text = "Port strike\n\nIt is over. Nobody came."
    other = importing.save(ben, importing.prepare(text.encode(), "strike.txt")).article
    judge(ben, other, [D, D])
    sent = sending.send(ben, [other], tmp_path / "strike.annotations").path
    page = look(qtbot, screen, sent)
    come(qtbot, screen)
    room = screen.window.room
    articles.show(room, other)
    screen.settle()
    assert room.article == other
    room.exchange.pages.show(page)
    page.take_back.click()
    QApplication.processEvents()
    assert page.heading.text() == "Taken back"
    assert not screen.refused
    page.close_button.click()
    screen.settle()
    assert room.article == sample
    assert room.shelf.model.rowCount() == 1
    screen.press("V")
    assert screen.standing(0) is Standing.VERIFIED
