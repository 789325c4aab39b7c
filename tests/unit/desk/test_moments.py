"""Days and moments as people type them, and as they are shown again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from annotator.desk import article_record, importing
from annotator.desk.library import OpenLibrary
from annotator.desk.moments import is_to_come, read_moment
from annotator.domain.errors import AnnotatorError
from annotator.reporting.times import shown_day
from annotator.store import reading


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("2026", "2026", "2026"),
        ("3 Jan 2026", "2026-01-03", "3 Jan 2026"),
        ("2026-01-03T14:20+03:30", "2026-01-03T14:20+03:30", "3 Jan 2026, 14:20 UTC+3:30"),
        ("2026-01-03T14:20:00.000Z", "2026-01-03T14:20+00:00", "3 Jan 2026, 14:20 UTC"),
        ("2026-01-03T14:20:07-0500", "2026-01-03T14:20:07-05:00", "3 Jan 2026, 14:20 UTC−5"),
        ("2026-01-03 14:20", "2026-01-03T14:20", "3 Jan 2026, 14:20"),
        ("3 Jan 2026, 2:20 p.m. GMT+2", "2026-01-03T14:20+02:00", "3 Jan 2026, 14:20 UTC+2"),
        ("3 Jan 2026 12.05 am UTC", "2026-01-03T00:05+00:00", "3 Jan 2026, 00:05 UTC"),
        ("3 Jan 2026 at 14:20 Tehran time", "2026-01-03T14:20+03:30", "3 Jan 2026, 14:20 UTC+3:30"),
        ("3 Jul 2026 14:20 Europe/Berlin", "2026-07-03T14:20+02:00", "3 Jul 2026, 14:20 UTC+2"),
        ("3 Jul 2026 14:20 new york", "2026-07-03T14:20-04:00", "3 Jul 2026, 14:20 UTC−4"),
        ("Sat, 03 Jan 2026 14:20:00 +0330", "2026-01-03T14:20+03:30", "3 Jan 2026, 14:20 UTC+3:30"),
    ],
)
def test_a_moment_is_kept_with_its_zone_and_shown_so(typed: str, kept: str, shown: str) -> None:
    assert read_moment(typed) == kept
    assert read_moment(kept) == kept
    assert shown_day(kept) == shown


def test_a_moment_is_shown_in_the_language_of_the_report() -> None:
    assert shown_day("2026-01-03T14:20+03:30", "fr") == "3 janv. 2026 à 14:20 UTC+3:30"
    assert shown_day("2026-01-03Tea", "en") == "3 Jan 2026"
    assert shown_day("2026-13-03T14:20", "en") == "2026-13-03T14:20"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Jan 2026 14:20", "is a time without its day"),
        ("2026-01-03 25:00", "No clock shows the time"),
        ("2026-01-03 13:00 pm", "No clock shows the time"),
        ("2026-01-03 14:20 +15:00", "No place is [+]15:00 from UTC"),
        ("2026-01-03 14:20 +03:75", "No place is"),
        ("2026-01-03 14:20 Nowhere", "“Nowhere” is no time zone that is known here"),
        ("2026-01-03 14:20 ../etc/x", "no time zone"),
        ("tea time", "is no date"),
        ("2026-02-30 14:20", "There is no 30 February"),
    ],
)
def test_what_is_no_moment_is_refused_in_one_sentence(typed: str, says: str) -> None:
    with pytest.raises(AnnotatorError, match=says):
        read_moment(typed)


def test_what_is_to_come_is_told_by_the_zone() -> None:
    now = datetime(2026, 1, 3, 12, 0, tzinfo=UTC)
    assert not is_to_come("2026-01-04T01:00+14:00", now)
    assert is_to_come("2026-01-03T12:01+00:00", now)
    assert not is_to_come("2026-01-04T01:59", now), "somewhere it was that late already"
    assert is_to_come("2026-01-04T02:01", now)
    assert is_to_come("2026-01-04", now)
    assert not is_to_come("2026", now)


def test_a_record_keeps_moments_and_the_days_of_the_text_are_told_from_them(
    library: OpenLibrary,
) -> None:
    from annotator.desk.desk import Desk
    from annotator.desk.said import said_of

    text = "A bridge\n\nThe bridge opened on Wednesday."
    article = importing.save(library, importing.prepare_pasted(text)).article
    article_record.correct(library, article, {"published": "2024-01-04 23:00 +03:30"})
    assert reading.article(library.store, article).published == "2024-01-04T23:00+03:30"
    desk = Desk(library)
    desk.open(article)
    (day,) = said_of(library, desk.held, 1).days
    assert day.would_be == "Wednesday 3 January 2024"
    with pytest.raises(AnnotatorError, match="still to come: an article that is here was updated"):
        article_record.correct(library, article, {"updated": "2999-01-01T00:00Z"})
