"""Doctor names the table of any cell that was altered, and is silent about a sound library."""

from __future__ import annotations

import hashlib
import re
import time
import uuid
from pathlib import Path

import pytest

from annotator.domain.article import ArticleId, Passage, PassageKind, Span
from annotator.domain.assessment import Audience, Flag, FlagKind
from annotator.domain.attribution import Attribution, Quoted, SourceKind
from annotator.domain.canonical import Json
from annotator.domain.edits.articles import RemoveArticle
from annotator.domain.edits.assessing import SetConfidence, SetFlag
from annotator.domain.edits.attributing import NameSources, SetAttribution
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.edits.form import AnalystId, PartClass, Stamp
from annotator.domain.edits.layout import MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import Hide, SamePerson, TakePseudonym
from annotator.domain.edits.pseudonym import pseudonyms
from annotator.domain.edits.reviewing import Decide, Reopen, Ruling
from annotator.domain.edits.revisions import AddRevision, Match
from annotator.domain.edits.tagging import SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Contact, KeptFile, Link, Stance, private_name
from annotator.domain.tags import Standing, Tag
from annotator.store import (
    backup,
    cleaning,
    doctor,
    drafts,
    erasable,
    erasing,
    history,
    log,
    people,
    reading,
    schema,
)
from annotator.store.library import Library
from annotator.store.write import Author, DraftKey, absorb, apply
from factories import ANNA, BEN, CHLOE, TEXT, bring_in, claims_of, new_library, noted, spans_of

NOTHING_TO_COMPARE = {
    ("local", "seq"),  # only an order, and gaps in it are no fault; nor is there anything
    # to compare a place with, which is whatever the window kept there
    ("drafts", "text"),  # whatever was being typed
    ("drafts", "at"),
    ("drafts", "analyst"),  # nobody need have written an edit yet to type
}


def full(library: Library) -> ArticleId:
    """Something in every table."""
    article = bring_in(library)
    claims = claims_of(article)
    whole = spans_of(TEXT, ("State media said 84 people died.",))[0]
    parts = (Span(whole.start, whole.start + 11), Span(whole.start + 12, whole.end))
    apply(
        library,
        ANNA,
        [SetTag(article, claims[:2], Tag.VERIFIED, noted(article, claims[:2], "why"), (BEN.id,))],
    )
    apply(library, BEN, [SetNotCheckable(article, claims[1:3], "an opinion")])
    apply(library, ANNA, [SplitClaim(article, claims[1], parts)])
    apply(library, ANNA, [SetNote(article, claims[3], "mine", Audience.ME)])
    apply(library, ANNA, [MarkBoilerplate(article, Span(0, 5), PassageKind.BOILERPLATE)])
    apply(library, BEN, [RemoveArticle(article)])
    _record(library, article)
    _review(library, article)
    undone = history.undo_target(library, ANNA.id, article)
    assert undone is not None
    apply(library, ANNA, [Undo(undone.id)])
    _erase(library, article)
    drafts.save_draft(library, DraftKey(ANNA.id, claims[2], "note"), article, "half a sen")
    drafts.set_place(library, "last", article)
    return article


def _record(library: Library, article: ArticleId) -> None:
    """Anna has evidence for claims, half of it for herself, and says where two claims come from."""
    claims = claims_of(article)
    contact = Contact(new_item(), "A clerk", "2026-11-02", "by phone", "It was so.")
    kept = KeptFile(hashlib.sha256(b"a map").hexdigest(), "map.png", 5, 1_800_000_000_000_000, "E")
    for private in (False, True):
        registers: dict[str, Json] = {
            "there": True,
            "url": "https://www.example.org/map?id=4",
            "archive": "https://archive.example.org/1",
            "title": "A map",
            "publisher": "The Survey",
            "published": "2026-10-01",
            "accessed": "2026-11-01",
            "medium": "web page",
            "language": "en",
            "reliability": "B",
            "note": "Scale 1:1000",
            "copy_of": new_item(),
            "primary": True,
            f"contact {contact.id}": contact.json(),
            f"file {kept.sha256}": kept.json(),
        }
        item = new_item()
        link = Link(item, Stance.SUPPORTS, "“2,000 feet”", "p. 4", "2", private)
        named = {private_name(name, private): value for name, value in registers.items()}
        add = AddEvidence(item, named, {(article, claims[3]): link})
        apply(library, ANNA, [add], files=[b"a map"])
    one = Attribution(new_item(), claims[3], Quoted("ISNA", Span(9, 13)), kind=SourceKind.NAMED)
    flag = Flag(FlagKind.RING, "ISNA", "2026-12-01")
    apply(
        library,
        ANNA,
        [
            SetAttribution(article, one),
            NameSources({article: {"ISNA": "the agency"}}),
            SetFlag(article, claims[3:4], flag),
            SetConfidence(article, claims[3:4], 2),
        ],
    )


