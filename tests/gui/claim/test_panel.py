"""The claim panel shows a view, and asks for what its buttons say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from annotator.domain.article import Span
from annotator.domain.assessment import Audience
from annotator.domain.tags import TAGS, Standing, StandingRow, Tag
from annotator.ui.action import ActionId
from annotator.ui.claim.begin import Begin
from annotator.ui.claim.history import in_colours
from annotator.ui.claim.sentence import Sentence
from annotator.ui.claim.tagbuttons import TagButton
from annotator.ui.claim.view import Before, HistoryLine
from annotator.ui.evidence.audience import AudienceWord
from annotator.ui.kit.growing import GrowingText
from annotator.ui.kit.labels import Caption
from annotator.ui.theme import DARK, LIGHT, Theme
from claimpanel import Stage, view


def said(widget: QWidget) -> list[str]:
    """The words of the labels that can be seen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def button(widget: QWidget, name: str) -> QAbstractButton:
    found = [b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name]
    assert len(found) == 1, [b.accessibleName() for b in widget.findChildren(QAbstractButton)]
    return found[0]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def card_of(stage: Stage) -> Sentence:
    card = stage.panel.findChild(Sentence)
    assert card is not None
    return card


def text_of(stage: Stage) -> GrowingText:
    text = card_of(stage).findChild(GrowingText)
    assert text is not None
    return text


@pytest.mark.parametrize(
    ("number", "caption"),
    [(5, "Claim 5 of 48"), (0, "The title"), (None, "Page furniture")],
)
def test_the_caption_names_the_claim(stage: Stage, number: int | None, caption: str) -> None:
    stage.panel.show_claim(view(number))
    assert caption in said(stage.panel)
    assert stage.panel.accessibleName() == caption


def test_without_a_claim_it_says_how_it_goes(stage: Stage) -> None:
    begin = stage.panel.findChild(Begin)
    assert begin is not None
    assert begin.isVisible()
    stage.panel.show_claim(view())
    assert not begin.isVisible()
    stage.panel.show_claim(None)
    assert begin.isVisible()


@pytest.mark.parametrize("tag", [None, *Tag])
def test_exactly_the_tag_that_is_held_is_filled(stage: Stage, tag: Tag | None) -> None:
    stage.panel.show_claim(view(tag=tag))
    checked = [b.accessibleName() for b in stage.panel.findChildren(TagButton) if b.isChecked()]
    assert checked == ([tag.value.capitalize()] if tag else [])


def test_a_confirmation_beside_a_tag_shows_both(stage: Stage) -> None:
    stage.panel.show_claim(view(tag=Tag.DISPUTED, confirmed=True))
    assert button(stage.panel, "Disputed").isChecked()
    assert button(stage.panel, "on its source").isChecked()
    assert not button(stage.panel, "not checkable").isChecked()


@pytest.mark.parametrize(
    ("name", "action"),
    [
        ("Verified", ActionId.VERIFIED),
        ("Disputed", ActionId.DISPUTED),
        ("Unattributed", ActionId.UNATTRIBUTED),
        ("on its source", ActionId.ON_SOURCE),
        ("not checkable", ActionId.NOT_CHECKABLE),
        ("clear", ActionId.CLEAR),
        ("previous claim", ActionId.PREVIOUS),
        ("next claim", ActionId.NEXT),
    ],
)
def test_a_click_asks_changes_nothing_by_itself_and_leaves_the_focus_alone(
    stage: Stage, name: str, action: ActionId
) -> None:
    asked: list[ActionId] = []
    stage.panel.action_wanted.connect(asked.append)
    stage.panel.show_claim(view())
    QTest.mouseClick(button(stage.panel, name), Qt.MouseButton.LeftButton)
    assert asked == [action]
    assert not button(stage.panel, name).isChecked()
    assert stage.page.hasFocus()


