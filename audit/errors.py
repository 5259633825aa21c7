"""Every error that tracewire raises on purpose.

    TracewireError
    ├── UsageError              the command or its configuration is wrong            exit 2
    ├── TargetError             this target cannot be read or assessed               exit 3
    │   ├── FileTargetError     missing, a directory, no permission, binary
    │   ├── AddressError        a scheme, host or address that is not fetched
    │   ├── FetchError          DNS, refused connection, timeout, TLS, broken transfer
    │   ├── StatusError         the server answered 4xx or 5xx
    │   └── ContentError        bytes that are no page: wrong type, too large, empty
    ├── ArchiveError            the archive cannot be written                        exit 3
    └── IntegrityError          an archive does not match its manifest               exit 4

Each carries `message`, what is wrong, and `hint`, what to do about it; `str(error)` is both on one line.
"""

from __future__ import annotations


class TracewireError(Exception):
    """Base of all; `exit_code` is what the command line ends with."""

    exit_code = 3

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(TracewireError):
    """The command or its configuration is wrong."""

    exit_code = 2


class TargetError(TracewireError):
    """A target cannot be read or assessed; the others of the same command still are."""


class FileTargetError(TargetError):
    """A file that is missing, a directory, unreadable or binary."""


class AddressError(TargetError):
    """An address that is malformed or that tracewire does not fetch."""


class FetchError(TargetError):
    """The exchange failed: DNS, connection, timeout, TLS, a broken transfer."""


class StatusError(TargetError):
    """The server answered, but not with the page."""


class ContentError(TargetError):
    """Bytes came that are no page."""


class ArchiveError(TracewireError):
    """The archive cannot be written."""


class IntegrityError(TracewireError):
    """An archive does not match its manifest or ledger."""

    exit_code = 4
