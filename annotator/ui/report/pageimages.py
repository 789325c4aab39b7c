"""The pages of a PDF as pictures, drawn off the window's thread and only where somebody looks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from annotator.exporters.pdfium import opened
from annotator.ui.jobs import Job

MOST_PIXELS = 16_000_000
"""Of one page: what is larger is drawn so large and then spread, 64 MB being enough for a page."""
KEPT_BYTES = 160_000_000
"""Of all pages that are not looked at just now."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A report as a PDF: its bytes, and how large each page is, in points."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]


class Wanted(NamedTuple):
    """A page that somebody looks at, so many device pixels wide."""

    page: int
    width: int


class Drawn(NamedTuple):
    """A page as it was drawn; ``of`` is the report that it is a page of."""

    of: Pages
    width: int
    image: QImage


def pages_of(data: bytes) -> Pages:
    """Looks how many pages there are, and how large."""
    with opened(data) as document:
        return Pages(data, tuple(document.get_page_size(page) for page in range(len(document))))


def page_image(data: bytes, page: int, width: int) -> QImage:
    """One page, so many pixels wide, on white paper."""
    with opened(data) as document:
        sheet = document[page]
        try:
            wide, high = sheet.get_size()
            most = (MOST_PIXELS * wide / high) ** 0.5
            # PDFium takes the next whole pixel: a little less, and it is the one that was asked for.
            bitmap = sheet.render(scale=(min(width, most) - 0.01) / wide, prefer_bgrx=True)
            try:
                shape = (bitmap.width, bitmap.height, bitmap.stride)
                return QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()
            finally:
                bitmap.close()
        finally:
            sheet.close()


class PageImages(QObject):
    """Draws what is wanted, one page after the other, and keeps what was looked at last."""

    drawn = Signal(int)
    """This page can be seen now."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._kept: OrderedDict[int, Drawn] = OrderedDict()
        self._wanted: list[Wanted] = []
        self._seen: set[int] = set()
        self._job: Job | None = None
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether a page that is wanted is not drawn yet."""
        return self._job is not None or bool(self._wanted)

    def show(self, pages: Pages | None) -> None:
        """Another report; what was drawn of the last one is kept until its page is drawn anew."""
        self._pages = pages
        self._wanted = []
        count = 0 if pages is None else len(pages.sizes)
        for page in [page for page in self._kept if page >= count]:
            del self._kept[page]

    def image(self, page: int) -> Drawn | None:
        """What there is of this page: perhaps of the last report, perhaps of another size."""
        return self._kept.get(page)

    def want(self, wanted: Sequence[Wanted], seen: int) -> None:
        """Draws these, in this order; the first ``seen`` of them are looked at."""
        self._seen = {one.page for one in wanted[:seen]}
        for one in reversed(wanted):
            if one.page in self._kept:
                self._kept.move_to_end(one.page)
        self._wanted = [one for one in wanted if not self._is_there(one)]
        self._next()

    def close(self) -> None:
        """The window is gone; waits for the page that is being drawn."""
        self._closed = True
        self._wanted = []
        if self._job is not None:
            self._job.wait()

    def _is_there(self, one: Wanted) -> bool:
        kept = self._kept.get(one.page)
        return kept is not None and kept.of is self._pages and kept.width == one.width

    def _next(self) -> None:
        if self._job is not None or not self._wanted or self._pages is None:
            return
        one, pages = self._wanted.pop(0), self._pages

        def piece() -> tuple[int, Drawn]:
            image = page_image(pages.data, one.page, one.width)
            return one.page, Drawn(pages, one.width, image)

        self._job = Job([piece], self)
        self._job.got.connect(self._take)
        self._job.finished.connect(self._over)
        self._job.begin()

    def _take(self, _number: int, result: object) -> None:
        if self._closed:
            return
        if not isinstance(result, tuple):
            self._wanted = []
            self.failed.emit(result)
            return
        page, drawn = result
        if drawn.of is not self._pages:
            return  # Another report came meanwhile.
        self._kept[page] = drawn
        self._kept.move_to_end(page)
        self._let_go()
        self.drawn.emit(page)

    def _over(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._next()

    def _let_go(self) -> None:
        """Pages that nobody looks at go, those first that were looked at longest ago."""
        size = sum(one.image.sizeInBytes() for one in self._kept.values())
        for page in [page for page in self._kept if page not in self._seen]:
            if size <= KEPT_BYTES:
                return
            size -= self._kept.pop(page).image.sizeInBytes()
