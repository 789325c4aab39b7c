"""Columns of claims and of what is held, matched in one go and one by one."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.tags import Standing
from annotator.store.columns import standing_columns

SPAN = st.tuples(st.integers(0, 9), st.integers(10, 19))


def in_order(spans):
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def columns(rows, width):
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(width)]


def looked_up(claims, held):
    """Holds the columns against what each claim is held for; ``claims``: span → is furniture."""
    ordered = in_order(claims)
    asked = columns([(*span, int(claims[span])) for span in ordered], 3)
    found = columns([(*span, *held[span]) for span in in_order(held)], 4)
    standings, notes = standing_columns(asked, found)
    assert list(notes) == [held.get(span, (0, 0))[1] for span in ordered]
    assert list(standings) == [
        int(Standing.FURNITURE) if claims[span] else held.get(span, (0, 0))[0] for span in ordered
    ]


@given(
    st.dictionaries(SPAN, st.booleans()),
    st.dictionaries(SPAN, st.tuples(st.integers(0, 5), st.integers(0, 1))),
)
def test_whatever_is_held_each_claim_stands_as_if_it_were_looked_up(claims, held):
    looked_up(claims, held)


@given(st.sets(SPAN, min_size=1), st.data())
def test_around_one_cut_the_rest_stands_as_it_did(spans, data):
    held = {span: (1 + span[0] % 5, span[1] % 2) for span in spans}
    gone = data.draw(st.sampled_from(sorted(spans)))
    live = (spans - {gone}) | {(gone[0], 9)}
    looked_up(dict.fromkeys(live, False), held)
