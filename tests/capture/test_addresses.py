"""Which addresses are fetched."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture import Limits
from audit.capture.addresses import check_ip, check_url, literal_address, redacted
from audit.errors import AddressError

CLOSED, OPEN = Limits(), Limits(allow_private=True)

PRIVATE = [
    "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "0x7f000001", "017700000001", "10.0.0.1", "172.16.0.1",
    "192.168.1.1", "100.64.0.1", "[::1]", "[fc00::1]", "[fd12:3456::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::127.0.0.1]", "[2002:7f00:1::]", "[64:ff9b::127.0.0.1]", "[64:ff9b::a00:1]", "127.0.0.1.", "[fec0::1]",
]  # fmt: skip
NEVER = [
    "0.0.0.0", "0", "169.254.169.254", "0xa9fea9fe", "2852039166", "224.0.0.1", "255.255.255.255", "240.0.0.1", "[::]",
    "[fe80::1]", "[ff02::1]", "[::ffff:169.254.169.254]", "[64:ff9b::a9fe:a9fe]",
]  # fmt: skip
PUBLIC = ["93.184.215.14", "1.1.1.1", "[2606:4700::1111]", "[::ffff:1.1.1.1]", "16843009", "example.org", "1e100.net"]


@pytest.mark.parametrize("host", PRIVATE)
def test_private_hosts_are_opened_by_a_flag_only(host: str) -> None:
    with pytest.raises(AddressError, match="private"):
        check_url(f"http://{host}/", CLOSED)
    check_url(f"http://{host}/", OPEN)


@pytest.mark.parametrize("host", NEVER)
@pytest.mark.parametrize("limits", [CLOSED, OPEN])
def test_hosts_that_are_never_fetched(host: str, limits: Limits) -> None:
    with pytest.raises(AddressError):
        check_url(f"http://{host}/", limits)


@pytest.mark.parametrize("host", PUBLIC)
def test_public_hosts(host: str) -> None:
    assert check_url(f"https://{host}/story?id=1", CLOSED).path == "/story"


@pytest.mark.parametrize(
    "host",
    [
        "256.1.1.1",
        "1.2.3.4.5",
        "09.1.1.1",
        "1.2.3",
        "[::zz]",
        "4294967296",
        "1..2",
        "0x100.1.1.1",
        "0x-1f.7",
        "0x+1.7",
        "0x_1.7",
        "0x1_0.1",
    ],
)
def test_hosts_that_are_no_address(host: str) -> None:
    if host == "1.2.3":
        assert literal_address(host) == IPv4Address("1.2.0.3")
    else:
        with pytest.raises(AddressError):
            check_url(f"http://{host}/", CLOSED)


@given(st.integers(0, 2**32 - 1))
def test_every_notation_is_the_same_address(value: int) -> None:
    plain = IPv4Address(value)
    octets = str(plain).split(".")
    for written in (str(value), hex(value), f"0{value:o}", ".".join(f"0{int(o):o}" for o in octets), str(plain)):
        assert literal_address(written) == plain
    for carried in (f"::ffff:{plain}", f"64:ff9b::{plain}"):
        verdicts = {_verdict(str(plain)), _verdict(carried)}
        assert len(verdicts) == 1


def _verdict(address: str) -> bool:
    try:
        check_ip(address, CLOSED, "host")
    except AddressError:
        return False
    return True


def test_scoped_addresses() -> None:
    with pytest.raises(AddressError, match="link-local"):
        check_ip("fe80::1%eth0", OPEN, "host")


def test_redacted() -> None:
    assert redacted("https://user:pw@example.org/a@b") == "https://example.org/a@b"
    assert redacted("https://example.org/a@b") == "https://example.org/a@b"
