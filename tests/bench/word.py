"""How long a Word file of 10,000 claims takes: written, counted, read back; and the memory for it.

Two analysts, a note on every fifth claim, evidence on each.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

from annotator.exporters import word_report
from annotator.interchange import word
from annotator.reporting.view import view
from bench._table import Bar, heading, row
from unit.exporters.many import many

TIMES = 5


def timed(what: Callable[[], object]) -> float:
    """Seconds."""
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def peak() -> float:
    """The most that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    report = many()
    before = peak()
    heading("A Word file of 10,000 claims")
    row("the view of it, which other formats share", _each(lambda: view(report)), "s")
    row("written", _each(lambda: word_report.write(report)), "s", bar=Bar(20))
    data = word_report.write(report)
    row("the file, in MB", [len(data) / 1e6], "MB")
    row(
        "memory at most while it is written",
        [peak()],
        "MB",
        bar=Bar(1000),
        beside=f"{before:.0f} before",
    )
    row("counted again", _each(lambda: word_report.count(data)), "s")
    row("read back", _each(lambda: word.read(data)), "s")
    row("memory at most after all", [peak()], "MB", bar=Bar(1000))


def _each(what: Callable[[], object]) -> list[float]:
    return [timed(what) for _ in range(TIMES)]


if __name__ == "__main__":
    main()
