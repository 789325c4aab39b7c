"""Articles come in on a page of their own, and tagging goes on meanwhile."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.desk import showing
from annotator.ui.acts import articles
from annotator.ui.importing.view import Offer, Sign
from annotator.ui.importing.viewing import MOST, import_view
from annotator.ui.incoming import How, Incoming, State, from_file
from annotator.ui.messagebar import MessageBar
from importing import Gate, article, over, page, shown, words
from screens import Screen


def titles(screen: Screen) -> list[str]:
    screen.session.library.poll()
    return [row.title for row in showing.articles(screen.session.library)]


def signs(screen: Screen) -> list[Sign]:
    return [row.line.sign for row in page(screen).rows.values()]


def test_several_files_stand_on_the_page_one_line_each(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    before = screen.window.room.article
    screen.window.bring(
        [article(tmp_path, "a.txt"), tmp_path / "b.txt", article(tmp_path, "c.txt")]
    )
    assert shown(screen), "several are shown at once"
    qtbot.waitUntil(over(screen))
    screen.window.room.importing.now()  # type: ignore[union-attr]
    said = words(page(screen))
    assert "Imported 2 of 3 files" in said
    assert "2 read, 1 failed" in said
    assert "There is no file" in said
    assert signs(screen) == [Sign.READ, Sign.REFUSED, Sign.READ]
    assert page(screen).beside.rows["Articles"].value.whole == "2"  # type: ignore[union-attr]
    assert screen.window.room.article == before, "the article on the page stays"
    screen.press("Escape")
    assert not shown(screen)
    screen.press("V")
    assert screen.saved("SELECT tag FROM assessments") == [("verified",)]


def test_a_line_opens_its_article(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    screen.window.bring([article(tmp_path, "a.txt"), article(tmp_path, "b.txt")])
    qtbot.waitUntil(over(screen))
    screen.window.room.importing.now()  # type: ignore[union-attr]
    last = list(page(screen).rows.values())[-1]
    last.buttons[Offer.OPEN].setFocus()
    screen.press("Enter")
    assert screen.window.room.desk.held.article.title == "About b.txt"
    assert not shown(screen)


def test_one_small_file_opens_and_its_page_stays_away(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    screen.window.bring([article(tmp_path, "a.txt")])
    qtbot.waitUntil(lambda: screen.said.startswith("Imported “\u2068About a.txt\u2069”: 2 claims."))
    assert screen.window.room.importing is None
    screen.press("Ctrl+Shift+I")
    assert shown(screen), "who wants to see it can"
    assert "2 claims" in words(page(screen))
    screen.press("Ctrl+Shift+I")
    assert not shown(screen)


def test_one_small_file_opens_also_after_the_page_was_looked_at(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    screen.window.bring([article(tmp_path, "a.txt"), article(tmp_path, "b.txt")])
    qtbot.waitUntil(over(screen))
    screen.press("Escape")
    screen.window.bring([article(tmp_path, "c.txt")])
    qtbot.waitUntil(lambda: screen.window.room.desk.held.article.title == "About c.txt")
    assert not shown(screen)


def test_what_came_in_last_may_be_nothing(screen: Screen) -> None:
    screen.press("Ctrl+Shift+I")
    assert screen.said.startswith("Nothing came in")


def test_one_file_that_takes_long_is_shown_and_opened_in_the_end(
    qtbot: QtBot, screen: Screen
) -> None:
    gate = Gate()
    screen.window.room.imports.bring([gate.source])
    qtbot.waitUntil(lambda: shown(screen))
    qtbot.waitUntil(lambda: "page 12 of 31" in words(page(screen)))
    (row,) = page(screen).rows.values()
    assert row.line.share == pytest.approx(12 / 31)
    assert "Reading \u2068slow.txt\u2069 · page 12 of 31" in screen.said
    gate.through.set()
    qtbot.waitUntil(lambda: screen.window.room.desk.held.article.title == "slow.txt")
    assert not shown(screen)


def test_who_went_back_to_the_article_stays_there(qtbot: QtBot, screen: Screen) -> None:
    gate, before = Gate(), screen.window.room.article
    screen.window.room.imports.bring([gate.source])
    qtbot.waitUntil(lambda: shown(screen))
    screen.press("Escape", "V")
    assert screen.saved("SELECT tag FROM assessments") == [("verified",)]
    screen.window.frame.bottom._look.click()
    assert shown(screen), "the bar leads back"
    screen.press("Escape")
    gate.through.set()
    qtbot.waitUntil(over(screen))
    assert screen.window.room.article == before
    qtbot.waitUntil(lambda: "Imported “" in screen.said)


@pytest.mark.parametrize("view", ["Ctrl+2", "Ctrl+3"])
def test_the_bar_of_every_view_leads_to_the_page_only_from_elsewhere(
    qtbot: QtBot, screen: Screen, view: str
) -> None:
    gate = Gate()
    screen.window.room.imports.bring([gate.source])
    qtbot.waitUntil(lambda: shown(screen))
    screen.press(view)
    bar = screen.window.frame._foot.currentWidget()
    assert isinstance(bar, MessageBar)
    assert bar is not screen.window.frame.bottom
    if not shown(screen):
        screen.window.room.imports.changed.emit()
        screen.press("Ctrl+Shift+I")
    assert shown(screen)
    screen.window.room.imports.progress.emit("Importing", True)
    assert bar._look.isHidden()
    screen.press("Escape")
    assert not bar._look.isHidden()


def test_no_key_tags_a_claim_that_the_page_covers(screen: Screen, tmp_path: Path) -> None:
    screen.window.bring([article(tmp_path, "a.txt"), article(tmp_path, "b.txt")])
    screen.press("V", "D", "X")
    assert screen.saved("SELECT tag FROM assessments") == []


def test_who_writes_is_not_interrupted(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    screen.press("N")
    screen.write("a note")
    articles.bring(screen.window.room, [tmp_path / "none.txt"])
    qtbot.waitUntil(lambda: screen.said == "Import: 1 of 1 not read")
    screen.write(" goes on")
    assert not shown(screen)
    screen.press("Escape")
    screen.window.frame.bottom._look.click()
    assert "There is no file" in words(page(screen))
    assert screen.said != "Import: 1 of 1 not read", "it is before the reader"
    screen.press("Escape")
    assert screen.said != "Import: 1 of 1 not read", "who has seen it is not told again"
    (note,) = screen.saved("SELECT note FROM assessments")
    assert note == ("a note goes on",)


def test_cancel_leaves_what_is_in_and_nothing_half_done(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    gate, imports = Gate(), screen.window.room.imports
    articles.bring(screen.window.room, [article(tmp_path, "a.txt")])
    imports.bring([gate.source])
    articles.bring(screen.window.room, [article(tmp_path, "c.txt")])
    qtbot.waitUntil(gate.reads.is_set)
    page(screen).cancel.click()
    qtbot.waitUntil(over(screen))
    assert [one.state for one in imports.entries] == [State.READ, State.STOPPED, State.STOPPED]
    assert "slow.txt" not in titles(screen)
    assert "About c.txt" not in titles(screen)
    last = imports.entries[-1]
    imports.again(last.key, How())
    qtbot.waitUntil(over(screen))
    assert "About c.txt" in titles(screen)


def test_cancel_is_heard_while_another_program_holds_the_library(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        screen.window.bring([article(tmp_path, "a.txt"), article(tmp_path, "b.txt")])
        qtbot.waitUntil(lambda: "waits for another program" in words(page(screen)))
        page(screen).cancel.click()
        qtbot.waitUntil(over(screen))
    finally:
        other.rollback()
        other.close()
    states = [one.state for one in screen.window.room.imports.entries]
    assert states == [State.STOPPED, State.STOPPED]
    assert titles(screen) == [screen.window.room.desk.held.article.title]


def test_it_comes_in_as_soon_as_the_other_program_lets_go(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    other = sqlite3.connect(screen.session.library.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        screen.window.bring([article(tmp_path, "a.txt"), article(tmp_path, "b.txt")])
        qtbot.waitUntil(lambda: "waits for another program" in words(page(screen)))
    finally:
        other.rollback()
        other.close()
    qtbot.waitUntil(over(screen))
    assert titles(screen)[-2:] == ["About a.txt", "About b.txt"]


def test_a_window_that_goes_leaves_whole_articles_only(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    gate = Gate()
    articles.bring(screen.window.room, [article(tmp_path, "a.txt")])
    screen.window.room.imports.bring([gate.source])
    qtbot.waitUntil(gate.reads.is_set)
    screen.window.close()
    assert "slow.txt" not in titles(screen)
    assert "About a.txt" in titles(screen)


def test_another_file_takes_the_place_of_one_that_was_not_read(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    screen.window.bring([tmp_path / "none.txt"])
    qtbot.waitUntil(lambda: shown(screen) and signs(screen) == [Sign.REFUSED])
    (row,) = page(screen).rows.values()
    row.buttons[Offer.OTHER_FILE].click()
    dialog = next(
        each
        for each in page(screen).children()
        if each.isWidgetType() and each.property("fileMode") is not None
    )
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(article(tmp_path, "other.txt")))
    dialog.accept()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "About other.txt" in titles(screen))


def test_in_an_empty_library_the_first_lies_under_the_page(
    qtbot: QtBot, empty: Screen, tmp_path: Path
) -> None:
    empty.window.bring([article(tmp_path, "a.txt"), article(tmp_path, "b.txt")])
    qtbot.waitUntil(lambda: empty.window.room.article is not None)
    assert shown(empty)
    empty.press("Escape", "V")
    assert empty.window.room.desk.held.article.title == "About a.txt"
    assert empty.saved("SELECT tag FROM assessments") == [("verified",)]


def test_names_from_outside_are_never_markup(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    screen.window.bring([article(tmp_path, "<b>bold<b>.txt"), article(tmp_path, "b.txt")])
    qtbot.waitUntil(over(screen))
    assert "<b>bold<b>.txt" in words(page(screen))


def test_what_is_brought_later_joins_the_list_and_a_new_list_begins_when_all_is_over(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    gate, imports = Gate(), screen.window.room.imports
    imports.bring([gate.source])
    articles.bring(screen.window.room, [article(tmp_path, "a.txt")])
    assert len(imports.entries) == 2
    gate.through.set()
    qtbot.waitUntil(over(screen))
    articles.bring(screen.window.room, [article(tmp_path, "b.txt")])
    assert [one.source.name for one in imports.entries] == ["b.txt"]
    qtbot.waitUntil(over(screen))


def test_pasted_html_is_preferred(qtbot: QtBot, screen: Screen) -> None:
    data = QMimeData()
    data.setText("Heading Words of it.")
    data.setHtml("<h1>Heading</h1><p>Words of it. And more of them.</p>")
    QApplication.clipboard().setMimeData(data)
    screen.press("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: screen.window.room.desk.held.article.title == "Heading")
    assert "Words of it. And more of them." in screen.window.room.desk.held.article.text


RUSSIAN = "Порт закрыт\n\nГавань закрыли в понедельник. Никто не пришёл в воскресенье.\n"


def test_one_claim_is_said_as_one(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    articles.bring(screen.window.room, [article(tmp_path, "one.txt", "It rained all day long.\n")])
    qtbot.waitUntil(lambda: ": 1 claim." in screen.said)


def test_another_encoding_reads_the_file_again_and_the_wrong_reading_goes_off_the_list(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes(RUSSIAN.encode("windows-1251"))
    screen.window.bring([file, article(tmp_path, "b.txt")])
    qtbot.waitUntil(over(screen))
    screen.window.room.importing.now()  # type: ignore[union-attr]
    (entry, _) = screen.window.room.imports.entries
    assert entry.encoding == "windows-1251"
    assert "Порт закрыт" in titles(screen)
    (row, _) = page(screen).rows.values()
    assert row.encodings is not None
    row.encodings.activated.emit(row.encodings.findText("windows-1252"))
    qtbot.waitUntil(lambda: entry.state is State.READ and entry.how.encoding == "windows-1252")
    assert "Порт закрыт" not in titles(screen)
    assert len(titles(screen)) == 3
    screen.window.room.importing.now()  # type: ignore[union-attr]
    assert "What it was read as before is off your list." in words(page(screen))


def test_an_encoding_that_does_not_fit_leaves_it_as_it_was(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes(RUSSIAN.encode("windows-1251"))
    screen.window.bring([file, article(tmp_path, "b.txt")])
    qtbot.waitUntil(over(screen))
    (entry, _) = screen.window.room.imports.entries
    screen.window.room.imports.again(entry.key, How("utf-8"))
    qtbot.waitUntil(over(screen))
    assert entry.state is State.READ
    assert "Порт закрыт" in titles(screen)
    screen.window.room.importing.now()  # type: ignore[union-attr]
    assert "Not read once more: " in words(page(screen))


def test_of_a_long_list_what_somebody_has_to_look_at_is_shown(
    screen: Screen, tmp_path: Path
) -> None:
    imports = screen.window.room.imports
    sources = [from_file(tmp_path / f"{at}.txt") for at in range(MOST + 20)]
    imports.entries = [Incoming(at, one, State.READ) for at, one in enumerate(sources)]
    imports.entries[-1].state = State.FAILED
    view = import_view(imports)
    assert len(view.lines) == MOST
    assert view.lines[-1].sign is Sign.REFUSED
    assert view.folded == "and 20 more: 20 read"


def test_the_list_at_the_left_follows_one_by_one_in_the_order_of_arrival(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    model, resets = screen.window.room.shelf.model, []
    model.modelReset.connect(lambda: resets.append(True))
    screen.window.bring([article(tmp_path, f"{name}.txt") for name in "cab"])
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    listed = [str(model.data(model.index(row))) for row in range(1, 4)]
    assert listed == ["About c.txt", "About a.txt", "About b.txt"]
    assert resets == [], "what is there is not read again for each that comes in"
