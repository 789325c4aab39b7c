"""What erasing something would take: which parts of whose edits, and what has to be said again.

A part may say more than is to go: what else stands because of it is *kept*, written anew
before it goes. EDITS.md, section 8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import canonical, text_or_empty
from annotator.domain.edits.erasing import Erase
from annotator.domain.edits.form import Header, Part
from annotator.domain.edits.writes import All, Own, Write
from annotator.domain.evidence import CONTACT, FILE, LINK, THERE, private_name
from annotator.store import log, people
from annotator.store.choosing import lays_out
from annotator.store.erased import Placed
from annotator.store.library import Library, Row
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON

Kept = tuple[str, str, ArticleId | None, Write]
"""Whose id wrote it; the class and the article of the part it was in; and the write."""

Draft = tuple[str, str, str]
"""Analyst, claim and field of a text that is being typed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``own``: parts that are erased everywhere; ``others``: such as are only forgotten here.

    ``article``: the whole article goes from this library, its text too. ``elsewhere`` counts
    other edits of one's own that hold the very same words, such as a note that was taken over.
    """

    own: tuple[Placed, ...] = ()
    others: tuple[Placed, ...] = ()
    kept: tuple[Kept, ...] = ()
    drafts: tuple[Draft, ...] = ()
    article: ArticleId | None = None
    elsewhere: int = 0

    @property
    def nothing(self) -> bool:
        return not (self.own or self.others or self.drafts or self.article)


Erases = Callable[[Own], bool]
"""Whether a register is what is to go."""


def of_note(library: Library, me: str, claim: ClaimId) -> Plan:
    """Every wording of a person's note of this claim. A colleague's stays."""

    def erases(own: Own) -> bool:
        return (own.about, own.id) == ("claim", claim) and own.field in ("note", "note.me")

    found = _split(library, me, _wording(library, "id = ? AND about = 'claim'", (claim,), erases))
    drafts = _drafts(library, me, "claim = ? AND field = 'note'", (claim,))
    kept = _kept(library, me, found.own, erases)
    return Plan(found.own, (), kept, drafts, elsewhere=_elsewhere(library, me, found.own, erases))


def of_contact(library: Library, me: str, contact: str) -> Plan:
    """Whom one asked, in every wording."""
    return _of_fields(library, me, CONTACT, contact)


def of_file(library: Library, me: str, sha256: str) -> Plan:
    """A file that was attached; its bytes go where nothing else names them."""
    return _of_fields(library, me, FILE, sha256)


def of_evidence(library: Library, me: str, item: str) -> Plan:
    """An item of evidence with all that was ever said of it, and how it serves claims."""
    names = (f"{LINK} {item}", private_name(f"{LINK} {item}"))

    def erases(own: Own) -> bool:
        return (own.about, own.id) == ("evidence", item) or (
            own.about == "claim" and own.field in names
        )

    where = "(id = ? AND about = 'evidence') OR (about = 'claim' AND field IN (?, ?))"
    found = _split(library, me, _wording(library, where, (item, *names), erases))
    return _mine_or_theirs(library, me, found, erases, item)


def of_article(library: Library, me: str, article: ArticleId) -> Plan:
    """Everything about an article.

    One's own layout of it is forgotten here and not erased: it holds no words, and colleagues
    who work on the article would lose the claims that their tags are of.
    """
    rows = library.rows(f"SELECT seq, {log.PART} FROM parts WHERE article = ?", (article,))
    found = _split(library, me, _placed(library, rows))
    own = [one for one in found.own if not lays_out(one[2])]
    others = [*found.others, *(one for one in found.own if lays_out(one[2]))]
    return Plan(tuple(own), tuple(others), (), _drafts_of(library, article), article)


def _of_fields(library: Library, me: str, head: str, key: str) -> Plan:
    names = (f"{head} {key}", private_name(f"{head} {key}"))

    def erases(own: Own) -> bool:
        return own.about == "evidence" and own.field in names

    where = "about = 'evidence' AND field IN (?, ?)"
    parts = _wording(library, where, names, erases)
    items = {
        write.id
        for _, _, part in parts
        for write in part.writes
        if isinstance(write, Own) and erases(write)
    }
    return _mine_or_theirs(library, me, _split(library, me, parts), erases, *sorted(items))


def _mine_or_theirs(library: Library, me: str, found: Plan, erases: Erases, *items: str) -> Plan:
    """One's own, where there is any; else what colleagues have of it is forgotten here.

    One's own links to a colleague's item go with it.
    """
    entered = any(_enters(part, items) for _, _, part in found.own)
    others = () if entered else found.others
    drafts: tuple[Draft, ...] = ()
    for item in items:
        drafts += _drafts(library, me, "instr(field, ?) > 0", (item,))
    return Plan(found.own, others, _kept(library, me, found.own, erases), drafts)


def _enters(part: Part, items: Sequence[str]) -> bool:
    return any(
        isinstance(write, Own) and write.about == "evidence" and write.id in items
        for write in part.writes
    )


def _wording(library: Library, where: str, values: Sequence[str], erases: Erases) -> list[Placed]:
    """The parts that say something in such a register; what only empties it may stay."""
    sql = f"SELECT DISTINCT part FROM writes WHERE form = 'own' AND value <> 'null' AND ({where})"
    places = [row[0] for row in library.rows(sql, values)]
    rows = log.in_chunks(
        library, f"SELECT seq, {log.PART} FROM parts WHERE seq IN ({{}})", sorted(places)
    )
    return [one for one in _placed(library, rows) if _words(one[2], erases)]


def _words(part: Part, erases: Erases) -> bool:
    return any(
        isinstance(write, Own)
        and erases(write)
        and write.value is not None
        and not (private_name(write.field, False) == THERE and write.value is False)
        for write in part.writes
    )


def _placed(library: Library, rows: Iterable[Row]) -> list[Placed]:
    """Rows of places and parts with their headers; what erases something is left out."""
    parts = [(row[0], log.part_of(row[1:])) for row in rows]
    wanted = sorted({part.edit for _, part in parts})
    headers = {header.id: header for header in log.headers(library, wanted)}
    return [
        (place, headers[part.edit], part)
        for place, part in sorted(parts, key=lambda row: row[0])
        if headers[part.edit].kind != Erase.kind
    ]


def _split(library: Library, me: str, parts: Iterable[Placed]) -> Plan:
    """One's own and others'. A copy under a pseudonym goes with its original."""
    who = people.persons(library)
    own: list[Placed] = []
    others: list[Placed] = []
    for one in parts:
        if one[1].id not in who.copies:
            (own if who.of(one[1].analyst) == me else others).append(one)
    return Plan(tuple(own), tuple(others))


_LAST = (
    "SELECT edits.id FROM writes JOIN parts ON parts.seq = writes.part "
    "JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id = ? AND form = ? AND about = ? AND field = ? AND {} = ? "
    f"AND {ALIVE.format(edit='edits.id')} ORDER BY at DESC, edits.id DESC LIMIT 1"
)
_LAST_OWN = _LAST.format(PERSON.format(id="edits.analyst"))
_LAST_SHARED = _LAST.format("coalesce(parts.article, '')")


def _kept(library: Library, me: str, parts: Sequence[Placed], erases: Erases) -> tuple[Kept, ...]:
    """What else these parts say, and stands by them."""
    return tuple(
        (header.analyst, part.part_class, part.article, write)
        for _, header, part in parts
        for write in _others(part, erases)
        if _stands(library, me, header, part, write)
    )


def _elsewhere(library: Library, me: str, parts: Sequence[Placed], erases: Erases) -> int:
    """How many other edits of the person's hold one of the texts that are to go."""
    values = [
        write.value
        for _, _, part in parts
        for write in part.writes
        if isinstance(write, Own) and erases(write) and isinstance(write.value, dict)
    ]
    texts = {text for text in (text_or_empty(value.get("text")) for value in values) if text}
    sql = (
        "SELECT DISTINCT edit, edits.analyst FROM parts JOIN edits ON edits.id = parts.edit "
        "WHERE instr(body, ?) > 0"
    )
    rows = {row for text in texts for row in library.rows(sql, (canonical(text),))}
    gone = {header.id for _, header, _ in parts}
    return sum(edit not in gone and people.person_of(library, by) == me for edit, by in rows)


