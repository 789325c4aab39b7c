"""Erasing: not a byte of it is left in the library, its backups or beside them, and nothing else is lost."""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk.exporting import exported
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience, Flag, FlagKind
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.evidence import AddEvidence, EditEvidence, LinkEvidence
from annotator.domain.edits.form import AnalystId, EditId
from annotator.domain.edits.notes import SetNote, TakeOver
from annotator.domain.edits.people import SamePerson, TakePseudonym
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import Own
from annotator.domain.errors import BusyError
from annotator.domain.evidence import Contact, KeptFile, Link, Stance
from annotator.domain.tags import Tag
from annotator.store import (
    backup,
    changes,
    choosing,
    cleaning,
    doctor,
    drafts,
    erasable,
    erasing,
    history,
    merges,
    parcels,
    reading,
    schema,
)
from annotator.store.erasable import Plan
from annotator.store.files import file_bytes
from annotator.store.incoming import incoming
from annotator.store.library import Library, open_library
from annotator.store.recorded import records_of
from annotator.store.write import Author, DraftKey, NewText, absorb, absorb_all, apply
from factories import ANNA, BEN, TEXT, bring_in, claims_of, import_of, new_library, noted
from unit.interchange.logs import log_of
from unit.store.test_migrations import as_of

MAP, PLAN, ASKED = (f"e000000{n}-0000-4000-8000-00000000000e" for n in range(3))
NAME = "Nameless"
BYTES = b"a map drawn by Nameless"
SHA = hashlib.sha256(BYTES).hexdigest()
ANNA_ELSEWHERE = Author(AnalystId("dddddddd-0000-4000-8000-00000000000d"), "Anna")


def does(
    library: Library, *acts: Act, author: Author = ANNA, files: tuple[bytes, ...] = ()
) -> EditId:
    return apply(library, author, acts, files=files).edits[-1].header.id


def everywhere(library: Library) -> dict[str, bytes]:
    """Every file that may hold anything of the library: itself, its backups, and what lies beside."""
    folders = (library.path.parent, paths.backups_dir(library.path))
    files = [path for folder in folders for path in folder.iterdir() if path.is_file()]
    return {path.name: path.read_bytes() for path in files}


def found(library: Library, *words: str) -> set[tuple[str, str]]:
    """Where these words stand: (file, word)."""
    return {
        (name, word)
        for name, data in everywhere(library).items()
        for word in words
        for coded in (word.encode(), word.lower().encode(), word.encode("utf-16-le"))
        if coded in data
    }


def sound(library: Library) -> None:
    """Doctor finds nothing in the library or in any backup, and each backup can be restored."""
    assert doctor.examine(library) == ()
    for path in backup.every_copy(library.path):
        with open_library(path, create=False) as copy:
            assert doctor.examine(copy) == ()


def erased(library: Library, plan: Plan, *words: str, author: Author = ANNA) -> cleaning.Cleaned:
    """Erases and cleans, and looks at every byte before and after."""
    assert {word for _, word in found(library, *words)} == set(words), "there is something to find"
    assert not plan.nothing
    erasing.erase(library, author, plan)
    cleaned = cleaning.clean(library)
    assert found(library, *words) == set()
    sound(library)
    return cleaned


def note_of(library: Library, claim: ClaimId, author: Author = ANNA) -> str:
    return reading.assessment(library, author.id, claim).note


def test_a_note_in_every_wording_and_what_is_being_typed(
    library: Library, article: ArticleId
) -> None:
    claim, other = claims_of(article)[1:3]
    does(library, SetNote(article, claim, f"{NAME} says so"))
    backup.keep(library, "daily")
    does(library, SetNote(article, claim, "Nemo says so", Audience.ME, Audience.DESK))
    undone = does(library, SetNote(article, claim, "Outis says so", Audience.DESK, Audience.ME))
    does(library, Undo(undone))
    does(library, SetTag(article, (claim,), Tag.VERIFIED), SetNote(article, other, "another"))
    key = DraftKey(ANNA.id, claim, "note")
    drafts.save_draft(library, key, article, "half of Niemand")
    backup.keep(library, "daily")
    plan = erasable.of_note(library, ANNA.id, claim)
    assert len(plan.own) == 3
    erased(library, plan, NAME, "Nemo", "Outis", "Niemand")
    assert note_of(library, claim) == ""
    assert note_of(library, other) == "another"
    assert reading.assessment(library, ANNA.id, claim).tag is Tag.VERIFIED
    assert drafts.drafts(library, ANNA.id) == ()
    assert erasable.of_note(library, ANNA.id, claim).nothing


