"""The hints around each block of a page, and which of them hold."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.article import PassageKind
from annotator.importers.html.block import Block
from annotator.importers.html.hints import Hint, hint, letters
from annotator.importers.html.prose import is_cue
from annotator.importers.html.tree import Element, Page

MOST, HALF = 0.9, 0.5


class Marks:
    """What the elements around the blocks say of them.

    A hint does not hold where too much of what is taken for the article stands in its element:
    pages call all of themselves "content with sidebar", and some are one form.
    """

    def __init__(self, page: Page, blocks: Sequence[Block]) -> None:
        self._around: list[tuple[Element, ...]] = [()] * len(page.elements)
        """The hinted elements around each element, itself among them, the outermost first."""
        self._said: dict[int, Hint] = {}
        headings = {
            letters(block.text)
            for block in blocks
            if block.kind is PassageKind.HEADING and not is_cue(block.text)
        }
        for element in page.elements:
            around = self._around[element.parent.number] if element.parent else ()
            said = hint(element, headings) if element.parent else Hint.NONE
            if said:
                self._said[element.number] = said
                around = (*around, element)
            self._around[element.number] = around
        self._of = [self._common(block) for block in blocks]
        self._void: set[int] = set()

    def _common(self, block: Block) -> tuple[Element, ...]:
        """The hinted elements around all words of a block."""
        common: tuple[Element, ...] | None = None
        for piece in block.pieces:
            if piece.text.strip():
                around = self._around[piece.holder.number]
                common = around if common is None else _shared(common, around)
        return common or ()

    def weigh(self, masses: Sequence[int]) -> None:
        """Says how much of the article each block may be, and so which hints hold."""
        inside: dict[int, int] = {}
        for mass, around in zip(masses, self._of, strict=True):
            for element in around if mass else ():
                inside[element.number] = inside.get(element.number, 0) + mass
        total = sum(masses)
        self._void = {
            number
            for number, mass in inside.items()
            if self._said[number] is Hint.SURE and mass >= MOST * total
        }
        left = sum(
            mass for place, mass in enumerate(masses) if self.strongest(place) is not Hint.SURE
        )
        self._void |= {
            number
            for number, mass in inside.items()
            if self._said[number] is not Hint.SURE and mass >= HALF * max(left, 1)
        }

    def strongest(self, place: int) -> Hint:
        """The strongest hint that holds for the block at this place."""
        return max(
            (self._said[one.number] for one in self._of[place] if one.number not in self._void),
            default=Hint.NONE,
        )

    def spare(self, element: Element) -> None:
        """The article's title stands in this one: by their names alone, those around it are no furniture."""
        for one in self._around[element.number]:
            if self._said[one.number] is not Hint.SURE:
                self._void.add(one.number)


def _shared(some: tuple[Element, ...], others: tuple[Element, ...]) -> tuple[Element, ...]:
    length = 0
    for one, other in zip(some, others, strict=False):
        if one is not other:
            break
        length += 1
    return some[:length]
