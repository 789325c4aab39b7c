"""What is typed in a claim's fields: drafts, then one edit each."""

from __future__ import annotations

import json

import pytest

from annotator.desk import notes, records, tagging, typed
from annotator.desk.desk import Desk
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Assessment, Flag, FlagKind, Wording
from annotator.domain.attribution import Attribution, Mode, SourceKind
from annotator.domain.canonical import Json
from annotator.domain.errors import AnnotatorError
from annotator.store import drafts, history, reading

FLAG = json.dumps(Flag(FlagKind.RING, "the cemetery", "2026-12-05").json())


def claim(desk: Desk, number: int) -> ClaimId:
    found = desk.held.index_of_number(number)
    assert found is not None
    return desk.held.id_at(found)


def held(desk: Desk, number: int) -> Assessment:
    return reading.assessment(desk.library.store, desk.library.me, claim(desk, number))


def said_by(desk: Desk, number: int) -> tuple[Attribution, ...]:
    return records.record_of(desk.library, claim(desk, number)).attributions


def kept(desk: Desk) -> list[tuple[str, str]]:
    library = desk.library
    return [(one.field, one.text) for one in drafts.drafts(library.store, library.author.id)]


def write(desk: Desk, number: int, field: str, text: str) -> object:
    snapshot = desk.held if field == typed.ATTRIBUTION else None
    return typed.write(desk.library, desk.article, claim(desk, number), field, text, snapshot)


def attribution(**fields: Json) -> str:
    given: dict[str, Json] = {"source": {"text": "the ministry", "span": None}}
    return json.dumps(given | fields)


def test_a_draft_becomes_an_edit_and_is_gone(desk: Desk) -> None:
    typed.keep(desk.library, desk.article, claim(desk, 5), typed.FLAG, FLAG)
    assert kept(desk) == [(typed.FLAG, FLAG)]
    write(desk, 5, typed.FLAG, FLAG)
    assert held(desk, 5).flag == Flag(FlagKind.RING, "the cemetery", "2026-12-05")
    assert kept(desk) == []


def test_what_is_so_already_writes_nothing_and_drops_the_draft(desk: Desk) -> None:
    write(desk, 5, typed.WORDING, "Otherwise.")
    typed.keep(desk.library, desk.article, claim(desk, 5), typed.WORDING, "Otherwise.")
    before = len(history.history(desk.library.store, desk.article))
    assert write(desk, 5, typed.WORDING, "Otherwise.") is None
    assert len(history.history(desk.library.store, desk.article)) == before
    assert kept(desk) == []


def test_a_note_goes_the_way_of_notes(desk: Desk) -> None:
    write(desk, 5, notes.NOTE, "seen")
    assert held(desk, 5).note == "seen"


@pytest.mark.parametrize("text", ["", "null", "[]", "{", '{"kind": "shout"}'])
def test_what_is_no_flag_takes_it_away(desk: Desk, text: str) -> None:
    write(desk, 5, typed.FLAG, FLAG)
    write(desk, 5, typed.FLAG, text)
    assert held(desk, 5).flag is None


def test_why_is_said_of_what_is_not_checkable_alone(desk: Desk) -> None:
    assert write(desk, 17, typed.WHY, "opinion") is None
    tagging.mark_not_checkable(desk.library, desk.article, [claim(desk, 17)])
    write(desk, 17, typed.WHY, "opinion")
    assert held(desk, 17).why == "opinion"
    assert held(desk, 17).not_checkable
    assert write(desk, 17, typed.WHY, " opinion ") is None


def test_an_attribution_is_written_with_all_its_fields(desk: Desk) -> None:
    text = attribution(
        cue={"text": "according to", "span": None},
        kind="organisation",
        mode="indirect",
        via=["IRNA"],
        named_in="4",
    )
    write(desk, 5, typed.ATTRIBUTION, text)
    [one] = said_by(desk, 5)
    assert (one.source.text, one.cue.text, one.via) == ("the ministry", "according to", ("IRNA",))
    assert (one.kind, one.mode) == (SourceKind.ORGANISATION, Mode.INDIRECT)
    assert one.named_in == claim(desk, 4)
    assert write(desk, 5, typed.ATTRIBUTION, text) is None, "writing it twice makes no second one"
    write(desk, 5, typed.ATTRIBUTION, attribution(id=one.id))
    [again] = said_by(desk, 5)
    assert (again.id, again.kind, again.named_in) == (one.id, None, None)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"source": null}', '{"source": {"text": ""}}'])
def test_without_a_source_there_is_no_attribution(desk: Desk, text: str) -> None:
    assert write(desk, 5, typed.ATTRIBUTION, text) is None
    assert said_by(desk, 5) == ()


def test_it_is_written_without_a_snapshot_too(desk: Desk) -> None:
    library, article = desk.library, desk.article
    typed.write(library, article, claim(desk, 5), typed.ATTRIBUTION, attribution(named_in="T"))
    [one] = said_by(desk, 5)
    assert one.named_in == claim(desk, 0)


def test_a_claim_that_names_the_source_must_be_there(desk: Desk) -> None:
    typed.keep(desk.library, desk.article, claim(desk, 5), typed.ATTRIBUTION, "{}")
    with pytest.raises(AnnotatorError, match="no claim 99"):
        write(desk, 5, typed.ATTRIBUTION, attribution(named_in="99"))
    assert kept(desk), "what cannot be written stays a draft"


@pytest.mark.parametrize(("number", "wanted"), [("4", 4), (" t ", 0), ("T", 0)])
def test_a_claim_is_named_by_its_number(desk: Desk, number: str, wanted: int) -> None:
    assert typed.claim_of_number(desk.held, number) == claim(desk, wanted)


@pytest.mark.parametrize("number", ["", "49", "-1", "four", "9" * 30, "٤"])
def test_what_names_no_claim_is_refused_with_what_there_is(desk: Desk, number: str) -> None:
    with pytest.raises(AnnotatorError, match=r"claims run from 1 to 48, and T is the title\."):
        typed.claim_of_number(desk.held, number)


def test_after_a_crash_everything_is_settled_that_can_be(desk: Desk) -> None:
    library, article = desk.library, desk.article
    for number, field, text in (
        (5, typed.WORDING, "Otherwise."),
        (5, typed.FLAG, FLAG),
        (5, notes.NOTE, "seen"),
        (6, typed.FLAG, json.dumps({"kind": "ask", "text": "who", "day": "2026-02-30"})),
        (7, typed.ATTRIBUTION, attribution()),
        (8, "comment", "unsent"),
    ):
        typed.keep(library, article, claim(desk, number), field, text)
    assert typed.settle(library) == 5
    assert held(desk, 5).wording == Wording("Otherwise.")
    assert held(desk, 5).flag is not None
    assert held(desk, 5).note == "seen"
    assert [one.source.text for one in said_by(desk, 7)] == ["the ministry"]
    assert held(desk, 6).flag is None
    assert sorted(field for field, _ in kept(desk)) == ["comment", typed.FLAG]


def test_words_without_a_source_are_no_attribution_yet_and_are_not_lost(desk: Desk) -> None:
    library, article, text = desk.library, desk.article, attribution(source=None, via=["IRNA"])
    typed.keep(library, article, claim(desk, 5), typed.ATTRIBUTION, text)
    assert typed.settle(library) == 1
    assert said_by(desk, 5) == ()
    assert typed.unsettled(library) == (
        typed.Unsettled(article, claim(desk, 5), typed.ATTRIBUTION, text),
    )
    with pytest.raises(AnnotatorError, match="say who says it"):
        write(desk, 5, typed.ATTRIBUTION, text)
