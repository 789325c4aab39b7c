"""The panel at the left of Review: what waits, what came back, what is settled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain.compare import Accord
from annotator.domain.edits.blind import AskBlind
from annotator.domain.edits.form import EditId
from annotator.domain.edits.reviewing import Approve, Reopen, Return, Settle
from annotator.domain.tags import Standing
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided
from annotator.ui.review.claimlines import ClaimLines
from annotator.ui.review.kinds import Kinds
from annotator.ui.review.linelist import LineList
from annotator.ui.review.lines import LINE, STEP, Kind
from annotator.ui.review.queue import QueuePanel
from annotator.ui.review.queueview import Filter, OtherArticle, QueueGroup, QueueRow, QueueView
from annotator.ui.theme import DARK
from reviewed import DORA, A, B, C, Desk, bare
from shown import clipped, focused, said, settled

LEFT = Qt.MouseButton.LeftButton
OTHERS = (OtherArticle("one", "Aid convoy <b>hit</b>", 3), OtherArticle("two", "گزارش", 1))


def lines(view: LineList) -> list[str]:
    """What the lines say."""
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def place(view: LineList, words: str) -> QModelIndex:
    model = view.model()
    found = [model.index(row, 0) for row in range(model.rowCount())]
    return next(one for one in found if str(one.data()).startswith(words))


def click(view: LineList, words: str) -> None:
    settled()
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(place(view, words)).center())


def spoken(view: LineList) -> list[str]:
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_the_queue_is_that_of_the_drawing(queue: QueuePanel, desk: Desk) -> None:
    queue.show_queue(desk.queue(5))
    assert [words[:12] for words in lines(queue.list)] == [
        "Waiting for ",
        "This devasta",
        "According to",
        "The initial ",
        "Given the on",
        "and 2 more: ",
        "Returned",
        "According to",
        "Settled",
        "No individua",
        "Soleimani wa",
        "and 2 more: ",
    ]
    heard = spoken(queue.list)
    assert heard[0] == "Waiting for me, 6"
    assert heard[2].startswith(
        "Claim 5: A disputed, B verified, C disputed. 2 comments. According to the report"
    )
    assert heard[5] == "and 2 more: 31, 35"
    assert "Claim 28: A on its source, B verified, C on its source. Analyst B changed" in heard[7]
    assert heard[9].startswith("Claim 6: settled as unattributed. by you, a party.")


def test_the_filters_add_up(desk: Desk) -> None:
    counts = {one.key: one.count for one in desk.queue(5).filters}
    assert counts == {
        Filter.DISAGREEMENT: 11,
        Filter.AGREEMENT: 38,
        Filter.COMMENT: 1,
        Filter.ONE: 0,
    }
    assert counts[Filter.DISAGREEMENT] + counts[Filter.AGREEMENT] == 49


def test_settling_what_all_agree_on_makes_it_no_disagreement(desk: Desk) -> None:
    desk.settle(A, 2, Standing.VERIFIED)
    held = desk.held()
    assert held.accord(desk.index(2)) is Accord.SETTLED
    kinds = Kinds(held)
    assert (kinds.count(Filter.DISAGREEMENT), kinds.count(Filter.AGREEMENT)) == (11, 38)
    keys = [group.key for group in desk.queue(chosen=Filter.AGREEMENT).groups]
    assert keys == ["waiting", "settled"]


def test_a_claim_that_one_analyst_saw_is_of_its_own_kind_settled_or_not(desk: Desk) -> None:
    held, index = desk.held(), desk.index(6)
    alone = replace(held, columns=held.columns[:1])
    differed = Kinds(alone).decided(Filter.DISAGREEMENT, Accord.SETTLED)
    assert index in differed, "it was decided over three"
    decision = replace(held.decisions[index][0], over={A.id: Standing.UNATTRIBUTED})
    alone = replace(alone, decisions=dict(held.decisions) | {index: (decision,)})
    assert Kinds(alone).decided(Filter.ONE, Accord.SETTLED) == [index]


def test_a_click_and_enter_choose_a_claim(queue: QueuePanel, desk: Desk) -> None:
    chosen: list[int] = []
    queue.claim_wanted.connect(chosen.append)
    queue.show_queue(desk.queue(5))
    click(queue.list, "This devastating")
    queue.list.setFocus()
    queue.list.setCurrentIndex(place(queue.list, "The initial"))
    QTest.keyClick(queue.list, Qt.Key.Key_Return)
    assert chosen == [desk.index(3), desk.index(11)]


def test_the_arrows_pass_over_headings(queue: QueuePanel, desk: Desk) -> None:
    queue.show_queue(desk.queue(5))
    queue.list.setFocus()
    queue.list.setCurrentIndex(place(queue.list, "and 2 more: 31"))
    QTest.keyClick(queue.list, Qt.Key.Key_Down)
    assert str(queue.list.currentIndex().data()).startswith("According to Norman")


def test_a_long_group_unfolds(queue: QueuePanel, desk: Desk) -> None:
    queue.show_queue(desk.queue(5))
    click(queue.list, "and 2 more: 31")
    assert sum("more" in words for words in lines(queue.list)) == 1
    assert any(words.startswith("They lacked") for words in lines(queue.list))
    queue.show_queue(desk.queue(11))
    assert any(words.startswith("They lacked") for words in lines(queue.list)), "it stays so"


def test_the_claim_in_hand_always_shows(queue: QueuePanel, desk: Desk) -> None:
    for number in (3, 5, 11, 25, 31, 35):
        view = desk.queue(number)
        queue.show_queue(view)
        index = queue.list.currentIndex()
        assert index.data(LINE).at == view.current
        assert index.data(LINE).kind is Kind.CLAIM
    assert lines(queue.list)[1] == "2 before: 3, 5"


def test_a_line_with_the_keys_keeps_them_when_others_change(queue: QueuePanel, desk: Desk) -> None:
    queue.show_queue(desk.queue(5))
    queue.list.setFocus()
    queue.list.setCurrentIndex(place(queue.list, "No individual"))
    desk.settle(A, 3, Standing.UNATTRIBUTED)
    queue.show_queue(desk.queue(5))
    assert str(queue.list.currentIndex().data()).startswith("No individual")


def test_filters_ask_and_are_one_of(queue: QueuePanel, desk: Desk) -> None:
    asked: list[str] = []
    queue.filter_wanted.connect(asked.append)
    queue.show_queue(desk.queue(5))
    rows = queue.filters.rows
    QTest.mouseClick(rows[Filter.AGREEMENT], LEFT)
    assert asked == ["agreement"]
    assert [row.isChecked() for row in rows.values()] == [True, False, False, False]
    queue.show_queue(desk.queue(5, chosen=Filter.COMMENT))
    assert [row.isChecked() for row in rows.values()] == [False, False, True, False]
    assert lines(queue.list) == [
        "With a comment",
        "According to the report, the second explosion took place approximately 2,000 feet away.",
    ]


def test_other_articles_say_how_many_wait_there(queue: QueuePanel, desk: Desk) -> None:
    asked: list[str] = []
    queue.article_wanted.connect(asked.append)
    queue.show_queue(desk.queue(5, others=OTHERS))
    assert spoken(queue.other_list) == [
        "Other articles, 4 waiting",
        "Aid convoy <b>hit</b>, 3 waiting",
        "گزارش, 1 waiting",
    ]
    tip = queue.others.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    click(queue.other_list, "گزارش")
    assert asked == ["two"]
    many = tuple(OtherArticle(str(at), f"Article {at}", 1) for at in range(500))
    queue.show_queue(desk.queue(5, others=many))
    assert lines(queue.other_list)[-1] == "and 496 more"
    click(queue.other_list, "and 496")
    assert len(lines(queue.other_list)) == 4 + STEP + 2


def test_nothing_to_settle_is_said(queue: QueuePanel, desk: Desk, tmp_path) -> None:
    alone = bare(tmp_path / "alone.db", A)
    queue.show_queue(alone.queue(0))
    assert lines(queue.list)[-1] == "Nobody else has tagged this article yet."
    alone.library.close()
    queue.show_queue(desk.queue(5, chosen=Filter.ONE))
    assert lines(queue.list)[-1] == "No claim was judged by one analyst alone."
    queue.show_queue(None)
    assert not queue.list.isVisible()
    assert not queue.passes.isVisible()


def test_a_blind_article_says_why_the_queue_is_empty(queue: QueuePanel, desk: Desk) -> None:
    desk.acts_as(B).perform(AskBlind(desk.article))
    asked: list[tuple[str, ...]] = []
    queue.pass_wanted.connect(lambda *of: asked.append(of))
    queue.show_queue(desk.queue(5, DORA))
    assert any("blind" in words for words in said(queue))
    assert [button.text() for button in queue.passes.buttons] == ["Submit my pass"]
    queue.passes.buttons[0].click()
    assert asked == [("submit", "", "")]


def test_what_may_not_be_seen_yet_is_counted(queue: QueuePanel, desk: Desk) -> None:
    desk.judge(DORA, Standing.VERIFIED, 5)
    queue.show_queue(desk.queue(5, DORA))
    hidden = desk.held(DORA).count(Accord.VEILED)
    assert hidden > 40
    assert any(words.startswith(f"{hidden} more were judged by") for words in said(queue))


def test_a_name_is_not_cut_while_its_line_has_room(queue: QueuePanel, desk: Desk) -> None:
    queue.resize(262, 900)
    desk.acts_as(B).rename("Анна Каренина II")
    queue.show_queue(desk.queue(5))
    QApplication.processEvents()
    line = queue.passes.lines[2]
    assert [label.text() for label in line.findChildren(Elided)] == line.words.split(": ")
    more = line.more.mapTo(line, line.more.rect().topLeft()).x()
    assert line.findChildren(Elided)[1].geometry().right() > more - 12, "how far it is stays right"


def test_each_pass_says_how_far_it_is(queue: QueuePanel, desk: Desk) -> None:
    held = desk.held()
    submission = EditId(held.passes[B.id].submission)
    desk.acts_as(A).perform(Return(desk.article, submission, "Claim 5 has no source."))
    desk.acts_as(A).perform(Approve(desk.article, EditId(held.passes[C.id].submission)))
    queue.show_queue(desk.queue(5))
    words = [line.words for line in queue.passes.lines]
    assert words[0].startswith("You: submitted ")
    assert words[1].startswith("Analyst B: returned by you, ")
    assert words[2].startswith("Analyst C: approved by you, ")
    assert "“Claim 5 has no source.”" in said(queue)
    queue.show_queue(desk.queue(5, B))
    assert [button.text() for button in queue.passes.buttons] == [
        "Submit my pass",
        "Settle the article, 7 open",
    ]


def test_a_return_asks_why_in_place(queue: QueuePanel, desk: Desk) -> None:
    asked: list[tuple[str, ...]] = []
    queue.pass_wanted.connect(lambda *of: asked.append(of))
    queue.show_queue(desk.queue(5))
    line = queue.passes.lines[1]
    assert line.more.accessibleName() == "What to do with the pass of Analyst B"
    menu = line.menu()
    assert [action.text() for action in menu.actions()] == ["Return…", "Approve"]
    menu.actions()[0].trigger()
    field = queue.passes.ask.field
    assert field.hasFocus()
    give = next(one for one in queue.findChildren(KeyButton) if one.text() == "Return it")
    give.click()
    assert asked == []
    assert "A reason is wanted." in said(queue)
    QTest.keyClicks(field, "Look at 5.")
    give.click()
    assert asked == [("return", B.id, "Look at 5.")]
    assert not queue.passes.ask.isVisible()
    menu.actions()[1].trigger()
    assert asked[-1] == ("approve", B.id, "")


def test_escape_takes_the_question_away_and_so_does_its_end(queue: QueuePanel, desk: Desk) -> None:
    queue.show_queue(desk.queue(5))
    act = queue.passes.lines[1].menu().actions()[0]
    act.trigger()
    QTest.keyClick(queue.passes.ask.field, Qt.Key.Key_Escape)
    assert not queue.passes.ask.isVisible()
    act.trigger()
    submission = EditId(desk.held().passes[B.id].submission)
    desk.acts_as(C).perform(Return(desk.article, submission, "so"))
    queue.show_queue(desk.queue(5))
    assert not queue.passes.ask.isVisible()


def test_what_is_typed_as_a_reason_stays_while_something_else_changes(
    queue: QueuePanel, desk: Desk
) -> None:
    queue.show_queue(desk.queue(5))
    queue.passes.lines[1].menu().actions()[0].trigger()
    QTest.keyClicks(queue.passes.ask.field, "Look")
    desk.settle(A, 3, Standing.UNATTRIBUTED)
    queue.show_queue(desk.queue(5))
    assert queue.passes.ask.field.plain() == "Look"
    assert queue.passes.ask.field.hasFocus()


def test_the_article_says_how_far_it_is(queue: QueuePanel, desk: Desk) -> None:
    queue.show_queue(desk.queue(5))
    assert queue.passes.words == "in review"
    desk.acts_as(A).perform(Settle(desk.article, {}))
    view = desk.queue(5)
    assert view.stage is not None
    assert view.stage.words == "settled"
    assert view.stage.detail.startswith("by you, ")
    assert view.stage.detail.endswith(" changes since")
    queue.show_queue(view)
    asked: list[tuple[str, ...]] = []
    queue.pass_wanted.connect(lambda *of: asked.append(of))
    queue.passes.buttons[0].click()
    QTest.keyClicks(queue.passes.ask.field, "A new source.")
    QTest.keyClick(queue.passes.ask.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [("reopen", "", "A new source.")]
    desk.acts_as(B).perform(Reopen(desk.article, "A new source."))
    queue.show_queue(desk.queue(5))
    assert queue.passes.words.startswith("reopened by Analyst B, ")
    assert "“A new source.”" in said(queue)


def test_the_links_ask(queue: QueuePanel) -> None:
    asked: list[str] = []
    queue.agreement_wanted.connect(lambda: asked.append("agreement"))
    queue.send_wanted.connect(lambda: asked.append("send"))
    queue.bring_wanted.connect(lambda: asked.append("bring"))
    for link in queue.links:
        link.click()
    assert asked == ["agreement", "send", "bring"]


def test_tab_visits_it_from_top_to_bottom(queue: QueuePanel, desk: Desk) -> None:
    queue.show_queue(desk.queue(5, others=OTHERS))
    settled()
    queue.list.setFocus()
    seen: list[QWidget] = []
    while focused() not in seen:
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    names = [one.accessibleName() for one in seen]
    assert names[0] == "Claims to settle"
    assert names[5] == "Other articles with claims to settle"
    assert names[-4:] == ["Settle the article, 7 open", "Agreement…", "Send…", "Bring in…"]
    assert all(names)


@pytest.mark.parametrize("width", [200, 220, 262])
def test_nothing_stands_out_at_the_sides(queue: QueuePanel, desk: Desk, width: int) -> None:
    queue.resize(width, 700)
    queue.set_theme(DARK)
    queue.show_queue(desk.queue(35, others=OTHERS))
    settled()
    assert clipped(queue) == []
    queue.grab()


def many(count: int) -> QueueView:
    def row(index: int) -> QueueRow:
        return QueueRow(index, str(index), f"Claim number {index}.")

    group = QueueGroup("waiting", "Waiting for me", list(range(count)))
    return QueueView("long", (group,), row, current=count // 2)


def test_of_100_000_claims_only_those_that_show_are_made(queue: QueuePanel) -> None:
    view = many(100_000)
    made: list[int] = []

    def row(index: int) -> QueueRow:
        made.append(index)
        return view.row(index)

    queue.show_queue(replace(view, row=row))
    settled()
    assert len(set(made)) < 20
    assert len(lines(queue.list)) == 7, "a heading, four claims, and what is before and after"
    click(queue.list, "and ")
    assert len(lines(queue.list)) == 7 + STEP
    assert any(words == "Claim number 50000." for words in lines(queue.list))


def test_few_lines_change_at_a_time() -> None:
    model, view = ClaimLines(), many(100)
    model.show(view)
    changes: list[str] = []
    model.rowsInserted.connect(lambda *_: changes.append("in"))
    model.rowsRemoved.connect(lambda *_: changes.append("out"))
    model.show(replace(view, current=51))
    assert changes == ["in", "out"], "the window goes on by one line"
    model.show(replace(view, current=51))
    assert changes == ["in", "out"]