def _others(part: Part, erases: Erases) -> Iterator[Own | All]:
    """The last write of each register of the part that is not to go."""
    last = {
        (type(write), write.about, write.id, write.field): write
        for write in part.writes
        if isinstance(write, Own | All)
    }
    for write in last.values():
        if isinstance(write, All) or not erases(write):
            yield write


def _stands(library: Library, me: str, header: Header, part: Part, write: Own | All) -> bool:
    form = "own" if isinstance(write, Own) else "all"
    sql = _LAST_OWN if isinstance(write, Own) else _LAST_SHARED
    whose = me if isinstance(write, Own) else part.article or ""
    found = library.rows(sql, (write.id, form, write.about, write.field, whose))
    return bool(found) and found[0][0] == header.id


def _drafts(library: Library, me: str, where: str, values: Sequence[str]) -> tuple[Draft, ...]:
    """Texts of the person's that are being typed."""
    rows = library.rows(f"SELECT analyst, claim, field FROM drafts WHERE {where}", values)
    return tuple(
        (analyst, claim, field)
        for analyst, claim, field in rows
        if people.person_of(library, analyst) == me
    )


def _drafts_of(library: Library, article: ArticleId) -> tuple[Draft, ...]:
    rows = library.rows("SELECT analyst, claim, field FROM drafts WHERE article = ?", (article,))
    return tuple((row[0], row[1], row[2]) for row in rows)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that an id may mean: its whole id, and an item and a person it was written by."""

    key: str
    item: str
    person: str


_NAMED = (
    f"SELECT DISTINCT writes.id, {{key}}, {PERSON.format(id='edits.analyst')} FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE form = 'own' AND about = 'evidence' AND value <> 'null' AND {where} "
    f"AND NOT (field IN ('{THERE}', '{private_name(THERE)}') AND value = 'false')"
)


def items_named(library: Library, begins: str) -> list[Candidate]:
    """Items whose id begins so, removed ones too."""
    sql = _NAMED.format(key="writes.id", where="writes.id >= ? AND writes.id < ?")
    rows = library.rows(sql, (begins, f"{begins}~"))
    return [Candidate(key, item, person) for item, key, person in rows]


def contacts_named(library: Library, begins: str) -> list[Candidate]:
    """Contacts whose id begins so, such as were taken away too."""
    return _behind(library, CONTACT, begins)


def files_named(library: Library, begins: str) -> list[Candidate]:
    """Files whose SHA-256 begins so, such as were taken away too."""
    return _behind(library, FILE, begins)


def _behind(library: Library, head: str, begins: str) -> list[Candidate]:
    sql = _NAMED.format(key="field", where="(field GLOB ? OR field GLOB ?)")
    names = (f"{head} {begins}*", f"{private_name(head)} {begins}*")
    rows = library.rows(sql, names)
    return [Candidate(field.partition(" ")[2], item, person) for item, field, person in rows]


def is_of(library: Library, article: ArticleId, keys: Iterable[str]) -> bool:
    """Whether any part of this article, or of none at all, names one of these ids or hashes."""
    sql = (
        "SELECT 1 FROM parts WHERE (article = ? OR article IS NULL) AND instr(body, ?) > 0 LIMIT 1"
    )
    return any(library.rows(sql, (article, key)) for key in keys)


def serves(library: Library, claim: ClaimId, items: Iterable[str]) -> bool:
    """Whether anybody ever let one of these items serve the claim."""
    sql = (
        "SELECT 1 FROM writes WHERE id = ? AND form = 'own' AND about = 'claim' AND field IN (?, ?)"
    )
    names = ((f"{LINK} {item}", private_name(f"{LINK} {item}")) for item in items)
    return any(library.rows(sql, (claim, *both)) for both in names)
