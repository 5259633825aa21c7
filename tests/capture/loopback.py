"""A server of ours on loopback that behaves as badly as asked, over real sockets, and ends by itself."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator

Handler = Callable[["Connection"], None]


class Connection:
    """One client's connection: the request's lines, and ways to answer it."""

    def __init__(self, sock: socket.socket, stop: threading.Event, number: int) -> None:
        self.sock = sock
        self.stop = stop
        self.number = number
        self.request = ""
        self._rest = b""

    def read_request(self) -> bool:
        data = b""
        while b"\r\n\r\n" not in data:
            received = self.sock.recv(65536)
            if not received:
                return False
            if not data and received[0] == 0x16:  # a TLS greeting on a plain port
                self.answer(b"", status="400 Bad Request")
                return False
            data += received
        head, _, self._rest = data.partition(b"\r\n\r\n")
        self.request = (head + b"\r\n\r\n").decode("latin-1")
        return True

    def body(self) -> bytes:
        """What the client sent behind its headers."""
        length = int(self.header("content-length") or 0)
        while len(self._rest) < length and (received := self.sock.recv(65536)):
            self._rest += received
        return self._rest[:length]

    @property
    def path(self) -> str:
        return self.request.split(" ", 2)[1]

    def header(self, name: str) -> str | None:
        for line in self.request.split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None

    def send(self, data: bytes | str) -> None:
        self.sock.sendall(data.encode("latin-1") if isinstance(data, str) else data)

    def answer(self, body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> None:
        lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body) if length is None else length}", "", ""]
        self.send("\r\n".join(lines).encode("latin-1") + body)

    def forever(self, piece: bytes, pause: float = 0.0) -> None:
        """Send `piece` again and again, until the client or the test ends."""
        while not self.stop.wait(pause):
            self.sock.sendall(piece)

    def hang(self) -> None:
        self.stop.wait()

    def reset(self) -> None:
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


class Server:
    """Listens on a loopback port of its own; each connection is handled in a thread."""

    def __init__(self, handler: Handler, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.handler = handler
        self.tls = tls
        self.stop = threading.Event()
        self.connections = 0
        self.open: list[socket.socket] = []
        self.paths: list[str] = []
        self.listener = socket.create_server((host, 0))
        self.listener.settimeout(0.05)
        self.host, self.port = self.listener.getsockname()[:2]
        self.threads: list[threading.Thread] = [threading.Thread(target=self._accept, daemon=True)]
        self.threads[0].start()

    def url(self, path: str = "/", host: str | None = None) -> str:
        return f"{'https' if self.tls else 'http'}://{host or self.host}:{self.port}{path}"

    def _accept(self) -> None:
        while not self.stop.is_set():
            try:
                sock, _ = self.listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            self.connections += 1
            self.open.append(sock)
            thread = threading.Thread(target=self._serve, args=(sock, self.connections), daemon=True)
            self.threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket, number: int) -> None:
        with contextlib.suppress(OSError, ssl.SSLError), contextlib.closing(sock):
            sock.settimeout(20)
            if self.tls:
                sock = self.tls.wrap_socket(sock, server_side=True)
                self.open.append(sock)
            connection = Connection(sock, self.stop, number)
            with contextlib.closing(sock):
                while not self.stop.is_set() and connection.read_request():
                    self.paths.append(connection.path)
                    self.handler(connection)

    def close(self) -> None:
        self.stop.set()
        self.listener.close()
        for sock in self.open:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self.threads:
            thread.join(timeout=20)
        assert not any(t.is_alive() for t in self.threads), "a handler did not end"


@contextlib.contextmanager
def serving(handler: Handler, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(handler, host, tls)
    try:
        yield server
    finally:
        server.close()
