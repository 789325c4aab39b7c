"""Words written from right to left, in a window that is written from left to right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.assessment import FlagKind
from annotator.ui.fonts import ui_font
from annotator.ui.kit.choices import Choices
from annotator.ui.kit.elide import elided
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.kit.valuerow import ValueRow
from annotator.ui.theme import LIGHT

TITLE = "نقشهٔ گورستان کرمان و راه آن به سوی شهر"
MARK = "\N{RIGHT-TO-LEFT MARK}"


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def inked(image: QImage, columns: range) -> bool:
    """Whether anything dark is drawn in these columns."""
    return any(
        image.pixelColor(x, y).lightness() < 128 for x in columns for y in range(image.height() - 2)
    )


def test_what_is_cut_off_of_a_persian_title_is_missing_at_its_end(qapp: QApplication) -> None:
    measure = QFontMetricsF(ui_font())
    assert elided(measure, TITLE, 80).endswith(f"…{MARK}")
    assert elided(measure, TITLE, 2_000) == TITLE
    assert elided(measure, "A Latin title that is long", 80).endswith("…")


def test_a_persian_value_stands_at_the_right_like_every_other(qtbot: QtBot) -> None:
    row = ValueRow("Said by")
    qtbot.addWidget(row)
    row.setPalette(LIGHT.palette())
    row.resize(360, 26)
    row.show_value("Said by", "ایسنا")
    row.show()
    image = picture(row)
    width = image.width()
    assert inked(image, range(width - 60, width))
    assert not inked(image, range(width // 3, width // 2))


def test_every_line_of_new_words_has_its_line_under_it(qtbot: QtBot) -> None:
    styled = Styled(ui_font(), 22, LIGHT)
    qtbot.addWidget(styled)
    styled.set_pieces([Piece(f"{TITLE} " * 6, Look.ADDED)])
    styled.resize(200, styled.heightForWidth(200) + 4)
    styled.show()
    image = picture(styled)
    text = LIGHT.colour("text").rgb()
    full = [
        y
        for y in range(image.height())
        if sum(image.pixel(x, y) == text for x in range(image.width())) > image.width() // 2
    ]
    lines = round(styled.heightForWidth(200) / 22)
    assert lines >= 4
    # Two rows of pixels under each line; the last line need not be full.
    assert len(full) >= 2 * (lines - 1)


@pytest.mark.parametrize(("typed", "key"), [("к", 0x41A), ("ق", 0x642)])
def test_a_letter_of_another_layout_chooses_by_its_place(
    qtbot: QtBot, typed: str, key: int
) -> None:
    kinds = ((FlagKind.ASK, "ask"), (FlagKind.RING, "ring"))
    choices = Choices(kinds, letters=("A", "R"), closed=True)
    qtbot.addWidget(choices)
    choices.chosen.connect(choices.set_value)
    r_on_linux = 27
    event = QKeyEvent(
        QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, r_on_linux, 0, 0, typed
    )
    QApplication.sendEvent(choices.pills[0], event)
    assert choices.value is FlagKind.RING
