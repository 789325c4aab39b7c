"""How analysts stand to each other on each claim, and what a review counts and finds."""

from __future__ import annotations

import pytest

from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.domain.compare import Accord, Column, ReviewSnapshot, accord, accords, initials
from annotator.domain.decision import Decision
from annotator.domain.review import Sight, Stage
from annotator.domain.tags import Standing

V, D, Q = Standing.VERIFIED, Standing.DISPUTED, Standing.ON_SOURCE
NONE, N, F = Standing.NOT_CHECKABLE, Standing.UNTAGGED, Standing.FURNITURE


def column(name: str, *standings: Standing) -> Column:
    return Column(Analyst(name.lower(), name), bytes(standings))


ANNA = column("Anna", V, V, V, N, N, F, Q, V)
BEN = column("Ben", V, D, N, N, D, F, Q, NONE)
FURNITURE = bytes([0, 0, 0, 0, 0, 1, 0, 0])
OUTCOME = Decision("anna", V, "", {"anna": V, "ben": D})


def snapshot(
    decided: dict[int, bool] | None = None, veiled: tuple[int, ...] = (), *columns: Column
) -> ReviewSnapshot:
    decided = decided or {}
    shown = columns or (ANNA, BEN)
    found = accords(shown, decided, veiled, FURNITURE)
    decisions = dict.fromkeys(decided, (OUTCOME,))
    return ReviewSnapshot(
        ArticleId("x"), "anna", shown, (), found, decisions, {}, {}, Stage(), Sight(True)
    )


def test_any_difference_of_outcome_is_a_disagreement() -> None:
    assert list(snapshot().accords) == [
        Accord.AGREED,
        Accord.OPEN,
        Accord.ONE,
        Accord.NOBODY,
        Accord.ONE,
        Accord.FURNITURE,
        Accord.AGREED,
        Accord.OPEN,
    ]


def test_decided_veiled_and_counted() -> None:
    of = snapshot({1: False, 7: True}, (4,))
    assert [of.accord(index) for index in (1, 4, 7)] == [
        Accord.SETTLED,
        Accord.VEILED,
        Accord.RETURNED,
    ]
    assert (of.waiting, of.disagreements, len(of)) == (1, 2, 8)
    assert of.decision(1) is OUTCOME
    assert of.decision(0) is None
    assert list(of.indices(Accord.AGREED)) == [0, 6]
    assert of.unanimous() == (0, 6)
    assert snapshot({0: False}).unanimous() == (6,)


def test_a_settled_claim_on_which_all_agreed_is_no_disagreement() -> None:
    assert snapshot().disagreements == 2
    assert snapshot({0: False, 6: False}).disagreements == 2
    assert snapshot({1: False}).disagreements == 2


def test_one_claim_alone_stands_as_it_does_among_all() -> None:
    of = snapshot()
    for index in range(len(of)):
        if index != 5:
            found = accord((ANNA, BEN), index, stale=None, veiled=False)
            assert found is of.accord(index)
    assert accord((ANNA, BEN), 0, stale=True, veiled=True) is Accord.RETURNED
    assert accord((ANNA, BEN), 0, stale=False, veiled=False) is Accord.SETTLED
    assert accord((ANNA, BEN), 0, stale=None, veiled=True) is Accord.VEILED


def test_the_next_that_waits_is_found_round_the_end() -> None:
    of = snapshot()
    assert of.next(-1, Accord.OPEN) == 1
    assert of.next(1, Accord.OPEN) == 7
    assert of.next(7, Accord.OPEN) == 1
    assert of.next(7, Accord.OPEN, Accord.AGREED) == 0
    assert of.next(1, Accord.OPEN, back=True) == 7
    assert of.next(7, Accord.OPEN, Accord.AGREED, back=True) == 6
    assert of.next(0, Accord.OPEN, back=True) == 7
    assert of.next(5, Accord.OPEN, back=True) == 1
    assert of.next(0, Accord.SETTLED) is None
    assert of.next(0, Accord.SETTLED, back=True) is None


def test_who_holds_what_in_the_order_of_the_columns() -> None:
    of = snapshot()
    assert [(c.analyst.name, standing) for c, standing in of.held(1)] == [("Anna", V), ("Ben", D)]
    assert [c.analyst.name for c, _ in of.held(2)] == ["Anna"]
    assert of.held(5) == ()


def test_without_anybody_there_is_nothing_to_agree_on() -> None:
    assert list(accords((), {}, (), bytes([0, 1]))) == [Accord.NOBODY, Accord.FURNITURE]


@pytest.mark.parametrize(
    ("names", "marks"),
    [
        (["Anna", "Ben"], ("A", "B")),
        (["Analyst A", "Analyst B", "Analyst C"], ("A", "B", "C")),
        (["Anna Berg", "Anna Chen"], ("B", "C")),
        (["Anna Berg", "Arno Berg"], ("A1", "A2")),
        (["Anna", "Arno"], ("AN", "AR")),
        (["Anna", "Annika"], ("A1", "A2")),
        (["Anna Berg", "Ben Chen", "Ada Chen"], ("AB", "BC", "AC")),
        (["", "Ben"], ("?", "B")),
        ([], ()),
    ],
)
def test_initials_are_short_and_no_two_alike(names: list[str], marks: tuple[str, ...]) -> None:
    assert initials(names) == marks


def test_a_review_gives_each_column_its_initial() -> None:
    assert snapshot().initials == ("A", "B")


def test_two_among_three_agree_where_the_third_differs() -> None:
    chloe = column("Chloé", D, V, V, N, Q, F, Q, V)
    whole = snapshot({7: True}, (3,), ANNA, BEN, chloe)
    pair = whole.among((0, 2))
    assert [one.analyst.name for one in pair.columns] == ["Anna", "Chloé"]
    assert list(pair.accords) == [
        Accord.OPEN,
        Accord.AGREED,
        Accord.AGREED,
        Accord.VEILED,
        Accord.ONE,
        Accord.FURNITURE,
        Accord.AGREED,
        Accord.RETURNED,
    ]
    assert pair.decisions == whole.decisions
    assert whole.among(range(3)).accords == whole.accords
