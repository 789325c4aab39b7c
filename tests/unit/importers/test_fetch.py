"""Fetching a page: from a real server on this machine, which is the only one these tests may reach."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from annotator.domain.errors import AnnotatorError, CancelledError
from annotator.importers.net.fetch import REDIRECTS, WEB, Fetcher
from annotator.importers.table import read_bytes
from annotator.importers.watch import Watch
from webserver import (
    PAGE,
    PLAIN,
    TEXT,
    Answer,
    Certificates,
    Site,
    for_ever,
    is_this_machine,
    made_certificates,
    moved,
    near,
    serving,
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving({"/page": Answer(), "/text": Answer(TEXT, PLAIN)}) as running:
        yield running


def text_of(site: Site, path: str, **how: object) -> str:
    fetched = near(**how).fetch(site.at(path))
    return read_bytes(fetched.data, name=fetched.name).text


def refused(site: Site, path: str, *, host: str = "site.test", **how: object) -> str:
    """The one sentence by which a page is refused."""
    with pytest.raises(AnnotatorError) as error:
        near(**how).fetch(site.at(path, host))
    said = str(error.value)
    assert said.endswith(".")
    assert "\n" not in said
    return said


def test_a_page_comes_with_one_request_and_nothing_of_ours_in_it(site: Site) -> None:
    fetched = near().fetch(site.at("/page#part"))
    assert fetched.address == site.at("/page")
    assert fetched.name == "page.warc"
    ((path, headers),) = site.asked
    assert path == "/page"
    assert headers["Host"] == f"site.test:{site.port}"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_an_address_is_taken_without_its_scheme_as_a_safe_one(site: Site) -> None:
    with pytest.raises(AnnotatorError, match="could not agree with this machine on a safe"):
        near().fetch(site.at("/page").removeprefix("http://"))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_without_cookie_or_referrer(site: Site, status: int) -> None:
    site.answers["/old"] = Answer(
        b"", status=status, headers=[("Location", "page"), ("Set-Cookie", "who=you; Path=/")]
    )
    assert near().fetch(site.at("/old")).address == site.at("/page")
    assert site.paths == ["/old", "/page"]
    assert not {"Cookie", "Referer", "Authorization"} & set(site.asked[1][1])


def test_five_redirects_are_followed_and_six_are_not(site: Site) -> None:
    for n in range(1, REDIRECTS + 1):
        site.answers[f"/{n}"] = moved(f"/{n - 1}")
    site.answers["/0"] = Answer(TEXT, PLAIN)
    site.answers["/6"] = moved("/5")
    assert text_of(site, "/5") == TEXT.decode()
    site.asked.clear()
    assert "leads on more than 5 times" in refused(site, "/6")
    assert "/0" not in site.paths


def test_a_circle_of_redirects_is_told(site: Site) -> None:
    site.answers |= {"/a": moved("/b"), "/b": moved("/a")}
    assert "in a circle" in refused(site, "/a")
    assert site.paths == ["/a", "/b"]


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://site.test/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://site.test/",
        "http://[::1/",
        "https://me:secret@site.test/page",
        "//me@site.test/page",
        "http://site.test:0/",
    ],
)
def test_a_redirect_to_no_page_is_refused(site: Site, target: str) -> None:
    site.answers["/old"] = moved(target)
    said = refused(site, "/old")
    assert "is no address of a page" in said or "a name or a password" in said
    assert site.paths == ["/old"]


@pytest.mark.parametrize("target", ["http:////h [x]/", "http://xn--\u00ad[/", "http://./", "//../"])
def test_a_redirect_that_makes_no_sense_is_refused(site: Site, target: str) -> None:
    site.answers["/old"] = moved(target)
    assert "is no address of a page" in refused(site, "/old")
    assert site.paths == ["/old"]


def test_a_name_that_has_no_other_letters_is_asked_for_as_it_stands(site: Site) -> None:
    """Whatever the rules of names say of it: some sites have one (a picture sign, a line)."""
    for host in ("xn--ls8h.test", "xn--a"):
        site.answers["/old"] = moved(site.at("/page", host))
        site.asked.clear()
        assert near().fetch(site.at("/old")).address == site.at("/page", host)
        assert site.asked[1][1]["Host"] == f"{host}:{site.port}"
    assert "xn--a has no such page" in refused(site, "/none", host="xn--a")


def test_a_redirect_to_nowhere_is_refused(site: Site) -> None:
    site.answers["/old"] = Answer(b"", status=302)
    assert "does not say where" in refused(site, "/old")


INTERNAL = [
    *("127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "0", "0.0.0.0"),
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "100.100.100.200"),
    *("192.0.0.192", "168.63.129.16", "198.18.0.1", "203.0.113.7", "224.0.0.1", "255.255.255.255"),
    *("192.88.99.1", "240.0.0.1"),
    *("[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[fec0::1]"),
    *("[::ffff:127.0.0.1]", "[::ffff:a00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]"),
    *("[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:4136:e378:8000:63bf:80ff:fffe]"),
    *("[2001:db8::1]", "[100::1]", "[3fff::1]", "[5f00::1]"),
    *("localhost", "LOCALHOST", "localhost.", "127.0.0.1."),
]


@pytest.mark.parametrize("host", INTERNAL)
def test_a_machine_nearby_is_never_asked(host: str) -> None:
    """With the rule and the resolver that the program has; nothing listens at that port."""
    with pytest.raises(AnnotatorError, match="a machine of this network and no public site"):
        WEB.fetch(f"http://{host}:9/page")


@pytest.mark.parametrize("host", ["127.1", "[::ffff:127.0.0.1]", "169.254.169.254", "nearby.test"])
def test_a_redirect_to_a_machine_nearby_is_refused(site: Site, host: str) -> None:
    site.answers["/old"] = moved(f"http://{host}/latest/meta-data/")

    def resolve(name: str, port: int) -> Sequence[str]:
        known = {"site.test": ["127.0.0.1"], "nearby.test": ["10.1.2.3"]}
        return known.get(name) or [str(one[4][0]) for one in socket.getaddrinfo(name, port)]

    public = Fetcher().allowed
    reached: list[object] = []

    def allowed(address: object) -> bool:
        reached.append(address)
        first = len(reached) == 1 and is_this_machine(address)
        return first or public(address)  # type: ignore[arg-type]

    said = refused(site, "/old", resolve=resolve, allowed=allowed)
    assert "a machine of this network" in said
    assert site.paths == ["/old"]


def test_a_name_of_which_any_address_is_nearby_is_refused(site: Site) -> None:
    said = refused(site, "/page", resolve=lambda *_: ["127.0.0.1", "10.0.0.1"])
    assert "a machine of this network" in said
    assert site.asked == []


def test_a_name_is_asked_for_once_and_what_was_checked_is_what_is_reached(site: Site) -> None:
    """A name that leads elsewhere the second time (DNS rebinding) is never asked for twice."""
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    checked: list[str] = []

    def allowed(address: object) -> bool:
        checked.append(str(address))
        return True

    fetched = near(resolve=lambda *_: answers.pop(0), allowed=allowed).fetch(site.at("/page"))
    assert checked == ["127.0.0.1"]
    assert len(answers) == 1
    assert b"WARC-IP-Address: 127.0.0.1\r\n" in fetched.data


@pytest.mark.parametrize("answer", [["not an address"], [], ["fe80::1%eth0"]])
def test_a_resolver_that_talks_nonsense_leads_nowhere(site: Site, answer: list[str]) -> None:
    assert refused(site, "/page", resolve=lambda *_: answer)
    assert site.asked == []


def test_the_next_address_is_tried_where_nobody_listens(site: Site) -> None:
    both = near(resolve=lambda *_: ["127.0.0.2", "127.0.0.1"], allowed=lambda _: True)
    assert both.fetch(site.at("/page")).address == site.at("/page")


def test_a_site_that_is_not_there_or_does_not_answer_is_told() -> None:
    def nobody(*_: object) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with pytest.raises(AnnotatorError, match="There is no site nowhere"):
        near(resolve=nobody).fetch("http://nowhere.test/")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(AnnotatorError, match=r"site\.test does not answer"):
        near().fetch(f"http://site.test:{port}/")
    with pytest.raises(AnnotatorError, match="There is no site aaa"):
        WEB.fetch(f"http://{'a' * 64}.test/")


@pytest.mark.parametrize(
    "address",
    [
        *("", "   ", "http://", "http:///x", "ftp://site.test/", "file:///etc/passwd"),
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "http://user@site.test/",
            "http://u:p@site.test/",
        ),
        *(
            "http://site.test:99999/",
            "http://[::1",
            "http://site\x00.test/",
            "http://\u202esite.test/",
        ),
    ],
)
def test_what_is_no_address_of_a_page_is_refused_before_anything_is_asked(address: str) -> None:
    asked: list[str] = []

    def resolve(name: str, _port: int) -> Sequence[str]:
        asked.append(name)
        return []

    with pytest.raises(AnnotatorError):
        near(resolve=resolve).fetch(address)
    assert asked == []


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "wants a name and a password first"),
        (402, "wants to be paid first"),
        (403, "does not give this page to programs"),
        (404, "has no such page: look at the address"),
        (410, "has no such page any more"),
        (418, "answered without a page"),
        (204, "answered without a page"),
        (206, "answered without a page"),
        (429, "was asked too often: wait a while"),
        (451, "may not show this page"),
        (500, "has a fault of its own: try again later"),
        (503, "has a fault of its own"),
    ],
)
def test_an_answer_without_a_page_is_told_in_a_sentence(site: Site, status: int, says: str) -> None:
    site.answers["/page"] = Answer(b"" if status == 204 else PAGE, status=status)
    said = refused(site, "/page")
    assert says in said
    assert f"(status {status})" in said


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("image/png", "/page"),
        ("video/mp4", "/page"),
        ("application/json", "/page"),
        ("application/zip", "/page"),
        ("text/css", "/page"),
        ("image/svg+xml", "/page.html"),
        ("\u0007nonsense", "/page"),
    ],
)
def test_what_is_no_article_is_refused_by_its_head(site: Site, kind: str, path: str) -> None:
    site.answers[path] = Answer(for_ever(b"x"), kind)
    said = refused(site, path)
    assert "is no article but" in said
    assert "\x07" not in said


def test_a_page_over_the_limit_is_refused_before_it_comes(site: Site) -> None:
    site.answers["/page"] = Answer(b"", length=20_000_001)
    assert "more than 20 MB" in refused(site, "/page")


def test_an_endless_answer_comes_to_an_end(site: Site) -> None:
    site.answers["/page"] = Answer(for_ever(b"x" * 100_000))
    assert "more than 20 MB" in refused(site, "/page")


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_bomb_is_refused_while_it_is_small(site: Site, packing: str) -> None:
    pack = gzip.compress if packing == "gzip" else zlib.compress
    bomb = pack(b" " * 30_000_000)
    assert len(bomb) < 60_000
    site.answers["/page"] = Answer(bomb, headers=[("Content-Encoding", packing)])
    assert "more than 20 MB when it is unpacked" in refused(site, "/page")


@pytest.mark.parametrize("pause", [0.02, 30])
def test_a_slow_answer_is_given_up(site: Site, pause: float) -> None:
    site.answers["/page"] = Answer(for_ever(b"x"), pause=pause)
    assert "took more than 0.3 seconds" in refused(site, "/page", seconds=0.3)


def test_a_slow_chain_of_redirects_has_one_time_for_all(site: Site) -> None:
    for n in range(4):
        pieces: Callable[[], Iterator[bytes]] = lambda: iter([b"a", b"b"])  # noqa: E731
        site.answers[f"/{n}"] = Answer(
            pieces, status=302, headers=[("Location", f"/{n + 1}")], pause=0.15
        )
    assert "took more than 0.5 seconds" in refused(site, "/0", seconds=0.5)


def test_a_resolver_that_never_answers_is_given_up(site: Site) -> None:
    over = threading.Event()

    def resolve(*_: object) -> Sequence[str]:
        over.wait(30)
        return ["127.0.0.1"]

    try:
        assert "took more than" in refused(site, "/page", seconds=0.2, resolve=resolve)
    finally:
        over.set()


@pytest.mark.parametrize("where", ["name", "head", "body"])
def test_whoever_gives_up_waits_no_longer(site: Site, where: str) -> None:
    """Wherever it hangs, it would hang for half a minute."""
    over = threading.Event()
    began = time.monotonic()

    def resolve(*_: object) -> Sequence[str]:
        if where == "name":
            over.wait(30)
        return ["127.0.0.1"]

    site.answers["/page"] = Answer(for_ever(b"x" if where == "body" else b""), pause=30)
    watch = Watch(cancelled=lambda: time.monotonic() > began + 0.1)
    try:
        with pytest.raises(CancelledError):
            near(resolve=resolve).fetch(site.at("/page"), watch)
    finally:
        over.set()
    assert time.monotonic() - began < 5


def test_whoever_waits_is_told_how_far_it_has_come(site: Site) -> None:
    told: list[tuple[str, float | None]] = []
    near().fetch(site.at("/page"), Watch(lambda *said: told.append(said)))
    assert told[0] == ("asking site.test", None)
    assert ("fetching from site.test", 1.0) in told


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"SSH-2.0-OpenSSH_9.2p1\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 300_000,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\nxx",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
        + gzip.compress(PAGE)[:-20],
        b"\xff" * 3000,
    ],
)
def test_an_answer_that_makes_no_sense_is_one_sentence(answer: bytes) -> None:
    with Speaking(answer) as port, pytest.raises(AnnotatorError) as error:
        near().fetch(f"http://site.test:{port}/page")
    assert "save the page in your browser" in str(error.value)


class Speaking:
    """A server that says these bytes to whoever asks, and hangs up."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))

    def __enter__(self) -> int:
        self._thread = threading.Thread(target=self._speak, daemon=True)
        self._thread.start()
        port: int = self._socket.getsockname()[1]
        return port

    def __exit__(self, *_: object) -> None:
        self._thread.join()
        self._socket.close()

    def _speak(self) -> None:
        asking, _ = self._socket.accept()
        with asking:
            asking.recv(65_536)
            try:
                asking.sendall(self._answer)
                asking.shutdown(socket.SHUT_WR)
                while asking.recv(65_536):
                    pass
            except OSError:
                pass


