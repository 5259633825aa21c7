"""The most memory that a fetch takes from servers and files that mean harm, each in a process of its own.

    python -m bench.capture.memory

Beside the peak stands what a process takes that fetches a page of no size, and the error that the fetch ends in.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli

from tests.capture.loopback import Connection, serving
from tests.capture.pdf_maker import bomb

SIZE = 500_000_000
PROGRAM = """
import resource, sys
from datetime import UTC, datetime
from audit.capture import Limits, capture, target_for
said = ""
try:
    capture(target_for(sys.argv[1]), now=datetime.now(UTC), limits=Limits(allow_private=True, retries=0))
except Exception as error:
    said = str(error)
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(f"{peak / 1000:7.0f} MB  {said[:150]}")
"""


def packed(feed: Callable[[bytes], bytes], end: Callable[[], bytes]) -> bytes:
    zeros = bytes(1_000_000)
    return b"".join(feed(zeros) for _ in range(SIZE // len(zeros))) + end()


def gzip_bomb() -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packed(engine.compress, engine.flush)


def brotli_bomb() -> bytes:
    engine = brotli.Compressor(quality=5)
    return packed(engine.process, engine.finish)


def answering(body: bytes, encoding: str) -> Callable[[Connection], None]:
    return lambda c: c.answer(body, "Content-Type: text/html", f"Content-Encoding: {encoding}")


def small(c: Connection) -> None:
    c.answer(b"<!doctype html><p>The bridge opened.</p>", "Content-Type: text/html")


def endless_body(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    c.forever(b"<p>more</p>" * 5_000)


def headers(c: Connection) -> None:
    c.send("HTTP/1.1 200 OK\r\n")
    for _ in range(300):
        c.send(b"X-More: yes\r\n" * 77_000)


def measured(target: str) -> str:
    done = subprocess.run([sys.executable, "-c", PROGRAM, target], capture_output=True, text=True, check=True)
    return done.stdout.rstrip()


def main() -> None:
    servers = {
        "a small page": small,
        "gzip, 500 MB": answering(gzip_bomb(), "gzip"),
        "Brotli, 500 MB": answering(brotli_bomb(), "br"),
        "endless body": endless_body,
        "300 MB of headers": headers,
    }
    for name, handler in servers.items():
        with serving(handler) as server:
            print(f"{name:20}{measured(server.url('/'))}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bomb.pdf"
        path.write_bytes(bomb(SIZE))
        print(f"{'PDF, 500 MB':20}{measured(str(path))}")


if __name__ == "__main__":
    main()
