"""Evidence and attribution among the edits: whose they are, their two sides, and under a pseudonym."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import ArticleId
from annotator.domain.assessment import Audience, Because
from annotator.domain.attribution import Attribution, Quoted, source_id
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.attributing import NameSources, RemoveAttribution, SetAttribution
from annotator.domain.edits.evidence import (
    AddEvidence,
    EditEvidence,
    LinkEvidence,
    RemoveEvidence,
    link_field,
)
from annotator.domain.edits.form import AnalystId, Edit, Stamp
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.people import TakePseudonym
from annotator.domain.edits.pseudonym import NEVER_COPIED, Pseudonym, pseudonyms
from annotator.domain.edits.state import State, state
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import (
    NO_SIDE,
    THERE,
    Contact,
    Link,
    Stance,
    item_of,
    links_of,
)
from annotator.domain.tags import Tag
from factories import ANNA, BEN, SENTENCES, TEXT, claims_of, id_of, import_of
from unit.edits.histories import BEGINNING, PEOPLE, TEXTS, counted, hostile, ordinary, union
from unit.edits.recording import RECORD_MAKERS

ARTICLE = id_of(TEXT)
CLAIMS = claims_of(ARTICLE)
ITEM, OTHER, ASKED, SAID = (f"e000000{n}-0000-4000-8000-00000000000e" for n in range(4))
SECRET = "ab" * 32


def made(*acts: tuple[AnalystId, Act], after: int = 0) -> list[Edit]:
    """These acts one after the other."""
    edits = []
    for at, (analyst, act) in enumerate(acts, BEGINNING + after):
        with counted(at):
            edits.append(
                Stamp(analyst, at, at).seal(
                    act.kind, KINDS[act.kind].version, act.writes(), act.undoes
                )
            )
    return edits


def stands(edits: list[Edit]) -> State:
    return state(edits, {ARTICLE: TEXT})


def added(link: Link | None = None, **registers: Json) -> AddEvidence:
    serving = {(ARTICLE, CLAIMS[0]): link or Link(ITEM, Stance.SUPPORTS, "“so”")}
    return AddEvidence(ITEM, {THERE: True, **registers}, serving)


def for_me(item: str, text: str) -> EditEvidence:
    """The item is for its writer only from now on, and so is how it serves the first claim."""
    registers = {THERE: False, "title": None, "there.me": True, "title.me": text}
    moved = (
        (ARTICLE, Own("claim", CLAIMS[0], link_field(item, False), None)),
        (
            ARTICLE,
            Own("claim", CLAIMS[0], link_field(item, True), Link(item, Stance.CONTEXT).json()),
        ),
    )
    return EditEvidence(item, registers, (ARTICLE,), moved)


def test_an_item_changes_sides_in_one_edit_that_can_be_taken_back() -> None:
    edits = made(
        (ANNA.id, import_of(TEXT, SENTENCES)),
        (ANNA.id, added(title="A map")),
        (ANNA.id, for_me(ITEM, "A map")),
    )
    sides = stands(edits).sides()
    assert set(sides) == {(ANNA.id, ITEM, True)}
    mine = sides[ANNA.id, ITEM, True]
    item = item_of(ITEM, ANNA.id, NO_SIDE, mine)
    assert item is not None
    assert (item.title, item.audience) == ("A map", Audience.ME)
    links = stands(edits).links()
    assert list(links) == [(ANNA.id, CLAIMS[0], ITEM, True)]
    edits += made((ANNA.id, Undo(edits[2].header.id)), after=9)
    assert set(stands(edits).sides()) == {(ANNA.id, ITEM, False)}
    assert list(stands(edits).links()) == [(ANNA.id, CLAIMS[0], ITEM, False)]


def test_without_the_private_part_a_colleague_sees_that_it_is_not_there() -> None:
    edits = made((ANNA.id, added(title="A map")), (ANNA.id, for_me(ITEM, "secret words")))
    sent = [
        Edit(edit.header, tuple(part for part in edit.parts if part.part_class != "private"))
        for edit in edits
    ]
    assert "secret words" not in repr(sent)
    assert stands(sent).sides() == {}
    assert stands(sent).links() == {}


def test_removing_it_leaves_its_links_and_undo_brings_both_back() -> None:
    edits = made((ANNA.id, added()), (ANNA.id, RemoveEvidence(ITEM, False, (ARTICLE,))))
    assert stands(edits).sides() == {}
    assert len(stands(edits).links()) == 1
    back = edits + made((ANNA.id, Undo(edits[1].header.id)), after=9)
    assert stands(back) == stands([*edits[:1], *back[1:]])
    assert len(stands(back).sides()) == 1


def test_who_writes_of_a_colleagues_item_writes_an_item_of_their_own() -> None:
    edits = made(
        (ANNA.id, added(title="A map")),
        (BEN.id, EditEvidence(ITEM, {"title": "No map"}, (ARTICLE,))),
        (BEN.id, RemoveEvidence(ITEM, False, (ARTICLE,))),
        (BEN.id, LinkEvidence(ITEM, {(ARTICLE, CLAIMS[0]): Link(ITEM, Stance.CONTRADICTS)})),
    )
    sides = stands(edits).sides()
    assert list(sides) == [(ANNA.id, ITEM, False)]
    assert sides[ANNA.id, ITEM, False].title == "A map"
    assert {owner: link.stance for (owner, *_), link in stands(edits).links().items()} == {
        ANNA.id: Stance.SUPPORTS,
        BEN.id: Stance.CONTRADICTS,
    }


def test_a_link_that_is_taken_away_is_so_on_both_sides() -> None:
    edits = made(
        (ANNA.id, added()),
        (ANNA.id, LinkEvidence(ITEM, {(ARTICLE, CLAIMS[0]): None})),
    )
    assert stands(edits).links() == {}
    assert links_of((), ()) == ()


def test_an_attribution_is_one_record_and_the_last_stands() -> None:
    one = Attribution(SAID, CLAIMS[0], Quoted("ISNA"))
    edits = made(
        (ANNA.id, SetAttribution(ARTICLE, one)),
        (ANNA.id, SetAttribution(ARTICLE, Attribution(SAID, CLAIMS[1], Quoted("IRNA")))),
        (BEN.id, RemoveAttribution(ARTICLE, SAID)),
    )
    assert stands(edits).attributions() == {
        (ANNA.id, SAID): (Attribution(SAID, CLAIMS[1], Quoted("IRNA")), True)
    }
    edits += made((ANNA.id, RemoveAttribution(ARTICLE, SAID)), after=9)
    assert stands(edits).attributions()[ANNA.id, SAID][1] is False


def test_what_a_source_is_called_is_said_by_anybody_for_one_article() -> None:
    edits = made(
        (ANNA.id, import_of(TEXT, SENTENCES)),
        (ANNA.id, NameSources({ARTICLE: {"ISNA": "the agency", "IRNA": "ISNA"}})),
        (BEN.id, NameSources({ARTICLE: {"IRNA": ""}})),
    )
    of = stands(edits).articles[ARTICLE]
    assert of.sources == {source_id("ISNA"): "the agency", source_id("IRNA"): ""}
    assert of.record["title"] == "Two explosions"


def taken(*acts: Act) -> tuple[list[Edit], Pseudonym]:
    take = TakePseudonym(ANNA.id, "The Third Desk", SECRET)
    edits = made(*((ANNA.id, act) for act in (*acts, take)))
    return edits, next(pseudonyms(edits, {}))


def shown(copies: list[Edit]) -> str:
    return json.dumps(
        [
            [edit.header.content(), [[part.salt, part.body] for part in edit.parts]]
            for edit in copies
        ]
    )


def the_record() -> tuple[Act, ...]:
    """Everything that has a random id of its own, and everything that names it later."""
    contact = Contact(ASKED, "A clerk").json()
    one = Attribution(SAID, CLAIMS[0], Quoted("ISNA"), named_in=CLAIMS[1])
    return (
        added(title="A map", **{f"contact {ASKED}": contact, "copy_of": OTHER}),
        AddEvidence(OTHER, {THERE: True}),
        SetAttribution(ARTICLE, one),
        SetTag(ARTICLE, CLAIMS[:1], Tag.DISPUTED, because=Because.CONFLICTING, against=ITEM),
        LinkEvidence(ITEM, {(ARTICLE, CLAIMS[1]): Link(ITEM, Stance.CONTEXT)}),
        EditEvidence(ITEM, {f"contact {ASKED}": contact | {"said": "So."}}, (ARTICLE,)),
        SetAttribution(ARTICLE, Attribution(SAID, CLAIMS[1], Quoted("IRNA"))),
    )


def test_a_copy_holds_no_id_of_an_item_a_contact_or_an_attribution() -> None:
    edits, pseudonym = taken(*the_record())
    copies = list(pseudonym.copies(edits).values())
    text = shown(copies)
    assert not [key for key in (ITEM, OTHER, ASKED, SAID, ANNA.id) if key in text]
    assert "A map" in text
    assert all(len(edit.sound_parts) == len(edit.parts) for edit in copies)


def test_what_names_an_item_names_its_copy_in_the_copies() -> None:
    edits, pseudonym = taken(*the_record())
    of = stands(list(pseudonym.copies(edits).values()))
    ((_, item, _),) = {key for key, side in of.sides().items() if side.title}
    links = {(claim, link.item) for (_, claim, _, _), link in of.links().items()}
    assert links == {(CLAIMS[0], item), (CLAIMS[1], item)}
    (held,) = of.assessments().values()
    assert held.against == item
    side = of.sides()[pseudonym.analyst, item, False]
    assert [contact.said for contact in side.contacts] == ["So."]
    assert (pseudonym.analyst, side.copy_of, False) in of.sides()
    ((_, attribution),) = of.attributions()
    assert attribution not in (SAID, item)
    assert of.attributions()[pseudonym.analyst, attribution][0].claim == CLAIMS[1]


def test_an_item_has_the_same_copy_whichever_of_its_edits_are_sent_first() -> None:
    edits, pseudonym = taken(*the_record())
    early = pseudonym.copies([edits[0], edits[-1]])
    late = pseudonym.copies(edits)
    assert early[edits[0].header.id].parts != (), "there is something to compare"
    kept = re.findall(r'"id":"([^"]+)"', early[edits[0].header.id].parts[0].body)
    assert set(kept) <= set(
        re.findall(r'"id":"([^"]+)"', shown(list(late.values())).replace("\\", ""))
    )
    again = pseudonym.copies(edits)
    assert shown(list(again.values())) == shown(list(late.values()))
    fuller = pseudonym.copies(
        edits + made((ANNA.id, EditEvidence(ITEM, {"title": "A plan"}, (ARTICLE,))), after=30)
    )
    assert {key: fuller[key] for key in late} == late


def test_a_colleagues_item_is_linked_under_its_own_id() -> None:
    theirs = made((BEN.id, added(title="Ben's map")))
    link = LinkEvidence(ITEM, {(ARTICLE, CLAIMS[1]): Link(ITEM, Stance.CONTEXT)})
    edits, pseudonym = taken(link)
    of = stands([*theirs, *pseudonym.copies(union(theirs, edits)).values()])
    assert (pseudonym.analyst, CLAIMS[1], ITEM, False) in of.links()


@given(st.one_of(ordinary((*RECORD_MAKERS, "SetTag")), hostile()), st.sampled_from(PEOPLE))
def test_no_random_id_of_ones_own_is_in_any_copy(history: list[Edit], owner: AnalystId) -> None:
    """Whatever was written of items and attributions, in whichever parts and on either side."""
    act = TakePseudonym(owner, "Nobody at all", SECRET)
    take = Stamp(owner, BEGINNING + 20_000, BEGINNING).seal(act.kind, 1, act.writes())
    everything = union(history, [take])
    mine = [edit for edit in everything if edit.header.analyst == owner]
    ids = {
        write.id
        for edit in mine
        if edit.header.kind not in NEVER_COPIED
        for part in edit.sound_parts
        for write in part.writes
        if isinstance(write, Own) and write.about in ("evidence", "attribution")
    }
    pseudonym = next(p for p in pseudonyms(everything, {}) if p.secret == SECRET)
    copies = list(pseudonym.copies(everything).values())
    bodies = "".join(part.body for edit in copies for part in edit.parts if part.writes)
    assert not [key for key in ids if key in bodies]
    texts = {key: text for key, text in TEXTS.items() if key in bodies}
    assert len(stands_under(pseudonym, mine, texts)) == len(stands_under(None, mine, texts))


def stands_under(
    pseudonym: Pseudonym | None, mine: list[Edit], texts: dict[ArticleId, str]
) -> dict[tuple[str, str, bool], object]:
    """The items that one person has alone, as they are or in the copies."""
    edits = mine if pseudonym is None else list(pseudonym.copies(mine).values())
    return {**state(edits, texts).sides()}
