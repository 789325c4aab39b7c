"""Answers taken apart: leniently, as browsers do, and never past what is there."""

from __future__ import annotations

import gzip
import zlib

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.net.http_message import Response, read_response

BODY = b"A bridge opens. " * 40


def answer(body: bytes, *headers: str) -> Response:
    head = "\r\n".join(["HTTP/1.1 200 OK", *headers, "", ""])
    return read_response(head.encode("latin-1") + body)


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces) + end


def test_headers_are_found_whatever_their_case_and_folding() -> None:
    found = answer(b"", "CONTENT-TYPE: text/html;", "\tCharset = 'UTF-8' ; x=y", "no colon", "A: é")
    assert found.content_type == "text/html"
    assert found.charset == "utf-8"
    assert found.header("a") == "é"
    assert found.header("none") == ""
    assert answer(b"", "Content-Type: text/html; charset=").charset == ""


def test_line_ends_without_a_return_will_do() -> None:
    found = read_response(b"HTTP/1.0 404\nA: b\n\nx")
    assert (found.status, found.headers, found.raw) == (404, (("A", "b"),), b"x")


@pytest.mark.parametrize(
    "body",
    [
        chunked(BODY[:7], BODY[7:]),
        chunked(BODY[:7], BODY[7:], end=b"0;x=y\r\nTrailer: z\r\n\r\n"),
        b"000005 ;ext=1\r\n" + BODY[:5] + b"\n" + chunked(BODY[5:]),
        BODY,
    ],
)
def test_chunks_are_joined_and_what_was_joined_already_is_left(body: bytes) -> None:
    assert answer(body, "Transfer-Encoding: chunked").body(10_000) == BODY


@pytest.mark.parametrize(
    ("packed", "how"),
    [
        (gzip.compress(BODY, mtime=0), "gzip"),
        (gzip.compress(BODY, mtime=0), "X-GZIP"),
        (gzip.compress(BODY[:300], mtime=0) + gzip.compress(BODY[300:], mtime=0), "gzip"),
        (gzip.compress(BODY, mtime=0) + b"\0" * 512, "gzip"),
        (zlib.compress(BODY), "deflate"),
        (gzip.compress(zlib.compress(BODY), mtime=0), "deflate, gzip"),
        (BODY, "identity"),
        (BODY, ""),
    ],
)
def test_what_is_packed_is_unpacked(packed: bytes, how: str) -> None:
    assert answer(packed, f"Content-Encoding: {how}").body(len(BODY)) == BODY


def test_an_empty_answer_is_empty_however_it_says_it_is_packed() -> None:
    for how in ("gzip", "deflate"):
        assert answer(b"", f"Content-Encoding: {how}").body(10) == b""


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(BODY, end=b""), ["Transfer-Encoding: chunked"]),
        (chunked(BODY, end=b"zz\r\n"), ["Transfer-Encoding: chunked"]),
        (b"ffffffff\r\nx", ["Transfer-Encoding: chunked"]),
        (gzip.compress(BODY, mtime=0)[:-9], ["Content-Encoding: gzip"]),
        (
            gzip.compress(BODY, mtime=0) + gzip.compress(BODY, mtime=0)[:12],
            ["Content-Encoding: gzip"],
        ),
        (b"no gzip", ["Content-Encoding: gzip"]),
        (b"\xff\xff", ["Content-Encoding: deflate"]),
        (BODY, ["Content-Encoding: zstd"]),
        (BODY, ["Content-Encoding: gzip, br"]),
    ],
)
def test_what_breaks_off_or_is_packed_oddly_is_refused(body: bytes, headers: list[str]) -> None:
    with pytest.raises(AnnotatorError, match="save the page in your browser"):
        answer(body, *headers).body(10_000)


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 200 OK"])
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(AnnotatorError, match="breaks off or makes no sense"):
        read_response(data)


@pytest.mark.parametrize("length", [str(len(BODY)), f"{len(BODY)}, {len(BODY)}"])
def test_what_came_behind_the_page_is_no_part_of_it(length: str) -> None:
    assert answer(BODY + b"HTTP/1.1 200 OK", f"Content-Length: {length}").body(10_000) == BODY
    for lie in ("x", "-1", "²", "9" * 20):
        assert answer(BODY, f"Content-Length: {lie}").body(10_000) == BODY


def test_packed_without_wrapping_it_is_whole_wherever_a_piece_ends() -> None:
    for more in range(0, 300, 7):
        whole = b"a" * (1_000_000 + more)
        pack = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = pack.compress(whole) + pack.flush()
        assert answer(packed, "Content-Encoding: deflate").body(2_000_000) == whole


@pytest.mark.parametrize(
    ("data", "headers"),
    [
        (gzip.compress(b"", mtime=0) * 300_000, ["Content-Encoding: gzip"]),
        (b"1\r\na\r\n" * 1_000_001 + b"0\r\n\r\n", ["Transfer-Encoding: chunked"]),
    ],
)
def test_a_page_in_countless_pieces_is_refused(data: bytes, headers: list[str]) -> None:
    with pytest.raises(AnnotatorError, match="breaks off or makes no sense"):
        answer(data, *headers).body(20_000_000)


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 103 Early Hints\r\n\r\n" * 300_000 + b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nA: b\r\n" + b" x\r\n" * 3_000_000 + b"\r\n",
    ],
)
def test_a_head_without_an_end_is_refused(data: bytes) -> None:
    with pytest.raises(AnnotatorError, match="breaks off or makes no sense"):
        read_response(data)


def test_more_than_the_limit_is_refused_packed_or_not() -> None:
    for body, how in ((BODY, "identity"), (gzip.compress(BODY, mtime=0), "gzip")):
        with pytest.raises(AnnotatorError, match="when it is unpacked"):
            answer(body, f"Content-Encoding: {how}").body(len(BODY) - 1)
