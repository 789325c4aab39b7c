"""From how claims stand for each analyst to the table, and what is left out and why."""

import pytest

from annotator.domain.tags import Standing
from annotator.review.agreement import agreement
from annotator.review.reasons import BLIND, BORDERS, OTHER_TEXT, SEEN
from annotator.review.standings import Standings

E, V, D, U, Q, N, F = map(int, Standing)
S = SEEN


def standings(*rows, apart=b"", analysts="ABC"):
    """A claim a row, its standing for each analyst; claims are called c0, c1, …"""
    names = tuple(analysts[: len(rows[0])])
    claims = [f"c{place}" for place in range(len(rows))]
    return Standings(names, claims, tuple(map(bytes, zip(*rows, strict=True))), apart)


def said(groups):
    return [(group.why, *group.items) for group in groups]


def test_only_the_three_tags_are_compared():
    table = standings((V, D), (U, Q), (N, V), (E, S)).table()
    assert table.columns == (b"\1\3\0\0", b"\2\0\1\0")
    assert agreement(table).units == 1


def test_claims_with_other_borders_are_left_out_and_counted():
    held = standings((V, V), (D, E), (E, E), (V, D), apart=b"\0\1\1\1")
    assert held.table().items == ("c0",)
    assert agreement(held.table(), held.left_out()).units == 1
    assert said(held.left_out()) == [("different borders", "c1", "c3")]


def test_what_is_counted_with_another_text_or_tagged_blind_stands_apart():
    held = standings((V, D), (V, D), (V, E), (V, V), apart=bytes([0, OTHER_TEXT, BLIND, BORDERS]))
    assert held.table().items == ("c0",)
    assert said(held.left_out_of("A", "B")) == [
        ("different borders", "c3"),
        ("counted with the same claim of another text", "c1"),
        ("in an article that you tag blind, until you submit", "c2"),
    ]


def test_page_furniture_is_in_no_statistic():
    held = standings((F, F), (V, V))
    assert said(held.left_out()) == []
    assert agreement(held.table()).units == 1


def test_between_two_each_reason_has_its_claims():
    held = standings(
        (V, V),
        (Q, Q),
        (Q, V),
        (Q, D),
        (V, E),
        (N, N),
        (N, Q),
        (E, E),
        (S, V),
        (S, S),
        (Q, Q),
        (E, S),
    )
    assert said(held.left_out_of("A", "B")) == [
        ("on their source for both", "c1", "c10"),
        ("not checkable for both", "c5"),
        ("not checkable for A, on its source for B", "c6"),
        ("on its source for A, disputed for B", "c3"),
        ("on its source for A, verified for B", "c2"),
        ("tagged by A only after seeing a colleague's tag", "c8"),
        ("tagged by both only after seeing a colleague's tag", "c9"),
        ("not tagged by A", "c11"),
        ("not tagged by B", "c4"),
        ("not tagged by either", "c7"),
    ]
    assert held.left_out() == held.left_out_of("A", "B")


def test_you_are_called_you():
    held = standings((Q, Q), (Q, Q), (Q, V), (V, E), (E, V), (E, E), (S, V), (V, S), (S, S))
    assert said(held.left_out_of("A", "B", you="A")) == [
        ("on their source for both of you", "c0", "c1"),
        ("on its source for you, verified for B", "c2"),
        ("tagged by B only after seeing a colleague's tag", "c7"),
        ("tagged by both of you only after seeing a colleague's tag", "c8"),
        ("tagged by you only after seeing a colleague's tag", "c6"),
        ("not tagged by B", "c3"),
        ("not tagged by you", "c4"),
        ("not tagged by either of you", "c5"),
    ]


def test_several_claims_are_said_in_the_plural():
    held = standings((Q, V), (Q, V), (N, Q), (N, Q))
    assert said(held.left_out()) == [
        ("not checkable for A, on their source for B", "c2", "c3"),
        ("on their source for A, verified for B", "c0", "c1"),
    ]


def test_among_several_each_reason_has_its_claims():
    held = standings(
        (V, D, E), (V, E, E), (E, E, U), (Q, Q, Q), (N, N, N), (S, S, S), (E, E, E), (V, Q, E),
        (Q, N, E), (V, S, S), (D, Q, E),
    )  # fmt: skip
    assert said(held.left_out()) == [
        ("not checkable for all", "c4"),
        ("on its source for all", "c3"),
        ("one tag, otherwise on their source or not tagged", "c7", "c10"),
        ("no tag: on its source or not checkable or not tagged", "c8"),
        ("one tag, otherwise tagged only after seeing a colleague's tag", "c9"),
        ("tagged by all only after seeing a colleague's tag", "c5"),
        ("tagged by A only", "c1"),
        ("tagged by C only", "c2"),
        ("not tagged by anybody", "c6"),
    ]


def test_one_analyst_alone_shares_nothing():
    assert said(standings((V,), (Q,)).left_out()) == [
        ("on its source for all", "c1"),
        ("tagged by A only", "c0"),
    ]


def test_where_nobody_judged_anything_all_is_left_out():
    held = Standings((), ["c0", "c1"], ())
    assert said(held.left_out()) == [("not tagged by anybody", "c0", "c1")]
    assert said(agreement(held.table()).left_out) == [("tagged by nobody", "c0", "c1")]


def test_a_pair_among_several_has_reasons_of_its_own():
    held = standings((V, D, E), (V, E, D))
    assert said(held.left_out_of("A", "C")) == [("not tagged by C", "c0")]
    with pytest.raises(ValueError, match="not in tuple"):
        held.left_out_of("A", "X")
