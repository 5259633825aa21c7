"""PDF files of our own making: small, whole, and as odd as a test wants them."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """Words at a place; `tag` is the structure element they are marked as, "" for none."""

    words: str
    x: float = 60
    y: float = 700
    size: float = 12
    tag: str = ""
    href: str = ""


def _string(text: str) -> bytes:
    raw = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + raw + b")"


def pdf(*pages: list[Text], title: str = "", tagged: bool = True, trailer: bytes = b"", catalog: bytes = b"") -> bytes:
    """A file with a page for each list."""
    objects: list[bytes] = [b""] * 3  # 1 catalogue, 2 page tree, 3 font

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    root = add(b"")
    elements: list[int] = []
    parents: list[bytes] = []
    kids: list[int] = []
    for number, texts in enumerate(pages):
        page = add(b"")
        kids.append(page)
        content, owned, links = b"", [], []
        for text in texts:
            show = b"BT /F %g Tf 1 0 0 1 %g %g Tm %s Tj ET" % (text.size, text.x, text.y, _string(text.words))
            if text.tag and tagged:
                element = add(b"<< /S /%s /P %d 0 R /Pg %d 0 R /K %d >>" % (text.tag.encode(), root, page, len(owned)))
                elements.append(element)
                show = b"/%s << /MCID %d >> BDC %s EMC" % (text.tag.encode(), len(owned), show)
                owned.append(element)
            if text.href:
                area = (text.x, text.y - 3, text.x + 0.5 * text.size * len(text.words), text.y + text.size)
                links.append(
                    add(
                        b"<< /Type /Annot /Subtype /Link /Rect [%g %g %g %g] /A << /S /URI /URI %s >> >>"
                        % (*area, _string(text.href))
                    )
                )
            content += show + b"\n"
        stream = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        annotations = b" ".join(b"%d 0 R" % link for link in links)
        objects[page - 1] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /StructParents %d /Annots [%s]"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (stream, number, annotations)
        )
        parents.append(b"%d [%s]" % (number, b" ".join(b"%d 0 R" % element for element in owned)))
    structure = b""
    if tagged and elements:
        every = b" ".join(b"%d 0 R" % element for element in elements)
        tree = add(b"<< /Nums [%s] >>" % b" ".join(parents))
        objects[root - 1] = b"<< /Type /StructTreeRoot /K [%s] /ParentTree %d 0 R >>" % (every, tree)
        structure = b"/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R /Lang (en-GB)" % root
    else:
        objects[root - 1] = b"null"
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s %s >>" % (structure, catalog)
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    info = add(b"<< /Title %s /CreationDate (D:20260501120000+02'00') >>" % _string(title))
    return _file(objects, b"/Root 1 0 R /Info %d 0 R %s" % (info, trailer))


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return out + head + table + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))


def locked() -> bytes:
    """A file that nobody opens without its password."""
    secret = b"<" + b"5a" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O %s /U %s >> /ID [<00> <00>]" % (secret, secret)
    return pdf([Text("Nobody reads this.")], trailer=lock)


def bomb(size: int) -> bytes:
    """A file whose page unpacks to `size` bytes."""
    import zlib

    engine = zlib.compressobj(1)
    piece = b"BT (a) Tj ET " * 80_000
    packed = b"".join(engine.compress(piece) for _ in range(size // len(piece))) + engine.flush()
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    )
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page,
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ],
        b"/Root 1 0 R",
    )
