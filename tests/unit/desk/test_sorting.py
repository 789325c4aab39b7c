"""Files that bring tags in are told from articles by what they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.desk.sorting import brings_tags, sorted_out
from factories import new_library


@pytest.mark.parametrize("name", ["x.annotations", "annotator.db", "notes.txt", "no ending"])
def test_a_library_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    new_library(tmp_path / name).close()
    assert brings_tags(tmp_path / name)


@pytest.mark.parametrize("name", ["article.txt", "article.db", "article"])
def test_a_text_is_an_article_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("SQLite format is what this article is about.")
    assert not brings_tags(tmp_path / name)


def test_a_damaged_file_of_a_colleague_is_no_article(tmp_path: Path) -> None:
    damaged = tmp_path / "Anna.ANNOTATIONS"
    damaged.write_bytes(b"")
    assert brings_tags(damaged)


def test_what_is_not_there_and_a_folder_are_no_library(tmp_path: Path) -> None:
    assert not brings_tags(tmp_path / "gone")
    assert not brings_tags(tmp_path)
    assert not brings_tags(tmp_path / "gone.annotations")


def test_both_keep_their_order(tmp_path: Path) -> None:
    new_library(tmp_path / "b.db").close()
    new_library(tmp_path / "a.db").close()
    names = ["2.txt", "b.db", "1.txt", "a.db"]
    tags, articles = sorted_out([tmp_path / name for name in names])
    assert [path.name for path in tags] == ["b.db", "a.db"]
    assert [path.name for path in articles] == ["2.txt", "1.txt"]


def test_what_another_program_wrote_brings_tags_in_and_a_text_of_that_name_does_not(
    tmp_path: Path,
) -> None:
    annotation = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "bodyValue": "verified",
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "It rained."}},
    }
    for name in ("a.jsonld", "a.JSON"):
        (tmp_path / name).write_text(json.dumps(annotation))
        assert brings_tags(tmp_path / name)
    (tmp_path / "a.txt").write_text(json.dumps(annotation))
    assert not brings_tags(tmp_path / "a.txt"), "a text is what it is called"
    for data in ("{}", json.dumps(annotation)[:-9], "An article about anno.jsonld."):
        (tmp_path / "b.jsonld").write_text(data)
        assert not brings_tags(tmp_path / "b.jsonld")
