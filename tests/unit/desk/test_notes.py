"""Notes and drafts."""

import pytest

from annotator.desk import notes, typed
from annotator.desk.words import LONGEST, kept_name, kept_text
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError
from annotator.store import drafts, history, reading


def held(desk, index=5):
    library = desk.library
    return reading.assessment(library.store, library.author.id, desk.held.id_at(index))


def write(desk, text, index=5, **options):
    return notes.write_note(desk.library, desk.article, desk.held.id_at(index), text, **options)


def test_a_note_is_kept_and_an_empty_one_takes_it_away(desk):
    write(desk, "  2,000 ft from what?\r\nThe map differs.  ")
    assert held(desk).note == "2,000 ft from what?\nThe map differs."
    assert desk.held.claim(5).has_note
    write(desk, "")
    assert held(desk).note == ""
    assert not desk.held.claim(5).has_note


def test_the_same_note_writes_nothing(desk):
    write(desk, "same")
    before = len(history.history(desk.library.store))
    assert write(desk, "same") is None
    assert write(desk, "", index=6) is None
    assert len(history.history(desk.library.store)) == before


def test_the_audience_stays_until_it_is_changed(desk):
    write(desk, "quiet", audience=Audience.ME)
    write(desk, "quieter")
    assert held(desk).audience is Audience.ME
    write(desk, "quieter", audience=Audience.DESK)
    assert (held(desk).note, held(desk).audience) == ("quieter", Audience.DESK)
    write(desk, "")
    assert held(desk).note == ""


def test_what_is_mine_is_in_a_private_part(desk):
    applied = write(desk, "quiet", audience=Audience.ME)
    assert {part.part_class for part in applied.edits[-1].parts} == {"private"}


def test_a_draft_is_no_edit_and_becomes_one_at_the_next_start(desk, opened):
    claim = desk.held.id_at(5)
    before = len(history.history(desk.library.store))
    typed.keep(desk.library, desk.article, claim, notes.NOTE, "half a sen")
    assert len(history.history(desk.library.store)) == before
    again = opened()
    assert typed.settle(again) == 1
    desk.library.poll()
    assert held(desk).note == "half a sen"
    assert drafts.drafts(again.store, again.author.id) == ()
    assert typed.settle(again) == 0


def test_leaving_the_field_takes_the_draft_along(desk):
    claim = desk.held.id_at(5)
    typed.keep(desk.library, desk.article, claim, notes.NOTE, "half")
    write(desk, "half and whole")
    assert drafts.drafts(desk.library.store, desk.library.author.id) == ()
    typed.keep(desk.library, desk.article, claim, notes.NOTE, "half and whole")
    assert write(desk, "half and whole") is None
    assert drafts.drafts(desk.library.store, desk.library.author.id) == ()


@pytest.mark.parametrize("text", ["a\0b", "\ud83d", "x" * (LONGEST + 1)])
def test_a_note_that_no_file_could_carry_is_refused(desk, text):
    with pytest.raises(AnnotatorError, match="The note"):
        write(desk, text)
    assert held(desk).note == ""


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\0"])
def test_a_name_must_be_one(name):
    with pytest.raises(AnnotatorError):
        kept_name(name)


def test_a_name_is_one_line():
    assert kept_name(" Ada \n Lovelace ") == "Ada Lovelace"
    assert kept_text("\ra\r\nb ", "It") == "a\nb"
