"""What the markup calls the site or its publisher, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.model import Evidence, Markup, Page
from audit.provenance.credits.naming import copyright_name, host_of, known, plain, site

_PLACEHOLDER = re.compile(r"[{}<>%$]|^\W*$|^[\d\s./:-]+$")
"""What a template left unfilled, punctuation alone, a date: no name."""
_SLOGAN = re.compile(r"\s+[|–—»›•·:-]{1,2}\s+|\s*[|»›•·]\s*|(?<=\w):\s+")
_SEPARATORS = re.compile(r"\s+[|–—»·•:-]{1,2}\s+|\s*[|»·•]\s*|::")


def names_in_markup(page: Page) -> Iterator[tuple[str, Evidence]]:
    """What the markup calls the site or its publisher, the surest first.

    The last part of a title comes last of all where nothing shows that it is the site: it may be a section or half a headline.
    """
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
            and not _PLACEHOLDER.search(name)
            and plain(name) not in title
            and plain(name)
        ):
            yield name, Markup(said.place, said.value)
    in_titles = [found for said in page.declares("title") for found in _site_in_title(page, said.value, said.place)]
    yield from (found for found, shown in in_titles if shown)
    for said in page.declares("rights"):
        name = copyright_name(said.value)
        if name:
            yield name, Markup(said.place, said.value)
    yield from (found for found, shown in in_titles if not shown)


def _site_in_title(page: Page, title: str, place: str) -> Iterator[tuple[tuple[str, Evidence], bool]]:
    """The part of a title that may name the site, and whether its host or the table of outlets shows that it does."""
    parts = [part.strip(" -") for part in _SEPARATORS.split(title) if part and part.strip(" -")]
    if len(parts) < 2:
        return
    headline = plain(page.headline)
    hosts = {plain(site(host_of(said.value))) for said in page.declares("canonical", "site-url") if host_of(said.value)}
    for part in (parts[-1], parts[0]):
        key = plain(part)
        if not key or len(part) > 40 or key == headline or _PLACEHOLDER.search(part):
            continue
        shown = known(part) is not None or any(of_host(part, host) for host in hosts)
        if shown or (part is parts[-1] and _may_be_a_name(part, hosts)):
            yield (part, Markup(place, part)), shown
            return


def of_host(part: str, host: str) -> bool:
    """Whether a host's name is made of a part of a title: `ARTE Radio` and arteradio, `Frankfurter Rundschau` and fr."""
    words = re.findall(r"\w+", part.casefold())
    initials = "".join(word[0] for word in words)
    return (
        plain(part) in host or host in plain(part) or host == initials or any(len(w) > 3 and w in host for w in words)
    )


def without_slogan(name: str, host: str) -> str:
    """A site's name without the slogan or the section beside it: the part that the host is named for.

    Where that part is short for another (`Bundesamt für Fischerei - BAF`), the other; where no part is the host's, all of it.
    """
    parts = [part.strip() for part in _SLOGAN.split(name) if part.strip()]
    own = plain(site(host).partition(".")[0])
    fitting = [part for part in parts if own and of_host(part, own)]
    if len(parts) < 2 or not fitting:
        return name
    best = next((part for part in fitting if plain(part) in (own, plain(host)) or own in plain(part)), fitting[0])
    long = next((part for part in parts if part != best and _short_for(best, part)), None)
    return long or best


def _short_for(short: str, long: str) -> bool:
    """Whether a part is an abbreviation of another: its letters, all capitals, are letters of the other in order."""
    if not (short.isupper() and len(short) <= 6) or len(long.split()) < 2:
        return False
    letters = iter(long.casefold())
    return all(letter in letters for letter in short.casefold() if letter.isalnum())


def _may_be_a_name(part: str, hosts: set[str]) -> bool:
    """Whether a part that nothing shows to be the site may be: its letters are not a host's, or there is no host."""
    return (not hosts or not part.isascii()) and len(part.split()) <= 5 and part.count("(") == part.count(")")
