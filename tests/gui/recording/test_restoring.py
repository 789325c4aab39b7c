"""The history in the panel: an earlier state of one's own is brought back, as a new edit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desk import opening, tagging
from annotator.domain.tags import Standing, Tag
from annotator.ui.claim.restore import RestoreButton
from recordscreen import claim, go, held, panel, shown
from screens import Screen


def buttons(screen: Screen) -> list[RestoreButton]:
    """Those that are there, the newest line first."""
    found = [one for one in panel(screen).history.findChildren(RestoreButton) if one.isVisible()]
    return sorted(found, key=lambda one: one.y())


def twice(screen: Screen) -> None:
    """Claim 5 was disputed and then verified."""
    go(screen, 5)
    screen.press("Shift+D", "Shift+V")
    screen.settle()


def test_what_one_held_before_stands_again_and_undo_takes_that_back(screen: Screen) -> None:
    twice(screen)
    (restore,) = buttons(screen)
    assert restore.accessibleName().startswith("Restore what you held then: untagged → disputed")
    restore.click()
    screen.settle()
    assert held(screen, 5).tag is Tag.DISPUTED
    assert [line.does for line in shown(screen).history] == [
        "restored: verified → disputed",
        "disputed → verified",
        "untagged → disputed",
    ]
    assert "stands again" in screen.said
    screen.press("Ctrl+Z")
    assert screen.standing(5) is Standing.VERIFIED


def test_tab_reaches_it_and_enter_presses_it(screen: Screen) -> None:
    twice(screen)
    (restore,) = buttons(screen)
    assert not restore.lit
    panel(screen).history._more.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(200):
        if QApplication.focusWidget() is restore:
            break
        screen.press("Tab")
    assert QApplication.focusWidget() is restore
    assert restore.lit
    screen.press("Enter")
    assert held(screen, 5).tag is Tag.DISPUTED


def test_it_shows_while_the_mouse_is_on_its_line(screen: Screen) -> None:
    twice(screen)
    (restore,) = buttons(screen)
    _, what, own = panel(screen).history._rows[1]
    assert own is restore
    at = QPointF(2, 2)
    QApplication.sendEvent(what, QEnterEvent(at, at, at))
    assert restore.lit
    QApplication.sendEvent(what, QEvent(QEvent.Type.Leave))
    assert not restore.lit
    assert abs(restore.geometry().right() - what.geometry().right()) <= 1
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert held(screen, 5).tag is Tag.DISPUTED


def test_only_what_one_did_oneself_and_what_is_otherwise_now_can_be_restored(
    screen: Screen,
) -> None:
    go(screen, 5)
    assert buttons(screen) == [], "the import is nobody's judgement"
    screen.press("Shift+D")
    assert buttons(screen) == [], "it stands so now"
    ben = opening.open_for(screen.session.library.path, "Ben", create=False)
    article = screen.window.room.article
    assert article is not None
    tagging.tag(ben, article, [claim(screen, 5)], Tag.VERIFIED)
    ben.close()
    screen.session.poll()
    go(screen, 5)
    assert len(shown(screen).history) >= 2
    assert buttons(screen) == [], "a colleague's is not one's own"


def test_an_edit_that_was_taken_back_cannot_be_restored(screen: Screen) -> None:
    go(screen, 5)
    screen.press("Shift+D", "Ctrl+Z", "Shift+V")
    assert buttons(screen) == []
