"""What tests of formats that come in share: what was read, damage, and what it must never do."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from hypothesis import settings

from annotator.domain.enclosed import Remark
from annotator.domain.errors import AnnotatorError
from annotator.importers.imported import ImportedArticle

FILES = Path(__file__).parent / "files"
MOST = 5_000
FEW = 200


class Reads(Protocol):
    def __call__(self, data: bytes, *, encoding: str | None = None) -> ImportedArticle: ...


def passages(article: ImportedArticle) -> list[tuple[str, str]]:
    """Kind and words of each passage."""
    assert article.passages is not None
    return [(one.kind.value, article.text[one.start : one.end]) for one in article.passages]


def linked(article: ImportedArticle) -> list[tuple[str, str]]:
    """The words of each link, and where they lead."""
    return [(article.text[a:b], target) for a, b, target in article.enclosed.links]


def noted(article: ImportedArticle) -> list[tuple[str, str, str]]:
    """Each remark: its kind, the words it stands on or just behind, what it says."""
    return [(one.kind.value, _on(article.text, one), one.text) for one in article.enclosed.remarks]


def _on(text: str, one: Remark) -> str:
    if one.start < one.end:
        return text[one.start : one.end]
    return f"…{text[max(0, one.start - 6) : one.start]}|"


def offered(article: ImportedArticle) -> dict[str, str]:
    """What the file says of its article, by field."""
    return {one.field: one.value for one in article.enclosed.offered}


def damaged(data: bytes, *, parts: bool = False) -> Iterator[bytes]:
    """The same file, damaged in many ways: 200, and 5,000 under the profile "thorough".

    ``parts``: of an archive, every other time one part is damaged and packed soundly.
    """
    chance = random.Random(len(data))
    many = MOST if settings.default and settings.default.max_examples >= MOST else FEW
    for number in range(many):
        if parts and number % 2:
            yield _part_damaged(data, chance)
        else:
            yield _damaged(data, chance)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    found, at, size = bytearray(data), chance.randrange(len(data)), chance.randint(1, 200)
    how = chance.random()
    if how < 0.5:
        for _ in range(chance.randint(1, 8)):
            found[chance.randrange(len(found))] = chance.randrange(256)
    elif how < 0.7:
        del found[at : at + size]
    elif how < 0.9:
        to = chance.randrange(len(data))
        found[to:to] = found[at : at + size]
    else:
        del found[at:]
    return bytes(found)


def _part_damaged(data: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as again:
        names = [one for one in archive.namelist() if one.endswith(("ml", "opf", "ncx"))]
        chosen = chance.choice(names)
        for name in archive.namelist():
            part = archive.read(name)
            again.writestr(name, _damaged(part, chance) if name == chosen else part)
    return made.getvalue()


def reads_or_refuses(read: Reads, data: bytes) -> bool:
    """Whether it was read; it may be refused in one sentence, and nothing else.

    What was read can be stored, and all its places are places of its text.
    """
    try:
        article = read(data)
    except AnnotatorError as fault:
        said = str(fault)
        assert said.endswith("."), said
        assert "\n" not in said
        assert len(said) < 400
        said.encode()
        return False
    text, last = article.text, 0
    text.encode()
    for _, start, end in article.passages or ():
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end
    assert all(0 <= a < b <= len(text) for a, b, _ in article.enclosed.links)
    assert all(0 <= one.start <= one.end <= len(text) for one in article.enclosed.remarks)
    for register, value in article.enclosed.registers():
        assert register
        str(value).encode()
    return True
