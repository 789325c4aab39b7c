"""Claims drawn at random: the same ones for everybody, and each as likely as any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from annotator.desk import drawing, importing, layout, passes
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import indices
from annotator.domain.tags import Standing

OTHER = "Port strike enters third week\n\nThe strike began on Monday. Nobody has gone back.\n"
Opened = Callable[..., OpenLibrary]


@pytest.fixture
def second(desk: Desk) -> ArticleId:
    return importing.save(desk.library, importing.prepare_pasted(OTHER)).article


def test_a_seed_draws_the_same_on_every_machine() -> None:
    # As Python 3.6.15, 3.8.18, 3.10.13, 3.11.7, 3.12.1 and 3.13.0 draw them, tried by hand.
    assert drawing.drawn_from(range(48), 8, "7") == [34, 42, 45, 16, 39, 24, 21, 26]
    found = drawing.drawn_from(range(100_000), 5, "Lund, ۴ 😀")
    assert found == [15376, 31781, 13509, 17301, 84413]


def test_none_twice_and_all_of_them_in_the_end() -> None:
    assert sorted(drawing.drawn_from(range(30), 30, "x")) == list(range(30))
    assert drawing.drawn_from("abc", 0, "x") == []


def test_each_is_as_likely_as_any_other() -> None:
    """Ten of forty, 4,000 times: chi-squared with 39 degrees stays below 72.1, but once in 1,000."""
    times = Counter(
        at for seed in range(4_000) for at in drawing.drawn_from(range(40), 10, str(seed))
    )
    expected = 4_000 * 10 / 40
    assert sum((times[at] - expected) ** 2 / expected for at in range(40)) < 72.1


def test_a_draw_is_kept_with_its_seed_and_shown(desk: Desk, opened: Opened) -> None:
    sample = drawing.draw(desk.library, [desk.article], 12, " 2026 ")
    assert (sample.count, sample.seed) == (12, "2026")
    assert sample.applied.edits[-1].header.kind == "Draw"
    spans = sample.spans[desk.article]
    assert list(spans) == sorted(spans)
    ben = opened("Ben")
    last = drawing.kept(ben, desk.article)
    assert last is not None
    assert last.spans == set(spans)
    assert (last.seed, last.by) == ("2026", Analyst(desk.library.me, desk.library.author.name))
    assert sample.among == desk.held.total
    again = drawing.draw(ben, [desk.article], 12, "2026")
    assert again.spans == sample.spans


def test_the_last_draw_is_the_one_that_counts(desk: Desk) -> None:
    assert drawing.kept(desk.library, desk.article) is None
    drawing.draw(desk.library, [desk.article], 12, "1")
    drawing.draw(desk.library, [desk.article], 3, "2")
    last = drawing.kept(desk.library, desk.article)
    assert last is not None
    assert len(last.spans) == 3


def test_a_claim_that_was_cut_since_stays_in_the_sample(desk: Desk) -> None:
    page = desk.held
    drawing.draw(desk.library, [desk.article], page.total, "all")
    cut = page.claim(3)
    at = cut.span.start + cut.text.index(" ") + 1
    layout.split(desk.library, page, cut.index, at)
    last = drawing.kept(desk.library, desk.article)
    assert last is not None
    assert cut.span in last.spans
    assert len(indices(desk.held, last.spans)) == page.total - 1


def test_without_a_seed_one_is_made_up_and_kept(desk: Desk) -> None:
    seed = drawing.draw(desk.library, [desk.article], 3).seed
    assert seed
    last = drawing.kept(desk.library, desk.article)
    assert last is not None
    assert last.seed == seed


def test_furniture_is_never_drawn_and_the_title_may_be(desk: Desk) -> None:
    page = desk.held
    layout.set_furniture(desk.library, page, page.span(3), furniture=True)
    sample = drawing.draw(desk.library, [desk.article], desk.held.total, "all")
    drawn = {desk.held.index_of(span) for span in sample.spans[desk.article]}
    assert 0 in drawn
    assert all(desk.held.standings[at] != Standing.FURNITURE for at in drawn if at is not None)
    assert len(drawn) == desk.held.total


def test_a_draw_over_several_articles_is_one(desk: Desk, second: ArticleId) -> None:
    articles = drawing.of_library(desk.library)
    assert set(articles) == {desk.article, second}
    total = desk.held.total + 3
    sample = drawing.draw(desk.library, articles, total, "all")
    assert {of: len(spans) for of, spans in sample.spans.items()} == {
        desk.article: total - 3,
        second: 3,
    }
    assert len(sample.applied.edits) == 1
    assert (
        drawing.draw(desk.library, articles[::-1], 5, "x").spans
        == drawing.draw(desk.library, articles, 5, "x").spans
    ), "in whatever order they are named"


def test_settled_articles_are_left_out_of_a_draw_over_the_library(
    desk: Desk, second: ArticleId
) -> None:
    passes.settle_article(desk.library, second)
    assert drawing.of_library(desk.library) == (desk.article,)
    with pytest.raises(AnnotatorError, match="is settled"):
        drawing.draw(desk.library, [second], 1, "x")


@pytest.mark.parametrize(
    ("n", "seed", "says"),
    [
        (0, "7", "0 is no sample"),
        (-4, "7", "-4 is no sample"),
        (1_000, "7", "so 1,000 cannot be drawn: ask for fewer"),
        (3, "", "The seed is one line"),
        (3, "a\nb", "The seed is one line"),
        (3, "x" * 201, "The seed is one line"),
        (3, "\0", "NUL"),
    ],
)
def test_what_cannot_be_drawn(desk: Desk, n: int, seed: str, says: str) -> None:
    with pytest.raises(AnnotatorError, match=says):
        drawing.draw(desk.library, [desk.article], n, seed)
    assert drawing.kept(desk.library, desk.article) is None


def test_nothing_to_draw_from(library: OpenLibrary) -> None:
    with pytest.raises(AnnotatorError, match="There is no claim in these 0 articles"):
        drawing.draw(library, drawing.of_library(library), 1, "x")
