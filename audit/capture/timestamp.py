"""Time-stamps by a third party (RFC 3161): somebody else's word that bytes existed at a time.

Only a hash goes to the authority. What comes back is kept as it came; whether to believe it is decided by the certificates
that whoever verifies it trusts.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import UTC
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from audit.capture.limits import Limits
from audit.errors import FetchError, IntegrityError, UsageError
from audit.model import Frozen

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

_QUERY = "application/timestamp-query"
_ANSWER = "application/timestamp-reply"
_SHA256 = "2.16.840.1.101.3.4.2.1"
LIMITS = Limits(max_bytes=200_000, timeout=15.0, max_redirects=0)


class Stamp(Frozen, frozen=True):
    """What a time-stamp says: when, RFC 3339 in UTC, and who says it."""

    at: str
    authority: str


class Authority:
    """A time-stamping authority at `url`. `limits` bound an exchange with it; it may be a private address."""

    def __init__(self, url: str, limits: Limits = LIMITS) -> None:
        """Raises UsageError where the library is not installed, AddressError for what is no web address."""
        from audit.capture.addresses import check_url

        require()
        check_url(url, limits)
        self._url = url
        self._limits = limits

    def stamp(self, data: bytes) -> bytes:
        """The authority's answer for `data`, of which it is sent the hash.

        Raises FetchError where it cannot be had, is refused, or is none for `data`.
        """
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

        request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
        answer = self._ask(request.as_bytes())
        try:
            read(answer, data)
            if _decoded(answer).tst_info.nonce != request.nonce:
                raise IntegrityError("it is an answer to another question", "")
        except IntegrityError as error:
            raise FetchError(
                f"the time-stamping authority at {self._url} gave no time-stamp: {error.message}",
                "try another authority",
            ) from error
        return answer

    def _ask(self, request: bytes) -> bytes:
        from audit.capture.network import Budget, system_resolver
        from audit.capture.reading import too_large
        from audit.capture.transport import Connections, TransientError, as_sent

        budget = Budget(self._limits)
        budget.begin(self._url)
        headers = {"Content-Type": _QUERY, "Accept": _ANSWER}
        with contextlib.closing(Connections(self._limits.proxy, lambda: budget, system_resolver, None)) as connections:
            try:
                with connections.ask("POST", as_sent(self._url), headers, self._limits, request) as answer:
                    budget.body_begins()
                    body = bytearray()
                    for piece in answer.pieces():
                        body += piece
                        if len(body) > self._limits.max_bytes:
                            raise too_large(self._url, self._limits)
                    status = answer.status
            except TransientError as error:
                raise error.error from error
        if status != 200:
            raise FetchError(f"the time-stamping authority at {self._url} answered {status}", "check its address")
        return bytes(body)


def require() -> None:
    """Raises UsageError where the library that time-stamps need is not installed."""
    if find_spec("rfc3161_client") is None:
        raise UsageError(
            "time-stamps need rfc3161-client, which is not installed", "pip install 'tracewire[timestamp]'"
        )


def read(answer: bytes, data: bytes) -> Stamp:
    """What the time-stamp in `answer` says of `data`, not asking whether its signature is good.

    Raises IntegrityError for what is no time-stamp, a refusal, or a time-stamp of other data.
    """
    response = _decoded(answer)
    imprint = response.tst_info.message_imprint
    if imprint.hash_algorithm.dotted_string != _SHA256 or imprint.message != hashlib.sha256(data).digest():
        raise IntegrityError("the time-stamp is one of other data", "restore it from a copy of the archive")
    return Stamp(response.tst_info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), _name(response))


def verify(answer: bytes, data: bytes, roots: Path) -> Stamp:
    """As `read`, and the signature leads to one of the certificates in `roots`, a PEM file.

    Raises IntegrityError where it does not, and UsageError where the file cannot be read.
    """
    from cryptography.x509 import load_pem_x509_certificates
    from rfc3161_client import VerifierBuilder
    from rfc3161_client.errors import VerificationError

    stamp = read(answer, data)
    try:
        trusted = load_pem_x509_certificates(roots.read_bytes())
    except (OSError, ValueError) as error:
        raise UsageError(f"{roots}: no certificates can be read there", "give a PEM file") from error
    try:
        VerifierBuilder(roots=trusted).build().verify(_decoded(answer), hashlib.sha256(data).digest())
    except (VerificationError, ValueError) as error:
        raise IntegrityError(
            f"the time-stamp's signature does not hold: {str(error)[:200]}", "check which authority made it"
        ) from error
    return stamp


def _decoded(answer: bytes) -> TimeStampResponse:
    from rfc3161_client import decode_timestamp_response

    try:
        response = decode_timestamp_response(answer)
        if response.status != 0:
            raise IntegrityError("it refuses" + "".join(f": {said[:200]}" for said in response.status_string[:1]), "")
        response.tst_info.message_imprint  # noqa: B018 - raises where there is no token
    except ValueError as error:
        raise IntegrityError("the answer is no time-stamp", "restore it from a copy of the archive") from error
    return response


def _name(response: TimeStampResponse) -> str:
    """The name in the certificate that signed, as the answer holds it; "" without one."""
    from cryptography.x509 import load_der_x509_certificate

    for signer in response.signed_data.signer_infos:
        for encoded in response.signed_data.certificates:
            with contextlib.suppress(ValueError):
                certificate = load_der_x509_certificate(encoded)
                if certificate.serial_number == signer.serial_number and certificate.issuer == signer.issuer:
                    return certificate.subject.rfc4514_string()
    return ""
