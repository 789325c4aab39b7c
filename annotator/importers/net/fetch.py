"""Fetching one page, when somebody asks for it, and nothing else: no picture, no script, no cookie.

http and https, at most five redirects, 20 MB also when it is unpacked, 30 seconds in all. What
was sent and what came back is kept whole, as a web archive (``net/warc_file.py``).
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import unquote

import httpcore
import httpx

from annotator.domain.errors import AnnotatorError
from annotator.importers.names import shown
from annotator.importers.net.http_message import Response, read_response
from annotator.importers.net.network import (
    BROKE_OFF,
    Patience,
    PublicBackend,
    site_shown,
    too_large,
)
from annotator.importers.net.public_net import Address, Resolve, is_public, resolved
from annotator.importers.net.warc import suffix_for
from annotator.importers.net.warc_file import Exchange, write_archive
from annotator.importers.watch import UNWATCHED, Watch, watched_by

REDIRECTS = 5
SECONDS = 30.0
LIMIT = 20_000_000
_HEADS = 200_000
"""Bytes beside the page itself: the heads of an answer, and the sizes of its pieces."""

_MOVED = (301, 302, 303, 307, 308)
_BROWSER = "open it in your browser, save the page and open that file"
_SAFE = re.compile(r"[^\w.\-]+")
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: ``data`` is the archive, ``name`` what its file is called."""

    data: bytes
    name: str
    address: str
    """Where it was in the end."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How pages are fetched. The defaults hold; a test has a net of its own."""

    resolve: Resolve = resolved
    allowed: Callable[[Address], bool] = is_public
    trust: ssl.SSLContext | None = None
    seconds: float = SECONDS
    limit: int = LIMIT

    def fetch(self, address: str, watch: Watch = UNWATCHED) -> Fetched:
        """The page at this address. Raises AnnotatorError in one sentence, CancelledError."""
        patience = Patience(self.seconds, watch)
        url, seen, exchanges = _url(address), set[str](), list[Exchange]()
        while True:
            seen.add(str(url))
            watch.step(f"asking {site_shown(_host(url))}")
            exchange, response = self._exchange(url, patience, watch)
            exchanges.append(exchange)
            if response.status not in _MOVED:
                break
            url = _moved(url, response)
            if str(url) in seen:
                raise AnnotatorError(f"The page leads back to itself in a circle: {_BROWSER}.")
            if len(exchanges) > REDIRECTS:
                raise AnnotatorError(
                    f"The address leads on more than {REDIRECTS} times: {_BROWSER}."
                )
        with watched_by(watch):
            response.body(self.limit)
        data = write_archive(exchanges, f"Annotator {version('annotator')}")
        return Fetched(data, _name(url), str(url))

    def _exchange(
        self, url: httpx.URL, patience: Patience, watch: Watch
    ) -> tuple[Exchange, Response]:
        """One request on a connection of its own, and all that came back."""
        backend = PublicBackend(patience, self.limit + _HEADS, self.resolve, self.allowed)
        at = datetime.now(UTC)
        context = self.trust or _trust()
        try:
            with httpcore.ConnectionPool(
                ssl_context=context, network_backend=backend, http2=False, retries=0
            ) as pool:
                self._read(pool, url, watch)
        except (httpcore.ProtocolError, httpcore.NetworkError, ssl.SSLError) as error:
            raise AnnotatorError(BROKE_OFF) from error
        (line,) = backend.lines
        heard = bytes(line.heard)
        return Exchange(str(url), line.peer, at, bytes(line.said), heard), read_response(heard)

    def _read(self, pool: httpcore.ConnectionPool, url: httpx.URL, watch: Watch) -> None:
        """Reads to the end; what is refused by its head is read no further."""
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        with pool.stream("GET", target, headers=_headers(url)) as answer:
            head = Response(answer.status, tuple(_texts(answer.headers)), b"")
            if answer.status not in _MOVED:
                _refuse(url, head)
            length = head.header("content-length")
            total = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0
            if total > self.limit:
                raise AnnotatorError(too_large(self.limit))
            size = 0
            for piece in answer.iter_stream():
                size += len(piece)
                share = min(size / total, 1.0) if total else None
                watch.step(f"fetching from {site_shown(_host(url))}", share)