def test_what_else_a_bulk_edit_said_stays_as_it_stands(
    library: Library, article: ArticleId
) -> None:
    """A part of many notes goes for one of them; the others are written again, if they stand."""
    first, second, third, fourth = claims_of(article)[1:5]
    bulk = noted(article, (first, second, third, fourth), f"{NAME} says so")
    does(library, SetTag(article, (first, second, third, fourth), Tag.VERIFIED, bulk))
    does(library, SetNote(article, third, "said otherwise since"))
    does(library, SetNote(article, fourth, ""))
    values = (
        Own("claim", first, "note", {"text": "Nemo"}),
        Own("claim", first, "flag", Flag(FlagKind.RING, "the office").json()),
        Own("claim", first, "judgement", {"tag": "disputed", "seen": []}),
    )
    does(library, TakeOver(article, first, values))
    before = {claim: reading.assessment(library, ANNA.id, claim) for claim in (second, third)}
    plan = erasable.of_note(library, ANNA.id, first)
    kept = {(cls, own.id, own.field) for _, cls, _, own in plan.kept if isinstance(own, Own)}
    assert kept == {("notes", second, "note"), ("notes", first, "flag")}
    erasing.erase(library, ANNA, plan)
    cleaning.clean(library)
    assert found(library, "Nemo") == set()
    for claim, held in before.items():
        assert reading.assessment(library, ANNA.id, claim) == held
    assert note_of(library, fourth) == ""
    of_first = reading.assessment(library, ANNA.id, first)
    assert (of_first.note, of_first.tag) == ("", Tag.DISPUTED)
    assert of_first.flag == Flag(FlagKind.RING, "the office")
    sound(library)
    erased(library, erasable.of_note(library, ANNA.id, second), NAME)


def test_what_emptied_another_register_goes_on_being_empty(
    library: Library, article: ArticleId
) -> None:
    first, second = claims_of(article)[1:3]
    does(library, SetNote(article, second, "an old word"))
    values = (
        Own("claim", first, "note", {"text": NAME}),
        Own("claim", second, "note", None),
    )
    does(library, TakeOver(article, first, values))
    erased(library, erasable.of_note(library, ANNA.id, first), NAME)
    assert note_of(library, second) == ""


def evidence(article: ArticleId, claim: ClaimId, item: str = MAP, title: str = NAME) -> AddEvidence:
    registers: dict[str, Json] = {"there": True, "title": title, "publisher": "The Survey"}
    link = Link(item, Stance.SUPPORTS, f"as {title} has it")
    return AddEvidence(item, registers, {(article, claim): link})


def asked(article: ArticleId, whom: str, item: str = MAP) -> EditEvidence:
    contact = Contact(ASKED, whom, "2026-11-02", "by phone", f"{whom} heard it.").json()
    return EditEvidence(item, {f"contact.me {ASKED}": contact}, (article,))


def kept_file(article: ArticleId, name: str, item: str = MAP) -> EditEvidence:
    value = KeptFile(SHA, name, len(BYTES), 1_800_000_000_000_000, "dropped").json()
    return EditEvidence(item, {f"file {SHA}": value, "medium": "a scan"}, (article,))


def test_evidence_with_its_links_contacts_and_files_in_all_it_serves(
    library: Library, article: ArticleId
) -> None:
    other = bring_in(library, text="Another\n\nA text.")
    claim, second = claims_of(article)[1:3]
    link = Link(MAP, Stance.CONTEXT, "by Nemo")
    elsewhere = {(other, first_claims(library, other)[0]): link}
    does(library, evidence(article, claim), evidence(article, second, PLAN, "A plan"))
    does(library, LinkEvidence(MAP, elsewhere, {"there": True, "title": NAME}, (other,)))
    does(library, asked(article, "Outis"), kept_file(article, "outis.png"), files=(BYTES,))
    backup.keep(library, "daily")
    undone = does(library, EditEvidence(MAP, {"title": "Nemo’s map"}, (article, other)))
    does(library, Undo(undone))
    plan = erasable.of_evidence(library, ANNA.id, MAP)
    erased(library, plan, NAME, "Nemo", "Outis", "outis.png", BYTES.decode())
    assert (ANNA.id, claim) not in records_of(library, [claim], ANNA.id)
    (stays,) = records_of(library, [second], ANNA.id)[ANNA.id, second].evidence
    assert stays.name == "A plan"
    assert file_bytes(library, SHA) is None
    assert doctor.examine(library) == ()


