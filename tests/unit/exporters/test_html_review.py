"""What the report says of a review: who settled what, what asks again, threads, passes, agreement."""

from __future__ import annotations

import dataclasses

import pytest

from annotator.domain.assessment import Analyst
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Decide, Reopen, Return, Ruling, Submit
from annotator.domain.edits.tagging import SetTag
from annotator.domain.report import AgreementLine, Report
from annotator.domain.tags import Standing, Tag
from annotator.exporters import html_report
from unit.exporters import worked
from unit.exporters.checker import Element, Page, check
from unit.exporters.reports import ANNA, BEN, Bench, bench
from unit.exporters.test_html_report import HOSTILE, shown


def page_of(report: Report) -> Page:
    return check(html_report.write(report), report.article.address)


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(worked.reviewed().report())


def words(element: Element) -> str:
    return " ".join(element.text.split())


def row(page: Page, number: int | str) -> Element:
    return page.by_id(f"r{number}")


def test_under_the_title_stands_how_far_the_article_has_come(page: Page) -> None:
    assert words(page.one("p", "stage")) == "Settled by Anna, 4 Jan 2024 · 2 changes since"
    made = worked.reviewed()
    settled = dataclasses.replace(made.report(), changes=0)
    assert words(page_of(settled).one("p", "stage")).endswith("· unchanged since")
    made.does(BEN, Reopen(made.article, "The toll was corrected."))
    said = words(page_of(made.report()).one("p", "stage"))
    assert said == "Opened again by Ben, 4 Jan 2024: The toll was corrected."


def test_before_it_is_settled_it_is_in_review_or_nothing_is_said() -> None:
    made = worked.by_two()
    assert not page_of(made.report()).all("p", "stage")
    made.does(BEN, Submit(made.article))
    assert words(page_of(made.report()).one("p", "stage")) == "In review, not settled yet"


def test_a_decision_says_who_settled_it_when_and_who_was_overruled(page: Page) -> None:
    ruled = page.one("div", "ruled", within=row(page, 6))
    assert words(ruled).startswith(
        "Settled as unattributed by Anna, who held one of these tags; overrules Ben · 4 Jan 2024,"
    )
    assert words(page.one("p", "said", within=ruled)).endswith("Nobody is named for the 210.")
    unanimous = page.one("div", "ruled", within=row(page, 2))
    assert words(unanimous).startswith("Settled as verified by Ben · 4 Jan 2024, ")


def test_a_decision_that_a_colleague_undercut_asks_again(page: Page) -> None:
    for number in (5, 12):
        again = page.one("p", "again", within=row(page, number))
        assert again.text == "A colleague changed a tag since: check again."
    assert len(page.all("p", "again")) == 2
    assert page.number("again-count") == 2
    listed = words(page.one("section", "stale"))
    assert "Settled as ✕disputed by Anna, 4 Jan 2024. Now Anna ✕disputed" in listed


def test_what_the_editor_must_decide_comes_first_with_who_holds_what(page: Page) -> None:
    opened = words(page.one("section", "open"))
    for who in ("Anna ✕disputed · Ben and Chloé ?unattributed", "Ben ✓verified"):
        assert who in opened
    ids = [e.attributes["id"] for e in page.root.walk() if "id" in e.attributes]
    places = [ids.index(key) for key in ("open-count", "again-count", "differ-count", "sum")]
    assert places == sorted(places)


def test_what_other_reviewers_decided_stands_beside_it(page: Page) -> None:
    ruled = words(page.one("div", "ruled", within=row(page, 14)))
    assert ruled.startswith("Settled as verified by Ben")
    assert "Anna settled it as ?unattributed · 4 Jan 2024" in ruled
    assert ruled.endswith("The register is no source for influence.")
    assert "Ben ✓verified · Anna ?unattributed" in words(page.one("section", "differ"))


def test_the_reason_stands_in_the_margin_level_with_its_claim(page: Page) -> None:
    notes = [words(note) for note in page.all("span", "note")]
    assert "d Unattributed. Settled by Anna, over Ben: Nobody is named for the 210." in notes
    assert "b Unattributed. Settled by Anna, over Chloé." in notes
    assert any("over Ben: The article does not say from where. A tag was" in n for n in notes)


def test_a_thread_stands_with_its_claim_in_the_list_and_not_in_the_article(page: Page) -> None:
    thread = page.one("ul", "thread")
    assert thread in list(row(page, 9).walk())
    said = [words(one) for one in page.all("li", within=thread)]
    assert said[0].endswith("UTCIs this the same official as in 7?")
    assert said[2] == "Chloé took a comment back"
    assert ["answer" in one.classes for one in page.all("li", within=thread)] == [
        False,
        True,
        True,
        True,
    ]
    assert page.all("p", "said", within=thread)[-1].attributes["dir"] == "rtl"
    assert "same official" not in page.one("article").text


def test_those_who_hold_the_same_stand_on_one_line(page: Page) -> None:
    (held,) = page.all("div", "held", within=row(page, 4))
    assert words(held) == (
        "❝on its source · Anna, 4 Jan 2024 · Ben, 4 Jan 2024 · Chloé, 4 Jan 2024 "
        "Said: confirmed. Content: not checked."
    )
    assert [words(e)[:25] for e in page.all("div", "held", within=row(page, 1))] == [
        "✕disputed · Anna · 4 Jan ",
        "✕disputed · Ben, 4 Jan 20",
    ]


