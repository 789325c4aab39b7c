"""Who says it: suggested, typed, selected in the page; several of them, and taken away again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.desk import attributing, evidencing, opening
from annotator.desk.attributing import AttributionGiven
from annotator.desk.evidencing import Given, Serving
from annotator.domain.attribution import Mode, Quoted, SourceKind
from annotator.domain.evidence import Stance
from annotator.domain.tags import Standing
from recordscreen import attributions, claim, go, held, on_page, panel, shown, snapshot
from screens import Screen, open_screen, shut
from shown import button, said

LEFT = Qt.MouseButton.LeftButton
DRAFTS = "SELECT field FROM drafts"


def attributed(screen: Screen, number: int, source: str) -> None:
    given = AttributionGiven(source=Quoted(source))
    attributing.attribute(screen.session.library, snapshot(screen), claim(screen, number), given)


def field(screen: Screen) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_what_is_suggested_wears_a_pill_and_is_not_stored(screen: Screen) -> None:
    go(screen, 18)
    part = panel(screen).attribution
    assert "the Fars news agency" in said(part)
    pills = [one for one in part.findChildren(QWidget) if one.accessibleName() == "suggested"]
    assert len([one for one in pills if one.isVisible()]) == 2
    assert attributions(screen, 18) == ()
    screen.press("A", "Escape")
    assert attributions(screen, 18) == ()


def test_a_enter_keeps_what_is_suggested(screen: Screen) -> None:
    go(screen, 18)
    screen.press("A", "Enter")
    [one] = attributions(screen, 18)
    assert one.source.text == "the Fars news agency"
    assert one.kind is SourceKind.ORGANISATION
    assert one.mode is Mode.INDIRECT
    assert not held(screen, 18).confirmed
    assert on_page(screen)
    screen.press("Ctrl+Z")
    assert attributions(screen, 18) == ()
    assert screen.said == "Undone: attributed to the Fars news agency, claim 18."


def test_q_keeps_it_and_says_that_it_was_checked_in_one_edit(screen: Screen) -> None:
    go(screen, 18)
    screen.press("Q")
    assert screen.number == 19
    assert screen.standing(18) is Standing.ON_SOURCE
    assert [one.source.text for one in attributions(screen, 18)] == ["the Fars news agency"]
    screen.press("Ctrl+Z")
    assert attributions(screen, 18) == ()
    assert screen.standing(18) is Standing.UNTAGGED


def test_q_again_takes_the_confirmation_back_and_leaves_the_attribution(screen: Screen) -> None:
    go(screen, 18)
    screen.press("Q")
    go(screen, 18)
    screen.press("Q")
    assert not held(screen, 18).confirmed
    assert len(attributions(screen, 18)) == 1


def test_q_on_several_claims_keeps_nothing_that_is_suggested(screen: Screen) -> None:
    go(screen, 18)
    screen.press("Shift+J", "Q")
    assert [screen.standing(n) for n in (18, 19)] == [Standing.ON_SOURCE] * 2
    assert attributions(screen, 18) == ()


def test_the_fields_are_typed_one_after_the_other(screen: Screen) -> None:
    go(screen, 3)
    screen.press("A")
    screen.write("the ministry")
    screen.press("Tab")
    screen.write("according to")
    screen.press("Tab", "Tab")
    screen.press("2", "Tab", "Tab", "Tab", "Tab")
    screen.press("3", "Tab", "Tab", "Tab")
    screen.write("IRNA; state TV")
    screen.press("Tab")
    screen.write("2")
    screen.press("Enter")
    [one] = attributions(screen, 3)
    assert one.source.text == "the ministry"
    assert one.cue.text == "according to"
    assert (one.kind, one.mode) == (SourceKind.ORGANISATION, Mode.MIXED)
    assert one.via == ("IRNA", "state TV")
    assert one.named_in == claim(screen, 2)
    assert on_page(screen)


def test_typed_words_that_stand_in_the_claim_are_found_there(screen: Screen) -> None:
    go(screen, 5)
    screen.press("A")
    panel(screen).attribution.editor.source.field.selectAll()
    screen.write("the report")
    screen.press("Enter")
    [one] = attributions(screen, 5)
    assert one.source.span is not None
    assert snapshot(screen).article.text[slice(*one.source.span)] == "the report"


def test_the_words_selected_in_the_page_are_the_source(screen: Screen) -> None:
    go(screen, 3)
    screen.press("Right", "Shift+Right", "A")
    editor = panel(screen).attribution.editor
    assert editor.source.field.text() == "devastating"
    screen.press("Enter")
    [one] = attributions(screen, 3)
    assert one.source.text == "devastating"
    assert one.source.span is not None
    assert screen.window.room.page.selection is None


def test_words_are_selected_in_the_page_for_any_field(screen: Screen) -> None:
    go(screen, 3)
    screen.press("A")
    screen.write("somebody")
    screen.press("Tab", "Ctrl+Enter")
    assert on_page(screen)
    screen.press("Right", "Shift+Right", "Enter")
    editor = panel(screen).attribution.editor
    assert editor.cue.field.text() == "devastating"
    assert editor.content.field.hasFocus(), "the next field comes by itself"
    screen.press("Ctrl+Enter", "Right", "Right", "Shift+Right", "A", "Enter")
    [one] = attributions(screen, 3)
    assert (one.cue.text, one.content.text) == ("devastating", "incident")


def test_escape_gives_the_selection_up_and_goes_back_to_the_field(screen: Screen) -> None:
    go(screen, 3)
    screen.press("A")
    screen.write("somebody")
    screen.press("Ctrl+Enter", "Right", "Shift+Right", "Escape")
    editor = panel(screen).attribution.editor
    assert editor.source.field.hasFocus()
    assert editor.source.field.text() == "somebody"
    screen.press("Escape")
    assert [one.source.text for one in attributions(screen, 3)] == ["somebody"]


def test_enter_without_a_selection_says_how(screen: Screen) -> None:
    go(screen, 3)
    screen.press("A", "Ctrl+Enter", "Enter")
    assert screen.said.startswith("Select the words first")


def test_a_selection_with_the_mouse_keeps_the_fields_open(screen: Screen) -> None:
    go(screen, 3)
    screen.press("A")
    screen.write("somebody")
    QTest.mouseClick(button(panel(screen).attribution, "Select the cue in the page"), LEFT)
    assert panel(screen).attribution.editor.isVisible()
    assert panel(screen).attribution.picking
    screen.press("J")
    screen.settle()
    assert not panel(screen).attribution.picking
    assert [one.source.text for one in attributions(screen, 3)] == ["somebody"]


def test_a_claim_that_names_the_source_must_be_another_one(screen: Screen) -> None:
    go(screen, 5)
    screen.press("A")
    editor = panel(screen).attribution.editor
    editor.named_in.setFocus()
    for wrong, says in (("5", "That is this claim"), ("99", "There is no claim 99 here")):
        editor.named_in.selectAll()
        screen.write(wrong)
        assert editor.named_in.wrong.startswith(says)
    editor.named_in.selectAll()
    screen.write("4")
    assert editor.named_in.wrong == ""


def test_the_one_that_another_claim_names_is_called_so(screen: Screen) -> None:
    attributed(screen, 4, "ISNA")
    go(screen, 5)
    screen.press("A", "Enter")
    view = shown(screen).record.attributions[0]
    assert view.said == "ISNA, “the report”"
    QTest.mouseClick(button(panel(screen).attribution, "go to claim 4"), LEFT)
    assert screen.number == 4


def test_the_sources_of_the_library_are_offered_while_one_types(screen: Screen) -> None:
    attributed(screen, 4, "ISNA")
    attributed(screen, 3, "Ebrahim Raisi")
    go(screen, 17)
    screen.press("A")
    screen.write("rai")
    assert button(panel(screen).attribution, "Said by Ebrahim Raisi").isVisible()
    screen.press("Down", "Enter", "Enter")
    assert [one.source.text for one in attributions(screen, 17)] == ["Ebrahim Raisi"]


def test_a_claim_may_have_several_and_lose_one(screen: Screen) -> None:
    attributed(screen, 9, "Iran")
    go(screen, 9)
    screen.press("A")
    QTest.mouseClick(button(panel(screen).attribution, "Attribute it to another source too"), LEFT)
    screen.write("a senior member of parliament")
    screen.press("Enter")
    assert [one.source.text for one in attributions(screen, 9)] == [
        "Iran",
        "a senior member of parliament",
    ]
    screen.press("A")
    QTest.mouseClick(button(panel(screen).attribution, "Remove this attribution"), LEFT)
    assert [one.source.text for one in attributions(screen, 9)] == ["a senior member of parliament"]
    assert on_page(screen)
    screen.press("Ctrl+Z")
    assert len(attributions(screen, 9)) == 2
    assert screen.said == "Undone: no longer attributed to Iran, claim 9."


def test_a_again_words_the_same_one_otherwise(screen: Screen) -> None:
    attributed(screen, 9, "Iran")
    go(screen, 9)
    screen.press("A")
    screen.write("ian officials")
    screen.press("Escape")
    [one] = attributions(screen, 9)
    assert one.source.text == "Iranian officials"


def test_confirmed_shows_where_the_source_said_so(screen: Screen) -> None:
    go(screen, 4)
    attributed(screen, 4, "ISNA")
    screen.press("Q")
    go(screen, 4)
    assert "that it said so" in said(panel(screen).attribution)
    given = Given(url="https://example.org/isna", publisher="ISNA", accessed="2024-01-04")
    serving = Serving(Stance.SUPPORTS, quote="the first of two blasts")
    article = snapshot(screen).article.id
    evidencing.add(screen.session.library, article, [claim(screen, 4)], given, serving)
    assert "example.org/isna" in said(panel(screen).attribution)
    assert button(panel(screen).attribution, "accessed 4 Jan 2024").isVisible()


def test_what_is_typed_is_a_draft_and_after_a_crash_an_attribution(
    qtbot: QtBot, screen: Screen
) -> None:
    go(screen, 3)
    screen.press("A")
    screen.write("somebody")
    qtbot.waitUntil(lambda: screen.saved(DRAFTS) == [("attribution",)], timeout=1500)
    beside = opening.open_for(screen.session.library.path, None, create=False)
    second = open_screen(qtbot, beside)
    assert [one.source.text for one in attributions(second, 3)] == ["somebody"]
    assert second.saved(DRAFTS) == []
    shut(second)


def test_without_a_source_what_was_typed_waits_for_one(screen: Screen) -> None:
    go(screen, 3)
    screen.press("A", "Tab")
    screen.write("reportedly")
    screen.press("Escape")
    assert attributions(screen, 3) == ()
    screen.press("J", "K", "A")
    assert panel(screen).attribution.editor.cue.field.text() == "reportedly"
    screen.write("somebody")
    screen.press("Enter")
    [one] = attributions(screen, 3)
    assert (one.source.text, one.cue.text) == ("somebody", "reportedly")


def test_going_on_with_the_mouse_keeps_it_for_its_own_claim(screen: Screen) -> None:
    go(screen, 3)
    screen.press("A")
    screen.write("somebody")
    go(screen, 9)
    assert [one.source.text for one in attributions(screen, 3)] == ["somebody"]
    assert not panel(screen).attribution.editor.isVisible()
    assert on_page(screen)


def test_what_has_everything_saved_closes_the_fields_and_makes_one_attribution(
    screen: Screen,
) -> None:
    go(screen, 3)
    screen.press("A")
    screen.write("somebody")
    panel(screen).commit()
    assert [one.source.text for one in attributions(screen, 3)] == ["somebody"]
    assert not panel(screen).attribution.editor.isVisible()
    panel(screen).commit()
    assert len(attributions(screen, 3)) == 1
