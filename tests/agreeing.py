"""The worked example of the drawing as an ``AgreementView``, and others of any size."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, Span
from annotator.domain.tags import TAGS, Standing
from annotator.review.agreement import agreement
from annotator.review.confusion import cells
from annotator.review.left_out import LeftOut
from annotator.review.standings import Counting, Standings
from annotator.review.words import all_in_words
from annotator.ui.agreement.view import AgreementView, ClaimLine, ScopeRow, Who
from annotator.ui.agreement.viewing import Figures, Round, view_of

HERE = ArticleId("here")
RESPONSIBILITY = (
    "No individual or group has taken immediate responsibility for the bombings, which caused "
    "injuries to over 210 individuals in what is considered one of the most devastating attacks "
    "in the history of the Islamic Republic."
)
CONFLICT = (
    "Given the ongoing conflict between the Islamic State group and Tehran, it is possible that "
    "the militants could be responsible for the attack."
)
TEXTS = (RESPONSIBILITY, CONFLICT)
NOTES = (
    ("Analyst B", "“Other agencies count 188 injured; example.org/count.”"),
    ("You", "no source named for the 210."),
)
COUNTS = ((18, 1, 1), (2, 4, 0), (1, 2, 19))
"""How often the first analyst gave the tag of the row and the second that of the column."""


@dataclass(frozen=True)
class Said:
    """Claims with invented texts; ``read`` has every one that was asked for."""

    figures: Figures
    standings: Standings
    chosen: tuple[int, int] | None
    groups: Sequence[LeftOut]
    read: list[int]

    def in_cell(self, row: int, column: int) -> Sequence[int]:
        if self.chosen is None:
            return self.figures.meetings.places(row, column)
        first, second = (self.standings.analysts[place] for place in self.chosen)
        found = cells(self.figures.found.table, first, second)
        return found.get((TAGS[row].word, TAGS[column].word), ())

    def left_out(self, group: int) -> Sequence[int]:
        return [item for item in self.groups[group].items if isinstance(item, int)]

    def line(self, place: int) -> ClaimLine:
        self.read.append(place)
        who = self.chosen or range(len(self.standings.columns))
        held = [(one, Standing(self.standings.columns[one][place])) for one in who]
        return ClaimLine(
            HERE,
            Span(place, place + 1),
            str(place) if place else "T",
            TEXTS[place % 2],
            "" if place < 30 else "Port strike enters third week",
            tuple(one for one in held if one[1]),
            NOTES if place % 2 == 0 else NOTES[:1],
        )


def drawn(
    chosen: tuple[int, int] | None = (0, 1), counting: Counting = Counting.FIRST
) -> AgreementView:
    """The example of the drawing: 48 claims that A and B tagged, and a C made up beside them."""
    dice = random.Random(11)
    first, second = [], []
    for x, row in enumerate(COUNTS, 1):
        for y, times in enumerate(row, 1):
            first += [x] * times
            second += [y] * times
    order = list(range(len(first)))
    dice.shuffle(order)
    first, second = [first[at] for at in order], [second[at] for at in order]
    third = [x if dice.random() < 0.87 else dice.choice((1, 2, 3)) for x in first]
    third = [0 if at % 5 == 4 else x for at, x in enumerate(third)]
    aside = Standing.ON_SOURCE
    first += [aside] * 41 + [Standing.VERIFIED] * 21
    second += [aside] * 38 + [Standing.VERIFIED] * 3 + [0] * 21
    third += [aside] * 30 + [0] * 32
    return view_from((first, second, third), chosen, counting=counting)


def view_from(
    columns: Sequence[Sequence[int]],
    chosen: tuple[int, int] | None = (0, 1),
    *,
    names: Sequence[str] = ("Anna", "Analyst B", "Analyst C"),
    counting: Counting = Counting.FIRST,
    you: bool = True,
) -> AgreementView:
    """What is shown of these columns of ``Standing`` codes, one an analyst, the first being you."""
    names = [*names, *(f"Analyst {chr(65 + n)}" for n in range(len(names), len(columns)))]
    standings = Standings(
        tuple(names[: len(columns)]), range(len(columns[0])), tuple(map(bytes, columns))
    )
    figures = Figures(agreement(standings.table(), standings.left_out()))
    who = tuple(
        Who(
            name,
            name,
            chr(65 + place),
            len(column) - column.count(0),
            you and place == 0,
        )
        for place, (name, column) in enumerate(
            zip(standings.analysts, standings.columns, strict=True)
        )
    )
    me = who[0].key if you else None
    groups = (
        standings.left_out()
        if chosen is None
        else standings.left_out_of(who[chosen[0]].key, who[chosen[1]].key, me)
    )
    found = figures.found
    around = Round(
        who,
        (ScopeRow("here", "This article", 26), ScopeRow("all", "Both compared articles", 48)),
        "all",
        counting,
        all_in_words(found, you=me, counting=counting),
        f"{found.units} claims in 2 articles",
    )
    return view_of(figures, around, chosen, groups, Said(figures, standings, chosen, groups, []))
