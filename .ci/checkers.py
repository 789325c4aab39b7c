"""Brings the programs by which other people check our formats, part of `make check-formats`.

They are no part of the set-up: 500 MB that nobody needs to run or to change the app. What cannot be had here is
said, and the checks that want it are skipped with that reason.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "checkers"

# Debian's package and a command in it.
PROGRAMS = {
    "chromium": "chromium",
    "default-jre-headless": "java",
    "nodejs": "node",
    "npm": "npm",
    "poppler-utils": "pdftotext",
    "qpdf": "qpdf",
    "libreoffice-writer-nogui": "soffice",
    "libreoffice-calc-nogui": "localc",
}
PYTHON = ("openxml-audit==0.8.0",)
"""Beside the set-up and not in it: it would load itself into every run of pytest."""
NODE = ("axe-core@4.14.1", "playwright-core@1.65.1", "vnu-jar@26.9.27")


def main() -> None:
    absent = [package for package, program in PROGRAMS.items() if shutil.which(program) is None]
    if absent and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Fetching {', '.join(absent)} with apt-get, to check our formats by other programs.")
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        tried(["apt-get", "update", "-qq"], quiet)
        tried(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *absent], quiet)
    if shutil.which("npm"):
        fetch_node()
    fetch_python()
    if still := [package for package, program in PROGRAMS.items() if not shutil.which(program)]:
        print(f"Not here, so what needs them is skipped: {', '.join(still)}.")


def fetch_node() -> None:
    """The checker's own set-up would fetch a Java; the one on PATH will do, so no script of theirs is run."""
    modules = BUILD / "node_modules"
    if all((modules / package.rsplit("@", 1)[0]).is_dir() for package in NODE):
        return
    BUILD.mkdir(parents=True, exist_ok=True)
    print(f"Fetching {', '.join(NODE)} with npm.")
    flags = ["--silent", "--ignore-scripts", "--no-save", "--no-package-lock"]
    tried(["npm", "install", *flags, "--prefix", str(BUILD), *NODE], dict(os.environ))


def fetch_python() -> None:
    folder = BUILD / "python"
    if not folder.is_dir():
        print(f"Fetching {', '.join(PYTHON)} with pip.")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder)]
        tried([*command, *PYTHON], dict(os.environ))


def tried(command: list[str], env: dict[str, str]) -> None:
    """A check less is no broken build: what failed is said, and the checks say what they lack."""
    done = subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        print(f"{command[0]} {command[1]} failed with {done.returncode}.")


if __name__ == "__main__":
    main()