def _erase(library: Library, article: ArticleId) -> None:
    """Anna erases the note of one claim, and the library is clean of it."""
    claim = claims_of(article)[4]
    apply(library, ANNA, [SetNote(article, claim, "nobody is to know")])
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    cleaning.clean(library)


def new_item() -> str:
    """A random id of an item, an attribution or a contact."""
    return str(uuid.uuid4())


def _review(library: Library, article: ArticleId) -> None:
    """Chloé reviews, on two machines and under another name."""
    claims = claims_of(article)
    other = bring_in(library, CHLOE, "Another copy.")
    apply(
        library,
        CHLOE,
        [
            Comment(article, claims[2], "Whence?"),
            Decide(article, (Ruling(claims[2], Standing.DISPUTED, "so", {BEN.id: None}),)),
            AddRevision(other, article, (Match(claims_of(other)[0], claims[0], "moved"),)),
            Hide(BEN.id, True),
            Reopen(article, "A new source."),
            TakePseudonym(CHLOE.id, "Nobody", "ab" * 32),
            SamePerson(CHLOE_ELSEWHERE.id, True),
        ],
    )
    apply(library, CHLOE_ELSEWHERE, [SamePerson(CHLOE.id, True)])
    mine = next(pseudonyms(log.all_edits(library), people.persons(library).joined))
    absorb(library, list(mine.copies(log.all_edits(library)).values()))
    apply(library, CHLOE_ELSEWHERE, [SamePerson(CHLOE.id, True)])


CHLOE_ELSEWHERE = Author(AnalystId("dddddddd-0000-4000-8000-00000000000d"), "Chloé")


FTS5_KEEPS = (*schema.INDEXES, *schema.TERMS)
"""The names of these tables, and the beginnings of the names of what FTS5 keeps for them.

How they are looked through is tested in ``test_searchdoctor.py``.
"""

ONLY_DUE = ("due_claims", "due_others")
"""What will be compared anyhow: a row too many makes no difference, nor does an altered one."""


