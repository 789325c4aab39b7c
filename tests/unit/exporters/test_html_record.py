"""What the report prints of a claim's record: wordings, whom to ring, evidence, attribution."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest

from annotator.domain.article import Span
from annotator.domain.assessment import Wording
from annotator.domain.beside import Beside
from annotator.domain.edits.assessing import SetWording
from annotator.domain.edits.layout import SplitClaim
from annotator.domain.edits.tagging import SetTag
from annotator.domain.evidence import Link, Stance
from annotator.domain.reminders import Reminder
from annotator.domain.report import Report
from annotator.domain.tags import Tag
from annotator.exporters import html_report
from unit.exporters.checker import Element, Page, check
from unit.exporters.record_sample import ADDRESSES, add, recorded
from unit.exporters.reports import ANNA, BEN
from unit.exporters.test_html_report import HOSTILE, shown

PIECES = (("At Least ", "same"), ("95", "dropped"), ("84", "new"), (" Killed", "same"))
QUOTED = Reminder("no-quotation", "accessed without a quotation", "")


def page_of(report: Report) -> Page:
    return check(html_report.write(report), report.article.address, *ADDRESSES)


def worked_out(report: Report) -> Report:
    """With what the desk works out for readers."""
    claims = {claim.number: claim.id for claim in report.counted}
    beside = {
        claims[0]: Beside(wordings={ANNA: PIECES}),
        claims[2]: Beside({ANNA: (QUOTED,)}, short="Accessed without a quotation."),
        claims[3]: Beside(short="Verified, but no evidence yet."),
    }
    return dataclasses.replace(report, beside=beside)


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(worked_out(recorded().report()))


def words(element: Element) -> str:
    return " ".join(element.text.split())


def row(page: Page, number: int | str) -> Element:
    return page.by_id(f"r{number}")


def test_proposed_wordings_come_first_with_what_changed_and_whether_it_was_taken(
    page: Page,
) -> None:
    heading = page.by_id("wordings")
    assert words(heading) == "Proposed wordings 2 · changed words marked · 1 taken, 1 waits"
    first, second = page.all("li", within=page.one("ol", "wordings"))
    assert page.one("p", "words", within=first).text == "At Least 9584 Killed"
    assert page.one("del", within=first).text == "95"
    assert page.one("ins", within=first).text == "84"
    assert words(page.one("p", "muted", within=first)) == (
        "Right when published, no longer so: 95 on the day, 84 a day later. "
        "Taken by the author. – Anna"
    )
    assert page.one("ins", within=second).text == "The second explosion took place 1,300 feet away."
    assert words(page.one("p", "muted", within=second)).startswith("Contradicted. Waits for the")


def test_a_claim_with_a_proposed_wording_leads_to_it(page: Page) -> None:
    link = page.one("p", "also", within=row(page, 5)).children[0]
    assert isinstance(link, Element)
    assert link.attributes["href"] == "#w2"
    assert not page.all("p", "also", within=row(page, 4))


def listed(page: Page, heading: str) -> list[str]:
    """The entries of one of the lists of claims, in words."""
    section = next(
        one for one in page.all("section") if one.attributes.get("aria-labelledby") == heading
    )
    return [words(one) for one in page.all("li", within=section)]


def test_disputed_claims_without_a_wording_are_listed_with_their_reason(page: Page) -> None:
    assert words(page.by_id("disputed")) == "✕Disputed 3 · 2 of them above, and"
    (only,) = listed(page, "disputed")
    assert only.startswith("1 Wagswoofs – Two explosions")
    assert only.endswith("Right when published, no longer so. – Anna")


def test_where_every_disputed_claim_has_a_wording_none_is_listed_again() -> None:
    made = recorded()
    made.does(ANNA, SetWording(made.article, made.claim(1), Wording("At least 84.", False)))
    page = page_of(made.report())
    assert words(page.by_id("disputed")) == "✕Disputed 3 · reworded above"
    assert listed(page, "disputed") == []
    counted = words(page.by_id("wordings"))
    assert counted.endswith("1 taken, 1 not, 1 waits")
    made.does(ANNA, SetWording(made.article, made.claim(1), Wording("At least 84.")))
    assert words(page_of(made.report()).by_id("wordings")).endswith("1 taken, 2 wait")


def test_verified_claims_that_fall_short_are_counted_and_say_what_is_missing(page: Page) -> None:
    assert words(page.by_id("short")) == "✓Verified 2 of 2 short of the rule"
    first, second = listed(page, "short")
    assert first.endswith("Accessed without a quotation.")
    assert second.endswith("Verified, but no evidence yet.")
    assert words(page.one("p", "falls")) == "2 verified, 2 of them short of the rule."


def test_a_claim_that_falls_short_says_so_in_print_in_the_list(page: Page) -> None:
    short = page.one("p", "remind", within=row(page, 2))
    assert words(short) == "ⓘ Short of the rule for verified. Accessed without a quotation."
    assert short.classes == {"remind", "short"}
    (only,) = page.all("p", "remind", within=row(page, 3))
    assert words(only) == "ⓘ Short of the rule for verified. Verified, but no evidence yet."
    assert len(page.all("p", "short")) == 2


def test_lists_that_are_short_stand_beside_each_other() -> None:
    report = worked_out(recorded().report())
    assert page_of(report).all("div", "beside")
    assert not page_of(recorded().report()).all("div", "beside")  # one list alone


def test_flags_print_as_a_list_to_ring_through_by_kind_and_day(page: Page) -> None:
    ring = page.one("div", "ring")
    assert [words(one) for one in page.all("h4", within=ring)] == ["Ring 2", "Ask 1"]
    entries = [words(one) for one in page.all("li", within=ring)]
    assert entries[0].startswith("7 8 Jan 2024 the ministry – Anna")
    assert entries[1].startswith("6 the hospital – Anna")
    assert entries[2].startswith("5 9 Jan 2024 the author – Anna According to the report")
    assert "Flag Ring: the ministry · 8 Jan 2024" in words(row(page, 7))


def test_a_claim_on_its_source_says_who_said_it_and_that_the_content_was_not_checked(
    page: Page,
) -> None:
    said = words(page.all("p", "said", within=row(page, 4))[0])
    assert said == (
        "Said by ISNA: confirmed · example.org/isna · read 4 Jan 2024 · secondary · "
        "“some 700 metres from the tomb” Content: not checked."
    )


def test_whom_another_claim_names_and_through_whom_is_printed(page: Page) -> None:
    said = words(page.all("p", "said", within=row(page, 5))[0])
    assert said.startswith("Said by ISNA, according to IRNA: confirmed")
    assert said.endswith("Content: disputed, contradicted.")


def test_evidence_stands_with_its_claim_with_stance_grade_dates_and_quotation(page: Page) -> None:
    proofs = [words(one) for one in page.all("p", "proof", within=row(page, 5))]
    map_, isna = proofs
    assert map_.startswith(
        "✕Contradicts · Survey map · B2 example.org/map · read 4 Jan 2024 · prim"
    )
    assert map_.endswith("archived · file kept · “396 m”, at the second mark")
    assert isna.startswith("✓Supports · Two explosions example.org/isna · ISNA · read 4 Jan 2024")
    assert isna.endswith("secondary · “610 metres”")
    (context,) = [words(one) for one in page.all("p", "proof", within=row(page, 4))]
    assert context == "Context · A copy of it"


def test_why_it_is_disputed_is_said_in_words_where_nobody_is_named(page: Page) -> None:
    assert "Right when published, no longer so." in words(row(page, 1))
    assert words(page.by_id("note-a")).startswith("a Right when published, no longer so. 95 on")
    assert "A2" in words(page.by_id("note-a"))


def test_whatever_else_is_held_stands_on_one_line(page: Page) -> None:
    assert "Fairly sure · type: number · depends on claim 4" in words(row(page, 5))


def test_who_merely_recorded_something_has_no_date(page: Page) -> None:
    held = page.all("div", "held", within=row(page, 5))
    ben = next(one for one in held if "Ben" in one.text)
    assert not page.all("time", within=ben)


def test_the_list_of_evidence_names_each_item_once_with_all_that_is_known_of_it(page: Page) -> None:
    items = {one.attributes["id"]: one for one in page.all("li", within=page.one("ol", "items"))}
    names = [words(page.all("b", within=one)[0]) for one in items.values()]
    assert names == ["Ministry revises the toll", "Two explosions", "A copy of it", "Survey map"]
    toll, isna, copy, map_ = (words(one) for one in items.values())
    assert toll.startswith("A Ministry revises the toll · Ministry of Health · 5 Jan 2024")
    assert toll.endswith("✕contradicts T · ✕contradicts 1 – Anna")
    assert isna.endswith("✓supports 4 · ✓supports 5 – Anna")
    assert "A copy of Two explosions: both count once." in copy
    for known in (
        "archived at web.example.org/2024/map",
        "Sheet 7.",
        "Asked the Survey Office, by phone, 5 Jan 2024: It is right.",
        "map.png · 53 kB · SHA-256 abababababab…",
        "cleared for publication",
    ):
        assert known in map_


def test_an_item_that_serves_many_claims_says_how_many_more() -> None:
    made = recorded()
    claims = tuple(made.claim(number) for number in range(48))
    link = Link("e0000009-0000-4000-8000-00000000000b", Stance.CONTEXT)
    add(made, BEN, link.item, claims, link, title="The whole report")
    said = words(page_of(made.report()).one("ol", "items"))
    assert "and 8 more" in said


def test_what_was_recorded_under_other_borders_is_printed_too() -> None:
    made = recorded()
    whole = made.span(5)
    made.does(
        BEN,
        SplitClaim(
            made.article,
            made.claim(5),
            (Span(whole.start, whole.start + 24), Span(whole.start + 25, whole.end)),
        ),
    )
    page = page_of(made.report())
    retired = words(page.by_id("retired-rows"))
    assert "Survey map" in retired
    assert "proposed: The second explosion took place 1,300 feet away." in retired
    assert words(page.by_id("wordings")).startswith("Proposed wordings 1")


def test_who_recorded_and_holds_the_same_stand_on_one_line() -> None:
    made = recorded()
    made.does(BEN, SetTag(made.article, (made.claim(2),), Tag.VERIFIED))
    held = page_of(made.report()).all("div", "held", within=row(page_of(made.report()), 2))
    assert len(held) == 1
    assert "Anna" in held[0].text
    assert "Ben" in held[0].text


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_in_a_record_stay_words(payload: str) -> None:
    made = recorded()
    fields = dict.fromkeys(("url", "archive", "title", "publisher", "note", "medium"), payload)
    link = Link("e0000009-0000-4000-8000-00000000000b", Stance.SUPPORTS, payload, payload)
    add(made, BEN, link.item, (made.claim(9),), link, **fields)
    made.does(BEN, SetWording(made.article, made.claim(9), Wording(payload)))
    page = page_of(made.report())
    note = shown(payload)
    proof = page.one("p", "proof", within=row(page, 9))
    assert note in proof.text
    assert note in page.one("ol", "items").text
    assert note in page.all("ins", within=page.one("ol", "wordings"))[-1].text
    assert not [c for c in page.source if unicodedata.category(c) == "Cc" and c not in "\t\n"]