def test_a_contact_alone(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    does(library, evidence(article, claim, title="A map"))
    both = asked(article, NAME)
    does(library, EditEvidence(MAP, {**both.registers, "note.me": "my own words"}, (article,)))
    does(library, asked(article, "Nemo"))
    plan = erasable.of_contact(library, ANNA.id, ASKED)
    erased(library, plan, NAME, "Nemo")
    (linked,) = records_of(library, [claim], ANNA.id)[ANNA.id, claim].evidence
    assert linked.item is not None
    assert (linked.item.contacts, linked.item.title) == ((), "A map")
    assert found(library, "my own words") != set(), "what was said beside it stays"


def test_a_file_alone_and_its_bytes_when_nobody_else_names_them(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    does(library, evidence(article, claim, title="A map"))
    does(library, kept_file(article, "outis.png"), files=(BYTES,))
    does(library, evidence(article, claim, PLAN, "A plan"), author=BEN)
    does(library, kept_file(article, "bens.png", PLAN), author=BEN)
    plan = erasable.of_file(library, ANNA.id, SHA)
    erased(library, plan, "outis.png")
    (linked,) = records_of(library, [claim], ANNA.id)[ANNA.id, claim].evidence
    assert linked.item is not None
    assert (linked.item.medium, linked.item.files) == ("a scan", ())
    assert file_bytes(library, SHA) == BYTES, "Ben's evidence names it still"
    theirs = erasable.of_file(library, ANNA.id, SHA)
    assert (len(theirs.own), len(theirs.others)) == (0, 1)
    erased(library, theirs, "bens.png", BYTES.decode())


def test_an_article_with_all_that_was_said_of_it(library: Library) -> None:
    text = f"A title\n\n{NAME} was seen in Lund.\n\nNobody else was."
    article = bring_in(library, text=text)
    other = bring_in(library)
    claims = tuple(first_claims(library, article))
    does(library, SetTag(article, claims[:1], Tag.DISPUTED, noted(article, claims[:1], "Nemo")))
    does(library, evidence(article, claims[1], title="Outis"))
    does(library, SetNote(article, claims[1], "Ben asks who"), author=BEN)
    does(library, Comment(article, claims[1], "Ben says it"), author=BEN)
    does(library, SetTag(other, claims_of(other)[:1], Tag.VERIFIED))
    drafts.save_draft(library, DraftKey(ANNA.id, claims[0], "note"), article, "Niemand")
    drafts.set_place(library, f"{ANNA.id} {article}", "x")
    backup.keep(library, "daily")
    parcel(library, article, library.path.with_name("of-it.annotations"), BEN)
    before = library.path.with_name("of-it.annotations")
    moved = before.rename(paths.data_dir() / before.name)
    plan = erasable.of_article(library, ANNA.id, article)
    erased(library, plan, NAME, "Nemo", "Outis", "Ben asks who", "Ben says it", "Niemand")
    assert [row.id for row in reading.article_rows(library, ANNA.id, removed=True)] == [other]
    assert library.rows("SELECT 1 FROM originals WHERE instr(bytes, ?)", (NAME,)) == []
    with incoming(moved) as theirs:
        absorb_all(library, [theirs], author=BEN)
        said = {row.why for row in theirs.left_out.rows()}
    assert said == {"forgotten in this library"}
    assert found(library, NAME, "Ben asks who") == set(), "it does not come in again"
    sound(library)
    apply(library, ANNA, [import_of(text, tuple(text.split("\n\n")))], texts={article: new(text)})
    with incoming(moved) as theirs:
        absorb_all(library, [theirs], author=BEN)
    assert note_of(library, claims[1], BEN) == "Ben asks who", "imported by hand, it may"
    assert note_of(library, claims[0]) == "", "what was one's own stays erased"
    assert reading.assessment(library, ANNA.id, claims[0]).tag is None
    assert doctor.examine(library) == ()


def new(text: str) -> NewText:
    return NewText(text, text.encode())


def first_claims(library: Library, article: ArticleId) -> list[ClaimId]:
    snapshot = reading.snapshot(library, article, ANNA.id)
    return [snapshot.id_at(index) for index in range(len(snapshot))]


def parcel(
    library: Library, article: ArticleId, target: Path, author: Author, *, pseudonym: str = ""
) -> Path:
    """Everything that this author has of the article."""
    sender = choosing.sender_ids(library, author.id)
    chosen = choosing.chosen(library, sender, [article], choosing.CLASSES)
    taken = parcels.taken_pseudonym(library, sender, pseudonym) if pseudonym else None
    contents = parcels.Contents(library, [article], chosen, held=True, pseudonym=taken)
    parcels.make(contents, target, force=True)
    return target


def merged(library: Library, *files: Path) -> list[str]:
    """Brings the files in; gives why anything was left out."""
    why = []
    for file in files:
        with incoming(file) as source:
            absorb_all(library, [source], author=BEN)
            why += [row.why for row in source.left_out.rows()]
    return why


def test_whoever_merges_the_next_parcel_loses_it_in_any_order(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, f"{NAME} says so"))
    does(library, evidence(article, claim, title="Outis"))
    out = tmp_path / "out"
    out.mkdir()
    early = parcel(library, article, out / "early.annotations", ANNA)
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    erasing.erase(library, ANNA, erasable.of_evidence(library, ANNA.id, MAP))
    none = choosing.chosen(library, choosing.sender_ids(library, ANNA.id), [article], [])
    parcels.make(
        parcels.Contents(library, [article], none, held=False),
        out / "bare.annotations",
        force=True,
    )
    late = parcel(library, article, out / "late.annotations", ANNA)
    held = []
    for number, order in enumerate(itertools.permutations((early, out / "bare.annotations", late))):
        home = tmp_path / str(number)
        home.mkdir()
        with new_library(home / "ben.db") as ben:
            why = merged(ben, *order)
            if order[0] == early:
                backup.keep(ben, "daily")
            assert ("erased by whoever wrote it" in why) is (order[0] != early)
            cleaning.clean(ben)
            assert found(ben, NAME, "Outis") == set()
            sound(ben)
            assert merged(ben, *order) is not None
            held.append(sorted(ben.rows("SELECT edit, class FROM parts")))
    assert all(one == held[0] for one in held)


def test_canonical_json_holds_no_word_of_it_and_reads_back(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, f"{NAME} says so"))
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    data = exported(OpenLibrary(library, ANNA), article, "json")
    assert NAME.encode() not in data
    text, edits = log_of(data)
    with new_library(tmp_path / "again.db") as again:
        absorb(again, edits, {article: NewText(text, text.encode())})
        assert exported(OpenLibrary(again, ANNA), article, "json") == data


