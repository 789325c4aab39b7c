"""The help says what is so: its keys are the window's, its links lead somewhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator import paths
from annotator.cli.main import COMMANDS
from annotator.domain.tags import STANDINGS, Standing
from annotator.text.addresses import PRIMARY, STANCES
from annotator.ui.actions import ACTIONS
from annotator.ui.help import PAGES, PICTURES, HelpText, HelpViewer, page_text, page_title
from annotator.ui.search.filterrow import FILTERS
from annotator.ui.theme import DARK, LIGHT

KEYS = {key for row in ACTIONS for key in (*row.keys, *row.empty_keys)}
OF_FIELDS = {"Esc", "Enter", "F2", PRIMARY, *STANCES}
OF_SEARCH = {"Alt", "Tab", "Delete", "Ctrl+Enter", ">", "@", *(f"Alt+{key}" for key in FILTERS)}
"""Keys that belong to what has the focus and to no action."""


def spans(name: str) -> list[str]:
    """What a page sets as code inside its sentences."""
    prose = "\n".join(line for line in page_text(name).splitlines() if not line.startswith("    "))
    return re.findall(r"`([^`\n]+)`", prose)


def test_the_folder_holds_the_pages_and_nothing_else() -> None:
    assert {path.name for path in paths.resource("help").iterdir()} == {f"{n}.md" for n in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_every_key_is_one_of_the_window_and_every_command_exists(name: str) -> None:
    for said in spans(name):
        if said.startswith("annotator "):
            assert said.split()[1] in COMMANDS, said
        elif not said.startswith("--"):
            assert said in KEYS | OF_FIELDS | OF_SEARCH, said


@pytest.mark.parametrize("name", PAGES)
def test_every_command_shown_by_itself_exists(name: str) -> None:
    for command in re.findall(r"^ +annotator (\S+)", page_text(name), re.MULTILINE):
        assert command in COMMANDS


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_another_page(name: str) -> None:
    for picture, target in re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", page_text(name)):
        assert target in PICTURES if picture else target.removesuffix(".md") in PAGES
        assert target != f"{name}.md"
    assert "http" not in page_text(name)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_left_to_fill_in(name: str) -> None:
    assert "{{" not in page_text(name)
    assert page_title(name)


def test_the_tags_mean_what_the_table_says() -> None:
    text = page_text("tags")
    for row in STANDINGS:
        if row.standing is not Standing.UNTAGGED:
            assert row.meaning in text
            assert f"`{row.key}`" in text


def test_all_keys_are_all_keys() -> None:
    said = set(spans("keys"))
    between = {*"2345678", "Ctrl+2"}  # the help says 1 to 9, Ctrl+1 to Ctrl+3
    assert {row.keys[0] for row in ACTIONS if row.keys} - between <= said


@pytest.fixture
def viewer(window: QMainWindow) -> HelpViewer:
    viewer = HelpViewer(window, LIGHT)
    viewer.open()
    QApplication.processEvents()
    return viewer


def text_of(viewer: HelpViewer) -> HelpText:
    text = viewer.findChild(HelpText)
    assert text is not None
    return text


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_shown_whole(viewer: HelpViewer, name: str) -> None:
    viewer.show_page(name)
    text = text_of(viewer)
    assert text.toPlainText().startswith(page_title(name))
    assert text.horizontalScrollBar().maximum() == 0
    assert text.accessibleName() == page_title(name)


def test_arrows_turn_the_pages_and_escape_gives_the_keys_back(
    window: QMainWindow, viewer: HelpViewer
) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Down)
    assert text_of(viewer).toPlainText().startswith(page_title(PAGES[1]))
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert text_of(viewer).hasFocus()
    QTest.keyClick(text_of(viewer), Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert QApplication.focusWidget() is window.centralWidget()


def test_a_link_turns_to_its_page_and_no_address_is_opened(viewer: HelpViewer) -> None:
    text = text_of(viewer)
    text.anchorClicked.emit(QUrl("notes.md"))
    assert text.toPlainText().startswith("Notes")
    for address in ("https://example.org/", "file:///etc/passwd", "../data.md"):
        text.anchorClicked.emit(QUrl(address))
        assert text.toPlainText().startswith("Notes")
    assert not text.openExternalLinks()


def test_no_page_can_load_a_picture_or_a_file(viewer: HelpViewer) -> None:
    assert text_of(viewer).loadResource(2, QUrl("https://example.org/x.png")) is None


def test_it_follows_the_theme(viewer: HelpViewer) -> None:
    viewer.set_theme(DARK)
    picture = viewer.sheet.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 6) == DARK.colour("paper")
