"""Whether a header is what its id says, three times as quickly as the law's own way of asking.

A merge asks it of every edit that comes in; a test holds both ways to the same answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from json.encoder import encode_basestring
from typing import Any

from annotator.domain.article import NS
from annotator.domain.canonical import canonical
from annotator.domain.edits.form import LARGEST, YEAR_2020, YEAR_2100, Edit, Header, Part, Seal
from annotator.domain.edits.writes import UUID


def sound(header: Header) -> bool:
    """``header.sound``."""
    return formed(header) and dated(header) and is_its_id(header)


def formed(header: Header) -> bool:
    """Whether everything in it is of the type that it should be, and no two seals have one place."""
    of: Any = header  # as JSON gave it, whatever the types say
    if not (
        isinstance(of.id, str)
        and isinstance(of.analyst, str)
        and isinstance(of.kind, str)
        and isinstance(of.nonce, str)
        and isinstance(of.undoes or "", str)
        and type(of.at) is type(of.clock) is type(of.version) is int
        and abs(of.at) < LARGEST
        and abs(of.clock) < LARGEST
        and abs(of.version) < LARGEST
        and UUID.fullmatch(of.analyst)
    ):
        return False
    for seal in of.seals:
        if not (
            isinstance(seal.part_class, str)
            and isinstance(seal.article or "", str)
            and isinstance(seal.digest, str)
        ):
            return False
    return len({seal.key for seal in header.seals}) == len(header.seals)


def dated(header: Header) -> bool:
    """Whether it is dated in a year that can be; ``formed`` must be known."""
    return YEAR_2020 <= header.at < YEAR_2100


def is_its_id(header: Header) -> bool:
    """Whether the id is the hash of the rest; ``formed`` must be known."""
    undoes = header.undoes
    if not undoes and undoes not in (None, ""):
        return header.sound  # something else that counts as empty, such as 0
    try:
        content = (
            f'{{"analyst":{_text(header.analyst)},"at":{header.at},"clock":{header.clock},'
            f'"kind":{_text(header.kind)},"nonce":{_text(header.nonce)},'
            f'"seals":{seals_text(header.seals)},'
            f'"undoes":{"null" if undoes is None else _text(undoes)},"version":{header.version}}}'
        )
        digest = hashlib.sha256(content.encode()).hexdigest()
    except UnicodeEncodeError:  # half a character somewhere
        return False
    return header.id == _uuid5(digest)


def seals_text(seals: Iterable[Seal]) -> str:
    """``canonical`` of a header's seals."""
    return f"[{','.join(map(_seal, seals))}]"


def fitting(edit: Edit) -> tuple[Part, ...]:
    """``edit.sound_parts``, each once, of an edit whose header is sound."""
    seals = {seal.key: seal for seal in edit.header.seals}
    found = []
    for part in edit.parts:
        key = (part.part_class, part.article or "")
        seal = seals.get(key)
        if seal is not None and seal.article == part.article and seal.digest == part.digest:
            found.append(part)
            del seals[key]
    return tuple(found)


def _seal(seal: Seal) -> str:
    article = seal.article
    if not article and article not in (None, ""):
        return canonical(seal.json())
    said = "null" if article is None else _text(article)
    return f'{{"article":{said},"class":{_text(seal.part_class)},"seal":{_text(seal.digest)}}}'


_text = encode_basestring
_BEGUN = hashlib.sha1(NS.bytes, usedforsecurity=False)


def _uuid5(name: str) -> str:
    """``uuid.uuid5`` in our namespace."""
    hashed = _BEGUN.copy()
    hashed.update(name.encode())
    digest = bytearray(hashed.digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
