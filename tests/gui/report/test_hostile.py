"""What another program, a bad file or a careless hand does to the Report view."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
)

from annotator.desk import opening, presets, tagging
from annotator.desk.formats import formats
from annotator.desk.library import OpenLibrary
from annotator.domain.edition import PUBLIC_COPY
from annotator.domain.tags import Tag
from annotator.ui.acts import reporting
from reportscreen import (
    LONG,
    come_true,
    edition,
    gate,
    open_report,
    panel,
    parts,
    sheets,
    told,
    words,
)
from screens import Screen


def choose_preset(screen: Screen, name: str) -> None:
    box = panel(screen).presets.box
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def test_a_preset_that_is_gone_is_not_shown_as_chosen(screen: Screen) -> None:
    presets.save_preset("For readers", PUBLIC_COPY)
    open_report(screen)
    presets.remove_preset("For readers")
    choose_preset(screen, "For readers")
    part = panel(screen).presets
    assert not edition(screen).public
    assert part.box.currentText() == "None", "or one would believe that this is the public copy"
    assert part.box.count() == 1
    assert "not there any more" in part.refusal.text()


def test_a_damaged_preset_is_not_shown_as_chosen(screen: Screen) -> None:
    presets.save_preset("For readers", PUBLIC_COPY)
    presets.save_preset("For the desk", PUBLIC_COPY)
    open_report(screen)
    choose_preset(screen, "For the desk")
    (kept,) = Path.home().rglob("For readers.json")
    kept.write_text("{", encoding="utf-8")
    choose_preset(screen, "For readers")
    part = panel(screen).presets
    assert part.box.currentText() == "For the desk", "what is chosen still"
    assert "“For readers” is damaged" in part.refusal.text()
    choose_preset(screen, "For the desk")
    assert not part.refusal.text()


def test_a_preset_that_another_window_kept_is_listed_when_one_comes_back(screen: Screen) -> None:
    open_report(screen)
    presets.save_preset("For readers", PUBLIC_COPY)
    screen.press("Ctrl+1", "Ctrl+3")
    assert panel(screen).presets.box.findData("For readers") > 0


def test_a_name_that_no_system_takes_is_refused_in_place(screen: Screen, tmp_path: Path) -> None:
    open_report(screen)
    room, foot = screen.window.room, panel(screen).foot
    foot.form.setCurrentIndex(foot.form.findData("csv"))
    told(screen)
    reporting.write(room, tmp_path / f"{'x' * 300}.csv", replace=False)
    screen.qtbot.waitUntil(lambda: not room.writing.busy, timeout=LONG)
    assert "too long" in foot.outcome.text
    assert not screen.refused


@pytest.mark.parametrize("file", ["~nobody-of-that-name/x.csv", f"/{'x' * 300}.csv"])
def test_the_quick_export_refuses_such_a_name_in_place(screen: Screen, file: str) -> None:
    screen.press("Ctrl+E")
    page = screen.window.room.popovers.export_page
    page.file.setText(file)
    QTest.keyClick(page.file, Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: not screen.window.room.writing.busy, timeout=LONG)
    assert page.outcome.text
    assert not screen.refused


@pytest.fixture
def unjudged(screen: Screen) -> Screen:
    """The report of an article that nobody has judged."""
    file = screen.session.library.path.with_name("other.txt")
    file.write_text("Another article\n\nIt is short. It has two sentences.", encoding="utf-8")
    screen.window.bring([file])
    screen.qtbot.waitUntil(lambda: len(screen.window.room.desk.held.article.text) < 200)
    screen.press("Ctrl+3")
    middle = parts(screen).side.middle
    screen.qtbot.waitUntil(lambda: "Nothing is judged yet" in middle.says, timeout=LONG)
    return screen


def test_showing_it_all_the_same_is_seen_at_once(
    unjudged: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    middle = parts(unjudged).side.middle
    with gate(monkeypatch) as stands:
        QTest.mouseClick(middle.instead.buttons[1], Qt.MouseButton.LeftButton)
        assert middle.says == "", "a long article's pages take half a minute"
        assert sheets(unjudged).isVisible()
        assert sheets(unjudged).hasFocus()
        stands.let_through()
        come_true(unjudged)


def test_once_something_is_judged_it_is_not_said_that_nothing_is(
    unjudged: Screen, library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    middle, held = parts(unjudged).side.middle, unjudged.window.room.desk.held
    with gate(monkeypatch) as stands:
        beside = opening.open_for(library.path, "Analyst B", create=False)
        tagging.tag(beside, held.article.id, [held.id_at(1)], Tag.DISPUTED)
        beside.close()
        unjudged.session.poll()
        unjudged.qtbot.waitUntil(lambda: middle.says == "", timeout=LONG)
        assert not sheets(unjudged).count, "the first pages are being made"
        stands.let_through()
        come_true(unjudged)


def test_whoever_comes_back_from_tagging_is_not_told_that_nothing_is_judged(
    unjudged: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    with gate(monkeypatch) as stands:
        unjudged.press("Ctrl+1", "V", "Ctrl+3")
        assert parts(unjudged).side.middle.says == ""
        stands.let_through()
        come_true(unjudged)
    assert "Another article" in words(unjudged)


def test_the_icons_of_the_file_dialog_have_room(screen: Screen) -> None:
    dialog = QFileDialog(screen.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    up = dialog.findChild(QToolButton, "toParentButton")
    assert isinstance(up, QToolButton)
    seen = up.grab().toImage()
    inside = seen.copy(seen.rect().adjusted(4, 4, -4, -4))
    places = [(x, y) for x in range(inside.width()) for y in range(inside.height())]
    ink = {x for x, y in places if inside.pixelColor(x, y).lightness() < 128}
    assert len(ink) >= 10, "an arrow, and not a dot"
    dialog.deleteLater()


def test_in_a_small_window_all_that_is_missing_can_be_read(screen: Screen) -> None:
    open_report(screen)
    foot = panel(screen).foot
    foot.form.setCurrentIndex(foot.form.findData("claimreview"))
    told(screen)
    screen.window.resize(640, 400)
    QTest.mouseClick(foot.go, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    name = panel(screen).publisher.name
    assert name.hasFocus()
    screen.qtbot.waitUntil(lambda: name.visibleRegion().boundingRect() == name.rect())
    assert foot.missing.height() >= foot.missing.heightForWidth(foot.missing.width())
    button = foot.go.rect().translated(foot.go.mapTo(screen.window, foot.go.rect().topLeft()))
    assert screen.window.rect().contains(button)
    scroll = foot.missing.window().findChild(QScrollArea, "reportLacking")
    assert isinstance(scroll, QScrollArea)
    assert scroll.verticalScrollBar().maximum() > 0


def test_no_format_speaks_of_the_command_line() -> None:
    assert not [row.name for row in formats() if "OUTPUT" in row.says or "--" in row.says]


def test_whoever_scrolls_past_a_choice_chooses_nothing(screen: Screen) -> None:
    open_report(screen)
    before, box = edition(screen), panel(screen).look.language
    box.setFocus()
    for turn in (-120, -120, 120):
        at = QPointF(box.rect().center())
        wheel = QWheelEvent(
            at,
            box.mapToGlobal(at),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        box.wheelEvent(wheel)
        assert not wheel.isAccepted(), "what it stands in scrolls"
    assert edition(screen) == before
    assert box.currentText() == "English"


def test_the_list_of_formats_opens_beside_its_field(screen: Screen) -> None:
    """Laid over it, as a menu, it is a row too short, and the last format is cut."""
    open_report(screen)
    form = panel(screen).foot.form
    option = QStyleOptionComboBox()
    form.initStyleOption(option)
    assert not form.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, form)
