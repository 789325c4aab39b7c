"""The margin of the page in Review: a mark for each analyst beside each claim.

It scrolls with the page and paints the rows that show, however long the article is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from annotator.domain.compare import ReviewSnapshot
from annotator.domain.tags import ROW
from annotator.ui.kit.tip import plain_tip
from annotator.ui.page.rows import HIGH, Row
from annotator.ui.page.view import PageView
from annotator.ui.review.heads import Head
from annotator.ui.review.marks import (
    LEFT,
    WIDE,
    Manner,
    Places,
    judged,
    left_of,
    mark,
    paint_mark,
    paint_words,
    places,
)
from annotator.ui.theme import Theme

HEADS = 36
"""How high the strip with the heads is; rows pass under it."""
_BAR = 4
_BAR_HIGH = 26


class Spot(NamedTuple):
    """What a point of the margin means: a claim, and a column of the review, -1 for none."""

    claim: int
    column: int


class Margin(QWidget):
    """Stands beside a page and follows it; it shows a review and asks."""

    claim_wanted = Signal(int, int)
    """A mark was clicked: the claim's index and the column, -1 beside the marks."""
    analyst_wanted = Signal(int)
    """An analyst should be left out of the comparison, or come in again."""

    def __init__(self, page: PageView, theme: Theme) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._whole: ReviewSnapshot | None = None
        self._shown: ReviewSnapshot | None = None
        self._compared: tuple[int, ...] = ()
        self._places = Places(())
        self._heads: list[Head] = []
        self._under: Spot | None = None
        """What the pointer was over last."""
        self.note: Callable[[int, int], str] = lambda _claim, _column: ""
        """The first words of what a column's analyst noted of a claim, for the tool tip."""
        self.setMouseTracking(True)
        self.setAccessibleName("Marks of the analysts")
        page.scrolled.connect(self.follow)
        self.hide()

    @property
    def heads(self) -> Sequence[Head]:
        """Those that show, from left to right."""
        return self._heads[: self._places.count]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for head in self._heads:
            head.set_theme(theme)
        self.update()

    def show_review(
        self, whole: ReviewSnapshot | None, shown: ReviewSnapshot | None, compared: tuple[int, ...]
    ) -> None:
        """Shows who holds what: ``whole`` is everybody's review, ``shown`` of those compared."""
        self._whole, self._shown, self._compared = whole, shown, compared
        count = 0 if whole is None else len(whole.columns)
        self._places = places(count, compared)
        self._page.set_beside(self._places.width if count else 0)
        self.setVisible(bool(count))
        self._show_heads()
        self.follow()

    def restand(self, whole: ReviewSnapshot, shown: ReviewSnapshot) -> None:
        """Some claims stand otherwise, for the same people."""
        self._whole, self._shown, self._under = whole, shown, None
        self.update()

    def follow(self) -> None:
        """The page shows something else, or has another size."""
        if self.isVisibleTo(self._page):
            self.setGeometry(self._page.beside)
            self.update()

    def rows(self) -> list[Row]:
        """The rows that show, from the margin's top."""
        whole = self._whole
        # Where claims have other borders now, the review of these is still to come.
        if whole is None or not self._page.reviewed:
            return []
        current = self._page.current
        return self._page.rows(lambda index: index == current or judged(whole, index))

    def spot(self, at: QPoint) -> Spot | None:
        """What lies at a point of the margin."""
        if at.y() < HEADS:
            return None
        row = next((row for row in self.rows() if row.top <= at.y() < row.top + HIGH), None)
        if row is None:
            return None
        place = self._places.at(at.x())
        alone = self._places.alone
        return Spot(row.claim, alone[place] if place is not None and place < len(alone) else -1)

    def place_of(self, column: int) -> int:
        """Where the marks of a column begin, from the margin's left edge."""
        return left_of(self._places.alone.index(column))

    def words(self, spot: Spot) -> str:
        """What a mark says: "Ben: verified", and the first words of his note."""
        whole = self._whole
        if whole is None:
            return ""
        columns = self._places.rest if spot.column < 0 else (spot.column,)
        said = []
        for column in columns:
            standing = whole.columns[column].standing(spot.claim)
            row = ROW.get(standing)
            if row is None or not row.key:
                continue
            me = whole.columns[column].analyst.id == whole.viewer
            name = "You" if me else whole.columns[column].analyst.name
            note = self.note(spot.claim, column)
            said.append(f"{name}: {row.label.lower()}" + (f" – {note}" if note else ""))
        return "\n".join(said)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot(event.position().toPoint())
        if spot == self._under:
            return
        self._under = spot
        self.setToolTip("" if spot is None else plain_tip(self.words(spot)))
        there = spot is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot(event.position().toPoint())
        if spot is not None and event.button() is Qt.MouseButton.LeftButton:
            self.claim_wanted.emit(*spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._page.wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper, line = self._theme.colour("paper"), self._theme.colour("line")
        painter.fillRect(event.rect(), paper)
        for row in self.rows():
            if event.rect().intersects(QRect(0, int(row.top), self.width(), HIGH + 1)):
                self._paint_row(painter, row)
        painter.fillRect(QRect(0, 0, self.width(), HEADS), paper)
        painter.fillRect(QRect(0, 0, 1, self.height()), line)

    def _paint_row(self, painter: QPainter, row: Row) -> None:
        whole, shown = self._whole, self._shown
        if whole is None or shown is None:
            return
        for place, column in enumerate(self._places.alone):
            found = mark(whole, shown, self._compared, row.claim, column)
            if found is not None:
                paint_mark(painter, left_of(place), row.top, found, self._theme)
        self._paint_rest(painter, row, whole, shown)
        if row.claim == self._page.current:
            top = row.top + (HIGH - _BAR_HIGH) / 2
            painter.fillRect(QRectF(0, top, _BAR, _BAR_HIGH), self._theme.colour("text"))

    def _paint_rest(
        self, painter: QPainter, row: Row, whole: ReviewSnapshot, shown: ReviewSnapshot
    ) -> None:
        """How many of those without a column judged the claim."""
        marks = [
            found
            for column in self._places.rest
            if (found := mark(whole, shown, self._compared, row.claim, column)) is not None
        ]
        if not marks:
            return
        box = QRectF(left_of(len(self._places.alone)), row.top, WIDE, HIGH)
        if any(found.manner is Manner.LOUD for found in marks):
            painter.setPen(self._theme.colour("dot"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)
        painter.setPen(self._theme.colour("muted"))
        paint_words(painter, box, f"+{len(marks)}", "")

    def _show_heads(self) -> None:
        while len(self._heads) < self._places.count:
            head = Head(self._theme, self)
            head.clicked.connect(partial(self._press, len(self._heads)))
            QWidget.setTabOrder(self._heads[-1] if self._heads else self._page, head)
            self._heads.append(head)
        whole = self._whole
        for place, head in enumerate(self._heads):
            head.setVisible(place < self._places.count)
            head.move(left_of(place), (HEADS - HIGH) // 2 + 1)
            if whole is None or place >= self._places.count:
                continue
            if place < len(self._places.alone):
                self._show_head(head, whole, self._places.alone[place])
            else:
                names = ", ".join(
                    whole.columns[column].analyst.name for column in self._places.rest
                )
                head.show_rest(f"+{len(self._places.rest)}", names)

    def _show_head(self, head: Head, whole: ReviewSnapshot, column: int) -> None:
        analyst = whole.columns[column].analyst
        name = "You" if analyst.id == whole.viewer else analyst.name
        narrowed = len(self._compared) < len(whole.columns)
        head.show_person(
            whole.initials[column], name, compared=column in self._compared, narrowed=narrowed
        )

    def _press(self, place: int, _checked: bool = False) -> None:
        if place < len(self._places.alone):
            self.analyst_wanted.emit(self._places.alone[place])
            return
        menu = self.menu()
        menu.popup(self.mapToGlobal(QPoint(LEFT, HEADS)))

    def menu(self) -> QMenu:
        """Everybody, to choose whom to compare; the caller shows it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, each in enumerate(() if self._whole is None else self._whole.columns):
            action = menu.addAction(each.analyst.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column in self._compared)
            action.triggered.connect(
                lambda _=False, column=column: self.analyst_wanted.emit(column)
            )
        return menu
