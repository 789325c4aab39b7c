"""Borders of claims and page furniture, as the desk changes them."""

import pytest

from annotator.desk import layout, tagging
from annotator.domain.article import Span
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag


def index(desk, number):
    return desk.held.index_of_number(number)


def test_a_split_leaves_the_blanks_at_the_cut_to_neither_part(desk):
    page = desk.held
    first = page.span(index(desk, 1))
    cut = page.article.text.index(" explosions", first.start)
    layout.split(desk.library, page, index(desk, 1), cut)
    left, right = desk.held.claim(index(desk, 1)), desk.held.claim(index(desk, 2))
    assert left.text == "Wagswoofs – Two"
    assert right.text.startswith("explosions on Wednesday")
    assert desk.held.last_number == page.last_number + 1


@pytest.mark.parametrize("at", [0, 90, 10**9])
def test_a_split_outside_the_claim_is_refused(desk, at):
    with pytest.raises(AnnotatorError, match="is not inside claim 1"):
        layout.split(desk.library, desk.held, index(desk, 1), at)


def test_a_part_with_nothing_visible_is_refused(library, desk):
    page = desk.held
    span = page.span(index(desk, 1))
    layout.set_borders(library, page, index(desk, 1), Span(span.start, span.start + 9))
    with pytest.raises(AnnotatorError, match="is not inside"):
        layout.split(library, desk.held, index(desk, 1), span.start + 9)


def test_parts_start_untagged_and_offer_what_was_held(desk):
    page = desk.held
    whole = page.span(index(desk, 1))
    tagging.tag(desk.library, desk.article, [page.id_at(1)], Tag.DISPUTED, note="why")
    layout.split(desk.library, desk.held, 1, whole.start + 9)
    assert desk.held.standing(1) is Standing.UNTAGGED
    assert [(one.span, one.standing) for one in desk.held.retired] == [(whole, Standing.DISPUTED)]
    layout.take_over(desk.library, desk.held, 2, whole)
    assert desk.held.standing(2) is Standing.DISPUTED
    assert desk.held.claim(2).has_note


def test_nothing_to_take_over_writes_nothing(desk):
    assert layout.take_over(desk.library, desk.held, 1, Span(0, 3)) is None


def test_a_join_runs_from_the_first_start_to_the_last_end(desk):
    page = desk.held
    layout.join(desk.library, page, index(desk, 2))
    joined = desk.held.span(index(desk, 2))
    assert joined == Span(page.starts[2], page.ends[3])
    assert desk.held.last_number == page.last_number - 1


def test_the_last_claim_has_nothing_to_be_joined_with(desk):
    last = index(desk, desk.held.last_number)
    with pytest.raises(AnnotatorError, match="No claim follows claim 48"):
        layout.join(desk.library, desk.held, last)


def test_a_claim_may_overlap_others_but_not_double_one(desk):
    page = desk.held
    layout.add_claim(desk.library, page, Span(100, 200))
    assert desk.held.last_number == page.last_number + 1
    with pytest.raises(AnnotatorError, match="already"):
        layout.add_claim(desk.library, desk.held, Span(99, 200))
    same = desk.held.span(1)
    assert layout.set_borders(desk.library, desk.held, 1, same) is None


@pytest.mark.parametrize("span", [Span(5, 5), Span(-1, 5), Span(0, 10**9), Span(88, 90)])
def test_a_stretch_that_is_none_is_refused(desk, span):
    with pytest.raises(AnnotatorError):
        layout.add_claim(desk.library, desk.held, span)


def test_furniture_becomes_text_and_back(desk):
    page = desk.held
    furniture = page.standings.index(Standing.FURNITURE)
    span = layout.passage_span(page, page.starts[furniture])
    layout.set_furniture(desk.library, page, span, furniture=False)
    assert desk.held.number(furniture) == page.last_number + 1
    assert layout.set_furniture(desk.library, desk.held, span, furniture=False) is None
    layout.set_furniture(desk.library, desk.held, span, furniture=True)
    assert desk.held.number(furniture) is None


def test_a_tag_survives_being_set_aside(desk):
    page = desk.held
    tagging.tag(desk.library, desk.article, [page.id_at(5)], Tag.VERIFIED)
    span = page.span(5)
    layout.set_furniture(desk.library, desk.held, span, furniture=True)
    assert desk.held.number(5) is None
    assert desk.held.count(Standing.VERIFIED) == 0
    layout.set_furniture(desk.library, desk.held, span, furniture=False)
    assert desk.held.standing(5) is Standing.VERIFIED


def test_between_two_passages_there_is_none(desk):
    with pytest.raises(AnnotatorError, match="No passage holds character 89"):
        layout.passage_span(desk.held, 89)


def test_a_cut_on_what_somebody_else_cut_meanwhile_is_refused(desk, opened):
    stale = desk.held
    layout.split(opened("Ben"), stale, 1, stale.starts[1] + 9)
    with pytest.raises(AnnotatorError, match="somebody else in the meantime"):
        layout.split(desk.library, stale, 1, stale.starts[1] + 20)
