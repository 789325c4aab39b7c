"""Cuts and paints, replayed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Passage, PassageKind, Span, article_id, claim_id
from annotator.domain.edits.writes import Base, Cut, Paint
from annotator.domain.layout import Layout, kind_at, painted, reading_order, replay, trim

ARTICLE = article_id("0" * 64)
BODY, FURNITURE = PassageKind.BODY, PassageKind.BOILERPLATE


def base(*claims: Span) -> Base:
    return Base("test", (Passage(BODY, 0, 100),), claims, {}, "")


def ids(*spans: Span):
    return tuple(claim_id(ARTICLE, span) for span in spans)


def test_a_cut_takes_effect_when_its_claims_are_there():
    whole, left, right = Span(0, 10), Span(0, 4), Span(5, 10)
    live = replay(ARTICLE, 100, base(whole), [Cut(ids(whole), (left, right))])
    assert set(live.values()) == {left, right}


def test_the_earlier_of_two_cuts_wins():
    whole = Span(0, 10)
    first = Cut(ids(whole), (Span(0, 4), Span(5, 10)))
    second = Cut(ids(whole), (Span(0, 6), Span(7, 10)))
    live = replay(ARTICLE, 100, base(whole), [first, second])
    assert set(live.values()) == {Span(0, 4), Span(5, 10)}


def test_a_cut_that_names_a_claim_twice_or_leaves_the_text_is_void():
    layout = Layout(ARTICLE, 10, base(Span(0, 10), Span(0, 90)))
    assert set(layout.live.values()) == {Span(0, 10)}
    twice = ids(Span(0, 10)) * 2
    assert not layout.cut(Cut(twice, (Span(0, 5),)))
    assert not layout.cut(Cut((), (Span(0, 11),)))
    assert layout.cut(Cut((), (Span(0, 3),)))


def test_without_a_base_there_are_no_claims():
    assert replay(ARTICLE, 10, None, []) == {}


def test_reading_order_puts_the_longer_first():
    assert sorted([Span(0, 3), Span(2, 4), Span(0, 9)], key=reading_order) == [
        Span(0, 9),
        Span(0, 3),
        Span(2, 4),
    ]


@pytest.mark.parametrize(
    ("text", "span", "wanted"),
    [
        ("a b c", Span(1, 4), Span(2, 3)),
        ("  \n ", Span(0, 4), None),
        ("abc", Span(0, 3), Span(0, 3)),
    ],
)
def test_trim(text, span, wanted):
    assert trim(text, span) == wanted


def test_paint_parts_a_passage_without_blanks_at_the_border():
    text = "One. Two. Three."
    parts = painted(text, [Passage(BODY, 0, 16)], [Paint(Span(5, 9), FURNITURE)])
    assert parts == (
        Passage(BODY, 0, 4),
        Passage(FURNITURE, 5, 9),
        Passage(BODY, 10, 16),
    )


def test_paint_never_joins_two_passages():
    text = "One.\n\nTwo."
    passages = [Passage(BODY, 0, 4), Passage(BODY, 6, 10)]
    parts = painted(text, passages, [Paint(Span(0, 10), FURNITURE)])
    assert parts == (Passage(FURNITURE, 0, 4), Passage(FURNITURE, 6, 10))


def test_no_paint_leaves_the_passages_as_they_are():
    assert painted("abc", [Passage(BODY, 0, 3)], []) == (Passage(BODY, 0, 3),)


def test_kind_between_two_passages_is_body():
    passages = (Passage(FURNITURE, 0, 4), Passage(FURNITURE, 6, 10))
    assert kind_at(passages, 3) is FURNITURE
    assert kind_at(passages, 4) is BODY
    assert kind_at((), 0) is BODY


paints = st.lists(
    st.builds(
        lambda start, length, kind: Paint(Span(start, start + length), kind),
        st.integers(0, 40),
        st.integers(1, 30),
        st.sampled_from([BODY, FURNITURE, PassageKind.CAPTION]),
    ),
    max_size=8,
)


@given(paints)
def test_the_last_paint_wins_for_every_visible_character(coats):
    """Compared with painting a list of characters one by one."""
    text = "ab cd ef gh ij\n\nkl mn op qr st uv\n\nwx yz 12 34"
    passages = [Passage(BODY, 0, 14), Passage(PassageKind.HEADING, 16, 33), Passage(BODY, 35, 46)]
    expected: list[PassageKind | None] = [None] * len(text)
    for passage in passages:
        expected[passage.start : passage.end] = [passage.kind] * (passage.end - passage.start)
    for coat in coats:
        for at in range(coat.span.start, min(coat.span.end, len(text))):
            if expected[at] is not None:
                expected[at] = coat.kind
    parts = painted(text, passages, coats)
    for at, char in enumerate(text):
        if not char.isspace():
            assert kind_at(parts, at) is expected[at]
    assert all(first.end <= second.start for first, second in itertools.pairwise(parts))
