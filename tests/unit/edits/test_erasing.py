"""What is erased counts as missing everywhere, for good, whichever came first: EDITS.md, section 8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import ArticleId
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.erased import (
    erased_parts,
    items_of_erased,
    named_by,
    place_of,
    seals_of_copies,
    without_erased,
)
from annotator.domain.edits.erasing import ERASED, Erase, Keep, Place
from annotator.domain.edits.evidence import AddEvidence, LinkEvidence
from annotator.domain.edits.form import AnalystId, Edit, EditId, PartClass, Stamp
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import TakePseudonym
from annotator.domain.edits.pseudonym import pseudonyms
from annotator.domain.edits.state import state
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import Own, Say
from annotator.domain.evidence import Link, Stance
from annotator.domain.tags import Tag
from factories import ANNA, BEN, SENTENCES, TEXT, claims_of, id_of, import_of
from unit.edits.histories import (
    BEGINNING,
    PEOPLE,
    TEXTS,
    World,
    counted,
    hostile,
    ordinary,
    seen,
    step,
    union,
)

ARTICLE = id_of(TEXT)
CLAIM, OTHER = claims_of(ARTICLE)[1:3]
ITEM = "e0000001-0000-4000-8000-00000000000e"
SECRET = "ab" * 32
EVERYTHING_LATER = BEGINNING + 1_000_000
any_history = st.one_of(ordinary(), hostile())


def made(*acts: tuple[AnalystId, Act], after: int = 0) -> list[Edit]:
    """These acts one after the other."""
    edits = []
    for at, (analyst, act) in enumerate(acts, BEGINNING + after):
        with counted(at):
            stamp = Stamp(analyst, at, at)
            edits.append(stamp.seal(act.kind, KINDS[act.kind].version, act.writes(), act.undoes))
    return edits


def places(*edits: Edit) -> tuple[Place, ...]:
    """How these edits' parts are named."""
    return tuple(place_of(part) for edit in edits for part in edit.parts)


def notes(edits: list[Edit]) -> dict[tuple[str, str], str]:
    held = state(edits, {ARTICLE: TEXT}).assessments()
    return {key: one.note for key, one in held.items() if one.note}


NOTED = made(
    (ANNA.id, import_of(TEXT, SENTENCES)),
    (ANNA.id, SetNote(ARTICLE, CLAIM, "Mr Nameless said so")),
    (BEN.id, SetNote(ARTICLE, CLAIM, "Who?")),
)


def erasing(*edits: Edit, by: AnalystId = ANNA.id, after: int = 50) -> Edit:
    return made((by, Erase(by, places(*edits))), after=after)[0]


def test_what_its_own_analyst_erased_is_missing() -> None:
    erase = erasing(NOTED[1])
    assert notes(NOTED) == {(ANNA.id, CLAIM): "Mr Nameless said so", (BEN.id, CLAIM): "Who?"}
    assert notes([*NOTED, erase]) == {(BEN.id, CLAIM): "Who?"}
    assert notes([erase, *NOTED]) == {(BEN.id, CLAIM): "Who?"}
    assert erased_parts([*NOTED, erase]) == set(places(NOTED[1]))
    assert without_erased([erase, *NOTED])[2] == Edit(NOTED[1].header, ())
    assert without_erased(NOTED) == NOTED


def test_nobody_erases_what_a_colleague_wrote() -> None:
    erase = erasing(NOTED[1], NOTED[2], by=BEN.id)
    assert notes([*NOTED, erase]) == {(ANNA.id, CLAIM): "Mr Nameless said so"}


def test_an_erase_dated_before_what_it_names_erases_it_all_the_same() -> None:
    erase = erasing(NOTED[1], after=-50)
    assert notes([*NOTED, erase]) == {(BEN.id, CLAIM): "Who?"}


def test_no_undo_brings_it_back() -> None:
    erase = erasing(NOTED[1])
    for target in (erase, NOTED[1]):
        for kind in (Undo, Redo):
            undone = made((ANNA.id, kind(target.header.id)), after=90)
            assert notes([*NOTED, erase, *undone]) == {(BEN.id, CLAIM): "Who?"}


def test_what_was_erased_cannot_be_made_unerased_by_erasing_that() -> None:
    erase = erasing(NOTED[1])
    again = erasing(erase, after=90)
    assert erased_parts([*NOTED, erase, again]) == set(places(NOTED[1]))


def test_an_older_wording_stands_again_unless_it_is_erased_too() -> None:
    edits = [*NOTED, *made((ANNA.id, SetNote(ARTICLE, CLAIM, "later")), after=20)]
    assert notes([*edits, erasing(edits[3])])[ANNA.id, CLAIM] == "Mr Nameless said so"
    assert (ANNA.id, CLAIM) not in notes([*edits, erasing(edits[1], edits[3])])


