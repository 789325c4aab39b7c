"""Which claims are flagged, of an article and among some of its claims."""

from __future__ import annotations

from annotator.desk import assessing, flagging
from annotator.desk.desk import Desk
from annotator.domain.assessment import Flag, FlagKind


def places(desk: Desk, *numbers: int) -> list[int]:
    found = [desk.held.index_of_number(number) for number in numbers]
    return [index for index in found if index is not None]


def test_flags_are_found_by_the_places_of_their_claims(desk: Desk) -> None:
    of = places(desk, 0, 5)
    claims = [desk.held.id_at(index) for index in of]
    assert flagging.flagged(desk.library, desk.held) == frozenset()
    assessing.set_flag(desk.library, desk.article, claims, Flag(FlagKind.ASK))
    assert flagging.flagged(desk.library, desk.held) == frozenset(of)
    some = places(desk, 4, 5, 6)
    assert flagging.flagged_among(desk.library, desk.held, some) == {of[1]}
    assessing.set_flag(desk.library, desk.article, claims[:1], None)
    assert flagging.flagged(desk.library, desk.held) == {of[1]}


def test_what_is_furniture_now_has_no_flag_in_the_margin(desk: Desk) -> None:
    from annotator.desk import layout

    [index] = places(desk, 5)
    claim, span = desk.held.id_at(index), desk.held.span(index)
    assessing.set_flag(desk.library, desk.article, [claim], Flag(FlagKind.ASK))
    passage = layout.passage_span(desk.held, span.start)
    layout.set_furniture(desk.library, desk.held, passage, furniture=True)
    now = desk.held.index_of(span)
    assert now is not None
    assert flagging.flagged(desk.library, desk.held) == frozenset()
    assert flagging.flagged_among(desk.library, desk.held, [now]) == frozenset()
