"""What was recorded of a claim, as a line of the history says it."""

from __future__ import annotations

import pytest

from annotator.domain import record_words
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Flag, FlagKind, Relation, Wording
from annotator.domain.attribution import Attribution, Quoted, SourceKind
from annotator.domain.canonical import Json
from annotator.domain.evidence import Link, Stance
from annotator.domain.record_words import Done

LONG = "word " * 30


def link(stance: Stance, quote: str = "") -> Json:
    return Link("i", stance, quote).json()


def by(source: str, kind: SourceKind | None = None) -> Json:
    return Attribution("a", ClaimId("c"), Quoted(source), kind=kind).json()


@pytest.mark.parametrize(
    ("done", "does", "brief"),
    [
        (record_words.confidence(None, 3), "how sure: very", "how sure: very"),
        (record_words.confidence(2, 3), "how sure: fairly → very", "how sure: very"),
        (record_words.confidence(3, 3), "how sure: very", "how sure: very"),
        (record_words.confidence(3, None), "how sure taken back", "how sure taken back"),
        (record_words.confidence("x", True), "how sure taken back", "how sure taken back"),
        (record_words.claim_type("event", "number"), "type: event → number", "type: number"),
        (record_words.claim_type("made up", "number"), "type: number", "type: number"),
        (record_words.claim_type("event", ""), *["type of claim taken back"] * 2),
        (
            record_words.flag(
                Flag(FlagKind.ASK).json(), Flag(FlagKind.RING, "Anna", "2023-01-31").json()
            ),
            "flagged: ask → ring “Anna” by 2023-01-31",
            "flagged: ring “Anna” by 2023-01-31",
        ),
        (record_words.flag(7, None), "flag taken away", "flag taken away"),
        (
            record_words.wording(None, Wording(LONG).json()),
            *["proposed a wording: “word word word word word word word word…”"] * 2,
        ),
        (
            record_words.wording(Wording("a").json(), Wording("b").json()),
            *["proposed a wording: “b”"] * 2,
        ),
        (
            record_words.wording(Wording("a").json(), Wording("a", False).json()),
            *["wording: not taken"] * 2,
        ),
        (record_words.wording(Wording("a").json(), None), *["wording taken back"] * 2),
        (record_words.fact("2,300 feet", True), *["fact ticked: “2,300 feet”"] * 2),
        (record_words.fact("2,300 feet", False), *["fact marked wrong: “2,300 feet”"] * 2),
        (record_words.fact("", None), *["fact no longer ticked"] * 2),
        (record_words.fact("", [{"a": 1}]), *["fact no longer ticked"] * 2),
        (record_words.fact("", 1), *["fact no longer ticked"] * 2),
        (record_words.relation("claim 5", "depends-on"), *["depends on claim 5"] * 2),
        (record_words.relation("claim 5", None), *["no longer related to claim 5"] * 2),
        (
            record_words.link("i", "A map", None, link(Stance.CONTRADICTS)),
            *["evidence: contradicts, “A map”"] * 2,
        ),
        (
            record_words.link("i", "A map", link(Stance.SUPPORTS), link(Stance.CONTRADICTS)),
            "evidence: supports → contradicts, “A map”",
            "evidence: contradicts, “A map”",
        ),
        (
            record_words.link("i", "A map", link(Stance.CONTEXT), link(Stance.CONTEXT, "q")),
            *["evidence “A map”: quotation"] * 2,
        ),
        (
            record_words.link("i", "A map", link(Stance.CONTEXT), link(Stance.CONTEXT)),
            *["evidence “A map”: context"] * 2,
        ),
        (
            record_words.link("i", "A map", link(Stance.CONTEXT), None),
            *["evidence “A map” no longer serves it"] * 2,
        ),
        (
            record_words.item("corrected", "A map", ["title", "copy_of", "contact.me x"]),
            "evidence corrected: “A map”, title, copy of, contacts",
            "evidence corrected: “A map”",
        ),
        (record_words.link("i", "", None, link(Stance.CONTEXT)), *["evidence: context"] * 2),
        (record_words.item("removed", "A map"), *["evidence removed: “A map”"] * 2),
        (record_words.item("added", ""), *["evidence added"] * 2),
        (
            record_words.item("corrected", "A map", ["there", "there.me", "title", "title.me"]),
            "evidence corrected: “A map”, audience",
            "evidence corrected: “A map”",
        ),
        (record_words.attribution(None, by("ISNA")), *["attributed to ISNA"] * 2),
        (
            record_words.attribution(by("ISNA"), by("IRNA")),
            "attributed to ISNA → IRNA",
            "attributed to IRNA",
        ),
        (
            record_words.attribution(by("ISNA"), by("ISNA", SourceKind.DOCUMENT)),
            *["attribution to ISNA: kind"] * 2,
        ),
        (record_words.attribution(by("ISNA"), by("ISNA")), *["attributed to ISNA"] * 2),
        (record_words.attribution(None, 7), *["attributed"] * 2),
        (record_words.unattributed(by("ISNA")), *["no longer attributed to ISNA"] * 2),
        (record_words.unattributed(None), *["attribution removed"] * 2),
        (
            record_words.source_named(["ISNA"], "IRNA"),
            "source renamed: ISNA → IRNA",
            "source renamed: IRNA",
        ),
        (
            record_words.source_named(["ISNA", "the report"], "IRNA"),
            "sources joined: ISNA and the report → IRNA",
            "sources joined: IRNA",
        ),
        (
            record_words.source_named([], "IRNA"),
            "source renamed: a source → IRNA",
            "source renamed: IRNA",
        ),
        (record_words.source_named(["A"], ""), *["source called as it was: A"] * 2),
        (record_words.disputed("", "out-of-context"), *["disputed, out of context"] * 2),
        (
            record_words.disputed("outdated", "conflicting"),
            "disputed: outdated → conflicting",
            "disputed, conflicting",
        ),
        (record_words.disputed("outdated", ""), *["disputed, no reason any more"] * 2),
    ],
)
def test_an_edit_of_the_record_is_told_in_a_few_words(done: Done, does: str, brief: str) -> None:
    assert (done.does, done.brief) == (does, brief)


def test_every_relation_has_its_words() -> None:
    assert set(record_words.RELATED) == set(Relation)
