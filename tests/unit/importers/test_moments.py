"""Days and moments as files write them: kept as they were said, and nothing made up."""

from __future__ import annotations

import pytest

from annotator.importers.moments import mail_moment, plain_moment


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-03T14:20:00.123+0330", "2026-01-03T14:20+03:30"),
        ("2026-01-03T14:20:00.000000000", "2026-01-03T14:20"),
        ("2026-01-03T14:20Z", "2026-01-03T14:20+00:00"),
        ("2026-01-03 14:20:59", "2026-01-03T14:20:59"),
        ("2026-1-3", "2026-01-03"),
        ("20260103", "2026-01-03"),
        ("2026/13/03", ""),
        ("1404-10-13", ""),
        ("Sat, 03 Jan 2026 14:20:00 GMT", "2026-01-03T14:20+00:00"),
        ("2026", ""),
        ("2026-02-30", ""),
        ("2026-01-03T25:00:00", ""),
        ("3 Jan", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates_keep_the_offset_that_was_written_and_get_none_made_up(written, meant):
    assert plain_moment(written) == meant


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Sat, 3 Jan 2026 14:30:51 +0330", "2026-01-03T14:30:51+03:30"),
        ("3 Jan 26 14:30 EST", "2026-01-03T14:30-05:00"),
        ("Sat, 3 Jan 2026 14:30:00 GMT", "2026-01-03T14:30+00:00"),
        ("Sat, 3 Jan 2026 14:30:00 -0000", "2026-01-03T14:30+00:00"),
        ("Sat, 3 Jan 2026 14:30:00", "2026-01-03T14:30"),
        ("Sat, 3 Jan 2026 14:30:00 +0000 (UTC)", "2026-01-03T14:30+00:00"),
        ("Sat, 33 Jan 2026 14:30:00 +0000", ""),
        ("Sat, 3 Jan 2026 14:30:00 +9999", ""),
        ("yesterday", ""),
        ("", ""),
        ("9" * 5000, ""),
    ],
)
def test_a_date_keeps_its_zone_and_one_that_is_none_is_not_offered(raw, read):
    assert mail_moment(raw) == read
