"""Web archives: what was fetched is a file that comes in again, and other programs read it."""

from __future__ import annotations

import codecs
import gzip
import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from annotator import paths
from annotator.domain.errors import AnnotatorError, CancelledError
from annotator.importers.net.warc_file import Exchange, read_archive, write_archive
from annotator.importers.table import importers, read_bytes, read_path
from annotator.importers.watch import Watch
from webserver import HTML, PAGE, PLAIN, TEXT, Answer, moved, near, serving

AT = datetime(2026, 1, 3, 10, 50, 7, 42, tzinfo=UTC)
ADDRESS = "https://site.test/news/bridge"
SAMPLE = Path(__file__).parents[2] / "files" / "sample"


def archive(
    body: bytes,
    kind: str,
    *more: str,
    status: str = "200 OK",
    address: str = ADDRESS,
    before: Sequence[Exchange] = (),
) -> bytes:
    """An archive of one answer, as the program writes it."""
    heads = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *more]
    head = "\r\n".join([*heads, f"Content-Length: {len(body)}", "", ""])
    request = b"GET /news/bridge HTTP/1.1\r\nHost: site.test\r\n\r\n"
    answer = Exchange(address, "93.184.216.34", AT, request, head.encode() + body)
    return write_archive([*before, answer], "Annotator test")


def test_another_program_reads_what_was_fetched() -> None:
    """warcio, which checks the digests; every hop is there, its request and its answer."""
    old = Answer(b"gone", status=301, headers=[("Location", "/page"), ("Set-Cookie", "who=you")])
    with serving({"/old": old, "/page": Answer(TEXT, PLAIN)}) as site:
        fetched = near().fetch(site.at("/old"))
    records = []
    for record in ArchiveIterator(BytesIO(fetched.data), check_digests="raise"):
        body = record.content_stream().read()
        records.append((record, body, record.rec_headers))
        assert record.digest_checker.passed
    kinds = [record.rec_type for record, _, _ in records]
    assert kinds == ["warcinfo", "request", "response", "request", "response"]
    assert b"software: Annotator " in records[0][1]
    assert [head.get_header("WARC-Target-URI") for _, _, head in records[1:]] == [
        *[site.at("/old")] * 2,
        *[site.at("/page")] * 2,
    ]
    for asked, answered in ((records[1], records[2]), (records[3], records[4])):
        answer = answered[2].get_header("WARC-Record-ID")
        assert asked[2].get_header("WARC-Concurrent-To") == answer
        assert answered[2].get_header("WARC-IP-Address") == "127.0.0.1"
        when = datetime.fromisoformat(answered[2].get_header("WARC-Date"))
        assert abs((datetime.now(UTC) - when).total_seconds()) < 60
    assert records[2][0].http_headers.get_header("Set-Cookie") == "who=you"
    assert records[2][1] == b"gone"
    assert records[3][0].http_headers.get_header("Cookie") is None
    assert records[4][1] == TEXT
    assert len({head.get_header("WARC-Record-ID") for _, _, head in records}) == 5


def test_what_was_fetched_comes_in_again_as_the_same_article(tmp_path: Path) -> None:
    with serving({"/page": Answer(TEXT, PLAIN)}) as site:
        fetched = near().fetch(site.at("/page"))
    first = read_bytes(fetched.data, name=fetched.name)
    (tmp_path / fetched.name).write_bytes(first.original)
    again = read_path(tmp_path / fetched.name)
    assert again == first
    assert again.original == fetched.data
    assert (again.text, again.address) == (TEXT.decode(), site.at("/page"))


def test_the_article_is_that_of_the_last_answer() -> None:
    first = Exchange("https://old.test/", "1.1.1.1", AT, b"GET", b"HTTP/1.1 302 Found\r\n\r\n")
    found = read_bytes(archive(TEXT, PLAIN, before=[first]), name="page.warc")
    assert (found.text, found.address) == (TEXT.decode(), ADDRESS)


def test_a_page_is_read_as_html_and_its_links_start_from_its_address() -> None:
    found = read_bytes(archive(PAGE, HTML), name="page.warc")
    assert "The bridge over the river opened on Monday" in found.text
    assert [link.target for link in found.enclosed.links] == ["https://site.test/council"]
    assert found.address == ADDRESS


