"""What is in hand on the page."""

from __future__ import annotations

import pytest

from annotator.domain.article import Span
from annotator.domain.snapshot import Snapshot
from annotator.ui.page import choice
from annotator.ui.page.choice import Choice
from pages import Kind, page_of


@pytest.fixture
def snapshot() -> Snapshot:
    return page_of("⟦One.⟧ ⟦Two.⟧ ⟦Three.⟧", (Kind.BOILERPLATE, "⟦Reply⟧"), "⟦Four.⟧ ⟦Five.⟧")


def test_a_claim_taken_is_the_only_one() -> None:
    taken = choice.take(Choice(1, (0, 1, 2), 0, caret=3), 2)
    assert taken == Choice(2, (2,), 2)


def test_the_caret_stays_in_the_claim_it_is_in() -> None:
    assert choice.take(Choice(1, (0, 1), 0, caret=3), 1) == Choice(1, (1,), 1, caret=3)


def test_a_range_goes_back_and_forth_from_where_it_began(snapshot: Snapshot) -> None:
    first = choice.take(Choice(), 1)
    longer = choice.extend(first, snapshot, 4)
    assert longer.selected == (1, 2, 4), "page furniture is no claim"
    assert longer.current == 4
    back = choice.extend(longer, snapshot, 0)
    assert back.selected == (0, 1)


def test_toggling_adds_and_takes_out_but_never_the_last() -> None:
    one = choice.take(Choice(), 1)
    two = choice.toggle(one, 4)
    assert (two.current, two.selected) == (4, (1, 4))
    assert choice.toggle(two, 4).selected == (1,)
    assert choice.toggle(one, 1) == one


def test_claims_chosen_together_keep_the_one_in_hand(snapshot: Snapshot) -> None:
    held = choice.take(Choice(), 2)
    assert choice.choose(held, snapshot, [5, 2, 3]).current == 2
    assert choice.choose(held, snapshot, [5, 4]).current == 4
    assert choice.choose(held, snapshot, [3]) == Choice()


def test_extending_the_caret_selects_from_where_it_stood() -> None:
    held = Choice(0, (0,), 0, caret=5)
    once = choice.put_caret(held, 9, extend=True)
    assert once.selection == Span(5, 9)
    assert choice.put_caret(once, 2, extend=True).selection == Span(2, 5)
    assert choice.put_caret(once, 9, extend=False).selection is None
    assert choice.without_text(once).caret is None


def test_what_is_in_hand_survives_another_layout(snapshot: Snapshot) -> None:
    other = page_of("⟦One.⟧ ⟦Two.⟧ ⟦Three.⟧", (Kind.BOILERPLATE, "⟦Reply⟧"), "⟦Four.⟧ ⟦⟦Five⟧.⟧")
    held = Choice(5, (4, 5), 4)
    assert choice.fitting(held, snapshot, other) == Choice(5, (4, 5), 5)
    assert choice.fitting(held, snapshot, page_of("⟦Other.⟧")) == Choice()
    assert choice.fitting(held, None, snapshot) == Choice()
