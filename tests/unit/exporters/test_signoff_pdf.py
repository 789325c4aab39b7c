from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.edition import Edition
from annotator.domain.formats import Tally
from annotator.domain.report import Held, Report
from annotator.domain.tags import Tag
from annotator.exporters import signoff_pdf
from unit.exporters import worked
from unit.exporters.many import many
from unit.exporters.pdf_opened import bookmarks, document, flat, plain, tags, texts
from unit.exporters.record_sample import recorded
from unit.exporters.reports import bench


def crowded() -> Report:
    """Two hundred analysts of long names who differ on every claim."""
    report = worked.untagged().report()
    held = tuple(
        Held(Analyst(f"{n:032x}", f"An Analyst of the Name {n}"), Assessment(list(Tag)[n % 3]), 1)
        for n in range(200)
    )
    return replace(report, claims=tuple(replace(claim, held=held) for claim in report.claims))


REPORTS = {
    "reviewed": lambda: worked.reviewed().report(),
    "recorded": lambda: recorded().report(),
    "untagged": lambda: worked.untagged().report(),
    "nothing in it": lambda: bench("", kinds=(), claims=(), given={}).report(),
    "long": lambda: many(2000),
    "crowded": crowded,
    "long title": lambda: replace(
        worked.by_two().report(), edition=Edition(title="Very long " * 200)
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_one_page_whatever_the_article_holds(name: str) -> None:
    report = REPORTS[name]()
    data = signoff_pdf.write(report)
    (page,) = texts(data)
    assert "Signature" in page
    assert "1 of 1" in page
    assert signoff_pdf.count(data) == Tally(len(report.counted))


def test_it_says_whether_to_publish_and_what_is_in_the_way() -> None:
    data = signoff_pdf.write(worked.reviewed().report())
    text = flat(data)
    for said in (
        "Ready to publish: no, 3 open, 2 to check again",
        "9 verified · 5 disputed · 10 unattributed · 21 on its source · 1 not checkable · 3 open",
        "No wording is proposed.",
        "publish with the changes marked here",
        "Editor’s copy. Sign-off sheet, before publication",
    ):
        assert plain(said) in text


def test_boxes_are_ticked_where_the_author_took_a_wording() -> None:
    text = flat(signoff_pdf.write(recorded().report()))
    assert plain("✓ taken not") in text


def test_it_is_tagged_with_its_verdict_as_a_heading() -> None:
    data = signoff_pdf.write(worked.reviewed().report())
    with document(data) as pdf:
        assert [role for role, _ in tags(pdf) if role in ("H1", "H2")] == ["H1", "H2"]
        assert bookmarks(pdf)[1] == (2, "Ready to publish: no, 3 open, 2 to check again")
        assert str(pdf.docinfo["/Title"]).endswith("– sign-off sheet")
        assert not pdf.check_pdf_syntax()


def test_the_same_report_gives_the_same_sheet() -> None:
    assert signoff_pdf.write(recorded().report()) == signoff_pdf.write(recorded().report())


def test_what_has_no_font_is_named_here_too() -> None:
    report = bench("A title\n\nOdd \u0378 here.\n").report()
    assert signoff_pdf.notices(report) == ()
    odd = replace(report, edition=Edition(title="Odd \u0378"))
    signoff_pdf.write(odd)
    assert signoff_pdf.notices(odd) == (
        "1 character has no font and is printed as its code point: U+0378.",
    )
