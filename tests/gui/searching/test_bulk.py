"""Something is done to all claims found, or to all that the page shows: one edit, one undo."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.desk import passes
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edits.articles import SetArticle
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing
from annotator.store import reading
from annotator.ui.acts import searching
from annotator.ui.search import viewing
from screens import Screen
from searchscreen import box, choose, edits, heads, is_open, lines, look_for, on_page, says, texts

FLAGS = "SELECT count(*) FROM assessments WHERE flag <> ''"


def ask_all(screen: Screen, typed: str) -> None:
    look_for(screen, typed)
    choose(screen, "Tag, flag or export all")


def tagged(library: OpenLibrary, article: ArticleId) -> list[Standing]:
    shown = reading.snapshot(library.store, article, library.me)
    return [shown.standing(index) for index in range(len(shown))]


def test_it_is_asked_what_is_to_be_done(screen: Screen) -> None:
    ask_all(screen, "kerman")
    assert heads(screen) == ["5 claims found in 2 articles | one edit, one undo"]
    assert texts(screen) == [
        "Verified",
        "Disputed",
        "Unattributed",
        "Flag: ask",
        "Flag: ring",
        "Flag: reply wanted",
        "Flag: lawyer",
        "Take their flags away",
        "Export as a spreadsheet…",
    ]
    screen.press("Escape")
    assert len(heads(screen)) == 5
    assert is_open(screen)


def test_all_found_are_tagged_in_one_edit_and_undone_as_a_whole(
    screen: Screen, library: OpenLibrary, port: ArticleId
) -> None:
    before = edits(screen)
    ask_all(screen, "kerman")
    choose(screen, "Disputed")
    assert edits(screen) == before + 1
    assert screen.said == "5 claims tagged disputed, in one edit."
    assert on_page(screen)
    assert [screen.standing(number) for number in (4, 12, 19, 43)] == [Standing.DISPUTED] * 4
    assert tagged(library, port)[1] is Standing.DISPUTED
    screen.press("Ctrl+Z")
    assert screen.standing(4) is Standing.UNTAGGED
    assert tagged(library, port)[1] is Standing.UNTAGGED
    screen.press("Ctrl+Y")
    assert screen.standing(43) is Standing.DISPUTED
    assert tagged(library, port)[1] is Standing.DISPUTED


def test_what_is_so_already_is_said(screen: Screen) -> None:
    ask_all(screen, "kerman")
    choose(screen, "Disputed")
    before = edits(screen)
    ask_all(screen, "")
    choose(screen, "Disputed")
    assert edits(screen) == before
    assert screen.said == "5 claims: it was so already."


def test_all_found_are_flagged_and_no_longer(screen: Screen) -> None:
    before = edits(screen)
    ask_all(screen, "kerman")
    choose(screen, "Flag: ring")
    assert screen.saved(FLAGS) == [(5,)]
    assert screen.said == "5 claims flagged, in one edit."
    ask_all(screen, "")
    choose(screen, "Take their flags away")
    assert edits(screen) == before + 2
    assert screen.saved(FLAGS) == [(0,)]
    screen.press("Ctrl+Z")
    assert screen.saved(FLAGS) == [(5,)]


def test_only_what_the_filters_let_through(screen: Screen) -> None:
    screen.press("J", "J", "J", "J", "V")
    look_for(screen, "kerman")
    screen.press("Alt+V")
    choose(screen, "Tag, flag or export all")
    assert heads(screen) == ["1 claim found | one edit, one undo"]
    choose(screen, "Unattributed")
    assert screen.standing(4) is Standing.UNATTRIBUTED
    assert screen.standing(12) is Standing.UNTAGGED


def test_what_was_counted_is_what_is_tagged_whatever_is_typed_meanwhile(screen: Screen) -> None:
    ask_all(screen, "kerman")
    line = next(line for line in lines(screen) if line.text == "Disputed")
    box(screen).field.setText("soleimani")
    screen.window.room.search.chosen.emit(line.target)
    assert screen.standing(4) is Standing.DISPUTED
    assert screen.standing(0) is Standing.UNTAGGED


def test_all_found_are_written_into_a_spreadsheet(screen: Screen, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    ask_all(screen, "kerman")
    choose(screen, "Export as a spreadsheet")
    screen.qtbot.waitUntil(lambda: bool(screen.window.findChildren(QFileDialog)))
    (dialog,) = screen.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.close()
    QApplication.processEvents()
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    assert all("kerman" in row["text"].lower() for row in rows)
    assert screen.said == "Wrote claims.csv."


def test_in_a_settled_article_nothing_is_tagged_and_it_is_said(
    screen: Screen, library: OpenLibrary, port: ArticleId
) -> None:
    passes.settle_article(library, port)
    screen.session.poll()
    before = edits(screen)
    ask_all(screen, "kerman")
    choose(screen, "Disputed")
    assert edits(screen) == before
    assert "settled" in screen.refused
    assert screen.standing(4) is Standing.UNTAGGED


def test_ctrl_a_chooses_every_claim_and_a_tag_goes_to_all(screen: Screen) -> None:
    before = edits(screen)
    screen.press("Ctrl+A")
    assert screen.said == "49 claims are chosen: a tag, a flag or evidence goes to all of them."
    screen.press("V")
    assert edits(screen) == before + 1
    assert {screen.standing(number) for number in range(49)} == {Standing.VERIFIED}
    screen.press("Ctrl+Z")
    assert {screen.standing(number) for number in range(49)} == {Standing.UNTAGGED}


def test_ctrl_a_chooses_only_what_the_page_shows(screen: Screen) -> None:
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter", "Ctrl+A", "D")
    assert [screen.standing(number) for number in (4, 12, 19, 43)] == [Standing.DISPUTED] * 4
    assert screen.standing(5) is Standing.UNTAGGED


def test_a_flag_goes_to_all_that_are_chosen_in_one_edit(screen: Screen) -> None:
    before = edits(screen)
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter", "Ctrl+A", "F", "2")
    screen.write("ring them")
    screen.press("Enter")
    assert screen.saved(FLAGS) == [(4,)]
    assert edits(screen) == before + 1


def test_evidence_goes_to_all_that_are_chosen_in_one_edit(screen: Screen) -> None:
    before = edits(screen)
    look_for(screen, "kerman")
    screen.press("Ctrl+Enter", "Ctrl+A", "E")
    screen.write("https://example.org/kerman + B2")
    screen.press("Enter")
    assert edits(screen) == before + 1
    links = screen.saved("SELECT count(*) FROM links WHERE stance = 'supports'")
    assert links == [(4,)]


def test_in_a_text_field_ctrl_a_chooses_its_text(screen: Screen) -> None:
    screen.press("J", "N")
    screen.write("one two")
    screen.press("Ctrl+A")
    screen.write("x")
    screen.press("Escape")
    assert screen.saved("SELECT note FROM assessments WHERE note = 'x'") == [("x",)]


def test_one_claim_alone_is_no_choice_of_many(screen: Screen) -> None:
    look_for(screen, '"tomb of gen"')
    screen.press("Ctrl+Enter", "Ctrl+A", "V")
    assert screen.standing(4) is Standing.VERIFIED
    assert screen.standing(5) is Standing.UNTAGGED


def test_too_many_for_one_edit_can_only_be_exported(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewing, "MOST_AT_ONCE", 4)
    ask_all(screen, "kerman")
    assert heads(screen) == ["More than 4 claims found | too many for one edit"]
    assert texts(screen) == ["Export as a spreadsheet…"]


def test_a_library_that_cannot_be_read_beside_is_said(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise AnnotatorError("The disk is gone.")

    monkeypatch.setattr(searching, "found_csv", refuse)
    ask_all(screen, "kerman")
    choose(screen, "Export as a spreadsheet")
    screen.qtbot.waitUntil(lambda: screen.refused == "The disk is gone.")
    assert screen.window.findChild(QFileDialog) is None


def test_an_article_found_by_its_publisher_alone_has_no_claim_to_tag(
    screen: Screen, library: OpenLibrary, port: ArticleId
) -> None:
    library.perform(SetArticle(port, {"publisher": "Zanzibar Gazette"}))
    ask_all(screen, "zanzibar")
    assert says(screen) == ["No claim was found, only titles of articles."]