WEB = Fetcher()
"""How the program fetches."""


def _url(address: str) -> httpx.URL:
    """The address, as a person typed it. Raises AnnotatorError for what is no page's."""
    typed = address.strip()
    scheme = typed.partition(":")[0].lower() if "://" in typed else ""
    return _checked(typed if scheme else f"https://{typed}", typed)


def _moved(url: httpx.URL, response: Response) -> httpx.URL:
    """Where an answer leads on to."""
    location = response.header("location")
    if not location:
        raise AnnotatorError(f"The page has moved, and its site does not say where: {_BROWSER}.")
    # A header's bytes beyond ASCII are meant as UTF-8, whatever they were read as.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        joined = url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise AnnotatorError(_no_page(location)) from error
    return _checked(str(joined), location)


def _checked(text: str, said: str) -> httpx.URL:
    try:
        url = httpx.URL(text)
        # A name that ends in a dot is the same name, and certificates are made out without.
        # As it goes over the line: not all that may stand there has a form in other letters.
        host, port = url.raw_host.decode("ascii").rstrip("."), url.port
        plain = url.copy_with(host=host, fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise AnnotatorError(_no_page(said)) from error
    if url.scheme not in ("http", "https") or not host or not (port is None or 0 < port <= 65_535):
        raise AnnotatorError(_no_page(said))
    if url.userinfo:
        raise AnnotatorError(
            "The address holds a name or a password, and none is ever sent: take it out."
        )
    return plain


def _host(url: httpx.URL) -> str:
    """A site's name in its own letters; where it has none ("xn--a") as it stands."""
    try:
        return url.host
    except UnicodeError:
        return url.raw_host.decode("ascii")


def _no_page(said: str) -> str:
    return f"“{shown(said)[:80]}” is no address of a page: it should look like https://example.org/page."


def _headers(url: httpx.URL) -> list[tuple[bytes, bytes]]:
    agent = f"Mozilla/5.0 (compatible; Annotator/{version('annotator')})"
    return [
        (b"Host", url.netloc),
        (b"User-Agent", agent.encode()),
        (b"Accept", _ACCEPT.encode()),
        (b"Accept-Encoding", b"gzip, deflate"),
        (b"Connection", b"close"),
    ]


def _texts(headers: list[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]


def _refuse(url: httpx.URL, head: Response) -> None:
    """Raises AnnotatorError for an answer that is no article's page."""
    site, status = site_shown(_host(url)), head.status
    if status != 200:
        raise AnnotatorError(_status(site, status))
    if suffix_for(head, str(url)) is None:
        kind = shown(head.content_type)[:60]
        raise AnnotatorError(
            f"What {site} has there is no article but “{kind}”: name the address of an article’s page."
        )


_STATUSES = {
    401: f"wants a name and a password first: {_BROWSER}",
    402: f"wants to be paid first: {_BROWSER}",
    403: f"does not give this page to programs: {_BROWSER}",
    404: "has no such page: look at the address",
    407: f"wants a name and a password first: {_BROWSER}",
    410: "has no such page any more: look for it in an archive of the web",
    429: "was asked too often: wait a while, then try again",
    451: f"may not show this page: {_BROWSER}",
}


def _status(site: str, status: int) -> str:
    otherwise = (
        "has a fault of its own: try again later"
        if status >= 500
        else f"answered without a page: {_BROWSER}"
    )
    return f"{site} {_STATUSES.get(status, otherwise)} (status {status})."


def _name(url: httpx.URL) -> str:
    """What the archive's file is called: by the last part of the address, else by its site."""
    last = PurePosixPath(unquote(url.path)).name
    stem = PurePosixPath(last).stem if last else _host(url)
    return f"{_SAFE.sub('-', stem).strip('-.')[:80] or 'page'}.warc"


def _trust() -> ssl.SSLContext:
    """Whom this machine trusts; where it has no list of its own, the one that came along."""
    import certifi

    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath):
        context.load_verify_locations(certifi.where())
    return context
