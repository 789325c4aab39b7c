"""Who judged which claims: now and at first, through pairs, hidden, blind, and with other borders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.compare import Column, Judged
from annotator.domain.edits.act import Act
from annotator.domain.edits.blind import AskBlind, Reveal
from annotator.domain.edits.form import EditId
from annotator.domain.edits.layout import SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import Hide
from annotator.domain.edits.reviewing import Submit
from annotator.domain.edits.revisions import AddRevision, Match
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.tags import Standing, Tag
from annotator.store import judging, voices
from annotator.store.library import Library
from annotator.store.write import Author, apply
from factories import ANNA, BEN, CHLOE, SENTENCES, TEXT, bring_in, claims_of, spans_of

SPANS = spans_of(TEXT, SENTENCES)
OTHER = "Two explosions\n\nState media said 84 people died. It was late."
UNTAGGED, VERIFIED, DISPUTED = Standing.UNTAGGED, Standing.VERIFIED, Standing.DISPUTED


def does(library: Library, author: Author, *acts: Act) -> EditId:
    return apply(library, author, acts).edits[-1].header.id


def tags(library: Library, author: Author, claim: ClaimId, tag: Tag, *seen: Author) -> EditId:
    article = library.rows("SELECT article FROM claims WHERE id = ?", (claim,))[0][0]
    return does(library, author, SetTag(article, (claim,), tag, seen=tuple(one.id for one in seen)))


def column(of: Judged, author: Author) -> Column | None:
    every = (*of.columns, *of.hidden)
    return next((one for one in every if one.analyst.id == author.id), None)


def held(of: Judged, author: Author, index: int) -> Standing:
    found = column(of, author)
    assert found is not None
    return found.standing(index)


def recording(real: Callable[..., Any], asked: list[object]) -> Callable[..., Any]:
    """The same, and what it was asked about."""

    def asks(library: Library, *given: Any) -> Any:
        if len(given) > 1:
            asked.extend(given[-1])
        return real(library, *given)

    return asks


def test_columns_stand_in_the_order_of_the_margin(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    for author, tag in ((CHLOE, Tag.DISPUTED), (ANNA, Tag.VERIFIED), (BEN, Tag.UNATTRIBUTED)):
        tags(library, author, claims[1], tag)
    found = judging.judged(library, article, ANNA.id)
    assert [column.analyst.name for column in found.columns] == ["Anna", "Ben", "Chloé"]
    others = judging.judged(library, article, CHLOE.id).columns
    assert [column.analyst.name for column in others] == ["Chloé", "Anna", "Ben"]
    assert [Span(*span) for span in zip(found.starts, found.ends, strict=True)] == list(SPANS)
    assert found.furniture == bytes((0, 0, 0, 0, 0, 1))
    assert held(found, BEN, 1) is Standing.UNATTRIBUTED
    assert held(found, BEN, 5) is Standing.FURNITURE


def test_who_judged_nothing_or_only_furniture_has_no_column(
    library: Library, article: ArticleId
) -> None:
    claims = claims_of(article)
    does(library, BEN, SetNote(article, claims[1], "a note alone"))
    tags(library, CHLOE, claims[5], Tag.VERIFIED)
    tags(library, ANNA, claims[1], Tag.VERIFIED)
    does(library, ANNA, Clear(article, claims[1:2]))
    assert judging.judged(library, article, ANNA.id).columns == ()


def test_every_way_a_claim_can_be_judged(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    tags(library, BEN, claims[1], Tag.DISPUTED)
    does(library, BEN, SetNotCheckable(article, claims[2:3]))
    does(library, BEN, SetConfirmed(article, claims[3:4], True))
    does(library, BEN, SetConfirmed(article, claims[1:2], True))
    found = judging.judged(library, article, ANNA.id)
    stands = [held(found, BEN, index) for index in range(5)]
    assert stands == [
        UNTAGGED,
        DISPUTED,
        Standing.NOT_CHECKABLE,
        Standing.ON_SOURCE,
        UNTAGGED,
    ]


def test_first_is_the_tag_before_a_colleague_s_could_be_seen(
    library: Library, article: ArticleId
) -> None:
    claims = claims_of(article)
    tags(library, ANNA, claims[1], Tag.VERIFIED)
    tags(library, ANNA, claims[1], Tag.UNATTRIBUTED)  # a key hit by mistake is no first tag
    tags(library, ANNA, claims[1], Tag.DISPUTED, BEN)
    tags(library, ANNA, claims[2], Tag.DISPUTED, BEN)
    now = judging.judged(library, article, ANNA.id)
    first = judging.judged(library, article, ANNA.id, first=True)
    assert [held(now, ANNA, index) for index in (1, 2)] == [DISPUTED, DISPUTED]
    assert [held(first, ANNA, index) for index in (1, 2)] == [Standing.UNATTRIBUTED, UNTAGGED]


def test_first_leaves_out_what_was_taken_back(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    tags(library, ANNA, claims[1], Tag.VERIFIED)
    mistaken = tags(library, ANNA, claims[1], Tag.UNATTRIBUTED)
    tags(library, ANNA, claims[1], Tag.DISPUTED, BEN)
    does(library, ANNA, Undo(mistaken))
    first = judging.judged(library, article, ANNA.id, first=True)
    assert held(first, ANNA, 1) is VERIFIED


def test_one_who_only_ever_looked_first_has_no_column_at_first(
    library: Library, article: ArticleId
) -> None:
    tags(library, ANNA, claims_of(article)[1], Tag.VERIFIED, BEN)
    assert column(judging.judged(library, article, BEN.id, first=True), ANNA) is None


def test_while_blind_nothing_of_colleagues_is_read(
    library: Library, article: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = claims_of(article)
    tags(library, ANNA, claims[1], Tag.VERIFIED)
    tags(library, BEN, claims[1], Tag.DISPUTED)
    does(library, CHLOE, AskBlind(article))
    asked: list[object] = []
    with monkeypatch.context() as patched:
        for name in ("rows", "columns"):
            patched.setattr(Library, name, recording(getattr(Library, name), asked))
        blind = judging.judged(library, article, ANNA.id)
    assert ANNA.id in asked
    assert BEN.id not in asked
    assert [one.analyst.id for one in blind.columns] == [ANNA.id]
    assert blind.hidden == ()
    # Who asked for it sees; so does who submitted, or looked and so has it in the log.
    tags(library, CHLOE, claims[1], Tag.DISPUTED)
    assert len(judging.judged(library, article, CHLOE.id).columns) == 3
    does(library, ANNA, Submit(article))
    assert len(judging.judged(library, article, ANNA.id).columns) == 3
    does(library, BEN, Reveal(article))
    assert len(judging.judged(library, article, BEN.id).columns) == 3
    assert len(judging.judged_by_all(library, article).columns) == 3


def test_hidden_colleagues_stand_apart(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    for author in (ANNA, BEN, CHLOE):
        tags(library, author, claims[1], Tag.VERIFIED)
    does(library, ANNA, Hide(BEN.id, True))
    found = judging.judged(library, article, ANNA.id)
    assert [one.analyst.name for one in found.columns] == ["Anna", "Chloé"]
    assert [one.analyst.name for one in found.hidden] == ["Ben"]
    assert len(judging.judged(library, article, CHLOE.id).columns) == 3
    assert len(judging.judged_by_all(library, article).columns) == 3
    does(library, ANNA, Hide(BEN.id, False))
    assert judging.judged(library, article, ANNA.id).hidden == ()


def test_judgements_of_claims_with_other_borders_are_counted(
    library: Library, article: ArticleId
) -> None:
    claims = claims_of(article)
    tags(library, BEN, claims[1], Tag.DISPUTED)
    tags(library, BEN, claims[2], Tag.DISPUTED)
    whole = SPANS[1]
    parts = (Span(whole.start, whole.start + 5), Span(whole.start + 6, whole.end))
    does(library, ANNA, SplitClaim(article, claims[1], parts))
    found = judging.judged(library, article, ANNA.id)
    assert found.retired == {BEN.id: 1}
    assert held(found, BEN, 1) is UNTAGGED
    assert held(found, BEN, 3) is DISPUTED
    ((analyst, span, claim),) = voices.retired_at(library, article, parts[1])
    assert (analyst.name, span, claim) == ("Ben", whole, claims[1])
    assert voices.retired_at(library, article, SPANS[2]) == ()
    does(library, ANNA, Hide(BEN.id, True))
    assert judging.judged(library, article, ANNA.id).retired == {}


class TestAnotherText:
    """Claims of two texts that were matched: what was judged of one shows at the other."""

    @pytest.fixture
    def other(self, library: Library, article: ArticleId) -> ArticleId:
        return bring_in(library, text=OTHER, title="Another copy")

    @pytest.fixture
    def theirs(self, library: Library, other: ArticleId) -> ClaimId:
        (claim,) = (
            row[0]
            for row in library.rows("SELECT id, start FROM claims WHERE article = ?", (other,))
            if row[1] == 16
        )
        return ClaimId(claim)

    def test_it_shows_on_both_sides(
        self, library: Library, article: ArticleId, other: ArticleId, theirs: ClaimId
    ) -> None:
        mine = claims_of(article)[1]
        does(library, ANNA, AddRevision(other, article, (Match(theirs, mine, "exact"),)))
        tags(library, BEN, theirs, Tag.DISPUTED)
        tags(library, ANNA, mine, Tag.VERIFIED)
        here = judging.judged(library, article, ANNA.id)
        ben = column(here, BEN)
        assert ben is not None
        assert (ben.standing(1), ben.elsewhere) == (DISPUTED, {1: theirs})
        there = column(judging.judged(library, other, BEN.id), ANNA)
        assert there is not None
        assert list(there.elsewhere.values()) == [mine]
        found = voices.voices(library, article, [SPANS[1], SPANS[2]])
        assert found == {
            SPANS[1]: {
                ANNA.id: voices.Stand(VERIFIED),
                BEN.id: voices.Stand(DISPUTED, theirs),
            },
            SPANS[2]: {},
        }

    def test_what_was_judged_here_comes_first(
        self, library: Library, article: ArticleId, other: ArticleId, theirs: ClaimId
    ) -> None:
        mine = claims_of(article)[1]
        does(library, ANNA, AddRevision(other, article, (Match(theirs, mine, "exact"),)))
        tags(library, BEN, mine, Tag.VERIFIED)
        tags(library, BEN, theirs, Tag.DISPUTED)
        ben = column(judging.judged(library, article, ANNA.id), BEN)
        assert ben is not None
        assert (ben.standing(1), ben.elsewhere) == (VERIFIED, {})
        assert voices.voices(library, article, [SPANS[1]])[SPANS[1]] == {
            BEN.id: voices.Stand(VERIFIED)
        }

    def test_the_first_tag_counts_there_too(
        self, library: Library, article: ArticleId, other: ArticleId, theirs: ClaimId
    ) -> None:
        mine = claims_of(article)[1]
        does(library, ANNA, AddRevision(other, article, (Match(theirs, mine, "exact"),)))
        tags(library, BEN, theirs, Tag.VERIFIED)
        tags(library, BEN, theirs, Tag.DISPUTED, ANNA)
        first = judging.judged(library, article, ANNA.id, first=True)
        assert held(first, BEN, 1) is VERIFIED

    def test_a_text_nobody_matched_says_nothing(
        self, library: Library, article: ArticleId, theirs: ClaimId
    ) -> None:
        tags(library, BEN, theirs, Tag.DISPUTED)
        assert judging.judged(library, article, ANNA.id).columns == ()
        assert voices.around(library, article, ANNA.id) == (False, False)


def test_whether_there_is_any_colleague(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    tags(library, ANNA, claims[1], Tag.VERIFIED)
    assert voices.around(library, article, ANNA.id) == (False, False)
    assert voices.around(library, article, BEN.id) == (True, False)
    assert voices.judges(library, article) == {ANNA.id}


def test_how_much_everybody_judged(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    does(library, BEN, SetTag(article, claims, Tag.DISPUTED))
    does(library, CHLOE, SetNote(article, claims[1], "a note alone"))
    tags(library, ANNA, claims[5], Tag.VERIFIED)
    assert voices.judged_counts(library, article) == {BEN.id: 5}
    whole = SPANS[1]
    parts = (Span(whole.start, whole.start + 5), Span(whole.start + 6, whole.end))
    does(library, ANNA, SplitClaim(article, claims[1], parts))
    tags(library, ANNA, claims[2], Tag.VERIFIED)
    assert voices.judged_counts(library, article) == {ANNA.id: 1, BEN.id: 4}


def test_many_claims_are_asked_for_at_once(library: Library) -> None:
    text = "A title\n\n" + "\n\n".join(f"Sentence number {n}." for n in range(900))
    article = bring_in(library, text=text, title="Long")
    rows = library.rows('SELECT start, "end" FROM claims WHERE article = ?', (article,))
    spans = [Span(*row) for row in rows]
    ids = tuple(claim_id(article, span) for span in spans)
    does(library, BEN, SetTag(article, ids, Tag.DISPUTED))
    found = voices.voices(library, article, spans)
    assert len(found) == 901
    assert set(map(str, found.values())) == {str({BEN.id: voices.Stand(DISPUTED)})}


def test_what_is_blind_in_another_copy_does_not_show_through_the_pairs(library: Library) -> None:
    here, there = bring_in(library), bring_in(library, BEN, OTHER)
    mine = claims_of(here)[0]
    other = claim_id(there, Span(0, len("Two explosions")))
    does(library, ANNA, AddRevision(there, here, (Match(other, mine, "exact"),)))
    does(library, BEN, AskBlind(there))
    tags(library, BEN, other, Tag.DISPUTED)

    def who(viewer: Author) -> tuple[set[str], set[str]]:
        """By whole columns, and of the one claim."""
        columns = judging.judged(library, here, viewer.id).columns
        one = judging.voices_for(library, here, viewer.id, [SPANS[0]])[SPANS[0]]
        return {column.analyst.id for column in columns}, set(one)

    assert who(ANNA) == (set(), set())
    assert who(BEN) == ({BEN.id}, {BEN.id}), "who asked for it sees all"
    tags(library, ANNA, other, Tag.VERIFIED)
    assert who(ANNA) == ({ANNA.id}, {ANNA.id})
    does(library, ANNA, Submit(there))
    assert who(ANNA) == ({ANNA.id, BEN.id}, {ANNA.id, BEN.id})
