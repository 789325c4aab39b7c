from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.assessment import Wording
from annotator.domain.beside import Beside
from annotator.domain.edition import PUBLIC_COPY, Edition, Withheld
from annotator.domain.edits.assessing import SetWording
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.edits.tagging import SetTag
from annotator.domain.evidence import Link, Stance
from annotator.domain.formats import Tally
from annotator.domain.publishing import public_copy
from annotator.domain.reminders import Reminder
from annotator.domain.report import Report
from annotator.domain.snapshot import number_label
from annotator.domain.tags import Standing, Tag
from annotator.exporters import csv_record, table_csv
from annotator.exporters.disarming import disarmed
from unit.exporters import worked
from unit.exporters.many import LAST, many
from unit.exporters.record_sample import add, recorded
from unit.exporters.reports import ANNA, BEN, Bench, bench


def rows(report: Report) -> list[dict[str, str]]:
    data = table_csv.write(report)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_a_row_a_claim_with_its_outcome_and_place() -> None:
    report = worked.by_two().report()
    found = rows(report)
    claims = [claim for claim in report.claims if claim.held or claim.number is not None]
    assert [row["id"] for row in found] == [claim.id for claim in claims]
    for row, claim in zip(found, claims, strict=True):
        assert row["number"] == number_label(claim.number)
        assert row["outcome"] == claim.outcome.value
        assert row["text"] == report.article.text[int(row["start"]) : int(row["end"])]
        assert (row["place"] == "claim") == (claim.number is not None)
        assert row["analysts"].count(": ") == len(claim.held)
    assert {row["place"] for row in found} == {"claim", "earlier borders"}


def test_a_decision_has_columns_of_its_own() -> None:
    report = worked.reviewed().report()
    found = {row["number"]: row for row in rows(report)}
    six = found["6"]
    assert (six["outcome"], six["decision"]) == ("unattributed", "unattributed")
    assert (six["decided_by"], six["overruled"], six["stale"]) == ("Anna", "Ben", "")
    assert six["decided"].startswith("2024-01-04T")
    assert six["reason"] == "Nobody is named for the 210."
    assert [found[n]["stale"] for n in ("5", "12")] == ["check again"] * 2
    assert (found["14"]["decided_by"], found["14"]["differing"]) == ("Ben", "Anna: unattributed")
    assert {found["25"][name] for name in table_csv.COLUMNS[10:]} == {""}
    assert found["25"]["outcome"] == "open"


def test_a_blind_check_says_so_in_its_first_line_and_stays_a_table() -> None:
    report = dataclasses.replace(worked.reviewed().report(), veiled=True)
    head = table_csv.write(report).decode("utf-8-sig").partition("\r\n")[0]
    assert "blind check" in head
    assert {row[table_csv.VEILED] for row in rows(report)} == {""}


def test_a_decision_of_furniture_is_not_lost() -> None:
    made = worked.by_two()
    aside = next(c for c in made.report().claims if c.number is None and not c.retired)
    made.does(BEN, Decide(made.article, (Ruling(aside.id, Standing.VERIFIED, "=1+1"),)))
    (row,) = [row for row in rows(made.report()) if row["place"] == "furniture"]
    assert (row["decision"], row["decided_by"], row["reason"]) == ("verified", "Ben", "'=1+1")


def test_furniture_that_somebody_judged_is_not_lost() -> None:
    made = worked.by_two()
    report = made.report()
    aside = next(c for c in report.claims if c.number is None and not c.retired)
    made.does(ANNA, SetTag(made.article, (aside.id,), Tag.DISPUTED))
    (row,) = [row for row in rows(made.report()) if row["place"] == "furniture"]
    assert (row["number"], row["outcome"], row["text"]) == ("", "disputed", aside.text)


