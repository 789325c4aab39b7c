"""A book comes in with its pages in their order, its title first, contents and covers set aside."""

from __future__ import annotations

import random

import pytest

from annotator.desk.importing import prepare
from annotator.domain.errors import AnnotatorError
from annotator.importers.epub import importer as epub
from annotator.importers.watch import reporting_to
from books import METADATA_2, METADATA_3, book, package, packed, parts, xhtml
from broughtin import FILES, damaged, linked, noted, offered, passages, reads_or_refuses

SAMPLE = FILES / "sample" / "article.epub"
XHTML_1_1 = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
PAGES_3 = {
    "cover.xhtml": xhtml('<section epub:type="cover"><p>Harbour Watch</p></section>'),
    "nav.xhtml": xhtml('<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="text/1.xhtml">One</a></li></ol></nav>'),
    "text/1.xhtml": xhtml(
        "<h1>The harbour that nobody counted</h1><p>The port moved 4.2&#160;million tonnes"
        '<a epub:type="noteref" href="#n1">1</a> last year, <a href="https://news.example/h">officials said</a>.'
        '<span epub:type="pagebreak" id="p2">2</span></p><blockquote><p>We waited.</p></blockquote>'
        '<figure><img src="../q.jpg" alt=""/><figcaption>The quay.</figcaption></figure>'
        '<aside epub:type="footnote" id="n1"><p><a href="#r1">1.</a> Port authority, '
        '<a href="https://port.example/">report</a>.</p></aside>'
    ),
    "text/2 b.xhtml": xhtml(
        '<h2>Crews</h2><p>See <a href="1.xhtml">above</a><sup><a role="doc-noteref" href="../notes.xhtml#e1">2</a></sup>.</p>'
        "<ul><li>Nine days</li><li>Two days</li></ul>"
    ),
    "notes.xhtml": xhtml(
        '<section epub:type="endnotes"><div epub:type="endnote" id="e1">Interview. <a role="doc-backlink" href="text/2%20b.xhtml">back to the text</a></div>'
        '<div epub:type="endnote" id="e2">Called by nobody.</div></section>'
    ),
}  # fmt: skip
PAGES_2 = {
    "cover.html": xhtml("<p>Cover</p>", doctype=XHTML_1_1),
    "toc.html": xhtml("<p>One ... 1</p>", doctype=XHTML_1_1),
    "a.html": xhtml("<p>Vier Millionen&nbsp;Tonnen.</p>", doctype=XHTML_1_1),
}
GUIDE = '<guide><reference type="cover" href="cover.html"/><reference type="TOC" href="toc.html#x"/></guide>'


def one_page(body: str, metadata: str = "<dc:title>Book</dc:title>") -> bytes:
    return book({"a.xhtml": xhtml(body)}, metadata)


def test_the_sample_is_the_very_text_of_its_plain_file():
    found = prepare(SAMPLE.read_bytes(), "article.epub")
    plain = prepare((FILES / "sample" / "article.txt").read_bytes(), "article.txt")
    assert (found.text, found.passages, found.claims) == (plain.text, plain.passages, plain.claims)


def test_an_epub_3_is_read_with_its_kinds_links_and_notes():
    article = epub.read(book(PAGES_3, nav="nav.xhtml"))
    assert passages(article) == [
        ("boilerplate", "Harbour Watch"),
        ("boilerplate", "Contents"),
        ("boilerplate", "One"),
        ("title", "The harbour that nobody counted"),
        ("body", "The port moved 4.2\u00a0million tonnes last year, officials said."),
        ("boilerplate", "2"),
        ("quotation", "We waited."),
        ("caption", "The quay."),
        ("heading", "Crews"),
        ("body", "See above."),
        ("list-item", "Nine days"),
        ("list-item", "Two days"),
        ("body", "Called by nobody."),
    ]
    assert linked(article) == [("officials said", "https://news.example/h")]
    assert noted(article) == [
        ("footnote", "…tonnes|", "Port authority, report."),
        ("endnote", "… above|", "Interview."),
    ]
    assert article.enclosed.remarks[0].links == ("https://port.example/",)
    assert offered(article) == {
        "title": "The harbour that nobody counted",
        "author": "Mina Østergård, John Smith",
        "publisher": "Harbour Watch",
        "published": "2026-01-03",
        "updated": "2026-01-05T10:00+00:00",
        "language": "en-GB",
        "address": "https://news.example/harbour",
    }


def test_an_epub_2_says_what_is_furniture_in_its_guide():
    article = epub.read(packed(parts(PAGES_2, METADATA_2, more=GUIDE)))
    assert passages(article) == [
        ("title", "The harbour"),
        ("boilerplate", "Cover"),
        ("boilerplate", "One ... 1"),
        ("body", "Vier Millionen\u00a0Tonnen."),
    ]
    assert offered(article) == {
        "title": "The harbour",
        "author": "Mina",
        "published": "2026-01-03",
        "language": "de",
    }


def test_a_book_without_a_title_that_says_something_has_none_of_its_own():
    for title in ("Unknown", "[Untitled]", ""):
        article = epub.read(one_page("<p>One.</p>", f"<dc:title>{title}</dc:title>"))
        assert passages(article) == [("body", "One.")]


def test_a_page_that_the_spine_names_a_thousand_times_is_read_once():
    inside = parts({"a.xhtml": xhtml("<p>The quay.</p>")}, "<dc:title>Book</dc:title>")
    opf = str(inside["EPUB/book.opf"])
    opf = opf.replace(
        "<spine>", "<spine>" + '<itemref idref="i0"/><itemref idref="again"/>' * 1_000
    )
    again = '<item id="again" href="./a.xhtml" media-type="application/xhtml+xml"/>'
    opf = opf.replace("<manifest>", f"<manifest>{again}")
    article = epub.read(packed({**inside, "EPUB/book.opf": opf}))
    assert [words for _, words in passages(article)] == ["Book", "The quay."]


