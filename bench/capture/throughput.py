"""How fast pages are fetched, beside plain httpx on the same pages from the same loopback server in the same run.

    python bench/capture/throughput.py [pages] [rounds]

The server runs in a process of its own. Both sides fetch all pages one after another over kept-alive connections;
rounds alternate, and the medians are compared. Ours hashes nothing here: it is `HttpFetcher.fetch` against
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
from multiprocessing.connection import Connection

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
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()

    import httpx

    from audit.capture import Limits
    from audit.capture.fetch import HttpFetcher

    urls = [f"http://127.0.0.1:{port}/story/{n}" for n in range(pages)]
    limits = Limits(allow_private=True)
    size = len(gzip.decompress(BODY))

    def plain() -> float:
        with httpx.Client() as client:
            client.get(urls[0])
            began = time.perf_counter()
            for url in urls:
                assert len(client.get(url).content) == size
            return time.perf_counter() - began

    def guarded() -> float:
        with HttpFetcher() as fetcher:
            fetcher.fetch(urls[0], limits)
            began = time.perf_counter()
            for url in urls:
                assert len(fetcher.fetch(url, limits).content) == size
            return time.perf_counter() - began

    times: dict[str, list[float]] = {"httpx": [], "tracewire": []}
    for _ in range(rounds):
        times["httpx"].append(plain())
        times["tracewire"].append(guarded())
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, seconds in medians.items():
        print(f"{name:10} {pages / seconds:8.0f} pages/s")
    print(f"throughput ratio tracewire / httpx: {medians['httpx'] / medians['tracewire']:.2f}")
    ours.send(None)
    server.join(5)


if __name__ == "__main__":
    main()
