"""A real web server on this machine, for what is fetched from it; and certificates for it."""

from __future__ import annotations

import ipaddress
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from annotator.importers.net.fetch import Fetcher

PAGE = (
    b"<html><head><title>A bridge opens</title></head><body><article><h1>A bridge opens</h1>"
    b"<p>The bridge over the river opened on Monday, after three years of work on both banks.</p>"
    b'<p>It cost a million, the <a href="/council">council</a> said on its page.</p>'
    b"</article></body></html>"
)
TEXT = b"A bridge opens\n\nThe bridge opened on Monday. It cost a million.\n"
HTML, PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """What the server says: a status, headers, a body in pieces with pauses between them."""

    body: bytes | Callable[[], Iterable[bytes]] = PAGE
    kind: str = HTML
    status: int = 200
    headers: Sequence[tuple[str, str]] = ()
    pause: float = 0.0
    length: int | None = None
    """What it says its length is; None: as long as it is, or nothing where it comes in pieces."""


def moved(to: str, status: int = 302) -> Answer:
    """A redirect."""
    return Answer(b"", status=status, headers=[("Location", to)])


@dataclass
class Site:
    """A server that is running: ``asked`` are the paths and headers of what came in."""

    port: int
    answers: dict[str, Answer]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str, host: str = "site.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def near(**how: object) -> Fetcher:
    """Fetches from this machine only, whatever the name; ``how`` as ``Fetcher`` takes it."""
    here = {"resolve": lambda _name, _port: ["127.0.0.1"], "allowed": is_this_machine}
    return Fetcher(**(here | how))  # type: ignore[arg-type]


def is_this_machine(address: object) -> bool:
    return address == ipaddress.ip_address("127.0.0.1")


@contextmanager
def serving(answers: dict[str, Answer], context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serves these paths until the end; whoever still waits is let go then."""
    over = threading.Event()
    site = Site(0, answers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            answer = site.answers.get(self.path, Answer(b"none", status=404))
            self.close_connection = True
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            for name, value in answer.headers:
                self.send_header(name, value)
            if isinstance(answer.body, bytes):
                length = len(answer.body) if answer.length is None else answer.length
                self.send_header("Content-Length", str(length))
            self.end_headers()
            pieces = [answer.body] if isinstance(answer.body, bytes) else answer.body()
            for piece in pieces:
                self.wfile.write(piece)
                if over.wait(answer.pause):
                    return

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Somebody who was cut off is no fault of the server's."""

    server = Server(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    if context is not None:
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def for_ever(piece: bytes) -> Callable[[], Iterator[bytes]]:
    """A body that never ends."""

    def pieces() -> Iterator[bytes]:
        while True:
            yield piece

    return pieces


@dataclass(frozen=True)
class Certificates:
    """An authority of our own, and what it signed."""

    folder: Path

    @property
    def trust(self) -> ssl.SSLContext:
        """Trusts that authority and no other."""
        return ssl.create_default_context(cafile=self.folder / "authority.pem")

    def of(self, name: str) -> ssl.SSLContext:
        """What a server needs that shows this one: site, expired, stranger, self."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        return context


def made_certificates(folder: Path) -> Certificates:
    """Throw-away certificates, made by openssl."""
    _signed_by_itself(folder, "authority", "An authority")
    _signed_by_itself(folder, "unknown", "Somebody unknown")
    _signed_by_itself(folder, "self", "site.test", "-addext", "subjectAltName=DNS:site.test")
    _signed(folder, "site", "authority")
    _signed(folder, "stranger", "unknown")
    _signed(folder, "expired", "authority", expired=True)
    return Certificates(folder)


def _signed_by_itself(folder: Path, name: str, subject: str, *more: str) -> None:
    _openssl(
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
        *("-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem"),
        *("-subj", f"/CN={subject}", "-days", "2", *more),
    )


def _signed(folder: Path, name: str, by: str, *, expired: bool = False) -> None:
    request, extra = folder / f"{name}.csr", folder / f"{name}.ext"
    extra.write_text("subjectAltName=DNS:site.test,DNS:xn--brcke-lva.test\n")
    _openssl(
        *("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
        *("-keyout", folder / f"{name}.key", "-out", request, "-subj", "/CN=site.test"),
    )
    _openssl(
        *("x509", "-req", "-in", request, "-CA", folder / f"{by}.pem"),
        *("-CAkey", folder / f"{by}.key", "-CAcreateserial", "-extfile", extra),
        *("-out", folder / f"{name}.pem", "-days", "-1" if expired else "2"),
    )
    if expired:
        time.sleep(1.1)  # it holds until the second in which it was made is over


def _openssl(*words: object) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)
