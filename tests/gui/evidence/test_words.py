"""How evidence is put into words: days, sizes, grades, and what was understood of an entry."""

from __future__ import annotations

import pytest

from annotator.domain.evidence import Item, KeptFile, Link, Linked, Stance
from annotator.ui.days import day_words
from annotator.ui.evidence.understood import HELP, LONG, understood
from annotator.ui.evidence.view import Piece, kept_words, size_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-01-04", "4 Jan 2024"),
        ("2024-01", "Jan 2024"),
        ("2024", "2024"),
        ("", ""),
        ("2024-13-01", "2024-13-01"),
        ("soon", "soon"),
        ("2024-01-04-05", "2024-01-04-05"),
    ],
)
def test_a_day_is_said_as_far_as_it_is_known(day: str, words: str) -> None:
    assert day_words(day) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1.0 kB"),
        (12_345, "12 kB"),
        (1_400_000, "1.4 MB"),
        (157_286_400, "157 MB"),
    ],
)
def test_a_size_is_said_in_the_unit_one_would_say(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_file_says_when_and_how_it_was_kept() -> None:
    assert kept_words(1_704_364_920_000_000, "pasted") == "kept 4 Jan 2024, 10:42, pasted"
    assert kept_words(1_704_364_920_000_000, "") == "kept 4 Jan 2024, 10:42"
    assert kept_words(0, "dropped") == "dropped"


def piece(item: Item | None, credibility: str = "") -> Piece:
    return Piece(Linked(Link("i", Stance.CONTEXT, credibility=credibility), item))


@pytest.mark.parametrize(
    ("reliability", "credibility", "grade"),
    [("B", "2", "B2"), ("", "2", "–2"), ("B", "", "B–"), ("", "", "")],
)
def test_half_a_grade_says_which_half_is_missing(
    reliability: str, credibility: str, grade: str
) -> None:
    assert piece(Item("i", "me", reliability=reliability), credibility).grade == grade


def test_a_card_says_where_when_and_what_is_kept() -> None:
    file = KeptFile("0" * 64, "x")
    held = Item(
        "i",
        "me",
        url="https://www.example.org/map/",
        archive="https://kept",
        title="Map",
        accessed="2024-01-04",
    )
    assert piece(held).address == "example.org/map"
    assert piece(held).facts == "accessed 4 Jan 2024 · archived"
    assert piece(Item("i", "me", files=(file,))).facts == "file attached"
    assert piece(Item("i", "me", files=(file, file))).facts == "2 files attached"


def test_what_is_the_name_is_not_said_again() -> None:
    held = piece(Item("i", "me", url="https://example.org/map"))
    assert held.linked.name == "example.org/map"
    assert held.address == ""


def test_an_item_that_was_not_sent_along_says_so() -> None:
    held = piece(None, "2")
    assert held.facts == "it was not sent along"
    assert held.grade == "–2"
    assert held.address == ""


def said(typed: str, together: int = 1) -> str:
    return "".join(one.text for one in understood(typed, together))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", HELP),
        ("  ", HELP),
        ("https://example.org/map +", "✓\N{EN SPACE}Supports · example.org/map"),
        ("A map ! ~", "~\N{EN SPACE}Context · “A map” · primary"),
        ("~", "Say what it is: an address, a title or a quotation."),
        ('A map "one"', "~\N{EN SPACE}Context · “A map” · quotes 1 word"),
    ],
)
def test_what_was_understood_is_said_in_words(typed: str, words: str) -> None:
    assert said(typed) == words


def test_a_long_entry_is_read_when_it_is_entered() -> None:
    assert said("x" * (LONG + 1)) == f"{LONG + 1:,} characters: read when you press Enter"


def test_a_long_title_is_cut_and_several_claims_are_counted() -> None:
    words = said("long " * 30, 3)
    assert "…” · for all 3 claims in hand" in words
