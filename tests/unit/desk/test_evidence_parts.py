"""What belongs to an item: who may read it, contacts, copies, files, and very many of them."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.desk import evidencing, undoing
from annotator.desk.desk import Desk
from annotator.desk.evidence_groups import ALIKE
from annotator.desk.evidence_list import listed
from annotator.desk.evidencing import Attached, Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.assessment import Audience
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.errors import AnnotatorError, LargeFileError
from annotator.domain.evidence import Contact, Link, Stance
from evidenced import (
    SUPPORTS,
    TODAY,
    URL,
    add,
    audiences,
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

# who may read it


def test_what_is_for_oneself_is_in_private_parts_alone(desk: Desk) -> None:
    made = add(desk, Given(url=URL, audience=Audience.ME), contacts=[Contact("", "Dr Rask")])
    edit = made.applied.edits[-1].header.id
    assert written_in(desk.library, edit) == {("private", desk.article)}
    assert links(desk.library, desk.article, claim(desk))[0].private
    assert item(desk.library, made).audience is Audience.ME


def test_changing_the_audience_moves_all_of_it_in_one_edit(
    desk: Desk, opened: Opened, tmp_path: Path
) -> None:
    library = desk.library
    file = tmp_path / "map.png"
    file.write_bytes(b"picture")
    asked = [Contact("", "Dr Rask", audience=Audience.DESK), Contact("", "N. N.")]
    made = add(desk, Given(url=URL), 4, 5, files=[file], contacts=asked)
    ben = opened("Ben")
    reveal(ben, desk)
    assert len(listed(ben)) == 1
    hidden = evidencing.edit(library, made.item, Given(audience=Audience.ME))
    assert hidden is not None
    assert len(hidden.edits) == 1
    found = item(library, made)
    assert audiences(found) == {Audience.ME}
    assert all(link.private for link in links(library, desk.article, claim(desk, 4)))
    assert serves(library, made) == [claim(desk, 4), claim(desk, 5)]
    assert listed(ben) == ()
    shown = evidencing.edit(library, made.item, Given(audience=Audience.PUBLIC))
    assert shown is not None
    (one,) = listed(ben)
    assert (one.item.audience, one.item.contacts, one.item.files) == (Audience.PUBLIC, (), ())
    assert [of.link.quote for of in one.serves] == [SUPPORTS.quote] * 2
    found = item(library, made)
    assert [one.audience for one in found.contacts] == [Audience.ME] * 2
    assert evidencing.edit(library, made.item, Given(audience=Audience.DESK))
    assert item(ben, made.item).audience is Audience.DESK
    assert sound(library)


def test_what_becomes_private_alone_has_the_rest_said_once_more(desk: Desk) -> None:
    made = add(
        desk, Given(title="A map"), contacts=[Contact("c", "Dr Rask", audience=Audience.DESK)]
    )
    saved = evidencing.set_contact(desk.library, made.item, Contact("c", "Dr Rask"))
    assert saved is not None
    written = {(own.about, own.field): own.value for own in owns(saved.edits[0], "evidence")}
    assert written["evidence", "title"] == "A map"
    assert written["evidence", "there"] is True
    assert written["evidence", "contact c"] is None
    assert written["claim", f"evidence {made.item}"]["quote"] == SUPPORTS.quote
    (contact,) = item(desk.library, made).contacts
    assert contact.audience is Audience.ME


# contacts, copies, files


def test_contacts_come_change_and_go(desk: Desk) -> None:
    library = desk.library
    made = add(desk)
    args = (library, made.item)
    new = Contact("", " Dr  Rask ", "2024-02", "telephone", "It is\r\n700 m.")
    assert evidencing.set_contact(*args, new, today=TODAY)
    (kept,) = item(*args).contacts
    assert (kept.whom, kept.said, kept.audience) == ("Dr Rask", "It is\n700 m.", Audience.ME)
    assert evidencing.set_contact(*args, kept, today=TODAY) is None
    opened_up = Contact(kept.id, "Dr Rask", audience=Audience.PUBLIC)
    assert evidencing.set_contact(*args, opened_up)
    (kept,) = item(*args).contacts
    assert (kept.when, kept.audience) == ("", Audience.PUBLIC)
    assert evidencing.remove_contact(*args, "unknown") is None
    assert evidencing.remove_contact(*args, kept.id)
    assert item(*args).contacts == ()
    with pytest.raises(AnnotatorError, match="whom you asked"):
        evidencing.set_contact(*args, Contact("", " ", "2024-01-01", "telephone"))
    with pytest.raises(AnnotatorError, match="still to come"):
        evidencing.set_contact(*args, Contact("", "N. N.", "2024-03-01"), today=TODAY)


def test_what_belongs_to_an_item_for_oneself_is_so_too(desk: Desk) -> None:
    made = add(desk, Given(title="x", audience=Audience.ME))
    args = (desk.library, made.item)
    evidencing.set_contact(*args, Contact("", "Dr Rask", audience=Audience.PUBLIC))
    evidencing.attach(*args, ("x.png", b"x"), audience=Audience.DESK)
    found = item(*args)
    assert audiences(found) == {Audience.ME}


def test_copies_form_one_group_whichever_copies_which(desk: Desk, library: OpenLibrary) -> None:
    first, second, third = (add(desk, Given(title=f"Wire {n}")) for n in range(3))
    evidencing.edit(library, second.item, Given(copy_of=first.item))
    evidencing.edit(library, third.item, Given(copy_of=second.item))
    assert item(library, third).copy_of == first.item  # the group stays flat
    assert {one.copies for one in listed(library)} == {3}
    evidencing.edit(library, first.item, Given(copy_of=third.item))
    assert {one.copies for one in listed(library)} == {3}
    evidencing.edit(library, third.item, Given(copy_of=""))
    with pytest.raises(AnnotatorError, match="the same evidence"):
        evidencing.edit(library, first.item, Given(copy_of=first.item))
    with pytest.raises(AnnotatorError, match="not here"):
        evidencing.edit(library, first.item, Given(copy_of="0" * 8))
    evidencing.remove(library, second.item)
    assert len(listed(library)) == 2


def test_a_file_is_kept_with_its_hash_and_says_how_it_came(desk: Desk, tmp_path: Path) -> None:
    library = desk.library
    file = tmp_path / "map.png"
    file.write_bytes(b"picture")
    made = add(desk, Given(), serving=Serving(Stance.CONTEXT), files=[file, file, ("b.txt", b"b")])
    one, other = sorted(item(library, made).files, key=lambda of: of.name, reverse=True)
    assert (one.name, one.size, one.how) == ("map.png", 7, "copied from a file")
    assert (other.name, other.how) == ("b.txt", "pasted")
    assert one.kept > 1_700_000_000_000_000
    assert evidencing.file_bytes(library, one.sha256) == b"picture"
    assert evidencing.file_bytes(library, "0" * 64) is None
    args = (library, made.item)
    assert evidencing.attach(*args, file) is None
    assert evidencing.attach(*args, file, audience=Audience.PUBLIC)
    assert evidencing.attach(*args, file) is None
    assert evidencing.set_file_audience(*args, one.sha256, Audience.ME)
    assert evidencing.set_file_audience(*args, one.sha256, Audience.ME) is None
    assert evidencing.detach(*args, "0" * 64) is None
    assert evidencing.detach(*args, other.sha256)
    (left,) = item(*args).files
    assert (left.audience, left.kept) == (Audience.ME, one.kept)
    undoing.undo(library, desk.article)
    assert len(item(*args).files) == 2
    assert evidencing.file_bytes(library, other.sha256) == b"b"
    assert sound(library)


def test_a_file_that_was_altered_in_the_library_is_not_given_out(desk: Desk) -> None:
    library = desk.library
    item = evidencing.add(library, None, [], Given(title="A map"), None).item
    evidencing.attach(library, item, ("map.png", b"picture"))
    (kept,) = evidencing.item_by_id(library, item).files
    with closing(sqlite3.connect(library.path)) as handmade:
        handmade.execute("DROP TRIGGER files_no_update")
        handmade.execute("UPDATE files SET bytes = 'forged'")
        handmade.commit()
    with pytest.raises(AnnotatorError, match="was altered in the library"):
        evidencing.file_bytes(library, kept.sha256)


def test_how_it_was_kept_can_be_said(desk: Desk) -> None:
    made = add(desk)
    evidencing.attach(desk.library, made.item, ("scan.pdf", b"%PDF"), "scanned in the reading room")
    (file,) = item(desk.library, made).files
    assert file.how == "scanned in the reading room"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\notes.doc", "notes.doc"),
        ("\x1b[31mred\u202efdp.exe", "\\x1b[31mred\\u202efdp.exe"),
        ("نقشه\u200cها.png", "نقشه\u200cها.png"),
        ("", "file"),
        ("..", "file"),
        ("/", "file"),
        ("a" * 300 + ".jpeg", "a" * 195 + ".jpeg"),
        ("b" * 300, "b" * 200),
    ],
)
def test_a_file_s_name_harms_no_screen(desk: Desk, name: str, shown: str) -> None:
    made = add(desk, files=[(name, b"x")])
    (file,) = item(desk.library, made).files
    assert file.name == shown


def test_a_file_that_vanished_saves_nothing(desk: Desk, tmp_path: Path) -> None:
    before = desk.library.store.last_edit()
    for path, words in (
        (tmp_path / "gone.png", "is not there"),
        (tmp_path, "no plain file"),
        (tmp_path / ("n" * 300), "could not be read"),
        (Path("nul\0.png"), "is not there"),
    ):
        with pytest.raises(AnnotatorError, match=words):
            add(desk, files=[path])
    assert desk.library.store.last_edit() == before
    assert desk.library.store.rows("SELECT count(*) FROM files") == [(0,)]


def test_a_large_file_asks_first(desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "large.mp4"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(LargeFileError, match="50 MB"):
        add(desk, files=[large])
    with pytest.raises(LargeFileError, match="50 MB"):
        add(desk, files=[("large.mp4", bytes(50 * 1024 * 1024 + 1))])
    made = add(desk, files=[Attached(large)], large=True)
    assert item(desk.library, made).files[0].size == 50 * 1024 * 1024 + 1
    with large.open("r+b") as file:
        file.truncate(150 * 1024 * 1024 + 1)
    with pytest.raises(AnnotatorError, match="more than 150 MB"):
        evidencing.attach(desk.library, made.item, large, large=True)


def test_ten_thousand_items_serve_one_claim(desk: Desk) -> None:
    library = desk.library
    of = claim(desk)
    acts = [
        AddEvidence(
            str(uuid.UUID(int=number)),
            {"there": True, "url": URL, "title": f"Report {number}"},
            {(desk.article, of): Link(str(uuid.UUID(int=number)), Stance.SUPPORTS)},
        )
        for number in range(10_000)
    ]
    library.perform(*acts)
    found = listed(library, desk.article, of)
    assert len(found) == len(links(library, desk.article, of)) == 10_000
    assert found[0].item.title == "Report 9999"
    assert len(found[0].same_address) == ALIKE
    assert evidencing.find(library, "report 99", None)[0].title == "Report 9999"
    evidencing.edit(library, acts[7].item, Given(copy_of=acts[8].item))
    assert {one.copies for one in listed(library, desk.article, of)} == {1, 2}
