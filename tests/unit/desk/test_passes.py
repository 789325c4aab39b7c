"""Passes and stages: who may say what of whose pass, and how it reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import commenting, deciding, notes, passes, sight, tagging, undoing
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.progress import Progress, progress
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide
from annotator.domain.errors import AnnotatorError
from annotator.domain.review import ArticleStage
from annotator.domain.tags import Standing, Tag

Opened = Callable[..., OpenLibrary]


def tag(desk: Desk, library: OpenLibrary, index: int, tag: Tag = Tag.VERIFIED) -> None:
    tagging.tag(library, desk.article, [desk.held.id_at(index)], tag)


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    ben = opened("Ben")
    tag(desk, ben, 1, Tag.DISPUTED)
    tag(desk, desk.library, 1)
    return ben


def how_far(desk: Desk, library: OpenLibrary | None = None) -> Progress:
    return progress(library or desk.library, desk.article)


def words(desk: Desk, library: OpenLibrary | None = None) -> list[str]:
    return [f"{row.analyst.name}: {row.in_words}" for row in how_far(desk, library).passes]


def test_nothing_judged_is_nothing_to_submit(desk: Desk) -> None:
    with pytest.raises(AnnotatorError, match="nothing to submit"):
        passes.submit(desk.library, desk.article)


def test_handed_in_once_is_enough_until_something_changes(desk: Desk, ben: OpenLibrary) -> None:
    def submit() -> bool:
        return passes.submit(desk.library, desk.article) is not None

    assert submit()
    assert not submit()
    tag(desk, desk.library, 2)
    assert how_far(desk).passes[0].changed
    assert submit()
    assert not how_far(desk).passes[0].changed
    undoing.undo(desk.library, desk.article)
    assert submit(), "a tag that was taken back is a change"
    notes.write_note(desk.library, desk.article, desk.held.id_at(1), "why")
    assert submit()
    commenting.comment(desk.library, desk.article, desk.held.id_at(1), "look")
    deciding.decide(desk.library, desk.article, [desk.held.span(1)], Standing.VERIFIED)
    tag(desk, ben, 2)
    assert not submit(), "comments, decisions and colleagues are none of one's pass"


def test_a_pass_goes_back_with_a_reason_and_comes_again(desk: Desk, ben: OpenLibrary) -> None:
    article, me = desk.article, desk.library.me
    with pytest.raises(AnnotatorError, match="Ada has not submitted this article"):
        passes.return_(ben, article, me, "why")
    passes.submit(desk.library, article)
    with pytest.raises(AnnotatorError, match="Say why"):
        passes.return_(ben, article, me, "  ")
    with pytest.raises(AnnotatorError, match="your own pass: a colleague has to return it"):
        passes.return_(desk.library, article, me, "why")
    assert passes.return_(ben, article, me, "claim 1 has no source") is not None
    assert passes.return_(ben, article, me, "claim 1 has no source") is None
    assert words(desk)[0] == "Ada: returned by Ben: claim 1 has no source"
    assert passes.return_(ben, article, me, "and claim 2 neither") is not None
    assert passes.submit(desk.library, article) is not None, "nothing changed, and one insists"
    assert how_far(desk).passes[0].in_words.startswith("submitted ")


def test_a_pass_is_approved_by_somebody_else(desk: Desk, ben: OpenLibrary) -> None:
    passes.submit(desk.library, desk.article)
    with pytest.raises(AnnotatorError, match="a colleague has to approve it"):
        passes.approve(desk.library, desk.article, desk.library.me)
    assert passes.approve(ben, desk.article, desk.library.me) is not None
    assert passes.approve(ben, desk.article, desk.library.me) is None
    assert words(desk) == ["Ada: approved by Ben", "Ben: draft"]
    assert passes.submit(desk.library, desk.article) is None
    tag(desk, desk.library, 2)
    assert words(desk)[0] == "Ada: approved by Ben, changed since"


def test_one_stands_first_and_the_others_by_name(
    desk: Desk, ben: OpenLibrary, opened: Opened
) -> None:
    assert [row.analyst.name for row in how_far(desk, ben).passes] == ["Ben", "Ada"]
    assert [row.judged for row in how_far(desk).passes] == [1, 1]
    zoe = opened("Zoë")
    assert [row.analyst.name for row in how_far(desk, zoe).passes] == ["Zoë", "Ada", "Ben"]
    desk.library.perform(Hide(AnalystId(ben.me), True))
    assert [row.analyst.name for row in how_far(desk).passes] == ["Ada"]


def test_blind_only_who_submitted_is_named_and_nothing_counted(
    desk: Desk, ben: OpenLibrary, opened: Opened
) -> None:
    sight.ask_blind(desk.library, desk.article)
    assert [row.analyst.name for row in how_far(desk, ben).passes] == ["Ben"]
    passes.submit(desk.library, desk.article)
    rows = how_far(desk, ben).passes
    assert [(row.analyst.name, row.judged) for row in rows] == [("Ben", 1), ("Ada", 0)]
    with pytest.raises(AnnotatorError, match="submit your pass before you settle it"):
        passes.settle_article(ben, desk.article)


def test_blind_no_reason_is_told_and_no_pass_answered(
    desk: Desk, ben: OpenLibrary, opened: Opened
) -> None:
    """A reason says of claims how they stand."""
    for library in (desk.library, ben):
        passes.submit(library, desk.article)
    passes.return_(ben, desk.article, desk.library.me, "Claim 1 is disputed.")
    passes.settle_article(ben, desk.article)
    passes.reopen(ben, desk.article, "Claim 2 is verified.")
    zoe = opened("Zoë")
    assert "disputed" in str(words(desk, zoe))
    assert "verified" in how_far(desk, zoe).in_words
    sight.ask_blind(desk.library, desk.article)
    assert "disputed" not in str(how_far(desk, zoe))
    assert "verified" not in how_far(desk, zoe).in_words
    with pytest.raises(AnnotatorError, match="submit your pass before you approve a colleague's"):
        passes.approve(zoe, desk.article, ben.me)
    with pytest.raises(AnnotatorError, match="submit your pass before you return a colleague's"):
        passes.return_(zoe, desk.article, ben.me, "why")
    assert "disputed" in str(words(desk, desk.library)), "who asked sees"
    tag(desk, zoe, 1)
    passes.submit(zoe, desk.article)
    assert "disputed" in str(words(desk, zoe))


def test_settling_reminds_of_what_is_open_and_blocks_nothing(desk: Desk, ben: OpenLibrary) -> None:
    assert how_far(desk).in_words == "open"
    passes.submit(desk.library, desk.article)
    assert how_far(desk).in_words == "in review"
    settled = passes.settle_article(desk.library, desk.article)
    assert settled.applied is not None
    assert settled.waiting == 1
    assert passes.settle_article(ben, desk.article).applied is None
    assert how_far(desk, ben).in_words.startswith("settled by Ada, ")
    assert how_far(desk, ben).in_words.endswith("UTC")
    with pytest.raises(AnnotatorError, match="reopen it first, with a reason") as refused:
        tag(desk, ben, 2)
    assert refused.value.command.startswith("annotator pass reopen")
    with pytest.raises(AnnotatorError, match="is settled"):
        undoing.undo(ben, desk.article)


def test_a_settled_article_is_opened_again_with_a_reason(desk: Desk, ben: OpenLibrary) -> None:
    with pytest.raises(AnnotatorError, match="not settled"):
        passes.reopen(ben, desk.article, "why")
    passes.settle_article(desk.library, desk.article)
    with pytest.raises(AnnotatorError, match="Say why"):
        passes.reopen(ben, desk.article, "\n")
    passes.reopen(ben, desk.article, "the ministry corrected itself")
    assert how_far(desk).stage.stage is ArticleStage.REOPENED
    assert how_far(desk).in_words.startswith("reopened by Ben, ")
    assert how_far(desk).in_words.endswith(": the ministry corrected itself")
    tag(desk, ben, 2)
