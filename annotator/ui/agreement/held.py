"""What was measured for the agreement page, and the claims behind it, read one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.desk.agreeing import Measured
from annotator.desk.comparing import compared_claim
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import first_words
from annotator.domain.article import ArticleId
from annotator.domain.tags import TAGS, Standing
from annotator.review.left_out import LeftOut
from annotator.review.reasons import SEEN
from annotator.ui.agreement.view import ClaimLine
from annotator.ui.agreement.viewing import Figures

NOTE = 140
"""Characters of a note that a card shows."""
_HIDDEN = ("Hidden", "what colleagues hold of this claim, until you have tagged it")


@dataclass(frozen=True)
class Held:
    """One measurement with everything that the page derives from it."""

    measured: Measured
    figures: Figures

    @cached_property
    def compared(self) -> int:
        """How many articles have a claim that two analysts tagged."""
        return len(articles_of(self.measured, self.figures.meetings.shared()))

    @cached_property
    def done(self) -> dict[str, int]:
        """How many claims each analyst has done."""
        return self.measured.done()

    def prepare(self) -> None:
        """Finds out now what is otherwise found out when it is first asked for."""
        _ = self.compared, self.done


def articles_of(measured: Measured, items: Sequence[Hashable]) -> set[ArticleId]:
    """The articles of these claims, which stand in the order of the items.

    The claims of an article lie together, so only where one ends is looked for.
    """
    found, at = set[ArticleId](), 0
    while at < len(items):
        here = measured.place(items[at]).article
        rest = range(at, len(items))
        at += bisect_left(rest, True, key=lambda i: measured.place(items[i]).article != here)
        found.add(here)
    return found


class LibraryClaims:
    """The claims of one comparison, as ``view.Claims`` wants them."""

    def __init__(
        self,
        library: OpenLibrary,
        held: Held,
        chosen: tuple[int, int] | None,
        groups: Sequence[LeftOut],
        titles: Mapping[ArticleId, str],
        here: ArticleId | None,
    ) -> None:
        """``here`` is the article on the page: its title need not be said."""
        self._library, self._held, self._chosen = library, held, chosen
        self._groups, self._titles, self._here = groups, titles, here

    def in_cell(self, row: int, column: int) -> Sequence[int]:
        """The items of a cell, found at once."""
        if self._chosen is None:
            items = self._held.figures.found.table.items
            places = self._held.figures.meetings.places(row, column)
            return places if isinstance(items, range) else _numbers([items[at] for at in places])
        names = [self._held.measured.standings.analysts[place] for place in self._chosen]
        cells = self._held.measured.cells(*names)
        return _numbers(cells.get((TAGS[row].word, TAGS[column].word), ()))

    def left_out(self, group: int) -> Sequence[int]:
        return _numbers(self._groups[group].items)

    def line(self, place: int) -> ClaimLine:
        """One claim in full; of colleagues only what may be seen."""
        measured = self._held.measured
        article, span = measured.place(place)
        compared = self._chosen or range(len(measured.standings.analysts))
        seen = measured.shows(place)
        shown = [one for one in compared if seen or self._name(one) == measured.you]
        ids = {one: measured.persons[self._name(one)] for one in shown}
        number = measured.number(place)
        claim = compared_claim(self._library, article, span, ids.values())
        notes = [
            (self._called(one), first_words(claim.held[who].note, NOTE))
            for one, who in ids.items()
            if claim.held[who].note
        ]
        if not seen:
            notes.append(_HIDDEN)
        standings = (
            (one, self._standing(one, place, claim.held[ids[one]].standing)) for one in shown
        )
        return ClaimLine(
            article,
            span,
            "" if number is None else str(number or "T"),
            claim.text,
            "" if article == self._here else self._titles.get(article, ""),
            tuple(
                (one, standing) for one, standing in standings if standing is not Standing.UNTAGGED
            ),
            tuple(notes),
        )

    def _name(self, place: int) -> str:
        return self._held.measured.standings.analysts[place]

    def _called(self, place: int) -> str:
        name = self._name(place)
        return "You" if name == self._held.measured.you else name

    def _standing(self, analyst: int, item: int, now: Standing) -> Standing:
        """What was counted, or where that is nothing how the claim stands now."""
        code = self._held.measured.standings.columns[analyst][item]
        return now if code == SEEN else Standing(code)


def _numbers(items: Sequence[object]) -> Sequence[int]:
    return [item for item in items if isinstance(item, int)]
