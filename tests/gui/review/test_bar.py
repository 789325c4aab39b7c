"""The bar at the bottom of Review."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from annotator.domain.tags import Standing
from annotator.ui.review.bar import ReviewBar, in_words
from annotator.ui.review.queueing import bar_view
from annotator.ui.review.queueview import BarView
from annotator.ui.theme import DARK, LIGHT, Theme
from reviewed import A, Desk
from shown import clipped, settled

SENTENCE = "You and Analyst B agree on 20 of 26 claims; by chance it would be 9."


def test_it_says_how_far_the_review_is(bar: ReviewBar, desk: Desk) -> None:
    bar.show_bar(bar_view(desk.held(), SENTENCE))
    assert bar.text == "4 of 11 disagreements settled · 1 returned · next waiting"
    assert bar.sentence == "You and Analyst B agree on 20 of 26 claims; by chance it would be 9 ·"
    assert bar.strip.accessibleName() == "4 of 11 disagreements settled"
    desk.settle(A, 3, Standing.UNATTRIBUTED)
    desk.settle(A, 2, Standing.VERIFIED)
    bar.show_bar(bar_view(desk.held(), SENTENCE))
    assert bar.text.startswith("5 of 11 disagreements settled")


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (BarView(0, 0, 0, 0), "Nobody disagrees"),
        (BarView(0, 0, 0, 0, veiled=True), "No disagreement shows yet"),
        (BarView(1, 0, 1, 0), "1 of 1 disagreement settled"),
        (BarView(0, 1, 1, 1), "0 of 1 disagreement settled · 1 returned · next waiting"),
    ],
)
def test_its_words(view: BarView, words: str) -> None:
    assert in_words(view) == words


def test_what_can_be_pressed_asks(bar: ReviewBar, desk: Desk) -> None:
    asked: list[str] = []
    bar.next_waiting.connect(lambda: asked.append("next"))
    bar.agreement_wanted.connect(lambda: asked.append("agreement"))
    bar.show_bar(bar_view(desk.held(), SENTENCE))
    for name in ("Next waiting claim, Space", "Agreement…"):
        found = [b for b in bar.findChildren(QAbstractButton) if b.accessibleName() == name]
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    assert asked == ["next", "agreement"]


def test_a_passing_word_stands_in_for_the_count(bar: ReviewBar, desk: Desk) -> None:
    bar.show_bar(bar_view(desk.held()))
    bar.show_said("Nothing waits in this article.")
    assert bar.text == "Nothing waits in this article."
    bar.show_waiting(True)
    assert bar.text == "Waiting for another program…"
    bar.show_waiting(False)
    bar.show_said("")
    assert bar.text.startswith("4 of 11")


@pytest.mark.parametrize("width", [640, 900, 1100, 1440])
def test_nothing_is_clipped_and_words_are_cut_in_their_middle(
    bar: ReviewBar, desk: Desk, width: int
) -> None:
    bar.resize(width, 30)
    bar.show_bar(bar_view(desk.held(), SENTENCE))
    settled()
    assert clipped(bar) == []
    shown = [label.text() for label in (bar._words, bar._sentence)]
    for text, whole in zip(shown, (bar.text, bar.sentence), strict=True):
        assert text == whole or (text[0] == whole[0] and text[-1] == whole[-1] and "…" in text)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_strip_is_solid_then_grey_then_the_rest(bar: ReviewBar, theme: Theme) -> None:
    bar.set_theme(theme)
    bar.show_bar(BarView(4, 1, 11, 7))
    settled()
    picture = bar.strip.grab().toImage()
    row = [picture.pixelColor(x, 2).name() for x in range(bar.strip.width())]
    wide = bar.strip.width()
    assert row[wide * 2 // 11] == theme.name("text").lower()
    assert row[round(wide * 4.5 / 11)] == theme.name("dot").lower()
    assert row[wide * 8 // 11] == theme.name("line").lower()
