"""Fetching over HTTP: one page for a person.

No cookies, no credentials, a plain user agent, redirects followed one by one and each checked like the first address,
everything within the limits.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from types import TracebackType
from urllib.request import getproxies_environment

from audit.capture.addresses import check_url
from audit.capture.decisions import environment_proxy, first_header, next_hop, retry_after
from audit.capture.fetcher import Fetched, Headers
from audit.capture.http_cache import Answered, HttpCache
from audit.capture.inflate import ACCEPTED, decoders, inflate
from audit.capture.limits import Limits
from audit.capture.network import Budget, Resolver, headers_too_large, system_resolver
from audit.capture.reading import too_large
from audit.capture.transport import Answer, Connections, TransientError, WebAddress, as_sent
from audit.errors import FetchError
from audit.model import Exchange, Redirect
from audit.version import __version__

USER_AGENT = f"tracewire/{__version__}"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSIENT = frozenset({429, 502, 503, 504})
BEHIND_PROXY = "Fetched through a proxy: it looked up the site's address, which was not checked here."
_REDIRECT_BODY = 100_000
"""How much of a redirect's own body is kept."""


class HttpFetcher:
    """Fetches pages; connections are kept for the next fetch of the same host. For one thread; close it after use.

    With a `cache`, what HTTP allows to be used again is, and `Fetched.cached_at` says so.
    """

    def __init__(
        self,
        *,
        resolver: Resolver = system_resolver,
        verify: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
        cache: HttpCache | None = None,
    ) -> None:
        self._resolver = resolver
        self._verify = verify
        self._sleep = sleep
        self._cache = cache
        self._budget = Budget(Limits())
        self._connections: dict[str | None, Connections] = {}
        self._proxies: dict[str, str] | None = None

    def __enter__(self) -> HttpFetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections, and the cache."""
        for connections in self._connections.values():
            connections.close()
        self._connections.clear()
        if self._cache is not None:
            self._cache.close()

    def fetch(self, url: str, limits: Limits) -> Fetched:
        """The answer at `url`, whatever its status, with every hop on the way.

        Raises AddressError for an address that is not fetched, FetchError for an exchange that fails, and
        ContentError for an answer beyond the limits.
        """
        if limits.offline:
            raise FetchError(f"{url} is not fetched: --offline", "leave --offline out, or give a saved page")
        budget = self._budget = Budget(limits)
        redirects: list[Redirect] = []
        exchanges: list[Exchange] = []
        notes: list[str] = []
        seen: set[str] = set()
        while True:
            check_url(url, limits)
            address = as_sent(url)
            url = str(address)
            if url in seen:
                raise FetchError(
                    f"{url} redirects in a circle",
                    "the site may want cookies: save the page from a browser, and audit the file with --url",
                )
            seen.add(url)
            found = self._answer(address, budget, notes)
            answer = found.exchange
            exchanges += found.exchanged
            notes += found.notes
            if any(made.ip is None for made in found.exchanged) and BEHIND_PROXY not in notes:
                if self._proxy_for(url, limits):
                    notes.append(BEHIND_PROXY)
            location = first_header(answer.headers, "location")
            if answer.status not in _REDIRECTS or not location:
                content = _unpacked(found, url, limits)
                return Fetched(
                    url, answer.status, answer.headers, content, tuple(redirects), tuple(exchanges), tuple(notes),
                    found.stored_at,
                )  # fmt: skip
            redirects.append(Redirect(url, answer.status, location))
            url = next_hop(url, location, len(redirects), limits)

    def _answer(self, address: WebAddress, budget: Budget, notes: list[str]) -> Answered:
        def send(conditions: Headers) -> Answered:
            exchange, content = self._with_retries(address, budget, notes, conditions)
            return Answered(exchange, content, (exchange,))

        return send(()) if self._cache is None else self._cache.answer(str(address), _HEADERS, send)

    def _with_retries(
        self, address: WebAddress, budget: Budget, notes: list[str], conditions: Headers
    ) -> tuple[Exchange, bytes]:
        wait = budget.limits.backoff
        for attempt in range(budget.limits.retries + 1):
            last = attempt == budget.limits.retries
            try:
                answer, content = self._exchange(address, budget, conditions)
            except TransientError as error:
                if last or wait > budget.left():
                    raise error.error from error.error.__cause__
                notes.append(f"Attempt {attempt + 1} failed and was repeated: {error.error.message}.")
                self._sleep(wait)
            else:
                asked = retry_after(answer.headers)
                pause = max(wait, asked or 0.0)
                if answer.status not in _TRANSIENT or last or pause >= budget.left():
                    return answer, content
                notes.append(f"Attempt {attempt + 1} was answered {answer.status} and repeated.")
                self._sleep(pause)
            wait *= 2
        raise AssertionError("a retry loop ends in its last attempt")

    def _exchange(self, address: WebAddress, budget: Budget, conditions: Headers) -> tuple[Exchange, bytes]:
        """One request, its answer, and the answer's body unpacked."""
        url = str(address)
        budget.begin(url)
        proxy = self._proxy_for(url, budget.limits)
        with self._to(proxy).ask("GET", address, {**_HEADERS, **dict(conditions)}, budget.limits) as answer:
            budget.body_begins()
            if sum(len(k) + len(v) for k, v in answer.headers) > budget.limits.max_header_bytes:
                raise headers_too_large(url, budget.limits)
            raw, content = _body(answer, url, budget.limits)
            exchange = Exchange(
                url=url,
                request_headers=answer.request_headers,
                http_version=answer.http_version,
                status=answer.status,
                reason=answer.reason,
                headers=answer.headers,
                body=raw,
                ip=None if proxy else answer.peer,
            )
        return exchange, content

    def _proxy_for(self, url: str, limits: Limits) -> str | None:
        if limits.proxy:
            return limits.proxy
        if self._proxies is None:
            self._proxies = getproxies_environment()
        return environment_proxy(url, self._proxies) if self._proxies else None

    def _to(self, proxy: str | None) -> Connections:
        if proxy not in self._connections:
            self._connections[proxy] = Connections(proxy, lambda: self._budget, self._resolver, self._verify)
        return self._connections[proxy]


def _body(answer: Answer, url: str, limits: Limits) -> tuple[bytes, bytes]:
    """The body as sent and as unpacked; of a redirect's body only the beginning is read, and it is not unpacked."""
    redirect = answer.status in _REDIRECTS
    raw = bytearray()
    content = bytearray()
    through = () if redirect else decoders(_encoding(answer.headers))
    for data in answer.pieces():
        raw += data
        if redirect:
            if len(raw) > _REDIRECT_BODY:
                break
            continue
        if len(raw) > limits.max_bytes:
            raise too_large(url, limits)
        if not through:
            continue
        for piece in inflate(data, through):
            content += piece
            if len(content) > limits.max_bytes:
                raise too_large(url, limits)
    sent = bytes(raw)
    return sent, bytes(content) if through else sent


def _unpacked(found: Answered, url: str, limits: Limits) -> bytes:
    """The page; what comes out of the cache is as it was sent, and is unpacked within the bounds of this fetch."""
    if found.content is not None:
        return found.content
    content = bytearray()
    for piece in inflate(found.exchange.body, decoders(_encoding(found.exchange.headers))):
        content += piece
        if len(content) > limits.max_bytes:
            raise too_large(url, limits)
    return bytes(content)


def _encoding(headers: Headers) -> str:
    return ",".join(value for name, value in headers if name.lower() == "content-encoding")
