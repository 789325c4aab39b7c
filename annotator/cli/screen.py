"""Whether a window can be opened at all: asked before Qt is, which would abort."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from annotator.domain.errors import AnnotatorError

WAIT = 3.0
"""Seconds that an X server on another machine has to answer."""

TRIES, PAUSE = 4, 0.15
"""How often a server is asked, and the seconds between: one that begins anew refuses us so long."""

X_LIBRARIES = (
    "libxkbcommon-x11.so.0",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxcb-xkb.so.1",
    "libX11-xcb.so.1",
)
"""What Qt's X11 part loads; without any of them it ends the process."""

ADVICE = (
    "nothing was imported; the other commands work without one, "
    "and `annotator picture` draws the window into a file"
)


def refuse_without_screen(environment: Mapping[str, str]) -> None:
    """Raises AnnotatorError where no window could be shown."""
    if sys.platform != "linux":
        return
    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform and not platform.startswith(("xcb", "wayland")):
        return
    wayland = platform != "xcb" and _wayland_answers(environment)
    if wayland and not platform.startswith("xcb"):
        return
    if platform.startswith("wayland"):
        raise AnnotatorError(f"There is no Wayland display to open a window on: {ADVICE}.")
    display = environment.get("DISPLAY", "")
    if not display:
        raise AnnotatorError(f"There is no display to open a window on: {ADVICE}.")
    if not _x_answers(display):
        raise AnnotatorError(f"The display {display} does not let a window open: {ADVICE}.")
    missing = [name for name in X_LIBRARIES if not _loads(name)]
    if missing:
        raise AnnotatorError(
            f"The window needs system libraries that are not there ({', '.join(missing)}): "
            "install them, as `make setup` does."
        )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    folder = environment.get("XDG_RUNTIME_DIR", "")
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(WAIT)
            probe.connect(str(Path(folder, name)))
            return True
    except (OSError, ValueError):
        return False


def _x_answers(display: str) -> bool:
    """Whether an X server is there and lets us in.

    Our connection is never closed: a server without any other client begins anew when
    its last one leaves, and would turn Qt away just then.
    """
    far = _far(display)
    if far is not None and not _connects(far):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        # Qt cannot do without it either, and the list of what is missing will say so.
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    for _ in range(TRIES):
        connection = xcb.xcb_connect(display.encode(errors="surrogateescape"), None)
        if not xcb.xcb_connection_has_error(connection):
            return True
        time.sleep(PAUSE)
    return False


def _far(display: str) -> tuple[str, int] | None:
    """Where the server of a DISPLAY such as "host:10.0" listens; None for this machine's own."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if host in ("", "unix") or host.startswith("/") or not re.fullmatch("[0-9]{1,4}", number):
        return None
    return host.strip("[]"), 6000 + int(number)


def _connects(address: tuple[str, int]) -> bool:
    """Whether something listens there; asked first, so that a silent machine cannot keep us."""
    try:
        with socket.create_connection(address, timeout=WAIT):
            return True
    except (OSError, ValueError):
        return False


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def environment() -> Mapping[str, str]:
    """The process's own environment, so that a test can give another."""
    return os.environ
