"""Secrets in a text: keys, tokens and passwords that somebody pasted, which no document may hold.

Two kinds are found: what shows by itself that it is one (`model.token_shapes`), and what the text calls so, such as
`password=…`. What merely looks random is none: commits, digests and ids stand in every timeline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from model.message import N_, Message
from model.token_shapes import SHAPES, compiled

__all__ = ["Secret", "secrets"]


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret: where it begins, where it ends (as in a slice), and what it is."""

    start: int
    end: int
    name: Message


_PASSWORD = "a password"
_TOKEN = "a token"
_NAMES = {_PASSWORD: N_("a password"), _TOKEN: N_("a token")}
_PASSWORDS = r"pass(?:word|wd|phrase|code|wort)|kennwort|pwd?|mot de passe|contraseña|senha"
_TOKENS = (
    r"(?:access|api|auth|refresh|id|bot|bearer|session|security|secret|private|account|shared|encryption|signing|master)"
    r"[ _-]?(?:access[ _-]?)?(?:token|key|secret)|token|secret|apikey|credentials?"
    r"|session[_-]?id|(?:signature|sig|sid)(?==)"
)
_SIGNS = (
    "pass",
    "kennwort",
    "pw",
    "contraseña",
    "senha",
    "token",
    "secret",
    "key",
    "credential",
    "sig",
    "session",
    "sid",
)
_COMMANDS = ("--", "curl", "mysql", "mariadb", "sshpass")
_ASSIGNED = (
    rf"(?:(?P<password>{_PASSWORDS})|(?P<token>{_TOKENS}))(?P<closing>['\"`\\]{{0,3}}\]?)"
    r"(?P<sign> ?(?:=>|[=:]=?) ?| (?:is|was|set to|changed to|lautet|ist) )(?:Bearer |Basic |Token )?"
    r"(?:\\?(?P<quote>[\"'`“‘„])(?P<quoted>[^\"'`”’“\n\\]{1,400})\\?[\"'`”’“]"
    r"|(?P<bare>(?:(?![&;,|] ?[\w.-]{1,40}[=:])[^\s\"'`“”<>\\]){1,4000}))"
)
_HEADER = (
    r"(?<![a-z0-9])(?:(?:proxy-)?authorization['\"]?\s?[:=]\s?['\"]?(?:(?:bearer|basic|token|apikey|digest)\s)?"
    r"|(?:set-)?cookie['\"]?:\s?['\"]?[\w.-]{1,60}=|x-[a-z-]{0,30}(?:token|key|secret)['\"]?\s?[:=]\s?['\"]?)"
    r"(?P<bare>[\w.~+/=%:-]{8,4000})"
)
_BEARER = r"(?<![a-z0-9])bearer\s(?P<bare>[\w.~+/=-]{16,4000})"
_OPTION = (
    r"(?<![\w-])(?:--(?:password|passwd|pass|token|secret|api-key|auth-token)[ =]|sshpass -p ?"
    r"|curl [^\n]{0,120}?(?:-u|--user)[ =]?['\"]?[\w.@-]{1,60}:"
    r"|(?:mysql|mysqldump|mysqladmin|mariadb) (?:-[\w-]{1,40} (?:[\w.]{1,40} )?){0,4}-p)"
    r"['\"]?(?P<bare>[^\s\"']{3,200})"
)
_NOTHING_SECRET = re.compile(
    r"[*•x.…_#-]+|<.*|\[.*|\{.*|\(.*|\$.*|%.*%?|@.*|#\{.*|(?:secret|token)-\d+|(?:change_?me|redacted|removed|hidden|masked"
    r"|none|null|nil|undefined|true|false|yes|no|unknown|empty|missing|required|optional|expired|invalid|revoked|rotated"
    r"|reset|changed|leaked|wrong|valid|ok|todo|tbd|n/a|password|passwd|token|secret|string|str|example|placeholder"
    r"|default|prompt|stdin|your[_-]?\w*|my[_-]?(?:password|token|secret|key))",
    re.IGNORECASE | re.DOTALL,
)
"""What stands in a secret's place without being one; `secret-1` is what it was replaced by."""
_CODE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?:[(\[].*)?|[A-Za-z_]\w*\(.*", re.DOTALL)
"""A name in a program, such as `settings.password` or `getenv("TOKEN")`."""
_PLACE = re.compile(r"(?:[~.]{0,2}/|[\w.-]+/)[\w./-]*|[\w.-]+\.(?:ya?ml|json|txt|env|py|go|md|pem|log)", re.IGNORECASE)
"""A file, or a path in a vault: where a secret is, and not the secret."""
_TIME = re.compile(r"\d+(?:ms|s|m|h|d|min|days?|hours?|[.,:/-]\d+)*", re.IGNORECASE)
_LEAST = 3
_LONG = 16


@lru_cache(maxsize=16_384)
def secrets(text: str) -> tuple[Secret, ...]:
    """The secrets in the text, in their order; no two overlap. Takes time in proportion to the text's length."""
    found = sorted(_all(text), key=lambda secret: (secret.start, -secret.end))
    kept: list[Secret] = []
    for secret in found:
        if not kept or secret.start >= kept[-1].end:
            kept.append(secret)
        elif secret.end > kept[-1].end:
            kept[-1] = Secret(kept[-1].start, secret.end, kept[-1].name)
    return tuple(kept)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _all(text: str) -> Iterator[Secret]:
    small = text.lower()
    for shape in SHAPES:
        if any(sign in text for sign in shape.signs):
            for match in compiled(shape.pattern).finditer(text):
                group = match.re.groups
                if not _NOTHING_SECRET.fullmatch(match[group]):
                    yield Secret(*match.span(group), Message(shape.name))
    if any(sign in small for sign in _SIGNS):
        yield from _assigned(text)
    if any(sign in small for sign in _COMMANDS):
        yield from _bare(_OPTION, text, _PASSWORD)
    if "authorization" in small or "cookie" in small or "x-" in small:
        yield from _bare(_HEADER, text, _TOKEN)
    if "bearer" in small:
        yield from (found for found in _bare(_BEARER, text, _TOKEN) if _is_mixed(text[found.start : found.end]))


def _bare(pattern: str, text: str, name: str) -> Iterator[Secret]:
    for match in _compiled(pattern).finditer(text):
        if not _is_nothing(match["bare"]):
            yield Secret(*match.span("bare"), Message(_NAMES[name]))


def _assigned(text: str) -> Iterator[Secret]:
    for match in _compiled(_ASSIGNED).finditer(text):
        group = "quoted" if match["quoted"] is not None else "bare"
        value = match[group] if group == "quoted" else match[group].rstrip(".,;:!?)]}")
        start = match.start(group)
        is_password = match["password"] is not None
        if match.start() and text[match.start() - 1].isalpha() and len(match["password"] or match["token"]) <= 3:
            continue  # “design: ” holds “sig”, and “inside=” “sid”
        if _is_secret(value, is_password, match["sign"].strip(), group == "quoted"):
            yield Secret(start, start + len(value), Message(_NAMES[_PASSWORD if is_password else _TOKEN]))


def _is_secret(value: str, is_password: bool, sign: str, quoted: bool) -> bool:
    """Whether what stands behind `password=` or `token:` is one, rather than a word about it."""
    if _is_nothing(value) or (not quoted and _is_place(value, is_password)):
        return False
    if "=" in sign or (quoted and " " not in value):
        return is_password or _is_mixed(value) or len(value) >= _LONG
    if sign == ":":
        return _is_mixed(value) or (is_password and any(not c.isalnum() and c not in "-'’" for c in value.strip("/")))
    return _is_mixed(value) and not _TIME.fullmatch(value)


def _is_nothing(value: str) -> bool:
    value = value.strip()
    if len(value) < _LEAST or _NOTHING_SECRET.fullmatch(value) or _CODE.fullmatch(value):
        return True
    return not value.isdigit() and _TIME.fullmatch(value) is not None


def _is_place(value: str, is_password: bool) -> bool:
    """Whether it is a path; keys in base64 hold slashes, too, but small and large letters and digits as well."""
    if not _PLACE.fullmatch(value) or (is_password and value[0] not in "~./"):
        return False
    return len(value) < _LONG or value[0] in "~./" or value.islower() or not _is_mixed(value)


def _is_mixed(value: str) -> bool:
    """Whether it is made of letters and digits, as few words are."""
    return len(value) >= 6 and any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
