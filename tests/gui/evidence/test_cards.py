"""Cards and the form of one: everything by keys, and each field is one edit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.desk import evidencing, opening
from annotator.domain.evidence import Stance
from annotator.ui.claim.lower import Lower
from annotator.ui.evidence.audience import AudienceWord
from annotator.ui.evidence.card import HIGH, EvidenceCard
from annotator.ui.evidence.shut import ShutIn
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.pill import Pill
from evidencescreen import cards, enter, focused, form, section, take
from screens import Screen, open_screen, shut

EDITS = "SELECT kind FROM edits ORDER BY at"


def edits(screen: Screen) -> list[str]:
    return [kind for (kind,) in screen.saved(EDITS)]


def row(screen: Screen, field: str) -> QTextEdit:
    """The field of this name in the form that is open."""
    parts = form(screen)
    rows = parts.link.rows | parts.words.rows
    return rows[field].field


def wrong(screen: Screen, field: str) -> str:
    parts = form(screen)
    return (parts.link.rows | parts.words.rows)[field].wrong


def button(screen: Screen, name: str) -> KeyButton:
    found = [one for one in section(screen).findChildren(KeyButton) if one.isVisible()]
    return next(one for one in found if one.accessibleName() == name)


def test_a_card_is_as_high_as_drawn_and_says_what_it_is(screen: Screen) -> None:
    enter(screen, "Survey map", stance=Stance.CONTRADICTS, url="https://www.example.org/map/")
    take(screen)
    (card,) = cards(screen)
    assert card.height() == HIGH
    name = card.accessibleName()
    assert name.startswith("Contradicts: Survey map, example.org/map, accessed ")


def test_up_from_the_entry_comes_to_the_last_card_and_down_goes_back(screen: Screen) -> None:
    enter(screen, "One")
    enter(screen, "Two")
    take(screen)
    screen.press("E", "Up")
    assert focused() is cards(screen)[1]
    screen.press("Up")
    assert focused() is cards(screen)[0]
    screen.press("Up")
    assert focused() is cards(screen)[0]
    screen.press("Down", "Down")
    assert section(screen).quick.field.hasFocus()


@pytest.mark.parametrize(
    ("key", "stance"), [("+", "supports"), ("-", "contradicts"), ("~", "context")]
)
def test_a_sign_on_a_card_says_how_it_serves_the_claim(
    screen: Screen, key: str, stance: str
) -> None:
    other = Stance.CONTEXT if key != "~" else Stance.SUPPORTS
    enter(screen, "Survey map", stance=other, quote="kept words")
    take(screen)
    screen.press("E", "Up")
    QTest.keyClicks(focused(), key)
    assert screen.saved("SELECT stance, quote FROM links") == [(stance, "kept words")]
    screen.settle()
    assert focused() is cards(screen)[0], "the keys stay on the card"


def test_tag_keys_work_while_a_card_has_the_keys(screen: Screen) -> None:
    enter(screen, "Survey map")
    take(screen)
    screen.press("E", "Up", "Shift+V")
    assert screen.standing(5).name == "VERIFIED"


def test_delete_takes_it_off_this_claim_and_undo_brings_it_back(screen: Screen) -> None:
    enter(screen, "Survey map")
    take(screen)
    screen.press("E", "Up")
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    screen.settle()
    assert cards(screen) == []
    assert "stays in the library" in screen.said
    assert screen.saved("SELECT count(*) FROM items WHERE there = 1") == [(1,)]
    screen.window.room.page.setFocus()
    screen.press("Ctrl+Z")
    screen.settle()
    assert len(cards(screen)) == 1


def test_enter_opens_the_form_in_the_place_of_the_card(screen: Screen) -> None:
    enter(screen, "One")
    enter(screen, "Two")
    take(screen)
    screen.press("E", "Up", "Up", "Enter")
    assert form(screen).piece.linked.name == "One"
    assert [card.piece.linked.name for card in cards(screen)] == ["Two"]
    assert row(screen, "quote").hasFocus()


def opened(screen: Screen, title: str = "Survey map") -> None:
    enter(screen, title, url="https://example.org/map")
    take(screen)
    screen.press("E", "Up", "Enter")


def test_a_field_is_saved_when_it_is_left_and_is_one_edit(screen: Screen) -> None:
    opened(screen)
    before = len(edits(screen))
    screen.write("396 m from the tomb")
    assert len(edits(screen)) == before
    screen.press("Tab")
    assert screen.saved("SELECT quote FROM links") == [("396 m from the tomb",)]
    assert edits(screen)[before:] == ["LinkEvidence"]
    screen.press("Tab")
    assert len(edits(screen)) == before + 1, "what was not changed is not written"


def test_enter_goes_from_field_to_field(screen: Screen) -> None:
    opened(screen)
    screen.write("words")
    screen.press("Enter")
    screen.write("p. 4")
    screen.press("Enter")
    assert screen.saved("SELECT quote, locator FROM links") == [("words", "p. 4")]


@pytest.mark.parametrize(
    ("field", "text", "column"),
    [
        ("title", "A map", "title"),
        ("archive", "https://example.org/kept", "archive"),
        ("publisher", "The town", "publisher"),
        ("published", "2023-05", "published"),
        ("medium", "map", "medium"),
        ("language", "fa", "language"),
        ("note", "Seen twice", "note"),
    ],
)
def test_each_field_of_an_item_is_saved(screen: Screen, field: str, text: str, column: str) -> None:
    opened(screen)
    target = row(screen, field)
    target.setFocus()
    target.selectAll()
    screen.write(text)
    screen.press("Escape")
    assert screen.saved(f"SELECT {column} FROM items") == [(text,)]


def test_what_is_wrong_stands_under_the_field_while_one_types_and_is_not_saved(
    qtbot: QtBot, screen: Screen
) -> None:
    opened(screen)
    before = len(edits(screen))
    field = row(screen, "published")
    field.setFocus()
    screen.write("2023-02-3")
    assert wrong(screen, "published") == ""
    screen.write("0")
    assert "no 30 February" in wrong(screen, "published")
    screen.press("Tab")
    assert field.toPlainText() == "2023-02-30", "nothing that was typed is lost"
    assert len(edits(screen)) == before
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    screen.write("28")
    assert wrong(screen, "published") == ""
    screen.press("Tab")
    assert screen.saved("SELECT published FROM items") == [("2023-02-28",)]


def test_a_day_is_written_out_when_it_is_saved(screen: Screen) -> None:
    opened(screen)
    before = len(edits(screen))
    field = row(screen, "published")
    field.setFocus()
    screen.write("2023-2-3")
    screen.press("Tab")
    screen.settle()
    assert field.toPlainText() == "2023-02-03"
    screen.press("Escape", "E", "Up", "Enter")
    assert row(screen, "published").toPlainText() == "2023-02-03"
    assert len(edits(screen)) == before + 1


def test_wrong_words_come_back_when_the_form_is_opened_again(screen: Screen) -> None:
    opened(screen)
    row(screen, "url").setFocus()
    screen.write(" with blanks")
    screen.press("Escape")
    assert screen.saved("SELECT url FROM items") == [("https://example.org/map",)]
    screen.press("E", "Up", "Enter")
    assert row(screen, "url").toPlainText() == "https://example.org/map with blanks"
    assert "no space" in wrong(screen, "url")


def test_escape_closes_the_form_saves_and_gives_the_keys_to_the_page(screen: Screen) -> None:
    opened(screen)
    screen.write("396 m")
    screen.press("Escape")
    assert screen.window.room.page.hasFocus()
    assert section(screen).pieces.form is None
    assert screen.saved("SELECT quote FROM links") == [("396 m",)]


def test_another_claim_closes_the_form_and_what_was_typed_goes_to_its_own_claim(
    screen: Screen,
) -> None:
    opened(screen)
    screen.write("of five")
    screen.window.room.hand.go(screen.window.room.desk.held.index_of_number(9))
    screen.settle()
    claim = screen.window.room.desk.held.index_of_number(5)
    assert claim is not None
    key = screen.window.room.desk.held.id_at(claim)
    assert screen.saved("SELECT claim, quote FROM links") == [(key, "of five")]
    assert section(screen).pieces.form is None


def test_what_is_typed_in_a_form_survives_a_crash(qtbot: QtBot, screen: Screen) -> None:
    opened(screen)
    screen.write("396 m from the tomb")
    qtbot.waitUntil(lambda: screen.saved("SELECT text FROM drafts") != [], timeout=1500)
    beside = opening.open_for(screen.session.library.path, None, create=False)
    second = open_screen(qtbot, beside)
    assert second.saved("SELECT quote FROM links") == [("396 m from the tomb",)]
    assert second.saved("SELECT text FROM drafts") == []
    shut(second)


def test_grades_and_kind_are_pills_that_take_their_letter_and_are_taken_back(
    screen: Screen,
) -> None:
    opened(screen)
    form(screen).words.grades.choices.take_keys()
    QTest.keyClick(focused(), Qt.Key.Key_B)
    form(screen).link.grades.choices.take_keys()
    QTest.keyClick(focused(), Qt.Key.Key_2)
    form(screen).words.hands.choices.take_keys()
    QTest.keyClick(focused(), Qt.Key.Key_1)
    saved = "SELECT reliability, first_hand, credibility FROM items, links"
    assert screen.saved(saved) == [("B", 1, "2")]
    screen.settle()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert screen.saved(saved) == [("B", None, "2")]


def test_the_audience_goes_from_word_to_word_and_takes_all_of_the_item_along(
    screen: Screen,
) -> None:
    opened(screen)
    words = [one for one in form(screen).findChildren(AudienceWord) if one.isVisible()]
    words[0].setFocus()
    screen.press("Enter")
    assert screen.saved("SELECT private FROM items WHERE there = 1") == [(1,)]
    screen.settle()
    assert words[0].text() == "me"
    screen.press("Enter")
    assert screen.saved("SELECT private, audience FROM items WHERE there = 1") == [(0, "public")]


def test_contacts_are_for_oneself_until_somebody_says_otherwise(screen: Screen) -> None:
    opened(screen)
    add = button(screen, "add whom you asked")
    add.click()
    screen.write("Maria K.")
    screen.press("Tab")
    screen.write("2024-01-05")
    screen.press("Tab", "Tab")
    screen.write("It was measured twice.")
    screen.press("Escape")
    held = screen.saved("SELECT contacts, private FROM items WHERE contacts <> '[]'")
    assert len(held) == 1
    assert held[0][1] == 1
    for words in ("Maria K.", "2024-01-05", "It was measured twice."):
        assert words in held[0][0]


def test_a_contact_of_whom_nothing_is_said_is_nothing(screen: Screen) -> None:
    opened(screen)
    before = len(edits(screen))
    button(screen, "add whom you asked").click()
    screen.press("Tab")
    screen.write("2024-01-05")
    screen.press("Escape")
    assert len(edits(screen)) == before


def test_the_claims_it_serves_are_a_click_away(screen: Screen) -> None:
    item = enter(screen, "Survey map")
    room = screen.window.room
    from annotator.desk import evidencing
    from annotator.desk.evidencing import Serving

    nine = room.desk.held.index_of_number(9)
    assert nine is not None
    claims = [room.desk.held.id_at(nine)]
    evidencing.use(room.library, item, room.desk.article, claims, Serving(Stance.SUPPORTS))
    take(screen)
    screen.press("E", "Up", "Enter")
    pills = [one for one in form(screen).findChildren(Pill) if one.isVisible()]
    assert [pill.text() for pill in pills] == ["claim 5", "claim 9"]
    QTest.mouseClick(pills[1], Qt.MouseButton.LeftButton)
    assert screen.number == 9


def test_remove_takes_it_from_every_claim_and_undo_brings_it_back(screen: Screen) -> None:
    opened(screen)
    button(screen, "remove").click()
    screen.settle()
    assert cards(screen) == []
    assert section(screen).pieces.form is None
    screen.window.room.page.setFocus()
    screen.press("Ctrl+Z")
    screen.settle()
    assert len(cards(screen)) == 1


def test_another_item_is_found_to_be_a_copy_of_and_let_go_again(screen: Screen) -> None:
    enter(screen, "Report of the agency")
    enter(screen, "Report, as wired")
    take(screen)
    screen.press("E", "Up", "Enter")
    button(screen, "name what it copies").click()
    screen.write("agency")
    screen.press("Enter")
    assert screen.saved("SELECT title FROM items WHERE copy_of <> ''") == [("Report, as wired",)]
    screen.settle()
    button(screen, "not a copy").click()
    assert screen.saved("SELECT title FROM items WHERE copy_of <> ''") == []


def test_what_has_the_same_address_is_joined_by_one_press(screen: Screen) -> None:
    enter(screen, "First", url="https://example.org/a")
    enter(screen, "Second", url="http://www.example.org/a/#part")
    take(screen)
    screen.press("E", "Up", "Enter")
    labels = [label.text() for label in form(screen).findChildren(QLabel) if label.isVisible()]
    assert "“First” has the same address" in labels
    button(screen, "join as copies").click()
    assert screen.saved("SELECT count(*) FROM items WHERE copy_of <> ''") == [(1,)]


@pytest.mark.parametrize("height", [900, 800, 640])
def test_the_form_is_no_higher_than_what_can_be_seen(
    qtbot: QtBot, screen: Screen, height: int
) -> None:
    opened(screen)
    screen.window.resize(1280, height)
    (lower,) = screen.window.room.panel.findChildren(Lower)
    qtbot.waitUntil(lambda: form(screen).height() <= lower.viewport().height())
    inside = form(screen).findChild(ShutIn)
    assert inside is not None
    qtbot.waitUntil(lambda: inside.verticalScrollBar().maximum() > 0 or height == 900)


def test_a_saved_change_does_not_write_over_what_is_being_typed(screen: Screen) -> None:
    opened(screen)
    screen.write("half a quo")
    screen.settle()
    form(screen).link.stances.choices.chosen.emit(Stance.SUPPORTS)
    screen.settle()
    assert row(screen, "quote").toPlainText() == "half a quo"
    assert row(screen, "quote").hasFocus()


def test_ctrl_z_in_a_field_undoes_typing_first(screen: Screen) -> None:
    opened(screen)
    screen.write("x")
    screen.press("Ctrl+Z")
    assert row(screen, "quote").toPlainText() == ""
    assert screen.saved("SELECT count(*) FROM items WHERE there = 1") == [(1,)]


@pytest.mark.parametrize("text", ["<b>bold</b> <img src=x>", "**no** [markdown](x)", "a\u202ebc"])
def test_nothing_of_it_is_read_as_markup(screen: Screen, text: str) -> None:
    enter(screen, text, quote=text)
    take(screen)
    (card,) = cards(screen)
    assert text in card.accessibleName()
    assert "<b>" not in card.toolTip().replace("<qt>", "")
    card.click()
    assert row(screen, "title").toPlainText() == text
    for label in section(screen).findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_ten_pieces_are_folded_and_unfold(screen: Screen) -> None:
    for number in range(10):
        enter(screen, f"Number {number}")
    take(screen)
    assert len(cards(screen)) == 4
    button(screen, "Show more evidence: 6 more").click()
    assert len(cards(screen)) == 10
    screen.press("Escape", "J")
    screen.settle()
    screen.press("K")
    screen.settle()
    assert len(cards(screen)) == 4, "another claim's list is folded again"


def test_down_on_the_last_folded_card_unfolds(screen: Screen) -> None:
    for number in range(8):
        enter(screen, f"Number {number}")
    take(screen)
    cards(screen)[3].setFocus()
    screen.press("Down")
    assert focused() is cards(screen)[4]


def test_a_long_list_has_few_widgets(screen: Screen) -> None:
    for number in range(300):
        enter(screen, f"Number {number}")
    take(screen)
    assert len(section(screen).findChildren(EvidenceCard)) == 4
    button(screen, "Show more evidence: 296 more").click()
    assert len(section(screen).findChildren(EvidenceCard)) == 54


def tabbed(screen: Screen, times: int) -> list[str]:
    """What Tab comes to, one after the other."""
    found = []
    for _ in range(times):
        screen.press("Tab")
        found.append(focused().accessibleName())
    return found


def test_tab_goes_from_card_to_card_and_on_to_what_follows(screen: Screen) -> None:
    for number in range(6):
        enter(screen, f"Number {number}")
    take(screen)
    cards(screen)[0].setFocus()
    names = tabbed(screen, 7)
    assert names[:3] == [f"Context: Number {number}" for number in (1, 2, 3)]
    assert names[3:5] == [
        "Show more evidence: 2 more",
        "Paste, drop or type: address − B2 “quoted words”",
    ]
    assert names[5] == "Note for the desk"
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)


def test_tab_goes_through_the_form_from_top_to_bottom_and_out(screen: Screen) -> None:
    enter(screen, "One", url="https://example.org/map")
    enter(screen, "Two")
    take(screen)
    cards(screen)[0].click()
    names = tabbed(screen, 60)
    fields = [
        "Where",
        "Title",
        "Address",
        "Archive",
        "Publisher",
        "Published",
        "Accessed",
        "Medium",
        "Language",
        "Note",
    ]
    assert [name for name in names if name in fields] == fields
    assert names.index("Note") < names.index("This evidence, who may read it: desk")
    assert names.index("Attach a file") < names.index("add whom you asked")
    assert names.index("add whom you asked") < names.index("Go to claim 5")
    assert names.index("Go to claim 5") < names.index("remove")
    assert names[names.index("close") + 1] == "Context: Two"


def test_tab_goes_through_the_fields_of_a_new_contact_and_on(screen: Screen) -> None:
    opened(screen)
    button(screen, "add whom you asked").click()
    assert tabbed(screen, 6) == [
        "When",
        "How",
        "Said",
        "What they said, who may read it: me",
        "Remove whom you asked",
        "add whom you asked",
    ]


def test_an_open_piece_is_seen_from_edge_to_edge_and_has_the_only_scroll_bar(
    qtbot: QtBot, screen: Screen
) -> None:
    enter(screen, "Survey map")
    take(screen)
    lower = screen.window.room.panel.findChild(Lower)
    assert lower is not None
    QTest.mouseClick(cards(screen)[0], Qt.MouseButton.LeftButton)
    port = lower.viewport()

    def seen() -> bool:
        top = form(screen).mapTo(port, QPoint(0, 0)).y()
        return top >= 0 and top + form(screen).height() <= port.height()

    qtbot.waitUntil(seen)
    assert lower.verticalScrollBar().property("quiet") is True
    screen.press("Escape")
    assert lower.verticalScrollBar().property("quiet") is False


def test_a_quotation_typed_for_what_is_taken_away_elsewhere_goes_into_the_entry(
    qtbot: QtBot, screen: Screen
) -> None:
    item = enter(screen, "Survey map")
    take(screen)
    QTest.mouseClick(cards(screen)[0], Qt.MouseButton.LeftButton)
    screen.write("word for word")
    beside = opening.open_for(screen.session.library.path, None, create=False)
    evidencing.remove(beside, item)
    beside.close()
    screen.session.poll()
    screen.settle()
    screen.settle()
    assert section(screen).quick.text == "“word for word”"
    drafts = [("evidence", "“word for word”")]
    qtbot.waitUntil(lambda: screen.saved("SELECT field, text FROM drafts") == drafts, timeout=2500)
