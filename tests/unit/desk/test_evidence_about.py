"""What a window asks around one item of evidence, and what is typed of one and not saved yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.desk import evidence_drafts, evidencing
from annotator.desk.desk import Desk
from annotator.desk.evidence_about import about, of_claim, served_by_me
from annotator.desk.evidence_drafts import ENTRY, Word, name_of
from annotator.desk.evidencing import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.desk.records import recorded
from annotator.domain.evidence import Stance
from annotator.store import drafts
from evidenced import SUPPORTS, URL, add, claim, item, reveal, sound

Opened = Callable[..., OpenLibrary]


def test_an_item_knows_the_claims_it_serves_with_their_numbers_and_places(desk: Desk) -> None:
    made = add(desk, None, 9, 5)
    found = about(desk.library, item(desk.library, made)).serves
    assert [serves.claim for serves, _ in found] == [claim(desk, 5), claim(desk, 9)]
    assert [serves.number for serves, _ in found] == [desk.held.number(5), desk.held.number(9)]
    assert [span for _, span in found] == [desk.held.span(5), desk.held.span(9)]
    assert served_by_me(desk.library, made.item) == {claim(desk, 5), claim(desk, 9)}


def test_an_item_knows_others_with_its_address_and_what_it_copies(desk: Desk) -> None:
    first = add(desk)
    alike = add(desk, Given(url="http://www.example.org/map/?utm_source=x", title="Again"))
    add(desk, Given(url="https://example.org/other", title="Other"))
    found = about(desk.library, item(desk.library, first))
    assert [one.id for one in found.alike] == [alike.item]
    assert found.copy_of is None
    evidencing.edit(desk.library, alike.item, Given(copy_of=first.item))
    found = about(desk.library, item(desk.library, alike))
    assert found.copy_of is not None
    assert found.copy_of.id == first.item
    assert found.alike == (), "what it copies is said once"


def test_a_file_whose_bytes_are_not_here_is_missing(desk: Desk) -> None:
    made = add(desk, None, files=[("map.png", b"picture")])
    held = item(desk.library, made)
    assert about(desk.library, held).missing == frozenset()
    other = replace(held, files=(replace(held.files[0], sha256="0" * 64), *held.files))
    assert about(desk.library, other).missing == {"0" * 64}


def test_what_colleagues_hold_comes_after_ones_own_and_only_where_it_may_be_seen(
    desk: Desk, opened: Opened
) -> None:
    ben = opened("Ben")
    ours = add(desk, Given(title="Mine"))
    given, serving = Given(title="Ben's"), Serving(Stance.CONTRADICTS)
    evidencing.add(ben, desk.article, [claim(desk)], given, serving)
    desk.library.poll()
    names = [one.name for _, one in of_claim(desk.library, desk.article, claim(desk))]
    assert names == ["Mine"]
    reveal(desk.library, desk)
    found = of_claim(desk.library, desk.article, claim(desk))
    assert [(who.name, one.name) for who, one in found] == [("Ada", "Mine"), ("Ben", "Ben's")]
    reveal(ben, desk)
    evidencing.use(ben, ours.item, desk.article, [claim(desk)], SUPPORTS)
    desk.library.poll()
    found = of_claim(desk.library, desk.article, claim(desk))
    assert [(who.name, one.name) for who, one in found] == [("Ada", "Mine"), ("Ben", "Ben's")]


def test_what_was_read_last_is_read_again_when_anybody_wrote(desk: Desk, opened: Opened) -> None:
    add(desk)
    first = recorded(desk.library, claim(desk))
    assert recorded(desk.library, claim(desk)) is first
    add(desk, Given(title="Another"))
    assert recorded(desk.library, claim(desk)) is not first
    second = recorded(desk.library, claim(desk))
    evidencing.add(opened("Ben"), desk.article, [claim(desk)], Given(title="x"), SUPPORTS)
    assert len(recorded(desk.library, claim(desk))) == len(second) + 1


def test_whether_it_is_primary_is_said_and_taken_back(desk: Desk) -> None:
    made = add(desk)
    for primary in (True, False, None):
        evidencing.set_primary(desk.library, made.item, primary)
        assert item(desk.library, made).primary is primary
    assert evidencing.set_primary(desk.library, made.item, None) is None
    assert sound(desk.library)


def fields(library: OpenLibrary) -> list[str]:
    return [one.field for one in drafts.drafts(library.store, library.author.id)]


def test_an_entry_comes_back_and_a_field_becomes_an_edit(desk: Desk) -> None:
    made = add(desk)
    library, article = desk.library, desk.article
    evidence_drafts.keep(library, article, claim(desk), ENTRY, "https://exam")
    evidence_drafts.keep(library, article, claim(desk), name_of(made.item, "title"), "The map")
    evidence_drafts.keep(library, article, claim(desk), name_of(made.item, "quote"), "396 m")
    left = evidence_drafts.put_back(library, article)
    assert left.entries == ((claim(desk), "https://exam"),)
    assert left.words == ()
    assert item(library, made).title == "The map"
    ((_, linked),) = of_claim(library, article, claim(desk))
    assert linked.link.quote == "396 m"
    assert fields(library) == [ENTRY]


def test_a_field_that_cannot_be_saved_stays_a_draft(desk: Desk) -> None:
    made = add(desk)
    library, article = desk.library, desk.article
    name = name_of(made.item, "published")
    evidence_drafts.keep(library, article, claim(desk), name, "2023-02-30")
    left = evidence_drafts.put_back(library, article)
    assert left.words == (Word(claim(desk), made.item, "published", "2023-02-30"),)
    assert fields(library) == [name]
    evidence_drafts.keep(library, article, claim(desk), name, " ")
    assert fields(library) == []


@pytest.mark.parametrize("field", ["evidence", "evidence x", "evidence x title more", "note"])
def test_drafts_of_other_names_are_left_alone(desk: Desk, field: str) -> None:
    library, article = desk.library, desk.article
    evidence_drafts.keep(library, article, claim(desk), field, "words")
    left = evidence_drafts.put_back(library, article)
    assert left.words == ()
    assert fields(library) == [field]


def test_drafts_of_another_article_wait_for_it(desk: Desk) -> None:
    library = desk.library
    evidence_drafts.keep(library, desk.article, claim(desk), ENTRY, URL)
    other = type(desk.article)("another")
    assert evidence_drafts.put_back(library, other).entries == ()
