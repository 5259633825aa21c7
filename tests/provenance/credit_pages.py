"""Pages made for the tests of credits, disclaimers, publishers and kinds: texts, or small HTML pages, read as usual."""

from __future__ import annotations

import hashlib

from audit.model import Capture, CaptureRecord, Credit, Disclaimer, Page, PageKind, Publisher, TargetRecord
from audit.page import read_page
from audit.provenance.credits import find_credits
from audit.provenance.disclaimers import find_disclaimers
from audit.provenance.kind import decide_kind
from audit.provenance.publisher import find_publisher

BODY = (
    "The harbour of Port Quill will be closed for three weeks from Monday, the port authority said in a statement.",
    "Ships that carry grain have been told to wait, and several captains complained about the short notice they were given.",
    "“We heard of it on the radio,” said Ann Brook, who runs a small freight company with her brother in the old town.",
    "The work was planned for the spring, but a storm in October damaged two of the quays so badly that it could not wait.",
)


class Read:
    """A page and everything that these modules find on it."""

    def __init__(self, page: Page, target: TargetRecord) -> None:
        self.page = page
        self.publisher: Publisher = find_publisher(page, target)
        self.credits: tuple[Credit, ...] = find_credits(page, self.publisher)
        self.disclaimers: tuple[Disclaimer, ...] = find_disclaimers(page, self.publisher)
        self.kind: PageKind
        self.kind, self.kind_evidence = decide_kind(page, self.publisher, self.credits, self.disclaimers)

    def outlets(self, *roles: str) -> set[str | None]:
        """Names credited, in any role or in these."""
        return {c.outlet.name for c in self.credits if not roles or c.role in roles}

    def providers(self) -> set[str | None]:
        """Names credited for the text."""
        return self.outlets("carried", "mixed", "contributed", "distributed", "republished", "release", "translated")


def read_text(text: str, *, publisher: str | None = None, url: str | None = None) -> Read:
    """A pasted article."""
    return _read(text, "text", publisher, url)


def read_html(body: str, *, head: str = "", url: str | None = None, publisher: str | None = None) -> Read:
    """A saved page; `body` is what stands inside `<body>`."""
    return _read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", "html", publisher, url)


def article(
    *, head: str = "", tail: str = "", lead: str = "", caption: str = "", footer: str = "", body: tuple[str, ...] = BODY
) -> str:
    """The inside of a page with an article; `lead` goes before the first sentence, `head` and `tail` are lines."""

    def lines(text: str) -> str:
        return "".join(f"<p>{line}</p>" for line in text.split("\n") if line)

    first = f"<p>{lead}{body[0]}</p>"
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in body[1:])
    figure = f"<figure><img src='a.jpg' alt=''><figcaption>{caption}</figcaption></figure>" if caption else ""
    return (
        f"<nav><a href='/news'>News</a><a href='/sport'>Sport</a></nav><main><article><h1>Port Quill closes its harbour "
        f"for three weeks</h1>{lines(head)}{figure}{first}{rest}{lines(tail)}</article></main><footer>{lines(footer)}</footer>"
    )


def _read(content: str, medium: str, publisher: str | None, url: str | None) -> Read:
    target = TargetRecord("html-file" if medium == "html" else "text-file", "page", url, publisher)
    data = content.encode()
    record = CaptureRecord(medium, hashlib.sha256(data).hexdigest(), len(data), "2026-01-01T00:00:00Z", url)  # type: ignore[arg-type]
    return Read(read_page(Capture(target, record, data, content)), target)
