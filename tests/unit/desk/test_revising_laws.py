"""What holds of any two versions in a real library: nothing lost, nothing guessed, all of it undone."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.desk import tagging, undoing
from annotator.desk.article_record import correct
from annotator.desk.library import OpenLibrary
from annotator.desk.revising import (
    MarkKind,
    add_revision,
    carry,
    compared,
    earlier_of,
    marks,
    to_carry,
)
from annotator.domain.article import ArticleId, ClaimId, claim_id
from annotator.domain.tags import Standing, Tag
from annotator.review.quotations import quotation
from annotator.review.revision import Comparison, Fate
from annotator.store import reading
from annotator.store.doctor import examine
from factories import ANNA, new_library
from finding import bring_in, claims_of
from revising import prepared, standings

ADDRESS = "https://news.example/story"
SENTENCES = (
    "Two explosions killed 95 people.", "Two explosions killed 103 people.", "He denied it.",
    "He did not deny it.", "ISNA counted the ships again.", "IRNA counted the ships again.",
    "The crowd had come for a ceremony.", "The crowd came for a solemn ceremony.",
    "Nobody claimed it.", "ایران گفت که ۸۴ نفر کشته شدند.", "ایران گفت که ۹۵ نفر کشته شدند.",
)  # fmt: skip
SENTENCE = st.sampled_from(SENTENCES)
STORY = st.lists(SENTENCE, min_size=2, max_size=8)
TAGS = (Tag.VERIFIED, Tag.DISPUTED, Tag.UNATTRIBUTED)


@st.composite
def edited(draw: st.DrawFn, story: list[str]) -> list[str]:
    """The story after somebody's edits."""
    left = list(story)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(left) - 1)) if left else 0
        match draw(st.sampled_from(["put in", "take out", "reword", "move", "twice"])):
            case "put in":
                left.insert(at, draw(SENTENCE))
            case "take out":
                del left[at : at + 1]
            case "reword":
                left[at : at + 1] = [draw(SENTENCE)]
            case "move":
                left = left[at:] + left[:at]
            case _:
                left[at:at] = left[at : at + 2]
    return left


@st.composite
def three(draw: st.DrawFn) -> list[str]:
    """Three texts that are another, each an edit of the one before."""
    story = draw(STORY)
    second = draw(edited(story))
    stories = [story, second, draw(edited(second))]
    return [f"A story\n\n{' '.join(one) or 'It is empty.'}\n" for one in stories]


def opened(folder: str) -> OpenLibrary:
    return OpenLibrary(new_library(Path(folder) / "library.db"), ANNA)


def added(library: OpenLibrary, text: str) -> tuple[ArticleId, Comparison] | None:
    """Adds the text as a version; None where this very text is here."""
    read = prepared(text, ADDRESS)
    found = earlier_of(library, read)
    if found is None:
        return None
    done = add_revision(library, read, found)
    again = compared(library, found.article, done.imported.article).comparison
    assert again == done.comparison
    return done.imported.article, done.comparison


def tags_of(library: OpenLibrary, article: ArticleId) -> dict[ClaimId, Standing]:
    return dict(zip(claims_of(library, article), standings(library, article), strict=True))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(three())
def test_what_is_carried_is_what_was_held_of_the_same_words(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = opened(folder)
        first = bring_in(library, texts[0])
        correct(library, first, {"address": ADDRESS})
        for number, one in enumerate(claims_of(library, first)):
            tagging.tag(library, first, [one], TAGS[number % 3])
        latest = first
        for text in texts[1:]:
            came = added(library, text)
            if came is None:
                continue
            article, comparison = came
            _holds(library, latest, article, comparison)
            latest = article
        assert examine(library.store) == ()
        library.close()


def _holds(
    library: OpenLibrary, earlier: ArticleId, article: ArticleId, comparison: Comparison
) -> None:
    before, after = tags_of(library, earlier), tags_of(library, article)
    words = [reading.article(library.store, one).text for one in (earlier, article)]
    told = marks(library, article)
    expected = dict.fromkeys(after, Standing.UNTAGGED)
    assert len(comparison.lines) == len(before)
    assert comparison.carried + comparison.changed + comparison.gone == len(before)
    for line in comparison.lines:
        if line.fate is Fate.CARRIED:
            assert line.there is not None
            assert quotation(words[0], line.here) == quotation(words[1], line.there)
            expected[claim_id(article, line.there)] = before[claim_id(earlier, line.here)]
    assert after == expected
    assert all(
        told[claim] is MarkKind.CARRIED
        for claim, standing in after.items()
        if standing is not Standing.UNTAGGED
    )
    carried = [claim for claim, kind in told.items() if kind is MarkKind.CARRIED]
    if carried:
        undoing.undo(library, article)
        assert set(tags_of(library, article).values()) == {Standing.UNTAGGED}
        assert MarkKind.CARRIED not in marks(library, article).values()
        assert to_carry(library, article) == len(carried)
        carry(library, article)
    assert tags_of(library, article) == expected
    assert marks(library, article) == told
    assert to_carry(library, article) == 0
