"""Several articles in one page, and pages read again and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.edition import SECTIONS, Edition, Section
from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters import html_report
from annotator.exporters.table import EXPORTERS
from unit.exporters import worked
from unit.exporters.checker import Page, check
from unit.exporters.record_sample import ADDRESSES, recorded
from unit.exporters.reports import bench
from unit.exporters.test_html_record import words


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    empty = bench("Only furniture here.", claims=[], given={}).report()
    return [worked.reviewed().report(), recorded().report(), empty]


@pytest.fixture(scope="module")
def page(reports: list[Report]) -> Page:
    return check(html_report.together(reports), reports[0].article.address, *ADDRESSES)


def test_a_list_of_the_articles_comes_first_with_the_results_of_each(page: Page) -> None:
    assert page.one("h1").text == "3 articles"
    first, second, third = page.all("li", within=page.one("ol", "contents"))
    assert words(page.one("p", "results", first)).startswith("✓9 verified ✕5 disputed ?10")
    assert "○" in words(second)
    assert words(page.one("p", "results", third)) == ""
    links = [page.all("a", within=one)[0].attributes["href"] for one in (first, second, third)]
    assert links == ["#a1-report", "#a2-report", "#a3-report"]


def test_every_article_has_its_own_ids_and_one_level_of_headings_below(page: Page) -> None:
    assert [part.attributes["id"] for part in page.all("div", "report")] == [
        "a1-report",
        "a2-report",
        "a3-report",
    ]
    assert page.by_id("a1-r12").tag == page.by_id("a2-r12").tag == "li"
    assert len(page.all("h2", "headline")) == 3
    assert page.by_id("a1-claims").tag == "h3"


def test_style_sheet_and_script_are_there_once(page: Page) -> None:
    assert len(page.all("style")) == len(page.all("script")) == 1
    bars = [bar.attributes["data-ids"] for bar in page.all("div", "filters")]
    assert bars == ["a1-", "a2-"]


def test_its_first_line_says_once_that_it_is_the_editor_s_copy(page: Page) -> None:
    assert page.one("main").text.count("Editor’s copy.") == 1


def test_one_article_alone_has_its_own_page(reports: list[Report]) -> None:
    assert html_report.together(reports[:1]) == html_report.write(reports[0])


def test_the_same_reports_give_the_same_bytes(reports: list[Report]) -> None:
    assert html_report.together(reports) == html_report.together(list(reports))
    assert html_report.write(reports[0]) == html_report.write(reports[0])


def test_a_page_is_counted_by_what_stands_in_it(reports: list[Report]) -> None:
    for report in reports:
        notes = sum(len(claim.notes) for claim in report.claims)
        assert html_report.count(html_report.write(report)) == Tally(len(report.counted), notes)
    counted = html_report.count(html_report.together(reports))
    assert counted.claims == sum(len(report.counted) for report in reports)


def test_what_was_said_of_claims_under_other_borders_is_not_counted() -> None:
    """As in every format: the sentence tells of the claims that count, and of the notes on them."""
    report = worked.by_two().report()
    noted = next(claim.notes for claim in report.claims if claim.notes)
    claims = [replace(one, held=noted) if one.retired else one for one in report.claims]
    report = replace(report, claims=tuple(claims))
    assert any(claim.retired and claim.notes for claim in report.claims)
    notes = sum(len(claim.notes) for claim in report.counted)
    for sections in (SECTIONS, tuple(reversed(SECTIONS))):
        data = html_report.write(replace(report, edition=Edition(sections=sections)))
        assert html_report.count(data) == Tally(50, notes)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_page_of_one_section_holds_the_claims_that_stand_in_it(
    reports: list[Report], section: Section
) -> None:
    whole = {Section.ARTICLE, Section.CLAIMS, Section.SUMMARY}
    report = replace(reports[0], edition=Edition(sections=(section,)))
    expected = len(report.counted) if section in whole else 0
    assert html_report.count(html_report.write(report)).claims == expected


def test_a_page_that_lost_a_claim_is_counted_so(reports: list[Report]) -> None:
    data = html_report.write(reports[0])
    begin = data.index(b'<li id="r7"')
    cut = data[:begin] + data[data.index(b'<li id="r8"') :]
    assert html_report.count(cut).claims == 48


def test_the_table_knows_how_a_page_is_counted_and_put_together(reports: list[Report]) -> None:
    row = next(row for row in EXPORTERS if row.name == "html")
    assert row.count is not None
    assert row.together is not None
    assert row.count(row.together(reports)).claims == sum(len(one.counted) for one in reports)
