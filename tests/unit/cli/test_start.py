"""What a start costs: `annotator list` and its like load nothing that they do not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from commandline import Run

HEAVY = ("PySide6", "shiboken6", "alembic", "mako", "jinja2", "chardet", "sqlalchemy.orm")
NEVER_FOR_A_TAG = (*HEAVY, "annotator.importers.table", "annotator.exporters", "annotator.text")

PROGRAM = """
import sys
from annotator.cli import door
status = door.main(sys.argv[1:])
print(status, *sorted(sys.modules), file=sys.stderr)
"""


def loaded(*args: str) -> tuple[int, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *args], capture_output=True, check=True, text=True
    )
    status, *modules = done.stderr.splitlines()[-1].split()
    return int(status), set(modules)


@pytest.mark.parametrize(
    "args",
    [
        ("list",),
        ("list", "latest"),
        ("tag", "latest", "1", "verified"),
        ("note", "latest", "1", "x"),
        ("undo",),
        ("history", "latest"),
        ("remove", "latest"),
    ],
    ids=lambda args: args[0],
)
def test_a_small_command_loads_nothing_heavy(run: Run, article: str, args: tuple[str, ...]) -> None:
    run("tag", article, "2", "disputed")
    status, modules = loaded(*args)
    assert status == 0
    heavy = {name for name in modules if name.startswith(HEAVY)}
    assert heavy == set()


@pytest.mark.parametrize("args", [("--help",), ("tag", "--help"), ("send",), ("--version",)])
def test_help_loads_no_database(args: tuple[str, ...]) -> None:
    _, modules = loaded(*args)
    assert not {name for name in modules if name.startswith(("sqlalchemy", "sqlite3", *HEAVY))}
