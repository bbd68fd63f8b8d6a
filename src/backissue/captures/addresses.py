"""Which addresses may be connected to: public ones, and the one that the person named.

The check stands between resolving and connecting, so that no spelling of an
address and no answer of a name server gets round it.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from backissue.model import Backissue, BadInstruction

__all__ = ["Forbidden", "Resolver", "allowed", "is_near", "is_private_name", "origin", "resolve_names"]

Resolver = Callable[[str, int], Sequence[str]]
"""Host and port to addresses, as text."""

_EMBEDDED = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("64:ff9b:1::/48"),
    ipaddress.ip_network("::/96"),
)


class Forbidden(Backissue):
    """An address or host that nobody asked for; nothing was connected to."""


def resolve_names(host: str, port: int) -> list[str]:
    """The system's own resolver."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host (lower case) and port of an http(s) URL. Raises BadInstruction for anything else."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError as error:
        raise BadInstruction(f"{url!r} is no address: {error}", "Write it as https://host/path.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise BadInstruction(f"{url!r} is no web address", "Write it as https://host/path.")
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80)


def is_private_name(host: str) -> bool:
    """Whether a host is written so that whoever wrote it meant a private machine: a private address, or localhost."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not _public(host)
    except ValueError:
        return False


def is_near(url: str) -> bool:
    """Whether ``url`` is of a machine of one's own (a private address, or localhost), as it is written."""
    return is_private_name(origin(url)[1])


def allowed(addresses: Sequence[str], *, private: bool) -> list[str]:
    """``addresses``, if every one may be connected to. ``private``: the source was named as a private machine.

    Raises Forbidden: one bad address among good ones is how rebinding begins.
    """
    if not addresses:
        raise Forbidden("the name leads to no address")
    for address in addresses:
        try:
            public = _public(address)
        except ValueError:
            raise Forbidden(f"the name leads to {address!r}, which is no address") from None
        if not public and not private:
            raise Forbidden(
                f"the name leads to the private address {address}",
                "If you meant a machine of your own, name it by its address, as in http://127.0.0.1:8080/.",
            )
    return list(addresses)


def _public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0].strip("[]"))
    if isinstance(found, ipaddress.IPv6Address):
        within = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if any(found in network for network in _EMBEDDED):
            within.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
        if any(inner is not None and not _global(inner) for inner in within):
            return False
        if found.ipv4_mapped is not None:
            return True
        if found.is_site_local:  # fec0::/10, given up long ago and still routed in houses
            return False
    return _global(found)


def _global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or address.is_loopback
        or address.is_link_local
    )
