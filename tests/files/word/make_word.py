"""Makes the Word files of this folder: `python tests/files/word/make_word.py` (needs soffice on PATH).

`libreoffice.docx` is what LibreOffice makes of `source.fodt`; `python-docx.docx` is written by python-docx.
They are kept, so that tests need no LibreOffice.
"""

from __future__ import annotations

import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

HERE = Path(__file__).parent


def main() -> None:
    by_libreoffice()
    by_python_docx()


def by_libreoffice() -> None:
    with tempfile.TemporaryDirectory() as home:
        profile = f"-env:UserInstallation=file://{home}"
        command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", home]
        subprocess.run([*command, HERE / "source.fodt"], check=True, capture_output=True)
        made = Path(home) / "source.docx"
        HERE.joinpath("libreoffice.docx").write_bytes(made.read_bytes())


def by_python_docx() -> None:
    document = docx.Document()
    document.add_paragraph("Port strike enters third week", style="Title")
    document.add_heading("What is known", level=1)
    first = document.add_paragraph("The port handles a third of the country’s grain. ")
    said = first.add_run("Nobody was hurt.")
    said.bold = True
    document.add_comment(said, text="Who says so?", author="Ed Itor", initials="EI")
    document.add_paragraph("Ships wait outside.", style="List Bullet")
    document.add_paragraph("Trucks wait inside.", style="List Bullet")
    document.add_paragraph("We will not give in.", style="Quote")
    last = document.add_paragraph("More in ")
    relation = last.part.relate_to(
        "https://example.org/report?a=1&b=2",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(last.add_run("the report")._r)
    last._p.append(link)
    last.add_run(" of Monday 😀.")
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("Port", "Ships"), ("Kerman", "12")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    known = document.core_properties
    known.title, known.author = "Port strike enters third week", "A. Writer"
    known.created = known.modified = datetime(2026, 1, 3, 14, 20, tzinfo=UTC)
    document.save(str(HERE / "python-docx.docx"))


if __name__ == "__main__":
    main()
