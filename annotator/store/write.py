"""Two of the three functions that write the set: ``apply`` what somebody does, ``absorb`` what comes in.

The third is ``erasing.erase``. A test names them and looks for another. Everything is one
transaction, kept whole or not at all.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from annotator.domain.article import ArticleId
from annotator.domain.edits.act import Act
from annotator.domain.edits.form import YEAR_2100, AnalystId, Edit, Stamp
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.people import SetName
from annotator.domain.edits.persons import Persons
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.store import forgotten, log, marks, searchdue
from annotator.store.derive import Derivation
from annotator.store.files import put_file
from annotator.store.library import Library
from annotator.store.people import PERSON, person_of
from annotator.store.settled import refuse_settled
from annotator.store.trouble import sentence
from annotator.store.union import Given, Source, put_text, take_in

RELEASED = 1_793_491_200_000_000
"""1 November 2026, microseconds since 1970: no edit of this program is dated before it."""

MADE_HERE = "made here"


@dataclass(frozen=True, slots=True)
class Author:
    """The acting analyst, and the name to write with his first edit in a library."""

    id: AnalystId
    name: str


@dataclass(frozen=True, slots=True)
class NewText:
    """An article's text and the bytes it was read from, where they are at hand."""

    text: str
    original: bytes | None


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Which field of which claim somebody was typing in."""

    analyst: str
    claim: str
    field: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What was saved, and what views have to be told.

    ``before`` and ``last`` are places as ``Library.last_edit`` counts them, before and after.
    """

    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    before: int
    last: int


def apply(
    library: Library,
    author: Author,
    acts: Sequence[Act],
    *,
    texts: Mapping[ArticleId, NewText] | None = None,
    files: Sequence[bytes] = (),
    drops: Sequence[DraftKey] = (),
    wait: float = 5.0,
) -> Applied:
    """Saves what an analyst does, and drops the drafts it came from; returns after the commit.

    ``files`` are attached to what the acts write of evidence.

    Raises BusyError when another program held the library for ``wait`` seconds, and
    AnnotatorError when an act does not fit what is there, or the disk is full.
    """
    try:
        with library.writing(wait):
            stand = _stand(library, author)
            derivation = Derivation(library, stand.last, None if stand.joined else Persons())
            for article, new in (texts or {}).items():
                put_text(library, derivation, article, new.text)
                if new.original is not None:
                    log.put_original(library, new.original)
                _remember_again(library, article, new)
            for data in files:
                put_file(library, data)
            made = _made(library, derivation, author, acts, stand)
            _drop(library, drops)
            changes = derivation.changes()
            searchdue.write_few(library)
    except UnicodeEncodeError as error:
        raise sentence(error, library.path, wait) from error
    return Applied(tuple(made), changes, stand.last, derivation.last)


def absorb(
    library: Library,
    edits: Iterable[Edit],
    texts: Mapping[ArticleId, NewText] | None = None,
    *,
    wait: float = 5.0,
) -> tuple[Change, ...]:
    """Takes edits in that were made elsewhere: a union, so order and repetition do not matter.

    Headers that are not what their id says and parts that fit no seal are left out,
    and so are texts that are not their article's.
    """
    given = {key: (new.text, new.original) for key, new in (texts or {}).items()}
    return absorb_all(library, [Given(edits, given)], wait=wait).changes


class Course(Protocol):
    """What goes on around a union, inside of its transaction. What it raises undoes all."""

    def begun(self) -> None:
        """Nothing was written yet, and nobody else can write any more."""

    def follows(self) -> Sequence[Act]:
        """Everything is in: what the author does of it."""

    def ended(self, applied: Applied, came: bool) -> None:
        """All is done but the commit; ``came``: something was not here before."""


def absorb_all(
    library: Library,
    sources: Iterable[Source],
    *,
    author: Author | None = None,
    course: Course | None = None,
    wait: float = 5.0,
) -> Applied:
    """``absorb`` from several sources in one transaction, and what follows from it."""
    made: list[Edit] = []
    with library.roomy(), library.writing(wait):
        derivation = Derivation(library)
        before = derivation.last
        if course is not None:
            course.begun()
        came = take_in(library, derivation, sources)
        if author is not None and course is not None:
            derivation.settle()
            acts = course.follows()
            stand = _stand(library, author)
            made = _made(library, derivation, author, acts, stand) if acts else []
        changes = derivation.changes()
        searchdue.write_few(library)
        applied = Applied(tuple(made), changes, before, derivation.last)
        if course is not None:
            course.ended(applied, came or bool(made))
    return applied


def _remember_again(library: Library, article: ArticleId, new: NewText) -> None:
    """Who brings in by hand what was forgotten here wants it, and what others say of it."""
    original = None if new.original is None else hashlib.sha256(new.original).hexdigest()
    forgotten.lift(library, article, original)


