"""Web Annotations read back: ours, and as other tools write them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotator.domain.assessment import Because
from annotator.domain.brought import Brought, BroughtComment, BroughtJudgement, NotRead, Place
from annotator.domain.tags import Standing
from annotator.interchange import article_json, web_annotation, web_annotation_read
from annotator.interchange.web_annotation_read import read, recognises
from unit.exporters import worked

PAGE = "https://example.org/story"
NOON = 1_704_369_600_000_000
"""4 Jan 2024, 12:00 UTC."""


def brought(value: object) -> Brought:
    return read(json.dumps(value).encode())


def annotation(**given: Any) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "target": {
            "source": PAGE,
            "selector": {"type": "TextQuoteSelector", "exact": "It rained."},
        },
    } | given


def only(value: object) -> BroughtJudgement:
    found = brought(value)
    (one,) = found.judgements
    return one


def placed(target: object) -> Place:
    return only([annotation(bodyValue="Said.", target=target)]).place


def test_what_we_wrote_comes_back_whole() -> None:
    report = worked.reviewed().report()
    data = web_annotation.write(report)
    assert recognises(data)
    found = read(data)
    assert (found.article, found.title) == (report.article.id, report.article.title)
    assert found.address == report.article.address
    held = [(claim, one) for claim in report.counted for one in claim.held]
    assert len(found.judgements) == len(held)
    for read_one, (claim, one) in zip(found.judgements, held, strict=True):
        assert (read_one.who, read_one.key) == (one.analyst.name, one.analyst.id)
        assert read_one.place.quote == claim.text
        assert (read_one.place.start, read_one.place.end) == claim.span
        assert read_one.standing is one.assessment.standing
        assert read_one.note == one.assessment.note
        assert read_one.why == one.assessment.why
        assert read_one.made == one.changed
    said = [comment for comment in report.comments if comment.text]
    assert [one.id for one in found.comments] == [one.id for one in said]
    assert [one.answers for one in found.comments] == ["", said[0].id, ""]
    assert found.comments[1].place is None
    assert [one.what for one in found.not_read] == ["7 decisions"]


def test_our_own_json_is_not_taken_for_it() -> None:
    assert not recognises(article_json.write(worked.by_one().report()))
    assert not recognises(b'Some text about "TextQuoteSelector" and anno.jsonld.')


@pytest.mark.parametrize("around", [lambda one: one, lambda one: [one]], ids=["one", "a list"])
def test_a_single_annotation_and_an_array(around: Any) -> None:
    value = annotation(
        motivation="assessing",
        creator={"id": "https://example.org/anna", "name": "Anna"},
        created="2024-01-04T12:00:00Z",
        bodyValue="disputed",
    )
    assert only(around(value)) == BroughtJudgement(
        "Anna",
        Place("It rained."),
        Standing.DISPUTED,
        made=NOON,
        key="https://example.org/anna",
    )


def test_pages_and_collections() -> None:
    one = annotation(bodyValue="A note.")
    page = {"type": "AnnotationPage", "items": [one]}
    assert only(page).note == "A note."
    assert only({"type": "AnnotationCollection", "first": page}).note == "A note."
    away = brought(page | {"next": "https://example.org/page2"})
    assert away.not_read == (NotRead("more pages", "they lie elsewhere, and nothing is fetched"),)


@pytest.mark.parametrize(
    ("word", "standing"),
    [
        ("verified", Standing.VERIFIED),
        (" Disputed ", Standing.DISPUTED),
        ("UNATTRIBUTED", Standing.UNATTRIBUTED),
        ("on its source", Standing.UNTAGGED),
        ("On source", Standing.ON_SOURCE),
        ("not checkable", Standing.NOT_CHECKABLE),
        ("not-checkable", Standing.NOT_CHECKABLE),
        ("true", Standing.UNTAGGED),
        ("untagged", Standing.UNTAGGED),
    ],
)
def test_our_words_are_tags_and_others_are_notes(word: str, standing: Standing) -> None:
    body = {"type": "TextualBody", "value": word, "purpose": "tagging"}
    found = only(annotation(body=body))
    assert found.standing is standing
    assert bool(found.note) is (standing is Standing.UNTAGGED)


def test_the_bodies_of_a_judgement() -> None:
    def body(value: str, purpose: str) -> dict[str, str]:
        return {"type": "TextualBody", "value": value, "purpose": purpose}

    found = only(
        annotation(
            body=[
                body("disputed", "classifying"),
                body("outdated", "tagging"),
                body("verified", "commenting"),
                body("It was so then.", "commenting"),
                body("It had rained.", "editing"),
                body("weather", "tagging"),
            ]
        )
    )
    assert found.standing is Standing.DISPUTED
    assert found.because is Because.OUTDATED
    assert found.note == "verified\n\nIt was so then.\n\nweather"
    assert found.wording == "It had rained."
    other = only(annotation(body=[body("not-checkable", "tagging"), body("A wish.", "describing")]))
    assert (other.standing, other.why, other.note) == (Standing.NOT_CHECKABLE, "A wish.", "")
    verified = only(annotation(body=[body("verified", "tagging"), body("outdated", "tagging")]))
    assert (verified.because, verified.note) == (None, "outdated")


def test_bodies_of_other_kinds_are_read_or_named() -> None:
    html = {"type": "TextualBody", "value": "<p>One &amp; <b>two</b></p><p>three</p>"}
    found = brought(
        annotation(
            body=[
                html | {"format": "text/html"},
                {"type": "SpecificResource", "purpose": "tagging", "source": {"value": "verified"}},
                {"type": "Choice", "items": [{"type": "TextualBody", "value": "A choice."}]},
                {"id": "https://example.org/film", "type": "Video"},
                "https://example.org/page",
                17,
            ]
        )
    )
    (one,) = found.judgements
    assert one.note == "One & two\nthree\n\nA choice."
    assert one.standing is Standing.VERIFIED
    assert [row.what for row in found.not_read] == [
        "a body that is no text (https://example.org/film)",
        "a body that is somewhere else (https://example.org/page)",
        "a body that is somewhere else ()",
    ]


def test_places_by_all_the_selectors() -> None:
    quote = {"type": "TextQuoteSelector", "exact": "rained", "prefix": "It ", "suffix": "."}
    position = {"type": "TextPositionSelector", "start": 12, "end": 18}
    both = Place("rained", 12, 18, "It ", ".")
    assert placed({"source": PAGE, "selector": [quote, position]}) == both
    assert placed({"source": PAGE, "selector": [position, quote]}) == both
    assert placed({"source": PAGE, "selector": quote | {"refinedBy": position}}) == both
    assert placed({"source": PAGE, "selector": position}) == Place("", 12, 18)
    fragment = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc5147",
        "value": "char=12,18;length=30",
    }
    assert placed({"source": PAGE, "selector": fragment}) == Place("", 12, 18)
    assert placed(f"{PAGE}#char=12,18") == Place("", 12, 18)
    assert placed({"id": f"{PAGE}#char=12,18"}) == Place("", 12, 18)
    assert placed({"source": f"{PAGE}#char=12,18", "selector": quote}) == both
    ends = {"startSelector": {"type": "TextPositionSelector", "start": 12, "end": 13}}
    ends["endSelector"] = {"type": "TextPositionSelector", "start": 18, "end": 19}
    assert placed({"source": PAGE, "selector": {"type": "RangeSelector"} | ends}) == Place(
        "", 12, 18
    )


def test_a_position_within_something_else_is_none_in_the_text() -> None:
    quote = {"type": "TextQuoteSelector", "exact": "It rained on Monday."}
    inner = {"type": "TextPositionSelector", "start": 3, "end": 9}
    assert placed({"source": PAGE, "selector": quote | {"refinedBy": inner}}) == Place(
        "rained", prefix="It ", suffix=" on Monday."
    )
    words = {"type": "TextQuoteSelector", "exact": "Monday"}
    assert placed({"source": PAGE, "selector": quote | {"refinedBy": words}}) == Place(
        "Monday", prefix="It rained on ", suffix="."
    )
    paragraph = {"type": "XPathSelector", "value": "/p[2]", "refinedBy": [quote, inner]}
    assert placed({"source": PAGE, "selector": paragraph}) == Place("It rained on Monday.")


def test_an_annotation_without_a_place_is_named() -> None:
    for target in (
        PAGE,
        {"source": PAGE},
        {"source": PAGE, "selector": {"type": "SvgSelector"}},
        7,
    ):
        found = brought([annotation(bodyValue="Read this.", target=target), annotation()])
        assert not found.judgements
        assert found.not_read[0] == NotRead(
            "annotation “Read this.”", "it says nothing of where in the text it belongs"
        )


def test_a_highlight_without_words_says_nothing_and_anything_else_is_named() -> None:
    found = brought([annotation(motivation="highlighting"), annotation(motivation="bookmarking")])
    assert found.judgements == ()
    assert [row.what for row in found.not_read] == ["annotation"]


def test_what_is_about_another_page_is_named() -> None:
    other = annotation(bodyValue="Elsewhere.")
    other["target"] = other["target"] | {"source": "https://example.org/other"}
    found = brought([annotation(bodyValue="One."), annotation(bodyValue="Two."), other])
    assert [one.note for one in found.judgements] == ["One.", "Two."]
    assert found.address == PAGE
    assert found.not_read == (
        NotRead("annotation", "about another resource than most of it, https://example.org/other"),
    )


def test_what_hypothesis_answers_with() -> None:
    """As its API describes rows of a search: user, text, tags, target, references."""
    target = [
        {
            "source": PAGE,
            "selector": [
                {
                    "type": "RangeSelector",
                    "startContainer": "/div[1]/p[2]",
                    "startOffset": 0,
                    "endContainer": "/div[1]/p[2]",
                    "endOffset": 10,
                },
                {"type": "TextPositionSelector", "start": 120, "end": 130},
                {"type": "TextQuoteSelector", "exact": "It rained.", "prefix": "a", "suffix": "b"},
            ],
        }
    ]
    row = {
        "id": "abc",
        "created": "2024-01-04T11:00:00.000000+00:00",
        "updated": "2024-01-04T12:00:00.000000+00:00",
        "user": "acct:anna@hypothes.is",
        "uri": PAGE,
        "text": "Says who?",
        "tags": ["unattributed", "weather"],
        "target": target,
    }
    answer = row | {
        "id": "def",
        "user": "acct:ben@hypothes.is",
        "text": "The office.",
        "tags": [],
        "target": [{"source": PAGE}],
        "references": ["abc"],
    }
    found = brought({"total": 2, "rows": [row, answer]})
    assert found.judgements == (
        BroughtJudgement(
            "anna",
            Place("It rained.", 120, 130, "a", "b"),
            Standing.UNATTRIBUTED,
            note="Says who?\n\nweather",
            made=NOON,
            key="acct:anna@hypothes.is",
        ),
    )
    assert found.comments == (
        BroughtComment("def", "ben", None, "The office.", NOON, "abc", "acct:ben@hypothes.is"),
    )


def test_what_recogito_writes() -> None:
    """RecogitoJS: several people's bodies in one annotation, answers among them."""
    anna = {"id": "https://example.org/u/1", "name": "Anna"}
    ben = {"id": "https://example.org/u/2", "name": "Ben"}

    def body(value: str, purpose: str, creator: object) -> dict[str, object]:
        return {
            "type": "TextualBody",
            "value": value,
            "purpose": purpose,
            "creator": creator,
            "created": "2024-01-04T12:00:00.000Z",
        }

    found = brought(
        [
            {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "type": "Annotation",
                "id": "#1",
                "body": [
                    body("verified", "tagging", anna),
                    body("Seen.", "commenting", anna),
                    body("disputed", "tagging", ben),
                    body("Where?", "replying", ben),
                ],
                "target": {
                    "selector": [
                        {"type": "TextQuoteSelector", "exact": "It rained."},
                        {"type": "TextPositionSelector", "start": 1, "end": 11},
                    ]
                },
            }
        ]
    )
    told = [(one.who, one.standing, one.note, one.made) for one in found.judgements]
    assert told == [
        ("Anna", Standing.VERIFIED, "Seen.", NOON),
        ("Ben", Standing.DISPUTED, "", NOON),
    ]
    (answer,) = found.comments
    assert (answer.who, answer.text) == ("Ben", "Where?")
    assert answer.place == Place("It rained.", 1, 11)


