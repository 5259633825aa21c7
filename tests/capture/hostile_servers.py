"""What servers that do not want us well send, each by the name of its fault, and the error that a fetch has to end in."""

from __future__ import annotations

import gzip
import time
import zlib
from functools import cache

import brotli

from audit.errors import ContentError, FetchError, StatusError, TargetError
from tests.capture.loopback import Connection, Handler

PAGE = b"<!doctype html><html><head><title>t</title></head><body><p>The bridge opened.</p></body></html>"


@cache
def gzip_bomb() -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1_000_000)
    return b"".join(engine.compress(zeros) for _ in range(40)) + engine.flush()


@cache
def brotli_bomb() -> bytes:
    engine = brotli.Compressor(quality=5)
    zeros = bytes(1_000_000)
    return b"".join(engine.process(zeros) for _ in range(40)) + engine.finish()


def slow_headers(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nX: ")
    c.forever(b"a", 0.05)


def slow_body(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n")
    c.forever(b"a", 0.05)


def silent(c: Connection) -> None:
    c.hang()


def silent_in_the_body(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>")
    c.hang()


def endless_body(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    c.forever(b"<p>more</p>" * 5000)


def endless_chunks(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    c.forever((b"1000\r\n" + b"a" * 4096 + b"\r\n") * 10)


def endless_tiny_chunks(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    c.forever(b"1\r\na\r\n" * 1000)


def endless_chunk_extension(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;")
    c.forever(b"a" * 10_000)


def endless_trailers(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
    c.forever(b"X-More: yes\r\n" * 1000)


def endless_headers(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\n")
    c.forever(b"X-More: yes\r\n" * 1000)


def one_huge_header(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nX-More: ")
    c.forever(b"a" * 100_000)


def huge_status_line(c: Connection) -> None:
    c.send("HTTP/1.1 200 ")
    c.forever(b"O" * 100_000)


def endless_early_hints(c: Connection) -> None:
    c.forever(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 100)


def large_gzip(c: Connection) -> None:
    c.answer(gzip_bomb(), "Content-Type: text/html", "Content-Encoding: gzip")


def large_brotli(c: Connection) -> None:
    c.answer(brotli_bomb(), "Content-Type: text/html", "Content-Encoding: br")


def nested_gzip(c: Connection) -> None:
    c.answer(gzip.compress(gzip_bomb(), mtime=0), "Content-Encoding: gzip, gzip")


def layers(c: Connection) -> None:
    c.answer(b"x", "Content-Encoding: " + ", ".join(["gzip"] * 50))


def not_gzip(c: Connection) -> None:
    c.answer(PAGE, "Content-Encoding: gzip")


def not_brotli(c: Connection) -> None:
    c.answer(b"\xff" * 500, "Content-Encoding: br")


def unasked_compression(c: Connection) -> None:
    c.answer(PAGE, "Content-Encoding: compress")


def too_short(c: Connection) -> None:
    c.answer(PAGE, "Content-Type: text/html", length=len(PAGE) + 100)
    c.sock.close()


def huge_promise(c: Connection) -> None:
    c.answer(PAGE, "Content-Type: text/html", length=10**15)
    c.hang()


def no_number(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + "x")


def two_lengths(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n123456")


def reset_at_once(c: Connection) -> None:
    c.reset()


def reset_in_the_body(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + "a" * 1000)
    time.sleep(0.02)
    c.reset()


def closes_in_a_chunk(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc")
    c.sock.close()


def no_http(c: Connection) -> None:
    c.send(b"\x00\x01\x02 SSH-2.0-Server\r\n" * 10)
    c.sock.close()


def tls_on_a_plain_port(c: Connection) -> None:
    c.send(b"\x15\x03\x01\x00\x02\x02\x46")
    c.sock.close()


def circle(c: Connection) -> None:
    c.answer(b"", f"Location: {'/b' if c.path == '/a' else '/a'}", status="302 Found")


def to_itself(c: Connection) -> None:
    c.answer(b"", f"Location: {c.path}", status="301 Moved")


def ever_further(c: Connection) -> None:
    c.answer(b"", f"Location: {c.path}x", status="307 Temporary")


def endless_redirect_body(c: Connection) -> None:
    if c.path == "/a":
        c.send("HTTP/1.1 302 Found\r\nLocation: /next\r\n\r\n")
        c.forever(b"a" * 10_000)
    else:
        c.answer(b"", status="404 Not Found")


SLOW = {slow_headers, slow_body, silent, silent_in_the_body, huge_promise, endless_tiny_chunks}
HOSTILE: list[tuple[Handler, type[TargetError], str]] = [
    (slow_headers, FetchError, "seconds"),
    (slow_body, FetchError, "seconds"),
    (silent, FetchError, "seconds"),
    (silent_in_the_body, FetchError, "seconds"),
    (endless_body, ContentError, "larger than the limit of 1 MB"),
    (endless_chunks, ContentError, "larger than the limit of 1 MB"),
    (endless_tiny_chunks, TargetError, "1"),  # whichever of time and size ends first
    (endless_chunk_extension, FetchError, "headers"),
    (endless_trailers, FetchError, "headers"),
    (endless_headers, FetchError, "headers"),
    (one_huge_header, FetchError, "headers"),
    (huge_status_line, FetchError, "headers"),
    (endless_early_hints, FetchError, "headers"),
    (large_gzip, ContentError, "larger than the limit of 1 MB"),
    (large_brotli, ContentError, "larger than the limit of 1 MB"),
    (nested_gzip, ContentError, "larger than the limit of 1 MB"),
    (layers, FetchError, "compressed 50 times"),
    (not_gzip, FetchError, "damaged"),
    (not_brotli, FetchError, "damaged"),
    (unasked_compression, ContentError, "not asked for"),
    (too_short, FetchError, "broke off"),
    (huge_promise, FetchError, "seconds"),
    (no_number, FetchError, "no valid HTTP answer"),
    (two_lengths, FetchError, "no valid HTTP answer"),
    (reset_at_once, FetchError, "broke off"),
    (reset_in_the_body, FetchError, "broke off"),
    (closes_in_a_chunk, FetchError, "broke off"),
    (no_http, FetchError, "no valid HTTP answer"),
    (tls_on_a_plain_port, FetchError, "no valid HTTP answer"),
    (circle, FetchError, "circle"),
    (to_itself, FetchError, "circle"),
    (ever_further, FetchError, "more than 10 times"),
    (endless_redirect_body, StatusError, "404"),
]
