"""Which blocks of a page are its article, and which are furniture.

Three witnesses: trafilatura, which takes or leaves each block; the names of the elements around
it (``html_hints``); and what the block looks like and stands beside. Where they differ, a
paragraph is rather kept as text than lost, and what leads elsewhere rather set aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from annotator.domain.article import PassageKind
from annotator.importers.html.block import Block
from annotator.importers.html.hints import Hint, is_body, is_lead
from annotator.importers.html.marks import Marks
from annotator.importers.html.names import HEADINGS
from annotator.importers.html.prose import (
    LONG,
    is_cue,
    is_legal,
    is_linked,
    is_pointer,
    is_prose,
    weight,
)
from annotator.importers.html.title import find_title
from annotator.importers.html.tree import Element, Page

SHORT = 300
"""Letters; an article of fewer may have been overlooked, and is looked for where pages have theirs."""

LEAST = 25
"""Letters; a page with less prose has no article."""

_FEW = 4
"""Headings that lead elsewhere, with so few words below each, make a page of other articles' beginnings."""
_TEASER = 600
_MOST, _MAIN = 0.9, 0.7
_GAP = 3
"""So many blocks of furniture part what comes behind from the article."""
_OPENING = (PassageKind.HEADING, PassageKind.CAPTION, PassageKind.QUOTATION)
"""What may stand before an article's first sentence, below its title."""
_SEARCHED = 200_000_000
"""Characters that are searched for the words of blocks, all in all."""


class Choice(NamedTuple):
    """The places of the title and of the article's other blocks."""

    title: int | None
    text: frozenset[int]


def choose(
    page: Page, blocks: Sequence[Block], voted: set[int], titles: Sequence[str], said: str
) -> Choice | None:
    """What of these blocks is the article, ``None`` where there is none.

    ``voted`` is what trafilatura keeps, ``titles`` what the page says its title is, ``said`` the
    article's words where the page gives them once more to programs.
    """
    return _Choosing(page, blocks, voted, said).choose(titles)


