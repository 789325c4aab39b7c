"""Who is one person, and copies under a pseudonym: EDITS.md, section 7."""

from __future__ import annotations

import json
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import canonical
from annotator.domain.edits import form
from annotator.domain.edits.act import Act
from annotator.domain.edits.comments import Comment, EditComment
from annotator.domain.edits.form import AnalystId, Edit, PartClass, Stamp
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SamePerson, SetName, TakePseudonym
from annotator.domain.edits.persons import Persons, persons
from annotator.domain.edits.pseudonym import NEVER_COPIED, Pseudonym, pseudonyms
from annotator.domain.edits.reviewing import Decide, Return, Ruling, Settle, Submit
from annotator.domain.edits.state import state
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.edits.writes import All, Own
from annotator.domain.review import PassState, passes
from annotator.domain.tags import Standing, Tag
from annotator.domain.threads import comments
from factories import ANNA, BEN, CHLOE, SENTENCES, TEXT, claims_of, id_of, import_of
from unit.edits.histories import BEGINNING, PEOPLE, TEXTS, hostile, ordinary, seen, union

ARTICLE = id_of(TEXT)
CLAIMS = claims_of(ARTICLE)
SECRET = "ab" * 32


def made(*acts: tuple[AnalystId, Act]) -> list[Edit]:
    """These acts one after the other."""
    return [
        Stamp(analyst, BEGINNING + at, BEGINNING + at).seal(
            act.kind, KINDS[act.kind].version, act.writes(), act.undoes
        )
        for at, (analyst, act) in enumerate(acts)
    ]


def tagged(edits: list[Edit]) -> dict[tuple[str, ClaimId], Tag | None]:
    held = state(edits, {ARTICLE: TEXT}).assessments()
    return {key: assessment.tag for key, assessment in held.items()}


def test_one_side_alone_joins_nobody() -> None:
    edits = made(
        (ANNA.id, SamePerson(BEN.id, True)), (BEN.id, SetTag(ARTICLE, CLAIMS[:1], Tag.VERIFIED))
    )
    assert persons(edits) == Persons()
    assert set(tagged(edits)) == {(BEN.id, CLAIMS[0])}


def test_two_that_say_so_are_one_under_the_smaller_id_and_the_last_word_stands() -> None:
    edits = made(
        (BEN.id, SetTag(ARTICLE, CLAIMS[:1], Tag.VERIFIED)),
        (ANNA.id, SetTag(ARTICLE, CLAIMS[:1], Tag.DISPUTED)),
        (BEN.id, SetName(BEN.id, "Anna on the laptop")),
        (ANNA.id, SamePerson(BEN.id, True)),
        (BEN.id, SamePerson(ANNA.id, True)),
    )
    assert tagged(edits) == {(ANNA.id, CLAIMS[0]): Tag.DISPUTED}
    assert state(edits, {}).names() == {ANNA.id: "Anna on the laptop"}
    taken_back = edits + made((BEN.id, Undo(edits[1].header.id)))
    late = Stamp(BEN.id, BEGINNING + 99, BEGINNING).seal("Undo", 1, (), edits[1].header.id)
    assert tagged(taken_back) == tagged(edits), "an undo from before what it names counts nothing"
    assert tagged([*edits, late]) == {(ANNA.id, CLAIMS[0]): Tag.VERIFIED}


def test_three_ids_are_one_person_through_the_middle_one() -> None:
    both = [(ANNA.id, BEN.id), (BEN.id, CHLOE.id)]
    edits = made(*((a, SamePerson(b, True)) for pair in both for a, b in (pair, pair[::-1])))
    assert persons(edits).joined == {BEN.id: ANNA.id, CHLOE.id: ANNA.id}


