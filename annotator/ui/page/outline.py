"""One rounded line around all the lines of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def outline(rects: Iterable[QRectF], radius: float) -> QPainterPath:
    """The border of the union of upright rectangles, its corners rounded."""
    union = QPainterPath()
    for rect in rects:
        single = QPainterPath()
        single.addRect(rect)
        union = union.united(single)
    path = QPainterPath()
    for polygon in union.simplified().toSubpathPolygons():
        corners = _corners(polygon)
        if len(corners) >= 4:
            _add_rounded(path, corners, radius)
    return path


def _corners(polygon: QPolygonF) -> list[QPointF]:
    """The points where a closed line turns."""
    points: list[QPointF] = []
    for point in polygon.toList():
        if not points or _far(point, points[-1]) > 0.01:
            points.append(point)
    if len(points) > 1 and _far(points[0], points[-1]) <= 0.01:
        points.pop()
    return [
        point
        for i, point in enumerate(points)
        if _turns(points[i - 1], point, points[(i + 1) % len(points)])
    ]


def _far(a: QPointF, b: QPointF) -> float:
    return abs(a.x() - b.x()) + abs(a.y() - b.y())


def _turns(before: QPointF, at: QPointF, after: QPointF) -> bool:
    first, second = at - before, after - at
    return abs(first.x() * second.y() - first.y() * second.x()) > 0.01


def _add_rounded(path: QPainterPath, corners: Sequence[QPointF], radius: float) -> None:
    for i, corner in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % len(corners)]
        into, out = _towards(corner, before, radius), _towards(corner, after, radius)
        if i == 0:
            path.moveTo(into)
        else:
            path.lineTo(into)
        path.quadTo(corner, out)
    path.closeSubpath()


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    """A point on the way from a corner to the next, at most half of it away."""
    length = _far(corner, other)
    return corner + (other - corner) * (min(radius, length / 2) / length)
