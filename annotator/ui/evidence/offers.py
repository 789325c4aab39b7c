"""A few items of the library under the quick entry: what was used last, or what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.evidence.view import Offer
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.elide import elided
from annotator.ui.kit.labels import Muted

_HIGH = 25
_SIDE = 8
_LONGEST = 300
_OFFER = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offers[index.row()]
        if role == _OFFER:
            return offer
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return f"{offer.name[:_LONGEST]}, {offer.line}" if spoken else None


class _Delegate(QStyledItemDelegate):
    """The name, and behind it, muted, where it was found."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(_OFFER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, palette = QRectF(option.rect), option.palette
        states = QStyle.StateFlag
        if option.state & (states.State_Selected | states.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(box, 5, 5)
        if option.state & states.State_Selected:
            painter.setBrush(palette.color(QPalette.ColorRole.WindowText))
            painter.drawRoundedRect(
                QRectF(box.left(), box.top() + 4, 3, box.height() - 8), 1.5, 1.5
            )
        place = box.adjusted(_SIDE, 0, -_SIDE, 0)
        where = min(QFontMetricsF(small_font()).horizontalAdvance(offer.line), place.width() * 0.45)
        right = QRectF(place.right() - where, place.top(), where, place.height())
        _write(painter, right, offer.line, palette, small=True)
        name = place.adjusted(0, 0, -where - 8, 0)
        _write(painter, name, offer.name[:_LONGEST], palette, small=False)
        painter.restore()


class Offers(QWidget):
    """Shows them; the field above keeps the keys and says which one is chosen."""

    chosen = Signal(str)
    """An item's id: it was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model()
        self._says = Muted("", self, small=True)
        self._says.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setAccessibleName("Evidence in the library")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list.clicked.connect(lambda index: self.chosen.emit(index.data(_OFFER).id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._says)
        column.addWidget(self.list)
        self.hide()

    @property
    def offers(self) -> Sequence[Offer]:
        """What it shows, from the top."""
        return self._model.offers

    @property
    def current(self) -> Offer | None:
        """The one that Enter would use."""
        index = self.list.currentIndex()
        return self._model.offers[index.row()] if index.isValid() else None

    def show_offers(self, offers: Sequence[Offer], says: str) -> None:
        """Shows these, none of them chosen yet."""
        if tuple(offers) != tuple(self._model.offers):
            self._model.show_offers(offers)
            self.list.setFixedHeight(_HIGH * len(offers))
        self.list.setCurrentIndex(QModelIndex())
        self._says.setText(says)
        self.setVisible(bool(offers))

    def step(self, by: int) -> bool:
        """To the next or the previous one; before the first none is chosen. False: no such one."""
        index = self.list.currentIndex()
        row = (index.row() if index.isValid() else -1) + by
        if not -1 <= row < len(self._model.offers):
            return False
        self.list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        return True


def _write(painter: QPainter, place: QRectF, text: str, palette: QPalette, *, small: bool) -> None:
    font = small_font() if small else ui_font()
    roles = QPalette.ColorRole
    painter.setFont(font)
    painter.setPen(palette.color(roles.PlaceholderText if small else roles.Text))
    cut = elided(QFontMetricsF(font), text, place.width())
    across = Qt.AlignmentFlag.AlignRight if small else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | across, cut)
