"""A word longer than the panel is wide: nothing is cut off beside it, anywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from annotator.ui.kit.labels import Muted, breakable
from evidencescreen import enter
from recordscreen import go, panel
from screens import Screen

WORD = "T" * 1_000


def lower(screen: Screen) -> QWidget:
    """All that scrolls under the tags."""
    area = panel(screen).findChild(QScrollArea, "")
    assert area is not None
    inside = area.widget()
    assert inside is not None
    return inside


def too_wide(screen: Screen) -> list[str]:
    """What reaches over the right edge of the panel."""
    inside = lower(screen)
    area = inside.parentWidget()
    assert area is not None
    right = area.width()
    return [
        f"{type(part).__name__}: {part.accessibleName()[:40]}"
        for part in inside.findChildren(QWidget)
        if part.isVisible() and part.mapTo(area, part.rect().topRight()).x() > right
    ]


def test_a_long_word_in_the_history_pushes_nothing_out_of_the_panel(screen: Screen) -> None:
    enter(screen, WORD)
    go(screen, 5)
    assert lower(screen).width() <= panel(screen).width()
    assert too_wide(screen) == []


def test_long_words_in_a_note_a_flag_and_an_attribution_do_neither(screen: Screen) -> None:
    for keys in (("N",), ("F", "2"), ("W",), ("A",)):
        go(screen, 5)
        screen.press(*keys)
        screen.write(WORD[:300])
        screen.press("Escape")
    go(screen, 5)
    assert too_wide(screen) == []


def test_a_very_long_word_may_go_on_in_the_next_line(screen: Screen) -> None:
    label = Muted(WORD, screen.window)
    assert label.heightForWidth(300) > 3 * QLabel("T", screen.window).sizeHint().height()
    assert breakable("no word here is long") == "no word here is long"
    assert breakable(WORD).replace("\N{ZERO WIDTH SPACE}", "") == WORD
