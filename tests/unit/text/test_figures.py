"""Numbers in digits and in words, in the ways of several languages."""

from decimal import Decimal

import pytest

from annotator.domain.article import Span
from annotator.text.figures import figure_at
from annotator.text.wordbook import wordbook


def figures(text: str, language: str = "en") -> list[tuple[str, object]]:
    book = wordbook("", language)
    found = book.words(text, Span(0, len(text)))
    result: list[tuple[str, object]] = []
    place = 0
    while place < len(found):
        figure = figure_at(found, place, book)
        if figure:
            result.append((text[figure.start : figure.end], figure.value))
        place = figure.after if figure else place + 1
    return result


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("2,000 feet", "2,000", "2000"),
        ("1,234.56", "1,234.56", "1234.56"),
        ("12,34", "12,34", "12.34"),
        ("2.50", "2.50", "2.50"),
        ("2.5 million", "2.5 million", "2500000"),
        ("$5m deal", "$5m", "5000000"),
        ("US$2.5bn", "US$2.5bn", "2500000000"),
        ("€3k", "€3k", "3000"),
        ("USD 12.7 billion", "USD 12.7 billion", "12700000000"),
        ("1,05,600", "1,05,600", "105600"),
        ("5m people", "5m", "5000000"),
        ("5m away", "5", "5"),
        ("5m", "5", "5"),
        ("3bn", "3bn", "3000000000"),
        ("-5 degrees", "-5", "-5"),
        ("−5.5", "−5.5", "-5.5"),
        ("-$5m", "-$5m", "-5000000"),
        ("-5m", "-5", "-5"),
        ("the 20th", "20th", "20"),
        ("٣٤ رجلا", "٣٤", "34"),
        ("twenty-three men", "twenty-three", "23"),
        ("two hundred and ten people", "two hundred and ten", "210"),
        ("three million five hundred thousand", "three million five hundred thousand", "3500000"),
        ("thousand million", "thousand million", "1000000000"),
        ("a dozen", "dozen", "12"),
        ("twenty - three", "twenty - three", "23"),
        ("the twenty-first", "twenty-first", "21"),
        ("a second", "second", "2"),
        ("hundred and", "hundred", "100"),
        ("three-year", "three-year", "3"),
    ],
)
def test_a_number_is_read(text, said, value):
    assert figures(text) == [(said, Decimal(value))]


@pytest.mark.parametrize(
    "text",
    [
        "G7", "F-16", "3D", "12:30", "3/4", "1.2.3.4", "example.org/2020", "a@5", "#5x5", "$", "US", "$x", "US $",
        "- 5-", "Mach-", "1,2,3,4", "9" * 16, "-x", "x-5-", "1-2-3", "10-1.2.3", "-1.2.3", "no-one", "-",
    ],
)  # fmt: skip
def test_what_is_no_number_gives_none(text):
    assert [one for one in figures(text) if one[0] != "5"] == []


def test_numbers_that_do_not_go_on_are_apart():
    assert figures("one two three") == [("one", 1), ("two", 2), ("three", 3)]
    assert figures("twenty twenty") == [("twenty", 20), ("twenty", 20)]
    assert figures("five and six") == [("five", 5), ("six", 6)]
    assert figures("two thousand million three") == [("two thousand million three", 2_000_000_003)]
    assert figures("two million one million") == [
        ("two million one", 2_000_001),
        ("million", 10**6),
    ]
    assert figures("two hundred hundred") == [("two hundred", 200), ("hundred", 100)]


def test_what_nobody_can_add_up_has_no_value():
    assert figures("dozens of two-thirds") == [("dozens", None), ("two-thirds", None)]


def test_a_range_has_both_its_ends():
    book = wordbook("", "en")
    figure = figure_at(book.words("10-15 million", Span(0, 13)), 0, book)
    assert figure is not None
    assert figure.value == 10_000_000
    assert figure.until == 15_000_000


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "3.000", "3000"),
        ("de", "2,5 Millionen", "2500000"),
        ("de", "dreiundzwanzig", "23"),
        ("fr", "3 000 blessés", "3000"),
        ("fr", "1 234 567 personnes", "1234567"),
        ("fr", "soixante-dix", "70"),
        ("fr", "1\u202f500,5", "1500.5"),
        ("es", "treinta y cinco", "35"),
        ("it", "ventitré", "23"),
        ("pt", "vinte e três", "23"),
        ("ru", "2 000", "2000"),
        ("ru", "двух", "2"),
        ("tr", "yirmi üç", "23"),
        ("fa", "بیست و سه", "23"),
        ("fa", "۱٬۲۳۴٫۵", "1234.5"),
        ("ar", "٩٥", "95"),
        ("fi", "95", "95"),
    ],
)
def test_numbers_of_other_languages_are_read_in_their_ways(language, text, value):
    assert [one for _, one in figures(text, language)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "un homme neuf"), ("fi", "ten one"), ("de", "ein")]
)
def test_words_that_are_mostly_something_else_are_no_numbers(language, text):
    assert figures(text, language) == []


def test_digits_that_a_blank_parts_are_one_number_for_so_many_groups_only():
    assert len(figures("123 " * 40, "fr")) > 1
    assert figures("in 2020 300 men", "fr") == [("2020", 2020), ("300", 300)]
