"""Moments and days in the words of a language."""

from __future__ import annotations

import pytest

from annotator.reporting import times
from unit.exporters.reports import START


@pytest.mark.parametrize(
    ("language", "moment", "day"),
    [
        ("en", "4 Jan 2024, 10:42 UTC", "9 Mar 2024"),
        ("de", "4. Jan. 2024, 10:42 UTC", "9. März 2024"),
        ("fr", "4 janv. 2024 à 10:42 UTC", "9 mars 2024"),
        ("es", "4 ene. 2024, 10:42 UTC", "9 mar. 2024"),
        ("tlh", "4 Jan 2024, 10:42 UTC", "9 Mar 2024"),
    ],
)
def test_a_moment_and_a_day_have_the_order_and_months_of_the_language(
    language: str, moment: str, day: str
) -> None:
    assert times.shown(START, language) == moment
    assert times.shown_date(START, language) == moment.replace(" à", ",").split(",")[0]
    assert times.shown_day("2024-03-09", language) == day


@pytest.mark.parametrize("given", ["", "2024", "2024-13-45", "spring 2024"])
def test_what_is_no_day_stays_as_it_was_given(given: str) -> None:
    assert times.shown_day(given, "de") == given
