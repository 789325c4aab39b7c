"""The widgets that know nothing of us."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.domain.colours import TOKENS
from annotator.domain.tags import STANDINGS, Standing
from annotator.ui.actions import ACTIONS
from annotator.ui.kit.card import Card
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.growing import GrowingText, right_to_left
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import KeyCap, cap_width, caps_of
from annotator.ui.kit.labels import Caption, Elided, Muted
from annotator.ui.kit.progress import ProgressStrip, stretches
from annotator.ui.kit.standing import StandingName
from annotator.ui.kit.stylesheet import style_sheet
from annotator.ui.theme import DARK, LIGHT, Theme

S = Standing


@pytest.mark.parametrize(
    ("keys", "caps"),
    [
        ("V", ("V",)),
        ("Ctrl+Shift+Z", ("Ctrl", "Shift", "Z")),
        ("Ctrl++", ("Ctrl", "+")),
        ("+", ("+",)),
        ("Shift+Left", ("Shift", "←")),
        ("Ctrl+,", ("Ctrl", ",")),
    ],
)
def test_a_key_is_as_many_boxes_as_are_pressed(keys: str, caps: tuple[str, ...]) -> None:
    assert caps_of(keys) == caps


def test_every_key_of_the_window_has_a_box_that_fits(qapp: QApplication) -> None:
    for row in ACTIONS:
        for key in row.keys:
            assert KeyCap(key).sizeHint().width() >= sum(map(cap_width, caps_of(key)))


def test_the_strip_names_what_is_done(qtbot: QtBot) -> None:
    strip = ProgressStrip(LIGHT)
    qtbot.addWidget(strip)
    strip.set_counts({S.UNTAGGED: 39, S.VERIFIED: 3, S.ON_SOURCE: 7, S.FURNITURE: 2})
    assert strip.accessibleName() == "10 of 49 done"
    assert strip.height() == 4
    strip.set_counts({})
    assert strip.accessibleName() == "no claims yet"


def test_the_strip_is_in_the_order_of_the_buttons_and_shows_one_of_a_thousand() -> None:
    counts = {S.UNTAGGED: 500, S.ON_SOURCE: 499, S.DISPUTED: 1, S.FURNITURE: 9_000}
    assert stretches(counts, 200) == [(S.DISPUTED, 0, 2), (S.ON_SOURCE, 2, 100)]


@pytest.mark.parametrize("width", [0, 1, 3, 210])
def test_the_strip_never_runs_out_of_its_place(width: int) -> None:
    counts = dict.fromkeys(S, 1)
    for _standing, left, right in stretches(counts, width):
        assert 0 <= left <= right <= width


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_strip_paints_inks_dots_and_the_rest(qtbot: QtBot, theme: Theme) -> None:
    strip = ProgressStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(400, 4)
    strip.set_counts({S.VERIFIED: 1, S.ON_SOURCE: 1, S.NOT_CHECKABLE: 1, S.UNTAGGED: 1})
    picture = strip.grab().toImage()
    row = [picture.pixelColor(x, 2).name() for x in range(400)]
    assert row[50] == theme.name("verified-ink").lower()
    dots = {row[x] for x in range(104, 196)}
    assert dots == {theme.name("on-source-ink").lower(), theme.name("chrome").lower()}
    assert picture.pixelColor(250, 2).name() == theme.name("not-checkable-ink").lower()
    assert picture.pixelColor(250, 0).name() != theme.name("not-checkable-ink").lower()
    assert row[350] == theme.name("line").lower()


def test_a_caption_is_spoken_as_it_is_written(qtbot: QtBot) -> None:
    caption = Caption("Before the cut")
    qtbot.addWidget(caption)
    assert caption.text() == "Before the cut"
    assert caption.font().capitalization() is caption.font().Capitalization.AllUppercase


def test_a_cut_line_has_the_rest_in_its_tool_tip(qtbot: QtBot) -> None:
    label = Elided("A title that goes on and on\nover two lines")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    QApplication.processEvents()
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "A title that goes on and on over two lines"
    label.resize(800, 20)
    QApplication.processEvents()
    assert label.text() == label.whole
    assert label.toolTip() == ""


def test_markup_in_a_label_is_shown_as_it_is(qtbot: QtBot) -> None:
    for kind in (Caption, Elided, Muted):
        label = kind("<b>x</b>")
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_quiet_button_shows_its_focus_and_what_is_so(qtbot: QtBot) -> None:
    button = KeyButton("on its source", "Q", glyph="❝")
    qtbot.addWidget(button)
    button.setPalette(LIGHT.palette())
    button.setCheckable(True)
    button.show()
    button.activateWindow()
    plain, wide = button.grab().toImage(), button.sizeHint()
    button.setChecked(True)
    assert button.grab().toImage() != plain
    assert button.sizeHint() == wide, "nothing beside it may move"
    button.setChecked(False)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    ringed = button.grab().toImage()
    assert ringed.pixelColor(ringed.width() // 2, 0) == LIGHT.colour("text")
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()


@pytest.mark.parametrize("row", STANDINGS, ids=lambda row: row.word)
def test_every_glyph_stands_beside_words(qapp: QApplication, row: object) -> None:
    glyph: str = row.glyph  # type: ignore[attr-defined]
    picture = QPixmap(40, 30)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_glyph(painter, glyph, QPointF(5, 20), QColor("black"), 13)
    painter.end()
    image = picture.toImage()
    dark = [
        (x, y) for x in range(40) for y in range(30) if image.pixelColor(x, y).lightness() < 128
    ]
    assert dark, "it has ink"
    assert min(y for _, y in dark) >= 11
    assert max(y for _, y in dark) <= 20
    assert min(x for x, _ in dark) >= 4
    assert max(x for x, _ in dark) <= 5 + glyph_width(glyph, 13) + 1


def test_a_tag_is_named_in_its_ink(qtbot: QtBot) -> None:
    row = next(row for row in STANDINGS if row.standing is S.DISPUTED)
    name = StandingName(row, LIGHT)
    qtbot.addWidget(name)
    assert name.accessibleName() == "disputed"
    image = name.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(60) for y in range(18)}
    assert LIGHT.ink(S.DISPUTED).name() in colours


def test_a_card_shows_the_focus_of_its_field(qtbot: QtBot) -> None:
    window = QWidget()
    window.setPalette(LIGHT.palette())
    card, other = Card(window), QLineEdit(window)
    field = GrowingText(card)
    QVBoxLayout(card).addWidget(field)
    card.ring_with(field)
    box = QVBoxLayout(window)
    box.addWidget(card)
    box.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert card.grab().toImage().pixelColor(card.width() // 2, 0) == LIGHT.colour("line")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert card.grab().toImage().pixelColor(card.width() // 2, 0) == LIGHT.colour("text")


@pytest.mark.parametrize(
    ("text", "right"),
    [("abc", False), ("«سلام»", True), ("12 שלום", True), ("…", False), ("ISNA گفت", False)],
)
def test_the_first_letter_gives_the_direction(text: str, right: bool) -> None:
    assert right_to_left(text) is right


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_made_of_tokens_only(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    known = {pair[theme.dark].lower() for pair in TOKENS.values()}
    used = {
        word.strip(";},").lower()
        for word in sheet.split()
        if word.startswith("#")
        and len(word.strip(";},")) == 7
        and word[1] in "0123456789abcdefABCDEF"
    }
    assert used <= known
    assert "font" not in sheet


@pytest.mark.usefixtures("styled")
def test_focus_is_two_pixels_in_every_kind_of_control(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    field, button = QLineEdit(window), QPushButton("Go", window)
    for control in (field, button):
        box.addWidget(control)
    window.show()
    window.activateWindow()
    ink = LIGHT.colour("focus")
    for control in (field, button):
        size = control.size()
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        image = control.grab().toImage()
        middle = image.width() // 2
        assert image.pixelColor(middle, 0) == image.pixelColor(middle, 1) == ink
        assert image.pixelColor(middle, 2) != ink
        QApplication.processEvents()
        assert control.size() == size, "the ring moves nothing"


@pytest.mark.usefixtures("styled")
def test_placeholders_can_be_read(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("Find")
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == LIGHT.colour("muted")