def test_a_page_without_an_article_is_told_and_can_be_taken_whole() -> None:
    from annotator.domain.errors import NoArticleError

    menu = b"<html><body><nav><a href='/a'>One</a> <a href='/b'>Two</a></nav></body></html>"
    with pytest.raises(NoArticleError):
        read_bytes(archive(menu, HTML), name="page.warc")
    assert "One" in read_bytes(archive(menu, HTML), name="page.warc", whole=True).text


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("article.html", "application/xhtml+xml"),
        ("libreoffice.pdf", "application/pdf"),
        (
            "article.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("article.odt", "application/vnd.oasis.opendocument.text"),
        ("article.rtf", "text/rtf"),
        ("article.epub", "application/epub+zip"),
        ("article.eml", "message/rfc822"),
        ("article.md", "text/markdown"),
        ("article.txt", "text/plain"),
    ],
)
def test_each_format_comes_from_the_web_as_it_comes_from_a_file(name: str, kind: str) -> None:
    data = (SAMPLE / name).read_bytes()
    plain = read_bytes(data, name=name)
    fetched = read_bytes(archive(data, kind), name="page.warc")
    assert (fetched.text, fetched.passages) == (plain.text, plain.passages)


@pytest.mark.parametrize("kind", ["", "application/octet-stream"])
def test_what_says_nothing_of_itself_is_told_by_its_address(kind: str) -> None:
    data = (SAMPLE / "article.rtf").read_bytes()
    address = "https://site.test/a%20text.RTF?x=1"
    found = read_bytes(archive(data, kind, address=address), name="page.warc")
    assert found.text.startswith(read_bytes(data, name="a.rtf").text[:80])


@pytest.mark.parametrize("kind", ["", "text/html"])
def test_an_archive_of_no_address_is_read_all_the_same(kind: str) -> None:
    for address in ("", "http://[x", "http://[x]y/a.html", "\x00", "javascript:alert(1)"):
        found = read_bytes(archive(PAGE, kind, address=address), name="page.warc")
        assert "opened on Monday" in found.text


@pytest.mark.parametrize(
    ("text", "codec", "header"),
    [
        ("Ночь была тихой. Мост открыли.", "cp1251", "windows-1251"),
        ("Ночь была тихой. Мост открыли.", "koi8-r", '"KOI8-R"; x=y'),
        ("Café “Näher”. Zweiter Satz.", "cp1252", "ISO-8859-1"),
        ("橋が月曜日に開いた。百万円かかった。", "shift_jis", "shift_jis"),
    ],
)
def test_the_site_says_which_encoding_it_is(text: str, codec: str, header: str) -> None:
    found = read_bytes(
        archive(text.encode(codec), f"text/plain; charset={header}"), name="page.warc"
    )
    assert found.text == text
    assert found.encoding_note.endswith("as its site says.")


@pytest.mark.parametrize("header", ["iso-8859-1", "utf-16", "nonsense", "hex", "x" * 200])
def test_a_site_that_is_wrong_about_the_encoding_is_not_believed(header: str) -> None:
    text = "Мост через реку открыли в понедельник. Никто не пострадал."
    data = archive(text.encode(), f"text/plain; charset={header}")
    found = read_bytes(data, name="page.warc")
    assert (found.text, found.encoding) == (text, "UTF-8")
    assert "site" not in found.encoding_note
    named = read_bytes(data, name="page.warc", encoding="koi8-r")
    assert named.text != text, "whoever names one is believed"
    wide = archive(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "text/plain; charset=utf-8")
    assert read_bytes(wide, name="page.warc").text == text


