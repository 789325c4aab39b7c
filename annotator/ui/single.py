"""One window a library: a second ``annotator FILE`` hands its files to the first.

The two meet at a local socket whose name is a hash of the library's real path
and of who acts, so that another library or analyst gets a window of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 2000
"""Milliseconds for the other window to answer; one that hangs must not keep us from starting."""
LONGEST = 1 << 20


def socket_name(library: Path, analyst: str | None) -> str:
    """A path in the user's own runtime folder, or a bare name where there is none."""
    what = f"{os.getuid()}\0{library.resolve()}\0{analyst or ''}"
    name = "annotator-" + hashlib.sha256(os.fsencode(what)).hexdigest()[:20]
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    path = os.path.join(folder, name)  # noqa: PTH118 - a socket's address, measured in bytes
    return path if folder and os.path.isdir(folder) and len(path) < 100 else name  # noqa: PTH112


def hand_over(name: str, files: Sequence[Path]) -> bool:
    """Gives the files to a window that is there; False: there is none that answers."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    paths = [os.path.abspath(path) for path in files]  # noqa: PTH100 - keeps a link a link
    socket.write(json.dumps(paths).encode("ascii") + b"\n")
    socket.waitForBytesWritten(WAIT)
    answered = socket.waitForReadyRead(WAIT) and bytes(socket.readAll().data()) == b"ok\n"
    socket.disconnectFromServer()
    return answered


class Door(QObject):
    """Listens for later starts of the program."""

    files_came = Signal(list)
    """Paths to open; none: somebody only wants to see the window."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._visitors: list[QLocalSocket] = []
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._knock)
        if not self._server.listen(name):
            # A window that was killed leaves its socket behind; nobody answers at it.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _knock(self) -> None:
        socket = self._server.nextPendingConnection()
        while socket is not None:
            # Held here and nowhere else: a socket that is known to one of its own
            # connections is taken apart twice. It goes with the server, its parent.
            self._visitors.append(socket)
            socket.readyRead.connect(self._read_all)
            socket = self._server.nextPendingConnection()
        self._read_all()

    def _read_all(self) -> None:
        for socket in tuple(self._visitors):
            if socket.canReadLine():
                self._visitors.remove(socket)
                self._read(socket)
            elif socket.bytesAvailable() > LONGEST:
                self._visitors.remove(socket)
                socket.abort()

    def _read(self, socket: QLocalSocket) -> None:
        try:
            sent = json.loads(bytes(socket.readLine().data()))
            files = [Path(each) for each in sent if isinstance(each, str)]
        except (ValueError, TypeError):
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.files_came.emit(files)
