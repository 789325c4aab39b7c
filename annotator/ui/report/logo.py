"""A logo for the first page: a small picture that is in the report itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from annotator.domain.errors import AnnotatorError
from annotator.ui.fonts import small_font

_WIDE, _HIGH = 92, 40


class LogoField(QWidget):
    """Shows the logo; one can choose, drop or remove it."""

    chosen = Signal(bytes)
    """Another picture; empty: none."""
    refused = Signal(str)
    """What was given is no logo: why, and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumb = Thumb(self)
        self.choose = QPushButton("Choose…", self)
        self.choose.setAccessibleName("Choose a logo")
        self.choose.clicked.connect(self._choose)
        self.remove = QPushButton("Remove", self)
        self.remove.setProperty("role", "link")
        self.remove.setAccessibleName("Remove the logo")
        self.remove.clicked.connect(lambda: self.chosen.emit(b""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.thumb)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.choose)
        self.show_logo(b"")

    def show_logo(self, data: bytes) -> None:
        self.thumb.show_logo(data)
        self.remove.setVisible(bool(data))

    def take(self, path: Path) -> None:
        """A file was chosen or dropped."""
        from annotator.exporters.pictures import read_logo  # who has no logo needs no PIL

        try:
            data = read_logo(path)
        except AnnotatorError as error:
            self.refused.emit(str(error))
        else:
            self.chosen.emit(data)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Choose a logo")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setNameFilters(["Pictures (*.png *.jpg *.jpeg)"])
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(self.window().activateWindow)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class Thumb(QWidget):
    """The logo, small, on white paper; or a dashed place to drop one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFixedSize(_WIDE, _HIGH)

    @property
    def shows(self) -> bool:
        """Whether there is a logo."""
        return not self._image.isNull()

    def show_logo(self, data: bytes) -> None:
        self._image = QImage.fromData(data) if data else QImage()
        self.setAccessibleName("The logo" if self.shows else "No logo: drop a picture here")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        roles, palette = QPalette.ColorRole, self.palette()
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(palette.color(roles.Mid if self.shows else roles.PlaceholderText))
        if not self.shows:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        if self.shows:
            painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(box, 5, 5)
        if not self.shows:
            painter.setFont(small_font())
            painter.setPen(palette.color(roles.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "drop one here")
            return
        room = QSize(_WIDE - 12, _HIGH - 10)
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self._image)


def _file(data: QMimeData) -> Path | None:
    """The one file that is being dragged."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
