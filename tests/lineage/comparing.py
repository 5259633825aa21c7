"""Pages for the tests of comparisons: an original, a copy that drifts, one that is close, and another story."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from audit.capture import capture, target_for
from audit.model import Audit
from audit.pipeline import audit_capture

NOW = datetime(2026, 3, 9, 8, tzinfo=UTC)
STORY = [
    "The Karsund ferry company will reportedly end its summer service after losses of 4.2 million crowns last year.",
    "The board met on Tuesday to discuss the route, which carried 18,400 passengers in 2025.",
    "“We have not decided anything, and nobody has been dismissed,” chief executive Maren Holt told reporters.",
    "A person close to the board said a final vote was planned for the end of April.",
    "The seamen's union has not been consulted, its chairman Odd Brekke said.",
    "Islanders fear for their shops, because the nearest doctor works an hour away by boat.",
]
DRIFTED = [
    "The Karsund ferry company will end its summer service after losses of 9.2 million crowns last year.",
    "The board met on Friday to discuss the route, which carried 18,400 passengers in 2025.",
    "“We have decided everything, and nobody has been dismissed,” chief executive Maren Holt told reporters.",
    "The company's board said a final vote was planned for the end of April.",
    "The seamen's union has been consulted, its chairman Odd Brekke said.",
]
OTHER = [
    "Wheat prices rose in Lisbon on Monday after a week of rain in the south of the country.",
    "Traders said that stocks in the harbours would last until the harvest, which begins in June.",
]


def page(
    site: str, sentences: list[str], *, headline: str = "Ferry may stop in summer", head: str = "", tail: str = ""
) -> str:
    """An article of one paragraph a sentence, on `site`.example."""
    body = "".join(f"<p>{s}</p>\n" for s in sentences)
    name = site.title()
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline}</title>'
        f'<meta property="og:site_name" content="{name}">{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{headline}</h1>{body}{tail}</article><footer>© 2026 {name}</footer></body></html>"
    )


def published(time: str) -> str:
    """The markup of a time of publication."""
    return f'<meta property="article:published_time" content="{time}">'


def audit_of(folder: Path, site: str, html: str) -> Audit:
    """The audit of a saved page."""
    path = folder / f"{site}.html"
    path.write_text(html, encoding="utf-8")
    return audit_capture(capture(target_for(str(path), url=f"https://www.{site}.example/story"), now=NOW))
