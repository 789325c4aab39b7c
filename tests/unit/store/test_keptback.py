"""What is for its writer only is in no file that leaves, and in no earlier wording either."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.desk.exporting import exported
from annotator.desk.formats import formats
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.evidence import (
    AddEvidence,
    EditEvidence,
    LinkEvidence,
    RemoveEvidence,
    link_field,
)
from annotator.domain.edits.form import EditId
from annotator.domain.edits.notes import Restore
from annotator.domain.edits.people import TakePseudonym
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Contact, KeptFile, Link, Stance, private_name
from annotator.domain.tags import Tag
from annotator.store import choosing, parcels
from annotator.store.incoming import incoming
from annotator.store.library import Library
from annotator.store.recorded import records_of
from annotator.store.write import absorb_all, apply
from factories import ANNA, BEN, claims_of, new_library

MAP, PLAN, ASKED = (f"e000000{n}-0000-4000-8000-00000000000e" for n in range(3))
SHA = "ab" * 32
FORMS = tuple(
    row.name for row in formats() if row.media_type.startswith(("text/", "application/json"))
)
"""What is plain to read; what is packed is unpacked in the tests of public copies."""
_JSON = FORMS.index("json")


def does(library: Library, *acts: Act) -> EditId:
    return apply(library, ANNA, acts).edits[-1].header.id


def added(article: ArticleId, claim: ClaimId, item: str, said: str) -> AddEvidence:
    link = Link(item, Stance.SUPPORTS, f"{said}, quoted")
    return AddEvidence(item, {"there": True, "title": said}, {(article, claim): link})


def for_me(article: ArticleId, claim: ClaimId, item: str, said: str) -> EditEvidence:
    """The whole item changes sides, as the desk has it done."""
    registers: dict[str, Json] = {
        "there": False,
        "title": None,
        "there.me": True,
        "title.me": said,
    }
    link = Link(item, Stance.SUPPORTS, f"{said}, quoted", private=True)
    moved = (
        (article, Own("claim", claim, link_field(item, False), None)),
        (article, Own("claim", claim, link_field(item, True), link.json())),
    )
    return EditEvidence(item, registers, (article,), moved)


def parcel(library: Library, article: ArticleId, target: Path, *, pseudonym: str = "") -> bytes:
    """Everything that Anna has of the article, as bytes."""
    sender = choosing.sender_ids(library, ANNA.id)
    chosen = choosing.chosen(library, sender, [article], choosing.CLASSES)
    taken = parcels.taken_pseudonym(library, sender, pseudonym) if pseudonym else None
    contents = parcels.Contents(library, [article], chosen, held=True, pseudonym=taken)
    parcels.make(contents, target, force=True)
    return target.read_bytes()


def leaves(library: Library, article: ArticleId, folder: Path) -> list[bytes]:
    """Every file in which anything leaves the library: parcels, and each format of report."""
    opened = OpenLibrary(library, ANNA)
    found = [exported(opened, article, form) for form in FORMS]
    found.append(parcel(library, article, folder / "real.annotations"))
    if library.rows("SELECT 1 FROM edits WHERE kind = 'TakePseudonym'"):
        found.append(parcel(library, article, folder / "owl.annotations", pseudonym="Owl"))
    return found


def kept_back(library: Library, article: ArticleId) -> int:
    sender = choosing.sender_ids(library, ANNA.id)
    chosen = choosing.chosen(library, sender, [article], choosing.CLASSES)
    return chosen.kept_back["evidence"]


def words(files: Sequence[bytes], *searched: str) -> list[str]:
    return [one for one in searched if any(one.encode() in data for data in files)]


def test_contacts_items_and_files_for_me_are_in_no_file(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    contact = Contact(ASKED, "Mr Nameless", "2026-11-02", "by phone", "He heard it himself.")
    registers: dict[str, Json] = {
        private_name(f"contact {ASKED}"): contact.json(),
        private_name(f"file {SHA}"): KeptFile(SHA, "nameless.png", 3).json(),
    }
    secret = {private_name(name): value for name, value in (("there", True), ("title", "Hidden"))}
    link = Link(PLAN, Stance.CONTEXT, "whispered", private=True)
    does(
        library,
        added(article, claim, MAP, "A map"),
        EditEvidence(MAP, registers, (article,)),
        AddEvidence(PLAN, secret, {(article, claim): link}),
        TakePseudonym(ANNA.id, "Owl", "ab" * 32),
    )
    hidden = ("Nameless", "heard it", "nameless.png", "Hidden", "whispered", ASKED, PLAN)
    assert words([library.path.read_bytes()], *hidden) == list(hidden), "they are here"
    files = leaves(library, article, tmp_path)
    assert words(files, *hidden) == []
    assert words(files, "A map") == ["A map"]
    assert kept_back(library, article) == 0


def test_an_item_that_became_private_goes_in_no_earlier_wording(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim, other = claims_of(article)[1:3]
    does(library, added(article, claim, MAP, "A map of theirs"))
    does(library, added(article, other, PLAN, "A plan"))
    does(
        library,
        EditEvidence(MAP, {"publisher": "A Survey Office"}, (article,)),
        LinkEvidence(MAP, {(article, other): Link(MAP, Stance.CONTEXT, "the corner")}),
    )
    with new_library(tmp_path / "ben.db") as ben:
        parcel(library, article, tmp_path / "before.annotations")
        with incoming(tmp_path / "before.annotations") as first:
            absorb_all(ben, [first], author=BEN)
        assert records_of(ben, [claim], BEN.id)[ANNA.id, claim].evidence != ()
        turned = does(library, for_me(article, claim, MAP, "A map of theirs"))
        does(library, TakePseudonym(ANNA.id, "Owl", "ab" * 32))
        gone = ("A map of theirs", "A Survey Office", "the corner")
        files = leaves(library, article, tmp_path)
        assert words(files, *gone) == []
        assert words(files, "A plan") == ["A plan"]
        assert kept_back(library, article) == 3
        with incoming(tmp_path / "real.annotations") as second:
            absorb_all(ben, [second], author=BEN)
        assert (ANNA.id, claim) not in records_of(ben, [claim], BEN.id), "and is taken away there"
        assert exported(OpenLibrary(ben, BEN), article, "json") == files[_JSON], "the same here"
    does(library, RemoveEvidence(MAP, True, (article,)))
    assert words(leaves(library, article, tmp_path), *gone) == [], "removed, it is no less so"
    does(library, Undo(turned))
    assert kept_back(library, article) == 0
    assert words(leaves(library, article, tmp_path)[-2:], *gone) == list(gone)


def test_a_contact_or_a_file_that_became_private_alone(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    contact = Contact(ASKED, "Mr Nameless").json()
    kept = KeptFile(SHA, "nameless.png", 3).json()
    does(library, added(article, claim, MAP, "A map"))
    does(library, EditEvidence(MAP, {f"contact {ASKED}": contact}, (article,)))
    does(library, EditEvidence(MAP, {f"file {SHA}": kept}, (article,)))
    assert words(leaves(library, article, tmp_path)[-1:], "Nameless") == ["Nameless"]
    does(
        library,
        EditEvidence(MAP, {f"contact {ASKED}": None, f"contact.me {ASKED}": contact}, (article,)),
        EditEvidence(MAP, {f"file {SHA}": None, f"file.me {SHA}": kept}, (article,)),
    )
    assert words(leaves(library, article, tmp_path), "ameless", "A map") == ["A map"]
    assert kept_back(library, article) == 2
    does(library, EditEvidence(MAP, {f"contact {ASKED}": contact}, (article,)))
    assert kept_back(library, article) == 1, "it was cleared again"


def test_a_link_that_became_private_alone_and_one_that_a_tag_came_with(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim, other = claims_of(article)[1:3]
    does(library, added(article, claim, MAP, "A map"))
    theirs = Link(MAP, Stance.CONTEXT, "the corner").json()
    values = (
        Own("claim", other, link_field(MAP, False), theirs),
        Own("claim", other, "judgement", {"tag": "verified", "seen": []}),
    )
    does(library, Restore(article, other, values))
    does(
        library,
        EditEvidence(
            MAP,
            {},
            (article,),
            (
                (article, Own("claim", other, link_field(MAP, False), None)),
                (article, Own("claim", other, link_field(MAP, True), theirs)),
            ),
        ),
        SetTag(article, (claim,), Tag.DISPUTED),
    )
    data = parcel(library, article, tmp_path / "p.annotations")
    assert words([data], "the corner", "A map, quoted", "verified") == ["A map, quoted", "verified"]


@pytest.mark.parametrize("part_class", [one.value for one in choosing.CLASSES])
def test_a_colleague_s_private_word_keeps_nothing_of_the_sender_s_back(
    library: Library, article: ArticleId, part_class: str
) -> None:
    claim = claims_of(article)[1]
    does(library, added(article, claim, MAP, "A map"))
    apply(library, BEN, [for_me(article, claim, MAP, "No map")])
    sender = choosing.sender_ids(library, ANNA.id)
    chosen = choosing.chosen(library, sender, [article], choosing.CLASSES)
    assert chosen.kept_back[part_class] == 0
