from __future__ import annotations

import dataclasses
import json
import random

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from annotator import paths
from annotator.domain.article import article_id, text_hash
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.form import AnalystId, Edit, EditId, PartClass
from annotator.domain.edits.reviewing import Reopen
from annotator.domain.edits.state import state
from annotator.interchange import article_json
from unit.exporters import worked
from unit.exporters.reports import ANNA, BEN, CHLOE, START, Bench, bench, report_of
from unit.interchange.logs import log_of

SCHEMA = json.loads(paths.resource("schemas/article.schema.json").read_text(encoding="utf-8"))

EXAMPLES = [worked.untagged, worked.by_one, worked.by_two, worked.reviewed]


@pytest.fixture(params=EXAMPLES, ids=lambda make: make.__name__)
def made(request: pytest.FixtureRequest) -> Bench:
    found: Bench = request.param()
    return found


def test_it_is_as_the_schema_says(made: Bench) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(article_json.write(made.report())))


def test_the_schema_is_shut() -> None:
    """A field that is added to the export and not to the schema must fail the test above."""
    shut = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            if value.get("type") == "object":
                shut.append("additionalProperties" in value)
            value = list(value.values())
        if isinstance(value, list):
            for inner in value:
                look(inner)

    look(SCHEMA)
    assert len(shut) > 8
    assert all(shut)


def test_its_form_is_canonical(made: Bench) -> None:
    data = article_json.write(made.report())
    value = json.loads(data, parse_float=pytest.fail)
    again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert data == again.encode() + b"\n"
    assert data.count(b"\n") == 1


def test_export_read_state_export_gives_the_same_bytes(made: Bench) -> None:
    data = article_json.write(made.report())
    text, log = log_of(data)
    assert all(edit.header.sound for edit in log)
    assert all(len(edit.sound_parts) == len(edit.parts) for edit in log)
    assert article_json.write(report_of(text, log, START)) == data
    article = article_id(text_hash(text))
    before, after = (state(e, {article: text}) for e in (made.edits, log))
    assert after.articles == before.articles


def test_neither_the_order_nor_the_run_makes_a_difference(made: Bench) -> None:
    report = made.report()
    data = article_json.write(report)
    shuffled = random.Random(1).sample(made.edits, len(made.edits))
    assert article_json.write(report_of(made.text, shuffled, START)) == data
    another = dataclasses.replace(report, made_at=1, maker="Somebody", log=report.log[::-1])
    assert article_json.write(another) == data


def test_nothing_private_is_in_it_but_its_seal_is() -> None:
    made = worked.by_one()
    private = [p for e in made.edits for p in e.parts if p.part_class == PartClass.PRIVATE]
    assert private
    report = dataclasses.replace(made.report(), log=tuple(made.edits))
    data = article_json.write(report)
    assert b"SECRET" not in data
    for part in private:
        assert part.salt.encode() not in data
        assert part.digest.encode() in data


def test_empty_fields_are_left_out_and_what_is_held_is_said() -> None:
    made = worked.by_two()
    value = json.loads(article_json.write(made.report()))
    by_number = {claim["number"]: claim for claim in value["claims"]}
    both = by_number[25]
    assert both["outcome"] == "open"
    assert {a["tag"] for a in both["assessments"].values()} == {"disputed", "unattributed"}
    assert all("why" not in a and "seen" not in a for a in both["assessments"].values())
    (held,) = by_number[20]["assessments"].values()
    assert {k: v for k, v in held.items() if k != "changed"} == {
        "not_checkable": True,
        "why": "An appeal.",
    }
    assert "author" not in value["article"]["metadata"]
    retired = [claim for claim in value["claims"] if claim["retired"]]
    assert [claim["number"] for claim in retired] == [None]
    assert retired[0]["assessments"]
    furniture = [c for c in value["claims"] if c["number"] is None and not c["retired"]]
    assert [c["text"] for c in furniture][-1].startswith("Required fields")


def test_a_clock_that_no_calendar_holds_does_not_stop_an_export() -> None:
    made = worked.by_one()
    report = made.report()
    claim = report.claims[0]
    for changed in (-(10**20), 10**20):
        held = (dataclasses.replace(claim.held[0], changed=changed),)
        odd = (dataclasses.replace(claim, held=held), *report.claims[1:])
        data = article_json.write(dataclasses.replace(report, claims=odd))
        Draft202012Validator(SCHEMA).validate(json.loads(data))


