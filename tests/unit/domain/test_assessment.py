"""What one analyst holds of a claim, from the registers that stand."""

import pytest

from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import (
    EMPTY,
    Assessment,
    Audience,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
    Wording,
    fact_field,
    is_field,
    judgement_value,
    read_fields,
    relation_field,
)
from annotator.domain.tags import ROW, STANDINGS, TAGS, Standing, Tag

RING = Flag(FlagKind.RING, "ISNA", "2027-01-02")


def read(**values):
    return read_fields(
        {name.replace("_me", ".me"): ((1, "a"), value) for name, value in values.items()}
    )


@pytest.mark.parametrize("tag", list(Tag))
def test_a_judgement_comes_back_as_it_was_written(tag):
    held = read(judgement=judgement_value(tag, seen=("x",)))
    assert held.tag is tag
    assert held.seen == ("x",)
    assert held.standing.name == tag.name


def test_not_checkable_comes_back_with_its_reason():
    held = read(judgement=judgement_value(not_checkable=True, why="opinion"))
    assert held.not_checkable
    assert held.why == "opinion"
    assert held.standing is Standing.NOT_CHECKABLE


def test_an_empty_judgement_is_nothing():
    assert judgement_value() is None
    assert read(judgement=None) == EMPTY
    assert EMPTY.empty


def test_on_its_source_is_a_confirmation_without_a_judgement():
    assert read(confirmed=True).standing is Standing.ON_SOURCE
    tagged = read(confirmed=True, judgement=judgement_value(Tag.DISPUTED))
    assert tagged.standing is Standing.DISPUTED
    assert tagged.confirmed


@pytest.mark.parametrize(
    "value", [5, [], "verified", {"tag": "true"}, {"tag": []}, {"seen": "x"}, {"not_checkable": 1}]
)
def test_what_makes_no_sense_counts_as_empty(value):
    assert read(judgement=value).standing is Standing.UNTAGGED


def test_a_note_knows_its_audience():
    assert read(note={"text": "n", "audience": "public"}).audience is Audience.PUBLIC
    assert read(note={"text": "n", "audience": "everybody"}).audience is Audience.DESK
    mine = read(note_me={"text": "n"})
    assert (mine.note, mine.audience) == ("n", Audience.ME)
    assert not mine.empty


def test_of_two_notes_the_later_stands():
    held = read_fields(
        {
            "note": ((5, "b"), {"text": "desk", "audience": "desk"}),
            "note.me": ((4, "c"), {"text": "mine"}),
        }
    )
    assert held.note == "desk"


def test_a_note_of_no_text_is_none():
    assert read(note={"text": 5}, note_me=[]).note == ""


def test_every_standing_but_furniture_has_a_row():
    assert set(ROW) == set(Standing) - {Standing.FURNITURE}
    assert [row.standing.name for row in TAGS] == [tag.name for tag in Tag]


def test_glyphs_keys_and_words_tell_the_standings_apart():
    for column in ("glyph", "word", "label", "underline"):
        values = [getattr(row, column) for row in STANDINGS]
        assert len(set(values)) == len(values) or column == "underline"
    keys = [row.key for row in STANDINGS if row.key]
    assert len(set(keys)) == len(keys)


def test_an_assessment_with_only_a_note_is_not_empty():
    assert not Assessment(note="x").empty


def test_why_it_is_disputed_is_kept_with_that_tag_only():
    value = judgement_value(Tag.DISPUTED, because=Because.OUTDATED, against="item")
    held = read(judgement=value)
    assert (held.because, held.against) == (Because.OUTDATED, "item")
    tagged = read(judgement=value | {"tag": "verified"})
    assert (tagged.because, tagged.against) == (None, "")
    odd = read(judgement={"tag": "disputed", "because": 3, "against": ["x"]})
    assert (odd.because, odd.against) == (None, "")
    assert "because" not in judgement_value(Tag.DISPUTED)


@pytest.mark.parametrize(
    ("field", "value", "read_as"),
    [
        ("confidence", 2, 2),
        ("confidence", True, 0),
        ("confidence", 4, 0),
        ("type", "number", ClaimType.NUMBER),
        ("type", ["number"], None),
        ("wording", {"text": "So.", "taken": True}, Wording("So.", True)),
        ("wording", {"text": "So.", "taken": "no"}, Wording("So.")),
        ("wording", {"text": ""}, None),
        ("wording", "So.", None),
        ("flag", RING.json(), RING),
        ("flag", {"kind": "shout"}, None),
        ("flag", {"kind": "ask", "text": 7, "day": []}, Flag(FlagKind.ASK)),
    ],
)
def test_what_else_is_held_is_read_or_counts_as_empty(field, value, read_as):
    held = read(**{field: value})
    assert getattr(held, field) == read_as
    assert held.empty is (not read_as)


def test_facts_and_relations_stand_in_the_names_of_registers():
    other = ClaimId("a")
    held = read_fields(
        {
            fact_field(Span(12, 18)): ((1, "a"), True),
            fact_field(Span(0, 3)): ((1, "b"), False),
            "fact 5-3x": ((1, "c"), True),
            "fact 01-3": ((1, "c"), True),
            "fact 4-9": ((1, "d"), None),
            relation_field(other): ((1, "e"), "depends-on"),
            "relation b": ((1, "f"), "likes"),
            "relation ": ((1, "g"), "same"),
        }
    )
    assert held.facts == ((Span(0, 3), False), (Span(12, 18), True))
    assert held.relations == ((Relation.DEPENDS_ON, other),)
    assert not held.empty


def test_which_registers_an_assessment_is_made_of():
    assert all(map(is_field, ("judgement", "note.me", "flag", "fact 1-3", "relation x")))
    assert not any(map(is_field, ("decision", "evidence x", "evidence.me x", "facts", "fact")))
