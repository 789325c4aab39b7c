"""The line around the lines of a claim."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from annotator.ui.page.outline import outline


def test_lines_that_meet_have_one_line_around_them() -> None:
    path = outline([QRectF(50, 0, 50, 30), QRectF(0, 30, 80, 30)], 4)
    assert len(path.toSubpathPolygons()) == 1
    assert path.boundingRect() == QRectF(0, 0, 100, 60)
    assert path.contains(QPointF(60, 29.9))
    assert path.contains(QPointF(60, 30.1))
    assert not path.contains(QPointF(20, 10))


def test_lines_apart_have_one_each() -> None:
    path = outline([QRectF(80, 0, 20, 30), QRectF(0, 30, 40, 30)], 4)
    assert len(path.toSubpathPolygons()) == 2


def test_corners_are_rounded() -> None:
    path = outline([QRectF(0, 0, 40, 30)], 4)
    assert not path.contains(QPointF(0.4, 0.4))
    assert path.contains(QPointF(4, 0.4))


def test_nothing_has_no_outline() -> None:
    assert outline([], 4).isEmpty()
