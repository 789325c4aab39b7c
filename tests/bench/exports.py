"""How long each format takes for 10,000 claims, and how much memory: a whole command each.

Every claim is tagged and noted and has evidence, ten claims an item, as in ``commands.py``. The
bars are the export's: 2 s for what is read line by line, 20 s for what is laid out, 1 GB for all.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from annotator.desk.formats import formats
from bench import _home
from bench._table import Bar, heading, row
from bench.commands import ANNOTATOR, NOTED, made, noted

QUICK = ("html", "json", "csv")
SECONDS, LAID_OUT = 2.0, 20.0
MEGABYTES = 1024.0
TURNS = 3
SHOWN = 70
"""Characters of what a command said last: what it wrote and how much of it."""


def measured(library: Path, form: str, target: Path, *more: str) -> tuple[float, float, str]:
    """Seconds from start to end, megabytes at the most, and the last line on standard error."""
    words = [ANNOTATOR, "export", "latest", "--format", form, "--output", str(target), "--force"]
    environment = {**os.environ, "ANNOTATOR_LIBRARY": str(library)}
    said = target.with_suffix(".said")
    began = time.perf_counter()
    with said.open("wb") as file:
        process = subprocess.Popen([*words, *more], env=environment, stderr=file)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - began
    last = said.read_text().splitlines()[-1] if said.stat().st_size else ""
    if process.returncode:
        return took, 0.0, f"exit {process.returncode}: {last[:SHOWN]}"
    size = target.stat().st_size / 1024 / 1024
    return took, used.ru_maxrss / 1024, f"{size:.1f} MB, {last.rpartition('(')[2].rstrip(')')}"


def main() -> None:
    library, article = made("exports", NOTED)
    noted(library, article)
    library.close()
    heading(f"Exporting {NOTED:,} claims, each with a tag, a note and evidence: a whole process")
    for one in formats():
        turns = TURNS if one.name in QUICK else 1
        target = _home.HOME / f"export{one.suffix}"
        found = [measured(library.path, one.name, target) for _ in range(turns)]
        most = SECONDS if one.name in QUICK else LAID_OUT
        row(one.name, [took for took, _, _ in found], "s", bar=Bar(most))
        row("  memory", [used for _, used, _ in found], "MB", bar=Bar(MEGABYTES))
        print(f"  {found[-1][2]}")
    for form in ("html", "json"):
        target = _home.HOME / f"public-{form}"
        took, used, said = measured(library.path, form, target, "--public")
        row(f"{form}, a public copy", [took], "s")
        row("  memory", [used], "MB", bar=Bar(MEGABYTES))
        print(f"  {said}")


if __name__ == "__main__":
    main()
