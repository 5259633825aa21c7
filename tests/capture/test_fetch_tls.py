"""Encryption: certificates that do not hold, ports that do not speak it, HTTP/2."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime

import h2.config
import h2.connection
import h2.events
import h2.exceptions
import pytest
import trustme

from audit.capture import Limits
from audit.capture.fetch import HttpFetcher
from audit.errors import AddressError, ContentError, FetchError
from tests.capture.loopback import Connection, Server, serving

LIMITS = Limits(
    max_bytes=1_000_000,
    timeout=2,
    connect_timeout=0.5,
    silence_timeout=0.4,
    retries=0,
    backoff=0.01,
    allow_private=True,
)
PAGE = b"<!doctype html><html><body><p>The bridge opened.</p></body></html>"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def fetcher(authority) -> Iterator[HttpFetcher]:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with HttpFetcher(verify=context, resolver=lambda host, port: ["127.0.0.1"]) as made:
        yield made


def server_context(leaf: trustme.LeafCert, *protocols: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context


def test_a_good_certificate(authority, fetcher) -> None:
    with serving(lambda c: c.answer(PAGE), tls=server_context(authority.issue_cert("news.example"))) as server:
        got = fetcher.fetch(server.url(host="news.example"), LIMITS)
    assert (got.content, got.exchanges[0].http_version, got.exchanges[0].ip) == (PAGE, "HTTP/1.1", "127.0.0.1")


def faults(authority: trustme.CA) -> dict[str, trustme.LeafCert]:
    return {
        "unknown authority": trustme.CA().issue_cert("news.example"),
        "another name": authority.issue_cert("other.example"),
        "expired": authority.issue_cert("news.example", not_after=datetime(2020, 1, 1, tzinfo=UTC)),
    }


@pytest.mark.parametrize("fault", ["unknown authority", "another name", "expired"])
def test_certificates_that_do_not_hold(fault, authority, fetcher) -> None:
    with serving(lambda c: c.answer(PAGE), tls=server_context(faults(authority)[fault])) as server:
        with pytest.raises(FetchError, match=r"certificate of news\.example cannot be trusted") as caught:
            fetcher.fetch(server.url(host="news.example"), LIMITS)
    assert "_ssl" not in str(caught.value)
    assert server.paths == []


def test_a_plain_port(fetcher) -> None:
    with serving(lambda c: c.answer(PAGE)) as server, pytest.raises(FetchError, match="no secure connection"):
        fetcher.fetch(server.url(host="news.example").replace("http:", "https:"), LIMITS)


def test_a_handshake_that_hangs(fetcher) -> None:
    with serving(lambda c: c.hang()) as server:
        server.tls = None
        with pytest.raises(FetchError, match=r"news\.example"):
            fetcher.fetch(server.url(host="news.example").replace("http:", "https:"), LIMITS)


def test_no_downgrade(authority, fetcher) -> None:
    def handler(c: Connection) -> None:
        c.answer(b"", "Location: http://news.example/", status="301 Moved")

    with serving(handler, tls=server_context(authority.issue_cert("news.example"))) as server:
        with pytest.raises(AddressError, match="unencrypted"):
            fetcher.fetch(server.url(host="news.example"), LIMITS)


class Http2Server(Server):
    """Speaks HTTP/2; `handler` is given the h2 connection and the number of the stream that asks."""

    def _serve(self, sock, number) -> None:
        try:
            sock.settimeout(5)
            with self.tls.wrap_socket(sock, server_side=True) as tls:
                self.open.append(tls)
                http = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
                http.initiate_connection()
                tls.sendall(http.data_to_send())
                while not self.stop.is_set() and (data := tls.recv(65536)):
                    for event in http.receive_data(data):
                        if isinstance(event, h2.events.RequestReceived):
                            self.handler(http, event.stream_id, tls, self.stop)
                    tls.sendall(http.data_to_send())
        except (OSError, h2.exceptions.ProtocolError):
            return


@pytest.fixture
def http2(authority) -> Iterator[Http2Server]:
    server = Http2Server(lambda *a: None, tls=server_context(authority.issue_cert("news.example"), "h2"))
    yield server
    server.close()


def h2_page(http, stream, tls, stop) -> None:
    http.send_headers(stream, [(":status", "200"), ("content-type", "text/html")])
    http.send_data(stream, PAGE, end_stream=True)


def h2_reset(http, stream, tls, stop) -> None:
    http.reset_stream(stream, 2)


def h2_reset_in_the_body(http, stream, tls, stop) -> None:
    http.send_headers(stream, [(":status", "200")])
    http.send_data(stream, b"<p>")
    http.reset_stream(stream, 11)


def h2_goodbye(http, stream, tls, stop) -> None:
    http.close_connection(1)


def h2_endless(http, stream, tls, stop) -> None:
    http.send_headers(stream, [(":status", "200")])
    while not stop.is_set():
        size = min(http.local_flow_control_window(stream), 16_000)
        if size:
            http.send_data(stream, bytes(size))
            tls.sendall(http.data_to_send())
        else:
            http.receive_data(tls.recv(65536))


def h2_silent(http, stream, tls, stop) -> None:
    tls.sendall(http.data_to_send())
    stop.wait()


def h2_pings(http, stream, tls, stop) -> None:
    while not stop.wait(0.01):
        http.ping(b"12345678")
        tls.sendall(http.data_to_send())


def h2_many_headers(http, stream, tls, stop) -> None:
    http.send_headers(stream, [(":status", "200"), *((f"x-{n}", "y" * 1000) for n in range(300))], end_stream=True)


def test_http2(fetcher, http2) -> None:
    http2.handler = h2_page
    got = fetcher.fetch(http2.url(host="news.example"), LIMITS)
    assert (got.content, got.exchanges[0].http_version) == (PAGE, "HTTP/2")


@pytest.mark.parametrize(
    ("handler", "error"),
    [
        (h2_reset, FetchError),
        (h2_reset_in_the_body, FetchError),
        (h2_goodbye, FetchError),
        (h2_endless, ContentError),
        (h2_silent, FetchError),
        (h2_pings, FetchError),
        (h2_many_headers, FetchError),
    ],
)
def test_hostile_http2(handler, error, fetcher, http2) -> None:
    http2.handler = handler
    with pytest.raises(error) as caught:
        fetcher.fetch(http2.url(host="news.example"), LIMITS)
    assert caught.value.hint
