"""How fast the article page is: opening, a key until it is painted, scrolling, resizing, zoom.

Run: ``python tests/bench/page_speed.py [sentences …]``; "1MB" and "10MB" are one paragraph.
Prints milliseconds; nothing is asserted. Keys are timed from the call that a key makes
to the end of the paintEvent it caused.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
from array import array
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Article, Passage, PassageKind, article_id, text_hash
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.page.view import PageView
from annotator.ui.theme import LIGHT

SENTENCE = (
    "the a report said that officials in southern region had claimed responsibility for "
    "two explosions near memorial event which killed at least ninety people on Wednesday"
)
WORDS = SENTENCE.split()
COLUMNS = ("open", "key p50", "key p95", "page p95", "jump", "claim", "resize", "narrow", "zoom")


class Timed(PageView):
    """A page that remembers when its last paintEvent ended."""

    ended = 0.0
    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.ended = perf_counter()
        self.paints += 1


def article(sentences: int, *, one_paragraph: bool = False) -> Snapshot:
    """Made up sentences, about three a paragraph, one in four tagged."""
    chance = random.Random(7)
    pieces, passages, starts, ends = [], [], array("q"), array("q")
    at = begun = 0
    for number in range(sentences):
        words = " ".join(chance.choices(WORDS, k=chance.randint(8, 24)))
        text = words.capitalize() + "."
        starts.append(at)
        ends.append(at + len(text))
        last = number + 1 == sentences
        closes = last or (not one_paragraph and chance.random() < 1 / 3)
        if closes:
            passages.append(Passage(PassageKind.BODY, begun, at + len(text)))
        gap = "" if last else "\n\n" if closes else " "
        pieces += [text, gap]
        at += len(text) + len(gap)
        begun = at if closes else begun
    text = "".join(pieces)
    sha = text_hash(text)
    standings = bytes(chance.choice((0, 0, 0, 1, 2, 3, 4, 0)) for _ in starts)
    about = Article(id=article_id(sha), text=text, sha256=sha)
    return Snapshot(about, tuple(passages), starts, ends, standings, bytes(len(starts)))


def painted(page: Timed, what: object) -> float:
    """Milliseconds from a call until the end of the last paintEvent it caused."""
    before, paints = perf_counter(), page.paints
    what()  # type: ignore[operator]
    QApplication.processEvents()
    return (page.ended - before) * 1000 if page.paints > paints else float("nan")


def key(page: Timed, snapshot: Snapshot) -> tuple[float, Snapshot]:
    """One tag: the claim stands otherwise, and the next one comes in hand."""
    index = page.current or 0
    standing = Standing((snapshot.standings[index] + 1) % 4)
    fresh = snapshot.with_standings({index: (standing, False)})

    def press() -> None:
        page.restand(fresh, [index])
        page.set_current(min(index + 1, len(fresh) - 1))

    return painted(page, press), fresh


def keys(page: Timed, snapshot: Snapshot) -> list[float]:
    times = []
    for part in (0.0, 0.5, 0.9):
        page.set_current(int(len(snapshot) * part))
        QApplication.processEvents()
        for _ in range(min(100, max(1, len(snapshot) // 10 - 1))):
            took, snapshot = key(page, snapshot)
            times.append(took)
    return sorted(time for time in times if time == time)  # noqa: PLR0124 - drops what painted nothing


def measure(snapshot: Snapshot) -> list[float]:
    page = Timed(LIGHT)
    page.resize(900, 900)
    page.show()
    QApplication.processEvents()
    opened = painted(page, lambda: page.show_snapshot(snapshot))
    times = keys(page, snapshot)
    bar = page.verticalScrollBar()
    bar.setValue(0)
    QApplication.processEvents()
    scrolls = sorted(
        painted(page, lambda: bar.setValue(bar.value() + bar.pageStep())) for _ in range(200)
    )
    scrolls = [time for time in scrolls if time == time] or [float("nan")]  # noqa: PLR0124
    jump = painted(page, lambda: bar.setValue(bar.maximum()))
    claim = painted(page, lambda: page.set_current(len(snapshot) // 3))
    sizes = (1300, 700, 640, 600)
    resizes = [painted(page, lambda w=w: page.resize(w, 900)) for w in sizes]
    zooms = [painted(page, lambda z=z: page.set_zoom(z)) for z in (110, 150, 200, 100)]
    page.close()
    return [
        opened,
        statistics.median(times),
        times[int(len(times) * 0.95)],
        scrolls[int(len(scrolls) * 0.95)],
        jump,
        claim,
        resizes[0],
        max(resizes[1:]),
        max(zooms),
    ]


def main() -> None:
    QApplication.instance() or QApplication([])
    warm = Timed(LIGHT)
    warm.show_snapshot(article(5))
    warm.grab()
    print(f"{'':>8}" + "".join(f"{name:>10}" for name in COLUMNS))
    for size in sys.argv[1:] or ("30", "1000", "10000", "100000", "1MB", "10MB"):
        giant = size.endswith("MB")
        count = int(size[:-2]) * 9_000 if giant else int(size)
        row = measure(article(count, one_paragraph=giant))
        print(f"{size:>8}" + "".join(f"{time:10.2f}" for time in row), flush=True)


if __name__ == "__main__":
    main()
