"""Bringing back what one held of a claim at an earlier moment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import assessing, attributing, evidencing, layout, notes, tagging, undoing
from annotator.desk.attributing import AttributionGiven
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.restoring import restore
from annotator.desk.telling import Told, told
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import (
    Assessment,
    Audience,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
)
from annotator.domain.attribution import Quoted
from annotator.domain.edits.form import EditId
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.recorded import records_of

Opened = Callable[..., OpenLibrary]


def claim(desk: Desk, number: int = 5) -> ClaimId:
    index = desk.held.index_of_number(number)
    assert index is not None
    return desk.held.id_at(index)


def held(desk: Desk, of: ClaimId | None = None) -> Assessment:
    return reading.assessment(desk.library.store, desk.library.me, of or claim(desk))


def record(desk: Desk, of: ClaimId | None = None) -> Record:
    me, of = desk.library.me, of or claim(desk)
    return records_of(desk.library.store, [of], me).get((me, of), NO_RECORD)


def last(desk: Desk) -> EditId:
    return EditId(told(desk.library, desk.article)[-1].id)


def story(desk: Desk) -> list[Told]:
    return list(told(desk.library, desk.article, claim(desk)))


def back(desk: Desk, edit: EditId, **how: bool) -> object:
    return restore(desk.library, desk.article, claim(desk), edit, **how)


def add(desk: Desk, title: str = "A map", audience: Audience = Audience.DESK) -> str:
    return evidencing.add(
        desk.library,
        desk.article,
        [claim(desk)],
        evidencing.Given(title=title, audience=audience),
        evidencing.Serving(Stance.CONTRADICTS, quote="what it says"),
    ).item


def attribute(desk: Desk, source: str, key: str | None = None) -> str:
    given = AttributionGiven(source=Quoted(source))
    return attributing.attribute(desk.library, desk.held, claim(desk), given, attribution=key)[0]


def fill(desk: Desk) -> None:
    """Everything that can be held of a claim."""
    library, of = desk.library, [claim(desk)]
    start = desk.held.span(desk.held.covering(0)[0]).start
    index = desk.held.index_of_number(5)
    assert index is not None
    start = desk.held.span(index).start
    tagging.tag(library, desk.article, of, Tag.DISPUTED, note="my note")
    assessing.dispute_because(library, desk.article, of, Because.OUTDATED)
    assessing.set_confidence(library, desk.article, of, 2)
    assessing.set_type(library, desk.article, of, ClaimType.NUMBER)
    assessing.set_flag(library, desk.article, of, Flag(FlagKind.RING, "the ministry"))
    assessing.set_wording(library, desk.article, of[0], "Better.", True)
    assessing.tick(library, desk.article, of[0], Span(start, start + 3), True)
    assessing.tick(library, desk.article, of[0], Span(start + 4, start + 6), False)
    assessing.relate(library, desk.article, of[0], claim(desk, 4), Relation.CONTRADICTS)
    add(desk)
    attribute(desk, "ISNA")
    tagging.confirm(library, desk.article, of)


def empty(desk: Desk) -> None:
    """Takes all of that back."""
    library, of = desk.library, [claim(desk)]
    tagging.clear(library, desk.article, of, note="")
    assessing.set_confidence(library, desk.article, of, 0)
    assessing.set_type(library, desk.article, of, None)
    assessing.set_flag(library, desk.article, of, None)
    assessing.set_wording(library, desk.article, of[0], "")
    for span, _ in held(desk).facts:
        assessing.tick(library, desk.article, of[0], span, None)
    assessing.relate(library, desk.article, of[0], claim(desk, 4), None)
    for one in record(desk).evidence:
        evidencing.unlink(library, one.link.item, desk.article, of)
    for said in record(desk).attributions:
        attributing.unattribute(library, desk.article, said.id)
    assert held(desk).empty
    assert record(desk).empty


def same(one: Record, other: Record) -> bool:
    """Whether they say the same, whenever that was written."""
    links = [
        [(of.link.item, of.link.json(), of.link.private) for of in record.evidence]
        for record in (one, other)
    ]
    return links[0] == links[1] and one.attributions == other.attributions


def test_everything_comes_back_in_one_edit(desk: Desk) -> None:
    fill(desk)
    was, recorded, full = held(desk), record(desk), last(desk)
    empty(desk)
    before = len(told(desk.library, desk.article))

    back(desk, full)

    assert held(desk) == was
    assert same(record(desk), recorded)
    assert len(told(desk.library, desk.article)) == before + 1
    assert story(desk)[-1].does == "restored: untagged → disputed, outdated"
    assert back(desk, full) is None, "it stands so now"
    undoing.undo(desk.library, desk.article)
    assert held(desk).empty
    assert record(desk).empty
    undoing.redo(desk.library, desk.article)
    assert held(desk) == was


def test_the_empty_state_can_be_restored_too(desk: Desk) -> None:
    fill(desk)
    empty(desk)
    nothing = last(desk)
    fill(desk)
    back(desk, nothing)
    assert held(desk).empty
    assert record(desk).empty


def test_only_what_differs_is_written(desk: Desk) -> None:
    library, of = desk.library, [claim(desk)]
    tagging.tag(library, desk.article, of, Tag.DISPUTED, note="first")
    first = last(desk)
    notes.write_note(library, desk.article, of[0], "second")
    applied = restore(library, desk.article, of[0], first)
    assert applied is not None
    fields = [write.field for part in applied.edits[0].parts for write in part.writes]  # type: ignore[union-attr]
    assert fields == ["note"]
    assert held(desk).note == "first"


def test_what_was_taken_back_since_stood_then(desk: Desk) -> None:
    library, of = desk.library, [claim(desk)]
    tagging.tag(library, desk.article, of, Tag.VERIFIED)
    tagging.tag(library, desk.article, of, Tag.DISPUTED)
    disputed = last(desk)
    undoing.undo(library, desk.article)
    undone = last(desk)
    undoing.redo(library, desk.article)
    back(desk, undone)
    assert held(desk).tag is Tag.VERIFIED
    undoing.undo(library, desk.article)
    undoing.undo(library, desk.article)
    assert held(desk).tag is Tag.VERIFIED
    back(desk, disputed)
    assert held(desk).tag is Tag.DISPUTED


def test_an_attribution_that_was_never_saved_again_comes_back(desk: Desk) -> None:
    attribute(desk, "ISNA")
    saved = last(desk)
    undoing.undo(desk.library, desk.article)
    assert record(desk).empty
    back(desk, saved)
    assert [one.source.text for one in record(desk).attributions] == ["ISNA"]


def test_an_attribution_is_worded_as_it_was(desk: Desk) -> None:
    key = attribute(desk, "ISNA")
    saved = last(desk)
    attribute(desk, "IRNA", key)
    attribute(desk, "Rudaw")
    back(desk, saved)
    assert [(one.id, one.source.text) for one in record(desk).attributions] == [(key, "ISNA")]


def test_a_link_goes_where_its_item_is_now(desk: Desk) -> None:
    item = add(desk)
    open_then = last(desk)
    evidencing.unlink(desk.library, item, desk.article, [claim(desk)])
    evidencing.edit(desk.library, item, evidencing.Given(audience=Audience.ME))

    back(desk, open_then)

    (one,) = record(desk).evidence
    assert one.link.quote == "what it says"
    assert one.link.private, "else a parcel would give it away"
    evidencing.edit(desk.library, item, evidencing.Given(audience=Audience.DESK))
    private_then = last(desk)
    assert not record(desk).evidence[0].link.private
    evidencing.unlink(desk.library, item, desk.article, [claim(desk)])
    back(desk, private_then)
    assert not record(desk).evidence[0].link.private


def test_an_item_that_was_removed_stays_so(desk: Desk) -> None:
    item = add(desk)
    full = last(desk)
    evidencing.remove(desk.library, item)
    assert back(desk, full) is None
    assert record(desk).empty


def test_a_retired_claim_is_restored(desk: Desk) -> None:
    library, of = desk.library, claim(desk)
    tagging.tag(library, desk.article, [of], Tag.DISPUTED)
    full = last(desk)
    tagging.clear(library, desk.article, [of])
    index = desk.held.index_of_number(5)
    assert index is not None
    span = desk.held.span(index)
    layout.split(library, desk.held, index, span.start + 10)
    restore(library, desk.article, of, full)
    assert held(desk, of).tag is Tag.DISPUTED
    page = reading.snapshot(library.store, desk.article, library.me)
    assert [one.standing for one in page.retired] == [Standing.DISPUTED]


def test_what_had_been_seen_stays_seen(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    of = (desk.library, desk.article, [claim(desk)])
    tagging.tag(*of, Tag.VERIFIED)
    first = last(desk)
    tagging.tag(ben, *of[1:], Tag.DISPUTED)
    tagging.tag(*of, Tag.DISPUTED, looked=True)
    assert held(desk).seen == (ben.me,)
    back(desk, first)
    assert (held(desk).tag, held(desk).seen) == (Tag.VERIFIED, (ben.me,))
    tagging.clear(*of)
    back(desk, first, looked=True)
    assert held(desk).seen == (ben.me,)


def test_a_private_note_stays_in_a_private_part(desk: Desk) -> None:
    library, of = desk.library, claim(desk)
    notes.write_note(library, desk.article, of, "mine", audience=Audience.ME)
    private = last(desk)
    notes.write_note(library, desk.article, of, "ours", audience=Audience.DESK)
    applied = restore(library, desk.article, of, private)
    assert applied is not None
    classes = {part.part_class: part.body for part in applied.edits[0].parts}
    assert "mine" in classes["private"]
    assert "mine" not in classes["notes"]
    assert (held(desk).note, held(desk).audience) == ("mine", Audience.ME)


def test_what_cannot_be_restored_is_refused(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    tagging.tag(ben, desk.article, [claim(desk)], Tag.DISPUTED)
    others = last(desk)
    with pytest.raises(AnnotatorError, match="colleague's edit"):
        back(desk, others)
    with pytest.raises(AnnotatorError, match="not in this library"):
        back(desk, EditId("0" * 36))
    with pytest.raises(AnnotatorError, match="no such claim"):
        restore(desk.library, desk.article, ClaimId("0" * 36), others)
    with pytest.raises(AnnotatorError, match="no such claim"):
        restore(desk.library, ArticleId("another"), claim(desk), others)
    assert held(desk).empty
