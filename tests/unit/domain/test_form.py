"""The form of an edit: ids, seals and canonical JSON."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import ArticleId, ClaimId, Span, article_id, claim_id
from annotator.domain.canonical import canonical
from annotator.domain.edits.form import (
    YEAR_2100,
    Edit,
    Part,
    PartClass,
    Stamp,
    header_id,
    new_analyst,
    read_seals,
)
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.writes import MalformedError, Own, read_write
from annotator.domain.tags import Tag

ARTICLE = article_id("0" * 64)
CLAIM = claim_id(ARTICLE, Span(0, 5))
NOW = 1_700_000_000_000_000

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def edit(at: int = NOW, note: str | None = "hello") -> Edit:
    notes = (SetNote(ARTICLE, CLAIM, note),) if note else ()
    act = SetTag(ARTICLE, (CLAIM,), Tag.VERIFIED, notes)
    return Stamp(new_analyst(), at, at).seal(act.kind, 1, act.writes())


def test_ids_are_what_every_other_library_makes_of_the_same_text():
    """Literals: a change of the formula would orphan every library there is."""
    assert ARTICLE == "dbb13ba0-ca32-5b9e-a908-cbdf4f6b57c8"
    assert CLAIM == "d9744cfc-e44e-5221-8aab-f15b1bf0232e"


@given(json_values)
def test_canonical_json_does_not_depend_on_the_order_of_keys(value):
    def turned(inner):
        if isinstance(inner, dict):
            return {key: turned(inner[key]) for key in reversed(list(inner))}
        return [turned(one) for one in inner] if isinstance(inner, list) else inner

    assert canonical(turned(value)) == canonical(value)


@pytest.mark.parametrize("value", [1.0, [1.5], {"a": 2.0}, {1: "a"}, float("nan")])
def test_canonical_json_refuses_what_has_no_one_form(value):
    with pytest.raises(ValueError, match=r"float|key"):
        canonical(value)


def test_an_edit_has_a_part_for_each_class_and_they_fit():
    made = edit()
    assert [part.part_class for part in made.parts] == ["notes", "tags"]
    assert made.header.sound
    assert made.sound_parts == made.parts
    assert made.articles == (ARTICLE,)
    assert made.header.order == (NOW, made.header.id)


def test_two_equal_acts_stay_two_edits():
    assert edit().header.id != edit().header.id


def test_a_forged_part_does_not_fit():
    made = edit()
    forged = dataclasses.replace(made.parts[0], body=made.parts[0].body.replace("hello", "hallo"))
    assert Edit(made.header, (forged, made.parts[1])).sound_parts == (made.parts[1],)


def test_a_changed_header_is_not_sound():
    header = edit().header
    assert not dataclasses.replace(header, at=header.at + 1).sound


@pytest.mark.parametrize("at", [0, YEAR_2100])
def test_a_year_that_cannot_be_is_not_sound(at):
    header = edit(at).header
    assert header.id == header_id(header.content())
    assert not header.sound


def test_seals_come_back_from_json():
    header = edit().header
    assert read_seals(header.content()["seals"]) == header.seals


@pytest.mark.parametrize(
    "body",
    [
        "no json",
        "{}",
        "[5]",
        '[{"form":"say"}]',
        '[{"form":"own","about":"claim","id":"x","field":"note","value":null}]',
        f'[{{"form":"own","about":"planet","id":"{CLAIM}","field":"note","value":null}}]',
        f'[{{"form":"own","about":"claim","id":"{CLAIM}","field":"","value":null}}]',
        f'[{{"form":"own","about":"claim","id":"{CLAIM}","field":"note","value":null,"x":1}}]',
        '[{"form":"all","about":"claim","id":5,"field":"note","value":null}]',
        '[{"form":"cut","out":["x"],"into":[]}]',
        '[{"form":"cut","out":[],"into":[[5,5]]}]',
        '[{"form":"cut","out":[],"into":[[0,1.5]]}]',
        '[{"form":"paint","span":[0,5],"kind":"poem"}]',
        '[{"form":"base","cutter":5,"passages":[],"claims":[],"given":{},"original":""}]',
        (
            '[{"form":"base","cutter":"","passages":[["body",0,5],["body",4,9]],'
            '"claims":[],"given":{},"original":""}]'
        ),
    ],
)
def test_a_malformed_part_writes_nothing(body):
    part = Part(edit().header.id, PartClass.TAGS, ARTICLE, "00", body)
    assert part.writes == ()


@pytest.mark.parametrize("nested", ["[", '{"a":'])
def test_what_lies_deeper_than_anybody_writes_is_malformed_wherever_it_is_read(nested):
    """Not only where the calls around it leave too little room: all are to say the same."""

    def reads(deep, calls):
        if calls:
            return reads(deep, calls - 1)
        inner = nested * deep + "0" + ("]" if nested == "[" else "}") * deep
        body = f'[{{"form":"own","about":"claim","id":"{CLAIM}","field":"note","value":{inner}}}]'
        part = Part(edit().header.id, PartClass.TAGS, ARTICLE, "00", body)
        return part.writes

    for calls in (0, 400):
        assert len(reads(98, calls)) == 1
        assert reads(99, calls) == reads(600, calls) == reads(5_000, calls) == ()


def test_many_writes_beside_each_other_are_not_deep():
    writes = [Own("claim", CLAIM, f"f{n}", [[n], {"a": [n]}]) for n in range(500)]
    placed = [(PartClass.TAGS, ARTICLE, write) for write in writes]
    (part,) = Stamp(new_analyst(), NOW, NOW).seal("SetTag", 1, placed).parts
    assert part.writes == tuple(writes)


def test_a_write_of_an_unknown_form_is_malformed():
    with pytest.raises(MalformedError):
        read_write({"form": "say"})


def test_an_own_write_comes_back():
    write = Own("claim", ClaimId(CLAIM), "judgement", {"tag": "verified"})
    assert read_write(write.json()) == write


def test_an_edit_of_no_article_names_none():
    write = Own("analyst", new_analyst(), "name", "Ada")
    made = Stamp(new_analyst(), NOW, NOW).seal("SetName", 1, [(PartClass.TAGS, None, write)])
    assert made.articles == ()
    assert ArticleId("") not in made.articles


def test_a_header_with_half_a_character_is_not_sound():
    """Canonical JSON has no UTF-8 for it, so its id can be the hash of nothing."""
    assert not dataclasses.replace(edit().header, kind="Set\ud83dTag").sound
