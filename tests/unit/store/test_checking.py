"""The quick way of checking an edit gives the answers of the law's own way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.domain.canonical import canonical
from annotator.domain.edits.act import Act
from annotator.domain.edits.form import (
    YEAR_2020,
    YEAR_2100,
    Edit,
    Header,
    Seal,
    Stamp,
    header_id,
)
from annotator.domain.edits.people import SetName
from annotator.store import checking
from factories import ANNA
from unit.edits.histories import hostile

FEW = settings(max_examples=max(settings().max_examples // 3, 5))


@given(hostile())
@FEW
def test_of_any_history(drawn: list[Edit]) -> None:
    for edit in drawn:
        assert checking.sound(edit.header) is edit.header.sound
        assert checking.seals_text(edit.header.seals) == canonical(
            [seal.json() for seal in edit.header.seals]
        )
        if edit.header.sound:
            assert checking.fitting(edit) == edit.sound_parts


ODD: list[Any] = [None, "", 0, False, 1, 2**70, 1.5, b"x", "\ud800", 'é\n"\\', [], {}, ["x"]]


def made() -> Header:
    act: Act = SetName(ANNA.id, "Anna")
    return Stamp(ANNA.id, YEAR_2020 + 5, 5).seal(act.kind, 1, act.writes()).header


def asked(header: Header) -> bool | str:
    """What the law says, or that it can say nothing of what no file could hold."""
    try:
        return header.sound
    except (TypeError, ValueError):
        return "cannot be asked"


@pytest.mark.parametrize(
    "field", ["at", "clock", "analyst", "kind", "version", "undoes", "nonce", "seals", "id"]
)
@pytest.mark.parametrize("value", ODD, ids=repr)
def test_of_any_value_in_any_field(field: str, value: Any) -> None:
    if field == "seals":
        header = replace(made(), seals=(Seal(value, None, "x"), Seal("tags", value, "y")))
    else:
        header = replace(made(), **{field: value})
    for one in (header, _with_its_own_id(header)):
        expected = asked(one)
        if expected != "cannot be asked":
            assert checking.sound(one) is expected


def _with_its_own_id(header: Header) -> Header:
    try:
        return replace(header, id=header_id(header.content()))
    except (TypeError, ValueError):
        return header


@pytest.mark.parametrize("at", [YEAR_2020 - 1, YEAR_2020, YEAR_2100 - 1, YEAR_2100])
def test_of_the_years(at: int) -> None:
    header = Stamp(ANNA.id, at, 0).seal("SetName", 1, ()).header
    assert checking.sound(header) is header.sound is (YEAR_2020 <= at < YEAR_2100)


def test_of_two_seals_for_one_place() -> None:
    seal = Seal("tags", None, "x")
    header = _with_its_own_id(replace(made(), seals=(seal, replace(seal, digest="y"))))
    assert checking.sound(header) is header.sound is False


def test_a_part_that_is_there_twice_is_taken_once() -> None:
    act = SetName(ANNA.id, "Anna")
    edit = Stamp(ANNA.id, YEAR_2020 + 5, 5).seal(act.kind, 1, act.writes())
    twice = Edit(edit.header, edit.parts * 2)
    assert checking.fitting(twice) == edit.parts


def test_of_bounds() -> None:
    for number in (2**62, -(2**62), 2**62 - 1):
        header = _with_its_own_id(replace(made(), clock=number))
        assert checking.sound(header) is header.sound
