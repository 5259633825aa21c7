"""Fetching over HTTP: the one module that imports httpx.

A fetch is one page for a person: no cookies, no credentials, a plain user agent, redirects followed one by one and
each checked like the first address, everything within the limits.
"""

from __future__ import annotations

import contextlib
import ssl
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from urllib.request import getproxies_environment

import httpcore
import httpx

from audit.capture.addresses import check_url
from audit.capture.decisions import (
    connection_error,
    environment_proxy,
    first_header,
    in_plain_words,
    next_hop,
    retry_after,
)
from audit.capture.fetcher import Fetched, Headers
from audit.capture.inflate import ACCEPTED, decoders, inflate
from audit.capture.limits import Limits
from audit.capture.network import Budget, GuardedStream, PinnedBackend, Resolver, headers_too_large, system_resolver
from audit.capture.reading import too_large
from audit.errors import AddressError, FetchError
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
    """Fetches pages; connections are kept for the next fetch of the same host. For one thread; close it after use."""

    def __init__(
        self,
        *,
        resolver: Resolver = system_resolver,
        verify: ssl.SSLContext | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._resolver = resolver
        self._verify = verify
        self._sleep = sleep
        self._budget = Budget(Limits())
        self._transports: dict[str | None, _Transport] = {}
        self._proxies: dict[str, str] | None = None

    def __enter__(self) -> HttpFetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        for transport in self._transports.values():
            transport.close()
        self._transports.clear()

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
            sent = _as_sent(url)
            url = str(sent)
            if url in seen:
                raise FetchError(
                    f"{url} redirects in a circle",
                    "the site may want cookies: save the page from a browser, and audit the file with --url",
                )
            seen.add(url)
            answer, content = self._with_retries(sent, budget, notes)
            exchanges.append(answer)
            if answer.ip is None and BEHIND_PROXY not in notes and self._proxy_for(url, limits):
                notes.append(BEHIND_PROXY)
            location = first_header(answer.headers, "location")
            if answer.status not in _REDIRECTS or not location:
                return Fetched(
                    url, answer.status, answer.headers, content, tuple(redirects), tuple(exchanges), tuple(notes)
                )
            redirects.append(Redirect(url, answer.status, location))
            url = next_hop(url, location, len(redirects), limits)

    def _with_retries(self, url: httpx.URL, budget: Budget, notes: list[str]) -> tuple[Exchange, bytes]:
        wait = budget.limits.backoff
        for attempt in range(budget.limits.retries + 1):
            last = attempt == budget.limits.retries
            try:
                answer, content = self._exchange(url, budget)
            except _TransientError as error:
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

    def _exchange(self, sent: httpx.URL, budget: Budget) -> tuple[Exchange, bytes]:
        """One request, its answer, and the answer's body unpacked."""
        url = str(sent)
        budget.begin(url)
        proxy = self._proxy_for(url, budget.limits)
        transport = self._transport(proxy)
        with _explained(url, budget.limits), _sent(transport, sent) as (request, response):
            budget.body_begins()
            headers = _pairs(response.headers)
            if sum(len(k) + len(v) for k, v in headers) > budget.limits.max_header_bytes:
                raise headers_too_large(url, budget.limits)
            redirect = response.status_code in _REDIRECTS
            raw, content = _body(response, url, budget.limits, redirect)
            answer = Exchange(
                url=url,
                request_headers=_pairs(request.headers),
                http_version=response.http_version,
                status=response.status_code,
                reason=response.reason_phrase,
                headers=headers,
                body=raw,
                ip=None if proxy else _peer(response),
            )
        return answer, content

    def _proxy_for(self, url: str, limits: Limits) -> str | None:
        if limits.proxy:
            return limits.proxy
        if self._proxies is None:
            self._proxies = getproxies_environment()
        return environment_proxy(url, self._proxies) if self._proxies else None

    def _transport(self, proxy: str | None) -> _Transport:
        if proxy not in self._transports:
            self._transports[proxy] = _Transport(self._pool(proxy))
        return self._transports[proxy]

    def _pool(self, proxy: str | None) -> httpcore.ConnectionPool:
        context = self._verify or httpx.create_ssl_context()
        parsed = _proxy(proxy) if proxy else None
        trusted = frozenset({parsed.url.host}) if parsed else frozenset[str]()
        backend = PinnedBackend(lambda: self._budget, self._resolver, trusted)
        if parsed is None:
            return httpcore.ConnectionPool(ssl_context=context, http2=True, network_backend=backend)
        return httpcore.HTTPProxy(
            proxy_url=str(parsed.url),
            proxy_auth=parsed.raw_auth,
            ssl_context=context,
            http2=True,
            network_backend=backend,
        )


class _TransientError(Exception):
    """A failure that may pass: worth another attempt."""

    def __init__(self, error: FetchError) -> None:
        super().__init__(error.message)
        self.error = error


@contextlib.contextmanager
def _sent(transport: _Transport, url: httpx.URL) -> Iterator[tuple[httpx.Request, httpx.Response]]:
    """A request and its answer. Below httpx's client, which would keep cookies and read redirects for us."""
    request = httpx.Request("GET", url, headers=_HEADERS)
    response = transport.handle_request(request)
    try:
        yield request, response
    finally:
        response.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _Transport(httpx.BaseTransport):
    """httpx over a pool of ours, so that the pool's network backend is ours too."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    # Failures pass as httpcore raises them: `_explained` knows both libraries' errors.
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


def _body(response: httpx.Response, url: str, limits: Limits, redirect: bool) -> tuple[bytes, bytes]:
    """The body as sent and as unpacked; of a redirect's body only the beginning is read, and it is not unpacked."""
    raw = bytearray()
    content = bytearray()
    through = () if redirect else decoders(response.headers.get("content-encoding"))
    for data in response.iter_raw():
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


def _proxy(address: str) -> httpx.Proxy:
    try:
        parsed = httpx.Proxy(address)
    except (ValueError, httpx.InvalidURL) as error:
        raise AddressError(f"the proxy is not given as an address: {error}", _PROXY_HINT) from error
    if parsed.url.scheme not in ("http", "https") or not parsed.url.host:
        raise AddressError(f"a proxy of the sort {parsed.url.scheme} is not used", _PROXY_HINT)
    return parsed


_PROXY_HINT = "give an address such as http://proxy.example:8080, or none"


def _as_sent(url: str) -> httpx.URL:
    """The address as it goes over the wire: host in ASCII and lower case, path encoded, no fragment."""
    try:
        return httpx.URL(url.partition("#")[0])
    except httpx.InvalidURL as error:
        raise AddressError(f"{url} is not a web address: {error}", "check the address") from error


@contextlib.contextmanager
def _explained(url: str, limits: Limits) -> Iterator[None]:
    """Failures of the exchange as errors of ours, told apart into passing and lasting ones."""
    try:
        yield
    except (httpcore.ConnectError, httpx.ConnectError) as error:
        raise connection_error(url, error) from error
    except (httpcore.TimeoutException, httpx.TimeoutException) as error:
        raise FetchError(f"{url} did not answer in time", "try again, or allow more time with --timeout") from error
    except (httpcore.ProxyError, httpx.ProxyError) as error:
        raise FetchError(f"the proxy refused {url}: {error}", "check the proxy settings") from error
    except (httpcore.RemoteProtocolError, httpx.RemoteProtocolError) as error:
        if "too long" in str(error) or "Receive buffer" in str(error):
            raise headers_too_large(url, limits) from error
        failure = FetchError(
            f"{url} broke off or sent no valid HTTP answer ({in_plain_words(error)})",
            "try again; check the address in a browser",
        )
        failure.__cause__ = error
        raise _TransientError(failure) from error
    except (httpcore.NetworkError, httpx.NetworkError) as error:
        failure = FetchError(f"the connection to {url} broke off", "try again")
        failure.__cause__ = error
        raise _TransientError(failure) from error
    except ssl.SSLError as error:
        raise connection_error(url, error) from error
    except (
        httpx.InvalidURL,
        httpcore.UnsupportedProtocol,
        httpx.UnsupportedProtocol,
        httpx.LocalProtocolError,
    ) as error:
        raise AddressError(f"{url} is not a web address: {in_plain_words(error)}", "check the address") from error
    except httpcore.LocalProtocolError as error:
        raise FetchError(f"{url} cannot be asked for: {in_plain_words(error)}", "check the address") from error


def _pairs(headers: httpx.Headers) -> Headers:
    return tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in headers.raw)


def _peer(response: httpx.Response) -> str | None:
    stream = response.extensions.get("network_stream")
    return stream.get_extra_info("pinned") if isinstance(stream, GuardedStream) else None
