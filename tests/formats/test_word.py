"""Word files opened by other people's programs: LibreOffice reads, converts and saves them again."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from annotator.domain.edition import SECTIONS, Edition, Section
from annotator.domain.report import Report
from annotator.exporters import pdfium, signoff_word, word_report
from annotator.interchange import word
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.exporters.test_pictures import picture
from unit.exporters.test_word_file import HOSTILE, hostile
from unit.exporters.word_opened import Opened, W, text
from unit.interchange.test_word import edit_of, place
from unit.interchange.word_hands import Hands

Convert = Callable[[Path, str], Path]
CHECKERS = Path(__file__).resolve().parents[2] / "build" / "checkers" / "python"
ODT = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def whole(report: Report) -> Report:
    edition = Edition(sections=(Section.SIGNOFF, *SECTIONS), logo=picture("PNG"))
    return dataclasses.replace(report, edition=edition)


def saved(path: Path, report: Report) -> Path:
    path.write_bytes(word_report.write(report))
    return path


def remarks(path: Path) -> list[tuple[str, str]]:
    """Who commented what, as an OpenDocument file has it."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    return [
        (
            one.findtext("dc:creator", namespaces=ODT) or "",
            " ".join("".join(part.itertext()) for part in one.iterfind("text:p", ODT)),
        )
        for one in root.iter(f"{{{ODT['office']}}}annotation")
    ]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("made", [worked.by_two, worked.reviewed, recorded])
def test_libreoffice_finds_every_comment_with_its_author(
    tmp_path: Path, soffice: Convert, made: Callable[[], object]
) -> None:
    report = made().report()  # type: ignore[attr-defined]
    path = saved(tmp_path / "report.docx", report)
    file = Opened(path.read_bytes())
    ours = sorted((one.get(f"{W}author"), squeezed(text(one))) for one in file.comments)
    found = [(who, squeezed(said)) for who, said in remarks(soffice(path, "odt"))]
    assert sorted(found) == ours


def test_libreoffice_shows_the_article_whole(tmp_path: Path, soffice: Convert) -> None:
    report = worked.by_two().report()
    pdf = soffice(saved(tmp_path / "report.docx", whole(report)), "pdf")
    with pdfium.opened(pdf.read_bytes()) as document:
        shown = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    last = next(claim for claim in reversed(report.counted) if claim.number)
    assert squeezed(last.text) in shown
    assert squeezed("Editor’s copy.") in shown


@pytest.mark.parametrize("logo", [b"", picture("PNG")], ids=["bare", "logo"])
def test_the_sign_off_sheet_is_one_page(tmp_path: Path, soffice: Convert, logo: bytes) -> None:
    path = tmp_path / "sheet.docx"
    report = dataclasses.replace(worked.reviewed().report(), edition=Edition(logo=logo))
    path.write_bytes(signoff_word.write(report))
    with pdfium.opened(soffice(path, "pdf").read_bytes()) as document:
        assert len(document) == 1


def test_a_file_that_libreoffice_saved_again_is_still_ours(
    tmp_path: Path, soffice: Convert
) -> None:
    report = worked.reviewed().report()
    hands = Hands(word_report.write(report))
    hands.says("Dana", "Where is this from?", on="claim_7", date="2024-02-03T04:05:06Z")
    hands.says("Eve", "In the table.", on="row_12")
    asked = hands.ours("Is this the same official as in 7?")
    hands.says("Dana", "It is.", on="claim_9", answers=asked)
    path = tmp_path / "report.docx"
    path.write_bytes(hands.saved())
    brought = word.read(soffice(path, "docx").read_bytes())
    assert brought.article == report.article.id
    assert brought.not_read == ()
    found = {one.text: one for one in brought.comments}
    assert {one.text: (one.who, one.place) for one in brought.comments} == {
        "Where is this from?": ("Dana", place(report, 7)),
        "In the table.": ("Eve", place(report, 12)),
        "It is.": ("Dana", place(report, 9)),
    }
    assert found["Where is this from?"].made == 1_706_933_106_000_000
    # LibreOffice 7.4 forgets who answers whom; later ones keep it.
    assert found["It is."].answers in ("", edit_of(report, "same official as in 7"))


@pytest.mark.parametrize("words", [one for one in HOSTILE if "\ud800" not in one])
def test_libreoffice_opens_hostile_text(tmp_path: Path, soffice: Convert, words: str) -> None:
    path = saved(tmp_path / "report.docx", hostile(words))
    assert len(remarks(soffice(path, "odt"))) == 3


@pytest.mark.parametrize("made", [worked.untagged, worked.by_two, worked.reviewed, recorded])
def test_the_schemas_of_office_open_xml_find_nothing(
    tmp_path: Path, made: Callable[[], object]
) -> None:
    if not (CHECKERS / "openxml_audit").is_dir():
        pytest.skip("openxml-audit is not here: make check-formats brings it with pip")
    report = made().report()  # type: ignore[attr-defined]
    files = {
        "report": word_report.write(whole(report)),
        "together": word_report.together([report, worked.by_one().report()]),
        "sheet": signoff_word.write(report),
    }
    for name, data in files.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        assert audited(path) == []


def audited(path: Path) -> list[object]:
    """What openxml-audit says against a file."""
    program = "from openxml_audit.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--output", "json", "--policy", "strict", str(path)],
        env={"PYTHONPATH": str(CHECKERS)},
        capture_output=True,
        text=True,
        check=False,
    )
    found: list[object] = json.loads(done.stdout)[0]["errors"]
    return found
