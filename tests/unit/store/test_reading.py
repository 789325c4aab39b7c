"""What is read: the list, snapshots, claims by number and id, people, and what others did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span
from annotator.domain.assessment import Analyst, Assessment, Audience
from annotator.domain.edits.articles import RemoveArticle, RestoreArticle, SetArticle
from annotator.domain.edits.form import Edit
from annotator.domain.edits.layout import AddClaim, MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing, Tag
from annotator.store import holding, reading, restoring
from annotator.store.library import Library, open_library
from annotator.store.write import Author, absorb, apply
from factories import (
    ANNA,
    BEN,
    CHLOE,
    SENTENCES,
    TEXT,
    bring_in,
    claims_of,
    long_text,
    noted,
    spans_of,
)
from unit.edits.histories import TEXTS, hostile, ordinary
from unit.store.test_tables import NEW, a_library

SPANS = spans_of(TEXT, SENTENCES)


def test_the_list(library: Library) -> None:
    assert reading.article_rows(library, ANNA.id) == ()
    first = bring_in(library)
    second = bring_in(library, text="A title\n\nAnother text.", title="Another")
    apply(library, ANNA, [SetTag(first, claims_of(first)[:2], Tag.DISPUTED)])
    apply(library, ANNA, [SetNotCheckable(first, claims_of(first)[2:3])])
    apply(library, ANNA, [SetConfirmed(first, claims_of(first)[3:4], True)])
    apply(library, BEN, [SetTag(first, claims_of(first)[4:], Tag.VERIFIED)])
    rows = reading.article_rows(library, ANNA.id)
    assert [row.id for row in rows] == [first, second]
    row = rows[0]
    assert (row.title, row.publisher, row.claims, row.has_title) == (
        "Two explosions",
        "The Daily",
        4,
        True,
    )
    assert row.furniture == 1
    assert row.total == 5
    assert {standing: count for standing, count in row.counts.items() if count} == {
        Standing.DISPUTED: 2,
        Standing.NOT_CHECKABLE: 1,
        Standing.ON_SOURCE: 1,
        Standing.UNTAGGED: 1,
        Standing.FURNITURE: 1,
    }


def test_an_article_is_taken_off_ones_own_list_only(library: Library, article: ArticleId) -> None:
    apply(library, ANNA, [RemoveArticle(article)])
    assert reading.article_rows(library, ANNA.id) == ()
    assert [row.off for row in reading.article_rows(library, ANNA.id, removed=True)] == [True]
    assert [row.off for row in reading.article_rows(library, BEN.id)] == [False]
    found = reading.article_row(library, ANNA.id, article)
    assert found is not None
    assert found.off
    apply(library, ANNA, [RestoreArticle(article)])
    assert [row.id for row in reading.article_rows(library, ANNA.id)] == [article]
    assert reading.article_row(library, ANNA.id, ArticleId("none")) is None


def test_an_article_with_its_record(library: Library, article: ArticleId) -> None:
    of = reading.article(library, article)
    assert (of.text, of.title, of.imported_by) == (TEXT, "Two explosions", "Anna")
    apply(library, BEN, [SetArticle(article, {"title": "Another", "author": "R. M."})])
    of = reading.article(library, article)
    assert (of.title, of.author, of.imported_by) == ("Another", "R. M.", "Anna")
    assert library.rows("SELECT bytes FROM originals") == [(TEXT.encode(),)]
    with pytest.raises(AnnotatorError, match="no article"):
        reading.article(library, ArticleId("none"))


@given(st.one_of(ordinary(), hostile()), st.sampled_from((ANNA, BEN, CHLOE)))
@settings(max_examples=30)
def test_every_way_of_asking_agrees(drawn: list[Edit], person: Author) -> None:
    """The list, the snapshot, and one query each for a number, an id, and a standing."""
    with a_library() as library:
        absorb(library, drawn, NEW)
        for article in TEXTS:
            row = reading.article_row(library, person.id, article)
            if row is None:  # what it was first cut into has not come yet
                assert not library.rows(
                    "SELECT 1 FROM claims WHERE first = 1 AND article = ?", (article,)
                )
                continue
            snapshot = reading.snapshot(library, article, person.id)
            assert row.counts == snapshot.counts()
            assert (row.claims, row.has_title) == (snapshot.last_number, snapshot.has_title_claim)
            for number in range(-1, len(snapshot) + 2):
                index = snapshot.index_of_number(number)
                expected = None if index is None else snapshot.span(index)
                assert reading.claim_by_number(library, article, number) == expected
            agree_on_claims(library, article, snapshot, person.id)


def agree_on_claims(library: Library, article: ArticleId, snapshot: Snapshot, me: str) -> None:
    held = holding.assessments(library, me, [claim.id for claim in snapshot.claims()])
    stand = holding.standings(
        library, article, me, frozenset(claim.span for claim in snapshot.claims())
    )
    for claim in snapshot.claims():
        one = reading.assessment(library, me, claim.id)
        assert held.get(claim.id, Assessment()) == one
        assert reading.number_of(library, article, claim.span) == claim.number
        assert reading.claim_by_id(library, article, claim.id) == (claim.span, True)
        assert stand[claim.span] == (one.standing, bool(one.note))
        assert claim.has_note == bool(one.note)
        assert claim.standing in (one.standing, Standing.FURNITURE)
        assert reading.text_of(library, article, claim.span) == claim.text
    for retired in snapshot.retired:
        found = reading.claim_by_id(library, article, claim_of(library, article, retired.span))
        assert found == (retired.span, False)
        assert reading.number_of(library, article, retired.span) is None


def claim_of(library: Library, article: ArticleId, span: Span) -> str:
    rows = library.rows(
        'SELECT id FROM claims WHERE article = ? AND start = ? AND "end" = ?', (article, *span)
    )
    return str(rows[0][0])


def test_snapshots_of_overlapping_claims(library: Library, article: ArticleId) -> None:
    wide = Span(SPANS[1].start, SPANS[2].end)
    apply(library, ANNA, [AddClaim(article, wide)])
    snapshot = reading.snapshot(library, article, ANNA.id)
    assert [snapshot.span(i) for i in range(1, 4)] == [wide, SPANS[1], SPANS[2]]
    for claim in list(snapshot.claims()):
        apply(library, ANNA, [SetTag(article, (claim.id,), Tag.VERIFIED)])
    assert reading.snapshot(library, article, ANNA.id).count(Standing.VERIFIED) == 6


def test_what_is_held_of_a_retired_claim_stays(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    apply(library, ANNA, [SetTag(article, (claim,), Tag.VERIFIED)])
    whole = SPANS[1]
    into = (Span(whole.start, whole.start + 11), Span(whole.start + 12, whole.end))
    applied = apply(library, BEN, [SplitClaim(article, claim, into)])
    assert [change.layout for change in applied.changes if change.article] == [True]
    retired = reading.snapshot(library, article, ANNA.id).retired
    assert [(one.span, one.standing) for one in retired] == [(whole, Standing.VERIFIED)]
    assert reading.snapshot(library, article, BEN.id).retired == ()
    assert reading.assessment(library, ANNA.id, claim).tag is Tag.VERIFIED
    held = {"judgement": {"seen": [], "tag": "verified"}}
    assert restoring.fields_then(library, ANNA.id, claim) == held


def test_many_standings_at_once(library: Library) -> None:
    text = long_text(150)
    article = bring_in(library, text=text)
    snapshot = reading.snapshot(library, article, ANNA.id)
    every = tuple(claim.id for claim in snapshot.claims())
    apply(
        library,
        ANNA,
        [SetTag(article, every[::2], Tag.VERIFIED, noted(article, every[::2], "a note"))],
    )
    spans = frozenset(claim.span for claim in snapshot.claims())
    stand = holding.standings(library, article, ANNA.id, spans)
    assert list(stand.values()).count((Standing.VERIFIED, True)) == 75
    assert list(stand.values()).count((Standing.UNTAGGED, False)) == 75
    assert holding.standings(library, article, ANNA.id, frozenset()) == {}


def test_notes_and_their_audience(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    apply(library, ANNA, [SetNote(article, claim, "for the desk")])
    apply(library, ANNA, [SetNote(article, claim, "mine", Audience.ME, Audience.DESK)])
    held = reading.assessment(library, ANNA.id, claim)
    assert (held.note, held.audience) == ("mine", Audience.ME)
    apply(library, ANNA, [SetNote(article, claim, "", Audience.ME)])
    assert reading.assessment(library, ANNA.id, claim) == Assessment()
    assert library.rows("SELECT * FROM assessments") == []
    assert reading.assessment(library, ANNA.id, ClaimId("none")) == Assessment()


def test_people(library: Library, article: ArticleId) -> None:
    assert [one.name for one in reading.analysts(library)] == ["Anna"]
    apply(library, BEN, [Clear(article, claims_of(article)[:1])])
    assert [one.name for one in reading.analysts(library)] == ["Anna", "Ben"]
    applied = apply(library, BEN, [SetName(BEN.id, "Anna")])
    assert [change.article for change in applied.changes] == [""]
    assert reading.analysts(library) == (Analyst(ANNA.id, "Anna"), Analyst(BEN.id, "Anna"))


def test_what_another_process_did(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    with open_library(library.path, create=False) as other:
        version, seen = other.data_version(), other.last_edit()
        assert reading.changes_since(other, seen) == (seen, ())
        apply(library, BEN, [SetTag(article, (claim,), Tag.VERIFIED)])
        assert other.data_version() != version
        seen, changes = reading.changes_since(other, seen)
        assert seen == library.last_edit()
        by_article = {change.article: change for change in changes}
        assert by_article[article].touched == {SPANS[1]}
        assert by_article[""].about
        apply(library, BEN, [MarkBoilerplate(article, SPANS[1], PassageKind.BOILERPLATE)])
        assert [change.layout for change in reading.changes_since(other, seen)[1]] == [True]
        seen = library.last_edit()
        tagged = library.rows("SELECT id FROM edits WHERE kind = 'SetTag'")[0][0]
        apply(library, BEN, [Undo(tagged)])
        assert [one.touched for one in reading.changes_since(other, seen)[1]] == [{SPANS[1]}]


def test_a_read_sees_one_moment(library: Library, article: ArticleId) -> None:
    """Another process commits between two reads of one transaction: it has to wait."""
    with open_library(library.path, create=False) as other, library.reading():
        before = reading.snapshot(library, article, ANNA.id)
        with pytest.raises(AnnotatorError, match="waited"):
            apply(other, ANNA, [SetTag(article, claims_of(article)[:1], Tag.VERIFIED)], wait=0)
        assert reading.snapshot(library, article, ANNA.id) == before
    apply(library, ANNA, [SetTag(article, claims_of(article)[:1], Tag.VERIFIED)])
