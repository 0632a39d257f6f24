"""What the names of computers look like, and what only looks like one."""

import re

__all__ = ["is_domain", "is_machine"]

_TOP_LEVELS = """
    com net org edu gov mil int info biz pro dev app cloud ai tech online store shop xyz systems services host digital
    solutions software agency company bank health energy media global world internal intern local localdomain lan corp
    intra intranet private home arpa consul svc cluster test example invalid onion prod staging
"""
_GENERIC = frozenset(_TOP_LEVELS.split())
_ENDINGS = "py md sh rs pl so ts cc ps tf mk pm in is it at to me my no be am as do id us go name"
_FILES = frozenset(_ENDINGS.split())
"""Countries, too, but more often the ending of a file's name, a field, or a word behind a missing blank."""
_NEVER = frozenset({"js", "rb", "kt", "db", "gz", "hs", "vb", "ko", "xz", "ex", "cs", "fs"})
_PRODUCTS = frozenset({"asp.net", "vb.net", "ado.net", "socket.io", "draw.io"})
_SUREST = 3
"""As many parts make a host of what ends doubtfully."""

_ROLES = (
    r"(?:db|web|www|app|api|srv|svr|server|host|node|worker|master|primary|replica|slave|proxy|lb|gw|gateway|queue|mq|mail"
    r"|smtp|imap|mx|ns|dns|vpn|fw|firewall|router|rtr|switch|sw|bastion|jump|jumphost|build|runner|agent|vm|esx|esxi|hv"
    r"|nfs|nas|san|storage|backup|bkp|ldap|dc|auth|prod|prd|stage|stg|staging|rack|pod|box|laptop|desktop|ws|pc|edge|core)"
)
_NUMBERED = re.compile(rf"(?:[a-z0-9]+-)*{_ROLES}(?:-[a-z0-9]+)*-?\d{{1,5}}[a-z]?", re.IGNORECASE)
_PRODUCT_ON_A_NUMBER = re.compile(
    r"(?:[a-z0-9]+-)*(?:redis|postgres|pg|psql|mysql|maria|mongo|kafka|zk|zookeeper|es|elastic|etcd|nginx|haproxy|rabbit"
    r"|rabbitmq|cassandra|clickhouse|grafana|prometheus|jenkins|gitlab|cache|k8s|kube|consul|vault)(?:-[a-z0-9]+)*-\d{1,4}",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:[a-z0-9]+-)+[a-f0-9]{8,10}-[a-z0-9]{5}|i-[0-9a-f]{8,17}|ip-\d+-\d+-\d+-\d+|[a-z]+(?:-[a-z0-9]+)*-(?:laptop|mbp|macbook|desktop|pc)"
    r"|(?:laptop|mbp|macbook|desktop|pc)-[a-z0-9-]+",
    re.IGNORECASE,
)
"""Pods, instances of clouds, and people's own machines."""
_REGION = re.compile(r"(?:us|eu|ap|sa|ca|af|me|il|cn|asia|europe|australia)-[a-z]+-?\d[a-z]?", re.IGNORECASE)


def is_domain(name: str) -> bool:
    """Whether a name with dots is that of a host, rather than a file, a version or a name in a program."""
    labels = name.casefold().split(".")
    last = labels[-1]
    if name.casefold() in _PRODUCTS or len(last) < 2 or last in _NEVER or not all(labels) or last.isdigit():
        return False
    if last in _FILES:
        return len(labels) >= _SUREST and any(c.isdigit() or c == "-" for c in name)
    return last in _GENERIC or (len(last) == 2 and last.isalpha()) or last.startswith("xn--")


def is_machine(name: str) -> bool:
    """Whether a name without dots is that of a machine: a role and a number, a pod, a cloud's instance."""
    if _REGION.fullmatch(name):
        return False
    return any(pattern.fullmatch(name) for pattern in (_NUMBERED, _PRODUCT_ON_A_NUMBER, _MADE))
