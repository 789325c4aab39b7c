"""The writer's own file with our highlights and comments in it, opened by other people's programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx2python import docx2python

from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import SetTag
from annotator.domain.report import Report
from annotator.domain.tags import Tag
from annotator.exporters import pdfium, word_back
from annotator.importers.word import importer as word
from formats.test_word import CHECKERS, audited, remarks, squeezed
from unit.exporters import worked
from unit.exporters.reports import ANNA
from unit.exporters.test_word_back import commented, of
from unit.exporters.word_opened import Opened, text

Convert = Callable[[Path, str], Path]
FILES = Path(__file__).parents[1] / "files"
_OWN = re.compile(r"</?a\b[^>]*>|-+footnote\d+-+")
"""What docx2python writes into the words itself."""

NAMES = ("word/libreoffice", "word/python-docx", "word/by-hand", "sample/article")


def disputed(name: str) -> Report:
    """An article of these, each claim of it disputed with a note."""
    data = FILES.joinpath(f"{name}.docx").read_bytes() if name else commented()
    made = of(data)
    for n, claim in enumerate(made.report().counted):
        note = SetNote(made.article, claim.id, f"Note {n}: “no” & <never>.")
        made.does(ANNA, SetTag(made.article, (claim.id,), Tag.DISPUTED, (note,)))
    return replace(made.report(), original=data)


def saved(path: Path, report: Report) -> Path:
    path.write_bytes(word_back.write(report))
    return path


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_finds_our_comments_beside_theirs(
    tmp_path: Path, soffice: Convert, name: str
) -> None:
    report = disputed(name)
    path = saved(tmp_path / "back.docx", report)
    found = remarks(soffice(path, "odt"))
    theirs = [one for one in word.read(report.original).enclosed.remarks if one.author]
    assert len(found) == len(report.counted) + len(theirs)
    ours = sorted(squeezed(text(one)) for one in Opened(path.read_bytes()).comments)
    assert sorted(squeezed(said) for _, said in found) == ours


@pytest.mark.parametrize("name", [name for name in NAMES if name != "word/by-hand"])
def test_libreoffice_saves_it_again_and_the_article_is_the_same(
    tmp_path: Path, soffice: Convert, name: str
) -> None:
    """Not of the file with a formula, which LibreOffice makes a picture of."""
    report = disputed(name)
    again = word.read(soffice(saved(tmp_path / "back.docx", report), "docx").read_bytes())
    assert again.text == report.article.text
    notes = [one.text for one in again.enclosed.remarks if one.author == "Anna"]
    assert len(notes) == len(report.counted)


def test_libreoffice_prints_it_whole(tmp_path: Path, soffice: Convert) -> None:
    report = disputed("sample/article")
    pdf = soffice(saved(tmp_path / "back.docx", report), "pdf")
    with pdfium.opened(pdf.read_bytes()) as document:
        shown = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    assert squeezed(report.article.text) == shown


@pytest.mark.parametrize("name", ["", *NAMES])
def test_docx2python_reads_each_note_on_its_sentence(tmp_path: Path, name: str) -> None:
    report = disputed(name)
    with docx2python(saved(tmp_path / "back.docx", report)) as read:
        found = {
            squeezed(said): squeezed(_OWN.sub("", words))
            for words, who, _, said in read.comments
            if who == "Anna"
        }
    claims = [squeezed(claim.text).replace("|", "") for claim in report.counted]
    notes = [squeezed(f"✕ Disputed Note {n}: “no” & <never>.") for n in range(len(claims))]
    assert found.keys() == set(notes)
    if name not in ("word/libreoffice", "word/by-hand"):  # it knows neither boxes nor deletions
        assert [found[note] for note in notes] == claims


@pytest.mark.parametrize("name", ["", *NAMES])
def test_the_schemas_of_office_open_xml_find_no_more_than_they_did(
    tmp_path: Path, name: str
) -> None:
    if not (CHECKERS / "openxml_audit").is_dir():
        pytest.skip("openxml-audit is not here: make check-formats brings it with pip")
    report = disputed(name)
    before = tmp_path / "before.docx"
    before.write_bytes(report.original)
    after = saved(tmp_path / "after.docx", report)
    assert kinds(after) <= kinds(before)


def kinds(path: Path) -> set[str]:
    """What is said against a file, without the places."""
    return {str(one["description"]) for one in audited(path) if isinstance(one, dict)}


@pytest.mark.parametrize("made", [worked.by_two, worked.reviewed])
def test_the_sample_with_all_that_is_held_is_sound(
    tmp_path: Path, made: Callable[[], object]
) -> None:
    if not (CHECKERS / "openxml_audit").is_dir():
        pytest.skip("openxml-audit is not here: make check-formats brings it with pip")
    original = FILES.joinpath("sample", "article.docx").read_bytes()
    report = replace(made().report(), original=original)  # type: ignore[attr-defined]
    before = tmp_path / "before.docx"
    before.write_bytes(original)
    assert kinds(saved(tmp_path / "after.docx", report)) <= kinds(before)
