"""Where a statistic has no value: None and a reason, never 0, 1 or nan."""

import pytest

from annotator.review.fleiss import fleiss_kappa
from annotator.review.undefined import UndefinedError
from unit.review.published import measured, units_of_counts

V, D, U = "verified", "disputed", "unattributed"
ONE_TAG = "Undefined, because only one tag was used."


def test_with_one_tag_kappa_and_alpha_are_undefined():
    found = measured({"A": [V, V, V], "B": [V, V, V]})
    assert (found.fleiss_kappa, found.alpha) == (None, None)
    assert found.pairs[0].measures.kappa is None
    assert set(found.undefined.values()) == {ONE_TAG}
    assert found.undefined.keys() == {
        "fleiss_kappa", "alpha", "pairs.A.B.kappa", "pairs.A.B.kappa_low", "pairs.A.B.kappa_high",
        "pairs.A.B.alpha",
    }  # fmt: skip


def test_with_one_of_our_three_tags_ac1_is_defined():
    """It takes its chance from the tags one could have used: two other ones were there."""
    found = measured({"A": [V, V, V], "B": [V, V, V]})
    assert (found.ac1, found.percent) == (1, 100)


def test_with_one_word_of_another_vocabulary_ac1_is_undefined_too():
    found = measured({"A": ["yes", "yes"], "B": ["yes", "yes"]})
    assert found.ac1 is None
    assert found.undefined["ac1"] == ONE_TAG


def test_one_tag_among_what_both_tagged_is_enough_to_be_undefined():
    found = measured({"A": [V, V, D], "B": [V, V, None]})
    assert found.pairs[0].measures.kappa is None
    assert found.alpha is None


def test_two_that_share_nothing_have_no_agreement():
    found = measured({"A": [V, None], "B": [None, V]})
    assert (found.units, found.percent, found.alpha, found.ac1) == (0, None, None, None)
    assert found.pairs[0].measures.percent is None
    assert found.undefined["percent"] == "Undefined, because nothing was tagged by two analysts."
    assert found.undefined["pairs.A.B.percent"] == "Undefined, because nothing was tagged by both."


def test_three_that_never_tagged_the_same_claim_all_have_no_fleiss():
    found = measured({"A": [V, D, None], "B": [V, None, D], "C": [None, V, D]})
    assert found.fleiss_kappa is None
    assert found.undefined["fleiss_kappa"] == (
        "Undefined, because nothing was tagged by every analyst."
    )
    assert found.alpha is not None


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({}, "Undefined, because nobody tagged anything."),
        ({"A": [], "B": []}, "Undefined, because nobody tagged anything."),
        ({"A": [None]}, "Undefined, because nobody tagged anything."),
        ({"A": [V, D]}, "Undefined, because only one analyst tagged."),
        ({"A": [V, D], "B": [None, None]}, "Undefined, because only one analyst tagged."),
    ],
)
def test_with_fewer_than_two_analysts_nothing_is_defined(columns, why):
    found = measured(columns)
    assert found.units == 0
    for name in ("percent", "fleiss_kappa", "alpha", "ac1"):
        assert getattr(found, name) is None
        assert found.undefined[name] == why


def test_two_that_always_differ_are_measured():
    measures = measured({"A": [V, V], "B": [D, D]}).pairs[0].measures
    assert (measures.kappa, measures.percent, measures.chance) == (0, 0, 0)
    assert measures.alpha == -0.5


def test_fleiss_kappa_wants_as_many_tags_for_every_item():
    with pytest.raises(ValueError, match="same number of tags"):
        fleiss_kappa(units_of_counts([[2, 0], [2, 1]]))
    with pytest.raises(UndefinedError, match="only one analyst"):
        fleiss_kappa(units_of_counts([[1, 0], [0, 1]]))
    with pytest.raises(UndefinedError, match="by every analyst"):
        fleiss_kappa(units_of_counts([[0, 0]]))
