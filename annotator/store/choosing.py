"""What goes into a parcel: which parts of which edits, and which headers without any.

Always the layout of the articles, whoever made it, and what takes it back; of the sender
the name, who else the sender is, and every Undo, Redo and Erase, for these name no more than
ids (without them a note that was sent earlier and taken back since would live on). Of the
sender's other parts those of the articles and classes that were chosen, but for earlier
wordings of what is for the sender only now. EDITS.md, section 7.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.domain import enclosed
from annotator.domain.article import ArticleId
from annotator.domain.edits.blind import BLIND, DRAWN
from annotator.domain.edits.form import Part, PartClass
from annotator.domain.edits.persons import Persons, persons
from annotator.domain.edits.state import SHARED
from annotator.domain.edits.writes import All, Base, Cut, Paint, Say, Write
from annotator.store import log
from annotator.store.keptback import worded_before
from annotator.store.library import Library
from annotator.store.people import person_of
from annotator.store.union import Key

CLASSES = (PartClass.TAGS, PartClass.NOTES, PartClass.EVIDENCE)
"""What can be chosen; what is private never is."""


@dataclass
class Chosen:
    """Edit → the parts of it that go. An edit of which no part goes, goes as a header."""

    edits: dict[str, set[Key]] = field(default_factory=dict)
    own: Counter[str] = field(default_factory=Counter)
    """How many parts of the sender's go, by class, the layout apart."""
    kept_back: Counter[str] = field(default_factory=Counter)
    """How many stay, of a class that goes, for they word what is for the sender only now."""

    def take(self, edit: str, part_class: str, article: str | None) -> None:
        self.edits.setdefault(edit, set()).add((part_class, article or ""))


def sender_ids(library: Library, analyst: str) -> frozenset[str]:
    """The ids that say of each other that they are one person; no pseudonym is among them."""
    who = said_same(library)
    person = who.of(analyst)
    return frozenset({analyst, person, *(one for one in who.joined if who.of(one) == person)})


def said_same(library: Library) -> Persons:
    """Who is one person by their own word, whatever a secret here tells beyond that."""
    rows = library.rows("SELECT id FROM edits WHERE kind = 'SamePerson'")
    return persons(log.edits(library, [row[0] for row in rows]))


def chosen(
    library: Library,
    sender: frozenset[str],
    articles: Sequence[ArticleId],
    classes: Iterable[PartClass],
) -> Chosen:
    """What a parcel of these articles holds."""
    found = Chosen()
    layout = _take_layout(library, found, articles)
    for part_class in classes:
        _take_own(library, found, sender, articles, part_class)
    _take_names(library, found, sender)
    _take_erasing(library, found, sender)
    _take_marks(library, found, sender, layout)
    return found


_LAYING = (
    "SELECT DISTINCT part FROM writes WHERE id IN ({}) AND (form IN ('base', 'cut', 'paint') "
    "OR (form = 'all' AND about = 'article') OR (form = 'say' AND about = 'article'))"
)


def _take_layout(library: Library, found: Chosen, articles: Sequence[ArticleId]) -> set[str]:
    """Takes the parts that lay these articles out; gives their edits."""
    places = [row[0] for row in log.in_chunks(library, _LAYING, sorted(articles))]
    edits: set[str] = set()
    for start in range(0, len(places), log.CHUNK):
        chunk = places[start : start + log.CHUNK]
        rows = log.in_chunks(library, f"SELECT {log.PART} FROM parts WHERE seq IN ({{}})", chunk)
        for part in map(log.part_of, rows):
            if part.article in articles and lays_out(part):
                found.take(part.edit, part.part_class, part.article)
                edits.add(part.edit)
    return edits


def lays_out(part: Part) -> bool:
    """Whether a part holds nothing but layout, what is known of the article, and how it is checked."""
    return part.part_class == PartClass.TAGS and all(map(_is_layout, part.writes))


def _is_layout(write: Write) -> bool:
    match write:
        case Base() | Cut() | Paint():
            return True
        case All():
            # What came with the text is said by the import itself, and goes where that goes.
            return write.field not in SHARED or write.field in enclosed.REGISTERS
        case Say():
            return write.field in (BLIND, DRAWN)
    return False


