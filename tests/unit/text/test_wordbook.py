"""The wordbooks of the readers: every one whole, and one for every language that is asked for."""

import calendar
from datetime import date

import pytest

from annotator.domain.article import Span
from annotator.text.days import days_said
from annotator.text.units import UNITS
from annotator.text.wordbook import codes, months_of, wordbook
from annotator.text.words import key_of, words


@pytest.mark.parametrize("code", codes())
def test_every_wordbook_has_twelve_months_seven_days_and_units_that_are_known(code):
    book = wordbook("", code)
    assert set(book.dates.months.values()) == set(range(1, 13))
    assert set(book.dates.weekdays.values()) == set(range(7))
    assert {book.numbers.small[key] for key in book.numbers.small} >= set(range(11))
    assert all(book.units.at(words(key, Span(0, len(key))), 0) for key in ("km", "kg", "%"))
    assert book.said.cues


@pytest.mark.parametrize("code", codes())
def test_units_of_the_wordbooks_stand_in_the_table(code):
    book = wordbook("", code)
    for first in book.units.firsts:
        unit = book.units.at(words(first, Span(0, len(first))), 0)
        assert unit is None or unit[0] in UNITS


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_with_the_name_of_its_month_is_read_in_every_language(code, month):
    names = [name for name, number in months_of(code).items() if number == month]
    name = names[0].title() if wordbook("", code).dates.capital_dates else names[0]
    between = "de " if code in {"es", "pt"} else ""
    text = f"5 {between}{name} {between}2022"
    said = days_said(text, Span(0, len(text)), None, code)
    assert [one.first for one in said] == [date(2022, month, 5)]


def test_without_a_language_the_text_tells_and_a_region_does_not_matter():
    assert wordbook("Der Präsident sagte, dass er nicht mit ihnen sprechen wird.").code == "de"
    assert wordbook("12345").code == "en"
    assert wordbook("", "pt-BR").code == wordbook("", "pt_PT").code == "pt"


@pytest.mark.parametrize("code", ["fi", "xx", "x", "../..", "\ud800", "é", "common"])
def test_another_language_has_the_english_rules_without_number_words(code):
    book = wordbook("", code)
    assert not book.numbers.small
    assert not book.numbers.ordinals
    assert book.dates.months == months_of("en")


def test_english_months_are_those_of_the_calendar():
    assert [months_of("en")[name.lower()] for name in calendar.month_name if name] == list(
        range(1, 13)
    )


def test_words_are_looked_up_in_small_letters_without_vowel_signs():
    assert key_of("Iran’s") == "iran's"
    assert key_of("İran") == "iran"
    assert key_of("وفقاً") == "وفقا"
    assert key_of("كيلو") == key_of("کیلو")


def test_words_numbers_and_marks_have_their_places_in_the_text():
    text = "x “The U.S. paid $1,000.50–2” a.m.,\ud800"
    found = words(text, Span(2, len(text)))
    assert [one.text for one in found] == [
        "“", "The", "U.S.", "paid", "$", "1,000.50", "–", "2", "”", "a.m.", ",", "\ud800",
    ]  # fmt: skip
    assert all(text[one.start : one.end] == one.text for one in found)


def test_elided_articles_are_words_of_their_own():
    text = "Selon l’agence d'Israël, aujourd'hui"
    found = words(text, Span(0, len(text)), elisions=True)
    assert [one.text for one in found] == [
        "Selon", "l’", "agence", "d'", "Israël", ",", "aujourd'hui",
    ]  # fmt: skip
    assert all(text[one.start : one.end] == one.text for one in found)
