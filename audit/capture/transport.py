"""HTTP over connections of ours: the one module that imports httpx.

httpx's types are used over an httpcore pool whose network backend is `network.PinnedBackend`; its client is not, as that
would keep cookies and follow redirects by itself.
"""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable, Iterator

import httpcore
import httpx

from audit.capture.decisions import connection_error, in_plain_words
from audit.capture.fetcher import Headers
from audit.capture.limits import Limits
from audit.capture.network import Budget, GuardedStream, PinnedBackend, Resolver, headers_too_large
from audit.errors import AddressError, FetchError

WebAddress = httpx.URL
"""An address taken apart, so that it is so once for an exchange."""


class TransientError(Exception):
    """A failure that may pass: worth another attempt."""

    def __init__(self, error: FetchError) -> None:
        super().__init__(error.message)
        self.error = error


class Answer:
    """An answer whose body is still to come."""

    def __init__(self, request: httpx.Request, response: httpx.Response) -> None:
        self._response = response
        self.request_headers = _pairs(request.headers)
        self.headers = _pairs(response.headers)
        self.status = response.status_code
        self.reason = response.reason_phrase
        self.http_version = response.http_version

    @property
    def peer(self) -> str | None:
        """The address that was checked and connected to."""
        stream = self._response.extensions.get("network_stream")
        return stream.get_extra_info("pinned") if isinstance(stream, GuardedStream) else None

    def pieces(self) -> Iterator[bytes]:
        """The body as sent, chunks joined."""
        return self._response.iter_raw()


class Connections:
    """Connections that are kept for the next request to the same host; `proxy` is an address, or None."""

    def __init__(
        self, proxy: str | None, budget: Callable[[], Budget], resolver: Resolver, verify: ssl.SSLContext | None
    ) -> None:
        context = verify or httpx.create_ssl_context()
        parsed = _proxy(proxy) if proxy else None
        trusted = frozenset({parsed.url.host}) if parsed else frozenset[str]()
        backend = PinnedBackend(budget, resolver, trusted)
        self._transport = _Transport(
            httpcore.HTTPProxy(
                proxy_url=str(parsed.url),
                proxy_auth=parsed.raw_auth,
                ssl_context=context,
                http2=True,
                network_backend=backend,
            )
            if parsed
            else httpcore.ConnectionPool(ssl_context=context, http2=True, network_backend=backend)
        )

    def close(self) -> None:
        """Close them all."""
        self._transport.close()

    @contextlib.contextmanager
    def ask(
        self, method: str, address: WebAddress, headers: dict[str, str], limits: Limits, body: bytes = b""
    ) -> Iterator[Answer]:
        """The answer to a request. Raises TransientError, FetchError or AddressError, also while its body is read."""
        with _explained(str(address), limits):
            request = httpx.Request(method, address, headers=headers, content=body or None)
            response = self._transport.handle_request(request)
            try:
                yield Answer(request, response)
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


def _proxy(address: str) -> httpx.Proxy:
    try:
        parsed = httpx.Proxy(address)
    except (ValueError, httpx.InvalidURL) as error:
        raise AddressError(f"the proxy is not given as an address: {error}", _PROXY_HINT) from error
    if parsed.url.scheme not in ("http", "https") or not parsed.url.host:
        raise AddressError(f"a proxy of the sort {parsed.url.scheme} is not used", _PROXY_HINT)
    return parsed


_PROXY_HINT = "give an address such as http://proxy.example:8080, or none"


def as_sent(url: str) -> WebAddress:
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
        raise TransientError(failure) from error
    except (httpcore.NetworkError, httpx.NetworkError) as error:
        failure = FetchError(f"the connection to {url} broke off", "try again")
        failure.__cause__ = error
        raise TransientError(failure) from error
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
