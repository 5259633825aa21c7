"""From bytes to text: which charset, decided by what, and what had to be replaced.

The order is the HTML standard's: byte order mark, HTTP header, `<meta>`, detection. A label is not believed against
the bytes: what is not valid in the charset it claims, or is valid UTF-8 while it claims another, is read as what it
is, and a note says so. The text itself is never repaired: mojibake that is in the page stays, and is noted.
"""

from __future__ import annotations

import re

from audit.capture.encodings import MULTIBYTE, decode_as, known
from audit.model import Frozen

_PRESCAN = 4096
"""The standard asks for 1024 bytes; browsers read on while they are in the head."""
_DETECT = 32_768
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16be"), (b"\xff\xfe", "utf-16le"))
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_META = re.compile(rb"<meta[\s/][^>]{0,1000}>", re.I)
_META_CHARSET = re.compile(rb"""charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>;]+))""", re.I)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_MULTIBYTE_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LIES = 0.2
"""A label is false where more than this share of the runs of bytes above 0x7F is invalid in it."""
_C1252 = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0))
_MOJIBAKE = re.compile(f"[Â-ß][{re.escape(_C1252)}]|[à-ï][{re.escape(_C1252)}]{{2}}")


class Decoded(Frozen, frozen=True):
    """`source` is `bom`, `header`, `meta`, `detected` or `default` (nothing but ASCII)."""

    text: str
    charset: str
    source: str
    notes: tuple[str, ...] = ()


def decode(content: bytes, *, header: str | None = None, html: bool = True) -> Decoded:
    """The text of `content`; `header` is the charset parameter of its Content-Type, `html` allows a `<meta>`."""
    for bom, marked in _BOMS:
        if content.startswith(bom):
            return _accepted(content[len(bom) :], marked, "bom", [])
    notes: list[str] = []
    for label, source in _labels(content, header, html):
        if (name := known(label)) is None:
            notes.append(
                f"The {_SAID[source]} names the charset “{_shown(label)}”, which does not exist; it is ignored."
            )
            continue
        if source == "meta" and name in ("utf-16le", "utf-16be"):
            name = "utf-8"  # the standard: a page whose <meta> could be read byte by byte is not UTF-16
        if (truth := _lie(content, name)) is not None:
            notes.append(f"The {_SAID[source]} says {name}, but the bytes are {truth}.")
            continue
        return _accepted(content, name, source, notes)
    detected, source = _detect(content)
    return _accepted(content, detected, source, notes)


_SAID = {"header": "Content-Type header", "meta": "page's markup"}


def _shown(label: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in label)[:40]


def _labels(content: bytes, header: str | None, html: bool) -> list[tuple[str, str]]:
    found = [(header, "header")] if header else []
    if html and (label := declared_in_markup(content)):
        found.append((label, "meta"))
    return found


def declared_in_markup(content: bytes) -> str | None:
    """The charset label of the page's first `<meta>` that has one, or of its XML declaration."""
    head = _COMMENT.sub(b"", content[:_PRESCAN])
    for tag in _META.findall(head):
        if found := _META_CHARSET.search(tag):
            return next(g for g in found.groups() if g is not None).decode("latin-1")
    xml = _XML_ENCODING.match(head)
    return xml[1].decode("latin-1") if xml else None


def _lie(content: bytes, name: str) -> str | None:
    """What the bytes are instead of `name`, in words; None where the label can be right."""
    if name in ("utf-16le", "utf-16be"):
        return None if content[:2000].count(0) else "not"
    if content.isascii():
        return None
    utf8 = _is_utf8(content)
    if name == "utf-8":
        if utf8:
            return None
        _, replaced = decode_as(content, "utf-8")
        runs = sum(1 for _ in _HIGH_RUN.finditer(content))
        return f"not valid in it ({replaced} places)" if replaced > max(2, runs * _LIES) else None
    if utf8:
        needed = 8 if name in MULTIBYTE else 1 if name in _LATIN else 2
        if len(_MULTIBYTE_UTF8.findall(content, 0, 1_000_000)) >= needed:
            return "valid UTF-8"
    _, replaced = decode_as(content, name)
    if replaced > max(2, sum(1 for _ in _HIGH_RUN.finditer(content)) * _LIES):
        return f"not valid in it ({replaced} places)"
    return None


_LATIN = frozenset({"windows-1252", "iso-8859-15", "windows-1254", "macintosh"})


def _is_utf8(content: bytes) -> bool:
    """True for valid UTF-8; a sequence cut off at the very end is forgiven."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.start > 0 and not content[: error.start].isascii()
    return True


def _detect(content: bytes) -> tuple[str, str]:
    if content.isascii() and b"\x1b$" not in content and b"\x1b(" not in content:
        return ("utf-8", "default") if content.count(0) * 4 < len(content) else (_utf16(content), "detected")
    if _is_utf8(content) and not content.isascii():
        return "utf-8", "detected"
    if content[:2000].count(0) * 4 > min(len(content), 2000):
        return _utf16(content), "detected"
    from audit.capture.detect import detect

    return detect(_sample(content), content), "detected"


def _utf16(content: bytes) -> str:
    return "utf-16le" if content[1:2000:2].count(0) >= content[0:2000:2].count(0) else "utf-16be"


def _sample(content: bytes) -> bytes:
    """At most `_DETECT` bytes of the lines that have bytes above 0x7F: what detection can learn from."""
    taken: list[bytes] = []
    size = 0
    for line in content[:4_000_000].splitlines():
        if not line.isascii() or b"\x1b" in line:
            taken.append(line[:4096])
            size += len(taken[-1]) + 1
            if size >= _DETECT:
                break
    return b"\n".join(taken)[:_DETECT]


def _accepted(content: bytes, name: str, source: str, notes: list[str]) -> Decoded:
    text, replaced = decode_as(content, name)
    said = list(notes)
    if replaced > 0:
        places = "1 place" if replaced == 1 else f"{replaced} places"
        said.append(f"{places} could not be read as {name}; they are shown as “\ufffd”.")
    if (garbled := mojibake(text)) >= 3:
        said.append(f"{garbled} character sequences look like UTF-8 that was read as windows-1252 before it was saved.")
    return Decoded(text, name, source, tuple(said))


def mojibake(text: str) -> int:
    """How many sequences of `text` are UTF-8 misread as windows-1252 (`â€™` for a quote mark)."""
    if "â€" not in text and "Ã" not in text and "Ð" not in text and "Â" not in text:
        return 0
    return sum(1 for _ in _MOJIBAKE.finditer(text))