def test_of_no_edit_that_is_here_nothing_is_erased() -> None:
    erase = erasing(NOTED[1])
    assert erased_parts([erase]) == frozenset()
    assert list(named_by(NOTED[1])) == []


def test_parts_of_no_article_are_named_in_a_part_of_none() -> None:
    (added,) = made((ANNA.id, AddEvidence(ITEM, {"there": True, "title": "A map"})))
    erase = erasing(added)
    assert [part.article for part in erase.parts] == [None]
    assert state([added, erase], {}).sides() == {}


def test_keep_writes_again_what_else_stood() -> None:
    kept = Keep((("notes", ARTICLE, Own("claim", OTHER, "note", {"text": "so"})),))
    assert notes(made((ANNA.id, kept))) == {(ANNA.id, OTHER): "so"}


@pytest.mark.parametrize(
    ("part_class", "article", "write"),
    [
        (PartClass.NOTES, ARTICLE, Say("article", ARTICLE, ERASED, None)),
        (PartClass.TAGS, ARTICLE, Say("article", claims_of(ARTICLE)[0], ERASED, None)),
        (PartClass.TAGS, None, Say("article", ARTICLE, ERASED, None)),
        (PartClass.TAGS, None, Say("analyst", BEN.id, ERASED, None)),
        (PartClass.TAGS, ARTICLE, Own("article", ARTICLE, ERASED, None)),
        (PartClass.TAGS, ARTICLE, Say("article", ARTICLE, "erase", None)),
    ],
)
def test_what_is_said_in_another_place_erases_nothing(
    part_class: PartClass, article: ArticleId | None, write: Own | Say
) -> None:
    value = [place.json() for place in places(NOTED[1])]
    odd = type(write)(write.about, write.id, write.field, value)
    with counted(1):
        erase = Stamp(ANNA.id, BEGINNING + 9, BEGINNING).seal(
            "Erase", 1, ((part_class, article, odd),)
        )
    assert erased_parts([*NOTED, erase]) == frozenset()


@pytest.mark.parametrize("value", [None, {}, [7], [[]], [["e", 7, ARTICLE]], [[7, "e", ARTICLE]]])
def test_what_is_malformed_erases_nothing(value: Json) -> None:
    say = Say("article", ARTICLE, ERASED, value)
    erase = Stamp(ANNA.id, BEGINNING + 9, BEGINNING).seal(
        "Erase", 1, ((PartClass.TAGS, ARTICLE, say),)
    )
    assert erased_parts([*NOTED, erase]) == frozenset()


def test_an_erase_of_another_version_waits_for_the_program_that_knows_it() -> None:
    act = Erase(ANNA.id, places(NOTED[1]))
    erase = Stamp(ANNA.id, BEGINNING + 9, BEGINNING).seal("Erase", 2, act.writes())
    assert notes([*NOTED, erase]) == notes(NOTED)


@st.composite
def with_an_erase(draw: st.DrawFn) -> tuple[list[Edit], Edit]:
    """A history, and an Erase of any parts in it."""
    world = World(draw, steady=draw(st.booleans()), edits=list(draw(any_history)))
    edit = step(world, ["Erase"])
    return world.edits[:-1], edit


@given(with_an_erase(), st.randoms(use_true_random=False))
def test_erasing_is_as_if_these_parts_had_never_come(
    drawn: tuple[list[Edit], Edit], chance: object
) -> None:
    before, erase = drawn
    everything = [*before, erase]
    gone = erased_parts(everything)
    bare = [
        Edit(edit.header, tuple(part for part in edit.parts if place_of(part) not in gone))
        for edit in everything
    ]
    chance.shuffle(everything)  # type: ignore[attr-defined]
    assert state(union(everything), TEXTS) == state(union(bare), TEXTS)
    assert state(everything_sound(everything), TEXTS) == state(union(bare), TEXTS)


def everything_sound(edits: list[Edit]) -> list[Edit]:
    """A union that leaves in it what was erased."""
    parts: dict[EditId, dict[Place, Edit]] = {}
    for edit in edits:
        held = parts.setdefault(edit.header.id, {})
        for part in edit.sound_parts if edit.header.sound else ():
            held.setdefault(place_of(part), Edit(edit.header, (part,)))
    headers = {edit.header.id: edit.header for edit in edits if edit.header.sound}
    return [
        Edit(header, tuple(part for one in parts[key].values() for part in one.parts))
        for key, header in headers.items()
    ]


@given(with_an_erase())
def test_erasing_takes_nothing_of_anybody_else(drawn: tuple[list[Edit], Edit]) -> None:
    before, erase = drawn
    gone = erased_parts([*before, erase]) - erased_parts(before)
    writers = {edit.header.id: edit.header.analyst for edit in before if edit.header.sound}
    assert {writers[place.edit] for place in gone} <= {erase.header.analyst}


