"""What another program, a bad file or a careless hand does to the Report view."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desk import presets
from annotator.domain.edition import PUBLIC_COPY
from annotator.ui.acts import reporting
from reportscreen import LONG, edition, open_report, panel, told
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
