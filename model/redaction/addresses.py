"""Hosts, network addresses, e-mail addresses and secrets in a text."""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address

from model.redaction.find import Find, Kind
from model.redaction.host_names import is_domain, is_machine
from model.secrets import secrets

__all__ = ["addresses"]

_V4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)")
_V6 = re.compile(
    r"(?<![\w:.])(?=[0-9a-f:.]*:[0-9a-f.]*:)[0-9a-f:]{2,40}(?:\d{1,3}(?:\.\d{1,3}){3})?(?![\w:])", re.IGNORECASE
)
_MAC = re.compile(
    r"(?<![\w:-])(?:[0-9a-f]{2}(?P<sign>[:-])(?:[0-9a-f]{2}(?P=sign)){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})"
    r"(?![\w:-])",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,10})")
_URL_HOST = re.compile(
    r"://(?:(?P<user>[^\s/@:?#]{1,100})(?::[^\s/@]{0,200})?@)?(?P<host>\[[0-9a-fA-F:.]+\]|[\w-]+(?:\.[\w-]+)*)"
)
_DOMAIN = re.compile(r"(?<![\w@.-])[\w-]+(?:\.[\w-]+)+(?![\w-])")
_WORD = re.compile(r"(?<![\w.@/-])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![\w-]|\.\w)")
_CALLED = re.compile(
    r"\b(?:host(?:name)?|server|node|machine|instance|vm|pod|container|fqdn)(?: name)?"
    r"(?:[=:] ?| (?:called|named) | )[\"'`“]?(?!v?\d[\d.]{0,9}\w?\b)"
    r"(?P<host>[\w.-]{0,62}\w)",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"(?<![\w-])(?:ssh|scp|ping|telnet|rsync) (?:-[\w]+ )?(?:[\w.-]+@)?(?P<host>[\w-]{1,63}(?:\.[\w-]+)*)"
)
_LOCAL = frozenset({"localhost", "localhost.localdomain"})


def addresses(text: str) -> Iterator[Find]:
    """Every one, in no order; they may overlap."""
    found_secrets = secrets(text)
    for secret in found_secrets:
        yield Find(secret.start, secret.end, Kind.SECRET, text[secret.start : secret.end])
    for pattern in (_V4, _V6):
        for match in pattern.finditer(text):
            found = _address(match[0])
            if found is not None:
                yield Find(match.start(), match.end(), Kind.ADDRESS, str(found))
    for match in _MAC.finditer(text):
        yield Find(*match.span(), Kind.ADDRESS, re.sub(r"[^0-9a-f]", "", match[0].lower()))
    for match in _MAIL.finditer(text):
        if not any(secret.start <= match.start() < secret.end for secret in found_secrets):
            yield Find(*match.span(), Kind.MAIL, match[0].casefold())
    yield from _hosts(text)


def _hosts(text: str) -> Iterator[Find]:
    for match in _URL_HOST.finditer(text):
        if match["user"]:
            yield Find(*match.span("user"), Kind.PERSON, match["user"].casefold())
        host = match["host"]
        if host.startswith("[") or _V4.fullmatch(host):
            continue  # an address, which is found as such
        yield from _host(match.start("host"), host)
    for match in _DOMAIN.finditer(text):
        if is_domain(match[0]):
            yield from _host(match.start(), match[0])
    for match in _WORD.finditer(text):
        if is_machine(match[0]):
            yield from _host(match.start(), match[0])
    for match in _CALLED.finditer(text):
        host = match["host"]
        if any(c.isdigit() for c in host) and any(c.isalpha() for c in host) and not _V4.fullmatch(host):
            yield from _host(match.start("host"), host)
    for match in _SHELL.finditer(text):
        if not _V4.fullmatch(match["host"]) and any(c in "-." or c.isdigit() for c in match["host"]):
            yield from _host(match.start("host"), match["host"])


def _host(start: int, name: str) -> Iterator[Find]:
    if name.casefold() not in _LOCAL:
        yield Find(start, start + len(name), Kind.HOST, name.casefold())


def _address(written: str) -> IPv4Address | IPv6Address | None:
    """The address; none where it is no valid one, or that of every machine itself."""
    if ":" not in written:
        written = ".".join(part.lstrip("0") or "0" for part in written.split("."))
    try:
        found = ip_address(written)
    except ValueError:
        return None
    return None if found.is_loopback or found.is_unspecified else found