def test_one_analyst_s_note_stands_alone_and_several_are_named() -> None:
    made = bench("A claim.")
    made.does(ANNA, SetNote(made.article, made.claim(1), "First.\nSecond line."))
    assert rows(made.report())[0]["notes"] == "First.\nSecond line."
    made.does(BEN, SetName(BEN, "Ben"), SetNote(made.article, made.claim(1), "Another."))
    assert rows(made.report())[0]["notes"] == "Anna: First.\nSecond line.\nBen: Another."


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1+1", "'+1+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("- a list item", "'- a list item"),
        ("-5", "-5"),
        ("+1,000.50", "+1,000.50"),
        ("-3%", "-3%"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_a_cell_that_would_run_is_disarmed_and_a_number_is_not(cell: str, written: str) -> None:
    assert disarmed(cell) == written


def test_formulas_are_disarmed_wherever_they_stand() -> None:
    made = bench("=1+1 is what it says.")
    made.does(BEN, SetName(BEN, "@ben"))
    made.does(BEN, SetNote(made.article, made.claim(1), "+note"))
    (row,) = rows(made.report())
    assert (row["text"][:5], row["notes"], row["analysts"][:5]) == ("'=1+1", "'+note", "'@ben")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(min_size=1))
def test_any_note_and_name_come_back_as_they_were(note: str, name: str) -> None:
    note = note.encode("utf-8", "ignore").decode()
    name = name.encode("utf-8", "ignore").decode() or "n"
    made = bench("A claim.")
    made.does(ANNA, SetName(ANNA, name), SetNote(made.article, made.claim(1), note))
    (row,) = rows(made.report())
    assert row["notes"].removeprefix("'") == note.removeprefix("'")
    assert row["analysts"].removeprefix("'") == f"{name}: untagged".removeprefix("'")
    for cell in row.values():
        assert cell == disarmed(cell)


def test_the_record_of_a_claim_has_columns_of_its_own() -> None:
    report = recorded().report()
    found = {row["number"]: row for row in rows(report)}
    five = {name: found["5"][name] for name in csv_record.COLUMNS}
    evidence = five.pop("evidence").splitlines()
    assert five == {
        "because": "Anna: contradicted",
        "confidence": "Anna: 2",
        "type": "Anna: number",
        "wording": "Anna: The second explosion took place 1,300 feet away.",
        "taken": "Anna: waits",
        "attribution": "Anna: ISNA, according to IRNA: confirmed",
        "flag": "Anna: Ask: the author · 9 Jan 2024",
        "reminders": "",
        "short_of_the_rule": "",
    }
    assert evidence[0] == (
        "Anna: contradicts: Survey map, B2, https://www.example.org/map, read 4 Jan 2024, primary, "
        "archived, file kept: “396 m”, at the second mark"
    )
    assert evidence[-1].startswith("Ben: supports: Two explosions, https://example.org/isna, ISNA")
    one = found["4"]
    assert one["attribution"] == "ISNA: confirmed"
    assert one["evidence"].splitlines()[-1] == "context: A copy of it"
    assert found["9"]["attribution"] == ""


def test_reminders_and_what_falls_short_stand_in_the_table() -> None:
    report = recorded().report()
    two = next(claim.id for claim in report.claims if claim.number == 2)
    said = Reminder("no-quotation", "accessed without a quotation", "")
    beside = {two: Beside({ANNA: (said,)}, short="Accessed without a quotation.")}
    found = {row["number"]: row for row in rows(dataclasses.replace(report, beside=beside))}
    assert found["2"]["reminders"] == "Accessed without a quotation."
    assert found["2"]["short_of_the_rule"] == "Accessed without a quotation."


def test_what_is_recorded_is_disarmed_and_who_recorded_alone_has_no_date() -> None:
    made = recorded()
    link = Link("e0000009-0000-4000-8000-00000000000b", Stance.SUPPORTS)
    add(made, BEN, link.item, (made.claim(9),), link, title="=1+1")
    made.does(BEN, SetWording(made.article, made.claim(9), Wording("=HYPERLINK(1)")))
    found = {row["number"]: row for row in rows(made.report())}
    assert found["9"]["wording"] == "'=HYPERLINK(1)"
    add(made, BEN, link.item, (made.claim(11),), link, title="=1+1")
    eleven = {row["number"]: row for row in rows(made.report())}["11"]
    assert (eleven["changed"], eleven["evidence"]) == ("", "supports: =1+1")


