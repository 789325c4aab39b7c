"""Kept files: opened only when somebody asks, for their reader alone, and never run."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator.desk import evidencing
from annotator.desk.evidence_change import registers_of
from annotator.desk.evidencing import Attached, Given, Serving
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.evidence import Item, KeptFile, Link, Stance
from annotator.ui.evidence.audience import AudienceWord
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.viewed import _folder
from evidencescreen import enter, form, section, take
from screens import Screen

DATA = b"\x89PNG of a map"


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the system was asked to open."""
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def with_file(screen: Screen, name: str = "map.png", data: bytes = DATA) -> None:
    """A piece of evidence with a file, open."""
    room = screen.window.room
    index = room.desk.held.index_of_number(5)
    assert index is not None
    claims = [room.desk.held.id_at(index)]
    kept = [Attached((name, data), "pasted")]
    given, serving = Given(title="Survey map"), Serving(Stance.CONTEXT)
    evidencing.add(room.library, room.article, claims, given, serving, files=kept)
    take(screen)
    screen.press("E", "Up", "Enter")


def button(screen: Screen, name: str) -> KeyButton:
    found = [one for one in section(screen).findChildren(KeyButton) if one.isVisible()]
    return next(one for one in found if one.accessibleName() == name)


def labels(screen: Screen) -> list[str]:
    return [one.text() for one in form(screen).findChildren(QLabel) if one.isVisible()]


def test_it_says_name_size_how_and_when_and_opens_nothing(
    screen: Screen, opened_urls: list[QUrl]
) -> None:
    with_file(screen)
    assert "map.png · 13 bytes" in labels(screen)
    assert any(said.startswith("kept ") and said.endswith(", pasted") for said in labels(screen))
    assert opened_urls == []


def test_open_hands_a_copy_of_its_own_to_the_system(
    screen: Screen, opened_urls: list[QUrl]
) -> None:
    with_file(screen)
    button(screen, "Open map.png").click()
    (url,) = opened_urls
    copy = Path(url.toLocalFile())
    assert copy.name == "map.png"
    assert copy.read_bytes() == DATA
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    button(screen, "Open map.png").click()
    assert len(opened_urls) == 2, "again works, too"


@pytest.mark.parametrize(
    "name", ["run.exe", "run.SH", "map.png.desktop", "x.jar", "a.bat. ", "s.py", "page.url"]
)
def test_a_program_is_never_opened(screen: Screen, opened_urls: list[QUrl], name: str) -> None:
    with_file(screen, name)
    found = [one for one in section(screen).findChildren(KeyButton) if one.isVisible()]
    next(one for one in found if one.accessibleName().startswith("Open ")).click()
    assert opened_urls == []
    assert "is a program" in screen.refused


def test_save_writes_the_bytes_where_one_says(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    with_file(screen)
    button(screen, "Save map.png").click()
    dialog = screen.window.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "saved.png"
    dialog.fileSelected.emit(str(target))
    assert target.read_bytes() == DATA
    dialog.reject()


def test_attach_asks_for_files_and_keeps_them(qtbot: QtBot, screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF")
    enter(screen, "Survey map")
    take(screen)
    screen.press("E", "Up", "Enter")
    button(screen, "Attach a file").click()
    dialog = screen.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.reject()
    screen.settle()
    assert "scan.pdf · 4 bytes" in labels(screen)


def test_detach_takes_it_off_and_undo_brings_it_back(screen: Screen) -> None:
    with_file(screen)
    button(screen, "Detach map.png").click()
    screen.settle()
    assert "map.png · 13 bytes" not in labels(screen)
    screen.press("Escape", "Ctrl+Z")
    assert "map.png" in screen.saved("SELECT files FROM items")[0][0]


def test_who_may_read_a_file_is_said_of_it_alone(screen: Screen) -> None:
    with_file(screen)
    words = [one for one in form(screen).findChildren(AudienceWord) if one.isVisible()]
    of_file = next(one for one in words if one.accessibleName().startswith("File map.png"))
    of_file.click()
    private = screen.saved("SELECT files FROM items WHERE private = 1")
    assert len(private) == 1
    assert "map.png" in private[0][0]
    assert screen.saved("SELECT title FROM items WHERE private = 0") == [("Survey map",)]


def test_an_address_is_opened_only_by_its_button_and_only_of_the_web(
    screen: Screen, opened_urls: list[QUrl]
) -> None:
    enter(screen, "Survey map", url="https://example.org/map")
    enter(screen, "Old file", url="ftp://example.org/map", number=9)
    take(screen)
    screen.press("E", "Up", "Enter")
    assert opened_urls == []
    button(screen, "Open the address in the browser").click()
    assert [url.toString() for url in opened_urls] == ["https://example.org/map"]
    screen.press("Escape", *"JJJJ")
    screen.settle()
    screen.press("E", "Up", "Enter")
    names = [
        one.accessibleName() for one in form(screen).findChildren(KeyButton) if one.isVisible()
    ]
    assert "Open the address in the browser" not in names


def test_a_file_whose_bytes_are_not_here_says_so_and_cannot_be_opened(screen: Screen) -> None:
    with_file(screen)
    held = form(screen).piece.linked.item
    assert held is not None
    form(screen).files.show_files(held.files, frozenset({held.files[0].sha256}), own=True)
    screen.qtbot.waitUntil(lambda: "its bytes are not in this library" in labels(screen))
    names = [
        one.accessibleName() for one in form(screen).findChildren(KeyButton) if one.isVisible()
    ]
    assert "Open map.png" not in names
    assert "Detach map.png" in names


@pytest.mark.parametrize("name", ["../../.bashrc", "..", "a/b\\c.txt", "\u202egnp.txt"])
def test_a_name_that_a_parcel_brings_leads_nowhere_else(
    screen: Screen, opened_urls: list[QUrl], name: str
) -> None:
    """The desk of the one who attached it would not have let it by; a hand-made file may."""
    room = screen.window.room
    digest = hashlib.sha256(DATA).hexdigest()
    item = Item(str(uuid4()), room.library.me, title="x", files=(KeptFile(digest, name, 13),))
    index = room.desk.held.index_of_number(5)
    assert index is not None
    link = Link(item.id, Stance.CONTEXT)
    claim = (room.desk.article, room.desk.held.id_at(index))
    room.library.perform(AddEvidence(item.id, registers_of(item), {claim: link}), files=[DATA])
    take(screen)
    screen.press("E", "Up", "Enter")
    found = [one for one in section(screen).findChildren(KeyButton) if one.isVisible()]
    next(one for one in found if one.accessibleName().startswith("Open ")).click()
    (url,) = opened_urls
    copy = Path(url.toLocalFile())
    assert copy.read_bytes() == DATA
    assert copy.parent.parent == _folder()
    assert copy.name.isprintable()
