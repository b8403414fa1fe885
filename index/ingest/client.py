"""A small HTTP client for untrusted addresses: limited in size, time, redirects, and to public networks."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from index.errors import UnreadableError
from index.ingest.http_message import unpacked
from index.ingest.limits import MAX_DOCUMENT, MIB
from index.text.sanitise import clean_line, safe_url

AGENT = "lateral"
_REDIRECTS = {301, 302, 303, 307, 308}
# What a connection may raise beside what is raised here.
_FAULTS = (OSError, http.client.HTTPException, ValueError, EOFError)


@dataclass(frozen=True, slots=True)
class Options:
    """What a fetch may cost: `connect` and `total` in seconds, `size` in bytes.

    `private` allows addresses that are not public: of this machine, the local network, or reserved.
    """

    connect: float = 10.0
    total: float = 60.0
    size: int = MAX_DOCUMENT
    redirects: int = 5
    private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names are in lower case, `url` is the address after all redirects."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def get(
    url: str,
    options: Options,
    headers: Mapping[str, str] | None = None,
    check: Callable[[str], None] | None = None,
) -> Answer:
    """Fetch `url` with GET, following redirects; `check` may refuse each address on the way by raising.

    Raises:
        UnreadableError: it is no http or https address, leads to a private network, redirects too often, answers too
            slowly or too much, or not at all.
    """
    for _ in range(options.redirects + 1):
        address = safe_url(url)
        if not address:
            raise UnreadableError(f"{clean_line(url)[:200]} is not an http or https address.")
        if check is not None:
            check(address)
        answer = _get_once(address, options, headers or {})
        target = answer.headers.get("location", "")
        if answer.status not in _REDIRECTS or not target:
            return answer
        url = urljoin(address, target)
    raise UnreadableError(f"It redirects more than {options.redirects} times.")


def _get_once(address: str, options: Options, headers: Mapping[str, str]) -> Answer:
    parts = urlsplit(address)
    connection = _connection(parts.scheme, parts.hostname or "", parts.port, options)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    watch = threading.Timer(options.total, _hang_up, [connection])
    watch.daemon = True
    watch.start()
    try:
        connection.request(
            "GET", path, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip", "Connection": "close", **headers}
        )
        response = connection.getresponse()
        answer = Answer(address, response.status, _lower(response), _body(response, options))
    except _FAULTS as error:
        raise UnreadableError(
            f"{parts.netloc} {_late(options) if not watch.is_alive() else _reason(error)}."
        ) from error
    else:
        if not watch.is_alive():  # an answer without a stated length ends as soundly when it is cut off
            raise UnreadableError(f"{parts.netloc} {_late(options)}.")
        return answer
    finally:
        watch.cancel()
        connection.close()


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, looking through those that carry another one inside.

    >>> is_public("::ffff:127.0.0.1"), is_public("192.0.66.2")
    (False, True)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        nat64 = ip in ipaddress.ip_network("64:ff9b::/96")
        ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if nat64 else inner or ip
    return ip.is_global and not ip.is_multicast


def _connect(host: str, port: int, options: Options) -> socket.socket:
    """A connection to a checked address of `host`: the very one that is connected to, not one looked up before.

    Raises:
        UnreadableError: no address of the host may be connected to.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [address for *_, address in found if options.private or is_public(str(address[0]))]
    if not allowed:
        raise UnreadableError(f"{host} is not on the public internet; --allow-private fetches from there, too.")
    failure: OSError | None = None
    for address in allowed:
        try:
            return socket.create_connection((str(address[0]), port), options.connect)
        except OSError as error:
            failure = error
    raise failure or OSError("no address")


class _Plain(http.client.HTTPConnection):
    """A connection that goes to checked addresses only."""

    def __init__(self, host: str, port: int, options: Options) -> None:
        super().__init__(host, port, timeout=options.connect)
        self._options = options

    def connect(self) -> None:
        self.sock = _connect(self.host, self.port, self._options)


class _Secure(_Plain):
    """The same over TLS, with the certificate checked against the host's name."""

    def connect(self) -> None:
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def _connection(scheme: str, host: str, port: int | None, options: Options) -> _Plain:
    if scheme == "https":
        return _Secure(host, port or 443, options)
    return _Plain(host, port or 80, options)


def _hang_up(connection: http.client.HTTPConnection) -> None:
    """End a connection from outside; a server that sends a byte now and then defeats every other time limit."""
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:  # it ended by itself in the meantime
            return


def _lower(response: http.client.HTTPResponse) -> dict[str, str]:
    return {name.lower(): clean_line(value) for name, value in response.getheaders()}


def _body(response: http.client.HTTPResponse, options: Options) -> bytes:
    data = response.read(options.size + 1)
    if len(data) > options.size:
        raise UnreadableError(f"It is larger than {options.size // MIB} MiB.")
    if response.length:
        raise EOFError("ended the connection before all was sent")
    return unpacked(data, response.headers.get("Content-Encoding", ""))


def _late(options: Options) -> str:
    return f"took longer than {options.total:g} seconds"


def _reason(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "is not known"
    if isinstance(error, TimeoutError):
        return "does not answer"
    text = clean_line(str(getattr(error, "strerror", None) or error)) or type(error).__name__
    return f"cannot be read from: {text.rstrip('.')}"
