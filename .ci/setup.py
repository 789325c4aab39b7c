"""Makes everything ready that `make run` needs, and with `--test` also what `make test` needs.

It starts from a bare python3 and pip, so it uses the standard library alone. What is done is remembered by a stamp
in .venv; a second start compares one hash and fetches nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
ORACLES = ROOT / ".venv-oracles"
SYSLIB = VENV / "syslib"
SYSTEM_PYTHON = getattr(sys, "_base_executable", sys.executable)

# Debian's package and a library in it that Qt opens: what can be opened is not installed again, from wherever it is.
LIBRARIES = {
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libx11-xcb1": "libX11-xcb.so.1",
}
# Debian's package and a command in it, for the tests alone: most press real keys.
PROGRAMS = {
    "xvfb": "Xvfb",
    "xdotool": "xdotool",
    "x11-xkb-utils": "setxkbmap",
    "xclip": "xclip",
    "openssl": "openssl",  # makes the certificates of the web server that tests fetch from
}


def main() -> None:
    for_tests = "--test" in sys.argv[1:]
    # What the tests need includes what the app needs, so either stamp will do for the app.
    stamps = (
        [VENV / "ready-to-test"] if for_tests else [VENV / "ready-to-run", VENV / "ready-to-test"]
    )
    wanted = fingerprint("pyproject.toml", "constraints.txt", ".ci/setup.py")
    if not any(says(stamp, wanted) for stamp in stamps):
        make_venv()
        install_system_packages(for_tests)
        install_packages(for_tests)
        stamps[0].write_text(wanted)
    if for_tests:
        make_oracles()


def fingerprint(*names: str) -> str:
    """Changes with these files, and with whatever else would make the set-up come out differently."""
    parts = [str(ROOT).encode(), sys.version.encode()]
    parts += [(ROOT / name).read_bytes() for name in names]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def says(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


# --- the virtual environment -----------------------------------------------------------------------------------------


def make_venv() -> None:
    if works(PYTHON, "-c", "import sys"):
        return
    if sys.version_info < (3, 11):  # noqa: UP036 - this is what tells a reader of an older one
        fail(f"Python 3.11 or newer is missing: {SYSTEM_PYTHON} is {sys.version.split()[0]}.")
    if not has_pip() and not has_ensurepip():
        fail("pip is missing: install it (Debian: apt-get install python3-pip) and try again.")
    # Debian's python3 has no ensurepip without python3-venv; its pip can fill an environment from outside.
    bare = [] if has_ensurepip() else ["--without-pip"]
    run(
        [SYSTEM_PYTHON, "-m", "venv", "--clear", *bare, str(VENV)],
        "a virtual environment could not be made in .venv",
    )


def has_pip() -> bool:
    return works(SYSTEM_PYTHON, "-m", "pip", "--version")


def has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


# --- what Qt needs of the system -------------------------------------------------------------------------------------


def install_system_packages(for_tests: bool) -> None:
    libraries = missing_libraries()
    programs = missing_programs() if for_tests else []
    if os.geteuid() == 0 and (libraries or programs):
        apt_install(libraries + programs)
    elif libraries:
        apt_unpack(libraries)
    if still := missing_libraries():
        fail(f"Libraries that Qt needs are missing: as root, apt-get install {' '.join(still)}.")
    if for_tests and (absent := missing_programs()):
        if os.geteuid() == 0:
            fail(f"Programs that the tests need are missing: apt-get install {' '.join(absent)}.")
        say(
            f"Without root the tests that press real keys are skipped until somebody installs {', '.join(absent)}."
        )


def missing_libraries() -> list[str]:
    """The Debian packages of libraries that a program started by make would not find."""
    code = (
        "import ctypes, sys\n"
        "for name in sys.argv[1:]:\n"
        "    try: ctypes.CDLL(name)\n"
        "    except OSError: print(name)\n"
    )
    done = subprocess.run(
        [str(PYTHON), "-c", code, *LIBRARIES.values()],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    absent = set(done.stdout.split())
    return [package for package, library in LIBRARIES.items() if library in absent]


def missing_programs() -> list[str]:
    return [package for package, program in PROGRAMS.items() if shutil.which(program) is None]


def environment() -> dict[str, str]:
    """What this process has and .ci/environment adds to it: the environment of all that make starts."""
    printed = subprocess.run(
        ["bash", "-c", '. "$0" && env -0', str(ROOT / ".ci" / "environment")],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return dict(line.split("=", 1) for line in printed.split("\0") if line)


def apt_install(packages: list[str]) -> None:
    need_apt(packages)
    say(f"Fetching {len(packages)} system packages with apt-get: {', '.join(packages)}.")
    lacking = f"apt-get could not install {' '.join(packages)}"
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], lacking, env=quiet)
    run(
        ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages],
        lacking,
        env=quiet,
    )


def apt_unpack(packages: list[str]) -> None:
    """Brings libraries without root: apt's own state goes into .venv, and the packages are only unpacked."""
    need_apt(packages)
    say(f"Fetching {len(packages)} system packages with apt-get into .venv: {', '.join(packages)}.")
    lacking = f"apt-get could not fetch {' '.join(packages)}"
    state, debs = VENV / "apt", VENV / "apt" / "debs"
    for folder in (
        state / "lists" / "partial",
        state / "cache" / "archives" / "partial",
        debs,
        SYSLIB,
    ):
        folder.mkdir(parents=True, exist_ok=True)
    apt = [
        "apt-get", "-qq",
        "-o", f"Dir::State::lists={state / 'lists'}",
        "-o", f"Dir::Cache={state / 'cache'}",
        "-o", "Debug::NoLocking=true",
    ]  # fmt: skip
    run([*apt, "update"], lacking)
    # A dry run names the packages and all that they depend on and this machine has not.
    plan = run([*apt, "--simulate", "--no-install-recommends", "install", *packages], lacking)
    closure = [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]
    run([*apt, "download", *closure], lacking, cwd=debs)
    for deb in sorted(debs.glob("*.deb")):
        run(["dpkg", "-x", str(deb), str(SYSLIB)], f"{deb.name} could not be unpacked")
    shutil.rmtree(state)


