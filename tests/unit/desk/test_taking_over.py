"""What one held of a claim before it was cut, as far as it suits the part."""

from __future__ import annotations

import pytest

from annotator.desk import (
    assessing,
    attributing,
    evidencing,
    importing,
    layout,
    tagging,
    taking_over,
    undoing,
)
from annotator.desk.attributing import AttributionGiven
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.telling import told
from annotator.domain.article import ClaimId, Span, claim_id
from annotator.domain.assessment import Because, ClaimType, Flag, FlagKind, Relation
from annotator.domain.attribution import Attribution, Quoted
from annotator.domain.evidence import Stance
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.tags import Tag
from annotator.store import reading
from annotator.store.recorded import records_of

TEXT = "Title\n\nISNA said 95 people died, and the mayor said 84 were hurt. Nobody else spoke.\n"
FIRST, SECOND = "ISNA said 95 people died,", "and the mayor said 84 were hurt."


@pytest.fixture
def whole(desk: Desk, library: OpenLibrary) -> Span:
    """The first claim of a small article, which is in hand."""
    file = library.path.with_name("small.txt")
    file.write_text(TEXT)
    desk.open(importing.import_file(library, file).article)
    return desk.held.span(1)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def split(desk: Desk) -> None:
    layout.split(desk.library, desk.held, 1, at(SECOND).start)


def record(desk: Desk, claim: ClaimId) -> Record:
    me = desk.library.me
    return records_of(desk.library.store, [claim], me).get((me, claim), NO_RECORD)


def said(desk: Desk, claim: ClaimId) -> list[tuple[str, str, str]]:
    held: tuple[Attribution, ...] = record(desk, claim).attributions
    return [(one.source.text, one.cue.text, one.content.text) for one in held]


def test_everything_that_suits_the_part_is_taken_over_in_one_edit(desk: Desk, whole: Span) -> None:
    library, article, claims = desk.library, desk.article, [desk.held.id_at(1)]
    other = desk.held.id_at(2)
    tagging.tag(library, article, claims, Tag.DISPUTED, note="why")
    assessing.dispute_because(library, article, claims, Because.CONTRADICTED, other)
    assessing.set_confidence(library, article, claims, 2)
    assessing.set_type(library, article, claims, ClaimType.NUMBER)
    assessing.set_flag(library, article, claims, Flag(FlagKind.RING, "the mayor"))
    assessing.set_wording(library, article, claims[0], "Better.")
    assessing.tick(library, article, claims[0], at("95"), True)
    assessing.tick(library, article, claims[0], at("84"), False)
    assessing.relate(library, article, claims[0], other, Relation.CONTRADICTS)
    evidencing.add(
        library,
        article,
        claims,
        evidencing.Given(title="A map"),
        evidencing.Serving(Stance.CONTEXT),
    )
    split(desk)
    (retired,) = desk.held.retired
    assert retired.span == whole
    old = reading.assessment(library.store, library.me, claims[0])
    assert taking_over.words(library, desk.held, whole, old) == (
        "disputed, with a note, 2 facts and a piece of evidence"
    )
    before = len(told(library, article))

    layout.take_over(library, desk.held, 2, whole)

    assert len(told(library, article)) == before + 1
    new = desk.held.id_at(2)
    held = reading.assessment(library.store, library.me, new)
    assert (held.tag, held.note, held.because, held.against) == (
        Tag.DISPUTED,
        "why",
        Because.CONTRADICTED,
        other,
    )
    assert (held.confidence, held.type, held.flag) == (2, ClaimType.NUMBER, old.flag)
    assert held.wording is None, "it is a sentence for the whole"
    assert held.facts == ((at("84"), False),), "the other one stands in the other part"
    assert held.relations == ((Relation.CONTRADICTS, other),)
    assert [one.name for one in record(desk, new).evidence] == ["A map"]
    assert layout.take_over(library, desk.held, 2, whole) is None, "it is all there"
    assert told(library, article, new)[-1].does == "untagged → disputed, contradicted"
    undoing.undo(library, article)
    assert reading.assessment(library.store, library.me, new).empty
    assert record(desk, new).empty


def test_an_attribution_goes_with_the_part_that_names_its_source(desk: Desk, whole: Span) -> None:
    library, claim = desk.library, desk.held.id_at(1)
    for source, cue, content in (
        (Quoted("ISNA"), Quoted("said"), Quoted("95 people died")),
        (Quoted("the mayor"), Quoted("said", at("said")), Quoted("84 were hurt")),
        (Quoted("somebody"), Quoted("by phone"), Quoted("95 people died")),
    ):
        given = AttributionGiven(source, cue, content)
        attributing.attribute(library, desk.held, claim, given)
    split(desk)
    assert [one.span for one in desk.held.retired] == [whole], "it is offered, too"
    first, second = desk.held.id_at(1), desk.held.id_at(2)

    layout.take_over(library, desk.held, 1, whole)
    layout.take_over(library, desk.held, 2, whole)

    assert said(desk, first) == [
        ("ISNA", "said", "95 people died"),
        ("somebody", "by phone", "95 people died"),
    ]
    assert said(desk, second) == [
        ("the mayor", "", "84 were hurt"),
        ("somebody", "by phone", ""),
    ]
    assert len(said(desk, claim)) == 3, "what was said of the whole stays"
    assert told(library, desk.article, second)[-1].does == "taken over"
    assert layout.take_over(library, desk.held, 2, whole) is None
    undoing.undo(library, desk.article)
    assert said(desk, second) == []
    assert taking_over.words(
        library, desk.held, whole, reading.assessment(library.store, "", claim)
    ) == ("untagged, with 3 attributions")


def test_what_points_to_the_part_itself_is_left_out(desk: Desk, whole: Span) -> None:
    library, article, claim = desk.library, desk.article, desk.held.id_at(1)
    split(desk)
    part = desk.held.id_at(2)
    undoing.undo(library, article)
    tagging.tag(library, article, [claim], Tag.DISPUTED)
    assessing.dispute_because(library, article, [claim], Because.CONTRADICTED, part)
    assessing.relate(library, article, claim, part, Relation.SAME)
    given = AttributionGiven(Quoted("somebody"), named_in=part)
    attributing.attribute(library, desk.held, claim, given)
    split(desk)

    layout.take_over(library, desk.held, 2, whole)

    held = reading.assessment(library.store, library.me, part)
    assert (held.because, held.against, held.relations) == (Because.CONTRADICTED, "", ())
    assert [one.named_in for one in record(desk, part).attributions] == [None]
    layout.take_over(library, desk.held, 1, whole)
    first = reading.assessment(library.store, library.me, desk.held.id_at(1))
    assert (first.against, first.relations) == (part, ((Relation.SAME, part),))


def test_a_wording_is_taken_over_where_the_words_are_the_same(desk: Desk, whole: Span) -> None:
    library, article, claim = desk.library, desk.article, desk.held.id_at(1)
    assessing.set_wording(library, article, claim, "Better.")
    layout.set_borders(library, desk.held, 1, Span(whole.start, whole.end - 1))

    layout.take_over(library, desk.held, 1, whole)

    held = reading.assessment(library.store, library.me, desk.held.id_at(1))
    assert held.wording is not None
    assert held.wording.text == "Better."


def test_a_claim_that_nobody_held_anything_of_is_not_offered(desk: Desk, whole: Span) -> None:
    split(desk)
    assert desk.held.retired == ()
    assert layout.take_over(desk.library, desk.held, 1, whole) is None
    assert claim_id(desk.article, whole) != desk.held.id_at(1)
