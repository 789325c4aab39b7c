"""The one way out: connections to public addresses only, as they were checked, and with an end.

A name is resolved once, every address it has is checked, and the connection goes to an address
that was checked: a name that leads elsewhere a moment later leads nowhere. What is sent and what
comes back is kept as it was on the line. Nothing here is used before somebody asks for a page.
"""

from __future__ import annotations

import contextlib
import ipaddress
import queue
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import httpcore

from annotator.domain.errors import AnnotatorError
from annotator.importers.names import shown
from annotator.importers.net.public_net import Address, Resolve, is_public, resolved
from annotator.importers.watch import Watch

_TICK = 0.1
_CONNECT = 10.0
"""Seconds for one address of several."""

_PIECE = 65_536


class Patience:
    """How long somebody waits: until a moment, and until they give up."""

    def __init__(self, seconds: float, watch: Watch) -> None:
        self._seconds, self._watch = seconds, watch
        self._until = time.monotonic() + seconds

    def check(self) -> None:
        """Raises CancelledError or AnnotatorError where the waiting is over."""
        self._watch.check()
        if time.monotonic() >= self._until:
            raise AnnotatorError(
                f"It took more than {self._seconds:g} seconds: try again later, or save the page in "
                "your browser and open that file."
            )


class Line(httpcore.NetworkStream):
    """One connection. ``said`` and ``heard`` are what went over it, before and after the TLS of it."""

    def __init__(self, sock: socket.socket, patience: Patience, limit: int) -> None:
        self._socket, self._patience, self._limit = sock, patience, limit
        self.said, self.heard = bytearray(), bytearray()
        self.peer = str(sock.getpeername()[0])

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - httpcore's call; all waiting is Patience's
        data: bytes = self._wait(partial(self._socket.recv, min(max_bytes, _PIECE)), writes=False)
        self.heard += data
        if len(self.heard) > self._limit:
            raise AnnotatorError(too_large(self._limit))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        while buffer:
            sent: int = self._wait(partial(self._socket.send, buffer), writes=True)
            self.said += buffer[:sent]
            buffer = buffer[sent:]

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        secured = ssl_context.wrap_socket(
            self._socket, server_hostname=server_hostname, do_handshake_on_connect=False
        )
        self._socket, host = secured, server_hostname or ""
        with contextlib.ExitStack() as failing:
            failing.callback(secured.close)
            try:
                self._wait(secured.do_handshake, writes=False)
            except ssl.SSLCertVerificationError as error:
                raise AnnotatorError(_untrusted(host, error)) from error
            except ssl.SSLError as error:
                raise AnnotatorError(
                    f"{site_shown(host)} could not agree with this machine on a safe connection: "
                    "save the page in your browser and open that file."
                ) from error
            failing.pop_all()
        return self

    def get_extra_info(self, info: str) -> Any:
        secured = isinstance(self._socket, ssl.SSLSocket)
        return self._socket if info == "ssl_object" and secured else None

    def _wait(self, act: Callable[[], Any], *, writes: bool) -> Any:
        """Does it as soon as the socket lets it; nothing blocks longer than a tick."""
        way = selectors.EVENT_WRITE if writes else selectors.EVENT_READ
        while True:
            self._patience.check()
            try:
                return act()
            except (BlockingIOError, ssl.SSLWantReadError):
                _until_ready(self._socket, way)
            except ssl.SSLWantWriteError:
                _until_ready(self._socket, selectors.EVENT_WRITE)
            except ssl.SSLError:
                raise
            except OSError as error:
                raise AnnotatorError(BROKE_OFF) from error


