"""What a claim says in numbers and days: worked out, offered, and never filled in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from annotator.desk import records, said
from annotator.desk.desk import Desk
from annotator.desk.said import Said
from annotator.domain.article import Span
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.store import reading

TODAY = date(2026, 11, 26)


def said_of(desk: Desk, number: int) -> Said:
    index = desk.held.index_of_number(number)
    assert index is not None
    return said.said_of(desk.library, desk.held, index)


def test_a_number_is_converted_and_stands_beside_those_that_speak_of_the_same(desk: Desk) -> None:
    [one] = said_of(desk, 5).numbers
    assert one.number.equation == "2,000 ft = 610 m"
    assert desk.held.article.text[slice(*one.number.span)] == "2,000 feet"
    assert [(beside.claim, beside.number.equation) for beside in one.beside] == [
        ("claim 4", "2,300 ft = 701 m")
    ]


def test_a_number_that_nothing_can_be_made_of_is_left_out(desk: Desk) -> None:
    assert said_of(desk, 18).numbers == ()
    assert said_of(desk, 3) == Said()


def test_of_furniture_nothing_is_worked_out(desk: Desk) -> None:
    snapshot = desk.held
    aside = [index for index in range(len(snapshot)) if snapshot.number(index) is None]
    assert aside
    assert all(said.said_of(desk.library, snapshot, index) == Said() for index in aside)


def test_a_day_is_told_from_the_day_of_publication(desk: Desk) -> None:
    assert said_of(desk, 16).asks_published == "Wednesday"
    assert said_of(desk, 16).days == ()
    said.set_published(desk.library, desk.article, "4 Jan 2024")
    found = said_of(desk, 16)
    assert found.asks_published == ""
    [day] = found.days
    assert (day.words, day.would_be) == ("Wednesday", "Wednesday 3 January 2024")
    assert "the day of publication" in day.rule
    assert said_of(desk, 47).days[0].would_be.startswith("about 2021")


def test_what_is_written_out_is_not_said_again(desk: Desk) -> None:
    said.set_published(desk.library, desk.article, "2024-01-04")
    assert [day.words for day in said_of(desk, 26).days] == [], "“October 2022” is all of it"


def test_a_day_that_is_known_by_its_month_alone_tells_no_weekday(desk: Desk) -> None:
    said.set_published(desk.library, desk.article, "2024-01")
    assert said_of(desk, 16).asks_published == "Wednesday"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-26"),
        ("Tomorrow", "2026-11-27"),
        ("yesterday", "2026-11-25"),
        ("fri", "2026-11-27"),
        ("thursday", "2026-12-03"),
        (" 5 dec 2026 ", "2026-12-05"),
        ("2026-12", "2026-12"),
        ("2026", "2026"),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, day: str) -> None:
    assert said.read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "30 feb 2026", "soon", "2026-13", "f", "a\x07"])
def test_what_is_no_day_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(AnnotatorError) as refused:
        said.read_day(typed, TODAY)
    assert str(refused.value)


def test_a_month_is_no_single_day() -> None:
    assert said.read_whole_day("5 dec 2026", TODAY) == "2026-12-05"
    with pytest.raises(AnnotatorError, match="no single day"):
        said.read_whole_day("dec 2026", TODAY)


def test_an_article_that_is_here_was_published_before(desk: Desk) -> None:
    ahead = date.today() + timedelta(2)  # noqa: DTZ011
    with pytest.raises(AnnotatorError, match="still to come"):
        said.set_published(desk.library, desk.article, ahead.isoformat())
    assert desk.held.article.published == ""
    said.set_published(desk.library, desk.article, str(date.today().year))  # noqa: DTZ011
    assert desk.held.article.published == str(date.today().year)  # noqa: DTZ011


def test_a_calculation_is_kept_as_context(desk: Desk) -> None:
    index = desk.held.index_of_number(5)
    assert index is not None
    claim = desk.held.id_at(index)
    said.keep_calculation(desk.library, desk.article, [claim], "2,000 ft = 610 m")
    [piece] = records.record_of(desk.library, claim).evidence
    assert piece.item is not None
    assert (piece.item.title, piece.item.medium) == ("2,000 ft = 610 m", said.CALCULATION)
    assert piece.link.stance is Stance.CONTEXT
    assert reading.assessment(desk.library.store, desk.library.me, claim).empty


def test_a_claim_that_overlaps_is_no_neighbour(desk: Desk) -> None:
    from annotator.desk import layout

    snapshot = desk.held
    index = snapshot.index_of_number(5)
    assert index is not None
    span = snapshot.span(index)
    layout.add_claim(desk.library, snapshot, Span(span.start, span.end - 6))
    names = [beside.claim for one in said_of(desk, 5).numbers for beside in one.beside]
    assert names == ["claim 4"]
