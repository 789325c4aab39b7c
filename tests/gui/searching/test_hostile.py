"""Whatever is typed is a search, and whatever is found is shown as it is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import evidencing, filters, indexing, notes
from annotator.desk.evidencing import Given
from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.ui.fonts import ui_font
from annotator.ui.search.found import LONGEST, Found, paint_found
from finding import bring_in, claims_of
from screens import Screen, open_screen, shut
from searchscreen import (
    box,
    choose,
    count,
    is_open,
    lines,
    look_for,
    says,
    texts,
)

HOSTILE = [
    "<b>bold</b><img src=x>",
    '"',
    '"""',
    "'; DROP TABLE claims; --",
    "NEAR(a b, 5) AND NOT *",
    "* OR *",
    "💥👩‍👩‍👧‍👦",
    "\u202eright to left\u202c",
    "کرمان",
    "習近平",
    "a\0b",
    "\n\n\t",
    "\ud800",
    "e\u0301" * 50,
    "%_\\",
    "kerman " * 2000,
    "x" * 10_000,
    "#" + "1" * 10_000,
    "@" + "y" * 10_000,
    ">" + "z" * 10_000,
]


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda text: repr(text[:12]))
def test_it_is_a_search_and_never_an_error(screen: Screen, typed: str) -> None:
    screen.press("Ctrl+K")
    box(screen).field.setText(typed)
    assert is_open(screen)
    screen.window.grab()
    screen.press("Down", "Tab", "Right", "Escape")
    screen.window.room.search.shut()
    assert screen.refused == ""


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(typed=st.text(max_size=30))
def test_any_text_is_a_search(screen: Screen, typed: str) -> None:
    if not is_open(screen):
        screen.press("Ctrl+K")
    box(screen).field.setText(typed)
    box(screen).list.grab()
    assert count(screen) or says(screen) or texts(screen)


def test_ten_thousand_characters_are_typed_pasted_and_kept_short(screen: Screen) -> None:
    QApplication.clipboard().setText("kerman " * 1500)
    screen.press("Ctrl+K", "Ctrl+V")
    assert len(box(screen).field.text()) > 10_000
    (narrow,) = [text for text in texts(screen) if text.startswith("Show only")]
    assert len(narrow) < 100
    assert len([line for line in lines(screen) if line.number]) == 3


def test_what_is_found_is_shown_as_it_is_written(
    qtbot: QtBot, library: OpenLibrary, sample: ArticleId
) -> None:
    article = bring_in(
        library, "<h1>Needle &amp; thread</h1>\n\nA <b>needle</b> & \u202ethread\u202c 💥 here.\n"
    )
    claims = claims_of(library, article)
    notes.write_note(library, article, claims[1], "needle\n<script>alert(1)</script>")
    evidencing.add(library, None, [], Given(title="<i>needle</i> " * 30), None)
    filters.save(library, "<b>needle</b>", "needle", Filters())
    indexing.index_all(library)
    shown = open_screen(qtbot, library)
    shown.window.room.shelf.chosen.emit(sample)
    look_for(shown, "needle")
    assert any("<script>alert(1)</script>" in text for text in texts(shown))
    assert any(text.startswith("<i>needle</i>") for text in texts(shown))
    shown.window.grab()
    for line in lines(shown):
        for start, end in line.marks:
            assert "needle".startswith(line.text[start:end].lower())
    choose(shown, "<script>")
    assert shown.window.room.article == article
    shut(shown)


def test_a_claim_of_ten_megabytes_is_found_and_opened(
    qtbot: QtBot, library: OpenLibrary, sample: ArticleId
) -> None:
    long = "word " * 1_000_000 + "needle " + "word " * 1_000_000
    article = bring_in(library, f"A giant\n\nBefore it. \n\n{long}\n")
    indexing.index_all(library)
    assert sample
    shown = open_screen(qtbot, library)
    shown.window.room.shelf.chosen.emit(article)
    look_for(shown, "#2")
    assert len(lines(shown)[0].text) == 400
    box(shown).field.setText("needle")
    shown.window.grab()
    shown.press("Enter")
    assert shown.number == 2
    shut(shown)


@pytest.mark.usefixtures("qapp")
@given(
    text=st.text(max_size=600),
    cuts=st.lists(st.integers(0, 600), max_size=6),
    room=st.integers(0, 700),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_line_is_cut_to_its_place_and_marks_only_what_was_found(
    text: str, cuts: list[int], room: int
) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    marks = tuple((a, b) for a, b in zip(places[::2], places[1::2], strict=False) if a < b)
    found = Found(text, marks)
    short = found.short(room, lambda piece: 7.0 * len(piece.text))
    assert len(short.text) <= max(LONGEST + 2, 1)
    assert 7 * len(short.text) <= room or len(short.text) <= 2
    words = {text[a:b] for a, b in marks}
    for start, end in short.marks:
        assert 0 <= start < end <= len(short.text)
        assert any(word.startswith(short.text[start:end].rstrip("…")) for word in words)
    image = QImage(700, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wide = paint_found(painter, QRectF(0, 0, room, 40), found, ui_font(), QColor("black"))
    painter.end()
    assert wide <= room + 20 or room < 40
    assert image.pixelColor(QPoint(0, 0)).isValid()
