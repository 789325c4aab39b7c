"""An e-mail comes in as the article that it is, with what programs added set aside."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from annotator.desk.importing import prepare
from annotator.domain.article import PassageKind
from annotator.domain.errors import AnnotatorError
from annotator.importers import mail
from annotator.importers.mail_headers import moment, parameters, people, value_text
from annotator.importers.mail_labels import without_answers
from annotator.importers.mail_parts import DEEPEST, parsed
from broughtin import FILES, damaged, linked, offered, passages, reads_or_refuses

MAILS = FILES / "eml"
HEAD = "From: Ann <ann@a.example>\nSubject: News\nMessage-ID: <1@a.example>\n"


def written(body: str, kind: str = "text/plain; charset=utf-8", head: str = HEAD) -> bytes:
    return f"{head}Content-Type: {kind}\n\n{body}".encode()


def kinds(body: str, kind: str = "text/plain; charset=utf-8") -> list[tuple[str, str]]:
    """All but the title."""
    title, *found = passages(mail.read(written(body, kind)))
    assert title == ("title", "News")
    return found


def test_the_sample_is_the_very_text_of_its_plain_file():
    data = (FILES / "sample" / "article.eml").read_bytes()
    found = prepare(data, "article.eml")
    plain = prepare((FILES / "sample" / "article.txt").read_bytes(), "article.txt")
    assert (found.text, found.passages, found.claims) == (plain.text, plain.passages, plain.claims)
    of_text = mail.read(data.replace(b"Content-Type: text/html", b"Content-Type: image/png"))
    assert of_text.text == plain.text


def test_what_thunderbird_sends_keeps_its_html_and_names_its_attachments():
    article = mail.read((MAILS / "thunderbird.eml").read_bytes())
    assert passages(article) == [
        ("title", "The harbour that nobody counted – four million tonnes"),
        (
            "body",
            (
                "The port moved 4.2 million tonnes last year, officials said. "
                "Nobody outside the port authority counted them."
            ),
        ),
        ("body", "“We waited for nine days,” a captain said. Nobody came."),
        ("list-item", "nine days of waiting"),
        ("list-item", "two days of unloading"),
        ("boilerplate", "-- \nMina Østergård\nHarbour Watch"),
        ("boilerplate", "On 02/01/2026 09:12, Editor wrote:"),
        ("quotation", "Who counted this? I would like a second source."),
        ("quotation", "Ask the union."),
    ]
    assert linked(article) == [("officials said", "https://news.example/harbour")]
    assert article.attachments == 2
    assert article.notices == (
        "2 attachments are kept in the original and were not read: Bericht über 2025.pdf, b.jpg.",
    )
    assert offered(article) == {
        "title": "The harbour that nobody counted – four million tonnes",
        "author": "Mina Østergård",
        "published": "2026-01-03T14:30:51+03:30",
        "publisher": "Harbour Watch",
        "language": "en-GB",
    }
    assert {one.source for one in article.enclosed.offered} >= {
        "the header From",
        "the header Date",
    }


def test_its_plain_text_alone_says_the_same_in_other_marks():
    inner = parsed((MAILS / "thunderbird.eml").read_bytes()).parts[0].parts[0]
    text = inner.data().decode()
    assert kinds(text, "text/plain; charset=utf-8; format=flowed") == [
        (
            "body",
            (
                "The port moved 4.2 million tonnes last year, officials said <https://news.example/harbour>. "
                "Nobody outside the port authority counted them."
            ),
        ),
        ("body", "“We waited for nine days,” a captain said. Nobody came."),
        ("list-item", "- nine days of waiting"),
        ("list-item", "- two days of unloading"),
        ("boilerplate", "--"),
        ("boilerplate", "Mina Østergård"),
        ("boilerplate", "Harbour Watch"),
        ("boilerplate", "On 02/01/2026 09:12, Editor wrote:"),
        ("quotation", "Who counted this? I would like a second source."),
        ("quotation", "Ask the union."),
    ]


def test_what_outlook_quotes_below_its_line_of_headers_is_a_quotation():
    article = mail.read((MAILS / "outlook.eml").read_bytes())
    assert passages(article) == [
        ("title", "The figures"),
        ("body", "It’s 4 million, not 5. See the report."),
        ("boilerplate", "This e-mail is confidential and intended solely for the addressee."),
        (
            "boilerplate",
            (
                "Von: Jane Doe <jane@x.example>\nGesendet: Sonntag, 4. Januar 2026 09:00\n"
                "An: Smith, John\nBetreff: The figures"
            ),
        ),
        ("quotation", "Five million tonnes were moved, the port says."),
    ]
    assert linked(article) == [("the report", "https://port.example/2025")]
    assert offered(article)["author"] == "Smith, John (Desk)"
    assert offered(article)["title"] == "RE: AW: The figures"
    assert article.encoding == "windows-1252"
    assert article.notices == (
        "1 attachment is kept in the original and was not read: Zahlen für 2025.xls.",
    )


def test_what_was_forwarded_is_the_text_and_not_a_quotation():
    article = mail.read((MAILS / "gmail.eml").read_bytes())
    found = passages(article)
    assert found[0] == ("title", "The harbour that nobody counted")
    assert found[1] == ("body", "Please check.")
    assert found[2][0] == "boilerplate"
    assert found[3:] == [
        ("heading", "The port"),
        ("body", "The port moved 4.2\u00a0million tonnes last year."),
        ("body", "We waited."),
        ("body", "Nobody came."),
        ("boilerplate", "Jane Doe"),
        ("boilerplate", "The Desk"),
    ]


def test_a_newsletter_has_its_title_once_and_its_foot_aside():
    article = mail.read((MAILS / "newsletter.eml").read_bytes())
    assert passages(article) == [
        ("boilerplate", "View this email in your browser"),
        ("title", "The harbour that nobody counted 🚢"),
        ("body", "The port moved 4.2 million tonnes last year, officials said."),
        (
            "body",
            "“We waited for nine days,” a captain said. Nobody came, and nobody counted what was on the quay.",
        ),
        ("list-item", "Nine days of waiting"),
        ("list-item", "Two days of unloading"),
        ("body", "Ship | Days"),
        ("body", "Aurora | 9"),
        ("boilerplate", "You are receiving this email because you signed up at news.example."),
        ("boilerplate", "Unsubscribe · 1 Quay Road, Harbour"),
    ]
    assert offered(article)["publisher"] == "The Harbour Letter"


def test_lines_that_a_program_broke_are_joined_and_others_are_not():
    body = (
        "The port moved four million tonnes last year, officials said on Monday, and\n"
        "nobody outside the port authority has counted them or seen the list that a\n"
        "clerk gave.\n"
        "Yours,\n"
        "Mina\n\n"
        "1. One\n2) Two\n* Three\n"
    )
    assert kinds(body) == [
        (
            "body",
            (
                "The port moved four million tonnes last year, officials said on Monday, and nobody outside "
                "the port authority has counted them or seen the list that a clerk gave."
            ),
        ),
        ("body", "Yours,"),
        ("body", "Mina"),
        ("list-item", "1. One"),
        ("list-item", "2) Two"),
        ("list-item", "* Three"),
    ]


def test_lines_of_a_language_without_blanks_are_joined_without_one():
    line = "港口去年吞吐量达到四百万吨官员们周一表示没有人核对过这些数字也没有人看过清单港口去年"
    assert kinds(f"{line}{line[:20]}\n{line}{line[:20]}\n完。") == [
        ("body", f"{line}{line[:20]}{line}{line[:20]}完。")
    ]
    flowed = "text/plain; charset=utf-8; format=flowed; delsp=yes"
    assert kinds("港口 \n去年 \n完。", flowed) == [("body", "港口去年完。")]


def test_a_text_that_flows_says_what_is_quoted_and_what_is_stuffed():
    body = "One \ntwo.\n From here.\n > no quotation.\n>> deep \n>> quote\n> near\n-- \nA\n"
    assert kinds(body, "text/plain; format=flowed") == [
        ("body", "One two."),
        ("body", "From here."),
        ("body", "> no quotation."),
        ("quotation", "deep quote"),
        ("quotation", "near"),
        ("boilerplate", "--"),
        ("boilerplate", "A"),
    ]


def test_addresses_in_a_plain_text_lead_where_they_say():
    article = mail.read(written("See https://a.example/x?y=1, (http://b.example/z) or http://."))
    assert linked(article) == [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("http://b.example/z", "http://b.example/z"),
    ]


def test_answers_between_quoted_lines_stay_the_writer_s_words():
    body = (
        "Am 4. Januar 2026 um 10:00 schrieb Jane:\n> Wer sagt das?\n> > Niemand.\n\nDer Hafen.\n\n"
        "A colon ends this line:\n> Und wann?\nAm Montag.\n>From nowhere.\n"
    )
    assert kinds(body) == [
        ("boilerplate", "Am 4. Januar 2026 um 10:00 schrieb Jane:"),
        ("quotation", "Wer sagt das?"),
        ("quotation", "Niemand."),
        ("body", "Der Hafen."),
        ("body", "A colon ends this line:"),
        ("quotation", "Und wann?"),
        ("body", "Am Montag."),
        ("body", "From nowhere."),
    ]


def test_a_signature_is_furniture_until_somebody_else_s_words_begin():
    body = "Top.\n\n-- \nAnn\nThe Desk\n\nOn Mon, 5 Jan 2026, at 10:00, Bob wrote:\n> Quoted.\n\nSent from my phone\n"
    assert [kind for kind, _ in kinds(body)] == [
        "body", "boilerplate", "boilerplate", "boilerplate", "boilerplate", "quotation", "boilerplate",
    ]  # fmt: skip


def test_what_an_article_says_of_writing_and_opting_out_is_its_own():
    body = (
        "<p>The law is two years old.</p><p>In a letter of 3 January 2024 he wrote:</p>"
        "<blockquote><p>You receive nothing.</p></blockquote><p>Users may opt out or unsubscribe from the state’s "
        "list if you receive more than that, said the minister, who had promised to abolish the list long ago.</p>"
        "<p>Sent from Beirut, the letter came late.</p><p>He is gone.</p>"
    )
    found = kinds(body, "text/html")
    assert [kind for kind, _ in found] == ["body", "body", "quotation", "body", "body", "body"]


def test_a_list_s_foot_is_furniture():
    body = (
        "The port moved four million tonnes.\n\n"
        + "_" * 47
        + "\nDesk mailing list\ndesk@a.example\n"
    )
    assert [kind for kind, _ in kinds(body)] == ["body", *["boilerplate"] * 3]


def test_a_mail_that_is_put_into_another_stands_below_it_with_its_subject():
    outer, inner = EmailMessage(), EmailMessage()
    inner["Subject"], inner["From"] = "The harbour", "mina@h.example"
    inner.set_content("Four million tonnes.\n\n-- \nMina\n")
    inner.add_attachment(b"x", "application", "pdf", filename="p.pdf")
    outer["Subject"], outer["From"], outer["Message-ID"] = "Please check", "jane@x.example", "<1>"
    outer.set_content("See below.\n\n-- \nJane\n")
    outer.add_attachment(inner)
    article = mail.read(outer.as_bytes())
    assert passages(article) == [
        ("title", "Please check"),
        ("body", "See below."),
        ("boilerplate", "--"),
        ("boilerplate", "Jane"),
        ("heading", "The harbour"),
        ("body", "Four million tonnes."),
        ("boilerplate", "--"),
        ("boilerplate", "Mina"),
    ]
    assert offered(article)["author"] == "jane@x.example"
    assert article.attachments == 1


def test_a_mail_that_only_carries_another_is_that_other():
    inner = (
        HEAD.replace("News", "The harbour") + "Date: Sat, 3 Jan 2026 14:30 +0330\n\nFour million."
    )
    outer = f"From: b@b.example\nSubject: Fwd: x\nContent-Type: message/rfc822\n\n{inner}"
    for number in range(3):
        article = mail.read(outer.encode())
        assert passages(article) == [("title", "The harbour"), ("body", "Four million.")]
        assert offered(article)["published"] == "2026-01-03T14:30+03:30"
        outer = (
            "From: c@c.example\nSubject: again\nContent-Type: multipart/digest; "
            f"boundary=b{number}\n\n--b{number}\n\n{outer}\n--b{number}--\n"
        )


def test_html_in_which_nothing_stands_gives_way_to_the_text():
    body = (
        "--b\nContent-Type: text/plain\n\nFour million.\n--b\nContent-Type: text/html\n\n"
        "<html><style>p{}</style><body>&nbsp;</body></html>\n--b--\n"
    )
    assert kinds(body, "multipart/alternative; boundary=b") == [("body", "Four million.")]


def test_a_calendar_and_a_signature_are_no_alternatives_to_a_text():
    body = (
        "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nOne.\n"
        "--c\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--c--\n--b\n"
        "Content-Type: application/pgp-signature\n\n-----BEGIN\n--b--\n"
    )
    assert kinds(body, "multipart/signed; boundary=b") == [("body", "One.")]


def test_text_after_an_attachment_is_read_too_and_a_text_file_is_none_of_it():
    body = (
        "--b\n\nOne.\n--b\nContent-Type: image/png\n\nx\n--b\nContent-Type: text/html\n\n<p>Two.</p>\n"
        '--b\nContent-Type: text/plain; name="a.txt"\nContent-Disposition: inline; filename="a.txt"\n\nThree.\n--b--\n'
    )
    article = mail.read(written(body, "multipart/mixed; boundary=b"))
    assert passages(article)[1:] == [("body", "One."), ("body", "Two.")]
    assert article.notices == (
        "2 attachments are kept in the original and were not read: image/png, a.txt.",
    )


def test_many_attachments_are_counted_and_the_first_are_named():
    one = '--b\nContent-Disposition: attachment; filename="{}.pdf"\n\nx\n'
    body = "--b\n\nOne.\n" + "".join(one.format(number) for number in range(8)) + "--b--\n"
    article = mail.read(written(body, "multipart/mixed; boundary=b"))
    assert article.attachments == 8
    assert article.notices[0].endswith("0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf and 3 more.")


def test_a_mail_that_stops_before_its_end_is_read_and_says_so():
    article = mail.read(written("--b\n\nOne.\n\nTw", "multipart/mixed; boundary=b"))
    assert passages(article)[1:] == [("body", "One."), ("body", "Tw")]
    assert article.notices == (
        "The e-mail stops before its end: what is missing was not in the file.",
    )


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
    ("raw", "read"),
    [
        ("Sat, 3 Jan 2026 14:30:51 +0330", "2026-01-03T14:30:51+03:30"),
        ("3 Jan 26 14:30 EST", "2026-01-03T14:30-05:00"),
        ("Sat, 3 Jan 2026 14:30:00 GMT", "2026-01-03T14:30+00:00"),
        ("Sat, 3 Jan 2026 14:30:00 -0000", "2026-01-03T14:30+00:00"),
        ("Sat, 3 Jan 2026 14:30:00", "2026-01-03T14:30"),
        ("Sat, 3 Jan 2026 14:30:00 +0000 (UTC)", "2026-01-03T14:30+00:00"),
        ("Sat, 33 Jan 2026 14:30:00 +0000", ""),
        ("Sat, 3 Jan 2026 14:30:00 +9999", ""),
        ("yesterday", ""),
        ("", ""),
        ("9" * 5000, ""),
    ],
)
def test_a_date_keeps_its_zone_and_one_that_is_none_is_not_offered(raw, read):
    assert moment(raw) == read


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


def test_a_mail_without_a_subject_has_no_title_of_its_own():
    article = mail.read(b"From: a@a.example\nMessage-ID: <1>\nDate: x\n\nOne.\n\nTwo.\n")
    assert passages(article) == [("body", "One."), ("body", "Two.")]


def test_a_body_that_begins_with_the_subject_says_the_title_itself():
    assert passages(mail.read(written("News\n\nOne."))) == [("title", "News"), ("body", "One.")]
    assert passages(mail.read(written("<h1>News</h1><p>One.", "text/html"))) == [
        ("title", "News"),
        ("body", "One."),
    ]


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


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        (
            "multipart/encrypted; boundary=b",
            "--b\nContent-Type: application/octet-stream\n\nx\n--b--",
            "encrypted",
        ),
        ("application/pkcs7-mime; smime-type=enveloped-data", "x", "encrypted"),
        ("image/png", "x", "no text in it, only image/png"),
        ("text/plain", " \n", "There is no text in it; save"),
        ("text/html", "<p>&nbsp;", "There is no text in it; save"),
        ("multipart/mixed; boundary=b", "--b--\n", "There is no text in it; save"),
    ],
)
def test_a_mail_without_a_text_is_refused_in_one_sentence(kind, body, said):
    with pytest.raises(AnnotatorError, match=said) as caught:
        mail.read(written(body, kind))
    assert str(caught.value).endswith(".")


def test_it_is_known_by_its_headers_and_a_text_about_mail_is_none():
    assert mail.sniff(b"Received: x\nFrom: a\nSubject: b\n\nx", "")
    assert mail.sniff(b"\r\nReturn-Path: <>\nFrom: a\nTo: b\n\nx", ".txt")
    assert mail.sniff(b"Subject: b\n\nx", ".eml")
    assert not mail.sniff(b"From: Ann\nSubject: b\nTo: us\n\nA letter.", ".txt")
    assert not mail.sniff(b"An article.\nFrom: a\nReceived: b\nSubject: c\n\nx", "")
    assert not mail.sniff(b"Some text.", ".eml")
    page = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: x\nSubject: y\nMIME-Version: 1.0\n\n"
    )
    assert not mail.sniff(page, "")
    assert not mail.sniff(b"From: x\nSubject: y\nMIME-Version: 1.0\n\n", ".mhtml")
    with pytest.raises(AnnotatorError, match=r"note\.eml"):
        prepare(b"Some text.", "note.eml")


def test_the_tail_of_furniture_is_found_in_a_mail_that_has_no_other():
    body = "<p>One sentence of the article.</p>" * 5 + "<h3>Leave a Reply</h3><p>Name *</p>"
    found = prepare(written(body, "text/html"), "a.eml")
    aside = [found.text[a:b] for kind, a, b in found.passages if kind is PassageKind.BOILERPLATE]
    assert aside == ["Leave a Reply", "Name *"]


@pytest.mark.parametrize("file", sorted(MAILS.iterdir()), ids=lambda path: path.name)
def test_a_damaged_mail_is_read_or_refused_and_nothing_else(file):
    outcomes = [reads_or_refuses(mail.read, one) for one in damaged(file.read_bytes())]
    assert any(outcomes)
