"""Numbers with what they measure or count: read, shown, converted, set side by side."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Span
from annotator.text.passages import cut, passages
from annotator.text.quantities import Quantity, alike, converted, quantities, said
from annotator.text.units import COUNT, UNITS, turned, written

SAMPLE = (Path(__file__).parents[3] / "seeds" / "kerman-explosions.txt").read_text("utf-8")
UNIT_IDS = st.sampled_from(sorted(UNITS))
VALUES = st.decimals(-1_000_000, 1_000_000, places=2)


def read(text: str, language: str = "en") -> list[str]:
    return [said(one) for one in quantities(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2,000 feet", ["2,000 ft"]),
        ("a 10-foot wall", ["10 ft"]),
        ("a 10-foot-long wall", ["10 ft"]),
        ("a 2,000-pound bomb", ["2,000 lb"]),
        ("one acre", ["1 acre"]),
        ("80 square miles at 95 miles per hour", ["80 sq mi", "95 mph"]),
        ("$5 million and 5 dollars", ["$5,000,000", "$5"]),
        ("5% or 5 percent", ["5%", "5%"]),
        ("-5.5 °C", ["−5.5 °C"]),
        ("a 22-year-old and a three-year-old", ["22 years old", "3 years old"]),
        ("34 years, 1 day", ["34 years", "1 day"]),
        ("four current and former U.S. officials", ["4 officials"]),
        ("at least 95 individuals", ["95 individuals"]),
        ("10-15 people", ["10 people", "15 people"]),
        ("three policemen", ["3 policemen"]),
        ("£5m, later 200 pounds", ["£5,000,000", "£200"]),
        ("200 pounds", ["200 lb"]),
        ("−$5", ["−$5"]),
        ("5 XYZ", []),
        ("the second explosion, dozens of men", []),
        ("in 2020, on January 3, two days ago", []),
        ("three of the men", []),
        ("three, men", []),
        ("95 was", []),
        ("three-dimensional maps", []),
        ("5 -", []),
    ],
)
def test_a_number_is_read_with_its_unit_or_with_what_it_counts(text, shown):
    assert read(text) == shown


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("de", "2,5 Kilometer und 23 Menschen liefen rasch", ["2.5 km", "23 menschen"]),
        ("fr", "3 000 blessés à 2,5 kilomètres", ["3,000 blessés", "2.5 km"]),
        ("ru", "2 000 метров, 95 человек", ["2,000 m", "95 человек"]),
        ("fa", "۹۵ نفر", ["95 نفر"]),
    ],
)
def test_other_languages_are_read_with_their_units(language, text, shown):
    assert read(text, language) == shown


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("2,000 feet", "610 m"),
        ("2,300 feet", "701 m"),
        ("1,300 feet", "396 m"),
        ("5 feet", "1.5 m"),
        ("10 feet", "3 m"),
        ("6 inches", "15 cm"),
        ("100 miles", "160 km"),
        ("1.25 miles", "2.01 km"),
        ("12,345 feet", "3,762.8 m"),
        ("95 mph", "153 km/h"),
        ("40 knots", "74 km/h"),
        ("210 pounds", "95.3 kg"),
        ("5 million acres", "2,000,000 ha"),
        ("80 square miles", "210 km²"),
        ("20 gallons", "76 l"),
        ("72 degrees Fahrenheit", "22 °C"),
        ("-5.5 °C", "22.1 °F"),
        ("0 °C", "32 °F"),
        ("610 m", "2,000 ft"),
        ("100 km", "62 mi"),
        ("3.0 metres", "9.84 ft"),
        ("0 feet", "0 m"),
        ("5%", None),
        ("5 tons", None),
        ("$5", None),
        ("5 people", None),
        ("34 years", None),
    ],
)
def test_units_are_converted_without_false_precision(text, other):
    (one,) = quantities(text, Span(0, len(text)), "en")
    assert converted(one) == other


def test_numbers_of_one_passage_that_speak_of_the_same_are_set_side_by_side():
    claims = cut(SAMPLE, passages(SAMPLE))[4:6]
    found = [one for claim in claims for one in quantities(SAMPLE, claim)]
    assert [[said(found[index]) for index in group] for group in alike(found)] == [
        ["2,300 ft", "2,000 ft"]
    ]


def test_counts_are_alike_where_their_nouns_are_and_money_where_it_is_one():
    text = "3 people, 5 men, $2, 2 individuals, €3, 4 miles, 5 dollars, 6 km, 2 dogs, 1 dog"
    found = quantities(text, Span(0, len(text)), "en")
    groups = [[said(found[index]) for index in group] for group in alike(found, "en")]
    assert groups == [["3 people", "2 individuals"], ["$2", "$5"], ["4 mi", "6 km"]]
    assert alike(()) == ()


def test_a_count_whose_noun_is_the_name_of_a_unit_stays_a_count():
    one = Quantity(Span(0, 1), Decimal(5), "day", COUNT)
    assert said(one) == "5 day"
    assert converted(one) is None


@given(UNIT_IDS, VALUES)
def test_converting_there_and_back_comes_to_the_same(unit, value):
    into = UNITS[unit].into
    if into:
        back = turned(turned(value, UNITS[unit], UNITS[into]), UNITS[into], UNITS[unit])
        assert abs(back - value) < Decimal("1e-15")
        assert UNITS[into].dimension == UNITS[unit].dimension


@given(UNIT_IDS, VALUES)
def test_what_is_shown_has_the_number_and_is_converted_or_not(unit, value):
    one = Quantity(Span(0, 1), value, unit, UNITS[unit].dimension)
    assert f"{abs(value):,f}" in said(one)
    assert (converted(one) is None) is not bool(UNITS[unit].into)


def test_a_negative_sum_has_its_sign_before_the_money():
    assert written(Decimal(-5), UNITS["USD"]) == "−$5"
