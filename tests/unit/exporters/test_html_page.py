"""Cutting the article at the borders of claims, held against a slow reading of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Passage, PassageKind, Span
from annotator.domain.enclosed import Hyperlink
from annotator.domain.layout import reading_order
from annotator.reporting.page import DEPTH, Group, Marked, Token, groups

Kind = PassageKind

TEXT = "One two three.\n\nFour five\nsix.\n\nSeven."
PASSAGES = [Passage(Kind.BODY, 0, 14), Passage(Kind.BODY, 16, 30), Passage(Kind.BODY, 32, 38)]


def marked(*spans: tuple[int, int], notes: bool = False) -> list[Marked]:
    ordered = sorted((Span(*span) for span in spans), key=reading_order)
    return [
        Marked(s, f"look-{i}", (f"note {i}",) if notes else (), i) for i, s in enumerate(ordered)
    ]


def tokens(found: Sequence[Group]) -> list[Token]:
    return [token for group in found for block in group.blocks for token in block.tokens]


def drawn(found: Sequence[Group]) -> str:
    """The tokens, so that one sees them: 0( is a span of claim 0, #0 its number, {0} its note."""
    parts = []
    for kind, value, text, _ in tokens(found):
        if kind == "open":
            parts.append(f"{str(value).split()[1].removeprefix('look-')}(")
        elif kind == "marks":
            assert isinstance(value, list)
            parts.append(text + "".join(f"{{{note[5:]}}}" for note in value))
        else:
            parts.append({"close": ")", "number": f"#{value}", "text": text}[kind])
    return "".join(parts)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "One two three.Four five\nsix.Seven."),
        ([(0, 14)], "0(#0One two three.{0})Four five\nsix.Seven."),
        ([(0, 14), (4, 7)], "0(#0One 1(#1two{1}) three.{0})Four five\nsix.Seven."),
        ([(0, 7), (4, 14)], "0(#0One 1(#1two{0}))1( three.{1})Four five\nsix.Seven."),
        ([(4, 14), (4, 7)], "One 0(#01(#1two{1}) three.{0})Four five\nsix.Seven."),
        ([(8, 20)], "One two 0(#0three.)0(Four{0}) five\nsix.Seven."),
        ([(8, 15)], "One two 0(#0three.{0})Four five\nsix.Seven."),
        ([(15, 20)], "One two three.0(#0Four{0}) five\nsix.Seven."),
        ([(14, 16)], "One two three.0(#0F{0})our five\nsix.Seven."),
        ([(38, 39)], "One two three.Four five\nsix.Seven.#0{0}"),
    ],
)
def test_claims_nest_cross_and_run_over_borders(
    spans: list[tuple[int, int]], expected: str
) -> None:
    assert drawn(groups(TEXT, PASSAGES, marked(*spans, notes=True))) == expected


def test_the_note_s_word_is_the_last_one_unless_it_is_too_long() -> None:
    long = "word " + "x" * 40
    whole = [Passage(Kind.BODY, 0, len(long))]
    found = tokens(groups(long, whole, marked((0, len(long)), notes=True)))
    assert Token("marks", ["note 0"], "") in found
    assert Token("text", text=long) in found


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], ["One two three."]),
        ([(4, 7)], ["One ", "two>", " three."]),
        ([(0, 3), (8, 14)], ["One>", " two ", "three.>"]),
        ([(0, 14)], ["One two >", "three.>"]),
        ([(4, 10)], ["One ", "two >", "th>", "ree."]),
    ],
)
def test_text_is_cut_where_a_link_begins_or_ends(
    links: list[tuple[int, int]], expected: list[str]
) -> None:
    text = "One two three."
    whole = [Passage(Kind.BODY, 0, len(text))]
    leads = [Hyperlink(start, end, "https://example.org/") for start, end in links]
    found = tokens(groups(text, whole, marked((0, len(text)), notes=True), leads))
    pieces = [f"{one.text}{'>' if one.link else ''}" for one in found if one.text]
    assert "".join(pieces).replace(">", "") == text
    assert _joined(pieces) == _joined(expected)


def _joined(pieces: list[str]) -> list[str]:
    """Neighbours that lead to the same place, or nowhere, as one."""
    found: list[str] = []
    for piece in pieces:
        if found and found[-1].endswith(">") is piece.endswith(">"):
            found[-1] = f"{found[-1].rstrip('>')}{piece}"
        else:
            found.append(piece)
    return found


def test_what_no_browser_should_follow_is_no_link() -> None:
    text = "One two three."
    whole = [Passage(Kind.BODY, 0, len(text))]
    leads = [Hyperlink(0, 3, "javascript:alert(1)"), Hyperlink(4, 7, "file:///etc/passwd")]
    assert not any(one.link for one in tokens(groups(text, whole, [], leads)))


def test_blocks_of_a_kind_stand_together_and_what_no_passage_holds_is_text() -> None:
    text = "T\n\n- a\n- b\n\n> q\n\nloose\n\nLeave\nReply"
    kinds = [
        Passage(Kind.TITLE, 0, 1),
        Passage(Kind.LIST_ITEM, 3, 6),
        Passage(Kind.LIST_ITEM, 7, 10),
        Passage(Kind.QUOTATION, 12, 15),
        Passage(Kind.BOILERPLATE, 24, 29),
        Passage(Kind.BOILERPLATE, 30, 35),
    ]
    found = groups(text, kinds, [])
    assert [(group.kind, [block.kind for block in group.blocks]) for group in found] == [
        ("text", ["title"]),
        ("list", ["list-item", "list-item"]),
        ("quotation", ["quotation"]),
        ("text", ["body"]),
        ("furniture", ["boilerplate", "boilerplate"]),
    ]
    assert drawn(found) == "T- a- b> qlooseLeaveReply"


spans_of = st.lists(
    st.tuples(st.integers(0, 37), st.integers(1, 38)).filter(
        lambda span: TEXT[span[0] : span[1]].strip() != ""
    ),
    max_size=12,
    unique=True,
)


@given(spans_of)
def test_every_character_lies_in_the_claims_that_hold_it(spans: list[tuple[int, int]]) -> None:
    claims = marked(*spans, notes=True)
    found = groups(TEXT, PASSAGES, claims)
    open_: list[int] = []
    at, numbers, notes = 0, [], []
    for kind, value, text, _ in tokens(found):
        if kind == "open":
            assert str(value).endswith(f"depth-{len(open_)}")
            open_.append(int(str(value).split()[1].removeprefix("look-")))
        elif kind == "close":
            open_.pop()
        elif kind == "number":
            numbers.append(value)
        for character in text:
            while TEXT[at] != character:
                assert TEXT[at] == "\n"
                at += 1
            here = [i for i, c in enumerate(claims) if c.span.start <= at < c.span.end]
            assert open_ == here[-DEPTH:]
            at += 1
        if kind == "marks":
            assert isinstance(value, list)
            notes += value
    assert open_ == []
    assert numbers == list(range(len(claims)))
    assert sorted(notes) == sorted(f"note {i}" for i in range(len(claims)))


def test_twenty_thousand_claims_over_one_another_take_no_square_of_time() -> None:
    n = 20_000
    text = "x" * (2 * n)
    claims = marked(*((i, 2 * n - i) for i in range(n)))
    found = tokens(groups(text, [Passage(Kind.BODY, 0, 2 * n)], claims))
    assert sum(token.kind == "number" for token in found) == n
    assert len(found) < 12 * DEPTH * n