def test_what_is_no_export_of_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="damaged, or was written by a newer version"):
        log_of(b'{"format": "other"}')


def test_a_part_that_a_parcel_withheld_stays_missing() -> None:
    made = worked.by_one()
    bare = tuple(
        Edit(e.header, tuple(p for p in e.parts if p.part_class != "notes")) for e in made.edits
    )
    data = article_json.write(report_of(made.text, bare, START))
    _, log = log_of(data)
    assert not [p for e in log for p in e.parts if p.part_class == "notes"]
    assert [s for e in log for s in e.header.seals if s.part_class == "notes"]
    assert {e.header.analyst for e in log} == {AnalystId("00000000-0000-4000-8000-00000000000a")}


def test_what_was_decided_stands_first_with_whom_it_overruled_and_whether_it_asks_again() -> None:
    value = json.loads(article_json.write(worked.reviewed().report()))
    numbers = {claim["id"]: claim["number"] for claim in value["claims"]}
    outcomes = {claim["number"]: claim["outcome"] for claim in value["claims"]}
    told = [
        (numbers[one["claim"]], one["analyst"], one["outcome"], one["stands"], one["stale"])
        for one in value["decisions"]
    ]
    assert told == [
        (2, BEN, "verified", True, False),
        (3, ANNA, "unattributed", True, False),
        (5, ANNA, "disputed", True, True),
        (6, ANNA, "unattributed", True, False),
        (12, BEN, "disputed", True, True),
        (14, BEN, "verified", True, False),
        (14, ANNA, "unattributed", False, False),
    ]
    by_number = {numbers[one["claim"]]: one for one in value["decisions"] if one["stands"]}
    assert by_number[6]["reason"] == "Nobody is named for the 210."
    assert by_number[6]["overruled"] == [BEN]
    assert by_number[6]["over"] == {ANNA: "unattributed", BEN: "disputed", CHLOE: "unattributed"}
    assert "reason" not in by_number[3]
    assert [outcomes[number] for number in (3, 5, 14, 25)] == [
        "unattributed",
        "disputed",
        "verified",
        "open",
    ]


def test_passes_state_threads_and_other_copies_are_said() -> None:
    made = worked.reviewed()
    value = json.loads(article_json.write(made.report()))
    told = [(one["analyst"], one["state"], one.get("reason")) for one in value["passes"]]
    assert told == [
        (ANNA, "submitted", None),
        (BEN, "approved", None),
        (CHLOE, "returned", "T and 12 want a second look."),
    ]
    assert value["passes"][2]["answered_by"] == BEN
    assert "answered_by" not in value["passes"][0]
    state = value["state"]
    assert (state["stage"], state["analyst"], state["changes"]) == ("settled", ANNA, 2)
    assert state["blind"] == [BEN]
    assert [(one["n"], one["seed"]) for one in state["draws"]] == [(3, "7")]
    first, *answers = value["comments"]
    assert (first["analyst"], first["gone"]) == (BEN, False)
    assert "answers" not in first
    assert [one["answers"] for one in answers] == [first["id"], first["id"], answers[1]["id"]]
    assert [one["gone"] for one in answers] == [False, True, False]
    assert "text" not in answers[1]
    (revision,) = value["revisions"]
    assert (revision["of"], revision["analyst"]) == (made.article, BEN)
    assert [pair["how"] for pair in revision["pairs"]] == ["exact"]


def test_a_comment_that_is_not_here_has_neither_analyst_nor_time() -> None:
    made = bench("A claim.")
    missing = EditId("99999999-0000-4000-8000-000000000000")
    made.does(ANNA, Comment(made.article, made.claim(1), "So it is.", missing))
    absent, answer = json.loads(article_json.write(made.report()))["comments"]
    assert absent == {"id": missing, "claim": made.claim(1), "gone": True}
    assert answer["answers"] == missing


def test_an_article_that_nobody_reviewed_is_open_and_says_no_more() -> None:
    value = json.loads(article_json.write(worked.by_two().report()))
    assert value["state"] == {"stage": "open"}
    assert [value[key] for key in ("comments", "decisions", "passes", "revisions")] == [[]] * 4


def test_a_reopened_article_says_why() -> None:
    made = worked.reviewed()
    made.does(BEN, Reopen(made.article, "The toll was corrected."))
    state = json.loads(article_json.write(made.report()))["state"]
    assert (state["stage"], state["analyst"]) == ("reopened", BEN)
    assert state["reason"] == "The toll was corrected."
    assert "changes" not in state
