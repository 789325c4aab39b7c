"""What came in since a view looked last: for windows beside each other and the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.attributing import SOURCE
from annotator.domain.edits.erasing import Erase
from annotator.domain.edits.form import Part
from annotator.domain.edits.people import NAME
from annotator.domain.edits.state import SHARED
from annotator.domain.edits.writes import All, Base, Own, Say, Write
from annotator.domain.snapshot import Change
from annotator.store import evidencing, log
from annotator.store.claiming import spans_of
from annotator.store.erased import GAP
from annotator.store.library import Library
from annotator.store.touched import DECIDING, JOINING, LINKING, Changed

MANY = 5_000
"""Places: where more came in, everything is told anew, which is quicker than to read it all."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How far somebody has looked: the last place, which edit that is, the last text, who was who.

    ``gaps`` counts what had been taken out. A library that was taken back to an earlier state
    has the same places again, and other edits in them.
    """

    last: int
    edit: str
    texts: int
    joined: int
    copies: int
    gaps: int


def seen(library: Library) -> Seen:
    """How far one has looked who looks now."""
    with library.reading():
        last = library.last_edit()
        texts = library.rows("SELECT coalesce(max(rowid), 0) FROM articles")[0][0]
        return Seen(last, _edit_at(library, last), texts, *library.rows(_PERSONS)[0])


_PERSONS = (
    "SELECT (SELECT count(*) FROM persons), (SELECT count(*) FROM copies), "
    f"(SELECT count(*) FROM local WHERE kind <> 'made here' AND kind = '{GAP}')"
)


def _edit_at(library: Library, place: int) -> str:
    rows = library.rows(
        "SELECT id FROM edits WHERE seq = ? UNION ALL SELECT edit FROM parts WHERE seq = ?",
        (place, place),
    )
    return rows[0][0] if rows else ""


def changes_since(
    library: Library, last: int, before: Seen | None = None
) -> tuple[int, tuple[Change, ...]]:
    """What edits did that came after the place ``last`` (``Library.last_edit``), and the new last one.

    An Undo or Redo changes what its target wrote. Where ``before`` is no longer so, and
    where very much came in, everything is told anew.
    """
    with library.reading():
        now = library.last_edit()
        if now - last > MANY or (before is not None and _otherwise(library, before)):
            return now, everything(library)
        joining = ", ".join(f"'{kind}'" for kind in (*JOINING, Erase.kind))
        if library.rows(f"SELECT 1 FROM edits WHERE seq > ? AND kind IN ({joining})", (last,)):
            return now, everything(library)
        targets = library.rows(
            "SELECT undoes FROM edits WHERE seq > ? AND undoes IS NOT NULL", (last,)
        )
        parts = library.rows(f"SELECT {log.PART} FROM parts WHERE seq > ?", (last,))
        parts += log.in_chunks(
            library,
            f"SELECT {log.PART} FROM parts WHERE edit IN ({{}})",
            sorted({row[0] for row in targets}),
        )
        changed = _changed(library, map(log.part_of, parts))
        if before is not None:  # a text may come when all edits about it are here
            texts = library.rows("SELECT id FROM articles WHERE rowid > ?", (before.texts,))
            changed.layouts.update(ArticleId(row[0]) for row in texts)
        return now, changed.changes()


def _otherwise(library: Library, before: Seen) -> bool:
    return _edit_at(library, before.last) != before.edit or library.rows(_PERSONS)[0] != (
        before.joined,
        before.copies,
        before.gaps,
    )


def everything(library: Library) -> tuple[Change, ...]:
    """Every article may be otherwise, and the library itself."""
    articles = (ArticleId(row[0]) for row in library.rows("SELECT id FROM articles ORDER BY id"))
    return tuple(
        Change(article, layout=True, about=True, review=True, record=True)
        for article in (ArticleId(""), *articles)
    )


@dataclass
class _Named:
    """What these writes name: claims, and what leads to some."""

    held: set[ClaimId] = field(default_factory=set)
    reviewed: set[ClaimId] = field(default_factory=set)
    recorded: set[ClaimId] = field(default_factory=set)
    comments: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    attributions: set[str] = field(default_factory=set)

    def take(self, write: Write) -> None:
        match write:
            case Own(about="comment"):
                self.comments.add(write.id)
            case Own(about="evidence"):
                self.items.add(write.id)
            case Own(about="attribution"):
                self.attributions.add(write.id)
            case Own(about="claim", field=name):
                self._of(name).add(ClaimId(write.id))
            case Say(about="claim"):
                self.reviewed.add(ClaimId(write.id))

    def _of(self, name: str) -> set[ClaimId]:
        if name.startswith(LINKING):
            return self.recorded
        return self.reviewed if name in DECIDING else self.held


def _changed(library: Library, parts: Iterable[Part]) -> Changed:
    changed, named = Changed(), _Named()
    for part in parts:
        for write in part.writes:
            named.take(write)
            _note(changed, part.article, write)
    for claim, about in _commented(library, named.comments):
        named.reviewed.add(claim)
        changed.review.add(about)
    named.recorded |= evidencing.served(library, named.items)
    named.recorded |= _attributed(library, named.attributions)
    claims = named.held | named.reviewed | named.recorded
    for claim, (article, span, live) in spans_of(library, sorted(claims)).items():
        if live:
            changed.claims.setdefault(article, set()).add(span)
        if claim in named.reviewed:
            changed.review.add(article)
        if claim in named.recorded:
            changed.record.add(article)
    return changed


def _attributed(library: Library, attributions: set[str]) -> set[ClaimId]:
    """The claims that these attributions are of."""
    rows = log.in_chunks(
        library, "SELECT claim FROM attributions WHERE id IN ({})", sorted(attributions)
    )
    return {ClaimId(row[0]) for row in rows}


def _commented(library: Library, comments: set[str]) -> Iterable[tuple[ClaimId, ArticleId]]:
    """The claims that these comments are about, and the articles they were said in."""
    rows = log.in_chunks(
        library,
        "SELECT id, article FROM sayings WHERE about = 'claim' AND edit IN ({})",
        sorted(comments),
    )
    return ((ClaimId(claim), ArticleId(article)) for claim, article in rows)


def _note(changed: Changed, article: ArticleId | None, write: Write) -> None:
    """What a write changes, but for what it says of a claim."""
    match write:
        case Own(about="claim"):
            return
        case Own(about="article"):
            changed.about.add(ArticleId(write.id))
        case Own(about="analyst", field=name) if name != NAME:
            changed.review.add(ArticleId(""))
        case Own(about="evidence"):
            changed.record.add(ArticleId(""))
        case Own(about="attribution"):
            return
        case Own(about="comment") | Say():
            if article is not None:
                changed.review.add(article)
        case Own():
            changed.about.add(ArticleId(""))
        case _ if article is not None:
            _note_shared(changed, article, write)


def _note_shared(changed: Changed, article: ArticleId, write: Write) -> None:
    if isinstance(write, All) and write.about == SOURCE:
        changed.record.add(article)
        return
    if isinstance(write, All) and write.field in SHARED:
        changed.review.add(article)
        return
    if isinstance(write, (Base, All)):
        changed.about.add(article)
    if not isinstance(write, All):
        changed.layouts.add(article)
