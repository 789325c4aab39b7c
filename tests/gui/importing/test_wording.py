"""The sentences of an import."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.ui import pace
from annotator.ui.importing import wording
from annotator.ui.incoming import (
    MOST_ADDRESSES,
    How,
    Incoming,
    Source,
    State,
    addresses_in,
    from_address,
)


def never(_how: How, _watch: object) -> object:
    raise AssertionError("nothing is read here")


def one(key: int, state: State, *, address: str = "", share: float | None = None) -> Incoming:
    if address:
        return Incoming(key, from_address(address), state)
    source = Source(f"{key}.txt", never, Path(f"{key}.txt"))  # type: ignore[arg-type]
    return Incoming(key, source, state, share=share)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.1, "a few seconds left"),
        (11, "about 10 seconds left"),
        (34, "about 30 seconds left"),
        (57, "about 1 minute left"),
        (170, "about 3 minutes left"),
    ],
)
def test_time_is_said_as_nobody_measures_it(seconds: float, said: str) -> None:
    assert pace.left_in_words(seconds) == said


def test_the_share_counts_what_is_done_and_what_is_read_of_the_next() -> None:
    entries = [one(1, State.READ), one(2, State.FAILED), one(3, State.READS, share=0.5)]
    entries += [one(4, State.WAITS), one(5, State.LISTED, address="https://example.org")]
    assert pace.share_of(entries) == pytest.approx(2.5 / 4)
    assert pace.share_of([]) == 0


def test_the_heading_counts_what_it_is() -> None:
    files = [one(1, State.READ), one(2, State.FAILED)]
    assert wording.heading(files, busy=True) == "Importing 2 files"
    assert wording.heading(files, busy=False) == "Imported 1 of 2 files"
    assert wording.heading(files[:1], busy=False) == "Imported 1 file"
    web = [one(3, State.LISTED, address="https://example.org")]
    assert wording.heading(web, busy=False) == "1 web address"
    web[0].state = State.READ
    assert wording.heading([*files, *web], busy=False) == "Imported 2 of 3 articles"
    assert wording.heading([], busy=False) == "Import"


def test_the_counts_leave_out_what_is_nought() -> None:
    entries = [one(at, state) for at, state in enumerate(State)]
    assert wording.counts(entries, busy=False) == (
        "1 read, 1 failed, 1 question, 1 left out, 1 cancelled, 1 not fetched, 2 to go"
    )
    assert wording.counts(entries[:0], busy=True) == " · you can go on tagging meanwhile"


def test_the_bar_says_what_waits_for_somebody() -> None:
    entries = [one(1, State.READ), one(2, State.FAILED), one(3, State.ASKS), one(4, State.ASKS)]
    assert pace.waiting(entries) == "Import: 1 of 4 not read · 2 questions"
    assert pace.waiting(entries[:1]) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.org/a", ("https://example.org/a",)),
        (" https://a.org \n http://b.org https://a.org", ("https://a.org", "http://b.org")),
        ("Look at https://example.org", ()),
        ("ftp://example.org", ()),
        ("", ()),
        ("https://a.org " * (MOST_ADDRESSES + 1), ()),
    ],
)
def test_a_text_of_addresses_alone_is_a_list_of_them(text: str, found: tuple[str, ...]) -> None:
    assert addresses_in(text) == found
