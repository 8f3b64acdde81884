"""Where a request may go: http and https, and to no inner address but where the reader has allowed it."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from store.web.errors import FetchError, TransientError

LONGEST = 2_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_address(url: str) -> str:
    """Give ``url`` without its fragment; raises FetchError unless it is http or https and names a host."""
    url = url.strip().partition("#")[0]
    if len(url) > LONGEST:
        raise FetchError(f"{url[:60]}…: an address of more than {LONGEST:,} characters is not fetched")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url}: it is no address ({error}): correct it") from None
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"{url}: only http and https are fetched: give the address of the page or feed")
    if not parts.hostname or port == 0 or any(char.isspace() or not char.isprintable() for char in url):
        raise FetchError(f"{url}: it is no address: write it as https://host/path")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{parts.scheme}://{parts.hostname}: an address with a password in it is not taken")
    return url


def host_of(url: str) -> str:
    """Give the host that an address names."""
    return (urlsplit(url).hostname or "").casefold()


def reachable(host: str, port: int, allowed: str | None) -> list[str]:
    """Give the addresses that ``host`` stands for now, those of them that may be connected to.

    Inner ones (loopback, private, link-local with the metadata services of clouds, and what is embedded of
    them in IPv6) are left out unless ``host`` is ``allowed``. Raises FetchError where none is left.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TransientError(f"{host}: there is no such host ({error}): check the address") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if host.casefold() == allowed:
        return addresses
    outer = [address for address in addresses if is_outer(address)]
    if not outer:
        raise FetchError(
            f"{host}: it is an inner address, which nothing from outside may lead to: "
            "if it is yours, allow it with --allow-private"
        )
    return outer


def is_outer(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(each.is_global and not each.is_multicast for each in (ip, *_inside(ip)))


def _inside(ip: IPAddress) -> list[IPAddress]:
    """Give the IPv4 addresses that an IPv6 address carries to: mapped, 6to4, Teredo and NAT64."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    carried = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        carried.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [each for each in carried if each is not None]
