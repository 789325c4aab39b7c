"""Several windows, other programs, and starts that meet trouble."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.desk import opening, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.ui import app, picture, single
from annotator.ui.action import ActionId
from annotator.ui.session import Session
from annotator.ui.trouble import TroubleWindow
from screens import Screen, open_screen, shut


def test_a_second_window_shows_each_change_at_once(screen: Screen) -> None:
    screen.press("V", "Ctrl+N")
    first, second = screen.session.windows
    assert second.room.article == first.room.article
    second.room.hand.go(3)
    second.run(ActionId.DISPUTED)
    assert first.room.desk.held.standing(3) is Standing.DISPUTED
    assert first.room.hand.index == 1, "its own claim stays in hand"
    first.run(ActionId.UNDO)
    assert second.room.desk.held.standing(3) is Standing.UNTAGGED
    second.close()
    assert screen.session.windows == [first]
    first.run(ActionId.VERIFIED)


def test_a_window_that_is_left_has_the_keys(qtbot: QtBot, screen: Screen) -> None:
    screen.press("Ctrl+N")
    first, second = screen.session.windows
    qtbot.waitUntil(second.isActiveWindow)
    second.close()
    qtbot.waitUntil(first.isActiveWindow)


def test_what_another_process_saves_shows_within_a_second(qtbot: QtBot, screen: Screen) -> None:
    beside = opening.open_for(screen.session.library.path, None, create=False)
    held = screen.window.room.desk.held
    tagging.tag(beside, held.article.id, [held.id_at(7)], Tag.UNATTRIBUTED)
    beside.close()
    qtbot.waitUntil(
        lambda: screen.window.room.desk.held.standing(7) is Standing.UNATTRIBUTED, timeout=1000
    )
    screen.press("V")
    assert screen.window.room.desk.held.done == 2


def test_the_place_in_each_article_comes_back(qtbot: QtBot, screen: Screen) -> None:
    room = screen.window.room
    room.hand.go(30)
    top = room.page.first_visible_offset()
    screen.window.bring([_other(screen)])
    qtbot.waitUntil(lambda: len(room.desk.held.article.text) < 200)
    path = screen.session.library.path
    model = room.shelf.model
    room.shelf.chosen.emit(model.article_at(model.index(0)))
    assert room.hand.index == 30
    assert room.page.first_visible_offset() == top
    screen.session.quit()
    screen.session.close()
    again = open_screen(qtbot, opening.open_for(path, None, create=False))
    assert again.window.room.hand.index == 30
    shut(again)


def _other(screen: Screen) -> Path:
    file = screen.session.library.path.with_name("other.txt")
    file.write_text("Another article\n\nIt is short.", encoding="utf-8")
    return file


HANDS_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from annotator.ui import single
app = QCoreApplication([])
sys.exit(0 if single.hand_over(sys.argv[1], [Path("odd\\udcff name.txt")]) else 3)
"""


def test_a_second_start_hands_its_files_over(qtbot: QtBot, tmp_path: Path) -> None:
    name = single.socket_name(tmp_path / "x.db", None)
    assert not single.hand_over(name, [])
    door = single.Door(name)
    came: list[list[Path]] = []
    door.files_came.connect(came.append)
    child = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HANDS_OVER,
            name,
        ],
        cwd=tmp_path,
    )
    qtbot.waitUntil(lambda: bool(came), timeout=30_000)
    assert came == [[Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff name.txt"))]]
    assert child.wait(10) == 0
    door.close()


def test_another_library_or_analyst_has_a_window_of_its_own(tmp_path: Path) -> None:
    names = {
        single.socket_name(tmp_path / "a.db", None),
        single.socket_name(tmp_path / "b.db", None),
        single.socket_name(tmp_path / "a.db", "Anna"),
    }
    assert len(names) == 3
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "a.db")
    assert single.socket_name(link, None) in names


def test_a_library_that_cannot_be_opened_is_said_in_its_window(
    qapp: QApplication, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.db"
    wrong.write_text("this is text", encoding="utf-8")
    program = app.Program(qapp, wrong, None, [])
    program.open()
    window = program._trouble
    assert isinstance(window, TroubleWindow)
    assert "wrong.db" in window.said.text()
    assert [button.text() for button in window.buttons] == ["Try again", "Quit"]
    assert wrong.read_text(encoding="utf-8") == "this is text"
    window.close()


def test_a_damaged_library_is_brought_back_from_its_backup(
    qapp: QApplication, qtbot: QtBot, library: OpenLibrary, sample: ArticleId
) -> None:
    path = library.path
    first = open_screen(qtbot, library)
    first.press("V", "D")
    shut(first)
    path.write_bytes(path.read_bytes()[:8192])
    program = app.Program(qapp, path, None, [])
    program.open()
    window = program._trouble
    assert isinstance(window, TroubleWindow)
    back = next(button for button in window.buttons if button.text().startswith("Bring back"))
    back.click()
    session = program._session
    assert isinstance(session, Session)
    assert session.windows[0].room.desk.held.done == 2
    window.close()
    session.quit()
    program.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_leaves_the_library_as_it_was(
    library: OpenLibrary, sample: ArticleId, tmp_path: Path, theme: str
) -> None:
    before = library.path.read_bytes()
    target = tmp_path / "window.png"
    picture.take(library, sample, target, theme=theme, size=(900, 700), scale=1.0, force=False)
    image = QImage(str(target))
    assert (image.width(), image.height()) == (900, 700)
    assert (image.pixelColor(450, 650).lightness() > 128) is (theme == "light")
    assert library.path.read_bytes() == before
    with pytest.raises(AnnotatorError):
        picture.take(library, sample, target, theme=theme, size=(900, 700), scale=1, force=False)


def test_a_picture_shows_the_claim_that_was_asked_for(
    library: OpenLibrary, sample: ArticleId, tmp_path: Path
) -> None:
    span = reading.snapshot(library.store, sample, library.author.id).span(48)
    drawn = []
    for claim in (None, span):
        target = tmp_path / f"{claim}.png"
        picture.take(
            library,
            sample,
            target,
            theme="light",
            size=(900, 700),
            scale=1,
            force=False,
            claim=claim,
        )
        drawn.append(target.read_bytes())
    assert drawn[0] != drawn[1]


def test_the_day_has_a_backup_once_something_changed(
    qtbot: QtBot, library: OpenLibrary, sample: ArticleId
) -> None:
    path = library.path
    shut(open_screen(qtbot, library))
    assert len(list(paths.backups_dir(path).iterdir())) == 1
