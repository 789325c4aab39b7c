"""Pages saved as one file."""

from __future__ import annotations

import pytest

from annotator.desk.importing import prepare
from annotator.domain.article import PassageKind
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.html import mhtml
from annotator.importers.table import importers
from broughtin import damaged, linked, offered, reads_or_refuses
from htmlpages import PAGES, furniture, page, told, words

HEAD = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: %s\r\n\r\n"


def test_what_chromium_saved_is_the_page_it_saved():
    saved, there = prepare(page("blog-chromium.mhtml"), "a.mhtml"), prepare(page("blog.html"), "")
    article = {kind: words(mhtml.read(page("blog-chromium.mhtml")), kind) for kind in PassageKind}
    assert article[PassageKind.TITLE] == [there.title]
    assert article[PassageKind.BODY] == [
        there.text[one.start : one.end] for one in there.passages if one.kind is PassageKind.BODY
    ]
    assert "Leave a Reply" in article[PassageKind.BOILERPLATE]
    assert saved.original == page("blog-chromium.mhtml")
    assert saved.encoding_note == "Read as UTF-8, as the page says (UTF-8)."


def test_its_address_is_offered_and_its_links_are_absolute():
    article = mhtml.read(page("blog-chromium.mhtml"))
    assert offered(article)["address"] == "http://blog.example/2024/01/kerman-explosions/"
    assert dict(linked(article))["Puppies"] == "http://blog.example/category/dogs/puppies/"


def test_the_old_explorer_named_the_encoding_outside_of_the_page():
    article = mhtml.read(page("old-explorer.mht"))
    assert words(article, PassageKind.TITLE) == ["Мост через Тихую закрыли на год"]
    assert len(told(article)) == 3
    assert furniture(article)[-1] == "© 2026 Газета «Берег»"
    assert article.encoding == "windows-1251"
    assert [
        (one.field, one.value) for one in article.enclosed.offered if one.field == "address"
    ] == [("address", "http://bereg.example/novosti/most.html")]


def test_it_is_known_without_its_name_and_is_no_mail():
    for path in PAGES.glob("*.mht*"):
        data = path.read_bytes()
        assert mhtml.sniff(data, "")
        assert next(row.name for row in importers() if row.sniff(data, "")) == "mhtml"
    posted = (
        b"Received: by x\r\nFrom: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <1@b>\r\n"
        b"Content-Location: x\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    )
    assert not mhtml.sniff(posted, "")
    assert not mhtml.sniff(b"A text: with a colon.\n", "")


@pytest.mark.parametrize(
    "data",
    [
        b"Only words.",
        HEAD % b"multipart/related; boundary=x"
        + b"--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--",
        HEAD % b"text/html",
        b"".join(
            HEAD % (b"multipart/mixed; boundary=x%d" % n) + b"--x%d\r\n" % n for n in range(3000)
        ),
    ],
    ids=["words", "pictures", "empty", "nested"],
)
def test_a_file_without_a_page_is_refused_in_a_sentence(data):
    with pytest.raises(AnnotatorError, match=r"^There is no web page in it; save the page again"):
        mhtml.read(data)


def test_a_page_without_an_article_can_be_taken_whole():
    data = HEAD % b"text/html; charset=utf-8" + page("login.html")
    with pytest.raises(NoArticleError):
        mhtml.read(data)
    assert "Forgot your password?" in mhtml.read_whole(data).text


@pytest.mark.parametrize("name", ["blog-chromium.mhtml", "old-explorer.mht"])
def test_damaged_files_are_read_or_refused_in_a_sentence(name):
    assert any(reads_or_refuses(mhtml.read, data) for data in damaged(page(name)))
