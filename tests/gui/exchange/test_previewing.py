"""What a preview says: whose, how much, whose clock was wrong, and what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.desk.library import OpenLibrary
from annotator.desk.previews import ArticleIn, Merged, Person, Preview, WrongClock
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.store.leftout import LeftOut
from annotator.store.tally import Counts
from annotator.ui.exchange.previewing import Looked, arrived, bring_view, counted
from annotator.ui.exchange.view import Sign

YEAR_2099 = 4_070_908_800_000_000


def found(
    *people: tuple[str, int],
    counts: Counts | None = None,
    articles: int = 1,
    nothing: bool = False,
    clocks: tuple[WrongClock, ...] = (),
    left_out: tuple[LeftOut, ...] = (),
) -> Preview:
    """A preview of so many claims of each of these people."""
    return Preview(
        ("a.annotations",),
        tuple(Person(Analyst(name, name), judged) for name, judged in people),
        tuple(
            ArticleIn(ArticleId(str(n)), f"Article {n}", n == 1, counts or Counts(new=2))
            for n in range(articles)
        ),
        left_out,
        clocks,
        (),
        (),
        nothing,
    )


@pytest.mark.parametrize(
    ("people", "head"),
    [
        ((("Anna", 3),), "Anna’s tags on 1 article"),
        ((("Anna", 3), ("Ben", 1)), "Anna’s and Ben’s tags on 1 article"),
        ((("A", 1), ("B", 1), ("C", 1)), "3 colleagues’ tags on 1 article"),
        ((("Anna", 3), ("Ben", 0)), "Anna’s tags on 1 article"),
        ((("علی", 3),), "\u2068علی\u2069’s tags on 1 article"),
        ((), "Without tags: 1 article"),
    ],
)
def test_whose_it_is(library: OpenLibrary, people: tuple[tuple[str, int], ...], head: str) -> None:
    view = bring_view(library, Looked((Path("a"),), found(*people), {}))
    assert view.head == head


def test_ones_own_work_from_another_machine(library: OpenLibrary) -> None:
    view = bring_view(library, Looked((Path("a"),), found((library.me, 3)), {}))
    assert view.head == "Your own tags on 1 article"


def test_counts_leave_out_what_is_nought() -> None:
    assert counted(Counts(45, 3, 1_200, 2)) == "45 new, 3 changed, 1,200 the same, 2 in conflict"
    assert counted(Counts(same=4)) == "4 the same"
    assert counted(Counts()) == "no tags"


def test_each_article_says_what_comes_in_for_it(library: OpenLibrary) -> None:
    view = bring_view(library, Looked((Path("a"),), found(("Anna", 2), articles=2), {}))
    assert [(one.title, one.says, one.fresh) for one in view.articles] == [
        ("Article 0", "2 new", False),
        ("Article 1", "2 new", True),
    ]
    assert view.says == "4 new. Nothing is changed until you bring it in."


def test_a_wrong_clock_is_said(library: OpenLibrary) -> None:
    clocks = (WrongClock(Analyst("ben", "Ben"), 2, YEAR_2099),)
    view = bring_view(library, Looked((Path("a"),), found(("Ben", 1), clocks=clocks), {}))
    (said,) = view.clocks
    assert said == (
        "Ben’s clock was wrong in 2 edits: it said 1 January 2099. "
        "Times are shown as it said; the order of edits is kept."
    )


def test_what_does_not_fit_is_said_with_its_reason(library: OpenLibrary) -> None:
    rows = (LeftOut("3 edits in a.annotations", "altered: its id was made of something else"),)
    view = bring_view(library, Looked((Path("a"),), found(("Ben", 1), left_out=rows), {}))
    (line,) = view.left_out
    assert line.what == "3 edits in a.annotations"
    assert line.why == "Altered: its id was made of something else."


def test_files_that_are_none_are_beside_those_that_are(library: OpenLibrary) -> None:
    looked = Looked((Path("a"),), found(("Ben", 1)), {"notes.txt": "it is no library."})
    view = bring_view(library, looked)
    assert [(line.name, line.sign) for line in view.files] == [
        ("a.annotations", Sign.READ),
        ("notes.txt", Sign.REFUSED),
    ]
    nothing = bring_view(library, Looked((), None, {"notes.txt": "it is no library."}))
    assert nothing.head == "Nothing can be brought in"
    assert nothing.nothing


def test_what_came_in(library: OpenLibrary) -> None:
    came = arrived(library, Merged(found(("Ben", 2), articles=2), Path("backup"), 5))
    assert came.head == "Ben’s tags on 2 articles are in"
    assert came.says == "4 new. 5 claims of other copies matched with yours."
    assert came.review
    texts = arrived(library, Merged(found(counts=Counts()), Path("backup"), 0))
    assert texts.head == "Without tags: 1 article is in"
    assert texts.says == ""
    same = arrived(library, Merged(found(("Ben", 2), nothing=True), None, 0))
    assert same.says == "All of it is here already."
    assert not same.can_take_back
    assert not same.review
