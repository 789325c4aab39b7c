"""The search is narrowed by Alt and a letter, or by a click; the row says to what."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import assessing, indexing, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Flag, FlagKind
from annotator.domain.edits.form import AnalystId
from annotator.domain.tags import Standing, Tag
from annotator.store.write import Author
from annotator.ui.kit.labels import Muted
from finding import claims_of
from screens import Screen, open_screen, shut
from searchscreen import (
    LEFT,
    box,
    chip,
    click,
    count,
    heads,
    lines,
    look_for,
    no_filters,
    on_chips,
    says,
    texts,
)

ROW = ["Only verified", "Only disputed", "Only unattributed", "Only on its source"]


@pytest.mark.parametrize(
    ("key", "tag", "standing"),
    [
        ("V", "V", Standing.VERIFIED),
        ("D", "D", Standing.DISPUTED),
        ("U", "U", Standing.UNATTRIBUTED),
        ("Q", "Q", Standing.ON_SOURCE),
        ("O", "O", Standing.NOT_CHECKABLE),
    ],
)
def test_alt_and_the_key_of_a_tag_narrow_to_what_stands_so(
    screen: Screen, key: str, tag: str, standing: Standing
) -> None:
    screen.press("J", "J", "J", "J", tag)
    look_for(screen, "kerman")
    screen.press(f"Alt+{key}")
    claims = [line for line in lines(screen) if line.number]
    assert [(line.number, line.standing) for line in claims] == [("4", standing)]
    screen.press(f"Alt+{key}")
    assert no_filters(screen)
    assert len([line for line in lines(screen) if line.number]) == 3


def test_filters_alone_find_too_and_are_there_when_it_is_opened_again(screen: Screen) -> None:
    screen.press("V", "Ctrl+K", "Alt+V")
    assert count(screen) == "1 result"
    assert lines(screen)[1].number == "T"
    screen.press("Escape", "Ctrl+K")
    assert on_chips(screen) == ["✓"]
    assert count(screen) == "1 result"


def test_untagged_with_evidence_or_without(screen: Screen) -> None:
    screen.press("Ctrl+K", "Alt+E")
    assert on_chips(screen) == ["evidence"]
    assert [line.number for line in lines(screen) if line.number] == ["5"]
    screen.press("Alt+E")
    assert on_chips(screen) == ["no evidence"]
    assert heads(screen)[0] == "Claims in this article | 3 of 48 · all"
    screen.press("Alt+E")
    assert no_filters(screen)


def test_only_this_article(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Alt+A")
    assert on_chips(screen) == ["this article"]
    assert not any(head.startswith("Other") for head in heads(screen))
    assert chip(screen, "Only in this article").accessibleName() == (
        "Only in this article: this article"
    )


def test_in_another_article_that_filter_says_so(screen: Screen, port: ArticleId) -> None:
    look_for(screen, "kerman")
    screen.press("Alt+A", "Escape")
    screen.window.room.shelf.chosen.emit(port)
    screen.press("Ctrl+K")
    assert on_chips(screen) == ["another article"]
    screen.press("Alt+A")
    assert no_filters(screen)


def test_flagged_and_with_a_reminder(screen: Screen, library: OpenLibrary) -> None:
    article = screen.window.room.article
    assert article is not None
    claim = claims_of(library, article)[9]
    assessing.set_flag(library, article, [claim], Flag(FlagKind.RING))
    screen.press("Ctrl+K", "Alt+F")
    assert [line.number for line in lines(screen) if line.number] == ["9"]
    screen.press("Alt+F", "Escape", "V", "Ctrl+K", "Alt+R")
    assert [line.number for line in lines(screen) if line.number] == ["T"]


def test_changed_since(screen: Screen) -> None:
    screen.press("V", "Ctrl+K", "Alt+T")
    assert on_chips(screen) == ["today"]
    assert "T" in [line.number for line in lines(screen)]
    for words in ("7 days", "30 days", "a year"):
        screen.press("Alt+T")
        assert on_chips(screen) == [words]
    screen.press("Alt+T")
    assert no_filters(screen)


def test_a_click_does_the_same_and_the_keys_stay_in_the_field(screen: Screen) -> None:
    look_for(screen, "kerman")
    QTest.mouseClick(chip(screen, "Only in this article"), LEFT)
    assert on_chips(screen) == ["this article"]
    assert box(screen).field.hasFocus()
    screen.write(" tomb")
    assert box(screen).field.text() == "kerman tomb"
    QTest.mouseClick(chip(screen, "Only in this article"), LEFT)
    assert no_filters(screen)


def test_a_key_that_is_no_filter_types_nothing_and_does_nothing(screen: Screen) -> None:
    look_for(screen, "kerman")
    before = texts(screen)
    screen.press("Alt+Z", "Alt+N")
    assert box(screen).field.text() == "kerman"
    assert texts(screen) == before


def test_altgr_types_a_sign_and_is_no_filter(screen: Screen) -> None:
    screen.press("Ctrl+K")
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, held, "@")
    QApplication.sendEvent(box(screen).field, event)
    assert no_filters(screen)


def test_on_a_persian_keyboard_the_letter_is_the_one_at_its_place(screen: Screen) -> None:
    screen.press("Ctrl+K")
    alt = Qt.KeyboardModifier.AltModifier
    # The key of V there types "ر"; Linux counts it as 55.
    event = QKeyEvent(QEvent.Type.KeyPress, 0x631, alt, 55, 0, 0, "ر")
    QApplication.sendEvent(box(screen).field, event)
    assert on_chips(screen) == ["✓"]


def test_the_row_is_one_line_and_quiet(screen: Screen) -> None:
    screen.press("Ctrl+K")
    row = box(screen).filters
    assert row.height() < 40
    assert [one.text() for one in row.findChildren(Muted) if one.isVisible()] == [
        "Alt and a letter"
    ]
    for key in "VDUQOXAERFT":
        screen.press(f"Alt+{key}")
    assert row.height() < 40
    names = [one.accessibleName() for one in row.findChildren(type(chip(screen, ROW[0])))]
    assert [name.split(":")[0] for name in names][:4] == ROW


def test_back_from_one_group_when_a_filter_is_turned(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Right", "Alt+A")
    assert len(heads(screen)) > 1
    click(screen, "Claims in this article")
    assert len(heads(screen)) == 1


def test_a_colleague_s_tags_are_a_filter_where_there_is_a_colleague(
    qtbot: QtBot, library: OpenLibrary, sample: ArticleId
) -> None:
    ben = Author(AnalystId("bbbbbbbb-0000-4000-8000-0000000000b1"), "Ben")
    theirs = OpenLibrary(library.store, ben)
    claims = claims_of(library, sample)
    tagging.tag(theirs, sample, [claims[4]], Tag.DISPUTED)
    tagging.tag(library, sample, [claims[4]], Tag.VERIFIED)
    indexing.index_all(library)
    shown = open_screen(qtbot, library)
    shown.press("Ctrl+K", "Alt+N")
    assert on_chips(shown) == ["Ben"]
    assert [line.number for line in lines(shown) if line.number] == ["4"]
    shown.press("Alt+D")
    assert [line.number for line in lines(shown) if line.number] == ["4"]
    shown.press("Alt+N")
    assert [line.number for line in lines(shown) if line.number] == []
    shut(shown)


def test_nothing_found_says_that_a_filter_may_be_why(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Alt+V")
    assert says(screen) == ["Nothing was found: fewer letters, or filters, find more."]


def test_a_source_has_no_tag_to_be_narrowed_by(screen: Screen) -> None:
    screen.press("Ctrl+K", "Alt+V")
    screen.write("@minis")
    assert texts(screen) == ["The Kerman ministry"]