# warcio leaves its own temporary files open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_other_programs_archives_come_in() -> None:
    """Of warcio's writer, in WARC 1.0, with a packed answer, and records of other kinds."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="WARC/1.0")
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "another"}))
    head = [("Content-Type", PLAIN), ("Content-Encoding", "gzip")]
    for address, body in (("https://site.test/a", b"An older one."), (ADDRESS, TEXT)):
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=BytesIO(gzip.compress(body)),
                http_headers=StatusAndHeaders("200 OK", head, protocol="HTTP/1.0"),
            )
        )
    writer.write_record(
        writer.create_warc_record(
            "dns:site.test", "response", payload=BytesIO(b"1.1.1.1"), warc_content_type="text/dns"
        )
    )
    writer.write_record(writer.create_warc_record(ADDRESS, "metadata", payload=BytesIO(b"x: y")))
    found = read_bytes(out.getvalue(), name="other.warc")
    assert (found.text, found.address) == (TEXT.decode(), ADDRESS)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"WARC/1.1\r\n", "is damaged"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n\r\n", "is damaged"),
        (b"WARC/1.1\r\nContent-Length: 99999\r\n\r\nx", "is damaged"),
        (b"WARC/1.1\r\nContent-Length: -1\r\n\r\n", "is damaged"),
        (b"WARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\nrubbish", "is damaged"),
        (b"WARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", "There is no page in this web archive"),
        (archive(TEXT, PLAIN, status="404 Not Found"), "no page (status 404)"),
        (archive(TEXT, "image/png"), "no article but 'image/png'"),
        (archive(archive(TEXT, PLAIN), ""), "is a web archive in itself"),
        (b"WARC/1.1\r\nContent-Length: 0\r\n\r\n" * 100_001, "more than 100,000 records"),
        (archive(b"", PLAIN), "nothing to read in it"),
        (archive(b"no pdf", "application/pdf"), "page.warc: "),
        (archive(b"\x89PNG\r\n\x1a\n....", PLAIN), "a picture"),
        (archive(TEXT, PLAIN, "Content-Encoding: br"), "packed the page in a way"),
        (archive(TEXT, PLAIN).replace(b"HTTP/1.1 200", b"GOPHER 200"), "breaks off or makes"),
    ],
)
def test_what_is_no_page_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(AnnotatorError) as error:
        read_bytes(data, name="page.warc")
    assert says in str(error.value)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith("page.warc: ")


def test_a_page_that_unpacks_without_an_end_is_refused() -> None:
    bomb = gzip.compress(b"x" * 60_000_000)
    with pytest.raises(AnnotatorError, match="more than 52 MB when it is unpacked"):
        read_bytes(archive(bomb, PLAIN, "Content-Encoding: gzip"), name="page.warc")


def test_reading_what_is_inside_is_given_up_when_somebody_says_so() -> None:
    data = archive((SAMPLE / "libreoffice.pdf").read_bytes(), "application/pdf")
    asked = iter([False, False])
    with pytest.raises(CancelledError):
        read_bytes(data, name="page.warc", watch=Watch(cancelled=lambda: next(asked, True)))


def test_flipped_bytes_are_read_or_refused_and_nothing_else() -> None:
    rng = random.Random(14)
    whole = archive(
        TEXT, PLAIN, before=[Exchange(ADDRESS, "1.1.1.1", AT, b"GET /", b"HTTP/1.1 302 F\r\n\r\n")]
    )
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(rng.choice((1, 1, 3, 20))):
            data[rng.randrange(len(data))] = rng.randrange(256)
        cut = bytes(data[: rng.choice((len(data), rng.randrange(len(data))))])
        with suppress(AnnotatorError):
            read_bytes(cut, name="page.warc")


def test_an_archive_says_again_what_was_written() -> None:
    records = list(read_archive(archive(TEXT, PLAIN)))
    assert [record.kind for record in records] == ["warcinfo", "request", "response"]
    assert records[2].target == ADDRESS
    assert records[2].headers["warc-date"] == "2026-01-03T10:50:07.000042Z"
    assert records[2].block.endswith(TEXT)
    assert [record.kind for record in read_archive(write_archive([], "x"))] == ["warcinfo"]


def test_an_archive_is_known_by_its_beginning() -> None:
    row = next(one for one in importers() if one.name == "warc")
    assert row.sniff(archive(TEXT, PLAIN), "")
    assert not row.sniff(paths.sample().read_bytes(), ".warc")


def test_an_address_that_cannot_be_joined_stays_as_it_is() -> None:
    page = PAGE.replace(b'"/council"', b'"//[nonsense"')
    found = read_bytes(archive(page, HTML), name="page.warc")
    assert [link.target for link in found.enclosed.links] in ([], ["//[nonsense"])


def test_a_moved_page_that_was_not_followed_is_no_article() -> None:
    with serving({"/page": moved("/x")}) as site, pytest.raises(AnnotatorError):
        near().fetch(site.at("/page"))
