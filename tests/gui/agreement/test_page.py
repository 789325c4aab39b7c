"""The agreement page: what it says, what its keys do, and what it never does."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agreeing import HERE, drawn, view_from
from annotator.domain.article import Span
from annotator.domain.tags import Standing
from annotator.review.standings import Counting
from annotator.review.words import COUNTED
from annotator.ui.agreement.claims import BATCH
from annotator.ui.agreement.lines import LeftOutLine, WarningBox
from annotator.ui.agreement.page import AgreementPage
from annotator.ui.agreement.side import Done
from annotator.ui.theme import DARK

Show = Callable[..., AgreementPage]
V, D, U = Standing.VERIFIED, Standing.DISPUTED, Standing.UNATTRIBUTED


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def focused() -> str:
    focus = QApplication.focusWidget()
    return "" if focus is None else focus.accessibleName()


def names(part: QWidget) -> list[str]:
    return [each.accessibleName() for each in part.findChildren(QWidget)]


def columns(analysts: int, claims: int) -> list[list[int]]:
    dice = random.Random(analysts)
    base = dice.choices((1, 1, 2, 3), k=claims)
    return [
        [tag if dice.random() < 0.8 else dice.choice((0, 1, 2, 3, 4)) for tag in base]
        for _ in range(analysts)
    ]


def test_it_says_what_was_found_in_words_first(show: Show) -> None:
    page = show(drawn())
    assert page.middle.headline.text() == (
        "You and Analyst B agree on 41 of 48 claims;\nby chance it would be 19."
    )
    assert page.middle.meaning.text() == (
        "That is 22 better than chance; 29 was possible. "
        "It says how alike you tag, not whether you are right."
    )


def test_what_is_counted_is_said_and_changes_with_the_choice(show: Show) -> None:
    assert show(drawn()).middle.counted.text() == COUNTED[Counting.FIRST]
    assert show(drawn(counting=Counting.NOW)).middle.counted.text() == COUNTED[Counting.NOW]


def test_every_cell_of_the_heat_map_has_a_name_of_its_own(show: Show) -> None:
    page = show(drawn())
    cells = page.middle.heat.cells
    assert cells[2, 1].accessibleName() == "You unattributed, Analyst B disputed: 2 claims"
    assert cells[0, 0].accessibleName() == "You and Analyst B verified: 18 claims"
    assert cells[1, 2].accessibleName() == "You disputed, Analyst B unattributed: 0 claims"
    assert len({cell.accessibleName() for cell in cells.values()}) == 9


def test_it_begins_where_the_two_differ_most(show: Show) -> None:
    page = show(drawn())
    assert page.cell == (1, 0)
    assert focused() == "You disputed, Analyst B verified: 2 claims"
    assert page.right.list.claims.total == 2


def test_arrows_walk_the_cells_and_their_claims_follow(qtbot: QtBot, show: Show) -> None:
    page = show(drawn())
    with qtbot.waitSignal(page.cell_wanted) as told:
        press(Qt.Key.Key_Down)
    assert told.args == [2, 0]
    assert page.right.list.claims.total == 1
    press(Qt.Key.Key_Right)
    assert page.cell == (2, 1)
    assert focused() == "You unattributed, Analyst B disputed: 2 claims"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    assert page.cell == (1, 2)
    assert page.right.list.claims.total == 0


def test_past_the_end_of_a_row_comes_the_next_one_as_by_the_button(show: Show) -> None:
    page = show(drawn())
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert page.cell == (1, 2)
    page.right.next_button.click()
    assert page.cell == (2, 0)
    for _ in range(3):
        press(Qt.Key.Key_Right)
    assert page.cell == (0, 0)


def test_enter_opens_the_claim_in_review(qtbot: QtBot, show: Show) -> None:
    page = show(drawn())
    line = page.right.list.claims.line(0)
    with qtbot.waitSignal(page.claim_wanted) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [HERE, line.span]
    page.right.list.setFocus()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.claim_wanted) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [HERE, page.right.list.claims.line(1).span]


def test_a_card_is_said_whole(show: Show) -> None:
    page = show(drawn())
    model = page.right.list.claims
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert said.startswith("Claim ")
    assert "You disputed, Analyst B verified: " in said
    assert "Analyst B: “Other agencies count 188 injured" in said


def test_escape_goes_back_from_every_part(qtbot: QtBot, show: Show) -> None:
    page = show(drawn())
    for stop in (page.middle.heat.cells[1, 0], page.left.pairs.rows[0], page.right.list):
        stop.setFocus()
        with qtbot.waitSignal(page.back_wanted):
            QTest.keyClick(stop, Qt.Key.Key_Escape)


def test_no_key_of_this_page_reaches_a_claim_nobody_sees(show: Show) -> None:
    class Window(QWidget):
        heard = ""

        def keyPressEvent(self, event: object) -> None:
            self.heard += event.text()  # type: ignore[attr-defined]

    window = Window()
    page = show(drawn())
    page.setParent(window)
    window.resize(1440, 830)
    window.show()
    for stop in (page.middle.heat.cells[1, 0], page.left.pairs.rows[0], page.right.list):
        for key in "vduqx1":
            QTest.keyClicks(stop, key)
    QTest.keyClicks(page.middle.heat.cells[1, 0], "?")
    assert window.heard == "?"
    page.setParent(None)
    window.close()


def test_a_pair_is_chosen_at_the_left_and_in_the_matrix(qtbot: QtBot, show: Show) -> None:
    page = show(drawn())
    rows = page.left.pairs.rows
    assert [row.text() for row in rows] == [
        "You and Analyst B",
        "You and Analyst C",
        "Analyst B and Analyst C",
        "All three",
    ]
    rows[0].setFocus()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.pair_wanted) as told:
        press(Qt.Key.Key_Space)
    assert told.args == ["Anna", "Analyst C"]
    with qtbot.waitSignal(page.pair_wanted) as told:
        page.middle.matrix.cells[2, 1].click()
    assert told.args == ["Analyst B", "Analyst C"]
    with qtbot.waitSignal(page.all_wanted):
        rows[3].click()


def test_scope_and_counting_are_asked_for(qtbot: QtBot, show: Show) -> None:
    page = show(drawn())
    with qtbot.waitSignal(page.scope_wanted) as told:
        page.left.scopes.rows[0].click()
    assert told.args == ["here"]
    with qtbot.waitSignal(page.counting_wanted) as told:
        page.left.counting.rows[1].click()
    assert told.args == ["now"]
    assert not page.left.counting.rows[1].isChecked(), "what is chosen the view says"


def test_how_many_claims_each_has_done_is_said(show: Show) -> None:
    page = show(drawn())
    said = [each.accessibleName() for each in page.left.findChildren(Done)]
    assert said == [
        "You: 110 claims done",
        "Analyst B: 89 claims done",
        f"Analyst C: {drawn().who[2].done} claims done",
    ]


def test_the_matrix_says_agreement_above_and_kappa_below(show: Show) -> None:
    cells = show(drawn()).middle.matrix.cells
    assert cells[0, 1].accessibleName() == "You and Analyst B agree on 41 of 48 claims, 85 %"
    assert cells[1, 0].accessibleName() == "You and Analyst B: kappa 0.76"


def test_every_row_of_measures_is_said_whole(show: Show) -> None:
    rows = show(drawn()).middle.table.rows
    assert rows[0].accessibleName() == (
        "All three tags: agree on 41 of 48, by chance 19, percent 85 %, kappa 0.76 from 0.60 to "
        "0.92, Krippendorff’s alpha 0.76, Gwet’s AC1 0.79."
    )
    assert [row.accessibleName().partition(":")[0] for row in rows[1:]] == [
        "verified, or not",
        "disputed, or not",
        "unattributed, or not",
    ]
    assert rows[0].focusPolicy() & Qt.FocusPolicy.TabFocus


def test_it_warns_only_where_kappa_and_ac1_part(show: Show) -> None:
    page = show(drawn())
    (box,) = page.middle.findChildren(WarningBox)
    assert "Kappa misleads for “disputed”." in names(box)[0]
    even = [V, D, U] * 8
    page = show(view_from([even, [*even[:-1], V]]))
    assert not page.middle.findChildren(WarningBox)


def test_what_was_left_out_is_shown_on_demand(show: Show) -> None:
    page = show(drawn())
    lines = page.middle.findChildren(LeftOutLine)
    said = [line.show_button.accessibleName() for line in lines]
    assert said[0] == "Show the 38 claims on their source for both of you"
    lines[0].show_button.click()
    assert page.right.list.claims.total == 38
    assert page.cell is None
    press(Qt.Key.Key_Tab)
    page.take_keys()
    press(Qt.Key.Key_Right)
    assert page.cell is not None


def test_undefined_is_a_sentence_and_never_a_number(show: Show) -> None:
    page = show(view_from([[V, V, V], [V, V, V]]))
    row = page.middle.table.rows[0].accessibleName()
    assert row.endswith("Undefined, because only one tag was used.")
    assert "kappa " not in row
    kappa = page.middle.matrix.cells[1, 0]
    assert kappa.accessibleName() == "Undefined, because only one tag was used."
    page = show(view_from([[V, V, 0], [0, 0, V]]))
    assert page.middle.headline.text().startswith("There is no claim that both you and Analyst B")
    row = page.middle.table.rows[0].accessibleName()
    assert row == "All three tags: . Undefined, because nothing was tagged by both."
    assert not page.right.open_button.isEnabled()
    assert focused() == "You and Analyst B verified: 0 claims"


def test_all_together_show_who_gave_one_tag_and_who_another(show: Show) -> None:
    page = show(drawn(None))
    cells = page.middle.heat.cells
    assert set(cells) == {(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)}
    assert cells[0, 1].accessibleName().startswith("Some verified, some disputed: ")
    assert cells[0, 0].accessibleName().startswith("All verified: ")
    line = page.right.list.claims.line(0)
    assert {standing for _, standing in line.held} >= {V, D}
    assert page.middle.headline.text().startswith("Two who tagged the same claim agree")


def test_ten_analysts_have_their_matrix_and_a_short_list(show: Show) -> None:
    page = show(view_from(columns(10, 200)))
    assert len(page.middle.matrix.cells) == 90
    assert len(page.left.pairs.rows) == 10, "nine with you, and all ten"
    assert any("The other 36 pairs" in label.text() for label in page.left.findChildren(QLabel))


def test_only_what_is_seen_is_read(show: Show) -> None:
    view = view_from(columns(2, 5_000))
    page = show(view)
    page.middle.heat.cells[0, 0].click()
    assert page.right.list.claims.total > 1_000
    read = view.claims.read  # type: ignore[attr-defined]
    assert len(read) <= 6 * BATCH
    before = len(read)
    bar = page.right.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert before < len(read) <= before + 2 * BATCH


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 330)])
@pytest.mark.parametrize("analysts", [2, 3, 10])
def test_nothing_is_wider_than_its_place(
    show: Show, width: int, height: int, analysts: int
) -> None:
    page = show(view_from(columns(analysts, 60)), width, height)
    QApplication.processEvents()
    for part in (page.middle, page.right):
        for button in part.findChildren(QAbstractButton):
            if button.isVisible():
                left = button.mapTo(part, button.rect().topLeft()).x()
                assert left >= 0, button.accessibleName()
                assert left + button.width() <= part.width(), button.accessibleName()


def test_a_theme_is_worn_by_every_part(show: Show) -> None:
    page = show(drawn())
    before = page.grab().toImage()
    page.set_theme(DARK)
    assert page.grab().toImage() != before


def test_claims_of_other_articles_say_which(show: Show) -> None:
    page = show(drawn())
    page.middle.heat.cells[0, 0].click()
    model = page.right.list.claims
    titles = {model.line(row).title for row in range(model.rowCount())}
    assert titles == {"", "Port strike enters third week"}


def test_a_claims_span_is_what_opens_it(show: Show) -> None:
    assert isinstance(show(drawn()).right.list.claims.line(0).span, Span)


def test_in_a_narrow_window_what_is_compared_comes_and_goes(qtbot: QtBot, show: Show) -> None:
    page = show(drawn(), 640, 330)
    assert not page.left.isVisible()
    assert page.right.isVisible()
    chooser = next(
        each
        for each in page.middle.findChildren(QAbstractButton)
        if each.text() == "choose what is compared"
    )
    chooser.click()
    assert page.left.isVisible()
    assert not page.right.isVisible()
    assert page.left.pairs.rows[0].hasFocus()
    with qtbot.waitSignal(page.all_wanted):
        page.left.pairs.rows[3].click()
    chooser.click()
    assert page.right.isVisible()
    assert focused() == "You disputed, Analyst B verified: 2 claims"
    page.resize(1440, 830)
    assert page.left.isVisible()
    assert not chooser.isVisible()


def test_its_parts_can_be_put_elsewhere(show: Show) -> None:
    page = show(drawn())
    elsewhere = QWidget()
    page.left.setParent(elsewhere)
    page.resize(640, 330)
    assert not page.left.isHidden()
    page.left.setParent(page)