_OWN = (
    "SELECT edit, class, article FROM parts JOIN edits ON edits.id = parts.edit "
    "WHERE parts.article = ? AND class = ? AND edits.analyst IN ({}) "
    "AND edit NOT IN (SELECT edit FROM copies)"
)


def _take_own(
    library: Library,
    found: Chosen,
    sender: frozenset[str],
    articles: Iterable[ArticleId],
    part_class: PartClass,
) -> None:
    people = sorted({person_of(library, one) for one in sender})
    for article in articles:
        rows = log.in_chunks(library, _OWN, sorted(sender), (article, part_class.value))
        back = worded_before(library, people, article, part_class)
        for edit, of_class, of_article in rows:
            if edit in back:
                found.kept_back[of_class] += 1
                continue
            if (of_class, of_article) not in found.edits.get(edit, ()):
                found.own[of_class] += 1
            found.take(edit, of_class, of_article)


_NAMES = (
    "SELECT edit, class, article FROM parts JOIN edits ON edits.id = parts.edit "
    "WHERE parts.article IS NULL AND class = ? AND kind IN ('SetName', 'SamePerson') "
    "AND edits.analyst IN ({})"
)


def _take_names(library: Library, found: Chosen, sender: frozenset[str]) -> None:
    for row in log.in_chunks(library, _NAMES, sorted(sender), (PartClass.TAGS.value,)):
        found.take(*row)


_ERASING = (
    "SELECT edit, class, article FROM parts JOIN edits ON edits.id = parts.edit "
    "WHERE kind = 'Erase' AND class = ? AND edits.analyst IN ({}) "
    "AND edit NOT IN (SELECT edit FROM copies)"
)


def _take_erasing(library: Library, found: Chosen, sender: frozenset[str]) -> None:
    """What the sender erased, of whatever article: who has it is to keep it no longer."""
    for row in log.in_chunks(library, _ERASING, sorted(sender), (PartClass.TAGS.value,)):
        found.take(*row)


def _take_marks(library: Library, found: Chosen, sender: frozenset[str], layout: set[str]) -> None:
    """Undos and Redos: the sender's, and whatever takes back a part of the layout."""
    own = log.in_chunks(
        library,
        "SELECT id FROM edits WHERE kind IN ('Undo', 'Redo') AND analyst IN ({}) "
        "AND id NOT IN (SELECT edit FROM copies)",
        sorted(sender),
    )
    for (edit,) in own:
        found.edits.setdefault(edit, set())
    who = said_same(library)
    others = log.in_chunks(library, _MARKS, sorted(layout))
    joined: set[str] = set()
    for edit, by, of in others:
        if by not in sender and who.of(by) == who.of(of):
            found.edits.setdefault(edit, set())
            joined |= {by, of} if by != of else set()
    for row in log.in_chunks(library, _SAME, sorted(joined), (PartClass.TAGS.value,)):
        found.take(*row)


_MARKS = (
    "SELECT marks.id, marks.analyst, edits.analyst FROM edits "
    "JOIN edits AS marks ON marks.undoes = edits.id "
    "WHERE marks.kind IN ('Undo', 'Redo') AND edits.id IN ({})"
)
_SAME = (
    "SELECT edit, class, article FROM parts JOIN edits ON edits.id = parts.edit "
    "WHERE parts.article IS NULL AND class = ? AND kind = 'SamePerson' AND edits.analyst IN ({})"
)


def stays_behind(
    library: Library,
    sender: frozenset[str],
    articles: Iterable[ArticleId],
    classes: Iterable[PartClass],
) -> tuple[PartClass, ...]:
    """The classes that were not chosen, and of which the sender has something in the articles."""
    left = [one for one in CLASSES if one not in set(classes)]
    return tuple(
        one
        for one in left
        if any(
            log.in_chunks(library, f"{_OWN} LIMIT 1", sorted(sender), (article, one.value))
            for article in articles
        )
    )
