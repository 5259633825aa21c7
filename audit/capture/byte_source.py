"""A stream that may be compressed, read in bounded steps and to a bounded total."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from audit.capture.reading import size_in_words
from audit.errors import ContentError

GZIP = b"\x1f\x8b"
_PIECE = 65_536


class ByteSource:
    """Plain bytes of `stream`: as they are, or those of its gzip members one after another.

    At most `most` plain bytes are given out; then ContentError. Damaged compression is a ContentError too.
    """

    def __init__(self, stream: BinaryIO, name: str, most: int) -> None:
        self._stream = stream
        self._name = name
        self._most = most
        self._given = 0
        self._raw = b""
        self._plain = bytearray()
        self._at = 0
        self._engine: zlib._Decompress | None = None
        self._ended = False
        self._raw = stream.read(_PIECE)
        self._gzip = self._raw.startswith(GZIP)

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer only at the end."""
        while len(self._plain) - self._at < size and self._fill():
            pass
        taken = bytes(self._plain[self._at : self._at + size])
        self._at += len(taken)
        return taken

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; how many there were."""
        left = size
        while left and (piece := self.read(min(left, _PIECE))):
            left -= len(piece)
        return size - left

    def line(self, most: int = 65_536) -> bytes:
        """The next line with its end; b"" at the end of the stream. Raises ContentError for a longer line."""
        searched = self._at
        while (found := self._plain.find(b"\n", searched)) < 0:
            searched = len(self._plain)
            if searched - self._at > most:
                raise ContentError(f"{self._name} has a line that is too long for its format", "check the file")
            before = self._at
            if not self._fill():
                return self.read(len(self._plain) - self._at)
            searched -= before - self._at
        return self.read(found + 1 - self._at)

    def _fill(self) -> bool:
        """Bring more plain bytes; False at the end."""
        if self._at > _PIECE:
            del self._plain[: self._at]
            self._at = 0
        piece = self._next_plain() if self._gzip else self._next_raw()
        self._given += len(piece)
        if self._given > self._most:
            raise ContentError(
                f"{self._name} holds more than {size_in_words(self._most)} when unpacked",
                "raise the limit with --max-bytes, or take single pages out of it",
            )
        self._plain += piece
        return bool(piece)

    def _next_raw(self) -> bytes:
        piece, self._raw = self._raw, b""
        return piece or self._stream.read(_PIECE)

    def _next_plain(self) -> bytes:
        while not self._ended:
            if not self._raw:
                self._raw = self._stream.read(_PIECE)
                if not self._raw:
                    self._ended = True
                    if self._engine is not None and not self._engine.eof:
                        raise ContentError(f"{self._name} is cut off", "get the file again")
                    return b""
            if self._engine is None:
                self._raw = self._raw.lstrip(b"\x00") if self._given else self._raw  # padding between members
                if not self._raw:
                    continue
                self._engine = zlib.decompressobj(31)
            try:
                piece = self._engine.decompress(self._raw, _PIECE)
            except zlib.error as error:
                raise ContentError(
                    f"{self._name} is damaged: its compression breaks off", "get the file again"
                ) from error
            if self._engine.eof:
                self._raw = self._engine.unused_data
                self._engine = None
            else:
                self._raw = self._engine.unconsumed_tail
            if piece:
                return piece
        return b""
