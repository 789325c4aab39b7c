"""The HTML report and the sign-off sheet, read by the Nu Html Checker and by axe in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.edition import PUBLIC_COPY, SECTIONS, Edition, Section
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.exporters import html_report, signoff_html
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.exporters.reports import bench
from unit.exporters.test_html_record import worked_out
from unit.exporters.test_html_report import HOSTILE, everywhere

Vnu = Callable[[Path], list[dict[str, Any]]]
Axe = Callable[[Path], str]


def empty() -> Report:
    """An article that nobody has judged, and that holds no claim."""
    return bench("Only furniture here.", claims=[], given={}).report()


def reviewed() -> Report:
    return worked.reviewed().report()


def known() -> Report:
    """With wordings, evidence, flags and claims that fall short of their rule."""
    return worked_out(recorded().report())


def persian() -> Report:
    """Right to left, with a note and a name in it."""
    made = bench(
        "عنوان\n\nوزیر گفت مالیات سه درصد کاهش یافت. هیچ‌کس آن را انکار نکرد.",
        given={"language": "fa"},
    )
    return made.report()


def in_form(report: Report, edition: Edition) -> Report:
    return replace(report, edition=edition)


def public(report: Report) -> Report:
    return public_copy(in_form(report, PUBLIC_COPY))


def hostile() -> Iterable[Report]:
    return (everywhere(payload).report() for payload in HOSTILE)


PAGES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: html_report.write(empty()),
    "untagged": lambda: html_report.write(worked.untagged().report()),
    "one analyst": lambda: html_report.write(worked.by_one().report()),
    "overlaps and other borders": lambda: html_report.write(worked.by_two().report()),
    "three analysts": lambda: html_report.write(reviewed()),
    "evidence and wordings": lambda: html_report.write(known()),
    "right to left": lambda: html_report.write(persian()),
    "public copy": lambda: html_report.write(public(known())),
    "German labels": lambda: html_report.write(in_form(reviewed(), Edition(labels="de"))),
    "with its sign-off sheet": lambda: html_report.write(
        in_form(known(), Edition(sections=(Section.SIGNOFF, *SECTIONS)))
    ),
    "a list alone": lambda: html_report.write(
        in_form(reviewed(), Edition(sections=(Section.CLAIMS,)))
    ),
    "together": lambda: html_report.together([reviewed(), known(), empty(), persian()]),
    "sign-off sheet": lambda: signoff_html.write(known()),
    "public sign-off sheet": lambda: signoff_html.write(public(known())),
    "hostile text": lambda: html_report.together(list(hostile())),
    "hostile sign-off sheet": lambda: signoff_html.write(everywhere(HOSTILE[0]).report()),
}


@pytest.fixture(params=PAGES, ids=lambda name: name.replace(" ", "-"))
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "report.html"
    file.write_bytes(PAGES[request.param]())
    return file


def test_the_nu_html_checker_finds_no_error(page: Path, vnu: Vnu) -> None:
    assert [one for one in vnu(page) if one["type"] == "error"] == []


def test_axe_finds_no_violation(page: Path, axe: Axe) -> None:
    assert axe(page) == ""
