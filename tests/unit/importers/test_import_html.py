"""Web pages: what of them is the article, and what is set aside in its place."""

from __future__ import annotations

import pytest

from annotator.desk.importing import prepare
from annotator.domain.article import PassageKind
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.html import importer as html
from annotator.importers.html.decode import decode_page
from annotator.importers.table import read_bytes
from broughtin import damaged, linked, passages, reads_or_refuses
from htmlpages import PAGES, expected, furniture, letters, page, told, words

NO_ARTICLE = ("front.html", "login.html")
ARTICLES = sorted(path.name for path in PAGES.glob("*.htm*") if path.name not in NO_ARTICLE)
START = (
    "<html><head><title>The bridge at Alder Ford</title></head><body>"
    "<h1>The bridge at Alder Ford</h1><p>In 1911 the council voted to build a bridge. It was cut "
    "of stone, and the stone is still there.</p>"
)


def read(markup: str) -> list[tuple[str, str]]:
    return passages(html.read(markup.encode()))


@pytest.mark.parametrize("name", ARTICLES)
def test_no_paragraph_of_an_article_is_furniture_and_no_furniture_is_text(name):
    source = decode_page(page(name)).text
    article = html.read(page(name))
    assert letters("".join(words(article, PassageKind.TITLE))) == expected(source, "title")
    assert letters("".join(told(article))) == expected(source, "text")


def test_furniture_stays_in_its_place_and_nothing_is_deleted():
    article = html.read(page("newspaper.html"))
    kinds = [kind for kind, _ in passages(article)]
    advertisement = passages(article).index(("boilerplate", "Advertisement"))
    assert kinds[advertisement - 1] == kinds[advertisement + 2] == "body"
    for part in ("Accept all", "Opinion", "Sign up", "gullwatcher", "Most viewed", "Privacy"):
        assert any(part in passage for passage in furniture(article)), part


def test_the_kinds_of_passages_are_kept():
    found = passages(html.read(page("newspaper.html")))
    assert ("heading", "What the inspectors found") in found
    assert ("quotation", "Nobody who read those pages could have slept well.") in found
    assert ("list-item", "a seal that had hardened;") in found
    assert ("caption", "Tests in 2025") in found
    assert ("body", "March | 3 of 4") in found


def test_scripts_styles_templates_and_what_is_hidden_are_no_text():
    text = html.read(page("newspaper.html")).text
    for hidden in ("This is no text", "No title", "hidden from every", "A template", "enable Java"):
        assert hidden not in text


def test_the_sample_article_in_a_blogs_page_is_the_sample_article():
    plain = prepare((PAGES.parents[2] / "seeds" / "kerman-explosions.txt").read_bytes(), "a.txt")
    for name in ("blog.html", "blog-saved-complete.html"):
        blog = prepare(page(name), name)
        aside = [one for one in blog.passages if one.kind is PassageKind.BOILERPLATE]
        assert [blog.text[one.start : one.end] for one in blog.passages if one not in aside] == [
            plain.text[one.start : one.end]
            for one in plain.passages
            if one.kind is not PassageKind.BOILERPLATE
        ]
        claims = [
            claim
            for claim in blog.claims
            if not any(one.start <= claim.start < one.end for one in aside)
        ]
        assert len(claims) == 1 + 48
        form = [blog.text[one.start : one.end] for one in aside]
        assert "Leave a Reply" in form
        assert any(one.startswith("Your email address will not be published.") for one in form)


def test_the_page_without_an_article_says_so_and_can_be_taken_whole():
    for name in NO_ARTICLE:
        with pytest.raises(NoArticleError, match=r"No article was found in this page; its whole"):
            html.read(page(name))
        whole = read_bytes(page(name), name=name, whole=True)
        assert not furniture(whole)
        assert told(whole)
    assert "Port budget to be cut by a tenth" in read_bytes(page("front.html"), whole=True).text


def test_two_sentences_are_an_article_too():
    assert read("<p>The council met on Tuesday.</p><p>It decided nothing.</p>") == [
        ("body", "The council met on Tuesday."),
        ("body", "It decided nothing."),
    ]


def test_a_page_with_nothing_to_read_and_a_file_that_is_no_page_are_refused():
    with pytest.raises(AnnotatorError, match=r"^There is nothing to read in this page;"):
        html.read(b"<html><body><script>let a = 1</script><img alt='No text'></body></html>")
    for data in (b"Only words, and 1 < 2.", b'{"a": 1}', b"%PDF-1.7\n\x01\x02\x03\x04" * 9):
        with pytest.raises(AnnotatorError, match=r"^It is named like a web page and is none;"):
            html.read(data)


@pytest.mark.parametrize(
    "beginning",
    [
        b"<!DOCTYPE html>",
        b"\xef\xbb\xbf\r\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        b"<!-- saved from url=(0014)about:internet -->\n<html lang=en>",
        b"<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE html><html xmlns='x'>",
        "\ufeff<html>".encode("utf-16-le"),
        "<html >".encode("utf-16-be"),
        b"<HEAD><TITLE>x</TITLE>",
    ],
)
def test_a_page_is_known_without_its_name(beginning):
    assert html.sniff(beginning, "")
    assert html.sniff(beginning, ".txt")