def columns() -> list[tuple[str, str]]:
    """Every column of every table there is, so that a new one is not forgotten."""
    import tempfile

    with (
        tempfile.TemporaryDirectory() as folder,
        new_library(Path(folder) / "library.db") as library,
    ):
        tables = [
            row[0] for row in library.rows("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return [
            (table, row[1])
            for table in tables
            if not table.startswith(FTS5_KEEPS) and table not in ONLY_DUE
            for row in library.rows(f"PRAGMA table_info({table})")
        ]


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("master") / "library.db"
    with new_library(path) as library:
        full(library)
    return path


def test_a_sound_library_has_no_findings(library: Library) -> None:
    full(library)
    assert doctor.examine(library) == ()


def test_each_table_has_rows_to_alter(master: Path) -> None:
    from annotator.store.library import open_library

    with open_library(master, create=False) as library:
        for table in {table for table, _ in columns()}:
            assert library.rows(f"SELECT 1 FROM {table}"), table


def altered(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return "something"
    if isinstance(value, int):
        return value + 1000 if value > 1 else 1 - value
    if isinstance(value, bytes):
        return value + b"x"
    return f"{value}x"


@pytest.mark.parametrize(("table", "column"), columns())
def test_one_altered_cell_is_named(master: Path, path: Path, table: str, column: str) -> None:
    import shutil

    from annotator.store.library import Library, connect

    shutil.copyfile(master, path)
    with Library(path, connect(path, write=True)) as library:
        triggers = library.rows(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        )
        for name, _ in triggers:
            library.run(f"DROP TRIGGER {name}")
        library.run("PRAGMA foreign_keys = OFF")
        where = "WHERE kind = 'made here'" if table == "local" else ""
        rows = library.rows(f'SELECT "{column}" FROM {table} {where} ORDER BY 1 DESC LIMIT 1')
        library.run(
            f'UPDATE {table} SET "{column}" = ? WHERE "{column}" IS ?',
            (altered(rows[0][0]), rows[0][0]),
        )
        for _, sql in triggers:
            library.run(sql)
        found = doctor.examine(library)
        named = any(re.search(rf"\b{table}\b", f"{one.kind} {one.says}") for one in found)
        assert named or (table, column) in NOTHING_TO_COMPARE, found
        assert not (named and (table, column) in NOTHING_TO_COMPARE)
        assert all(one.says.endswith(".") for one in found)


@pytest.mark.parametrize("table", schema.DERIVED)
def test_missing_and_foreign_rows_are_named_and_repaired(
    library: Library, article: ArticleId, table: str
) -> None:
    full_article = full_in(library, article)
    library.run(f"DELETE FROM {table}")
    found = doctor.examine(library)
    assert {one.kind for one in found} == {table}
    assert "missing" in found[0].says
    doctor.repair(library)
    assert doctor.examine(library) == ()
    assert full_article == article


def full_in(library: Library, article: ArticleId) -> ArticleId:
    claims = claims_of(article)
    for tag in (Tag.VERIFIED, Tag.DISPUTED):
        apply(library, ANNA, [SetTag(article, claims[:2], tag)])
    apply(library, ANNA, [RemoveArticle(article)])
    _erase(library, article)
    _record(library, article)
    _review(library, article)
    undone = history.undo_target(library, ANNA.id, article)
    assert undone is not None
    apply(library, ANNA, [Undo(undone.id)])
    return article


def test_many_findings_are_cut_short(library: Library) -> None:
    text = "\n\n".join(f"Line {number} of many." for number in range(60))
    bring_in(library, text=text)
    library.run("UPDATE claims SET live = 0")
    found = doctor.examine(library)
    assert len(found) == doctor.SHOWN + 1
    assert "40 more" in found[-1].says


def test_a_foreign_table_is_named(library: Library) -> None:
    library.run("CREATE TABLE theirs (a)")
    assert any("theirs" in one.says for one in doctor.examine(library))


def test_unknown_kinds_and_wrong_clocks_are_named(library: Library) -> None:
    ahead = time.time_ns() // 1000 + 3 * 24 * 3600 * 1_000_000
    writes = ((PartClass.TAGS, None, Own("analyst", BEN.id, "name", "Ben")),)
    unknown = Stamp(BEN.id, ahead, 1_800_000_000_000_000).seal("SetMood", 9, writes)
    early = Stamp(BEN.id, ahead, ahead).seal("SetName", 1, writes)
    absorb(library, [unknown, early])
    says = {one.kind: one.says for one in doctor.examine(library)}
    assert "SetMood" in says["unknown kind"]
    assert "Ben" in says["clock"]


def test_a_part_that_is_here_though_it_was_erased_is_named_and_repair_takes_it_out(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    apply(library, ANNA, [SetNote(article, claim, "nobody is to know")])
    (row,) = library.rows("SELECT * FROM parts WHERE class = 'notes'")
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    cleaning.clean(library)
    library.run("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?)", row)
    library.run("DELETE FROM local WHERE kind = 'gap'")
    (found,) = doctor.examine(library)
    assert found.kind == "parts"
    assert "is here though it was erased" in found.says
    assert reading.assessment(library, ANNA.id, claim).note == "", "and counts as missing"
    doctor.repair(library)
    assert doctor.examine(library) == ()
    assert b"nobody is to know" not in library.path.read_bytes()


def test_a_missing_part_that_was_erased_is_no_finding_and_one_place_too_few_is(
    library: Library, article: ArticleId
) -> None:
    _erase(library, article)
    assert doctor.examine(library) == ()
    library.run("DELETE FROM local WHERE kind = 'gap'")
    (found,) = doctor.examine(library)
    assert "without a gap" in found.says


def test_erasing_that_was_broken_off_is_named_and_repair_ends_it(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    apply(library, ANNA, [SetNote(article, claim, "nobody is to know")])
    kept = backup.keep(library, "daily")
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, claim))
    (found,) = doctor.examine(library)
    assert "backups may hold it still" in found.says
    assert b"nobody is to know" in kept.read_bytes()
    doctor.repair(library)
    assert b"nobody is to know" not in kept.read_bytes()
    assert doctor.examine(library) == ()


def test_it_reads_only(path: Path, library: Library) -> None:
    full(library)
    before = path.read_bytes(), path.stat().st_mtime_ns
    doctor.examine(library)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert Passage(PassageKind.BODY, 0, 1).span == Span(0, 1)


@pytest.mark.parametrize(
    "field",
    ["wording", "flag", "why", "attribution", "evidence", "reason", "comment", "evidence 1a url"],
)
def test_what_is_being_typed_in_any_field_is_no_fault(library: Library, field: str) -> None:
    article = bring_in(library)
    key = DraftKey(ANNA.id, claims_of(article)[2], field)
    drafts.save_draft(library, key, article, "half a sen")
    assert doctor.examine(library) == ()


@pytest.mark.parametrize("field", ["", "colour", "evidence 1a", "evidence  url", "note 1a url"])
def test_a_draft_of_no_field_is_found(library: Library, field: str) -> None:
    article = bring_in(library)
    key = DraftKey(ANNA.id, claims_of(article)[2], field)
    drafts.save_draft(library, key, article, "half a sen")
    assert "about nothing here" in doctor.examine(library)[0].says
