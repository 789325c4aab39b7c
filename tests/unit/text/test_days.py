"""The days an article speaks of, told from the day it was published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Span
from annotator.text.days import days_said, needs_published

PUBLISHED = date(2024, 1, 4)
"""A Thursday."""


def said(text: str, published: date | None = PUBLISHED, language: str = "en") -> list[str]:
    return [one.says for one in days_said(text, Span(0, len(text)), published, language)]


def rule(text: str) -> str:
    (one,) = days_said(text, Span(0, len(text)), PUBLISHED, "en")
    return one.rule


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("on Wednesday", "Wednesday 3 January 2024"),
        ("on Thursday", "Thursday 4 January 2024"),
        ("Wednesday’s blasts", "Wednesday 3 January 2024"),
        ("last Tuesday", "Tuesday 2 January 2024"),
        ("last Thursday", "Thursday 28 December 2023"),
        ("next Friday", "Friday 5 January 2024"),
        ("next Thursday", "Thursday 11 January 2024"),
        ("this Monday", "Monday 1 January 2024"),
        ("Tuesday last", "Tuesday 2 January 2024"),
        ("they will meet on Friday", "Friday 5 January 2024"),
        ("Wednesday of last week", "Wednesday 27 December 2023"),
        ("last week Wednesday", "Wednesday 27 December 2023"),
        ("on Tuesday next week", "Tuesday 9 January 2024"),
        ("today", "Thursday 4 January 2024"),
        ("yesterday", "Wednesday 3 January 2024"),
        ("the day before yesterday", "Tuesday 2 January 2024"),
        ("two days ago", "Tuesday 2 January 2024"),
        ("January 3", "Wednesday 3 January 2024"),
        ("on January 5", "Thursday 5 January 2023"),
        ("will be held on January 5", "Friday 5 January 2024"),
        ("on 29 February", "Saturday 29 February 2020"),
        ("in October", "October 2023"),
        ("in January", "January 2024"),
        ("last January", "January 2023"),
        ("next January", "January 2025"),
        ("last October", "October 2023"),
        ("next March", "March 2024"),
        ("will be held in March", "March 2024"),
        ("in mid-October", "October 2023"),
        ("last month", "December 2023"),
        ("two months ago", "about November 2023"),
        ("last week", "25 to 31 December 2023"),
        ("this week", "1 to 7 January 2024"),
        ("three weeks ago", "about 11 to 17 December 2023"),
        ("last year", "2023"),
        ("five years ago", "about 2019"),
        ("two decades ago", "about 2004"),
        ("in recent years", "about 2021 to 2024"),
        ("in recent months", "about October 2023 to January 2024"),
        ("in recent weeks", "about 14 December 2023 to 4 January 2024"),
        ("in recent days", "about 1 to 4 January 2024"),
        ("the past five years", "2019 to 2024"),
        ("over the past decade", "2014 to 2024"),
        ("the last 18 months", "July 2022 to January 2024"),
        ("in the past two weeks", "21 December 2023 to 4 January 2024"),
    ],
)
def test_what_needs_the_day_of_publication_is_told_from_it(text, says):
    assert said(text) == [says]
    assert said(text, None) == []
    assert needs_published(text, Span(0, len(text)), "en")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("In October 2022, the", "October 2022"),
        ("in 2020.", "2020"),
        ("In 2020 protests", "2020"),
        ("the 1979 Islamic Revolution", "1979"),
        ("since 1979", "1979"),
        ("1949 was a year", "1949"),
        ("the 1990s", "1990 to 1999"),
        ("in the 1800s", "1800 to 1899"),
        ("from 2019-21", "2019 to 2021"),
        ("2019–2021", "2019 to 2021"),
        ("January 3, 2024", "Wednesday 3 January 2024"),
        ("3rd of January, 2024", "Wednesday 3 January 2024"),
        ("Mon. 3 Jan. 2024", "Wednesday 3 January 2024"),
        ("2024-01-03", "Wednesday 3 January 2024"),
        ("3.1.2024", "Wednesday 3 January 2024"),
        ("13/1/2024", "Saturday 13 January 2024"),
        ("1/13/2024", "Saturday 13 January 2024"),
        ("3/3/2024", "Sunday 3 March 2024"),
    ],
)
def test_what_is_written_out_needs_no_other_day(text, says):
    assert said(text) == said(text, None) == [says]
    assert not needs_published(text, Span(0, len(text)), "en")


@pytest.mark.parametrize(
    "text",
    [
        "He may march in a second", "May he", "the Sun", "2,000 feet", "around 2000 houses", "in 2000 people", "1500 soldiers",
        "31 April 2024", "10:30 a.m. GMT", "3 p.m.", "at 5", "9999 years ago", "March 5 miles", "3/1/2024", "first days ago",
        "2021-19", "0 days ago", "two and", "in recent", "dozens of years ago", "a 1250 note", "two years older",
        "last", "on 31 April", "on Sat", "2.5 days ago", "1990sX",
    ],
)  # fmt: skip
def test_what_is_no_day_or_could_be_two_gives_none(text):
    assert said(text) == []


def test_times_are_found_and_not_worked_out():
    assert not needs_published("at 10:30 a.m.", Span(0, 13), "en")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("on Wednesday", "The last Wednesday on or before 4 January 2024, the day of publication."),
        ("last Tuesday", "The last Tuesday before 4 January 2024, the day of publication; some mean the one before."),
        ("will meet on Friday", "The first Friday on or after 4 January 2024, the day of publication: it is to come."),
        ("next Friday", "The first Friday after 4 January 2024, the day of publication."),
        ("last week Monday", "The Monday of that week, told from 4 January 2024, the day of publication."),
        ("3 January 2024", "Written out; 3 January 2024 was a Wednesday."),
        ("Wednesday, January 3, 2024", "Written out; 3 January 2024 was a Wednesday, as stated."),
        ("Tuesday, January 3, 2024", "Written out; 3 January 2024 was a Wednesday, not a Tuesday."),
        ("in 2020", "Written out."),
        ("yesterday", "1 day before 4 January 2024, the day of publication."),
        ("next month", "1 month after 4 January 2024, the day of publication."),
        ("this year", "The year of 4 January 2024, the day of publication."),
        ("in recent years", "“Recent” read as 3 years up to 4 January 2024, the day of publication."),
        ("the past decade", "1 decade up to 4 January 2024, the day of publication."),
    ],
)  # fmt: skip
def test_each_has_its_rule_in_words(text, says):
    assert rule(text) == says


def test_a_stretch_within_one_year_names_it_once():
    assert said("in recent weeks", date(2024, 6, 4)) == ["about 14 May to 4 June 2024"]
    assert said("in recent months", date(2024, 6, 4)) == ["about March to June 2024"]


def test_only_the_stretch_is_read():
    text = "On Monday. On Tuesday. On Wednesday."
    (one,) = days_said(text, Span(11, 22), PUBLISHED, "en")
    assert (one.span, one.first, one.last) == (Span(14, 21), date(2024, 1, 2), date(2024, 1, 2))


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("de", "am Mittwoch", "Wednesday 3 January 2024"),
        ("de", "vor zwei Tagen", "Tuesday 2 January 2024"),
        ("de", "am 3. Januar 2024", "Wednesday 3 January 2024"),
        ("fr", "mercredi dernier", "Wednesday 3 January 2024"),
        ("fr", "le 1er mars 2023", "Wednesday 1 March 2023"),
        ("fr", "il y a deux jours", "Tuesday 2 January 2024"),
        ("fr", "les cinq dernières années", "2019 to 2024"),
        ("es", "el miércoles pasado", "Wednesday 3 January 2024"),
        ("it", "due giorni fa", "Tuesday 2 January 2024"),
        ("pt", "na quarta-feira passada", "Wednesday 3 January 2024"),
        ("pt", "3/1/2024", "Wednesday 3 January 2024"),
        ("ru", "в среду", "Wednesday 3 January 2024"),
        ("tr", "3 Ocak'ta", "Wednesday 3 January 2024"),
        ("fa", "چهارشنبه گذشته", "Wednesday 3 January 2024"),
        ("fa", "۳ ژانویه ۲۰۲۴", "Wednesday 3 January 2024"),
        ("fa", "پنج سال گذشته", "2019 to 2024"),
        ("ar", "يوم الأربعاء", "Wednesday 3 January 2024"),
        ("xx", "3 January 2024", "Wednesday 3 January 2024"),
    ],
)
def test_days_are_told_in_other_languages_too(language, text, says):
    assert said(text, language=language) == [says]


@pytest.mark.parametrize("text", ["۱۳ دی ۱۴۰۲", "۱۳ دی", "دی ۱۴۰۲", "دی و"])
def test_days_of_another_calendar_are_found_and_not_worked_out(text):
    assert said(text, language="fa") == []
    assert not needs_published(text, Span(0, len(text)), "fa")


PIECES = [
    "last ",
    "Wednesday ",
    "January ",
    "3 ",
    "2024 ",
    "two ",
    "weeks ",
    "ago ",
    "in ",
    "the past ",
    "next ",
    ", ",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.dates(),
)
def test_the_first_day_is_never_behind_the_last_and_any_day_of_publication_will_do(text, published):
    for one in days_said(text, Span(0, len(text)), published, "en"):
        assert one.first <= one.last
        assert one.says
        assert one.rule.endswith(".")
