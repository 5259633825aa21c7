"""How fast pages are fetched, beside plain httpx on the same pages from the same loopback server in the same run.

    python bench/capture/throughput.py [pages] [rounds]

The server runs in a process of its own. Both sides fetch all pages one after another over kept-alive connections, in pairs
one right after the other, and who begins alternates; the median of the pairs' ratios is told, by the clock and by processor
time, which other programs on the machine disturb less. Ours hashes nothing here: it is `HttpFetcher.fetch` against
`httpx.Client.get`, both with bodies read and unpacked.
"""

from __future__ import annotations

import gzip
import multiprocessing
import socket
import statistics
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

Took = tuple[float, float]
"""Seconds by the clock, and of processor time."""

BODY = gzip.compress(
    (
        "<!doctype html><html><body>"
        + "".join(f"<p>Paragraph {n} of the story.</p>" for n in range(1_500))
        + "</body></html>"
    ).encode(),
    mtime=0,
)
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
    + f"Content-Length: {len(BODY)}\r\n\r\n".encode()
    + BODY
)


def serve(pipe: Connection) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    pipe.send(listener.getsockname()[1])

    def answer(client: socket.socket) -> None:
        with client:
            while data := client.recv(65_536):
                if data.endswith(b"\r\n\r\n"):
                    client.sendall(ANSWER)

    def accept() -> None:
        while True:
            client, _ = listener.accept()
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=answer, args=(client,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    pipe.recv()


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(there,), daemon=True)
    server.start()
    port = here.recv()

    import httpx

    from audit.capture import Limits
    from audit.capture.fetch import HttpFetcher

    urls = [f"http://127.0.0.1:{port}/story/{n}" for n in range(pages)]
    limits = Limits(allow_private=True)
    size = len(gzip.decompress(BODY))

    def plain() -> Took:
        with httpx.Client() as client:
            client.get(urls[0])
            return timed(lambda url: client.get(url).content)

    def guarded() -> Took:
        with HttpFetcher() as fetcher:
            fetcher.fetch(urls[0], limits)
            return timed(lambda url: fetcher.fetch(url, limits).content)

    def timed(get: Callable[[str], bytes]) -> Took:
        wall, processor = time.perf_counter(), time.process_time()
        for url in urls:
            assert len(get(url)) == size
        return time.perf_counter() - wall, time.process_time() - processor

    pairs: list[tuple[Took, Took]] = []
    for number in range(rounds):
        if number % 2:
            ahead = guarded()
            pairs.append((plain(), ahead))
        else:
            pairs.append((plain(), guarded()))
    for which, clock in enumerate(("by the clock", "processor time")):
        theirs_rate = pages / statistics.median(theirs[which] for theirs, _ in pairs)
        ours_rate = pages / statistics.median(ours[which] for _, ours in pairs)
        ratios = sorted(theirs[which] / ours[which] for theirs, ours in pairs)
        print(
            f"{clock:16} httpx {theirs_rate:6.0f} pages/s, tracewire {ours_rate:6.0f}; "
            f"ratio {statistics.median(ratios):.2f} (pairs {ratios[0]:.2f} to {ratios[-1]:.2f})"
        )
    here.send(None)
    server.join(5)


if __name__ == "__main__":
    main()
