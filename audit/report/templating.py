"""The templates: where they are and the environment that renders them.

They stand in `templates/` at the top of a checkout and in `audit/templates/` of an installed package. What they compile to is
kept beside them in `__pycache__`, as Python keeps its own modules, so that a single command need not compile them again.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audit.report import visible

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from jinja2.bccache import Bucket

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


def source_hash(inline: str) -> str:
    """The Content-Security-Policy source that allows exactly this inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined

    # Jinja's key knows the template, not how the environment compiles it; that is decided in this file.
    options = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]

    class Compiled(BytecodeCache):
        """Templates compiled earlier. A folder that cannot be written only costs the time to compile."""

        def load_bytecode(self, bucket: Bucket) -> None:
            with contextlib.suppress(OSError), self._file(bucket).open("rb") as handle:
                bucket.load_bytecode(handle)

        def dump_bytecode(self, bucket: Bucket) -> None:
            if sys.dont_write_bytecode:
                return
            file = self._file(bucket)
            beside = file.with_name(f"{file.name}.{os.getpid()}")
            with contextlib.suppress(OSError):
                file.parent.mkdir(exist_ok=True)
                beside.write_bytes(bucket.bytecode_to_string())
                beside.replace(file)

        def _file(self, bucket: Bucket) -> Path:
            return folder() / "__pycache__" / f"{bucket.key}.{options}.{sys.implementation.cache_tag}.jinja"

    return Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        finalize=visible.inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=16,
        bytecode_cache=Compiled(),
    )


def template(name: str) -> Template:
    """The compiled template of that name."""
    return _environment().get_template(name)
