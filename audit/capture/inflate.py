"""Content-Encoding undone within bounds: a small answer that unpacks to gigabytes is stopped at the limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

from audit.errors import ContentError, FetchError

ACCEPTED = "gzip, deflate, br"
_PIECE = 262_144
_MAX_LAYERS = 2


class Decoder(Protocol):
    """Turns compressed bytes into plain ones, a bounded piece at a time."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Pieces of at most 256 KB. Raises FetchError for bytes that are not of the encoding."""
        ...


class Zlib:
    """gzip and deflate, the latter with or without its zlib header, as servers send both."""

    def __init__(self, name: str) -> None:
        self._gzip = name == "gzip"
        self._engine: zlib._Decompress | None = zlib.decompressobj(31) if self._gzip else None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Plain pieces of `data`; what follows the end of the stream is ignored, as browsers do."""
        if self._engine is None and data:
            self._engine = zlib.decompressobj(15 if data[0] & 0x0F == 8 else -15)
        engine = self._engine
        try:
            while engine is not None and data and not engine.eof:
                piece = engine.decompress(data, _PIECE)
                data = engine.unconsumed_tail
                if piece:
                    yield piece
                elif not data:
                    break
        except zlib.error as error:
            raise damaged("gzip" if self._gzip else "deflate") from error


class Brotli:
    """Brotli, with its output bounded piece by piece."""

    def __init__(self) -> None:
        import brotli

        self._engine = brotli.Decompressor()
        self._error = brotli.error

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Plain pieces of `data`."""
        try:
            if self._engine.is_finished():
                return
            piece = self._engine.process(data, output_buffer_limit=_PIECE)
            while piece:
                yield piece
                if self._engine.is_finished() or self._engine.can_accept_more_data():
                    break
                piece = self._engine.process(b"", output_buffer_limit=_PIECE)
        except self._error as error:
            raise damaged("brotli") from error


def damaged(name: str) -> FetchError:
    """The error for a body that is not what its Content-Encoding says."""
    return FetchError(
        f"the answer is damaged: it says it is {name}-compressed and cannot be unpacked",
        "try again; if it stays so, save the page from a browser",
    )


def decoders(content_encoding: str | None) -> tuple[Decoder, ...]:
    """The decoders for a Content-Encoding header, in the order to apply them."""
    names = [n.strip().lower() for n in (content_encoding or "").split(",")]
    wanted = [n for n in reversed(names) if n not in ("", "identity")]
    if len(wanted) > _MAX_LAYERS:
        raise FetchError(f"the answer is compressed {len(wanted)} times over", "save the page from a browser")
    made: list[Decoder] = []
    for name in wanted:
        if name in ("gzip", "x-gzip"):
            made.append(Zlib("gzip"))
        elif name == "deflate":
            made.append(Zlib("deflate"))
        elif name == "br":
            made.append(Brotli())
        else:
            raise ContentError(
                f"the answer is compressed in a way that was not asked for: {name[:40]!r}",
                "save the page from a browser",
            )
    return tuple(made)


def inflate(data: bytes, through: tuple[Decoder, ...]) -> Iterator[bytes]:
    """The plain pieces of `data`."""
    if not through:
        yield data
        return
    for piece in through[0].feed(data):
        yield from inflate(piece, through[1:])