@given(with_an_erase(), st.sampled_from(("Undo", "Redo")))
def test_nothing_takes_an_erase_back(drawn: tuple[list[Edit], Edit], kind: str) -> None:
    before, erase = drawn
    with counted(7):
        stamp = Stamp(erase.header.analyst, EVERYTHING_LATER, BEGINNING)
        vain = stamp.seal(kind, 1, (), erase.header.id)
    with_erase = seen(state(union(before, [erase]), TEXTS))
    assert seen(state(union(before, [erase, vain]), TEXTS)) == with_erase


def under_a_pseudonym(*acts: Act) -> tuple[list[Edit], list[Edit]]:
    """Anna's edits, and the copies that were sent of them."""
    take = TakePseudonym(ANNA.id, "The Third Desk", SECRET)
    edits = made(*((ANNA.id, act) for act in (import_of(TEXT, SENTENCES), *acts, take)))
    pseudonym = next(pseudonyms(edits, {}))
    return edits, list(pseudonym.copies(edits).values())


def test_copies_are_the_same_after_erasing_and_the_copy_of_the_erase_names_them() -> None:
    against = SetTag(ARTICLE, (CLAIM,), Tag.DISPUTED, against=ITEM)
    link = Link(ITEM, Stance.SUPPORTS, "“so”")
    edits, copies = under_a_pseudonym(
        AddEvidence(ITEM, {"there": True, "title": "Nameless"}, {(ARTICLE, CLAIM): link}),
        LinkEvidence(ITEM, {(ARTICLE, OTHER): link}),
        against,
    )
    gone = edits[1:3]
    pseudonym = next(pseudonyms(edits, {}))
    made_of = pseudonym.copies(edits)
    seals = [
        (place_of(part), made_of[edit.header.id].parts[0].digest)
        for edit in gone
        for part in edit.parts
    ]
    act = Erase(ANNA.id, places(*gone), {"The Third Desk": seals}, (ITEM,))
    (erase,) = made((ANNA.id, act), after=90)
    after = pseudonym.copies(without_erased([*edits, erase]))
    assert {edit.header.id for edit in copies} <= {edit.header.id for edit in after.values()}
    assert ITEM not in "".join(part.body for edit in after.values() for part in edit.parts)
    told = after[erase.header.id]
    sent = Edit(told.header, tuple(p for p in told.parts if p.part_class != PartClass.PRIVATE))
    assert "Nameless" in repr(copies)
    assert "Nameless" not in repr(without_erased([*copies, sent]))
    home = state([*edits, erase, *copies, sent], {ARTICLE: TEXT})
    assert home.sides() == {}
    assert home.links() == {}


@given(any_history, st.sampled_from(PEOPLE))
def test_every_kind_but_a_few_is_there_to_be_erased(history: list[Edit], owner: AnalystId) -> None:
    """Whoever erases everything of their own leaves nothing but headers, and what others wrote."""
    everything = union(history)
    own = [edit for edit in everything if edit.header.analyst == owner]
    act = Erase(owner, places(*own))
    with counted(9):
        erase = Stamp(owner, EVERYTHING_LATER, BEGINNING).seal("Erase", 1, act.writes())
    left = without_erased([*everything, erase])
    assert not [
        edit
        for edit in left
        if edit.header.analyst == owner and edit.header.kind != "Erase"
        if any(part.article in (None, *TEXTS) for part in edit.parts)
    ]
    assert [edit for edit in left if edit.header.analyst != owner] == [
        edit for edit in everything if edit.header.analyst != owner
    ]


def test_what_is_remembered_of_copies_is_read_leniently_and_from_private_parts_only() -> None:
    place = places(NOTED[1])[0]
    row = [*place.json(), "a seal"]
    writes = (
        (
            PartClass.PRIVATE,
            None,
            Own("analyst", ANNA.id, "copied.Owl", [row, 7, [1], [*row[:3], 7]]),
        ),
        (PartClass.PRIVATE, None, Own("analyst", ANNA.id, "items", [ITEM, 7])),
        (PartClass.PRIVATE, None, Own("analyst", ANNA.id, "mood", ["x"])),
        (PartClass.PRIVATE, None, Say("analyst", ANNA.id, "items", ["x"])),
        (PartClass.TAGS, None, Own("analyst", ANNA.id, "items", ["in the open"])),
    )
    erase = Stamp(ANNA.id, BEGINNING + 9, BEGINNING).seal("Erase", 1, writes)
    odd = Stamp(ANNA.id, BEGINNING + 9, BEGINNING).seal(
        "Erase", 1, ((PartClass.PRIVATE, None, Own("analyst", ANNA.id, "items", "no list")),)
    )
    assert seals_of_copies([erase, *NOTED], "Owl") == {place: "a seal"}
    assert seals_of_copies([erase], "Another") == {}
    assert items_of_erased([erase, odd]) == {ITEM}
