"""From view to view, and what stands round the page: queue, margin, menus, agreement."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.domain.compare import Accord
from annotator.domain.review import PassState
from annotator.domain.tags import Standing
from annotator.ui import picture
from annotator.ui.action import ActionId
from annotator.ui.review.settlebuttons import ChoiceButton
from annotator.ui.views import View
from reviewed import A, B, C, Desk
from reviewscreen import accord, decided, parts, said
from screens import Screen


def test_the_tabs_and_their_keys_go_from_view_to_view(screen: Screen) -> None:
    window = screen.window
    assert window.frame.right.isAncestorOf(parts(screen).side.panel)
    assert parts(screen).side.panel.isVisible()
    assert not window.room.panel.isVisible()
    screen.press("Ctrl+1")
    assert window.room.panel.isVisible()
    assert not parts(screen).side.panel.isVisible()
    assert screen.number == 5, "the claim in hand stays"
    tabs = window.frame.top.tabs
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert window.room.switch.view is View.REVIEW
    assert window.room.page.hasFocus(), "a click on a tab leaves the keys to the page"


def test_the_page_about_agreement_rests_the_claims_keys(screen: Screen) -> None:
    window = screen.window
    screen.press("G")
    assert parts(screen).side.agreement.isVisible()
    assert not window.frame.left.isVisible()
    screen.press("V", "J")
    assert decided(screen, 5) is None
    assert screen.number == 5
    screen.press("Escape")
    assert not parts(screen).side.agreement.isVisible()
    assert window.room.page.hasFocus()
    screen.press("V")
    assert decided(screen, 5) == (Standing.VERIFIED, "")


def test_two_analysts_are_compared_and_escape_shows_all(screen: Screen) -> None:
    margin, room = parts(screen).side.margin, screen.window.room
    heads = margin.heads
    assert [head.text() for head in heads] == ["A", "B", "C"]
    QTest.mouseClick(heads[1], Qt.MouseButton.LeftButton)
    assert room.review.compared == (0, 2)
    shown = room.review.shown
    assert shown is not None
    assert shown.accord(room.hand.index or 0) is Accord.AGREED, "A and C hold the same of claim 5"
    assert not heads[1].isChecked()
    parts(screen).refresh.now()
    queue = parts(screen).refresh.queue
    assert queue is not None
    waiting = [room.desk.held.number(index) for index in queue.groups[0].indices]
    assert waiting == [3, 11, 25], "what A and C differ on"
    assert said(screen) == "You and Analyst C differ on 6; Esc shows everybody again."
    QTest.mouseClick(heads[0], Qt.MouseButton.LeftButton)
    assert room.review.compared == (0, 2)
    assert said(screen) == "Two are the fewest that can be compared."
    screen.press("Escape")
    assert not room.review.narrowed
    assert accord(screen, 5) is Accord.OPEN


def test_a_decision_counts_everybody_whoever_is_compared(screen: Screen) -> None:
    QTest.mouseClick(parts(screen).side.margin.heads[1], Qt.MouseButton.LeftButton)
    screen.press("D", "Escape")
    assert accord(screen, 5) is Accord.SETTLED
    review = screen.window.room.review.whole
    assert review is not None
    decision = review.decision(screen.window.room.hand.index or 0)
    assert decision is not None
    assert set(decision.over) == {A.id, B.id, C.id}


def test_the_menu_says_what_cannot_be_done_with_passes(screen: Screen) -> None:
    screen.window.run(ActionId.REOPEN_ARTICLE)
    assert said(screen) == "The article is not settled, so there is nothing to reopen."


def test_a_settled_article_is_locked_until_it_is_reopened(screen: Screen) -> None:
    screen.window.run(ActionId.SETTLE_ARTICLE)
    assert said(screen).startswith("The article is settled.")
    screen.press("V")
    assert "settled" in screen.refused
    assert decided(screen, 5) is None


@pytest.mark.parametrize("view", [picture.REVIEW, picture.AGREEMENT])
def test_a_picture_shows_the_view_that_was_asked_for_and_writes_nothing(
    desk: Desk, tmp_path: Path, view: str
) -> None:
    before = desk.library.path.read_bytes()
    drawn_in: dict[str, bytes] = {}
    for wanted in (picture.ANNOTATE, view):
        target = tmp_path / f"{wanted}.png"
        picture.take(
            desk.library,
            desk.article,
            target,
            theme="light",
            size=(1200, 700),
            scale=1.0,
            force=False,
            view=wanted,
        )
        drawn_in[wanted] = target.read_bytes()
    assert drawn_in[view] != drawn_in[picture.ANNOTATE]
    assert desk.library.path.read_bytes() == before


def test_a_claim_of_the_agreement_page_opens_in_review(screen: Screen) -> None:
    screen.press("G")
    assert parts(screen).side.agreement.cell == (2, 1)
    screen.press("Enter")
    assert not parts(screen).side.agreement.isVisible()
    assert screen.number == 6
    assert screen.window.room.page.hasFocus()


def test_the_measures_are_saved_where_one_says(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    screen.press("G")
    parts(screen).side.agreement.csv_wanted.emit()
    (dialog,) = screen.window.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    target = tmp_path / "measures.csv"
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(target.exists)
    assert "kappa" in target.read_text(encoding="utf-8-sig")
    assert said(screen) == "Wrote measures.csv."


def test_a_line_of_the_queue_takes_its_claim_in_hand(screen: Screen) -> None:
    queue = parts(screen).side.queue
    parts(screen).refresh.now()
    model = queue.claims
    lines = [model.index(row, 0) for row in range(model.rowCount())]
    wanted = next(line for line in lines if str(line.data()).startswith("The initial death"))
    place = queue.list.visualRect(wanted).center()
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert screen.number == 11
    assert screen.window.room.page.hasFocus()


def test_a_pass_is_approved_from_the_menu_of_whoever_handed_one_in(screen: Screen) -> None:
    parts(screen).refresh.now()
    passes = parts(screen).side.queue.passes
    acts = [act for line in passes.lines for act in line.acts if act.act == "approve"]
    menu = passes.choice(acts)
    assert [action.text() for action in menu.actions()] == [
        "Approve Analyst B",
        "Approve Analyst C",
    ]
    menu.actions()[0].trigger()
    assert said(screen) == "Approved."
    parts(screen).refresh.now()
    screen.window.run(ActionId.APPROVE)
    parts(screen).refresh.now()
    review = screen.window.room.review.whole
    assert review is not None
    states = {who: one.state for who, one in review.passes.items()}
    assert states[B.id] is states[C.id] is PassState.APPROVED


def test_returning_asks_for_a_reason_in_place(screen: Screen) -> None:
    parts(screen).refresh.now()
    passes = parts(screen).side.queue.passes
    act = next(act for line in passes.lines for act in line.acts if act.act == "return")
    passes.press(act)
    screen.write("claim 5 has no source")
    screen.press("Ctrl+Enter")
    review = screen.window.room.review.whole
    assert review is not None
    assert review.passes[B.id].reason == "claim 5 has no source"


@pytest.mark.parametrize("words", ["Send…", "Bring in…"])
def test_the_links_under_the_queue_lead_to_the_exchange(screen: Screen, words: str) -> None:
    links = parts(screen).side.queue.links
    link = next(each for each in links if each.text() == words)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    room = screen.window.room
    pages = {"Send…": room.exchange.pages.send_page, "Bring in…": room.exchange.pages.bring_page}
    assert pages[words]().isVisible()


def test_the_menu_marks_the_view_that_is_shown(screen: Screen) -> None:
    actions = screen.window.menus.actions
    for key in ("Ctrl+2", "Ctrl+1", "Ctrl+1"):
        screen.press(key)
        shown = screen.window.room.switch.view
        assert actions[ActionId.VIEW_ANNOTATE].isChecked() is (shown is View.ANNOTATE)
        assert actions[ActionId.VIEW_REVIEW].isChecked() is (shown is View.REVIEW)


def test_in_review_the_menu_holds_what_the_view_has(screen: Screen) -> None:
    whole = screen.window.frame.top.menu_button.menu()
    shown = {sub.text(): sub.isVisible() for sub in whole.actions()}
    assert shown["&Review"]
    assert not shown["&Claim"]
    screen.press("Ctrl+1")
    shown = {sub.text(): sub.isVisible() for sub in whole.actions()}
    assert shown["&Claim"]


def test_a_mark_takes_its_claim_in_hand_and_shows_the_card(screen: Screen) -> None:
    margin = parts(screen).side.margin
    room = screen.window.room
    row = next(row for row in margin.rows() if room.desk.held.number(row.claim) == 3)
    at = QPoint(margin.place_of(1) + 4, round(row.top) + 4)
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=at)
    assert screen.number == 3
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Analyst B")
    screen.press("U")
    assert decided(screen, 3) == (Standing.UNATTRIBUTED, ""), "keys work from the card too"


def test_f6_goes_round_the_panels_of_review(screen: Screen) -> None:
    side, visited = parts(screen).side, []
    for _ in range(3):
        screen.press("F6")
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(
            next(
                (part for part in (side.panel, side.queue) if part.isAncestorOf(focus)),
                focus,
            )
        )
    assert visited == [side.panel, side.queue, screen.window.room.page]


def test_in_the_smallest_window_nothing_of_the_panel_is_squeezed(screen: Screen) -> None:
    window = screen.window
    window.resize(window.minimumSize())
    QApplication.processEvents()
    panel = parts(screen).side.panel
    for button in panel.findChildren(ChoiceButton):
        assert button.height() >= button.minimumSizeHint().height(), button.accessibleName()
    screen.press("R")
    field = QApplication.focusWidget()
    assert field is not None
    assert field.visibleRegion().boundingRect().height() == field.height() > 0
    screen.press("Escape", "Ctrl+Shift+E")
    edge = panel.mapTo(window, panel.rect().topRight()).x()
    assert edge < window.width(), "a page beside it does not push it out of the window"