@pytest.mark.parametrize(
    "text",
    [
        b"<b>Note</b>: the council met.",
        b"Write <html> at the beginning.",
        b"<p> is the tag of a paragraph",
        b"<?xml version='1.0'?><rss></rss>",
        b"<htmlish>",
        b"",
    ],
)
def test_a_text_with_a_tag_in_it_is_no_page(text):
    assert not html.sniff(text, ".txt")
    assert html.sniff(text, ".html")


def test_links_lead_to_absolute_addresses_and_never_to_scripts_data_or_files():
    links = (
        "<p>The <a href='/a?x=1&copy=2'>first</a>, <a href='b.html'>second</a>, "
        "<a href='//c.example/'>third</a>, <a href='mailto:me@d.example'>fourth</a>, "
        "<a href='JavaScript:alert(1)'>fifth</a>, <a href=' java\nscript:x'>sixth</a>, "
        "<a href='data:text/html,x'>seventh</a>, <a href='file:///etc/passwd'>eighth</a>, "
        "<a href='http://[bad'>ninth</a> and <a href='#note'>tenth</a> were read, all of them.</p>"
    )
    based = START.replace("<head>", "<head><base href='https://here.example/n/1'>")
    found = dict(linked(html.read((based + links).encode())))
    assert found == {
        "first": "https://here.example/a?x=1&copy=2",
        "second": "https://here.example/n/b.html",
        "third": "https://c.example/",
        "fourth": "mailto:me@d.example",
        "ninth": "http://[bad",
        "tenth": "https://here.example/n/1#note",
    }
    unknown = dict(linked(html.read((START + links).encode())))
    assert unknown["second"] == "b.html"
    assert "tenth" not in unknown
    harmful = based.replace("https://here.example", "file:///home")
    assert dict(linked(html.read((harmful + links).encode())))["second"] == "b.html"


def test_markup_inside_of_paragraphs_is_seen_as_a_browser_shows_it():
    found = read(
        START
        + "<p>One&nbsp;word,\n   <i>two</i> words<br>and a <q>line</q>.<p>First<br><br>second part."
        "<pre>a  b\n  c</pre><p>漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>が読めます。</p>"
    )
    assert [said for _, said in found[2:]] == [
        "One\u00a0word, two words\nand a “line”.",
        "First",
        "second part.",
        "a  b\n  c",
        "漢字が読めます。",
    ]


def test_a_page_of_broken_markup_is_read_as_a_browser_would():
    found = read(
        START + "<p>Unclosed <b>bold<p>and the next</i></div> paragraph, here.<ul><li>One"
        "<li>Two<p>with more</ul><table><tr><td>a<td>b<tr><td>c<td><p>d</table>"
        "<p>After <a href=x>a link that <a href=y>nobody closed, there is more.</p>"
    )
    assert [said for _, said in found[2:]] == [
        "Unclosed bold",
        "and the next paragraph, here.",
        "One",
        "Two",
        "with more",
        "a | b",
        "c | d",
        "After a link that nobody closed, there is more.",
    ]


def test_hints_do_not_hold_for_what_has_half_the_article_in_it():
    wrapped = START.replace(
        "<body>",
        "<body class='menu-open comments'><form id=aspnet><div id='sidebar-layout' class='share'>",
    )
    assert [kind for kind, _ in read(wrapped)] == ["title", "body"]


def test_a_sections_own_heading_makes_no_hint_of_its_id():
    found = read(
        START + "<section id='comments-by-the-minister'><h2 id='comments-by-the-minister'>Comments "
        "by the minister</h2><p>She said that the stone would be sold before the winter.</p></section>"
        "<p>The mayor said nothing, and neither did the miller and his sons.</p>"
    )
    assert [kind for kind, _ in found] == ["title", "body", "heading", "body", "body"]


@pytest.mark.parametrize(
    "attack",
    [
        "<div>" * 100_000 + "deep" + "</div>" * 100_000,
        "<table><tr><td>" * 10_000,
        "".join(f"<p><b id={number}>" for number in range(3_000)),
        "<div " + " ".join(f"a{number}=1" for number in range(100_000)) + ">",
        "&amp;&#x41;&notin;&" * 50_000,
        "<" * 50_000,
        "<!--" * 50_000,
        "<a href='" * 50_000,
        "&#xD800;\0&#0;\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace") * 500,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<svg>" * 20_000 + "<p>Out of the drawing.</p>",
    ],
    ids=lambda attack: attack[:12],
)
def test_what_is_made_to_harm_does_no_harm(attack):
    article = html.read((START + attack).encode())
    assert passages(article)[0] == ("title", "The bridge at Alder Ford")
    assert "In 1911 the council voted" in article.text


@pytest.mark.parametrize("name", ["newspaper.html", "oldsite.html", "japanese-sjis.html"])
def test_damaged_pages_are_read_or_refused_in_a_sentence(name):
    assert any(reads_or_refuses(html.read, data) for data in damaged(page(name)))
