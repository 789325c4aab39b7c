"""The search of one window: what is typed is asked of the desk, what is chosen is said to the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.desk import filters as kept
from annotator.desk import searching
from annotator.desk.filters import NO_FILTER, Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.people import names
from annotator.desk.search_found import Found, Group, GroupKind
from annotator.domain.assessment import FlagKind
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import ROW, TAGS, Standing, Tag
from annotator.ui.action import ActionId, ActionRow
from annotator.ui.search import viewing
from annotator.ui.search.asking import (
    Ask,
    ExportAll,
    FlagAll,
    GoTo,
    Keep,
    Narrow,
    RunAction,
    Searched,
    TagAll,
)
from annotator.ui.search.palette import Palette
from annotator.ui.search.view import Kind, Line, Results
from annotator.ui.theme import Theme

ALL = 200
"""Hits of one group that are listed when all of it is wanted."""
FEW_COMMANDS = 3
"""Commands that stand under what was found."""
_FLAGS = {
    FlagKind.ASK: "ask",
    FlagKind.RING: "ring",
    FlagKind.REPLY: "reply wanted",
    FlagKind.LAWYER: "lawyer",
}


class Mode(Enum):
    """What the field and the list are there for just now."""

    SEARCH = auto()
    ONE_GROUP = auto()
    BULK = auto()
    NAME = auto()


class SearchBox(QObject):
    """Made with its window; the box itself is made when it is first opened."""

    chosen = Signal(object)
    """The target of a line that leads out of the box: a ``Hit``, or one of ``asking.py``."""
    acted = Signal(object)
    """An ``ActionId``: a command was chosen."""
    narrowed = Signal(str, object)
    """Show only the claims of this search: what was typed, and ``Filters``."""
    refused = Signal(str)
    """A sentence: the box cannot do that."""
    left = Signal()
    """It was closed: the keys go back."""

    def __init__(
        self,
        library: OpenLibrary,
        over: QWidget,
        theme: Theme,
        snapshot: Callable[[], Snapshot | None],
        commands: Callable[[str], Sequence[ActionRow]],
    ) -> None:
        """``commands``: what can be done here, by words of it."""
        super().__init__(over)
        self._library, self._over, self._theme = library, over, theme
        self._snapshot, self._commands = snapshot, commands
        self._palette: Palette | None = None
        self._mode = Mode.SEARCH
        self._typed, self.filters = "", NO_FILTER
        self._found = Found()

    @property
    def palette(self) -> Palette:
        if self._palette is None:
            box = self._palette = Palette(self._over, self._theme)
            box.typed.connect(self._type)
            box.chosen.connect(self._choose)
            box.narrowed.connect(lambda _typed: self._narrow())
            box.all_wanted.connect(self._show_all)
            box.back_wanted.connect(self.back)
            box.filtered.connect(self._filter)
            box.closed.connect(self.left)
        return self._palette

    @property
    def typed(self) -> str:
        """What is searched; what is typed as a name is none of it."""
        return self._typed

    def open(self, typed: str | None = None, filters: Filters | None = None) -> None:
        """Opens the box with what was typed last, or with a search that was kept."""
        self._mode = Mode.SEARCH
        self.filters = self.filters if filters is None else filters
        snapshot = self._snapshot()
        article = None if snapshot is None else snapshot.article.id
        self.palette.ask("")
        self.palette.show_filters(self.filters, article, self._people())
        self.palette.open_with(self._typed if typed is None else typed)

    def shut(self) -> None:
        if self._palette is not None:
            self._palette.shut()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._palette is not None:
            self._palette.set_theme(theme)

    def back(self) -> None:
        """From one group, or from a question, to everything that was found."""
        self._mode = Mode.SEARCH
        self.palette.ask("")
        self.palette.field.setText(self._typed)
        self._show()

    def _type(self, text: str) -> None:
        if self._mode is Mode.NAME:
            return
        self._mode = Mode.SEARCH
        self._typed = text
        self._show()

    def _filter(self, filters: Filters) -> None:
        self.filters = filters
        if self._mode is not Mode.SEARCH:
            self.back()
        else:
            self._show()

    def _show(self) -> None:
        self.palette.show_results(self._results())

    def _results(self) -> Results:
        typed = self._typed
        sign, rest = typed[:1], typed[1:].strip()
        try:
            if sign == ">":
                return viewing.only_commands(self._commands(rest))
            if sign == "#":
                return self._numbered(rest)
            if sign == "@":
                return viewing.whole(self._page(GroupKind.SOURCES, rest, ALL))
            if not typed.strip() and self.filters == NO_FILTER:
                return viewing.begin(kept.saved(self._library), self._commands("")[:9])
            snapshot = self._snapshot()
            self._found = searching.search(
                self._library,
                typed,
                None if snapshot is None else snapshot.article.id,
                self.filters,
                snapshot=snapshot,
            )
        except BusyError:
            return Results([Line(Kind.SAYS, "Another program holds the library: type again.")])
        commands = self._commands(typed)[:FEW_COMMANDS] if typed.strip() else ()
        return viewing.results(self._found, typed, commands, self.filters != NO_FILTER)

    def _numbered(self, wanted: str) -> Results:
        snapshot = self._snapshot()
        number = 0 if wanted.upper() == "T" else int(wanted) if wanted.isdecimal() else -1
        index = None
        if snapshot is not None and 0 <= number <= snapshot.last_number:
            index = snapshot.index_of_number(number)
        if snapshot is None or index is None:
            return Results([Line(Kind.SAYS, "Type the number of a claim, or T for the title.")])
        span, standing = snapshot.span(index), snapshot.standing(index)
        text = snapshot.article.text[span.start : span.end][:400]
        row = ROW[standing if standing in ROW else Standing.UNTAGGED]
        line = Line(
            Kind.CLAIM,
            text,
            glyph=row.glyph,
            standing=row.standing,
            number=wanted.upper(),
            target=GoTo(number),
        )
        return Results([line])

    def _page(self, group: GroupKind, typed: str, limit: int) -> Group:
        snapshot = self._snapshot()
        return searching.page(
            self._library,
            typed,
            group,
            None if snapshot is None else snapshot.article.id,
            self.filters,
            limit=limit,
            snapshot=snapshot,
        )

    def _show_all(self, group: GroupKind) -> None:
        self._mode = Mode.ONE_GROUP
        found = self._page(group, self._typed, ALL)
        self.palette.show_results(viewing.whole(found), one_group=True)

    def _choose(self, target: object) -> None:
        if self._mode is Mode.NAME:
            self._keep()
        elif isinstance(target, Ask):
            self._ask()
        elif isinstance(target, Keep):
            self._mode = Mode.NAME
            self.palette.ask("A name for this search")
        elif isinstance(target, Searched):
            self.open(target.saved.typed, target.saved.filters)
        elif isinstance(target, Narrow):
            self._narrow()
        elif isinstance(target, RunAction):
            self.shut()
            self.acted.emit(target.action)
        elif target is not None:
            self.shut()
            self.chosen.emit(target)

    def _narrow(self) -> None:
        if self._mode is Mode.SEARCH and (self._typed.strip() or self.filters != NO_FILTER):
            self.shut()
            self.narrowed.emit(self._typed, self.filters)

    def _ask(self) -> None:
        """What is to be done to all claims found: one edit, undone as a whole."""
        self._mode = Mode.BULK
        claims = searching.claims_found(self._library, self._typed, self.filters)
        count = sum(map(len, claims.values()))
        articles = "" if len(claims) == 1 else f" in {len(claims):,} articles"
        lines = [Line(Kind.HEAD, f"{count:,} claims found{articles}", right="one edit, one undo")]
        for row in TAGS:
            tag = Tag[row.standing.name]
            lines.append(_bulk(row.label, row.glyph, TagAll(tag), row.standing))
        for kind, words in _FLAGS.items():
            lines.append(_bulk(f"Flag: {words}", "⚑", FlagAll(kind)))
        lines.append(_bulk("Take their flags away", "⚑", FlagAll(None)))
        lines.append(_bulk("Export as a spreadsheet…", viewing.ARROW, ExportAll()))
        self.palette.show_results(Results(lines), one_group=True)

    def _keep(self) -> None:
        try:
            kept.save(self._library, self.palette.field.text(), self._typed, self.filters)
        except AnnotatorError as error:
            self.palette.say(str(error))
            return
        self.shut()
        self.chosen.emit(Keep())

    def _people(self) -> Sequence[tuple[str, str]]:
        """Colleagues by whose tags one may narrow the search: id and name."""
        known = names(self._library)
        return [
            row
            for row in sorted(known.items(), key=lambda row: row[1])
            if row[0] != self._library.me
        ]


def _bulk(label: str, glyph: str, target: object, standing: Standing | None = None) -> Line:
    return Line(Kind.COMMAND, label, glyph=glyph, standing=standing, target=target)


def action_rows(
    rows: Sequence[ActionRow], words: str, enabled: Callable[[ActionId], bool]
) -> list[ActionRow]:
    """The actions that can be done now and have all these words, each once."""
    wanted = words.casefold().split()
    return [
        row
        for row in rows
        if enabled(row.id)
        and row.id is not ActionId.SEARCH
        and all(word in f"{row.label} {row.group}".casefold() for word in wanted)
    ]
