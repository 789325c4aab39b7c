"""The wheel is whole: installed away from the tree, it brings an article in and a report out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with the wheel unpacked in it and nothing else; what it depends on comes from the environment."""
    wheels, target = tmp_path / "wheels", tmp_path / "installed"
    python("-m", "hatchling", "build", "--target", "wheel", "--directory", str(wheels), cwd=ROOT)
    (wheel,) = wheels.glob("*.whl")
    python("-m", "pip", "install", "--no-deps", "--no-index", "--target", str(target), str(wheel), cwd=tmp_path)  # fmt: skip
    return target


def python(*arguments: str, cwd: Path, path: Path | None = None) -> str:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path is not None:
        env["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_an_installed_wheel_imports_the_sample_and_exports_a_report(
    installed: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    report = elsewhere / "report.html"
    where = "from annotator import paths; print(paths.sample()); print(paths.resources())"

    sample, resources = python("-c", where, cwd=elsewhere, path=installed).splitlines()
    python("-m", "annotator", "import", sample, cwd=elsewhere, path=installed)
    python(
        "-m", "annotator", "export", "latest", "--format", "html", "--output", str(report),
        cwd=elsewhere, path=installed,
    )  # fmt: skip

    assert Path(sample).is_relative_to(installed)
    assert Path(resources).is_relative_to(installed)
    title = Path(sample).read_text(encoding="utf-8").splitlines()[0]
    assert title in report.read_text(encoding="utf-8")


def test_the_wheel_has_a_command_and_the_fonts(installed: Path) -> None:
    shipped = installed / "annotator" / "_resources" / "fonts"
    assert (installed / "bin" / "annotator").is_file()
    assert {font.name for font in shipped.glob("*.ttf")} == {
        font.name for font in (ROOT / "resources" / "fonts").glob("*.ttf")
    }