def test_what_only_announces_an_answer_is_passed_over() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"
    )
    with Speaking(early + head + TEXT) as port:
        fetched = near().fetch(f"http://site.test:{port}/page")
    assert read_bytes(fetched.data, name=fetched.name).text == TEXT.decode()


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw deflate", "chunked"])
def test_a_page_comes_however_it_is_packed(site: Site, packing: str) -> None:
    if packing == "chunked":
        pieces = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in (TEXT[:9], TEXT[9:]))
        answer = Answer(
            lambda: [pieces + b"0\r\n\r\n"], PLAIN, 200, [("Transfer-Encoding", "chunked")]
        )
    else:
        raw = zlib.compressobj(wbits=-15)
        packed = {
            "gzip": gzip.compress(TEXT),
            "deflate": zlib.compress(TEXT),
            "raw deflate": raw.compress(TEXT) + raw.flush(),
        }[packing]
        answer = Answer(packed, PLAIN, 200, [("Content-Encoding", packing.rsplit(maxsplit=1)[-1])])
    site.answers["/page"] = answer
    assert text_of(site, "/page") == TEXT.decode()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/news/a%20bridge.html?x=1", "a-bridge.warc"),
        ("/", "site.test.warc"),
        ("/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "passwd.warc"),
        ("/" + "a" * 300, "a" * 80 + ".warc"),
        ("/%0a%1b[31m", "31m.warc"),
    ],
)
def test_the_archive_is_called_by_the_page(site: Site, path: str, name: str) -> None:
    site.answers[path] = Answer()
    assert near().fetch(site.at(path)).name == name


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_certificates(Path(tmp_path_factory.mktemp("certificates")))