class _Choosing:
    def __init__(self, page: Page, blocks: Sequence[Block], voted: set[int], said: str) -> None:
        self.blocks = blocks
        self.prose = [is_prose(block.text) and not is_linked(block) for block in blocks]
        self.marks = Marks(page, blocks)
        self.bodies = _inside(page, blocks, is_body)
        self.leads = _inside(page, blocks, is_lead)
        self.mains = _inside(page, blocks, lambda one: one.tag in ("article", "main"))
        plain = "".join(said.split()) if len(said) * len(blocks) <= _SEARCHED else ""
        self.kept = {
            place
            for place, block in enumerate(blocks)
            if place in voted
            or (self.prose[place] and plain and "".join(block.text.split()) in plain)
        }
        self.text: set[int] = set()

    def choose(self, titles: Sequence[str]) -> Choice | None:
        self.marks.weigh(
            [
                weight(block.text) if self.prose[place] and self._likely(place) else 0
                for place, block in enumerate(self.blocks)
            ]
        )
        self._begin()
        title = self._title(titles)
        if title is not None:
            self.marks.spare(self.blocks[title].holder)
            self.text.discard(title)
        if not self._enough():
            return None
        self._fill(title)
        self._trim(title)
        return Choice(title, frozenset(self.text)) if self._enough() else None

    def _likely(self, place: int) -> bool:
        return place in self.kept or self.bodies[place]

    def _begin(self) -> None:
        """Takes what was voted for and is not hinted to be furniture; more where that is little."""
        self.text = {
            place
            for place in range(len(self.blocks))
            if self._likely(place) and self._may_be(place)
            if place in self.kept or self.prose[place]
        }
        for where in (self.mains, [True] * len(self.blocks)):
            if self._size() >= (SHORT if where is self.mains else LONG):
                return
            self.text |= {
                place
                for place, prose in enumerate(self.prose)
                if prose
                and where[place]
                and self.marks.strongest(place) is Hint.NONE
                and not self._says_it_is_none(place)
            }

    def _may_be(self, place: int) -> bool:
        held = self.marks.strongest(place)
        if held >= Hint.NAMED or self._says_it_is_none(place):
            return False
        return held is Hint.NONE or self.prose[place]

    def _says_it_is_none(self, place: int) -> bool:
        """Whether a block's own words are those of furniture."""
        block = self.blocks[place]
        return is_cue(block.text) or is_legal(block.text) or is_pointer(block)

    def _size(self) -> int:
        return sum(weight(self.blocks[place].text) for place in self.text if self.prose[place])

    def _title(self, titles: Sequence[str]) -> int | None:
        furnished = [self.marks.strongest(place) is Hint.SURE for place in range(len(self.blocks))]
        first = min((place for place in self.text if self.prose[place]), default=len(self.blocks))
        return find_title(self.blocks, titles, furnished, first)

    def _enough(self) -> bool:
        """Whether there is an article: some prose, and not only the beginnings of others."""
        if self._size() < LEAST:
            return False
        places = sorted(place for place in self.text if self.prose[place])
        heads = [
            self.blocks[place]
            for place in range(max(0, places[0] - 2), places[-1])
            if self.blocks[place].kind is PassageKind.HEADING
            and self.marks.strongest(place) < Hint.NAMED
        ]
        leading = sum(_leads_away(head) for head in heads)
        return leading < _FEW or leading * 2 < len(heads) or self._size() > _TEASER * leading

    def _fill(self, title: int | None) -> None:
        """Takes what stands among the article's paragraphs and looks like one of them."""
        prose = sorted(place for place in self.text if self.prose[place])
        first, last = prose[0], prose[-1]
        around = self._around(prose)
        homes = {_home(self.blocks[place]).number for place in prose}
        start = first if title is None or title > first else title + 1
        self.text = {place for place in self.text if place >= start}
        for place in range(start, len(self.blocks)):
            if place in self.text or place == title:
                continue
            fits = self._fits(place, homes, around, opening=place < first)
            if place > last and not (fits and _home(self.blocks[place]).number in homes):
                break
            if fits:
                self.text.add(place)

    def _around(self, prose: Sequence[int], share: float = _MOST) -> Element:
        """The innermost element that has this share of the article's prose in it."""
        inside: dict[int, int] = {}
        for place in prose:
            size = weight(self.blocks[place].text)
            for element in self.blocks[place].holder.ancestors():
                inside[element.number] = inside.get(element.number, 0) + size
        here = self.blocks[prose[0]].holder
        total = self._size()
        return next(one for one in here.ancestors() if inside[one.number] >= share * total)

    def _fits(self, place: int, homes: set[int], around: Element, *, opening: bool) -> bool:
        """Whether a block that nobody voted for is of the article nevertheless."""
        block = self.blocks[place]
        if self.marks.strongest(place) or is_linked(block) or self._says_it_is_none(place):
            return False
        if self.prose[place] or self.leads[place]:
            return True
        home = _home(block).number
        inside = any(one is around for one in block.holder.ancestors())
        if opening:
            return (inside and block.kind in _OPENING) or (
                home in homes and weight(block.text) >= 2 * LONG
            )
        return inside and (block.kind is not PassageKind.BODY or home in homes)

    def _trim(self, title: int | None) -> None:
        """Sets aside bylines above the first paragraph, and headings of what is set aside."""
        prose = [place for place in sorted(self.text) if self.prose[place]]
        self.text -= {place for place in self.text if place < prose[0] and not self._opens(place)}
        self.text -= set(self._astray(prose))
        following: int | None = None
        for place in range(len(self.blocks) - 1, -1, -1):
            heading = self.blocks[place].kind is PassageKind.HEADING
            alone = following not in self.text and not self.leads[place]
            if heading and place in self.text and alone:
                self.text.discard(place)
            if not heading and place != title:
                following = place

    def _astray(self, prose: Sequence[int]) -> Iterator[int]:
        """What was voted for, but stands behind the article: far behind, or as a list of links."""
        around = self._around(prose, _MAIN)
        homes = {_home(self.blocks[place]).number for place in prose}
        last = before = prose[0]
        for place in sorted(self.text):
            inside = any(one is around for one in self.blocks[place].holder.ancestors())
            if inside and self.prose[place]:
                last = place
            elif place > last and not inside and place - before > _GAP:
                yield place
                continue
            elif place > prose[-1] and _home(self.blocks[place]).number not in homes:
                yield place
            if self.blocks[place].kind is not PassageKind.HEADING:
                before = place

    def _opens(self, place: int) -> bool:
        block = self.blocks[place]
        return self.leads[place] or block.kind in _OPENING or weight(block.text) >= 2 * LONG


def _home(block: Block) -> Element:
    """The element whose children a block and its neighbours are."""
    holder = block.holder
    if (
        holder.tag in (*HEADINGS, "p", "li", "dd", "dt", "pre", "blockquote")
        and holder.parent is not None
    ):
        holder = holder.parent
    while holder.tag in ("ul", "ol", "dl", "blockquote", "li", "tr", "tbody", "table"):
        if holder.parent is None:
            break
        holder = holder.parent
    return holder


def _leads_away(block: Block) -> bool:
    """Whether all of a block leads to another page."""
    words = [piece for piece in block.pieces if piece.text.strip()]
    return all(piece.link and "#" not in piece.link for piece in words)


def _inside(page: Page, blocks: Sequence[Block], is_such: Callable[[Element], bool]) -> list[bool]:
    """Whether each block stands in an element of this sort."""
    inside = [False] * len(page.elements)
    for element in page.elements:
        parent = element.parent
        inside[element.number] = bool(
            (parent is not None and inside[parent.number]) or is_such(element)
        )
    return [inside[block.holder.number] for block in blocks]
