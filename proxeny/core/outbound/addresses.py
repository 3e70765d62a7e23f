"""Judging an address: is it one of the public network, whatever clothes it wears. Pure."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
GLOBAL_UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
# Counted as global by the standard library, or only by some of its versions, and nobody's to call all the same.
NOT_FOR_CALLS = [
    ip_network(one)
    for one in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "2001:db8::/32",
        "3fff::/20",
    )
]


def refusal(text: str, *, is_named: bool = False) -> str:
    """Say why the address is not called; an empty text where it may be.

    `is_named`: the operator has named the host as one inside; then private, shared and loopback addresses are fine. What no
    service can have (multicast, link-local with the metadata of clouds, unspecified) never is. Raises ValueError for what is
    no address.
    """
    if "%" in text:
        return f"{text} is an address of one link"
    for address in worn_by(ip_address(text)):
        if _is_nobodys(address) or not (is_named or _is_public(address)):
            return f"{address} is not an address of the public network"
    return ""


def worn_by(address: Address) -> list[Address]:
    """Return the addresses that a call really reaches: those of version 4 that one of version 6 carries, or itself."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address in NAT64:
        return [IPv4Address(int(address) & 0xFFFF_FFFF)]
    if address.teredo is not None:
        return [*address.teredo]
    if address.sixtofour is not None:
        return [address.sixtofour]
    return [address]


def _is_nobodys(address: Address) -> bool:
    return (
        address.is_multicast
        or address.is_link_local
        or address.is_unspecified
        or (isinstance(address, IPv4Address) and address.is_reserved)
    )


def _is_public(address: Address) -> bool:
    if not address.is_global or any(address in network for network in NOT_FOR_CALLS):
        return False
    return isinstance(address, IPv4Address) or address in GLOBAL_UNICAST