def test_a_comment_that_was_answered_is_one_and_else_it_is_a_note() -> None:
    said = annotation(
        motivation="commenting", bodyValue="Is it?", creator="mailto:anna@example.org"
    )
    assert only([said]).note == "Is it?"
    reply = {
        "id": "http://example.org/anno2",
        "type": "Annotation",
        "motivation": "oa:replying",
        "bodyValue": "It is.",
        "creator": {"nickname": "ben"},
        "target": "http://example.org/anno1",
    }
    found = brought([reply, said])
    assert found.judgements == ()
    assert [(one.who, one.text, one.answers) for one in found.comments] == [
        ("ben", "It is.", "http://example.org/anno1"),
        ("anna", "Is it?", ""),
    ]


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"created": "2024-01-04T12:00:00Z"}, NOON),
        ({"created": "2023-01-01T00:00:00Z", "modified": "2024-01-04T13:00:00+01:00"}, NOON),
        ({"modified": "yesterday", "generated": "2024-01-04T12:00:00"}, NOON),
        ({"created": ["2024-01-04T12:00:00Z", "2025-01-01"]}, NOON),
        ({"created": "0001-01-01T00:00:00+14:00"}, 0),
        ({"created": 1704369600}, 0),
        ({}, 0),
    ],
)
def test_times_are_read_as_they_are_given(given: dict[str, Any], made: int) -> None:
    found = only(annotation(bodyValue="Said.", **given))
    assert found.made == made or (made == 0 and found.made < 0)