def test_pages_are_read_in_the_order_of_the_spine_and_only_pages():
    pages = {name: xhtml(f"<p>{name}</p>") for name in ("b.xhtml", "a.xhtml", "c.xhtml")}
    inside = parts(pages, "<dc:title>Book</dc:title>")
    opf = str(inside["EPUB/book.opf"])
    opf = opf.replace("<spine>", '<spine><itemref idref="css"/><itemref idref="none"/><itemref/>')
    article = epub.read(packed({**inside, "EPUB/book.opf": opf}))
    assert [words for _, words in passages(article)] == ["Book", "b.xhtml", "a.xhtml", "c.xhtml"]


def test_whoever_waits_is_told_which_page_is_read():
    told = []
    with reporting_to(lambda says, share: told.append((says, share))):
        epub.read(book(PAGES_2))
    assert told[0] == ("page 1 of 3", 1 / 3)
    assert told[-1] == ("page 3 of 3", 1.0)


def test_a_page_in_another_encoding_is_read_in_that():
    page = xhtml("<p>Größe 5</p>").replace("utf-8", "iso-8859-1").encode("latin-1")
    inside = {**parts({"a.xhtml": ""}, ""), "EPUB/a.xhtml": page}
    assert epub.read(packed(inside)).text == "Größe 5"


def test_obfuscated_fonts_lock_nothing():
    lock = "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData><e:EncryptionMethod Algorithm='{}'/></e:EncryptedData></encryption>"
    inside = parts({"a.xhtml": xhtml("<p>One.</p>")}, "")
    for how in ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"):
        assert (
            epub.read(packed({**inside, "META-INF/encryption.xml": lock.format(how)})).text
            == "One."
        )
    locked = lock.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(
        AnnotatorError, match=r"It is locked with a password: save it without one\."
    ):
        epub.read(packed({**inside, "META-INF/encryption.xml": locked}))


CHANCE = random.Random(14).randbytes(3_000)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"META-INF/container.xml": None}, "“META-INF/container.xml” is missing"),
        ({"META-INF/container.xml": "<container/>"}, "“META-INF/container.xml” names no book"),
        ({"META-INF/container.xml": "nothing"}, "“META-INF/container.xml” is no XML"),
        ({"EPUB/book.opf": None}, "“EPUB/book.opf” is missing"),
        ({"EPUB/book.opf": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "declares a document type"),
        ({"EPUB/a.xhtml": None}, "“EPUB/a.xhtml” is missing"),
        ({"EPUB/a.xhtml": CHANCE}, "not clear which encoding"),
        ({"EPUB/a.xhtml": xhtml("<p> </p>")}, "nothing to read"),
        ({"EPUB/book.opf": package({}, METADATA_3)}, "nothing to read"),
        ({"../evil": "x"}, "leads out"),
        ({"bomb": bytes(30_000_000)}, "unpack"),
        ({f"many{number}": "" for number in range(5_001)}, "more than 5,000 parts"),
    ],
)
def test_what_is_damaged_or_made_to_harm_is_refused_in_one_sentence(changed, said):
    inside = {**parts({"a.xhtml": xhtml("<p>One.</p>")}), **changed}
    data = packed({name: part for name, part in inside.items() if part is not None})
    with pytest.raises(AnnotatorError, match=said) as caught:
        epub.read(data)
    assert str(caught.value).endswith(".")


def test_notes_that_are_called_twice_or_by_themselves_stay_harmless():
    body = (
        '<p>One<a epub:type="noteref" href="#a">1</a><a epub:type="noteref" href="#a">1</a>'
        '<a epub:type="noteref" href="#gone">2</a><a epub:type="noteref">3</a>.</p>'
        '<aside epub:type="footnote" id="a"><p>Note<a epub:type="noteref" href="#a">1</a>.</p></aside>'
        '<aside epub:type="footnote" id=""><p>Nameless.</p></aside>'
    )
    article = epub.read(one_page(body, ""))
    assert passages(article) == [("body", "One 23."), ("body", "Nameless.")]
    assert noted(article) == [("footnote", "…One|", "Note.")] * 2


def test_it_is_known_by_its_kind_and_by_its_suffix_where_that_is_packed_otherwise():
    assert epub.sniff(SAMPLE.read_bytes(), ".zip")
    assert epub.sniff(b"PK\x03\x04" + bytes(200), ".epub")
    assert not epub.sniff(b"PK\x03\x04" + bytes(200), ".zip")
    assert not epub.sniff(b"Some text.", ".epub")
    with pytest.raises(AnnotatorError, match=r"note\.epub"):
        prepare(b"Some text.", "note.epub")


def test_it_is_read_in_a_process_of_its_own():
    with pytest.raises(AnnotatorError, match=r"cut\.epub: It is damaged: it is no archive"):
        prepare(SAMPLE.read_bytes()[:3000], "cut.epub")


@pytest.mark.parametrize("version", [2, 3])
def test_a_damaged_book_is_read_or_refused_and_nothing_else(version):
    data = book(PAGES_3, nav="nav.xhtml") if version == 3 else book(PAGES_2, METADATA_2)
    outcomes = [reads_or_refuses(epub.read, one) for one in damaged(data, parts=True)]
    assert any(outcomes)
    assert not all(outcomes)
