"""What is ticked in a claim: numbers, dates, names, quotations."""

from pathlib import Path

import pytest

from annotator.domain.article import Span
from annotator.text.facts import FactKind, facts
from annotator.text.passages import cut, passages

SAMPLE = (Path(__file__).parents[3] / "seeds" / "kerman-explosions.txt").read_text("utf-8")
CLAIMS = cut(SAMPLE, passages(SAMPLE))

BY_EYE = {
    0: ["At Least 95", "Iranian", "Soleimani"],
    1: ["Two", "Wednesday", "at least 95", "Iran"],
    2: ["Iranian", "U.S.", "in 2020"],
    3: [],
    4: ["2,300 feet", "Qassem Soleimani", "Kerman Martyrs Cemetery", "ISNA", "first", "two"],
    5: ["the report", "second", "2,000 feet"],
    6: ["over 210", "Islamic Republic"],
    7: ["four", "U.S.", "Israel"],
    8: ["two", "U.S."],
    9: ["Iran", "Israel", "Mossad"],
    10: ["Ebrahim Raisi", "American", "Israeli"],
    11: ["100", "Iran", "Bahram Einollahi"],
    12: ["Soleimani", "Kerman"],
    13: ["Iraqi", "Baghdad"],
    14: ["Soleimani", "Iran", "Quds Force", "Islamic Revolutionary Guard Corps"],
    15: ["Iran", "Afghanistan", "Iraq", "Lebanon", "Syria", "Palestinian"],
    16: ["Wednesday", "“terrorist attacks.”"],
    17: [],
    18: ["Fars", "three"],
    19: ["Rahman Jalali", "Kerman"],
    20: ["Tasnim", "two"],
    23: ["Khamenei", "his statement", "IRNA"],
    24: ["U.S."],
    25: ["Islamic State", "Tehran"],
    26: ["October 2022", "Islamic State", "Shiite", "Iranian", "Shiraz", "15"],
    27: ["Iranian"],
    28: ["Norman Roule", "CIA", "34 years"],
    29: [],
    30: ["Roule", "Iran"],
    31: [],
    32: ["Roule", "United Against Nuclear Iran", "Islamic State", "Wilayet Khorasan", "Baluch", "Jaish al-Adl"],
    33: ["Iran"],
    34: ["Tehran", "Iran"],
    35: ["Iranians", "Soleimani"],
    36: ["Donald Trump", "Iran", "Iraq", "United States"],
    37: ["Wednesday", "Israel-Hamas", "Middle East"],
    38: ["Beirut", "Tuesday", "Hamas", "Saleh al-Arouri"],
    39: ["Israel", "Iran"],
    40: ["Al-Arouri", "Hamas", "West Bank", "Iran"],
    41: ["Israel"],
    42: ["Hamas", "Lebanese", "Hezbollah", "Israel", "Israeli"],
    43: ["Hamas", "Iran", "Kerman"],
    44: ["Israel", "Hamas"],
    45: ["Tehran", "Iran"],
    46: [],
    47: ["Iran", "in recent years", "22-year-old", "Mahsa Amini", "in 2022"],
    48: ["1979", "Islamic Revolution"],
}  # fmt: skip
"""The sample's claims (0 is the title) with what a fact-checker would tick."""


def found(text: str, language: str | None = "en") -> list[str]:
    return [text[slice(*one.span)] for one in facts(text, Span(0, len(text)), language)]


def kinds(text: str) -> list[FactKind]:
    return [one.kind for one in facts(text, Span(0, len(text)), "en")]


@pytest.mark.parametrize("number", BY_EYE)
def test_the_facts_of_the_sample_are_those_a_checker_would_tick(number):
    claim = CLAIMS[number]
    assert [SAMPLE[slice(*one.span)] for one in facts(SAMPLE, claim)] == BY_EYE[number]


@pytest.mark.parametrize("number", [21, 22])
def test_a_whole_quotation_is_one_fact(number):
    first = next(one for one in facts(SAMPLE, CLAIMS[number]) if one.kind is FactKind.QUOTATION)
    assert SAMPLE[first.span.start] == "“"
    assert SAMPLE[first.span.end - 1] == "”"


