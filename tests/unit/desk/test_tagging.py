"""The first keystroke, from the desk to the file and back."""

import sqlite3

import pytest

from annotator.desk import assessing, evidencing, notes, tagging, undoing
from annotator.desk.desk import Desk
from annotator.domain.assessment import Audience, Because
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.domain.snapshot import Change
from annotator.domain.tags import Standing, Tag
from annotator.store import history, reading


def ids(desk, *numbers):
    page = desk.held
    return [page.id_at(page.index_of_number(number)) for number in numbers]


def standing(desk, number):
    return desk.held.standing(desk.held.index_of_number(number))


def edits(desk):
    return len(history.history(desk.library.store, desk.article))


@pytest.mark.parametrize("tag", list(Tag))
def test_a_tag_is_in_the_file_when_it_is_in_the_snapshot(desk, tag):
    tagging.tag(desk.library, desk.article, ids(desk, 5), tag)
    assert standing(desk, 5).name == tag.name
    with sqlite3.connect(desk.library.path) as file:
        assert file.execute("SELECT claim, tag FROM assessments").fetchall() == [
            (*ids(desk, 5), tag.value)
        ]


def test_what_is_so_already_writes_nothing(desk):
    tagging.tag(desk.library, desk.article, ids(desk, 5), Tag.VERIFIED)
    before = edits(desk)
    assert tagging.tag(desk.library, desk.article, ids(desk, 5), Tag.VERIFIED) is None
    assert tagging.clear(desk.library, desk.article, ids(desk, 6)) is None
    assert edits(desk) == before


def test_several_claims_are_one_edit(desk):
    before = edits(desk)
    tagging.tag(desk.library, desk.article, ids(desk, 1, 2, 3), Tag.DISPUTED, note="see map")
    assert edits(desk) == before + 1
    assert desk.held.count(Standing.DISPUTED) == 3
    assert all(desk.held.claim(index).has_note for index in (1, 2, 3))


def test_on_its_source_is_its_own_check_beside_the_tag(desk):
    tagging.toggle_confirmed(desk.library, desk.article, ids(desk, 4))
    assert standing(desk, 4) is Standing.ON_SOURCE
    tagging.tag(desk.library, desk.article, ids(desk, 4), Tag.DISPUTED)
    assert standing(desk, 4) is Standing.DISPUTED
    tagging.toggle_confirmed(desk.library, desk.article, ids(desk, 4))
    assert standing(desk, 4) is Standing.DISPUTED
    tagging.clear(desk.library, desk.article, ids(desk, 4))
    assert standing(desk, 4) is Standing.UNTAGGED


def test_clearing_empties_all_three_at_once(desk):
    claims = ids(desk, 4)
    tagging.confirm(desk.library, desk.article, claims)
    tagging.mark_not_checkable(desk.library, desk.article, claims)
    assert standing(desk, 4) is Standing.NOT_CHECKABLE
    before = edits(desk)
    tagging.clear(desk.library, desk.article, claims)
    assert standing(desk, 4) is Standing.UNTAGGED
    assert edits(desk) == before + 1


def test_not_checkable_takes_the_place_of_a_tag(desk):
    claims = ids(desk, 4)
    tagging.tag(desk.library, desk.article, claims, Tag.VERIFIED)
    tagging.mark_not_checkable(desk.library, desk.article, claims)
    assert standing(desk, 4) is Standing.NOT_CHECKABLE


def test_two_desks_of_a_process_see_the_same(desk):
    other = Desk(desk.library)
    other.open(desk.article)
    told: list[Change] = []
    leave = other.subscribe(told.append)
    tagging.tag(desk.library, desk.article, ids(desk, 7), Tag.VERIFIED)
    assert standing(other, 7) is Standing.VERIFIED
    assert [len(change.touched) for change in told] == [1]
    leave()
    other.close()
    tagging.clear(desk.library, desk.article, ids(desk, 7))
    assert len(told) == 1


def test_another_process_is_seen_at_the_next_look(desk, opened):
    elsewhere = opened()
    tagging.tag(elsewhere, desk.article, ids(desk, 7), Tag.VERIFIED)
    assert standing(desk, 7) is Standing.UNTAGGED
    assert desk.library.poll()
    assert standing(desk, 7) is Standing.VERIFIED
    assert not desk.library.poll()


