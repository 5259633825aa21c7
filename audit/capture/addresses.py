"""Which addresses are fetched: http and https, no credentials, globally routable.

Two checks, and both are needed. `check_url` reads the address as written, in every notation a resolver accepts for an
IPv4 host (decimal, octal, hexadecimal, short forms) and every IPv6 form that carries an IPv4 address. `check_ip` is
put to each address that a name resolves to, at the moment of connecting, so that a name which changes its answer
between two look-ups gains nothing.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from audit.capture.limits import Limits
from audit.errors import AddressError

IPAddress = IPv4Address | IPv6Address

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = IPv6Network("::/96")
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_NUMERIC_LABEL = re.compile(r"(?:[0-9]+|0[xX][0-9a-fA-F]*)\Z")

PRIVATE_HINT = "only public addresses are fetched; for a newsroom's own system use --allow-private"


def redacted(url: str) -> str:
    """The address without user name and password, for messages."""
    return re.sub(r"\A([A-Za-z][A-Za-z0-9+.-]*:/{0,2})[^/?#]*@", r"\1", url)


def check_url(url: str, limits: Limits | None = None) -> SplitResult:
    """The parts of an address that may be fetched.

    Raises AddressError for another scheme than http and https, credentials, a missing or malformed host or port, and,
    where `limits` are given, for a host that is written as an address which they do not allow.
    """
    shown = redacted(url)
    longest = (limits or Limits()).max_address_length
    if len(url) > longest:
        raise AddressError(f"{shown[:80]}… is longer than {longest} characters", "check the address")
    if _CONTROL.search(url):
        raise AddressError(f"{_CONTROL.sub('�', shown)} has a space or control character", "check the address")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressError(f"{shown} is not a web address: {error}", "check the address") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise AddressError(
            f"{shown} is not an http or https address",
            "tracewire reads web pages, saved files and standard input",
        )
    if "@" in parts.netloc:
        raise AddressError(
            f"{shown} is given with a user name or password",
            "leave them out: they would be written into the record; save the page and audit the file",
        )
    if not host or port == 0 or "\\" in parts.netloc:
        raise AddressError(f"{shown} has no valid host", "an address looks like https://example.org/story")
    if limits is not None and (literal := literal_address(host)) is not None:
        check_ip(literal, limits, host)
    return parts


def literal_address(host: str) -> IPAddress | None:
    """The address that a host is written as, in any notation a resolver takes for one; None for a name.

    IPv4 follows the URL standard's number parser: a host whose last label is a number is an address, or nothing.
    """
    bare = host.strip("[]").partition("%")[0]
    if ":" in bare:
        try:
            return IPv6Address(bare)
        except AddressValueError as error:
            raise AddressError(f"{host} is not an IPv6 address", "check the address") from error
    labels = bare.rstrip(".").split(".")
    if not _NUMERIC_LABEL.match(labels[-1]):
        return None
    try:
        numbers = [_number(label) for label in labels]
        if len(numbers) > 4 or any(n > 255 for n in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
            raise ValueError("out of range")
    except ValueError as error:
        raise AddressError(f"{host} is not an IPv4 address", "check the address") from error
    value = numbers[-1] + sum(n << (8 * (3 - i)) for i, n in enumerate(numbers[:-1]))
    return IPv4Address(value)


def check_ip(address: IPAddress | str, limits: Limits, host: str) -> None:
    """Raises AddressError where `limits` do not allow a connection to `address`, which `host` stands for.

    Link-local (cloud metadata lives there), multicast, unspecified and reserved addresses are never allowed.
    """
    ip = ip_address(address.partition("%")[0]) if isinstance(address, str) else address
    for candidate in (ip, *_carried(ip)):
        sort = _sort(candidate)
        if sort == "public" or (sort == "private" and limits.allow_private):
            continue
        meant = getattr(ip, "ipv4_mapped", None) or ip
        stands = "is" if host.strip("[]") == str(ip) else f"stands for {meant}, which is"
        hint = PRIVATE_HINT if sort == "private" else "such an address is never fetched"
        raise AddressError(f"{host} {stands} a {sort} address", hint)


def _sort(ip: IPAddress) -> str:
    if ip.is_unspecified:
        return "unspecified"
    if ip.is_link_local:
        return "link-local"
    if ip.is_multicast:
        return "multicast"
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None or ip.sixtofour is not None or any(ip in net for net in _NAT64):
            return "public"  # a form that carries an IPv4 address, which is checked as one
        if ip in _COMPATIBLE and not ip.is_loopback:
            return "public"
        if getattr(ip, "is_site_local", False):
            return "private"
    if ip.is_loopback or (ip.is_private and not ip.is_reserved):
        return "private"
    if ip.is_reserved:
        return "reserved"
    return "public" if ip.is_global else "private"


def _carried(ip: IPAddress) -> tuple[IPAddress, ...]:
    """IPv4 addresses inside an IPv6 one: mapped, compatible, 6to4, Teredo, NAT64."""
    if isinstance(ip, IPv4Address):
        return ()
    found: list[IPAddress] = []
    if ip.ipv4_mapped is not None:
        found.append(ip.ipv4_mapped)
    if ip.sixtofour is not None:
        found.append(ip.sixtofour)
    if ip.teredo is not None:
        found.extend(ip.teredo)
    if any(ip in net for net in _NAT64) or (ip in _COMPATIBLE and int(ip) > 1):
        found.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    return tuple(found)


def _number(label: str) -> int:
    """An IPv4 number as the URL standard reads it: 0x hexadecimal, leading 0 octal, else decimal."""
    if len(label) > 16 or not _NUMERIC_LABEL.match(label):
        raise ValueError(label)
    if label[:2] in ("0x", "0X"):
        return int(label[2:] or "0", 16)
    return int(label, 8) if len(label) > 1 and label[0] == "0" else int(label)
