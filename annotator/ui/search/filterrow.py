"""What the search is narrowed to: one quiet row of small buttons, each with a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from annotator.desk.filters import ANY, NO_FILTER, Filters
from annotator.domain.article import ArticleId
from annotator.domain.tags import ROW, STANDINGS, Standing
from annotator.ui.kit.chip import Chip
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.labels import Muted

_KEYS = {
    Standing.VERIFIED: "V",
    Standing.DISPUTED: "D",
    Standing.UNATTRIBUTED: "U",
    Standing.ON_SOURCE: "Q",
    Standing.NOT_CHECKABLE: "O",
    Standing.UNTAGGED: "X",
}
ARTICLE, EVIDENCE, REMINDER, FLAG, ANALYST, TIME = "A", "E", "R", "F", "N", "T"
_SAYS = {
    ARTICLE: "Only in this article",
    EVIDENCE: "Only claims with evidence, or with none",
    REMINDER: "Only claims with a reminder",
    FLAG: "Only flagged claims",
    ANALYST: "Whose tags",
    TIME: "Changed since",
}
FILTERS = {**{key: f"Only {ROW[of].label.lower()}" for of, key in _KEYS.items()}, **_SAYS}
"""The letter of a filter, with Alt, and what it does: the help reads it too."""
_RIGHT = 18
_DAYS = (("any time", None), ("today", 0), ("7 days", 7), ("30 days", 30), ("a year", 365))


class FilterChip(Chip):
    """Words alone while it is off, so that the row is quiet; in a filled box while it is on."""

    def _paint_box(self, painter: QPainter) -> None:
        palette, roles = self.palette(), QPalette.ColorRole
        if self.is_open and not self.underMouse():
            return
        painter.setPen(palette.color(roles.Mid if self.is_open else roles.PlaceholderText))
        painter.setBrush(Qt.BrushStyle.NoBrush if self.is_open else palette.color(roles.Window))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.height() / 2, self.height() / 2)


@dataclass(frozen=True, slots=True)
class _Part:
    """One button: its key with Alt, its words, and what it makes of the filters."""

    key: str
    words: Callable[[Filters], str]
    on: Callable[[Filters], bool]
    turned: Callable[[Filters], Filters]

    @property
    def spoken(self) -> str:
        return FILTERS[self.key]


class FilterRow(QFrame):
    """Shows ``Filters`` and says what they become; it knows no desk."""

    changed = Signal(object)
    """The new ``Filters``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = NO_FILTER
        self._article: ArticleId | None = None
        self._people: Sequence[tuple[str, str]] = ()
        self._parts = (*map(_of_standing, _KEYS), *self._others())
        self._chips = {part.key: self._chip(part) for part in self._parts}
        row = Flow(self, across=3)
        row.setContentsMargins(12, 6, 12, 6)
        for part in self._parts:
            row.addWidget(self._chips[part.key])
        self._hint = Muted("Alt and a letter", self, small=True)
        self._hint.setWordWrap(False)
        self._hint.adjustSize()

    def show_filters(
        self,
        filters: Filters,
        article: ArticleId | None,
        people: Sequence[tuple[str, str]],
    ) -> None:
        """``article`` is the one on the page, ``people`` are colleagues: id and name."""
        self._filters, self._article, self._people = filters, article, people
        self._show()

    def press(self, key: str) -> None:
        """Turns what Alt with this key turns, where there is such."""
        part = next((one for one in self._parts if one.key == key), None)
        if part is None or not self._chips[key].isVisibleTo(self):
            return
        self._filters = part.turned(self._filters)
        self._show()
        self.changed.emit(self._filters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def _place_hint(self) -> None:
        """At the right, where that is free."""
        hint, row = self._hint, self.layout()
        if row is not None:
            row.activate()
        last = max(chip.geometry().right() for chip in self._chips.values() if not chip.isHidden())
        hint.move(self.width() - hint.width() - _RIGHT, (self.height() - hint.height()) // 2)
        hint.setVisible(hint.x() > last + _RIGHT)

    def _show(self) -> None:
        for part in self._parts:
            chip, on = self._chips[part.key], part.on(self._filters)
            words = part.words(self._filters)
            chip.set_words(words, is_open=not on)
            chip.setAccessibleName(f"{part.spoken}: {words if on else 'off'}")
            chip.setToolTip(f"{part.spoken} (Alt+{part.key})")
        self._chips[ARTICLE].setVisible(bool(self._article or self._filters.article))
        self._chips[ANALYST].setVisible(bool(self._people or self._filters.analyst))
        self._place_hint()

    def _chip(self, part: _Part) -> FilterChip:
        chip = FilterChip(self)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda: self.press(part.key))
        return chip

    def _others(self) -> tuple[_Part, ...]:
        return (
            _Part(
                ARTICLE,
                self._where,
                lambda of: of.article is not None,
                lambda of: replace(of, article=None if of.article else self._article),
            ),
            _Part(
                EVIDENCE,
                lambda of: "no evidence" if of.has_evidence is False else "evidence",
                lambda of: of.has_evidence is not None,
                lambda of: replace(of, has_evidence=_next_of(of.has_evidence)),
            ),
            _Part(
                REMINDER,
                lambda _: "reminder",
                lambda of: bool(of.reminder),
                lambda of: replace(of, reminder="" if of.reminder else ANY),
            ),
            _Part(
                FLAG,
                lambda _: "flag",
                lambda of: bool(of.flag),
                lambda of: replace(of, flag="" if of.flag else ANY),
            ),
            _Part(ANALYST, self._who, lambda of: bool(of.analyst), self._next_person),
            _Part(TIME, _when, lambda of: of.since is not None, _next_time),
        )

    def _where(self, of: Filters) -> str:
        return "this article" if of.article in (None, self._article) else "another article"

    def _who(self, of: Filters) -> str:
        known = ((key, name) for key, name in self._people if key == of.analyst)
        return next((name for _, name in known), "somebody" if of.analyst else "my tags")

    def _next_person(self, of: Filters) -> Filters:
        keys = ["", *(key for key, _ in self._people)]
        at = keys.index(of.analyst) if of.analyst in keys else 0
        return replace(of, analyst=keys[(at + 1) % len(keys)])


def _of_standing(standing: Standing) -> _Part:
    row = next(row for row in STANDINGS if row.standing is standing)
    return _Part(
        _KEYS[standing],
        lambda _: row.glyph,
        lambda of: standing in of.standings,
        lambda of: replace(of, standings=of.standings ^ {standing}),
    )


def _next_of(has_evidence: bool | None) -> bool | None:
    return {None: True, True: False, False: None}[has_evidence]


def _when(of: Filters) -> str:
    if of.since is None:
        return _DAYS[0][0]
    ago = (_today() - of.since).days
    return next((words for words, days in _DAYS if days == ago), f"since {of.since:%Y-%m-%d}")


def _next_time(of: Filters) -> Filters:
    words = [words for words, _ in _DAYS]
    now = _when(of)
    at = words.index(now) if now in words else 0
    days = _DAYS[(at + 1) % len(_DAYS)][1]
    return replace(of, since=None if days is None else _today() - timedelta(days=days))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - days are those of the person who looks
