"""What was copied: HTML where there is some, else plain text."""

from __future__ import annotations

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.clipboard import read_clipboard
from broughtin import linked, offered, passages
from htmlpages import furniture, page

CHROMIUM = (
    '<html><body>\n<!--StartFragment--><meta charset="utf-8"><h1 style="color: rgb(0, 0, 0);">Bridge'
    '</h1><p style="orphans: 2;">It <a href="https://a.example/b">fell</a> in 1913.</p>'
    "<!--EndFragment-->\n</body>\n</html>"
)
WINDOWS = (
    "Version:0.9\r\nStartHTML:0000000157\r\nEndHTML:0000000400\r\nStartFragment:0000000193\r\n"
    "EndFragment:0000000360\r\nSourceURL:https://a.example/news/1\r\n<html>\r\n<body>\r\n<p>around</p>"
    '<!--StartFragment--><p>It <a href="../b">fell</a> in 1913.</p><!--EndFragment--></body></html>'
)
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head><body lang=EN-GB>
<!--StartFragment-->
<p class=MsoTitle>The bridge<o:p></o:p></p>
<p class=MsoNormal>It fell in
1913.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Of stone<o:p></o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>March<o:p></o:p></p></td><td><p class=MsoNormal>3 of 4</p></td></tr></table>
<!--EndFragment--></body></html>"""
LIBREOFFICE = (
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><meta http-equiv='
    '"content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content='
    '"LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">p { line-height: 115% }</style></head>'
    '<body lang="en-US" dir="ltr"><h1>Bridge</h1><p style="margin-bottom: 0cm">It fell.</p>'
    "<blockquote><p>Nobody saw it.</p></blockquote></body></html>"
)


def test_a_fragment_of_a_page_is_all_text_with_its_links():
    article = read_clipboard(CHROMIUM, "Bridge\nIt fell in 1913.")
    assert passages(article) == [("heading", "Bridge"), ("body", "It fell in 1913.")]
    assert linked(article) == [("fell", "https://a.example/b")]
    assert article.encoding_note == "Pasted with its links and headings."
    assert article.original == CHROMIUM.encode()


def test_what_windows_writes_around_a_fragment_is_no_text_but_gives_the_address():
    article = read_clipboard(WINDOWS)
    assert passages(article) == [("body", "It fell in 1913.")]
    assert linked(article) == [("fell", "https://a.example/b")]
    assert offered(article) == {"address": "https://a.example/news/1"}


def test_word_says_in_its_own_way_what_its_paragraphs_are():
    assert passages(read_clipboard(WORD)) == [
        ("title", "The bridge"),
        ("body", "It fell in 1913."),
        ("list-item", "Of stone"),
        ("body", "March | 3 of 4"),
    ]


def test_what_libreoffice_copies_keeps_its_kinds():
    assert passages(read_clipboard(LIBREOFFICE)) == [
        ("heading", "Bridge"),
        ("body", "It fell."),
        ("quotation", "Nobody saw it."),
    ]


def test_menus_are_set_aside_only_where_a_whole_page_was_copied():
    whole = page("newspaper.html").decode()
    assert "Most viewed" in furniture(read_clipboard(whole))
    part = "<ul><li><a href='/a'>Home</a></li></ul><div class='share'>Share</div><p>It fell.</p>"
    assert not furniture(read_clipboard(part))


def test_plain_text_is_taken_where_the_html_has_nothing_to_read():
    for html in ("", "<img src=x alt=y>", "no markup at all"):
        article = read_clipboard(html, "It fell.")
        assert article.text == "It fell."
        assert article.encoding_note == "Pasted as text."
        assert article.original == b"It fell."


def test_an_empty_clipboard_is_refused_in_a_sentence():
    with pytest.raises(AnnotatorError, match=r"^There is nothing to read in it;"):
        read_clipboard("<br>", " \n")


@pytest.mark.parametrize("html", ["<p></p>", "<meta charset=utf-8><img src=x alt='The port'>"])
def test_markup_without_words_is_no_article(html: str):
    with pytest.raises(AnnotatorError, match=r"^There is nothing to read in "):
        read_clipboard(html)


def test_halves_of_pairs_and_nuls_do_no_harm():
    article = read_clipboard("<p>a\ud83d\ude00b\udc00c\0d</p>")
    assert article.text == "a😀b\ufffdcd"
    article.text.encode()
