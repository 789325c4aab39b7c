"""What the page of versions shows, from what the desk knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from annotator.desk import listing, revising_answers, revising_versions
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.revising_versions import Version
from annotator.domain.article import ArticleId
from annotator.domain.wording import amount
from annotator.ui.importing.asking import Compared
from annotator.ui.versions.view import VersionLine, VersionsView, versions_of
from annotator.ui.viewing import moment


class Between(NamedTuple):
    """The two versions that are compared, the earlier one first."""

    earlier: ArticleId
    later: ArticleId


def versions_view(
    library: OpenLibrary, article: ArticleId, other: ArticleId | None = None
) -> tuple[VersionsView, Between | None]:
    """The versions of an article, compared with ``other``, else with the one before it.

    Reading only; it takes a while where the texts are long.
    """
    found = revising_versions.versions(library, article)
    beside = _beside(found, article, other)
    lines = tuple(_line(library, one, beside) for one in found)
    title = next((one.title for one in found if one.is_this), "")
    head = versions_of(title)
    if beside is None:
        return VersionsView(head, "", lines, None, False, ""), None
    compared = revising_versions.compared(library, article, beside)
    page = Desk(library).open(compared.earlier.article)
    later = compared.later.article
    waiting = revising_answers.to_carry(library, article) if later == article else 0
    view = VersionsView(
        head,
        compared.comparison.in_words,
        lines,
        Compared(compared.comparison, page, compared.later_text),
        later == article,
        f"Bring along what I hold of {amount(waiting, 'claim')}" if waiting else "",
    )
    return view, Between(compared.earlier.article, later)


def _beside(
    found: Sequence[Version], article: ArticleId, other: ArticleId | None
) -> ArticleId | None:
    """Which version it is compared with: the one before, for the first the one after."""
    ids = [one.article for one in found]
    if other is not None and other != article:
        return other
    if len(ids) < 2 or article not in ids:
        return None
    at = ids.index(article)
    return ids[at - 1] if at else ids[1]


def _line(library: OpenLibrary, one: Version, beside: ArticleId | None) -> VersionLine:
    when = moment(one.imported_at, datetime.now().astimezone().date())
    claims = amount(listing.row_of(library, one.article).claims, "claim")
    return VersionLine(
        one.article, one.title, f"{when} · {claims}", one.is_this, one.article == beside
    )
