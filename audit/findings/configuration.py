"""Settings: from the command, the environment, a configuration file, or the default, and which of these it was.

The file is the nearest `tracewire.toml`, or `pyproject.toml` with a table `[tool.tracewire]`, from the working directory
upwards. Both in one directory clash. The environment has `TRACEWIRE_SELECT`, `TRACEWIRE_FAIL_ON` and so on.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from audit.errors import UsageError
from audit.model import LEVELS

PREFIX = "TRACEWIRE_"
_MAY_MENTION_US = re.compile(
    r"""\btool["']?\s*\.\s*["']?tracewire|^[ \t]*(?:\[[ \t]*)?["']?tool["']?\s*[\]=]""", re.MULTILINE
)
"""`tool.tracewire` as a header or a key, or a table `tool` by itself, in which our name may stand."""
LARGEST = 1_000_000
"""Bytes of a configuration file that are read."""


class Key(NamedTuple):
    """A setting: its name in the file, its type, its default, what it says, and the words it is limited to."""

    name: str
    type: type
    default: Any
    says: str
    choices: tuple[str, ...] = ()


KEYS: tuple[Key, ...] = (
    Key("select", list, None, "rules to run: codes, beginnings of codes, names; default: all"),
    Key("ignore", list, (), "rules not to run"),
    Key("preview", bool, False, "run preview rules as well"),
    Key("fail-on", str, "never", "exit with 1 at findings of this level or above", ("never", *LEVELS)),
    Key("baseline", str, None, "file of known findings"),
    Key("format", str, "text", "how findings are printed", ("text", "json", "jsonl", "markdown", "sarif", "github")),
    Key("score", bool, False, "add a total and its formula"),
    Key("out", str, "reports", "folder of the archive"),
    Key("quiet", bool, False, "print no summary"),
    Key("lexicon", str, None, "file of own outlets, credit forms and disclaimers"),
)
_LISTS = ("select", "ignore")
_BY_NAME = {key.name: key for key in KEYS}


class Setting(NamedTuple):
    """A value and where it comes from: `--select`, `TRACEWIRE_SELECT`, `tracewire.toml`, `default`."""

    value: Any
    origin: str


Settings = dict[str, Setting]
"""Every key of `KEYS` by name."""


def find(start: Path) -> Path | None:
    """The configuration file that holds at `start`: the nearest upwards. Raises `UsageError` where two clash."""
    start = start.absolute()
    for folder in (start, *start.parents):
        own, project = folder / "tracewire.toml", folder / "pyproject.toml"
        in_project = project.is_file() and _mentions_us(project)
        if own.is_file() and in_project:
            raise UsageError(
                f"{folder.name or 'the root folder'}: both tracewire.toml and [tool.tracewire] in pyproject.toml",
                "keep one of the two",
            )
        if own.is_file():
            return own
        if in_project:
            return project
    return None


def read(path: Path, shown: str = "") -> dict[str, Any]:
    """The settings in a file, by name. Raises `UsageError`, naming file and key, for whatever is wrong with it.

    `shown` is the file as messages name it; by default its bare name.
    """
    content = _load(path, shown or path.name)
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("tracewire", {})
    return {name: _checked(name, value, shown or path.name) for name, value in content.items()}


def resolve(
    options: Mapping[str, Any] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    start: Path | None = None,
    explicit: Path | None = None,
) -> Settings:
    """Every setting with its origin.

    `options` are the command's, by name, None for what was not given; `explicit` is `--config FILE`, used instead of what
    `find` finds. The first of option, environment, file and default that has a value holds. Relative paths in a file are
    taken from the file's folder. Raises `UsageError` for unknown keys, wrong values, and rules both selected and ignored.
    """
    path = explicit if explicit is not None else find(start) if start is not None else None
    shown = _as_seen(path, start) if path is not None else ""
    from_file = read(path, shown) if path is not None else {}
    settings: Settings = {}
    for key in KEYS:
        given = (options or {}).get(key.name)
        variable = PREFIX + key.name.upper().replace("-", "_")
        if given is not None:
            settings[key.name] = Setting(_checked(key.name, given, f"--{key.name}"), f"--{key.name}")
        elif (environment or {}).get(variable):
            settings[key.name] = Setting(_from_text(key, (environment or {})[variable], variable), variable)
        elif path is not None and key.name in from_file:
            settings[key.name] = Setting(_placed(key, from_file[key.name], path), shown)
        else:
            settings[key.name] = Setting(key.default, "default")
    _check_rules(settings)
    return settings


