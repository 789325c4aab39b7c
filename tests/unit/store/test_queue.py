"""The queue over all articles is what each article's own review says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.compare import Accord
from annotator.domain.edits.articles import RemoveArticle, RestoreArticle
from annotator.domain.edits.form import Edit
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.review import ArticleStage
from annotator.domain.tags import Standing
from annotator.store import queue
from annotator.store.library import Library
from annotator.store.reviewing import review
from annotator.store.write import Author, absorb, apply
from factories import ANNA, BEN, CHLOE, bring_in
from unit.edits.histories import MIXED, TEXTS, ordinary
from unit.store.test_tables import NEW, a_library

REVIEWED = (*MIXED, *("SetTag", "Decide", "SetNotCheckable", "Submit", "Reveal") * 4)


def decide(library: Library, article: ArticleId, reviewer: Author) -> None:
    """Every second claim that anybody judged is settled, over what the reviewer sees."""
    held = review(library, article, reviewer.id)
    rows = library.rows(
        'SELECT id FROM claims WHERE article = ? AND live = 1 ORDER BY start, "end" DESC',
        (article,),
    )
    rulings = tuple(
        Ruling(
            ClaimId(row[0]),
            Standing.VERIFIED,
            "",
            {c.analyst.id: s for c, s in held.held(index) if index not in c.elsewhere},
        )
        for index, row in enumerate(rows)
        if index % 2 and held.held(index)
    )
    if rulings and held.stage.stage is not ArticleStage.SETTLED:
        apply(library, reviewer, [Decide(article, rulings)])


@given(ordinary(REVIEWED), ordinary(REVIEWED), st.sampled_from((ANNA, BEN, CHLOE)))
def test_it_counts_what_the_reviews_count(
    one: list[Edit], other: list[Edit], reviewer: Author
) -> None:
    articles = list(TEXTS)
    with a_library() as library:
        absorb(library, one, NEW)
        decide(library, articles[0], reviewer)
        absorb(library, other)
        for who in (ANNA, BEN, CHLOE):
            found = queue.waiting(library, articles, who.id)
            for article in articles:
                held = review(library, article, who.id)
                of = found[article]
                assert (of.open, of.returned, of.settled) == (
                    held.count(Accord.OPEN),
                    held.count(Accord.RETURNED),
                    held.count(Accord.SETTLED),
                )
                assert of.passes == held.passes
                assert of.stage == replace(held.stage, digests={})
                assert queue.waiting(library, [article], who.id) == {article: of}


def test_the_list_is_one_s_own() -> None:
    with a_library() as library:
        first = bring_in(library)
        second = bring_in(library, text="A title\n\nAnother text.", title="Another")
        assert queue.listed(library, ANNA.id) == {first: "Two explosions", second: "Another"}
        apply(library, ANNA, [RemoveArticle(first)])
        assert list(queue.listed(library, ANNA.id)) == [second]
        assert list(queue.listed(library, BEN.id)) == [first, second]
        apply(library, ANNA, [RestoreArticle(first)])
        assert list(queue.listed(library, ANNA.id)) == [first, second]
