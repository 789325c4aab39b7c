"""Dates as people type them into a field."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.days import read_day
from annotator.text.reckoning import MONTHS


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024", "2024"),
        ("2024-1", "2024-01"),
        ("2024-01-03", "2024-01-03"),
        ("2024/1/3", "2024-01-03"),
        (" 4 Jan 2024 ", "2024-01-04"),
        ("4. Januar 2024", "2024-01-04"),
        ("4.1.2024", "2024-01-04"),
        ("4 de enero de 2024", "2024-01-04"),
        ("Jan. 4th, 2024", "2024-01-04"),
        ("January 2024", "2024-01"),
        ("1/2024", "2024-01"),
        ("13/1/2024", "2024-01-13"),
        ("1/13/2024", "2024-01-13"),
        ("3/3/2024", "2024-03-03"),
        ("٢٠٢٤-٠١-٠٣", "2024-01-03"),
        ("29 Feb 2024", "2024-02-29"),
    ],
)
def test_a_day_is_read_as_it_is_written(typed, day):
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31 April 2024", "There is no 31 April: April has 30 days."),
        ("29 Feb 2023", "There is no 29 February 2023: February 2023 has 28 days."),
        ("2024-02-30", "There is no 30 February 2024: February 2024 has 29 days."),
        ("0.1.2024", "There is no 0 January: January has 31 days."),
        ("2024-13", "There is no month 13: a year has 12."),
        ("0/0/2024", "There is no month 0: a year has 12."),
        ("0024", "24 is no year that can be meant"),
        ("04/01/2024", "“04/01/2024” could be 4 January or 1 April"),
        ("3 Foo 2024", "“Foo” is no month"),
        ("", "There is no date yet"),
        ("yesterday", "“yesterday” is no date"),
        ("x" * 1_000_000, "is no date"),
    ],
)
def test_what_is_no_day_is_told_in_one_sentence(typed, says):
    with pytest.raises(ValueError, match=re.escape(says)) as told:
        read_day(typed)
    assert str(told.value).endswith(".")
    assert len(str(told.value)) < 200


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_is_read_in_every_form(day):
    iso = day.isoformat()
    name = MONTHS[day.month]
    forms = (
        iso, f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}",
        f"{day.day}.{day.month}.{day.year}", f"{day.day} {name[:3]} {day.year}",
    )  # fmt: skip
    assert {read_day(form) for form in forms} == {iso}
    assert read_day(read_day(f"{name} {day.year}")) == iso[:7]


@given(st.text())
def test_anything_typed_is_a_day_or_is_told_to_be_none(typed):
    try:
        day = read_day(typed)
    except ValueError:
        return
    assert read_day(day) == day
