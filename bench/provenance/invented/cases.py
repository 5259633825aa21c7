"""The invented pages as cases: what is put into which skeleton, and what a careful reader finds on the page."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader

FOLDER = Path(__file__).parent
DATES = {"en": "May 4, 2026", "de": "04.05.2026, 11:00 Uhr", "ru": "4 мая 2026, 11:00", "zh": "2026-05-04 11:00"}


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page; the fields up to `state` are put in as HTML, those behind it are expected."""

    id: str
    skeleton: str
    """A page as one publishing system makes it: a template of `skeletons/`."""
    language: str = "en"
    site: str = "Newsbarn"
    host: str = "newsbarn.example"
    path: str = "/news/port-quill"
    url: str = ""
    """The address that the user states; empty for a saved page whose address nobody knows."""
    label: str = ""
    byline: str = ""
    above: tuple[str, ...] = ()
    lead: str = ""
    inside: tuple[str, ...] = ()
    """HTML put in behind the first paragraph; a plain string becomes a paragraph."""
    end: str = ""
    tail: tuple[str, ...] = ()
    caption: str = ""
    teasers: tuple[str, ...] = ()
    footer: str = ""
    head: str = ""
    state: dict[str, Any] = {}

    kind: tuple[str, ...] = ("original",)
    """Kinds that are right: where the guide leaves a choice, more than one."""
    publisher: str = ""
    provider: tuple[str, ...] = ()
    intermediary: tuple[str, ...] = ()
    issuer: str = ""
    cited: tuple[str, ...] | None = None
    """None where nothing is cited and nothing is asked about it."""
    one_node: bool = False
    disclaimers: tuple[tuple[str, ...], ...] = ()
    """Each its text, then its kinds."""

    @property
    def html(self) -> str:
        """The page: the story of its language with the case's own words, in its skeleton.

        Around the article stand a menu, share buttons, teasers and a footer, so that every word has its usual neighbours.
        """
        story = _stories()[self.language]
        first, *rest = story["paragraphs"]
        paragraphs = [self.lead + first, *self.inside, *rest]
        paragraphs[-1] += self.end
        slots = {field: getattr(self, field) for field in self.__struct_fields__}
        slots |= {
            "headline": story["headline"], "words": story["words"], "date": DATES.get(self.language, "04.05.2026"),
            "paragraphs": tuple(paragraphs), "teasers": (*story["teasers"], *self.teasers),
            "arc_state": json.dumps({"type": "story", "headlines": {"basic": story["headline"]}, **self.state}),
            "next_state": json.dumps({"props": {"pageProps": {"article": {"title": story["headline"], **self.state}}}}),
        }  # fmt: skip
        return _skeletons().get_template(f"{self.skeleton}.html").render(slots)


@cache
def _skeletons() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER / "skeletons"), autoescape=False)


@cache
def _stories() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "stories.toml").read_text(encoding="utf-8"))


def cases(group: str = "") -> Iterator[Case]:
    """Every case, or those of one file of `pages/`, in order."""
    for path in sorted((FOLDER / "pages").glob(f"{group or '*'}.toml")):
        for name, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(fields.get("kind"), str):
                fields["kind"] = [fields["kind"]]
            yield msgspec.convert({"id": f"{path.stem}/{name}", **fields}, Case)
