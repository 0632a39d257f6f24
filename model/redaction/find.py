"""What is found in a text and has to be replaced."""

from dataclasses import dataclass
from enum import StrEnum

from model.message import N_

__all__ = ["KIND_LABELS", "Find", "Kind"]


class Kind(StrEnum):
    """What kind of thing was found."""

    PERSON = "person"
    HOST = "host"
    ADDRESS = "address"
    MAIL = "mail"
    SECRET = "secret"
    WORD = "word"


KIND_LABELS: dict[str, str] = {
    Kind.PERSON: N_("person"),
    Kind.HOST: N_("host"),
    Kind.ADDRESS: N_("network address"),
    Kind.MAIL: N_("e-mail address"),
    Kind.SECRET: N_("secret"),
    Kind.WORD: N_("listed word"),
}


@dataclass(frozen=True, slots=True)
class Find:
    """One place in a text; what has the same kind and key gets the same pseudonym."""

    start: int
    end: int
    kind: Kind
    key: str
