"""The spreadsheet as somebody else's reader finds it: openpyxl, and an XML parser on every part."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from annotator.domain.edition import PUBLIC_COPY, SECTIONS, Edition, Section
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Link, Stance
from annotator.domain.formats import Tally
from annotator.domain.publishing import public_copy
from annotator.domain.report import AgreementLine, Outcome, Report
from annotator.exporters import workbook, workbook_cells, workbook_file
from annotator.exporters.workbook_cells import Column, Sheet, Text
from annotator.reporting.words import LOOK
from unit.exporters import worked
from unit.exporters.many import LAST, many
from unit.exporters.record_sample import add, recorded
from unit.exporters.reports import ANNA, BEN, bench
from unit.exporters.test_pictures import picture

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "{=1+1}",
    '=HYPERLINK("https://example.org","x")',
    "<r><t>taken for markup</t></r>",
    "<r>&</r>",
    "_x0041_ and _x003D_1",
    "]]></t><f>1+1</f>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "javascript:alert(1)",
    "\u202egnp.exe",
    "internal:Sheet1!A1",
    "external:c:\\x.xlsx",
]


def opened(report: Report) -> Workbook:
    return load_workbook(io.BytesIO(workbook.write(report)))


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def heads(sheet: Worksheet) -> list[str]:
    return [cell.value for cell in sheet[1]]


def column(sheet: Worksheet, head: str) -> list[object]:
    index = heads(sheet).index(head)
    return [row[index].value for row in sheet.iter_rows(min_row=2)]


def cells(book: Workbook) -> list[Cell]:
    return [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def test_every_claim_stands_in_its_row_with_its_result_and_place() -> None:
    report = worked.by_two().report()
    sheet = opened(report)["Claims"]
    kept = [claim for claim in report.claims if claim.counts or claim.held]
    assert column(sheet, "No.") == [claim.number for claim in kept]
    assert column(sheet, "Claim") == [claim.text for claim in kept]
    assert column(sheet, "Start") == [claim.span.start for claim in kept]
    results = [str(value).partition(" ")[2] for value in column(sheet, "Result")]
    assert results == [LOOK[claim.outcome].word for claim in kept]
    assert set(column(sheet, "Place")) == {None, "earlier borders"}
    assert sheet["A2"].number_format == '[=0]"T";0'
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref.startswith("A1:")


def test_what_each_analyst_holds_stands_beside_the_others() -> None:
    report = worked.by_two().report()
    sheet = opened(report)["Claims"]
    rows = dict(zip(column(sheet, "No."), sheet.iter_rows(min_row=2), strict=True))
    names = heads(sheet)

    def of(number: int, head: str) -> object:
        return rows[number][names.index(head)].value

    assert (of(6, "Anna: tag"), of(6, "Ben: tag")) == ("? unattributed", "✕ disputed")
    assert of(1, "Anna: note") == "The ministry gave 95 on the day, 84 a day later."
    assert of(25, "Ben: note") == "Fars and Tasnim differ."
    assert of(20, "Why not checkable") == "An appeal."
    assert isinstance(of(6, "Ben: changed (UTC)"), datetime)
    assert "SECRET: rings at night." not in {cell.value for cell in cells(opened(report))}


def test_a_decision_says_who_when_why_and_over_whom() -> None:
    sheet = opened(worked.reviewed().report())["Claims"]
    names = heads(sheet)
    six = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == 6)
    found = dict(zip(names, six, strict=True))
    assert found["Settled by"] == "Anna"
    assert found["Reason"] == "Nobody is named for the 210."
    assert found["Overruled"] == "Ben"
    assert found["Settled (UTC)"].date().isoformat() == "2024-01-04"
    assert column(sheet, "Check again").count("check again") == 2
    assert "Anna: unattributed" in column(sheet, "Decided otherwise by")
    nine = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == 9)
    thread = str(nine[names.index("Comments")]).splitlines()
    assert thread[0].endswith("Is this the same official as in 7?")
    assert thread[-1].endswith("taken back") or "taken back" in "".join(thread)


def test_evidence_has_a_row_for_each_claim_it_serves_with_dates_as_dates() -> None:
    report = recorded().report()
    sheet = opened(report)["Evidence"]
    served = [
        (claim.number, one)
        for claim in report.claims
        for held in claim.held
        for one in held.record.evidence
    ]
    assert column(sheet, "Claim no.") == [number for number, _ in served]
    assert column(sheet, "Stance")[0] == "✕ contradicts"
    assert column(sheet, "Its words")[0] == "“…stands at 84”"
    assert column(sheet, "Published")[0] == datetime(2024, 1, 5)  # noqa: DTZ001
    assert column(sheet, "Credibility 1–6")[0] == 2
    first = sheet.cell(2, heads(sheet).index("Address") + 1)
    assert first.hyperlink.target == first.value == "https://example.org/toll"


def test_a_month_stays_text_and_so_does_a_day_that_programs_count_differently() -> None:
    made = bench("A claim.")
    for n, day in enumerate(("2024-01", "2024", "1899-12-31", "1900-02-28", "2024-02-30", "soon")):
        item = f"e000000{n}-0000-4000-8000-00000000000a"
        link = Link(item, Stance.CONTEXT)
        add(made, ANNA, item, (made.claim(1),), link, title=f"t{n}", published=day)
    sheet = opened(made.report())["Evidence"]
    said = ["2024-01", "2024", "1899-12-31", "1900-02-28", "2024-02-30", "soon"]
    assert column(sheet, "Published") == said


def test_sources_are_counted_under_the_name_they_were_given() -> None:
    sheet = opened(recorded().report())["Sources"]
    assert column(sheet, "Source") == ["ISNA"]
    assert column(sheet, "Kind") == ["organisation"]
    assert column(sheet, "Claims") == [2]
    assert column(sheet, "Confirmed") == [2]
    assert column(sheet, "According to") == ["IRNA"]
    assert column(sheet, "Which claims") == ["4, 5"]


def test_figures_of_agreement_are_numbers_and_what_is_undefined_says_so() -> None:
    lines = (
        AgreementLine("Anna and Ben", 20, 26, "77 %", "0.64, −0.40 to 0.88", "0.65", "0.66"),
        AgreementLine("All together", None, 28, "86 %", "0.74 (Fleiss)", "undefined", "0.79"),
        AgreementLine("Ben and Chloé", 0, 0, "–", "undefined", "undefined", "undefined"),
    )
    report = dataclasses.replace(worked.reviewed().report(), figures=lines, agreement=("Words.",))
    book = opened(report)
    rows = [list(row) for row in book["Agreement"].iter_rows(min_row=2, values_only=True)]
    assert rows[0] == ["Anna and Ben", 26, 20, 20 / 26, 0.64, -0.4, 0.88, 0.65, 0.66]
    assert rows[1] == ["All together", 28, None, 0.86, 0.74, None, None, "undefined", 0.79]
    assert rows[2][3:5] == ["–", "undefined"]
    assert "Words." in {cell.value for cell in cells(book)}


def test_the_first_sheet_says_whose_copy_it_is_and_counts_as_the_report_does() -> None:
    report = worked.reviewed().report()
    book = opened(report)
    sheet = book["Summary"]
    assert book.sheetnames[0] == "Summary"
    assert str(sheet["A1"].value).startswith("Editor’s copy.")
    counted = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    for outcome in (Outcome.VERIFIED, Outcome.DISPUTED, Outcome.OPEN):
        label = next(key for key in counted if str(key).endswith(outcome.value) and " " in key)
        assert counted[label] == report.counts()[outcome]
    assert counted["All"] == len(report.counted)
    assert sheet["A1"].fill.fgColor.rgb in ("00000000", None)


def test_results_are_coloured_by_tag_beside_their_word() -> None:
    sheet = opened(worked.by_two().report())["Claims"]
    fills = {
        str(row[1].value).partition(" ")[2]: row[1].fill.fgColor.rgb
        for row in sheet.iter_rows(min_row=2)
    }
    assert fills["verified"] == "FFA9CFFB"
    assert fills["disputed"] == "FFF0BE9C"
    assert fills["unattributed"] == "FFCFC5D3"
    assert fills["open"] == "FFE4DFD4"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_ever_anything_but_text(text: str) -> None:
    made = bench(f"{text} is what it says.")
    made.does(BEN, SetName(BEN, text), SetNote(made.article, made.claim(1), text))
    item = "e0000009-0000-4000-8000-00000000000b"
    link = Link(item, Stance.SUPPORTS, text, text)
    add(made, BEN, item, (made.claim(1),), link, title=text, url=text, publisher=text, note=text)
    report = dataclasses.replace(made.report(), edition=Edition(title=text))
    data = workbook.write(report)
    book = load_workbook(io.BytesIO(data))
    assert not [cell.coordinate for cell in cells(book) if cell.data_type == "f"]
    assert not [cell.coordinate for cell in cells(book) if cell.hyperlink]
    evidence = book["Evidence"]
    for head in ("Its words", "Where in it", "Publisher", "Note", "Address"):
        (found,) = evidence[evidence.cell(1, heads(evidence).index(head) + 1).column_letter][1:]
        assert (found.value, found.data_type) == (text, "s")
    for part in unpacked(data).values():
        etree.fromstring(part)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_note_comes_back_as_it_was_but_for_what_xml_cannot_hold(note: str) -> None:
    made = bench("A claim.")
    made.does(ANNA, SetNote(made.article, made.claim(1), note))
    report = made.report()
    changed = workbook_cells.Changed()
    written = changed.text(note)
    (found,) = column(opened(report)["Claims"], "Anna: note")
    assert found == written
    assert bool(workbook.notices(report)) == bool(changed.replaced)


def test_characters_that_xml_cannot_hold_are_replaced_and_counted() -> None:
    made = bench("A claim.")
    made.does(ANNA, SetNote(made.article, made.claim(1), "a\x00b\ufffec\x0bd"))
    report = made.report()
    assert column(opened(report)["Claims"], "Anna: note") == ["a\ufffdb\ufffdc\ufffdd"]
    said = "3 characters that no spreadsheet can hold: written as U+FFFD."
    assert workbook.notices(report) == (said,)


def test_a_text_longer_than_a_cell_is_cut_between_characters_and_that_is_said() -> None:
    made = bench("A claim.")
    made.does(ANNA, SetNote(made.article, made.claim(1), "\N{FIRE ENGINE}" * 20_000))
    (found,) = column(opened(made.report())["Claims"], "Anna: note")
    assert found == "\N{FIRE ENGINE}" * 16_383 + "…"
    assert workbook.notices(made.report()) == (
        "1 text longer than the 32,767 characters of a cell: cut there.",
    )


def test_an_address_too_long_for_a_link_is_text_and_so_is_what_is_no_web_address() -> None:
    made = bench("A claim.")
    long = "https://example.org/" + "a" * 2_100
    odd = ("ftp://example.org/x", "file:///etc/passwd", long, "https://example.org/[x]{y}#z")
    for n, address in enumerate(odd):
        item = f"e000000{n}-0000-4000-8000-00000000000a"
        add(made, ANNA, item, (made.claim(1),), Link(item, Stance.CONTEXT), title="t", url=address)
    report = made.report()
    sheet = opened(report)["Evidence"]
    at = heads(sheet).index("Address") + 1
    found = [sheet.cell(row, at) for row in range(2, 6)]
    assert [cell.value for cell in found] == list(odd)
    assert [bool(cell.hyperlink) for cell in found] == [False, False, False, True]
    assert workbook.notices(report) == ("1 address too long for a link: written as text.",)


def test_a_sheet_full_of_links_has_the_rest_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "LINKS", 3)
    report = recorded().report()
    links = [
        cell for cell in cells(opened(report)) if cell.hyperlink and cell.parent.title == "Evidence"
    ]
    assert len(links) == 3
    (said,) = workbook.notices(report)
    assert said.endswith("beyond the 3 links of a sheet: written as text.")


def test_what_one_sheet_cannot_hold_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "ROWS", 41)
    report = worked.by_one().report()
    book = opened(report)
    assert book.sheetnames == ["Summary", "Claims", "Claims 2"]
    numbers = [n for name in book.sheetnames[1:] for n in column(book[name], "No.")]
    assert numbers == [claim.number for claim in report.counted]
    assert workbook.count(workbook.write(report)).claims == 49


def test_names_of_sheets_are_such_as_a_sheet_can_have() -> None:
    head = (Column("x", 5),)
    names = ["a" * 40, "A" * 40, "q[]:*?/\\q", "'x'", ""]
    about = workbook_file.About("t", "a", "c", datetime(2024, 1, 1), "p")  # noqa: DTZ001
    data = workbook_file.written([Sheet(n, head, [[Text("1")]]) for n in names], about)
    found = load_workbook(io.BytesIO(data)).sheetnames
    assert found == ["a" * 31, "A" * 27 + " 2", "q       q", "x", "Sheet"]


def test_the_same_report_gives_the_same_bytes_without_a_clock_in_them() -> None:
    report = recorded().report()
    data = workbook.write(report)
    assert data == workbook.write(report)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = load_workbook(io.BytesIO(data)).properties
    assert about.created == about.modified
    assert about.created.isoformat()[:10] == "2024-01-04"
    assert about.title == report.article.title
    assert about.creator == "Anna, Ben"
    assert about.description == "Annotator"


def test_what_was_written_is_counted_from_the_file() -> None:
    report = worked.by_two().report()
    found = workbook.count(workbook.write(report))
    assert found.claims == len(report.counted)
    assert found.notes == sum(len(claim.notes) for claim in report.counted)
    empty = dataclasses.replace(report, edition=Edition(sections=(Section.SUMMARY,)))
    assert workbook.count(workbook.write(empty)).claims == 0


def test_a_single_claim_is_counted_too() -> None:
    made = bench("A claim.")
    made.does(ANNA, SetNote(made.article, made.claim(1), "A note."))
    assert workbook.count(workbook.write(made.report())) == Tally(1, 1)


def test_an_article_without_claims_has_a_summary_alone() -> None:
    report = bench("Only furniture here.", claims=[], given={}).report()
    assert opened(report).sheetnames == ["Summary"]
    assert workbook.count(workbook.write(report)) == Tally(0)


def test_a_thousand_pieces_of_evidence_on_a_claim_are_a_thousand_rows() -> None:
    made = bench("A claim.")
    claim = made.claim(1)
    for n in range(1_000):
        item = f"e{n:07d}-0000-4000-8000-00000000000a"
        add(made, ANNA, item, (claim,), Link(item, Stance.CONTEXT, "its words"), title=f"Item {n}")
    book = opened(made.report())
    assert column(book["Evidence"], "Evidence") == [f"Item {n}" for n in range(1_000)]
    assert column(book["Claims"], "Pieces of evidence") == [1_000]


def test_it_is_counted_in_any_language() -> None:
    report = dataclasses.replace(worked.by_two().report(), edition=Edition(labels="de"))
    assert workbook.count(workbook.write(report)).claims == len(report.counted)


def test_sections_are_chosen_and_ordered() -> None:
    report = recorded().report()

    def names(*sections: Section) -> list[str]:
        book = opened(dataclasses.replace(report, edition=Edition(sections=sections)))
        return [str(name) for name in book.sheetnames]

    assert names(*SECTIONS) == ["Summary", "Claims", "Sources", "Evidence"]
    assert names(Section.EVIDENCE, Section.CLAIMS) == ["Summary", "Evidence", "Claims", "Sources"]
    assert names(Section.ARTICLE) == ["Summary"]
    report = worked.by_two().report()
    without = dataclasses.replace(report, edition=Edition(sections=(Section.CLAIMS,)))
    assert column(opened(without)["Claims"], "No.") == [claim.number for claim in report.counted]


def test_a_chosen_title_stands_for_the_article_s() -> None:
    report = dataclasses.replace(recorded().report(), edition=Edition(title="What we found"))
    book = opened(report)
    assert book.properties.title == "What we found"
    assert book["Summary"]["A2"].value == "What we found"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_stands_under_the_first_line(kind: str) -> None:
    edition = Edition(logo=picture(kind))
    report = dataclasses.replace(recorded().report(), edition=edition)
    data = workbook.write(report)
    assert data == workbook.write(report)
    sheet = load_workbook(io.BytesIO(data))["Summary"]
    assert str(sheet["A1"].value).startswith("Editor’s copy.")
    assert sheet["A3"].value == report.article.title
    assert sheet.row_dimensions[2].height > 36
    assert sum("media" in one for one in unpacked(data)) == 1
    assert workbook.notices(report) == ()
    several = load_workbook(io.BytesIO(workbook.together([report, report])))["Summary"]
    assert several["A3"].value == "2 articles"


def test_a_logo_that_is_no_picture_is_refused() -> None:
    report = dataclasses.replace(recorded().report(), edition=Edition(logo=b"GIF89a"))
    with pytest.raises(AnnotatorError, match="no PNG and no JPEG"):
        workbook.write(report)


def test_a_public_copy_names_nobody_and_says_not_settled() -> None:
    report = dataclasses.replace(worked.reviewed().report(), edition=PUBLIC_COPY)
    book = opened(public_copy(report))
    said = "\n".join(str(cell.value) for cell in cells(book))
    for name in ("Anna", "Ben", "Chloé", "Editor", report.article.sha256, "84 a day later"):
        assert name not in said
    assert column(book["Claims"], "Result").count("≠ not settled") == 3
    assert heads(book["Claims"]) == ["No.", "Result", "Claim", "Attribution", "Start", "End"]
    assert book.properties.creator == "Annotator"


def test_notes_that_were_cleared_stand_without_their_writers() -> None:
    report = dataclasses.replace(worked.by_two().report(), edition=PUBLIC_COPY)
    copy = public_copy(report)
    sheet = opened(copy)["Claims"]
    assert [one for one in column(sheet, "Note") if one] == ["Another count gives 188 injured."]
    assert workbook.count(workbook.write(copy)).notes == 1


def test_several_articles_are_told_apart_in_every_sheet() -> None:
    first, second = recorded().report(), worked.by_two().report()
    second = dataclasses.replace(second, article=dataclasses.replace(second.article, title="Other"))
    data = workbook.together([first, second])
    book = load_workbook(io.BytesIO(data))
    assert str(book["Summary"]["A1"].value).startswith("Editor’s copy.")
    assert [row[0] for row in book["Summary"].iter_rows(min_row=5, values_only=True)] == [
        first.article.title,
        "Other",
    ]
    assert set(column(book["Claims"], "Article")) == {first.article.title, "Other"}
    assert set(column(book["Sources"], "Article")) == {first.article.title}
    assert workbook.count(data).claims == len(first.counted) + len(second.counted)


def test_the_last_of_ten_thousand_claims_is_in_it() -> None:
    report = many()
    data = workbook.write(report)
    found = workbook.count(data)
    assert (found.claims, found.notes) == (10_000, 2_000)
    book = load_workbook(io.BytesIO(data), read_only=True)
    last = list(book["Claims"].iter_rows(min_row=10_001, values_only=True))[-1]
    assert LAST in last
