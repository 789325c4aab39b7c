"""What a field of a Word file leads to, and whether it is a table of contents, is told by its code."""

from __future__ import annotations

import pytest

from annotator.office.word_fields import is_contents, link_of


@pytest.mark.parametrize(
    ("code", "address"),
    [
        (' HYPERLINK "https://example.org/a b" ', "https://example.org/a b"),
        ("HYPERLINK https://example.org/", "https://example.org/"),
        ('hyperlink "https://example.org/" \\l "part" \\o "A tip"', "https://example.org/#part"),
        ('HYPERLINK \\o "A tip" "https://example.org/"', "https://example.org/"),
        ('HYPERLINK \\n "https://example.org/"', "https://example.org/"),
        ('HYPERLINK \\l "part"', ""),
        ('HYPERLINK "\\\\\\\\server\\\\share"', "\\\\server\\share"),
        ("HYPERLINK", ""),
        ("HYPERLINK \\l", ""),
        ("PAGE", ""),
        ("", ""),
    ],
)
def test_where_a_field_leads(code: str, address: str) -> None:
    assert link_of(code) == address


@pytest.mark.parametrize(
    ("code", "is_one"), [(' TOC \\o "1-3" ', True), ("toc", True), ("REF x", False)]
)
def test_whether_a_field_is_a_table_of_contents(code: str, is_one: bool) -> None:
    assert is_contents(code) is is_one
