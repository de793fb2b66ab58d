import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from toolkit.errors import ReadingError
from toolkit.reading import addresses
from toolkit.reading.addresses import is_public, read_address

PAGE = b"""<html><head><meta property="og:site_name" content="Tern Coast"><title>Bridge</title>
</head><body><article><h1>Bridge</h1><p>The bridge over the Tern is shut.</p>
<p>Nobody was hurt.</p></article><script>alert(1)</script></body></html>"""


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path, self.protocol_version = self.path, "HTTP/1.0"
        if path.startswith("/to/"):
            return self.answer(302, b"", Location=path.removeprefix("/to/"))
        if path == "/round":
            return self.answer(302, b"", Location="/round")
        if path == "/picture":
            return self.answer(200, b"\x89PNG", **{"Content-Type": "image/png"})
        if path == "/plain":
            return self.answer(200, b"It is shut.", **{"Content-Type": "text/plain"})
        if path == "/packed":
            return self.answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        if path == "/bomb":
            return self.answer(
                200, gzip.compress(b" " * 30_000_000), **{"Content-Encoding": "gzip"}
            )
        if path == "/slow":
            return self.drip()
        if path == "/empty":
            return self.answer(200, b"<html><script>alert(1)</script></html>")
        return self.answer(200 if path.startswith("/page") else 404, PAGE)

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        try:
            for _ in range(100):
                self.wfile.write(b"H")
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def refused(url: str, **options: bool) -> str:
    with pytest.raises(ReadingError) as caught:
        read_address(url, **options)
    assert caught.value.remedy.endswith(".")
    return caught.value.problem


@pytest.mark.parametrize(
    "path", ["/page", "/page?a=b&c=ü d", "/packed", "/to//page", "/to//to//page"]
)
def test_the_article_of_a_page(site: str, path: str) -> None:
    article = read_address(site + path, allow_private=True)
    assert "The bridge over the Tern is shut." in article.text
    assert "alert" not in article.text
    assert (article.outlet, article.id) == ("Tern Coast", "127.0.0.1")


def test_a_page_without_a_name_is_called_by_its_host(site: str) -> None:
    article = read_address(f"{site}/plain", allow_private=True)
    assert (article.outlet, article.text, article.url) == (
        "127.0.0.1",
        "It is shut.",
        f"{site}/plain",
    )


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/nothing", "answers 404"),
        ("/round", "more than 5 times"),
        ("/to/file:///etc/passwd", "is not the address of a web page"),
        ("/to/ftp://127.0.0.1/x", "is not the address of a web page"),
        ("/picture", "'image/png' and not a page"),
        ("/bomb", "larger than 20 MB"),
        ("/empty", "no text to read"),
    ],
)
def test_what_is_no_article_is_said(site: str, path: str, problem: str) -> None:
    assert problem in refused(site + path, allow_private=True)


def test_a_server_that_never_ends_is_left(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "SECONDS", 0.3)
    began = time.monotonic()
    assert "did not answer" in refused(f"{site}/slow", allow_private=True)
    assert time.monotonic() - began < 3


def test_nothing_inside_is_asked(site: str) -> None:
    for url in (site, site.replace("127.0.0.1", "localhost"), "http://0.0.0.0/"):
        assert "inside this computer or its network" in refused(url)


def test_a_redirect_to_the_inside_is_refused_as_well(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    assert "Tern" in read_address(f"{site}/page").text
    assert "inside this computer" in refused(f"{site}/to/{site.replace('0.0.1', '0.0.2')}/page")


def test_a_name_with_one_inner_address_is_refused() -> None:
    def look_up(*_args: object, **_options: object) -> list:
        return [(2, 1, 6, "", ("10.0.0.7", 80))]

    with pytest.raises(ReadingError, match="inside this computer"):
        read_address("http://news.example/", look_up=look_up)


def test_without_the_internet_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_args: object, **_options: object) -> list:
        raise addresses.socket.gaierror("no name server")

    with pytest.raises(ReadingError, match="not connected to the internet"):
        read_address("news.example/story", look_up=look_up)


@pytest.mark.parametrize(
    "url",
    ["", "https://", "javascript:alert(1)", "file:///etc/passwd", "data://text/html,x", "http://[::1",
     "http://a:b@c.example/", "http://x.example:99999/", "https://" + "a" * 300 + ".example/"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    assert "is not the address of a web page" in refused(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public
