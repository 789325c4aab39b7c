"""Undo and redo: by article, by person, across restarts and processes."""

import pytest

from annotator.desk import importing, layout, naming, notes, tagging, undoing
from annotator.desk.desk import Desk
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag
from annotator.store import history

OTHER = "Port strike enters third week\n\nThe strike began on Monday. Nobody has gone back.\n"


def tag(desk, number, tag=Tag.VERIFIED):
    page = desk.held
    claim = page.id_at(page.index_of_number(number))
    tagging.tag(desk.library, desk.article, [claim], tag)


def step(found: undoing.Step | None) -> undoing.Step:
    assert found is not None
    return found


def standings(desk, *numbers):
    return [desk.held.standing(desk.held.index_of_number(number)) for number in numbers]


def test_undo_and_redo_run_back_and_forth(desk):
    for number in (1, 2, 3):
        tag(desk, number)
    for _ in range(3):
        undoing.undo(desk.library, desk.article)
    assert standings(desk, 1, 2, 3) == [Standing.UNTAGGED] * 3
    for _ in range(3):
        undoing.redo(desk.library, desk.article)
    assert standings(desk, 1, 2, 3) == [Standing.VERIFIED] * 3
    with pytest.raises(AnnotatorError, match="nothing to redo"):
        undoing.redo(desk.library, desk.article)


def test_something_new_ends_the_redo(desk):
    tag(desk, 1)
    undoing.undo(desk.library, desk.article)
    tag(desk, 2)
    assert undoing.next_redo(desk.library, desk.article) is None
    undoing.undo(desk.library, desk.article)
    assert undoing.redo(desk.library, desk.article).words == "verified, claim 2"


def test_undo_is_named_as_the_menu_shows_it(desk):
    tag(desk, 5, Tag.DISPUTED)
    assert step(undoing.next_undo(desk.library, desk.article)).words == "disputed, claim 5"
    claims = [desk.held.id_at(index) for index in range(1, 10)]
    tagging.tag(desk.library, desk.article, claims, Tag.VERIFIED)
    assert step(undoing.next_undo(desk.library, desk.article)).words == "verified, 9 claims"


def test_undo_works_after_a_restart(desk, opened):
    tag(desk, 5)
    article = desk.article
    desk.library.close()
    again = Desk(opened())
    again.open(article)
    undoing.undo(again.library, article)
    assert standings(again, 5) == [Standing.UNTAGGED]


def test_undo_takes_what_another_process_of_mine_did(desk, opened):
    tag(desk, 1)
    elsewhere = Desk(opened())
    elsewhere.open(desk.article)
    tag(elsewhere, 2)
    desk.library.poll()
    undoing.undo(desk.library, desk.article)
    assert standings(desk, 1, 2) == [Standing.VERIFIED, Standing.UNTAGGED]


def test_a_colleagues_edit_is_not_mine_to_take_back(desk, opened):
    tag(desk, 1)
    ben = Desk(opened("Ben"))
    ben.open(desk.article)
    tag(ben, 2)
    desk.library.poll()
    undoing.undo(desk.library, desk.article)
    assert standings(desk, 1) == [Standing.UNTAGGED]
    ben.library.poll()
    assert standings(ben, 2) == [Standing.VERIFIED]
    with pytest.raises(AnnotatorError, match="nothing to undo"):
        undoing.undo(desk.library, desk.article)


def test_undo_keeps_to_the_article_in_hand(desk):
    tag(desk, 1)
    second = importing.save(desk.library, importing.prepare_pasted(OTHER))
    assert undoing.next_undo(desk.library, second.article) is None
    first = desk.article
    desk.open(second.article)
    tag(desk, 1, Tag.DISPUTED)
    assert step(undoing.next_undo(desk.library, None)).article == second.article
    assert undoing.undo(desk.library, first).words == "verified, claim 1"
    assert standings(desk, 1) == [Standing.DISPUTED]
    assert step(undoing.next_redo(desk.library, None)).article == first


def test_the_import_is_not_on_it(desk):
    assert undoing.next_undo(desk.library, desk.article) is None


def test_cuts_and_notes_are_taken_back_too(desk):
    page = desk.held
    index = page.index_of_number(1)
    layout.split(desk.library, page, index, page.starts[index] + 12)
    assert len(desk.held) == len(page) + 1
    notes.write_note(desk.library, desk.article, desk.held.id_at(2), "second half")
    assert undoing.undo(desk.library, desk.article).words == "note, claim 2"
    undoing.undo(desk.library, desk.article)
    assert list(desk.held.starts) == list(page.starts)
    undoing.redo(desk.library, desk.article)
    undoing.redo(desk.library, desk.article)
    assert desk.held.claim(2).has_note


def test_a_retired_claim_is_called_by_its_words(desk):
    tag(desk, 1)
    page = desk.held
    index = page.index_of_number(1)
    layout.split(desk.library, page, index, page.starts[index] + 12)
    rows = history.history(desk.library.store, desk.article)
    tagged = next(row for row in rows if row.kind == "SetTag")
    words = naming.claims_in_words(desk.library, desk.article, tagged.spans)
    assert words == "“Wagswoofs – Two explosions on Wednesday…”"
