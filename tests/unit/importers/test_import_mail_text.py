"""The plain text of an e-mail comes in as paragraphs, with what its writer did not write set aside."""

from __future__ import annotations

from annotator.importers.mail import importer as mail
from annotator.importers.mail.parts import parsed
from broughtin import FILES, linked
from mails import kinds, written

MAILS = FILES / "eml"


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
    assert kinds("Cut \n> quoted \nshort ", "text/plain; format=flowed") == [
        ("body", "Cut"),
        ("quotation", "quoted"),
        ("body", "short"),
    ]
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
