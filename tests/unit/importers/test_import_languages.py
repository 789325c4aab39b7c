"""The same text in every encoding that can hold it comes in the same, and others can be chosen."""

from __future__ import annotations

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.encodings.decoding import candidates, decode
from annotator.importers.mail import importer as mail
from annotator.importers.plain import read
from languages import HELD, TEXTS, WIDE, encoded

CASES = [(language, encoding) for language in TEXTS for encoding in (*WIDE, *HELD[language])]
ONE_BYTE = [(language, encoding) for language in TEXTS for encoding in HELD[language]]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_the_same_text_comes_in_the_same_in_every_encoding(language, encoding):
    data = encoded(TEXTS[language], encoding)
    article = read(data)
    assert article.text == TEXTS[language]
    assert article.original == data
    assert article.encoding in article.encoding_note


@pytest.mark.parametrize(("language", "encoding"), ONE_BYTE)
def test_what_can_be_chosen_begins_with_what_was_taken(language, encoding):
    data = encoded(TEXTS[language], encoding)
    names = candidates(data)
    if encoding.startswith("iso2022"):
        assert names == ()  # its escapes say it
        return
    texts = [decode(data, name).text for name in names]
    assert texts[0] == TEXTS[language]
    assert len(set(texts)) == len(texts)
    assert all("\0" not in text for text in texts)


@pytest.mark.parametrize("encoding", WIDE[:5])
def test_nobody_need_choose_where_the_file_says_it(encoding):
    assert candidates(encoded(TEXTS["fr"], encoding)) == ()
    assert decode(encoded(TEXTS["fr"], encoding)).certain


@pytest.mark.parametrize(
    "data", [b"", b"abc", b"\xff\xfe\x00\xd8", b"a\0b", b"caf\xe9", bytes(range(256))]
)
def test_whatever_the_bytes_are_what_can_be_chosen_can_be_read(data):
    for name in candidates(data):
        assert decode(data, name).text


def test_a_guess_that_is_not_certain_says_so():
    for language, encoding, certain in (("cs", "iso-8859-2", False), ("ru", "koi8-r", True)):
        data = encoded(TEXTS[language], encoding)
        found = decode(data)
        assert found.text == TEXTS[language]
        assert found.certain is certain
        notes = (
            found.note,
            mail.read(b"From: a@b.example\nDate: x\nTo: c\n\n" + data).encoding_note,
        )
        assert [("guess" in note) is not certain for note in notes] == [True, True]


def test_an_encoding_that_is_shown_can_be_named():
    text = TEXTS["ja"]
    for name in (
        "Shift_JIS (cp932)",
        "Shift_JIS",
        "UTF-16 LE",
        "windows-1252",
        "EUC-JP",
        "Mac Roman",
    ):
        try:
            decode(text.encode("cp932"), name)
        except AnnotatorError as fault:
            assert "There is no encoding" not in str(fault)  # noqa: PT017
