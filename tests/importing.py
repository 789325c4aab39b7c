"""What tests of an import share: sources that wait, the page, and what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from annotator.desk import importing
from annotator.desk.importing import Prepared
from annotator.importers.watch import Watch
from annotator.ui.importing.page import ImportPage
from annotator.ui.incoming import How, Source
from annotator.ui.kit.labels import Elided
from annotator.ui.kit.styled import Styled
from screens import Screen

EARLIER = (
    "Port strike\n\nThe harbour was closed on Monday. The port handles a third of the grain. "
    "He said nothing. It was cold. Unions met. Shipowners waited. Nobody came on Sunday.\n"
)
LATER = EARLIER.replace("a third", "a quarter").replace("Unions met.", "Unions met there.")


class Gate:
    """A source that reads until it is let through; it asks at every step whether to stop."""

    def __init__(self, name: str = "slow.txt") -> None:
        self.through, self.reads = threading.Event(), threading.Event()
        self.source = Source(name, self._read, Path(name))

    def _read(self, _how: How, watch: Watch) -> Prepared:
        self.reads.set()
        while not self.through.wait(0.01):
            watch.step("page 12 of 31", 12 / 31)
        text = f"{self.source.name}\n\nIt came late. But it came.\n"
        return importing.prepare(text.encode(), self.source.name)


def article(folder: Path, name: str, text: str = "") -> Path:
    """A small file with an article in it."""
    file = folder / name
    file.write_text(text or f"About {name}\n\nOne sentence. Another one.\n", encoding="utf-8")
    return file


def page(screen: Screen) -> ImportPage:
    held = screen.window.room.importing
    assert held is not None, "it was wanted"
    return held.page


def shown(screen: Screen) -> bool:
    held = screen.window.room.importing
    return held is not None and held.shown


def over(screen: Screen) -> Callable[[], bool]:
    """Whether nothing is on its way any more."""
    return lambda: not screen.window.room.imports.busy


def words(shown_page: ImportPage) -> str:
    """Everything the page says, wherever."""
    labels = [label for label in shown_page.findChildren(QLabel) if not label.isHidden()]
    parts = [one.whole if isinstance(one, Elided) else one.text() for one in labels]
    parts += [styled.text for styled in shown_page.findChildren(Styled)]
    return "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ")
