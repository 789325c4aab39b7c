"""Which addresses are of the public net: only those are connected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""Name and port → the addresses that the name has, as text."""

_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
            *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"),
            *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
            "168.63.129.16/32",  # a cloud's own services answer there
        ),
    )
)
"""What is no public address, by IANA's registry of special purposes; multicast and reserved too."""

_V6 = ipaddress.IPv6Network("2000::/3")
"""All that IANA gives out as global unicast: nothing that maps, translates or embeds an IPv4
address (::ffff:0:0/96, 64:ff9b::/96) lies in it but the ranges below."""

_V6_SPECIAL = tuple(
    map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
)


def is_public(address: Address) -> bool:
    """Whether an address is one of the public net, and of no machine or network nearby."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in net for net in _V4)
    return address in _V6 and not any(address in net for net in _V6_SPECIAL)


def resolved(name: str, port: int) -> Sequence[str]:
    """The addresses that this machine knows of a name."""
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in found]