def test_every_fact_has_its_kind():
    text = "On Wednesday the report said “no” to 5 men in Kerman."
    assert kinds(text) == [
        FactKind.DATE,
        FactKind.NAME,
        FactKind.QUOTATION,
        FactKind.NUMBER,
        FactKind.NAME,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of the men, no one, one notable thing, at first", []),
        ("One soldier and one mile", ["One", "one mile"]),
        ("the second day, 20th", ["second", "20th"]),
        ("up to 5 percent, more than a dozen", ["up to 5 percent", "dozen"]),
        ("dozens; 10-15; $5 million", ["dozens", "10-15", "$5 million"]),
        ("a three-dimensional three-year-old", ["three-year-old"]),
        ("at least", []),
        ("exactly one", ["exactly one"]),
        (
            "this latest report, the five reports, his, the big red report, the",
            ["this latest report", "five"],
        ),
        ("an “95 in 2020 Kerman 5", ["“95 in 2020 Kerman 5"]),
        ("5 “men” 6", ["5", "“men”", "6"]),
        ("up to “5” men", ["“5”"]),
    ],
)
def test_numbers_documents_and_quotations_are_told_from_what_is_none(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he met George W. Bush in St. Louis", ["George W. Bush", "St. Louis"]),
        ("he met Gen. Smith and Prime Minister Boris Johnson", ["Smith", "Boris Johnson"]),
        ("he met Iranian President Ebrahim Raisi", ["Iranian", "Ebrahim Raisi"]),
        ("the President met ex-President Donald Trump", ["Donald Trump"]),
        ("he met the Prime Minister, Mr. Mr. Mr. Mr. Mr. Mr. Mr. Mr. X", []),
        ("he met Jim Risch of Idaho and Secretary of State Tony Blinken", ["Jim Risch", "Idaho", "Tony Blinken"]),
        ("the Chief Executive of Petrobras", ["Petrobras"]),
        ("he saw the Republic of Iran and the Bank of the West", ["Republic of Iran", "Bank of the West"]),
        ("he saw Ludwig van Beethoven, Iran’s Quds Force", ["Ludwig van Beethoven", "Iran", "Quds Force"]),
        ("the anti-Iran, Iran-backed, X-ray, al-Adl’s men", ["Iran", "al-Adl"]),
        ("then anti-Iran’s Guard", ["Iran", "Guard"]),
        ("a U.S. man and the a.m. of I, on TV in May", ["U.S.", "May"]),
        ("he said: Hello. He, “Go", ["“Go"]),
        ("he left; then came Kerman. Kerman again", ["Kerman"]),
        ("ISNA reported. FBI agents", ["ISNA", "FBI"]),
        ("Norman Roule said", ["Norman Roule"]),
        ("The Hague", ["Hague"]),
        ("Iranian officials", []),
        ("Hamas said", ["Hamas"]),
        ("Nobody knows why", []),
        ("and so to Mahsa", ["Mahsa"]),
        ("he saw Paris of", ["Paris"]),
        ("Two Three", ["Two", "Three"]),
        ("the Northern Alliance Commander", ["Northern Alliance Commander"]),
    ],
)  # fmt: skip
def test_names_are_told_from_words_that_owe_their_capital_to_their_place(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("rest", "names"),
    [
        ("Then the mayor of Springfield came.", ["Springfield"]),
        ("Then Lisa Springfield came.", ["Springfield"]),
        ("Lisa Springfield came.", ["Springfield"]),
        ("They left Gen. Ann Springfield.", ["Springfield"]),
        ("It was theirs. Springfield left.", []),
        ("Then the springfields came to Springfields.", []),
        ("THE MAYOR OF SPRINGFIELD CAME", []),
        ("A Mr. Springfield", []),
        ("But Springfield left.", []),
        ("But 5 Springfield left.", []),
    ],
)
def test_the_article_around_tells_whether_the_first_word_is_a_name(rest, names):
    text = f"{rest}\n\nSpringfield burned."
    start = text.rindex("Springfield")
    assert [text[slice(*one.span)] for one in facts(text, Span(start, len(text)), "en")] == names


def test_in_a_headline_only_what_the_article_knows_is_a_name():
    text = "Mayor Opens Market In Springfield\n\nIn old Springfield, the mayor opened a market."
    assert [text[slice(*one.span)] for one in facts(text, Span(0, 33), "en")] == ["Springfield"]


def test_a_first_word_that_is_common_elsewhere_is_no_part_of_a_name():
    text = "Riot Kerman began. A riot is a riot."
    assert [text[slice(*one.span)] for one in facts(text, Span(0, 18), "en")] == ["Kerman"]


def test_a_name_is_found_once_and_numbers_each_time():
    assert found("from Iran to Iran, 5 and 5") == ["Iran", "5", "5"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am 3. Januar starben drei Polizisten, sagte Präsident Ebrahim Raisi der BBC.", ["3. Januar", "drei", "Ebrahim Raisi", "BBC"]),
        ("fr", "Selon l’agence Fars, 3 000 personnes", ["Fars", "3 000"]),
        ("it", "Secondo l’agenzia Fars, tre agenti", ["Fars", "tre"]),
        ("es", "Según la agencia Fars, al menos 95 personas", ["Fars", "al menos 95"]),
        ("fa", "به گزارش فارس، دست‌کم ۹۵ نفر", ["دست‌کم ۹۵"]),
    ],
)  # fmt: skip
def test_facts_are_found_in_other_languages(language, text, expected):
    assert found(text, language) == expected
