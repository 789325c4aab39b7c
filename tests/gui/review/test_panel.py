"""The panel of Review shows a view, and asks for what its buttons say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain.compare import Accord
from annotator.domain.edits.blind import AskBlind
from annotator.domain.tags import Standing
from annotator.ui.kit.styled import Look, Piece
from annotator.ui.review.alone import NOBODY, Alone
from annotator.ui.review.cards import LEAST, Cards, card_width
from annotator.ui.review.panel import CHOOSE, overrules
from annotator.ui.review.settle import PARTY, Settle
from annotator.ui.review.settlebuttons import ChoiceButton
from annotator.ui.review.view import ClaimReviewView, VoiceView, Who
from annotator.ui.review.voicecard import VoiceCard
from annotator.ui.theme import DARK, LIGHT, Theme
from reviewed import DORA, A, B, C, Desk, bare
from shown import Stage, button, clipped, focused, one, said, settled

LEFT = Qt.MouseButton.LeftButton


def cards(stage: Stage) -> list[VoiceCard]:
    return list(one(stage.panel, Cards).cards)


def many(view: ClaimReviewView, count: int) -> ClaimReviewView:
    voices = [
        VoiceView(at, Who(chr(65 + at), f"Person {at}", at == 0), Standing.DISPUTED, "why " * at)
        for at in range(count)
    ]
    return replace(view, voices=tuple(voices))


def test_it_says_which_claim_and_where_it_stands_in_the_queue(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(5))
    assert "Claim 5 of 48" in said(stage.panel)
    assert "2 of 6 waiting" in said(stage.panel)
    assert stage.panel.accessibleName() == "Claim 5 of 48"


def test_there_is_a_card_for_each_who_judged_it_with_the_whole_note(
    stage: Stage, desk: Desk
) -> None:
    stage.panel.show_claim(desk.view(5))
    assert [card.accessibleName().split(".")[0] for card in cards(stage)] == [
        "You: disputed",
        "Analyst B: verified",
        "Analyst C: disputed",
    ]
    assert cards(stage)[1].note.words == "ISNA says it in so many words; quoted in full."
    settled()
    for card in cards(stage):
        assert not card.note.overflows()
        assert card.height() == cards(stage)[0].height()


def test_a_note_can_be_selected_and_is_no_markup(stage: Stage, desk: Desk) -> None:
    desk.judge(B, Standing.VERIFIED, 5, note="<b>x</b> & <img src='file:///etc/passwd'>")
    stage.panel.show_claim(desk.view(5))
    note = cards(stage)[1].note
    assert note.plain() == "<b>x</b> & <img src='file:///etc/passwd'>"
    note.selectAll()
    assert note.textCursor().selectedText() == note.words


def test_a_very_long_note_is_laid_out_when_somebody_goes_into_it(stage: Stage, desk: Desk) -> None:
    view, long = desk.view(5), "word " * 20_000
    voices = (view.voices[0], replace(view.voices[1], note=long))
    stage.panel.show_claim(replace(view, voices=voices))
    settled()
    note = cards(stage)[1].note
    assert len(note.plain()) < 5_000
    assert note.plain().endswith("(96,000 more characters: click here to read on)")
    assert note.focusPolicy() & Qt.FocusPolicy.TabFocus
    cards(stage)[1].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is note
    assert note.plain() == long


def test_a_card_says_what_there_is_besides_a_note(stage: Stage, desk: Desk) -> None:
    view = desk.view(5)
    other = (Piece("The second "), Piece("explosion", Look.DROPPED), Piece("blast", Look.ADDED))
    voices = (
        replace(view.voices[0], note="", withheld=True),
        replace(view.voices[1], other=other, differs=True),
        replace(view.voices[2], standing=Standing.NOT_CHECKABLE, why="an opinion"),
    )
    stage.panel.show_claim(replace(view, voices=voices))
    for room in (440, 360):
        stage.panel.window().resize(room, 900)
        settled()
        for card in cards(stage):
            assert one(stage.panel, Cards).height() >= card.height() >= card.height_in(card.width())
    assert "note not sent" in said(stage.panel)
    assert "other text, other words:" in said(stage.panel)
    assert "an opinion" in said(stage.panel)
    heard = [card.accessibleName() for card in cards(stage)]
    assert heard[0] == "You: disputed. note not sent"
    assert "“The second blast”" in heard[1]
    assert heard[2].startswith("Analyst C: not checkable. an opinion")


def test_a_name_is_no_markup_anywhere(stage: Stage, desk: Desk) -> None:
    view = desk.view(5)
    name = Who("B", "<b>Ben</b>")
    view = replace(view, voices=(replace(view.voices[1], who=name),))
    stage.panel.show_claim(view)
    assert "<b>Ben</b>" in said(stage.panel)
    for widget in stage.panel.findChildren(QWidget):
        assert not widget.toolTip().startswith("<b>")


def test_who_did_not_judge_it_is_one_quiet_line(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(replace(desk.view(5), silent="Dora and Émile did not judge it."))
    assert "Dora and Émile did not judge it." in said(stage.panel)


def test_up_to_three_cards_share_the_width_and_more_scroll_sideways(
    stage: Stage, desk: Desk
) -> None:
    view, strip = desk.view(5), one(stage.panel, Cards)
    for count in (1, 2, 3):
        stage.panel.show_claim(many(view, count))
        settled()
        assert strip.horizontalScrollBar().maximum() == 0
        last = cards(stage)[-1]
        assert last.mapTo(strip, QPoint(last.width(), 0)).x() == strip.width()
    stage.panel.show_claim(many(view, 10))
    settled()
    assert strip.horizontalScrollBar().maximum() > 0
    assert all(card.width() >= LEAST for card in cards(stage))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 10])
@pytest.mark.parametrize("room", [280, 328, 416])
def test_the_name_of_every_tag_fits_in_a_card(count: int, room: int) -> None:
    width = card_width(count, room)
    assert width >= LEAST
    if count > 3:
        assert 3 * width < room or width == LEAST, "the next one shows its beginning"


def test_the_arrows_go_from_card_to_card_and_what_has_the_keys_is_in_view(
    stage: Stage, desk: Desk
) -> None:
    stage.panel.show_claim(many(desk.view(5), 10))
    settled()
    cards(stage)[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(9):
        QTest.keyClick(focused(), Qt.Key.Key_Right)
    last = cards(stage)[9]
    assert last.hasFocus()
    strip = one(stage.panel, Cards)
    assert strip.horizontalScrollBar().value() == strip.horizontalScrollBar().maximum()
    QTest.keyClick(last, Qt.Key.Key_Right)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Left)
    assert cards(stage)[8].hasFocus()


def test_tab_visits_it_from_top_to_bottom(stage: Stage, desk: Desk) -> None:
    desk.settle(B, 5, Standing.DISPUTED, "so")
    stage.panel.show_claim(many(desk.view(5), 10))
    settled()
    stage.page.setFocus()
    seen: list[QWidget] = []
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    while focused() is not stage.page and focused() not in seen:
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    kinds = [type(stop).__name__ for stop in seen]
    assert kinds.index("VoiceCard") < kinds.index("MoreButton") < kinds.index("CommentField")
    assert kinds.index("CommentField") < kinds.index("ChoiceButton") < kinds.index("Field")
    assert kinds[-1] == "GoOnButton"
    assert all(stop.accessibleName() for stop in seen)


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("Settle: verified", Standing.VERIFIED),
        ("Settle: disputed", Standing.DISPUTED),
        ("Settle: unattributed", Standing.UNATTRIBUTED),
        ("Settle: on its source", Standing.ON_SOURCE),
        ("Settle: not checkable", Standing.NOT_CHECKABLE),
    ],
)
def test_a_click_asks_changes_nothing_by_itself_and_leaves_the_focus_alone(
    stage: Stage, desk: Desk, name: str, standing: Standing
) -> None:
    asked: list[Standing] = []
    stage.panel.settle.connect(asked.append)
    stage.panel.show_claim(desk.view(5))
    QTest.mouseClick(button(stage.panel, name), LEFT)
    assert asked == [standing]
    assert not button(stage.panel, name).isChecked()
    assert stage.page.hasFocus()


def test_accepting_names_the_column_not_the_place_of_the_button(stage: Stage, desk: Desk) -> None:
    view = desk.view(5)
    asked: list[int] = []
    stage.panel.accept.connect(asked.append)
    stage.panel.show_claim(replace(view, voices=view.voices[1:]))
    accept = button(stage.panel, "Accept Analyst C: disputed")
    assert accept.accessibleDescription() == "key 3"
    QTest.mouseClick(accept, LEFT)
    assert asked == [2]


def test_the_tenth_analyst_can_be_accepted_without_a_key(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(many(desk.view(5), 10))
    assert button(stage.panel, "Accept Person 8: disputed").accessibleDescription() == "key 9"
    assert button(stage.panel, "Accept Person 9: disputed").accessibleDescription() == ""


def test_what_the_viewer_decided_is_filled_and_only_that(stage: Stage, desk: Desk) -> None:
    desk.settle(A, 5, Standing.DISPUTED)
    stage.panel.show_claim(desk.view(5))
    checked = [b.text() for b in stage.panel.findChildren(ChoiceButton) if b.isChecked()]
    assert checked == ["Disputed"]
    desk.settle(A, 5, Standing.ON_SOURCE)
    stage.panel.show_claim(desk.view(5))
    assert button(stage.panel, "Settle: on its source").isChecked()
    stage.panel.show_claim(desk.view(5, B))
    assert not button(stage.panel, "Settle: on its source").isChecked()


def test_that_one_held_one_of_the_tags_is_a_reminder(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(5))
    assert PARTY in said(stage.panel)
    assert button(stage.panel, "Settle: disputed").isEnabled()
    stage.panel.show_claim(desk.view(2))
    assert PARTY not in said(stage.panel)


def test_without_a_reason_it_reminds_and_does_not_block(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(5))
    assert CHOOSE in said(stage.panel)
    desk.settle(A, 5, Standing.DISPUTED)
    stage.panel.show_claim(desk.view(5))
    assert "Overrules Analyst B, and no reason is given yet." in said(stage.panel)
    wanted: list[bool] = []
    stage.panel.next_wanted.connect(lambda: wanted.append(True))
    QTest.mouseClick(button(stage.panel, "Settle and next"), LEFT)
    assert wanted == [True]
    stage.panel.focus_reason()
    QTest.keyClicks(focused(), "so")
    assert "Overrules Analyst B, who sees the reason and can answer." in said(stage.panel)


@pytest.mark.parametrize(
    ("overruled", "words"),
    [
        (("you",), "Overrules your own tag."),
        (("you", "Ben"), "Overrules you and Ben, who see the reason and can answer."),
        ((), "Nobody is overruled."),
    ],
)
def test_whom_a_decision_goes_against(desk: Desk, overruled: tuple[str, ...], words: str) -> None:
    view = replace(desk.view(5), settles=Standing.VERIFIED, overruled=overruled)
    assert overrules(view, "so") == words


def test_going_on_wants_a_decision_or_agreement(stage: Stage, desk: Desk) -> None:
    stage.panel.show_claim(desk.view(5))
    assert not button(stage.panel, "Settle and next").isEnabled()
    stage.panel.show_claim(desk.view(2))
    assert button(stage.panel, "Settle and next").isEnabled()
    assert "Nobody is overruled." in said(stage.panel)


def test_a_decision_is_shown_with_who_when_why_and_whom_it_overruled(
    stage: Stage, desk: Desk
) -> None:
    stage.panel.show_claim(desk.view(15))
    words = said(stage.panel)
    assert "Nobody is named here either." in words
    assert "overruled you · held one of the tags" in words
    assert "Analyst B:" in words


def test_differing_decisions_stand_beside_it(stage: Stage, desk: Desk) -> None:
    desk.settle(C, 15, Standing.DISPUTED, "B's source was not asked.")
    view = desk.view(15)
    assert [(of.who.name, of.standing, of.stands) for of in view.decisions] == [
        ("Analyst C", Standing.DISPUTED, True),
        ("Analyst B", Standing.UNATTRIBUTED, False),
    ]
    stage.panel.show_claim(view)
    assert "Decided otherwise, or before:" in said(stage.panel)
    assert "B's source was not asked." in said(stage.panel)


def test_a_decision_over_another_tag_asks_again(stage: Stage, desk: Desk) -> None:
    view = desk.view(28)
    assert view.accord is Accord.RETURNED
    stage.panel.show_claim(view)
    assert "Analyst B changed the tag since: decide again." in said(stage.panel)
    assert "1 of 1 returned" in said(stage.panel)
    desk.settle(A, 28, Standing.ON_SOURCE)
    stage.panel.show_claim(desk.view(28))
    assert not any("changed the tag" in words for words in said(stage.panel))


def test_instead_of_what_may_not_be_seen_there_is_one_sentence_and_show(
    stage: Stage, desk: Desk
) -> None:
    looked: list[bool] = []
    stage.panel.reveal.connect(lambda: looked.append(True))
    stage.panel.show_claim(desk.view(5, DORA))
    assert cards(stage) == []
    assert any("shows once you have judged it" in words for words in said(stage.panel))
    assert PARTY not in said(stage.panel)
    assert not button(stage.panel, "Settle: verified").isEnabled()
    stage.panel.focus_comment()
    stage.panel.focus_reason()
    assert stage.page.hasFocus()
    QTest.mouseClick(button(stage.panel, "Show colleagues' tags"), LEFT)
    assert looked == [True]


def test_a_blind_article_shows_the_same_for_every_claim(stage: Stage, desk: Desk) -> None:
    desk.acts_as(B).perform(AskBlind(desk.article))
    desk.judge(DORA, Standing.VERIFIED, 5)
    for number in (5, 6, 28):
        view = desk.view(number, DORA)
        assert (view.decisions, view.comments, view.place) == ((), (), "")
        assert "blind" in view.veil
        stage.panel.show_claim(view)
        assert len(cards(stage)) == (1 if number == 5 else 0)


def test_a_settled_article_takes_nothing_until_it_is_reopened(stage: Stage, desk: Desk) -> None:
    view = replace(desk.view(5), locked="This article is settled.")
    stage.panel.show_claim(view)
    assert "This article is settled." in said(stage.panel)
    assert not button(stage.panel, "Settle: verified").isEnabled()
    assert not button(stage.panel, "Settle and next").isEnabled()
    assert cards(stage)


def test_alone_it_says_how_a_colleagues_tags_come_in(stage: Stage, tmp_path) -> None:
    alone = bare(tmp_path / "alone.db", A)
    asked: list[str] = []
    stage.panel.send_wanted.connect(lambda: asked.append("send"))
    stage.panel.bring_wanted.connect(lambda: asked.append("bring"))
    for view in (alone.view(1), None):
        stage.panel.show_claim(view)
        assert NOBODY in said(stage.panel)
        assert any("annotator merge FILE" in words for words in said(stage.panel))
        assert not one(stage.panel, Settle).isVisible()
    page = one(stage.panel, Alone)
    page.send.click()
    page.bring.click()
    assert asked == ["send", "bring"]
    alone.library.close()


def test_a_comment_of_today_has_a_clock_and_one_of_yesterday_says_so(desk: Desk) -> None:
    view = desk.view(5)
    written = date.today()  # noqa: DTZ011 - the person's own day
    assert all(":" in of.when and " " not in of.when for of in view.comments)
    later = desk.view(5, today=date.fromordinal(written.toordinal() + 1))
    assert all(of.when.startswith("yesterday ") for of in later.comments)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(448, 900), (342, 700)])
def test_nothing_stands_out_at_the_sides(
    stage: Stage, desk: Desk, theme: Theme, width: int, height: int
) -> None:
    stage.panel.window().resize(width + 24, height)
    stage.panel.set_theme(theme)
    for number in (5, 6, 28, 2):
        stage.panel.show_claim(desk.view(number))
        settled()
        strip = one(stage.panel, Cards)
        assert [out for out in clipped(stage.panel) if not strip.isAncestorOf(out)] == []


def test_no_size_makes_it_go_to_and_fro(stage: Stage, desk: Desk) -> None:
    """A scroll bar that comes and goes changes the width, and with it what breaks into lines."""
    view = desk.view(5)
    other = (Piece("The second "), Piece("explosion", Look.DROPPED), Piece("blast", Look.ADDED))
    voices = (replace(view.voices[0], other=other, differs=True), *view.voices[1:])
    stage.panel.show_claim(replace(view, voices=voices))
    for height in range(480, 900, 40):
        for width in (344, 352, 361, 380, 420, 472):
            stage.panel.window().resize(width, height)
            QApplication.processEvents()
    settled()
    assert one(stage.panel, Cards).width() == stage.panel.width() - 32


def test_the_buttons_stay_while_what_was_said_scrolls(stage: Stage, desk: Desk) -> None:
    stage.panel.window().resize(472, 620)
    stage.panel.show_claim(desk.view(5))
    settled()
    go_on = button(stage.panel, "Settle and next")
    bottom = go_on.mapTo(stage.panel, QPoint(0, go_on.height())).y()
    assert bottom <= stage.panel.height()
