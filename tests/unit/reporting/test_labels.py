"""Labels: every language has every one, none that nobody uses, and nothing is printed without one."""

from __future__ import annotations

import tomllib

import pytest

from annotator import paths
from annotator.reporting.labels import ENGLISH, LANGUAGES, labels
from unit.reporting.labels_used import placeholders, used

OTHERS = [code for code in LANGUAGES if code != ENGLISH]
USED = used()


def read(language: str) -> dict[str, str]:
    file = paths.resource("labels") / f"{language}.toml"
    return dict(tomllib.loads(file.read_text(encoding="utf-8"))["labels"])


def test_labels_are_found_in_code_templates_and_tables() -> None:
    for label in ("Settled by {who}", "claim {n}", "verified", "Jan", "{n} claims", "All claims"):
        assert label in USED
    assert len(USED) > 300


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_label_and_none_that_nobody_uses(language: str) -> None:
    known = read(language)
    assert sorted(USED.keys() - known.keys()) == []
    assert sorted(known.keys() - USED.keys()) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_placeholders_and_no_blank_at_its_ends(language: str) -> None:
    for english, text in read(language).items():
        assert placeholders(text) == placeholders(english), english
        if len(english) > 1:
            assert text.strip(" ") == text, english
        assert text, english


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_apostrophes_quotation_marks_and_blanks_of_its_language(
    language: str,
) -> None:
    wrong = {"fr": ("'", '"', " :", " ;", " ?", " !", "« ", " »", "“"), "de": ("'", '"', "”")}
    for english, text in read(language).items():
        for mark in wrong.get(language, ("'", '"')):
            assert mark not in text, english


def test_a_label_takes_its_values_counts_and_lists() -> None:
    english = labels()
    assert english("Settled by {who}", who="Ann") == "Settled by Ann"
    assert english.count(1, "{n} claim", "{n} claims") == "1 claim"
    assert english.count(10_240, "{n} claim", "{n} claims") == "10,240 claims"
    assert english.listed([]) == ""
    assert english.listed(["Ann"]) == "Ann"
    assert english.listed(["Ann", "Ben", "Chloé"]) == "Ann, Ben and Chloé"
    assert english.figure("1,024.5") == "1,024.5"


def test_a_language_says_thousands_decimals_and_days_its_own_way() -> None:
    german, french = labels("de"), labels("fr")
    assert german.number(10_240) == "10.240"
    assert german.figure("1,024.5 %") == "1.024,5 %"
    assert french.number(10_240) == "10\u202f240"
    assert german.listed(["Ann", "Ben"]) == "Ann und Ben"


def test_a_language_that_we_have_none_of_is_english() -> None:
    assert labels("tlh") is not None
    assert labels("tlh")("claim {n}", n=5) == "claim 5"
    assert labels("../../etc/passwd").language == ENGLISH
