"""Where a gzipped WARC file may be cut: at the beginning of a gzip member that begins with a WARC record.

The file is unpacked once to know its members. A scan for the two bytes that open a member would be quicker, and wrong:
a page may hold them, and what looks like a record behind them.
"""

from __future__ import annotations

import zlib
from pathlib import Path

_PIECE = 262_144
_GZIP = b"\x1f\x8b"


def cuts(path: Path, every: int) -> list[int]:
    """Offsets at which parts of about `every` bytes begin, 0 the first.

    Fewer where the file has few members, 0 alone where it is no gzip file. Where it is damaged the rest is one part.
    """
    found = [0]
    with path.open("rb") as file:
        engine = zlib.decompressobj(31)
        at = start = 0  # `at`: how many bytes of the file the engine has taken
        begins = b""
        raw = file.read(_PIECE)
        if not raw.startswith(_GZIP):
            return found
        while raw:
            try:
                plain = engine.decompress(raw, _PIECE)
            except zlib.error:
                return found
            if len(begins) < 5:
                begins += plain[: 5 - len(begins)]
                if begins == b"WARC/" and start - found[-1] >= every:
                    found.append(start)
            rest = engine.unused_data if engine.eof else engine.unconsumed_tail
            at += len(raw) - len(rest)
            raw = rest or file.read(_PIECE)
            if engine.eof:
                kept = raw.lstrip(b"\x00")  # padding between members
                at += len(raw) - len(kept)
                raw = kept or file.read(_PIECE)
                engine, begins, start = zlib.decompressobj(31), b"", at
    return found
