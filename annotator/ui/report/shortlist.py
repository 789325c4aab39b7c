"""The verified claims that fall short of their rule: listed before a public copy is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.article import ArticleId
from annotator.ui.fonts import serif_font, small_font, ui_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.hairline import paint_hairline
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.ring import paint_ring

FIRST = 3
"""So many are listed; the rest when somebody asks."""
_HIGH = 42
_SIDE, _NUMBER = 4, 26


@dataclass(frozen=True, slots=True)
class Short:
    """One of them: ``number`` is 0 for the title, ``why`` what it lacks, ``of`` its article's title
    where it is another one than the open one.
    """

    article: ArticleId
    number: int
    text: str
    why: str
    of: str = ""


class ShortList(QWidget):
    """What is wrong with each, and a way to it."""

    claim_wanted = Signal(object)
    """A ``Short``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.claims: tuple[Short, ...] = ()
        self.rows: list[ShortRow] = []
        self._all = False
        self._caption = Caption("", self)
        self._says = Muted("", self, small=True)
        self.more = QPushButton(self)
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._show_all)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._says)
        column.addLayout(self._box)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_claims(self, claims: Sequence[Short]) -> None:
        if tuple(claims) != self.claims:
            self.claims, self._all = tuple(claims), False
            self._fill()

    def show_cleared(self, cleared: bool) -> None:
        """Whether they are printed as verified."""
        printed = "as verified, which their rule does not allow" if cleared else "“not settled”"
        self._says.setText(f"In a public copy they are printed {printed}.")

    def _fill(self) -> None:
        emptied(self._box)
        shown = self.claims if self._all else self.claims[:FIRST]
        self.rows = [ShortRow(one, self) for one in shown]
        for row in self.rows:
            row.clicked.connect(lambda _=False, one=row.claim: self.claim_wanted.emit(one))
            self._box.addWidget(row)
        self._caption.setText(f"Verified, short of the rule · {len(self.claims):,}")
        left = len(self.claims) - len(shown)
        self.more.setText(f"And {left:,} more")
        self.more.setVisible(bool(left))

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.rows[FIRST].setFocus(Qt.FocusReason.OtherFocusReason)


class ShortRow(AskingButton):
    """Number, the claim's first words, and below them why."""

    def __init__(self, claim: Short, parent: QWidget) -> None:
        super().__init__(parent)
        self.claim = claim
        self._name = "T" if not claim.number else str(claim.number)
        where = f" of {claim.of}" if claim.of else ""
        self.setText(claim.text)
        self.setAccessibleName(f"Claim {self._name}{where}: {claim.text}. {claim.why}")
        self.setToolTip("Go to this claim in Annotate")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, palette = QPalette.ColorRole, self.palette()
        painter.setPen(palette.color(roles.WindowText))
        painter.setFont(ui_font(12, bold=True))
        painter.drawText(QPointF(_SIDE, 17), self._name)
        left = _SIDE + max(_NUMBER, painter.fontMetrics().horizontalAdvance(self._name) + 8)
        room = self.width() - left - _SIDE
        mode = Qt.TextElideMode.ElideRight
        words = " ".join(self.claim.text.split())
        painter.setFont(serif_font(14))
        shown = QFontMetricsF(serif_font(14)).elidedText(words, mode, room)
        painter.drawText(QRectF(left, 3, room, 19), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(small_font())
        painter.setPen(palette.color(roles.PlaceholderText))
        below = " · ".join(filter(None, (self.claim.of, self.claim.why)))
        why = QFontMetricsF(small_font()).elidedText(below, mode, room)
        painter.drawText(QRectF(left, 21, room, 16), Qt.AlignmentFlag.AlignVCenter, why)
        paint_hairline(painter, self)
        if self.hasFocus() or self.underMouse():
            ring = palette if self.hasFocus() else None
            if ring is not None:
                paint_ring(painter, QRectF(self.rect()), ring, 4)
