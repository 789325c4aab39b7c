"""The window on an article, drawn into a file: for the README, for tests, without a display."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, Span
from annotator.domain.errors import AnnotatorError
from annotator.exporters import files
from annotator.ui import look
from annotator.ui.acts import versions
from annotator.ui.session import Session
from annotator.ui.views import View
from annotator.ui.window import AnnotatorWindow

ANNOTATE, REVIEW, AGREEMENT, REPORT = "annotate", "review", "agreement", "report"
VERSIONS = "versions"
"""What a picture can show."""
WINDOW, PANEL = "window", "panel"
"""How much of it."""
LONGEST = 120.0
"""Seconds that measuring, or making pages, may take."""
SETTLED = 0.25
"""Seconds in which the window comes to rest."""


def take(
    library: OpenLibrary,
    article: ArticleId,
    target: Path,
    *,
    theme: str,
    size: tuple[int, int],
    scale: float,
    force: bool,
    claim: Span | None = None,
    view: str = ANNOTATE,
    part: str = WINDOW,
    search: str = "",
) -> None:
    """Draws the window at this size into a PNG; the library stays as it is.

    ``claim``, where given, is in hand; ``view`` is ``ANNOTATE``, ``REVIEW``, ``AGREEMENT``,
    ``REPORT`` or ``VERSIONS``; of the window only ``part`` is drawn, ``WINDOW`` or ``PANEL``. With
    ``search`` the box lies over it that finds these words. Raises AnnotatorError where the
    file cannot be written.
    """
    app = application(scale)
    session = Session(library, theme=theme, keeps=False)
    window = session.open_window(article)
    # Shown on no screen: a hidden window is never laid out.
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(QSize(*size))
    window.show()
    rest(app)
    _show(app, window, view)
    if claim is not None:
        window.room.hand.go_to_first([claim])
        rest(app)
    if search:
        window.room.search.open(search)
        rest(app)
    else:
        # As it is before its reader: the keys go to the page.
        app.sendEvent(window.room.page, QFocusEvent(QEvent.Type.FocusIn))
    image = _drawn(window if part == WINDOW else window.frame.right, scale)
    window.close()
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(data, "PNG"):  # type: ignore[call-overload]
        raise AnnotatorError("The picture could not be drawn: try a smaller size.")
    files.write_file(target, bytes(data.data().data()), force=force)


def _show(app: QApplication, window: AnnotatorWindow, view: str) -> None:
    if view == REPORT:
        _report(app, window)
    elif view == VERSIONS:
        _versions(app, window)
    elif view != ANNOTATE:
        _review(app, window, agreement=view == AGREEMENT)


def _drawn(widget: QWidget, scale: float) -> QImage:
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(widget.palette().color(QPalette.ColorRole.Window))
    widget.render(image, QPoint(0, 0))
    return image


def _review(app: QApplication, window: AnnotatorWindow, *, agreement: bool) -> None:
    """Opens the review, and waits for what it reads on threads of its own."""
    room = window.room
    failed: list[object] = []
    room.switch.show(View.REVIEW)
    assert room.parts is not None, "the view is open"
    for reader in (room.parts.agreeing, room.parts.refresh.around):
        reader.failed.connect(failed.append)
    room.switch.show(View.REVIEW, agreement=agreement)
    rest(app)
    until = time.monotonic() + LONGEST
    while not failed and time.monotonic() < until:
        measured = not agreement or room.parts.agreeing.found is not None
        if measured and not room.parts.refresh.around.busy:
            break
        rest(app)
    if failed:
        raise AnnotatorError(f"The review could not be drawn: {failed[0]}")
    rest(app)


def _report(app: QApplication, window: AnnotatorWindow) -> None:
    """Opens the report, and waits for its pages."""
    room = window.room
    room.switch.show(View.REPORT)
    assert room.report is not None, "the view is open"
    failed: list[object] = []
    sheets = room.report.side.middle.sheets
    for maker in (room.report.making, room.report.telling, sheets.images):
        maker.failed.connect(failed.append)
    until = time.monotonic() + LONGEST
    rest(app)
    while not failed and time.monotonic() < until:
        if not (room.report.making.busy or room.report.telling.busy or sheets.images.busy):
            break
        rest(app)
    if failed:
        raise AnnotatorError(f"The report could not be drawn: {failed[0]}")
    rest(app)


def _versions(app: QApplication, window: AnnotatorWindow) -> None:
    """Opens the page of versions, and waits for what is compared."""
    room = window.room
    versions.open_versions(room)
    held, failed = versions.held(room), list[object]()
    held.failed.connect(failed.append)
    until = time.monotonic() + LONGEST
    while held.busy and not failed and time.monotonic() < until:
        rest(app)
    if failed:
        raise AnnotatorError(f"The versions could not be drawn: {failed[0]}")
    rest(app)


def application(scale: float = 1.0) -> QApplication:
    """The process's application, made without a screen if there is none yet.

    Qt takes its scale when it begins; a picture drawn later at another scale is as
    sharp in its letters, but not in what is painted from ready-made pieces.
    """
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    app = QApplication(["annotator"])
    look.prepare(app)
    return app


def rest(app: QApplication) -> None:
    """Lets the window do what it does in the first moment."""
    until = time.monotonic() + SETTLED
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)
