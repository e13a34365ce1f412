"""Records of one object type, packed small: properties in, an index that is the record's place out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

FIRST_ID = 1_000_000_000


class Row(msgspec.Struct, array_like=True, omit_defaults=True):
    """One record; times are milliseconds since 1970. `history` holds what a property was before."""

    properties: dict[str, str]
    created: int
    updated: int
    archived: int | None = None
    trace: str | None = None
    history: dict[str, list[tuple[str | None, int]]] | None = None


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Row).decode


class Table:
    """All records of a type. An id is the first one of the type plus the index, so no two types
    share an id. A record takes about 150 bytes."""

    def __init__(self, number: int) -> None:
        self.first = FIRST_ID * number + 1
        self.version = 0
        self.archived: set[int] = set()
        self.merged: dict[int, int] = {}
        self.unique: dict[str, dict[str, int]] = {}
        self._rows: list[bytes | None] = []

    def __len__(self) -> int:
        return len(self._rows)

    def id(self, index: int) -> str:
        """The id of the record at an index."""
        return str(self.first + index)

    def index(self, id_: str) -> int | None:
        """The index of an id, of what it was merged into; None where there is no such record."""
        if not id_.isascii() or not id_.isdigit():
            return None
        index = int(id_) - self.first
        while index in self.merged:
            index = self.merged[index]
        return index if 0 <= index < len(self._rows) and self._rows[index] is not None else None

    def find(self, name: str, value: str) -> int | None:
        """The index of the record whose unique property has this value."""
        return self.unique.get(name, {}).get(value.lower())

    def row(self, index: int) -> Row:
        """A copy of the record at an index; LookupError where it is gone."""
        packed = self._rows[index]
        if packed is None:
            raise LookupError(index)
        return _decode(packed)

    def add(self, row: Row) -> int:
        """Put a record at the end."""
        self._rows.append(_encode(row))
        index = len(self._rows) - 1
        self._keep(index, row.properties)
        return index

    def replace(self, index: int, row: Row) -> None:
        """Put a changed record in its place."""
        self._forget(index)
        self._rows[index] = _encode(row)
        self._keep(index, row.properties)

    def remove(self, index: int) -> None:
        """Let a record go for good."""
        self._forget(index)
        self._rows[index] = None
        self.archived.discard(index)
        self.version += 1

    def rows(self, first: int = 0, *, archived: bool | None = False) -> Iterator[tuple[int, Row]]:
        """The records from an index on, those that are archived, that are not, or (None) all."""
        for index in range(first, len(self._rows)):
            packed = self._rows[index]
            if packed is not None and (archived is None or (index in self.archived) is archived):
                yield index, _decode(packed)

    def make_unique(self, name: str) -> None:
        """Hold the values of a property apart from now on."""
        known = self.unique.setdefault(name, {})
        for index, row in self.rows(archived=None):
            if row.properties.get(name):
                known.setdefault(row.properties[name].lower(), index)

    def _keep(self, index: int, properties: dict[str, str]) -> None:
        self.version += 1
        for name, known in self.unique.items():
            if properties.get(name) and index not in self.archived:
                known[properties[name].lower()] = index

    def _forget(self, index: int) -> None:
        if not self.unique or self._rows[index] is None:
            return
        properties = self.row(index).properties
        for name, known in self.unique.items():
            value = properties.get(name, "").lower()
            if known.get(value) == index:
                del known[value]


def packed(value: Any) -> bytes:
    """JSON as it goes over the wire."""
    return msgspec.json.encode(value)