def test_neither_undo_nor_redo_brings_it_back_and_ctrl_z_passes_it_by(
    library: Library, article: ArticleId
) -> None:
    claim, other = claims_of(article)[1:3]
    tagged = does(library, SetTag(article, (other,), Tag.VERIFIED))
    wrote = does(library, SetNote(article, claim, f"{NAME} says so"))
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    target = history.undo_target(library, ANNA.id, article)
    assert target is not None
    assert target.id == tagged
    does(library, Undo(wrote), Redo(wrote))
    assert note_of(library, claim) == ""
    told = history.history(library, article)
    assert "what it said was erased" in {row.does for row in told}
    (row,) = [row for row in told if row.kind == "Erase"]
    assert (row.does, row.analyst.name) == ("erased what 1 edit said", "Anna")


def test_under_two_ids_each_erases_its_own(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, f"{NAME} says so"))
    does(library, SetNote(article, claim, "Nemo says so"), author=ANNA_ELSEWHERE)
    does(library, SamePerson(ANNA_ELSEWHERE.id, True))
    does(library, SamePerson(ANNA.id, True), author=ANNA_ELSEWHERE)
    me = min(ANNA.id, ANNA_ELSEWHERE.id)
    erased(library, erasable.of_note(library, me, claim), NAME, "Nemo")
    by = {row[0] for row in library.rows("SELECT analyst FROM edits WHERE kind = 'Erase'")}
    assert by == {ANNA.id, ANNA_ELSEWHERE.id}


