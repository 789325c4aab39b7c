"""What was done, in words, and what undo and redo would take."""

from __future__ import annotations

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span
from annotator.domain.edits.articles import RemoveArticle, SetArticle
from annotator.domain.edits.form import PartClass, Stamp
from annotator.domain.edits.layout import MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import Own, Paint
from annotator.domain.tags import Tag
from annotator.store import history
from annotator.store.library import Library
from annotator.store.write import absorb, apply
from factories import ANNA, BEN, SENTENCES, TEXT, bring_in, claims_of, spans_of

SPANS = spans_of(TEXT, SENTENCES)


def undo(library: Library, article: ArticleId | None) -> str:
    row = history.undo_target(library, ANNA.id, article)
    assert row is not None
    apply(library, ANNA, [Undo(row.id)])
    return row.does


def redo(library: Library, article: ArticleId | None) -> str:
    row = history.redo_target(library, ANNA.id, article)
    assert row is not None
    apply(library, ANNA, [Redo(row.id)])
    return row.does


def test_a_claims_history(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    of = (article, (claims[1],))
    apply(library, ANNA, [SetTag(*of, Tag.VERIFIED)])
    apply(library, BEN, [SetTag(*of, Tag.DISPUTED)])
    apply(library, ANNA, [SetTag(article, claims[:3], Tag.DISPUTED)])
    apply(library, ANNA, [SetNotCheckable(*of, "an opinion")])
    apply(library, ANNA, [SetConfirmed(*of, True)])
    apply(library, ANNA, [Clear(*of)])
    apply(library, ANNA, [SetNote(article, claims[1], "why")])
    undo(library, article)
    told = history.history(library, article, claims[1])
    assert [(row.analyst.name, row.does, row.dead) for row in told] == [
        ("Anna", "untagged → verified", False),
        ("Ben", "untagged → disputed", False),
        ("Anna", "verified → disputed", False),
        ("Anna", "disputed → not checkable, “an opinion”", False),
        ("Anna", "on its source", False),
        ("Anna", "not checkable → untagged", False),
        ("Anna", "note", True),
        ("Anna", "undone: note", False),
    ]
    assert {row.claims for row in told} == {(claims[1],)}
    assert {row.spans for row in told} == {(SPANS[1],)}
    assert told[-1].undoes == told[-2].id
    newest = history.history(library, article, claims[1], limit=2)
    assert newest == told[-2:]


def test_an_articles_history(library: Library, article: ArticleId) -> None:
    other = bring_in(library, text="T\n\nAnother text.")
    claims = claims_of(article)
    apply(library, ANNA, [SetTag(article, claims[:2], Tag.VERIFIED)])
    whole = SPANS[1]
    into = (Span(whole.start, whole.start + 11), Span(whole.start + 12, whole.end))
    apply(library, ANNA, [SplitClaim(article, claims[1], into)])
    apply(library, ANNA, [MarkBoilerplate(article, SPANS[3], PassageKind.BOILERPLATE)])
    apply(library, ANNA, [SetArticle(article, {"title": "T"})])
    rows = history.history(library, article)
    assert [(row.does, row.spans) for row in rows] == [
        ("imported", ()),
        ("verified", SPANS[:2]),
        ("split", into),
        ("set aside as page furniture", (SPANS[3],)),
        ("record corrected", ()),
    ]
    assert {row.articles for row in rows} == {(article,)}
    assert [row.does for row in history.history(library, other)] == ["imported"]
    assert len(history.history(library)) == 7
    assert history.history(library)[0].does == "called Anna"
    undo(library, article)
    undo(library, article)
    undo(library, article)
    assert history.history(library, article)[2].spans == (whole,)


def test_an_unknown_kind_is_told_as_such(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[0]
    own = (PartClass.TAGS, article, Own("claim", claim, "mood", "good"))
    absorb(library, [Stamp(BEN.id, 1_900_000_000_000_000, 5).seal("SetMood", 3, (own,))])
    told = history.history(library, article)[-1]
    assert told.does == "something this version does not know (SetMood)"
    assert told.analyst.name == BEN.id[:8]


def test_undo_and_redo_without_limit(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    for claim in claims:
        apply(library, ANNA, [SetTag(article, (claim,), Tag.VERIFIED)])
    done = [undo(library, article) for _ in claims]
    assert done == ["untagged → verified"] * 6
    assert history.undo_target(library, ANNA.id, article) is None
    assert len([redo(library, article) for _ in claims]) == 6
    assert history.redo_target(library, ANNA.id, article) is None


def test_what_is_done_since_ends_redo(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    apply(library, ANNA, [SetTag(article, claims[:1], Tag.VERIFIED)])
    undo(library, article)
    apply(library, BEN, [SetTag(article, claims[:1], Tag.DISPUTED)])
    assert history.redo_target(library, ANNA.id, article) is not None
    apply(library, ANNA, [SetTag(article, claims[1:2], Tag.VERIFIED)])
    assert history.redo_target(library, ANNA.id, article) is None


def test_each_article_has_its_own_undo(library: Library, article: ArticleId) -> None:
    text = "T\n\nAnother text."
    other = bring_in(library, text=text)
    second = claims_in(library, other)
    apply(library, ANNA, [SetTag(article, claims_of(article)[:1], Tag.VERIFIED)])
    apply(library, ANNA, [SetTag(other, second, Tag.DISPUTED)])
    apply(library, ANNA, [RemoveArticle(article)])
    row = history.undo_target(library, ANNA.id, None)
    assert row is not None
    assert row.articles == (other,), "removing is not on it"
    assert undo(library, article) == "untagged → verified"
    assert history.undo_target(library, ANNA.id, None) is None, "of the article just undone in"
    assert undo(library, other) == "disputed"


def claims_in(library: Library, article: ArticleId) -> tuple[ClaimId, ...]:
    rows = library.rows("SELECT id FROM claims WHERE article = ? ORDER BY start", (article,))
    return tuple(ClaimId(row[0]) for row in rows)


def test_undo_takes_neither_what_is_anothers_nor_what_came_by_merge(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[0]
    apply(library, BEN, [SetTag(article, (claim,), Tag.VERIFIED)])
    own = (PartClass.TAGS, article, Own("claim", claim, "judgement", {"tag": "disputed"}))
    absorb(library, [Stamp(ANNA.id, 1_900_000_000_000_000, 5).seal("SetTag", 1, (own,))])
    assert history.undo_target(library, ANNA.id, article) is None
    assert history.undo_target(library, ANNA.id, None) is None
    assert history.redo_target(library, ANNA.id, None) is None


def test_a_strangers_stretch_longer_than_any_text(library: Library, article: ArticleId) -> None:
    paint = Paint(Span(0, 10**30), PassageKind.CAPTION)
    stamp = Stamp(BEN.id, 1_800_000_000_000_000, 1_800_000_000_000_000)
    absorb(library, [stamp.seal("MarkBoilerplate", 1, ((PartClass.TAGS, article, paint),))])
    assert history.history(library, article)[-1].claims == claims_of(article)
