"""What a public copy would leave out, and which verified claims fall short: read beside the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desk.beside import opened_beside
from annotator.desk.library import OpenLibrary
from annotator.desk.withholding import Waiting, missing, short_claims, withheld
from annotator.domain.article import ArticleId
from annotator.domain.edition import EDITORS_COPY, Edition
from annotator.ui.report.latest import Latest
from annotator.ui.report.shortlist import Short

SOON = 300
"""Milliseconds after a change: who types changes something at every key."""


@dataclass(frozen=True, slots=True)
class Facts:
    """``waiting`` is of the open article, ``short`` of all that would leave."""

    waiting: tuple[Waiting, ...] = ()
    short: tuple[Short, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to leave: the open article, the others with it (id and title), in which format."""

    article: ArticleId
    others: tuple[tuple[ArticleId, str], ...] = ()
    form: str = ""
    edition: Edition = EDITORS_COPY


class Telling(QObject):
    """Reads as long as somebody looks."""

    told = Signal(object)
    """The ``Facts`` of what was asked for last."""
    failed = Signal(object)

    def __init__(
        self, library: OpenLibrary, parent: QObject | None = None, *, soon: int = SOON
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._asking: Asking | None = None
        self.work = Latest(self)
        self.work.got.connect(self._take)
        self.timer = QTimer(self, interval=soon, singleShot=True)
        self.timer.timeout.connect(self.now)

    @property
    def busy(self) -> bool:
        return self.work.busy or self.timer.isActive()

    def ask(self, asking: Asking | None) -> None:
        """What would leave; None: nothing."""
        if asking is None:
            self.let_go()
            return
        before, self._asking = self._asking, asking
        if before is None or before.edition.public != asking.edition.public:
            self.now()  # who turns to the public copy wants to see what stays out of it
        elif asking != before:
            self.timer.start()

    def soon(self) -> None:
        """What is saved is different now."""
        if self._asking is not None:
            self.timer.start()

    def now(self) -> None:
        """Reads what was asked for."""
        self.timer.stop()
        asking = self._asking
        if asking is None:
            return
        library = self._library

        def piece() -> Facts:
            with opened_beside(library) as beside:
                return facts(beside, asking)

        self.work.ask(piece)

    def let_go(self) -> None:
        """Nobody looks any more."""
        self.timer.stop()
        self.work.drop()
        self._asking = None

    def close(self) -> None:
        """The window is gone; waits for what is being read."""
        self.let_go()
        self.work.close()

    def _take(self, result: object) -> None:
        if isinstance(result, Facts):
            self.told.emit(result)
        else:
            self.failed.emit(result)


def facts(library: OpenLibrary, asking: Asking) -> Facts:
    """What is to be known before this leaves. An editor's copy leaves nothing out and prints all."""
    lacks = missing(library, asking.article, asking.form, asking.edition) if asking.form else ()
    if not asking.edition.public:
        return Facts(missing=lacks)
    waiting = withheld(library, asking.article, asking.edition)
    every = ((asking.article, ""), *asking.others)
    return Facts(waiting, tuple(_short(library, every)), lacks)


def _short(library: OpenLibrary, articles: Sequence[tuple[ArticleId, str]]) -> Iterable[Short]:
    for article, title in articles:
        for one in short_claims(library, article):
            yield Short(article, one.number, one.text, one.why, title)
