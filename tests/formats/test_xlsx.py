"""LibreOffice opens the spreadsheet and finds in it what openpyxl found: text as text, dates as dates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from annotator.domain.edits.notes import SetNote
from annotator.exporters import workbook
from formats.conftest import Run
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.exporters.reports import ANNA, bench
from unit.exporters.test_workbook import HOSTILE

Convert = Callable[[Path, str], Path]


def cells(path: Path) -> dict[tuple[str, str], tuple[object, str]]:
    """(sheet, place) → value and kind of every cell that holds anything."""
    return {
        (sheet.title, cell.coordinate): (
            round(cell.value, 9) if isinstance(cell.value, float) else cell.value,
            cell.data_type,
        )
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def test_libreoffice_keeps_every_cell_of_the_worked_example(
    soffice: Convert, tmp_path: Path
) -> None:
    for n, report in enumerate((recorded().report(), worked.reviewed().report())):
        path = tmp_path / f"book{n}.xlsx"
        path.write_bytes(workbook.write(report))
        assert cells(soffice(path, "xlsx")) == cells(path)


def test_libreoffice_runs_nothing_that_looks_like_a_formula(
    soffice: Convert, tmp_path: Path
) -> None:
    made = bench("\n\n".join(f"{text} is said." for text in HOSTILE))
    for number in range(1, len(HOSTILE)):
        made.does(ANNA, SetNote(made.article, made.claim(number), HOSTILE[number]))
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(workbook.write(made.report()))
    found = cells(soffice(path, "xlsx"))
    assert {kind for _, kind in found.values()} <= {"s", "n", "d"}
    assert found == cells(path)


def test_it_prints_with_every_claim_on_paper(
    soffice: Convert, pdftotext: Run, tmp_path: Path
) -> None:
    report = worked.by_two().report()
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook.write(report))
    said = " ".join(pdftotext("-layout", soffice(path, "pdf"), "-").split())
    assert "Editor’s copy." in said
    for claim in report.counted:
        assert " ".join(claim.text.split()[:3]) in said, claim.text
    assert "1979 Islamic" in said
