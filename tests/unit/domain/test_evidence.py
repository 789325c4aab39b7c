"""What was found outside the article: two sides of an item, its links, copies, and addresses."""

from __future__ import annotations

import pytest

from annotator.domain.address import address_key, short_address
from annotator.domain.assessment import Audience
from annotator.domain.attribution import NOTHING, Attribution
from annotator.domain.canonical import Json
from annotator.domain.evidence import (
    NEVER,
    NO_SIDE,
    Contact,
    Groups,
    Item,
    KeptFile,
    Link,
    Linked,
    Side,
    Stance,
    is_private,
    item_of,
    links_of,
    private_name,
    read_links,
    read_side,
)
from annotator.domain.order import Stamp
from annotator.domain.record import NO_RECORD, Record
from factories import claims_of, id_of

SHA = "ab" * 32
ASKED, ASKED_TOO = (f"c000000{n}-0000-4000-8000-000000000000" for n in (1, 2))


def written(*registers: tuple[str, Json], at: int = 1) -> dict[str, tuple[Stamp, Json]]:
    """Registers as they stand, each a moment later than the one before."""
    return {name: ((at + n, f"e{n}"), value) for n, (name, value) in enumerate(registers)}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("title", "title.me"),
        (f"contact {ASKED}", f"contact.me {ASKED}"),
        ("evidence ", "evidence.me "),
    ],
)
def test_a_register_has_a_name_on_either_side(name: str, other: str) -> None:
    assert private_name(name) == private_name(other) == other
    assert private_name(other, False) == private_name(name, False) == name
    assert is_private(other)
    assert not is_private(name)


def test_what_stands_behind_the_blank_makes_nothing_private() -> None:
    assert not is_private("contact x.me")
    assert private_name("contact x.me") == "contact.me x.me"


def test_a_side_is_read_from_its_own_registers_only() -> None:
    fields = written(
        ("there", True),
        ("title", "A map"),
        ("title.me", "whence I have it"),
        ("primary", True),
        ("reliability", "B"),
        ("audience", "public"),
        (f"contact.me {ASKED}", Contact(ASKED, "A clerk", said="So it was.").json()),
    )
    desk, mine = read_side(fields, False), read_side(fields, True)
    assert (desk.title, desk.primary, desk.reliability) == ("A map", True, "B")
    assert (desk.there, desk.there_at, desk.stamp) == (True, (1, "e0"), (6, "e5"))
    assert desk.audience is Audience.PUBLIC
    assert desk.contacts == ()
    assert (mine.title, mine.there, mine.there_at) == ("whence I have it", False, NEVER)
    assert mine.audience is Audience.ME
    assert mine.contacts == (Contact(ASKED, "A clerk", said="So it was.", audience=Audience.ME),)
    assert not mine.empty, "a contact for oneself is kept beside an item for the desk"
    assert read_side(written(("title", "A map")), True) == NO_SIDE
    assert read_side(written(("title", "A map")), False).empty


def test_what_has_not_the_expected_form_counts_as_empty() -> None:
    fields = written(
        ("there", "yes"),
        ("title", ["no", "text"]),
        ("primary", 1),
        ("reliability", "AB"),
        ("audience", "me"),
        (f"contact {ASKED}", ["no contact"]),
        (f"contact {ASKED_TOO}", {"whom": 7, "how": ""}),
        (f"file {SHA}", {"name": 7, "size": True, "kept": -1}),
        ("file abc", {"name": "of no hash"}),
    )
    side = read_side(fields, False)
    assert side == Side(
        there_at=(1, "e0"),
        stamp=(9, "e8"),
        files=(KeptFile(SHA, ""),),
    )
    assert side.audience is Audience.DESK, "what is for me is so by its register's name alone"


def test_contacts_and_files_say_their_audience_where_it_is_public() -> None:
    contact = Contact(ASKED, "A clerk", "2026-11-02", "by phone", "Yes.", Audience.PUBLIC)
    kept = KeptFile(SHA, "map.png", 5, 7, "dropped", Audience.PUBLIC)
    fields = written((f"contact {ASKED}", contact.json()), (f"file {SHA}", kept.json()))
    side = read_side(fields, False)
    assert (side.contacts, side.files) == ((contact,), (kept,))
    assert "audience" not in Contact(ASKED, "A clerk").json()
    assert "audience" not in KeptFile(SHA, "map.png").json()


def test_the_side_that_was_said_to_be_there_last_is_the_item() -> None:
    desk = Side(there=True, there_at=(1, "a"), stamp=(1, "a"), title="for the desk")
    mine = Side(there=True, there_at=(2, "b"), stamp=(3, "c"), title="for me")
    later = item_of("i", "anna", desk, mine)
    assert later is not None
    assert (later.title, later.at, later.owner) == ("for me", 3, "anna")
    back = Side(there=True, there_at=(4, "d"), stamp=(4, "d"), title="for the desk")
    again = item_of("i", "anna", back, mine)
    assert again is not None
    assert again.title == "for the desk"
    alone = item_of("i", "anna", NO_SIDE, mine)
    assert alone is not None
    assert alone.title == "for me"
    assert item_of("i", "anna", NO_SIDE) is None
    assert item_of("i", "anna", Side(title="taken away"), NO_SIDE) is None


