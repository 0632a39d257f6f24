"""Who may speak to the pages that `bridgelog serve` hands out: the browser that shows them, and no other page in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

__all__ = ["Guard", "is_loopback"]


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the server's own names.

    Any page that the browser shows can send requests to this machine, and a name of its own can be made to lead here.
    The browser says in each request to which name it goes (Host), and from which page it comes (Origin).
    """

    names: frozenset[str]
    """Names that are the server's own, beside those of loopback."""
    network: bool = False
    """Whether it is reached by the network, and so by any of the machine's addresses."""

    @classmethod
    def of(cls, names: Iterable[str], *, network: bool) -> "Guard":
        """The guard of a server that has those names."""
        return cls(frozenset(name.casefold() for name in names if name), network)

    def knows(self, host: str | None) -> bool:
        """Whether a Host is the server's own name or address."""
        return bool(host) and self._is_own(_name(host or ""))

    def admits(self, host: str | None, origin: str | None, *, must_say_origin: bool = False) -> bool:
        """Whether a request with that Host and Origin comes from the server's own pages, or from no page.

        A websocket must say its origin: every browser does.
        """
        if not host or not self.knows(host):
            return False
        if origin is None:
            return not must_say_origin
        return origin.casefold() in {f"http://{host.casefold()}", f"https://{host.casefold()}"}

    def _is_own(self, name: str) -> bool:
        # An address is no name, and cannot be made to lead elsewhere.
        return is_loopback(name) or name in self.names or (self.network and _is_address(name))


def is_loopback(name: str) -> bool:
    """Whether a name or an address is of this machine alone."""
    return name.casefold() == "localhost" or (_is_address(name) and ip_address(name).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _name(host: str) -> str:
    """The name of a Host, without the port and the brackets; empty where it is none."""
    try:
        parts = urlsplit(f"//{host}")
        return (parts.hostname or "") if parts.netloc == host and "@" not in host else ""
    except ValueError:
        return ""
