"""Every figure of the report, counted again from the HTML and from the Report, each on its own."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from annotator.domain.report import Outcome, Report, ReportClaim
from annotator.domain.snapshot import number_label
from annotator.exporters import html_report
from annotator.reporting import times
from unit.exporters import worked
from unit.exporters.checker import Element, Page, check
from unit.exporters.reports import Bench

EXAMPLES = (worked.untagged, worked.by_one, worked.by_two, worked.reviewed)


@pytest.fixture(params=EXAMPLES, ids=lambda make: make.__name__)
def bench(request: pytest.FixtureRequest) -> Bench:
    found: Bench = request.param()
    return found


@pytest.fixture
def report(bench: Bench) -> Report:
    return bench.report()


@pytest.fixture
def page(report: Report) -> Page:
    return check(html_report.write(report), report.article.address)


def live(report: Report) -> list[ReportClaim]:
    return [claim for claim in report.claims if claim.number is not None and not claim.retired]


def test_the_big_figures_are_the_outcomes_of_the_claims(report: Report, page: Page) -> None:
    counted = Counter(claim.outcome for claim in live(report))
    for outcome in Outcome:
        key = f"count-{outcome.value}"
        if page.has_id(key):
            assert page.number(key) == counted[outcome]
        else:
            assert counted[outcome] == 0
    figures = [int(e.text) for e in page.all("strong", within=page.one("ul", "figures"))]
    assert sum(figures) == len(live(report))


def test_chart_page_and_list_show_every_claim_in_order_with_its_outcome(
    report: Report, page: Page
) -> None:
    expected = [(number_label(c.number), c.outcome.value) for c in live(report)]
    cells = page.all("a", "cell")
    assert [
        (cell.attributes["href"].removeprefix("#c"), (cell.classes - {"cell"}).pop())
        for cell in cells
    ] == expected
    numbers = page.all("a", "number")
    assert [number.attributes["id"] for number in numbers] == [f"c{n}" for n, _ in expected]
    rows = page.all("li", "row", within=page.one("ol", "rows"))
    assert [
        (row.attributes["id"], (page.one("span", "chip", row).classes - {"chip", "claim"}).pop())
        for row in rows
    ] == [(f"r{n}", outcome) for n, outcome in expected]


def test_a_screen_reader_hears_number_and_tag(report: Report, page: Page) -> None:
    said = [a.attributes["aria-label"] for a in page.all("a", "number")]
    assert said[0].startswith("the title, ")
    words = {"on-source": "on its source", "not-checkable": "not checkable"}
    for claim, label in zip(live(report)[1:], said[1:], strict=True):
        outcome = words.get(claim.outcome.value, claim.outcome.value)
        again = ", check again" if claim.decision and claim.decision.stale else ""
        assert label == f"claim {claim.number}, {outcome}{again}"


def test_what_is_not_judged_open_and_disputed_is_counted_and_listed_first(
    report: Report, page: Page
) -> None:
    counted = Counter(claim.outcome for claim in live(report))
    ids = [e.attributes["id"] for e in page.root.walk() if "id" in e.attributes]
    for key, outcome in (
        ("unjudged", Outcome.UNTAGGED),
        ("open-count", Outcome.OPEN),
        ("disputed-count", Outcome.DISPUTED),
    ):
        assert page.has_id(key) == bool(counted[outcome])
        if counted[outcome]:
            assert page.number(key) == counted[outcome]
            assert ids.index(key) < ids.index("sum")
    stale = [c for c in live(report) if c.decision and c.decision.stale]
    differing = [c for c in live(report) if c.differing]
    groups = (counted[Outcome.OPEN], len(stale), len(differing), counted[Outcome.DISPUTED])
    listed = [len(page.all("li", within=ul)) for ul in page.all("ul", "brief")]
    assert listed == [n for n in groups if n]


def test_the_stretches_of_unjudged_claims_are_exactly_those(report: Report, page: Page) -> None:
    line = page.all("p", "unjudged")
    names = [number_label(c.number) for c in live(report)]
    found: list[str] = []
    for part in line[0].text.partition(": ")[2].split(", ") if line else []:
        first, _, last = part.strip().partition("–")
        found += names[names.index(first) : names.index(last or first) + 1]
    wanted = [number_label(c.number) for c in live(report) if c.outcome is Outcome.UNTAGGED]
    assert found == wanted


def test_the_sentence_says_how_many_are_judged(report: Report, page: Page) -> None:
    judged = sum(claim.outcome is not Outcome.UNTAGGED for claim in live(report))
    done, total = map(int, re.findall(r"\d+", page.one("p", "done").text)[:2])
    assert (done, total) == (judged, len(live(report)))


def in_the_margin(claim: ReportClaim) -> list[str]:
    """The notes of a claim, and the reason of its decision where that tells more than itself."""
    notes = [held.assessment.note for held in claim.notes]
    ruled = claim.decision
    if ruled is None:
        return notes
    telling = ruled.decision.reason or ruled.overruled or ruled.stale or claim.differing
    return [*notes, ruled.decision.reason] if telling else notes


def test_every_note_stands_in_the_margin_once_and_is_linked_both_ways(
    report: Report, page: Page
) -> None:
    notes = [text for claim in live(report) for text in in_the_margin(claim)]
    shown = page.all("span", "note")
    assert len(shown) == len(notes)
    for text, note in zip(notes, shown, strict=True):
        assert text in note.text
        key = note.attributes["id"].removeprefix("note-")
        assert page.by_id(f"mark-{key}").attributes["href"] == f"#note-{key}"
        assert page.one("a", "disc", note).attributes["href"] == f"#mark-{key}"
        assert any(text in row.text for row in page.all("p", "said"))


def test_the_mark_of_a_note_is_never_parted_from_the_last_word(page: Page) -> None:
    for kept in page.all("span", "kept"):
        word, *marks = kept.children
        assert isinstance(word, str)
        assert word.strip()
        assert marks
        assert all(isinstance(mark, Element) and "disc" in mark.classes for mark in marks)


def test_who_and_when_stand_with_every_claim_somebody_judged(report: Report, page: Page) -> None:
    for claim in live(report):
        row = page.by_id(f"r{number_label(claim.number)}")
        held = [e for e in page.all("div", "held", within=row) if not e.classes & {"ruled"}]
        names = [bdi.text for one in held for bdi in page.all("bdi", within=one)]
        assert sorted(names) == sorted(h.analyst.name for h in claim.held)
        stamps = [t.attributes["datetime"] for one in held for t in page.all("time", within=one)]
        assert sorted(stamps) == sorted(times.seconds(h.changed) for h in claim.held)


def test_what_lies_under_other_borders_is_kept_and_not_counted(report: Report, page: Page) -> None:
    retired = [claim for claim in report.claims if claim.retired]
    assert page.has_id("retired-rows") == bool(retired)
    if retired:
        rows = page.all("li", "row", within=page.by_id("retired-rows"))
        assert [page.one("p", "words", row).text for row in rows] == [c.text for c in retired]


def test_the_page_holds_the_whole_article_and_nothing_else(report: Report, page: Page) -> None:
    article = page.one("article")
    said = article.text_without(lambda e: bool(e.classes & {"number", "note", "disc", "label"}))
    assert "".join(said.split()) == "".join(report.article.text.split())
