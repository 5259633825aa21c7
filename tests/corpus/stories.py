"""A small linked corpus: a story copied in whole and in part, an agency's text, quotes, edits, a host's notice."""

from __future__ import annotations

import random
from pathlib import Path

from audit.corpus.engines.local import LocalEngine
from audit.corpus.link import link
from audit.corpus.run import Job, run
from tests.corpus.conftest import NOW

CHANCE = random.Random(5)
WORDS = [
    f"{a}{b}{n}"
    for a in ("mor", "ten", "lis", "gra")
    for b in ("an", "el", "ov")
    for n in ("ta", "ri", "ko", "ne", "su")
]


def sentence(count: int = 12) -> str:
    return " ".join(CHANCE.choices(WORDS, k=count)).capitalize() + "."


def article(sentences: int = 14) -> list[str]:
    return [" ".join(sentence() for _ in range(2)) for _ in range(sentences // 2)]


def page(host: str, paragraphs: list[str], day: int, *, byline: str = "", tail: str = "") -> str:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<html lang=en><head><title>Story of {host}</title><link rel=canonical href='https://{host}/a'>"
        f"<meta property='og:site_name' content='{host.split('.')[0].title()}'>"
        f"<meta property='article:published_time' content='2026-01-{day:02}T08:00:00Z'></head><body><article>"
        f"<h1>Story of {host}</h1>{byline}{body}{tail}</article></body></html>"
    )


def warc_of(path: Path, pages: list[tuple[str, str]]) -> Path:
    blocks = []
    for url, html in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-02-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        blocks.append(head.encode() + block + b"\r\n\r\n")
    path.write_bytes(b"".join(blocks))
    return path


def linked_corpus(folder: Path) -> Path:
    """The corpus, audited from a WARC file and linked, in `folder`/c."""
    story, agency_story = article(), article()
    edited = [" ".join(w if CHANCE.random() > 0.12 else "reworded" for w in p.split()) for p in article()]
    quote = "“" + " ".join(CHANCE.choices(WORDS, k=60)) + ",” the minister said."
    notice = "<p>" + " ".join(CHANCE.choices(WORDS, k=30)) + ".</p>"
    credit = "<p>By Reuters</p>"
    pages = [
        ("original.example", page("original.example", story, 1)),
        ("copycat.example", page("copycat.example", story[: len(story) * 2 // 5 + 1], 2)),
        ("copycat.example", page("copycat.example", story, 4)),
        ("original.example", page("original.example", story, 3)),
        ("wireone.example", page("wireone.example", agency_story, 6, byline=credit)),
        ("wiretwo.example", page("wiretwo.example", agency_story, 5)),
        ("quoting.example", page("quoting.example", [*article(6), quote], 7)),
        ("alsoquoting.example", page("alsoquoting.example", [*article(6), quote], 8)),
        ("edited.example", page("edited.example", edited, 9)),
        ("lonely.example", page("lonely.example", article(), 9)),
        *(("notices.example", page("notices.example", article(4), 10 + n, tail=notice)) for n in range(12)),
    ]  # fmt: skip
    file = warc_of(folder / "c.warc", [(f"https://{host}/story-{n}", html) for n, (host, html) in enumerate(pages)])
    run(Job(out=str(folder / "c"), now=NOW), [str(file)], LocalEngine(1))
    link(str(folder / "c"), LocalEngine(1), 1_000_000_000)
    return folder / "c"
