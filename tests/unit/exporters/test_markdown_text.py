"""What is escaped renders as exactly the text it was, by markdown-it-py, whatever it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotator.exporters import markdown_text
from annotator.reporting.characters import clean

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"paragraph_open", "paragraph_close", "inline"}
INLINE = {"text", "text_special", "hardbreak", "softbreak", "entity"}

MARKUP = st.lists(
    st.sampled_from(
        [
            *"\\`*_{}[]()<>#+-.!|~&^$@:=%/ \t\n1aé",
            *("**", "~~", "![", "](", "www.", "https://", "mailto:", "<b>", "&amp;", "&#65;"),
            *("---", "===", "```", "~~~", "1. ", "- ", "> ", "    ", "| - |", "[a]: b", "{{ x }}"),
        ]
    ),
    max_size=14,
).map("".join)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def shown(tokens: list[Token]) -> str:
    """The text of inline tokens, a blank for a line end; fails where one is markup."""
    found = []
    for token in tokens:
        assert token.type in INLINE, (token.type, token.content)
        found.append(" " if token.type.endswith("break") else token.content)
    return "".join(found)


def wanted(text: str) -> str:
    return " ".join(clean(text).split())


@given(MARKUP | ANY)
@example("1986\\. A great year")
@example("`a` *b* _c_ <i>d</i> [e](f) ![g](h) https://x.y &lt;")
@example("|a|b|\n|-|-|\n|1|2|")
@example("Title\n===")
def test_a_line_is_exactly_its_text(text: str) -> None:
    tokens = GFM.parse(f"{markdown_text.line(text)}\n")
    assert {token.type for token in tokens} <= PLAIN
    inline = [token for token in tokens if token.type == "inline"]
    assert len(inline) <= 1
    assert " ".join("".join(map(shown, (t.children or [] for t in inline))).split()) == wanted(text)


@given(MARKUP | ANY)
@example("a\n\n    code\n\n- list\n> quote\n# head\n***\n1) one")
def test_lines_stay_one_paragraph_of_the_same_text(text: str) -> None:
    tokens = GFM.parse(f"- first\n  - x {markdown_text.lines(text, '    ')}\n")
    kinds = {token.type for token in tokens} - PLAIN
    assert kinds <= {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    inline = [token.children or [] for token in tokens if token.type == "inline"]
    said = " ".join("".join(map(shown, inline[1:])).split())
    assert said == f"x {wanted(text)}".strip()


@given(MARKUP | ANY)
@example("a | b")
def test_in_a_table_it_stays_in_its_cell(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {markdown_text.line(text)} | last |\n"
    cells = [token for token in GFM.parse(table) if token.type == "inline"]
    assert [cell.content for cell in cells[:2]] == ["a", "b"]
    assert len(cells) == 4
    assert " ".join(shown(cells[2].children or []).split()) == wanted(text)
    assert cells[3].content == "last"


@given(MARKUP | ANY)
def test_as_a_heading_it_is_all_of_it(text: str) -> None:
    tokens = GFM.parse(f"## {markdown_text.line(text)}\n")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert " ".join(shown(tokens[1].children or []).split()) == wanted(text)


@given(MARKUP | ANY, MARKUP | ANY)
def test_running_text_between_marks_is_exactly_its_text(before: str, after: str) -> None:
    said = f"x{markdown_text.pieces(before)}**5 ✕** {markdown_text.pieces(after)}y"
    tokens = GFM.parse(said)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = [t for t in tokens[1].children or [] if t.content or t.type.endswith("break")]
    found = " ".join(shown(children).split())
    assert found == " ".join(f"x{wanted_run(before)}5 ✕ {wanted_run(after)}y".split())


def wanted_run(text: str) -> str:
    return clean(text)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a_b*c*(d)?x=1&y=2#z",
        "https://example.org/\\<>&copy;|`x`",
        "http://example.org/[x](y)",
    ],
)
def test_a_link_leads_where_it_says(address: str) -> None:
    (_, inline, _) = GFM.parse(markdown_text.link("[x](javascript:y)", address))
    opening, text, closing = [t for t in inline.children or [] if t.type != "text" or t.content]
    assert (opening.type, closing.type) == ("link_open", "link_close")
    target = str(opening.attrGet("href"))
    assert re.sub(r"%[0-9A-F]{2}", lambda m: chr(int(m[0][1:], 16)), target) == address
    assert text.content == "[x](javascript:y)"


def test_without_an_address_there_is_no_link() -> None:
    assert markdown_text.link("a_b", "") == "a\\_b"
