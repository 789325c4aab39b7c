"""Which block of a page is the article's title: the one that what the page says of itself confirms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.domain.article import PassageKind
from annotator.importers.html.block import Block
from annotator.importers.html.hints import is_headline, letters
from annotator.importers.html.names import HEADINGS

_KINDS = (PassageKind.TITLE, PassageKind.HEADING)
LONGEST = 400
"""Characters; no title is longer."""

_NEAR, _HOME = 1.3, 3
"""What it is worth to stand right above the text; and against it, to lead to the site's first page."""

_HOME_PAGE = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+|[a-z]{2}/?)?")
_LEAST = 0.4
"""A block confirmed by a longer title (that of the window: "Title - Site") is this part of it."""


def find_title(
    blocks: Sequence[Block], titles: Sequence[str], furnished: Sequence[bool], first: int
) -> int | None:
    """The title's place among the blocks; ``None`` where none is one for certain enough.

    ``titles`` are what the page says its title is, ``furnished`` which blocks are hinted to
    be furniture, ``first`` is where the text begins.
    """
    said = [plain for plain in map(letters, titles) if plain]
    best: tuple[float, int] | None = None
    heads = [at for at in range(first) if blocks[at].kind is PassageKind.HEADING]
    nearest = heads[-1] if heads else None
    for place, block in enumerate(blocks):
        if block.kind not in _KINDS and not _names_itself(block):
            continue
        if len(block.text) > LONGEST:
            continue
        score = _score(block, said) - (2 if furnished[place] else 0)
        if place > first:
            score -= 1 if place <= first + 3 else 3
        elif block.kind is PassageKind.HEADING and place == nearest:
            score += _NEAR
        if score > 1 and (best is None or score > best[0] or (score == best[0] and place < first)):
            best = (score, place)
    return None if best is None else best[1]


def _score(block: Block, said: Sequence[str]) -> float:
    plain = letters(block.text)
    score = 0.0
    if plain and plain in said:
        score = 5
    elif any(_within(plain, one) for one in said):
        score = 3
    level = block.holder.tag
    if block.kind is PassageKind.TITLE:
        return 6
    if level in HEADINGS:
        score += {"h1": 2.0, "h2": 0.8}.get(level, 0.3)
    score -= _HOME if _leads_home(block) else 0
    return score + (1 if _names_itself(block) else 0)


def _leads_home(block: Block) -> bool:
    """Whether it is the site's name, which leads to its first page."""
    links = {piece.link for piece in block.pieces if piece.text.strip()}
    return all(link and _HOME_PAGE.fullmatch(link) for link in links)


def _within(plain: str, said: str) -> bool:
    """Whether this is what is left of the window's title without the site's name, or the other way."""
    if len(plain) < 4:
        return False
    if said.startswith(plain) or said.endswith(plain):
        return len(plain) >= _LEAST * len(said)
    return len(said) >= 12 and plain.startswith(said) and len(said) >= 0.6 * len(plain)


def _names_itself(block: Block) -> bool:
    holders = (block.holder, block.holder.parent)
    return any(holder is not None and is_headline(holder) for holder in holders) and (
        len(block.text) <= LONGEST // 2
    )
