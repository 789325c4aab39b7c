"""Evidence at the desk: entered, linked, corrected, taken away, and whose it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.desk import evidencing, importing, undoing
from annotator.desk.desk import Desk
from annotator.desk.evidence_list import listed
from annotator.desk.evidence_sight import find_item
from annotator.desk.evidencing import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Contact, Stance
from evidenced import (
    SUPPORTS,
    TODAY,
    URL,
    add,
    as_said,
    claim,
    item,
    links,
    owns,
    reveal,
    serves,
    sound,
    written_in,
)

Opened = Callable[..., OpenLibrary]


@pytest.fixture
def other(library: OpenLibrary, tmp_path: Path) -> ArticleId:
    """Another article."""
    file = tmp_path / "other.txt"
    file.write_text("Another text\n\nIt says the same. It says more.\n")
    return importing.import_file(library, file).article


# entering


def test_one_edit_enters_an_item_for_several_claims(desk: Desk) -> None:
    made = add(desk, Given(url=URL, title=" A  map ", reliability="b", primary=True), 4, 5)
    (edit,) = made.applied.edits[-1:]
    assert edit.header.kind == "AddEvidence"
    found = item(desk.library, made)
    assert (found.url, found.title, found.reliability, found.primary) == (URL, "A map", "B", True)
    assert found.audience is Audience.DESK
    assert serves(desk.library, made) == [claim(desk, 4), claim(desk, 5)]
    (link,) = links(desk.library, desk.article, claim(desk, 5))
    assert (link.stance, link.quote) == (Stance.SUPPORTS, SUPPORTS.quote)
    assert (link.locator, link.credibility) == ("p. 4", "2")
    assert sound(desk.library)


@pytest.mark.parametrize(
    ("given", "accessed"),
    [
        (Given(url=URL), "2024-02-29"),
        (Given(url=URL, accessed="2023-01"), "2023-01"),
        (Given(url=URL, accessed=""), ""),
        (Given(title="A map"), ""),
    ],
)
def test_the_day_it_was_accessed_is_filled_in_where_there_is_an_address(
    desk: Desk, given: Given, accessed: str
) -> None:
    assert item(desk.library, add(desk, given)).accessed == accessed


def test_any_one_field_is_enough(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(b"picture")
    bare = Serving(Stance.CONTEXT)
    for given in (Given(url=URL), Given(title="x"), Given(note="x"), Given(archive=URL)):
        assert item(desk.library, add(desk, given, serving=bare)).id
    quoted = add(desk, Given(), serving=Serving(Stance.CONTEXT, "word for word"))
    kept = add(desk, Given(), serving=bare, files=[file])
    asked = add(desk, Given(), serving=bare, contacts=[Contact("", "Dr Rask")])
    names = [item(desk.library, made).name for made in (quoted, kept, asked)]
    assert names == ["evidence", "map.png", "asked Dr Rask"]
    with pytest.raises(AnnotatorError, match="nothing to keep"):
        add(desk, Given(publisher="ISNA", medium="web", reliability="A"), serving=bare)


def test_evidence_may_serve_no_claim_yet(desk: Desk) -> None:
    made = evidencing.add(desk.library, None, [], Given(title="For later"), None)
    assert item(desk.library, made).title == "For later"
    assert written_in(desk.library, made.applied.edits[-1].header.id) == {("evidence", None)}
    assert evidencing.use(desk.library, made.item, desk.article, [claim(desk)], SUPPORTS)
    assert serves(desk.library, made) == [claim(desk)]


def test_a_claim_wants_a_stance_and_has_to_be_of_the_article(desk: Desk, other: ArticleId) -> None:
    before = desk.library.store.last_edit()
    with pytest.raises(AnnotatorError, match="supports, contradicts or context"):
        add(desk, serving=None)
    with pytest.raises(AnnotatorError, match="not one of this article"):
        evidencing.add(desk.library, other, [claim(desk)], Given(url=URL), SUPPORTS)
    with pytest.raises(AnnotatorError, match="not one of this article"):
        evidencing.add(desk.library, other, [ClaimId("nothing")], Given(url=URL), SUPPORTS)
    assert desk.library.store.last_edit() == before


# serving claims


def test_it_serves_another_claim_otherwise(desk: Desk) -> None:
    made = add(desk)
    against = Serving(Stance.CONTRADICTS, "701 m", "map", "1")
    assert evidencing.use(desk.library, made.item, desk.article, [claim(desk, 6)], against)
    assert links(desk.library, desk.article, claim(desk))[0].stance is Stance.SUPPORTS
    assert links(desk.library, desk.article, claim(desk, 6))[0].stance is Stance.CONTRADICTS
    again = evidencing.use(desk.library, made.item, desk.article, [claim(desk, 6)], against)
    assert again is None


def test_what_is_not_said_again_of_a_claim_stays(desk: Desk) -> None:
    made = add(desk, None, 4, 5)
    both = [claim(desk, 4), claim(desk, 5)]
    args = (desk.library, made.item, desk.article)
    assert evidencing.relink(*args, [claim(desk, 4)], quote="Another quotation")
    assert evidencing.relink(*args, both, credibility="1")
    first, second = (links(desk.library, desk.article, one)[0] for one in both)
    assert (first.quote, second.quote) == ("Another quotation", SUPPORTS.quote)
    assert (first.locator, first.credibility, second.credibility) == ("p. 4", "1", "1")
    assert evidencing.relink(*args, both, locator="p. 4") is None
    assert evidencing.relink(*args, [claim(desk, 4)], quote="")
    assert links(desk.library, desk.article, claim(desk, 4))[0].quote == ""
    with pytest.raises(AnnotatorError, match="supports, contradicts or context"):
        evidencing.relink(*args, [claim(desk, 7)], quote="x")
    assert evidencing.relink(*args, [claim(desk, 7)], stance=Stance.CONTEXT)
    assert links(desk.library, desk.article, claim(desk, 7))[0].quote == ""


def test_it_serves_a_claim_no_longer(desk: Desk) -> None:
    made = add(desk, None, 4, 5)
    gone = evidencing.unlink(desk.library, made.item, desk.article, [claim(desk, 4)] * 2)
    assert gone is not None
    assert serves(desk.library, made) == [claim(desk, 5)]
    assert evidencing.unlink(desk.library, made.item, desk.article, [claim(desk, 4)]) is None
    undoing.undo(desk.library, desk.article)
    assert serves(desk.library, made) == [claim(desk, 4), claim(desk, 5)]


def test_an_item_goes_whole_into_each_article_that_it_serves(desk: Desk, other: ArticleId) -> None:
    library = desk.library
    made = add(desk, Given(url=URL, title="A map"), contacts=[Contact("", "Dr Rask")])
    text = Desk(library)
    text.open(other)
    used = evidencing.use(library, made.item, other, [text.held.id_at(1)], SUPPORTS)
    assert used is not None
    (edit,) = used.edits
    assert {
        write.field for part in edit.parts for write in part.writes if hasattr(write, "field")
    } >= {
        "there",
        "title",
        "url",
    }
    assert written_in(library, edit.header.id) == {("evidence", other), ("private", other)}
    again = evidencing.use(library, made.item, other, [text.held.id_at(2)], SUPPORTS)
    assert again is not None
    assert [own.about for own in owns(again.edits[0])] == ["claim"]
    corrected = evidencing.edit(library, made.item, Given(title="The map"))
    assert corrected is not None
    assert written_in(library, corrected.edits[0].header.id) == {
        ("evidence", desk.article),
        ("evidence", other),
    }
    taken = evidencing.remove(library, made.item)
    assert written_in(library, taken.edits[0].header.id) == {
        ("evidence", desk.article),
        ("evidence", other),
    }
    assert sound(library)


def test_what_was_used_and_taken_back_is_used_whole_again(desk: Desk, other: ArticleId) -> None:
    library = desk.library
    made = add(desk)
    text = Desk(library)
    text.open(other)
    args = (library, made.item, other, [text.held.id_at(1)], SUPPORTS)
    evidencing.use(*args)
    undoing.undo(library, other)
    # What took it away may be taken back, so the other article's log knows of the correction.
    corrected = evidencing.edit(library, made.item, Given(title="The map"))
    assert corrected is not None
    assert ("evidence", other) in written_in(library, corrected.edits[0].header.id)
    used = evidencing.use(*args)
    assert used is not None
    assert "there" in {own.field for own in owns(used.edits[0])}


# correcting


def test_only_what_changes_is_written(desk: Desk) -> None:
    made = add(desk)
    assert evidencing.edit(desk.library, made.item, Given(title="A map", url=URL)) is None
    saved = evidencing.edit(desk.library, made.item, Given(title="The map", publisher=""))
    assert saved is not None
    assert [(own.field, own.value) for own in owns(saved.edits[0])] == [("title", "The map")]
    emptied = evidencing.edit(desk.library, made.item, Given(url=""))
    assert emptied is not None
    found = item(desk.library, made)
    assert (found.url, found.title, found.accessed) == ("", "The map", "2024-02-29")


def test_an_address_that_comes_later_brings_its_day(desk: Desk) -> None:
    made = add(desk, Given(title="A map"))
    evidencing.edit(desk.library, made.item, Given(url=URL), today=TODAY)
    assert item(desk.library, made).accessed == "2024-02-29"
    evidencing.edit(desk.library, made.item, Given(accessed=""))
    evidencing.edit(desk.library, made.item, Given(url=f"{URL}/2"), today=TODAY)
    assert item(desk.library, made).accessed == ""


def test_of_an_item_something_is_left(desk: Desk) -> None:
    made = add(desk, Given(title="A map"), serving=Serving(Stance.CONTEXT))
    with pytest.raises(AnnotatorError, match="Nothing would be left"):
        evidencing.edit(desk.library, made.item, Given(title=""))
    quoted = add(desk, Given(title="A map"))
    assert evidencing.edit(desk.library, quoted.item, Given(title=""))


def test_removing_takes_it_from_every_claim_and_undo_brings_all_back(desk: Desk) -> None:
    made = add(desk, None, 4, 5)
    evidencing.remove(desk.library, made.item)
    assert links(desk.library, desk.article, claim(desk)) == []
    assert listed(desk.library) == ()
    with pytest.raises(AnnotatorError, match="not here any more"):
        evidencing.edit(desk.library, made.item, Given(title="x"))
    with pytest.raises(AnnotatorError, match="There is no evidence"):
        find_item(desk.library, made.item)
    undoing.undo(desk.library, desk.article)
    assert serves(desk.library, made) == [claim(desk, 4), claim(desk, 5)]
    undoing.redo(desk.library, desk.article)
    assert listed(desk.library) == ()
    assert sound(desk.library)


def test_each_kind_of_edit_is_taken_back_and_given_back(desk: Desk, tmp_path: Path) -> None:
    library = desk.library
    file = tmp_path / "map.png"
    file.write_bytes(b"picture")
    made = add(desk)
    args = (library, made.item)
    steps = [
        lambda: evidencing.edit(*args, Given(title="The map", reliability="A")),
        lambda: evidencing.set_contact(*args, Contact("", "Dr Rask")),
        lambda: evidencing.attach(*args, file),
        lambda: evidencing.edit(*args, Given(audience=Audience.ME)),
        lambda: evidencing.edit(*args, Given(audience=Audience.PUBLIC)),
        lambda: evidencing.relink(*args, desk.article, [claim(desk)], stance=Stance.CONTEXT),
        lambda: evidencing.unlink(*args, desk.article, [claim(desk)]),
        lambda: evidencing.remove(*args),
    ]
    stood = [listed(library)]
    for step in steps:
        assert step() is not None
        stood.append(listed(library))
    for before in reversed(stood[:-1]):
        undoing.undo(library, desk.article)
        assert as_said(listed(library)) == as_said(before)
    for after in stood[1:]:
        undoing.redo(library, desk.article)
        assert as_said(listed(library)) == as_said(after)
    assert sound(library)


# whose it is


def test_a_colleague_s_item_is_used_and_never_written(desk: Desk, opened: Opened) -> None:
    made = add(desk)
    ben = opened("Ben")
    reveal(ben, desk)
    used = evidencing.use(ben, made.item, desk.article, [claim(desk, 6)], SUPPORTS)
    assert used is not None
    assert [own.about for own in owns(used.edits[-1])] == ["claim"]
    assert [one.item.id for one in listed(ben)] == [made.item]
    for refused in (
        lambda: evidencing.edit(ben, made.item, Given(title="x")),
        lambda: evidencing.remove(ben, made.item),
        lambda: evidencing.set_contact(ben, made.item, Contact("", "x")),
        lambda: evidencing.attach(ben, made.item, ("x", b"x")),
    ):
        with pytest.raises(AnnotatorError, match="A colleague entered that evidence"):
            refused()
    evidencing.unlink(ben, made.item, desk.article, [claim(desk, 6)])
    assert serves(desk.library, made) == [claim(desk)]


def test_one_s_own_link_to_a_claim_leaves_the_colleague_s(desk: Desk, opened: Opened) -> None:
    made = add(desk)
    ben = opened("Ben")
    reveal(ben, desk)
    against = Serving(Stance.CONTRADICTS)
    evidencing.use(ben, made.item, desk.article, [claim(desk)], against)
    assert links(ben, desk.article, claim(desk))[0].stance is Stance.CONTRADICTS
    assert links(desk.library, desk.article, claim(desk))[0].stance is Stance.SUPPORTS
