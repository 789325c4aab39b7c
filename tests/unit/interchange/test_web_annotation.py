"""Web Annotations as they are written: what the W3C demands, and where the words stand."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from annotator.domain.assessment import Because, Wording
from annotator.domain.edition import PUBLIC_COPY, Edition, Withheld
from annotator.domain.edits.assessing import SetWording
from annotator.domain.edits.tagging import SetNotCheckable, SetTag
from annotator.domain.formats import Tally
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.domain.tags import Tag
from annotator.interchange import web_annotation
from unit.exporters import worked
from unit.exporters.reports import ANNA, BEN, Bench, bench, report_of

SCHEMA = json.loads(
    Path(__file__).with_name("web_annotation.schema.json").read_text(encoding="utf-8")
)
VALID = Draft202012Validator(SCHEMA)
EXAMPLES = [worked.untagged, worked.by_one, worked.by_two, worked.reviewed]

HOSTILE = "]]> </script> \u202e \u0007 =cmd| {{x}} \ufffe & 😀 e\u0301"


def written(report: Report) -> Any:
    data = web_annotation.write(report)
    value = json.loads(data)
    VALID.validate(value)
    assert data.endswith(b"\n")
    return value


def items(report: Report) -> list[Any]:
    page = written(report).get("first", {"items": []})
    found: list[Any] = page["items"]
    return found


@pytest.fixture(params=EXAMPLES, ids=lambda make: make.__name__)
def made(request: pytest.FixtureRequest) -> Bench:
    found: Bench = request.param()
    return found


def test_it_is_what_the_recommendation_demands(made: Bench) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    value = written(made.report())
    rows = value.get("first", {"items": []})["items"]
    assert value["total"] == len(rows)
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        (("first", "items", 0, "target"), None),
        (("first", "items", 0, "motivation"), "judging"),
        (("first", "items", 0, "target", "selector", 1), {"type": "TextPositionSelector"}),
        (("first", "items", 0, "target", "selector", 0, "exact"), ""),
        (("first", "items", 0, "creator", "id"), "not an iri"),
        (("first", "items", 0, "modified"), "2024-01-04T10:00:00+01:00"),
        (("first",), None),
        (("@context",), "https://schema.org"),
    ],
)
def test_the_schema_finds_what_is_wrong(path: tuple[str | int, ...], instead: object) -> None:
    value = written(worked.by_one().report())
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = instead
    assert not VALID.is_valid(value)


def test_both_selectors_select_the_claim_in_code_points(made: Bench) -> None:
    report = made.report()
    spans = {claim.span for claim in report.counted}
    for row in items(report):
        if isinstance(row["target"], str):
            continue
        quote, position = row["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (start, end) in spans
        assert quote["exact"] == report.article.text[start:end]
        assert report.article.text[:start].endswith(quote["prefix"])
        assert report.article.text[end:].startswith(quote["suffix"])
        assert len(quote["prefix"]) == min(start, 32)


def test_each_assessment_is_an_annotation_by_its_analyst() -> None:
    report = worked.by_two().report()
    rows = items(report)
    held = [(claim, one) for claim in report.counted for one in claim.held]
    assert len(rows) == len(held)
    for row, (claim, one) in zip(rows, held, strict=True):
        assert row["creator"] == {
            "id": f"urn:uuid:{one.analyst.id}",
            "type": "Person",
            "name": one.analyst.name,
        }
        assert row["target"]["selector"][1]["start"] == claim.span.start
        by_purpose = {body["purpose"]: body["value"] for body in row["body"]}
        assert by_purpose.get("commenting", "") == one.assessment.note
        tagged = one.assessment.tag
        if tagged is not None:
            assert (row["motivation"], by_purpose["tagging"]) == ("assessing", tagged.value)


def test_what_was_not_assessed_is_classified() -> None:
    rows = items(worked.by_one().report())
    told = {
        body["value"]: row["motivation"]
        for row in rows
        for body in row["body"]
        if body["purpose"] == "tagging"
    }
    assert told == {
        "verified": "assessing",
        "disputed": "assessing",
        "unattributed": "assessing",
        "on-source": "classifying",
        "not-checkable": "classifying",
    }
    (why,) = [b["value"] for r in rows for b in r["body"] if b["purpose"] == "describing"]
    assert why == "An appeal."


def test_why_it_is_disputed_and_how_it_should_read_are_bodies() -> None:
    made = bench("A title\n\nIt rained. It did not.")
    first, second = made.claim(1), made.claim(2)
    made.does(
        ANNA,
        SetTag(made.article, (first,), Tag.DISPUTED, because=Because.OUT_OF_CONTEXT),
        SetWording(made.article, first, Wording("It drizzled.")),
        SetNotCheckable(made.article, (second,), "It says nothing."),
    )
    rows = [[(b["purpose"], b["value"]) for b in row["body"]] for row in items(made.report())]
    assert rows == [
        [("tagging", "disputed"), ("tagging", "out-of-context"), ("editing", "It drizzled.")],
        [("tagging", "not-checkable"), ("describing", "It says nothing.")],
    ]


def test_a_decision_is_the_reviewers_and_a_thread_hangs_together() -> None:
    report = worked.reviewed().report()
    rows = items(report)
    decided = [row for row in rows if row["motivation"] == "moderating"]
    assert len(decided) == sum(len(claim.decisions) for claim in report.counted)
    assert {row["creator"]["name"] for row in decided} == {"Anna", "Ben"}
    reasons = [b["value"] for row in decided for b in row["body"] if b["purpose"] == "describing"]
    assert "Nobody is named for the 210." in reasons
    first, answer, late = [r for r in rows if r["motivation"] in ("commenting", "replying")]
    assert first["id"] == f"urn:uuid:{report.comments[0].id}"
    assert first["target"]["type"] == "SpecificResource"
    assert (answer["motivation"], answer["target"]) == ("replying", first["id"])
    # What this one answers was taken away, so it stands by itself.
    assert (late["motivation"], late["target"]["type"]) == ("commenting", "SpecificResource")


def test_neither_the_run_nor_the_order_makes_a_difference(made: Bench) -> None:
    report = made.report()
    shuffled = random.Random(1).sample(made.edits, len(made.edits))
    again = replace(report_of(made.text, shuffled, 9), maker="Somebody")
    assert web_annotation.write(again) == web_annotation.write(report)


def test_what_was_written_is_counted_and_what_is_not_in_it_is_said() -> None:
    report = worked.by_two().report()
    found = web_annotation.count(web_annotation.write(report))
    held = [claim for claim in report.counted if claim.held]
    notes = sum(bool(one.assessment.note) for claim in held for one in claim.held)
    assert found == Tally(len(held), notes)
    bare = len(report.counted) - len(held)
    assert bare
    assert web_annotation.notices(report) == (
        f"{bare} claims of which nobody holds anything are not in it.",
        "What is held of 1 claim cut otherwise since is not in it.",
    )
    assert web_annotation.notices(worked.reviewed().report()) == ()
    assert web_annotation.count(web_annotation.write(worked.untagged().report())) == Tally(0)


def test_without_an_address_the_article_is_named_by_its_id() -> None:
    made = bench("A title\n\nIt rained.", given={"title": "A title", "address": "javascript:x"})
    made.does(BEN, SetTag(made.article, (made.claim(1),), Tag.VERIFIED))
    (row,) = items(made.report())
    assert row["target"]["source"] == f"urn:uuid:{made.article}"


def test_a_public_copy_has_no_names_no_times_and_no_ids_of_the_library() -> None:
    report = worked.reviewed().report()
    data = web_annotation.write(public_copy(replace(report, edition=PUBLIC_COPY)))
    VALID.validate(json.loads(data))
    for secret in (
        report.article.id,
        report.article.sha256,
        *(claim.id for claim in report.claims),
        *(one.id for one in report.analysts),
        *(f'"{one.name}"' for one in report.analysts),
        *(comment.text for comment in report.comments if comment.text),
        *(
            one.decision.reason
            for claim in report.claims
            for one in claim.decisions
            if one.decision.reason
        ),
        "2024-01-04T",
        "The ministry gave 95",
    ):
        assert secret.encode() not in data, secret
    rows = json.loads(data)["first"]["items"]
    assert all("creator" not in row for row in rows)
    told = {
        row["target"]["selector"][1]["start"]: body["value"] for row in rows for body in row["body"]
    }
    assert told == {
        claim.span.start: claim.outcome.value
        for claim in report.counted
        if claim.outcome.value not in ("open", "untagged")
    }


def test_names_that_were_cleared_come_without_their_ids() -> None:
    report = worked.reviewed().report()
    edition = Edition(public=True, cleared=frozenset({Withheld.NAMES}))
    rows = items(public_copy(replace(report, edition=edition)))
    assert {row["creator"]["name"] for row in rows if "creator" in row} >= {"Anna"}
    assert all("id" not in row.get("creator", {}) for row in rows)


def test_the_ids_of_two_public_copies_are_not_the_same() -> None:
    one, other = bench("One.\n\nIt rained."), bench("Two.\n\nIt rained.")
    ids = set()
    for made in (one, other):
        made.does(ANNA, SetTag(made.article, (made.claim(1),), Tag.VERIFIED))
        value = written(public_copy(replace(made.report(), edition=PUBLIC_COPY)))
        ids |= {value["id"], value["first"]["id"], value["first"]["items"][0]["id"]}
    assert len(ids) == 6


def test_hostile_text_is_text() -> None:
    made = bench(f"{HOSTILE}\n\n{HOSTILE}. And so on.", given={"title": HOSTILE})
    made.does(ANNA, SetNotCheckable(made.article, (made.claim(1),), HOSTILE))
    value = written(made.report())
    assert value["label"] == HOSTILE
    row = value["first"]["items"][0]
    assert row["body"][1]["value"] == HOSTILE