def test_a_public_copy_keeps_the_columns_and_empties_what_it_withholds() -> None:
    report = dataclasses.replace(worked.reviewed().report(), edition=PUBLIC_COPY)
    copy = public_copy(report)
    data = table_csv.write(copy).decode("utf-8-sig")
    for name in ("Anna", "Ben", "Chloé", "84 a day later", report.article.id, "2024"):
        assert name not in data.partition("\r\n")[2].replace("drone strike in 2020", "")
    found = {row["number"]: row for row in rows(copy)}
    assert tuple(found["6"]) == table_csv.COLUMNS
    assert found["25"]["outcome"] == "not settled"
    six = found["6"]
    assert (six["outcome"], six["decision"], six["decided"]) == ("unattributed", "unattributed", "")
    assert {six[name] for name in ("notes", "analysts", "reason", "overruled", "changed")} == {""}


def test_what_people_without_names_hold_has_no_colon_before_it() -> None:
    made = worked.by_two()
    cleared = frozenset({Withheld.NOTES, Withheld.OVERRULED})
    report = dataclasses.replace(made.report(), edition=Edition(public=True, cleared=cleared))
    found = {row["number"]: row for row in rows(public_copy(report))}
    assert sorted(found["6"]["analysts"].split("; ")) == ["disputed", "unattributed"]
    assert found["2"]["analysts"] == ""
    assert found["1"]["notes"] == "The ministry gave 95 on the day, 84 a day later."


def test_several_articles_begin_each_row_with_theirs() -> None:
    first, second = worked.by_two().report(), recorded().report()
    second = dataclasses.replace(second, article=dataclasses.replace(second.article, title="=1+1"))
    data = table_csv.together([first, second])
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert tuple(found[0]) == (*table_csv.ARTICLE, *table_csv.COLUMNS)
    assert {row["article"] for row in found} == {first.article.title, "'=1+1"}
    assert {row["article_id"] for row in found} == {first.article.id}
    assert {row["article_address"] for row in found} == {first.article.address}
    assert table_csv.count(data).claims == len(first.counted) + len(second.counted)
    veiled = table_csv.together([first, dataclasses.replace(second, veiled=True)])
    assert "blind check" in veiled.decode("utf-8-sig").partition("\r\n")[0]


@pytest.mark.parametrize("made", [worked.by_one, worked.by_two, worked.reviewed, recorded])
def test_what_was_written_is_counted_from_the_file(made: Callable[[], Bench]) -> None:
    report = made().report()
    found = table_csv.count(table_csv.write(report))
    assert found.claims == len(report.counted)
    assert found.notes == sum(len(claim.notes) for claim in report.counted)


def test_several_notes_of_nobody_are_told_apart() -> None:
    made = bench("A claim.")
    made.does(BEN, SetName(BEN, "Ben"))
    for who, note in ((ANNA, "First.\n– not another."), (BEN, "-2 is another.")):
        made.does(who, SetNote(made.article, made.claim(1), note))
    cleared = frozenset({Withheld.NOTES})
    report = dataclasses.replace(made.report(), edition=Edition(public=True, cleared=cleared))
    assert table_csv.count(table_csv.write(public_copy(report))).notes == 2


def test_the_last_of_ten_thousand_claims_is_in_it() -> None:
    data = table_csv.write(many())
    assert table_csv.count(data) == Tally(10_000, 2_000)
    assert LAST in data.decode("utf-8-sig").splitlines()[-1]


def test_a_cell_longer_than_python_reads_by_itself_is_counted() -> None:
    made = bench("A claim.")
    made.does(ANNA, SetNote(made.article, made.claim(1), "long " * 40_000))
    limit = csv.field_size_limit()
    assert table_csv.count(table_csv.write(made.report())) == Tally(1, 1)
    assert csv.field_size_limit() == limit
