"""What `make run` does when all is set up: opens the window, or without a screen shows what can be shown."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANNOTATOR = str(ROOT / ".venv" / "bin" / "annotator")
SAMPLE = str(ROOT / "seeds" / "kerman-explosions.txt")
REPORT = ROOT / "build" / "report.html"
PICTURE = ROOT / "build" / "window.png"


def main() -> None:
    first = library_is_empty()
    if has_screen():
        os.execv(ANNOTATOR, [ANNOTATOR, "open", SAMPLE] if first else [ANNOTATOR])
    if first:
        annotator("import", SAMPLE)
    REPORT.parent.mkdir(exist_ok=True)
    annotator("export", "latest", "--format", "html", "--output", str(REPORT), "--force")
    annotator("picture", "latest", "--output", str(PICTURE), "--force")
    print("There is no screen here, so instead of the window there are")
    print(f"  the report   {REPORT}")
    print(f"  a picture    {PICTURE}")


def library_is_empty() -> bool:
    """Whether `list` has nothing to show; a library that is not there yet has nothing either."""
    listed = subprocess.run([ANNOTATOR, "list"], capture_output=True, text=True, check=False)
    return not listed.stdout.strip()


def annotator(*arguments: str) -> None:
    done = subprocess.run([ANNOTATOR, *arguments], check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


def has_screen() -> bool:
    """Whether somebody answers where the environment says the screen is; a stale variable is no screen."""
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and answers(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland):
        return True
    display = re.fullmatch(r"(.*):(\d+)(?:\.\d+)?", os.environ.get("DISPLAY", ""))
    if not display:
        return False
    host, number = display.group(1), int(display.group(2))
    if host in {"", "unix"}:
        # An X server listens at a path, or at the same name without a file.
        path = f"/tmp/.X11-unix/X{number}"
        return answers(Path(path)) or answers("\0" + path)
    return answers((host, 6000 + number))


def answers(address: Path | str | tuple[str, int]) -> bool:
    family = socket.AF_INET if isinstance(address, tuple) else socket.AF_UNIX
    with socket.socket(family) as door:
        door.settimeout(3)
        try:
            door.connect(str(address) if isinstance(address, Path) else address)
        except OSError:
            return False
    return True


if __name__ == "__main__":
    main()