def test_the_box_says_who_decided_how_many(page: Page) -> None:
    assert "Settled by Anna (3) and Ben (3)" in words(page.one("dl", "box"))


def test_how_it_was_reviewed_is_told_at_the_end(page: Page) -> None:
    facts = [words(li) for ul in page.all("ul", "facts") for li in page.all("li", within=ul)]
    assert facts == [
        "Anna submitted 4 Jan 2024",
        "Ben submitted 4 Jan 2024 · approved by Anna, 4 Jan 2024",
        "Chloé submitted 4 Jan 2024 · returned by Ben, 4 Jan 2024: T and 12 want a second look.",
        "Ben asked that others tag it before they see colleagues’ tags",
        "Ben drew 3 claims at random, 4 Jan 2024, seed 7: 9, 10, 11",
        f"Ben matched it with the article {worked.reviewed().article[:8]}, 4 Jan 2024: 1 exact",
    ]
    assert not page.has_id("agreement")


def test_who_has_not_submitted_is_a_draft_once_somebody_has() -> None:
    made = worked.by_two()
    assert not page_of(made.report()).has_id("review")
    made.does(BEN, Submit(made.article))
    facts = [words(li) for li in page_of(made.report()).all("li", within=None) if not li.classes]
    assert "Anna draft" in facts


def test_agreement_is_said_in_words_and_in_a_table() -> None:
    figures = (
        AgreementLine("Anna and Ben", 24, 26, "92 %", ".88", ".88", ".89"),
        AgreementLine("All together", None, 27, "85 %", "undefined", ".76", ".78"),
    )
    said = ("They agree on 24 of 26.", "It says how alike they tag.")
    report = dataclasses.replace(worked.reviewed().report(), agreement=said, figures=figures)
    page = page_of(report)
    assert page.one("p", "alike").text == said[0]
    assert " ".join(said) in [p.text for p in page.all("p", within=page.one("div", "review"))]
    cells = [[words(c) for c in tr.children if isinstance(c, Element)] for tr in page.all("tr")]
    assert cells[1] == ["Anna and Ben", "24 of 26", "92 %", ".88", ".88", ".89"]
    assert cells[2] == ["All together", "27 claims", "85 %", "undefined", ".76", ".78"]


def test_a_blind_check_says_so_first_and_tells_no_stage() -> None:
    report = dataclasses.replace(worked.reviewed().report(), veiled=True, maker="Chloé")
    page = page_of(report)
    assert words(page.one("main")).startswith(
        "Editor’s copy of a blind check. Only what Chloé judged is in it: "
    )
    assert not page.all("p", "stage")


def hostile(payload: str) -> Bench:
    """The payload as names, reasons, comments and the reason of a return."""
    made = bench("A claim. Another one.")
    first, second = made.claim(1), made.claim(2)
    made.does(ANNA, SetName(ANNA, payload), SetTag(made.article, (first, second), Tag.DISPUTED))
    made.does(BEN, SetName(BEN, payload), SetTag(made.article, (first,), Tag.VERIFIED))
    over: dict[str, Standing | None] = {ANNA: Standing.DISPUTED, BEN: Standing.VERIFIED}
    for reviewer, outcome in ((ANNA, Standing.VERIFIED), (BEN, Standing.DISPUTED)):
        ruling = Ruling(first, outcome, payload, dict(over))
        made.does(reviewer, Decide(made.article, (ruling,)))
    made.does(ANNA, Comment(made.article, first, payload), Submit(made.article))
    made.does(BEN, Return(made.article, made.edits[-1].header.id, payload))
    made.does(BEN, Reopen(made.article, payload))
    return made


@pytest.mark.parametrize("payload", HOSTILE)
def test_what_colleagues_write_stays_text(payload: str) -> None:
    report = hostile(payload).report()
    lines = (AgreementLine(payload, 1, 1, payload, payload, payload, payload),)
    page = page_of(dataclasses.replace(report, agreement=(payload, payload), figures=lines))
    text = shown(payload)
    assert text in page.one("p", "stage").text
    assert text in page.one("div", "ruled").text
    assert text in page.one("ul", "thread").text
    assert text in page.one("table").text
    assert sum(text in note.text for note in page.all("span", "note")) == 1


def test_a_decision_of_furniture_or_of_a_claim_cut_since_is_not_lost() -> None:
    made = worked.by_two()
    report = made.report()
    aside = next(c for c in report.claims if c.number is None and not c.retired)
    retired = next(c for c in report.claims if c.retired)
    rulings = (Ruling(aside.id, Standing.VERIFIED), Ruling(retired.id, Standing.DISPUTED))
    made.does(BEN, Decide(made.article, rulings))
    page = page_of(made.report())
    for key, word in (("furniture-rows", "verified"), ("retired-rows", "disputed")):
        assert f"Settled as {word} by Ben" in words(page.by_id(key))
    commented = made.report()
    other = next(c for c in commented.claims if c.number is None and c.id != aside.id)
    made.does(BEN, Comment(made.article, other.id, "Is this a claim?"))
    assert "Is this a claim?" in page_of(made.report()).source


def test_a_person_without_a_name_goes_by_the_beginning_of_the_id() -> None:
    report = dataclasses.replace(worked.reviewed().report(), analysts=(Analyst(ANNA, "Anna"),))
    facts = words(page_of(report).one("div", "review"))
    assert f"{BEN[:8]} submitted 4 Jan 2024 · approved by Anna" in facts
