"""What the desk says to what is typed: everything, one group, commands, one claim, a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.desk import filters as kept
from annotator.desk import indexing, searching
from annotator.desk.filters import NO_FILTER, Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.people import names
from annotator.desk.search_found import Group, GroupKind
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import Snapshot
from annotator.ui.action import ActionId, ActionRow
from annotator.ui.search import viewing
from annotator.ui.search.asking import GoTo
from annotator.ui.search.view import Results

ALL = 200
"""Hits of one group that are listed when all of it is wanted."""
PATIENCE = 0.5
"""Seconds that a search may take which was not through in the time of a key."""
FEW = 3
"""Commands that stand under what was found."""
_BEGIN = (
    ActionId.NEXT_UNTAGGED,
    ActionId.NEXT_OPEN,
    ActionId.EVIDENCE,
    ActionId.NOTE,
    ActionId.FLAG,
    ActionId.FIND,
    ActionId.EXPORT,
    ActionId.VIEW_REVIEW,
    ActionId.OPEN,
    ActionId.SAMPLE,
    ActionId.BRING,
    ActionId.HELP,
)
"""What stands in the empty box, of what can be done: the first few."""
_MOST_BEGUN = 9
_DIGITS = 9
"""No article has so many claims that their number is longer."""
SIGNS = (">", "#", "@")


class Looking:
    """Asks the desk. Everything raises BusyError while another program holds the library."""

    def __init__(
        self,
        library: OpenLibrary,
        snapshot: Callable[[], Snapshot | None],
        commands: Callable[[str], Sequence[ActionRow]],
    ) -> None:
        """``snapshot`` is what the page shows, ``commands`` what can be done here, by its words."""
        self.library = library
        self._snapshot, self._commands = snapshot, commands

    @property
    def article(self) -> ArticleId | None:
        """The article on the page."""
        snapshot = self._snapshot()
        return None if snapshot is None else snapshot.article.id

    def is_search(self, typed: str, filters: Filters) -> bool:
        """Whether claims are looked for: not with nothing typed, nor with one of the signs."""
        return typed[:1] not in SIGNS and (bool(typed.strip()) or filters != NO_FILTER)

    def is_behind(self) -> bool:
        """Whether something of the library cannot be found yet."""
        return indexing.is_behind(self.library)

    def everything(self, typed: str, filters: Filters, *, patient: bool = False) -> Results:
        """What the box shows for these words; ``patient``: nobody has typed for a while."""
        sign, rest = typed[:1], typed[1:].strip()
        if sign == ">":
            return viewing.only_commands(self._commands(rest))
        if sign == "#":
            return self._numbered(rest)
        if sign == "@":
            return self._sources(rest, filters)
        if not self.is_search(typed, filters):
            return viewing.begin(kept.saved(self.library), self._usual())
        found = searching.search(
            self.library,
            typed,
            self.article,
            filters,
            snapshot=self._snapshot(),
            seconds=PATIENCE if patient else searching.SECONDS,
        )
        commands = self._commands(typed)[:FEW] if typed.strip() else ()
        behind = self.is_behind() or (found.late and not patient)
        narrowed = filters != NO_FILTER
        return viewing.results(found, typed, commands, behind=behind, narrowed=narrowed)

    def all_of(self, group: GroupKind, typed: str, filters: Filters) -> Results:
        """Every hit of one group, as far as anybody reads."""
        return viewing.whole(self._page(group, typed, filters, ALL))

    def has_here(self, typed: str, filters: Filters) -> bool:
        """Whether any claim of the article on the page is found."""
        if not self.is_search(typed, filters) or self.article is None:
            return False
        return bool(self._page(GroupKind.HERE, typed, filters, 1).hits)

    def to_all(self, typed: str, filters: Filters) -> Results:
        """What can be done to all claims found."""
        claims = searching.claims_found(self.library, typed, filters, viewing.MOST_AT_ONCE + 1)
        return viewing.to_all(claims, typed, filters)

    def people(self) -> Sequence[tuple[str, str]]:
        """Colleagues by whose tags one may narrow the search: id and name."""
        known = sorted(names(self.library).items(), key=lambda row: row[1])
        return [row for row in known if row[0] != self.library.me]

    def _page(self, group: GroupKind, typed: str, filters: Filters, limit: int) -> Group:
        return searching.page(
            self.library,
            typed,
            group,
            self.article,
            filters,
            limit=limit,
            snapshot=self._snapshot(),
        )

    def _sources(self, typed: str, filters: Filters) -> Results:
        if not typed:
            return viewing.no_source()
        # A source has no tag: only where it is named can narrow it.
        return self.all_of(GroupKind.SOURCES, typed, Filters(article=filters.article))

    def _usual(self) -> Sequence[ActionRow]:
        can = {row.id: row for row in self._commands("")}
        return [can[action] for action in _BEGIN if action in can][:_MOST_BEGUN]

    def _numbered(self, wanted: str) -> Results:
        snapshot = self._snapshot()
        number = 0 if wanted.upper() == "T" else -1
        if wanted.isdecimal() and len(wanted) <= _DIGITS:
            number = int(wanted)
        if snapshot is None or not 0 <= number <= snapshot.last_number:
            return viewing.no_number()
        index = snapshot.index_of_number(number)
        if index is None:
            return viewing.no_number()
        return viewing.numbered(snapshot, index, GoTo(number))