def make(
    library: Library, derivation: Derivation, author: Author, acts: Sequence[Act]
) -> list[Edit]:
    """The author's acts, inside of a transaction that does more than these."""
    return _made(library, derivation, author, acts, _stand(library, author))


def _made(
    library: Library,
    derivation: Derivation,
    author: Author,
    acts: Sequence[Act],
    stand: _Stand,
) -> list[Edit]:
    """The author's acts one after the other, and before the first one ever the name."""
    if not stand.named and not any(isinstance(act, SetName) for act in acts):
        acts = (SetName(author.id, author.name), *acts)
    made = []
    for number, act in enumerate(acts):
        # What the acts before this one settled, nobody need have looked for.
        settled = stand.settled or number > 0
        made.append(_act(library, derivation, author, act, stand.at + number, settled))
    return made


class _Stand(NamedTuple):
    """How the library stands when somebody begins to write; one query, for a key waits for it.

    ``at``: the next place in the total order; ``last``: the last one in that of arrival.
    ``named``: the author's name is known; ``joined``: some ids are one person; ``settled``:
    some article may be.
    """

    at: int
    last: int
    named: bool
    joined: bool
    settled: bool


_STAND = (
    "SELECT (SELECT max(at) FROM edits), (SELECT max(seq) FROM edits), "
    "(SELECT max(seq) FROM parts), "
    f"EXISTS (SELECT 1 FROM names WHERE analyst = {PERSON.format(id='?')}), "
    "EXISTS (SELECT 1 FROM persons), EXISTS (SELECT 1 FROM stages)"
)


def _stand(library: Library, author: Author) -> _Stand:
    highest, edits, parts, *rest = library.rows(_STAND, (author.id, author.id))[0]
    at = max(_now(), RELEASED, (highest or 0) + 1)
    return _Stand(at, max(edits or 0, parts or 0), *map(bool, rest))


def _now() -> int:
    """The machine's clock: microseconds since 1970, UTC."""
    return time.time_ns() // 1000


def _act(
    library: Library, derivation: Derivation, author: Author, act: Act, at: int, settled: bool
) -> Edit:
    if at >= YEAR_2100:
        raise AnnotatorError(
            "An edit in this library is dated at the end of the year 2099, and none can follow "
            "it: restore the backup from before it came in."
        )
    placed = act.writes()
    _check(library, derivation, author, act)
    if settled:
        refuse_settled(library, act, placed)
    version = KINDS[act.kind].version
    edit = Stamp(author.id, at, _now()).seal(act.kind, version, placed, act.undoes)
    derivation.put(edit, [write for _, _, write in placed])
    _made_here(library, edit)
    return edit


def _check(library: Library, derivation: Derivation, author: Author, act: Act) -> None:
    """Whether the act still fits: another process may have been quicker."""
    if act.needs:
        derivation.settle()
        live = log.in_chunks(
            library, "SELECT id FROM claims WHERE live = 1 AND id IN ({})", sorted(act.needs)
        )
        if len(live) < len(set(act.needs)):
            raise AnnotatorError(
                "That claim was changed by somebody else in the meantime: "
                "look at it again, then repeat what you did."
            )
    if act.undoes is not None:
        _check_target(library, author, act)


def _check_target(library: Library, author: Author, act: Act) -> None:
    assert act.undoes is not None
    found = library.rows("SELECT analyst, kind FROM edits WHERE id = ?", (act.undoes,))
    if not found or person_of(library, found[0][0]) != person_of(library, author.id):
        raise AnnotatorError("Only one's own edits can be taken back, and this is none.")
    if found[0][1] not in KINDS or not KINDS[found[0][1]].undoable:
        raise AnnotatorError("An edit of this kind cannot be taken back.")
    if marks.is_dead(library, act.undoes) is (act.kind == "Undo"):
        done = "taken back" if act.kind == "Undo" else "given back"
        raise AnnotatorError(f"That was {done} already, by another window or command.")


def _made_here(library: Library, edit: Edit) -> None:
    """Remembers what was made on this machine, and in which order: what Ctrl+Z goes by."""
    articles = edit.articles
    if edit.header.undoes is not None:
        articles = Edit(log.headers(library, [edit.header.undoes])[0], ()).articles
    library.many(
        "INSERT INTO local (kind, about, article) VALUES (?, ?, ?)",
        [(MADE_HERE, edit.header.id, article) for article in articles or (None,)],
    )


def _drop(library: Library, drops: Sequence[DraftKey]) -> None:
    library.many(
        "DELETE FROM drafts WHERE analyst = ? AND claim = ? AND field = ?",
        [(drop.analyst, drop.claim, drop.field) for drop in drops],
    )
