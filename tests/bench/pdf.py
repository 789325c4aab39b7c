"""How long a PDF of 10,000 claims takes, by wall clock and processor, and how much memory at the most.

The bars are the issue's: 20 s and 1 GB. A process of its own writes each, so that the memory is its own; the
report is made before the clock starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench._table import Bar, heading, row

SIZES = (50, 1_000, 10_000)
SECONDS, MEGABYTES = 20.0, 1024.0
TESTS = Path(__file__).resolve().parent.parent

PROGRAM = """
import json, resource, sys, time
from annotator.exporters import pdf_report
from unit.exporters.many import many
report = many(int(sys.argv[1]))
wall, cpu = time.perf_counter(), time.process_time()
data = pdf_report.write(report)
took = time.perf_counter() - wall, time.process_time() - cpu
counting = time.perf_counter()
found = pdf_report.count(data)
print(json.dumps({
    "wall": took[0], "cpu": took[1], "count": time.perf_counter() - counting, "claims": found.claims,
    "bytes": len(data), "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def measured(claims: int) -> dict[str, float]:
    """What writing so many claims took, in seconds and megabytes."""
    here = os.pathsep.join((str(TESTS.parent), str(TESTS)))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(claims)],
        env={**os.environ, "PYTHONPATH": here},
        capture_output=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    heading("A report as PDF, by itself")
    for claims in SIZES:
        found = measured(claims)
        bars = (Bar(SECONDS), Bar(MEGABYTES)) if claims == SIZES[-1] else (None, None)
        row(f"{claims:,} claims", [found["wall"]], "s", bar=bars[0])
        row("  processor", [found["cpu"]], "s")
        row("  read again and counted", [found["count"]], "s")
        row("  memory", [found["memory"]], "MB", bar=bars[1])
        print(f"  {found['bytes'] / 1e6:.1f} MB, {found['claims']:,} claims found in it")


if __name__ == "__main__":
    main()
