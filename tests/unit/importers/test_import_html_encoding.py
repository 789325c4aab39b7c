"""Which encoding a page is in, whatever it says."""

from __future__ import annotations

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.html import importer as html
from annotator.importers.html.decode import declared, decode_page
from htmlpages import page


@pytest.mark.parametrize(
    ("name", "encoding", "why"),
    [
        ("russian-1251.html", "windows-1251", "as the page says (windows-1251)"),
        (
            "russian-declared-latin1.html",
            "windows-1251",
            "though the page says iso-8859-1, in which",
        ),
        (
            "russian-koi8-declared-1251.html",
            "koi8-r",
            "though the page says windows-1251, in which",
        ),
        ("japanese-sjis.html", "Shift_JIS (cp932)", "as the page says (Shift_JIS)"),
        ("japanese-eucjp-undeclared.html", "EUC-JP", "the page says x-none, which does not fit"),
        ("french-latin1.html", "windows-1252", "as the page says (ISO-8859-1)"),
        (
            "french-utf8-declared-latin1.html",
            "UTF-8",
            "though the page says iso-8859-1: every byte",
        ),
        (
            "french-1252-declared-utf8.html",
            "windows-1252",
            "the page says utf-8, which does not fit",
        ),
        ("french-utf16.html", "UTF-16 LE", "as its byte order mark says"),
    ],
)
def test_the_note_says_which_was_taken_and_why(name, encoding, why):
    article = html.read(page(name))
    assert article.encoding == encoding
    assert article.encoding_note.startswith(f"Read as {encoding}, ")
    assert why in article.encoding_note
    assert article.original == page(name)


def test_what_somebody_named_comes_first_and_is_kept_to():
    article = html.read(page("russian-declared-latin1.html"), encoding="cp1251")
    assert article.encoding_note == "Read as windows-1251, as you said."
    with pytest.raises(AnnotatorError, match=r"^This is no text in UTF-8: byte "):
        html.read(page("russian-1251.html"), encoding="utf-8")


def test_what_a_server_says_comes_before_what_the_page_says():
    data = page("russian-declared-latin1.html")
    assert decode_page(data, header="windows-1251").note == (
        "Read as windows-1251, as the page says (windows-1251)."
    )


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (b"<?xml version='1.0' encoding='KOI8-R'?>", "KOI8-R"),
        (b"<meta charset=euc-kr>", "euc-kr"),
        (b"<META content='text/html; CHARSET=\"gb2312\"' http-equiv=x>", "gb2312"),
        (b"<!-- <meta charset=big5> --><meta charset='x-sjis'>", "x-sjis"),
        (b"<script>'<meta charset=big5>'</script>", ""),
        (b" " * 5000 + b"<meta charset=big5>", ""),
    ],
)
def test_a_declaration_is_found_where_browsers_look(head, says):
    assert declared(head) == says


def test_an_encoding_that_does_not_exist_and_one_that_would_harm_are_passed_over():
    for label in ("x-nothing", "utf-7", "hex", "unicode_escape", "cp037"):
        found = decode_page(f"<meta charset={label}><p>Só isto.".encode())
        assert found.encoding == "UTF-8"
        assert f"what the page says, {label}, is no encoding" in found.note


def test_one_broken_byte_of_a_long_page_is_shown_as_damage():
    text = "<p>Ein Satz mit Ümläuten, wie es viele gibt.</p>" * 90
    data = text.encode()[:-20] + b"\x81" + text.encode()[-20:]
    found = decode_page(b"<meta charset=utf-8>" + data)
    assert found.text.count("\ufffd") == 1
    assert found.note == "Read as UTF-8, but 1 character was damaged and stands as \ufffd."


def test_bytes_that_windows_leaves_open_do_not_spoil_a_page():
    found = decode_page(b"<meta charset=iso-8859-1><p>caf\xe9 \x81 \x93yes\x94")
    assert found.text.endswith("café \x81 “yes”")


def test_nuls_are_no_text_and_no_reason_to_refuse():
    assert (
        "\0" not in html.read(page("short.html").replace(b"fire brigade", b"fire\0 brigade")).text
    )
