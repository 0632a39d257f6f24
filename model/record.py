"""What every record and every section is made of: immutable types, patched record by record."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, RootModel

from model.message import Message, Refused

__all__ = ["Document", "Fields", "Frozen", "Keyed", "Record", "Records", "Section"]

Document = Mapping[str, Any]
"""A record as it stands in the file: names and JSON values."""
R = TypeVar("R", bound="Record")


class Frozen(BaseModel):
    """An immutable value. Keys that this version does not know are kept, so that nothing is lost."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Record(Frozen):
    """One row of a section's table, with an id of its own."""

    id: str

    def document(self) -> dict[str, Any]:
        """The record as it stands in the file."""
        return self.model_dump(mode="json", exclude_none=True)


class Section:
    """One part of the post-mortem. Its word names its modules, its table and its block everywhere."""

    word: ClassVar[str]
    heading: ClassVar[str]
    """Its heading, marked for translation."""
    tab: ClassVar[str]
    """Its name where space is short, marked for translation."""

    def documents(self) -> dict[str, dict[str, Any]]:
        """Every record by its id, in order, as it stands in the file."""
        raise NotImplementedError

    def document(self, record: str) -> dict[str, Any] | None:
        """One record as it stands in the file, if it is there."""
        return self.documents().get(record)

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Self:
        """The section that these records make.

        Raises pydantic's `ValidationError` where one is not right.
        """
        raise NotImplementedError

    def patched(self, record: str, values: Document | None) -> Self:
        """The section with some fields of one record changed, or with the record removed.

        A value of `None` empties its field; `None` for all values removes the record.
        """
        raise NotImplementedError


def merged(document: Document, values: Document) -> dict[str, Any]:
    """The document with the values laid over it; a value of `None` takes the field away."""
    return {name: value for name, value in {**document, **values}.items() if value is not None}


class Fields(Section, Frozen):
    """A section that is one record, whose id is the section's own word."""

    def documents(self) -> dict[str, dict[str, Any]]:
        return {self.word: {"id": self.word, **self.model_dump(mode="json", exclude_none=True)}}

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Self:
        found = list(documents)
        if len(found) > 1:
            raise Refused(Message("the table “{word}” holds more than one record", word=cls.word))
        return cls.model_validate({k: v for k, v in found[0].items() if k != "id"} if found else {})

    def patched(self, record: str, values: Document | None) -> Self:
        current = self.model_dump(mode="json", exclude_none=True)
        return type(self).model_validate(merged(current, {k: v for k, v in (values or {}).items() if k != "id"}))


class Records(Section, RootModel[tuple[R, ...]], Generic[R]):
    """A section that is a list of records, in the order that `sort_key` gives."""

    model_config = ConfigDict(frozen=True)
    root: tuple[R, ...] = ()

    @classmethod
    def record_type(cls) -> type[R]:
        """The type of its records."""
        raise NotImplementedError

    @classmethod
    def sort_key(cls, record: R) -> Any:
        """What the records are ordered by; their age unless a section says otherwise."""
        return record.id

    def find(self, record: str) -> R | None:
        """The record with that id, if there is one."""
        return next((item for item in self.root if item.id == record), None)

    def documents(self) -> dict[str, dict[str, Any]]:
        return {item.id: item.document() for item in self.root}

    def document(self, record: str) -> dict[str, Any] | None:
        item = self.find(record)
        return item.document() if item else None

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Self:
        return cls._sorted(cls.model_validate(list(documents)).root)

    def patched(self, record: str, values: Document | None) -> Self:
        current = self.find(record)
        if current is None:
            return self if values is None else self.with_new({**values, "id": record})
        rest = tuple(item for item in self.root if item is not current)
        if values is None:
            return self.model_construct(root=rest)
        return self._with(rest, self.record_type().model_validate({**merged(current.document(), values), "id": record}))

    def with_all(self, changes: Iterable[tuple[str, Document | None]]) -> Self:
        """The section after many changes, each as `patched` takes it: as quick as making it anew."""
        items = {item.id: item for item in self.root}
        for record, values in changes:
            current = items.pop(record, None)
            if values is not None:
                before = current.document() if current else {}
                items[record] = self.record_type().model_validate({**merged(before, values), "id": record})
        return self._sorted(items.values())

    def with_new(self, document: Document) -> Self:
        """The section with one more record, whose id no other has."""
        return self._with(self.root, self.record_type().model_validate(merged(document, {})))

    def _with(self, rest: tuple[R, ...], fresh: R) -> Self:
        place = bisect_right(rest, self.sort_key(fresh), key=self.sort_key)
        return self.model_construct(root=(*rest[:place], fresh, *rest[place:]))

    @classmethod
    def _sorted(cls, items: Iterable[R]) -> Self:
        return cls.model_construct(root=tuple(sorted(items, key=cls.sort_key)))


class Keyed(Section, RootModel[dict[str, R]], Generic[R]):
    """A section whose records have names: the ten factors, the five questions."""

    model_config = ConfigDict(frozen=True)
    root: dict[str, R] = {}

    @classmethod
    def record_type(cls) -> type[R]:
        """The type of its records."""
        raise NotImplementedError

    @classmethod
    def fixed(cls) -> Mapping[str, str]:
        """The names that are always there, with their labels, in order."""
        raise NotImplementedError

    def documents(self) -> dict[str, dict[str, Any]]:
        return {name: item.document() for name, item in self.root.items()}

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Self:
        kind = cls.record_type()
        return cls._ordered({item.id: item for item in map(kind.model_validate, documents)})

    def patched(self, record: str, values: Document | None) -> Self:
        rest = {name: item for name, item in self.root.items() if name != record}
        if values is None:
            return self._ordered(rest)
        before = self.root[record].document() if record in self.root else {}
        rest[record] = self.record_type().model_validate({**merged(before, values), "id": record})
        return self._ordered(rest)

    @classmethod
    def _ordered(cls, items: dict[str, R]) -> Self:
        kind = cls.record_type()
        names = [*cls.fixed(), *sorted(items.keys() - cls.fixed().keys())]
        return cls.model_construct(root={name: items[name] if name in items else _empty(kind, name) for name in names})


@cache
def _empty(kind: type[R], name: str) -> R:
    """The record of that name that nobody has written anything into yet."""
    return kind.model_validate({"id": name})
