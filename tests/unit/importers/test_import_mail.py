"""An e-mail comes in as the article that it is, with what programs added set aside."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from annotator.desk.importing import prepare
from annotator.domain.article import PassageKind
from annotator.domain.errors import AnnotatorError
from annotator.importers.mail import importer as mail
from broughtin import FILES, damaged, linked, offered, passages, reads_or_refuses
from mails import HEAD, kinds, written

MAILS = FILES / "eml"


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


def test_letters_of_few_words_are_a_guess_and_only_what_does_not_fit_is_called_so():
    head = b"Subject: Over\nMessage-ID: <1>\nDate: x\n\n"
    guessed = mail.read(head + "Über die Brücke. Sie ist zu.".encode("latin-1"))
    assert guessed.text.endswith("Über die Brücke. Sie ist zu.")
    assert "which is a guess" in guessed.encoding_note
    broken = mail.read(
        head.replace(b"Date", b"Content-Type: text/plain; charset=utf-8\nDate") + b"A \xff\x00 b."
    )
    assert "\ufffd" in broken.text
    assert "look for \ufffd" in broken.encoding_note


def test_a_mail_with_more_parts_than_are_read_says_so():
    text = "".join(f"--b\n\nPart number {number}.\n" for number in range(2_100)) + "--b--\n"
    article = mail.read(written(text, "multipart/mixed; boundary=b"))
    assert "Part number 1998." in article.text
    assert "Part number 1999." not in article.text
    assert article.notices == (
        "It has more parts, or parts deeper inside of others, than are read: the original keeps them.",
    )
    forwarded = "Subject: One\n\nThe first one.\n"
    for _ in range(30):
        forwarded = f"Content-Type: message/rfc822\n\n{forwarded}"
    article = mail.read(
        written(f"--b\n\nSee below.\n--b\n{forwarded}--b--\n", "multipart/mixed; boundary=b")
    )
    assert "The first one." not in article.text
    assert len(article.notices) == 1


def test_a_mail_without_a_subject_has_no_title_of_its_own():
    article = mail.read(b"From: a@a.example\nMessage-ID: <1>\nDate: x\n\nOne.\n\nTwo.\n")
    assert passages(article) == [("body", "One."), ("body", "Two.")]


def test_a_body_that_begins_with_the_subject_says_the_title_itself():
    assert passages(mail.read(written("News\n\nOne."))) == [("title", "News"), ("body", "One.")]
    assert passages(mail.read(written("<h1>News</h1><p>One.", "text/html"))) == [
        ("title", "News"),
        ("body", "One."),
    ]


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