def test_space_presses_a_focused_button(stage: Stage) -> None:
    asked: list[ActionId] = []
    stage.panel.action_wanted.connect(asked.append)
    stage.panel.show_claim(view())
    button(stage.panel, "Disputed").setFocus()
    QTest.keyClick(button(stage.panel, "Disputed"), Qt.Key.Key_Space)
    assert asked == [ActionId.DISPUTED]


def test_furniture_cannot_be_tagged(stage: Stage) -> None:
    stage.panel.show_claim(view(None))
    assert not any(b.isEnabled() for b in stage.panel.findChildren(TagButton))


def test_tab_goes_through_the_panel_from_top_to_bottom(stage: Stage) -> None:
    history = tuple(HistoryLine("today", "you", f"edit {n}") for n in range(5))
    before = (Before(Span(0, 3), "verified"),)
    shown = view(tag=Tag.DISPUTED, note="seen", history=history, before=before)
    stage.panel.show_claim(shown)
    names = []
    for _ in range(24):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(focused().accessibleName())
        assert focused().isVisible()
    assert names == [
        "previous claim",
        "next claim",
        "Claim 5 of 48",
        "Verified",
        "Disputed",
        "Unattributed",
        "on its source",
        "not checkable",
        "clear",
        "how sure?",
        "Take over: verified",
        "contradicted",
        "conflicting",
        "outdated",
        "out of context",
        "Proposed wording",
        "Attribution: who says so",
        "Evidence: paste, drop or type",
        "Note, who may read it: desk",
        "Note",
        "Type of claim, relations to others",
        "Flag: ask, ring, reply wanted, lawyer",
        "Show all 5 edits",
        "",
    ]
    assert stage.page.hasFocus()


def test_every_control_has_a_name(stage: Stage) -> None:
    stage.panel.show_claim(view(before=(Before(Span(0, 3), "verified"),)))
    for control in stage.panel.findChildren(QWidget):
        if control.focusPolicy() is not Qt.FocusPolicy.NoFocus and control.isVisible():
            assert control.accessibleName(), control


def test_a_long_claim_scrolls_in_its_card_and_leaves_room(stage: Stage) -> None:
    stage.panel.show_claim(view(text="A long and winding sentence. " * 120))
    card, text = card_of(stage), text_of(stage)
    assert text.overflows()
    assert card.height() < 0.4 * stage.panel.height()
    assert button(stage.panel, "Verified").visibleRegion().boundingRect().height() > 40


def test_a_huge_claim_is_shown_by_its_beginning(stage: Stage) -> None:
    stage.panel.show_claim(view(text="x" * 1_000_000))
    text = text_of(stage).plain()
    assert len(text) < 11_000
    assert text.endswith("990,000 more characters: read on in the page)")


def test_a_short_claim_makes_a_small_card(stage: Stage) -> None:
    stage.panel.show_claim(view(text="Yes."))
    QApplication.processEvents()
    assert card_of(stage).height() == 22 + 18


def test_a_persian_claim_begins_at_the_right(stage: Stage) -> None:
    stage.panel.show_claim(view(text="سه مأمور پلیس در میان جان‌باختگان بودند."))
    card = card_of(stage)
    picture = card.grab().toImage()
    ink = LIGHT.ink(Standing.UNTAGGED)
    middle = picture.height() // 2
    assert picture.pixelColor(picture.width() - 2, middle) == ink
    assert picture.pixelColor(1, middle) != ink
    text = text_of(stage)
    text.moveCursor(text.textCursor().MoveOperation.Start)
    assert text.cursorRect().left() > text.width() / 2


