"""The templates: where they are and the environment that renders them.

They stand in `templates/` at the top of a checkout and in `audit/templates/` of an installed package.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def folder() -> Path:
    """The folder with the templates."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


@cache
def source(name: str) -> str:
    """A template's or stylesheet's text, with the same line ends on every system."""
    return (folder() / name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=16,
    )


def template(name: str) -> Template:
    """The compiled template of that name."""
    return _environment().get_template(name)
