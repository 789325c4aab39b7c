"""`open` and `picture`: what is asked before Qt is loaded, and what the window is given."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import types
from collections.abc import Mapping
from pathlib import Path

import pytest

from annotator.cli import screen
from annotator.cli.screen import refuse_without_screen
from annotator.domain.errors import AnnotatorError
from commandline import TEXT, Run, one_sentence, unchanged


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a display."""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("args", [(), ("open",), ("FILE",), ("open", "FILE"), ("none.txt",)])
def test_without_a_display_open_says_so_and_imports_nothing(
    run: Run, library: Path, tmp_path: Path, args: tuple[str, ...]
) -> None:
    file = tmp_path / "lund.txt"
    file.write_text(TEXT)
    result = run(*(str(file) if arg == "FILE" else arg for arg in args))
    assert result.status == 2
    assert "no display" in one_sentence(result)
    assert not library.exists()


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"QT_QPA_PLATFORM": "xcb"},
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":x"},
        {"DISPLAY": "127.0.0.1:4711"},
        {"DISPLAY": "/tmp/nowhere:0"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
        {"WAYLAND_DISPLAY": "wayland-9"},
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":4711"},
    ],
    ids=str,
)
def test_a_display_that_is_not_there_is_one_sentence(environment: Mapping[str, str]) -> None:
    with pytest.raises(AnnotatorError, match="nothing was imported"):
        refuse_without_screen(environment)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5900"])
def test_a_platform_without_a_display_may_go_on(platform: str) -> None:
    refuse_without_screen({"QT_QPA_PLATFORM": platform})


def test_a_wayland_display_that_answers_may_go_on(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        refuse_without_screen(environment)
        with pytest.raises(AnnotatorError):
            refuse_without_screen(environment | {"QT_QPA_PLATFORM": "xcb"})


def test_missing_system_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_x_answers", lambda display: True)
    monkeypatch.setattr(screen, "_loads", lambda name: "cursor" not in name)
    with pytest.raises(AnnotatorError, match=r"\(libxcb-cursor\.so\.0\)"):
        refuse_without_screen({"DISPLAY": ":0"})
    monkeypatch.setattr(screen, "_loads", lambda name: True)
    refuse_without_screen({"DISPLAY": ":0"})


def test_an_x_server_lets_in_or_not() -> None:
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    reading = subprocess.Popen(
        [server, "-displayfd", "1", "-screen", "0", "320x200x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert reading.stdout is not None
        display = f":{int(reading.stdout.readline())}"
        assert screen._x_answers(display)
        assert not screen._x_answers(":4711")
    finally:
        reading.terminate()
        reading.communicate(timeout=20)


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the window's package is called with, instead of the window."""
    called: list[object] = []

    def start(library: Path, analyst: str | None, files: list[Path]) -> int:
        called.append((library, analyst, files))
        return 0

    def take(library: object, article: str, target: Path, **options: object) -> None:
        called.append((article, options))
        target.write_bytes(b"\x89PNG")

    import annotator.ui

    for name, members in (("app", {"run": start}), ("picture", {"take": take})):
        module = types.ModuleType(f"annotator.ui.{name}")
        for member, value in members.items():
            setattr(module, member, value)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(annotator.ui, name, module, raising=False)
    return called


def test_the_window_opens_on_the_files(run: Run, library: Path, window: list[object]) -> None:
    assert run("a.txt", "b.txt").status == 0
    assert run("--analyst", "Berit", "open").status == 0
    assert run("open", "list").status == 0
    assert window == [
        (library, None, [Path("a.txt"), Path("b.txt")]),
        (library, "Berit", []),
        (library, None, [Path("list")]),
    ]


def test_a_picture_is_drawn_as_asked(
    run: Run, article: str, tmp_path: Path, window: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "window.png"
    options = ("--theme", "dark", "--size", "800x600", "--scale", "2", "--view", "annotate")
    result = run("picture", "latest", "--output", target, *options)

    assert result.status == 0
    assert result.err == f"Written: {target}\n"
    assert window == [
        (
            article,
            {
                "theme": "dark",
                "size": (800, 600),
                "scale": 2.0,
                "force": False,
                "claim": None,
                "view": "annotate",
                "part": "window",
                "search": "",
            },
        )
    ]
    again = run("picture", "latest", "--output", target)
    assert again.status == 2
    assert "--force" in one_sentence(again)
    assert run("picture", "latest", "--output", target, "--force").status == 0
    assert run("picture", "latest", "--output", "-").data == b"\x89PNG"
    assert run("picture", "latest", "--output", "-", "--claim", "T").status == 0
    asked = window[-1]
    assert isinstance(asked, tuple)
    assert asked[1]["claim"].start == 0
    assert run("picture", "latest", "--output", "-", "--claim", "99").status == 2


def test_no_picture_takes_the_place_of_the_library(
    run: Run, article: str, library: Path, window: list[object]
) -> None:
    with unchanged(library):
        result = run("picture", article, "--output", library, "--force")
    assert result.status == 2
    assert "is the library itself" in one_sentence(result)
    assert window == []


def test_a_window_that_cannot_be_loaded_is_one_sentence(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import annotator.ui

    for name in ("app", "picture"):
        monkeypatch.setitem(sys.modules, f"annotator.ui.{name}", None)
        # Another test may have loaded it: then the package itself would still give it.
        monkeypatch.delattr(annotator.ui, name, raising=False)
    for args in (("open",), ("picture", "latest", "--output", tmp_path / "x.png")):
        result = run(*args)
        assert result.status == 2
        assert "cannot be loaded" in one_sentence(result)
