"""The walls of the house: who may import whom, and what every line is held to."""

from __future__ import annotations

import ast
import fnmatch
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    ".ci",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "annotator",
    "constraints.txt",
    "docs",
    "pyproject.toml",
    "resources",
    "seeds",
    "tests",
}
PURE_LAYERS = ("domain", "text", "review")


def run(*command: str) -> None:
    tool = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [str(tool), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_layers_import_only_what_is_below_them() -> None:
    run("lint-imports", "--no-cache")


def test_ruff_finds_nothing() -> None:
    run("ruff", "check", ".")


def test_ruff_would_format_nothing_differently() -> None:
    run("ruff", "format", "--check", ".")


@pytest.mark.timeout(600)
def test_mypy_strict_finds_nothing() -> None:
    run("mypy")


def test_packages_re_export_nothing() -> None:
    for path in (ROOT / "annotator").rglob("__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        says_only = [node for node in body if not isinstance(node, ast.Expr)]
        assert not says_only, f"{path.relative_to(ROOT)} does more than say what the package is"


def test_the_top_of_the_tree_holds_only_what_belongs_there() -> None:
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line]
    strangers = [
        path.name
        for path in ROOT.iterdir()
        if path.name not in TOP_LEVEL
        and not any(fnmatch.fnmatch(path.name, pattern) for pattern in ignored)
    ]
    assert not strangers


def test_the_coverage_floor_stands_under_every_pure_layer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pure = [f"annotator/{name}" for name in PURE_LAYERS if (ROOT / "annotator" / name).is_dir()]
    assert settings["tool"]["coverage"]["run"]["source"] == pure


def test_pyside_gives_back_the_none_of_a_void_call() -> None:
    """PySide6 6.12.0 does not, and Python 3.11 aborts once the last reference to None is gone."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("a")
    # Pytest's own threads hold a None now and then; a lost reference a call would be 1,000.
    assert abs(sys.getrefcount(None) - before) < 100