@pytest.mark.parametrize("row", TAGS, ids=lambda row: row.word)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_chosen_tag_is_filled_with_its_colour_and_its_words_in_text_colour(
    stage: Stage, row: StandingRow, theme: Theme
) -> None:
    stage.panel.set_theme(theme)
    stage.panel.show_claim(view(tag=Tag(row.word)))
    picture = button(stage.panel, row.label).grab().toImage()
    assert picture.pixelColor(8, picture.height() // 2) == theme.fill(row.standing)
    assert picture.pixelColor(0, picture.height() // 2) == theme.ink(row.standing)
    colours = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(8, 28)
    }
    assert theme.name("text").lower() in colours


def test_what_was_held_before_a_cut_can_be_taken_over(stage: Stage) -> None:
    wanted: list[Span] = []
    stage.panel.take_over_wanted.connect(wanted.append)
    before = (Before(Span(3, 30), "disputed, with a note"), Before(Span(40, 50), "verified"))
    stage.panel.show_claim(view(before=before))
    assert "Before the cut" in said(stage.panel)
    QTest.mouseClick(button(stage.panel, "Take over: verified"), Qt.MouseButton.LeftButton)
    assert wanted == [Span(40, 50)]
    stage.panel.show_claim(view(6))
    assert "Before the cut" not in said(stage.panel)


def test_history_shows_the_newest_and_the_rest_when_asked(stage: Stage) -> None:
    history = tuple(HistoryLine("today 10:42", "you", f"edit {n}") for n in range(7))
    stage.panel.show_claim(view(history=history))
    assert [w for w in said(stage.panel) if "edit" in w] == [f"you: edit {n}" for n in range(3)]
    QTest.mouseClick(button(stage.panel, "Show all 7 edits"), Qt.MouseButton.LeftButton)
    assert len([w for w in said(stage.panel) if "edit" in w]) == 7
    stage.panel.show_claim(view(6, history=history))
    assert len([w for w in said(stage.panel) if "edit" in w]) == 3, "another claim begins folded"


def test_history_shows_markup_as_it_is_written() -> None:
    line = HistoryLine("today", "<b>you</b>", "wrote “<img src=x>” → disputed, claim 5")
    shown = in_colours(line, LIGHT)
    assert "<img" not in shown
    assert "&lt;b&gt;you" in shown
    assert '<b style="color:#9a3112">disputed</b>, claim 5' in shown


def test_no_history_is_one_quiet_line(stage: Stage) -> None:
    stage.panel.show_claim(view())
    assert "No history yet." in said(stage.panel)
    captions = [c for c in stage.panel.findChildren(Caption) if c.text() == "History"]
    assert not captions[0].isVisible()


@pytest.mark.parametrize("audience", list(Audience))
def test_who_may_read_a_note_stands_beside_it(stage: Stage, audience: Audience) -> None:
    stage.panel.show_claim(view(note="seen", audience=audience))
    word = stage.panel.findChild(AudienceWord)
    assert word is not None
    assert word.text() == audience.value


def test_the_word_asks_for_the_next_audience_and_never_goes_to_oneself_by_the_public(
    stage: Stage,
) -> None:
    asked: list[tuple[object, str]] = []
    stage.panel.note_audience_wanted.connect(lambda who, text, _claim: asked.append((who, text)))
    stage.panel.show_claim(view(note="seen"))
    word = stage.panel.findChild(AudienceWord)
    assert word is not None
    QTest.mouseClick(word, Qt.MouseButton.LeftButton)
    assert asked == [(Audience.ME, "seen")]
    assert word.text() == "desk", "what is shown is what is saved"
    word.setFocus()
    QTest.keyClick(word, Qt.Key.Key_Left)
    assert asked[1:] == [(Audience.PUBLIC, "seen")]


@pytest.mark.parametrize("size", [(320, 330), (372, 700), (420, 900)])
def test_nothing_is_wider_than_the_panel(stage: Stage, size: tuple[int, int]) -> None:
    stage.panel.setFixedSize(*size)
    stage.panel.show_claim(view(note="a note", history=(HistoryLine("t", "you", "x" * 9),)))
    QApplication.processEvents()
    for control in stage.panel.findChildren(QAbstractButton):
        if control.isVisible():
            right = control.mapTo(stage.panel, QPoint(control.width(), 0)).x()
            assert right <= size[0], control.accessibleName()
            assert control.width() >= control.minimumSizeHint().width()
