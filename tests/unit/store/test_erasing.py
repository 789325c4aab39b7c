"""Erasing: not a byte of it is left in the library, its backups or beside them, and nothing else is lost."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from annotator import paths
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.evidence import AddEvidence, EditEvidence, LinkEvidence
from annotator.domain.edits.form import EditId
from annotator.domain.edits.notes import SetNote, TakeOver
from annotator.domain.edits.people import SamePerson, TakePseudonym
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Contact, KeptFile, Link, Stance
from annotator.domain.tags import Tag
from annotator.store import backup, cleaning, doctor, drafts, erasable, erasing, history, reading
from annotator.store.erasable import Plan
from annotator.store.library import Library, open_library
from annotator.store.write import Author, DraftKey, apply
from factories import ANNA, BEN, TEXT, bring_in, claims_of, new_library, noted

MAP, ASKED = (f"e000000{n}-0000-4000-8000-00000000000e" for n in range(2))
NAME = "Nameless"
SHA = hashlib.sha256(b"a map by Nameless").hexdigest()


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


def gone(library: Library, plan: Plan, *words: str) -> None:
    """Erases, and looks at every byte before and after."""
    assert {word for _, word in found(library, *words)} == set(words), "there is something to find"
    erasing.erase(library, ANNA, plan)
    cleaning.clean(library)
    assert found(library, *words) == set()
    assert doctor.examine(library) == ()
    for path in backup.every_copy(library.path):
        with open_library(path, create=False) as copy:
            assert doctor.examine(copy) == ()


def note_of(library: Library, claim: ClaimId, author: Author = ANNA) -> str:
    return reading.assessment(library, author.id, claim).note


def test_a_note_in_every_wording_in_bulk_and_undone(library: Library, article: ArticleId) -> None:
    first, second, third = claims_of(article)[1:4]
    does(
        library,
        SetTag(
            article,
            (first, second),
            Tag.VERIFIED,
            noted(article, (first, second), f"{NAME} says so"),
        ),
    )
    backup.keep(library, "daily")
    does(
        library, SetNote(article, first, f"{NAME}, born Nemo, says so", Audience.ME, Audience.DESK)
    )
    undone = does(library, SetNote(article, first, "Nemo"))
    does(library, Undo(undone))
    backup.keep(library, "daily")
    does(library, SetNote(article, third, "another note"))
    drafts.save_draft(library, DraftKey(ANNA.id, first, "note"), article, "half of Nemo")
    backup.keep(library, "daily")
    gone(library, erasable.of_note(library, ANNA.id, second), f"{NAME} says so") if False else None
    erasing.erase(library, ANNA, erasable.of_note(library, ANNA.id, first))
    cleaning.clean(library)
    assert found(library, "Nemo") == set()
    assert note_of(library, first) == ""
    assert note_of(library, second) == f"{NAME} says so", "what else was said in that part stands"
    assert note_of(library, third) == "another note"
    assert reading.assessment(library, ANNA.id, first).tag is Tag.VERIFIED
    gone(library, erasable.of_note(library, ANNA.id, second), NAME)
