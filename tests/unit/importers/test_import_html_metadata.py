"""What pages say of themselves: offered, with the words that say where."""

from __future__ import annotations

import pytest

from annotator.importers.html import importer as html
from annotator.importers.html.page import read_page
from broughtin import offered
from htmlpages import page

BODY = (
    "<h1>The bridge at Alder Ford</h1><p>In 1911 the council voted to build a bridge of stone, and "
    "the stone is still there.</p>"
)


def said(head: str, body: str = BODY) -> dict[str, str]:
    return offered(html.read(f"<html><head>{head}</head><body>{body}</body></html>".encode()))


def test_data_for_programs_come_before_what_is_made_for_sharing():
    assert offered(html.read(page("newspaper.html"))) == {
        "title": "Flood barrier failed twice before the storm, inspectors say",
        "publisher": "The Harbour Post",
        "author": "Maud Ellery, Tomas Reyl",
        "published": "2026-01-03T09:30+03:30",
        "updated": "2026-01-04T18:05+03:30",
        "address": "https://harbourpost.example/news/2026/jan/03/flood-barrier-failed-twice",
        "language": "en-GB",
    }


def test_each_value_says_where_it_was_read():
    sources = {one.field: one.source for one in html.read(page("blog.html")).enclosed.offered}
    assert sources == {
        "title": "the page’s og:title",
        "publisher": "the page’s og:site_name",
        "author": "the page’s author",
        "published": "the page’s article:published_time",
        "updated": "the page’s article:modified_time",
        "address": "the page’s canonical link",
        "language": "the page’s lang attribute",
    }


def test_what_stands_on_the_page_comes_last_and_a_guess_says_that_it_is_one():
    shown = said(
        "<title>Alder Ford | Valley Pages</title>",
        "<p class=by>By <a rel=author>Ina "
        "Marsh</a> <time datetime='2020-05-06T07:08Z'>long ago</time></p>" + BODY,
    )
    assert shown["title"] == "The bridge at Alder Ford"
    assert shown["author"] == "Ina Marsh"
    assert shown["published"] == "2020-05-06T07:08+00:00"
    short = html.read(page("short.html")).enclosed.offered
    assert [(one.value, one.source) for one in short if one.field == "published"] == [
        ("2026-03-05", "a guess from the page’s words and address")
    ]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<meta property=og:title content='Alder Ford – The Post'><meta property=og:site_name content='The Post'>", "title", "Alder Ford"),
        ("<meta name=author content='https://x.example/ina'><meta name=dc.creator content='By Ina Marsh'>", "author", "Ina Marsh"),
        ("<meta name=citation_author content='A. One'><meta name=citation_author content='B. Two'>", "author", "A. One, B. Two"),
        ("<meta property=og:locale content=pt_BR>", "language", "pt-BR"),
        ("<link rel=canonical href='/'><base href='https://a.example/x/'><meta property=og:url content='https://a.example/x/1'>", "address", "https://a.example/x/1"),
        ("<!-- saved from url=(0023)https://a.example/n/1 -->", "address", "https://a.example/n/1"),
        ("<link rel=canonical href='javascript:alert(1)'><meta property=og:url content='https://a.example/2'>", "address", "https://a.example/2"),
        ("<script type='application/ld+json'>{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"Caf&eacute;\",\"author\":\"Ina\"}}</script>", "title", "Café"),
        ("<meta name=date content='Sat, 03 Jan 2026 14:20:00 +0330'>", "published", "2026-01-03T14:20+03:30"),
    ],
)  # fmt: skip
def test_a_field_is_found(head, field, value):
    assert said(head)[field] == value


def test_what_is_no_value_is_not_offered():
    found = said(
        "<meta property=og:title content=''><meta name=author content='https://x.example/me'>"
        "<meta property=article:published_time content='yesterday'><html lang='not a language!'>"
        "<link rel=canonical href='file:///etc/passwd'><script type=application/ld+json>{]</script>"
    )
    assert found == {"title": "The bridge at Alder Ford"}


def test_an_update_at_the_time_of_publication_is_none():
    head = (
        "<meta property=article:published_time content='2026-01-03'>"
        "<meta property=article:modified_time content='2026-01-03'>"
    )
    assert "updated" not in said(head)


def test_relative_links_start_from_the_address_the_page_was_fetched_from():
    data = f"<html><body>{BODY}<p>There is <a href='b'>another page about it</a>, too.".encode()
    article = read_page(data, address="https://here.example/a/1")
    assert [link.target for link in article.enclosed.links] == ["https://here.example/a/b"]
    assert article.address == "https://here.example/a/1"
