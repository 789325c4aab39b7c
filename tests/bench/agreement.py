"""How fast agreement is measured: alpha beside nltk's, all of it, and opening a cell's claims.

Both run in one process, turn after turn, on the same table: what else the machine does
meets both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench._table import heading, ratio, row

ANALYSTS, CLAIMS, TURNS = 10, 100_000, 7
ROOT = Path(__file__).resolve().parents[2]
ORACLES = ROOT / ".venv-oracles" / "bin" / "python"
ALPHA = Path(__file__).with_name("_alpha.py")


def measured() -> dict[str, list[float]]:
    """What was timed → milliseconds, one a turn."""
    done = subprocess.run(
        [ORACLES, ALPHA, str(ANALYSTS), str(CLAIMS), str(TURNS)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=True,
    )
    return {
        name: [needed * 1000 for needed in took] for name, took in json.loads(done.stdout).items()
    }


def main() -> None:
    if not ORACLES.exists():
        sys.exit("The programs to compare with are missing: `make setup-test` fetches them.")
    took = measured()
    heading(f"Agreement: {ANALYSTS} analysts by {CLAIMS:,} claims, a tenth of them missing")
    row("nltk's alpha, its table loaded", took["nltk"])
    row("our alpha, from columns", took["alpha"])
    ratio("  beside nltk's", took["alpha"], took["nltk"], 0.1)
    row("nltk's alpha with loading its table", took["nltk from triples"])
    row("our alpha with making the table, from triples", took["alpha from triples"])
    ratio("  beside nltk's", took["alpha from triples"], took["nltk from triples"], None)
    row("everything: 45 pairs, intervals, all statistics", took["all"])
    ratio("  beside nltk's alpha alone", took["all"], took["nltk"], None)
    row("the 45 confusion tables", took["pairs"])
    row("the claims of every cell of one of them", took["cells"])


if __name__ == "__main__":
    main()
