"""Kept files: saved with their edit or not at all, never altered, hashed again, and taken in by name."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.evidence import AddEvidence, EditEvidence
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import KeptFile, Link, Stance
from annotator.domain.tags import Tag
from annotator.store import doctor, files, log
from annotator.store.incoming import incoming
from annotator.store.library import Library, open_library
from annotator.store.union import Given
from annotator.store.write import absorb_all, apply
from factories import ANNA, BEN, bring_in, claims_of, new_library

ITEM = "11111111-0000-4000-8000-000000000001"
DATA = b"picture"
SHA = hashlib.sha256(DATA).hexdigest()
KEPT = KeptFile(SHA, "map.png", len(DATA), 1_704_067_200_000_000, "copied from a file")


def added(article: ArticleId, *, private: bool = False) -> AddEvidence:
    end = ".me" if private else ""
    registers = {f"there{end}": True, f"title{end}": "A map", f"file{end} {SHA}": KEPT.json()}
    link = Link(ITEM, Stance.SUPPORTS, private=private)
    return AddEvidence(ITEM, registers, {(article, claims_of(article)[1]): link})


def test_bytes_are_kept_once_under_their_hash(library: Library, article: ArticleId) -> None:
    apply(library, ANNA, [added(article)], files=[DATA, DATA])
    apply(library, ANNA, [EditEvidence(ITEM, {"title": "x"}, (article,))], files=[DATA])
    assert library.rows("SELECT sha256, bytes FROM files") == [(SHA, DATA)]
    assert files.file_bytes(library, SHA) == DATA
    assert files.file_bytes(library, "0" * 64) is None
    assert files.held(library, {SHA, "0" * 64}) == {SHA}
    assert doctor.examine(library) == ()


def test_bytes_are_kept_with_the_edit_or_not_at_all(library: Library, article: ArticleId) -> None:
    class Unfit(SetTag):
        @property
        def needs(self) -> tuple[ClaimId, ...]:
            return (ClaimId("99999999-0000-4000-8000-000000000009"),)

    unfit = Unfit(article, claims_of(article)[:1], Tag.VERIFIED)
    with pytest.raises(AnnotatorError, match="changed by somebody else"):
        apply(library, ANNA, [added(article), unfit], files=[DATA])
    assert library.rows("SELECT count(*) FROM files") == [(0,)]
    assert library.rows("SELECT count(*) FROM items") == [(0,)]


def test_an_empty_file_is_one(library: Library, article: ArticleId) -> None:
    apply(library, ANNA, [added(article)], files=[b""])
    assert files.file_bytes(library, hashlib.sha256(b"").hexdigest()) == b""


@pytest.mark.parametrize("held", [True, False])
def test_doctor_hashes_each_again_and_says_how_it_was_kept(
    library: Library, article: ArticleId, path: Path, held: bool
) -> None:
    apply(library, ANNA, [added(article)] if held else [], files=[DATA, b"other"])
    library.close()
    with sqlite3.connect(path) as raw:
        trigger = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'files_no_update'")
        (sql,) = trigger.fetchone()
        raw.execute("DROP TRIGGER files_no_update")
        raw.execute("UPDATE files SET bytes = ? WHERE sha256 = ?", ("pictur€", SHA))
        raw.execute(sql)
    raw.close()
    with open_library(path, create=False) as again:
        (finding,) = doctor.examine(again)
    known = " (map.png, copied from a file on 2024-01-01)" if held else ""
    assert finding.says == f"The kept file {SHA}{known} is not what its hash says."


def test_what_names_a_file_is_found_also_where_it_was_taken_back(
    library: Library, article: ArticleId
) -> None:
    apply(library, ANNA, [added(article)], files=[DATA])
    assert files.named(library) == {SHA}
    assert files.attached(library, [ANNA.id]) == {(ITEM, SHA)}
    assert files.attached(library, [BEN.id]) == frozenset()
    gone = {"there": False}
    apply(library, ANNA, [EditEvidence(ITEM, gone, (article,))])
    assert files.attached(library, [ANNA.id]) == frozenset()
    assert files.named(library) == {SHA}


def test_a_private_file_is_named_and_never_attached_for_others(
    library: Library, article: ArticleId
) -> None:
    apply(library, ANNA, [added(article, private=True)], files=[DATA])
    assert files.named(library) == {SHA}
    assert files.attached(library, [ANNA.id]) == frozenset()


def source(tmp_path: Path, *, name: bool, data: bytes = DATA, digest: str = "") -> Path:
    """Another library, in which somebody kept this file; ``name``: with an item that names it."""
    path = tmp_path / "source.db"
    with new_library(path) as library:
        article = bring_in(library, BEN)
        if name:
            apply(library, BEN, [added(article)])
        library.run(
            "INSERT INTO files (sha256, bytes) VALUES (?, ?)",
            (digest or hashlib.sha256(data).hexdigest(), data),
        )
    return path


def test_only_files_that_evidence_names_are_taken_in(library: Library, tmp_path: Path) -> None:
    with incoming(source(tmp_path, name=False)) as arrivals:
        absorb_all(library, [arrivals])
    assert library.rows("SELECT count(*) FROM files") == [(0,)]


def test_a_file_comes_later_than_what_names_it(library: Library, tmp_path: Path) -> None:
    path = source(tmp_path, name=True)
    with new_library(tmp_path / "bare.db") as bare, incoming(path) as arrivals:
        edits = log.all_edits(arrivals._library)
        absorb_all(bare, [Given(edits, {})])
        assert bare.rows("SELECT count(*) FROM files") == [(0,)]
        applied = absorb_all(bare, [arrivals])
        assert files.file_bytes(bare, SHA) == DATA
        assert applied.edits == ()


def test_the_file_and_what_names_it_may_come_from_two_sources(
    library: Library, tmp_path: Path
) -> None:
    named = source(tmp_path, name=True)
    edits_alone = tmp_path / "edits.db"
    with new_library(edits_alone) as other, incoming(named) as arrivals:
        absorb_all(other, [Given(log.all_edits(arrivals._library), {})])
    named.unlink()
    with incoming(source(tmp_path, name=False)) as first, incoming(edits_alone) as second:
        absorb_all(library, [first, second])
    assert files.file_bytes(library, SHA) == DATA


@pytest.mark.parametrize("data", [b"something else", "a text"])
def test_bytes_that_are_not_what_their_hash_says_are_left_out(
    library: Library, tmp_path: Path, data: bytes
) -> None:
    with incoming(source(tmp_path, name=True, data=data, digest=SHA)) as arrivals:
        absorb_all(library, [arrivals])
        (left,) = arrivals.left_out.rows()
    assert left.what == "1 attached file in source.db"
    assert "not the bytes that its hash says" in left.why
    assert library.rows("SELECT count(*) FROM files") == [(0,)]
