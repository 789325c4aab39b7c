"""A style says what it has otherwise than the one it is based on; the chain ends, whatever is written."""

from __future__ import annotations

from lxml import etree

from annotator.office.word_styles import Styles
from annotator.office.word_symbols import UNKNOWN, symbol
from wordmade import STYLES, W


def styles(inside: str) -> Styles:
    return Styles.of(etree.fromstring(f'<w:styles xmlns:w="{W}">{inside}</w:styles>'))


def test_what_a_style_does_not_say_the_one_below_says() -> None:
    found = styles(STYLES)
    assert list(found.names("Zwischenzeile")) == ["Zwischenzeile", "heading 1"]
    assert found.outline("Zwischenzeile") == "0"
    assert found.numbers("Aufzhlung") == "3"
    assert found.hides("Geheim")
    assert not found.hides("Zwischenzeile")
    assert found.of_paragraph(None) == found.paragraph == "Standard"


def test_a_style_that_is_not_there_is_called_by_its_id() -> None:
    assert list(styles(STYLES).names("Heading1")) == ["Heading1"]
    assert list(Styles.of(None).names("Heading1")) == ["Heading1"]
    assert list(Styles.of(None).names("")) == []


def test_styles_based_on_each_other_come_to_an_end() -> None:
    one = '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
    two = '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
    found = styles(one + two)
    assert set(found.names("A")) == {"a", "b"}
    assert found.outline("A") == ""


def test_a_sign_that_cannot_be_told_has_a_sign_of_its_own() -> None:
    assert symbol("Wingdings", "F0FC") == "✓"
    assert symbol("WINGDINGS", "00FC") == "✓"
    assert symbol("Symbol", "F032") == "2"
    assert symbol("Arial", "2713") == "✓"
    for font, code in (
        ("Wingdings", "F041"),
        ("Arial", "D800"),
        ("Arial", "110000"),
        ("", ""),
        ("Arial", "F061"),
    ):
        assert symbol(font, code) == UNKNOWN
