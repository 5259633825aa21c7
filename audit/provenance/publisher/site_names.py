"""What the markup calls the site or its publisher, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.model import Evidence, Markup, Page
from audit.provenance.credits.naming import copyright_name, host_of, known, plain, site

_SEPARATORS = re.compile(r"\s+[|–—»·•:-]{1,2}\s+|\s*[|»·•]\s*|::")


def names_in_markup(page: Page) -> Iterator[tuple[str, Evidence]]:
    """What the markup calls the site or its publisher, the surest first."""
    title = {plain(said.value) for said in page.declares("headline", "title")} | {plain(page.headline)}
    ranked = [
        *(said for said in page.declares("site-name") if "og:site_name" in said.place),
        *(said for said in page.declares("publisher") if said.place.startswith(("json-ld", "microdata"))),
        *(said for said in page.declares("site-name") if "og:site_name" not in said.place),
        *(said for said in page.declares("publisher") if not said.place.startswith(("json-ld", "microdata"))),
    ]
    for said in ranked:
        name = said.value.strip()
        if (
            1 < len(name) <= 60
            and not name.isdigit()
            and "://" not in name
            and plain(name) not in title
            and plain(name)
        ):
            yield name, Markup(said.place, said.value)
    for said in page.declares("title"):
        yield from _site_in_title(page, said.value, said.place)
    for said in page.declares("rights", "feed-title"):
        name = copyright_name(said.value) if said.name == "rights" else ""
        if name:
            yield name, Markup(said.place, said.value)


def _site_in_title(page: Page, title: str, place: str) -> Iterator[tuple[str, Evidence]]:
    parts = [part.strip() for part in _SEPARATORS.split(title) if part and part.strip()]
    if len(parts) < 2:
        return
    headline = plain(page.headline)
    hosts = {plain(site(host_of(said.value))) for said in page.declares("canonical", "site-url") if host_of(said.value)}
    for part in (parts[-1], parts[0]):
        key = plain(part)
        if (
            key
            and len(part) <= 40
            and key != headline
            and (known(part) is not None or key in hosts or part is parts[-1])
        ):
            yield part, Markup(place, part)
            return