HOSTILE: list[object] = [
    [annotation(id=7, motivation={"a": 1}, creator=[[]], body=[[], {}, None, {"value": []}])],
    [annotation(target=[None, 3, [], {"selector": [None, 7, {"type": ["TextQuoteSelector"]}]}])],
    [annotation(bodyValue="x", target={"source": {"id": {"id": 1}}, "selector": "#char=1,2"})],
    [
        annotation(
            bodyValue="x", target={"selector": {"type": "TextPositionSelector", "start": 1e99}}
        )
    ],
    [annotation(tags=[1, None, {}], text=[], user={}, references={"a": 1}, bodyValue="\ud800")],
    {"first": {"items": {"a": annotation()}}, "rows": "x", "items": 5, "target": "x"},
    {"type": "AnnotationPage", "items": [annotation(body={"items": [{"items": [{}]}]})]},
    {"target": "x", "label": ["\udfff"], "schema:about": [], "next": {}},
]


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_values_of_other_types_count_as_missing(value: object) -> None:
    found = brought(value)
    rows: list[BroughtJudgement | BroughtComment] = [*found.judgements, *found.comments]
    for row in rows:
        row.who.encode()
        assert isinstance(row.place, Place | None)
    for one in found.not_read:
        f"{one.what} {one.why}".encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[]",
        b"{}",
        b"[1, 2, null]",
        b"1" * 5000,
        b'"anno.jsonld"',
        b"\xff\xfe\x00",
        b'{"target": "\xed\xa0\x80"}',
        b'{"items": [' + b"9" * 5000 + b"]}",
    ],
    ids=lambda data: data[:12].decode("latin-1"),
)
def test_what_is_damaged_or_holds_no_annotation_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"whole JSON|no annotation"):
        read(data)


def test_selectors_that_are_refined_without_end_say_nothing() -> None:
    selector: dict[str, object] = {"type": "TextQuoteSelector", "exact": "deep"}
    for _ in range(200):
        selector = {"type": "XPathSelector", "refinedBy": selector}
    found = brought([annotation(bodyValue="x", target={"selector": selector})])
    assert found.judgements == ()


def test_more_annotations_than_anybody_makes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_annotation_read, "MOST", 2)
    row = {"type": "Annotation", "bodyValue": "x", "target": {"selector": []}}
    assert read(json.dumps([row] * 2).encode()).not_read
    with pytest.raises(ValueError, match="more than 2 annotations"):
        read(json.dumps([row] * 3).encode())
