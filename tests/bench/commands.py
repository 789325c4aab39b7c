"""How fast the program starts: the window until it can be used, and the command line.

Every figure is a process of its own, started warm; each turn runs one of each kind, so that
what else the machine does meets all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from annotator.desk import evidencing, notes, tagging
from annotator.desk.evidence_given import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.evidence import Stance
from annotator.domain.tags import Tag
from bench import _articles, _home
from bench._table import Bar, heading, ratio, row

FEW, MANY, NOTED = 30, 100_000, 10_000
TOGETHER = 10
"""So many claims one item of evidence serves in the article that is exported."""
TURNS = 9
ANNOTATOR = str(Path(sys.executable).with_name("annotator"))
USABLE = Path(__file__).with_name("_usable.py")


def made(name: str, sentences: int) -> tuple[OpenLibrary, ArticleId]:
    library = _articles.library(_home.HOME / f"{name}.db")
    return library, _articles.bring_in(library, _articles.text(sentences))


def noted(library: OpenLibrary, article: ArticleId) -> None:
    """Tags, notes and evidence on so many claims, the notes told apart by their numbers."""
    ids = _articles.claims(library, article)[:NOTED]
    for number, tag in enumerate(Tag):
        tagging.tag(library, article, ids[number :: len(Tag)], tag)
    for number, claim in enumerate(ids):
        notes.write_note(library, article, claim, f"Note {number}: see the report of that day.")
    for number in range(0, len(ids), TOGETHER):
        given = Given(
            url=f"https://example.org/{number}",
            title=f"Report {number}",
            publisher="The Daily",
            primary=number % 2 == 0,
            reliability="B",
        )
        says = Serving(Stance.SUPPORTS, f"“the words of report {number}”", "p. 4", "2")
        evidencing.add(library, article, ids[number : number + TOGETHER], given, says)


def run(library: Path, *words: str) -> float:
    """Milliseconds of one command, from its start to its end."""
    environment = {**os.environ, "ANNOTATOR_LIBRARY": str(library)}
    began = time.perf_counter()
    subprocess.run([ANNOTATOR, *words], env=environment, check=True, capture_output=True)
    return (time.perf_counter() - began) * 1000


def usable(library: Path) -> float:
    """Milliseconds from a process's start until its window is painted and takes keys."""
    began = time.time()
    command = [sys.executable, str(USABLE), str(library)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return (float(said) - began) * 1000


def in_turn(kinds: dict[str, Callable[[int], float]]) -> dict[str, list[float]]:
    """Runs one of each kind, turn after turn; the first turn only warms up."""
    found: dict[str, list[float]] = {name: [] for name in kinds}
    for turn in range(TURNS + 1):
        for name, kind in kinds.items():
            took = kind(turn)
            if turn:
                found[name].append(took)
    return found


def main() -> None:
    small, _ = made("few", FEW)
    large, article = made("many", MANY)
    _articles.tag_all(large, article)
    large.close()
    small.close()
    few, many = small.path, large.path
    tags = [tag.value for tag in Tag]
    found = in_turn(
        {
            "window": lambda _: usable(few),
            "window, many": lambda _: usable(many),
            "list": lambda _: run(few, "list"),
            "list, many": lambda _: run(many, "list"),
            "tag": lambda turn: run(few, "tag", "latest", str(turn + 5), tags[turn % 3]),
            "tag, many": lambda turn: run(
                many, "tag", "latest", str(turn + 50_000), tags[turn % 3]
            ),
            "version": lambda _: run(few, "--version"),
        }
    )
    heading("Start: from the process's start, warm")
    row(f"usable window on {FEW} sentences", found["window"], bar=Bar(1000))
    row(f"usable window on {MANY:,} sentences, all tagged", found["window, many"])
    heading("Command line: a whole process")
    row("annotator --version: what Python and click cost", found["version"])
    row("annotator list", found["list"], bar=Bar(300))
    row(f"annotator list, beside {MANY:,} claims", found["list, many"], bar=Bar(300))
    ratio(f"  beside {MANY:,} claims", found["list, many"], found["list"], 1.5)
    row("annotator tag", found["tag"])
    row(f"annotator tag, in {MANY:,} claims", found["tag, many"])
    ratio(f"  in {MANY:,} claims", found["tag, many"], found["tag"], 2.5)
    exporting()


def exporting() -> None:
    """The report of an article of which every claim is tagged, noted and has evidence."""
    library, article = made("noted", NOTED)
    noted(library, article)
    library.close()
    target = _home.HOME / "report.html"
    words = ("export", "latest", "--format", "html", "--output", str(target), "--force")
    took = [run(library.path, *words) for _ in range(5)]
    row(f"annotator export, HTML with {NOTED:,} tags, notes and evidence", took[1:], bar=Bar(2000))


if __name__ == "__main__":
    main()
