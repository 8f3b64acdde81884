"""Which addresses are the public internet, and which are not."""

from __future__ import annotations

import ipaddress
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.web.addresses import checked_address, is_outer
from store.web.errors import FetchError


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::1", "fd00:ec2::254"),
    ],
)
def test_inner(address: str) -> None:
    assert not is_outer(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_outer(address: str) -> None:
    assert is_outer(address)


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="127.0.0.0/8"))
def test_no_wrapping_makes_an_inner_address_outer(inner: ipaddress.IPv4Address) -> None:
    for wrapped in (
        f"::ffff:{inner}",
        f"64:ff9b::{inner}",
        f"2002:{int(inner) >> 16:x}:{int(inner) & 0xFFFF:x}::1",
    ):
        assert not is_outer(wrapped)


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    with suppress(FetchError):
        assert checked_address(text).casefold().startswith(("http://", "https://"))
