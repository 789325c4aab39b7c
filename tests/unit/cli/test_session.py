"""A working day on the command line, on the sample, each command a process of its own."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

from annotator import paths


def test_a_day_s_work(library: Path, tmp_path: Path) -> None:
    def annotator(*args: str | Path, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", *args], capture_output=True, check=False
        )
        assert done.returncode == status, done.stderr.decode()
        return done.stdout.decode()

    annotator("import", paths.sample())
    annotator("tag", "latest", "T", "1", "2", "verified")
    annotator("tag", "latest", "9", "disputed", "--note", "No proof was given.")
    annotator("tag", "latest", "7", "unattributed")
    annotator("tag", "latest", "18", "on-source")
    annotator("undo")
    tags = json.loads(annotator("list", "--json"))["articles"][0]["tags"]
    assert tags == {
        "verified": 3,
        "disputed": 1,
        "unattributed": 1,
        "on_source": 0,
        "not_checkable": 0,
        "untagged": 44,
    }
    claims = json.loads(annotator("list", "latest", "--tag", "disputed", "--json"))["claims"]
    assert [(claim["number"], claim["note"]) for claim in claims] == [(9, "No proof was given.")]
    annotator("export", "latest", "--format", "html", "--output", tmp_path / "report.html")
    assert "No proof was given." in (tmp_path / "report.html").read_text()
    annotator("backup", "--output", tmp_path / "evening.db")
    annotator("tag", "latest", "1", "clear")
    annotator("restore", tmp_path / "evening.db")
    annotator("doctor")
    assert json.loads(annotator("list", "--json"))["articles"][0]["tags"] == tags
    annotator("tag", "latest", "49", "verified", status=2)

    with sqlite3.connect(library) as connection:
        rows = connection.execute("SELECT tag, count(*) FROM assessments GROUP BY tag").fetchall()
    connection.close()
    assert dict(rows) == {"verified": 3, "disputed": 1, "unattributed": 1}
