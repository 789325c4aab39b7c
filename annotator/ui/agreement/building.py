"""From the library to the agreement page: what to measure, and the view of what one asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.desk import agreeing
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.compare import initials
from annotator.domain.wording import amount
from annotator.review.agreement import Agreement
from annotator.review.left_out import LeftOut
from annotator.review.standings import Counting
from annotator.ui.agreement.held import Held, LibraryClaims, articles_of
from annotator.ui.agreement.view import AgreementView, ScopeRow, Who, spelled
from annotator.ui.agreement.viewing import Figures, Round, view_of

HERE, EVERYWHERE, DRAWN = "here", "all", "drawn"
"""Where one compares: the article on the page, every one on the list, or what was drawn of them."""


_NAMED = {HERE: "This article", DRAWN: "The drawn claims"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What one wants to see. ``pair`` are two analysts' names; None: the best to begin with."""

    scope: str = EVERYWHERE
    counting: Counting = Counting.FIRST
    pair: tuple[str, str] | None = None
    together: bool = False


def measured_scopes(
    library: OpenLibrary,
    articles: Sequence[ArticleId],
    here: ArticleId | None,
    counting: Counting,
) -> dict[str, Held]:
    """The article on the page and all of them; only all, where there is no other.

    Where claims were drawn for a second check, those by themselves too.

    Everything that takes long is done here, so that it can be done on another thread.
    """
    scopes = {HERE: [here]} if here is not None and len(articles) > 1 else {}
    found = {}
    for key, chosen in {**scopes, EVERYWHERE: list(articles)}.items():
        found[key] = _held(agreeing.measured(library, chosen, counting))
    drawn = agreeing.measured(library, articles, counting, drawn=True)
    if len(drawn.standings.apart):
        found[DRAWN] = _held(drawn)
    return found


def _held(measured: agreeing.Measured) -> Held:
    held = Held(measured, Figures(measured.agreement))
    held.prepare()
    return held


def built(
    library: OpenLibrary,
    by_scope: Mapping[str, Held],
    asked: Asked,
    here: ArticleId | None,
    titles: Mapping[ArticleId, str],
) -> AgreementView:
    """The view of what was measured; ``here`` is the article on the page."""
    held = by_scope[asked.scope]
    chosen = _chosen(held, asked)
    groups = _groups(held, chosen)
    around = Round(
        _who(held),
        tuple(_scopes(by_scope, held, chosen)),
        asked.scope,
        held.measured.counting,
        held.measured.sentences(),
        _measured_from(held, chosen),
    )
    claims = LibraryClaims(library, held, chosen, groups, titles, here)
    return view_of(held.figures, around, chosen, groups, claims)


def _chosen(held: Held, asked: Asked) -> tuple[int, int] | None:
    """The pair that was asked for, by places; else the first analyst and whoever shares most."""
    names = held.figures.found.analysts
    if len(names) < 2 or (asked.together and len(names) > 2):
        return None
    if asked.pair is not None and set(asked.pair) <= set(names):
        first, second = sorted(map(names.index, asked.pair))
        return first, second
    mine = [place for place in held.figures.pairs if 0 in place]
    return max(mine, key=lambda place: held.figures.pairs[place].units)


def _scopes(
    by_scope: Mapping[str, Held], held: Held, chosen: tuple[int, int] | None
) -> list[ScopeRow]:
    """Where one can compare; the figures are of the same analysts in each."""
    names = held.figures.found.analysts
    pair = None if chosen is None else (names[chosen[0]], names[chosen[1]])
    return [
        ScopeRow(
            key,
            _NAMED.get(key) or _everywhere(one.compared),
            _units(one.figures.found, pair),
        )
        for key, one in by_scope.items()
    ]


def _who(held: Held) -> tuple[Who, ...]:
    measured = held.measured
    names = measured.standings.analysts
    return tuple(
        Who(name, name, mark, held.done[name], name == measured.you)
        for name, mark in zip(names, initials(names), strict=True)
    )


def _groups(held: Held, chosen: tuple[int, int] | None) -> Sequence[LeftOut]:
    if chosen is None:
        return held.measured.agreement.left_out
    names = held.measured.standings.analysts
    return held.measured.left_out_of(names[chosen[0]], names[chosen[1]])


def _units(found: Agreement, pair: tuple[str, str] | None) -> int:
    if pair is None:
        return found.units
    known = set(pair) <= set(found.analysts)
    return found.pair(*pair).units if known else 0


def _measured_from(held: Held, chosen: tuple[int, int] | None) -> str:
    """Such as "48 claims in 2 articles"."""
    if chosen is None:
        units, articles = held.figures.found.units, held.compared
    else:
        names = held.measured.standings.analysts
        cells = held.measured.cells(names[chosen[0]], names[chosen[1]])
        units = sum(map(len, cells.values()))
        articles = len(set().union(*(articles_of(held.measured, each) for each in cells.values())))
    return f"{amount(units, 'claim')} in {amount(articles, 'article')}"


def _everywhere(articles: int) -> str:
    if articles == 1:
        return "The one compared article"
    if articles == 2:
        return "Both compared articles"
    return f"All {spelled(articles)} compared articles" if articles else "Every article"
