"""A web address as an article. The only place from which anything is ever fetched, when asked.

Addresses inside this computer or its network are refused unless allowed, and the check is made
on the very address that is then connected to, so that no name can point somewhere else in
between. Redirects, size and time are bounded, and nothing but the page itself is loaded.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from urllib.parse import quote, urljoin, urlsplit

from toolkit.article import Article
from toolkit.errors import ReadingError
from toolkit.reading.files import article_from_bytes

MOST_REDIRECTS = 5
MOST_BYTES = 20_000_000
SECONDS = 20.0
_KINDS = ("text/", "application/xhtml", "application/pdf", "application/xml")
_HEADERS = {
    "User-Agent": "samestory (a reader for two articles side by side)",
    "Accept": "text/html, text/plain;q=0.9, application/pdf;q=0.8",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
}
Look = Callable[..., list]
"""A function like ``socket.getaddrinfo``."""


def read_address(
    url: str, *, allow_private: bool = False, look_up: Look = socket.getaddrinfo
) -> Article:
    """Fetch one page (http or https) and read the article in it.

    ``allow_private`` lets addresses of this computer and its network through, for a server of
    one's own. Cookies, scripts and pictures are never asked for.

    Raises :class:`ReadingError` where the address is not one, is refused, does not answer in 20
    seconds, redirects more than five times, is larger than 20 MB, or holds no article.
    """
    deadline = time.monotonic() + SECONDS
    address = url.strip() if "://" in url else f"https://{url.strip()}"
    for _ in range(MOST_REDIRECTS + 1):
        answer = _Answer(address, allow_private, look_up, deadline)
        if not answer.location:
            article = article_from_bytes(answer.data, f"{answer.host}{answer.suffix}", url=address)
            return article.with_outlet(article.outlet or answer.host.removeprefix("www."))
        address = urljoin(address, answer.location)
    raise ReadingError(
        f"The address sends one on more than {MOST_REDIRECTS} times.",
        "Open the page in a browser and copy the address that it ends at.",
    )


class _Answer:
    """What a server said to one request: a page, or where else to look."""

    def __init__(self, url: str, allow_private: bool, look_up: Look, deadline: float) -> None:
        watch = _Watch(deadline)
        connection, host, path = _connection(url, allow_private, look_up, watch)
        self.host, self.location, self.suffix, self.data = host, "", "", b""
        try:
            connection.request("GET", path, headers=_HEADERS)
            response = connection.getresponse()
            if response.status in (301, 302, 303, 307, 308):
                self.location = response.getheader("Location", "")
            elif response.status != 200:
                raise ReadingError(
                    f"{host} answers {response.status} ({response.reason[:80]}) instead of a page.",
                    "Check the address; a page that needs a login has to be saved or pasted.",
                )
            else:
                kind = response.getheader("Content-Type", "text/html").lower()
                self.suffix = _suffix(kind, host)
                packed = response.getheader("Content-Encoding", "").lower()
                self.data = _body(response, packed, host)
            if watch.is_over:  # what came is cut short
                raise TimeoutError
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            raise _no_answer(host, TimeoutError() if watch.is_over else error) from error
        finally:
            watch.end()
            connection.close()


class _Watch:
    """Ends a connection at the deadline, however slowly it goes on sending."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._timer: threading.Timer | None = None
        self._handle: socket.socket | None = None

    @property
    def left(self) -> float:
        """Seconds that are left, never quite none."""
        return max(0.01, self._deadline - time.monotonic())

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._deadline

    def begin(self, opened: socket.socket) -> None:
        # A handle of its own: the socket itself is given away when encryption begins.
        self._handle = opened.dup()
        self._timer = threading.Timer(self.left, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def _cut(self) -> None:
        with contextlib.suppress(OSError):
            assert self._handle is not None
            self._handle.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        if self._timer and self._handle:
            self._timer.cancel()
            self._handle.close()


def _connection(
    url: str, allow_private: bool, look_up: Look, watch: _Watch
) -> tuple[http.client.HTTPConnection, str, str]:
    """A connection that has not been opened yet, the host's name, and the path to ask for."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError as error:
        raise _no_address(url) from error
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise _no_address(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")

    def connect(address: tuple[str, int], *_rest: object) -> socket.socket:
        opened = _connected(address, allow_private, look_up, watch)
        watch.begin(opened)
        return opened

    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(host, port, timeout=watch.left, context=_trust())
    else:
        connection = http.client.HTTPConnection(host, port, timeout=watch.left)
    connection._create_connection = connect  # type: ignore[attr-defined]
    return connection, host, path


def _trust() -> ssl.SSLContext:
    """The authorities to trust: the system's, or certifi's where the system has none."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _connected(
    address: tuple[str, int], allow_private: bool, look_up: Look, watch: _Watch
) -> socket.socket:
    host, port = address
    problem: OSError = OSError("there is no such host")
    for family, kind, protocol, _, place in look_up(host, port, type=socket.SOCK_STREAM):
        if not allow_private and not is_public(place[0]):
            raise ReadingError(
                f"{host} is an address inside this computer or its network.",
                "Use the address of a public page, or save the page and open the file.",
            )
        opened = socket.socket(family, kind, protocol)
        try:
            opened.settimeout(watch.left)
            opened.connect(place)
        except OSError as error:
            opened.close()
            problem = error
        else:
            return opened
    raise problem


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if inner:
            return inner.is_global and not inner.is_multicast
        if found in ipaddress.ip_network("64:ff9b::/96"):  # an IPv4 address behind a translator
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not found.is_multicast


def _suffix(kind: str, host: str) -> str:
    if not kind.startswith(_KINDS):
        raise ReadingError(
            f"{host} sends {kind.split(';')[0][:60]!r} and not a page.",
            "Give the address of the article itself.",
        )
    return ".txt" if kind.startswith("text/plain") else ".html"


def _body(response: http.client.HTTPResponse, packed: str, host: str) -> bytes:
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if packed in ("gzip", "x-gzip") else None
    data = bytearray()
    while piece := response.read1(1 << 16):
        data += unpack.decompress(piece, MOST_BYTES + 1 - len(data)) if unpack else piece
        if len(data) > MOST_BYTES:
            raise ReadingError(
                f"The page at {host} is larger than {MOST_BYTES // 1_000_000} MB.",
                "Save the article alone and open the file.",
            )
    return bytes(data)


def _no_address(url: str) -> ReadingError:
    return ReadingError(
        f"{url[:80]!r} is not the address of a web page.",
        "An address begins with https:// or http:// and has no name or password in it.",
    )


def _no_answer(host: str, error: Exception) -> ReadingError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return ReadingError(
            f"{host} cannot prove that it is {host}.", "Open the page in a browser and paste it."
        )
    if isinstance(error, socket.gaierror):
        return ReadingError(
            f"{host} is not found; perhaps this computer is not connected to the internet.",
            "Check the address and the connection, or paste the article's words instead.",
        )
    if isinstance(error, TimeoutError):
        return ReadingError(
            f"{host} did not answer within {SECONDS:.0f} seconds.",
            "Try again, or open the page in a browser and paste the article's words.",
        )
    return ReadingError(
        f"The page at {host} cannot be fetched.",
        "Check the connection, or open the page in a browser and paste the article's words.",
    )
