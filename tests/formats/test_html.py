"""The HTML report and the sign-off sheet, read by the Nu Html Checker and by axe in Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.edition import PUBLIC_COPY, SECTIONS, Edition, Section
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.exporters import html_report, signoff_html
from formats.conftest import MODULES, ROOT, need, node_module, run
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


Pressed = Callable[..., dict[str, Any]]

DISPUTED = ["rT", "r1", "r5", "r12", "r47"]


@pytest.fixture
def press(tmp_path: Path) -> Pressed:
    """Presses keys in the report of three analysts, in Chromium, and says what is shown then."""
    chromium, node = need("chromium", "chromium"), need("node", "nodejs")
    node_module("playwright-core")
    file = tmp_path / "report.html"
    file.write_bytes(html_report.write(reviewed()))

    def start(*steps: str) -> dict[str, Any]:
        script = ROOT / ".ci" / "filters.cjs"
        done = run([node, script, MODULES, chromium, file, *steps], timeout=240)
        assert done.returncode == 0, done.stdout + done.stderr
        shown: dict[str, Any] = json.loads(done.stdout)
        assert shown["said"] == []
        assert shown["asked"] == [file.as_uri()]
        return shown

    return start


def test_keys_filter_the_list_by_tag_and_dim_the_page(press: Pressed) -> None:
    shown = press("focus button[data-only=disputed]", "Enter")
    assert shown["rows"] == DISPUTED
    assert shown["status"] == ["5 of 49 claims shown"]
    assert shown["pressed"] == ["disputed"]
    assert "c2" in shown["dimmed"]
    assert not {"c1", "c5", "c12", "c47"} & set(shown["dimmed"])


def test_a_second_tag_adds_and_a_decision_narrows(press: Pressed) -> None:
    both = press("focus button[data-only=disputed]", "Enter", "Tab", "Space")
    assert both["pressed"] == ["disputed", "unattributed"]
    assert len(both["rows"]) == 15
    decided = press(
        "focus button[data-only=disputed]", "Enter", "focus button[data-only=decided]", "Space"
    )
    assert decided["rows"] == ["r5", "r12"]


def test_pressed_again_or_shown_all_the_list_is_whole(press: Pressed) -> None:
    again = press("focus button[data-only=disputed]", "Enter", "Enter")
    assert len(again["rows"]) == 49
    assert again["dimmed"] == []
    every = press("focus button[data-only=disputed]", "Enter", "click button[data-all]")
    assert len(every["rows"]) == 49
    assert every["status"] == [""]


def test_a_link_to_a_claim_that_is_filtered_away_shows_it_again(press: Pressed) -> None:
    assert len(press("focus button[data-only=disputed]", "Enter", "click #c2")["rows"]) == 49


def test_without_scripts_the_list_is_whole_and_has_no_buttons(press: Pressed) -> None:
    shown = press("off")
    assert len(shown["rows"]) == 49
    assert shown["buttons"] == []
