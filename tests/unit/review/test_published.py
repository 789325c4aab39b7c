"""The published values, to the digits that were published."""

import pytest

from annotator.review.fleiss import fleiss_kappa
from unit.review.published import (
    FLEISS_1971,
    KRIPPENDORFF_3_BY_15,
    KRIPPENDORFF_4_BY_12,
    WIKIPEDIA,
    columns,
    measured,
    met,
    units_of_counts,
)


def test_cohen_s_kappa_of_20_5_10_15_is_40():
    found = measured(met((20, 5), (10, 15))).pairs[0].measures
    assert found.kappa == pytest.approx(0.40, abs=1e-15)
    assert (found.units, found.agreed, found.chance, found.percent) == (50, 35, 25, 70)


def test_fleiss_kappa_of_his_30_subjects_is_430():
    assert round(fleiss_kappa(units_of_counts(FLEISS_1971)), 3) == 0.430


def test_fleiss_kappa_of_wikipedia_s_table_is_210():
    assert round(fleiss_kappa(units_of_counts(WIKIPEDIA)), 3) == 0.210


def test_krippendorff_s_alpha_of_4_observers_is_743():
    assert round(measured(columns(KRIPPENDORFF_4_BY_12)).alpha, 3) == 0.743


def test_krippendorff_s_alpha_of_3_coders_is_691():
    assert round(measured(columns(KRIPPENDORFF_3_BY_15)).alpha, 3) == 0.691


def test_gwet_s_ac1_of_krippendorff_s_4_observers_is_775():
    """Gwet prints .775 for these ratings (Handbook, 4th edition, table 2.10 on)."""
    assert round(measured(columns(KRIPPENDORFF_4_BY_12)).ac1, 3) == 0.775


@pytest.mark.parametrize(
    ("table", "kappa", "low", "high"),
    [
        # The example of R's statpsych::ci.kappa(.05, 31, 12, 4, 58), to the digits it prints.
        (((31, 12), (4, 58)), 0.6756757, 0.5317210, 0.8196303),
        # Three tags, as statsmodels 0.15.0 gives it; test_oracles.py compares a thousand more.
        (((75, 1, 4), (5, 4, 1), (0, 0, 10)), 0.6764706, 0.5045760, 0.8483652),
    ],
)
def test_kappa_s_interval_is_the_published_one(table, kappa, low, high):
    found = measured(met(*table)).pairs[0].measures
    assert (found.kappa, found.low, found.high) == pytest.approx((kappa, low, high), abs=5e-8)


def test_the_drawn_page_is_what_its_confusion_table_gives():
    """The figures of design/agreement-light.png, which were worked out by hand."""
    tags = ("verified", "disputed", "unattributed")
    pair = measured(met((18, 1, 1), (2, 4, 0), (1, 2, 19), tags=tags)).pairs[0]
    rows = [pair.measures, *map(pair.tag_or_not, tags)]
    assert [(row.agreed, round(row.chance), int(row.percent + 0.5)) for row in rows] == [
        (41, 19, 85), (43, 24, 90), (43, 37, 90), (44, 24, 92),
    ]  # fmt: skip
    assert [
        tuple(round(value, 2) for value in (row.kappa, row.low, row.high, row.alpha, row.ac1))
        for row in rows
    ] == [
        (0.76, 0.60, 0.92, 0.76, 0.79),
        (0.79, 0.61, 0.96, 0.79, 0.80),
        (0.56, 0.21, 0.90, 0.56, 0.86),
        (0.83, 0.67, 0.99, 0.83, 0.84),
    ]
