"""Files that are no article, by their bytes or their names: one sentence each, which names the way out."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image

from annotator.domain.errors import AnnotatorError
from annotator.importers.table import IMPORTERS, read_bytes, read_path

FILES = Path(__file__).parents[2] / "files"


def refusal(data: bytes, name: str = "") -> str:
    with pytest.raises(AnnotatorError) as caught:
        read_bytes(data, name=name)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return held.getvalue()


def ole(stream: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(100)
    )


def drawn(kind: str) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (4, 4)).save(held, kind)
    return held.getvalue()


def sheet() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet().write(0, 0, "A claim.")
    return held.getvalue()


BYTES = {
    "an old Word file": ((FILES / "foreign" / "article.doc").read_bytes(), "save it as .docx"),
    "an old sheet": ((FILES / "foreign" / "table.xls").read_bytes(), "paste it"),
    "an OpenDocument sheet": ((FILES / "foreign" / "table.ods").read_bytes(), "paste it"),
    "a sheet": (sheet(), "paste it"),
    "a presentation": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "paste it"),
    "an old presentation": (ole("PowerPoint Document"), "paste it"),
    "a locked office file": (ole("EncryptedPackage"), "without one"),
    "an Outlook message": (ole("__properties_version1.0"), "save it there as .eml"),
    "an old file of some kind": (ole("Nothing"), "save it as .docx"),
    "a Pages file": (zipped("Index/Document.iwa", "Metadata/x"), "export it there as Word"),
    "an archive": (zipped("a.txt", "b.txt"), "unpack it"),
    "a damaged archive": (b"PK\x03\x04 and no more", "get it again"),
    "a PNG": (drawn("PNG"), "OCR"),
    "a JPEG": (drawn("JPEG"), "OCR"),
    "a GIF": (drawn("GIF"), "OCR"),
    "a TIFF": (drawn("TIFF"), "OCR"),
    "a WebP": (drawn("WEBP"), "OCR"),
    "something compressed": (b"\x1f\x8b\x08\x00", "unpack it"),
    "a program": (b"\x7fELF\x02\x01", "save the article as"),
    "sound": (b"ID3\4\0\0", "written down"),
    "sound in RIFF": (b"RIFF\0\0\0\0WAVEfmt ", "written down"),
    "film": (b"\0\0\0\x20ftypisom", "written down"),
    "PostScript": (b"%!PS-Adobe-3.0", "turn it into a PDF"),
    "XML": (b'<?xml version="1.0"?><rss><channel/></rss>', "save the article as"),
}


@pytest.mark.parametrize("name", ["a.txt", "a", ""])
@pytest.mark.parametrize(("data", "way"), BYTES.values(), ids=BYTES)
def test_another_format_is_refused_by_its_bytes_and_the_way_out_named(data, way, name):
    assert way in refusal(data, name)


def test_a_database_is_refused(tmp_path):
    database = tmp_path / "article.txt"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(AnnotatorError, match=r"article\.txt is an SQLite database"):
        read_path(database)


@pytest.mark.parametrize(
    ("suffix", "way"),
    [(".doc", "save it as .docx"), (".DOC", "save it as .docx"), (".json", "save the article as"),
     (".xml", "save the article as"), (".xls", "paste it"), (".pptx", "paste it"), (".pages", "export it there"),
     (".msg", "save it there as .eml"), (".png", "OCR"), (".zip", "unpack it"), (".mobi", ".epub")],
)  # fmt: skip
def test_a_text_that_is_called_something_nobody_reads_is_refused(suffix, way):
    assert way in refusal(b"Some text.", f"article{suffix}")


TELLING = (".pdf", ".rtf", ".docx", ".odt", ".epub")


@pytest.mark.parametrize("suffix", TELLING)
def test_a_text_that_is_called_like_what_can_be_read_is_refused(suffix):
    sentence = refusal(b"Some text.", f"article{suffix}")
    assert sentence.startswith(f"article{suffix}")
    assert ".txt" in sentence or "save it" in sentence


@pytest.mark.parametrize(
    "suffix", [".pdf", ".rtf", ".doc", ".docx", ".odt", ".epub", ".json", ".xml"]
)
@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\0\0\0", bytes(range(256)), b"x" * 10_000], ids=range(5)
)
def test_what_is_not_what_it_is_called_is_never_taken_for_plain_text(suffix, data):
    refusal(data, f"article{suffix}")


def test_what_can_be_read_is_said_as_the_table_has_it():
    sentence = refusal(b"Some text.", "a.json")
    assert "save the article as .docx, .html, .pdf, .txt, " in sentence
    for row in IMPORTERS:
        assert (row.suffixes[0] in sentence) is (row.name != "warc")


@pytest.mark.parametrize(
    "text", ["ID3 tags are old.", "OggS is a word.", "BZh.", "wOFF", "MM and II", "PK", "RIFF raff", "<?xmlish"]
)  # fmt: skip
def test_a_text_that_begins_like_another_format_is_a_text(text):
    assert read_bytes(text.encode()).text == text
