"""Which format a file is, and what is said of those that this version does not read."""

import sqlite3
import zipfile

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.files import LIMIT
from annotator.importers.table import IMPORTERS, read_bytes, read_path


def test_every_importer_has_a_name_a_label_and_suffixes():
    assert len({row.name for row in IMPORTERS}) == len(IMPORTERS)
    for row in IMPORTERS:
        assert row.label
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in row.suffixes)


@pytest.mark.parametrize(
    "name", ["a.txt", "a", "a.TXT", "a.md", "a.unknown", "a.db", ".hidden", ""]
)
def test_a_text_is_read_whatever_its_suffix(name):
    assert read_bytes(b"Some text.", name=name).text == "Some text."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 x", "an old Word"),
        (b"\x89PNG\r\n\x1a\n x", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08\x00", "a compressed file"),
        (b"\x7fELF\x02\x01", "a program"),
    ],
)
def test_another_format_is_refused_by_its_bytes(data, what):
    for name in ("a.txt", "a", ""):
        with pytest.raises(AnnotatorError, match=what) as caught:
            read_bytes(data, name=name)
        assert "plain text" in str(caught.value)


def test_a_database_and_a_zip_archive_are_refused(tmp_path):
    database = tmp_path / "article.txt"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(AnnotatorError, match=r"article\.txt is an SQLite database"):
        read_path(database)
    with zipfile.ZipFile(tmp_path / "article", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(AnnotatorError, match=r"\.docx"):
        read_path(tmp_path / "article")


@pytest.mark.parametrize(
    "suffix", [".pdf", ".docx", ".html", ".HTM", ".json", ".xml", ".eml", ".rtf", ".epub"]
)
def test_another_format_is_refused_by_its_suffix(suffix):
    with pytest.raises(AnnotatorError, match="this version reads plain text"):
        read_bytes(b"Some text.", name=f"article{suffix}")


@pytest.mark.parametrize(
    "text", ["ID3 tags are old.", "OggS is a word.", "BZh.", "wOFF", "MM and II", "PK"]
)
def test_a_text_that_begins_like_another_format_is_a_text(text):
    assert read_bytes(text.encode()).text == text


def test_too_many_bytes_are_refused():
    with pytest.raises(AnnotatorError, match="This text has more than 50 MB"):
        read_bytes(b"x" * (LIMIT + 1))


def test_a_refusal_names_the_file_once():
    with pytest.raises(AnnotatorError, match=r"^a\.txt: There is nothing to read"):
        read_bytes(b" ", name="/some/where/a.txt")
    with pytest.raises(AnnotatorError, match=r"^There is nothing to read"):
        read_bytes(b" ")