def test_what_was_sent_under_a_pseudonym_is_erased_there_too(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim, other = claims_of(article)[1:3]
    does(library, evidence(article, claim), TakePseudonym(ANNA.id, "Owl", "ab" * 32))
    does(library, SetNote(article, claim, f"{NAME} says so"))
    does(library, SetTag(article, (other,), Tag.DISPUTED, against=MAP))
    home = tmp_path / "ben"
    home.mkdir()
    with new_library(home / "ben.db") as ben:
        merged(ben, parcel(library, article, tmp_path / "owl.annotations", ANNA, pseudonym="Owl"))
        whole = parcel(ben, article, tmp_path / "back.annotations", BEN)
        assert whole.exists()
        merged(library, ben.path)
        copies = library.rows("SELECT count(*) FROM copies")
        assert copies[0][0] > 3, "the copies are here again, and known for what they are"
        plan = erasable.of_note(library, ANNA.id, claim)
        erasing.erase(library, ANNA, plan)
        erasing.erase(library, ANNA, erasable.of_evidence(library, ANNA.id, MAP))
        (tmp_path / "owl.annotations").unlink()
        cleaning.clean(library)
        assert {name for name, _ in found(library, NAME)} <= {"back.annotations"}
        assert doctor.examine(library) == ()
        names = library.rows("SELECT count(*) FROM copies")
        assert names[0][0] >= copies[0][0], "what was not erased is a copy still"
        merged(ben, parcel(library, article, tmp_path / "owl.annotations", ANNA, pseudonym="Owl"))
        cleaning.clean(ben)
        assert NAME.encode() not in ben.path.read_bytes()
        assert ANNA.id.encode() not in ben.path.read_bytes()
        assert MAP.encode() not in ben.path.read_bytes()
        assert doctor.examine(ben) == ()


def test_a_colleague_s_evidence_is_forgotten_and_one_s_own_links_to_it_erased(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    does(library, evidence(article, claim), author=BEN)
    does(library, LinkEvidence(MAP, {(article, claim): Link(MAP, Stance.CONTEXT, "as I read it")}))
    theirs = parcel(library, article, paths.data_dir() / "ben.annotations", BEN)
    plan = erasable.of_evidence(library, ANNA.id, MAP)
    assert (len(plan.own), len(plan.others)) == (1, 1)
    erased(library, plan, NAME, "as I read it")
    assert "forgotten in this library" in merged(library, theirs)
    assert found(library, NAME) == set()
    sound(library)


def test_a_colleague_s_note_is_not_erased_with_one_s_own(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, f"{NAME} says so"))
    does(library, SetNote(article, claim, "Ben's words"), author=BEN)
    erased(library, erasable.of_note(library, ANNA.id, claim), NAME)
    assert note_of(library, claim, BEN) == "Ben's words"


def test_what_another_window_has_to_be_told(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, NAME))
    does(library, evidence(article, claim), author=BEN)
    seen = changes.seen(library)
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    cleaning.clean(library)
    last, told = changes.changes_since(library, seen.last, seen)
    assert {change.article for change in told} == {"", article}
    seen = changes.seen(library)
    assert seen.last == last
    erasing.erase(library, ANNA, erasable.of_evidence(library, ANNA.id, MAP))
    _, told = changes.changes_since(library, seen.last, seen)
    assert {change.article for change in told} == {"", article}, "though no edit says so"


def test_places_are_counted_on_where_the_last_part_was_forgotten(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    does(library, SetTag(article, (claim,), Tag.VERIFIED))
    does(library, evidence(article, claim), author=BEN)
    erasing.erase(library, ANNA, erasable.of_evidence(library, ANNA.id, MAP))
    cleaning.clean(library)
    does(library, SetTag(article, (claim,), Tag.DISPUTED))
    sound(library)


def test_a_backup_of_an_older_version_is_brought_up_and_one_that_is_damaged_deleted(
    library: Library, article: ArticleId, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, NAME))
    folder = paths.backups_dir(library.path)
    tables = ("edits", "parts", "articles", "originals")
    rows = {table: library.rows(f"SELECT * FROM {table}") for table in tables}
    as_of(folder / "before-migration-1.db", 1, rows)
    whole = backup.keep(library, "daily")
    broken = folder / "replaced-1.db"
    broken.write_bytes(whole.read_bytes()[:-1000])
    broken.with_name(broken.name + "-wal").write_bytes(NAME.encode())
    newer = folder / "newer-1.db"
    newer.write_bytes(whole.read_bytes())
    with sqlite3.connect(newer) as raw:
        raw.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    raw.close()
    times = [path.stat().st_mtime_ns for path in (whole, folder / "before-migration-1.db")]
    cleaned = erased(library, erasable.of_note(library, ANNA.id, claim), NAME)
    assert (cleaned.mended, set(cleaned.deleted), cleaned.left) == (2, {broken, newer}, ())
    after = [path.stat().st_mtime_ns for path in (whole, folder / "before-migration-1.db")]
    assert after == times, "the newest backup is the newest still"
    kept = backup.restore(library.path, whole)
    assert kept is not None
    with open_library(library.path, create=False) as again:
        assert note_of(again, claim) == ""
        assert doctor.examine(again) == ()
    assert capsys.readouterr().err == ""


