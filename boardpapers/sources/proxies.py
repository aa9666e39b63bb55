"""The proxy by which a site is to be asked, where the environment names one: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote
from urllib.request import (  # type: ignore[attr-defined]  # typeshed does not know the second
    getproxies_environment,
    proxy_bypass_environment,
)

import urllib3
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from boardpapers.sources.errors import NotReached

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it is, and what it is told by those who have a password for it."""

    url: Url
    headers: dict[str, str]

    @property
    def host(self) -> str:
        return str(self.url.host)

    @property
    def port(self) -> int:
        return self.url.port or _PORTS[str(self.url.scheme)]


def proxy_for(url: Url) -> Proxy | None:
    """The proxy for an address; None where it is asked without. Raises NotReached where the environment names none that can be used."""
    named = getproxies_environment()
    address = named.get(str(url.scheme)) or named.get("all")
    if not address or proxy_bypass_environment(str(url.netloc), named):
        return None
    try:
        proxy = parse_url(address if "://" in address else f"http://{address}")
    except LocationParseError as error:
        raise NotReached(
            "The proxy that the environment names is no address; check HTTP_PROXY and HTTPS_PROXY."
        ) from error
    if proxy.scheme not in _PORTS or not proxy.host:
        raise NotReached(f"A proxy by {proxy.scheme} is not known to this program; name one by http:// or https://")
    headers = urllib3.make_headers(proxy_basic_auth=unquote(proxy.auth)) if proxy.auth else {}
    return Proxy(proxy._replace(auth=None), dict(headers))
