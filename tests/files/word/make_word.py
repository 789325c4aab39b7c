"""Makes the Word files of this folder: `PYTHONPATH=tests python tests/files/word/make_word.py` (needs soffice).

`libreoffice.docx` is what LibreOffice makes of `source.fodt`, `python-docx.docx` is written by python-docx,
and `by-hand.docx` has what only Word writes. They are kept, so that tests need no LibreOffice.
"""

from __future__ import annotations

import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from wordmade import change, comment, field, note, on, p, r, refers, word_file

HERE = Path(__file__).parent


def main() -> None:
    by_libreoffice()
    by_python_docx()
    by_hand()


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


def by_hand() -> None:
    """Changes, fields, controls, boxes, formulas, ruby and smart tags, in words that are cut into runs."""
    link = f'<w:hyperlink r:id="rId9">{r(" did not.")}</w:hyperlink>'
    box = f"<w:txbxContent>{p('A fire in the box killed 12. Another one there did not.')}</w:txbxContent>"
    sizes = '<w:hps w:val="12"/><w:hpsRaise w:val="12"/><w:hpsBaseText w:val="24"/>'
    looks = f'<w:rubyPr><w:rubyAlign w:val="center"/>{sizes}<w:lid w:val="ja-JP"/></w:rubyPr>'
    ruby = f"{looks}<w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢字')}</w:rubyBase>"
    cells = f"<w:tc>{p('The fire')}</w:tc><w:tc>{p('killed 12. Another')}</w:tc>"
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>'
    body = (
        p("Port strike", style="Titel")
        + p(
            *("The ", change("ins", r("great "))),
            change("del", "<w:r><w:delText>small </w:delText></w:r>"),
            *(r("secret ", "<w:vanish/>"), "fi", r("re ", "<w:b/>")),
            *(field('HYPERLINK "https://example.org/"', r("killed 12. Another")), link),
        )
        + p(
            "Before. ",
            f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>",
        )
        + p(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('All of it is in a control.')}</w:sdtContent></w:sdt>"
        )
        + p("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", " is known.")
        + p(f'<w:smartTag w:uri="u" w:element="City">{r("Kerman was hit.")}</w:smartTag>')
        + p(f"<w:r><w:ruby>{ruby}</w:ruby></w:r>", r("が人。"))
        + p(f'<w:fldSimple w:instr="DATE">{r("It is Monday.")}</w:fldSimple>')
        + f"<w:tbl><w:tblPr/>{grid}<w:tr>{cells}</w:tr></w:tbl>"
        + p(on(3, "لم يعلن"), r(" أحد مسؤوليته.", "<w:rtl/>"), refers("footnote", 2), " 😀 End.")
    )
    parts = {
        "comments": comment(3, "Who says so?", paragraph="0000000A"),
        "footnotes": note("footnote", 2, p("See the report.")),
    }
    links = {"rId9": "https://example.org/x"}
    HERE.joinpath("by-hand.docx").write_bytes(word_file(body, parts, links))


if __name__ == "__main__":
    main()
