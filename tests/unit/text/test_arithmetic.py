"""The calculator whose results are kept as evidence."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.quantities import Calculation, calculated
from annotator.text.units import grouped

WHOLE = st.integers(-10_000, 10_000)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("2,300 ft - 1,300 ft", "1,000 ft"),
        ("95 * 2", "190"),
        ("2000 ft in m", "609.6 m"),
        ("2 + 3 * 4", "14"),
        ("(2 + 3) * 4", "20"),
        ("(2 + 3) ft", "5 ft"),
        ("10 − 4 – 3", "3"),
        ("6 × 7 ÷ 2", "21"),
        ("3 x 4", "12"),
        ("-3 + +5", "2"),
        ("2 - 5", "−3"),
        (".5 + 1.25", "1.75"),
        ("0.1 + 0.2", "0.3"),
        ("1/3", "0.333333333333"),
        ("2000000/3", "666,666.666667"),
        ("10000000000 * 10000000000", "100,000,000,000,000,000,000"),
        ("15% of 210", "31.5"),
        ("15 percent of 210", "31.5"),
        ("200 + 5%", "210"),
        ("200 - 5%", "190"),
        ("5% + 10%", "15%"),
        ("10% / 5%", "2"),
        ("10% / 2", "5%"),
        ("10 / 5%", "200"),
        ("95/210 in %", "45.2380952381%"),
        ("3 mi + 1 km", "3.62137119224 mi"),
        ("10 km / 5 km", "2"),
        ("10 km / 4", "2.5 km"),
        ("3 * 2 ft", "6 ft"),
        ("5 square miles in km²", "12.9499405517 km²"),
        ("90 km/h in m/s", "25 m/s"),
        ("5 °F in °C", "−15 °C"),
        ("32 °F in °C", "0 °C"),
        ("20 °C + 5 °C", "25 °C"),
        ("$5 * 3", "$15"),
        ("2 years + 6 months", "2.5 years"),
        ("٣ + ٤", "7"),
    ],
)
def test_it_calculates(expression, result):
    assert calculated(expression) == Calculation(expression, result)


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("", "There is nothing to calculate yet."),
        ("1/0", "Nothing can be divided by zero."),
        ("1/(2-2)", "Nothing can be divided by zero."),
        ("(1+2", "A bracket is not closed."),
        ("1+", "A number is missing at the end."),
        ("*2", "A number is missing before “*”."),
        ("$", "A number is missing at the end."),
        ("5 5", "“5” does not belong there."),
        ("1e5", "“e5” does not belong there."),
        ("100 ft in", "“in” does not belong there."),
        ("2 ft in parsecs", "“parsecs” is no unit that is known here."),
        ("2 ft in kg", "One cannot say ft in kg."),
        ("2 in m", "One cannot say a number without a unit in m."),
        ("2 ft in %", "One cannot say ft in %."),
        ("2 ft + 3", "One cannot add up ft and a number without a unit."),
        ("2 ft + 3 kg", "One cannot add up ft and kg."),
        ("20 °C + 5 °F", "One cannot add up degrees Celsius and Fahrenheit."),
        ("2 ft * 3 ft", "One cannot multiply ft by ft here."),
        ("3 / 2 ft", "One cannot divide a number without a unit by ft here."),
        ("9" * 499, "The numbers are too large for this calculator."),
        ("9" * 300 + "*" + "9" * 190, "The numbers are too large for this calculator."),
        ("9" * 501, "A calculation has at most 500 characters."),
        ("(" * 60, "There are too many brackets or signs within one another."),
        ("-" * 60, "There are too many brackets or signs within one another."),
        ("__import__('os')", "A number is missing before “_”."),
        ("5% + 3", "One cannot add up per cent and a number without a unit."),
    ],
)
def test_what_cannot_be_calculated_is_told_in_one_sentence(expression, says):
    with pytest.raises(ValueError, match=r"\.$") as told:
        calculated(expression)
    assert str(told.value) == says


@given(WHOLE, WHOLE, WHOLE)
def test_it_agrees_with_arithmetic(a, b, c):
    shown = calculated(f"({a}) + ({b}) * ({c}) - ({a}) * ({b})").result
    assert shown == grouped(Decimal(a + b * c - a * b)).replace("-", "−")


@given(st.text(st.sampled_from("0123456789.,+-*/()% ftinmkg$°C\n\0\ud800x²")))
def test_anything_typed_is_calculated_or_told_to_be_none(expression):
    with suppress(ValueError):
        assert calculated(expression).result
