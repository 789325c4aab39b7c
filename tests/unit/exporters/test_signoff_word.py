"""The sign-off sheet in Word: verdict, lists, boxes, and a place to sign."""

from __future__ import annotations

import dataclasses

from annotator.domain.assessment import Wording
from annotator.domain.edition import Edition
from annotator.domain.edits.assessing import SetWording
from annotator.domain.publishing import public_copy
from annotator.exporters import signoff_word
from annotator.reporting.signoff import signoff
from unit.exporters import worked
from unit.exporters.reports import ANNA
from unit.exporters.test_word_file import sound
from unit.exporters.word_opened import Opened, W, text


def rows(file: Opened) -> list[list[str]]:
    """The table of lists, row by row."""
    table = max(file.body.iter(f"{W}tbl"), key=lambda one: len(one.findall(f"{W}tr")))
    return [[text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]


def test_the_sheet_says_all_that_the_view_of_it_has() -> None:
    report = worked.reviewed().report()
    said = signoff(report)
    file = sound(signoff_word.write(report))
    whole = text(file.body)
    assert file.styled("AnnotatorVerdict") == [said.verdict]
    assert file.styled("AnnotatorCounts") == [said.counts]
    assert file.styled("AnnotatorFirstLine")[0].startswith(f"{said.copy} {said.sheet}")
    for _, words in (*said.about, *said.people):
        assert words in whole
    names = [row[0] for row in rows(file) if row[0]]
    assert [name.split("\n")[0] for name in names] == [
        f"{one.name} {one.count}" for one in said.lists
    ]
    for field in said.sign:
        assert field in file.styled("AnnotatorSign")


def test_who_holds_what_stands_at_the_end_of_an_open_claims_line() -> None:
    file = sound(signoff_word.write(worked.reviewed().report()))
    first = rows(file)[0]
    assert first[0] == "Open 3"
    assert first[1] == "25"
    assert first[2].startswith("Given the ongoing conflict")
    assert "disputed" in first[3]


def test_an_empty_list_stays_as_one_quiet_line() -> None:
    file = sound(signoff_word.write(worked.untagged().report()))
    assert ["Open 0", "", "Nothing is open.", ""] in rows(file)


def test_boxes_are_ticked_as_the_author_took_a_wording() -> None:
    made = worked.by_one()
    for number, taken in ((1, True), (5, False), (6, None)):
        made.does(ANNA, SetWording(made.article, made.claim(number), Wording("Other.", taken)))
    ends = {
        row[1]: row[3]
        for row in rows(sound(signoff_word.write(made.report())))
        if "taken" in row[3]
    }
    assert ends == {"1": "☒ taken   ☐ not", "5": "☐ taken   ☒ not", "6": "☐ taken   ☐ not"}


def test_a_public_sheet_names_nobody() -> None:
    report = dataclasses.replace(worked.reviewed().report(), edition=Edition(public=True))
    file = sound(signoff_word.write(public_copy(report)))
    whole = b"".join(file.parts.values())
    for word in ("Anna", "Ben", "Chloé", "Editor’s copy"):
        assert word.encode() not in whole


def test_the_counts_are_read_again_with_their_thousands(monkeypatch) -> None:
    report = worked.reviewed().report()
    found = dataclasses.replace(signoff(report), counts="1,024 verified · 7 open")
    monkeypatch.setattr(signoff_word, "signoff", lambda *_, **__: found)
    assert signoff_word.count(signoff_word.write(report)).claims == 1031
