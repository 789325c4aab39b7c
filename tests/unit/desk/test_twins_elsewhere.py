"""What one holds of the same words in another article is offered, never applied, and taken at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from annotator.desk import assessing, evidencing, notes, tagging, undoing
from annotator.desk.evidence_given import Serving
from annotator.desk.library import OpenLibrary
from annotator.desk.passes import settle_article
from annotator.desk.records import record_of
from annotator.desk.twins_elsewhere import Elsewhere, elsewhere
from annotator.desk.twins_taking import take_from_elsewhere
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Assessment, Because, ClaimType, Flag, FlagKind
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.domain.record import NO_RECORD
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.doctor import examine
from finding import Opened, add_item, bring_in, claims_of, name_source

SAID = "ISNA said that 95 people died near the tomb of the general in Kerman."
OLD = f"The first report\n\n{SAID} Nobody was hurt.\n"
COPY = f"A copy of the report\n\nSomething else stands here first. {SAID} Nobody was hurt.\n"
NEARLY = "Days later\n\nISNA said that 103 people died near the tomb of the general in Kerman.\n"
OTHERWISE = "Another\n\nA zebra of the general walked near Kerman and said that it was fine.\n"


@pytest.fixture
def old(library: OpenLibrary) -> ArticleId:
    """Claim 1 is disputed, with everything that can be held of it."""
    article = bring_in(library, OLD)
    claim = claims_of(library, article)[1]
    tagging.tag(library, article, [claim], Tag.DISPUTED, note="the map differs")
    item = add_item(library, article, [claim], "Zebra plan", title="A map", primary=True)
    assessing.dispute_because(library, article, [claim], Because.CONTRADICTED, item)
    assessing.set_confidence(library, article, [claim], 2)
    assessing.set_type(library, article, [claim], ClaimType.NUMBER)
    assessing.set_wording(library, article, claim, "ISNA said that 84 people died.")
    assessing.set_flag(library, article, [claim], Flag(FlagKind.RING, "ISNA"))
    at = OLD.index("95")
    assessing.tick(library, article, claim, Span(at, at + 2), False)
    name_source(library, article, claim, "ISNA")
    return article


def offered(library: OpenLibrary, text: str, number: int) -> tuple[Elsewhere, ...]:
    article = bring_in(library, text)
    return elsewhere(library, article, claims_of(library, article)[number], seconds=60)


def test_the_same_words_in_another_article_offer_what_one_held(
    library: OpenLibrary, old: ArticleId
) -> None:
    (one,) = offered(library, COPY, 2)
    assert (one.article, one.title, one.number, one.text) == (old, "The first report", 1, SAID)
    assert one.same
    assert one.weighs == ()
    assert one.assessment.standing is Standing.DISPUTED
    assert one.assessment.note == "the map differs"
    assert [linked.name for linked in one.record.evidence] == ["A map"]
    assert one.in_words(datetime.now(UTC).astimezone().date()) == "You disputed this today"


def test_nearly_the_same_words_say_what_is_another_in_them(
    library: OpenLibrary, old: ArticleId
) -> None:
    (one,) = offered(library, NEARLY, 1)
    assert one.article == old
    assert not one.same
    assert one.weighs == ("number 95 → 103",)
    assert one.in_words(date(1990, 1, 1)).startswith("You disputed nearly this in ")


@pytest.mark.usefixtures("old")
def test_other_words_and_few_words_offer_nothing(library: OpenLibrary) -> None:
    assert offered(library, OTHERWISE, 1) == ()
    article = bring_in(library, COPY)
    tagging.tag(library, article, claims_of(library, article)[3:4], Tag.VERIFIED)
    old_article = bring_in(library, OLD)
    assert elsewhere(library, old_article, claims_of(library, old_article)[2], seconds=60) == ()


def test_what_stands_twice_in_one_article_is_not_elsewhere(library: OpenLibrary) -> None:
    article = bring_in(library, f"Twice\n\n{SAID} {SAID}\n")
    claims = claims_of(library, article)
    tagging.tag(library, article, claims[1:2], Tag.VERIFIED)
    assert elsewhere(library, article, claims[2], seconds=60) == ()


def test_of_what_one_held_nothing_of_nothing_is_offered(
    library: OpenLibrary, opened: Opened, old: ArticleId
) -> None:
    """What a colleague holds is not offered."""
    ben = opened("Ben")
    assert old
    assert offered(ben, COPY, 2) == ()
    assert elsewhere(library, old, ClaimId("nothing"), seconds=60) == ()
    assert elsewhere(library, ArticleId("nothing"), claims_of(library, old)[1], seconds=60) == ()


def test_those_with_the_very_same_words_come_first_then_the_last(library: OpenLibrary) -> None:
    for number in range(5):
        article = bring_in(library, f"Report {number}\n\n{SAID}\n")
        tagging.tag(library, article, claims_of(library, article)[1:2], Tag.VERIFIED)
    near = bring_in(library, NEARLY)
    tagging.tag(library, near, claims_of(library, near)[1:2], Tag.DISPUTED)
    found = offered(library, COPY, 2)
    assert [one.title for one in found] == ["Report 4", "Report 3", "Report 2"]


def test_where_there_is_no_time_only_the_very_same_is_looked_for(
    library: OpenLibrary, old: ArticleId
) -> None:
    article = bring_in(library, NEARLY)
    assert elsewhere(library, article, claims_of(library, article)[1], seconds=-1) == ()
    article = bring_in(library, COPY)
    (one,) = elsewhere(library, article, claims_of(library, article)[2], seconds=-1)
    assert one.article == old


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (Assessment(tag=Tag.VERIFIED), "You verified this in March"),
        (Assessment(tag=Tag.UNATTRIBUTED), "You found nobody named for this in March"),
        (Assessment(confirmed=True), "You confirmed the source of this in March"),
        (Assessment(not_checkable=True), "You set aside as not checkable this in March"),
        (Assessment(note="x"), "You wrote of this in March"),
    ],
)
def test_it_says_what_one_did_and_when(held: Assessment, says: str) -> None:
    changed = round(datetime(2026, 3, 5, 12, tzinfo=UTC).timestamp() * 1_000_000)
    one = Elsewhere(ArticleId("a"), "", ClaimId("c"), 1, "", True, held, NO_RECORD, changed)
    assert one.in_words(date(2026, 11, 2)) == says
    assert one.in_words(date(2027, 1, 2)) == f"{says} 2026"


def test_without_a_day_it_says_none() -> None:
    one = Elsewhere(ArticleId("a"), "", ClaimId("c"), 1, "", True, Assessment(), NO_RECORD, 0)
    assert one.in_words(date(2026, 11, 2)) == "You wrote of this"


def held(library: OpenLibrary, claim: ClaimId) -> Assessment:
    return reading.assessment(library.store, library.me, claim)


def test_taking_it_over_gives_the_claim_the_whole_record(
    library: OpenLibrary, old: ArticleId
) -> None:
    article = bring_in(library, COPY)
    claim, source = claims_of(library, article)[2], claims_of(library, old)[1]
    applied = take_from_elsewhere(library, article, claim, source)
    assert applied is not None
    mine, theirs = held(library, claim), held(library, source)
    assert (mine.tag, mine.note, mine.confidence) == (Tag.DISPUTED, "the map differs", 2)
    assert (mine.type, mine.because, mine.against) == (theirs.type, theirs.because, theirs.against)
    assert mine.wording == theirs.wording
    assert mine.flag is None, "what is still to be done there"
    at = COPY.index("95")
    assert mine.facts == ((Span(at, at + 2), False),)
    record = record_of(library, claim)
    assert [(one.name, one.link.quote) for one in record.evidence] == [("A map", "Zebra plan")]
    (said,) = record.attributions
    assert said.source.text == "ISNA"
    assert said.source.span is not None
    assert COPY[slice(*said.source.span)] == "ISNA"
    assert take_from_elsewhere(library, article, claim, source) is None
    assert examine(library.store) == ()


def test_it_is_undone_step_by_step(library: OpenLibrary, old: ArticleId) -> None:
    article = bring_in(library, COPY)
    claim, source = claims_of(library, article)[2], claims_of(library, old)[1]
    applied = take_from_elsewhere(library, article, claim, source)
    assert applied is not None
    for _ in applied.edits:
        undoing.undo(library, article)
    assert held(library, claim) == Assessment()
    assert record_of(library, claim) == NO_RECORD
    assert held(library, source).tag is Tag.DISPUTED


def test_what_makes_no_sense_in_other_words_stays_behind(
    library: OpenLibrary, old: ArticleId
) -> None:
    article = bring_in(library, NEARLY)
    claim, source = claims_of(library, article)[1], claims_of(library, old)[1]
    take_from_elsewhere(library, article, claim, source)
    mine = held(library, claim)
    assert mine.tag is Tag.DISPUTED
    assert mine.wording is None
    assert mine.facts == ()
    (said,) = record_of(library, claim).attributions
    assert said.source.span is not None
    assert NEARLY[slice(*said.source.span)] == "ISNA"


def test_a_note_that_is_there_stays_and_a_claim_against_it_is_not_taken(
    library: OpenLibrary, old: ArticleId
) -> None:
    claims = claims_of(library, old)
    assessing.dispute_because(library, old, claims[1:2], Because.CONFLICTING, claims[2])
    article = bring_in(library, COPY)
    claim = claims_of(library, article)[2]
    notes.write_note(library, article, claim, "my own")
    take_from_elsewhere(library, article, claim, claims[1])
    mine = held(library, claim)
    assert (mine.note, mine.because, mine.against) == ("my own", Because.CONFLICTING, "")


def test_a_colleagues_evidence_is_linked_and_never_written(
    library: OpenLibrary, opened: Opened
) -> None:
    ben = opened("Ben")
    article = bring_in(ben, OLD)
    claim = claims_of(ben, article)[1]
    item = add_item(ben, article, [claim], "plan", title="Ben’s map")
    tagging.tag(library, article, [claim], Tag.VERIFIED)
    serving = Serving(Stance.SUPPORTS, "my quote")
    evidencing.use(library, item, article, [claim], serving)
    copy = bring_in(library, COPY)
    taken = claims_of(library, copy)[2]
    take_from_elsewhere(library, copy, taken, claim)
    (linked,) = record_of(library, taken).evidence
    assert linked.link.quote == "my quote"
    assert linked.item is not None
    assert linked.item.owner == ben.me
    assert examine(library.store) == ()


def test_what_is_not_there_is_refused(library: OpenLibrary, old: ArticleId) -> None:
    article = bring_in(library, COPY)
    claim, source = claims_of(library, article)[2], claims_of(library, old)[1]
    for wrong in ((article, source, claim), (article, claim, ClaimId("nothing"))):
        with pytest.raises(AnnotatorError, match="not here any more"):
            take_from_elsewhere(library, *wrong)
    with pytest.raises(AnnotatorError, match="from itself"):
        take_from_elsewhere(library, article, claim, claim)
    settle_article(library, article)
    with pytest.raises(AnnotatorError, match="is settled"):
        take_from_elsewhere(library, article, claim, source)
    assert held(library, claim) == Assessment()
