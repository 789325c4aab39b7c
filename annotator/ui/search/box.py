"""The search of one window: what is typed is looked for, what is chosen is said to the window."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.desk import filters as kept
from annotator.desk.filters import NO_FILTER, Filters
from annotator.desk.search_found import GroupKind
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.ui.search import viewing
from annotator.ui.search.asking import Again, AskAll, Forget, Keep, Narrow, RunAction, WasKept
from annotator.ui.search.looking import Looking
from annotator.ui.search.view import Results
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.search.palette import Palette

AGAIN = 400
"""Milliseconds until a search that could not find everything yet is done again."""


Ask = Callable[[bool], Results]
"""What the list answers; True: nobody has typed for a while, so it may take a little longer."""


class Level(Enum):
    """Where one is in the box: Esc goes from the others to the first, and from it out."""

    SEARCH = auto()
    WITHIN = auto()
    """All of one group, or what is to be done to all."""
    NAME = auto()
    """The field takes a name."""


class SearchBox(QObject):
    """Made with its window; the box itself is made when it is first opened."""

    chosen = Signal(object)
    """The target of a line that leads out of the box: a ``Hit``, or one of ``asking.py``."""
    acted = Signal(object)
    """An ``ActionId``: a command was chosen."""
    narrowed = Signal(str, object)
    """Show only the claims of this search: what was typed, and ``Filters``."""
    left = Signal()
    """It was closed: the keys go back."""

    def __init__(self, looking: Looking, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._looking, self._over, self._theme = looking, over, theme
        self._palette: Palette | None = None
        self._level = Level.SEARCH
        self._typed, self._filters = "", NO_FILTER
        self._ask: Ask = lambda _patient: Results()
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(lambda: self._show(self._ask, stay=True))

    @property
    def palette(self) -> Palette:
        if self._palette is None:
            from annotator.ui.search.palette import Palette

            box = self._palette = Palette(self._over, self._theme)
            box.typed.connect(self._type)
            box.chosen.connect(self._choose)
            box.narrowed.connect(self._narrow)
            box.all_wanted.connect(self._show_all)
            box.back_wanted.connect(self.back)
            box.filtered.connect(self._filter)
            box.dropped.connect(self._drop)
            box.closed.connect(self._left)
        return self._palette

    @property
    def typed(self) -> str:
        """What is searched; what is typed as a name is none of it."""
        return self._typed

    @property
    def filters(self) -> Filters:
        """What the search is narrowed to."""
        return self._filters

    def open(self, typed: str | None = None, filters: Filters | None = None) -> None:
        """Opens the box with what was typed last, or with a search that was kept. Raises BusyError."""
        people = self._looking.people()
        self._level = Level.SEARCH
        self._filters = self._filters if filters is None else filters
        self.palette.ask("")
        self.palette.show_filters(self._filters, self._looking.article, people)
        self.palette.open_with(self._typed if typed is None else typed)

    def shut(self) -> None:
        if self._palette is not None:
            self._palette.shut()

    def stop(self) -> None:
        """The window goes: nothing is asked any more, also where the box stands open."""
        self._again.stop()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._palette is not None:
            self._palette.set_theme(theme)

    def back(self) -> None:
        """From one group, or from a question, to everything that was found; from there out."""
        if self._level is Level.SEARCH:
            self.shut()
            return
        if self._level is Level.NAME:
            self.palette.ask("")
            self.palette.field.setText(self._typed)
        self._level = Level.SEARCH
        self._look()

    def _type(self, text: str) -> None:
        if self._level is not Level.NAME:
            self._level, self._typed = Level.SEARCH, text
            self._look()

    def _filter(self, filters: Filters) -> None:
        self._filters = filters
        if self._level is Level.NAME:
            self.back()
        self._level = Level.SEARCH
        self._look()

    def _look(self) -> None:
        """Everything that is found now."""
        self._show(
            lambda patient: self._looking.everything(self._typed, self._filters, patient=patient)
        )

    def _show_all(self, group: GroupKind) -> None:
        self._level = Level.WITHIN
        self._show(lambda _: self._looking.all_of(group, self._typed, self._filters))

    def _show(self, ask: Ask, *, stay: bool = False) -> None:
        """Shows what is answered; asks again a little later where that may be more.

        ``stay``: it is asked again.
        """
        self._ask = ask
        try:
            found = ask(stay)
        except BusyError:
            found = viewing.BUSY
        self.palette.show_results(found, stay=stay)
        if found.unfinished:
            self._again.start(AGAIN)
        else:
            self._again.stop()

    def _choose(self, target: object) -> None:
        match target:
            case _ if self._level is Level.NAME:
                self._keep()
            case None:
                pass
            case AskAll():
                self._level = Level.WITHIN
                self._show(lambda _: self._looking.to_all(self._typed, self._filters))
            case Keep():
                self._ask_name()
            case Again(saved=saved):
                self.open(saved.typed, saved.filters)
            case Narrow():
                self._narrow()
            case RunAction(action=action):
                self.shut()
                self.acted.emit(action)
            case _:
                self.shut()
                self.chosen.emit(target)

    def _narrow(self) -> None:
        if self._level is Level.NAME:
            return
        try:
            found = self._looking.has_here(self._typed, self._filters)
        except BusyError:
            return
        if found:
            self.shut()
            self.narrowed.emit(self._typed, self._filters)
        else:
            self.palette.say_count("none in this article")

    def _drop(self, target: object) -> None:
        if isinstance(target, Again):
            self.chosen.emit(Forget(target.saved))
            self._look()

    def _ask_name(self) -> None:
        self._level = Level.NAME
        self._again.stop()
        self.palette.ask("A name for this search")
        self.palette.field.clear()
        self.palette.say("Enter keeps it, Esc goes back.")

    def _keep(self) -> None:
        name = self.palette.field.text()
        try:
            kept.save(self._looking.library, name, self._typed, self._filters)
        except AnnotatorError as error:
            self.palette.say(str(error))
            return
        self.shut()
        self.chosen.emit(WasKept())

    def _left(self) -> None:
        self._again.stop()
        self.left.emit()
