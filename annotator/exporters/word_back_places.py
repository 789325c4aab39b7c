"""Where each claim of an article stands in the Word file that the article came in as.

The article is made of the file by one walk (``office/word_text.py``); the same walk finds it again.
What can be seen is the same in both, character by character; only blanks run together.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from annotator.domain.article import Span
from annotator.office.word_package import WordPackage
from annotator.office.word_runs import Piece
from annotator.office.word_styles import Styles
from annotator.office.word_text import Walk

NOBODYS: Final = -1


class ElsewhereError(ValueError):
    """What is read in the file now is not the article."""


@dataclass(slots=True)
class Part:
    """A stretch of what one element holds, ``[start, end)`` in its characters.

    ``owner`` is the innermost claim over it, ``NOBODYS`` where there is none; ``cut``: something
    begins or ends before it, so that it must not share a run with what comes before.
    """

    start: int
    end: int
    owner: int
    cut: bool


@dataclass
class Standing:
    """Where claims stand. ``parts``: element → its stretches, which cover all it holds.

    ``first`` and ``last``: claim → the element in which it begins and its stretch there, and the
    same for its end. A claim without a place in the file is in neither.
    """

    parts: dict[Any, list[Part]] = field(default_factory=dict)
    first: dict[int, tuple[Any, Part]] = field(default_factory=dict)
    last: dict[int, tuple[Any, Part]] = field(default_factory=dict)


def standing(package: WordPackage, document: Any, text: str, claims: Sequence[Span]) -> Standing:
    """Finds the claims, which are sorted by (start, longer first), in a file's document.

    Raises ElsewhereError where the file holds other words than ``text``.
    """
    owners = _owners(text, claims)
    bounds = {place for claim in claims for place in claim}
    found = Standing()
    pieces = list(_pieces(package, document))
    beginning: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        beginning.setdefault(claim.start, []).append(index)
        ending.setdefault(claim.end - 1, []).append(index)
    edges = {*beginning, *ending}
    for piece, places in zip(pieces, _places(pieces, text), strict=True):
        if piece.holder is None:
            continue
        parts = _parts(places, owners, bounds)
        found.parts[piece.holder] = parts
        for part in parts:
            here = (piece.holder, part)
            for place in edges.intersection(places[part.start : part.end]):
                found.first.update((one, here) for one in beginning.pop(place, ()))
                found.last.update((one, here) for one in ending.pop(place, ()))
    return found


def _owners(text: str, claims: Sequence[Span]) -> array[int]:
    """The innermost claim over each character: of two, the one that begins later."""
    owners = array("i", [NOBODYS]) * len(text)
    for index, (start, end) in enumerate(claims):
        owners[start:end] = array("i", [index]) * (end - start)
    return owners


def _pieces(package: WordPackage, document: Any) -> Iterator[Piece]:
    walk = Walk(Styles.of(package.related("styles")), {})
    for block in walk.blocks(document):
        yield from (one for one in block.pieces if isinstance(one, Piece))


def _places(pieces: Sequence[Piece], text: str) -> Iterator[list[int]]:
    """Where each character of each piece stands in the article.

    A blank stands where the article has one behind what was seen before it; where it has none
    there, on the place of the next character, or of none.
    """
    at = 0
    for piece in pieces:
        places = []
        for sign in piece.text:
            if sign.isspace() or sign == "\x7f":
                places.append(at)
                continue
            while at < len(text) and text[at].isspace():
                at += 1
            if at == len(text) or text[at] != sign:
                raise ElsewhereError
            places.append(at)
            at += 1
        yield places
    if text[at:].strip():
        raise ElsewhereError


def _parts(places: Sequence[int], owners: Sequence[int], bounds: set[int]) -> list[Part]:
    """The stretches of one piece whose characters stand at these places."""
    found: list[Part] = []
    before = NOBODYS
    for at, place in enumerate(places):
        owner = owners[place] if place < len(owners) else NOBODYS
        cut = place != before and place in bounds
        if not found or cut or owner != found[-1].owner:
            found.append(Part(at, at, owner, cut))
        found[-1].end = at + 1
        before = place
    return found
