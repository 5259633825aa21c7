"""Connections that go where they were checked to go, and end when they should.

A network backend for httpcore. It looks a name up once, checks every address of the answer, and connects to an address
it checked, so that a second look-up cannot give another. Every read and write is charged to the budget of the fetch
that is under way: time in all, silence, bytes on the wire. Nothing above can wait or receive more.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from audit.capture.addresses import check_ip, literal_address
from audit.capture.limits import Limits
from audit.capture.reading import size_in_words
from audit.errors import ContentError, FetchError

Resolver = Callable[[str, int], list[str]]
"""The addresses of a name, in order of preference; raises `socket.gaierror`."""

SLOW_HINT = "the site may be slow or refuse programs: try again, or allow more time with --timeout"


def system_resolver(host: str, port: int) -> list[str]:
    """The operating system's answer for `host`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Budget:
    """What is left of time and bytes for one fetch, with all its redirects and retries."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self.clock = clock
        self.ends = clock() + limits.timeout
        self.wire = 0
        self.url = ""
        self.header_bytes: int | None = None

    def left(self) -> float:
        """Seconds left. Raises FetchError where there are none."""
        left = self.ends - self.clock()
        if left <= 0:
            raise FetchError(f"{self.url} was not complete after {self.limits.timeout:g} seconds", SLOW_HINT)
        return left

    def begin(self, url: str) -> None:
        """A new exchange: its bytes are counted anew."""
        self.url = url
        self.wire = 0
        self.header_bytes = 0

    def body_begins(self) -> None:
        """The headers are in; what comes now is charged as a page."""
        self.header_bytes = None

    def charge(self, received: int) -> None:
        """Count bytes from the wire. Raises FetchError or ContentError beyond the bounds."""
        self.wire += received
        if self.header_bytes is not None:
            self.header_bytes += received
            # One read may bring headers and body together: the bound is on what comes before the headers end.
            if self.header_bytes > self.limits.max_header_bytes + READ_SIZE:
                raise headers_too_large(self.url, self.limits)
        if self.wire > self.limits.max_bytes + self.limits.max_header_bytes + READ_SIZE:
            raise ContentError(
                f"{self.url} is larger than the limit of {size_in_words(self.limits.max_bytes)}",
                "raise the limit with --max-bytes if this is one page",
            )


READ_SIZE = 65_536


def headers_too_large(url: str, limits: Limits) -> FetchError:
    """The error for headers beyond `limits.max_header_bytes`."""
    return FetchError(
        f"{url} sends more than {size_in_words(limits.max_header_bytes)} of headers",
        "the server is broken or hostile: save the page from a browser, and audit the file with --url",
    )


class GuardedStream(httpcore.NetworkStream):
    """A connection whose reads and writes are charged to the budget of the fetch under way."""

    def __init__(self, stream: httpcore.NetworkStream, budget: Callable[[], Budget], address: str) -> None:
        self._stream = stream
        self._address = address
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """At most `max_bytes`; b"" at the end. The wait is the budget's, whatever `timeout` says."""
        budget = self._budget()
        wait = min(budget.limits.silence_timeout, budget.left())
        try:
            received = self._stream.read(min(max_bytes, READ_SIZE), wait)
        except httpcore.ReadTimeout as error:
            budget.left()
            raise FetchError(f"{budget.url} sent nothing for {wait:.3g} seconds", SLOW_HINT) from error
        budget.charge(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """All of `buffer`."""
        budget = self._budget()
        self._stream.write(buffer, min(budget.limits.silence_timeout, budget.left()))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, and guarded as before."""
        budget = self._budget()
        wait = min(budget.limits.connect_timeout, budget.left())
        return GuardedStream(self._stream.start_tls(ssl_context, server_hostname, wait), self._budget, self._address)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a connection; `pinned` is the address that was checked and connected to."""
        if info == "pinned":
            return self._address
        return self._stream.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only. `trusted_hosts` are the proxies that the user chose."""

    def __init__(
        self,
        budget: Callable[[], Budget],
        resolver: Resolver = system_resolver,
        trusted_hosts: frozenset[str] = frozenset(),
    ) -> None:
        self._budget = budget
        self._resolver = resolver
        self._trusted = trusted_hosts
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to an address of `host` that the limits allow."""
        budget = self._budget()
        failure: Exception | None = None
        for address in self._addresses(host, port, budget)[:6]:
            wait = min(budget.limits.connect_timeout, budget.left())
            try:
                stream = self._backend.connect_tcp(address, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return GuardedStream(stream, self._budget, address)
        raise connect_failure(budget, host, port, failure) from failure

    def _addresses(self, host: str, port: int, budget: Budget) -> list[str]:
        if host not in self._trusted and (literal := literal_address(host)) is not None:
            check_ip(literal, budget.limits, host)
            return [str(literal)]
        found = self._look_up(host, port, budget)
        if host not in self._trusted:
            for address in found:
                check_ip(address, budget.limits, host)
        return found

    def _look_up(self, host: str, port: int, budget: Budget) -> list[str]:
        """The resolver's answer. It runs beside us, because the system's look-up has no time limit of its own."""
        answer: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answer.put(self._resolver(host, port))
            except (OSError, UnicodeError) as error:
                answer.put(error)

        threading.Thread(target=ask, name="resolve", daemon=True).start()
        wait = min(budget.limits.connect_timeout, budget.left())
        try:
            found = answer.get(timeout=wait)
        except queue.Empty:
            budget.left()
            raise FetchError(
                f"the name {host} was not resolved in {wait:.3g} seconds", "check your connection"
            ) from None
        if isinstance(found, socket.gaierror) and found.errno == getattr(socket, "EAI_AGAIN", None):
            raise FetchError(
                f"the name {host} cannot be resolved now", "check your connection and the address"
            ) from found
        if isinstance(found, Exception) or not found:
            raise FetchError(
                f"the name {host} does not exist, or no name server answers", "check the address and your connection"
            ) from (found if isinstance(found, Exception) else None)
        return found


def connect_failure(budget: Budget, host: str, port: int, cause: Exception | None) -> FetchError:
    """The error for a host that cannot be connected to."""
    budget.left()
    if isinstance(cause, httpcore.ConnectTimeout):
        return FetchError(f"{host} did not accept a connection in time", SLOW_HINT)
    if isinstance(cause.__cause__ if cause else None, ConnectionRefusedError):
        return FetchError(f"{host} refused the connection on port {port}", "check the address; the site may be down")
    reason = getattr(cause.__cause__ if cause else None, "strerror", None) or str(cause or "no address")
    return FetchError(f"{host} cannot be reached: {reason}", "check the address and your connection")