def show(settings: Settings) -> str:
    """`config show`: each setting, its value and its origin, a line a setting."""
    width = max(len(name) for name in settings)
    lines = [f"{name.ljust(width)}  {_shown(s.value)}  ({s.origin})" for name, s in settings.items()]
    return "\n".join(lines) + "\n"


def _mentions_us(path: Path) -> bool:
    """True where a pyproject.toml has a table [tool.tracewire]; one that cannot have it is not even parsed."""
    try:
        if not _MAY_MENTION_US.search(path.read_text(encoding="utf-8", errors="replace")):
            return False
    except OSError:
        return False
    return "tracewire" in _load(path, path.name).get("tool", {})


def _as_seen(path: Path, start: Path | None) -> str:
    """The file as somebody in `start` calls it: `tracewire.toml`, `../tracewire.toml`."""
    if start is None or not path.is_absolute():
        return str(path)
    return Path(os.path.relpath(path, start.absolute())).as_posix()


def _load(path: Path, shown: str) -> dict[str, Any]:
    import tomllib

    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{shown}: more than {LARGEST:,} bytes", "is this the right file?")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read: {error.strerror}", "give an existing file with --config") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown}: not UTF-8 text (byte {error.start})", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{shown}: not valid TOML: {error}", "mend the line that is named") from error


def _checked(name: str, value: Any, place: str) -> Any:
    key = _BY_NAME.get(name)
    if key is None:
        from difflib import get_close_matches

        near = get_close_matches(name, _BY_NAME, 1)
        raise UsageError(
            f"{place}: unknown key {name!r}", f"did you mean {near[0]}?" if near else f"known are {', '.join(_BY_NAME)}"
        )
    if key.type is list:
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
            raise UsageError(f"{_value_of(name, place)}: {value!r} is no list of words", key.says)
        return tuple(part.strip() for entry in value for part in entry.split(",") if part.strip())
    if not isinstance(value, key.type):
        raise UsageError(f"{_value_of(name, place)}: {value!r} is not {_type_in_words(key)}", key.says)
    if key.choices and value not in key.choices:
        raise UsageError(f"{_value_of(name, place)}: {value!r} is none of {', '.join(key.choices)}", key.says)
    return value


def _value_of(name: str, place: str) -> str:
    """`fail-on of tracewire.toml`; an option or a variable is named after its setting as it is."""
    return f"{name} of {place}" if place.endswith(".toml") else place


def _type_in_words(key: Key) -> str:
    return "true or false" if key.type is bool else "text"


def _from_text(key: Key, text: str, place: str) -> Any:
    if key.type is bool:
        if text.casefold() not in ("1", "true", "yes", "0", "false", "no"):
            raise UsageError(f"{place}: {text!r} is neither true nor false", key.says)
        return text.casefold() in ("1", "true", "yes")
    return _checked(key.name, text, place)


def _placed(key: Key, value: Any, path: Path) -> Any:
    """Paths in a file are relative to the file."""
    if key.name in ("baseline", "lexicon", "out") and value is not None:
        return str(path.parent / value)
    return value


def _check_rules(settings: Settings) -> None:
    """Unknown rules, and clashes between the two lists, named with the places they come from."""
    from audit.findings.selection import choose

    select, ignore = settings["select"], settings["ignore"]
    if select.origin != "default" or ignore.origin != "default":
        places = tuple(
            f"{n} of {s.origin}" if "toml" in s.origin else s.origin for n, s in settings.items() if n in _LISTS
        )
        choose(select.value, ignore.value, preview=settings["preview"].value, places=(places[0], places[1]))


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ", ".join(value) or "none"
    return str(value)
