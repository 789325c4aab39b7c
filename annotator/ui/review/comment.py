"""One comment of a thread: who, what, when, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.kit.disc import SIZE, Disc
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.said import Said
from annotator.ui.review.view import CommentView
from annotator.ui.theme import Theme

INDENT = 30
_LINE = 17
_MOST = 20 * _LINE
GONE = "taken back"


class MoreButton(QAbstractButton):
    """Three dots: a menu of what can be done here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = QPalette.ColorRole
        loud = self.underMouse() or self.hasFocus()
        painter.setBrush(self.palette().color(roles.WindowText if loud else roles.PlaceholderText))
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QRectF(self.rect()).center()
        for by in (-5, 0, 5):
            painter.drawEllipse(QPointF(middle.x() + by, middle.y()), 1.4, 1.4)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), 5)


class CommentRow(QWidget):
    """A comment on the chrome; an answer stands one step in."""

    answer_wanted = Signal(object)
    """The ``CommentView`` to answer."""
    edit_wanted = Signal(object)
    """The ``CommentView`` to word otherwise."""
    removed = Signal(str)
    """The id of a comment to take back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comment: CommentView | None = None
        self._open = True
        self._disc = Disc("", "", self)
        self._said = Said(theme, self)
        self._said.set_limits(_LINE, _MOST)
        self.more = MoreButton(self)
        self.more.clicked.connect(self._pop_up)
        policy = self._disc.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._disc.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self._disc, 0, top)
        words = QVBoxLayout()
        # Its first line stands level with the letters in the disc.
        words.setContentsMargins(0, 2, 0, 0)
        words.addWidget(self._said)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.more, 0, top)

    @property
    def said(self) -> Said:
        return self._said

    def set_theme(self, theme: Theme) -> None:
        self._said.set_theme(theme)

    def show_comment(self, comment: CommentView, *, open_: bool) -> None:
        """``open_``: it can be answered, and one's own can be changed."""
        self._comment, self._open = comment, open_
        self._row.setContentsMargins(INDENT if comment.answer else 0, 0, 0, 0)
        self._disc.setVisible(not comment.gone)
        self._disc.set_person(comment.who.initial, comment.who.name)
        words = GONE if comment.gone else comment.text
        self._said.show_words(words, comment.when, muted=comment.gone)
        spoken = GONE if comment.gone else f"{comment.who.name}, {comment.when}"
        self._said.setAccessibleName(f"Comment, {spoken}")
        self.more.setVisible(open_ and not comment.gone)
        self.more.setAccessibleName(f"What to do with the comment of {comment.who.name}")

    def actions_of(self) -> QMenu:
        """The menu of this comment; the caller shows it and lets it go."""
        menu, comment = QMenu(self), self._comment
        assert comment is not None, "a row that is shown shows a comment"
        if comment.who.me:
            menu.addAction("Edit").triggered.connect(lambda: self.edit_wanted.emit(comment))
            menu.addAction("Take back").triggered.connect(lambda: self.removed.emit(comment.id))
        name = comment.who.name.replace("&", "&&")
        words = "Add to it" if comment.who.me else f"Answer {name}"
        menu.addAction(words).triggered.connect(lambda: self.answer_wanted.emit(comment))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop_up(self) -> None:
        menu = self.actions_of()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
