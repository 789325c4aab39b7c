"""The headers and parts of an e-mail are read whatever they are written in, and never fail."""

from __future__ import annotations

import base64

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.mail import importer as mail
from annotator.importers.mail.headers import parameters, people, value_text
from annotator.importers.mail.labels import without_answers
from annotator.importers.mail.parts import DEEPEST, parsed
from mails import HEAD, written


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("utf-8", "utf-8", "Größe 🚢 бeрег"),
        ("us-ascii", "utf-8", "Größe ist es"),
        ("iso-8859-1", "cp1252", "It’s “great” for €5"),
        ("iso-8859-1", "utf-8", "Größe ist es"),
        ("koi8-r", "koi8-r", "Порт не считали"),
        ("gb2312", "gb18030", "港口没有人核对"),
        ("iso-2022-jp", "iso2022_jp", "港は数えられていない"),
        ("shift_jis", "cp932", "港は数えられていない"),
        ("ks_c_5601-1987", "cp949", "항구는 세지 않았다"),
        ("utf-7", "utf-7", "Größe ist es"),
        ("no-such-thing", "cp1251", "Порт никто не считал, и никто не видел списка на причале"),
        ("", "koi8-r", "Порт никто не считал, и никто не видел списка на причале"),
    ],
)
@pytest.mark.parametrize("how", ["8bit", "base64"])
def test_a_body_is_read_in_the_encoding_it_really_is_in(label, codec, words, how):
    data = words.encode(codec)
    said = f"; charset={label}" if label else ""
    head = f"{HEAD}Content-Type: text/plain{said}\nContent-Transfer-Encoding: {how}\n\n".encode()
    article = mail.read(head + (base64.encodebytes(data) if how == "base64" else data))
    assert article.text == f"News\n\n{words}"


def test_bytes_that_fit_nothing_are_read_as_well_as_they_can_be():
    article = mail.read(written("").rstrip() + b"\n\nOne \xff\xfe\x80 two.\n")
    assert "One" in article.text
    assert article.encoding_note.startswith("Read as ")
    named = mail.read(written("").rstrip() + b"\n\n\xcf\xee\xf0\xf2\n", encoding="windows-1251")
    assert named.text == "News\n\nПорт"
    with pytest.raises(AnnotatorError, match="no encoding called"):
        mail.read(written("One."), encoding="morse")


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("plain", "plain"),
        ("=?utf-8?q?a=20b?=", "a b"),
        ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café"),
        ("=?UTF-8?B?8J+aog==?=", "🚢"),
        ("=?utf-8*en?q?x_y?= z", "x y z"),
        ("=?iso-8859-1?q?=FCber?= =?koi8-r?b?8M/S1A==?=", "überПорт"),
        ("=?utf-8?q?broken=ZZ?=", "broken=ZZ"),
        ("=?no-such?q?caf=C3=A9?=", "café"),
        ("=?utf-8?b?8J+ao?=", "\ufffd"),
        ("a =?utf-8?q?unended", "a =?utf-8?q?unended"),
        ("über", "über"),
        ("\udcc3\udcbcber", "über"),
        ("caf\udce9 du port", "café du port"),
        ("a\r\n\tb", "a b"),
        ("=?utf-8?q?=00a=0Ab?=", "a b"),
    ],
)
def test_a_header_is_read_whatever_it_is_written_in(raw, read):
    assert value_text(raw) == read


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ('text/plain; charset="utf-8"', {"charset": "utf-8"}),
        ("text/plain;charset=utf-8;format=flowed", {"charset": "utf-8", "format": "flowed"}),
        ("text/plain; name*=utf-8'de'%C3%BCber.pdf", {"name": "über.pdf"}),
        ("text/plain; name*0*=utf-8''%C3; name*1*=%BCb; name*2=er", {"name": "über"}),
        ("text/plain; name*0=a; name*1=b", {"name": "ab"}),
        ("text/plain; name*=%41", {"name": "A"}),
        ("text/plain; name*=no-such''%C3%BC", {"name": "ü"}),
        ("text/plain; charset=one; charset=two", {"charset": "one"}),
        (r'text/plain; name="a\"b;c"', {"name": 'a"b;c'}),
        ('text/plain; name="unended', {"name": "unended"}),
        ("text/plain; =; ;;; x", {}),
        ("text/plain; name*99999=a; name*=b", {"name": "ba"}),
    ],
)
def test_the_parameters_of_a_header_are_read(raw, said):
    assert parameters(raw) == ("text/plain", said)


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Ann <ann@a.example>", "Ann"),
        ('"Smith, John" <j@a.example>', "Smith, John"),
        (r'"John \"J\" Smith" <j@a.example>', 'John "J" Smith'),
        ("Ann <a@a.example>, =?utf-8?q?=C3=89mile?= <b@b.example>", "Ann, Émile"),
        ("<a@a.example>", "a@a.example"),
        ("a@a.example", "a@a.example"),
        ("a@a.example (Ann)", "Ann"),
        ("undisclosed:;", "undisclosed:;"),
        ("", ""),
        ("(" * 100_000, "(" * 1000),
    ],
)
def test_who_a_mail_is_from_is_a_name_where_there_is_one(raw, names):
    assert people(raw) == names


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: A", "A"),
        ("RE: Fwd: AW: A", "A"),
        ("Re[2]: A", "A"),
        ("回复：A", "A"),
        ("Reform: A", "Reform: A"),
        ("Re:", ""),
    ],
)
def test_a_title_is_a_subject_without_answers(subject, title):
    assert without_answers(subject) == title


def test_bad_headers_never_fail():
    data = (
        b"Subject: =?utf-8?b?broken?= \xff\xfe\nsubject: second\nFrom\n: nothing\nDate: yesterday\n"
        b'Content-Type: text/plain; charset="no-such"; charset=two\nContent-Type: second\n'
        b"X-Long: "
        + b"x" * 1_000_000
        + b"\nMIME-Version: 1.0\n continued\n\nSome text \xe9 here.\n"
    )
    article = mail.read(data)
    assert article.text.endswith("Some text é here.")
    long = mail.read(b"Subject: " + b"word " * 200_000 + b"\nMessage-ID: <1>\n\nOne.\n")
    assert len(long.text) < 1_100


def test_parts_in_parts_end_somewhere():
    body = "".join(
        f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"
        for depth in range(5_000)
    )
    root = parsed((HEAD + body + "\nOne.\n" * 20_000).encode())
    depth = 0
    while root.parts:
        root, depth = root.parts[0], depth + 1
    assert depth == DEEPEST
    many = parsed(written("--b\n\nx\n" * 5_000, "multipart/mixed; boundary=b"))
    assert len(many.parts) == 2_000 - 1
    assert many.too_many
    assert not parsed(written("--b\n\nx\n" * 1_000, "multipart/mixed; boundary=b")).too_many