def test_another_process_is_seen_though_one_has_saved_since(desk, opened):
    elsewhere = opened()
    tagging.tag(elsewhere, desk.article, ids(desk, 7), Tag.VERIFIED)
    tagging.tag(desk.library, desk.article, ids(desk, 8), Tag.DISPUTED)
    assert desk.library.poll()
    assert [standing(desk, number) for number in (7, 8)] == [Standing.VERIFIED, Standing.DISPUTED]
    assert not desk.library.poll()


def test_a_colleague_in_the_same_library_has_tags_of_her_own(desk, opened):
    tagging.tag(opened("Ben"), desk.article, ids(desk, 7), Tag.VERIFIED)
    desk.library.poll()
    assert standing(desk, 7) is Standing.UNTAGGED


def test_an_empty_desk_says_so(library):
    desk = Desk(library)
    with pytest.raises(AnnotatorError, match="No article is open"):
        _ = desk.article


def test_putting_an_article_away_leaves_the_desk_empty(desk):
    article = desk.article
    desk.put_away()
    tagging.tag(desk.library, article, [], Tag.VERIFIED)
    assert desk.snapshot is None


def test_a_note_written_with_a_tag_keeps_its_audience(desk):
    (claim,) = ids(desk, 5)
    notes.write_note(desk.library, desk.article, claim, "quiet", audience=Audience.ME)
    applied = tagging.tag(desk.library, desk.article, [claim], Tag.DISPUTED, note="quieter")
    assert applied is not None
    assert {part.part_class for part in applied.edits[0].parts} == {"private", "tags"}
    held = reading.assessment(desk.library.store, desk.library.author.id, claim)
    assert (held.note, held.audience) == ("quieter", Audience.ME)


def test_a_note_alone_leaves_the_judgement_and_its_reason(desk):
    of = (desk.library, desk.article, ids(desk, 5, 6))
    tagging.tag(*of, Tag.DISPUTED)
    assessing.dispute_because(*of, Because.OUTDATED)
    before = edits(desk)
    tagging.tag(*of, Tag.DISPUTED, note="see map")
    assert edits(desk) == before + 1
    held = reading.assessment(desk.library.store, desk.library.me, of[2][1])
    assert (held.note, held.because) == ("see map", Because.OUTDATED)
    step = undoing.next_undo(desk.library, desk.article)
    assert step is not None
    assert step.words == "note, claims 5 and 6"


def test_tagged_again_after_new_evidence_it_stays_disputed_for_its_reason(desk):
    of = (desk.library, desk.article, ids(desk, 5, 6))
    tagging.tag(*of, Tag.DISPUTED)
    assessing.dispute_because(*of[:2], of[2][:1], Because.CONTRADICTED, ids(desk, 4)[0])
    evidencing.add(*of, evidencing.Given(title="A map"), evidencing.Serving(Stance.CONTRADICTS))
    before = edits(desk)
    tagging.tag(*of, Tag.DISPUTED)
    assert edits(desk) == before + 1
    held = [reading.assessment(desk.library.store, desk.library.me, claim) for claim in of[2]]
    assert [(one.because, one.against) for one in held] == [
        (Because.CONTRADICTED, ids(desk, 4)[0]),
        (None, ""),
    ]


def test_why_it_is_not_checkable_is_said_and_taken_back(desk):
    of = (desk.library, desk.article, ids(desk, 5))

    def why():
        return reading.assessment(desk.library.store, desk.library.me, of[2][0]).why

    tagging.mark_not_checkable(*of, why=" an\nopinion ")
    assert why() == "an opinion"
    assert tagging.mark_not_checkable(*of) is None
    tagging.mark_not_checkable(*of, note="see map")
    assert why() == "an opinion"
    assert tagging.mark_not_checkable(*of, why="an opinion") is None
    tagging.mark_not_checkable(*of, why="")
    assert why() == ""
    with pytest.raises(AnnotatorError, match="control character"):
        tagging.mark_not_checkable(*of, why="a\x1bb")
