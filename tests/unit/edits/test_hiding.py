"""What was for others and is for its writer only: no log that leaves words it, in whoever's library."""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.assessment import Audience
from annotator.domain.edits.evidence import (
    AddEvidence,
    EditEvidence,
    LinkEvidence,
    RemoveEvidence,
    link_field,
)
from annotator.domain.edits.form import Edit
from annotator.domain.edits.hiding import without_hidden
from annotator.domain.edits.notes import Restore, SetNote
from annotator.domain.edits.persons import persons
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Link, Stance
from annotator.domain.tags import Tag
from factories import ANNA, BEN
from unit.edits.test_record import ARTICLE, CLAIMS, ITEM, added, for_me, made

DESK, ME = Audience.DESK, Audience.ME


def note(text: str, audience: Audience = DESK, was: Audience | None = None) -> SetNote:
    return SetNote(ARTICLE, CLAIMS[0], text, audience, was)


def public(edits: list[Edit]) -> list[Edit]:
    """As they stand in the library of somebody else."""
    return [
        Edit(edit.header, tuple(part for part in edit.parts if part.part_class != "private"))
        for edit in edits
    ]


def left(edits: list[Edit]) -> str:
    """What the log says that leaves; it is the same where nothing private is held."""
    who = persons(edits)
    found = public(list(without_hidden(edits, who)))
    assert found == list(without_hidden(public(edits), who))
    return repr(found)


def test_a_note_that_was_for_others_is_left_out_and_what_is_said_beside_it_is_not() -> None:
    edits = made((ANNA.id, note("my hunch")), (ANNA.id, note("my hunch", ME, DESK)))
    assert "my hunch" not in left(edits)
    theirs = made((BEN.id, note("hers")), (ANNA.id, SetTag(ARTICLE, CLAIMS[:1], Tag.VERIFIED)))
    assert "hers" in left([*edits, *theirs])
    assert "verified" in left([*edits, *theirs])


def test_a_note_that_is_for_others_again_or_was_only_taken_away_is_not_left_out() -> None:
    first, hides = made((ANNA.id, note("my hunch")), (ANNA.id, note("my hunch", ME, DESK)))
    again = made((ANNA.id, note("after all", DESK, ME)), after=9)
    assert "my hunch" in left([first, hides, *again])
    undone = made((ANNA.id, Undo(hides.header.id)), after=9)
    assert "my hunch" in left([first, hides, *undone])
    assert "my hunch" in left([first, *made((ANNA.id, note("", DESK, DESK)), after=9)])


def test_an_edit_of_which_nothing_is_left_goes_with_what_takes_it_back() -> None:
    first, hides = made((ANNA.id, note("my hunch")), (ANNA.id, note("my hunch", ME, DESK)))
    undone = made((ANNA.id, Undo(first.header.id)), after=9)
    edits = [first, hides, *undone]
    assert without_hidden(edits, persons(edits)) == (hides,)


def test_an_item_goes_with_its_corrections_and_its_links() -> None:
    edits = made(
        (ANNA.id, added(title="A map of theirs")),
        (ANNA.id, EditEvidence(ITEM, {"publisher": "An office"}, (ARTICLE,))),
        (
            ANNA.id,
            LinkEvidence(ITEM, {(ARTICLE, CLAIMS[1]): Link(ITEM, Stance.CONTEXT, "the corner")}),
        ),
        (BEN.id, LinkEvidence(ITEM, {(ARTICLE, CLAIMS[1]): Link(ITEM, Stance.CONTEXT, "by Ben")})),
        (ANNA.id, for_me(ITEM, "A map of theirs")),
    )
    says = left(edits)
    assert [one for one in ("map", "office", "corner") if one in says] == []
    assert "by Ben" in says


def test_what_was_removed_stays_in_the_log_and_so_does_a_link_that_another_edit_takes_away() -> (
    None
):
    other = "e0000009-0000-4000-8000-00000000000e"
    removed = RemoveEvidence(ITEM, False, (ARTICLE,))
    restored = Restore(
        ARTICLE,
        CLAIMS[0],
        (
            Own("claim", CLAIMS[0], link_field(ITEM, False), None),
            Own("claim", CLAIMS[0], link_field(other, True), {"stance": "supports"}),
        ),
    )
    edits = made((ANNA.id, added(title="A map")), (ANNA.id, removed), (ANNA.id, restored))
    assert "A map" in left(edits)


def test_an_edit_of_another_version_hides_nothing() -> None:
    first, hides = made((ANNA.id, note("my hunch")), (ANNA.id, note("my hunch", ME, DESK)))
    later = Edit(replace(hides.header, version=99), hides.parts)
    assert "my hunch" in left([first, later])


def test_a_private_item_of_no_one_else_changes_nothing() -> None:
    hers = AddEvidence(ITEM, {"there.me": True, "title.me": "Hidden"}, {})
    edits = made((ANNA.id, hers), (ANNA.id, note("for all")))
    assert "for all" in left(edits)