@given(st.one_of(ordinary(), hostile()), st.permutations(PEOPLE))
def test_no_separates_exactly(history: list[Edit], order: list[AnalystId]) -> None:
    one, other = order[:2]
    later = [
        Stamp(of, 2 * BEGINNING // 2 + 10_000 + at, BEGINNING).seal("SamePerson", 1, act.writes())
        for at, (of, act) in enumerate(
            [
                (one, SamePerson(other, False)),
                (other, SamePerson(one, False)),
            ]
        )
    ]
    joining = [
        Stamp(of, BEGINNING + 5_000 + at, BEGINNING).seal("SamePerson", 1, act.writes())
        for at, (of, act) in enumerate(
            [(one, SamePerson(other, True)), (other, SamePerson(one, True))]
        )
    ]
    apart = state(union(history, later), TEXTS)
    again = state(union(history, joining, later), TEXTS)
    assert seen(apart) == seen(again)


def taken(*others: tuple[AnalystId, Act]) -> tuple[list[Edit], Pseudonym]:
    edits = made(
        (ANNA.id, SetName(ANNA.id, "Anna Real")),
        (ANNA.id, import_of(TEXT, SENTENCES)),
        *others,
        (ANNA.id, TakePseudonym(ANNA.id, "The Third Desk", SECRET)),
    )
    return edits, next(pseudonyms(edits, {}))


def shown(copies: list[Edit]) -> str:
    return json.dumps(
        [
            [edit.header.content(), [[part.salt, part.body] for part in edit.parts]]
            for edit in copies
        ]
    )


def test_a_copy_says_nothing_of_who_made_it() -> None:
    edits, pseudonym = taken(
        (ANNA.id, SetTag(ARTICLE, CLAIMS[:2], Tag.VERIFIED, seen=(ANNA.id, BEN.id))),
        (ANNA.id, SetNote(ARTICLE, CLAIMS[0], "why")),
        (ANNA.id, Comment(ARTICLE, CLAIMS[0], "Whence?")),
    )
    comment = edits[-2].header.id
    over = Ruling(CLAIMS[1], Standing.DISPUTED, "so", {ANNA.id: Standing.VERIFIED})
    later: tuple[Act, ...] = (
        Comment(ARTICLE, CLAIMS[0], "From ISNA.", comment),
        EditComment(ARTICLE, comment, "Whence is it?"),
        Decide(ARTICLE, (over,)),
        Undo(edits[2].header.id),
    )
    edits += [
        Stamp(ANNA.id, BEGINNING + 50 + at, BEGINNING).seal(act.kind, 1, act.writes(), act.undoes)
        for at, act in enumerate(later)
    ]
    copies = list(pseudonym.copies(edits).values())
    text = shown(copies)
    originals = [edit.header for edit in edits if edit.header.analyst == ANNA.id]
    telling = {ANNA.id, "Anna", *(header.id for header in originals)}
    telling |= {header.nonce for header in originals}
    telling |= {part.salt for edit in edits for part in edit.parts}
    assert not [word for word in telling if word in text]
    assert all(edit.header.sound and len(edit.sound_parts) == len(edit.parts) for edit in copies)
    alone = state(copies, {ARTICLE: TEXT})
    assert alone.names() == {pseudonym.analyst: "The Third Desk"}
    assert {said.value["text"] for said in alone.said} == {"From ISNA.", "Whence is it?"}
    assert [said.value["answers"] for said in alone.said if said.value["answers"]] == [
        said.edit for said in alone.said if not said.value["answers"]
    ]
    assert alone.decisions()[pseudonym.analyst, CLAIMS[1]].over == {
        pseudonym.analyst: Standing.VERIFIED
    }
    assert (pseudonym.analyst, CLAIMS[1]) not in alone.assessments(), "it was taken back"


def test_what_was_taken_back_after_sending_stays_taken_back_where_the_secret_is() -> None:
    edits, pseudonym = taken((ANNA.id, SetTag(ARTICLE, CLAIMS[:1], Tag.VERIFIED)))
    sent = list(pseudonym.copies(edits).values())
    undone = Stamp(ANNA.id, BEGINNING + 90, BEGINNING).seal("Undo", 1, (), edits[2].header.id)
    back = union(edits, [undone], sent)
    assert tagged(back) == {}
    assert persons(back).joined == {pseudonym.analyst: ANNA.id}
    stranger = [edit for edit in back if edit.header.kind != "TakePseudonym"]
    assert set(tagged(stranger)) == {(pseudonym.analyst, CLAIMS[0])}


def test_an_answer_to_a_copy_answers_the_original_where_the_secret_is() -> None:
    edits, pseudonym = taken(
        (ANNA.id, Submit(ARTICLE)), (ANNA.id, Comment(ARTICLE, CLAIMS[0], "Whence?"))
    )
    copies = pseudonym.copies(edits)
    submission, comment = (copies[edit.header.id].header.id for edit in edits[2:4])
    answers: tuple[Act, ...] = (
        Return(ARTICLE, submission, "Claim 2 has no note."),
        Comment(ARTICLE, CLAIMS[0], "From ISNA.", comment),
    )
    answered = [
        Stamp(BEN.id, BEGINNING + 90 + at, BEGINNING).seal(act.kind, 1, act.writes())
        for at, act in enumerate(answers)
    ]
    home = state(union(edits, copies.values(), answered), {ARTICLE: TEXT})
    assert passes(home.said)[ANNA.id].reason == "Claim 2 has no note."
    assert [one.answers for one in comments(home.said)] == [None, edits[3].header.id]
    away = state(union(copies.values(), answered), {ARTICLE: TEXT})
    assert passes(away.said)[pseudonym.analyst].state is PassState.RETURNED
    assert [one.answers for one in comments(away.said)] == [None, comment]


def test_a_part_that_is_not_here_has_a_copy_that_fits_nothing() -> None:
    edits, pseudonym = taken((ANNA.id, SetTag(ARTICLE, CLAIMS[:1], Tag.VERIFIED)))
    bare = [Edit(edit.header, ()) for edit in edits]
    copies = pseudonym.copies(bare)
    assert copies[edits[2].header.id].parts == ()
    assert copies[edits[2].header.id].header.sound


def test_an_item_of_evidence_gets_another_id_and_what_is_no_json_stays() -> None:
    item = "12345678-0000-4000-8000-000000000000"
    edits, pseudonym = taken()
    written = Stamp(ANNA.id, BEGINNING + 9, BEGINNING).seal(
        "AddEvidence", 1, ((PartClass.EVIDENCE, ARTICLE, Own("evidence", item, "title", "A map")),)
    )
    header = written.header
    copies = pseudonym.copies([written, *edits])
    (part,) = copies[header.id].parts
    assert item not in part.body
    assert "A map" in part.body
    with patch.object(
        form, "canonical", lambda of: "no JSON" if isinstance(of, list) else canonical(of)
    ):
        odd = Stamp(ANNA.id, BEGINNING + 10, BEGINNING).seal(
            "SetTag", 1, ((PartClass.TAGS, ARTICLE, Own("claim", CLAIMS[0], "judgement", None)),)
        )
    (part,) = pseudonym.copies([odd])[odd.header.id].parts
    assert part.body == "no JSON"


def test_who_is_who_is_said_by_one_field_only_and_may_be_said_twice() -> None:
    both = [(ANNA.id, BEN.id), (BEN.id, CHLOE.id), (ANNA.id, CHLOE.id)]
    edits = made(*((a, SamePerson(b, True)) for pair in both for a, b in (pair, pair[::-1])))
    other = ((PartClass.TAGS, None, Own("analyst", BEN.id, "mood", True)),)
    edits.append(Stamp(ANNA.id, BEGINNING + 60, BEGINNING).seal("SamePerson", 1, other))
    assert persons(edits).joined == {BEN.id: ANNA.id, CHLOE.id: ANNA.id}


@given(st.one_of(ordinary(), hostile()), st.integers(0, 40), st.sampled_from(PEOPLE))
def test_copies_are_the_same_whenever_they_are_made_and_change_nothing(
    history: list[Edit], cut: int, owner: AnalystId
) -> None:
    """Sent twice, or fuller later: a union. Where the secret is, a copy *is* its original."""
    act = TakePseudonym(owner, "Nobody at all", SECRET)
    take = Stamp(owner, BEGINNING + 20_000, BEGINNING).seal(act.kind, 1, act.writes())
    everything = union(history, [take])
    pseudonym = next(
        p for p in pseudonyms(everything, persons(everything).joined) if p.secret == SECRET
    )
    some, full = pseudonym.copies(everything[:cut]), pseudonym.copies(everything)
    kinds = {edit.header.id: edit.header.kind for edit in everything}
    assert not [edit for edit in full if kinds[edit] in NEVER_COPIED and edit != take.header.id]
    with_copies = state(union(everything, full.values()), TEXTS)
    without = state(everything, TEXTS)
    assert {key: reg for key, reg in with_copies.own.items() if key[1] == "claim"} == {
        (with_copies.persons.of(key[0]), *key[1:]): reg
        for key, reg in without.own.items()
        if key[1] == "claim"
    }
    assert take.header.id in some


def test_a_secret_that_is_none_makes_no_pseudonym() -> None:
    for field, value in (
        ("pseudonym.x", {"name": "x", "secret": "short"}),
        ("pseudonym.x", ["no", "dict"]),
        ("name", "x"),
    ):
        writes = (
            (PartClass.PRIVATE, None, Own("analyst", ANNA.id, field, value)),
            (
                PartClass.PRIVATE,
                ArticleId(ARTICLE),
                SetTag(ARTICLE, CLAIMS[:1], Tag.VERIFIED).writes()[0][2],
            ),
        )
        edit = Stamp(ANNA.id, BEGINNING, BEGINNING).seal("TakePseudonym", 1, writes)
        assert list(pseudonyms([edit], {})) == []


def test_settling_under_a_pseudonym_sends_no_hash_over_who_held_what() -> None:
    edits, pseudonym = taken((ANNA.id, Settle(ARTICLE, {CLAIMS[0]: "0123456789ab"})))
    (part,) = pseudonym.copies(edits)[edits[2].header.id].parts
    assert "0123456789ab" not in part.body
    assert '"state":"settled"' in part.body
    odd = Stamp(ANNA.id, BEGINNING + 9, BEGINNING).seal(
        "Settle", 1, ((PartClass.TAGS, ARTICLE, All("article", ARTICLE, "state", "settled")),)
    )
    assert pseudonym.copies([odd])[odd.header.id].parts[0].body == odd.parts[0].body
