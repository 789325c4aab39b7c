"""What the words of a text tell of its article: offered, the likelier first, and never known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from annotator.desk import enclosing, importing
from annotator.desk.library import OpenLibrary
from annotator.desk.offering import WORDS, spoken_in, with_read
from annotator.domain.enclosed import NOTHING_ENCLOSED, Enclosed, Offered
from annotator.domain.errors import AnnotatorError
from annotator.importers.net.fetch import Fetcher
from annotator.importers.net.warc_file import Exchange, write_archive
from annotator.store import reading
from webserver import PLAIN, Answer, near, serving

ENGLISH = (
    "The bridge over the river was opened on Monday, and the mayor said that it had cost more "
    "than anybody in the town would have thought when it was begun."
)
GERMAN = (
    "Die Brücke über den Fluss wurde am Montag eröffnet, und der Bürgermeister sagte, dass sie "
    "mehr gekostet hat, als man in der Stadt gedacht hätte, als sie begonnen wurde."
)
PERSIAN = (
    "پل روی رودخانه روز دوشنبه باز شد و شهردار گفت که هزینه آن بیشتر از چیزی بود که هر کسی در "
    "شهر فکر می‌کرد وقتی که کار آن آغاز شد و سه سال به درازا کشید و همه چیز را دگرگون کرد."
)


def of(*languages: str) -> Enclosed:
    author = Offered("author", "Ann", "the file’s properties")
    said = (Offered("language", code, "the file’s properties") for code in languages)
    return Enclosed(offered=(author, *said))


@pytest.mark.parametrize(
    ("text", "said", "spoken"),
    [
        (ENGLISH, (), "en"),
        (GERMAN, ("en-US",), "de"),
        (PERSIAN, ("en-US",), "fa"),
        (GERMAN, ("de-AT",), "de-AT"),
        (GERMAN, ("en-US", "de_CH"), "de_CH"),
        (ENGLISH, ("sw-KE",), "sw-KE"),
        ("Two words.", (), None),
        ("Two words.", ("de",), "de"),
        ("1 2 3 " * 100, ("de",), "de"),
    ],
)
def test_the_words_come_before_what_a_file_says(
    text: str, said: tuple[str, ...], spoken: str | None
) -> None:
    assert spoken_in(of(*said), text) == spoken
    offered = [one for one in with_read(of(*said), text, ()).offered if one.field == "language"]
    assert [one.value for one in offered][:1] == ([spoken] if spoken else [])
    assert sorted({*said, *filter(None, [spoken])}) == sorted(one.value for one in offered)
    assert [one.source for one in offered if one.value not in said] in ([], [WORDS])


def test_nothing_else_that_is_offered_is_lost() -> None:
    assert with_read(of("en"), GERMAN, ()).offered[1:] == of("en").offered
    assert with_read(NOTHING_ENCLOSED, "Two words.", ()) == NOTHING_ENCLOSED


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("TEHRAN, Jan. 3 (Reuters) – ", [("publisher", "Reuters", "TEHRAN, Jan. 3 (Reuters)")]),
        (
            "TEHRAN, Jan. 3, 2024 (Reuters) – ",
            [
                ("publisher", "Reuters", "TEHRAN, Jan. 3, 2024 (Reuters)"),
                ("published", "2024-01-03", "TEHRAN, Jan. 3, 2024 (Reuters)"),
            ],
        ),
        ("BERLIN – ", []),
        ("", []),
    ],
)
def test_a_dateline_offers_whom_and_when_behind_what_the_file_says(
    line: str, offered: list[tuple[str, str, str]]
) -> None:
    found = importing.prepare(f"A bridge\n\n{line}{ENGLISH}\n".encode(), "a.txt")
    assert [one for one in found.enclosed.offered if one.field != "language"] == [
        Offered(field, value, f"the dateline “{source} –”") for field, value, source in offered
    ]


def test_the_language_of_a_plain_text_is_offered_and_not_known(library: OpenLibrary) -> None:
    article = importing.save(library, importing.prepare_pasted(f"Eine Brücke\n\n{GERMAN}")).article
    assert enclosing.offered(library, article) == (Offered("language", "de", WORDS),)
    assert reading.article(library.store, article).language == ""


def test_of_what_was_copied_the_html_is_preferred() -> None:
    html = "<p>One sentence.</p><h2>A heading</h2><p><a href='https://a.org/'>Another</a> one.</p>"
    copied = importing.prepare_pasted("One sentence. A heading Another one.", html)
    assert copied.original.decode() == html
    assert [link.target for link in copied.enclosed.links] == ["https://a.org/"]
    assert [one.kind.value for one in copied.passages] == ["body", "heading", "body"]
    for nothing in ("", "  \n", "<p> </p>"):
        plain = importing.prepare_pasted("A line\n\nOne sentence.", nothing)
        assert plain.text == "A line\n\nOne sentence."


def test_a_page_is_prepared_without_touching_a_library() -> None:
    with serving({"/page": Answer(f"A bridge\n\n{ENGLISH}\n".encode(), PLAIN)}) as site:
        found = importing.prepare_address(site.at("/page"), fetcher=near())
    assert found.given["address"] == site.at("/page")
    assert found.given["file_name"] == "page.warc"
    assert found.original.startswith(b"WARC/1.1")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://[x", "\x00"]
)
def test_what_an_archive_says_of_its_address_is_known_only_where_it_is_one(address: str) -> None:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nA bridge\n\n{ENGLISH}\n".encode()
    exchange = Exchange(address, "192.0.2.1", datetime.now(UTC), b"GET /", answer)
    data = write_archive([exchange], "another program")
    assert "address" not in importing.prepare(data, "page.warc").given


@pytest.mark.parametrize("address", ["javascript:alert(1)", "", "file:///etc/passwd", "a b"])
def test_what_is_no_address_is_refused_before_the_net_is_asked(address: str) -> None:
    def asked(*_: object) -> list[str]:
        raise AssertionError("the net was asked")

    with pytest.raises(AnnotatorError):
        importing.prepare_address(address, fetcher=Fetcher(resolve=asked))
