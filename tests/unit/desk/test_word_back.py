"""An article that came in as a Word file leaves as that file, from a real library; no other does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.desk import importing
from annotator.desk.exporting import Order, exported, refuse_order, write_order
from annotator.desk.library import OpenLibrary
from annotator.desk.withholding import missing
from annotator.domain.article import ArticleId
from annotator.domain.edition import EDITORS_COPY, PUBLIC_COPY
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import NO_PUBLIC_COPY
from annotator.domain.tags import Tag
from annotator.importers.word import importer as word
from annotator.store import reading
from unit.exporters.word_opened import Opened, W, text

SAMPLE = Path(__file__).parents[2] / "files" / "sample"
FORM = "word-original"


@pytest.fixture
def article(library: OpenLibrary) -> ArticleId:
    """The sample as it came in as a Word file, one claim of it disputed with a note."""
    found = importing.import_file(library, SAMPLE / "article.docx").article
    claim = list(reading.snapshot(library.store, found, library.me).claims())[1]
    note = SetNote(found, claim.id, "It was a Tuesday.")
    library.perform(SetTag(found, (claim.id,), Tag.DISPUTED, (note,)))
    return found


def test_the_writers_file_comes_back_with_the_note_in_it(
    library: OpenLibrary, article: ArticleId, tmp_path: Path
) -> None:
    target = tmp_path / "back.docx"
    (done,) = write_order(library, Order((article,), FORM, target))
    assert done.sentence == "49 of 49 claims, 1 note"
    assert done.notices == ()
    file = Opened(target.read_bytes())
    (one,) = file.comments
    assert text(one) == "✕ Disputed\nIt was a Tuesday."
    assert file.on(one).startswith("Wagswoofs – Two explosions")
    before = Opened((SAMPLE / "article.docx").read_bytes())
    same = ("word/styles.xml", "word/settings.xml", "docProps/core.xml")
    assert all(file.parts[name] == before.parts[name] for name in same)


def test_what_comes_back_comes_in_again_as_the_same_article(
    library: OpenLibrary, article: ArticleId
) -> None:
    again = importing.prepare(exported(library, article, FORM), "again.docx")
    assert again.article == article
    assert [one.text for one in again.enclosed.remarks] == ["✕ Disputed\n\nIt was a Tuesday."]


def test_names_are_left_out_where_they_are_to_be(library: OpenLibrary, article: ArticleId) -> None:
    data = exported(library, article, FORM, replace(EDITORS_COPY, pseudonyms=True))
    (one,) = Opened(data).comments
    assert one.get(f"{W}author") == "A"
    assert word.read(data).enclosed.remarks[0].author == "A"


def test_an_article_of_another_format_is_refused_and_nothing_is_written(
    library: OpenLibrary, tmp_path: Path
) -> None:
    plain = importing.import_file(library, SAMPLE / "article.txt").article
    (said,) = missing(library, plain, FORM, EDITORS_COPY)
    assert said.endswith("so there is none to go back into: choose Report (Word).")
    target = tmp_path / "back.docx"
    with pytest.raises(AnnotatorError) as caught:
        write_order(library, Order((plain,), FORM, target))
    assert str(caught.value) == said
    assert not list(tmp_path.glob("back*"))


def test_there_is_no_public_copy_of_the_writers_own_file(
    library: OpenLibrary, article: ArticleId, tmp_path: Path
) -> None:
    with pytest.raises(AnnotatorError) as caught:
        exported(library, article, FORM, PUBLIC_COPY)
    assert str(caught.value) == NO_PUBLIC_COPY
    assert missing(library, article, FORM, PUBLIC_COPY) == (NO_PUBLIC_COPY,)
    with pytest.raises(AnnotatorError) as caught:  # before anything is read or said
        refuse_order(library, Order((article,), FORM, tmp_path / "back.docx", PUBLIC_COPY))
    assert str(caught.value) == NO_PUBLIC_COPY


def test_no_other_format_is_given_the_bytes_that_came_in(
    library: OpenLibrary, article: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.desk.export_reports import edition_report

    assert edition_report(library, article, "docx", EDITORS_COPY).original == b""
    original = (SAMPLE / "article.docx").read_bytes()
    assert edition_report(library, article, FORM, EDITORS_COPY).original == original