class PublicBackend(httpcore.NetworkBackend):
    """Connects to public addresses only. ``lines`` are the connections it made."""

    def __init__(
        self,
        patience: Patience,
        limit: int,
        resolve: Resolve = resolved,
        allowed: Callable[[Address], bool] = is_public,
    ) -> None:
        self._patience, self._limit = patience, limit
        self._resolve, self._allowed = resolve, allowed
        self.lines: list[Line] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - all waiting is Patience's
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        addresses = [_address(one, host) for one in self._addresses(host, port)]
        if not addresses:
            raise AnnotatorError(_unknown(host))
        if not all(map(self._allowed, addresses)):
            raise AnnotatorError(_internal(host))
        for address in addresses:
            if (sock := self._connected(address, port)) is not None:
                line = Line(sock, self._patience, self._limit)
                self.lines.append(line)
                return line
        raise AnnotatorError(
            f"{site_shown(host)} does not answer: look at the address, or try later."
        )

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        """Asks in a thread of its own: the system's question cannot be given up."""
        answers: queue.Queue[Sequence[str] | OSError | UnicodeError] = queue.Queue()

        def ask() -> None:
            try:
                answers.put(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=ask, daemon=True).start()
        while True:
            self._patience.check()
            with contextlib.suppress(queue.Empty):
                answer = answers.get(timeout=_TICK)
                if isinstance(answer, OSError | UnicodeError):
                    raise AnnotatorError(_unknown(host)) from answer
                return answer

    def _connected(self, address: Address, port: int) -> socket.socket | None:
        family = socket.AF_INET if address.version == 4 else socket.AF_INET6
        try:
            sock = socket.socket(family, socket.SOCK_STREAM)
        except OSError:
            return None
        sock.setblocking(False)
        until = time.monotonic() + _CONNECT
        try:
            with contextlib.suppress(BlockingIOError):
                sock.connect((str(address), port))
            while time.monotonic() < until:
                self._patience.check()
                if _until_ready(sock, selectors.EVENT_WRITE):
                    if sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
                        return _kept_open(sock)
                    break
        except OSError:
            pass
        except AnnotatorError:
            sock.close()
            raise
        sock.close()
        return None


BROKE_OFF = (
    "The connection broke off: try again, or save the page in your browser and open that file."
)


def site_shown(host: str) -> str:
    """A site's name in a sentence."""
    return shown(host)[:80]


def too_large(limit: int) -> str:
    """The sentence for a page over the limit."""
    return (
        f"It has more than {limit // 1_000_000} MB: save the article alone in your browser, and open "
        "that file."
    )


def _kept_open(sock: socket.socket) -> socket.socket | None:
    """A socket that is connected to somebody; None where the other side has gone already."""
    try:
        sock.getpeername()
    except OSError:
        sock.close()
        return None
    return sock


def _until_ready(sock: socket.socket, way: int) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, way)
        return bool(selector.select(_TICK))


def _address(text: str, host: str) -> Address:
    try:
        return ipaddress.ip_address(text)
    except ValueError as error:
        raise AnnotatorError(_internal(host)) from error


def _unknown(host: str) -> str:
    return (
        f"There is no site {site_shown(host)}, or this machine is not connected: look at the address "
        "and try again."
    )


def _internal(host: str) -> str:
    return (
        f"{site_shown(host)} is a machine of this network and no public site, so nothing was fetched: "
        "save the page in your browser and open that file."
    )


def _untrusted(host: str, error: ssl.SSLCertVerificationError) -> str:
    """Why a certificate does not check, in words. Codes of OpenSSL (x509_vfy.h)."""
    why = _CERTIFICATES.get(error.verify_code, "it does not check")
    return (
        f"The certificate of {site_shown(host)} was not accepted ({why}): nobody knows who answers there; "
        "look at the address, or open it in your browser and save the page."
    )


_CERTIFICATES = {
    9: "it is not valid yet",
    10: "it has expired",
    18: "it is signed by nobody but the site itself",
    19: "it is signed by somebody unknown",
    20: "it is signed by somebody unknown",
    21: "it is signed by somebody unknown",
    23: "it was taken back",
    62: "it is another site’s",
    64: "it is another site’s",
}
