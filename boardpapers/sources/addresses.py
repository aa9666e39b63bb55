"""Which addresses may be asked: the web, and within it no private network and not this machine."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from boardpapers.sources.errors import NoAnswer, NotAllowed

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 by way of NAT64


def checked(url: str) -> Url:
    """An address in its normal form, without fragment. Raises NotAllowed where it is none of the web's, or holds a password."""
    try:
        parsed = parse_url(url.strip())
    except LocationParseError as error:
        raise NotAllowed(f"{url} is no address; check it.") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise NotAllowed(f"{url} is no address of the web; it should begin with https://")
    if parsed.auth:
        raise NotAllowed(f"The address on {parsed.host} holds a user name or password; papers are fetched without.")
    return parsed._replace(fragment=None)


def joined(base: str, href: str) -> str:
    """Where something that stands at an address leads, in normal form. Raises NotAllowed as `checked` does."""
    try:
        return checked(urljoin(base, href.strip())).url
    except ValueError as error:
        raise NotAllowed(f"{href} is no address; check it.") from error


def resolved(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The numeric addresses of a host that may be connected to. They, not the name, are to be connected: a name can lead
    elsewhere the next time it is looked up. Raises NoAnswer, and NotAllowed where none may be.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoAnswer(
            f"The name {host} is not known ({error}); check the address, and the network.", may_pass=True
        ) from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    allowed = [number for number in numbers if allow_private or is_public(number)]
    if not allowed:
        named = host if numbers == [host] else f"{host} ({', '.join(numbers)})"
        raise NotAllowed(
            f"{named} is this machine, or in a private network. If it should be read all the same: --allow-private."
        )
    return allowed


def is_public(number: str) -> bool:
    """Whether a numeric address is one of the internet's, also by way of those that carry another address within them."""
    address: IP = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo is not None:
            inner = address.teredo[1]
        if address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