def need_apt(packages: list[str]) -> None:
    if shutil.which("apt-get") is None:
        fail(
            f"apt-get is missing, and with it a way to bring what Debian calls {' '.join(packages)}: install these."
        )


# --- Python's packages -----------------------------------------------------------------------------------------------


def install_packages(for_tests: bool) -> None:
    wanted = ".[dev]" if for_tests else "."
    what = "the app and its tests need" if for_tests else "the app needs"
    say(f"Fetching the Python packages that {what} with pip (PySide6 is 100 MB).")
    # The newer pip first: older ones fail on some packages' extras. Then what an editable install is built with,
    # which pip would otherwise fetch unpinned.
    tools = [pin("pip"), pin("hatchling"), pin("editables")]
    install([*pip(), "install", *tools], " ".join(tools))
    editable = ["install", "--no-build-isolation", "--editable", wanted]
    install([str(PYTHON), "-m", "pip", *editable], "what pyproject.toml names")


def pip() -> list[str]:
    if works(PYTHON, "-m", "pip", "--version"):
        return [str(PYTHON), "-m", "pip"]
    return [SYSTEM_PYTHON, "-m", "pip", "--python", str(PYTHON)]


def make_oracles() -> None:
    """The programs that the statistics are compared with, apart: they want an old numpy, we want none.

    What pip installs there is what the list names and nothing else, so nothing has to be constrained.
    """
    stamp, wanted = ORACLES / "ready", fingerprint(".ci/oracles.txt")
    if says(stamp, wanted):
        return
    say("Fetching the programs that the statistics are compared with into .venv-oracles (100 MB).")
    # Our environment's pip fills this one too, so it needs none of its own, wherever it is made.
    run(
        [SYSTEM_PYTHON, "-m", "venv", "--clear", "--without-pip", str(ORACLES)],
        "a virtual environment could not be made in .venv-oracles",
    )
    command = [str(PYTHON), "-m", "pip", "--python", str(ORACLES / "bin" / "python"), "install"]
    # What the tests import is compiled when they do; compiling all of it takes as long as fetching it.
    command += ["--no-compile", "--no-deps", "--requirement", ".ci/oracles.txt"]
    install(command, "what .ci/oracles.txt names", constraints=None)
    stamp.write_text(wanted)


def install(command: list[str], what: str, constraints: str | None = "constraints.txt") -> None:
    rest = ["--quiet", "--disable-pip-version-check"]
    rest += ["--constraint", constraints] if constraints else []
    # Run as root, pip warns about itself; this environment is the project's own.
    env = os.environ | {"PIP_ROOT_USER_ACTION": "ignore"}
    run([*command, *rest], f"pip could not install {what}; the lines above are its own", env=env)


def pin(name: str) -> str:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    return next(line for line in lines if line.startswith(f"{name}=="))


# --- helpers ---------------------------------------------------------------------------------------------------------


def works(*command: str | Path) -> bool:
    try:
        return (
            subprocess.run(
                [str(part) for part in command], capture_output=True, check=False
            ).returncode
            == 0
        )
    except OSError:
        return False


def run(
    command: list[str], lacking: str, *, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> str:
    """Runs it silently; when it fails, shows what it said, then one sentence that tells what is missing."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout)
        fail(f"Set-up stopped: {lacking}.")
    return done.stdout


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def fail(sentence: str) -> NoReturn:
    say(sentence)
    sys.exit(1)


if __name__ == "__main__":
    main()
