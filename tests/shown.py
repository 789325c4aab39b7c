"""What can be seen, found by what a person calls it."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from annotator.ui.kit.said import Said
from annotator.ui.review.panel import ReviewPanel

Found = TypeVar("Found", bound=QWidget)


class Stage(NamedTuple):
    """The panel of Review beside something else that can have the focus."""

    panel: ReviewPanel
    page: QLineEdit


def settled() -> None:
    """Lets layouts come to rest."""
    for _ in range(5):
        QApplication.processEvents()


def focused() -> QWidget:
    """What has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def one(widget: QWidget, kind: type[Found]) -> Found:
    """The one child of this kind."""
    found = widget.findChildren(kind)
    assert len(found) == 1
    return found[0]


def said(widget: QWidget) -> list[str]:
    """The words of labels and texts that can be seen."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    texts = [one.words for one in widget.findChildren(Said) if one.isVisibleTo(widget)]
    return [words for words in (*labels, *texts) if words]


def button(widget: QWidget, name: str) -> QAbstractButton:
    found = [
        one
        for one in widget.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.isVisibleTo(widget)
    ]
    assert len(found) == 1, [one.accessibleName() for one in widget.findChildren(QAbstractButton)]
    return found[0]


def clipped(widget: QWidget) -> list[QWidget]:
    """The widgets that stand out at a side of what they lie in."""
    out = []
    for one in widget.findChildren(QWidget):
        parent = one.parentWidget()
        if parent is None or not one.isVisibleTo(widget) or one.isWindow():
            continue
        if not parent.rect().adjusted(-1, 0, 1, 0).contains(across(one, parent)):
            out.append(one)
    return out


def across(one: QWidget, parent: QWidget) -> QRect:
    """Its sides only: what is higher than the rest scrolls."""
    return QRect(one.x(), 0, one.width(), parent.height())
