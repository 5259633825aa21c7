"""A cache of answers as HTTP has it (RFC 9111), for asking a site less; what comes out of it is never evidence.

hishel decides what may be kept and used again; this asks it, and says of every answer where it came from. A page from
the cache has the time at which it came over the network, no exchange stands behind it, and a note says so. Where the
site was asked and answered "not modified", that exchange is kept.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.capture.fetcher import Headers
from audit.errors import UsageError
from audit.model import Exchange, Frozen

if TYPE_CHECKING:
    import hishel

_STORED_AT = "x-tracewire-stored-at"
_FILE = "http-cache.sqlite"
_MOST = 500_000_000
"""The most bytes that a cache may take."""


class Answered(Frozen, frozen=True):
    """An answer, and what was exchanged with the site for it: nothing for a fresh one out of the cache.

    `content` is the body unpacked, None where that is still to be done; `stored_at` is when the answer came over the
    network, RFC 3339 in UTC, for one that is out of the cache.
    """

    exchange: Exchange
    content: bytes | None
    exchanged: tuple[Exchange, ...]
    stored_at: str | None = None
    notes: tuple[str, ...] = ()


Send = Callable[[Headers], Answered]
"""Asks the site, with these headers beside the usual ones."""


class HttpCache:
    """Answers kept in `folder`, for one user: private answers may be kept. Close it after use."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Open or make the cache. Raises UsageError where hishel is not installed or the folder cannot be written."""
        if find_spec("hishel") is None:
            raise UsageError("the cache needs hishel, which is not installed", "pip install 'tracewire[cache]'")
        import sqlite3

        import hishel

        try:
            folder.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(folder / _FILE)) as connection:
                connection.execute("PRAGMA schema_version")  # hishel would only log that the file is damaged
        except (OSError, sqlite3.Error) as error:
            raise UsageError(f"{folder}: no cache can be kept there: {error}", "choose another folder") from error
        logging.getLogger("hishel").addHandler(logging.NullHandler())  # what fails in a cache is fetched
        self._storage = hishel.SqliteStorage(database_path=folder / _FILE, max_size=_MOST)
        self._clock = clock

    def close(self) -> None:
        """Close the file."""
        self._storage.close()

    def answer(self, url: str, headers: dict[str, str], send: Send) -> Answered:
        """The answer to a GET of `url` with `headers`: out of the cache where HTTP allows it, else from `send`."""
        import hishel

        request = hishel.Request("GET", url, hishel.Headers(dict(headers)))
        state: Any = hishel.IdleClient(options={"shared": False, "allow_stale": False})
        state = state.next(request, self._storage.get_entries(url))
        asked: list[Answered] = []
        while True:
            if isinstance(state, hishel.CacheMiss | hishel.NeedRevalidation):
                asked.append(send(_added(headers, state.request)))
                state = state.next(self._response(asked[-1]))
            elif isinstance(state, hishel.StoreAndUse):
                _read(self._storage.create_entry(request, state.response, url).response)
                return _from_the_site(asked)
            elif isinstance(state, hishel.CouldNotBeStored):
                return _from_the_site(asked)
            elif isinstance(state, hishel.FromCache):
                return _out_of_the_cache(url, state.entry.response, asked)
            elif isinstance(state, hishel.NeedToBeUpdated):
                for entry in state.updating_entries:
                    self._storage.update_headers(entry.id, entry.response.headers)
                state = state.next()
            else:  # hishel.InvalidateEntries
                for identity in state.entry_ids:
                    self._storage.remove_entry(identity)
                state = state.next()

    def _response(self, answered: Answered) -> hishel.Response:
        import hishel

        answer = answered.exchange
        kept: dict[str, str | list[str]] = {}
        for name, value in answer.headers:
            before = kept.get(name.lower())
            kept[name.lower()] = (
                value if before is None else [*(before if isinstance(before, list) else [before]), value]
            )
        if answer.status != 304:
            kept[_STORED_AT] = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return hishel.Response(answer.status, hishel.Headers(kept), iter([answer.body]))


def _added(headers: dict[str, str], request: hishel.Request) -> Headers:
    """The conditions that the cache adds to a request."""
    usual = {name.lower() for name in headers}
    return tuple((name, value) for name, value in request.headers.items() if name.lower() not in usual)


def _read(response: hishel.Response) -> bytes:
    """The body; hishel stores it while it is read."""
    stream: Any = response.stream
    return b"".join(stream) if stream is not None else b""


def _from_the_site(asked: list[Answered]) -> Answered:
    last = asked[-1]
    return Answered(last.exchange, last.content, tuple(answered.exchange for answered in asked))


def _out_of_the_cache(url: str, response: hishel.Response, asked: list[Answered]) -> Answered:
    fields = [(name, value) for name in response.headers for value in response.headers.get_list(name) or ()]
    stored_at = response.headers[_STORED_AT]
    exchange = Exchange(
        url=url,
        request_headers=(),
        http_version="HTTP/1.1",
        status=response.status_code,
        reason="",
        headers=tuple(field for field in fields if field[0].lower() != _STORED_AT),
        body=_read(response),
    )
    what = "the site was asked and said that it is unchanged" if asked else "the site was not asked"
    note = f"Out of the cache, where it has been since {stored_at}, and no evidence of what the site sends now: {what}."
    return Answered(exchange, None, tuple(answered.exchange for answered in asked), stored_at, (note,))