@pytest.mark.parametrize("host", ["site.test", "SITE.test.", "xn--brcke-lva.test", "brücke.test"])
def test_a_certificate_that_checks_lets_a_page_come(certificates: Certificates, host: str) -> None:
    with serving({"/page": Answer()}, certificates.of("site")) as site:
        fetched = near(trust=certificates.trust).fetch(site.at("/page", host, "https"))
    assert b"<h1>A bridge opens</h1>" in fetched.data


@pytest.mark.parametrize(
    ("shown", "host", "says"),
    [
        ("site", "other.test", "it is another site’s"),
        ("expired", "site.test", "it has expired"),
        ("stranger", "site.test", "it is signed by somebody unknown"),
        ("self", "site.test", "it is signed by nobody but the site itself"),
    ],
)
def test_a_certificate_that_does_not_check_is_one_sentence(
    certificates: Certificates, shown: str, host: str, says: str
) -> None:
    with (
        serving({"/page": Answer()}, certificates.of(shown)) as site,
        pytest.raises(AnnotatorError, match=f"was not accepted [(]{says}[)]"),
    ):
        near(trust=certificates.trust).fetch(site.at("/page", host, "https"))
    assert site.asked == []


def test_an_authority_that_this_machine_does_not_know_is_not_trusted(
    certificates: Certificates,
) -> None:
    with (
        serving({"/page": Answer()}, certificates.of("site")) as site,
        pytest.raises(AnnotatorError, match="signed by somebody unknown"),
    ):
        near().fetch(site.at("/page", scheme="https"))


def test_a_redirect_from_a_safe_page_is_checked_again(certificates: Certificates) -> None:
    with (
        serving({"/page": Answer()}, certificates.of("stranger")) as bad,
        serving({"/old": moved(bad.at("/page", scheme="https"))}, certificates.of("site")) as site,
        pytest.raises(AnnotatorError, match="was not accepted"),
    ):
        near(trust=certificates.trust).fetch(site.at("/old", scheme="https"))


def test_a_handshake_that_hangs_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(AnnotatorError, match="took more than"):
            near(seconds=0.3).fetch(f"https://site.test:{port}/page")


def test_the_environment_changes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert near().fetch(site.at("/page")).address == site.at("/page")
    assert site.paths == ["/page"]