def test_a_backup_in_use_is_left_and_that_stays_remembered(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, NAME))
    kept = backup.keep(library, "daily")
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    holder = sqlite3.connect(kept, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    cleaned = cleaning.clean(library, wait=0.05)
    assert cleaned == cleaning.Cleaned(0, (), (kept,))
    assert [one.kind for one in doctor.examine(library)] == ["erasing"]
    holder.execute("ROLLBACK")
    holder.close()
    assert cleaning.clean(library) == cleaning.Cleaned(1)
    assert found(library, NAME) == set()
    sound(library)


def test_the_library_in_use_is_not_written_and_that_stays_remembered(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, NAME))
    plan = erasable.of_note(library, ANNA.id, claim)
    holder = sqlite3.connect(library.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError):
        erasing.erase(library, ANNA, plan, wait=0.05)
    assert note_of(library, claim) == NAME
    holder.execute("ROLLBACK")
    erasing.erase(library, ANNA, plan)
    holder.execute("BEGIN")
    holder.execute("SELECT count(*) FROM edits").fetchall()
    with pytest.raises(BusyError):
        cleaning.clean(library, wait=0.05)
    holder.execute("ROLLBACK")
    holder.close()
    assert [one.kind for one in doctor.examine(library)] == ["erasing"]
    cleaning.clean(library)
    sound(library)


def test_a_merge_cannot_be_taken_back_into_what_was_erased(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, NAME))
    with new_library(tmp_path / "ben.db") as ben:
        merged(ben, parcel(library, article, tmp_path / "p.annotations", ANNA))
        does(ben, SetTag(article, (claim,), Tag.VERIFIED), author=BEN)
        (tmp_path / "p.annotations").unlink()
    kept = merges.keep(library)
    merged(library, tmp_path / "ben.db")
    (tmp_path / "ben.db").unlink()
    with library.writing(1):
        merges.remember(library, kept, library.last_edit(), ["ben.db"])
    erased(library, erasable.of_note(library, ANNA.id, claim), NAME)
    assert merges.unchanged_since(library) is None
    assert TEXT.encode() in kept.read_bytes(), "the backup is there, without those words"


def test_an_older_library_that_kept_an_erase_without_understanding_it(
    library: Library, article: ArticleId
) -> None:
    """Version 2 sent it on and left it out; brought up, what it names goes."""
    claim = claims_of(article)[1]
    does(library, SetNote(article, claim, NAME))
    tables = ("edits", "parts", "articles", "originals", "local")
    before = {table: library.rows(f"SELECT * FROM {table}") for table in tables}
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    rows = {table: library.rows(f"SELECT * FROM {table}") for table in ("edits", "articles")}
    parts = {row[0]: row for row in (*before["parts"], *library.rows("SELECT * FROM parts"))}
    rows |= {"parts": list(parts.values()), "originals": before["originals"]}
    old = library.path.parent / "old" / "library.db"
    old.parent.mkdir()
    as_of(old, 2, rows)
    with open_library(old, create=False) as upgraded:
        assert note_of(upgraded, claim) == ""
        assert [one.kind for one in doctor.examine(upgraded)] == ["erasing"]
        cleaning.clean(upgraded)
        assert found(upgraded, NAME) == set()
        assert doctor.examine(upgraded) == ()


def test_what_links_name_is_not_searched_in_vain(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    does(library, evidence(article, claim))
    does(library, EditEvidence(MAP, {"title": None, "there": False}, (article,)))
    assert {one.key for one in erasable.items_named(library, "e0000000")} == {MAP}
    assert erasable.contacts_named(library, "e0000002") == []
    does(library, asked(article, NAME), kept_file(article, "x.png"))
    (contact,) = erasable.contacts_named(library, "e0000002")
    assert (contact.key, contact.item, contact.person) == (ASKED, MAP, ANNA.id)
    assert {one.key for one in erasable.files_named(library, SHA[:5])} == {SHA}
    assert erasable.serves(library, claim, [MAP])
    assert not erasable.serves(library, claim, [PLAN])
    assert erasable.is_of(library, article, [MAP])
    assert not erasable.is_of(library, article, [PLAN])
