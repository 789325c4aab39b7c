"""``items`` and ``links``: evidence, taken from the index of the log. EDITS.md, section 3."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from annotator.domain.address import address_key
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.canonical import Json
from annotator.domain.evidence import (
    LINK,
    PRIVATE,
    TEXTS,
    Contact,
    KeptFile,
    Link,
    Side,
    Stance,
    read_links,
    read_side,
)
from annotator.domain.order import Stamp
from annotator.store.assess import REGISTERS
from annotator.store.index import in_json
from annotator.store.library import Library, Row
from annotator.store.log import CHUNK, in_chunks

ITEMS = (
    "id, analyst, private, there, url, archive, title, publisher, published, accessed, medium, "
    "language, reliability, note, copy_of, audience, first_hand, address, contacts, files, "
    "there_at, there_edit, at, edit"
)
LINKS = "claim, analyst, item, private, stance, quote, locator, credibility, at"

_LINKS_ONLY = f"(field LIKE '{LINK} %' OR field LIKE '{LINK}{PRIVATE} %') AND "


def written_about(
    library: Library, about: str, ids: Iterable[str], person: str
) -> dict[str, dict[str, tuple[Stamp, Json]]]:
    """What a person's edits say of these and still counts: id → field → (stamp, value)."""
    found: dict[str, dict[str, tuple[Stamp, Json]]] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        sql = REGISTERS.replace("about = 'claim'", f"about = '{about}'")
        rows = library.rows(sql.format(", ".join("?" * len(chunk))), (*chunk, person))
        for key, field, value, at, edit, _ in rows:
            found.setdefault(key, {})[field] = ((at, edit), json.loads(value))
    return found


def renew_items(library: Library, person: str, ids: Iterable[str]) -> None:
    """Takes both sides of a person's items from the index again."""
    wanted = sorted(ids)
    library.many(
        "DELETE FROM items WHERE id = ? AND analyst = ?", [(one, person) for one in wanted]
    )
    rows = []
    for key, fields in written_about(library, "evidence", wanted, person).items():
        for private in (False, True):
            side = read_side(fields, private)
            if not side.empty:
                rows.append(item_row(key, person, private, side))
    library.many(f"INSERT INTO items ({ITEMS}) VALUES ({', '.join('?' * 24)})", rows)


def item_row(key: str, person: str, private: bool, side: Side) -> Row:
    """The columns of ITEMS."""
    return (
        key,
        person,
        int(private),
        int(side.there),
        side.url,
        side.archive,
        side.title,
        side.publisher,
        side.published,
        side.accessed,
        side.medium,
        side.language,
        side.reliability,
        side.note,
        side.copy_of,
        side.audience.value,
        None if side.primary is None else int(side.primary),
        address_key(side.url) if side.url else "",
        in_json([{"id": one.id} | _full(one) for one in side.contacts]),
        in_json([{"sha256": one.sha256} | _full(one) for one in side.files]),
        *side.there_at,
        *side.stamp,
    )


def _full(one: Contact | KeptFile) -> dict[str, Json]:
    value: dict[str, Json] = one.json()
    return value | {"audience": one.audience.value}


def side_of(row: Row) -> tuple[str, str, bool, Side]:
    """(id, owner, private, side) from a row of ITEMS."""
    key, person, private, there, *texts = row
    first_hand, _, contacts, files, *stamps = texts[12:]
    return (
        key,
        person,
        bool(private),
        Side(
            bool(there),
            (stamps[0], stamps[1]),
            (stamps[2], stamps[3]),
            **dict(zip(TEXTS, texts[:11], strict=True)),
            audience=Audience(texts[11]),
            primary=None if first_hand is None else bool(first_hand),
            contacts=_contacts(contacts),
            files=_files(files),
        ),
    )


def _contacts(text: str) -> tuple[Contact, ...]:
    if text == "[]":  # as of most items
        return ()
    return tuple(
        Contact(of["id"], of["whom"], of["when"], of["how"], of["said"], Audience(of["audience"]))
        for of in json.loads(text)
    )


def _files(text: str) -> tuple[KeptFile, ...]:
    if text == "[]":
        return ()
    return tuple(
        KeptFile(
            of["sha256"], of["name"], of["size"], of["kept"], of["how"], Audience(of["audience"])
        )
        for of in json.loads(text)
    )


def renew_links(library: Library, person: str, claims: Iterable[ClaimId]) -> None:
    """Takes how items serve these claims from the index again, for one person."""
    wanted = sorted(claims)
    library.many(
        "DELETE FROM links WHERE claim = ? AND analyst = ?", [(one, person) for one in wanted]
    )
    rows = [
        link_row(claim, person, link)
        for claim, fields in _linking(library, wanted, person).items()
        for private in (False, True)
        for link in read_links(fields, private)
    ]
    library.many(f"INSERT INTO links ({LINKS}) VALUES ({', '.join('?' * 9)})", rows)


def served(library: Library, items: Iterable[str]) -> set[ClaimId]:
    """The claims that these items serve, whoever says so."""
    rows = in_chunks(library, "SELECT claim FROM links WHERE item IN ({})", sorted(items))
    return {ClaimId(row[0]) for row in rows}


def _linking(
    library: Library, claims: list[ClaimId], person: str
) -> Mapping[str, dict[str, tuple[Stamp, Json]]]:
    found: dict[str, dict[str, tuple[Stamp, Json]]] = {}
    sql = REGISTERS.replace("form = 'own'", f"{_LINKS_ONLY}form = 'own'")
    for start in range(0, len(claims), CHUNK):
        chunk = claims[start : start + CHUNK]
        rows = library.rows(sql.format(", ".join("?" * len(chunk))), (*chunk, person))
        for claim, field, value, at, edit, _ in rows:
            found.setdefault(claim, {})[field] = ((at, edit), json.loads(value))
    return found


def link_row(claim: str, person: str, link: Link) -> Row:
    """The columns of LINKS."""
    return (
        claim,
        person,
        link.item,
        int(link.private),
        link.stance.value,
        link.quote,
        link.locator,
        link.credibility,
        link.at,
    )


def link_of(row: Row) -> tuple[ClaimId, str, Link]:
    """(claim, analyst, link) from a row of LINKS."""
    claim, person, item, private, stance, quote, locator, credibility, at = row
    return (
        ClaimId(claim),
        person,
        Link(item, Stance(stance), quote, locator, credibility, bool(private), at),
    )
