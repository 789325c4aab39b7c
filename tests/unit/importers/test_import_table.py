"""Which format a file is; what is said of those that nobody reads is in ``test_import_foreign.py``."""

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.apart.reading import read_apart
from annotator.importers.files import LIMIT
from annotator.importers.table import IMPORTERS, read_bytes


def test_every_importer_has_a_name_a_label_and_suffixes():
    assert len({row.name for row in IMPORTERS}) == len(IMPORTERS)
    for row in IMPORTERS:
        assert row.label
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in row.suffixes)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.TXT", "a.unknown", "a.db", ".hidden", ""])
def test_a_text_is_read_whatever_its_suffix(name):
    assert read_bytes(b"Some text.", name=name).text == "Some text."


def test_too_many_bytes_are_refused():
    with pytest.raises(AnnotatorError, match="This text has more than 50 MB"):
        read_bytes(b"x" * (LIMIT + 1))


def test_a_refusal_names_the_file_once():
    with pytest.raises(AnnotatorError, match=r"^a\.txt: There is nothing to read"):
        read_bytes(b" ", name="/some/where/a.txt")
    with pytest.raises(AnnotatorError, match=r"^There is nothing to read"):
        read_bytes(b" ")


@pytest.mark.parametrize(("name", "apart"), [("a.html", True), ("a.eml", True), ("a.txt", False)])
def test_marked_text_that_is_large_is_read_apart_and_says_the_same(name, apart, monkeypatch):
    said = "<p>It rained all day in the harbour, and the ships waited outside in the bay.</p>"
    page = f"<!doctype html><title>Story</title><article><h1>Story</h1>{said * 5}</article>"
    mail = f"From: a@example.org\nSubject: Story\nContent-Type: text/html\n\n{page}"
    data = {"a.html": page, "a.eml": mail, "a.txt": "Story\n\nIt rained."}[name].encode()
    here = read_bytes(data, name=name)
    asked = []

    def watched(importer, *args, **more):
        asked.append(importer)
        return read_apart(importer, *args, **more)

    monkeypatch.setattr("annotator.importers.table.read_apart", watched)
    monkeypatch.setattr("annotator.importers.table.LARGE", len(data) - 1)
    assert read_bytes(data, name=name) == here
    assert bool(asked) is apart
