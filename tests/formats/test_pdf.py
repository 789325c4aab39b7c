"""Our PDFs as other people's programs read them: Poppler for text and tags, qpdf for the file itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.report import Report
from annotator.exporters import pdf_report, signoff_pdf
from unit.exporters import worked
from unit.exporters.many import LAST, many
from unit.exporters.record_sample import recorded
from unit.exporters.reports import bench

Run = Callable[..., str]

SCRIPTS = (
    "A title\n\nThe minister said that 95 people died.\n\nΟ υπουργός είπε ότι σκοτώθηκαν 95.\n\n"
    "Министр сообщил о двух взрывах.\n\nמקור אמר כי שני פיצוצים אירעו.\n\n"
    "به گزارش خبرگزاری دو انفجار رخ داد.\n\nमंत्री ने कहा कि दो विस्फोट हुए।\n"
)

WRITTEN: dict[str, Callable[[], bytes]] = {
    "reviewed": lambda: pdf_report.write(worked.reviewed().report()),
    "recorded": lambda: pdf_report.write(recorded().report()),
    "long": lambda: pdf_report.write(many(1200)),
    "scripts": lambda: pdf_report.write(bench(SCRIPTS).report()),
    "together": lambda: pdf_report.together([worked.reviewed().report(), recorded().report()]),
    "sheet": lambda: signoff_pdf.write(worked.reviewed().report()),
}


@pytest.fixture(params=WRITTEN)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(WRITTEN[request.param]())
    return path


def test_qpdf_finds_no_fault_in_the_file(file: Path, qpdf: Run) -> None:
    assert "No syntax or stream encoding errors found" in qpdf("--check", file)


def test_poppler_says_that_it_is_tagged_and_by_annotator(file: Path, pdfinfo: Run) -> None:
    said = dict(re.findall(r"^([\w ]+): +(.*)$", pdfinfo(file), re.MULTILINE))
    assert said["Tagged"] == "yes"
    assert said["Creator"] == "Annotator"
    assert said["JavaScript"] == "no"
    assert said["Page size"].endswith("(A4)")
    assert said["Title"]


def test_every_font_is_in_the_file_and_can_be_copied_from(file: Path, pdffonts: Run) -> None:
    rows = pdffonts(file).splitlines()[2:]
    assert rows
    for row in rows:
        embedded, _, to_unicode = row.split()[-5:-2]
        assert embedded == "yes"
        assert to_unicode == "yes"


def test_the_text_comes_in_the_order_in_which_it_is_read(tmp_path: Path, pdftotext: Run) -> None:
    report = worked.reviewed().report()
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_report.write(report))
    text = re.sub(r"\s+", "", pdftotext("-raw", path, "-"))
    at = text.index("Thearticle")
    for claim in report.counted[:10]:
        words = re.sub(r"\s+", "", claim.text)
        assert (at := text.find(words, at)) > 0, claim.number


def test_the_tags_hold_headings_a_table_notes_and_links(tmp_path: Path) -> None:
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo is not here: apt-get install poppler-utils")
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_report.write(recorded().report()))
    # Poppler prints the titles of elements as they lie in the file, which is no UTF-8.
    done = subprocess.run(
        [program, "-struct-text", str(path)], capture_output=True, check=True, errors="replace"
    )
    for element in ("H1 ", "H2 ", "Table", "THead", "TH", "TD", "Note", "Link", "Supports"):
        assert element in done.stdout, element


def test_the_last_sentence_of_a_long_report_is_found(tmp_path: Path, pdftotext: Run) -> None:
    report: Report = many(1200)
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_report.write(report))
    assert LAST in pdftotext(path, "-")


def test_each_script_can_be_searched(tmp_path: Path, pdftotext: Run) -> None:
    path = tmp_path / "scripts.pdf"
    path.write_bytes(WRITTEN["scripts"]())
    text = pdftotext(path, "-")
    for word in ("minister", "υπουργός", "Министр", "פיצוצים", "خبرگزاری", "विस्फोट"):
        assert word in text, word
