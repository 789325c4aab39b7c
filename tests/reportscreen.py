"""A window in its Report view: what a test asks of it, and reports that wait until they may be made."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from annotator.desk import exporting
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edition import EDITORS_COPY, Edition
from annotator.exporters.pdfium import opened
from annotator.ui.report.pageimages import Pages
from annotator.ui.report.panel import ReportPanel
from annotator.ui.report.parts import ReportParts
from annotator.ui.report.sheets import Sheets
from screens import Screen

LONG = 30_000
"""Milliseconds that making pages may take on a busy machine."""


def parts(screen: Screen) -> ReportParts:
    found = screen.window.room.report
    assert found is not None, "the view is open"
    return found


def panel(screen: Screen) -> ReportPanel:
    return parts(screen).side.panel


def sheets(screen: Screen) -> Sheets:
    return parts(screen).side.middle.sheets


def edition(screen: Screen) -> Edition:
    return screen.window.room.editions.edition


def open_report(screen: Screen) -> None:
    """Goes to the view, and waits for its pages."""
    screen.press("Ctrl+3")
    come_true(screen)


def come_true(screen: Screen) -> None:
    """Waits until every page in view is the report's as it is now."""
    screen.qtbot.waitUntil(lambda: sheets(screen).true, timeout=LONG)


def renew(screen: Screen) -> None:
    """The two seconds after the last change have passed."""
    timer = parts(screen).making.timer
    assert timer.isActive(), "something changed"
    timer.stop()
    timer.timeout.emit()
    come_true(screen)


def told(screen: Screen) -> None:
    """Waits until it is known what a public copy leaves out."""
    screen.qtbot.waitUntil(lambda: not parts(screen).telling.busy, timeout=LONG)


def shown(screen: Screen) -> Pages:
    found = sheets(screen)._pages
    assert found is not None
    return found


def words(screen: Screen) -> str:
    """What stands on the pages that are shown, read out of them by PDFium."""
    with opened(shown(screen).data) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_range().split()))
            text.close()
            page.close()
        return "\n".join(texts)


@dataclass
class Gate:
    """Reports that are being made stop here until they are let through."""

    asked: list[Edition] = field(default_factory=list)
    come: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    free: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def let_through(self, count: int = 1) -> None:
        self.free.release(count)


@contextmanager
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """From now on every report waits for its turn."""
    stands = Gate()
    real = exporting.exported

    def waits(
        library: OpenLibrary, article: ArticleId, form: str, edition: Edition = EDITORS_COPY
    ) -> bytes:
        stands.asked.append(edition)
        stands.come.release()
        assert stands.free.acquire(timeout=LONG / 1000)
        return real(library, article, form, edition)

    monkeypatch.setattr(exporting, "exported", waits)
    yield stands
    stands.let_through(100)


def many_pages(count: int) -> bytes:
    """A PDF of so many sheets of A4, each with a black box a little further down than the last."""
    pages = [
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * n} 0 R >>"
        for n in range(count)
    ]
    drawn = [f"0 g 50 {700 - n % 600} 200 60 re f" for n in range(count)]
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(count))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
    ]
    for page, words in zip(pages, drawn, strict=True):
        bodies += [page, f"<< /Length {len(words)} >>\nstream\n{words}\nendstream"]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size {size} >>\n"
    return data + f"{tail}startxref\n{len(data)}\n%%EOF\n".encode()
