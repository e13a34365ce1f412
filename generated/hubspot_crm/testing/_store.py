"""Store the records of one object type compactly, and keep the index that searches read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping

import msgspec

FIRST_ID = 1_000_000_000
MORE_EMAILS = "hs_additional_emails"


class Row(msgspec.Struct, array_like=True, omit_defaults=True):
    """One record. Times are milliseconds since 1970. `history` has earlier values with their times."""

    properties: dict[str, str]
    created: int
    updated: int
    archived: int | None = None
    trace: str | None = None
    history: dict[str, list[tuple[str | None, int]]] = {}


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Row).decode


class Table:
    """The records of a type, about 150 bytes each. Each type has its own range of ids."""

    def __init__(self, number: int) -> None:
        self.first = FIRST_ID * number + 1
        self.version = 0
        self.listeners: list[Callable[[int, Row | None], None]] = []
        self.archived: set[int] = set()
        self.merged: dict[int, int] = {}
        self.unique: dict[str, dict[str, int]] = {}
        self._rows: list[bytes | None] = []

    def id(self, index: int) -> str:
        return str(self.first + index)

    def index(self, id_: str, id_property: str | None = None) -> int | None:
        """Return where the record with an id, or with a value of a unique property, is; None if nowhere."""
        if id_property is not None:
            return self.unique[id_property].get(id_.lower())
        index = int(id_) - self.first if id_.isdecimal() else -1
        while index in self.merged:
            index = self.merged[index]
        return index if 0 <= index < len(self._rows) and self._rows[index] is not None else None

    def row(self, index: int) -> Row:
        """Return a copy of the record at an index. Raises LookupError if it was deleted."""
        packed = self._rows[index]
        if packed is None:
            raise LookupError(index)
        return _decode(packed)

    def put(self, row: Row, index: int | None = None) -> int:
        """Add a record, or replace the one at an index."""
        if index is None:
            index = len(self._rows)
            self._rows.append(b"")
        else:
            self._forget(index)
        self._rows[index] = _encode(row)
        self._changed(index, row)
        for name, known in self.unique.items():
            if row.archived is None:
                known.update(dict.fromkeys(unique_values(name, row.properties), index))
        return index

    def remove(self, index: int) -> None:
        """Delete a record permanently."""
        self._forget(index)
        self._rows[index] = None
        self.archived.discard(index)
        self._changed(index, None)

    def rows(self, first: int = 0, *, archived: bool | None = False) -> Iterator[tuple[int, Row]]:
        """Yield the records from an index on: archived, not archived, or (None) all."""
        for index in range(first, len(self._rows)):
            packed = self._rows[index]
            if packed is not None and (archived is None or (index in self.archived) is archived):
                yield index, _decode(packed)

    def make_unique(self, name: str) -> None:
        """Make the values of a property unique from now on."""
        rows = ((index, unique_values(name, row.properties)) for index, row in self.rows())
        self.unique[name] = {value: index for index, values in rows for value in values}

    def _changed(self, index: int, row: Row | None) -> None:
        self.version += 1
        for listener in self.listeners:
            listener(index, row)

    def _forget(self, index: int) -> None:
        for name, known in self.unique.items() if self._rows[index] else ():
            for value in unique_values(name, self.row(index).properties):
                if known.get(value) == index:
                    del known[value]


class Index:
    """The records of a table that searches find: as they were `lag` seconds ago, without archived ones."""

    def __init__(self, table: Table, clock: Callable[[], float], lag: float) -> None:
        self._table, self._clock, self._lag = table, clock, lag
        self._rows: dict[int, Row] = {}
        self._pending: deque[tuple[float, int, Row | None]] = deque()
        self._version = 0
        table.listeners.append(self._note)

    @property
    def version(self) -> int:
        """The number of changes that searches find."""
        while self._pending and self._pending[0][0] <= self._clock() - self._lag:
            _, index, row = self._pending.popleft()
            self._version += 1
            self._rows.pop(index, None)
            if row is not None:
                self._rows[index] = row
        return self._version

    def row(self, index: int) -> Row:
        """Return the record at an index, as `rows` yields it."""
        return self._rows[index]

    def rows(self, first: int = 0) -> Iterator[tuple[int, Row]]:
        """Yield the records from an index on."""
        return ((index, self._rows[index]) for index in sorted(self._rows) if index >= first)

    def _note(self, index: int, row: Row | None) -> None:
        gone = row is None or row.archived is not None
        self._pending.append((self._clock(), index, None if gone else row))


def unique_values(name: str, properties: Mapping[str, str]) -> list[str]:
    """Return the values of a unique property in lower case; a contact may have several addresses."""
    found = [properties[name]] if properties.get(name) else []
    if name == "email" and properties.get(MORE_EMAILS):
        found += properties[MORE_EMAILS].split(";")
    return [value.lower() for value in found]
