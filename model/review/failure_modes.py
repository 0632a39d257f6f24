"""How something failed, in the general terms of the field: read off what was written, by the words that say so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from model.message import N_
from model.review.likeness import stem

__all__ = ["FAILURE_MODE_LABELS", "Modes", "failure_modes", "in_common"]

Modes = Sequence[tuple[str, Sequence[str]]]
"""Failure modes with the words that say each, the one that most words say first."""

FAILURE_MODE_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "certificate": N_("certificates"),
        "dns": N_("DNS"),
        "network": N_("network"),
        "power": N_("power and cooling"),
        "hardware": N_("hardware"),
        "storage": N_("storage"),
        "database": N_("database"),
        "data": N_("lost or damaged data"),
        "cache": N_("cache"),
        "memory": N_("memory"),
        "cpu": N_("processor time"),
        "concurrency": N_("concurrency"),
        "queue": N_("queues and backlogs"),
        "overload": N_("overload"),
        "cascade": N_("a failure that spread"),
        "deployment": N_("deployments"),
        "configuration": N_("configuration"),
        "dependency": N_("someone else’s service"),
        "access": N_("credentials and permissions"),
        "security": N_("attacks"),
        "clock": N_("clocks and dates"),
    }
)
"""Their names, in the order of the lexicon; marked for translation."""

_LEXICON: Mapping[str, str] = MappingProxyType(
    {
        "certificate": "certificate, cert, tls, ssl, mtls, x509, keystore, truststore, certificate authority",
        "dns": "dns, dnssec, nameserver, name server, name resolution, nxdomain, servfail, resolver, zone file",
        "network": (
            "network, router, routing, bgp, packet loss, fibre, fiber, peering, backbone, subnet, vlan, vpn, firewall, "
            "load balancer, network partition, network link"
        ),
        "power": (
            "power, blackout, brownout, generator, uninterruptible, power supply, cooling, overheat, hvac, "
            "air conditioning, electricity"
        ),
        "hardware": "hardware, firmware, motherboard, line card, power module, faulty chip, hard drive, circuit board",
        "storage": "storage, disk, filesystem, file system, nfs, raid, ssd, inode, object store, out of space",
        "database": (
            "database, db, sql, postgres, postgresql, mysql, mariadb, mongodb, cassandra, connection pool, slow query, "
            "query plan, replication, replica, shard, schema migration, table lock"
        ),
        "data": "data loss, lost data, corruption, corrupt, corrupted, deleted, deletion, failed backup",
        "cache": "cache, caching, cdn, memcached, redis, cache invalidation, cache stampede",
        "memory": "memory, oom, out of memory, heap, memory leak, garbage collection, gc pause",
        "cpu": "cpu, infinite loop, busy loop, backtracking",
        "concurrency": "race condition, deadlock, livelock, mutex, concurrency, lock contention, split brain",
        "queue": "queue, backlog, consumer lag, message broker, kafka, rabbitmq, dead letter, stuck job",
        "overload": (
            "overload, thundering herd, retry storm, traffic spike, traffic surge, load spike, rate limit, throttle, "
            "saturation, saturated, capacity, under load, exhausted, exhaustion, thread pool"
        ),
        "cascade": "cascade, cascading failure, domino, chain reaction, knock on",
        "deployment": "deploy, deployment, rollout, release, canary, code push, software update, upgrade",
        "configuration": (
            "configuration, config, misconfiguration, misconfigured, feature flag, environment variable, wrong setting"
        ),
        "dependency": "third party, vendor, upstream, supplier, provider, dependency, external api, external service",
        "access": (
            "authentication, authorization, authorisation, sso, oauth, saml, ldap, credential, permission, "
            "access token, expired token, expired key"
        ),
        "security": (
            "attack, ddos, denial of service, breach, malware, ransomware, exploit, vulnerability, intrusion, "
            "phishing, hacked, unauthorized, unauthorised, stolen"
        ),
        "clock": "ntp, clock, clock skew, clock drift, leap second, leap year, time zone, timezone, daylight saving",
    }
)
"""The words of each, as engineers say them anywhere; their forms count as well."""

_TOKEN = re.compile(r"[^\W\d_][^\W_]*")
_ADDRESS = re.compile(r"\b\w+://\S+")


def _terms() -> Mapping[tuple[str, ...], str]:
    return {
        tuple(stem(word) for word in term.split()): mode
        for mode, terms in _LEXICON.items()
        for term in terms.split(", ")
    }


_MODES = MappingProxyType(_terms())
_FIRST: Mapping[str, Sequence[int]] = MappingProxyType(
    {
        first: sorted({len(term) for term in terms}, reverse=True)
        for first, terms in groupby(sorted(_MODES), key=lambda term: term[0])
    }
)
"""How many words a term can have that begins with this one, the most first."""


def failure_modes(texts: Iterable[str]) -> Modes:
    """The failure modes that the texts name, with the words that say so as they were first written."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for text in texts:
        words = _TOKEN.findall(_ADDRESS.sub(" ", text) if "://" in text else text)
        stems = list(map(stem, map(str.lower, words)))
        after = 0
        for place in [place for place, word in enumerate(stems) if word in _FIRST]:
            term = _longest(stems, place) if place >= after else None
            if term is not None:
                after = place + len(term)
                found.setdefault(_MODES[term], {}).setdefault(term, " ".join(words[place:after]))
    order = list(FAILURE_MODE_LABELS)
    ranked = sorted(found, key=lambda mode: (-len(found[mode]), order.index(mode)))
    return tuple((mode, tuple(found[mode].values())) for mode in ranked)


def _longest(stems: Sequence[str], place: int) -> tuple[str, ...] | None:
    """The longest term that begins at that word."""
    for length in _FIRST[stems[place]]:
        term = tuple(stems[place : place + length])
        if term in _MODES:
            return term
    return None


def in_common(one: Modes, other: Modes) -> Modes:
    """The modes that both have, with the words of the one and then those that only the other has."""
    others = dict(other)
    return [(mode, _united(words, others[mode])) for mode, words in one if mode in others]


def _united(words: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    known = {stem(word.lower()): word for word in (*others, *words)}
    return [known[key] for key in dict.fromkeys(stem(word.lower()) for word in (*words, *others))]