def test_contacts_and_files_of_both_sides_belong_to_the_item() -> None:
    desk = Side(there=True, files=(KeptFile(SHA, "map.png"),))
    mine = Side(contacts=(Contact(ASKED, "A clerk"),))
    item = item_of("i", "anna", desk, mine)
    assert item is not None
    assert (item.contacts, item.files) == (mine.contacts, desk.files)
    for_all = item_of("i", "anna", desk)
    assert for_all is not None
    assert for_all.contacts == ()


def test_links_are_read_on_their_side_and_malformed_ones_left_out() -> None:
    good = Link("item", Stance.SUPPORTS, "“so”", "p. 4", "2")
    fields = written(
        ("evidence item", good.json()),
        ("evidence.me mine", Link("mine", Stance.CONTEXT, private=True).json()),
        ("evidence graded", {"stance": "supports", "credibility": "7", "quote": 7}),
        ("evidence odd", {"stance": "likes"}),
        ("evidence none", None),
        ("evidence ", good.json()),
        ("evidence", good.json()),
        ("evidenced item", good.json()),
        ("note", {"text": "x"}),
    )
    assert [(link.item, link.quote, link.credibility) for link in read_links(fields, False)] == [
        ("graded", "", ""),
        ("item", "“so”", "2"),
    ]
    assert read_links(fields, True) == (Link("mine", Stance.CONTEXT, private=True, at=2),)


def test_of_the_two_sides_of_a_link_the_later_stands() -> None:
    desk = (Link("a", Stance.SUPPORTS, at=5), Link("b", Stance.SUPPORTS, at=1))
    mine = (
        Link("a", Stance.CONTEXT, private=True, at=4),
        Link("b", Stance.CONTRADICTS, private=True, at=2),
        Link("c", Stance.CONTEXT, private=True, at=3),
    )
    assert links_of(desk, mine) == (mine[1], mine[2], desk[0])
    assert links_of(desk) == (desk[1], desk[0])


def test_copies_of_one_report_count_once_however_they_name_each_other() -> None:
    def copy(key: str, of: str = "") -> Item:
        return Item(key, "anna", copy_of=of)

    groups = Groups.of((copy("a"), copy("b", "a"), copy("c", "b"), copy("d"), copy("x", "gone")))
    assert [groups.root(key) for key in "abcd"] == ["a", "a", "a", "d"]
    assert groups.root("x") == "gone"
    ring = Groups.of((copy("a", "b"), copy("b", "c"), copy("c", "a"), copy("d", "d")))
    assert len({ring.root(key) for key in "abc"}) == 1
    assert ring.root("d") == "d"


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Item("i", "a", title="A map", url="https://example.org"), "A map"),
        (Item("i", "a", url="https://www.example.org/a/"), "example.org/a"),
        (Item("i", "a", files=(KeptFile(SHA, "map.png"),)), "map.png"),
        (Item("i", "a", contacts=(Contact(ASKED, "the clerk"),)), "asked the clerk"),
        (Item("i", "a", note="seen on paper"), "seen on paper"),
        (Item("i", "a"), "evidence"),
    ],
)
def test_an_item_is_called_by_the_first_that_it_has(item: Item, name: str) -> None:
    assert item.name == name
    assert Linked(Link("i", Stance.SUPPORTS), item).name == name


def test_an_item_that_did_not_come_along_is_named_so() -> None:
    assert Linked(Link("i", Stance.SUPPORTS), None).name == "evidence that is not here"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/a", "http://example.org/a/"),
        ("example.org/a?id=4&utm_source=x&fbclid=y#part", " https://EXAMPLE.org:443/a?id=4 "),
        ("http://example.org.:80", "example.org"),
    ],
)
def test_two_spellings_of_one_address_compare_alike(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a?id=4", "https://example.org/a?id=5"),
        ("https://example.org:8080/", "https://example.org/"),
        ("https://example.org/A", "https://example.org/a"),
    ],
)
def test_two_addresses_do_not(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize("odd", ["http://[::1", "https://example.org:port/", "HTTP://[x"])
def test_what_is_no_address_is_compared_as_it_is(odd: str) -> None:
    assert address_key(f" {odd} ") == odd.casefold()


def test_a_card_shows_an_address_without_what_all_have() -> None:
    assert short_address(" HTTPS://www.example.org/a/ ") == "example.org/a"
    assert short_address("Box 4, the archive") == "Box 4, the archive"


def test_a_record_is_empty_without_evidence_and_attribution() -> None:
    claim = claims_of(id_of("x"))[0]
    assert NO_RECORD.empty
    assert not Record((Linked(Link("i", Stance.CONTEXT), None),)).empty
    assert not Record(attributions=(Attribution("a", claim, NOTHING),)).empty
